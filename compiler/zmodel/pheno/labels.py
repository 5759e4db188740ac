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
    name = field_label(item.name, species)
    return (name,) if item.generations == 1 else tuple(f"{name}[{i + 1}]" for i in range(item.generations))


def field_label(name: str, species: Sequence[Species]) -> str:
    """The name of a particle that is none of the Standard Model's, with a prime if it is called like one of them."""
    taken = {label for item in species if is_standard(item) for label in LABELS[item.name]}
    return f"{name}'" if name in taken else name
