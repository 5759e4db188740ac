"""Ways to write the fermions of the Standard Model: with generations in one field or in several, and as conjugates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

MULTIPLETS = {
    "Q": ("left", "SU3c: 3", "SU2L: 2, ", "1/6"),
    "U": ("right", "SU3c: 3", "", "2/3"),
    "D": ("right", "SU3c: 3", "", "-1/3"),
    "L": ("left", "", "SU2L: 2, ", "-1/2"),
    "E": ("right", "", "", "-1"),
}
CHARGES = {"Q": (1, 0, -2), "U": (3, 3, 1), "D": (0, 2, -1), "L": (0, 1, -1), "E": (0, 1, 4)}
"""Under the further U(1), by generation."""


@dataclass(frozen=True)
class Turn:
    """A rotation of two generations, the first of them counted from 0; `component` of doublets is up or down."""

    component: str
    first: int


@dataclass(frozen=True)
class FieldWriting:
    """A field with some generations of a multiplet, or its conjugate."""

    size: int
    is_conjugate: bool


Writing = Mapping[str, Sequence[FieldWriting]]
"""By multiplet of the Standard Model."""

USUAL: Writing = {name: (FieldWriting(3, False),) for name in MULTIPLETS}


def model_text(writing: Writing, turns: Mapping[str, Turn], more: str = "") -> str:
    """A model with a Z' and rotations, which no field may cut; each has an angle and a phase of its own.

    Args:
        writing: of all multiplets.
        turns: by multiplet.
        more: further statements.
    """
    lines = ["model m", "use sm { except Q, U, D, L, E, Yu, Yd, Ye }", "gauge A = U(1) coupling ga boson ZA mass MA"]
    for name in MULTIPLETS:
        lines += _multiplet(name, writing[name], turns.get(name))
    return "\n".join([*lines, more])


def _multiplet(name: str, fields: Sequence[FieldWriting], turn: Turn | None) -> Iterator[str]:
    chirality, colour, weak, hypercharge = MULTIPLETS[name]
    if turn is not None:
        yield f"param th_{name}, ph_{name} : angle"
    start = 0
    for number, field in enumerate(fields):
        own = f"{name}{number + 1}{'c' if field.is_conjugate else ''}"
        sign = -1 if field.is_conjugate else 1
        side = {"left": "right", "right": "left"}[chirality] if field.is_conjugate else chirality
        triplet = f"{colour}{'bar' if field.is_conjugate else ''}, " if colour else ""
        y = hypercharge if sign > 0 else f"-{hypercharge}".replace("--", "")
        yield f"fermion {own}[{field.size}] {side} ({triplet}{weak}Y: {y})"
        charges = [sign * charge for charge in CHARGES[name][start : start + field.size]]
        yield f"charges A {{ {own} = {charges if field.size > 1 else charges[0]} }}"
        if turn is not None and start <= turn.first < start + field.size - 1:
            yield f"rotation {own}{_component(turn, sign)} = {_matrix(name, turn.first - start, field.size, sign)}"
        start += field.size


def _component(turn: Turn, sign: int) -> str:
    """The upper component of eps f^* is the conjugate of the lower one."""
    other = {"up": "down", "down": "up", "": ""}
    component = turn.component if sign > 0 else other[turn.component]
    return f".{component}" if component else ""


def _matrix(name: str, first: int, size: int, sign: int) -> str:
    """Of a conjugate field the complex conjugate."""
    rows = [[str(int(i == j)) for j in range(size)] for i in range(size)]
    plus, minus = ("", "-") if sign > 0 else ("-", "")
    th, ph, last = f"th_{name}", f"ph_{name}", first + 1
    rows[first][first] = rows[last][last] = f"cos({th})"
    rows[first][last], rows[last][first] = f"sin({th})*exp({plus}i*{ph})", f"-sin({th})*exp({minus}i*{ph})"
    lines = [f"[{', '.join(row)}]" for row in rows]
    return f"[{', '.join(lines)}]"


def random_writing(source: np.random.Generator) -> tuple[Writing, dict[str, Turn]]:
    """Some way to write each multiplet, and rotations that it has room for."""
    writing, turns = {}, {}
    for name, (_, _, weak, _) in MULTIPLETS.items():
        sizes = ((3,), (1, 2), (2, 1), (1, 1, 1))[source.integers(4)]
        writing[name] = tuple(FieldWriting(size, bool(source.integers(2))) for size in sizes)
        starts = [sum(sizes[:i]) for i in range(len(sizes))]
        places = [start + i for start, size in zip(starts, sizes, strict=True) for i in range(size - 1)]
        if places and source.integers(4):
            component = ("up", "down")[source.integers(2)] if weak else ""
            turns[name] = Turn(component, places[source.integers(len(places))])
    return writing, turns
