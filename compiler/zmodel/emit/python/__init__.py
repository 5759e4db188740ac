"""The standalone Python module."""

from zmodel.emit.python.module import emit_python

__all__ = ["emit_python"]
