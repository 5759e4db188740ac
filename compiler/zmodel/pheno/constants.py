"""Measured constants with their uncertainties: the one place of the package where such numbers stand.

Sources: `PDG 2024` is S. Navas et al. (Particle Data Group), Phys. Rev. D 110 (2024) 030001; `CODATA 2022` is P. Mohr
et al., Rev. Mod. Phys. 97 (2025) 025002; `NuFIT 5.2` is I. Esteban et al., JHEP 09 (2020) 178, with the update of 2022
at www.nu-fit.org, atmospheric data of Super-Kamiokande included. Quark masses are MS-bar: u, d, s at 2 GeV, c and b at
their own mass; that of the top is from direct measurements.
"""

from __future__ import annotations

import cmath
import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

PDG = "PDG 2024"
CODATA = "CODATA 2022"
NUFIT = "NuFIT 5.2"


@dataclass(frozen=True)
class Constant:
    """A measured number.

    Attributes:
        value: in units of `unit`.
        uncertainty: one standard deviation; the larger one where it is asymmetric.
        unit: a power of GeV, or empty.
        source: of the number.
    """

    value: float
    uncertainty: float
    unit: str
    source: str


CONSTANTS: Mapping[str, Constant] = MappingProxyType(
    {
        "G_F": Constant(1.1663787e-5, 6e-12, "GeV^-2", CODATA),
        "alpha_em": Constant(7.2973525643e-3, 1.1e-12, "", CODATA),
        "alpha_em(M_Z)": Constant(1 / 127.930, 0.008 / 127.930**2, "", f"{PDG}, MS-bar"),
        "sin2_theta_W": Constant(0.23129, 4e-5, "", f"{PDG}, MS-bar at M_Z"),
        "M_Z": Constant(91.1880, 0.0020, "GeV", PDG),
        "M_W": Constant(80.3692, 0.0133, "GeV", PDG),
        "M_h": Constant(125.20, 0.11, "GeV", PDG),
        "m_e": Constant(0.51099895069e-3, 1.6e-13, "GeV", CODATA),
        "m_mu": Constant(0.1056583755, 2.3e-9, "GeV", CODATA),
        "m_tau": Constant(1.77693, 9e-5, "GeV", PDG),
        "m_pi": Constant(0.13957039, 1.8e-7, "GeV", f"{PDG}, charged pion"),
        "m_K": Constant(0.493677, 1.5e-5, "GeV", f"{PDG}, charged kaon"),
        "m_u": Constant(2.16e-3, 7e-5, "GeV", PDG),
        "m_d": Constant(4.70e-3, 7e-5, "GeV", PDG),
        "m_s": Constant(93.5e-3, 8e-4, "GeV", PDG),
        "m_c": Constant(1.2730, 0.0046, "GeV", PDG),
        "m_b": Constant(4.183, 0.007, "GeV", PDG),
        "m_t": Constant(172.57, 0.29, "GeV", PDG),
        "CKM_lambda": Constant(0.22501, 6.8e-4, "", f"{PDG}, fit with unitarity"),
        "CKM_A": Constant(0.826, 0.016, "", f"{PDG}, fit with unitarity"),
        "CKM_rho_bar": Constant(0.1591, 0.0094, "", f"{PDG}, fit with unitarity"),
        "CKM_eta_bar": Constant(0.3523, 0.0073, "", f"{PDG}, fit with unitarity"),
        "PMNS_s12^2": Constant(0.303, 0.012, "", f"{NUFIT}, normal ordering"),
        "PMNS_s23^2": Constant(0.451, 0.019, "", f"{NUFIT}, normal ordering"),
        "PMNS_s13^2": Constant(0.02225, 5.9e-4, "", f"{NUFIT}, normal ordering"),
        "PMNS_delta": Constant(math.radians(232.0), math.radians(36.0), "", f"{NUFIT}, normal ordering"),
        "X_SM": Constant(-12.64, 0.15, "", "Brod, Gorbahn, Stamou, arXiv:2105.02868; paper A, below Eq. (59)"),
        "S_0": Constant(
            2.31, 0.02, "", "Inami, Lim, Prog. Theor. Phys. 65 (1981) 297, for m_t(m_t) = 163.0(9) GeV, MS-bar"
        ),
        "r_Bs bound": Constant(1.24e-5, 0.0, "TeV^-2", "arXiv:1909.11087, 99% c.l.; paper A, Eq. (41)"),
    }
)
"""By name. A bound has no uncertainty."""

