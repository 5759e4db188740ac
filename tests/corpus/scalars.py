"""Random scalars, whose quantum numbers are made such that they have Yukawa couplings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from random import Random

from tests.corpus.fermions import draw_charge
from tests.corpus.fields import DIMENSIONS, Fermion, Group, Scalar

CONJUGATES = {"1": "1", "3": "3bar", "3bar": "3", "8": "8"}
COLOURS = {
    ("1", "1"): ("1",),
    ("1", "3"): ("3",),
    ("1", "3bar"): ("3bar",),
    ("1", "8"): ("8",),
    ("3", "3"): ("3bar",),
    ("3bar", "3bar"): ("3",),
    ("3", "3bar"): ("1", "1", "8"),
    ("3", "8"): ("3",),
    ("3bar", "8"): ("3bar",),
    ("8", "8"): ("1",),
}
"""Small representations in products of two of SU(3)."""
WEAK = {
    ("1", "1"): ("1",),
    ("1", "2"): ("2",),
    ("1", "3"): ("3",),
    ("2", "2"): ("1", "3"),
    ("2", "3"): ("2",),
    ("3", "3"): ("1", "3"),
}
"""The same of SU(2)."""


def draw_scalar(
    theme: str, groups: Sequence[Group], fermions: Sequence[Fermion], others: Sequence[Scalar], draw: Random
) -> Scalar:
    """A scalar that couples to two of the fermions, or one of the usual kinds."""
    names = {group.name for group in groups}
    irreps, charges = _plain(names, draw) if draw.random() < 0.2 else _of_bilinear(names, theme, fermions, draw)
    uncharged = not any(charges.values())
    is_real_irrep = all(irrep in ("1", "3", "8") for group, irrep in irreps.items() if group != "SU3c")
    is_real_irrep = is_real_irrep and irreps.get("SU3c", "1") in ("1", "8")
    name = _scalar_name(irreps) + str(len(others) + 1)
    real = uncharged and is_real_irrep and draw.random() < 0.7
    return Scalar(name, irreps, {group: (charge,) for group, charge in charges.items()}, real)


def higgs_doublet(groups: Sequence[Group]) -> Scalar:
    """The doublet of the Standard Model, as far as the groups have it."""
    irreps = {group.name: "2" if group.name == "SU2L" else "1" for group in groups if group.n > 1}
    charges = {group.name: (Fraction(1, 2) if group.name == "Y" else Fraction(0),) for group in groups if group.n == 1}
    real = "Y" not in charges and "2" not in irreps.values()
    return Scalar("H1", irreps, charges, real)


def _scalar_name(irreps: Mapping[str, str]) -> str:
    if irreps.get("SU3c", "1") != "1":
        return "O" if irreps["SU3c"] == "8" else "R"
    weak = max((irreps.get(group, "1") for group in ("SU2L", "SU2R")), key=lambda irrep: DIMENSIONS[irrep])
    return {"1": "S", "2": "H", "3": "T"}[weak]


def _plain(names: set[str], draw: Random) -> tuple[dict[str, str], dict[str, Fraction]]:
    """A doublet like the Higgs field's, a real triplet or a charged singlet."""
    abelian = [group for group in ("Y", "X", "Z") if group in names]
    kind = draw.choice(("doublet", "triplet", "singlet")) if "SU2L" in names else "singlet"
    irreps = {group: "1" for group in ("SU3c", "SU2L", "SU2R") if group in names}
    charges = dict.fromkeys(abelian, Fraction(0))
    if kind != "singlet":
        irreps["SU2L"] = "2" if kind == "doublet" else "3"
    if kind == "doublet" and "Y" in names:
        charges["Y"] = Fraction(1, 2)
    if kind != "triplet" and abelian:
        charges[abelian[-1]] += draw_charge(draw)
    return irreps, charges


def _of_bilinear(
    names: set[str], theme: str, fermions: Sequence[Fermion], draw: Random
) -> tuple[dict[str, str], dict[str, Fraction]]:
    """Quantum numbers that make some entry of a Yukawa coupling invariant."""
    first, second = draw.choice(fermions), draw.choice(fermions)
    if theme == "leptoquark" and draw.random() < 0.7:
        coloured = [f for f in fermions if f.irreps.get("SU3c", "1") != "1"]
        colourless = [f for f in fermions if f.irreps.get("SU3c", "1") == "1"]
        if coloured and colourless:
            first, second = draw.choice(coloured), draw.choice(colourless)
    irreps = {}
    # Of left-handed spinors: right-handed fields stand for their conjugates.
    if "SU3c" in names:
        colours = [CONJUGATES[f.irreps["SU3c"]] if f.right else f.irreps["SU3c"] for f in (first, second)]
        pair = tuple(sorted(colours))
        irreps["SU3c"] = draw.choice(COLOURS[pair[0], pair[1]])
    for group in ("SU2L", "SU2R"):
        if group in names:
            pair = tuple(sorted(f.irreps.get(group, "1") for f in (first, second)))
            irreps[group] = draw.choice(WEAK[pair[0], pair[1]])
    i, j = draw.randrange(first.generations), draw.randrange(second.generations)
    charges = {
        group: (-1 if first.right else 1) * first.charges[group][i]
        + (-1 if second.right else 1) * second.charges[group][j]
        for group in ("Y", "X", "Z")
        if group in names
    }
    return irreps, charges
