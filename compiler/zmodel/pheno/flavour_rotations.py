"""Rotations of the Standard Model's fermions as numbers: gauge eigenstates = matrix times mass eigenstates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from zmodel.derive.rotations import (
    CKM,
    PMNS,
    Matrix,
    Word,
    block_rotation,
    component_word,
    entry_name,
    multiplet_word,
)
from zmodel.derive.species import FermionComponent, Species
from zmodel.derive.standard_model import Member
from zmodel.diagnostics import Diagnostic
from zmodel.model import Model
from zmodel.model.expression import Value, evaluate
from zmodel.pheno.labels import is_standard

Array = NDArray[np.complex128]

DOUBLETS: Mapping[str, str] = {"u": "q", "d": "q", "nu": "l", "e": "l"}
"""By species of the Standard Model what its left-handed half belongs to."""


def flavour_rotations(model: Model, species: Sequence[Species], values: Mapping[str, Value]) -> dict[str, Array]:
    """One matrix per component such as `Q.down`; components that stay as they are are left out.

    Down quarks and charged leptons have the rotations of `derive_rotations`. Without any rotation of quark doublets in
    the file these are not rotated; else that of up quarks is V_dL V_CKM^dag. Neutrinos turn with charged leptons.

    Args:
        model: a resolved model.
        species: all of its fermions.
        values: of everything in its rotations, and of the entries of CKM.

    Raises:
        EvaluationError: if a name has no value.
    """
    result: dict[str, Array] = {}
    for component, (rotation, with_ckm) in rotation_matrices(model, species).items():
        matrix = _numbers(rotation, values)
        result[component] = matrix @ _known_matrix(CKM, values).conj().T if with_ckm else matrix
    return result


def rotation_matrices(model: Model, species: Sequence[Species]) -> dict[str, tuple[Matrix, bool]]:
    """The same as expressions: one matrix per component, and whether CKM^dag multiplies it from the right."""
    result: dict[str, tuple[Matrix, bool]] = {}
    for item in species:
        for part in (item.left, item.right):
            if part is not None and any(rotation.field == part.field for rotation in model.rotations):
                members = tuple(Member(part.field, i, 1) for i in range(part.generations))
                word, _ = _word(model, item, part)
                with_ckm = item.name == "u" and _doublet(item, part) == "q"
                if word or with_ckm:
                    result[part.name] = block_rotation(model, members, {part.field: word}), with_ckm
    return result


def rotation_notes(model: Model, species: Sequence[Species]) -> Iterator[str]:
    """What is wrong with the rotations of the file, which are not all applied then."""
    parts = [(item, part) for item in species for part in (item.left, item.right) if part is not None]
    found = [message for item, part in parts for message in _word(model, item, part)[1]]
    yield from dict.fromkeys(f"A rotation is not applied: {message.message}, {message.label}." for message in found)


def _doublet(item: Species, part: FermionComponent) -> str:
    """The doublet q or l of the Standard Model that a half of a species belongs to, or nothing."""
    return DOUBLETS.get(item.name, "") if is_standard(item) and part is item.left else ""


def _word(model: Model, item: Species, part: FermionComponent) -> tuple[Word, tuple[Diagnostic, ...]]:
    """The rotation of a component, in a doublet of the Standard Model that of the lower one.

    Partners of massless neutrinos stay as they are, as any basis of theirs is as good.
    """
    doublet = _doublet(item, part)
    if item.name == "nu" and not doublet:
        return (), ()
    if doublet:
        return multiplet_word(model, doublet, Member(part.field, 0, 1))
    return component_word(model, part.field, part.label, CKM if part.colour else PMNS) or (), ()


def _known_matrix(name: str, values: Mapping[str, Value]) -> Array:
    return np.array([[complex(values[entry_name(name, i, j)]) for j in range(3)] for i in range(3)])


def _numbers(matrix: Matrix, values: Mapping[str, Value]) -> Array:
    return np.array([[complex(evaluate(entry.expression(), values)) for entry in row] for row in matrix])
