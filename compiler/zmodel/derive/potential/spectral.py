"""Potentials in which a purity and overlaps with other fields depend on each other.

A field R with indices in a set G of groups and outside is a matrix R = sum_i sqrt(n_i) u_i v_i^dag with at most
k = min(d, d') singular values. Its norm is sum n_i and its purity sum n_i^2. The overlap with a field B over G is
N_B sum p_i n_i, where p_i <= 1 is the part of B along u_i, and likewise with v_i outside of G. V is linear in p, so
B lies along one u_i, or along none if there are more directions than singular values. For each such choice V is
quadratic in n_1 to n_k and the other norms, which are free: again a matrix that must be copositive.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations_with_replacement
from math import prod

from zmodel.derive.potential.matrices import Entry, ModuliMatrix, value_at_ratios
from zmodel.derive.potential.quartics import LinearForm, Pair, QuarticForm, Term
from zmodel.model import Model

MAX_SINGULAR_VALUES = 4


@dataclass(frozen=True)
class SpectralField:
    """The field R of a potential.

    Attributes:
        name: of the field.
        purity: which ratio is its overlap with itself.
        values: the number k of singular values.
        partners: for each field with an overlap with R its ratio, and whether it can be orthogonal to all u_i.
    """

    name: str
    purity: int
    values: int
    partners: Mapping[str, tuple[int, bool]]

    @property
    def parts(self) -> tuple[str, ...]:
        """Names of the singular values."""
        return tuple(f"{self.name}{i + 1}" for i in range(self.values))


def spectral_fields(model: Model, form: QuarticForm) -> SpectralField | None:
    """The field R if all ratios are its purity and its overlaps with other fields, one with each.

    Args:
        model: a resolved model.
        form: its quartic potential.
    """
    own = [i for i, ratio in enumerate(form.ratios) if len(set(ratio.overlap.fields)) == 1]
    if len(own) != 1 or form.ratios[own[0]].overlap.conjugate:
        return None
    purity = form.ratios[own[0]].overlap
    field = model.field(purity.fields[0])
    sides = {frozenset(purity.groups), frozenset(field.irreps) - frozenset(purity.groups)}
    dimensions = {side: prod(field.irreps[name].dimension for name in side) for side in sides}
    count = min(dimensions.values())
    partners: dict[str, tuple[int, bool]] = {}
    for i, ratio in enumerate(form.ratios):
        side, names = frozenset(ratio.overlap.groups), set(ratio.overlap.fields)
        if i == own[0]:
            continue
        if field.name not in names or side not in dimensions or names & partners.keys():
            return None
        (partner,) = names - {field.name}
        partners[partner] = (i, dimensions[side] > count)
    if field.is_real or count > MAX_SINGULAR_VALUES:
        return None
    return SpectralField(field.name, own[0], count, partners)


def spectral_matrices(form: QuarticForm, field: SpectralField) -> tuple[ModuliMatrix, ...]:
    """One matrix for each choice of directions of the other fields, up to the order of the singular values."""
    return tuple(_matrix(form, field, choice) for choice in _choices(field, list(field.partners), {}))


def _choices(field: SpectralField, names: list[str], chosen: dict[str, int]) -> Iterator[dict[str, int]]:
    """The singular value along which each partner lies, -1 for none; new ones are taken in order."""
    if not names:
        yield chosen
        return
    name, *others = names
    first_new = max(chosen.values(), default=-1) + 1
    start = -1 if field.partners[name][1] else 0
    for i in range(start, min(first_new + 1, field.values)):
        yield from _choices(field, others, chosen | {name: i})


def _matrix(form: QuarticForm, field: SpectralField, along: Mapping[str, int]) -> ModuliMatrix:
    origin = {name: name for name in form.fields if name != field.name} | dict.fromkeys(field.parts, field.name)
    fields = tuple(part for name in form.fields for part in origin if origin[part] == name)
    entries: dict[Pair, Entry] = {}
    for pair in combinations_with_replacement(fields, 2):
        form_at = _coefficient(form, field, (origin[pair[0]], origin[pair[1]]), pair, along)
        if form_at:
            entries[pair] = Entry((form_at,))
    return ModuliMatrix(fields, entries)


def _coefficient(
    form: QuarticForm, field: SpectralField, whole: Pair, pair: Pair, along: Mapping[str, int]
) -> LinearForm:
    """What multiplies two norms, one or both of which may be singular values."""
    if whole == (field.name, field.name):
        if pair[0] == pair[1]:
            return value_at_ratios(form, whole, {field.purity: Fraction(1)})
        mixed = value_at_ratios(form, whole, {})
        return tuple(Term(2 * term.factor, term.coupling, term.absolute) for term in mixed)
    partner = next((name for name in whole if name in field.partners), "")
    if partner and field.name in whole:
        part = next(name for name in pair if name in field.parts)
        is_along = field.parts.index(part) == along[partner]
        return value_at_ratios(form, whole, {field.partners[partner][0]: Fraction(int(is_along))})
    return value_at_ratios(form, whole, {})
