"""Vacuum values of singlets where heavy fields are integrated out."""

from __future__ import annotations

import pytest
from tests.helpers.smeft import matching_errors, resolve_text

from zmodel.derive.matching import derive_matching
from zmodel.model.expression import Value, evaluate

HEAD = "model t\nuse sm\nparam MS : real\nscalar p vev w/sqrt(2)\nscalar r real vev u\n"
LEPTOQUARK = "scalar S (SU3c: 3bar, Y: 1/3)\nyukawa y = bar(cc(Q)) L S\n"
TRIPLET = "scalar S real (SU2L: 3)\npotential { k = dag(H) S H }\n"
SINGLET = "scalar S real\npotential { k = S dag(H) H }\n"
VALUES: dict[str, Value] = {"MS": 500.0, "w": 3e3, "u": 2e3, "M": 7e5, "l": 0.3 + 0.2j, "q": 0.4}
"""q multiplies terms that are hermitian."""


@pytest.mark.parametrize("fields", [LEPTOQUARK, TRIPLET, SINGLET])
@pytest.mark.parametrize(
    ("terms", "squared"),
    [
        ("", 500.0**2),
        ("M = SS", 7e5),
        ("q = dag(p) p SS", 0.4 * 3e3**2 / 2),
        ("M = SS; q = 1/3 * dag(p) p SS", 7e5 + 0.4 * 3e3**2 / 6),
        ("M = SS; q = r^2 SS", 7e5 + 0.4 * 2e3**2),
        ("M = SS; l = p SS", 7e5 + 2 * 0.3 * 3e3 / 2**0.5),
        ("M = SS; l = p^2 SS", 7e5 + 2 * 0.3 * 3e3**2 / 2),
        ("M = SS; q = p r SS + dag(p) r SS", 7e5 + 2 * 0.4 * 3e3 / 2**0.5 * 2e3),
    ],
)
def test_mass_of_a_heavy_scalar(fields: str, terms: str, squared: float) -> None:
    """M^2 of V = M^2 S^* S, twice as much of S^2 for a real field; the triplet as tr(S S)."""
    pair = "S^2" if fields == SINGLET else "(S S)" if fields == TRIPLET else "(dag(S) S)"
    text = f"{HEAD}{fields}potential {{ {terms.replace('SS', pair)} }}\nintegrate S at MS\n"
    results, diagnostics = derive_matching(resolve_text(text))
    assert not diagnostics, diagnostics
    found = 1 / complex(evaluate(results[0].inverse_square, VALUES))
    factor = 2 if terms and fields != LEPTOQUARK else 1
    assert found == pytest.approx(factor * squared, rel=1e-12)


@pytest.mark.parametrize(
    "term",
    ["t = r S", "t = p S dag(H) H", "t = r S^3", "t = r S r"],
)
def test_what_else_vacuum_values_do_to_a_scalar(term: str) -> None:
    (diagnostic,) = matching_errors(f"{HEAD}{SINGLET}potential {{ M = S^2; {term} }}\nintegrate S at MS\n")
    assert "`t` has `S` and the vacuum value of `" in diagnostic.message


def test_a_vacuum_value_that_splits_the_masses() -> None:
    text = f"{HEAD}scalar S\npotential {{ M = dag(S) S; t = r S^2 }}\nintegrate S at MS\n"
    (diagnostic,) = matching_errors(text)
    assert "splits the masses" in diagnostic.message


@pytest.mark.parametrize("term", ["bar(FL) FR p", "bar(FL) dag(p) FR"])
def test_a_vacuum_value_in_the_mass_of_a_fermion(term: str) -> None:
    text = (
        f"{HEAD}fermion FL left (Y: -1)\nfermion FR right (Y: -1)\nmass m = bar(FL) FR\nyukawa x = {term}\n"
        "yukawa h = bar(L) H FR\nintegrate FL at MS\n"
    )
    (diagnostic,) = matching_errors(text)
    assert "`x` adds the vacuum value of `p`" in diagnostic.message
