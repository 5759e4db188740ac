"""Quartic couplings below heavy scalars, against squares completed by hand."""

from __future__ import annotations

import pytest
from tests.helpers.models import compile_text

from zmodel.derive.thresholds import QuarticShifts, quartic_shifts
from zmodel.driver.analysis import check_model
from zmodel.model.decouple import decoupled

HIGGS = "use sm { except Yu, Yd, Ye }\n"
DOUBLETS = """gauge G = SU(2) coupling g
gauge Y = U(1) coupling gY
scalar A (G: 2, Y: 1/2)
scalar B (G: 2, Y: 1/2)
potential { l1 = (dag(A) A)^2; l2 = (dag(B) B)^2; l3 = (dag(A) A) (dag(B) B); l4 = (dag(A) B) (dag(B) A)
            l5 = (dag(A) B)^2; l6 = (dag(A) A) (dag(A) B); l7 = (dag(B) B) (dag(A) B) }
"""
K, L, M2 = 3 - 4j, 2 + 1j, 50.0


def shifts_of(text: str, *removed: str) -> QuarticShifts:
    analysis = compile_text(f"model m\n{text}")
    light, _ = check_model(decoupled(analysis.model, removed))
    assert light is not None
    heavy, below = analysis.couplings.couplings, light.couplings.couplings
    return quartic_shifts(analysis.model, heavy, light.model, below, removed)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # kappa S x + M^2 S^2/2 is -kappa^2 x^2/(2 M^2) at its minimum; m S^2 has M^2 = 2 m.
        (HIGGS + "scalar S real\npotential { k = S dag(H) H; m2 = 1/2 S^2 }", {"lambda": -(3.0**2) / (2 * M2)}),
        (HIGGS + "scalar S real\npotential { k = S dag(H) H; m2 = S^2 }", {"lambda": -(3.0**2) / (4 * M2)}),
        (HIGGS + "scalar S\npotential { k = S dag(H) H; m2 = dag(S) S }", {"lambda": -abs(K) ** 2 / M2}),
        # The sum of (H^dag sigma H)^2 is (H^dag H)^2, that of |H^T eps sigma H|^2 is twice that.
        (
            HIGGS + "scalar S real (SU2L: 3)\npotential { k = dag(H) S H; m2 = 1/2 S S }",
            {"lambda": -(3.0**2) / (2 * M2)},
        ),
        (
            HIGGS + "scalar S (SU2L: 3, Y: 1)\npotential { k = dag(S) H H; m2 = dag(S) S }",
            {"lambda": -2 * abs(K) ** 2 / M2},
        ),
        (
            HIGGS + "scalar R (SU3c: 3, SU2L: 2, Y: 7/6)\nscalar B (SU3c: 3, Y: 2/3)\n"
            "potential { k = dag(R) H B; m2 = dag(R) R; p = (dag(H) H) (dag(B) B); q = (dag(B) B)^2 }",
            {"p": -abs(K) ** 2 / M2},
        ),
        # S (k a + k^* a^*) with a = A^dag B; complex fields give |k^* a^* + l a|^2.
        (
            DOUBLETS + "scalar S real\npotential { k = S dag(A) B; m2 = 1/2 S^2 }",
            {"l4": -abs(K) ** 2 / M2, "l5": -(K**2) / (2 * M2)},
        ),
        (
            DOUBLETS + "scalar S\npotential { k = S dag(A) B; l = dag(S) dag(A) B; m2 = dag(S) S }",
            {"l4": -(abs(K) ** 2 + abs(L) ** 2) / M2, "l5": -(K * L) / M2},
        ),
        (
            DOUBLETS + "scalar S\npotential { k = S dag(A) A; l = dag(S) dag(A) B; m2 = dag(S) S }",
            {"l1": -abs(K) ** 2 / M2, "l4": -abs(L) ** 2 / M2, "l6": -K * L / M2},
        ),
    ],
)  # fmt: skip
def test_completed_squares(text: str, expected: dict[str, complex]) -> None:
    found = shifts_of(text, "S", "R")
    real = "S real" in text and "A" not in text.split()
    values = {"k": 3.0 if real else K, "l": L, "m2": M2}
    assert found.left_out == found.mixing == found.vacuum == ()
    assert found.shifts(values, 1.0) == pytest.approx(expected)


