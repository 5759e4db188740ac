"""Series in small parameters against sympy's own expansion in a common factor of them."""

from __future__ import annotations

import numpy as np
import pytest
import sympy

from zmodel.derive.breaking.small.counting import PowerCounting
from zmodel.derive.breaking.small.eigenstates import series_eigenstates
from zmodel.derive.breaking.small.expansion import expand_roots
from zmodel.derive.breaking.small.laurent import VanishingSeriesError, series_field
from zmodel.derive.to_sympy import Matrix

g, h, v, w = sympy.symbols("g h v w", positive=True)
a, e = sympy.symbols("a e", real=True)
y = sympy.Symbol("y[1,2]", complex=True)
z = sympy.Symbol("z", positive=True)


def by_sympy(expression: sympy.Expr, orders: dict[sympy.Symbol, int], order: int) -> sympy.Expr:
    scaled = expression.subs({s: s * z**n for s, n in orders.items()}, simultaneous=True)
    return sympy.series(scaled, z, 0, order + 1).removeO().subs(z, 1)


@pytest.mark.parametrize(
    ("expression", "orders", "order"),
    [
        (g / (h + e) ** 2 + e**2 / h, {e: 1}, 3),
        (g * e / sympy.sqrt(1 - e**2) + sympy.sqrt(g**2 + e * h), {e: 1}, 4),
        ((a + e) * g / (w * (v**2 + w**2)), {w: 1, e: 2}, 3),
        (sympy.sqrt(g**2 + h**2) * (e + v**2) / sympy.sqrt(g**2 + h**2 - v**2), {v: 1, e: 2}, 4),
        (sympy.cos(a) * g / (g + e) + sympy.sqrt(2) * e, {e: 2}, 5),
        (v * sympy.sqrt(v**2 + w**2) / w, {v: 1, w: 1}, 2),
    ],
)
def test_expansions(expression: sympy.Expr, orders: dict[sympy.Symbol, int], order: int) -> None:
    counting = PowerCounting({s.name: n for s, n in orders.items()})
    found = expand_roots(expression, counting, order)
    expected = by_sympy(expression, orders, order)
    values = {g: 0.7, h: 1.3, v: 0.4, w: 0.9, a: 0.6, e: 0.2}
    assert float(found.subs(values)) == pytest.approx(float(expected.subs(values)), rel=1e-12)


def test_terms_by_order() -> None:
    field = series_field([g / (h - v), v**2], PowerCounting({"v": 1}))
    assert field is not None
    quotient = field.series(v**2, 4) / field.series(g / (h - v), 4)
    assert quotient.expressions(3) == {2: h * v**2 / g, 3: -(v**3) / g}
    zero = field.series(sympy.Integer(0), 4)
    assert zero.is_zero
    with pytest.raises(VanishingSeriesError):
        field.series(v, 4) / zero


def test_orders_of_quantities() -> None:
    counting = PowerCounting({"y": 2, "e": 1})
    assert [counting.order(q) for q in (y, sympy.conjugate(y), sympy.re(y), e, g, sympy.cos(e))] == [2, 2, 2, 1, 0, 0]
    assert counting.parts(y * sympy.conjugate(y) * e + g + 3 * e) == {0: g, 1: 3 * e, 5: y * sympy.conjugate(y) * e}


def test_complex_entries() -> None:
    """m = a - |y|^2/(b - a) for the first of two states."""
    form = Matrix([[a, y], [sympy.conjugate(y), g]])
    states = series_eigenstates(form, [sympy.Integer(1)] * 2, PowerCounting({"y": 1}), 2)
    assert states is not None
    first, _ = states
    assert sympy.simplify(sympy.Add(*first.mass_squared) - a + y * sympy.conjugate(y) / (g - a)) == 0
    assert sympy.simplify(first.content[1] + sympy.conjugate(y) / (g - a)) == 0


def test_equal_masses_have_no_series() -> None:
    form = Matrix([[g, e], [e, g]])
    assert series_eigenstates(form, [sympy.Integer(1)] * 2, PowerCounting({"e": 1}), 2) is None


NO_SERIES = {
    "mixing as large as the difference": [[1, 0, 0], [0, 2, e], [0, e, 2 + e]],
    "two equal masses beside a third": [[1, 0, e], [0, 1, e], [e, e, 2]],
    "mixing of order one": [[1, 1, e], [1, 3, 0], [e, 0, 7]],
}


@pytest.mark.parametrize("case", NO_SERIES)
def test_states_that_mix_at_leading_order_have_no_series(case: str) -> None:
    assert series_eigenstates(sympy.Matrix(NO_SERIES[case]), [sympy.Integer(1)] * 3, PowerCounting({"e": 1}), 2) is None


@pytest.mark.parametrize("order", [1, 2, 3])
def test_three_states_against_numbers(order: int) -> None:
    """Masses over their first term, and contents, are wrong at the next order only."""
    form = sympy.Matrix([[1, e, e**2], [e, 3 + e, e], [e**2, e, 2 * e]])
    norms = [sympy.Integer(1), 1 + e, sympy.Integer(2)]
    states = series_eigenstates(form, norms, PowerCounting({"e": 1}), order)
    assert states is not None
    errors = []
    for small in (2e-3, 1e-3):
        numbers = np.array(form.subs(e, small).evalf(), dtype=float)
        roots = np.sqrt(np.array([float(norm.subs(e, small)) for norm in norms]))
        masses, vectors = np.linalg.eigh(numbers / np.outer(roots, roots))
        worst = 0.0
        for state in states:
            mass = float(sum(state.mass_squared).subs(e, small))
            at = int(np.argmin(abs(masses - mass)))
            content = np.array([float(sympy.sympify(state.content.get(k, 0)).subs(e, small)) for k in range(3)])
            sign = np.sign(content @ vectors[:, at])
            worst = max(worst, abs(mass / masses[at] - 1), *abs(content - sign * vectors[:, at]))
        errors.append(worst)
    assert errors[1] < 1.2 * errors[0] / 2 ** (order + 1)


def test_a_state_without_mass() -> None:
    """det M = 0: its mass vanishes to all orders, which more terms would not show."""
    states = series_eigenstates(Matrix([[1, e], [e, e**2]]), [sympy.Integer(1)] * 2, PowerCounting({"e": 1}), 2)
    assert states is not None
    heavy, massless = states
    assert sympy.expand(sum(heavy.mass_squared) - 1 - e**2) == 0
    assert sum(massless.mass_squared) == 0
    assert sympy.expand(massless.content[0] + e) == 0
