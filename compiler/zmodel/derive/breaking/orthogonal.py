"""Exact linear algebra with small matrices of rational functions."""

from __future__ import annotations

from collections.abc import Sequence

import sympy
from sympy.polys.matrices import DomainMatrix

from zmodel.derive.breaking.rational import cancelled
from zmodel.derive.breaking.tidy import conjugate, factored
from zmodel.derive.to_sympy import Expr, Matrix, Symbol

Vector = tuple[Expr, ...]


def nullspace(rows: Sequence[Sequence[Expr]], size: int) -> tuple[Vector, ...]:
    """A basis of the vectors that all rows annihilate."""
    if not rows:
        return tuple(tuple(sympy.Integer(i == j) for j in range(size)) for i in range(size))
    matrix = _domain_matrix(rows)
    return _vectors(matrix.nullspace())


def echelon(vectors: Sequence[Sequence[Expr]], order: Sequence[int]) -> tuple[Vector, ...]:
    """The reduced echelon form of independent vectors, with pivots as early as possible in an order of the columns."""
    if not vectors:
        return ()
    permuted = [[vector[i] for i in order] for vector in vectors]
    reduced, _ = _domain_matrix(permuted).rref()
    back = [order.index(i) for i in range(len(order))]
    return tuple(tuple(vector[i] for i in back) for vector in _vectors(reduced))


def rank(vectors: Sequence[Sequence[Expr]]) -> int:
    """The number of independent vectors."""
    return int(_domain_matrix(vectors).rank()) if vectors else 0


def _domain_matrix(rows: Sequence[Sequence[Expr]]) -> DomainMatrix:
    return DomainMatrix.from_list_sympy(len(rows), len(rows[0]), [list(row) for row in rows], extension=True).to_field()


def _vectors(matrix: DomainMatrix) -> tuple[Vector, ...]:
    dense = matrix.to_Matrix()
    return tuple(tuple(dense.row(i)) for i in range(dense.rows))


def inner(left: Sequence[Expr], matrix: Matrix, right: Sequence[Expr]) -> Expr:
    """left^dagger matrix right, as a reduced fraction."""
    terms = [
        conjugate(a) * matrix[i, j] * b for i, a in enumerate(left) if a != 0 for j, b in enumerate(right) if b != 0
    ]
    return cancelled(sympy.Add(*terms))


def orthogonalise(
    vectors: Sequence[Sequence[Expr]],
    kinetic: Matrix,
    before: Sequence[Sequence[Expr]],
    mixings: Sequence[Symbol],
) -> tuple[tuple[int, Vector], ...]:
    """The Gram-Schmidt process without roots; vectors that depend on earlier ones are left out.

    Args:
        vectors: in the order of precedence.
        kinetic: the positive matrix of the inner product.
        before: vectors, orthogonal already, that come first and are not returned.
        mixings: small parameters; where they vanish, a vector has a positive part in what it began with.

    Returns:
        The position of the vector that each began with, and vectors with coprime polynomial entries.
    """
    found: list[tuple[Sequence[Expr], Expr]] = [(vector, inner(vector, kinetic, vector)) for vector in before]
    result = []
    for position, vector in enumerate(vectors):
        rest = list(vector)
        for other, norm in found:
            overlap = inner(other, kinetic, rest) / norm
            if overlap != 0:
                rest = [cancelled(a - overlap * b) for a, b in zip(rest, other, strict=True)]
        if any(entry != 0 for entry in rest):
            reduced = coprime(rest, vector, mixings)
            found.append((reduced, inner(reduced, kinetic, reduced)))
            result.append((position, reduced))
    return tuple(result)


def coprime(vector: Sequence[Expr], like: Sequence[Expr], mixings: Sequence[Symbol]) -> Vector:
    """A multiple with coprime polynomials as entries, its sign such that it overlaps with `like`."""
    fractions = [sympy.fraction(cancelled(entry)) for entry in vector]
    common = sympy.lcm_list([denominator for _, denominator in fractions])
    entries = [cancelled(top * common / bottom) for top, bottom in fractions]
    divisor = sympy.gcd_list([entry for entry in entries if entry != 0])
    leading = next(a for a, b in zip(entries, like, strict=True) if a != 0 and b != 0)
    sign, _ = factored(leading / divisor, mixings)
    divisor = -divisor if sign.is_negative else divisor
    return tuple(cancelled(entry / divisor) for entry in entries)
