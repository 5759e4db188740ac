"""Model files to be coloured, and what the kinds of Pygments are called elsewhere."""

from __future__ import annotations

from pathlib import Path

from pygments.token import Comment, Keyword, Name, Number, Operator, Punctuation, String, Whitespace
from tests.helpers.models import MODEL_FILES

from zmodel.editors.lexer import ZmodelLexer

TESTS = Path(__file__).parent.parent
VALID = [*sorted(MODEL_FILES.rglob("*.zmodel")), *sorted((TESTS / "good").rglob("*.zmodel"))]
"""Files that can be parsed."""
INVALID = sorted((TESTS / "bad").rglob("*.zmodel"))

# Kind of Pygments: scope of TextMate without `.zmodel`, group of Vim.
NAMES = {
    Keyword.Declaration: ("keyword.other.statement", "Statement"),
    Keyword: ("keyword.other", "Keyword"),
    Keyword.Type: ("support.type", "Type"),
    Keyword.Constant: ("keyword.other.unit", "Unit"),
    Name.Class: ("entity.name.type", "Declared"),
    Name.Namespace: ("entity.name.type", "Declared"),
    Name.Builtin: ("support.function.field", "Operator"),
    Name.Builtin.Pseudo: ("support.constant", "Predicate"),
    Name.Function: ("support.function", "Function"),
    Name.Constant: ("constant.language", "Constant"),
    Name.Variable: ("variable.parameter", "Unknown"),
    Name: ("variable.other", "Name"),
    Operator: ("keyword.operator", "Sign"),
    Operator.Word: ("keyword.operator.logical", "Connective"),
    Number.Integer: ("constant.numeric.integer", "Number"),
    Number.Float: ("constant.numeric.decimal", "Number"),
    Number.Other: ("constant.numeric.representation", "Representation"),
    String.Double: ("string.quoted.double", "String"),
    Comment.Single: ("comment.line.number-sign", "Comment"),
    Punctuation: ("punctuation", ""),
}


def coloured(text: str) -> list[tuple[int, object, str]]:
    """Position, kind and text of what Pygments colours, blanks left out."""
    found = ZmodelLexer().get_tokens_unprocessed(text)
    return [(position, kind, word) for position, kind, word in found if kind is not Whitespace]


def file_id(path: Path) -> str:
    """Folder and name, for the names of tests."""
    return f"{path.parent.name}/{path.stem}"
