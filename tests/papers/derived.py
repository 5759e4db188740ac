"""Results that tests of several papers ask for, each computed once."""

from __future__ import annotations

from functools import cache

import sympy
from tests.helpers.models import compile_file

from zmodel.derive.breaking import GaugeSpectrum, derive_masses
from zmodel.derive.currents import CurrentTable, derive_currents
from zmodel.derive.masses.fermions import FermionSector, derive_fermion_masses
from zmodel.derive.masses.mass_basis import FermionBasis, derive_mass_basis, neutral_couplings
from zmodel.driver import Analysis


@cache
def analysis(path: str) -> Analysis:
    """A file of the model library, e.g. `paper_b/accidental`."""
    return compile_file(path)


@cache
def spectrum(path: str) -> GaugeSpectrum:
    """Masses and mixing of its gauge bosons."""
    return derive_masses(analysis(path).model)


@cache
def currents(path: str) -> CurrentTable:
    """Couplings of its gauge bosons to fermions."""
    return derive_currents(analysis(path).model, spectrum(path))


@cache
def fermions(path: str) -> dict[str, FermionSector]:
    """Mass matrices of its fermions by the names of sectors."""
    found = analysis(path)
    return {sector.name: sector for sector in derive_fermion_masses(found.model, found.couplings)}


@cache
def mass_basis(path: str) -> dict[str, FermionBasis]:
    """Where gauge and mass eigenstates of its fermions differ."""
    bases = derive_mass_basis(analysis(path).model, tuple(fermions(path).values()))
    return {basis.name: basis for basis in bases}


def boson_matrix(path: str, basis: str, boson: str, table: str = "bosons") -> sympy.Matrix:
    """Couplings of a boson between mass eigenstates of fermions, from one of the tables of `CurrentTable`."""
    couplings = getattr(currents(path), table)[boson]
    return neutral_couplings(analysis(path).model, mass_basis(path)[basis], couplings)


def positive(names: str) -> tuple[sympy.Symbol, ...]:
    """Symbols of couplings, vacuum values and masses as derivations use them."""
    return sympy.symbols(names, positive=True, seq=True)


def real(names: str) -> tuple[sympy.Symbol, ...]:
    """Symbols of charges, angles and kinetic mixings as derivations use them."""
    return sympy.symbols(names, real=True, seq=True)


def vanishes(expression: sympy.Expr) -> bool:
    """Whether an expression is identically zero."""
    return bool(sympy.simplify(sympy.expand(expression)) == 0)
