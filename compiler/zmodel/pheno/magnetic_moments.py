"""One-loop contributions to the anomalous magnetic moment of a lepton, and masses from the same loops."""

from __future__ import annotations

import math
from dataclasses import dataclass

from zmodel.pheno.quadrature import integrate_unit


def loop_integral(ratio: float, flip: float) -> float:
    """The loop of a neutral vector and a fermion of another mass; Leveille, Nucl. Phys. B137 (1978) 63.

    Args:
        ratio: r = m_l/M > 0.
        flip: f = m_F/m_l for a vector coupling, -m_F/m_l for an axial one.

    Returns:
        The integral of (2 x (1-x) (x - 2 + 2 f) + r^2 (1-f)^2 x^2 (1 + f - x))/(1 - x + r^2 x (f^2 - 1 + x)).
    """
    squared, far = ratio**2, flip - 1

    def integrand(x: float, y: float) -> float:
        top = 2 * x * y * (x + 2 * far) + squared * far**2 * x**2 * (1 + flip - x)
        return top / (y + squared * x * (far * (flip + 1) + x))

    return integrate_unit(integrand)


def vector_integral(ratio: float) -> float:
    """I_V of paper D, Eq. (3.4): the integral of 2 x^2 (1-x)/(1 - x + r^2 x^2), r = m_l/m_X > 0."""
    return loop_integral(ratio, 1)


def axial_integral(ratio: float) -> float:
    """I_A of paper D, Eq. (3.4): minus that of (2 x (1-x) (4-x) + 4 r^2 x^3)/(1 - x + r^2 x^2), r = m_l/m_X > 0."""
    return loop_integral(ratio, -1)


def vector_moment(
    vector: complex, axial: complex, lepton_mass: float, mass: float, inner_mass: float | None = None
) -> float:
    """Delta a_l of a neutral vector with L = V_mu lbar gamma^mu (g_V - g_A gamma5) F + h.c., for all masses.

    Paper D, Eq. (3.3), after Jegerlehner and Nyffeler, Phys. Rept. 477 (2009) 1: r^2/(8 pi^2) (g_V^2 I_V + g_A^2 I_A).
    For m -> 0 and g_A = 0 it is Schwinger's g^2/(8 pi^2).

    Args:
        vector: g_V, dimensionless.
        axial: g_A.
        lepton_mass: in GeV.
        mass: of the vector, in GeV; it must not vanish.
        inner_mass: of the fermion F in GeV, so that l does not decay to F and the vector; by default F is l.
    """
    ratio, flip = lepton_mass / mass, 1.0 if inner_mass is None else inner_mass / lepton_mass
    total = sum(abs(g) ** 2 * loop_integral(ratio, sign * flip) for g, sign in ((vector, 1), (axial, -1)) if g)
    return ratio**2 / (8 * math.pi**2) * total


# ------------------------------------------------------------------ a pair of scalar leptoquarks
@dataclass(frozen=True)
class LeptoquarkPair:
    """Two leptoquarks, one coupled to the left-handed lepton and one to the right-handed, that mix.

    L = -eta_L qbar_R l_L S_+ - eta_R qbar_L l_R S_- + h.c.; S_1 = cos S_+ - sin S_- and S_2 = sin S_+ + cos S_- have
    masses m_1 < m_2 for a mass term -m~^2 S_+^dag S_- + h.c. with m~^2 > 0 (paper D, Eqs. (4.1) to (4.3), up to signs
    of fields).

    Attributes:
        masses: m_1 and m_2 in GeV.
        mixing: sin(2 theta); 1 for equal masses of S_+ and S_-.
        product: eta_L eta_R.
        charge: electric charge Q_S of the leptoquark, so that the quark has Q_S + Q_l = Q_S - 1.
        quark_mass: in GeV.
        colours: 3 for quarks.
    """

    masses: tuple[float, float]
    mixing: float
    product: float
    charge: float
    quark_mass: float
    colours: int = 3

    @property
    def _prefactor(self) -> float:
        return self.colours * self.product * self.mixing / (32 * math.pi**2)

    @property
    def _ratios(self) -> tuple[float, float]:
        first, second = ((m / self.quark_mass) ** 2 for m in self.masses)
        return first, second

    def lepton_mass(self) -> float:
        """The lepton's mass from the loop, in GeV; finite, because a chirality flips on the quark line and S_+ mixes.

        The denominator of paper D, Eq. (4.7); Eq. (4.4) is its leading term.
        """
        first, second = self._ratios
        return self._prefactor * self.quark_mass * (_mass_loop(first) - _mass_loop(second))

    def moment(self, lepton_mass: float) -> float:
        """Delta a_l, the part proportional to the quark's mass; paper D, Eqs. (4.6), (4.7) with any lepton mass.

        Args:
            lepton_mass: in GeV; not necessarily that of `lepton_mass()`.
        """
        first, second = self._ratios
        loops = _moment_loop(first, self.charge) - _moment_loop(second, self.charge)
        return self._prefactor * lepton_mass / self.quark_mass * loops


def _mass_loop(x: float) -> float:
    """X ln x/(1-x) up to a constant: minus the integral of ln(z x + 1 - z)."""
    return -integrate_unit(lambda z, y: math.log(z * x + y))


def _moment_loop(x: float, charge: float) -> float:
    """The bracket of paper D, Eq. (4.7), per leptoquark, as an integral that is regular at x = 1.

    2 (Q_S - 1) (1-z)^2 from the photon on the quark, 2 Q_S z (1-z) from the one on the leptoquark, over z x + 1 - z.
    """
    return integrate_unit(lambda z, y: 2 * y * ((charge - 1) * y + charge * z) / (z * x + y))


def degenerate_moment(lepton_mass: float, mass: float, quark_mass: float, charge: float) -> float:
    """Delta a_l if the lepton's mass comes from the loop, m_1 = m_2 >> m_q; paper D, Eq. (4.5).

    (m_l/m_S)^2 (5 - 4 Q_S + 2 (Q_S - 1) ln(m_S^2/m_q^2)).

    Args:
        lepton_mass: m_l in GeV.
        mass: m_S in GeV.
        quark_mass: m_q in GeV.
        charge: Q_S.
    """
    logarithm = 2 * math.log(mass / quark_mass)
    return (lepton_mass / mass) ** 2 * (5 - 4 * charge + 2 * (charge - 1) * logarithm)
