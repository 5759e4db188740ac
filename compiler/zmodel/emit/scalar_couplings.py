"""Couplings of neutral bosons to components of scalars, exact."""

from __future__ import annotations

import sympy

from zmodel.derive.breaking.fields import Generator
from zmodel.derive.breaking.results import Boson, GaugeSpectrum
from zmodel.derive.electroweak import component_weight, diagonal_numbers
from zmodel.derive.to_sympy import Expr, model_symbols, polynomial_to_sympy
from zmodel.model import Model
from zmodel.model.model import Field


def scalar_couplings(model: Model, spectrum: GaugeSpectrum, boson: Boson, scalar: Field) -> list[Expr]:
    """The g of L = g V^mu phi^* i<->d_mu phi of each component that couples."""
    symbols = model_symbols(model)
    generators = {field.name: field.generator for field in spectrum.canonical}
    total: dict[Generator, Expr] = {}
    for name, coefficient in (boson.content or {}).items():
        for generator, factor in generators[name].items():
            total[generator] = total.get(generator, sympy.Integer(0)) + coefficient * factor
    found = []
    for number in range(scalar.dimension):
        coupling = sympy.Integer(0)
        for axis, weight in component_weight(model, scalar, number).items():
            group = model.group(axis[0])
            generator = (axis[0], 0 if group.is_abelian else diagonal_numbers(group)[axis[1]])
            coupling += total.get(generator, sympy.Integer(0)) * polynomial_to_sympy(weight, model.ring, symbols)
        if coupling != 0:
            found.append(coupling)
    return found
