"""The command line: arguments in, exit status out; no physics."""

from zmodel.cli.main import main

__all__ = ["main"]