FERMION_MASSES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"u": ("m_u", "m_c", "m_t"), "d": ("m_d", "m_s", "m_b"), "e": ("m_e", "m_mu", "m_tau")}
)
"""Names of masses by the species of `derive.species` and generation; neutrinos are massless here."""


THRESHOLDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"u": ("m_pi", "m_c", "m_t"), "d": ("m_pi", "m_K", "m_b"), "e": ("m_e", "m_mu", "m_tau")}
)
"""The same for the kinematics of decays: light quarks are never free, and hadrons begin with two pions or two kaons."""

LABELS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"u": ("u", "c", "t"), "d": ("d", "s", "b"), "e": ("e", "mu", "tau"), "nu": ("nu_e", "nu_mu", "nu_tau")}
)
"""Names of the generations of a species."""


def constant(name: str) -> float:
    """The value of a constant."""
    return CONSTANTS[name].value


def fermi_vacuum_value(fermi_constant: float) -> float:
    """V = (sqrt(2) G_F)^(-1/2) in GeV, from G_F in GeV^-2."""
    return 1 / math.sqrt(math.sqrt(2) * fermi_constant)


def ckm_matrix() -> tuple[tuple[complex, ...], ...]:
    """The CKM matrix in the standard parametrisation, exact in the Wolfenstein parameters.

    `PDG 2024`, review of the CKM matrix, Eqs. (12.3) to (12.5): s12 = lambda, s23 = A lambda^2 and
    s13 e^{i delta} = A lambda^3 (rho + i eta), which rho-bar and eta-bar give by
    (rho-bar + i eta-bar) sqrt(1 - A^2 lambda^4)/(sqrt(1 - lambda^2) (1 - A^2 lambda^4 (rho-bar + i eta-bar))).

    Returns:
        Rows u, c, t; columns d, s, b.
    """
    lam, a = constant("CKM_lambda"), constant("CKM_A")
    apex = complex(constant("CKM_rho_bar"), constant("CKM_eta_bar"))
    s12, s23 = lam, a * lam**2
    s13_phase = a * lam**3 * apex * math.sqrt(1 - s23**2) / (math.sqrt(1 - lam**2) * (1 - s23**2 * apex))
    return _standard_parametrisation(s12, s23, abs(s13_phase), cmath.phase(s13_phase))


def pmns_matrix() -> tuple[tuple[complex, ...], ...]:
    """The PMNS matrix in the standard parametrisation, without Majorana phases.

    Returns:
        Rows e, mu, tau; columns by mass.
    """
    s12, s23, s13 = (math.sqrt(constant(f"PMNS_{name}^2")) for name in ("s12", "s23", "s13"))
    return _standard_parametrisation(s12, s23, s13, constant("PMNS_delta"))


def measured_entries() -> dict[str, tuple[complex, str]]:
    """Every entry of CKM and PMNS under its name in expressions, such as `CKM[1,3]`, with its source."""
    matrices = {"CKM": (ckm_matrix(), PDG), "PMNS": (pmns_matrix(), NUFIT)}
    return {
        f"{name}[{i},{j}]": (entry, source)
        for name, (matrix, source) in matrices.items()
        for i, row in enumerate(matrix, start=1)
        for j, entry in enumerate(row, start=1)
    }


def _standard_parametrisation(s12: float, s23: float, s13: float, delta: float) -> tuple[tuple[complex, ...], ...]:
    """`PDG 2024`, review of the CKM matrix, Eq. (12.3), from three sines and a phase."""
    c12, c23, c13 = (math.sqrt(1 - s**2) for s in (s12, s23, s13))
    plus, minus = cmath.exp(1j * delta), cmath.exp(-1j * delta)
    return (
        (c12 * c13, s12 * c13, s13 * minus),
        (-s12 * c23 - c12 * s23 * s13 * plus, c12 * c23 - s12 * s23 * s13 * plus, s23 * c13),
        (s12 * s23 - c12 * c23 * s13 * plus, -c12 * s23 - s12 * c23 * s13 * plus, c23 * c13),
    )
