"""Random fermions: families, Dirac and Majorana fermions, and some with anomalies."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from random import Random

from tests.corpus.fields import Fermion, Group

THIRD = Fraction(1, 3)
FAMILY = {
    "Q": ("3", "2", Fraction(1, 6), False),
    "U": ("3", "1", 2 * THIRD, True),
    "D": ("3", "1", -THIRD, True),
    "L": ("1", "2", Fraction(-1, 2), False),
    "E": ("1", "1", Fraction(-1), True),
    "N": ("1", "1", Fraction(0), True),
}
"""Colour, weak isospin, hypercharge, chirality."""


def draw_fermions(theme: str, groups: Sequence[Group], draw: Random) -> list[Fermion]:
    """Families of quarks and leptons, fermions without net chirality, Majorana fermions, and anomalous ones."""
    names = {group.name for group in groups}
    fermions: list[Fermion] = []
    if draw.random() < {"family": 1, "leptoquark": 1, "majorana": 0.7, "abelian": 0.4}.get(theme, 0):
        fermions += _family(names, theme, draw)
    if theme == "majorana":
        fermions.append(_majorana(names, draw))
    for _ in range(draw.choice({"dark": (1, 2, 2), "abelian": (1, 1, 2), "majorana": (0, 1)}.get(theme, (0, 0, 1)))):
        fermions += _vector_like(len(fermions), names, draw)
    if draw.random() < 0.15 or not fermions:
        fermions.append(_anomalous(names, draw))
    return fermions


def _family(names: set[str], theme: str, draw: Random) -> list[Fermion]:
    """Quarks and leptons, as far as the groups have them; with B - L and the like they are free of anomalies."""
    wanted = [name for name, (colour, *_) in FAMILY.items() if colour == "1" or "SU3c" in names]
    if theme != "family" and draw.random() < 0.6:
        wanted = sorted(draw.sample(wanted, min(len(wanted), draw.choice((2, 3)))), key=list(FAMILY).index)
    most = 3 if len(wanted) < 4 or "SU3c" not in names else draw.choice((1, 2, 2, 3))
    generations = draw.choice((1, 2, 3)) if most == 3 else most
    extra = {name: _family_charges(generations, draw) for name in ("X", "Z") if name in names}
    result = []
    for name in wanted:
        colour, weak, hypercharge, right = FAMILY[name]
        irreps = {group: irrep for group, irrep in (("SU3c", colour), ("SU2L", weak)) if group in names}
        charges = {"Y": (hypercharge,) * generations} if "Y" in names else {}
        charges |= {group: quarks if colour == "3" else leptons for group, (quarks, leptons) in extra.items()}
        result.append(Fermion(name, irreps, charges, right, generations))
    return result


def _family_charges(generations: int, draw: Random) -> tuple[tuple[Fraction, ...], tuple[Fraction, ...]]:
    """Charges of quarks and of leptons, whose sum over both, quarks three times, vanishes."""
    kind = draw.choice(("universal", "third", "leptons"))
    zero = (Fraction(0),) * generations
    size = Fraction(draw.choice((1, 2, -1)), draw.choice((1, 1, 2)))
    if kind == "universal" or generations == 1:
        return (size / 3,) * generations, (-size,) * generations
    if kind == "third":
        return (*zero[1:], size / 3), _placed(-size, generations, draw)
    leptons = [*zero]
    leptons[:2] = size, -size
    draw.shuffle(leptons)
    return zero, tuple(leptons)


def _placed(value: Fraction, generations: int, draw: Random) -> tuple[Fraction, ...]:
    place = draw.randrange(generations)
    return tuple(value if i == place else Fraction(0) for i in range(generations))


def _irreps(names: set[str], draw: Random) -> dict[str, str]:
    irreps = {}
    if "SU3c" in names:
        irreps["SU3c"] = draw.choice(("1", "1", "3", "3", "3bar"))
    for group in ("SU2L", "SU2R"):
        if group in names:
            irreps[group] = draw.choice(("1", "2", "2", "3"))
    return irreps


def draw_charge(draw: Random) -> Fraction:
    """A charge."""
    return Fraction(draw.randint(-4, 4), draw.choice((1, 1, 2, 3)))


def _charges(names: set[str], generations: int, draw: Random) -> dict[str, tuple[Fraction, ...]]:
    charges = {}
    for group in ("Y", "X", "Z"):
        if group in names:
            first = draw_charge(draw)
            different = draw.random() < 0.35
            charges[group] = tuple(draw_charge(draw) if different and i else first for i in range(generations))
    return charges


def _vector_like(position: int, names: set[str], draw: Random) -> list[Fermion]:
    """Two fields of opposite chirality with equal quantum numbers, or numbers that a scalar tells apart."""
    generations = draw.choice((1, 1, 2, 3))
    irreps, charges = _irreps(names, draw), _charges(names, generations, draw)
    letter = "FGK"[position % 3]
    partner = dict(charges)
    if draw.random() < 0.5:
        for group in charges:
            shift = draw_charge(draw) if draw.random() < 0.6 else Fraction(0)
            partner[group] = tuple(charge + shift for charge in charges[group])
    return [
        Fermion(f"{letter}{position}L", irreps, charges, False, generations),
        Fermion(f"{letter}{position}R", irreps, partner, True, generations),
    ]


def _majorana(names: set[str], draw: Random) -> Fermion:
    """A field in real representations; with charges of a U(1) it has a Majorana mass by a scalar only."""
    irreps = {}
    if "SU3c" in names:
        irreps["SU3c"] = draw.choice(("1", "1", "1", "8"))
    for group in ("SU2L", "SU2R"):
        if group in names:
            irreps[group] = draw.choice(("1", "1", "3"))
    generations = draw.choice((1, 2, 3)) if "8" not in irreps.values() else 1
    zero = (Fraction(0),) * generations
    charges = {"Y": zero} if "Y" in names else {}
    for group in ("X", "Z"):
        if group in names:
            charges[group] = draw.choice((zero, _charges({group}, generations, draw)[group]))
    return Fermion("P", irreps, charges, draw.random() < 0.5, generations)


def _anomalous(names: set[str], draw: Random) -> Fermion:
    generations = draw.choice((1, 1, 2))
    return Fermion("A", _irreps(names, draw), _charges(names, generations, draw), draw.random() < 0.5, generations)
