"""Mass eigenstates: exact for up to two states that mix, else as a series in a ratio of scales.

For two states with the mass matrix ((a, c), (c*, b)) the first eigenstate is cos(alpha) 1 + sin(alpha) 2 with
tan 2 alpha = 2 |c|/(a - b) and |alpha| <= pi/4, so that names follow the states for small mixing, whichever of the two is
heavier. This is the rotation of paper B, Eq. (3.15).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import networkx as nx
import sympy

from zmodel.derive.breaking.orthogonal import Matrix
from zmodel.derive.breaking.states import Sector
from zmodel.derive.breaking.tidy import factored, root, tidy

Expr = sympy.Expr
Content = Mapping[int, Expr]
"""Coefficients of a state's canonical fields, by their positions in the sector: state = sum coefficient * field."""


@dataclass(frozen=True)
class Limit:
    """An eigenstate to leading order in a ratio of scales.

    Attributes:
        mass_squared: with the first correction.
        leading_mass_squared: without it.
        content: coefficients of canonical fields, to first order.
    """

    mass_squared: Expr
    leading_mass_squared: Expr
    content: Content


@dataclass(frozen=True)
class Rotation:
    """The exact mixing of two canonical fields.

    Attributes:
        angle: the symbol of the angle alpha.
        first: position of the first field, second of the other.
        tan_double: tan(2 alpha).
        determinant: product of the two squared masses.
        leading: sin(alpha) to leading order, if only the second field has a mass from heavy scalars.
        coefficient: k in sin(alpha) = k (m_first/m_second)^2 to leading order.
    """

    angle: sympy.Symbol
    first: int
    second: int
    tan_double: Expr
    determinant: Expr
    leading: Expr | None
    coefficient: Expr | None


@dataclass(frozen=True)
class Eigenstate:
    """A mass eigenstate of a sector.

    Attributes:
        like: position of the canonical field that it becomes without mixing.
        mass_squared: exact, or None if there is no closed form.
        content: exact, in terms of mixing angles, or None.
        heavy_limit: heavy scalars (and declared masses) far above the light ones.
        light_limit: the opposite, for a light boson beside the Z.
    """

    like: int
    mass_squared: Expr | None
    content: Content | None
    heavy_limit: Limit | None
    light_limit: Limit | None


@dataclass(frozen=True)
class MassMatrix:
    """The mass matrix of the massive canonical fields of a sector."""

    heavy: Matrix
    light: Matrix
    total: Matrix
    mixings: tuple[sympy.Symbol, ...]


def mass_matrix(sector: Sector, mixings: Sequence[sympy.Symbol]) -> MassMatrix:
    """Divides by the norms of the fields."""
    roots = [root(state.norm, mixings) for state in sector.massive]
    size = len(roots)

    def normalised(form: Matrix) -> Matrix:
        return Matrix(size, size, lambda i, j: tidy(form[i, j], mixings) / (roots[i] * roots[j]))

    total = normalised(sector.heavy + sector.light)
    return MassMatrix(normalised(sector.heavy), normalised(sector.light), total, tuple(mixings))


def components(matrix: MassMatrix) -> tuple[tuple[int, ...], ...]:
    """The sets of fields that mix."""
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(matrix.total.rows))
    graph.add_edges_from((i, j) for i in range(matrix.total.rows) for j in range(i) if matrix.total[i, j] != 0)
    return tuple(sorted(tuple(sorted(part)) for part in nx.connected_components(graph)))


def diagonalise(
    matrix: MassMatrix, fields: tuple[int, ...], angle: sympy.Symbol
) -> tuple[tuple[Eigenstate, ...], tuple[Rotation, ...]]:
    """The eigenstates of fields that mix.

    Args:
        matrix: of the sector.
        fields: one of its `components`.
        angle: for the mixing of two; further angles have numbers added.
    """
    if len(fields) == 1:
        (i,) = fields
        return (Eigenstate(i, matrix.total[i, i], {i: sympy.Integer(1)}, None, None),), ()
    heavy_limits, series_rotations = _series(matrix, fields, angle)
    if len(fields) > 2:
        states = [
            Eigenstate(i, None, None, limit, None) for i, limit in zip(fields, heavy_limits, strict=True)
        ]
        return tuple(states), series_rotations
    i, j = fields
    rotation = _rotation(matrix, matrix.total, i, j, angle)
    light = _light_limits(matrix, i, j)
    contents = _rotated(matrix.total[i, j], i, j, angle)
    masses = _pair_masses(matrix, i, j)
    return (
        Eigenstate(i, masses[0], contents[0], heavy_limits[0], light[0]),
        Eigenstate(j, masses[1], contents[1], heavy_limits[1], light[1]),
    ), (rotation,)


