"""Scalar mass matrices in the declared vacuum, their Goldstone directions and mass eigenstates.

M^2_ij is the second derivative of V with respect to real modes, or d^2 V/(dZ_i^* dZ_j) for complex ones. Each generator
X of the gauge group gives a direction i X <phi> in which V is flat; where the minimum conditions hold, M^2 annihilates
it. What is orthogonal to these directions is physical: for one or two such states masses are exact.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

import sympy

from zmodel.algebra.connected import connected_parts
from zmodel.derive.breaking.fields import Generator, partner
from zmodel.derive.breaking.orthogonal import echelon, rank
from zmodel.derive.breaking.rational import cancelled
from zmodel.derive.breaking.small.counting import ORDER, PowerCounting, power_counting
from zmodel.derive.breaking.small.eigenstates import SeriesEigenstate, series_eigenstates
from zmodel.derive.breaking.tidy import conjugate, tidy
from zmodel.derive.breaking.vacuum import moved_components
from zmodel.derive.components import vacuum_coefficients
from zmodel.derive.couplings import CouplingTable
from zmodel.derive.electroweak import touched_groups, vacuum_scalars
from zmodel.derive.masses.scalar_modes import Atom, ScalarMode, representative, scalar_modes
from zmodel.derive.masses.scalar_potential import (
    Derivatives,
    MinimumCondition,
    minimum_conditions,
    potential_derivatives,
    tidy_sum,
)
from zmodel.derive.to_sympy import Expr, Matrix, Symbol, Symbols, model_symbols, phases_split, to_sympy
from zmodel.model import Model


@dataclass(frozen=True)
class ScalarAngle:
    """The mixing of two modes: first' = cos first + sin second, second' = -sin first + cos second.

    Attributes:
        symbol: of the angle, between -pi/4 and pi/4.
        tan_double: tan(2 angle) = 2 M^2_12/(M^2_11 - M^2_22); the modulus of M^2_12 where it is complex.
    """

    symbol: Symbol
    tan_double: Expr


@dataclass(frozen=True)
class ScalarBlock:
    """Modes that mix among themselves only.

    Attributes:
        modes: real ones, or complex ones of equal charge.
        matrix: M^2, symmetric or hermitian, with the minimum conditions put in.
        goldstones: directions that M^2 annihilates because of gauge invariance, by mode names; not normalised.
        masses_squared: of the physical states; None if there is no closed form.
        angle: where two modes mix and neither is a Goldstone boson.
        series: the states that the modes become in declared small parameters; the content of a state are the
            coefficients with which modes contain it. None if there is none.
    """

    modes: tuple[ScalarMode, ...]
    matrix: Matrix
    goldstones: tuple[Mapping[str, Expr], ...]
    masses_squared: tuple[Expr, ...] | None
    angle: ScalarAngle | None
    series: tuple[SeriesEigenstate, ...] | None

    @property
    def charge(self) -> Fraction | None:
        """The electric charge."""
        return self.modes[0].charge

    @property
    def is_complex(self) -> bool:
        """Whether the modes are complex fields."""
        return self.modes[0].is_complex


@dataclass(frozen=True)
class ScalarMatrix:
    """M^2 of all scalars in the declared vacuum.

    Attributes:
        modes: all of them.
        conditions: for the vacuum to be an extremum of V.
        entries: of M^2 with these conditions put in, by numbers of modes; zeros are left out.
        directions: for each generator X of a basis of the complexified algebra the change i X <phi> of all atoms.
    """

    modes: tuple[ScalarMode, ...]
    conditions: tuple[MinimumCondition, ...]
    entries: Mapping[tuple[int, int], Expr]
    directions: Mapping[Generator, Mapping[Atom, Expr]]


@dataclass(frozen=True)
class ScalarSpectrum:
    """The scalars in the declared vacuum.

    Attributes:
        conditions: for the vacuum to be an extremum of V.
        blocks: in the order of their first modes.
        eaten: number of real Goldstone bosons that gauge bosons eat: of broken generators.
    """

    conditions: tuple[MinimumCondition, ...]
    blocks: tuple[ScalarBlock, ...]
    eaten: int

    def block(self, mode: str) -> ScalarBlock:
        """The block that holds a mode.

        Raises:
            KeyError: if there is no mode of that name.
        """
        return {item.name: block for block in self.blocks for item in block.modes}[mode]

    @property
    def is_extremum(self) -> bool:
        """Whether all conditions can be met by mass parameters."""
        return all(condition.fixes is not None for condition in self.conditions)


def derive_scalar_masses(model: Model, table: CouplingTable, order: int = ORDER) -> ScalarSpectrum | None:
    """Scalar masses from the declared potential; paper A, Eqs. (24)-(26).

    Args:
        model: a resolved model with vacuum values.
        table: its couplings.
        order: of the series in parameters that the model declares small.

    Returns:
        The spectrum in the units of the vacuum values; None if the model declares no potential.
    """
    if all(coupling.kind != "potential" for coupling in table.couplings.values()):
        return None
    found = scalar_matrix(model, table)
    modes, entries, directions = found.modes, found.entries, found.directions
    counting = power_counting(model)
    blocks: list[ScalarBlock] = []
    for part in connected_parts(range(len(modes)), entries):
        members = tuple(modes[i] for i in part)
        matrix = Matrix([[entries.get((i, j), sympy.Integer(0)) for j in part] for i in part])
        block = _block(members, matrix, directions, [b.angle.symbol.name for b in blocks if b.angle])
        blocks.append(replace(block, series=_series(matrix, counting, order)))
    return ScalarSpectrum(found.conditions, tuple(blocks), _eaten(modes, directions))


def scalar_matrix(model: Model, table: CouplingTable) -> ScalarMatrix:
    """M^2 and the directions of Goldstone bosons, nothing diagonalised.

    Args:
        model: a resolved model with vacuum values.
        table: its couplings.
    """
    symbols = model_symbols(model)
    modes = scalar_modes(model)
    derivatives = potential_derivatives(model, table, symbols)
    conditions = minimum_conditions(table, derivatives, modes)
    solutions = {c.fixes: c.solution for c in conditions if c.fixes is not None and c.solution is not None}
    entries = _entries(derivatives, modes, solutions)
    return ScalarMatrix(modes, conditions, entries, _flat_directions(model, symbols))


def _entries(
    derivatives: Derivatives, modes: Sequence[ScalarMode], solutions: Mapping[Expr, Expr]
) -> dict[tuple[int, int], Expr]:
    """The entries of M^2 that do not vanish, by numbers of modes."""
    using: dict[Atom, list[int]] = {}
    for number, mode in enumerate(modes):
        for atom in mode.derivative:
            using.setdefault(atom, []).append(number)
    pairs = dict.fromkeys(
        (i, j)
        for (a, b) in derivatives.second
        for first in (a, (a[0], a[1], not a[2]))
        for i in using.get(first, ())
        for j in using.get(b, ())
        if modes[i].is_complex == modes[j].is_complex
    )
    entries = {}
    for i, j in pairs:
        terms = [
            x * y * derivatives.second[a, b]
            for a, x in modes[i].conjugate_derivative.items()
            for b, y in modes[j].derivative.items()
            if (a, b) in derivatives.second
        ]
        value = sympy.expand(sympy.Add(*terms).xreplace(solutions))
        value = tidy_sum(value) if value != 0 else value
        if value != 0:
            entries[i, j] = value
    return entries


# ------------------------------------------------------------------ Goldstone bosons
def _flat_directions(model: Model, symbols: Symbols) -> dict[Generator, dict[Atom, Expr]]:
    """For each generator X of a basis of the complexified algebra the change i X <phi> of all atoms."""
    groups = (*touched_groups(model), *model.abelian_groups)
    by_name = {group.name: group for group in groups}
    directions: dict[Generator, dict[Atom, Expr]] = {}
    for field in vacuum_scalars(model):
        values = [phases_split(to_sympy(value, symbols)) for value in vacuum_coefficients(model, field)]
        moved = moved_components(model, field, groups, values, symbols)
        for generator, vector in moved.items():
            group = by_name[generator[0]]
            mirror = generator if group.is_abelian else (group.name, partner(group, generator[1]))
            for m, value in vector.items():
                atom, _ = representative(model, field, m, False)
                if not atom[2]:
                    directions.setdefault(generator, {})[atom] = sympy.I * value
                    # Hermitian generators are sums of an element and its mirror image.
                    barred = (atom[0], atom[1], True)
                    directions.setdefault(mirror, {})[barred] = -sympy.I * conjugate(value)
    return directions


def _amplitudes(
    modes: Sequence[ScalarMode], directions: Mapping[Generator, Mapping[Atom, Expr]]
) -> list[tuple[Expr, ...]]:
    """The directions in terms of modes, those that vanish left out."""
    vectors = [tuple(mode.amplitude(direction) for mode in modes) for direction in directions.values()]
    return [vector for vector in vectors if any(vector)]


def _eaten(modes: Sequence[ScalarMode], directions: Mapping[Generator, Mapping[Atom, Expr]]) -> int:
    """The number of broken generators: complex directions are independent of their conjugates."""
    both = [
        tuple(
            entry
            for mode in modes
            for entry in (
                (mode.amplitude(direction), _conjugate_amplitude(mode, direction))
                if mode.is_complex
                else (mode.amplitude(direction),)
            )
        )
        for direction in directions.values()
    ]
    return rank([vector for vector in both if any(vector)])


def _conjugate_amplitude(mode: ScalarMode, direction: Mapping[Atom, Expr]) -> Expr:
    norm = sympy.Rational(mode.norm.numerator, mode.norm.denominator)
    derivative = mode.conjugate_derivative
    return sympy.expand(
        sympy.Add(*(norm * conjugate(c) * direction[a] for a, c in derivative.items() if a in direction))
    )


# ------------------------------------------------------------------ one block
def _block(
    modes: tuple[ScalarMode, ...],
    matrix: Matrix,
    directions: Mapping[Generator, Mapping[Atom, Expr]],
    taken: Sequence[str],
) -> ScalarBlock:
    flat = [vector for vector in echelon_basis(_amplitudes(modes, directions)) if _annihilates(matrix, vector)]
    goldstones = tuple(
        {mode.name: value for mode, value in zip(modes, vector, strict=True) if value != 0} for vector in flat
    )
    angle = None
    if len(modes) == 2 and not flat:
        name = f"theta_{modes[0].field}"
        while name in taken:
            name += "'"
        angle = ScalarAngle(sympy.Symbol(name, real=True), _tan_double(matrix))
    return ScalarBlock(modes, matrix, goldstones, _masses(matrix, len(flat)), angle, None)


def _series(matrix: Matrix, counting: PowerCounting | None, order: int) -> tuple[SeriesEigenstate, ...] | None:
    if counting is None or matrix.rows == 1:
        return None
    return series_eigenstates(matrix, [sympy.Integer(1)] * matrix.rows, counting, order)


def echelon_basis(vectors: Sequence[tuple[Expr, ...]]) -> tuple[tuple[Expr, ...], ...]:
    """A basis of what vectors span, without denominators."""
    chosen: list[tuple[Expr, ...]] = []
    for vector in vectors:
        if rank([*chosen, vector]) > len(chosen):
            chosen.append(vector)
    if not chosen:
        return ()
    rows = echelon(chosen, range(len(chosen[0])))
    return tuple(_cleared(row) for row in rows)


def _cleared(row: tuple[Expr, ...]) -> tuple[Expr, ...]:
    common = sympy.lcm_list([sympy.fraction(sympy.together(entry))[1] for entry in row])
    return tuple(cancelled(entry * common) for entry in row)


def _annihilates(matrix: Matrix, vector: tuple[Expr, ...]) -> bool:
    """Goldstone's theorem for one direction; it fails where the vacuum is no extremum."""
    products = (sympy.Add(*(a * b for a, b in zip(row, vector, strict=True))) for row in matrix.tolist())
    return all(cancelled(sympy.expand(product)) == 0 for product in products)


