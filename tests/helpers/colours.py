"""Model files to be coloured, and what the kinds of Pygments are called elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from pygments.token import Comment, Keyword, Name, Number, Operator, Punctuation, String, Whitespace
from tests.helpers.models import MODEL_FILES

from zmodel.editors.lexer import ZmodelLexer

TESTS = Path(__file__).parent.parent
VALID = [*sorted(MODEL_FILES.rglob("*.zmodel")), *sorted((TESTS / "good").rglob("*.zmodel"))]
"""Files that can be parsed."""
EDITORS = TESTS.parent / "grammar" / "editors"
INVALID = sorted((TESTS / "bad").rglob("*.zmodel"))


class Names(NamedTuple):
    """What a kind of Pygments is called elsewhere.

    Attributes:
        scope: of TextMate, without `.zmodel`.
        group: of Vim, without `zmodel`; empty where nothing is coloured.
        face: of Emacs, without `font-lock-` and `-face`; empty where nothing is coloured.
    """

    scope: str
    group: str
    face: str


NAMES = {
    Keyword.Declaration: Names("keyword.other.statement", "Statement", "keyword"),
    Keyword: Names("keyword.other", "Keyword", "keyword"),
    Keyword.Type: Names("support.type", "Type", "type"),
    Keyword.Constant: Names("keyword.other.unit", "Unit", "constant"),
    Name.Class: Names("entity.name.type", "Declared", "function-name"),
    Name.Namespace: Names("entity.name.type", "Declared", "function-name"),
    Name.Builtin: Names("support.function.field", "Operator", "builtin"),
    Name.Builtin.Pseudo: Names("support.constant", "Predicate", "constant"),
    Name.Function: Names("support.function", "Function", "builtin"),
    Name.Constant: Names("constant.language", "Constant", "constant"),
    Name.Variable: Names("variable.parameter", "Unknown", "variable-name"),
    Name: Names("variable.other", "Name", ""),
    Operator: Names("keyword.operator", "Sign", ""),
    Operator.Word: Names("keyword.operator.logical", "Connective", "keyword"),
    Number.Integer: Names("constant.numeric.integer", "Number", ""),
    Number.Float: Names("constant.numeric.decimal", "Number", ""),
    Number.Other: Names("constant.numeric.representation", "Representation", ""),
    String.Double: Names("string.quoted.double", "String", "string"),
    Comment.Single: Names("comment.line.number-sign", "Comment", "comment"),
    Punctuation: Names("punctuation", "", ""),
}


def coloured(text: str) -> list[tuple[int, object, str]]:
    """Position, kind and text of what Pygments colours, blanks left out."""
    found = ZmodelLexer().get_tokens_unprocessed(text)
    return [(position, kind, word) for position, kind, word in found if kind is not Whitespace]


def file_id(path: Path) -> str:
    """Folder and name, for the names of tests."""
    return f"{path.parent.name}/{path.stem}"
