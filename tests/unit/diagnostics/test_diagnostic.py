"""Diagnostics as data."""

import json
import pickle

import pytest

from zmodel.diagnostics import Diagnostic, DiagnosticError, Edit
from zmodel.source import SourceFile, Span

FILE = SourceFile("bm2.zmodel", "scalar H\nscalar H (\n)\n")


def test_severity_follows_the_code() -> None:
    assert Diagnostic("Z203", "m").severity == "error"
    assert Diagnostic("Z501", "m").severity == "warning"


def test_an_unknown_code_is_a_bug() -> None:
    with pytest.raises(ValueError, match="Z000"):
        Diagnostic("Z000", "m")


def test_as_json() -> None:
    item = Diagnostic(
        "Z111",
        "H is declared twice",
        Span(FILE, 9, 21),
        "again",
        related=((Span(FILE, 7, 8), "first"),),
        notes=("a note",),
        hints=("a hint",),
        fixes=(Edit(Span(FILE, 16, 17), "H2"),),
    )
    expected = {
        "code": "Z111",
        "severity": "error",
        "message": "H is declared twice",
        "file": "bm2.zmodel",
        "line": 2,
        "column": 1,
        "end_line": 3,
        "end_column": 2,
        "text": "scalar H (\n)",
        "label": "again",
        "notes": ["a note"],
        "hints": ["a hint"],
        "related": [
            {
                "file": "bm2.zmodel",
                "line": 1,
                "column": 8,
                "end_line": 1,
                "end_column": 9,
                "text": "H",
                "label": "first",
            }
        ],
        "fixes": [
            {
                "file": "bm2.zmodel",
                "line": 2,
                "column": 8,
                "end_line": 2,
                "end_column": 9,
                "text": "H",
                "replacement": "H2",
            }
        ],
    }
    assert item.as_json() == expected
    assert json.loads(json.dumps(item.as_json())) == expected


def test_as_json_without_a_place() -> None:
    as_json = Diagnostic("Z001", "cannot read x").as_json()
    places = ("file", "line", "column", "end_line", "end_column", "text")
    assert [as_json[key] for key in places] == [None] * 6  # type: ignore[literal-required]


def test_order_is_by_file_place_and_code() -> None:
    other = SourceFile("a.zmodel", "xyz")
    in_order = [
        Diagnostic("Z901", "no place"),
        Diagnostic("Z203", "other file", Span(other, 2, 3)),
        Diagnostic("Z203", "early", Span(FILE, 0, 1)),
        Diagnostic("Z111", "late", Span(FILE, 10, 11)),
        Diagnostic("Z203", "late, higher code", Span(FILE, 10, 11)),
    ]
    assert sorted(reversed(in_order), key=lambda item: item.sort_key) == in_order


def test_equal_diagnostics_are_one() -> None:
    assert len({Diagnostic("Z203", "m", Span(FILE, 0, 1)) for _ in range(3)}) == 1


def test_diagnostic_error_carries_its_diagnostics() -> None:
    items = (Diagnostic("Z203", "Yd violates X", Span(FILE, 0, 1)), Diagnostic("Z501", "a_e is unused"))
    error = DiagnosticError(iter(items))
    assert error.diagnostics == items
    assert str(error) == "error[Z203]: Yd violates X; warning[Z501]: a_e is unused"


def test_diagnostic_error_crosses_processes() -> None:
    error = DiagnosticError([Diagnostic("Z203", "Yd violates X", Span(FILE, 0, 1))])
    assert pickle.loads(pickle.dumps(error)).diagnostics == error.diagnostics
