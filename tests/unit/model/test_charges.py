"""Charges: polynomials in parameters and unknowns, one per generation."""

from __future__ import annotations

import pytest
from tests.helpers.patience import patience
from tests.helpers.resolving import mistakes, resolve_text

HEAD = "model m\ngauge X = U(1)\nparam a, b\nparam z : complex\n"


def charges(text: str, field: str = "fermion N[3] left", lets: str = "") -> list[str]:
    """The charges of the generations that a text means, printed."""
    model = resolve_text(f"{HEAD}{lets}\n{field} (X: {text})")
    (found,) = model.fields
    return [model.ring.format(model.charge(found.name, "X", g)) for g in range(found.generations)]


def wrong(text: str, field: str = "fermion N[3] left", lets: str = "") -> list[tuple[str, str]]:
    found = mistakes(f"{HEAD}{lets}\n{field} (X: {text})")
    return [mistake for mistake in found if mistake[0] != "Z501"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1/3", ["1/3"] * 3),
        ("[1, -1, 0]", ["1", "-1", "0"]),
        ("[a, b, a] - b/2", ["a - 1/2*b", "1/2*b", "a - 1/2*b"]),
        ("2*[1, 2, 3]", ["2", "4", "6"]),
        ("[1, 2, 3]/2", ["1/2", "1", "3/2"]),
        ("-(a + b)^2", ["-a^2 - 2*a*b - b^2"] * 3),
        ("[a, b, 1]^2", ["a^2", "b^2", "1"]),
        ("2^-2", ["1/4"] * 3),
        ("?", ["?N1", "?N2", "?N3"]),
        ("[?, 0, ?q]", ["?N1", "0", "?q"]),
        ("? + ?q", ["?N1 + ?q", "?N2 + ?q", "?N3 + ?q"]),
    ],
)
def test_one_per_generation(text: str, expected: list[str]) -> None:
    normal = [term.replace("1/2*b", "b/2") for term in expected]
    assert charges(text) == normal


def test_a_single_generation_needs_no_number() -> None:
    assert charges("? + 1", "scalar phi") == ["?phi + 1"]
    assert charges("[a]", "fermion N left") == ["a"]


def test_unknowns_that_are_not_written_are_not_there() -> None:
    model = resolve_text(HEAD + "fermion N[3] left (X: [?, 0, a])\nscalar s (X: -?N1)")
    assert [name for name in model.ring.symbols if name.startswith("?")] == ["?N1"]


def test_lets_hold_lists_and_named_unknowns() -> None:
    lets = "let family = [1, ?q, 0]\nlet shifted = family + a"
    assert charges("shifted - a", lets=lets) == ["1", "?q", "0"]


def test_complex_parameters_are_not_in_the_ring() -> None:
    assert "z" not in resolve_text(HEAD).ring.symbols
    assert wrong("z") == [("Z117", "z")]


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("[1, 2]", "Z113", "[1, 2]"),
        ("[1, 2, 3, 4]", "Z113", "[1, 2, 3, 4]"),
        ("[[1], 2, 3]", "Z124", "[1]"),
        ("1/0", "Z117", "0"),
        ("a/(a - a)", "Z117", "a - a"),
        ("[1, 2, 3]/[1, 0, 1]", "Z117", "[1, 0, 1]"),
        ("0^-1", "Z117", "0"),
        ("1/a", "Z117", "a"),
        ("a^b", "Z117", "b"),
        ("a^(1/2)", "Z117", "1/2"),
        ("a^[1, 2, 3]", "Z117", "[1, 2, 3]"),
        ("a^17", "Z104", "17"),
        ("10^10^10", "Z104", "10"),
        ("2^1000000000", "Z104", "1000000000"),
        ("sqrt(2)", "Z117", "sqrt(2)"),
        ("Q.up", "Z117", "Q.up"),
        ("0.5", "Z116", "0.5"),
        ("1e-1", "Z116", "1e-1"),
        ("c", "Z110", "c"),
        ("N", "Z115", "N"),
        ("3bar", "Z115", "X: 3bar"),
    ],
)
def test_mistakes(text: str, code: str, place: str) -> None:
    assert wrong(text) == [(code, place)]


@pytest.mark.parametrize(
    ("text", "lets", "code", "place"),
    [
        ("c", "let c = [1, 2]", "Z113", "c"),
        ("[c, 1, 1]", "let c = [1, 2, 3]", "Z124", "c"),
        ("c", "let c = [1, 2] + [1, 2, 3]", "Z124", "[1, 2, 3]"),
        ("c", "let c = sqrt(2)", "Z117", "sqrt(2)"),
        ("c + c", "let c = sqrt(2)", "Z117", "sqrt(2)"),
        ("1", "let c = ?", "Z117", "?"),
        ("1", "let c = [d]", "Z110", "d"),
    ],
)
def test_mistakes_in_lets(text: str, lets: str, code: str, place: str) -> None:
    assert wrong(text, lets=lets) == [(code, place)]


def test_two_charges_do_not_share_an_unknown_by_accident() -> None:
    text = HEAD + "gauge Z = U(1)\nfermion N[3] left (X: [?, ?, ?], Z: [?, 0, 0])\nfermion N2 left (X: ?)"
    assert [mistake for mistake in mistakes(text) if mistake[0] == "Z111"] == [("Z111", "?"), ("Z111", "?")]


def test_the_same_unknown_may_stand_twice_in_a_charge() -> None:
    assert charges("? + ?", "scalar phi") == ["2*?phi"]


PARAMETERS = [f"p{number}" for number in range(60)]


@pytest.mark.parametrize(
    "text",
    [
        "(" + "+".join(PARAMETERS) + ")^16",
        "*".join(["(" + "+".join(PARAMETERS) + ")"] * 10),
        "*".join(["7" * 60] * 2000),
        "1/(" + "*".join(["7" * 60] * 2000) + ")",
        "((7^16)^16)^16",
        "+".join(PARAMETERS * 90),
    ],
    ids=["power", "product", "digits", "denominator", "tower", "sum"],
)
def test_charges_that_would_grow_without_bounds(text: str) -> None:
    with patience():
        assert [code for code, _ in wrong(text, lets="param " + ", ".join(PARAMETERS))] == ["Z104"]


def test_there_are_not_too_many_unknowns() -> None:
    fields = "".join(f"fermion F_{n}_[32] left (X: ?)\n" for n in range(20))
    assert [code for code, _ in mistakes(HEAD + fields) if code != "Z501"] == ["Z104"]
