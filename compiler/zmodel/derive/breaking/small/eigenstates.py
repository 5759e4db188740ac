"""Mass eigenstates as series in small parameters.

F x = m D x with a hermitian mass matrix F and positive norms D, so A x = m x with A = D^-1 F. The eigenstate that
becomes the i-th field without mixing has x_i = 1 and

    m = A_ii + sum_j A_ij x_j,    x_j = (A_ji + sum_k A_jk x_k)/(m - A_jj),    j and k other than i,

which is iterated until nothing changes. Each step gains an order if A_jk A_kj is small against (A_ii - A_jj) times
(A_ii - A_kk). Two states whose matrix has one zero eigenvalue to leading order may mix at order zero: they are rotated
first, since its eigenvectors have no roots: with i the heavier field, x_i = 1 and x_j = F_ji D_i/(F_ii D_j) of the
state with mass, and x_j = 1 and x_i = -F_ij/F_ii of the other.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

import sympy

from zmodel.derive.breaking.rational import cancelled
from zmodel.derive.breaking.small.counting import PowerCounting
from zmodel.derive.breaking.small.laurent import Laurent, SeriesField, VanishingSeriesError, series_field
from zmodel.derive.breaking.tidy import factored, root, tidy
from zmodel.derive.to_sympy import Expr, Matrix, Symbol

Rows = list[list[Laurent]]

EXTRA_TERMS = (2, 6, 12)
"""Divisions by small differences lose orders, so more are tried than are asked for."""


@dataclass(frozen=True)
class SeriesEigenstate:
    """A mass eigenstate up to an order in small parameters.

    Attributes:
        mass_squared: terms by order, the lowest first; as many orders follow it as are asked for.
        content: state = sum coefficient * canonical field, by their positions, up to the order.
    """

    mass_squared: tuple[Expr, ...]
    content: Mapping[int, Expr]


class _PrecisionError(ArithmeticError):
    """Too few terms are known."""


def series_eigenstates(
    form: Matrix, norms: Sequence[Expr], counting: PowerCounting, order: int, mixings: Sequence[Symbol] = ()
) -> tuple[SeriesEigenstate, ...] | None:
    """The eigenstates of fields that mix.

    Args:
        form: hermitian; M_ij = form_ij/sqrt(norm_i norm_j) is the mass matrix.
        norms: positive.
        counting: what is small.
        order: up to which coefficients of fields are wanted, and masses relative to their first term.
        mixings: small parameters that make factors of norms positive where they vanish.

    Returns:
        One state for each field, or None where the small parameters do not make the mixing small.
    """
    field = series_field([*form, *norms], counting)
    if field is None:
        return None
    for extra in EXTRA_TERMS:
        try:
            return _states(field, form, norms, order, extra, mixings)
        except _PrecisionError:
            continue
        except VanishingSeriesError:
            return None
    return None


def _states(
    field: SeriesField, form: Matrix, norms: Sequence[Expr], order: int, extra: int, mixings: Sequence[Symbol]
) -> tuple[SeriesEigenstate, ...] | None:
    size, length = len(norms), order + extra
    f = [[field.series(form[i, j], length) for j in range(size)] for i in range(size)]
    d = [field.series(norm, length) for norm in norms]
    basis = _leading_basis(f, d)
    a = _transformed(f, d, basis) if basis else [[f[i][j] / d[i] for j in range(size)] for i in range(size)]
    if not all(_converges(a, i) for i in range(size)):
        return None
    positive = {factor for norm in norms for factor, _ in factored(norm, mixings)[1]}
    states = []
    for i in range(size):
        mass, x = _eigenvector(a, i)
        if mass.is_zero and cancelled(form.det()) != 0:
            raise _PrecisionError
        if basis:
            x = [_sum([basis[k][j] * x[j] for j in range(size)]) for k in range(size)]
        content = {k: _without_moduli(value, positive) for k, value in _content(x, d, order, mixings).items()}
        states.append(SeriesEigenstate(_mass_terms(mass, order, mixings), content))
    return tuple(states)


def _without_moduli(expression: Expr, positive: Container[Expr]) -> Expr:
    """Moduli of what is positive removed: roots of squares of factors of norms."""
    return expression.replace(
        lambda part: isinstance(part, sympy.Abs) and part.args[0] in positive, lambda part: part.args[0]
    )


def _converges(a: Rows, i: int) -> bool:
    """Whether mixing is of higher order than differences of masses, as far as the i-th state is concerned.

    Raises:
        VanishingSeriesError: if two masses do not differ.
    """
    others = [j for j in range(len(a)) if j != i]
    gaps = {j: a[i][i] - a[j][j] for j in others}
    if any(gap.is_zero for gap in gaps.values()):
        raise VanishingSeriesError
    mixes = ((i, j, 2 * gaps[j].start) for j in others)
    among = ((j, k, gaps[j].start + gaps[k].start) for j in others for k in others if j != k)
    return all(a[j][k].start + a[k][j].start > bound for j, k, bound in (*mixes, *among))


def _sum(terms: Sequence[Laurent]) -> Laurent:
    total = terms[0]
    for term in terms[1:]:
        total = total + term
    return total


def _eigenvector(a: Rows, i: int) -> tuple[Laurent, list[Laurent]]:
    """Eigenvalue and eigenvector with x_i = 1."""
    size = len(a)
    others = [j for j in range(size) if j != i]
    field, length = a[i][i].field, max(len(entry.terms) for row in a for entry in row)
    x = [field.constant(int(j == i), length) for j in range(size)]
    while True:
        mass = _sum([a[i][j] * x[j] for j in range(size)])
        new = list(x)
        for j in others:
            new[j] = _sum([a[j][k] * x[k] for k in range(size) if k != j]) / (mass - a[j][j])
        if new == x:
            return mass, x
        x = new


# ------------------------------------------------------------------ two states that mix at order zero
def _leading_basis(f: Rows, d: Sequence[Laurent]) -> Rows | None:
    """Columns are eigenvectors of the leading part of two states; None if it is diagonal, or has no zero eigenvalue.

    Each stands in the place of the field that it becomes if one is heavier by an order.
    """
    if len(d) != 2 or f[0][1].is_zero or f[0][0].is_zero or f[1][1].is_zero:
        return None
    if 2 * f[0][1].start > f[0][0].start + f[1][1].start:
        return None
    leading = [[_leading(entry) for entry in row] for row in f]
    if not (leading[0][0] * leading[1][1] - leading[0][1] * leading[1][0]).is_zero:
        return None
    i, j = (0, 1) if f[0][0].start - d[0].start <= f[1][1].start - d[1].start else (1, 0)
    one = f[0][0].field.constant(1, len(f[0][0].terms))
    columns = [[one, one], [one, one]]
    columns[i][j] = leading[j][i] * _leading(d[i]) / (leading[i][i] * _leading(d[j]))
    columns[j][i] = -(leading[i][j] / leading[i][i])
    return [[columns[k][row] for k in (0, 1)] for row in (0, 1)]


def _leading(series: Laurent) -> Laurent:
    zero = series.terms[0][0] * 0, series.terms[0][1]
    return Laurent(series.field, series.start, (series.terms[0], *[zero] * (len(series.terms) - 1)))


def _transformed(f: Rows, d: Sequence[Laurent], basis: Rows) -> Rows:
    """D^-1 F in another basis: (T^dag D T)^-1 T^dag F T."""

    def in_basis(g: Rows) -> Rows:
        conjugated = [[entry.conjugate() for entry in row] for row in basis]
        half = [[_sum([conjugated[k][i] * g[k][j] for k in (0, 1)]) for j in (0, 1)] for i in (0, 1)]
        return [[_sum([half[i][k] * basis[k][j] for k in (0, 1)]) for j in (0, 1)] for i in (0, 1)]

    zero = d[0].field.constant(0, len(d[0].terms))
    form, norm = in_basis(f), in_basis([[d[0], zero], [zero, d[1]]])
    determinant = norm[0][0] * norm[1][1] - norm[0][1] * norm[1][0]
    inverse = [
        [norm[1][1] / determinant, -(norm[0][1] / determinant)],
        [-(norm[1][0] / determinant), norm[0][0] / determinant],
    ]
    return [[_sum([inverse[i][k] * form[k][j] for k in (0, 1)]) for j in (0, 1)] for i in (0, 1)]


# ------------------------------------------------------------------ what is asked for
def _mass_terms(mass: Laurent, order: int, mixings: Sequence[Symbol]) -> tuple[Expr, ...]:
    if not mass.is_zero and len(mass.terms) <= order:
        raise _PrecisionError
    return tuple(tidy(term, mixings) for term in mass.expressions(mass.start + order).values())


def _content(x: Sequence[Laurent], d: Sequence[Laurent], order: int, mixings: Sequence[Symbol]) -> dict[int, Expr]:
    """x_k sqrt(D_k/N) with N = x^dag D x."""
    norm = _sum([component * component.conjugate() * d[k] for k, component in enumerate(x)])
    content = {}
    for k, component in enumerate(x):
        ratio = d[k] / norm
        # The root of the first term counts half its order.
        last = order - ratio.start // 2
        series = component * ratio.square_root_of_ratio()
        if series.end <= last:
            raise _PrecisionError
        terms = series.expressions(last)
        if terms:
            scale = root(ratio.field.expression(ratio.terms[0]), mixings)
            content[k] = scale * sympy.Add(*(tidy(term, mixings) for term in terms.values()))
    return content
