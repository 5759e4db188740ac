"""The command line: arguments in, exit status out; no physics."""

import gc

# Imports make many objects and no garbage; the collector would only walk over them.
gc.disable()
from zmodel.cli.main import main  # noqa: E402

gc.enable()

__all__ = ["main"]
