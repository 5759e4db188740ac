"""Series in declared small parameters against numerical diagonalisation: errors are of the next order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

import mpmath
import pytest
import sympy
from tests.helpers.models import compile_text

from zmodel.derive.breaking import GaugeSpectrum, derive_masses
from zmodel.derive.breaking.small.counting import PowerCounting
from zmodel.derive.breaking.small.eigenstates import series_eigenstates
from zmodel.derive.currents import Couplings, CurrentTable, derive_currents
from zmodel.derive.to_sympy import Expr
from zmodel.driver import Analysis

DIGITS = 40
"""Errors of high orders are below what floating point resolves."""

SINGLETS = """
    model m
    use sm
    gauge X = U(1) coupling gX boson X
    fermion N[3] right (X: [0, -3, 0])
    charges X { Q = [0, 0, 1]; U = [0, 0, 1]; D = [0, 0, 1]; L = [0, -3, 0]; E = [0, -3, 0] }
    scalar phi (X: 2) vev v_X
    """
CHARGED_HIGGS = """
    model m
    use sm { except H }
    gauge X = U(1) coupling gX boson X
    scalar H (SU2L: 2, Y: 1/2, X: 1/2) vev (0, v_h/sqrt(2))
    scalar phi (X: 1) vev v_X
    """
TWO = """
    model m
    use sm
    gauge X = U(1) coupling gX boson X
    gauge Z = U(1) coupling gZ boson C
    mixing epsilon (Y, X) as e1
    mixing epsilon (X, Z) as e2
    mixing epsilon (Y, Z) as e3
    charges X { L = [0, 1, -1]; E = [0, 1, -1] }
    charges Z { L = 1; E = 1 }
    fermion N[3] right (X: [0, 1, -1], Z: 1)
    scalar phi (X: 1) vev v_X
    scalar chi (X: 1/2, Z: 1) vev v_Z
    """
NUMBERS = {
    **{"g1": "0.36", "g2": "0.65", "g3": "1.1", "gX": "0.8", "gZ": "0.55", "v_h": "0.9", "v_X": "1.3", "v_Z": "1.1"},
    **{"M_X": "1.7", "eta": "0.3", "epsilon": "0.3", "k": "0.4", "e1": "0.3", "e2": "-0.4", "e3": "0.5"},
}
VALUES = {name: sympy.Rational(value) for name, value in NUMBERS.items()}
CASES = [
    (SINGLETS + "mixing eta (Y, X)\nsmall eta", 1),
    (SINGLETS + "mixing eta (Y, X)\nsmall eta", 3),
    (SINGLETS + "mixing eta (Y, X)\nsmall gX", 2),
    (SINGLETS + "mixing epsilon (Y, X)\nsmall epsilon, v_h order 2", 2),
    (SINGLETS + "mixing epsilon (Y, X)\nsmall v_h", 4),
    (SINGLETS + "mixing epsilon_plus (Y, X) as k\nsmall v_X, k", 2),
    (SINGLETS + "mixing dark_epsilon (Y, X) as k\nsmall k order 2, gX", 3),
    (SINGLETS + "mixing triangular (Y, X) as k\nsmall k", 3),
    (SINGLETS.replace("boson X\n", "boson X mass M_X\n", 1) + "mixing epsilon (Y, X)\nsmall M_X, v_X", 2),
    (CHARGED_HIGGS + "small v_h", 4),
    (CHARGED_HIGGS + "mixing eta (Y, X)\nsmall v_X", 2),
    (CHARGED_HIGGS + "mixing eta (Y, X)\nsmall gX, eta, v_X order 2", 3),
    (CHARGED_HIGGS + "mixing eta (Y, X)\nsmall g1, g2, eta, v_X", 2),
    (TWO + "small e1, e2, e3, v_Z", 2),
]


@cache
def derived(text: str, order: int) -> tuple[Analysis, GaugeSpectrum, CurrentTable]:
    analysis = compile_text(text)
    spectrum = derive_masses(analysis.model, order)
    return analysis, spectrum, derive_currents(analysis.model, spectrum, order)


def number(expression: Expr, values: Mapping[str, sympy.Rational]) -> mpmath.mpf:
    replaced = sympy.sympify(expression).xreplace({s: values[s.name] for s in expression.free_symbols})
    return mpmath.mpf(replaced.evalf(DIGITS))


def flat(couplings: Couplings, table: CurrentTable, values: Mapping[str, sympy.Rational]) -> list[mpmath.mpf]:
    """The couplings of all generations of all components."""
    zero = sympy.Integer(0)
    return [
        number(value, values)
        for component in table.components
        for value in couplings.get(component.name, (zero,) * component.generations)
    ]


def exact(
    spectrum: GaugeSpectrum, table: CurrentTable, values: Mapping[str, sympy.Rational]
) -> list[tuple[mpmath.mpf, list[mpmath.mpf]]]:
    """Squared mass and couplings of each boson, from (M^2 - m^2 K) V = 0 in the fields of the file."""
    names = tuple(table.gauge)
    mass, kinetic = (
        mpmath.matrix([[number(entry, values) for entry in row] for row in matrix(names).tolist()])
        for matrix in (spectrum.mass_matrix, spectrum.kinetic_matrix)
    )
    inverse = mpmath.inverse(mpmath.cholesky(kinetic))
    squared, vectors = mpmath.eigsy(inverse * mass * inverse.T)
    fields = inverse.T * vectors
    gauge = [flat(table.gauge[name], table, values) for name in names]
    return [
        (squared[n], [sum(fields[a, n] * gauge[a][k] for a in range(len(names))) for k in range(len(gauge[0]))])
        for n in range(len(names))
    ]


def errors(text: str, order: int, scale: sympy.Rational) -> Iterator[tuple[float, float]]:
    """Relative errors of squared masses and absolute ones of couplings, for each boson that mixes."""
    analysis, spectrum, table = derived(text, order)
    values = VALUES | {item.name: VALUES[item.name] * scale**item.order for item in analysis.model.small}
    with mpmath.workdps(DIGITS):
        states = exact(spectrum, table, values)
        for name, series in table.series.items():
            found = spectrum.boson(name).series
            assert found is not None
            mass, couplings = number(found.mass_squared, values), flat(series, table, values)
            squared, expected = min(states, key=lambda state: abs(state[0] / mass - 1))
            sign = mpmath.sign(sum(a * b for a, b in zip(couplings, expected, strict=True)))
            worst = max(abs(a - sign * b) for a, b in zip(couplings, expected, strict=True))
            yield float(abs(squared / mass - 1)), float(worst)


@pytest.mark.parametrize(("text", "order"), CASES)
def test_errors_are_of_the_next_order(text: str, order: int) -> None:
    coarse, fine = (list(errors(text, order, sympy.Rational(1, n))) for n in (40, 80))
    assert len(coarse) == len(fine) >= 2
    for first, second in zip(coarse, fine, strict=True):
        for large, small in zip(first, second, strict=True):
            assert large < 0.01
            # 2^(order + 1), up to higher orders.
            assert small < 1.2 * large / 2 ** (order + 1) or small < 1e-30


@pytest.mark.parametrize(("text", "order"), [case for case in CASES if case[1] > 2])
def test_higher_orders_are_better(text: str, order: int) -> None:
    worst = [max(max(pair) for pair in errors(text, n, sympy.Rational(1, 40))) for n in (order - 2, order)]
    assert worst[1] < worst[0] / 10


@pytest.mark.parametrize(
    "text",
    [
        SINGLETS + "mixing eta (Y, X)",
        SINGLETS + "mixing eta (Y, X)\nsmall g3",
        CHARGED_HIGGS + "mixing eta (Y, X)\nsmall eta",
        TWO + "small v_h",
    ],
)
def test_what_is_not_small_has_no_series(text: str) -> None:
    """Mixing of order zero has roots, which are left to the exact form."""
    _, spectrum, table = derived(text, 2)
    assert table.series == {}
    assert all(boson.series is None for boson in spectrum.bosons)
    names = {boson.name for boson in spectrum.bosons}
    assert {"Z", "Z'"} <= names


def test_known_series() -> None:
    """Z-Z' mixing is eta s_W M_Z^2/(M_Z'^2 - M_Z^2) for small eta; a dark photon couples to eta g1 cos^2(theta_W) Q."""
    g1, g2, gX, v, w = sympy.symbols("g1 g2 gX v_h v_X", positive=True)
    eta = sympy.Symbol("eta", real=True)
    _, spectrum, _ = derived(SINGLETS + "mixing eta (Y, X)\nsmall eta", 1)
    z = spectrum.boson("Z").series
    assert z is not None
    z_mass, x_mass = (g1**2 + g2**2) * v**2 / 4, 8 * gX**2 * w**2
    sine = g1 / sympy.sqrt(g1**2 + g2**2)
    assert sympy.simplify(z.content["X0"] - eta * sine * z_mass / (x_mass - z_mass)) == 0
    assert sympy.simplify(z.mass_squared - z_mass) == 0
    _, _, table = derived(SINGLETS + "mixing eta (Y, X)\nsmall eta, gX order 2", 2)
    for component in table.components:
        if component.name in ("L.down", "U", "E"):
            charge = sympy.Rational(str(component.electric_charge))
            expected = eta * g1 * g2**2 / (g1**2 + g2**2) * charge
            assert sympy.simplify(table.series["Z'"][component.name][0] - expected) == 0


@pytest.mark.parametrize("small", ["gX, v_X", "g1, g2, v_X"])
def test_series_go_with_the_name_of_the_boson(small: str) -> None:
    """The Z and the Z' are what Z0 and X0 become, whichever of these two is the heavier."""
    _, spectrum, _ = derived(CHARGED_HIGGS + f"small {small}", 2)
    for boson, field in (("Z", "Z0"), ("Z'", "X0")):
        series = spectrum.boson(boson).series
        assert series is not None
        tiny = {s: 1e-9 if s.name in small.split(", ") else 1 for s in series.content[field].free_symbols}
        assert series.content[field].subs(tiny) == pytest.approx(1)


