"""When the quartic potential is bounded from below.

The potential is linear in each ratio of an overlap to its norms. If all corners of the box of their ranges are
reached by directions in field space, then V > 0 in every direction means that at the corners the form
sum_ij N_i N_j V_ij is positive for all N >= 0 that do not all vanish: V_ij is strictly copositive. Since N_i N_j is
not negative, the least value of each V_ij over its own corners decides. Otherwise the directions that are known
give conditions that are necessary only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, islice, product

from zmodel.derive.couplings import CouplingTable
from zmodel.derive.potential.matrices import ModuliMatrix, Point, least_matrix, value_at_ratios
from zmodel.derive.potential.orbits import Vector, directions, value_at
from zmodel.derive.potential.quartics import LinearForm, QuarticForm, Ratio, quartic_form
from zmodel.derive.potential.spectral import spectral_fields, spectral_matrices
from zmodel.model import Model

MAX_FIELDS = 8
"""Fields of a potential that conditions are derived for: there is one for every subset of them."""
MAX_DIRECTIONS = 50_000
"""Joint directions of fields that are tried to reach the corners."""
MAX_POINTS = 256
"""Values of the ratios that necessary conditions are taken from."""


@dataclass(frozen=True)
class Vacuum:
    """Where the one ratio of a field lies at the minimum, for one sign of what multiplies it.

    Attributes:
        ratio: of one field to itself.
        positive: the sign.
        value: of the ratio.
        quartic: what multiplies the square of the field's norm.
    """

    ratio: Ratio
    positive: bool
    value: Fraction
    quartic: LinearForm


@dataclass(frozen=True)
class Stability:
    """What is known about boundedness from below at tree level.

    Attributes:
        matrices: each must be strictly copositive.
        exact: whether that is sufficient, too.
        ratios: the overlaps that the potential depends on.
        vacua: the alternatives that the sign of a coefficient decides on, positive first.
        reasons: why the conditions are necessary only, or why there are none.
        left_out: scalars without a quartic term, which the conditions say nothing about.
    """

    matrices: tuple[ModuliMatrix, ...]
    exact: bool
    ratios: tuple[Ratio, ...]
    vacua: tuple[Vacuum, ...]
    reasons: tuple[str, ...]
    left_out: tuple[str, ...]


def derive_stability(model: Model, table: CouplingTable) -> Stability:
    """Finds the conditions for V > 0 at large fields, from quartic terms alone.

    Scalars without any quartic term are left out: masses decide about their directions.

    Args:
        model: a resolved model.
        table: its couplings.
    """
    couplings = [c for c in table.couplings.values() if c.kind == "potential"]
    form = quartic_form(model, couplings)
    left_out = tuple(field.name for field in model.scalars if field.name not in form.fields)
    reached: Mapping[Point, Mapping[str, Vector]] = {}
    reasons = list(form.reasons)
    if not form.fields:
        reasons = ["the potential has no quartic term"]
    elif len(form.fields) > MAX_FIELDS:
        reasons = [f"more than {MAX_FIELDS} scalars have quartic terms"]
    else:
        reached = _reached(model, form)
    matrices = () if reasons else _sufficient(model, form, reached)
    if not matrices and not reasons:
        reasons.append("the invariants cannot take all values of their ranges independently of each other")
    if not matrices:
        matrices = _necessary(form, reached)
    growing = {name for matrix in matrices for name in matrix.fields if (name, name) not in matrix.entries}
    if growing:
        matrices, reasons = (), [f"no quartic term keeps `{name}` from growing" for name in sorted(growing)]
    return Stability(matrices, not reasons, form.ratios, tuple(_vacua(form)), tuple(reasons), left_out)


def _sufficient(
    model: Model, form: QuarticForm, reached: Mapping[Point, Mapping[str, Vector]]
) -> tuple[ModuliMatrix, ...]:
    """Matrices whose copositivity is sufficient, too; none if it is not known."""
    corners = [point for point in reached if _is_corner(form.ratios, point)]
    if len(corners) == 2 ** len(form.ratios):
        return (least_matrix(form, form.fields, corners),)
    spectral = spectral_fields(model, form)
    return spectral_matrices(form, spectral) if spectral else ()


# ------------------------------------------------------------------ directions
def _is_corner(ratios: Sequence[Ratio], point: Point) -> bool:
    return all(x in (r.overlap.lower, r.overlap.upper) for x, r in zip(point, ratios, strict=True))


def _reached(model: Model, form: QuarticForm) -> dict[Point, Mapping[str, Vector]]:
    """The ratios that simple directions have, each with a direction that kills as many other terms as may be."""
    candidates = {name: directions(model, model.field(name)) for name in form.fields}
    found: dict[Point, Mapping[str, Vector]] = {(): {}}
    order: list[int] = []
    for names, ratios in _blocks(form):
        own = _block_points(form, names, [form.ratios[i] for i in ratios], candidates)
        pairs = islice(product(found.items(), own.items()), MAX_POINTS)
        found = {old + new: {**a, **b} for (old, a), (new, b) in pairs}
        order += ratios
    places = [order.index(i) for i in range(len(order))]
    return {tuple(point[i] for i in places): vectors for point, vectors in found.items()}


def _blocks(form: QuarticForm) -> list[tuple[list[str], list[int]]]:
    """Fields that ratios join, with these ratios; directions of different blocks are chosen apart."""
    blocks: list[tuple[list[str], list[int]]] = [([name], []) for name in form.fields]
    for i, ratio in enumerate(form.ratios):
        touched = [block for block in blocks if set(block[0]) & set(ratio.overlap.fields)]
        merged = ([name for block in touched for name in block[0]], [*(j for block in touched for j in block[1]), i])
        blocks = [block for block in blocks if block not in touched] + [merged]
    return blocks


def _block_points(
    form: QuarticForm, names: list[str], ratios: list[Ratio], candidates: Mapping[str, tuple[Vector, ...]]
) -> dict[Point, Mapping[str, Vector]]:
    best: dict[Point, tuple[int, Mapping[str, Vector]]] = {}
    for vectors in islice(product(*(candidates[name] for name in names)), MAX_DIRECTIONS):
        chosen = dict(zip(names, vectors, strict=True))
        point = tuple(_ratio_at(ratio, chosen) for ratio in ratios)
        alive = sum(1 for _, polynomial in form.others if value_at(polynomial, chosen))
        if point not in best or alive < best[point][0]:
            best[point] = (alive, chosen)
        corners = [alive for point, (alive, _) in best.items() if _is_corner(ratios, point)]
        if len(corners) == 2 ** len(ratios) and not any(corners):
            break
    return {point: chosen for point, (_, chosen) in sorted(best.items(), key=lambda item: item[0])}


def _ratio_at(ratio: Ratio, vectors: Mapping[str, Vector]) -> Fraction:
    return value_at(ratio.overlap.polynomial, vectors) / value_at(ratio.overlap.norms, vectors)


# ------------------------------------------------------------------ results
def _vacua(form: QuarticForm) -> Iterator[Vacuum]:
    for i, ratio in enumerate(form.ratios):
        pair = ratio.overlap.fields
        if pair[0] == pair[1] and sum(1 for other in form.ratios if other.overlap.fields == pair) == 1:
            for positive, value in ((True, ratio.overlap.lower), (False, ratio.overlap.upper)):
                yield Vacuum(ratio, positive, value, value_at_ratios(form, pair, {i: value}))


def _necessary(form: QuarticForm, reached: Mapping[Point, Mapping[str, Vector]]) -> tuple[ModuliMatrix, ...]:
    """One matrix for each known direction, over as many fields as the other terms leave alone."""
    result: list[ModuliMatrix] = []
    for point, vectors in reached.items():
        alive = [{name for key in p for name, _, _ in key} for _, p in form.others if value_at(p, vectors)]
        for fields in _largest_without(form.fields, alive):
            matrix = least_matrix(form, fields, (point,))
            if matrix.entries and matrix not in result:
                result.append(matrix)
    return tuple(result)


def _largest_without(fields: tuple[str, ...], avoided: list[set[str]]) -> list[tuple[str, ...]]:
    """The largest sets of fields that contain none of the sets to be avoided."""
    found: list[tuple[str, ...]] = []
    for size in range(len(fields), 0, -1):
        for subset in combinations(fields, size):
            larger = any(set(subset) <= set(other) for other in found)
            if not larger and not any(names <= set(subset) for names in avoided):
                found.append(subset)
    return found
