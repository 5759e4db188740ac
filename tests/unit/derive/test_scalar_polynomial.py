"""Potential terms as polynomials in components, at random values of the fields."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pytest
from tests.helpers.models import compile_text

from zmodel.derive.components import conjugate_components
from zmodel.derive.scalar_polynomial import ScalarKey, conjugate_scalar_polynomial, scalar_polynomial

Values = Mapping[str, np.ndarray]


def value(polynomial: Mapping[ScalarKey, object], values: Values) -> complex:
    total = 0j
    for key, coefficient in polynomial.items():
        factors = [np.conj(values[name][i]) if conjugated else values[name][i] for name, conjugated, i in key]
        total += float(coefficient) * np.prod(factors)  # type: ignore[arg-type]
    return total


@pytest.mark.parametrize(
    ("term", "formula"),
    [
        ("1/3 (dag(H) H)^2", lambda h, t: np.vdot(h, h) ** 2 / 3),
        ("-5/2 dag(H) H", lambda h, t: -5 / 2 * np.vdot(h, h)),
        ("dag(H) K", lambda h, t: np.vdot(h, t)),
        ("2 dag(H) K", lambda h, t: 2 * np.vdot(h, t)),
        ("7 (dag(H) K) (dag(H) H)", lambda h, t: 7 * np.vdot(h, t) * np.vdot(h, h)),
    ],
)
def test_doublets(term: str, formula: object) -> None:
    text = f"model m\ngauge W = SU(2) coupling g\nscalar H (W: 2)\nscalar K (W: 2)\npotential {{ c = {term} }}"
    analysis = compile_text(text)
    polynomial = scalar_polynomial(analysis.couplings.couplings["c"].monomials, analysis.model)
    rng = np.random.default_rng(1)
    h, k = rng.normal(size=(2, 2)) + 1j * rng.normal(size=(2, 2))
    values = {"H": h, "K": k}
    assert value(polynomial, values) == pytest.approx(formula(h, k))  # type: ignore[operator]
    assert value(conjugate_scalar_polynomial(polynomial, analysis.model), values) == pytest.approx(
        np.conj(formula(h, k))  # type: ignore[operator]
    )


@pytest.mark.parametrize("dimension", [3, 5])
def test_the_conjugate_with_a_real_field(dimension: int) -> None:
    """phi_m^* = f phi_n, where f is not always one for a quintet."""
    text = "model m\ngauge W = SU(2) coupling g\nscalar A (W: 3)\nscalar B (W: 3)\nscalar F real (W: {})\n{}"
    analysis = compile_text(text.format(dimension, "potential { c = dag(A) F B }"))
    polynomial = scalar_polynomial(analysis.couplings.couplings["c"].monomials, analysis.model)
    rng = np.random.default_rng(2)
    a, b = rng.normal(size=(2, 3)) + 1j * rng.normal(size=(2, 3))
    f = rng.normal(size=dimension) + 1j * rng.normal(size=dimension)
    partners = conjugate_components(analysis.model, analysis.model.field("F"))
    assert {int(sign) for _, sign in partners} == ({1, -1} if dimension == 5 else {1})
    for m, (n, sign) in enumerate(partners):
        f[m] = (f[m] + int(sign) * np.conj(f[n])) / 2 if m == n else f[m]
        f[n] = int(sign) * np.conj(f[m])
    values = {"A": a, "B": b, "F": f}
    expected = np.conj(value(polynomial, values))
    assert abs(expected) > 1e-3
    assert value(conjugate_scalar_polynomial(polynomial, analysis.model), values) == pytest.approx(expected)
