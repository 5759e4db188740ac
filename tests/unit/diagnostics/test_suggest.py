"""Suggestions for misspelt names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zmodel.diagnostics import did_you_mean


@pytest.mark.parametrize(
    ("name", "candidates", "expected"),
    [
        ("h", ["Q", "H", "U"], ("H",)),
        ("lamda", ["lambda", "lam", "delta"], ("lambda", "lam")),
        ("SU2", ["SU3c", "SU2L", "Y"], ("SU2L",)),
        ("phi", ["Phi", "phi2", "PHI", "psi"], ("PHI", "Phi", "phi2")),
        ("xyz", ["Q", "H"], ()),
        ("", ["Q"], ()),
        ("Q", [], ()),
        ("Q", ["Q"], ()),
    ],
)
def test_did_you_mean(name: str, candidates: list[str], expected: tuple[str, ...]) -> None:
    assert did_you_mean(name, candidates) == expected


@pytest.mark.parametrize("limit", [-1, 0, 1, 2])
def test_limit(limit: int) -> None:
    assert len(did_you_mean("g", ["G"] + [f"g{i}" for i in range(9)], limit)) == max(limit, 0)


def test_long_names_cost_nothing() -> None:
    assert did_you_mean("a" * 10**6, ["a" * 10**6 + "b"] * 5) == ()


@given(st.text(max_size=12), st.lists(st.text(max_size=12)))
def test_order_of_the_candidates_does_not_matter(name: str, candidates: list[str]) -> None:
    found = did_you_mean(name, candidates)
    assert found == did_you_mean(name, reversed(candidates * 2))
    assert set(found) <= set(candidates) - {name}
    assert len(found) <= 3
