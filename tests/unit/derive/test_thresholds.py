"""Couplings of the potential below heavy scalars, against squares completed by hand and minima found by numbers."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import mpmath
import numpy as np
import pytest
from tests.helpers.models import compile_text

from zmodel.derive.heavy_exchange import HeavyScalars
from zmodel.derive.thresholds import heavy_scalars
from zmodel.driver.analysis import check_model
from zmodel.model.decouple import decoupled
from zmodel.model.expression import EvaluationError

HIGGS = "use sm { except Yu, Yd, Ye }\n"
DOUBLETS = """gauge G = SU(2) coupling g
gauge Y = U(1) coupling gY
scalar A (G: 2, Y: 1/2)
scalar B (G: 2, Y: 1/2)
potential { l1 = (dag(A) A)^2; l2 = (dag(B) B)^2; l3 = (dag(A) A) (dag(B) B); l4 = (dag(A) B) (dag(B) A)
            l5 = (dag(A) B)^2; l6 = (dag(A) A) (dag(A) B); l7 = (dag(B) B) (dag(A) B) }
"""
K, L, M2 = 3 - 4j, 2 + 1j, 50.0


def heavy_of(text: str, *removed: str) -> HeavyScalars:
    analysis = compile_text(f"model m\n{text}")
    light, _ = check_model(decoupled(analysis.model, removed))
    assert light is not None
    heavy, below = analysis.couplings.couplings, light.couplings.couplings
    return heavy_scalars(analysis.model, heavy, light.model, below, removed)


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
    found = heavy_of(text, "S", "R")
    real = "S real" in text and "A" not in text.split()
    values = {"k": 3.0 if real else K, "l": L, "m2": M2}
    shift = found.shift(values, 1.0)
    assert shift.left_out == shift.mixing == ()
    assert shift.couplings == pytest.approx(expected)


def test_two_heavy_fields_add_up() -> None:
    text = "scalar S real\nscalar T real\npotential { k = S dag(H) H; l = T dag(H) H; m = 1/2 S^2; n = 1/2 T^2 }"
    found = heavy_of(HIGGS + text, "S", "T").shift({"k": 3, "l": 2, "m": 5.0, "n": 4.0}, 1.0)
    assert found.couplings == pytest.approx({"lambda": -9 / 10 - 4 / 8})


def test_the_scale_stands_in_for_a_mass() -> None:
    """Without a mass term, or where its coefficient is not positive."""
    text = HIGGS + "scalar S real\npotential { k = S dag(H) H; m2 = 1/2 S^2 }"
    expected = pytest.approx({"lambda": -9 / 200})
    assert heavy_of(text, "S").shift({"k": 3}, 10.0).couplings == expected
    assert heavy_of(text, "S").shift({"k": 3, "m2": -4.0}, 10.0).couplings == expected
    assert heavy_of(text.replace("; m2 = 1/2 S^2", ""), "S").shift({"k": 3}, 10.0).couplings == expected


def test_what_cannot_be_taken_over() -> None:
    doublets = DOUBLETS.replace("l5 = (dag(A) B)^2; ", "")
    found = heavy_of(doublets + "scalar S real\npotential { k = S dag(A) B; m2 = 1/2 S^2 }", "S")
    shift = found.shift({"k": K, "m2": M2}, 1.0)
    assert shift.left_out == ("k",)
    assert shift.couplings == pytest.approx({"l4": -(abs(K) ** 2) / M2})
    assert found.shift({"m2": M2}, 1.0).left_out == ()
    mixed = DOUBLETS + "potential { m2 = dag(B) B; k = dag(A) B }"
    assert heavy_of(mixed, "B").shift({"m2": M2, "k": K}, 1.0).mixing == ("k",)
    split = HIGGS + "scalar S\nscalar T\npotential { m2 = dag(S) S; n2 = dag(T) T; k = S S; l = S T; t = T }"
    numbers = {"m2": M2, "n2": M2, "k": 1.0, "l": L, "t": K}
    assert heavy_of(split, "S", "T").shift(numbers, 1.0).mixing == ("t",)
    assert heavy_of(split, "S").shift(numbers, 1.0).mixing == ("l",)


def test_a_complex_field_that_is_split() -> None:
    """V = k S x + n S^2 + h.c. + M^2 S^* S of real and imaginary parts, by the inverse of a 2 x 2 matrix."""
    text = HIGGS + "scalar S\npotential { n = S S; k = S dag(H) H; m2 = dag(S) S }"
    n = 7 - 3j
    linear = np.sqrt(2) * np.array([K.real, -K.imag])
    mass = np.array([[M2 + 2 * n.real, -2 * n.imag], [-2 * n.imag, M2 - 2 * n.real]])
    expected = {"lambda": -linear @ np.linalg.inv(mass) @ linear / 2}
    assert heavy_of(text, "S").shift({"k": K, "m2": M2, "n": n}, 1.0).couplings == pytest.approx(expected)


def test_masses_that_share_a_coupling_add_up() -> None:
    """M^2 = 2 m2 + 2 n2 of S and 6 m2 of T; below, the coupling goes with S, which is told if T stays."""
    text = HIGGS + "scalar S real\nscalar T real\npotential { m2 = S^2 + 3 T^2; n2 = S^2; k = S dag(H) H + T dag(H) H }"
    found = heavy_of(text, "S", "T")
    expected = -9 / (2 * (2 * M2 + 14)) - 9 / (2 * 6 * M2)
    assert found.shift({"k": 3, "m2": M2, "n2": 7.0}, 10.0).couplings == pytest.approx({"lambda": expected})
    alone = text.replace(" + T dag(H) H", "")
    assert heavy_of(alone, "S").shift({"m2": M2}, 10.0).left_out == ("m2",)
    shift = heavy_of(alone.replace("n2 = S^2", "n2 = T^2"), "S").shift({"m2": M2}, 10.0)
    assert shift.left_out == () and shift.couplings == pytest.approx({"n2": 3 * M2})


@pytest.mark.parametrize("n", [1.0, 90.0])
def test_heavy_fields_that_mix(n: float) -> None:
    """V = m S^* S + m S^* T + h.c. + n T^* T; without a minimum all masses are the scale."""
    text = HIGGS + "scalar S\nscalar T\npotential { m = dag(S) S + dag(S) T; n = dag(T) T; k = S dag(H) H }"
    found = heavy_of(text, "S", "T")
    m = 5 - 2j
    mass = np.array([[2 * m.real, m], [m.conjugate(), n]])
    inverse = np.linalg.inv(mass)[0, 0].real if n > 10 else 1 / 30**2
    shift = found.shift({"k": K, "m": m, "n": n}, 30.0)
    assert shift.couplings == pytest.approx({"lambda": -(abs(K) ** 2) * inverse})


# ------------------------------------------------------------------ vacuum values
Potential = Callable[..., Any]

VACUA: dict[str, tuple[str, str, dict[str, complex], Potential]] = {
    # |H|^2 = x; real components of heavy fields
    "real singlet": (
        "scalar S real vev w\npotential { m2 = S^2; l = S^4; p = dag(H) H S^2; k = dag(H) H S }",
        "S",
        {"l": 0.1, "p": 0.3, "k": 40.0, "w": 700.0},
        lambda v, x, s: -2 * v["l"] * v["w"] ** 2 * s**2 + v["l"] * s**4 + x * (v["p"] * s**2 + v["k"] * s),
    ),
    "complex singlet": (
        "scalar S vev w/sqrt(2)\npotential { m2 = dag(S) S; l = (dag(S) S)^2; p = dag(H) H dag(S) S }",
        "S",
        {"l": 0.1, "p": 0.3, "w": 700.0},
        lambda v, x, s: -v["l"] * v["w"] ** 2 * s**2 / 2 + v["l"] * s**4 / 4 + x * v["p"] * s**2 / 2,
    ),
    "two singlets": (
        "scalar S real vev w\nscalar T real\npotential { m2 = S^2; n2 = T^2; l = S^4; q = T^4; r = S^2 T^2; t = S T^2; "
        "p = dag(H) H S^2; k = dag(H) H T; j = dag(H) H S T }",
        "ST",
        {"l": 0.1, "p": 0.3, "k": 90.0, "j": 0.2, "w": 700.0, "n2": 3e4, "r": 0.2, "t": 50.0, "q": 0.2},
        lambda v, x, s, t: (
            -2 * v["l"] * v["w"] ** 2 * s**2 + v["l"] * s**4 + v["n2"] * t**2 + v["q"] * t**4 + v["r"] * s**2 * t**2
            + v["t"] * s * t**2 + x * (v["p"] * s**2 + v["k"] * t + v["j"] * s * t)
        ),
    ),
    "vacuum values of both": (
        "scalar S real vev w\nscalar T real vev u\npotential { m2 = S^2; n2 = T^2; l = S^4; q = T^4; r = S^2 T^2; "
        "p = dag(H) H S^2; k = dag(H) H T^2 }",
        "ST",
        {"l": 0.1, "p": 0.3, "k": 0.25, "w": 700.0, "u": 400.0, "r": 0.05, "q": 0.2, "m2": 7.0},
        lambda v, x, s, t: (
            -(2 * v["l"] * v["w"] ** 2 + v["r"] * v["u"] ** 2) * s**2 + v["l"] * s**4
            - (2 * v["q"] * v["u"] ** 2 + v["r"] * v["w"] ** 2) * t**2 + v["q"] * t**4 + v["r"] * s**2 * t**2
            + x * (v["p"] * s**2 + v["k"] * t**2)
        ),
    ),
    # b > 0: the vacuum value is imaginary, S = i (w + a)/sqrt(2) + s/sqrt(2)
    "imaginary vacuum value": (
        "scalar S vev i*w/sqrt(2)\npotential { m2 = dag(S) S; b = S S; l = (dag(S) S)^2; p = dag(H) H dag(S) S; "
        "k = dag(H) H S }",
        "S",
        {"l": 0.1, "p": 0.3, "w": 700.0, "b": 2e4, "k": 50 + 30j},
        lambda v, x, a, s: (
            (-v["l"] * v["w"] ** 2 + 2 * v["b"]) * (s**2 + a**2) / 2 + v["b"] * (s**2 - a**2)
            + v["l"] * (s**2 + a**2) ** 2 / 4 + x * v["p"] * (s**2 + a**2) / 2
            + x * mpmath.sqrt(2) * (v["k"].real * s - v["k"].imag * a)
        ),
    ),
    "pseudo Goldstone boson": (
        "scalar S vev w/sqrt(2)\npotential { m2 = dag(S) S; b = S S; l = (dag(S) S)^2; p = dag(H) H dag(S) S; "
        "k = dag(H) H S }",
        "S",
        {"l": 0.1, "p": 0.3, "w": 700.0, "b": -2e4, "k": 50 + 30j},
        lambda v, x, s, a: (
            (-v["l"] * v["w"] ** 2 - 2 * v["b"]) * (s**2 + a**2) / 2 + v["b"] * (s**2 - a**2)
            + v["l"] * (s**2 + a**2) ** 2 / 4 + x * v["p"] * (s**2 + a**2) / 2
            + x * mpmath.sqrt(2) * (v["k"].real * s - v["k"].imag * a)
        ),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", VACUA)
def test_vacuum_values_of_heavy_fields(name: str) -> None:
    """The lowest potential at fixed |H|^2 = x is const + shift(mH2) x + shift(lambda) x^2 + ..."""
    text, removed, values, potential = VACUA[name]
    found = heavy_of(HIGGS + text, *removed)
    shift = found.shift(values, 1.0)
    assert shift.mixing == shift.left_out == found.unknown(values) == ()
    with mpmath.workdps(60):
        count = potential.__code__.co_argcount - 2
        start = [values["w"], values.get("u", 1e-3)][:count]

        def lowest(x: Any) -> Any:
            def gradient(*point: Any) -> list[Any]:
                return [
                    mpmath.diff(lambda *y: potential(values, x, *y), point, tuple(int(i == j) for j in range(count)))
                    for i in range(count)
                ]

            point = mpmath.findroot(gradient, start)
            return potential(values, x, *point)

        step = mpmath.mpf("1e-4")
        below, middle, above = (lowest(x) for x in (-step, 0, step))
        slope, curvature = (above - below) / (2 * step), (above - 2 * middle + below) / step**2
    assert shift.couplings == pytest.approx({"mH2": float(slope), "lambda": float(curvature / 2)}, rel=1e-6)


def test_masses_are_those_at_the_minimum() -> None:
    """Of U(1) and one complex singlet: -p^2/(4 l), whatever its mass parameter says."""
    text = HIGGS + "scalar S vev w/sqrt(2)\npotential { m2 = dag(S) S; l = (dag(S) S)^2; p = dag(H) H dag(S) S }"
    for square in (0.0, -0.1 * 700.0**2, 1e9):
        shift = heavy_of(text, "S").shift({"l": 0.1, "p": 0.3, "w": 700.0, "m2": square}, 1.0)
        assert shift.couplings["lambda"] == pytest.approx(-0.09 / 0.4)


def test_masses_from_vacuum_values_of_other_heavy_fields() -> None:
    """T has M^2 = m2 + a w^2/2 beside S, and its cubic coupling j w/sqrt(2)."""
    text = (
        HIGGS
        + """scalar S vev w/sqrt(2)
        scalar T (SU2L: 3)
        potential { b = (dag(S) S)^2; m2 = dag(T) T; a = (dag(S) S) (dag(T) T); j = dag(H) T H S }"""
    )
    values = {"b": 0.1, "m2": 1e4, "a": 0.3, "j": 0.2 + 0.1j, "w": 700.0}
    squared, cubic = 1e4 + 0.3 * 700**2 / 2, abs(0.2 + 0.1j) * 700 / math.sqrt(2)
    # The sum of (H^dag sigma H)^2 is (H^dag H)^2.
    expected = {"lambda": -(cubic**2) / squared}
    assert heavy_of(text, "S", "T").shift(values, 1.0).couplings == pytest.approx(expected)


def test_vacuum_values_without_numbers() -> None:
    text = HIGGS + "scalar S vev w\npotential { b = (dag(S) S)^2; c = dag(H) H dag(S) S }"
    found = heavy_of(text, "S")
    assert found.unknown({"b": 1.0, "c": 1.0}) == ("S",)
    assert found.shift({"b": 1.0, "c": 1.0}, 1.0).couplings == {}


def test_vacuum_values_that_mix_light_fields_with_heavy_ones() -> None:
    text = HIGGS + "scalar S vev w\nscalar T real\npotential { b = (dag(S) S)^2; c = T dag(S) S; d = T^2 dag(S) S }"
    found = heavy_of(text, "S")
    assert found.shift({"b": 1.0, "c": 1.0, "w": 2.0}, 1.0).mixing == ("c",)
    assert found.shift({"b": 1.0, "c": 1.0, "w": 0.0}, 1.0).mixing == ()


def test_tadpoles_that_vacuum_values_give() -> None:
    """T would go from where it is; so would the phase of S, unless b is real. The mass term of S takes all others."""
    text = HIGGS + "scalar S vev w\nscalar T real\npotential { l = (dag(S) S)^2; b = S S; t = T dag(S) S; n = T^2 }"
    found = heavy_of(text, "S", "T")
    values = {"l": 0.1, "w": 700.0, "n": 1e4, "b": -2e4}
    assert found.shift(values, 1.0).mixing == ()
    assert found.shift(values | {"t": 50.0}, 1.0).mixing == ("t",)
    assert found.shift(values | {"b": 2e4j}, 1.0).mixing == ("b",)


@pytest.mark.parametrize("w", [1e100, 1e-90])
def test_vacuum_values_of_any_size(w: float) -> None:
    """-p^2/(4 l), where powers of w beyond those of the potential are no numbers."""
    text = HIGGS + "scalar S vev w/sqrt(2)\npotential { l = (dag(S) S)^2; p = dag(H) H dag(S) S }"
    shift = heavy_of(text, "S").shift({"l": 0.1, "p": 0.3, "w": w}, 1.0)
    assert shift.couplings == pytest.approx({"mH2": 0.15 * w**2, "lambda": -0.09 / 0.4})


@pytest.mark.parametrize("values", [{"k": 1.0, "m2": math.inf}, {"k": 1e200, "m2": 1.0}])
def test_numbers_that_are_too_large(values: dict[str, float]) -> None:
    text = HIGGS + "scalar S real\npotential { k = S dag(H) H; m2 = 1/2 S^2 }"
    with pytest.raises(EvaluationError, match="too large"):
        heavy_of(text, "S").shift(values, 1.0)


def test_cubic_couplings_from_vacuum_values() -> None:
    """r S T^3 is r w T^3 below, and T^2 S^2 a mass."""
    text = (
        HIGGS
        + """scalar S real vev w
        scalar T real
        potential { l = S^4; m2 = S^2; n2 = T^2; mu = T^3; q = T^4; r = S T^3; a = S^2 T^2 }"""
    )
    shift = heavy_of(text, "S").shift({"l": 0.1, "r": 0.2, "a": 0.3, "w": 700.0}, 1.0)
    expected = {"mu": 0.2 * 700, "n2": 0.3 * 700**2, "q": -((2 * 0.3 * 700) ** 2) / (2 * 8 * 0.1 * 700**2)}
    assert shift.couplings == pytest.approx(expected)


def test_vacuum_values_in_components_of_other_norms() -> None:
    """The middle component of a triplet and the lower one of a doublet of a global SU(2): one radial mode, 2 l w^2."""
    for field, vacuum in (("2", "(0, w/sqrt(2))"), ("3", "(0, w/sqrt(2), 0)"), ("4", "(0, w/sqrt(2), 0, 0)")):
        text = (
            HIGGS
            + f"""global G = SU(2)
            scalar S (G: {field}) vev {vacuum}
            potential {{ m2 = dag(S) S; l = (dag(S) S)^2; p = (dag(H) H) (dag(S) S) }}"""
        )
        shift = heavy_of(text, "S").shift({"l": 0.1, "p": 0.3, "w": 700.0}, 1.0)
        assert shift.couplings == pytest.approx({"mH2": 0.3 * 700**2 / 2, "lambda": -0.09 / 0.4})
