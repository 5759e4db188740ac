"""Sparse linear algebra over the rationals, against sympy."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from sympy import Matrix, Rational

from zmodel.groups.linear import Span, add_multiple, coprime, dot, rank

FRACTIONS = st.fractions(min_value=-3, max_value=3, max_denominator=4)


@given(st.integers(1, 5), st.integers(1, 5), st.data())
def test_rank(rows: int, columns: int, data: st.DataObject) -> None:
    small = st.lists(st.one_of(st.just(Fraction(0)), FRACTIONS), min_size=columns, max_size=columns)
    matrix = data.draw(st.lists(small, min_size=rows, max_size=rows))
    # Repeated sums of rows, so that dependent ones occur.
    matrix.append([sum(column, Fraction(0)) for column in zip(*matrix, strict=True)])
    vectors = [{(j,): value for j, value in enumerate(row) if value} for row in matrix]
    exact = Matrix([[Rational(x.numerator, x.denominator) for x in row] for row in matrix])
    assert rank(vectors) == exact.rank()
    span: Span[tuple[int, ...]] = Span()
    for i, vector in enumerate(vectors):
        before = exact[:i, :].rank() if i else 0
        assert span.add(vector) == (exact[: i + 1, :].rank() > before)


def test_sums_have_no_zeros() -> None:
    assert add_multiple({(0,): 1, (1,): 2}, -2, {(1,): 1, (2,): Fraction(1, 2)}) == {(0,): 1, (2,): -1}
    assert dot({(0,): 2, (1,): 3}, {(1,): Fraction(1, 3)}) == 1


def test_coprime() -> None:
    assert coprime({(1,): Fraction(2, 3), (0,): Fraction(-4, 9)}) == {(0,): 2, (1,): -3}
    assert coprime({(0,): 0}) == {}
