"""U(1) couplings in another basis: relations between the matrices h, and what kinetic mixing must be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from zmodel.algebra import Polynomial, Ring
from zmodel.algebra.polynomial import fraction
from zmodel.derive.beta.mixing import INVERSE_FORMS
from zmodel.derive.equivalence.particles import Number, PolynomialMatrix, abelian_names, as_number
from zmodel.derive.equivalence.rows import Row, as_matrix
from zmodel.model import Model
from zmodel.model.model import Mixing

Pair = tuple[str, str]


@dataclass(frozen=True)
class Relation:
    """An entry of one model's matrix of U(1) couplings h in terms of the other's, D = d - i q A.

    Attributes:
        other: name of the model whose entries the terms are.
        pair: two U(1)s of the one model.
        terms: numbers, or polynomials in parameters, and pairs of U(1)s of the other model, whose entries of h are not
            zero there.
    """

    other: str
    pair: Pair
    terms: tuple[tuple[Number, Pair], ...]


@dataclass(frozen=True)
class KineticComparison:
    """Kinetic terms of the U(1)s of two models.

    Attributes:
        relations: entries of the first model's h in terms of the second's.
        conditions: entries of h that one model does not have, in terms of the other's, which must vanish.
        differences: what cannot be made equal, in words.
    """

    relations: tuple[Relation, ...]
    conditions: tuple[Relation, ...]
    differences: tuple[str, ...]


def compare_kinetic_terms(
    first: Model, second: Model, matrix: PolynomialMatrix, inverse: PolynomialMatrix, ring: Ring
) -> KineticComparison:
    """Compares what is declared of kinetic mixing, charges of the second being `matrix` times those of the first.

    Args:
        first: a resolved model.
        second: another one.
        matrix: of the change of basis, in the order of `abelian_names`.
        inverse: of the matrix.
        ring: of its entries.
    """
    relations = tuple(_relations(first, second, matrix, ring))
    back = tuple(_relations(second, first, inverse, ring))
    partial = [model.name for model in (first, second) if not _is_complete(model)]
    if partial:
        differences = () if _same_pairs(first, second, matrix) else (_partial_words(partial),)
        return KineticComparison(relations, (), differences)
    here = [r for r in relations if r.terms and not mixes(first, r.pair)]
    there = [r for r in back if r.terms and not mixes(second, r.pair)]
    found = list(_impossible((*here, *there)))
    if here and there and not found:
        found.append(
            "kinetic mixing of each model would have to vanish in the other's basis of U(1)s, where it has none"
        )
    return KineticComparison(relations, (*here, *there), tuple(found))


def mixes(model: Model, pair: Pair) -> bool:
    """Whether an entry of h is other than zero: of one U(1), or of two that mix, perhaps by way of others."""
    return pair[1] in _component(model, pair[0])


def _component(model: Model, name: str) -> set[str]:
    found, fresh = {name}, [name]
    while fresh:
        current = fresh.pop()
        for mixing in model.mixings:
            pair = {mixing.first, mixing.second}
            if current in pair:
                fresh += sorted(pair - found)
                found |= pair
    return found


def _relations(first: Model, second: Model, matrix: PolynomialMatrix, ring: Ring) -> Iterator[Relation]:
    """h_first = M^T h_second M, where charges of the second are M times those of the first."""
    old, new = ([g for g in abelian_names(m) if not m.group(g).is_global] for m in (first, second))
    for i, left in enumerate(old):
        for j, right in enumerate(old[i:], start=i):
            terms: dict[Pair, Polynomial] = {}
            for a in range(len(new)):
                for b in range(len(new)):
                    pair = (new[min(a, b)], new[max(a, b)])
                    terms[pair] = terms.get(pair, ring.zero) + matrix[a][i] * matrix[b][j]
            kept = ((as_number(v), pair) for pair, v in terms.items() if not v.is_zero() and mixes(second, pair))
            yield Relation(second.name, (left, right), tuple(kept))


# ------------------------------------------------------------------ conditions
def _impossible(conditions: Sequence[Relation]) -> Iterator[str]:
    """Conditions that nothing can meet: h is positive, so its product with a positive matrix does not vanish."""
    for relation in conditions:
        names = sorted({name for _, pair in relation.terms for name in pair})
        entries = {pair: value for value, pair in relation.terms}
        if any(not isinstance(value, Fraction) for value in entries.values()):
            continue
        rows = [[_entry(entries, a, b) for b in names] for a in names]
        if _is_positive(rows) or _is_positive([[-value for value in row] for row in rows]):
            words = " and ".join(relation.pair)
            yield f"in the basis of {words}, {relation.other} has kinetic mixing, and the other model has none"


def _entry(entries: dict[Pair, Number], a: str, b: str) -> Fraction:
    value = entries.get((a, b), entries.get((b, a), Fraction(0)))
    assert isinstance(value, Fraction)
    return value if a == b else value / 2


def _is_positive(rows: Sequence[Sequence[Fraction]]) -> bool:
    """Whether a symmetric matrix is positive semidefinite: all principal minors."""
    size = range(len(rows))
    for length in range(1, len(rows) + 1):
        for chosen in combinations(size, length):
            minor: list[Row] = [tuple(rows[i][j] for j in chosen) for i in chosen]
            if fraction(as_matrix(minor).det()) < 0:
                return False
    return True


# ------------------------------------------------------------------ three or more U(1)s of which not all pairs mix
def _is_complete(model: Model) -> bool:
    """Whether any two U(1)s that mix by way of others mix by themselves, so that h is any matrix of its blocks."""
    pairs = {frozenset((mixing.first, mixing.second)) for mixing in model.mixings}
    names = [group.name for group in model.abelian_groups]
    return all(frozenset((a, b)) in pairs for a, b in combinations(names, 2) if mixes(model, (a, b)))


def _same_pairs(first: Model, second: Model, matrix: PolynomialMatrix) -> bool:
    """Whether the same pairs mix in forms that make the same matrices, U(1)s being the same up to factors."""
    if any(sum(not value.is_zero() for value in row) != 1 for row in matrix):
        return False
    old, new = abelian_names(first), abelian_names(second)
    image = {old[j]: new[i] for i, row in enumerate(matrix) for j, value in enumerate(row) if not value.is_zero()}
    here = {_ordered(mixing, image[mixing.first], image[mixing.second]) for mixing in first.mixings}
    return here == {_ordered(mixing, mixing.first, mixing.second) for mixing in second.mixings}


def _ordered(mixing: Mixing, first: str, second: str) -> tuple[str, ...]:
    """The pair and the kind of form; only in the triangular form its order matters."""
    if mixing.form == "triangular":
        return ("triangular", first, second)
    return ("inverse" if mixing.form in INVERSE_FORMS else mixing.form, *sorted((first, second)))


def _partial_words(names: Sequence[str]) -> str:
    return (
        f"in {' and '.join(names)} only some pairs of U(1)s mix kinetically, and the other model's pairs, "
        "form or basis differ"
    )
