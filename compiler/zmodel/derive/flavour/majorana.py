"""Which scalar fits which entry of a Majorana matrix.

For colourless fermions F, G of equal chirality the entries of F G are looked at with nothing, with every colourless
scalar and with its conjugate beside them, whether the file declares such a term or not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations_with_replacement, product

from zmodel.algebra import Polynomial
from zmodel.derive.candidates import Factor, count_contractions
from zmodel.derive.charges import Entry
from zmodel.derive.electroweak import colour_group
from zmodel.derive.unbroken import may_be_neutral
from zmodel.groups import RepresentationError
from zmodel.model import Field, Group, Model


@dataclass(frozen=True)
class Fit:
    """A way to fill an entry: a scalar (empty for a mass without one), and what its charges still need."""

    scalar: str
    entry: Entry


@dataclass(frozen=True)
class MajoranaTexture:
    """A matrix between the generations of two fermions of equal chirality.

    Attributes:
        fermions: the two fields.
        shape: their numbers of generations.
        scalars: factors that the simple groups admit beside them; an empty one is none at all.
        fits: by entry, what is allowed for all or for some values of the parameters.
    """

    fermions: tuple[str, str]
    shape: tuple[int, int]
    scalars: tuple[str, ...]
    fits: Mapping[tuple[int, int], tuple[Fit, ...]]

    def pattern(self, scalar: str | None = None) -> tuple[tuple[int, ...], ...]:
        """1 where an entry is allowed, by the given scalar or by any."""
        rows, columns = self.shape
        return tuple(
            tuple(
                int(any(fit.entry.allowed and scalar in (None, fit.scalar) for fit in self.fits[i, j]))
                for j in range(columns)
            )
            for i in range(rows)
        )


def majorana_textures(model: Model) -> tuple[MajoranaTexture, ...]:
    """The matrices that some term of dimension four or less may fill, and those of singlets of the simple groups."""
    colour = colour_group(model)
    fermions = [field for field in model.fermions if not _is_coloured(field, colour)]
    scalars = [field for field in model.scalars if not _is_coloured(field, colour)]
    found = (
        _texture(model, first, second, scalars)
        for first, second in combinations_with_replacement(fermions, 2)
        if first.chirality == second.chirality
    )
    return tuple(texture for texture in found if texture.scalars and _is_of_interest(model, texture))


def _is_coloured(field: Field, colour: Group | None) -> bool:
    return colour is not None and colour.name in field.irreps


def _is_of_interest(model: Model, texture: MajoranaTexture) -> bool:
    """Whether something fits somewhere, or the fermions are neutral leptons of which it is good to know."""
    fields = [model.field(name) for name in texture.fermions]
    charged = any(f.irreps or not may_be_neutral(model, f) for f in fields)
    return any(texture.fits.values()) or not charged


def _texture(model: Model, first: Field, second: Field, scalars: list[Field]) -> MajoranaTexture:
    candidates: list[tuple[Factor, ...]] = [()]
    for scalar in scalars:
        candidates.append((Factor(scalar.name, False),))
        if not scalar.is_real:
            candidates.append((Factor(scalar.name, True),))
    kinds = {factors: _contraction_kinds(model, first, second, factors) for factors in candidates}
    admitted = {factors: found for factors, found in kinds.items() if any(found)}
    fits: dict[tuple[int, int], tuple[Fit, ...]] = {}
    for i, j in product(range(first.generations), range(second.generations)):
        fits[i, j] = tuple(
            Fit(_spelled(factors), entry)
            for factors, (symmetric, _) in admitted.items()
            if (symmetric or first != second or i != j)
            and (entry := _entry(model, (first, second), (i, j), factors)).possible
        )
    shape = (first.generations, second.generations)
    return MajoranaTexture((first.name, second.name), shape, tuple(map(_spelled, admitted)), fits)


def _contraction_kinds(model: Model, first: Field, second: Field, scalars: tuple[Factor, ...]) -> tuple[bool, bool]:
    """Whether there are contractions that are symmetric, and antisymmetric, in two equal fermions."""
    left, right = Factor(first.name, False), Factor(second.name, False)
    content = (left, right, *scalars)
    try:
        symmetric = count_contractions(model, content) > 0
        if left != right:
            return symmetric, symmetric
        return symmetric, count_contractions(model, content, frozenset([left])) > 0
    except RepresentationError:
        return False, False


def _entry(model: Model, fermions: tuple[Field, Field], indices: tuple[int, int], scalars: tuple[Factor, ...]) -> Entry:
    conditions: dict[str, Polynomial] = {}
    for group in model.groups:
        if group.is_abelian:
            total = model.ring.zero
            for field, generation in zip(fermions, indices, strict=True):
                total += model.charge(field.name, group.name, generation)
            for factor in scalars:
                charge = model.charge(factor.field, group.name)
                total += -charge if factor.conjugated else charge
            if not total.is_zero():
                conditions[group.name] = model.ring.with_positive_lead(total)
    return Entry(indices, conditions)


def _spelled(factors: tuple[Factor, ...]) -> str:
    return " ".join(f"dag({factor.field})" if factor.conjugated else factor.field for factor in factors)
