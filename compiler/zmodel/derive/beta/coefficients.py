"""Coefficients of the general beta functions in the tensor basis of Poole and Thomsen (arXiv:1906.04625).

Each number multiplies the structure of the same position in `zmodel.derive.beta.gauge`, `.yukawa` and
`.quartic`. They agree with those of PyR@TE 3 and RGBeta.
"""

from __future__ import annotations

from fractions import Fraction as F

GAUGE: dict[int, tuple[F, ...]] = {1: (F(-22, 3), F(2, 3), F(1, 3))}
YUKAWA: dict[int, tuple[F, ...]] = {1: (F(0), F(-6), F(2), F(1), F(1, 2))}
QUARTIC: dict[int, tuple[F, ...]] = {1: (F(36), F(-12), F(3), F(2), F(-12))}

LOOPS = tuple(sorted(GAUGE))
"""The loop orders that are available."""
