"""Names and descriptions of contractions.

A description is made once per kind of term, as a template in which `{0}`, `{1}`, ... stand for the legs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction

from zmodel.groups.legs import Leg
from zmodel.groups.wiring import Slot, Wiring

_LETTERS = "ijklmnopqrstuvwxyz"


def leg_names(legs: Sequence[Leg]) -> list[str]:
    """What stands in a description for each leg: H, H* for a conjugated one, tilde(H)."""
    return [_leg_name(leg, f"phi{i}") for i, leg in enumerate(legs, start=1)]


def _leg_name(leg: Leg, default: str) -> str:
    name = leg.label or default
    if leg.tilde:
        return f"tilde({name})" if leg.conjugated else f"tilde({name})*"
    return f"{name}*" if leg.conjugated else name


def matrix_names(legs: Sequence[Leg]) -> list[str]:
    """What stands for each leg within a trace: dag(S) where `leg_names` says S*."""
    plain = leg_names(legs)
    return [f"dag({name[:-1]})" if name.endswith("*") else name for name in plain]


def wiring_names(legs: Sequence[Leg], wirings: Sequence[Wiring]) -> list[str]:
    """A short name for each contraction: its connected factors with the numbers of their legs.

    `pair12_pair34` has the first leg contracted with the second and the third with the fourth; `chain1342` is
    a matrix product that starts with leg 1 and ends with leg 2, `trace1234` the trace of one; `eps123` has an
    epsilon tensor; any other contraction is a `net`. Where several contractions would have one name, letters
    follow.
    """
    names = ["_".join(_component_name(legs, wiring, members) for members in wiring.components) for wiring in wirings]
    repeated = Counter(names)
    seen: Counter[str] = Counter()
    result = []
    for name in names:
        seen[name] += 1
        result.append(f"{name}_{_suffix(seen[name])}" if repeated[name] > 1 else name)
    return result


def _suffix(number: int) -> str:
    return chr(ord("a") + number - 1) if number <= 26 else str(number)


def _component_name(legs: Sequence[Leg], wiring: Wiring, members: tuple[int, ...]) -> str:
    if len(members) == 2:
        return "pair" + _digits(members)
    part = wiring.restricted(members)
    path = _path(legs, part, members)
    if path:
        return ("trace" if all(len(legs[leg].signs) == 2 for leg in path) else "chain") + _digits(path)
    return ("eps" if part.epsilons else "net") + _digits(members)


def _digits(members: Sequence[int]) -> str:
    return "".join(str(leg + 1) for leg in members)


def _path(legs: Sequence[Leg], part: Wiring, members: tuple[int, ...]) -> list[int]:
    """The legs of an open or closed chain in the order of the matrix product; empty if it is not a chain."""
    if any(len(legs[leg].signs) > 2 for leg in members) or any(len(slots) > 2 for slots in part.epsilons):
        return []
    # A delta leads from the lower index of one factor to the upper index of the next.
    following = {low[0]: up[0] for low, up in part.deltas}
    neighbours: dict[int, list[int]] = {leg: [] for leg in members}
    for (first, _), (second, _) in [*part.deltas, *part.epsilons]:
        neighbours[first].append(second)
        neighbours[second].append(first)
    ends = [leg for leg in members if len(neighbours[leg]) == 1]
    # An open chain begins at its lower index (a*), or at the first of two equal ends.
    start = min(ends, key=lambda leg: (leg not in following, leg), default=members[0])
    path = [start]
    leg = following.get(start, min(neighbours[start]))
    while leg not in path:
        path.append(leg)
        leg = next((other for other in neighbours[leg] if other not in path), start)
    return path


def wiring_template(legs: Sequence[Leg], wiring: Wiring, scales: Sequence[Fraction]) -> str:
    """The description of a contraction, given the factor of each of its connected parts."""
    letters = _index_letters()
    texts = [
        _component_template(legs, wiring.restricted(members), members, scale, letters)
        for members, scale in zip(wiring.components, scales, strict=True)
    ]
    return texts[0] if len(texts) == 1 else "".join(f"({text})" for text in texts)


def _index_letters() -> Iterator[str]:
    yield from _LETTERS
    number = 1
    while True:
        yield from (f"{letter}{number}" for letter in _LETTERS)
        number += 1


def _component_template(
    legs: Sequence[Leg], part: Wiring, members: tuple[int, ...], scale: Fraction, letters: Iterator[str]
) -> str:
    path = _path(legs, part, members)
    if path and all(legs[leg].is_adjoint for leg in path):
        factors = [f"{{{leg}}}" for leg in path]
        return " ".join(f"{factor}^A" for factor in factors) if len(path) == 2 else f"tr({' '.join(factors)})"
    bond_of = {slot: number for number, bond in enumerate(part.deltas) for slot in bond}
    letter_of: dict[Slot, str] = {}
    for epsilon in part.epsilons:
        letter_of |= {slot: next(letters) for slot in epsilon}
    texts = ["eps_" + "".join(letter_of[slot] for slot in epsilon) for epsilon in part.epsilons]
    letter_of_bond: dict[int, str] = {}
    for leg in path or members:
        slots = [(leg, slot) for slot in range(len(legs[leg].signs))]
        name = f"{{{leg}}}"
        if legs[leg].is_adjoint:
            # A matrix has its upper index first.
            slots.sort(key=lambda slot: -legs[slot[0]].signs[slot[1]])
            name = f"({name}^A lambda^A)"
        for slot in slots:
            if slot not in letter_of:
                bond = bond_of[slot]
                letter_of[slot] = letter_of_bond[bond] = letter_of_bond.get(bond) or next(letters)
        texts.append(f"{name}_" + "".join(letter_of[slot] for slot in slots))
    return " ".join(texts if scale == 1 else [str(scale), *texts])


def adjoint_exchange_template(legs: Sequence[Leg], wiring: Wiring) -> str:
    """The description of two pairs that exchange an adjoint: (A* lambda^A B)(C* lambda^A D)."""
    pairs = []
    letters = iter(_LETTERS)
    for (a, _), (b, _) in sorted([*wiring.deltas, *wiring.epsilons], key=min):
        i, j = next(letters), next(letters)
        if legs[a].signs != legs[b].signs:
            pairs.append(f"({{{a}}}_{i} lambda^A_{i}{j} {{{b}}}_{j})")
        elif legs[b].signs == (1,):
            pairs.append(f"(eps_{i}{j} {{{a}}}_{i} (lambda^A {{{b}}})_{j})")
        else:
            pairs.append(f"(eps_{i}{j} {{{a}}}_{i} ({{{b}}} lambda^A)_{j})")
    return "".join(pairs)
