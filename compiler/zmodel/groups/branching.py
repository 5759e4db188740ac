"""How irreps decompose under the subgroups of `zmodel.groups.embedding`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise, product
from math import prod

from zmodel.groups.embedding import AbelianSubgroup, Subgroup
from zmodel.groups.irrep import Irrep, singlet
from zmodel.groups.weights import Weight, permutation_sign, tensor_product, weights

Numbers = tuple[Irrep | Fraction, ...]
"""Quantum numbers under a list of subgroups: an irrep of a simple one, a charge of an abelian one."""

Content = Mapping[Numbers, int]
"""A reducible representation: multiplicities by quantum numbers."""


@lru_cache(maxsize=4096)
def branch(irrep: Irrep, group: str, subgroups: tuple[Subgroup, ...]) -> Content:
    """How an irrep of one SU(n) factor decomposes under subgroups that commute.

    Weights are projected on the subgroups. The irreps follow from them as in Klimyk's formula with a singlet:
    each weight, shifted by the Weyl vector and reflected into the dominant chamber, counts with the sign of the
    reflection. Not to be altered.

    Raises:
        RepresentationError: if the irrep is too large.
    """
    found: Counter[Numbers] = Counter()
    for weight, multiplicity in weights(irrep).items():
        sign, numbers = 1, []
        for subgroup in subgroups:
            reflected, number = _project(weight, group, subgroup)
            sign *= reflected
            numbers.append(number)
            if not sign:
                break
        else:
            found[tuple(numbers)] += sign * multiplicity
    return ordered({numbers: count for numbers, count in found.items() if count})


def _project(weight: Weight, group: str, subgroup: Subgroup) -> tuple[int, Irrep | Fraction]:
    """The sign of the reflection, 0 at the boundary of a chamber, and the irrep; for a U(1) 1 and the charge."""
    if isinstance(subgroup, AbelianSubgroup):
        values = dict(subgroup.diagonals).get(group, ())
        return 1, sum((x * w for x, w in zip(values, weight, strict=False)), Fraction(0))
    n = subgroup.n
    shifted = list(range(n, 0, -1))
    for block in subgroup.blocks:
        if block.group == group:
            for position, index in enumerate(block.indices):
                shifted[position] += -weight[index] if block.conjugated else weight[index]
    if len(set(shifted)) < n:
        return 0, singlet(n)
    sign = permutation_sign(shifted)
    shifted.sort(reverse=True)
    return sign, Irrep(n, tuple(a - b - 1 for a, b in pairwise(shifted)))


def trivial(subgroups: Sequence[Subgroup]) -> Numbers:
    """The quantum numbers of what is neutral."""
    return tuple(Fraction(0) if isinstance(s, AbelianSubgroup) else singlet(s.n) for s in subgroups)


def charges_of_one(group: str, subgroups: Sequence[Subgroup]) -> tuple[Fraction, ...]:
    """The charge under each abelian subgroup of what has charge 1 under a U(1) factor."""
    abelian = (subgroup for subgroup in subgroups if isinstance(subgroup, AbelianSubgroup))
    return tuple(dict(subgroup.charges).get(group, Fraction(0)) for subgroup in abelian)


def product_content(left: Content, right: Content) -> dict[Numbers, int]:
    """The product of two representations.

    Raises:
        RepresentationError: if it is too large.
    """
    found: Counter[Numbers] = Counter()
    for (a, m), (b, n) in product(left.items(), right.items()):
        factors = [_product(x, y) for x, y in zip(a, b, strict=True)]
        for choice in product(*(factor.items() for factor in factors)):
            count = m * n
            for _, multiplicity in choice:
                count *= multiplicity
            found[tuple(number for number, _ in choice)] += count
    return ordered(found)


def _product(a: Irrep | Fraction, b: Irrep | Fraction) -> Mapping[Irrep | Fraction, int]:
    if isinstance(a, Irrep) and isinstance(b, Irrep):
        return {irrep: count for irrep, count in tensor_product((a, b)).items()}
    assert isinstance(a, Fraction)
    assert isinstance(b, Fraction)
    return {a + b: 1}


def conjugate_numbers(numbers: Numbers) -> Numbers:
    """The quantum numbers of the complex conjugate."""
    return tuple(number.conjugate if isinstance(number, Irrep) else -number for number in numbers)


def number_of_components(numbers: Numbers) -> int:
    """Number of components."""
    return prod(number.dimension for number in numbers if isinstance(number, Irrep))


def ordered(content: Content) -> dict[Numbers, int]:
    """Large parts first, an irrep before its conjugate, positive charges before negative ones."""

    def key(numbers: Numbers) -> tuple[object, ...]:
        parts = [
            (number.is_barred, -number.dimension, number.labels) if isinstance(number, Irrep) else (-number,)
            for number in numbers
        ]
        return -number_of_components(numbers), *parts

    return dict(sorted(content.items(), key=lambda item: key(item[0])))
