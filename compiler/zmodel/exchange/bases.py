"""From the down-aligned Warsaw basis to the up-aligned one.

`Warsaw` has q = (V^dag u_L, d_L) in mass eigenstates, `Warsaw up` q' = (u_L, V d_L), V the CKM matrix (WCxf,
arXiv:1712.05298). So q' = V q, and nothing else differs.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from zmodel.derive.warsaw import (
    BARYON_VIOLATING,
    BOSONIC,
    CURRENTS,
    HIGGS_CURRENTS,
    WEINBERG,
    conjugate,
    equal_operators,
    key,
    representatives,
    shares,
)

Tensor = NDArray[np.complex128]

ROUNDING = 1e-14
"""What is smaller, relative to the largest coefficient of its operator, is rounding of the rotation."""

_FERMIONS: Mapping[str, str] = {
    **{operator: first * 2 + second * 2 for operator, (first, second) in CURRENTS.items()},
    **{operator: field * 2 for operator, field in HIGGS_CURRENTS.items()},
    "uphi": "qu",
    "dphi": "qd",
    "ephi": "le",
    WEINBERG: "ll",
    "phiud": "ud",
    "ledq": "ledq",
    "quqd1": "quqd",
    "quqd8": "quqd",
    "lequ1": "lequ",
    "lequ3": "lequ",
    **{operator: operator for operator in BARYON_VIOLATING},
}
"""The field of each index; those at even places are barred, but none of operators that violate baryon number."""


def to_warsaw_up(coefficients: Mapping[str, complex], ckm: Tensor) -> dict[str, complex]:
    """Coefficients of the basis `Warsaw` in the basis `Warsaw up`.

    Args:
        coefficients: by WCxf key of the non-redundant basis.
        ckm: V, shape (3, 3), unitary.

    Returns:
        The coefficients by key, without zeros; those of hermitian operators are real.
    """
    result = {name: coefficients[name] for name in BOSONIC if name in coefficients}
    operators = dict.fromkeys(name.partition("_")[0] for name in coefficients if name not in BOSONIC)
    for operator in operators:
        if "q" not in _FERMIONS[operator]:
            result |= {name: value for name, value in coefficients.items() if name.startswith(f"{operator}_")}
            continue
        tensor = _rotate(operator, _tensor(operator, coefficients), ckm)
        result |= _nonredundant(operator, tensor)
    return result


def _tensor(operator: str, coefficients: Mapping[str, complex]) -> Tensor:
    """C of L = sum C O over all indices; what is equal by symmetry has equal entries.

    Of an operator that is not hermitian whatever its indices, the conjugate stays apart.
    """
    tensor = np.zeros((3,) * len(_FERMIONS[operator]), dtype=complex)
    for indices in representatives(operator):
        value = complex(coefficients.get(key(operator, indices), 0))
        equal = equal_operators(operator, indices)
        for place in equal:
            tensor[place] = value / len(equal)
        other = conjugate(operator, indices)
        if other is not None and other not in equal:
            for place in equal_operators(operator, other):
                tensor[place] = value.conjugate() / len(equal)
    return tensor


def _rotate(operator: str, tensor: Tensor, ckm: Tensor) -> Tensor:
    for axis, field in enumerate(_FERMIONS[operator]):
        if field == "q":
            # qbar_i = V_ai qbar'_a, and q_i the conjugate.
            matrix = ckm if axis % 2 == 0 and operator not in BARYON_VIOLATING else ckm.conj()
            tensor = np.moveaxis(np.tensordot(matrix, tensor, axes=(1, axis)), 0, axis)
    return tensor


def _nonredundant(operator: str, tensor: Tensor) -> dict[str, complex]:
    """The sum of each operator's equal entries, by key."""
    least = ROUNDING * float(np.abs(tensor).max(initial=0.0))
    result: dict[str, complex] = {}
    for indices in representatives(operator):
        equal = equal_operators(operator, indices)
        value = complex(sum(share * tensor[place] for place, share in shares(operator, indices).items()))
        if conjugate(operator, indices) in equal:
            value = complex(value.real)
        if abs(value) > least:
            result[key(operator, indices)] = value
    return result
