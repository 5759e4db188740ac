"""The SU(n) invariants of the fields of a term, built from delta and epsilon contractions.

The rules for what is natural: neighbours meet first; a field and a conjugated one of the same irrep are
sum_m phi*_m g_m chi_m, which for the adjoint is phi^A* chi^A, as it is for two unconjugated adjoints; an
adjoint next to anything else is the matrix phi^A lambda^A; two SU(2) doublets a b are eps_ij a_i b_j in
written order, also when both are conjugated, and a eps (Phi b) with an adjoint; n fundamentals of SU(n) are
eps_ij.. in written order; tensors are contracted index by index. eps_12..n = +1.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import lru_cache

from zmodel.groups.basis import Index
from zmodel.groups.contract import contract, outer_product, pair_scale
from zmodel.groups.describe import (
    adjoint_exchange_template,
    leg_names,
    matrix_names,
    wiring_names,
    wiring_template,
)
from zmodel.groups.irrep import RepresentationError
from zmodel.groups.legs import Leg
from zmodel.groups.linear import Span, add_multiple
from zmodel.groups.trace import trace_wiring
from zmodel.groups.weights import invariant_count
from zmodel.groups.wiring import Wiring, wirings

MAX_INVARIANTS = 100


@dataclass(frozen=True)
class Invariant:
    """One way to contract the legs of a term to a singlet.

    Attributes:
        name: what a model file calls it: `unique` when there is no other; `singlet` and `adjoint` for four
            fundamentals; `d` and `f` for three adjoints; `trace` for what tr(...) prescribes; else the
            contraction, as `zmodel.groups.describe.wiring_names` explains.
        description: the formula with the labels of the legs.
        tensor: the coefficient of each product of components, in written order of the legs. For a conjugated
            leg the component is that of phi*. Not to be altered.
    """

    name: str
    description: str
    tensor: Mapping[Index, Fraction] = field(hash=False)


def invariants(legs: Sequence[Leg], n: int, cyclic: bool = False) -> tuple[Invariant, ...]:
    """A basis of the invariants of a product of fields under one SU(n), the natural one first.

    Four fundamentals with two invariants: `singlet` is the product of the natural pairs, (A* B)(C* D), and
    `adjoint` the same pairs with an adjoint exchanged, (A* lambda^A B)(C* lambda^A D). Three adjoints: `d` is
    tr(A {B, C})/4 = d^ABC A^A B^B C^C and `f` is tr(A [B, C])/4 = i f^ABC A^A B^B C^C. Whether invariants
    coincide because fields are identical is for the caller to find out: it depends on the other groups.

    Args:
        legs: the fields as they stand in the term; singlets of the group may be among them.
        n: the n of SU(n).
        cyclic: whether the term is tr(...), the trace of the product of the legs as matrices. This has at
            most one value and is taken literally: tr(Phi Phi) = 2 phi^A phi^A.

    Raises:
        RepresentationError: if a leg is of another group, or there are too many contractions or entries.
    """
    if any(leg.irrep.n != n for leg in legs):
        raise RepresentationError(f"a representation of another group in an invariant of SU({n})")
    plain = tuple(replace(leg, label="", row=leg.row or not cyclic) for leg in legs)
    names = matrix_names(legs) if cyclic else leg_names(legs)
    found = _trace(plain, n) if cyclic else _invariants(plain, n)
    return tuple(replace(item, description=item.description.format(*names)) for item in found)


@lru_cache(maxsize=4096)
def _invariants(legs: tuple[Leg, ...], n: int) -> tuple[Invariant, ...]:
    """The invariants of legs without labels, with templates for descriptions."""
    active = [leg for leg in legs if not leg.irrep.is_singlet]
    if not active:
        return (_constant(legs),)
    count = invariant_count([leg.acting_irrep for leg in active])
    if count == 0:
        return ()
    if count > MAX_INVARIANTS:
        raise RepresentationError(f"a term with {count} contractions of its SU({n}) indices")
    candidates = wirings([item for i, leg in enumerate(legs) for item in leg.slot_classes(i)], n)
    if count == 2 and len(active) == 4 and all(len(leg.signs) == 1 for leg in active):
        found = _singlet_and_adjoint(legs, n, candidates[0])
    elif len(active) == 3 and all(leg.is_adjoint for leg in active):
        found = _three_adjoints(legs, candidates)
    else:
        found = _independent(legs, candidates, count)
    if len(found) != count:
        raise AssertionError(f"{len(found)} of {count} invariants found for {legs}")
    return (replace(found[0], name="unique"),) if count == 1 else tuple(found)


def _constant(legs: Sequence[Leg]) -> Invariant:
    product = " ".join(f"{{{i}}}" for i in range(len(legs)))
    return Invariant("unique", product, {(0,) * len(legs): Fraction(1)})


def _independent(legs: Sequence[Leg], candidates: Sequence[Wiring], count: int) -> list[Invariant]:
    """The first linearly independent ones among the contractions."""
    span: Span[Index] = Span()
    fixed = _generating_components(legs)
    chosen: list[tuple[Wiring, list[Fraction], dict[Index, Fraction]]] = []
    for wiring in candidates:
        # The contractions span the invariants: where there are no more than needed, there is nothing to test.
        if len(candidates) == count or span.add(_slice(legs, wiring, fixed)):
            chosen.append((wiring, *_evaluate(legs, wiring)))
        if len(chosen) == count:
            break
    names = wiring_names(legs, [wiring for wiring, _, _ in chosen])
    return [
        Invariant(name, wiring_template(legs, wiring, scales), tensor)
        for name, (wiring, scales, tensor) in zip(names, chosen, strict=True)
    ]


def _generating_components(legs: Sequence[Leg]) -> dict[int, int]:
    """A component of each of the two largest legs, such that invariants are independent if these entries of them are.

    The highest weight of one irrep with the lowest of another generates all of their product; see K. R.
    Parthasarathy, R. Ranga Rao and V. S. Varadarajan, Ann. Math. 85 (1967) 383.
    """
    first, *others = sorted(range(len(legs)), key=lambda i: -legs[i].irrep.dimension)
    return {first: legs[first].extreme_component(1)} | {i: legs[i].extreme_component(-1) for i in others[:1]}


def _slice(legs: Sequence[Leg], wiring: Wiring, fixed: Mapping[int, int]) -> dict[Index, Fraction]:
    """The entries of a contraction, up to a factor, where some legs have given components."""
    factors = []
    for members in wiring.components:
        array = contract(legs, members, wiring.restricted(members), fixed)
        factors.append((members, {components: Fraction(value) for components, value in array.items()}))
    return outer_product(factors, len(legs))


def _evaluate(legs: Sequence[Leg], wiring: Wiring) -> tuple[list[Fraction], dict[Index, Fraction]]:
    """The factors of the connected parts of a contraction, and its tensor."""
    scales, factors = [], []
    for members in wiring.components:
        array = contract(legs, members, wiring.restricted(members))
        is_pair = len(members) == 2 and bool(array)
        scale = pair_scale(legs[members[0]], legs[members[1]], array) if is_pair else Fraction(1)
        scales.append(scale)
        factors.append((members, _fractions(array, scale)))
    return scales, outer_product(factors, len(legs))


def _fractions(array: Mapping[Index, int], scale: Fraction) -> dict[Index, Fraction]:
    """An array times a number; each of its few different values is multiplied once."""
    scaled = {value: scale * value for value in set(array.values())}
    return {components: scaled[value] for components, value in array.items()}


def _singlet_and_adjoint(legs: Sequence[Leg], n: int, natural: Wiring) -> list[Invariant]:
    """Two pairs of fundamentals, without and with lambda^A inserted into each.

    From sum_A lambda^A_ij lambda^A_kl = 2 delta_il delta_jk - (2/n) delta_ij delta_kl.
    """
    scales, tensor = _evaluate(legs, natural)
    _, crossed = _evaluate(legs, _crossed(legs, natural))
    doubled = {components: 2 * value for components, value in crossed.items()}
    exchange = add_multiple(doubled, Fraction(-2, n), tensor)
    return [
        Invariant("singlet", wiring_template(legs, natural, scales), tensor),
        Invariant(
            "adjoint",
            adjoint_exchange_template(legs, natural),
            {components: Fraction(value) for components, value in exchange.items()},
        ),
    ]


def _crossed(legs: Sequence[Leg], wiring: Wiring) -> Wiring:
    """Two pairs with one partner of each exchanged, upper for upper index or lower for lower."""
    first, second = (tuple(bond) for bond in (*wiring.deltas, *wiring.epsilons))
    # The pair with the delta, if any, comes first; its lower end is the first, its upper end the second one.
    end = 1 if legs[first[1][0]].signs == legs[second[1][0]].signs else 0
    swap = {first[end]: second[1], second[1]: first[end]}
    return Wiring(
        tuple((swap.get(low, low), swap.get(up, up)) for low, up in wiring.deltas),
        tuple(tuple(swap.get(slot, slot) for slot in epsilon) for epsilon in wiring.epsilons),
    )


def _three_adjoints(legs: Sequence[Leg], candidates: Sequence[Wiring]) -> list[Invariant]:
    """The symmetric and the antisymmetric invariant; for SU(2) the former vanishes."""
    a, b, c = (i for i, leg in enumerate(legs) if leg.is_adjoint)
    (_, forward), (_, backward) = (_evaluate(legs, wiring) for wiring in candidates)
    found = []
    for name, sign, template in (
        ("d", 1, f"d^ABC {{{a}}}^A {{{b}}}^B {{{c}}}^C"),
        ("f", -1, f"i f^ABC {{{a}}}^A {{{b}}}^B {{{c}}}^C"),
    ):
        tensor = {index: Fraction(x) / 4 for index, x in add_multiple(forward, sign, backward).items()}
        if tensor:
            found.append(Invariant(name, template, tensor))
    return found


@lru_cache(maxsize=4096)
def _trace(legs: tuple[Leg, ...], n: int) -> tuple[Invariant, ...]:
    """The trace of the product of legs without labels."""
    active = [i for i, leg in enumerate(legs) if not leg.irrep.is_singlet]
    if not active:
        return (_constant(legs),)
    wiring = trace_wiring(legs)
    if wiring is None:
        return ()
    factors = []
    for members in wiring.components:
        array = contract(legs, members, wiring.restricted(members))
        factors.append((members, {components: Fraction(value) for components, value in array.items()}))
    tensor = outer_product(factors, len(legs))
    if not tensor:
        return ()
    product = " ".join(f"{{{i}}}" for i in range(len(legs)))
    return (Invariant("trace", f"tr({product})", tensor),)
