"""Names: unique, not reserved, and suggested when they are misspelt."""

from __future__ import annotations

import keyword

import pytest
from tests.helpers.resolving import SM, WITH_X, mistakes, try_resolve

from zmodel.limits import DEFAULT
from zmodel.model.context import MAX_REPORTED, RESERVED, Context
from zmodel.source import SourceFile, Span
from zmodel.syntax import ast

SPAN = Span(SourceFile("test.zmodel", "name"), 0, 4)


def declared(*names: tuple[str, str]) -> Context:
    context = Context()
    for name, kind in names:
        context.declare(ast.Identifier(SPAN, name), kind)
    return context


def test_a_name_is_declared_once() -> None:
    context = declared(("x", "field"), ("x", "coupling"))
    (found,) = context.diagnostics
    assert (found.code, found.message, found.label) == ("Z111", "`x` is declared twice", "as a coupling")
    assert found.related == ((SPAN, "first as a field"),)


@pytest.mark.parametrize("word", ["gauge", "bar", "alpha", "sqrt", "pi", "i", "GeV", "class", "double", "in"])
def test_reserved_words(word: str) -> None:
    assert word in RESERVED
    context = declared((word, "field"))
    assert [item.code for item in context.diagnostics] == ["Z112"]
    assert word in context.broken


def test_lambda_is_no_reserved_word() -> None:
    assert set(keyword.kwlist) - RESERVED == {"lambda"}


def test_unknown_names_get_a_suggestion() -> None:
    context = Context()
    context.unknown_name("Hh", SPAN, "field", ["H", "Q"])
    context.unknown_name("zzz", SPAN, "field", ["H", "Q"])
    first, second = context.diagnostics
    assert (first.code, first.message, first.hints) == ("Z110", "no field is called `Hh`", ("did you mean `H`?",))
    assert second.hints == ()


def test_another_kind_of_name_is_said_to_be_one() -> None:
    context = declared(("x", "let"), ("y", "angle"))
    context.unknown_name("x", SPAN, "field", [])
    context.unknown_name("y", SPAN, "angle of another kind", [])
    assert [(item.code, item.message) for item in context.diagnostics] == [
        ("Z115", "`x` is a let, not a field"),
        ("Z115", "`y` is an angle, not an angle of another kind"),
    ]


def test_what_is_broken_is_reported_once() -> None:
    assert mistakes(SM + "fermion N[0] left\nyukawa Y1 = bar(L) tilde(H) N\nrequire forbidden N N") == [("Z113", "N")]
    assert mistakes(SM + "gauge Z = SU(1) coupling gZ\nscalar s (Z: 3)\npoint p { gZ = 1 }") == [
        ("Z114", "gauge Z = SU(1) coupling gZ")
    ]
    assert mistakes(SM + "param a : reel\nlet b = a\nscalar s (Y: b)\npoint p { a = 1 }") == [("Z115", "reel")]
    assert mistakes(SM + "let b = 1/0\nlet c = b\nscalar s (Y: c)") == [("Z117", "0")]
    assert mistakes(SM + "yukawa Z = bar(Q) HH U\nrequire allowed Z diagonal\npoint p { Z[1,1] = 1 }") == [
        ("Z110", "HH")
    ]
    assert mistakes(SM + "scalar s vev v/0\npoint p { v = 1 }") == [("Z117", "0")]
    assert mistakes(WITH_X + "mixing et (Y, X)\npoint p { et = 1 }") == [("Z110", "et")]


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        ("gauge X = U(1)\n", "X"),
        ("gauge Z = U(1) coupling gX", "gX"),
        ("scalar X", "X"),
        ("scalar gX", "gX"),
        ("param H", "H"),
        ("let lambda = 1", "lambda"),
        ("fermion mH2 left", "mH2"),
        ("potential { Q = dag(H) H }", "Q"),
        ("yukawa Yu = bar(Q) tilde(H) U", "Yu"),
        ("yukawa Z = bar(Q) tilde(H) U keep (1,1) as g1", "g1"),
        ("yukawa Z = bar(Q) tilde(H) U keep (1,1) as Z, (2,2) as Z", "Z"),
        ("scalar s vev lambda", "lambda"),
        ("mixing eta (Y, X) as Q", "Q"),
        ("gauge Z = U(1) mass Q", "Q"),
        ("global H = SU(2)", "H"),
    ],
)
def test_all_names_share_one_namespace(lines: str, name: str) -> None:
    found = [mistake for mistake in mistakes(WITH_X + lines) if mistake[0] != "Z501"]
    assert found == [("Z111", name)]


@pytest.mark.parametrize(
    ("kind", "line"), [("field", "scalar s{}"), ("let", "let s{} = 1"), ("group", "gauge s{} = U(1)")]
)
def test_there_are_not_too_many_names(kind: str, line: str) -> None:
    most = getattr(DEFAULT, f"{kind}s")
    text = "model m\n" + "\n".join(line.format(number) for number in range(most + 10))
    errors = [item for item in try_resolve(text)[1] if item.severity == "error"]
    assert [(item.code, item.span and item.span.line) for item in errors] == [
        ("Z104", getattr(DEFAULT, f"{kind}s") + 2)
    ]


def test_there_are_not_too_many_messages() -> None:
    unknown = " ".join(f"u{number}" for number in range(MAX_REPORTED + 10))
    unused = "param " + ", ".join(f"p{number}" for number in range(MAX_REPORTED + 10))
    _, diagnostics = try_resolve(f"model m\n{unused}\nyukawa Y = {unknown}\n")
    codes = [item.code for item in diagnostics]
    assert {code: codes.count(code) for code in set(codes)} == {"Z110": 100, "Z501": 100, "Z125": 2}
