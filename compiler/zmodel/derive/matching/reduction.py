"""Products of four Weyl spinors in the Warsaw basis, by exact linear algebra on their components.

The Fierz identities of Lorentz, colour and weak indices are not looked up: a product and every operator with the same
fields are written out in components, and the weights follow from linear equations over the rationals.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import permutations

from zmodel.derive.matching.bilinears import Component, Spinor
from zmodel.derive.matching.templates import Template, templates

PAIRINGS = {1: (1, 0), 2: (0, 1), 3: (-1, -1)}
"""(01)(23), (02)(13) and (03)(12) in terms of the first two, where all four spinors are alike."""

ProductTensor = Mapping[tuple[Component, ...], Fraction]
Key = tuple[tuple[Component, ...], int]


class ReductionError(ValueError):
    """A product that no operator of the basis is like, because it is not invariant."""


@dataclass(frozen=True)
class Reduced:
    """An operator's share in a product.

    Attributes:
        operator: its name.
        places: for p, r, s, t the number of the product's spinor.
        weight: what the operator is multiplied with.
    """

    operator: str
    places: tuple[int, ...]
    weight: Fraction


def reduce_product(spinors: tuple[Spinor, ...], tensor: ProductTensor) -> tuple[Reduced, ...]:
    """(f0 f1)(f2 f3), contracted with a tensor, as a sum of operators.

    Args:
        spinors: f0 to f3: all conjugated, none, or two of them, which are then f0 and f1.
        tensor: by their components.

    Returns:
        The operators; none if all are conjugates of operators of the basis.

    Raises:
        ReductionError: if the product is not invariant.
    """
    columns = list(_columns(spinors))
    if not columns:
        if any(_matches(template, tuple(s.conjugate for s in spinors)) for template in templates()):
            return ()
        raise ReductionError(" ".join(f"{s.multiplet}{'^dag' if s.dagger else ''}" for s in spinors))
    target: dict[Key, Fraction] = {(indices, 0): value for indices, value in tensor.items()}
    weights = _solve([column for _, _, column in columns], target)
    return tuple(
        Reduced(template.operator, places, weight)
        for (template, places, _), weight in zip(columns, weights, strict=True)
        if weight
    )


def _matches(template: Template, spinors: tuple[Spinor, ...]) -> bool:
    return sorted(template.spinors) == sorted(spinors)


def _columns(spinors: tuple[Spinor, ...]) -> Iterator[tuple[Template, tuple[int, ...], dict[Key, Fraction]]]:
    """Each operator with its fields in each order that the product has."""
    alike = len({spinor.dagger for spinor in spinors}) == 1
    for template in templates():
        if not _matches(template, spinors):
            continue
        for places in permutations(range(4)):
            if any(spinors[place] != spinor for place, spinor in zip(places, template.spinors, strict=True)):
                continue
            column: dict[Key, Fraction] = {}
            for partner, weight in template.pairings.items():
                for number, share in enumerate(_lorentz(places, partner) if alike else (1,)):
                    for indices, value in template.gauge.items():
                        sorted_indices = tuple(indices[places.index(i)] for i in range(4))
                        entry = (sorted_indices, number)
                        column[entry] = column.get(entry, Fraction(0)) + weight * share * value
            yield template, places, {entry: value for entry, value in column.items() if value}


def _lorentz(places: tuple[int, ...], partner: int) -> tuple[int, int]:
    """The pairing of p with its partner, in terms of (01)(23) and (02)(13) of the product's spinors."""
    pair = {places[0], places[partner]}
    # The partner of spinor 0 in this pairing.
    (other,) = pair - {0} if 0 in pair else set(range(1, 4)) - pair
    return PAIRINGS[other]


def _solve(columns: list[dict[Key, Fraction]], target: Mapping[Key, Fraction]) -> list[Fraction]:
    """Weights with which the columns add up to the target; those that are not determined are zero."""
    keys: Iterable[Key] = set(target).union(*columns)
    rows = {(*(column.get(k, Fraction(0)) for column in columns), target.get(k, Fraction(0))) for k in keys}
    pivots: dict[int, tuple[Fraction, ...]] = {}
    for row in sorted(rows):
        for position, pivot in pivots.items():
            row = tuple(a - row[position] * b for a, b in zip(row, pivot, strict=True))
        position = next((i for i, value in enumerate(row) if value), len(columns))
        if position == len(columns):
            if row[position]:
                raise ReductionError("a product that is not invariant")
            continue
        row = tuple(value / row[position] for value in row)
        pivots = {
            i: tuple(a - other[position] * b for a, b in zip(other, row, strict=True)) for i, other in pivots.items()
        }
        pivots[position] = row
    return [pivots[i][-1] if i in pivots else Fraction(0) for i in range(len(columns))]
