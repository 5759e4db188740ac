"""`breaking`: names, indices and generators."""

from __future__ import annotations

from fractions import Fraction as F

import pytest
from tests.helpers.resolving import messages, mistakes, resolve_text

from zmodel.groups import AbelianSubgroup, Block, SimpleSubgroup, whole_group

HEAD = "model m\ngauge G = SU(5)\ngauge F = SU(3)\ngauge X = U(1)\nglobal K = SU(2)\nparam a\nscalar s (X: a)\n"


def test_subgroups_by_their_embedding() -> None:
    text = (
        "breaking b { C = G[1..3] + cc(F); L = G[5, 4]; X\n Y = 1/2 G diag(2/3, 2/3, 2/3, -1, 2/1 - 3) - X }\n"
        "breaking c after b { Z = 2*Y + X; D = C }\nbreaking d {}"
    )
    first, second, third = resolve_text(HEAD + text).breakings
    assert (first.name, first.after, second.after) == ("b", None, "b")
    assert first.subgroups == (
        SimpleSubgroup("C", (Block("G", (0, 1, 2)), Block("F", (0, 1, 2), conjugated=True))),
        SimpleSubgroup("L", (Block("G", (4, 3)),)),
        whole_group("X", 1),
        AbelianSubgroup("Y", (("G", (F(1, 3), F(1, 3), F(1, 3), F(-1, 2), F(-1, 2))),), (("X", F(-1)),)),
    )
    assert second.subgroups == (
        AbelianSubgroup("Z", (), (("X", F(1)), ("Y", F(2)))),
        SimpleSubgroup("D", (Block("C", (0, 1, 2)),)),
    )
    assert third.subgroups == ()


@pytest.mark.parametrize(
    ("line", "code", "place"),
    [
        ("C = H[1..3]", "Z110", "H"),
        ("H", "Z110", "H"),
        ("K", "Z115", "K"),
        ("s", "Z115", "s"),
        ("C = G[1..6]", "Z113", "[1..6]"),
        ("C = G[0, 1]", "Z113", "[0, 1]"),
        ("C = G[3..3]", "Z113", "[3..3]"),
        ("C = G[3..2]", "Z113", "[3..2]"),
        ("C = G[1..999999999]", "Z113", "[1..999999999]"),
        ("Z = X[1, 2]", "Z117", "[1, 2]"),
        ("Z = X diag(1, -1)", "Z117", "diag(1, -1)"),
        ("Z = F diag(1, -1)", "Z113", "diag(1, -1)"),
        ("Z = F diag(1, -1/2, -0.5)", "Z116", "0.5"),
        ("Z = F diag(a, -a, 0)", "Z115", "a"),
        ("Z = F diag(?, 1, 0)", "Z117", "?"),
        ("Z = F diag(1, -1, 1/0)", "Z117", "0"),
        ("C = G + X", "Z115", "C = G + X"),
        ("C = F + G", "Z124", "C = F + G"),
        ("C = -F", "Z117", "F"),
        ("Z = cc(X)", "Z117", "cc(X)"),
        ("Z = 1/0 X", "Z117", "1/0 X"),
        ("diag = F", "Z112", "diag"),
        ("F; F", "Z111", "F"),
        ("Z = X; Y = 2 X", "Z126", "Y = 2 X"),
    ],
)
def test_mistakes(line: str, code: str, place: str) -> None:
    assert mistakes(f"{HEAD}breaking b {{ {line} }}\nbreaking c after b {{ X }}") == [(code, place)]


def test_a_later_step_knows_only_what_is_left() -> None:
    text = HEAD + "breaking b { A = G[1..2] }\nbreaking c after b { X }"
    assert messages(text, "Z115") == ["`X` is a group, not a group that `b` leaves"]


def test_steps_are_in_order() -> None:
    assert mistakes(HEAD + "breaking c after b { X }\nbreaking b { X }") == [("Z110", "b")]


def test_names_are_declared_once() -> None:
    assert mistakes(HEAD + "breaking s { X }") == [("Z111", "s")]


def test_too_many() -> None:
    lines = "".join(f"breaking b{number} {{ X }}\n" for number in range(26))
    assert mistakes(HEAD + lines) == [("Z104", "b24")]
    factors = "; ".join(f"Z{number} = X" for number in range(25))
    assert [code for code, _ in mistakes(f"{HEAD}breaking b {{ {factors} }}")] == ["Z104"]


def test_an_excluded_group_takes_its_breakings_along() -> None:
    part = "gauge G = SU(5)\ngauge X = U(1)\nbreaking b { A = G[1..2] }\nbreaking c after b { A }\nbreaking d { X }"
    model = resolve_text('model m\nuse "part.zmodel" { except G }', {"part.zmodel": part})
    assert [breaking.name for breaking in model.breakings] == ["d"]
