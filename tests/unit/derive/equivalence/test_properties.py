"""A random model and its image in another writing are the same physics; with one thing changed they are not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.helpers.models import compile_text

from zmodel.derive.equivalence import Equivalence, compare_models

HYPERCHARGES = {"Q": Fraction(1, 6), "U": Fraction(2, 3), "D": Fraction(-1, 3), "L": Fraction(-1, 2), "E": Fraction(-1)}
COLOURED, DOUBLETS = "QUD", "QL"
TERMS = {"Yu": "bar(Q) tilde(H) U", "Yd": "bar(Q) H D", "Ye": "bar(L) H E"}


@dataclass(frozen=True)
class Physics:
    """Charges of the generations of quarks and of leptons, and of a singlet; entries of Yd that are kept."""

    quarks: tuple[int, ...] = (0, 0, 1)
    leptons: tuple[int, ...] = (0, 1, 3)
    singlet: int = 2
    kept: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Writing:
    """How a model is written down.

    Attributes:
        flipped: fields that are declared as conjugates.
        orders: of the generations of each field.
        scale: of X.
        shift: multiple of hypercharge in X.
        split: whether the first generation of the leptons is a field of its own.
        prefix: of all names of fields.
        norm: of the quartic coupling.
    """

    flipped: frozenset[str] = frozenset()
    orders: tuple[tuple[int, ...], ...] = ((0, 1, 2),) * 5
    scale: Fraction = Fraction(1)
    shift: Fraction = Fraction(0)
    split: bool = False
    prefix: str = ""
    norm: Fraction = Fraction(1)


def written(physics: Physics, style: Writing, name: str) -> str:
    lines = [f"model {name}", "gauge C = SU(3) coupling g3", "gauge W = SU(2) coupling g2"]
    lines += ["gauge Y = U(1) coupling g1", "gauge X = U(1) coupling gX", "mixing eta (Y, X)"]
    order = dict(zip(HYPERCHARGES, style.orders, strict=True))
    for field, hypercharge in HYPERCHARGES.items():
        values = physics.quarks if field in COLOURED else physics.leptons
        charges = [style.scale * values[i] + style.shift * hypercharge for i in order[field]]
        lines += _fermion(field, hypercharge, charges, style)
    sign = -1 if "H" in style.flipped else 1
    lines.append(f"scalar {style.prefix}H (W: 2, Y: {Fraction(sign, 2)}, X: {sign * style.shift / 2})")
    sign = -1 if "S" in style.flipped else 1
    colour = ", C: 3bar" if sign < 0 else ", C: 3"
    lines.append(f"scalar {style.prefix}S (X: {sign * style.scale * physics.singlet}{colour})")
    for coupling, term in TERMS.items():
        for text in _terms(term, style):
            lines.append(f"yukawa {coupling}{text[1]} = {text[0]}" + _kept(coupling, physics, order))
    quartic = f"l = {style.norm} (dag(S) S)^2; k = (dag(H) H) (dag(S) S)"
    lines.append("potential { " + _renamed(quartic, style) + " }")
    return "\n".join(lines) + "\n"


def _fermion(field: str, hypercharge: Fraction, charges: Sequence[Fraction], style: Writing) -> list[str]:
    flipped = field in style.flipped
    sign = -1 if flipped else 1
    chirality = "left" if (field in DOUBLETS) != flipped else "right"
    irreps = (["C: 3bar" if flipped else "C: 3"] if field in COLOURED else []) + ["W: 2"] * (field in DOUBLETS)
    parts = [(charges[:1], "1"), (charges[1:], "2")] if style.split and field == "L" else [(charges, "")]
    return [
        f"fermion {style.prefix}{field}{number}[{len(some)}] {chirality} "
        f"({', '.join([*irreps, f'Y: {sign * hypercharge}'])}, X: [{', '.join(str(sign * q) for q in some)}])"
        for some, number in parts
    ]


def _kept(coupling: str, physics: Physics, order: dict[str, tuple[int, ...]]) -> str:
    if coupling != "Yd" or not physics.kept:
        return ""
    places = [(order["Q"].index(i) + 1, order["D"].index(j) + 1) for i, j in physics.kept]
    return " keep " + ", ".join(f"({i},{j}) as y{n}" for n, (i, j) in enumerate(places))


def _terms(term: str, style: Writing) -> list[tuple[str, str]]:
    """The term, or that of each part of a field."""
    if style.split and "L" in term:
        return [(_renamed(term.replace("L", f"L{part}"), style), part) for part in "12"]
    return [(_renamed(term, style), "")]


def _renamed(term: str, style: Writing) -> str:
    """Fields by their names, conjugates undone."""
    if "H" in style.flipped:
        term = term.replace("tilde(H)", "@").replace(" H ", " tilde(H) ").replace("@", "H")
    words = []
    for word in term.split(" "):
        for field in style.flipped & set(HYPERCHARGES):
            for name in (field, f"{field}1", f"{field}2"):
                if word in (name, f"bar({name})"):
                    word = word.replace(name, f"cc({name})")
                    break
        words.append(word)
    text = " ".join(words)
    for field in (*HYPERCHARGES, "H", "S"):
        text = text.replace(f"({field}", f"({style.prefix}{field}").replace(f" {field}", f" {style.prefix}{field}")
    return text


def compare(first: str, second: str) -> Equivalence:
    here, there = compile_text(first), compile_text(second)
    return compare_models(here.model, here.couplings, there.model, there.couplings)


fractions = st.fractions(min_value=-2, max_value=2, max_denominator=3)
physics = st.builds(
    Physics,
    st.tuples(*[st.integers(-2, 2)] * 3),
    st.tuples(*[st.integers(-2, 2)] * 3),
    st.integers(1, 5),
)
writings = st.builds(
    Writing,
    st.frozensets(st.sampled_from("QUDLEHS")),
    st.tuples(*[st.permutations((0, 1, 2)).map(tuple)] * 5),
    fractions.filter(bool),
    fractions,
    st.booleans(),
    st.sampled_from(("", "f_")),
    st.sampled_from((Fraction(1), Fraction(1, 2), Fraction(3))),
)


@settings(max_examples=12, deadline=None)
@given(physics, writings)
def test_another_writing_is_the_same_physics(content: Physics, style: Writing) -> None:
    found = compare(written(content, Writing(), "first"), written(content, style, "second"))
    assert found.holds and not found.conditions, found.differences


pairs = st.permutations([(0, 0), (0, 1), (1, 0), (1, 1)]).map(lambda entries: tuple(entries[:2]))


def shape(entries: tuple[tuple[int, int], ...]) -> tuple[bool, bool]:
    """Whether two entries stand in one row, and whether in one column."""
    (a, b), (c, d) = entries
    return a == c, b == d


@settings(max_examples=6, deadline=None)
@given(writings.filter(lambda style: not style.split), pairs, pairs)
def test_kept_entries_are_matched_one_by_one(
    style: Writing, mine: tuple[tuple[int, int], ...], other: tuple[tuple[int, int], ...]
) -> None:
    found = compare(written(Physics(kept=mine), Writing(), "a"), written(Physics(kept=other), style, "b"))
    assert found.holds == (shape(mine) == shape(other)), found.differences


CHANGES = {
    "a charge": (Physics(leptons=(0, 1, 4)), "", "", ("`L`", "`E`")),
    "a charge of a scalar": (Physics(singlet=3), "", "", ("`S`",)),
    "a field": (Physics(), r"(scalar f_S|potential).*\n", "", ("`S`",)),
    "a representation": (Physics(), r"scalar f_S \(", "scalar f_S (W: 3, ", ("`S` is a singlet of W",)),
    "a term": (Physics(), r"yukawa Yd.*\n", "", ("`Yd`",)),
    "a term of the potential": (Physics(), "; k = .*(?= })", "", ("`k`",)),
}


@pytest.mark.parametrize("name", CHANGES)
@settings(max_examples=2, deadline=None)
@given(orders=st.tuples(*[st.permutations((0, 1, 2)).map(tuple)] * 5), scale=fractions.filter(bool), shift=fractions)
def test_one_change_is_named(name: str, orders: tuple[tuple[int, ...], ...], scale: Fraction, shift: Fraction) -> None:
    content, old, new, messages = CHANGES[name]
    text = written(content, Writing(orders=orders, scale=scale, shift=shift, prefix="f_"), "second")
    text = re.sub(old, new, text) if old else text
    found = compare(written(Physics(), Writing(), "first"), text)
    assert not found.holds
    for message in messages:
        assert any(message in line for line in found.differences), found.differences
    # What has not changed is not mentioned.
    assert not any("`U`" in line or "`Q`" in line for line in found.differences), found.differences
