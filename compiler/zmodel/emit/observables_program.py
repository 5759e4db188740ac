"""Observables of neutral bosons as a graph, from couplings, vacuum values and masses: decays here, others beside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

import sympy

from zmodel.derive.breaking.results import Boson, GaugeSpectrum
from zmodel.derive.currents import CurrentTable
from zmodel.derive.species import Species
from zmodel.derive.to_sympy import Expr
from zmodel.emit.kernel.from_sympy import UnprintableError, sympy_node
from zmodel.emit.kernel.graph import Graph
from zmodel.emit.low_energy_program import LowEnergy, copies, coupling_table, perturbativity
from zmodel.model import Model
from zmodel.pheno.constants import LABELS, THRESHOLDS, constant
from zmodel.pheno.particle_masses import has_mass_term


@dataclass(frozen=True)
class ObservablesProgram:
    """What `observables` computes.

    Attributes:
        inputs: real quantities that it needs, sorted by name.
        graph: the operations.
        outputs: the node of each observable by name; masses and widths in GeV.
    """

    inputs: tuple[str, ...]
    graph: Graph
    outputs: Mapping[str, int]


def observables_program(model: Model, spectrum: GaugeSpectrum, currents: CurrentTable) -> ObservablesProgram | None:
    """Builds the graph, or gives None if no boson beyond the Z has a mass in closed form.

    What applies is as in `pheno.table`, but for fermions with a mass term, mixing with them and all scalars, which are
    left out, and for magnetic moments, which are integrals.

    Args:
        model: a resolved model.
        spectrum: of its gauge bosons.
        currents: their couplings.
    """
    table = coupling_table(model, currents)
    ratios = dict(perturbativity(model))
    angles = {angle.symbol: sympy.atan(angle.tan_double) / 2 for angle in spectrum.angles}
    bosons = [
        b for b in spectrum.bosons if b.name in currents.bosons and b.name != "Z" and b.mass_squared not in (None, 0)
    ]
    expressions = [b.mass_squared for b in bosons]
    expressions += [value for b in bosons for values in currents.bosons[b.name].values() for value in values]
    expressions += [entry for matrix in table.rotations.values() for row in matrix for entry in row]
    expressions += [*angles.values(), *ratios.values(), *_electroweak_expressions(spectrum, currents)]
    names = sorted({str(s) for e in expressions if e is not None for s in e.free_symbols - set(angles)})
    if not bosons or any(name.startswith("?") for name in names):
        return None
    graph = Graph()
    nodes = {name: graph.input(name) for name in names}
    try:
        nodes |= {symbol.name: sympy_node(graph, value, nodes) for symbol, value in angles.items()}
        low_energy = LowEnergy(table, graph, nodes)
        outputs: dict[str, int] = {}
        for boson in bosons:
            decays = dict(_Decays(model, currents, graph, nodes, low_energy, boson).outputs())
            outputs |= decays
            outputs |= low_energy.contact(boson)
            outputs |= low_energy.collider(boson, spectrum, decays.get(f"Gamma({boson.name})"))
        outputs |= low_energy.electroweak(spectrum)
        outputs |= {name: sympy_node(graph, ratio, nodes) for name, ratio in ratios.items()}
    except UnprintableError:
        return None
    needed = set(graph.reachable(outputs.values()))
    return ObservablesProgram(tuple(name for name in names if nodes[name] in needed), graph, outputs)


def _electroweak_expressions(spectrum: GaugeSpectrum, currents: CurrentTable) -> list[Expr]:
    """What observables of the Z contain."""
    masses = [b.mass_squared for b in spectrum.bosons if b.name in ("Z", "W+")]
    sines = [] if spectrum.rho is None else [spectrum.rho.sin_squared]
    return [*masses, *sines, *(value for values in currents.bosons.get("Z", {}).values() for value in values)]


Parts = tuple[int | None, int | None]
"""Nodes of real and imaginary part; None for zero."""


@dataclass
class _Decays:
    """The observables of one boson."""

    model: Model
    currents: CurrentTable
    graph: Graph
    nodes: Mapping[str, int]
    low_energy: LowEnergy
    boson: Boson

    def outputs(self) -> Iterator[tuple[str, int]]:
        g, name = self.graph, self.boson.name
        squared = sympy_node(g, self.boson.mass_squared, self.nodes)
        mass = g.function("sqrt", squared)
        yield f"M({name})", mass
        widths: dict[str, int] = {}
        invisible = []
        for species in self.currents.species:
            for label, node in self._species(species, squared):
                widths[label] = node
                part = species.left or species.right
                if part is not None and part.electric_charge == 0 and not part.colour:
                    invisible.append(node)
        if not widths:
            return
        total = g.add(list(widths.values()))
        # 24 pi with pi = 4 atan(1).
        unit = g.multiply([g.constant(96), g.function("atan", g.constant(1))])
        yield f"Gamma({name})", g.divide(g.multiply([mass, total]), unit)
        yield f"Gamma/M({name})", g.divide(total, unit)
        yield from ((f"BR({name} -> {label})", g.divide(node, total)) for label, node in widths.items())
        if invisible:
            yield f"BR({name} -> invisible)", g.divide(g.add(invisible), total)

    def _species(self, species: Species, squared: int) -> Iterator[tuple[str, int]]:
        """24 pi Gamma/M of each pair of generations that couples."""
        part = species.left or species.right
        if part is None or has_mass_term(self.model, part.field):
            return
        standard = species.generations == len(LABELS.get(species.name, ()))
        names = THRESHOLDS.get(species.name, ()) if standard else ()
        masses = [Fraction(str(constant(name))) for name in names] or [Fraction(0)] * species.generations
        labels = [LABELS[species.name][i] if standard else _label(species, i) for i in range(species.generations)]
        for i in range(species.generations):
            for j in range(i, species.generations):
                left, right = (self.low_energy.parts(self.boson.name, species.name, i, j, c) for c in ("left", "right"))
                if any(node is not None for node in (*left, *right)):
                    node = self._width(left, right, (masses[i], masses[j]), squared)
                    states = self.graph.constant(copies(self.model, part) * (1 if i == j else 2))
                    yield f"{labels[i]} {labels[j]}", self.graph.multiply([states, node])

    def _width(self, left: Parts, right: Parts, masses: tuple[Fraction, Fraction], squared: int) -> int:
        """As `pheno.widths.width_to_fermions`: lambda^(1/2) [(|g_L|^2 + |g_R|^2) chiral + 6 m_i m_j/M^2 Re g_L g_R^*].

        lambda is (1 - s) (1 - d) with s and d the squares of (m_i +- m_j)/M; zero below threshold.
        """
        g, (first, second) = self.graph, masses
        squares = g.add([g.power(node, 2) for node in (*left, *right) if node is not None])
        if not first and not second:
            return squares

        def ratio(mass_squared: Fraction) -> int:
            return g.divide(g.constant(mass_squared), squared)

        half, unlike = ratio(-(first**2 + second**2) / 2), g.power(ratio(first**2 - second**2), 2)
        chiral = g.add([g.constant(1), half, g.multiply([g.constant(Fraction(-1, 2)), unlike])])
        products = [g.multiply([a, b]) for a, b in zip(left, right, strict=True) if a is not None and b is not None]
        flip = [g.multiply([g.constant(6), ratio(first * second), g.add(products)])] if products else []
        # The root of what is above zero: minus the smaller of zero and its negative.
        closed = g.minimum([g.add([ratio((first + second) ** 2), g.constant(-1)]), g.constant(0)])
        apart = g.add([ratio((first - second) ** 2), g.constant(-1)])
        momentum = g.function("sqrt", g.multiply([closed, apart]))
        return g.multiply([momentum, g.add([g.multiply([squares, chiral]), *flip])])


def _label(species: Species, i: int) -> str:
    return species.name if species.generations == 1 else f"{species.name}[{i + 1}]"
