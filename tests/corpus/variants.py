"""The same physics written in another way: texts of models, and what becomes of their couplings.

Each variant has a text, a map of couplings of the file to those of the variant, and the map back for beta functions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from random import Random

import numpy as np
from tests.corpus.points import Matrix
from tests.helpers.evaluate import Value

from zmodel.derive.couplings import Coupling
from zmodel.driver import Analysis

Values = Mapping[str, Value]
FIELD = re.compile(r"(?m)^(fermion|scalar) (\w+)(?:\[(\d)\])?(?: +(left|right|real))?(?: +\((.*)\))?$")

MOST_PARTS = 9
"""Couplings that one is made into when a field is split; many of them take minutes."""


@dataclass(frozen=True)
class Variant:
    """Another text of a model.

    Attributes:
        text: of the model file.
        point: couplings of the variant from those of the file.
        back: beta functions of the file's couplings from those of the variant, at a point of the file.
    """

    text: str
    point: Callable[[Values], dict[str, Value]]
    back: Callable[[Values, Values], dict[str, Value]]


def unchanged(values: Values) -> dict[str, Value]:
    """Couplings that are the same in both."""
    return dict(values)


def same_betas(_: Values, betas: Values) -> dict[str, Value]:
    """Their beta functions."""
    return dict(betas)


# ------------------------------------------------------------------ order
def reversed_declarations(text: str) -> Variant:
    """Fields and terms in the opposite order."""
    lines = text.splitlines()
    for kind in ("fermion", "scalar", "mass", "yukawa", "  "):
        places = [i for i, line in enumerate(lines) if line.startswith(kind)]
        moved = [lines[i] for i in reversed(places)]
        for place, line in zip(places, moved, strict=True):
            lines[place] = line
    return Variant("\n".join(lines), unchanged, same_betas)


def permuted_generations(text: str, analysis: Analysis, draw: Random) -> Variant:
    """Generations of every fermion in another order."""
    orders = {field.name: draw.sample(range(field.generations), field.generations) for field in analysis.model.fermions}

    def permuted(match: re.Match[str]) -> str:
        order = orders.get(match[2])
        if order is None:
            return match[0]
        return re.sub(r"\[([^\]]*,[^\]]*)\]", lambda m: f"[{', '.join(_chosen(m[1].split(', '), order))}]", match[0])

    def moved(values: Values, inverse: bool) -> dict[str, Value]:
        result = dict(values)
        for name, coupling in analysis.couplings.couplings.items():
            axes = [orders[field] for field, _ in flavour_legs(analysis, coupling)]
            if axes:
                chosen = [list(np.argsort(order)) if inverse else order for order in axes]
                result[name] = np.asarray(values[name])[np.ix_(*chosen)]
        return result

    return Variant(FIELD.sub(permuted, text), lambda v: moved(v, False), lambda _, b: moved(b, True))


def _chosen(items: Sequence[str], order: Sequence[int]) -> list[str]:
    return [items[i] for i in order]


def flavour_legs(analysis: Analysis, coupling: Coupling) -> list[tuple[str, bool]]:
    """Fields of the axes of a matrix, and whether they stand conjugated."""
    legs = coupling.monomials[0][1]
    return [(legs[position].field, legs[position].conjugated) for position in coupling.axes]


# ------------------------------------------------------------------ generations apart
def split_generations(text: str, analysis: Analysis, draw: Random) -> Variant:
    """One of the fermions as fields of one generation each, and its matrices as couplings of their entries."""
    several = {f.name: _number_of_parts(analysis, f.name) for f in analysis.model.fermions if f.generations > 1}
    if not several:
        return Variant(text, unchanged, same_betas)
    few = [name for name, parts in several.items() if parts <= max(MOST_PARTS, min(several.values()))]
    field = analysis.model.field(draw.choice(few))
    places: dict[str, list[tuple[str, tuple[int, ...]]]] = {}
    lines: list[str] = []
    for line in text.splitlines():
        declared = re.match(r"(yukawa|mass) +(\w+) += (.*)$", line)
        if line.startswith(f"fermion {field.name}["):
            lines += _split_field(line, field.generations)
        elif declared and re.search(rf"\b{field.name}\b", declared[3]):
            coupling = analysis.couplings.couplings[declared[2]]
            parts = list(_split_term(analysis, coupling, declared[3], field.name))
            places[coupling.name] = [(name, index) for name, index, _ in parts]
            lines += [f"{declared[1]} {name} = {term}" for name, _, term in parts]
        else:
            lines.append(line)

    def point(values: Values) -> dict[str, Value]:
        result = {name: value for name, value in values.items() if name not in places}
        for name, parts in places.items():
            matrix = np.asarray(values[name])
            result |= {part: _number_or_matrix(matrix[_slices(index)]) for part, index in parts}
        return result

    def back(values: Values, betas: Values) -> dict[str, Value]:
        result = {name: value for name, value in betas.items() if name in values}
        for name, parts in places.items():
            coupling = analysis.couplings.couplings[name]
            matrix = np.zeros(coupling.shape, dtype=complex)
            for part, index in parts:
                matrix[_slices(index)] = betas[part]
                if coupling.symmetry != "none":
                    sign = 1 if coupling.symmetry == "symmetric" else -1
                    matrix[_slices(index[::-1])] = sign * np.asarray(betas[part])
            result[name] = matrix
        return result

    return Variant("\n".join(lines), point, back)


def _number_of_parts(analysis: Analysis, field: str) -> int:
    """How many couplings there are for the matrices of a field when it is split."""
    couplings = analysis.couplings.couplings.values()
    return sum(len(_split_term(analysis, c, "", field)) for c in couplings if field in dict(flavour_legs(analysis, c)))


def _split_field(line: str, generations: int) -> list[str]:
    name, rest = line.split("[")[0], line[line.index("]") + 1 :]
    return [f"{name}_{i + 1}{_of_generation(rest, i)}" for i in range(generations)]


def _of_generation(charges: str, generation: int) -> str:
    return re.sub(r"\[([^\]]*)\]", lambda match: match[1].split(", ")[generation], charges)


def _split_term(
    analysis: Analysis, coupling: Coupling, term: str, field: str
) -> list[tuple[str, tuple[int, ...], str]]:
    """Name, index and term of each part; an index of -1 stands for a whole axis."""
    axes = flavour_legs(analysis, coupling)
    found: dict[tuple[int, ...], None] = {}
    for indices in coupling.texture:
        if coupling.symmetry == "none" or indices[0] <= indices[1]:
            found[tuple(i if name == field else -1 for i, (name, _) in zip(indices, axes, strict=True))] = None
    parts = []
    for index in found:
        rest = [i for i in index if i >= 0]
        spelled = _with_generations(term, field, rest)
        if len(rest) == 2 and rest[0] != rest[1]:
            # F F is one term of two fields now, which stands in the sum twice; their order stays, for its sign.
            spelled = _doubled(re.sub(rf"\b({field}_{rest[0] + 1})\b", r"bar(cc(\1))", spelled))
        parts.append((coupling.name + "".join(f"_{i + 1}" for i in rest), index, spelled))
    return parts


def _with_generations(term: str, field: str, generations: Sequence[int]) -> str:
    """A term with the names of single generations in place of their field's, one after the other."""
    names = iter(f"{field}_{i + 1}" for i in generations)
    return re.sub(rf"\b{field}\b", lambda _: next(names), term)


