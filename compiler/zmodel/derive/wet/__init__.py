"""Coefficients of the weak effective theory from SMEFT at tree level, in flavio's normalisation."""

from zmodel.derive.wet.b_mixing import LOOP_FACTOR, express_b_mixing, mass_difference_ratio, match_b_mixing
from zmodel.derive.wet.b_to_s_ll import B_TO_S_LL, express_b_to_s_ll, match_b_to_s_ll, match_b_to_s_ll_scalar
from zmodel.derive.wet.b_to_s_nunu import match_b_to_s_nunu
from zmodel.derive.wet.inputs import SINE_SQUARED, WetInputs
from zmodel.derive.wet.trident import Trident, match_trident

__all__ = [
    "B_TO_S_LL",
    "LOOP_FACTOR",
    "SINE_SQUARED",
    "Trident",
    "WetInputs",
    "express_b_mixing",
    "express_b_to_s_ll",
    "mass_difference_ratio",
    "match_b_mixing",
    "match_b_to_s_ll",
    "match_b_to_s_ll_scalar",
    "match_b_to_s_nunu",
    "match_trident",
]
