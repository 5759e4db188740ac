"""Rotations of the Standard Model's fermions as numbers: gauge eigenstates = matrix times mass eigenstates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from zmodel.derive.rotations import (
    CKM,
    PMNS,
    Matrix,
    Part,
    Word,
    block_rotation,
    component_word,
    entry_name,
    left_out,
    multiplet_word,
)
from zmodel.derive.species import Half, Piece, Species
from zmodel.derive.standard_model import Member
from zmodel.diagnostics import Diagnostic
from zmodel.model import Model
from zmodel.model.expression import Value, evaluate
from zmodel.pheno.labels import is_standard

Array = NDArray[np.complex128]

DOUBLETS: Mapping[str, str] = {"u": "q", "d": "q", "nu": "l", "e": "l"}
"""By species of the Standard Model what its left-handed half belongs to."""


def flavour_rotations(model: Model, species: Sequence[Species], values: Mapping[str, Value]) -> dict[str, Array]:
    """One matrix by the name of half a species, such as `Q.down`; those that stay as they are are left out.

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
    for half, (rotation, with_ckm) in rotation_matrices(model, species).items():
        matrix = _numbers(rotation, values)
        result[half] = matrix @ _known_matrix(CKM, values).conj().T if with_ckm else matrix
    return result


def rotation_matrices(model: Model, species: Sequence[Species]) -> dict[str, tuple[Matrix, bool]]:
    """The same as expressions: one matrix per half of a species, and whether CKM^dag multiplies it from the right."""
    result: dict[str, tuple[Matrix, bool]] = {}
    for item in species:
        for half in (item.left, item.right):
            if half is not None and any(rotation.field in half.fields for rotation in model.rotations):
                members = tuple(_member(piece) for piece in half.pieces)
                words = {piece.component.field: _word(model, item, half, piece)[0] for piece in half.pieces}
                with_ckm = item.name == "u" and _doublet(item, half) == "q"
                if any(words.values()) or with_ckm:
                    result[half.name] = block_rotation(model, members, words), with_ckm
    return result


def rotation_notes(model: Model, species: Sequence[Species]) -> Iterator[str]:
    """What is wrong with the rotations of the file, which are not all applied then."""
    halves = [(item, half) for item in species for half in (item.left, item.right) if half is not None]
    pieces = [(item, half, piece) for item, half in halves for piece in half.pieces]
    found = [message for place in pieces for message in _word(model, *place)[1]]
    yield from dict.fromkeys(f"A rotation is not applied: {message.message}, {message.label}." for message in found)
    yield from left_out(model, [_part(piece) for _, _, piece in pieces])


def _doublet(item: Species, half: Half) -> str:
    """The doublet q or l of the Standard Model that a half of a species belongs to, or nothing."""
    return DOUBLETS.get(item.name, "") if is_standard(item) and half is item.left else ""


def _member(piece: Piece) -> Member:
    return Member(piece.component.field, piece.generation, piece.sign)


def _part(piece: Piece) -> Part:
    return Part(piece.component.field, piece.component.label, piece.sign)


def _word(model: Model, item: Species, half: Half, piece: Piece) -> tuple[Word, tuple[Diagnostic, ...]]:
    """The rotation of the field that a generation is in, in a doublet of the Standard Model that of the lower one.

    Partners of massless neutrinos stay as they are, as any basis of theirs is as good.
    """
    doublet = _doublet(item, half)
    if item.name == "nu" and not doublet:
        return (), ()
    if doublet:
        return multiplet_word(model, doublet, _member(piece))
    return component_word(model, (_part(piece),), CKM if piece.component.colour else PMNS), ()


def _known_matrix(name: str, values: Mapping[str, Value]) -> Array:
    return np.array([[complex(values[entry_name(name, i, j)]) for j in range(3)] for i in range(3)])


def _numbers(matrix: Matrix, values: Mapping[str, Value]) -> Array:
    return np.array([[complex(evaluate(entry.expression(), values)) for entry in row] for row in matrix])
