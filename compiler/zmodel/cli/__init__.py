"""The command line: arguments in, exit status out; no physics."""

import gc
import sys

# Imports make many objects and no garbage; the collector would only walk over them.
gc.disable()
try:
    from zmodel.cli.main import main
except KeyboardInterrupt:  # Ctrl-C before there is anything to stop
    sys.stderr.write("stopped\n")
    sys.exit(130)

# What has been imported stays, so it is not looked at later either.
gc.freeze()
gc.enable()

__all__ = ["main"]
