"""Phases of fields that leave all couplings of a theory alone, and what they forbid the running to generate.

Gauge interactions do not see the phases of the generations of a multiplet, nor the sign of a real one. A term
is neutral under every phase that leaves the declared terms alone exactly when its vector, the number of times
that it holds each generation of each field, is an integer combination of theirs. Any other term is protected
to all orders. Lepton numbers, Z2 parities and the like are found without anybody having declared them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from zmodel.derive.couplings import Coupling
from zmodel.model import Leg, Model

Vector = tuple[int, ...]


class Lattice:
    """Integer combinations of vectors, in echelon form."""

    def __init__(self) -> None:
        self._rows: dict[int, list[int]] = {}

    def add(self, vector: Vector) -> None:
        """Adds a generator."""
        rest = list(vector)
        for column in range(len(rest)):
            if not rest[column]:
                continue
            row = self._rows.get(column)
            if row is None:
                self._rows[column] = rest
                return
            # Euclid's algorithm on the entries of the column; the last one to be left is the new pivot.
            while rest[column]:
                quotient = row[column] // rest[column]
                row, rest = rest, [a - quotient * b for a, b in zip(row, rest, strict=True)]
            self._rows[column] = row

    def __contains__(self, vector: Vector) -> bool:
        rest = list(vector)
        for column in range(len(rest)):
            if rest[column]:
                row = self._rows.get(column)
                if row is None or rest[column] % row[column]:
                    return False
                quotient = rest[column] // row[column]
                rest = [a - quotient * b for a, b in zip(rest, row, strict=True)]
        return True


class Rephasing:
    """The terms that no phase protects, given the couplings that are there.

    Args:
        model: a resolved model.
        couplings: that do not vanish; of matrices the kept entries, or all that the charges allow.
    """

    def __init__(self, model: Model, couplings: Iterable[Coupling]) -> None:
        self._model = model
        self._position: dict[tuple[str, int], int] = {}
        for field in model.fields:
            for generation in range(field.generations):
                self._position[field.name, generation] = len(self._position)
        self._lattice = Lattice()
        for field in model.scalars:
            if field.is_real:
                self._lattice.add(self._sum([(field.name, 0, 2)]))
        for coupling in couplings:
            for vector in self._vectors(coupling):
                self._lattice.add(vector)

    def allows_entry(self, coupling: Coupling, indices: tuple[int, ...]) -> bool:
        """Whether an entry of a coupling is unprotected."""
        return self._entry(coupling.monomials[0][1], coupling.axes, indices) in self._lattice

    def allows(self, factors: Iterable[tuple[str, int, bool]]) -> bool:
        """Whether a product of fields, given by name, generation and conjugation, is unprotected."""
        return self._sum((name, generation, -1 if bar else 1) for name, generation, bar in factors) in self._lattice

    def _vectors(self, coupling: Coupling) -> Iterator[Vector]:
        entries = [kept.indices for kept in coupling.kept] or coupling.texture
        for _, legs, _ in coupling.monomials:
            for indices in entries:
                yield self._entry(legs, coupling.axes, indices)

    def _entry(self, legs: tuple[Leg, ...], axes: tuple[int, ...], indices: tuple[int, ...]) -> Vector:
        generation = dict(zip(axes, indices, strict=True))
        return self._sum((leg.field, generation.get(i, 0), -1 if leg.conjugated else 1) for i, leg in enumerate(legs))

    def _sum(self, factors: Iterable[tuple[str, int, int]]) -> Vector:
        vector = [0] * len(self._position)
        for name, generation, count in factors:
            vector[self._position[name, generation]] += count
        return tuple(vector)
