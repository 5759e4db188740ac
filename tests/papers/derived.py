"""Results that tests of several papers ask for, each computed once."""

from __future__ import annotations

from functools import cache

import sympy
from tests.helpers.models import compile_file

from zmodel.derive.breaking import GaugeSpectrum, derive_masses
from zmodel.derive.currents import CurrentTable, derive_currents
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


def positive(names: str) -> tuple[sympy.Symbol, ...]:
    """Symbols of couplings, vacuum values and masses as derivations use them."""
    return sympy.symbols(names, positive=True, seq=True)


def real(names: str) -> tuple[sympy.Symbol, ...]:
    """Symbols of charges, angles and kinetic mixings as derivations use them."""
    return sympy.symbols(names, real=True, seq=True)


def vanishes(expression: sympy.Expr) -> bool:
    """Whether an expression is identically zero."""
    return bool(sympy.simplify(sympy.expand(expression)) == 0)
