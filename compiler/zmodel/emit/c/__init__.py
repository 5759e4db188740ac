"""The standalone C99 source and header."""

from zmodel.emit.c.source import emit_c

__all__ = ["emit_c"]
