"""Parameters, `let`, and what is not used."""

from __future__ import annotations

import pytest
from tests.helpers.resolving import SM, mistakes, resolve_text, try_resolve


def test_domains() -> None:
    model = resolve_text("model m\nparam a, b : angle\nparam c\nscalar s vev a + b + c")
    assert [(p.name, p.domain) for p in model.parameters] == [("a", "angle"), ("b", "angle"), ("c", "rational")]


def test_an_unknown_domain() -> None:
    _, (found,) = try_resolve("model m\nparam a : rationl")
    assert (found.code, found.hints) == ("Z115", ("did you mean `rational`?",))


@pytest.mark.parametrize(
    ("line", "code", "place"),
    [
        ("let x = y", "Z110", "y"),
        ("let x = x", "Z115", "x"),
        ("let x = y\nlet y = 1", "Z110", "y"),
        ("let x = Q", "Z110", "Q"),
        ("let x = 1/0", "Z117", "0"),
        ("let x = foo(2)", "Z122", "foo(2)"),
        ("let x = 0.5", "Z116", "0.5"),
        ("let x = 10^10^10", "Z104", "10"),
    ],
)
def test_lets_are_checked_where_they_stand(line: str, code: str, place: str) -> None:
    assert [m for m in mistakes(SM + line) if m[0] != "Z501"] == [(code, place)]


@pytest.mark.parametrize(
    "use",
    [
        "scalar s vev a",
        "scalar s (Y: a)",
        "charges Y { N = a }\nfermion N left",
        "let b = a\nscalar s (Y: b)",
        "fermion N[2] right\nrotation N = [[a, 0], [0, 1]]",
        "integrate H at a",
        "gauge X = U(1) mass a",
    ],
)
def test_parameters_that_are_used(use: str) -> None:
    assert mistakes(f"{SM}param a\n{use}") == []


def test_what_is_not_used() -> None:
    text = SM + "param a, b : angle\nlet c = a\npoint p { b = 1 }"
    assert mistakes(text) == [("Z501", "b"), ("Z501", "c")]
    model, _ = try_resolve(text)
    assert model is not None


def test_parameters_of_used_files_count_too() -> None:
    files = {"dark.zmodel": "model dark\nparam q, r\nscalar phi vev q"}
    _, (found,) = try_resolve('model m\nuse "dark.zmodel"', files)
    assert found.span is not None
    assert (found.code, found.span.file.name, found.span.text) == ("Z501", "dark.zmodel", "r")
