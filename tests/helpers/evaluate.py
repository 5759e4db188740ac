"""Numbers for what the compiler derives, by walking its data and knowing nothing of how it was derived."""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from zmodel.algebra import Polynomial, Ring
from zmodel.algebra.flavour import Alphabet, FlavourSum
from zmodel.algebra.letters import Diagonal, Matrix, Scalar, Unit, Word
from zmodel.derive.beta.derive import BetaFunctions

Array = NDArray[np.complex128]
Value = complex | Array
Values = Mapping[str, Value]


def evaluate_polynomial(polynomial: Polynomial, ring: Ring, symbols: Mapping[str, complex]) -> complex:
    """The value of a commuting polynomial.

    Args:
        polynomial: any polynomial of the ring.
        ring: its ring.
        symbols: a number for each symbol that occurs.
    """
    total = 0j
    for coefficient, powers in ring.terms(polynomial):
        term = complex(coefficient.numerator / coefficient.denominator)
        for name, power in powers:
            term *= symbols[name] ** int(power)
        total += term
    return total


def evaluate_flavour(value: FlavourSum, values: Values, size: int | None = None) -> Value:
    """The value of a sum of flavour words.

    Args:
        value: the sum.
        values: a matrix for each coupling matrix, a number for each symbol of the ring; conjugate symbols follow.
        size: rows of the unit matrix that an empty word stands for; None if the sum is a number.

    Returns:
        A matrix if any word is open or `size` is given, else a number.
    """
    evaluator = _Evaluator(value.alphabet, values)
    total: Value = 0j if size is None else np.zeros((size, size), dtype=complex)
    for (word, scalars), coefficient in value.terms.items():
        number = evaluator.polynomial(coefficient)
        for scalar in scalars:
            number *= evaluator.scalar(scalar)
        if word:
            total = total + number * evaluator.word(word)
        else:
            total = total + (number if size is None else number * np.eye(size))
    return total


class _Evaluator:
    """Letters and symbols of one alphabet at one point."""

    def __init__(self, alphabet: Alphabet, values: Values) -> None:
        self.alphabet = alphabet
        self.values = values
        self.symbols = dict(_symbols(alphabet, values))

    def polynomial(self, polynomial: Polynomial) -> complex:
        return evaluate_polynomial(polynomial, self.alphabet.ring, self.symbols)

    def word(self, word: Word) -> Array:
        return reduce(np.matmul, (self.letter(number) for number in word))

    def scalar(self, scalar: Scalar) -> complex:
        product = self.word(scalar.word)
        return complex(np.trace(product) if scalar.element is None else product[scalar.element])

    def letter(self, number: int) -> Array:
        match self.alphabet.letters[number]:
            case Matrix(name, rows, columns, operation):
                matrix = np.asarray(self.values[name], dtype=complex).reshape(rows, columns)
                matrix = matrix.T if operation & 1 else matrix
                return matrix.conj() if operation & 2 else matrix
            case Diagonal() as letter:
                return np.diag([self.polynomial(entry) for entry in self.alphabet.diagonal_entries(letter)])
            case Unit(row, column, rows, columns):
                unit = np.zeros((rows, columns), dtype=complex)
                unit[row, column] = 1
                return unit


def _symbols(alphabet: Alphabet, values: Values) -> Mapping[str, complex]:
    known = {name: complex(values[name]) for name in alphabet.ring.symbols if name in values}
    for name, conjugate in alphabet.conjugates.items():
        if name in values:
            known[conjugate] = complex(values[name]).conjugate()
    return known


def evaluate_betas(betas: BetaFunctions, values: Values, loop: int) -> dict[str, Value]:
    """All beta functions that have a loop order, at a point, in the shapes that the couplings have.

    Args:
        betas: what `derive_betas` gives.
        values: all couplings, mixings and parameters by name.
        loop: the loop order, without its factor.
    """
    result: dict[str, Value] = {}
    for name, orders in betas.by_name.items():
        if loop not in orders:
            continue
        coupling = betas.table.get(name)
        shape = () if coupling is None or coupling.kept else coupling.shape
        value = evaluate_flavour(orders[loop], values, shape[0] if len(shape) == 2 and shape[0] == shape[1] else None)
        result[name] = _in_shape(value, shape)
    return result


def _in_shape(value: Value, shape: tuple[int, ...]) -> Value:
    if not shape:
        return complex(np.asarray(value).reshape(()))
    array = np.asarray(value, dtype=complex)
    return np.zeros(shape, dtype=complex) if array.size == 1 and array.ndim == 0 else array.reshape(shape)
