"""Widths against a phase-space integral with explicit Dirac matrices, and against the Z boson."""

from __future__ import annotations

import math

import numpy as np
import pytest
from numpy.typing import NDArray

from zmodel.pheno.constants import constant, fermi_vacuum_value
from zmodel.pheno.electroweak_tests import tree_couplings
from zmodel.pheno.lepton_colliders import z_couplings
from zmodel.pheno.widths import width_to_fermions, width_to_majorana, width_to_scalars

Matrix = NDArray[np.complex128]
PAULI = [np.array(m, dtype=complex) for m in ([[0, 1], [1, 0]], [[0, -1j], [1j, 0]], [[1, 0], [0, -1]])]
ZERO, ONE = np.zeros((2, 2)), np.eye(2)
GAMMA = [np.block([[ZERO, ONE], [ONE, ZERO]]), *(np.block([[ZERO, s], [-s, ZERO]]) for s in PAULI)]
METRIC = np.diag([1.0, -1.0, -1.0, -1.0])
P_L, P_R = np.diag([1, 1, 0, 0]).astype(complex), np.diag([0, 0, 1, 1]).astype(complex)


def slash(p: NDArray[np.float64]) -> Matrix:
    return sum((METRIC[m, m] * p[m] * GAMMA[m] for m in range(4)), np.zeros((4, 4), dtype=complex))


def from_traces(mass: float, left: complex, right: complex, masses: tuple[float, float]) -> float:
    """Gamma = |p|/(8 pi M^2) 1/3 sum |amplitude|^2, with the trace taken of numerical matrices."""
    m1, m2 = masses
    e1 = (mass**2 + m1**2 - m2**2) / (2 * mass)
    p = math.sqrt(e1**2 - m1**2)
    direction = np.array([0.3, -0.5, 0.81])
    direction /= np.linalg.norm(direction)
    first, second = np.array([e1, *(p * direction)]), np.array([mass - e1, *(-p * direction)])
    vertices = [g @ (left * P_L + right * P_R) for g in GAMMA]
    barred = [GAMMA[0] @ v.conj().T @ GAMMA[0] for v in vertices]
    total = 0.0
    for a in range(4):
        # At rest the sum over polarisations is -g_ab + p_a p_b/M^2: the three space-like directions.
        if a == 0:
            continue
        trace = np.trace((slash(first) + m1 * np.eye(4)) @ vertices[a] @ (slash(second) - m2 * np.eye(4)) @ barred[a])
        total += trace.real
    return p / (8 * math.pi * mass**2) * total / 3


@pytest.mark.parametrize("masses", [(0.0, 0.0), (30.0, 30.0), (40.0, 10.0), (0.0, 70.0)])
@pytest.mark.parametrize("couplings", [(0.3, 0.1), (0.2, -0.4), (0.1 + 0.2j, 0.3 - 0.1j), (0.0, 0.5)])
def test_width_to_fermions_is_the_trace(masses: tuple[float, float], couplings: tuple[complex, complex]) -> None:
    got = width_to_fermions(100.0, *couplings, masses, 3)
    assert got == pytest.approx(3 * from_traces(100.0, *couplings, masses), rel=1e-12)


def test_vector_and_axial_form() -> None:
    vector, axial, r = 0.3, 0.2, 0.04
    expected = 100 / (12 * math.pi) * math.sqrt(1 - 4 * r) * (vector**2 * (1 + 2 * r) + axial**2 * (1 - 4 * r))
    assert width_to_fermions(100, vector + axial, vector - axial, (20, 20)) == pytest.approx(expected, rel=1e-14)


def test_closed_channels() -> None:
    assert width_to_fermions(1.0, 1, 1, (0.5, 0.5)) == 0
    assert width_to_majorana(1.0, 1, 0.6) == 0
    assert width_to_scalars(1.0, 1, (0.4, 0.7)) == 0


def test_majorana_and_weyl_agree_without_mass() -> None:
    assert width_to_majorana(5.0, 0.3, 0.0) == pytest.approx(width_to_fermions(5.0, 0.3, 0))
    # A Dirac fermion with axial coupling is two Majorana fermions with the same coupling.
    assert width_to_fermions(5.0, 0.3, -0.3, (1, 1)) == pytest.approx(2 * width_to_majorana(5.0, 0.3, 1.0))


def test_scalars_are_the_sum_over_helicities() -> None:
    """Equivalence: the width of a heavy V to a pair of charged scalars is a quarter of that to a Dirac fermion."""
    assert width_to_scalars(7.0, 0.2) == pytest.approx(width_to_fermions(7.0, 0.2, 0.2) / 4)


def test_z_boson() -> None:
    """Tree level, on-shell couplings; PDG 2024: 83.984 MeV per lepton, 499.0 invisible, 1744.4 to hadrons."""
    mass, vacuum = constant("M_Z"), fermi_vacuum_value(constant("G_F"))
    _, g2 = tree_couplings(constant("M_W"), mass, vacuum)
    s2 = 1 - (constant("M_W") / mass) ** 2
    # rho and the effective angle shift the tree-level result by a per cent or two.
    lepton = width_to_fermions(mass, *z_couplings(-1 / 2, -1, s2, g2))
    invisible = 3 * width_to_fermions(mass, *z_couplings(1 / 2, 0, s2, g2))
    assert lepton == pytest.approx(83.984e-3, rel=0.02)
    assert invisible == pytest.approx(499.0e-3, rel=0.01)
    up = width_to_fermions(mass, *z_couplings(1 / 2, 2 / 3, s2, g2), multiplicity=3)
    down = width_to_fermions(mass, *z_couplings(-1 / 2, -1 / 3, s2, g2), multiplicity=3)
    assert (2 * up + 3 * down) * (1 + 0.118 / math.pi) == pytest.approx(1744.4e-3, rel=0.02)
