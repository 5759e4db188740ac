"""Source text to syntax tree and back."""

from zmodel.syntax.formatter import format_tree
from zmodel.syntax.parser import parse

__all__ = ["format_tree", "parse"]
