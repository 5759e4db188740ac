"""Couplings of gauge bosons to fermions, in the basis of the model file and in the mass basis of the bosons.

L contains g V_mu fbar gamma^mu f for D = d - i g T A. Left- and right-handed couplings make vector and axial ones,
g_V - g_A gamma5 with g_V = (g_L + g_R)/2 and g_A = (g_L - g_R)/2 (paper D, Eq. (3.2)). Generations are gauge
eigenstates; `derive.masses.currents` goes over to mass eigenstates.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache

import sympy

from zmodel.derive.breaking.fields import Generator, group_fields
from zmodel.derive.breaking.kinetic import abelian_basis
from zmodel.derive.breaking.results import CanonicalField, GaugeSpectrum
from zmodel.derive.breaking.small.counting import ORDER, PowerCounting, power_counting
from zmodel.derive.breaking.small.expansion import expand_roots
from zmodel.derive.breaking.tidy import collect_roots
from zmodel.derive.components import component_norms, field_generators
from zmodel.derive.electroweak import diagonal_numbers
from zmodel.derive.species import FermionComponent, Species, derive_species, fermion_components, resolved_groups
from zmodel.derive.to_sympy import Expr, Symbol, Symbols, model_symbols, polynomial_to_sympy
from zmodel.model import Model

Couplings = Mapping[str, tuple[Expr, ...]]
"""By component name one coupling per generation; components that do not couple are left out."""


@dataclass(frozen=True)
class VectorAxial:
    """Vector and axial coupling of one generation: g_V - g_A gamma5."""

    vector: Expr
    axial: Expr


@dataclass(frozen=True)
class ChargedCurrent:
    """L contains coupling * boson_mu * bar(to) gamma^mu from + h.c., the same for all generations.

    Attributes:
        boson: name of a complex boson, or of a complex canonical field.
        to: name of the component that the boson raises to.
        source: name of the component that it starts from.
        coupling: such as g2/sqrt(2).
    """

    boson: str
    to: str
    source: str
    coupling: Expr


@dataclass(frozen=True)
class ColouredCurrent:
    """L contains coupling * boson^A_mu fbar gamma^mu T^A f of an unbroken simple group.

    Attributes:
        boson: name of the boson.
        component: name of the fermion component.
        irrep: its representation.
        coupling: the gauge coupling.
    """

    boson: str
    component: str
    irrep: str
    coupling: Expr


@dataclass(frozen=True)
class CurrentTable:
    """Couplings of all gauge bosons.

    Attributes:
        components: components of the fermions.
        species: Dirac and Weyl fermions.
        gauge: fields of the model file with diagonal generators: B, W3, X.
        canonical: real canonical fields: A, Z0, X0; empty without a spectrum, as are the following.
        contents: by real mass eigenstate the coefficients of canonical fields, exact in terms of the mixing angles,
            where there is a closed form.
        bosons: the couplings of these mass eigenstates.
        first_order: the same to first order in the sine of each mixing angle.
        heavy_contents: the same with heavy scalars far above the others, where bosons mix.
        light_contents: the same of a light boson beside the Z, where bosons mix.
        series: up to the order of the series in declared small parameters, where bosons mix.
        charged: complex bosons.
        coloured: bosons of unbroken simple groups.
        order: of the series in declared small parameters.
        mixings: the kinetic mixings.
        counting: what is declared small, or None.
    """

    components: tuple[FermionComponent, ...]
    species: tuple[Species, ...]
    gauge: Mapping[str, Couplings]
    canonical: Mapping[str, Couplings]
    contents: Mapping[str, Mapping[str, Expr]]
    bosons: Mapping[str, Couplings]
    first_order: Mapping[str, Couplings]
    heavy_contents: Mapping[str, Mapping[str, Expr]]
    light_contents: Mapping[str, Mapping[str, Expr]]
    series: Mapping[str, Couplings]
    charged: tuple[ChargedCurrent, ...]
    coloured: tuple[ColouredCurrent, ...]
    order: int
    mixings: tuple[Symbol, ...]
    counting: PowerCounting | None

    @cached_property
    def heavy_limit(self) -> Mapping[str, Couplings]:
        """Couplings with heavy scalars far above the others, of bosons that mix."""
        return {n: _collected(self.combined(c), self.mixings) for n, c in self.heavy_contents.items()}

    @cached_property
    def light_limit(self) -> Mapping[str, Couplings]:
        """Couplings of a light boson beside the Z, and of the Z, if they mix."""
        return {n: _collected(self.combined(c), self.mixings) for n, c in self.light_contents.items()}

    def combined(self, content: Mapping[str, Expr]) -> Couplings:
        """The couplings of a combination of canonical fields, as they add up."""
        return _combined(content, self.canonical)

    def vector_axial(self, couplings: Couplings, species: Species) -> tuple[VectorAxial, ...]:
        """Vector and axial couplings of each generation; what has no partner counts with its own half.

        Args:
            couplings: of one boson, from any of the table's mappings.
            species: one of the table's.
        """
        zero: Expr = sympy.Integer(0)
        none = (zero,) * species.generations
        left, right = (none if half is None else half.values(couplings, zero) for half in (species.left, species.right))
        return tuple(_vector_axial(a, b, self.mixings) for a, b in zip(left, right, strict=True))

    def series_vector_axial(self, boson: str, couplings: Couplings, species: Species) -> tuple[VectorAxial, ...]:
        """The same of couplings that are series in declared small parameters, which is written order by order."""
        counting = self.counting
        if counting is None or boson not in self.series:
            return self.vector_axial(couplings, species)

        def written(coupling: Expr) -> Expr:
            return expand_roots(coupling, counting, self.order, self.mixings)

        plain = self.vector_axial(couplings, species)
        return tuple(VectorAxial(written(pair.vector), written(pair.axial)) for pair in plain)


@lru_cache(maxsize=4096)  # generations often couple alike, and reports ask twice
def _vector_axial(left: Expr, right: Expr, mixings: tuple[Symbol, ...]) -> VectorAxial:
    return VectorAxial(_written((left + right) / 2, mixings), _written((left - right) / 2, mixings))


def _written(coupling: Expr, mixings: tuple[Symbol, ...]) -> Expr:
    """Equal roots collected; terms with entries of rotations are not multiplied out."""
    terms = sympy.Add.make_args(coupling)
    rotated = [term for term in terms if _has_rotation(term)]
    plain = sympy.Add(*(term for term in terms if term not in rotated))
    return sympy.Add(collect_roots(plain, mixings), *rotated)


def _has_rotation(term: Expr) -> bool:
    return any(not symbol.is_real for symbol in term.free_symbols) or term.has(sympy.sin, sympy.cos, sympy.exp)


def derive_currents(model: Model, spectrum: GaugeSpectrum | None = None, order: int = ORDER) -> CurrentTable:
    """The couplings of every gauge boson to every fermion component.

    Paper B, Eqs. (3.19), (5.10), (5.11); paper D, Eqs. (A.6)-(A.8).

    Args:
        model: a resolved model.
        spectrum: from `derive_masses`; without it only the basis of the model file is worked out.
        order: of the series in declared small parameters, that of the spectrum.
    """
    symbols = model_symbols(model)
    components = fermion_components(model)
    weights = {c.name: _weights(model, c, symbols) for c in components}
    gauge = {
        name: _couplings(generator, components, weights)
        for name, generator in _gauge_generators(model, symbols).items()
    }
    coloured = tuple(_coloured(model, components, symbols))
    species = derive_species(model)
    mixings = tuple(symbols[mixing.name] for mixing in model.mixings)
    counting = power_counting(model)
    if spectrum is None:
        return CurrentTable(
            components, species, gauge, {}, {}, {}, {}, {}, {}, {}, (), coloured, order, mixings, counting
        )
    canonical = {
        field.name: _collected(_canonical_couplings(field, spectrum, components, weights), mixings)
        for field in spectrum.canonical
        if not field.is_complex
    }
    real = [boson for boson in spectrum.bosons if not boson.is_complex and boson.content]
    contents = {b.name: b.content or {} for b in real}
    exact = {name: _combined(content, canonical) for name, content in contents.items()}
    neutral = [boson for boson in spectrum.bosons if not boson.is_complex]
    series = {
        b.name: _expanded(_combined(b.series.content, canonical), counting, order, mixings)
        for b in neutral
        if b.series is not None
    }
    cosines = {sympy.cos(angle.symbol): sympy.Integer(1) for angle in spectrum.angles}
    first_order = {
        name: {part: tuple(value.xreplace(cosines) for value in values) for part, values in couplings.items()}
        for name, couplings in exact.items()
    }
    charged = tuple(_charged(model, components, spectrum))
    return CurrentTable(
        components,
        species,
        gauge,
        canonical,
        contents,
        exact,
        first_order,
        {b.name: b.heavy_limit.content for b in neutral if b.heavy_limit is not None},
        {b.name: b.light_limit.content for b in neutral if b.light_limit is not None},
        series,
        charged,
        coloured,
        order,
        mixings,
        counting,
    )


# ------------------------------------------------------------------ real bosons
def _weights(model: Model, component: FermionComponent, symbols: Symbols) -> dict[Generator, tuple[Expr, ...]]:
    """Eigenvalues by algebra element, one per generation."""
    result = {}
    for (name, number), values in component.weights.items():
        group = model.group(name)
        generator = (name, 0 if group.is_abelian else diagonal_numbers(group)[number])
        result[generator] = tuple(polynomial_to_sympy(value, model.ring, symbols) for value in values)
    return result


def _gauge_generators(model: Model, symbols: Symbols) -> dict[str, dict[Generator, Expr]]:
    """For each field with a diagonal generator what it multiplies, couplings included."""
    basis = abelian_basis(model, symbols)
    names = [group.name for group in basis.groups]
    touched = {group.name for group in resolved_groups(model)}
    result: dict[str, dict[Generator, Expr]] = {}
    for group in model.gauge_groups:
        for field in group_fields(group):
            if group.is_abelian:
                column = names.index(group.name)
                result[field.name] = {(a, 0): basis.couplings[i, column] for i, a in enumerate(names)}
            elif group.name in touched and len(field.parts) == 1:
                coupling = symbols[group.coupling or ""]
                result[field.name] = {x: coupling * part for x, part in field.parts.items()}
    return result


def _couplings(
    generator: Mapping[Generator, Expr],
    components: tuple[FermionComponent, ...],
    weights: Mapping[str, Mapping[Generator, tuple[Expr, ...]]],
) -> dict[str, tuple[Expr, ...]]:
    result = {}
    for component in components:
        known = weights[component.name]
        values = tuple(
            sympy.factor_terms(sympy.Add(*(c * known[x][i] for x, c in generator.items() if x in known)))
            for i in range(component.generations)
        )
        if any(value != 0 for value in values):
            result[component.name] = values
    return result


def _canonical_couplings(
    field: CanonicalField,
    spectrum: GaugeSpectrum,
    components: tuple[FermionComponent, ...],
    weights: Mapping[str, Mapping[Generator, tuple[Expr, ...]]],
) -> dict[str, tuple[Expr, ...]]:
    """Of a massless field the coupling times the charge, of others the sum over generators."""
    unbroken = next((charge for charge in spectrum.unbroken if charge.boson == field.name), None)
    if unbroken is None:
        return _couplings(field.generator, components, weights)
    charge = {x: sympy.cancel(value / unbroken.coupling) for x, value in field.generator.items()}
    charges = _couplings(charge, components, weights)
    return {name: tuple(value * unbroken.coupling for value in values) for name, values in charges.items()}


def _combined(content: Mapping[str, Expr], canonical: Mapping[str, Couplings]) -> dict[str, tuple[Expr, ...]]:
    """The couplings of a combination of canonical fields."""
    result: dict[str, tuple[Expr, ...]] = {}
    for name, coefficient in content.items():
        for component, values in canonical[name].items():
            known = result.get(component, (sympy.Integer(0),) * len(values))
            result[component] = tuple(a + coefficient * b for a, b in zip(known, values, strict=True))
    return result


def _collected(couplings: Couplings, mixings: tuple[Symbol, ...]) -> dict[str, tuple[Expr, ...]]:
    """The same couplings with equal roots collected."""
    return _each(couplings, lambda value: collect_roots(value, mixings))


def _each(couplings: Couplings, change: Callable[[Expr], Expr]) -> dict[str, tuple[Expr, ...]]:
    """Couplings changed one by one, equal ones once; components that do not couple are left out."""
    known: dict[Expr, Expr] = {}
    result = {}
    for component, values in couplings.items():
        for value in values:
            if value not in known:
                known[value] = change(value)
        result[component] = tuple(known[value] for value in values)
    return {component: values for component, values in result.items() if any(value != 0 for value in values)}


def _expanded(
    couplings: Couplings, counting: PowerCounting | None, order: int, mixings: tuple[Symbol, ...]
) -> dict[str, tuple[Expr, ...]]:
    """The same couplings up to an order in declared small parameters."""
    assert counting is not None, "there are no series without small parameters"
    return _each(couplings, lambda value: expand_roots(value, counting, order, mixings))


# ------------------------------------------------------------------ complex and coloured bosons
def _charged(
    model: Model, components: tuple[FermionComponent, ...], spectrum: GaugeSpectrum
) -> Iterator[ChargedCurrent]:
    canonical = {field.name: field for field in spectrum.canonical}
    for boson in spectrum.bosons:
        content = boson.content or (boson.series.content if boson.series is not None else None)
        if not boson.is_complex or content is None:
            continue
        total: dict[tuple[str, str], Expr] = {}
        for name, coefficient in content.items():
            for pair, value in _transitions(model, components, canonical[name]):
                total[pair] = total.get(pair, sympy.Integer(0)) + coefficient * value
        yield from (ChargedCurrent(boson.name, to, source, value) for (to, source), value in total.items())


def _transitions(
    model: Model, components: tuple[FermionComponent, ...], field: CanonicalField
) -> Iterator[tuple[tuple[str, str], Expr]]:
    """The matrix elements of what a complex field multiplies, between canonically normalised components."""
    at_index = {(c.field, c.index): c.name for c in components}
    for (name, number), coupling in field.generator.items():
        for fermion in model.fermions:
            if name not in fermion.irreps:
                continue
            matrix = field_generators(model, fermion, model.group(name))[number]
            norms = component_norms(model, fermion)
            for (row, column), entry in matrix.items():
                to, source = at_index.get((fermion.name, row)), at_index.get((fermion.name, column))
                if to is not None and source is not None:
                    length = sympy.sqrt(_rational(norms[row] / norms[column]))
                    yield (to, source), coupling * _rational(entry) * length


def _rational(number: Fraction) -> Expr:
    return sympy.Rational(number.numerator, number.denominator)


def _coloured(model: Model, components: tuple[FermionComponent, ...], symbols: Symbols) -> Iterator[ColouredCurrent]:
    for component in components:
        for name, irrep in component.colour:
            group = model.group(name)
            yield ColouredCurrent(group.boson or name, component.name, irrep, symbols[group.coupling or ""])