def test_two_heavy_fields_add_up() -> None:
    text = "scalar S real\nscalar T real\npotential { k = S dag(H) H; l = T dag(H) H; m = 1/2 S^2; n = 1/2 T^2 }"
    found = shifts_of(HIGGS + text, "S", "T").shifts({"k": 3, "l": 2, "m": 5.0, "n": 4.0}, 1.0)
    assert found == pytest.approx({"lambda": -9 / 10 - 4 / 8})


def test_the_scale_stands_in_for_a_mass() -> None:
    """Without a mass term, or where its coefficient is not positive."""
    text = HIGGS + "scalar S real\npotential { k = S dag(H) H; m2 = 1/2 S^2 }"
    expected = pytest.approx({"lambda": -9 / 200})
    assert shifts_of(text, "S").shifts({"k": 3}, 10.0) == expected
    assert shifts_of(text, "S").shifts({"k": 3, "m2": -4.0}, 10.0) == expected
    assert shifts_of(text.replace("; m2 = 1/2 S^2", ""), "S").shifts({"k": 3}, 10.0) == expected


def test_what_cannot_be_taken_over() -> None:
    doublets = DOUBLETS.replace("l5 = (dag(A) B)^2; ", "")
    found = shifts_of(doublets + "scalar S real\npotential { k = S dag(A) B; m2 = 1/2 S^2 }", "S")
    assert found.left_out == ("k",)
    assert found.shifts({"k": K, "m2": M2}, 1.0) == pytest.approx({"l4": -(abs(K) ** 2) / M2})
    mixed = DOUBLETS + "potential { m2 = dag(B) B; k = dag(A) B }"
    assert shifts_of(mixed, "B").mixing == ("k",)
    split = HIGGS + "scalar S\nscalar T\npotential { m2 = dag(S) S; n2 = dag(T) T; k = S S; l = S T; t = T }"
    assert shifts_of(split, "S", "T").mixing == ("k", "l", "t")


def test_what_is_no_mass_term_is_not_taken_for_one() -> None:
    """S S of a complex field, which splits it."""
    text = HIGGS + "scalar S\npotential { n = S S; k = S dag(H) H; m2 = dag(S) S }"
    assert shifts_of(text, "S").shifts({"k": K, "m2": M2, "n": 7.0}, 1.0) == pytest.approx(
        {"lambda": -(abs(K) ** 2) / M2}
    )


def test_masses_that_share_a_coupling_add_up() -> None:
    """M^2 = 2 m2 + 2 n2 of S and 6 m2 of T; below, the coupling goes with S, which is told if T stays."""
    text = HIGGS + "scalar S real\nscalar T real\npotential { m2 = S^2 + 3 T^2; n2 = S^2; k = S dag(H) H + T dag(H) H }"
    found = shifts_of(text, "S", "T")
    assert found.mixing == ()
    expected = -9 / (2 * (2 * M2 + 14)) - 9 / (2 * 6 * M2)
    assert found.shifts({"k": 3, "m2": M2, "n2": 7.0}, 10.0) == pytest.approx({"lambda": expected})
    assert shifts_of(text.replace(" + T dag(H) H", ""), "S").mixing == ("m2",)


def test_the_mass_beside_a_mixing_of_one_coupling() -> None:
    """V = m S^* S + m S^* T + h.c. has M^2 = 2 Re m."""
    text = HIGGS + "scalar S\nscalar T\npotential { m = dag(S) S + dag(S) T; n = dag(T) T; k = S dag(H) H }"
    found = shifts_of(text, "S", "T")
    assert found.mixing == ("m",)
    assert found.shifts({"k": K, "m": 5 - 2j, "n": 1.0}, 1.0) == pytest.approx({"lambda": -(abs(K) ** 2) / 10})


def test_vacuum_values_of_heavy_fields() -> None:
    """What joins them to light fields, and nothing else."""
    text = f"{HIGGS}scalar S vev w\nscalar T\npotential {{ b = (dag(S) S)^2; c = dag(H) H dag(S) S"
    text += "; a = dag(S) S dag(T) T"
    assert shifts_of(text + "; d = dag(H) H dag(T) T }", "S", "T").vacuum == ("c",)
    assert shifts_of(text + " }", "S").vacuum == ("c", "a")
