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
from tests.corpus.points import (
    Matrix,
    abelian_names,
    coupling_matrix,
    couplings_of_matrix,
    derivative_of_couplings,
)
from tests.helpers.evaluate import Value

from zmodel.derive.couplings import Coupling
from zmodel.driver import Analysis

Values = Mapping[str, Value]
FIELD = re.compile(r"(?m)^(fermion|scalar) (\w+)(?:\[(\d)\])?(?: +(left|right|real))?(?: +\((.*)\))?$")


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


def _unchanged(values: Values) -> dict[str, Value]:
    return dict(values)


def _same_betas(_: Values, betas: Values) -> dict[str, Value]:
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
    return Variant("\n".join(lines), _unchanged, _same_betas)


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
    several = [field for field in analysis.model.fermions if field.generations > 1]
    if not several:
        return Variant(text, _unchanged, _same_betas)
    field = draw.choice(several)
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
            # F F is one term of two different fields now, which stands in the sum twice.
            spelled = _doubled(re.sub(rf"\b({field}_{rest[0] + 1})\b", r"bar(cc(\1))", spelled))
            spelled = _scalar_inside(spelled)
        parts.append((coupling.name + "".join(f"_{i + 1}" for i in rest), index, spelled))
    return parts


def _with_generations(term: str, field: str, generations: Sequence[int]) -> str:
    """A term with the names of single generations in place of their field's, one after the other."""
    names = iter(f"{field}_{i + 1}" for i in generations)
    return re.sub(rf"\b{field}\b", lambda _: next(names), term)


def _doubled(term: str) -> str:
    match = re.match(r"(-?[\d/]+) (.*)$", term)
    return f"{2 * Fraction(match[1])} {match[2]}" if match else f"2 {term}"


def _scalar_inside(term: str) -> str:
    """`bar(cc(F)) G phi` as `bar(cc(F)) phi G`."""
    return re.sub(r"(bar\(cc\(\w+\)\)) (\w+) (\S+)$", r"\1 \3 \2", term)


def _slices(index: tuple[int, ...]) -> tuple[int | slice, ...]:
    return tuple(slice(None) if i < 0 else i for i in index)


def _number_or_matrix(value: Matrix) -> Value:
    return value if value.ndim else complex(value)


# ------------------------------------------------------------------ U(1)s
def turned_charges(text: str, analysis: Analysis, draw: Random) -> Variant:
    """Charges of all U(1)s replaced by combinations of them, which changes couplings and mixings."""
    model, names = analysis.model, abelian_names(analysis.model)
    if not names:
        return Variant(text, _unchanged, _same_betas)
    basis = _invertible(len(names), draw)
    matrix = np.array(basis, dtype=float)
    inverse = np.linalg.inv(matrix)

    def turned(match: re.Match[str]) -> str:
        parts = dict(re.findall(r"(\w+): (\[[^\]]*\]|[^,\]]+)", match[5] or ""))
        charges = [_charges(parts.pop(name, "0"), int(match[3] or 1)) for name in names]
        for name, row in zip(names, basis, strict=True):
            mixed = [
                sum((x * q for x, q in zip(row, each, strict=True)), Fraction(0)) for each in zip(*charges, strict=True)
            ]
            if any(mixed):
                parts[name] = str(mixed[0]) if len(mixed) == 1 else f"[{', '.join(map(str, mixed))}]"
        listed = ", ".join(f"{name}: {value}" for name, value in parts.items())
        head = f"{match[1]} {match[2]}" + (f"[{match[3]}]" if match[3] else "")
        return f"{head} {match[4] or ''} ({listed})" if listed else f"{head} {match[4] or ''}"

    def weak(values: Values) -> float:
        return float(np.real(values.get("g2", 0)))

    def point(values: Values) -> dict[str, Value]:
        h = inverse.T @ coupling_matrix(model, values) @ inverse
        return dict(values) | {k: v.real for k, v in couplings_of_matrix(model, h, weak(values)).items()}

    def back(values: Values, betas: Values) -> dict[str, Value]:
        start, step = point(values), 1e-30
        moved = {
            name: np.asarray(start[name]) + 1j * step * np.real(betas[name])
            for name in (*_abelian(analysis), *_weak(analysis))
        }
        turned_rate = np.imag(coupling_matrix(model, moved)) / step
        rate = matrix.T @ turned_rate @ matrix
        h = coupling_matrix(model, values)
        return dict(betas) | derivative_of_couplings(model, h, rate, weak(values), weak(betas))

    return Variant(FIELD.sub(turned, text), point, back)


def _invertible(size: int, draw: Random) -> list[list[Fraction]]:
    """A random square matrix of small numbers."""
    while True:
        matrix = [[Fraction(draw.randint(-2, 2), draw.choice((1, 2))) for _ in range(size)] for _ in range(size)]
        if abs(np.linalg.det(np.array(matrix, dtype=float))) > 0.4:
            return matrix


def _charges(text: str, generations: int) -> list[Fraction]:
    if text.startswith("["):
        return [Fraction(word) for word in text[1:-1].split(",")]
    return [Fraction(text)] * generations


def _abelian(analysis: Analysis) -> list[str]:
    mixings = [mixing.name for mixing in analysis.model.mixings]
    return [group.coupling or "" for group in analysis.model.abelian_groups] + mixings


def _weak(analysis: Analysis) -> list[str]:
    return [group.coupling or "" for group in analysis.model.gauge_groups if group.name == "SU2L"]


# ------------------------------------------------------------------ conjugate fields
def conjugated_scalars(text: str, analysis: Analysis) -> Variant:
    """Every complex scalar but doublets as its conjugate; a doublet's conjugate is a doublet by eps, another term."""
    names = [
        field.name
        for field in analysis.model.scalars
        if not field.is_real and all(irrep.n != 2 or irrep.dimension != 2 for irrep in field.irreps.values())
    ]

    def conjugated(match: re.Match[str]) -> str:
        if match[2] not in names:
            return match[0]
        body = match[5] or ""
        parts = []
        for name, value in re.findall(r"(\w+): ([^,]+)", body):
            parts.append(f"{name}: {_conjugate_number(analysis, name, value)}")
        return f"scalar {match[2]} ({', '.join(parts)})" if parts else match[0]

    head, separator, potential = FIELD.sub(conjugated, text).partition("\npotential")
    lines = []
    for line in (head + separator + potential).splitlines():
        name, equals, term = line.partition(" = ")
        if equals and not line.startswith("gauge"):
            for scalar in names:
                term = re.sub(rf"dag\({scalar}\)|\b{scalar}\b", lambda m: _conjugate_word(m[0]), term)
        lines.append(name + equals + term)
    return Variant("\n".join(lines), _unchanged, _same_betas)


def _conjugate_word(word: str) -> str:
    return word[4:-1] if word.startswith("dag(") else f"dag({word})"


def _conjugate_number(analysis: Analysis, group: str, value: str) -> str:
    if analysis.model.group(group).is_abelian:
        return str(-Fraction(value))
    if analysis.model.group(group).n == 3:
        return {"3": "3bar", "3bar": "3"}.get(value, value)
    return value
