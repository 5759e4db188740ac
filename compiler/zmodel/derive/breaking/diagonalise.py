"""Mass eigenstates: exact for up to two states that mix, else as a series in a ratio of scales.

For two states with the mass matrix ((a, c), (c*, b)) the first eigenstate is cos(alpha) 1 + sin(alpha) 2 with
tan 2 alpha = 2 |c|/(a - b) and |alpha| <= pi/4, so that names follow the states for small mixing, whichever of the two
is heavier. This is the rotation of paper B, Eq. (3.15).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import sympy

from zmodel.algebra.connected import connected_parts
from zmodel.derive.breaking.mass_matrix import MassMatrix
from zmodel.derive.breaking.rational import cancelled
from zmodel.derive.breaking.tidy import conjugate, root, tidy
from zmodel.derive.to_sympy import Expr, Symbol

Content = Mapping[int, Expr]
"""Coefficients of a state's canonical fields, by their positions in the sector: field = coefficient * state + ...,
which is state = sum coefficient^* * field."""


@dataclass(frozen=True)
class Limit:
    """An eigenstate in a ratio of scales.

    Attributes:
        mass_squared: with the first correction.
        leading_mass_squared: without it.
        content: coefficients of canonical fields, to first order between fields of different scales and to leading
            order between those of one.
    """

    mass_squared: Expr
    leading_mass_squared: Expr
    content: Content


@dataclass(frozen=True)
class Rotation:
    """The exact mixing of two canonical fields.

    Attributes:
        angle: the symbol of the angle alpha.
        first: position of the first field.
        second: position of the other.
        tan_double: tan(2 alpha).
        determinant: product of the two squared masses.
        leading: sin(alpha) to leading order, if only the second field has a mass from heavy scalars.
        coefficient: k in sin(alpha) = k (m_first/m_second)^2 to leading order.
    """

    angle: Symbol
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


def components(matrix: MassMatrix) -> tuple[tuple[int, ...], ...]:
    """The sets of fields that mix."""
    size = matrix.size
    return connected_parts(range(size), ((i, j) for i in range(size) for j in range(i) if matrix.total[i, j] != 0))


def diagonalise(
    matrix: MassMatrix, fields: tuple[int, ...], angle: str
) -> tuple[tuple[Eigenstate, ...], tuple[Rotation, ...]]:
    """The eigenstates of fields that mix.

    Args:
        matrix: of the sector.
        fields: one of its `components`.
        angle: name of the mixing angle; further ones have numbers added.
    """
    if len(fields) == 1:
        (i,) = fields
        return (Eigenstate(i, matrix.mass(matrix.total, i), {i: sympy.Integer(1)}, None, None),), ()
    limits, rotations = _series(matrix, fields, angle)
    if len(fields) > 2:
        return tuple(Eigenstate(i, None, None, limits.get(i), None) for i in fields), rotations
    i, j = fields
    rotation = _rotation(matrix, matrix.total, i, j, sympy.Symbol(angle, real=True))
    light = _light_limits(matrix, i, j)
    contents = _rotated(matrix.total[i, j], i, j, rotation.angle)
    return tuple(
        Eigenstate(k, mass, content, limits.get(k), light.get(k))
        for k, mass, content in zip(fields, _pair_masses(matrix, i, j), contents, strict=True)
    ), (rotation,)


# ------------------------------------------------------------------ two states
def _rotation(matrix: MassMatrix, form: sympy.Matrix, i: int, j: int, angle: Symbol) -> Rotation:
    roots, norms, mixings = matrix.roots, matrix.norms, matrix.mixings
    c = _modulus(form[i, j])
    difference = form[i, i] * norms[j] - form[j, j] * norms[i]
    leading = coefficient = None
    if matrix.heavy[i, i] == 0 and matrix.heavy[j, j] != 0:
        leading = tidy(-c / matrix.heavy[j, j], mixings) * roots[j] / roots[i]
        coefficient = tidy(-c / form[i, i], mixings) * roots[i] / roots[j]
    return Rotation(
        angle,
        i,
        j,
        tidy(2 * c / difference, mixings) * roots[i] * roots[j],
        tidy((form[i, i] * form[j, j] - c**2) / (norms[i] * norms[j]), mixings),
        leading,
        coefficient,
    )


def _modulus(entry: Expr) -> Expr:
    """A real entry as it is, with its sign; the modulus of a complex one."""
    return entry if conjugate(entry) == entry else sympy.Abs(entry)


def _pair_masses(matrix: MassMatrix, i: int, j: int) -> tuple[Expr, Expr]:
    """(a + b)/2 +- (a - b)/2 sqrt(1 + 4 |c|^2/(a - b)^2): the sign follows the names, not the size."""
    norms, mixings = matrix.norms, matrix.mixings
    a, b = matrix.total[i, i] / norms[i], matrix.total[j, j] / norms[j]
    squared = _modulus(matrix.total[i, j]) ** 2 / (norms[i] * norms[j])
    mean, half = tidy((a + b) / 2, mixings), tidy((a - b) / 2, mixings)
    radical = sympy.sqrt(1 + tidy(4 * squared / (a - b) ** 2, mixings))
    return mean + half * radical, mean - half * radical


def _rotated(c: Expr, i: int, j: int, angle: Symbol) -> tuple[Content, Content]:
    phase = sympy.Integer(1) if conjugate(c) == c else conjugate(c) / sympy.Abs(c)
    sine, cosine = sympy.sin(angle), sympy.cos(angle)
    return {i: cosine, j: sine * phase}, {i: -sine * conjugate(phase), j: cosine}


def _light_limits(matrix: MassMatrix, i: int, j: int) -> dict[int, Limit]:
    """A boson whose own mass is far below the Z's, to leading order in the ratio and exactly in the mixing.

    Light scalars alone leave one combination massless: field 2 - t * field 1 with t = c/a (paper D, below Eq. (A.6)).
    """
    norms, roots, mixings = matrix.norms, matrix.roots, matrix.mixings
    a, b, c = matrix.light[i, i], matrix.light[j, j], matrix.light[i, j]
    own = matrix.heavy[j, j]
    if matrix.heavy[i, i] != 0 or own == 0 or a == 0 or cancelled(a * b - c**2) != 0:
        return {}
    t = tidy(c / a, mixings) * roots[i] / roots[j]
    scale = tidy(1 + (c / a) ** 2 * norms[i] / norms[j], mixings)
    norm = 1 / root(scale, mixings)
    mass, light_mass = tidy(a / norms[i] * scale, mixings), tidy(own / norms[j] / scale, mixings)
    correction = tidy(own / norms[j] * (scale - 1) / scale, mixings)
    return {
        i: Limit(mass + correction, mass, {i: norm, j: norm * t}),
        j: Limit(light_mass, light_mass, {j: norm, i: -norm * t}),
    }


# ------------------------------------------------------------------ series
def _series(matrix: MassMatrix, fields: tuple[int, ...], angle: str) -> tuple[dict[int, Limit], tuple[Rotation, ...]]:
    """Light states l - theta h and heavy states h + theta^dag l with theta = M_lh H^-1, to first order in theta."""
    heavy = [i for i in fields if matrix.heavy[i, i] != 0]
    light = [i for i in fields if matrix.heavy[i, i] == 0]
    if not heavy or not light:
        return {}, ()
    block = matrix.heavy.extract(heavy, heavy)
    if cancelled(block.det()) == 0:
        return {}, ()
    unscaled = matrix.total.extract(light, heavy) * block.inv()
    theta = {
        (i, j): tidy(unscaled[row, column], matrix.mixings) * matrix.roots[j] / matrix.roots[i]
        for row, i in enumerate(light)
        for column, j in enumerate(heavy)
    }
    shift = sympy.zeros(matrix.size)
    for row, i in enumerate(light):
        for j in light:
            shift[i, j] = sum(unscaled[row, column] * matrix.total[h, j] for column, h in enumerate(heavy))
    limits: dict[int, Limit] = {}
    rotations: list[Rotation] = []
    for members, leading, corrected in (
        (light, matrix.total, matrix.total - shift),
        (heavy, matrix.heavy, matrix.total),
    ):
        contents, found = _leading(matrix, leading, members, f"{angle}{len(rotations) + 2}")
        rotations += found
        for member, content in contents.items():
            limits[member] = Limit(
                _expectation(matrix, corrected, content),
                _expectation(matrix, leading, content),
                _with_admixture(content, theta),
            )
    return limits, tuple(rotations)


def _leading(
    matrix: MassMatrix, form: sympy.Matrix, members: list[int], angle: str
) -> tuple[dict[int, Content], list[Rotation]]:
    """Exact eigenvectors of a form among members that do not mix or are two; none otherwise."""
    if all(form[i, j] == 0 for i in members for j in members if i != j):
        return {i: {i: sympy.Integer(1)} for i in members}, []
    if len(members) > 2:
        return {}, []
    i, j = members
    rotation = _rotation(matrix, form, i, j, sympy.Symbol(angle, real=True))
    first, second = _rotated(form[i, j], i, j, rotation.angle)
    return {i: first, j: second}, [rotation]


def _expectation(matrix: MassMatrix, form: sympy.Matrix, content: Content) -> Expr:
    terms = [
        conjugate(a) * b * (matrix.mass(form, i) if i == j else matrix.entry(form, i, j))
        for i, a in content.items()
        for j, b in content.items()
    ]
    return sympy.Add(*terms)


def _with_admixture(content: Content, theta: Mapping[tuple[int, int], Expr]) -> Content:
    full = dict(content)
    for (i, j), value in theta.items():
        if i in content:
            full[j] = full.get(j, 0) - content[i] * value
        if j in content:
            full[i] = full.get(i, 0) + content[j] * conjugate(value)
    return {key: value for key, value in full.items() if value != 0}
