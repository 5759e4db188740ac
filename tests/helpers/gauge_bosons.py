"""Mass matrices of gauge bosons from explicit NumPy matrices: the reference for `zmodel.derive.breaking`.

Nothing here comes from the compiler. A scalar is given by the vectors T_a phi, couplings included and with canonically
normalised components, that each gauge field multiplies in D = d - i sum_a V_a T_a.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Complex = NDArray[np.complex128]
Real = NDArray[np.float64]

PAULI = (
    np.array([[0, 1], [1, 0]], dtype=complex),
    np.array([[0, -1j], [1j, 0]], dtype=complex),
    np.array([[1, 0], [0, -1]], dtype=complex),
)


@dataclass(frozen=True)
class MovedScalar:
    """T_a phi by the name of the gauge field; a real scalar counts half."""

    moved: Mapping[str, Complex]
    is_real: bool = False


def mass_matrix(names: Sequence[str], scalars: Sequence[MovedScalar]) -> Real:
    """M^2 of L = 1/2 V_a M^2_ab V_b."""
    total = np.zeros((len(names), len(names)))
    for scalar in scalars:
        weight = 1 if scalar.is_real else 2
        for i, a in enumerate(names):
            for j, b in enumerate(names):
                if a in scalar.moved and b in scalar.moved:
                    total[i, j] += weight * np.vdot(scalar.moved[a], scalar.moved[b]).real
    return total


def doublet(vev: Sequence[complex], weak: float, others: Mapping[str, float], boson: str = "W") -> MovedScalar:
    """An SU(2) doublet; `others` are coupling times charge by field."""
    phi = np.array(vev, dtype=complex)
    moved = {f"{boson}{a}": weak * (PAULI[a - 1] / 2) @ phi for a in (1, 2, 3)}
    return MovedScalar({**moved, **{name: value * phi for name, value in others.items()}})


def triplet(
    matrix: Complex, weak: float, others: Mapping[str, float], boson: str = "W", *, is_real: bool = False
) -> MovedScalar:
    """An SU(2) triplet phi^A sigma^A with the kinetic term phi^A* phi^A = tr(Phi^dag Phi)/2."""
    moved = {
        f"{boson}{a}": weak * (PAULI[a - 1] @ matrix - matrix @ PAULI[a - 1]).ravel() / 2 / np.sqrt(2)
        for a in (1, 2, 3)
    }
    return MovedScalar(
        {**moved, **{name: value * matrix.ravel() / np.sqrt(2) for name, value in others.items()}}, is_real
    )


def singlet(vev: complex, couplings: Mapping[str, float]) -> MovedScalar:
    """A singlet of all simple groups."""
    return MovedScalar({name: np.array([value * vev]) for name, value in couplings.items()})


def bidoublet(matrix: Complex, left: float, right: float) -> MovedScalar:
    """Two doublets of two SU(2)s: phi_ij -> U_L phi U_R^T, with bosons WL and WR."""
    moved = {f"WL{a}": left * (PAULI[a - 1] / 2 @ matrix).ravel() for a in (1, 2, 3)}
    moved |= {f"WR{a}": right * (matrix @ (PAULI[a - 1] / 2).T).ravel() for a in (1, 2, 3)}
    return MovedScalar(moved)


def squared_masses(mass: Real, kinetic: Real) -> Real:
    """The solutions of det(M^2 - m^2 K) = 0, ascending."""
    inverse = np.linalg.inv(np.linalg.cholesky(kinetic))
    return np.linalg.eigvalsh(inverse @ mass @ inverse.T)
