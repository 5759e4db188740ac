"""Whether the vacuum values of two models are the same up to a rotation of the gauge groups that exchanges weights."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, permutations, product

from zmodel.derive.contraction import component_indices
from zmodel.derive.equivalence.operators import Image
from zmodel.derive.equivalence.particles import Particle
from zmodel.groups.basis import component_weights
from zmodel.model import Field, Model
from zmodel.model.expression import ZERO

MAX_ROTATIONS = 20_000
"""Permutations of the weights of all groups together."""

Weights = tuple[tuple[str, tuple[int, ...]], ...]
"""By name of the group."""


def different_vacua(
    first: Model, here: Sequence[Particle], second: Model, there: Sequence[Particle], images: Sequence[Image]
) -> Iterator[str]:
    """What is different about vacuum values, in words.

    Args:
        first: a resolved model.
        here: its particles.
        second: another one.
        there: its particles.
        images: what particles of the first are in the second.
    """
    names = [set(_with_vacuum(model)) for model in (first, second)]
    back = {image.position: i for i, image in enumerate(images)}
    alone = [
        sorted(
            {
                p.field
                for i, p in enumerate(here)
                if p.field in names[0] and there[images[i].position].field not in names[1]
            }
        ),
        sorted({p.field for j, p in enumerate(there) if p.field in names[1] and here[back[j]].field not in names[0]}),
    ]
    for model, fields in zip((first, second), alone, strict=True):
        for name in fields:
            yield f"only in {model.name} such a field as `{name}` has a vacuum value"
    if any(alone) or not names[0]:
        return
    mine = []
    for i, particle in enumerate(here):
        for component in _support(first.field(particle.field)):
            index = images[i].components[component][0]
            mine.append((images[i].position, index))
    other = [(j, component) for j, particle in enumerate(there) for component in _support(second.field(particle.field))]
    if Counter(mine) != Counter(other) and not _can_be_rotated(second, there, mine, other):
        words = f"{_listed(first)} in {first.name}, {_listed(second)} in {second.name}"
        yield f"other components have vacuum values: {words}"


def _with_vacuum(model: Model) -> Iterator[str]:
    return (scalar.name for scalar in model.scalars if _support(scalar))


def _support(field: Field) -> list[int]:
    return [i for i, value in enumerate(field.vev) if value != ZERO]


def _listed(model: Model) -> str:
    words = []
    for name in _with_vacuum(model):
        numbers = ", ".join(str(i + 1) for i in _support(model.field(name)))
        words.append(f"{numbers} of `{name}`")
    return " and ".join(words)


def _can_be_rotated(
    model: Model, items: Sequence[Particle], mine: Sequence[tuple[int, int]], other: Sequence[tuple[int, int]]
) -> bool:
    """Whether a permutation of the fundamental indices of each group makes the weights of components equal."""
    weights = [
        [(j, _weights(model, model.field(items[j].field), index)) for j, index in side] for side in (mine, other)
    ]
    wanted = Counter(weights[1])
    groups = sorted({name for _, found in (*weights[0], *weights[1]) for name, _ in found})
    orders = product(*(permutations(range(model.group(name).n)) for name in groups))
    for chosen in islice(orders, MAX_ROTATIONS):
        order = dict(zip(groups, chosen, strict=True))
        if Counter((j, _permuted(found, order)) for j, found in weights[0]) == wanted:
            return True
    return False


def _weights(model: Model, field: Field, component: int) -> Weights:
    names = [group.name for group in model.groups if group.name in field.irreps]
    indices = component_indices(model, field)[component]
    return tuple(
        (name, component_weights(field.irreps[name])[index]) for name, index in zip(names, indices, strict=True)
    )


def _permuted(weights: Weights, order: Mapping[str, Sequence[int]]) -> Weights:
    return tuple((name, tuple(weight[i] for i in order[name])) for name, weight in weights)
