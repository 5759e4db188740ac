"""Models made up from nothing, most of them without mistakes: groups, fields, charges and terms that are invariant."""

from __future__ import annotations

import random
from dataclasses import dataclass
from fractions import Fraction

_REPRESENTATIONS = {2: ("2", "2", "3", "4"), 3: ("3", "3bar", "6", "8"), 4: ("4", "4bar", "6", "15"), 5: ("5", "10")}
_CONJUGATES = {"3": "3bar", "3bar": "3", "6": "6bar", "4": "4bar", "4bar": "4", "5": "5bar", "10": "10bar"}


@dataclass(frozen=True)
class _Field:
    name: str
    generations: int
    charges: dict[str, str]

    @property
    def listed(self) -> str:
        return "(" + ", ".join(f"{group}: {charge}" for group, charge in self.charges.items()) + ")"


def random_model(draw: random.Random) -> str:
    """The text of a model with some groups, fields, couplings, and statements about them."""
    groups = {f"G{number}": draw.choice((1, 1, 1, 2, 2, 3, 3, 4, 5)) for number in range(draw.randint(1, 4))}
    lines = ["model random"] + (["use sm"] if draw.random() < 0.3 else [])
    lines += [f"{_kind(draw)} {name} = {'U' if n == 1 else 'SU'}({n})" for name, n in groups.items()]
    abelian = [name for name, n in groups.items() if n == 1 and f"gauge {name} = U(1)" in lines]
    if len(abelian) > 1 and draw.random() < 0.5:
        form = draw.choice(("eta", "epsilon", "epsilon_plus", "dark_epsilon", "triangular"))
        lines.append(f"mixing {form} ({abelian[0]}, {abelian[1]})")
    parameters = draw.sample(("a", "b"), draw.randint(0, 2)) if abelian else []
    if parameters:
        lines.append(f"param {', '.join(parameters)}")
    scalars = [_field(f"s{k}", groups, parameters, draw, 1) for k in range(draw.randint(0, 3))]
    for scalar in scalars:
        lines.append(f"scalar {scalar.name} {scalar.listed}{_vacuum(scalar, groups, draw)}")
    lines += _fermions(groups, parameters, scalars, draw)
    lines += _potential(scalars, groups, draw)
    lines += _statements(abelian, scalars, parameters, draw)
    return "\n".join(lines)


def _kind(draw: random.Random) -> str:
    return "global" if draw.random() < 0.15 else "gauge"


def _charge(parameters: list[str], draw: random.Random) -> str:
    number = Fraction(draw.randint(-6, 6), draw.choice((1, 1, 2, 3, 6)))
    kind = draw.random()
    if parameters and kind < 0.3:
        return f"{draw.choice(parameters)} - {abs(number)}" if kind < 0.2 else f"{number}*{draw.choice(parameters)}^2"
    return f"?{draw.choice(('', '', 'q', 'p'))}" if kind > 0.93 else str(number)


def _field(name: str, groups: dict[str, int], parameters: list[str], draw: random.Random, most: int) -> _Field:
    generations = draw.randint(1, most)
    charges: dict[str, str] = {}
    for group, n in groups.items():
        if draw.random() < 0.55:
            continue
        if n > 1:
            charges[group] = draw.choice(_REPRESENTATIONS[n])
        elif generations > 1 and draw.random() < 0.5:
            charges[group] = "[" + ", ".join(_charge(parameters, draw) for _ in range(generations)) + "]"
        else:
            charges[group] = _charge(parameters, draw)
    return _Field(name, generations, charges)


def _vacuum(scalar: _Field, groups: dict[str, int], draw: random.Random) -> str:
    """A vacuum value, where one number or one list says it."""
    charged = [charge for group, charge in scalar.charges.items() if groups[group] > 1]
    if draw.random() < 0.4 or len(charged) > 1:
        return ""
    if not charged:
        return f" vev v_{scalar.name}/sqrt(2)"
    size = int(charged[0].removesuffix("bar"))
    values = ["0"] * size
    values[draw.randrange(size)] = f"v_{scalar.name}"
    return f" vev ({', '.join(values)})"


def _fermions(groups: dict[str, int], parameters: list[str], scalars: list[_Field], draw: random.Random) -> list[str]:
    """Left-handed fields, right-handed partners whose charges allow a Yukawa coupling or a mass, and these."""
    lines = []
    for number in range(draw.randint(0, 3)):
        left = _field(f"l{number}", groups, parameters, draw, 3)
        shape = f"[{left.generations}]" if left.generations > 1 else ""
        lines.append(f"fermion {left.name}{shape} left {left.listed}")
        scalar = draw.choice(scalars) if scalars and draw.random() < 0.7 else None
        charges = dict(left.charges)
        for group, charge in ({} if scalar is None else scalar.charges).items():
            if groups[group] == 1:
                charges[group] = f"{left.charges.get(group, '0')} - ({charge})"
            elif charges.get(group) == charge:
                del charges[group]
            elif group not in charges:
                charges[group] = _CONJUGATES.get(charge, charge)
        right = _Field(f"r{number}", left.generations, charges)
        lines.append(f"fermion {right.name}{shape} right {right.listed}")
        middle = f"{scalar.name} " if scalar is not None else ""
        kind = "mass" if scalar is None else "yukawa"
        kept = f" keep (1,1) as k{number}" if left.generations > 1 and draw.random() < 0.3 else ""
        lines.append(f"{kind} y{number} = bar({left.name}) {middle}{right.name}{kept}")
    return lines


def _potential(scalars: list[_Field], groups: dict[str, int], draw: random.Random) -> list[str]:
    """Masses and quartic terms of norms, which every symmetry allows."""
    terms = [f"m_{s.name} = dag({s.name}) {s.name}" for s in scalars if draw.random() < 0.9]
    for number, first in enumerate(scalars):
        for second in scalars[: number + 1]:
            if draw.random() < 0.9:
                product = f"(dag({first.name}) {first.name}) (dag({second.name}) {second.name})"
                terms.append(f"q_{first.name}_{second.name} = {product}")
            if first is not second and draw.random() < 0.1:
                terms.append(f"t_{first.name}_{second.name} = {first.name} {second.name} dag({first.name})")
    return ["potential {", *terms, "}"] if terms else []


def _statements(abelian: list[str], scalars: list[_Field], parameters: list[str], draw: random.Random) -> list[str]:
    lines = []
    if draw.random() < 0.1:
        lines.append("require anomaly_free")
    if abelian and draw.random() < 0.3:
        lines.append(f"search {draw.choice(abelian)} in -{draw.randint(0, 3)}..{draw.randint(0, 3)}")
    if scalars and draw.random() < 0.2:
        lines.append(f"integrate {draw.choice(scalars).name} at M")
    if parameters and draw.random() < 0.3:
        values = "; ".join(f"{name} = {Fraction(draw.randint(-9, 9), 4)}" for name in parameters)
        lines.append(f"point p at {draw.choice(('91 GeV', '5 TeV', 'M_Pl', '1'))} {{ {values} }}")
    return lines
