"""Beta functions of the corpus do not depend on how a model is written and in which basis its fields are given.

All run with ``-m long``; a few of them, chosen for their time, always.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

import numpy as np
import pytest
from tests.corpus.evaluate import Compiled, assert_close, compiled, plain_model
from tests.corpus.generate import NUMBERS as ALL
from tests.corpus.points import random_point
from tests.corpus.turned_charges import turned_charges
from tests.corpus.variants import (
    Variant,
    conjugated_scalars,
    flavour_legs,
    permuted_generations,
    reversed_declarations,
    split_generations,
)
from tests.helpers.evaluate import Value

ALWAYS = (8, 15, 23, 35, 51)
"""Families with charges by generation, Majorana fermions, kinetic mixing in three forms, sextets."""

NUMBERS = pytest.mark.parametrize(
    "number", [pytest.param(n, marks=() if n in ALWAYS else pytest.mark.long) for n in ALL]
)
VARIANTS: dict[str, Callable[[Compiled, Random], Variant]] = {
    "order": lambda m, _: reversed_declarations(m.text),
    "generations": lambda m, draw: permuted_generations(m.text, m.analysis, draw),
    "apart": lambda m, draw: split_generations(m.text, m.analysis, draw),
    "charges": lambda m, draw: turned_charges(m.text, m.analysis, draw),
    "conjugates": lambda m, _: conjugated_scalars(m.text, m.analysis),
}


@NUMBERS
@pytest.mark.parametrize("kind", VARIANTS)
def test_other_ways_to_write_a_model(number: int, kind: str) -> None:
    """Order of declarations and of generations, fields split by generation, other U(1)s, conjugate scalars."""
    first = plain_model(number)
    variant = VARIANTS[kind](first, Random(f"{kind} {number}"))
    second = compiled(variant.text)
    values = random_point(first.analysis, f"{kind} {number}")
    for loop in (1, 2):
        found = second.at(variant.point(values), loop)
        assert_close(variant.back(values, found), first.at(values, loop))


@NUMBERS
def test_unitary_rotations_of_equal_generations(number: int) -> None:
    """Generations of equal charges are rotated, other fields get phases: beta functions turn with couplings."""
    first = plain_model(number)
    values = random_point(first.analysis, f"rotations {number}")
    turn = _rotation(first, np.random.default_rng(number))
    for loop in (1, 2):
        assert_close(first.at(turn(values), loop), turn(first.at(values, loop)))


@NUMBERS
def test_conjugate_couplings_run_conjugated(number: int) -> None:
    """CP takes every coupling to its conjugate."""
    first = plain_model(number)
    values = random_point(first.analysis, f"conjugates {number}")
    mirror = {name: np.conj(value) for name, value in values.items()}
    for loop in (1, 2):
        assert_close(first.at(mirror, loop), {n: np.conj(v) for n, v in first.at(values, loop).items()})


def _rotation(first: Compiled, rng: np.random.Generator) -> Callable[[Mapping[str, Value]], dict[str, Value]]:
    """What fields F = U F' make of couplings, with a U that commutes with all charges."""
    analysis, fields = first.analysis, first.analysis.model
    rotations: dict[str, np.ndarray] = {}
    for field in fields.fields:
        matrix = np.zeros((field.generations, field.generations), dtype=complex)
        groups = [group.name for group in fields.abelian_groups]
        charges = [tuple(str(fields.charge(field.name, g, i)) for g in groups) for i in range(field.generations)]
        for charge in sorted(set(charges)):
            same = [i for i, other in enumerate(charges) if other == charge]
            size = len(same)
            normal = rng.normal(size=(size, size)) + 1j * rng.normal(size=(size, size))
            matrix[np.ix_(same, same)] = np.linalg.qr(normal)[0]
        rotations[field.name] = np.eye(1, dtype=complex) if field.is_real else matrix

    def turn(values: Mapping[str, Value]) -> dict[str, Value]:
        result = dict(values)
        for name, coupling in analysis.couplings.couplings.items():
            value = np.asarray(values[name], dtype=complex)
            for leg in coupling.monomials[0][1]:
                phase = rotations[leg.field]
                if len(phase) == 1:
                    value = value * (phase[0, 0].conj() if leg.conjugated else phase[0, 0])
            for axis, (field, conjugated) in enumerate(flavour_legs(analysis, coupling)):
                matrix = rotations[field].conj() if conjugated else rotations[field]
                value = np.moveaxis(np.tensordot(value, matrix, axes=(axis, 0)), -1, axis)
            result[name] = value
        return result

    return turn
