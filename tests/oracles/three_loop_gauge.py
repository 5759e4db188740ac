"""Dense, component-level three-loop beta functions of the gauge couplings.

The structures and coefficients are those of C. Poole and A. E. Thomsen, 1906.04625, written for Weyl fermions: what is
there a trace over spinors psi and psi^dagger together is here twice the real part of a trace over psi. With the
propagators G of all gauge bosons (g^2 for simple factors, h for U(1)s), dG/dt = G P G, and P is the sum over 33 gauge
covariant tensors. `test_three_loops.py` compares them with results that were found in other ways: the Standard Model of
1201.5868 and 1208.3357, and gauge theories without scalars of Phys. Lett. B93 (1980) 429.
"""

from __future__ import annotations

import numpy as np

from .general_rge import (
    Betas,
    Complex,
    Real,
    Theory,
    contracted_generators,
    sandwiched,
    weighted_self_energy,
)


def three_loop(theory: Theory) -> Betas:
    """Three-loop running of the gauge couplings and of the inverse of h, without the factor 1/(16 pi^2)^3.

    Everything else is zero: only the gauge sector has a third loop.
    """
    matrix = polarisation(theory)
    simple: dict[str, float] = {}
    start = 0
    for factor in theory.simple:
        stop = start + len(factor.fermions)
        simple[factor.name] = float(np.mean(np.diag(matrix)[start:stop])) * factor.coupling**3 / 2
        start = stop
    return Betas(
        simple,
        -matrix[start:, start:],
        np.zeros_like(theory.y),
        np.zeros_like(theory.lam),
        np.zeros_like(theory.m2),
        np.zeros_like(theory.h3),
        np.zeros_like(theory.fermion_mass),
    )


def polarisation(theory: Theory) -> Real:
    """P of dG/dt = G P G over all generators, blocks between different simple factors left out of use."""
    t, s = theory.fermion_generators, theory.scalar_generators
    vertices = _squared_charges(t, _fermion_line(theory)) + _squared_charges(s, _scalar_line(theory) + 0j)
    vertices += _vertex_corrections(theory)
    return np.asarray(vertices + _gauge_lines(theory))


def _squared_charges(generators: Complex, line: Complex) -> Real:
    """Re Tr T_A T_B line, symmetrised in A and B."""
    trace = np.einsum("aij,bjk,ki->ab", generators, generators, line, optimize=True).real
    return np.asarray((trace + trace.T) / 2)


def _fermion_line(theory: Theory) -> Complex:
    """Twice what stands beside T_A T_B on a fermion line: structures 1, 3, 5, 7, 19, 20, 22, 28, 29, 31 and 32."""
    y, c2f, y2f = theory.y, theory.fermion_casimir, theory.fermion_self_energy
    bar = y.conj()
    line = -c2f @ c2f
    line = line + contracted_generators(_self_energy(theory, 133 / 18, -11 / 18, -23 / 36), theory.fermion_generators)
    line = line - 5 / 4 * c2f @ y2f
    line = line - 1 / 4 * _loop(bar, c2f.T @ y)
    line = line - 7 * _loop(bar, np.tensordot(theory.scalar_casimir, y, axes=1))
    line = line + 3 / 2 * _loop(sandwiched(bar, y), y)
    line = line + 7 / 8 * _loop(bar, np.tensordot(2 * theory.scalar_self_energy, y, axes=1))
    line = line + 1 / 8 * y2f @ y2f
    line = line + 3 / 8 * _loop(bar, y2f.T @ y)
    return np.asarray(2 * line)


def _loop(left: Complex, right: Complex) -> Complex:
    """Sum over a of left_a right_a."""
    return np.asarray(np.einsum("aij,ajk->ik", left, right, optimize=True))


