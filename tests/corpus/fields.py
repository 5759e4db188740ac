"""Groups and fields of random models, and how they are written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from random import Random

Charges = Mapping[str, tuple[Fraction, ...]]
"""By U(1), one charge for each generation."""

DIMENSIONS = {"1": 1, "2": 2, "3": 3, "3bar": 3, "8": 8}


@dataclass(frozen=True)
class Group:
    """A gauge group."""

    name: str
    n: int
    coupling: str

    @property
    def line(self) -> str:
        """Its statement."""
        return f"gauge {self.name} = {'U' if self.n == 1 else 'SU'}({self.n}) coupling {self.coupling}"


@dataclass(frozen=True)
class _Field:
    name: str
    irreps: Mapping[str, str]
    charges: Charges

    @property
    def listed(self) -> str:
        """Representations and charges in brackets."""
        parts = [f"{group}: {irrep}" for group, irrep in self.irreps.items() if irrep != "1"]
        for group, charges in self.charges.items():
            if len(set(charges)) > 1:
                parts.append(f"{group}: [{', '.join(map(str, charges))}]")
            elif charges[0]:
                parts.append(f"{group}: {charges[0]}")
        return f"({', '.join(parts)})" if parts else ""

    @property
    def is_singlet(self) -> bool:
        """Whether no group acts on it."""
        return not self.listed

    @property
    def dimension(self) -> int:
        """Number of components of one generation."""
        size = 1
        for irrep in self.irreps.values():
            size *= DIMENSIONS[irrep]
        return size


@dataclass(frozen=True)
class Fermion(_Field):
    """A Weyl fermion."""

    right: bool
    generations: int

    @property
    def line(self) -> str:
        """Its statement."""
        shape = f"[{self.generations}]" if self.generations > 1 else ""
        return f"fermion {self.name}{shape} {'right' if self.right else 'left'} {self.listed}".rstrip()

    @property
    def components(self) -> int:
        """Number of Weyl spinors."""
        return self.generations * self.dimension


@dataclass(frozen=True)
class Scalar(_Field):
    """A scalar."""

    real: bool

    @property
    def line(self) -> str:
        """Its statement."""
        return f"scalar {self.name} {'real ' if self.real else ''}{self.listed}".rstrip()

    @property
    def components(self) -> int:
        """Number of real components."""
        return (1 if self.real else 2) * self.dimension


# ------------------------------------------------------------------ groups
CHANCES = {
    "family": (0.7, 1.0, 0.1, (1, 2, 2)),
    "leptoquark": (1.0, 0.9, 0.0, (1, 1, 2, 2)),
    "dark": (0.4, 0.7, 0.3, (0, 1, 2, 2)),
    "majorana": (0.3, 0.8, 0.1, (0, 1, 1, 2)),
    "abelian": (0.5, 0.7, 0.0, (2, 2, 2, 2, 3)),
}
"""Of SU3c, SU2L and SU2R, and numbers of U(1)s."""


def draw_groups(theme: str, draw: Random) -> list[Group]:
    """Some gauge groups, at least one."""
    colour, weak, right, numbers = CHANCES[theme]
    groups = []
    if draw.random() < colour:
        groups.append(Group("SU3c", 3, "g3"))
    if draw.random() < weak:
        groups.append(Group("SU2L", 2, "g2"))
    if draw.random() < right:
        groups.append(Group("SU2R", 2, "gR"))
    abelian = [Group("Y", 1, "g1"), Group("X", 1, "gX"), Group("Z", 1, "gZ")]
    groups += abelian[: draw.choice(numbers)]
    return groups or draw_groups(theme, draw)


def acts(group: Group, fields: Sequence[_Field]) -> bool:
    """Whether a group acts on some of the fields."""
    return any(f.irreps.get(group.name, "1") != "1" or any(f.charges.get(group.name, ())) for f in fields)