def _doubled(term: str) -> str:
    match = re.match(r"(-?[\d/]+) (.*)$", term)
    return f"{2 * Fraction(match[1])} {match[2]}" if match else f"2 {term}"


def _slices(index: tuple[int, ...]) -> tuple[int | slice, ...]:
    return tuple(slice(None) if i < 0 else i for i in index)


def _number_or_matrix(value: Matrix) -> Value:
    return value if value.ndim else complex(value)


# ------------------------------------------------------------------ conjugate fields
def conjugated_scalars(text: str, analysis: Analysis) -> Variant:
    """Every complex scalar as its conjugate; that of a doublet or its like is such a field by eps, in other terms."""
    names = [
        field.name
        for field in analysis.model.scalars
        if not field.is_real and all(irrep.reality != "pseudoreal" for irrep in field.irreps.values())
    ]

    def conjugated(match: re.Match[str]) -> str:
        if match[2] not in names:
            return match[0]
        body = match[5] or ""
        parts = []
        for name, value in re.findall(r"(\w+): ([^,]+)", body):
            parts.append(f"{name}: {_conjugate_number(analysis, match[2], name, value)}")
        return f"scalar {match[2]} ({', '.join(parts)})" if parts else match[0]

    head, separator, potential = FIELD.sub(conjugated, text).partition("\npotential")
    lines = []
    for line in (head + separator + potential).splitlines():
        name, equals, term = line.partition(" = ")
        if equals and not line.startswith("gauge"):
            for scalar in names:
                term = re.sub(rf"dag\({scalar}\)|\b{scalar}\b", lambda m: _conjugate_word(m[0]), term)
        lines.append(name + equals + term)
    return Variant("\n".join(lines), unchanged, same_betas)


def _conjugate_word(word: str) -> str:
    return word[4:-1] if word.startswith("dag(") else f"dag({word})"


def _conjugate_number(analysis: Analysis, field: str, group: str, value: str) -> str:
    if analysis.model.group(group).is_abelian:
        return str(-Fraction(value))
    if analysis.model.field(field).irreps[group].reality != "complex":
        return value
    return value.removesuffix("bar") if value.endswith("bar") else value + "bar"
