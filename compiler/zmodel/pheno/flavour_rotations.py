"""Rotations of the Standard Model's fermions as numbers: gauge eigenstates = matrix times mass eigenstates."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from zmodel.derive.rotations import CKM, Matrix, derive_rotations, entry_name
from zmodel.derive.standard_model import MULTIPLETS, MissingStandardModel, StandardModel, find_standard_model
from zmodel.model import Model
from zmodel.model.expression import Value, evaluate

Array = NDArray[np.complex128]


def flavour_rotations(model: Model, values: Mapping[str, Value]) -> dict[str, Array]:
    """One matrix per component such as `Q.down`; components that stay as they are are left out.

    Down quarks and charged leptons have the rotations of `derive_rotations`. Without any rotation of quarks in the file
    nothing is rotated; else that of up quarks is V_dL V_CKM^dag. Neutrinos turn with charged leptons.

    Args:
        model: a resolved model.
        values: of everything in its rotations, and of the entries of CKM.

    Raises:
        EvaluationError: if a name has no value.
    """
    result: dict[str, Array] = {}
    for component, (rotation, with_ckm) in rotation_matrices(model).items():
        matrix = _numbers(rotation, values)
        result[component] = matrix @ _known_matrix(CKM, values).conj().T if with_ckm else matrix
    return result


def rotation_matrices(model: Model) -> dict[str, tuple[Matrix, bool]]:
    """The same as expressions: one matrix per component, and whether CKM^dag multiplies it from the right."""
    found = find_standard_model(model)
    if isinstance(found, MissingStandardModel) or not model.rotations:
        return {}
    result: dict[str, tuple[Matrix, bool]] = {}
    for multiplet, matrix in derive_rotations(model, found)[0].items():
        if not _rotated_field(model, found, multiplet):
            continue
        field = found.multiplets[multiplet][0].field
        if MULTIPLETS[multiplet].quantum.weak == 1:
            result[field] = matrix, False
            continue
        result[f"{field}.down"] = matrix, False
        result[f"{field}.up"] = matrix, multiplet == "q"
    return result


def _rotated_field(model: Model, found: StandardModel, multiplet: str) -> bool:
    """Whether the file rotates a multiplet that is one field with all its generations."""
    fields = {member.field for member in found.multiplets[multiplet]}
    signs = {member.sign for member in found.multiplets[multiplet]}
    return len(fields) == 1 and signs == {1} and any(rotation.field in fields for rotation in model.rotations)


def _known_matrix(name: str, values: Mapping[str, Value]) -> Array:
    return np.array([[complex(values[entry_name(name, i, j)]) for j in range(3)] for i in range(3)])


def _numbers(matrix: Matrix, values: Mapping[str, Value]) -> Array:
    return np.array([[complex(evaluate(entry.expression(), values)) for entry in row] for row in matrix])
