"""Masses and mixing of gauge bosons from the vacuum values of scalars."""

from zmodel.derive.breaking.results import (
    Boson,
    CanonicalField,
    GaugeSpectrum,
    MixingAngle,
    RhoParameter,
    SeriesState,
    UnbrokenCharge,
)
from zmodel.derive.breaking.spectrum import derive_masses
from zmodel.derive.breaking.vacuum import MassSymbol

__all__ = [
    "Boson",
    "CanonicalField",
    "GaugeSpectrum",
    "MassSymbol",
    "MixingAngle",
    "RhoParameter",
    "SeriesState",
    "UnbrokenCharge",
    "derive_masses",
]
