"""Scalar mass eigenstates at a point, by diagonalising numbers, and the Goldstone directions among them.

A real gauge field V_a of the model file that multiplies the generator X_a, couplings included, moves the vacuum in the
direction i X_a <phi>. What these directions span is eaten; M^2 is diagonalised in the rest. A U(1) boson with a mass of
its own (Stueckelberg's) has a further real scalar, which is shifted by that mass and has no potential.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import mpmath
import numpy as np
import sympy
from numpy.typing import NDArray

from zmodel.derive.breaking.fields import boson_name
from zmodel.derive.breaking.numeric import DIGITS, evaluate_expressions
from zmodel.derive.breaking.results import GaugeSpectrum
from zmodel.derive.breaking.vacuum import MassSymbol
from zmodel.derive.couplings import CouplingTable
from zmodel.derive.electroweak import vacuum_scalars
from zmodel.derive.masses.scalar_modes import ScalarMode
from zmodel.derive.masses.scalars import ScalarMatrix, scalar_matrix
from zmodel.derive.to_sympy import Expr
from zmodel.model import Model
from zmodel.model.expression import Value

Array = NDArray[np.complex128]

DEPENDENT = 1e-40
"""What is left of a direction that others span, over its length."""

EXTREMUM = 1e-9
"""Rounding of a point's numbers where it meets a minimum condition that no mass parameter does."""

MINIMUM = 1e-12
"""Negative squared masses up to this, over the largest, are rounding."""


class UnknownScalarsError(ValueError):
    """Why a point gives no scalar mass eigenstates."""


@dataclass(frozen=True)
class ScalarSector:
    """Scalars of one charge, as far as they mix with what has vacuum values.

    Attributes:
        modes: real ones, or complex ones of equal charge.
        names: of the physical states, each that of the mode which it contains most of.
        masses: of the physical states, in units of the vacuum values.
        states: their components, shape (number of modes + shifted scalars, number of states).
        directions: i X_a <phi> by gauge field, shape (number of modes + shifted scalars,).
    """

    modes: tuple[ScalarMode, ...]
    names: tuple[str, ...]
    masses: tuple[float, ...]
    states: Array
    directions: Mapping[str, Array]

    @property
    def is_complex(self) -> bool:
        """Whether the modes are complex fields."""
        return bool(self.modes) and self.modes[0].is_complex


def evaluate_scalars(
    model: Model, table: CouplingTable, spectrum: GaugeSpectrum, values: Mapping[str, Value]
) -> tuple[ScalarSector, ...]:
    """All scalars that have vacuum values or mix with those that have.

    Args:
        model: a resolved model with vacuum values.
        table: its couplings.
        spectrum: of the gauge bosons.
        values: a number for every symbol, by name.

    Raises:
        UnknownScalarsError: if the potential is not known, or the vacuum no minimum of it.
    """
    found = scalar_matrix(model, table)
    chosen = [number for number, mode in enumerate(found.modes) if mode.field in _mixing_fields(model, table, found)]
    values = _with_vacuum_values(spectrum, values)
    sectors: dict[object, list[int]] = {}
    for number in chosen:
        mode = found.modes[number]
        sectors.setdefault(mode.charge if mode.is_complex else "real", []).append(number)
    _require_values(found, chosen, values)
    try:
        with mpmath.workdps(DIGITS):
            _require_extremum(found, values)
            return tuple(_sector(model, found, members, spectrum, values) for members in sectors.values())
    except ArithmeticError:
        raise UnknownScalarsError("masses of scalars have no value at this point") from None


def _mixing_fields(model: Model, table: CouplingTable, found: ScalarMatrix) -> set[str]:
    """Fields with vacuum values, and those that mix with them."""
    fields = {field.name for field in vacuum_scalars(model)}
    terms = [monomial for c in table.couplings.values() if c.kind == "potential" for monomial in c.monomials]
    known = {leg.field for _, legs, _ in terms for leg in legs}
    if fields - known:
        raise UnknownScalarsError(f"the potential says nothing of {', '.join(sorted(fields - known))}")
    pairs = {(found.modes[i].field, found.modes[j].field) for i, j in found.entries}
    while more := {b for a, b in pairs if a in fields and b not in fields}:
        fields |= more
    return fields


def _with_vacuum_values(spectrum: GaugeSpectrum, values: Mapping[str, Value]) -> dict[str, Value]:
    """With the vacuum values that declared masses stand for."""
    result = dict(values)
    for mass in spectrum.masses:
        if mass.replaces is None or mass.value is None or mass.symbol.name not in values:
            continue
        if all(str(symbol) in values for symbol in mass.value.free_symbols - {mass.replaces}):
            (slope,) = evaluate_expressions([mass.value], {**values, str(mass.replaces): 1.0})
            result[str(mass.replaces)] = float(values[mass.symbol.name].real / slope.real)
    return result


def _require_values(found: ScalarMatrix, chosen: Sequence[int], values: Mapping[str, Value]) -> None:
    used = [entry for (i, _), entry in found.entries.items() if i in set(chosen)]
    used += [condition.value for condition in found.conditions if condition.fixes is None]
    used += [value for direction in found.directions.values() for value in direction.values()]
    missing = {str(symbol) for entry in used for symbol in entry.free_symbols} - set(values)
    if missing:
        raise UnknownScalarsError(f"masses of scalars need values of {', '.join(sorted(missing))}")


