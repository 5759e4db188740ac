"""Matrices as truncated power series in a small quantity: tuples of coefficients, lowest order first."""

from __future__ import annotations

import sympy

from zmodel.derive.to_sympy import Matrix

Series = tuple[Matrix, ...]


def constant(matrix: Matrix, order: int) -> Series:
    """A matrix that does not depend on the small quantity."""
    return (matrix, *(Matrix.zeros(*matrix.shape) for _ in range(order)))


def identity(size: int, order: int) -> Series:
    """The unit matrix."""
    return constant(Matrix.eye(size), order)


def add(first: Series, second: Series) -> Series:
    """The sum."""
    return tuple(expanded(a + b) for a, b in zip(first, second, strict=True))


def scale(number: sympy.Rational, series: Series) -> Series:
    """A number times a series."""
    return tuple(expanded(number * a) for a in series)


def multiply(first: Series, *others: Series) -> Series:
    """The product, up to the order of the factors."""
    result = first
    for other in others:
        result = tuple(coefficient(result, other, n) for n in range(len(first)))
    return result


def coefficient(first: Series, second: Series, n: int) -> Matrix:
    """sum_k first_k second_{n-k}, multiplied out; most coefficients vanish, and those beyond the end of a factor."""
    total = sympy.zeros(first[0].rows, second[0].cols)
    for k in range(max(0, n + 1 - len(second)), min(n + 1, len(first))):
        if not first[k].is_zero_matrix and not second[n - k].is_zero_matrix:
            total += first[k] * second[n - k]
    return expanded(total)


def dagger(series: Series) -> Series:
    """The hermitian conjugate of every coefficient; the small quantity is real."""
    return tuple(Matrix(a.H) for a in series)


def block(upper: tuple[Series, Series], lower: tuple[Series, Series]) -> Series:
    """Four series as the blocks of one."""
    return tuple(Matrix(sympy.Matrix([[a, b], [c, d]])) for a, b, c, d in zip(*upper, *lower, strict=True))


def power_of_one_plus(series: Series, exponent: sympy.Rational) -> Series:
    """(1 + X)^exponent for a series X without a constant part, by the binomial series."""
    order = len(series) - 1
    total = term = identity(series[0].rows, order)
    for n in range(1, order + 1):
        term = multiply(term, series)
        total = add(total, scale(sympy.binomial(exponent, n), term))
    return total


def total(series: Series) -> Matrix:
    """The sum of all coefficients, for a small quantity that is contained in them."""
    return Matrix(sum(series[1:], series[0]))


def expanded(matrix: Matrix) -> Matrix:
    """The matrix with its entries multiplied out."""
    return Matrix(matrix.applyfunc(lambda entry: sympy.expand(entry) if entry.is_Add or entry.is_Mul else entry))
