"""Partial widths of a neutral vector boson at tree level, in GeV.

L = V_mu fbar gamma^mu (g_L P_L + g_R P_R) f; with g_L,R = g_V +- g_A this is g_V - g_A gamma5. For a U(1) boson g is
the gauge coupling times the charge. What is kinematically closed has width zero.
"""

from __future__ import annotations

import math


def _momentum(first: float, second: float) -> float:
    """lambda^(1/2)(1, first, second), twice the momentum in units of the mass; 0 below threshold.

    Args:
        first: (m_1/M)^2.
        second: (m_2/M)^2.
    """
    if math.sqrt(first) + math.sqrt(second) >= 1:
        return 0.0
    return math.sqrt(max(0.0, (1 - first - second) ** 2 - 4 * first * second))


def width_to_fermions(
    mass: float,
    left: complex,
    right: complex,
    masses: tuple[float, float] = (0.0, 0.0),
    multiplicity: int = 1,
) -> float:
    """V -> f_i fbar_j of two Dirac fermions, or of a massless Weyl fermion with its coupling alone.

    Paper A, Eq. (60), is the case of equal masses:
    N M/(24 pi) sqrt(1 - 4 r) [g_L^2 + g_R^2 - r (g_L^2 - 6 g_L g_R + g_R^2)], r = m^2/M^2. For i != j it is one of two
    conjugate final states.

    Args:
        mass: M of the boson in GeV.
        left: coupling of the left-handed fermions.
        right: coupling of the right-handed ones.
        masses: m_i and m_j in GeV.
        multiplicity: number of colours or copies.

    Returns:
        The width in GeV.
    """
    r_i, r_j = ((m / mass) ** 2 for m in masses)
    chiral = 1 - (r_i + r_j) / 2 - (r_i - r_j) ** 2 / 2
    flip = 6 * math.sqrt(r_i * r_j) * (left * complex(right).conjugate()).real
    squared = (abs(left) ** 2 + abs(right) ** 2) * chiral + flip
    return multiplicity * mass / (24 * math.pi) * _momentum(r_i, r_j) * squared


def width_to_majorana(mass: float, coupling: float, fermion_mass: float, multiplicity: int = 1) -> float:
    """V -> N N of a Majorana fermion whose Weyl spinor has the coupling g: g^2 M/(24 pi) (1 - 4 m^2/M^2)^(3/2).

    The current is purely axial, and two identical particles share phase space. At m = 0 it is the width to a Weyl
    fermion and its antiparticle.

    Args:
        mass: M of the boson in GeV.
        coupling: g.
        fermion_mass: m in GeV.
        multiplicity: number of copies.
    """
    momentum = _momentum(*((fermion_mass / mass) ** 2,) * 2)
    return float(multiplicity * coupling**2 * mass / (24 * math.pi) * momentum**3)


def width_to_scalars(
    mass: float, coupling: complex, masses: tuple[float, float] = (0.0, 0.0), multiplicity: int = 1
) -> float:
    """V -> phi phi^*, or V -> S_1 S_2: |g|^2 M/(48 pi) lambda^(3/2), L = g V^mu phi^* i<->d_mu phi.

    Paper A, Eq. (61), for a complex scalar. A real scalar has no such decay: two identical ones do not form a state of
    spin one. With L = g V^mu (S_1 d_mu S_2 - S_2 d_mu S_1) the width to two different real ones is the same.

    Args:
        mass: M of the boson in GeV.
        coupling: g, for a U(1) boson the gauge coupling times the charge.
        masses: of the two scalars in GeV.
        multiplicity: number of colours or copies.
    """
    momentum = _momentum(*((m / mass) ** 2 for m in masses))
    return multiplicity * mass / (48 * math.pi) * abs(coupling) ** 2 * momentum**3
