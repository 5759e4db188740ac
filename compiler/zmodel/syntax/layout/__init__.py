"""The one layout of model files: white space, line breaks and columns, and nothing else.

Words, comments and blank lines stay as the author wrote them; `structure` reads them, `document` lays them out.
`grammar/README.md` tells the rules.
"""

from __future__ import annotations

import re

from zmodel.diagnostics import DiagnosticError
from zmodel.limits import DEFAULT, Limits
from zmodel.source import SourceFile
from zmodel.syntax.layout.document import file_lines
from zmodel.syntax.layout.margin import with_comments
from zmodel.syntax.layout.structure import read_structure
from zmodel.syntax.parser import parse_with_tokens

__all__ = ["LayoutError", "format_source"]

_COMMENT = re.compile(r'"[^"\r\n]*"|(#[^\r\n]*)')
_LINE_END = re.compile(r"\r\n|\r|\n")


class LayoutError(Exception):
    """The formatter would change what a file says: a bug, after which the file stays as it is."""


def format_source(source: SourceFile, limits: Limits = DEFAULT) -> str:
    """The text of a model file in its one layout; formatting it once more changes nothing.

    Lines end as the first one does, with LF or CRLF; a byte order mark goes. The result is parsed and compared with
    the source before it is handed out.

    Args:
        source: a model file; names and physics need not be right.
        limits: how large it may be.

    Raises:
        DiagnosticError: if the text has a syntax error.
        LayoutError: if the result is not the same model with the same comments.
    """
    tree, tokens, diagnostics = parse_with_tokens(source, limits)
    if tree is None:
        raise DiagnosticError(diagnostics)
    lines = with_comments(file_lines(read_structure(source, tokens)))
    text = "".join(line + "\n" for line in lines)
    again, _, _ = parse_with_tokens(SourceFile(source.name, text), limits)
    if again != tree or _comments(text) != _comments(source.text):
        raise LayoutError(f"the layout of {source.name} would change what it says")
    first_end = _LINE_END.search(source.text)
    return text.replace("\n", "\r\n") if first_end is not None and first_end.group() == "\r\n" else text


def _comments(text: str) -> list[str]:
    """All comments of a text, in order, without white space behind them."""
    return [match.group(1).rstrip() for match in _COMMENT.finditer(text) if match.group(1)]
