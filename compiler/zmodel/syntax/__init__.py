"""Source text to syntax tree and back."""

from zmodel.syntax.parser import parse

__all__ = ["parse"]
