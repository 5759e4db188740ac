"""Model files cut into pieces by what they are, for pages of HTML."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pygments.token import Comment, Keyword, Name, Number, String

from zmodel.editors.lexer import ZmodelLexer

# The first that holds; tokens of Pygments are in the types that they are special cases of.
_CLASSES: tuple[tuple[Any, str], ...] = (
    (Comment, "comment"),
    (Keyword, "keyword"),
    (Name.Class, "declared"),
    (Name.Namespace, "declared"),
    (Name.Builtin, "function"),
    (Name.Function, "function"),
    (Name.Variable, "unknown"),
    (Number, "literal"),
    (String, "literal"),
)


def coloured_pieces(text: str) -> Iterator[tuple[str, str]]:
    """The pieces of a text, which together are the text, each with its class; that of plain ones is empty."""
    for _, token, piece in ZmodelLexer().get_tokens_unprocessed(text):
        yield next((name for kind, name in _CLASSES if token in kind), ""), piece