def _require_extremum(found: ScalarMatrix, values: Mapping[str, Value]) -> None:
    """Conditions without a mass parameter hold at this point, but for rounding."""
    open_ones = [condition.value for condition in found.conditions if condition.fixes is None]
    for value in map(sympy.expand, open_ones):
        terms = evaluate_expressions(sympy.Add.make_args(value), values)
        if abs(sum(terms)) > EXTREMUM * max(map(abs, terms)):
            raise UnknownScalarsError("the vacuum is no extremum of the potential at this point")


# ------------------------------------------------------------------ one sector
def _sector(
    model: Model,
    found: ScalarMatrix,
    members: Sequence[int],
    spectrum: GaugeSpectrum,
    values: Mapping[str, Value],
) -> ScalarSector:
    modes = tuple(found.modes[number] for number in members)
    shifts = () if modes[0].is_complex else tuple(mass for mass in spectrum.masses if mass.is_added)
    matrix = _matrix(found, members, len(shifts), values)
    directions = {
        name: mpmath.matrix(_evaluate(modes[0], _moved(model, found, modes, shifts, spectrum, name), values))
        for name in spectrum.fields
    }
    squares, states = _physical(matrix, _orthonormal(list(directions.values())))
    return ScalarSector(
        modes,
        _names(modes, states),
        tuple(float(mpmath.sqrt(square)) for square in squares),
        states,
        {name: _array(direction)[:, 0] for name, direction in directions.items()},
    )


def _matrix(found: ScalarMatrix, members: Sequence[int], shifts: int, values: Mapping[str, Value]) -> Any:
    place = {number: k for k, number in enumerate(members)}
    entries = {(place[i], place[j]): e for (i, j), e in found.entries.items() if i in place and j in place}
    matrix = mpmath.zeros(len(members) + shifts)
    for (i, j), value in zip(entries, _evaluate(found.modes[members[0]], list(entries.values()), values), strict=True):
        matrix[i, j] = value
    return matrix


def _evaluate(mode: ScalarMode, expressions: Sequence[Expr], values: Mapping[str, Value]) -> list[Any]:
    """Numbers of mpmath for modes like one: real for real ones."""
    found = evaluate_expressions(expressions, values)
    if not all(map(mpmath.isfinite, found)):
        raise OverflowError("masses of scalars are not finite")
    return found if mode.is_complex else [mpmath.re(value) for value in found]


def _moved(
    model: Model,
    found: ScalarMatrix,
    modes: Sequence[ScalarMode],
    shifts: Sequence[MassSymbol],
    spectrum: GaugeSpectrum,
    name: str,
) -> list[Expr]:
    """What a gauge field adds to each mode, and to the scalars behind masses of their own."""
    generator = {x: c for x, c in spectrum.couplings[name].items() if x in found.directions}
    moved = [sympy.Add(*(c * mode.amplitude(found.directions[x]) for x, c in generator.items())) for mode in modes]
    own = [mass.symbol if boson_name(model.group(mass.group)) == name else sympy.Integer(0) for mass in shifts]
    return [*moved, *own]


def _orthonormal(vectors: Sequence[Any]) -> list[Any]:
    """An orthonormal basis of what columns of mpmath span."""
    basis: list[Any] = []
    for vector in vectors:
        rest = vector.copy()
        for _ in range(2):  # the second time against rounding
            for known in basis:
                rest -= known * (known.H * rest)[0]
        length = mpmath.norm(rest)
        if length > DEPENDENT * mpmath.norm(vector):
            basis.append(rest / length)
    return basis


def _physical(matrix: Any, goldstones: Sequence[Any]) -> tuple[list[Any], Array]:
    """Squared masses, ascending, and states of what is orthogonal to Goldstone directions."""
    size, scale = matrix.rows, mpmath.norm(matrix) or mpmath.mpf(1)
    projector = mpmath.eye(size)
    for vector in goldstones:
        projector -= vector * vector.H
    # Goldstone directions go above all others.
    lifted = projector * matrix * projector + 2 * scale * (mpmath.eye(size) - projector)
    squares, vectors = mpmath.eighe((lifted + lifted.H) / 2)
    count = size - len(goldstones)
    found = list(squares)[:count]
    if any(square < -MINIMUM * scale for square in found):
        raise UnknownScalarsError("the vacuum is no minimum of the potential at this point: a squared mass is negative")
    return [max(square, mpmath.mpf(0)) for square in found], _array(vectors)[:, :count]


def _array(matrix: Any) -> Array:
    return np.array(matrix.tolist(), dtype=complex)


def _names(modes: Sequence[ScalarMode], states: Array) -> tuple[str, ...]:
    """Each state has the name of a mode of its own, largest contents first."""
    weights = np.round(np.abs(states[: len(modes)]) ** 2, 9)
    names: dict[int, str] = {}
    for place in np.argsort(-weights, axis=None, kind="stable"):
        row, column = divmod(int(place), states.shape[1])
        if column not in names and modes[row].name not in names.values():
            names[column] = modes[row].name
    return tuple(names[column] for column in range(states.shape[1]))
