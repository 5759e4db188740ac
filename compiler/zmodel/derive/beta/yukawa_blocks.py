"""Products and traces of Yukawa matrices that the general formulas share.

Matrices have two lower fermion indices and are kept by rows; a product raises the summed index. `bar` is
complex conjugation, so that bar(y_a) with lower a belongs to the conjugate scalar.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import prod

from zmodel.algebra import Polynomial
from zmodel.algebra.flavour import FlavourSum, total
from zmodel.algebra.letters import CONJUGATED
from zmodel.derive.beta.gauge_blocks import GaugeBlocks
from zmodel.derive.beta.memo import remembered
from zmodel.derive.beta.theory import FlavourMatrix, Theory

Row = Mapping[int, FlavourSum]
"""One row of a matrix over fermions."""
ScalarLeg = Mapping[int, FlavourSum]
"""L_a^e of one scalar a: what replaces the index a, by e."""


@dataclass(frozen=True)
class YukawaBlocks:
    """Lazily computed Yukawa structures of a theory; each is computed once."""

    theory: Theory
    gauge: GaugeBlocks
    memory: dict[object, object] = field(default_factory=dict, repr=False, compare=False)

    # -------------------------------------------------------------- sparse algebra
    @cached_property
    def _raising(self) -> tuple[Polynomial | None, ...]:
        """The factor that raises each fermion index, None for one."""
        constant = self.theory.ring.constant
        return tuple(None if f.weight == 1 else constant(f.weight) for f in self.theory.fermions)

    def times(self, row: Row, matrix: Mapping[int, Row]) -> dict[int, FlavourSum]:
        """A row times a matrix; the summed index is raised."""
        parts: dict[int, list[FlavourSum]] = {}
        for k, left in row.items():
            entries = matrix.get(k)
            if entries is None:
                continue
            raising = self._raising[k]
            if raising is not None:
                left = left.scale(raising)
            for j, right in entries.items():
                parts.setdefault(j, []).append(left * right)
        zero = self.theory.alphabet.zero
        sums = {j: values[0] if len(values) == 1 else total(values, zero) for j, values in parts.items()}
        return {j: value for j, value in sums.items() if value}

    def add(self, rows: Iterator[Row]) -> dict[int, FlavourSum]:
        """The sum of rows."""
        parts: dict[int, list[FlavourSum]] = {}
        for row in rows:
            for j, value in row.items():
                parts.setdefault(j, []).append(value)
        zero = self.theory.alphabet.zero
        sums = {j: values[0] if len(values) == 1 else total(values, zero) for j, values in parts.items()}
        return {j: value for j, value in sums.items() if value}

    def scale(self, row: Row, factor: Polynomial) -> dict[int, FlavourSum]:
        """A row times a number."""
        return {j: value.scale(factor) for j, value in row.items()}

    def trace(self, first: Mapping[int, Row], second: Mapping[int, Row]) -> FlavourSum:
        """The trace of a product; both summed indices are raised."""
        fermions, values = self.theory.fermions, []
        for i, row in first.items():
            for j, left in row.items():
                right = second.get(j, {}).get(i)
                if right is None:
                    continue
                value = (left * right).trace(fermions[i].generations)
                for raising in (self._raising[i], self._raising[j]):
                    value = value if raising is None else value.scale(raising)
                values.append(value)
        return total(values, self.theory.alphabet.zero)

    def summed(self) -> Iterator[tuple[int, int, Polynomial]]:
        """The scalars b of a sum y_b ... ybar^b: lower b, lower partner of the raised b, factor."""
        for b, scalar in enumerate(self.theory.scalars):
            yield b, scalar.partner, self.theory.ring.constant(scalar.weight)

    def bar_scalar(self, a: int) -> int:
        """The conjugate of a scalar, up to its phase; the dummy is real."""
        return a if a == self.theory.dummy else self.theory.scalars[a].partner

    def phase(self, *scalars: int) -> int:
        """The sign that conjugating several scalars brings."""
        return prod(self.theory.scalars[a].phase for a in scalars if a != self.theory.dummy)

    def conjugate(self, row: Row, phase: int = 1) -> dict[int, FlavourSum]:
        """The complex conjugate of a row, times a sign."""
        conjugated = {j: value.operate(CONJUGATED) for j, value in row.items()}
        return conjugated if phase == 1 else {j: value.scale(phase) for j, value in conjugated.items()}

    def matrix(self, row: Callable[[int], Row]) -> dict[int, Row]:
        """A matrix from a function that gives its rows."""
        rows = ((i, row(i)) for i in range(len(self.theory.fermions)))
        return {i: found for i, found in rows if found}

    # -------------------------------------------------------------- products of two
    def row(self, a: int, i: int) -> Row:
        """A row of y_a."""
        return self.theory.yukawa[a].get(i, {})

    @remembered
    def pair_row(self, a: int, b: int, i: int) -> Row:
        """A row of y_a ybar_b."""
        return self.times(self.row(a, i), self.theory.yukawa_bar[b])

    @remembered
    def pair(self, a: int, b: int) -> FlavourMatrix:
        """y_a ybar_b."""
        return {i: dict(row) for i in self.theory.yukawa[a] if (row := self.pair_row(a, b, i))}

    @remembered
    def bar_pair(self, a: int, b: int) -> FlavourMatrix:
        """ybar_a y_b."""
        pair = self.pair(self.bar_scalar(a), self.bar_scalar(b))
        return {i: self.conjugate(row, self.phase(a, b)) for i, row in pair.items()}

    # -------------------------------------------------------------- fermion lines
    def closed(self, row: Callable[[int], Row]) -> dict[int, FlavourSum]:
        """The sum of X_b y^b over all scalars b, for a row of each X_b."""
        return self._closed(row, self.theory.yukawa)

    def closed_bar(self, row: Callable[[int], Row]) -> dict[int, FlavourSum]:
        """The sum of X_b ybar^b over all scalars b, for a row of each X_b."""
        return self._closed(row, self.theory.yukawa_bar)

    def _closed(self, row: Callable[[int], Row], last: Sequence[Mapping[int, Row]]) -> dict[int, FlavourSum]:
        return self.add(
            self.scale(self.times(found, last[partner]), weight)
            for b, partner, weight in self.summed()
            if last[partner] and (found := row(b))  # most scalars of a large model have no Yukawa coupling
        )

    @remembered
    def fermion_self_energy(self, i: int) -> Row:
        """Y2(F) = y_b ybar^b."""
        return self.closed_bar(lambda b: self.row(b, i))

    @cached_property
    def self_energy_matrix(self) -> dict[int, Row]:
        """Y2(F) as a matrix."""
        return self.matrix(self.fermion_self_energy)

    @cached_property
    def self_energy_bar(self) -> dict[int, Row]:
        """The conjugate of Y2(F), ybar_b y^b."""
        return {i: self.conjugate(row) for i, row in self.self_energy_matrix.items()}

    def casimir_right(self, row: Row) -> dict[int, FlavourSum]:
        """A row times C2(F)."""
        return {k: value * self.gauge.fermion_casimir(k) for k, value in row.items()}

    def scalar_casimir_left(self, b: int, row: Row) -> dict[int, FlavourSum]:
        """A row of X_b times C2(S)_b."""
        return self.scale(row, self.gauge.scalar_casimir(b))

    @remembered
    def line_with_casimir(self, i: int) -> Row:
        """Y2FCF = y_b C2(F) ybar^b."""
        return self.closed_bar(lambda b: self.casimir_right(self.row(b, i)))

    @remembered
    def line_with_scalar_casimir(self, i: int) -> Row:
        """Y2FCS = C2(S)_bc y^b ybar^c."""
        return self.closed_bar(lambda b: self.scalar_casimir_left(b, self.row(b, i)))

    @remembered
    def line_with_self_energy(self, i: int) -> Row:
        """Y2FYF = y_b (ybar_c y^c) ybar^b."""
        return self.closed_bar(lambda b: self.times(self.row(b, i), self.self_energy_bar))

    @remembered
    def line_with_scalar_self_energy(self, i: int) -> Row:
        """Y2FYS = Y2(S)_bc y^b ybar^c."""
        return self.closed_bar(lambda b: self.dressed_row(b, i))

    @remembered
    def crossed_line(self, i: int) -> Row:
        """Y4F = y_b ybar_c y^b ybar^c."""
        return self.closed_bar(lambda c: self.vertex_row(c, i))

    @remembered
    def dressed_row(self, a: int, i: int) -> Row:
        """Y2(S)_a^b y_b."""
        leg = self.scalar_self_energy(a)
        return self.add({j: mixing * y for j, y in self.row(b, i).items()} for b, mixing in leg.items())

    # -------------------------------------------------------------- vertices
    @remembered
    def vertex_row(self, a: int, i: int) -> Row:
        """A row of y_b ybar_a y^b."""
        return self.closed(lambda b: self.pair_row(b, a, i))

    @remembered
    def vertex(self, a: int) -> dict[int, Row]:
        """y_b ybar_a y^b."""
        return self.matrix(lambda i: self.vertex_row(a, i))

    @remembered
    def vertex_bar(self, a: int) -> dict[int, Row]:
        """ybar_b y_a ybar^b."""
        return {i: self.conjugate(row, self.phase(a)) for i, row in self.vertex(self.bar_scalar(a)).items()}

    # -------------------------------------------------------------- scalar lines
    def _scalar_line(self, a: int, inner: Callable[[int], Mapping[int, Row]]) -> ScalarLeg:
        """L_a^e from tr(y_a Z_e) plus its conjugate, over both halves of the doubled fermions."""
        theory = self.theory
        if a == theory.dummy or not (theory.yukawa[a] or theory.yukawa[self.bar_scalar(a)]):
            return {}
        result: dict[int, FlavourSum] = {}
        for e, scalar in enumerate(theory.scalars):
            value = self.trace(theory.yukawa[a], inner(scalar.partner))
            other = self.trace(theory.yukawa[self.bar_scalar(a)], inner(e)).operate(CONJUGATED)
            value = value + other.scale(self.phase(a, e))
            if value:
                result[e] = value.scale(theory.ring.constant(scalar.weight))
        return result

    @remembered
    def scalar_self_energy(self, a: int) -> ScalarLeg:
        """Y2(S)_ab = tr(y_a ybar_b)."""
        return self._scalar_line(a, lambda b: self.theory.yukawa_bar[b])

    @remembered
    def scalar_line_with_casimir(self, a: int) -> ScalarLeg:
        """Y2SCF = tr(y_a C2(F) ybar_b)."""
        return self._scalar_line(a, self._casimir_bar)

    @remembered
    def bar_casimir(self, d: int) -> Mapping[int, Row]:
        """ybar_d C2(F)."""
        return {i: self.casimir_right(row) for i, row in self.theory.yukawa_bar[d].items()}

    @remembered
    def bar_self_energy(self, d: int) -> Mapping[int, Row]:
        """ybar_d Y2(F)."""
        bar = self.theory.yukawa_bar[d]
        return {i: product for i, row in bar.items() if (product := self.times(row, self.self_energy_matrix))}

    @remembered
    def _casimir_bar(self, b: int) -> Mapping[int, Row]:
        return {
            i: {j: self.gauge.fermion_casimir(i) * value for j, value in row.items()}
            for i, row in self.theory.yukawa_bar[b].items()
        }

    @remembered
    def scalar_line_with_self_energy(self, a: int) -> ScalarLeg:
        """Y2SYF = tr(y_a (ybar_c y^c) ybar_b)."""
        return self._scalar_line(a, self._self_energy_times_bar)

    @remembered
    def _self_energy_times_bar(self, b: int) -> Mapping[int, Row]:
        bar = self.theory.yukawa_bar[b]
        return {i: product for i, row in self.self_energy_bar.items() if (product := self.times(row, bar))}

    @remembered
    def crossed_scalar_line(self, a: int) -> ScalarLeg:
        """Y4S = tr(y_a ybar_c y_b ybar^c)."""
        return self._scalar_line(a, self.vertex_bar)
