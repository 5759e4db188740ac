"""The command line: arguments in, exit status out; no physics."""

import gc

# Imports make many objects and no garbage; the collector only walks over them. It is switched on again by `main`.
gc.disable()

from zmodel.cli.main import main  # noqa: E402

__all__ = ["main"]
