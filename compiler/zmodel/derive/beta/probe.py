"""Sums of flavour words at a random point of the couplings, to see which of their entries vanish identically.

Words do not know which entries of a coupling matrix the charges forbid, nor that charge matrices and textures
go together: a sum may vanish though none of its terms cancels another. At a random point it does so visibly.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from fractions import Fraction

from zmodel.algebra.flavour import Alphabet, FlavourSum
from zmodel.algebra.letters import CONJUGATED, TRANSPOSED, Diagonal, Matrix, Scalar, Unit, Word
from zmodel.derive.beta.theory import matrix_indices
from zmodel.derive.couplings import Coupling
from zmodel.derive.residues import PRIME, RandomPoint, residue

Rows = tuple[tuple[int, ...], ...]


class Probe:
    """A random point: a value for each symbol and each allowed entry of each coupling matrix.

    A coupling and its conjugate are independent, as they are in an identity between polynomials.

    Args:
        alphabet: of the sums.
        couplings: those whose matrices are letters, by name.
    """

    def __init__(self, alphabet: Alphabet, couplings: Mapping[str, Coupling]) -> None:
        self._alphabet = alphabet
        self._couplings = couplings
        source = random.Random(len(alphabet.ring.symbols))
        self._point = RandomPoint.of(alphabet.ring, source)
        self._source = source
        self._matrices: dict[tuple[str, bool], Rows] = {}
        self._letters: dict[int, Rows] = {}

    def nonzero_entries(self, value: FlavourSum) -> frozenset[tuple[int, int]]:
        """Entries of a matrix that do not vanish identically; a number is a matrix with one entry."""
        total: dict[tuple[int, int], int] = {}
        for (word, scalars), coefficient in value.terms.items():
            factor = self._point.evaluate(coefficient)
            for scalar in scalars:
                factor = factor * self._scalar(scalar) % PRIME
            for row, entries in enumerate(self._word(word)):
                for column, entry in enumerate(entries):
                    total[row, column] = (total.get((row, column), 0) + factor * entry) % PRIME
        return frozenset(position for position, entry in total.items() if entry)

    def vanishes(self, value: FlavourSum) -> bool:
        """Whether a sum is identically zero."""
        return not self.nonzero_entries(value)

    def _scalar(self, scalar: Scalar) -> int:
        matrix = self._word(scalar.word)
        if scalar.element is not None:
            return matrix[scalar.element[0]][scalar.element[1]]
        return sum(row[i] for i, row in enumerate(matrix)) % PRIME

    def _word(self, word: Word) -> Rows:
        result: Rows = ((1,),)
        for place, number in enumerate(word):
            letter = self._letter(number)
            result = _times(result, letter) if place else letter
        return result

    def _letter(self, number: int) -> Rows:
        if number not in self._letters:
            self._letters[number] = self._evaluate(number)
        return self._letters[number]

    def _evaluate(self, number: int) -> Rows:
        match self._alphabet.letters[number]:
            case Matrix(name, rows, columns, operation):
                matrix = self._matrix(name, rows, columns, bool(operation & CONJUGATED))
                return tuple(zip(*matrix, strict=True)) if operation & TRANSPOSED else matrix
            case Diagonal(_, size) as letter:
                entries = [self._point.evaluate(entry) for entry in self._alphabet.diagonal_entries(letter)]
                return tuple(tuple(entries[i] if i == j else 0 for j in range(size)) for i in range(size))
            case Unit(row, column, rows, columns):
                return tuple(tuple(int((i, j) == (row, column)) for j in range(columns)) for i in range(rows))

    def _matrix(self, name: str, rows: int, columns: int, conjugated: bool) -> Rows:
        if (name, conjugated) not in self._matrices:
            coupling = self._couplings[name]
            matrix = [[0] * columns for _ in range(rows)]
            for indices in coupling.texture:
                row, column = matrix_indices(indices, rows)
                matrix[row][column] = self._source.randrange(1, PRIME)
            if coupling.symmetry != "none":
                sign = 1 if coupling.symmetry == "symmetric" else -1
                half = residue(Fraction(1, 2))
                matrix = [[half * (matrix[i][j] + sign * matrix[j][i]) for j in range(columns)] for i in range(rows)]
            self._matrices[name, conjugated] = tuple(tuple(entry % PRIME for entry in row) for row in matrix)
        return self._matrices[name, conjugated]


def _times(left: Rows, right: Rows) -> Rows:
    columns = tuple(zip(*right, strict=True))
    return tuple(
        tuple(sum(a * b for a, b in zip(row, column, strict=True)) % PRIME for column in columns) for row in left
    )
