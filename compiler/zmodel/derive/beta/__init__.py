"""Beta functions of all couplings in the MS-bar scheme, from the general formulas."""

from zmodel.derive.beta.derive import BetaFunctions, derive_betas
from zmodel.derive.beta.loops import LoopOrders
from zmodel.derive.beta.project import DegenerateCouplings

__all__ = ["BetaFunctions", "DegenerateCouplings", "LoopOrders", "derive_betas"]