# ------------------------------------------------------------------ two states
def _rotation(matrix: MassMatrix, total: Matrix, i: int, j: int, angle: sympy.Symbol) -> Rotation:
    a, b, c = total[i, i], total[j, j], total[i, j]
    size = c if c.is_real is not False else sympy.Abs(c)
    leading = coefficient = None
    if matrix.heavy[i, i] == 0 and matrix.heavy[j, j] != 0:
        leading = quotient(-size, matrix.heavy[j, j], matrix.mixings)
        coefficient = quotient(-size, a, matrix.mixings)
    determinant = tidy(a * b - sympy.expand(c * sympy.conjugate(c)), matrix.mixings)
    return Rotation(angle, i, j, 2 * quotient(size, a - b, matrix.mixings), determinant, leading, coefficient)


def quotient(top: Expr, bottom: Expr, mixings: Sequence[sympy.Symbol]) -> Expr:
    """A quotient in factors; roots stay what they are."""
    radicals, rational = _split(top)
    return radicals * tidy(rational / bottom, mixings)


def _split(product: Expr) -> tuple[Expr, Expr]:
    """Roots of polynomials, and the rational rest, of a product."""
    radicals, rational = [], []
    for factor in sympy.Mul.make_args(product):
        base, exponent = factor.as_base_exp()
        whole = sympy.floor(exponent) if exponent.is_Rational else exponent
        if exponent.is_Rational and whole != exponent and not base.is_number:
            radicals.append(base ** (exponent - whole))
            rational.append(base**whole)
        else:
            rational.append(factor)
    return sympy.Mul(*radicals), sympy.Mul(*rational)


def _pair_masses(matrix: MassMatrix, i: int, j: int) -> tuple[Expr, Expr]:
    """(a + b)/2 +- (a - b)/2 sqrt(1 + 4 |c|^2/(a - b)^2): the sign follows the names, not the size."""
    a, b, c = matrix.total[i, i], matrix.total[j, j], matrix.total[i, j]
    squared = tidy(sympy.expand(c * sympy.conjugate(c)), matrix.mixings)
    ratio = tidy(4 * squared / (a - b) ** 2, matrix.mixings)
    mean, half = tidy((a + b) / 2, matrix.mixings), tidy((a - b) / 2, matrix.mixings)
    return mean + half * sympy.sqrt(1 + ratio), mean - half * sympy.sqrt(1 + ratio)


def _rotated(c: Expr, i: int, j: int, angle: sympy.Symbol) -> tuple[Content, Content]:
    phase = sympy.Integer(1) if c.is_real is not False else sympy.conjugate(c) / sympy.Abs(c)
    sine, cosine = sympy.sin(angle), sympy.cos(angle)
    return {i: cosine, j: sine * phase}, {i: -sine * sympy.conjugate(phase), j: cosine}


def _light_limits(matrix: MassMatrix, i: int, j: int) -> tuple[Limit | None, Limit | None]:
    """A boson whose own mass is far below the Z's, to leading order in the ratio and exactly in the mixing.

    Light scalars alone leave one combination massless: 2 - t 1 with t = c/a (paper D, below Eq. (A.6)).
    """
    a, b, c = matrix.light[i, i], matrix.light[j, j], matrix.light[i, j]
    own = matrix.heavy[j, j]
    if matrix.heavy[i, i] != 0 or a == 0 or tidy(a * b - c**2) != 0 or own == 0:
        return None, None
    t = quotient(c, a, matrix.mixings)
    scale = tidy(1 + t**2, matrix.mixings)
    norm = 1 / root(scale, matrix.mixings)
    heavy_mass, light_mass = tidy(a * scale, matrix.mixings), tidy(own / scale, matrix.mixings)
    correction = tidy(own * t**2 / scale, matrix.mixings)
    first = Limit(heavy_mass + correction, heavy_mass, {i: norm, j: norm * t})
    second = Limit(light_mass, light_mass, {j: norm, i: -norm * t})
    return first, second


