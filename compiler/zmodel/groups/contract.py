"""Numerical contraction of tensors: from a wiring to a sparse array over the components of the legs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import isqrt
from types import MappingProxyType

from zmodel.groups.basis import Index, basis
from zmodel.groups.irrep import RepresentationError
from zmodel.groups.legs import Entry, Leg, leg_entries
from zmodel.groups.weights import permutation_sign
from zmodel.groups.wiring import Slot, Wiring

MAX_ENTRIES = 200_000

ComponentTensor = Mapping[Index, Fraction]

# Of a partial contraction: the components of the legs so far and the values of the open wires.
_State = tuple[Index, Index]


def contract(
    legs: Sequence[Leg], members: Iterable[int], wiring: Wiring, fixed: Mapping[int, int] = MappingProxyType({})
) -> dict[Index, int]:
    """The contraction of some of the legs as an array over their components, in written order.

    Args:
        legs: all legs of a term.
        members: positions of the legs that the wiring connects, ascending.
        wiring: the contraction; no delta, and no epsilon with two indices, joins indices of one leg.
        fixed: legs of which only one component is wanted, and which.

    Raises:
        RepresentationError: if an intermediate result has more than 200000 entries.
    """
    # An epsilon with two indices is a wire, like a delta, on which the second index is moved.
    two = {slots[1] for slots in wiring.epsilons if len(slots) == 2}
    larger = [slots for slots in wiring.epsilons if len(slots) > 2]
    bonds: list[tuple[Slot, ...]] = [*wiring.deltas, *(slots for slots in wiring.epsilons if len(slots) == 2)]
    bonds += [(slot,) for slots in larger for slot in slots]
    wires = {slot: wire for wire, bond in enumerate(bonds) for slot in bond}
    epsilons = [[wires[slot] for slot in slots] for slots in larger]
    states: dict[_State, int] = {((), ()): 1}
    open_wires: list[int] = []
    for position in members:
        leg = legs[position]
        slots = range(len(leg.signs))
        moved = (*slots,) * leg.tilde + tuple(slot for slot in slots if (position, slot) in two)
        leg_wires = [wires[position, slot] for slot in slots]
        entries = leg_entries(leg.irrep, moved)
        if position in fixed:
            entries = tuple(entry for entry in entries if entry[0] == fixed[position])
        states, open_wires = _join(states, open_wires, entries, leg_wires, epsilons)
        for epsilon in epsilons:
            if all(wire in open_wires for wire in epsilon):
                states, open_wires = _close_epsilon(states, open_wires, epsilon)
    return {components: value for (components, _), value in states.items() if value}


def _join(
    states: Mapping[_State, int],
    open_wires: list[int],
    entries: Iterable[Entry],
    leg_wires: list[int],
    epsilons: Sequence[Sequence[int]],
) -> tuple[dict[_State, int], list[int]]:
    """Multiply with the tensor of the next leg and sum over the wires that both have.

    Left out is what an epsilon will make zero, having one value on two of its wires.
    """
    shared = [slot for slot, wire in enumerate(leg_wires) if wire in open_wires]
    new = [slot for slot, wire in enumerate(leg_wires) if wire not in open_wires]
    positions = [open_wires.index(leg_wires[slot]) for slot in shared]
    kept = [i for i in range(len(open_wires)) if i not in positions]
    by_values: dict[Index, list[Entry]] = defaultdict(list)
    for component, index, value in entries:
        by_values[tuple(index[slot] for slot in shared)].append((component, tuple(index[slot] for slot in new), value))
    on_epsilons = [
        (
            [i for i in kept if open_wires[i] in wires],
            [k for k, slot in enumerate(new) if leg_wires[slot] in wires],
        )
        for wires in epsilons
    ]
    result: dict[_State, int] = defaultdict(int)
    for (components, values), factor in states.items():
        rest = tuple(values[i] for i in kept)
        used = [({values[i] for i in old}, added_slots) for old, added_slots in on_epsilons if added_slots]
        for component, added, value in by_values.get(tuple(values[i] for i in positions), ()):
            if not any(added[k] in taken for taken, slots in used for k in slots):
                result[(*components, component), rest + added] += factor * value
        _check_size(result)
    return result, [open_wires[i] for i in kept] + [leg_wires[slot] for slot in new]


def _close_epsilon(
    states: Mapping[_State, int], open_wires: list[int], epsilon: list[int]
) -> tuple[dict[_State, int], list[int]]:
    """Multiply with an epsilon tensor, all of whose wires are open, and sum over them."""
    positions = [open_wires.index(wire) for wire in epsilon]
    kept = [i for i in range(len(open_wires)) if i not in positions]
    result: dict[_State, int] = defaultdict(int)
    for (components, values), factor in states.items():
        # eps_12...n = +1, so the sign is that of the permutation that sorts the values into rising order.
        falling = [-values[i] for i in positions]
        if len(set(falling)) == len(falling):
            result[components, tuple(values[i] for i in kept)] += factor * permutation_sign(falling)
    return result, [open_wires[i] for i in kept]


def pair_scale(left: Leg, right: Leg, form: Mapping[Index, int]) -> Fraction:
    """The positive factor that makes a bilinear form canonical: sum_m phi*_m g_m chi_m up to phases.

    A form M is canonical when M_mn / sqrt(g_m g_n) is a unitary matrix. The factor is 1/2 for two adjoints,
    whose slotwise contraction is tr(Phi X) = 2 phi^A chi^A, and 1 for doublets, fundamentals and tensors with
    their conjugates.
    """
    norms, other_norms = basis(left.irrep).norms, basis(right.irrep).norms
    size = sum((value**2 / (norms[m] * other_norms[n]) for (m, n), value in form.items()), Fraction(0))
    square = len(norms) / size
    root = Fraction(isqrt(square.numerator), isqrt(square.denominator))
    if root**2 != square:
        raise AssertionError(f"the invariant form of {left.irrep} is not rational")
    return root


def outer_product(
    factors: Sequence[tuple[Sequence[int], Mapping[Index, Fraction]]], leg_count: int
) -> dict[Index, Fraction]:
    """The product of arrays over disjoint sets of legs, as an array over all legs.

    Args:
        factors: positions of the legs of each array, and the array.
        leg_count: number of legs; one that is in no factor is a singlet and has component 0.

    Raises:
        RepresentationError: if the result has more than 200000 entries.
    """
    if len(factors) == 1 and len(factors[0][0]) == leg_count:
        return dict(factors[0][1])
    result: dict[Index, Fraction] = {(0,) * leg_count: Fraction(1)}
    for members, array in factors:
        if len(result) * len(array) > MAX_ENTRIES:
            raise RepresentationError(f"an invariant with more than {MAX_ENTRIES} entries")
        product: dict[Index, Fraction] = {}
        for components, factor in result.items():
            for values, value in array.items():
                combined = list(components)
                for position, component in zip(members, values, strict=True):
                    combined[position] = component
                product[tuple(combined)] = factor * value
        result = product
    return result


def _check_size(states: Mapping[_State, int]) -> None:
    if len(states) > MAX_ENTRIES:
        raise RepresentationError(f"an invariant with more than {MAX_ENTRIES} entries")
