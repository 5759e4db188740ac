"""Flavour words against NumPy: whatever is built from letters has the value that matrices give it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from tests.helpers.evaluate import Value, evaluate_flavour

from zmodel.algebra import Ring
from zmodel.algebra.flavour import Alphabet, FlavourSum, total
from zmodel.algebra.letters import CONJUGATED, DAGGERED, TRANSPOSED

Array = NDArray[np.complex128]
RNG = np.random.default_rng(17)
RING = Ring(("g", "c", "c^*", "q"))


def matrix(rows: int, columns: int) -> Array:
    return RNG.uniform(-1, 1, (rows, columns)) + 1j * RNG.uniform(-1, 1, (rows, columns))


PLAIN_MATRIX = {"A": matrix(3, 3), "B": matrix(3, 2), "C": matrix(2, 2), "v": matrix(3, 1), "w": matrix(1, 3)}
SYMMETRIC = matrix(3, 3)
SYMMETRIC = SYMMETRIC + SYMMETRIC.T
ANTISYMMETRIC = matrix(3, 3)
ANTISYMMETRIC = ANTISYMMETRIC - ANTISYMMETRIC.T
MATRICES = {**PLAIN_MATRIX, "S": SYMMETRIC, "N": ANTISYMMETRIC}
NUMBERS: dict[str, Value] = {"g": 0.7, "c": 0.4 - 0.9j, "q": -1.3}
VALUES: dict[str, Value] = {**NUMBERS, **MATRICES}
X_F = (Fraction(1, 2), Fraction(-1, 3), Fraction(2))
X_G = (Fraction(5), Fraction(1, 4))


def make_alphabet() -> Alphabet:
    """A fresh one per example: results must not depend on the order in which letters are met."""
    constant, q = RING.constant, RING.symbol("q")
    charges = {
        ("X", "F"): tuple(constant(x) for x in X_F),
        ("Y", "F"): (q, constant(0), q + constant(1)),
        ("X", "G"): tuple(constant(x) for x in X_G),
        ("X", "U"): (q, q, q),
    }
    return Alphabet(RING, charges, {"S": "symmetric", "N": "antisymmetric"}, {"c": "c^*", "c^*": "c"})


DIAGONALS: dict[tuple[str, str], Array] = {
    ("X", "F"): np.diag([complex(x) for x in X_F]),
    ("Y", "F"): np.diag([-1.3 + 0j, 0, -0.3]),
    ("X", "G"): np.diag([complex(x) for x in X_G]),
}


@dataclass(frozen=True)
class Pair:
    """A value as a function of the alphabet, and what it is."""

    build: Callable[[Alphabet], FlavourSum]
    number: Array

    @property
    def shape(self) -> tuple[int, int]:
        return self.number.shape[0], self.number.shape[1]


T = TypeVar("T")


def letters(rows: int, columns: int) -> list[Pair]:
    """All letters of a shape, with every operation."""
    result = []
    for name, value in MATRICES.items():
        for operation, changed in enumerate((value, value.T, value.conj(), value.conj().T)):
            if changed.shape == (rows, columns):
                shape = value.shape
                result.append(
                    Pair(lambda a, n=name, s=shape, o=operation: a.matrix(n, *s, o), changed)  # type: ignore[misc]
                )
    for key, value in DIAGONALS.items():
        if value.shape == (rows, columns):
            result.append(Pair(lambda a, k=key: a.diagonal(*k), value))  # type: ignore[misc]
    for row in range(rows):
        for column in range(columns):
            unit = np.zeros((rows, columns), dtype=complex)
            unit[row, column] = 1
            result.append(Pair(lambda a, i=row, j=column: a.unit(i, j, rows, columns), unit))  # type: ignore[misc]
    return result


def scalars() -> list[Pair]:
    """Numbers as 1 x 1 matrices: symbols of the ring, real and complex, and a constant."""
    names = {"g": 0.7, "c": 0.4 - 0.9j, "c^*": 0.4 + 0.9j, "q": -1.3}
    result = [
        Pair(lambda a, n=name: a.scalar(RING.symbol(n)), np.array([[value]]))  # type: ignore[misc]
        for name, value in names.items()
    ]
    return [*result, Pair(lambda a: a.scalar(RING.constant(Fraction(-3, 7))), np.array([[-3 / 7]]))]


SIZES = (1, 2, 3)


@st.composite
def values(draw: Callable[[st.SearchStrategy[T]], T], rows: int, columns: int, depth: int = 3) -> Pair:
    """A random value of a shape, from letters by sums, products, operations, traces and elements."""
    leaves = letters(rows, columns) if (rows, columns) != (1, 1) else scalars()
    if depth == 0 or draw(st.integers(0, 4)) == 0:
        return draw(st.sampled_from(leaves))
    kind = draw(st.sampled_from(["sum", "product", "operation", "scale", "close"]))
    if kind == "sum":
        left = draw(values(rows, columns, depth - 1))
        right = draw(values(rows, columns, depth - 1))
        return Pair(lambda a: left.build(a) + right.build(a), left.number + right.number)
    if kind == "product":
        middle = draw(st.sampled_from(SIZES))
        first = draw(values(rows, middle, depth - 1))
        second = draw(values(middle, columns, depth - 1))
        return Pair(lambda a: first.build(a) * second.build(a), first.number @ second.number)
    if kind == "operation":
        change = draw(st.sampled_from([TRANSPOSED, CONJUGATED, DAGGERED]))
        inner = draw(values(*((columns, rows) if change & 1 else (rows, columns)), depth - 1))
        changed = inner.number.T if change & 1 else inner.number
        return Pair(lambda a: inner.build(a).operate(change), changed.conj() if change & 2 else changed)
    other = draw(values(rows, columns, depth - 1))
    factor = draw(numbers(depth - 1))
    return Pair(lambda a: factor.build(a) * other.build(a), factor.number[0, 0] * other.number)


@st.composite
def numbers(draw: Callable[[st.SearchStrategy[T]], T], depth: int = 2) -> Pair:
    """A trace or an element of a random value."""
    size = draw(st.sampled_from((2, 3)))
    inner = draw(values(size, size, max(depth, 0)))
    if draw(st.booleans()):
        return Pair(lambda a: inner.build(a).trace(size), np.array([[np.trace(inner.number)]]))
    i, j = draw(st.integers(0, size - 1)), draw(st.integers(0, size - 1))
    return Pair(lambda a: inner.build(a).element(i, j), np.array([[inner.number[i, j]]]))


def evaluated(value: FlavourSum, shape: tuple[int, int]) -> Array:
    size = shape[0] if shape[0] == shape[1] and shape != (1, 1) else None
    number = np.asarray(evaluate_flavour(value, VALUES, size), dtype=complex)
    return np.broadcast_to(number, shape) if number.size == 1 else number.reshape(shape)


def assert_value(value: FlavourSum, expected: Array) -> None:
    got = evaluated(value, (expected.shape[0], expected.shape[1]))
    np.testing.assert_allclose(got, expected, rtol=1e-9, atol=1e-9 * max(1.0, float(np.abs(expected).max())))


SHAPES = st.sampled_from([(3, 3), (2, 2), (3, 2), (2, 3), (3, 1), (1, 3), (1, 1)])
ANY = SHAPES.flatmap(lambda shape: values(*shape))
SQUARE = st.sampled_from([3, 2]).flatmap(lambda n: values(n, n))
LAWS = settings(max_examples=150, deadline=None)


@given(ANY)
@settings(max_examples=400, deadline=None)
def test_value_is_that_of_matrices(pair: Pair) -> None:
    assert_value(pair.build(make_alphabet()), pair.number)


@given(values(3, 3, 2), values(3, 2, 2), values(2, 3, 2))
@LAWS
def test_products_are_associative(first: Pair, second: Pair, third: Pair) -> None:
    alphabet = make_alphabet()
    a, b, c = (pair.build(alphabet) for pair in (first, second, third))
    assert (a * b) * c == a * (b * c)


@given(values(3, 3, 2), values(3, 3, 2), values(3, 2, 2))
@LAWS
def test_products_distribute_over_sums(first: Pair, second: Pair, third: Pair) -> None:
    alphabet = make_alphabet()
    a, b, c = (pair.build(alphabet) for pair in (first, second, third))
    assert (a + b) * c == a * c + b * c
    assert (a + b) + a == b + (a + a) == total([a, a, b], alphabet.zero)


@given(values(3, 2, 3), values(2, 3, 3))
@LAWS
def test_traces_are_cyclic(first: Pair, second: Pair) -> None:
    alphabet = make_alphabet()
    a, b = first.build(alphabet), second.build(alphabet)
    assert (a * b).trace(3) == (b * a).trace(2)


@given(SQUARE)
@LAWS
def test_a_transpose_has_the_same_trace(pair: Pair) -> None:
    value = pair.build(make_alphabet())
    size = pair.shape[0]
    assert value.operate(TRANSPOSED).trace(size) == value.trace(size)
    assert value.operate(CONJUGATED).trace(size) == value.trace(size).operate(CONJUGATED)


@given(values(3, 2, 3), st.sampled_from([TRANSPOSED, CONJUGATED, DAGGERED]))
@LAWS
def test_operations_undo_themselves(pair: Pair, change: int) -> None:
    value = pair.build(make_alphabet())
    assert value.operate(change).operate(change) == value
    assert value.operate(TRANSPOSED).operate(CONJUGATED) == value.operate(DAGGERED)


@given(values(3, 3, 2), values(3, 2, 2))
@LAWS
def test_operations_of_a_product(first: Pair, second: Pair) -> None:
    alphabet = make_alphabet()
    a, b = first.build(alphabet), second.build(alphabet)
    assert (a * b).operate(TRANSPOSED) == b.operate(TRANSPOSED) * a.operate(TRANSPOSED)
    assert (a * b).operate(DAGGERED) == b.operate(DAGGERED) * a.operate(DAGGERED)
    assert (a * b).operate(CONJUGATED) == a.operate(CONJUGATED) * b.operate(CONJUGATED)


@given(values(3, 2, 3), st.integers(0, 2), st.integers(0, 1))
@LAWS
def test_elements(pair: Pair, row: int, column: int) -> None:
    value = pair.build(make_alphabet())
    assert_value(value.element(row, column), pair.number[row : row + 1, column : column + 1])
    assert value.element(row, column) == value.operate(TRANSPOSED).element(column, row)
    assert value.element(row, column).operate(CONJUGATED) == value.operate(CONJUGATED).element(row, column)


@given(values(3, 3, 3))
@LAWS
def test_a_value_minus_itself_is_zero(pair: Pair) -> None:
    value = pair.build(make_alphabet())
    assert not value + value.scale(-1)
    assert value + value == value.scale(2)


@given(SQUARE)
@LAWS
def test_a_trace_is_the_sum_of_diagonal_elements(pair: Pair) -> None:
    size = pair.shape[0]
    value = pair.build(make_alphabet())
    assert_value(value.trace(size), np.array([[np.trace(pair.number)]]))
    diagonal = sum(evaluated(value.element(i, i), (1, 1)) for i in range(size))
    assert_value(value.trace(size), np.asarray(diagonal))


# ------------------------------------------------------------------ particular words
def test_symmetric_matrices_need_no_transpose() -> None:
    alphabet = make_alphabet()
    symmetric, antisymmetric = alphabet.matrix("S", 3, 3), alphabet.matrix("N", 3, 3)
    assert symmetric.operate(TRANSPOSED) == symmetric
    assert antisymmetric.operate(TRANSPOSED) == antisymmetric.scale(-1)
    assert not antisymmetric.trace(3)
    assert not (symmetric * antisymmetric).trace(3)


def test_matrix_units_multiply_to_units() -> None:
    alphabet = make_alphabet()
    unit = alphabet.unit
    assert unit(0, 1, 3, 3) * unit(1, 2, 3, 2) == unit(0, 2, 3, 2)
    assert not unit(0, 1, 3, 3) * unit(2, 0, 3, 3)
    assert unit(2, 2, 3, 3).trace(3) == alphabet.scalar(RING.one)
    assert not unit(1, 2, 3, 3).trace(3)


def test_charges_beside_a_unit_are_numbers() -> None:
    alphabet = make_alphabet()
    value = alphabet.diagonal("X", "F") * alphabet.unit(2, 0, 3, 2) * alphabet.diagonal("X", "G")
    assert value == alphabet.unit(2, 0, 3, 2).scale(RING.constant(X_F[2] * X_G[0]))


def test_universal_charges_are_numbers() -> None:
    alphabet = make_alphabet()
    assert alphabet.diagonal("X", "U") == alphabet.scalar(RING.symbol("q"))


def test_the_trace_of_charges_is_a_number() -> None:
    alphabet = make_alphabet()
    product = alphabet.diagonal("X", "F") * alphabet.diagonal("X", "F")
    assert product.trace(3) == alphabet.scalar(RING.constant(sum(x * x for x in X_F)))


def test_the_trace_of_a_number_counts_generations() -> None:
    alphabet = make_alphabet()
    value = alphabet.scalar(RING.symbol("g"))
    assert value.trace(3) == alphabet.scalar(3 * RING.symbol("g"))


@pytest.mark.parametrize("name", ["v", "w"])
def test_a_row_times_a_column_commutes(name: str) -> None:
    alphabet = make_alphabet()
    column = alphabet.matrix("v", 3, 1)
    square = (column.operate(DAGGERED) * column) * column
    assert square == column * (column.operate(DAGGERED) * column)
    assert all(not word or alphabet.shape(word) == (3, 1) for word, _ in square.terms)
    assert_value(square, (MATRICES["v"].conj().T @ MATRICES["v"])[0, 0] * MATRICES["v"])