def test_coefficients_that_begin_at_the_last_order() -> None:
    """The second field in the third state begins with e^3/28, for which more terms are needed than for its mass."""
    e = sympy.Symbol("e", positive=True)
    form = sympy.ImmutableMatrix([[7 * e**2, e**3, 2 * e**4], [e**3, 8 * e**2, 0], [2 * e**4, 0, e**3]])
    states = series_eigenstates(form, [sympy.Integer(1)] * 3, PowerCounting({"e": 1}), 3)
    assert states is not None
    worst = []
    for value in (sympy.Rational(1, 400), sympy.Rational(1, 800)):
        with mpmath.workdps(DIGITS):
            exact_form = mpmath.matrix(
                [[mpmath.mpf(x.evalf(DIGITS)) for x in row] for row in form.subs(e, value).tolist()]
            )
            _, vectors = mpmath.eigsy(exact_form)
            columns = [vectors[:, n] / mpmath.sign(max(vectors[:, n], key=abs)) for n in range(3)]
            error = 0.0
            for like, state in enumerate(states):
                found = [
                    mpmath.mpf(sympy.sympify(state.content.get(i, 0)).subs(e, value).evalf(DIGITS)) for i in range(3)
                ]
                column = max(columns, key=lambda vector: abs(vector[like]))
                error = max(error, *(float(abs(a - b)) for a, b in zip(found, column, strict=True)))
        worst.append(error)
    assert worst[1] < 1.2 * worst[0] / 16