def _scalar_line(theory: Theory) -> Real:
    """What stands beside T_A T_B on a scalar line: structures 2, 4, 6, 8, 18, 21, 23, 27, 30 and 33."""
    y, n = theory.y, theory.n_scalars
    c2s, y2s = theory.scalar_casimir, 2 * theory.scalar_self_energy
    line = 29 / 2 * c2s @ c2s
    weights = _self_energy(theory, 679 / 36, -25 / 18, -49 / 36)
    line = line + contracted_generators(weights, theory.scalar_generators).real
    quartics = theory.lam.reshape(n, n**3)
    line = line - 1 / 12 * quartics @ quartics.T
    dressed = -y @ theory.fermion_casimir + 1 / 2 * y @ theory.fermion_self_energy - sandwiched(y, y.conj())
    fermions = 2 * np.einsum("aij,bij->ab", y.conj(), dressed, optimize=True).real
    line = line + fermions - 7 / 2 * c2s @ y2s - 1 / 8 * y2s @ y2s
    return np.asarray((line + line.T) / 2)


def _self_energy(theory: Theory, adjoint: float, fermion: float, scalar: float) -> Real:
    """G (adjoint C2(G) + fermion S2(F) + scalar S2(S)) G with fermions counted twice, psi and psi^dagger."""
    return weighted_self_energy(theory, adjoint, 2 * fermion, scalar)


def _vertex_corrections(theory: Theory) -> Real:
    """Structures 17 and 26, where the two external bosons sit on different lines."""
    t, s, y = theory.fermion_generators, theory.scalar_generators, theory.y
    around = np.stack([sandwiched_pair(y, matrix) for matrix in t])
    inner = np.einsum("aij,xjk,akl->xil", y.conj(), around, y, optimize=True)
    fermions = 2 * np.einsum("xij,yji->xy", t, inner, optimize=True).real

    # (T_A T_C)_ab lam_abcd (T_B T_D)_cd G_CD; lam sees the part symmetric in a and b only.
    products = np.einsum("xae,zeb->xzab", s, s, optimize=True)
    n, k = len(s), theory.n_scalars
    flat = products.reshape(n, n, k * k)
    raised = np.einsum("zw,ywi->yzi", theory.coupling_matrix, flat, optimize=True)
    bent = (raised.reshape(n * n, k * k) @ theory.lam.reshape(k * k, k * k).T).reshape(n, n, k * k)
    scalars = np.einsum("xzi,yzi->xy", flat, bent, optimize=True).real
    return np.asarray(fermions + scalars)


def sandwiched_pair(y: Complex, matrix: Complex) -> Complex:
    """Sum over b of Y_b matrix Y_b^dagger."""
    return np.asarray(np.einsum("bij,jk,bkl->il", y, matrix, y.conj(), optimize=True))


def _gauge_lines(theory: Theory) -> Real:
    """Structures 9 to 16, 24 and 25: products of C2(G) with traces over matter."""
    t, s, g2 = theory.fermion_generators, theory.scalar_generators, theory.coupling_matrix
    casimirs = [np.full(len(factor.fermions), factor.casimir) for factor in theory.simple]
    abelian = 0 if theory.abelian is None else len(theory.abelian.h)
    c2g = np.diag(np.concatenate([*casimirs, np.zeros(abelian)]))
    s2f = 2 * _squared_charges(t, np.eye(theory.n_fermions, dtype=complex))
    s2s = _squared_charges(s, np.eye(theory.n_scalars, dtype=complex))
    dressed = 2 * _squared_charges(t, 4 * theory.fermion_casimir - 6 * theory.fermion_self_energy)
    dressed = dressed + _squared_charges(s, 25 / 2 * theory.scalar_casimir + 9 / 2 * theory.scalar_self_energy + 0j)
    double = -2857 / 27 * c2g @ g2 @ c2g + c2g @ g2 @ (1415 / 54 * s2f + 545 / 108 * s2s)
    double = double - 79 / 108 * s2f @ g2 @ s2f + 1 / 54 * s2s @ g2 @ s2s - 29 / 54 * s2f @ g2 @ s2s
    total = c2g @ g2 @ (dressed + double)
    return np.asarray((total + total.T) / 2)
