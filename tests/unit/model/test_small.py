"""The statement `small`."""

from __future__ import annotations

import pytest
from tests.helpers.resolving import WITH_X, mistakes, resolve_text

HEAD = WITH_X + "scalar s vev w\nparam a : real\ncharges X { s = a }\nmass m = bar(cc(K)) K\nfermion K left\n"


def test_what_can_be_small() -> None:
    model = resolve_text(HEAD + "small gX, v_h order 2; small m, a\nsmall Yd order 3, lambda, w\n")
    assert {item.name: item.order for item in model.small} == {
        **{"gX": 1, "v_h": 2, "m": 1, "a": 1, "Yd": 3, "lambda": 1, "w": 1},
    }


def test_small_parameters_go_with_what_declares_them() -> None:
    files = {"x.zmodel": "model x\nuse sm\nsmall Yd order 2, g1\n"}
    model = resolve_text('model m\nuse "x.zmodel" { except Yd }', files)
    assert [item.name for item in model.small] == ["g1"]


@pytest.mark.parametrize(
    ("line", "code", "place"),
    [
        ("small v_f", "Z110", "v_f"),
        ("small Q", "Z115", "Q"),
        ("let b = 2*a\nscalar t (X: b)\nsmall b", "Z115", "b"),
        ("small a, gX order 0", "Z123", "gX order 0"),
        ("small gX order 9", "Z123", "gX order 9"),
        ("small gX, a\nsmall gX order 2", "Z121", "gX order 2"),
    ],
)
def test_mistakes(line: str, code: str, place: str) -> None:
    assert mistakes(HEAD + line) == [(code, place)]
