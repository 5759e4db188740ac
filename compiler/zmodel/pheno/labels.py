"""Names of particles in final states, each of which belongs to one of them."""

from __future__ import annotations

from collections.abc import Sequence

from zmodel.derive.species import Species
from zmodel.pheno.constants import LABELS


def is_standard(species: Species) -> bool:
    """Whether a species is one of the Standard Model's, in all its generations."""
    return species.generations == len(LABELS.get(species.name, ()))


def fermion_labels(item: Species, species: Sequence[Species]) -> tuple[str, ...]:
    """Names of the generations of a species.

    Args:
        item: one of them.
        species: all of the model.
    """
    if is_standard(item):
        return LABELS[item.name]
    pieces = [piece for half in (item.left or item.right,) if half is not None for piece in half.pieces]
    if len({piece.component.name for piece in pieces}) == 1:
        numbers = [(item.name, i, item.generations) for i in range(item.generations)]
    else:
        numbers = [(p.component.name, p.generation, p.component.generations) for p in pieces]
    names = ((field_label(name, species), i, count) for name, i, count in numbers)
    return tuple(name if count == 1 else f"{name}[{i + 1}]" for name, i, count in names)


def field_label(name: str, species: Sequence[Species]) -> str:
    """The name of a particle that is none of the Standard Model's, with a prime if it is called like one of them."""
    taken = {label for item in species if is_standard(item) for label in LABELS[item.name]}
    return f"{name}'" if name in taken else name
