"""Expressions as they are written: names, `let`, functions, exponents, limits."""

from __future__ import annotations

from fractions import Fraction

import pytest
from tests.helpers.resolving import mistakes, resolve_text, try_resolve

from zmodel.model.expression import Add, Constant, Expression, Function, Multiply, Name, Power

HEAD = "model m\nparam a, b\n"


def vacuum(text: str, lets: str = "") -> Expression:
    """The vacuum value that a text means."""
    return resolve_text(f"model m\nparam a, b\n{lets}\nscalar s vev {text}").field("s").vev[0]


def wrong(text: str, lets: str = "") -> list[tuple[str, str]]:
    found = mistakes(f"{HEAD}{lets}\nscalar s vev {text}")
    return [mistake for mistake in found if mistake[0] != "Z501"]


HALF = Constant(Fraction(1, 2))
MINUS_A = Multiply((Constant(Fraction(-1)), Name("a")))


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("a", Name("a")),
        ("(3 - 2)/2", HALF),
        ("2^-1", HALF),
        ("-a", MINUS_A),
        ("b - a", Add((Name("b"), MINUS_A))),
        ("a/sqrt(2)", Multiply((Name("a"), Power(Function("sqrt", Constant(Fraction(2))), Constant(Fraction(-1)))))),
        ("new_symbol", Name("new_symbol")),
        ("pi*i", Multiply((Name("pi"), Name("i")))),
        ("a^1", Name("a")),
    ],
)
def test_meaning(text: str, expression: Expression) -> None:
    assert vacuum(text) == expression


def test_lets_are_put_in() -> None:
    assert vacuum("c/2", "let half = 1/2\nlet c = a + half") == Multiply((Add((Name("a"), HALF)), HALF))


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("1/0", "Z117", "0"),
        ("a/(1 - 1)", "Z117", "1 - 1"),
        ("0^-2", "Z117", "0^-2"),
        ("0.5", "Z116", "0.5"),
        ("?q", "Z117", "?q"),
        ("[1, 2]", "Z124", "[1, 2]"),
        ("Q.up", "Z124", "Q.up"),
        ("sqr(2)", "Z122", "sqr(2)"),
        ("dag(a)", "Z122", "dag(a)"),
        ("a†", "Z122", "a†"),
        ("ω(a)", "Z122", "ω(a)"),
        ("sqrt(1, 2)", "Z124", "sqrt(1, 2)"),
        ("10^10^10", "Z104", "10"),
        ("2^401", "Z104", "401"),
        ("2^-401", "Z104", "-401"),
        ("a^1000000000000", "Z104", "1000000000000"),
        ("s", "Z115", "s"),
    ],
)
def test_mistakes(text: str, code: str, place: str) -> None:
    assert wrong(text) == [(code, place)]


def test_a_decimal_is_offered_as_a_fraction() -> None:
    (found, *_) = try_resolve(f"{HEAD}scalar s vev 0.125")[1]
    assert found.hints == ("write 1/8",)


def test_a_misspelt_function_is_suggested() -> None:
    (found, *_) = try_resolve(f"{HEAD}scalar s vev sqr(2)")[1]
    assert found.hints == ("did you mean `sqrt`?",)


def test_the_name_alone_of_a_misspelt_function_is_replaced() -> None:
    (found, *_) = try_resolve(f"{HEAD}scalar s vev sqr (2)")[1]
    assert {edit.span.text for edit in found.fixes} == {"sqr"}


def test_a_number_has_a_conjugate_instead_of_a_dagger() -> None:
    (found, *_) = try_resolve(f"{HEAD}scalar s vev a†")[1]
    assert found.hints == ("the complex conjugate of a number is conj(...)",)


def test_long_expressions() -> None:
    assert wrong("+".join(["a"] * 4000)) == []
    assert [code for code, _ in wrong("+".join(["a"] * 5500))] == ["Z104"]


def test_deep_expressions() -> None:
    assert wrong("(1+2*" * 15 + "a" + ")" * 15) == []
    assert [code for code, _ in wrong("(1+a*2^" * 31 + "a" + ")" * 31)] == ["Z104"]


@pytest.mark.parametrize("operation", ["+", "*"])
def test_lets_that_double_each_time(operation: str) -> None:
    lets = "".join(f"let c{n + 1} = c{n} {operation} c{n}\n" for n in range(100))
    assert wrong("c100", "let c0 = a\n" + lets) == [("Z104", f"c11 {operation} c11")]


def test_lets_that_nest_each_time() -> None:
    lets = "".join(f"let c{n + 1} = c{n} + 1\n" for n in range(1, 400))
    assert wrong("c400", "let c1 = a\n" + lets) == [("Z104", "c64 + 1")]
