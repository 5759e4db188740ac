"""Invariants of two or four scalars whose range is known: norms, and overlaps of two fields.

With components normalised, rho_ij = phi_i^* phi_j is a density matrix up to its trace, the norm N. Of some indices
of a field, those of a set G of groups, there is a reduced one, from which the other indices are summed out. The
overlap of two fields is tr(rho_A rho_B) over G, or over rho_B conjugated where the representations are conjugates
of each other. It is between 0 and N_A N_B since density matrices are not negative. The overlap of a field with
itself is the purity of rho_A: at least N^2/min(d, d') for d components in G and d' outside. |H1^dag H2|^2 and
tr(S^dag S S^dag S) are overlaps.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain, combinations, product
from math import prod

from zmodel.derive.components import component_norms, conjugate_components
from zmodel.derive.contraction import component_indices
from zmodel.derive.scalar_polynomial import ScalarKey, conjugate_scalar_polynomial
from zmodel.groups import Irrep, Leg, basis, invariants
from zmodel.model import Field, Model

Polynomial = Mapping[ScalarKey, Fraction]
Pairing = tuple[tuple[int, int, Fraction], ...]
"""Components of two representations with the coefficient of their product in an invariant."""


@dataclass(frozen=True)
class Overlap:
    """An invariant of two fields, quadratic in each.

    Attributes:
        fields: whose overlap it is, or twice the same.
        groups: whose indices the fields share.
        conjugate: whether the second density matrix is conjugated.
        polynomial: in components.
        norms: the product of the norms.
        lower: the least value of the ratio of the two that this derivation knows of; the greatest is `upper`.
        root: the bilinear of which the overlap is the absolute square, if there is one; else empty.
    """

    fields: tuple[str, str]
    groups: tuple[str, ...]
    conjugate: bool
    polynomial: Polynomial
    norms: Polynomial
    lower: Fraction
    upper: Fraction
    root: Polynomial


def multiply(left: Polynomial, right: Polynomial) -> dict[ScalarKey, Fraction]:
    """The product of two polynomials."""
    result: dict[ScalarKey, Fraction] = {}
    for first, a in left.items():
        for second, b in right.items():
            key = tuple(sorted(first + second))
            result[key] = result.get(key, Fraction(0)) + a * b
    return {key: value for key, value in result.items() if value}


def norm(model: Model, field: Field) -> dict[ScalarKey, Fraction]:
    """|phi|^2, summed over normalised components."""
    result: dict[ScalarKey, Fraction] = {}
    for index, value in enumerate(component_norms(model, field)):
        own = _component(field.name, index)
        for key, term in multiply(own, conjugate_scalar_polynomial(own, model)).items():
            result[key] = result.get(key, Fraction(0)) + value * term
    return result


def overlaps(model: Model, first: Field, second: Field) -> Iterator[Overlap]:
    """All overlaps of two fields, those of fewer groups first; some depend on others."""
    shared = [name for name in _group_names(model, first) if name in second.irreps]
    for groups in chain.from_iterable(combinations(shared, size) for size in range(1, len(shared) + 1)):
        for conjugate in (False, True):
            pairings = [_pairing(first.irreps[g], second.irreps[g], conjugate) for g in groups]
            known = [pairing for pairing in pairings if pairing is not None]
            if len(known) == len(groups):
                yield _overlap(model, first, second, groups, known, conjugate)
    if not shared and not first.irreps and not second.irreps:
        # Two singlets: the overlap is the product of the norms, and has a root with a phase.
        yield from (_overlap(model, first, second, (), [], conjugate) for conjugate in (False, True))


def _overlap(
    model: Model, first: Field, second: Field, groups: tuple[str, ...], pairings: list[Pairing], conjugate: bool
) -> Overlap:
    inside = prod(first.irreps[name].dimension for name in groups)
    purity = first.name == second.name and not conjugate
    roots = list(_bilinears(model, first, second, groups, pairings, conjugate))
    polynomial: dict[ScalarKey, Fraction] = {}
    for weight, bilinear in roots:
        for key, value in multiply(bilinear, conjugate_scalar_polynomial(bilinear, model)).items():
            polynomial[key] = polynomial.get(key, Fraction(0)) + weight * value
    return Overlap(
        (first.name, second.name),
        groups,
        conjugate,
        {key: value for key, value in polynomial.items() if value},
        multiply(norm(model, first), norm(model, second)),
        Fraction(1, min(inside, first.dimension // inside)) if purity else Fraction(0),
        Fraction(1),
        roots[0][1] if len(roots) == 1 else {},
    )


def _bilinears(
    model: Model, first: Field, second: Field, groups: tuple[str, ...], pairings: list[Pairing], conjugate: bool
) -> Iterator[tuple[Fraction, dict[ScalarKey, Fraction]]]:
    """Weights and bilinears whose absolute squares add up to an overlap: one for each value of the other indices."""
    rows = _by_other_indices(model, first, groups)
    columns = _by_other_indices(model, second, groups)
    for (row_weight, row), (column_weight, column) in product(rows, columns):
        bilinear: dict[ScalarKey, Fraction] = {}
        for entries in product(*pairings):
            left = row[tuple(i for i, _, _ in entries)]
            right = column[tuple(j for _, j, _ in entries)]
            start = _component(first.name, left)
            if not conjugate:
                start = conjugate_scalar_polynomial(start, model)
            for key, value in multiply(start, _component(second.name, right)).items():
                bilinear[key] = bilinear.get(key, Fraction(0)) + value * prod(v for _, _, v in entries)
        if any(bilinear.values()):
            yield row_weight * column_weight, {key: value for key, value in bilinear.items() if value}


def _by_other_indices(
    model: Model, field: Field, groups: tuple[str, ...]
) -> list[tuple[Fraction, dict[tuple[int, ...], int]]]:
    """For each value of the indices outside some groups: its norm, and components by the indices inside."""
    names = _group_names(model, field)
    found: dict[tuple[int, ...], dict[tuple[int, ...], int]] = {}
    for position, indices in enumerate(component_indices(model, field)):
        inside = tuple(indices[names.index(name)] for name in groups)
        outside = tuple(i for name, i in zip(names, indices, strict=True) if name not in groups)
        found.setdefault(outside, {})[inside] = position
    others = [basis(field.irreps[name]).norms for name in names if name not in groups]
    return [(prod((n[i] for n, i in zip(others, out, strict=True)), start=Fraction(1)), f) for out, f in found.items()]


def _pairing(first: Irrep, second: Irrep, conjugate: bool) -> Pairing | None:
    """The invariant of a conjugated first and a second representation, or of both as they are, with unit norm."""
    if not conjugate:
        return tuple((i, i, n) for i, n in enumerate(basis(first).norms)) if first == second else None
    if first != second.conjugate:
        return None
    tensor = invariants((Leg(first), Leg(second)), first.n)[0].tensor
    norms = basis(first).norms, basis(second).norms
    (i, j), value = next(iter(tensor.items()))
    # In normalised components all coefficients have one size; the square of that size is rational.
    square = value * value / (norms[0][i] * norms[1][j])
    root = _square_root(square)
    return None if root is None else tuple((i, j, value / root) for (i, j), value in tensor.items())


def _square_root(value: Fraction) -> Fraction | None:
    root = Fraction(round(value.numerator**0.5), round(value.denominator**0.5))
    return root if root * root == value else None


def _group_names(model: Model, field: Field) -> list[str]:
    return [group.name for group in model.groups if group.name in field.irreps]


def _component(name: str, index: int) -> dict[ScalarKey, Fraction]:
    return {((name, False, index),): Fraction(1)}


# ------------------------------------------------------------------ directions
Vector = Mapping[int, Fraction]
"""Components of a field that do not vanish; they are real, so that a conjugated component has the same value."""


def directions(model: Model, field: Field) -> tuple[Vector, ...]:
    """Simple directions of a field: one component, sums of two, and the unit matrix of a field with two indices."""
    one = Fraction(1)
    size = field.dimension
    if field.is_real:
        partners = conjugate_components(model, field)
        found: list[dict[int, Fraction]] = []
        for index, (partner, factor) in enumerate(partners):
            vector = {index: one, partner: factor}
            if partner != index or factor == 1:
                found.append(vector)
        return tuple(found)
    found = [{m: one} for m in range(size)]
    diagonal = [m for m, indices in enumerate(component_indices(model, field)) if len(set(indices)) == 1]
    if len(diagonal) > 1:
        found.append(dict.fromkeys(diagonal, one))
    found += [{m: one, n: sign * one} for m, n in combinations(range(size), 2) for sign in (1, -1)]
    return tuple(found)


def value_at(polynomial: Polynomial, vectors: Mapping[str, Vector]) -> Fraction:
    """A polynomial where each field points into a direction; a field without one vanishes."""
    total = Fraction(0)
    for key, value in polynomial.items():
        for name, _, index in key:
            value *= vectors.get(name, {}).get(index, Fraction(0))
            if not value:
                break
        total += value
    return total
