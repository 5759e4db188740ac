"""Dense, component-level anomalous dimensions of scalars and Weyl fermions in a general R_xi gauge.

The formulas are those of Machacek and Vaughn (MV I to III) in the form of hep-ph/0211440, with kappa = 1/2. The
gauge parameter is that of the propagator -i/k^2 [g_mn - (1 - xi) k_m k_n/k^2] of every gauge boson: xi = 0 is Landau
gauge, xi = 1 Feynman gauge.

Sign and normalisation. The renormalised fields obey

    mu d phi_a/d mu = -gamma_ab phi_b ,    mu d psi_i/d mu = -gamma_ij psi_j ,

with gamma = gamma1/(16 pi^2) + gamma2/(16 pi^2)^2 + ..., hermitian for fermions and real symmetric for scalars. With
this sign wave functions enter beta functions with a plus sign: beta of y_aij has gamma_ab y_bij + ..., phi^4 has
gamma = lam^2/12 at two loops, and Yukawa couplings give gamma_ij = 1/2 (Y_a^dagger Y_a)_ij at one. What multiplies
mu d/d mu of a field's two-point function is twice gamma.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from .general_rge import (
    Complex,
    Real,
    Theory,
    contracted_generators,
    scalar_wave_function,
    weighted_self_energy,
)

Pair = tuple[str, str]


@dataclass(frozen=True)
class AnomalousDimensions:
    """Anomalous dimensions at one loop order, without its factor 1/(16 pi^2)^loops.

    Attributes:
        scalars: gamma_ab over the real scalars, shape (nS, nS), symmetric.
        fermions: gamma_ij over the left-handed Weyl fermions, shape (nF, nF), hermitian.
    """

    scalars: Real
    fermions: Complex


def anomalous_dimensions(theory: Theory, xi: float, loops: int) -> AnomalousDimensions:
    """The anomalous dimensions of all fields.

    Args:
        theory: the theory.
        xi: gauge parameter of all groups.
        loops: 1 or 2.
    """
    if loops == 1:
        scalars = theory.scalar_self_energy + (xi - 3) * theory.scalar_casimir
        return AnomalousDimensions(scalars, theory.fermion_self_energy / 2 + xi * theory.fermion_casimir)
    return AnomalousDimensions(_two_loop_scalars(theory, xi), _two_loop_fermions(theory, xi))


def _two_loop_scalars(theory: Theory, xi: float) -> Real:
    """lam^2, Y^4, g^2 Y^2 and g^4 terms; the first three know no gauge parameter."""
    weights = weighted_self_energy(theory, -35 / 3 + 2 * xi + xi**2 / 4, 5 / 3, 11 / 12)
    gauge = contracted_generators(weights, theory.scalar_generators).real
    casimir = theory.scalar_casimir
    return np.asarray(scalar_wave_function(theory) + gauge + 1.5 * casimir @ casimir)


def _two_loop_fermions(theory: Theory, xi: float) -> Complex:
    """-1/8 Y^4, -3/4 Y2(S) Y^2, g^2 Y^2 and g^4 terms."""
    y, c2f, y2f = theory.y, theory.fermion_casimir, theory.fermion_self_energy
    inner = -y2f.T @ y / 8 - c2f.T @ y / 4
    inner = inner + np.tensordot(4.5 * theory.scalar_casimir - 0.75 * theory.scalar_self_energy, y, axes=1)
    gamma = np.einsum("aij,ajk->ik", y.conj(), inner, optimize=True)
    gamma = gamma - 7 / 4 * c2f @ y2f - 1.5 * c2f @ c2f
    weights = weighted_self_energy(theory, 25 / 4 + 2 * xi + xi**2 / 4, -1.0, -1 / 4)
    return np.asarray(gamma + contracted_generators(weights, theory.fermion_generators))


@dataclass(frozen=True)
class Spinor:
    """A fermion of a model: one component of each generation, as number of the Weyl spinor, in the same order."""

    components: Sequence[int]
    right: bool


def by_field(
    gamma: AnomalousDimensions, fermions: Mapping[str, Spinor], scalars: Mapping[str, Complex]
) -> dict[Pair, Complex | complex]:
    """Anomalous dimensions of the fields that a model declares, mu d F_i/d mu = -gamma_ij F'_j; zeros are left out.

    Args:
        gamma: of all components.
        fermions: by name. For right-handed ones gamma is that of the field itself and not of its conjugate.
        scalars: by name one component of each as a linear form in the real scalars. What a complex scalar has of the
            conjugate of another one is filed under `name^*`.

    Returns:
        A matrix over generations for fermions with several, else a number.
    """
    result: dict[Pair, Complex | complex] = {}
    for name, field in fermions.items():
        for other, source in fermions.items():
            block = gamma.fermions[np.ix_(field.components, source.components)]
            block = block.conj() if field.right else block
            if block.any():
                result[name, other] = block if block.size > 1 else complex(block[0, 0])
    for name, form in scalars.items():
        for other, source in scalars.items():
            result[name, other] = complex(form @ gamma.scalars @ source.conj())
            if source.imag.any():
                result[name, f"{other}^*"] = complex(form @ gamma.scalars @ source)
    return {pair: value for pair, value in result.items() if np.abs(value).max() > 1e-13}
