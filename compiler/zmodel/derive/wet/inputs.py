"""Electroweak numbers that turn SMEFT coefficients into those of the weak effective theory."""

from __future__ import annotations

from dataclasses import dataclass
from math import pi, sqrt

SINE_SQUARED = "sW2"
"""The name of s_W^2, the squared sine of the weak mixing angle, in expressions."""


@dataclass(frozen=True)
class WetInputs:
    """What turns C/K into C.

    Attributes:
        fermi_constant: G_F in GeV^-2.
        alpha_em: e^2/(4 pi) at the matching scale.
        sine_squared: s_W^2.
        ckm_factor: V_tb V_ts^* for flavio's normalisation, 1 for paper C's.
    """

    fermi_constant: float
    alpha_em: float
    sine_squared: float
    ckm_factor: complex

    @property
    def factor(self) -> complex:
        """K = 2 sqrt 2 pi^2/(e^2 G_F), paper C, below Eq. (4.4), over the CKM factor; in GeV^2."""
        return pi / (sqrt(2) * self.alpha_em * self.fermi_constant * self.ckm_factor)