# ------------------------------------------------------------------ series
def _series(
    matrix: MassMatrix, fields: tuple[int, ...], angle: sympy.Symbol
) -> tuple[tuple[Limit | None, ...], tuple[Rotation, ...]]:
    """Light states l - theta h and heavy states h + theta^dag l with theta = M_lh H^-1, to first order in theta."""
    heavy = [i for i in fields if matrix.heavy[i, i] != 0]
    light = [i for i in fields if matrix.heavy[i, i] == 0]
    if not heavy or not light:
        return (None,) * len(fields), ()
    block = matrix.heavy.extract(heavy, heavy)
    coupling = matrix.total.extract(light, heavy)
    if sympy.cancel(block.det()) == 0:
        return (None,) * len(fields), ()
    theta = (coupling * block.inv()).applyfunc(lambda entry: _tidy_sum(entry, matrix.mixings))
    reduced = matrix.total.extract(light, light) - theta * coupling.H
    limits: dict[int, Limit | None] = dict.fromkeys(fields)
    rotations: list[Rotation] = []
    number = 2
    for members, leading, corrected in (
        (light, matrix.total.extract(light, light), reduced),
        (heavy, block, matrix.total.extract(heavy, heavy)),
    ):
        contents, rotation = _rotate_leading(matrix, leading, members, sympy.Symbol(f"{angle.name}{number}", real=True))
        rotations += rotation
        number += len(rotation)
        for position, content in enumerate(contents):
            full = dict(content)
            for k, l in ((k, l) for k in range(len(light)) for l in range(len(heavy))):
                if members is light and light[k] in content:
                    full[heavy[l]] = full.get(heavy[l], 0) - content[light[k]] * theta[k, l]
                elif members is heavy and heavy[l] in content:
                    full[light[k]] = full.get(light[k], 0) + content[heavy[l]] * sympy.conjugate(theta[k, l])
            limits[members[position]] = Limit(
                _expectation(content, corrected, members, matrix.mixings),
                _expectation(content, leading, members, matrix.mixings),
                {key: value for key, value in full.items() if value != 0},
            )
    return tuple(limits[i] for i in fields), tuple(rotations)


def _rotate_leading(
    matrix: MassMatrix, leading: Matrix, members: list[int], angle: sympy.Symbol
) -> tuple[list[Content], list[Rotation]]:
    """Exact eigenvectors of one or two members, none of more that mix."""
    if all(leading[k, l] == 0 for k in range(len(members)) for l in range(k)):
        return [{i: sympy.Integer(1)} for i in members], []
    if len(members) > 2:
        return [], []
    i, j = members
    first, second = _rotated(leading[0, 1], i, j, angle)
    a, b, c = leading[0, 0], leading[1, 1], leading[0, 1]
    size = c if c.is_real is not False else sympy.Abs(c)
    determinant = tidy(a * b - sympy.expand(c * sympy.conjugate(c)), matrix.mixings)
    tangent = 2 * quotient(size, a - b, matrix.mixings)
    return [first, second], [Rotation(angle, i, j, tangent, determinant, None, None)]


def _expectation(content: Content, matrix: Matrix, members: list[int], mixings: Sequence[sympy.Symbol]) -> Expr:
    position = {member: k for k, member in enumerate(members)}
    terms = [
        sympy.conjugate(a) * b * _tidy_sum(matrix[position[i], position[j]], mixings)
        for i, a in content.items()
        for j, b in content.items()
    ]
    return sympy.Add(*terms)


def _tidy_sum(expression: Expr, mixings: Sequence[sympy.Symbol]) -> Expr:
    """Tidies an expression that may be a root times a rational function."""
    together = sympy.factor_terms(sympy.together(expression))
    radicals, rational = _split(together)
    return radicals * tidy(rational, mixings)
