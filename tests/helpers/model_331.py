"""A 3-3-1 model (beta = -1/sqrt(3)), and its mass matrices without any of our derivations."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import permutations

import numpy as np
from numpy.typing import NDArray

MODEL_331 = """
gauge SU3c = SU(3) coupling g3 boson G
gauge SU3L = SU(3) coupling gL boson W
gauge N = U(1) coupling gN boson B
fermion L[3] left (SU3L: 3, N: -1/3)
fermion E[3] right (N: -1)
fermion Q1[2] left (SU3c: 3, SU3L: 3bar, N: 0)
fermion Q3 left (SU3c: 3, SU3L: 3, N: 1/3)
fermion U[4] right (SU3c: 3, N: 2/3)
fermion D[5] right (SU3c: 3, N: -1/3)
scalar eta (SU3L: 3, N: -1/3) vev (ve/sqrt(2), 0, 0)
scalar rho (SU3L: 3, N: 2/3) vev (0, vr/sqrt(2), 0)
scalar chi (SU3L: 3, N: -1/3) vev (0, 0, vc/sqrt(2))
yukawa ye = bar(L) rho E
yukawa yT = bar(Q3) chi U
yukawa yt = bar(Q3) eta U
yukawa yb = bar(Q3) rho D
yukawa yD = bar(Q1) dag(chi) D
yukawa yd = bar(Q1) dag(eta) D
yukawa yu = bar(Q1) dag(rho) U
potential {
  m1 = dag(eta) eta; m2 = dag(rho) rho; m3 = dag(chi) chi
  l1 = (dag(eta) eta)^2; l2 = (dag(rho) rho)^2; l3 = (dag(chi) chi)^2
  l12 = (dag(eta) eta) (dag(rho) rho); l13 = (dag(eta) eta) (dag(chi) chi); l23 = (dag(rho) rho) (dag(chi) chi)
  k12 = (dag(eta) rho) (dag(rho) eta); k13 = (dag(eta) chi) (dag(chi) eta); k23 = (dag(rho) chi) (dag(chi) rho)
  f = eta rho chi
}
"""
SIZES = {"L": (3, 3, 1), "E": (3, 1, 1), "Q1": (2, 3, 3), "Q3": (1, 3, 3), "U": (4, 1, 3), "D": (5, 1, 3)}
"""Generations, components under SU(3)_L, and colours."""
YUKAWAS = (
    ("ye", "L", "rho", "E"),
    ("yT", "Q3", "chi", "U"),
    ("yt", "Q3", "eta", "U"),
    ("yb", "Q3", "rho", "D"),
    ("yD", "Q1", "chi", "D"),
    ("yd", "Q1", "eta", "D"),
    ("yu", "Q1", "rho", "U"),
)
VACUUM = {"eta": (0, "ve"), "rho": (1, "vr"), "chi": (2, "vc")}
SCALARS = ("eta", "rho", "chi")


def fermion_masses_331(values: Mapping[str, complex]) -> NDArray[np.complex128]:
    """The symmetric mass matrix of all left-handed Weyl spinors, colours counted; couplings are called `yu[1,2]`."""
    places = [
        (name, generation, component, colour)
        for name, (generations, components, colours) in SIZES.items()
        for generation in range(generations)
        for component in range(components)
        for colour in range(colours)
    ]
    position = {place: i for i, place in enumerate(places)}
    matrix = np.zeros((len(places), len(places)), dtype=complex)
    for coupling, left, scalar, right in YUKAWAS:
        component, vev = VACUUM[scalar]
        for i in range(SIZES[left][0]):
            for j in range(SIZES[right][0]):
                indices = f"{i + 1},{j + 1}" if SIZES[left][0] > 1 else f"{j + 1}"
                # bar(F) f is the product of the conjugate of F with that of the spinor that stands for f.
                mass = np.conj(values[f"{coupling}[{indices}]"] * values[vev] / np.sqrt(2))
                for colour in range(SIZES[left][2]):
                    a, b = position[left, i, component, colour], position[right, j, 0, colour]
                    matrix[a, b] += mass
                    matrix[b, a] += mass
    return matrix


def scalar_masses_331(values: Mapping[str, float]) -> NDArray[np.float64]:
    """The second derivatives of the potential with respect to 18 canonical real fields."""

    def potential(fields: NDArray[np.float64]) -> float:
        parts = fields.reshape(3, 3, 2) / np.sqrt(2)
        phi = parts[..., 0] + 1j * parts[..., 1]
        for number, name in enumerate(SCALARS):
            component, vev = VACUUM[name]
            phi[number, component] += values[vev] / np.sqrt(2)
        norms = np.sum(np.abs(phi) ** 2, axis=1)
        total = sum(values[f"m{i + 1}"] * norms[i] + values[f"l{i + 1}"] * norms[i] ** 2 for i in range(3))
        for i, j in ((0, 1), (0, 2), (1, 2)):
            total += values[f"l{i + 1}{j + 1}"] * norms[i] * norms[j]
            total += values[f"k{i + 1}{j + 1}"] * abs(np.vdot(phi[i], phi[j])) ** 2
        f = values["re(f)"] + 1j * values["im(f)"]
        determinant = sum(
            np.linalg.det(np.eye(3)[list(order)]) * phi[0, order[0]] * phi[1, order[1]] * phi[2, order[2]]
            for order in permutations(range(3))
        )
        return float(total + 2 * (f * determinant).real)

    def curvature(a: NDArray[np.float64], b: NDArray[np.float64]) -> float:
        return (potential(a + b) - potential(a - b) - potential(b - a) + potential(-a - b)) / 4

    # Of a polynomial of degree four two central differences are the derivative.
    unit = np.eye(18)
    return np.array([[(4 * curvature(a, b) - curvature(2 * a, 2 * b) / 4) / 3 for b in unit] for a in unit])