def _masses(matrix: Matrix, flat: int) -> tuple[Expr, ...] | None:
    """The eigenvalues that do not vanish by gauge invariance, from their sum and the sum of their products."""
    size = matrix.rows
    if size == flat:
        return ()
    trace = tidy_sum(sum(matrix[i, i] for i in range(size)))
    if size - flat == 1:
        return (trace,)
    if size - flat > 2:
        return None
    if size == 2:
        a, b, c = matrix[0, 0], matrix[1, 1], _squared_modulus(matrix[0, 1])
        half = tidy((a - b) / 2)
        if half == 0:
            return trace / 2 + sympy.sqrt(c), trace / 2 - sympy.sqrt(c)
        radical = sympy.sqrt(1 + tidy(4 * c / (a - b) ** 2))
        return tidy_sum(trace / 2) + half * radical, tidy_sum(trace / 2) - half * radical
    pairs = [(i, j) for i in range(size) for j in range(i)]
    products = tidy_sum(sum(matrix[i, i] * matrix[j, j] - _squared_modulus(matrix[i, j]) for i, j in pairs))
    radical = sympy.sqrt(tidy_sum(trace**2 / 4 - products))
    return trace / 2 + radical, trace / 2 - radical


def _squared_modulus(entry: Expr) -> Expr:
    return sympy.expand(entry * conjugate(entry))


def _tan_double(matrix: Matrix) -> Expr:
    """2 M^2_12/(M^2_11 - M^2_22), infinite for equal diagonal entries."""
    c = matrix[0, 1]
    modulus = c if conjugate(c) == c else sympy.sqrt(_squared_modulus(c))
    difference = sympy.expand(matrix[0, 0] - matrix[1, 1])
    return sympy.zoo if difference == 0 else tidy(2 * modulus / difference)
