"""Masses, widths and branching fractions of neutral bosons as a graph, from couplings, vacuum values and masses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

import sympy

from zmodel.derive.breaking.results import Boson, GaugeSpectrum
from zmodel.derive.currents import CurrentTable
from zmodel.derive.species import FermionComponent, Species
from zmodel.emit.kernel.from_sympy import UnprintableError, sympy_node
from zmodel.emit.kernel.graph import Graph
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

    Paper A, Eq. (60), as in `pheno.decays`, with two differences: generations are those of the model file, and fermions
    with a mass term and all scalars are left out.

    Args:
        model: a resolved model.
        spectrum: of its gauge bosons.
        currents: their couplings.
    """
    angles = {angle.symbol: sympy.atan(angle.tan_double) / 2 for angle in spectrum.angles}
    bosons = [
        b for b in spectrum.bosons if b.name in currents.bosons and b.name != "Z" and b.mass_squared not in (None, 0)
    ]
    expressions = [b.mass_squared for b in bosons]
    expressions += [value for b in bosons for values in currents.bosons[b.name].values() for value in values]
    expressions += list(angles.values())
    names = sorted({str(s) for e in expressions if e is not None for s in e.free_symbols - set(angles)})
    if not bosons or any(name.startswith("?") for name in names):
        return None
    graph = Graph()
    nodes = {name: graph.input(name) for name in names}
    try:
        nodes |= {symbol.name: sympy_node(graph, value, nodes) for symbol, value in angles.items()}
        outputs = {
            name: node for boson in bosons for name, node in _Decays(model, currents, graph, nodes, boson).outputs()
        }
    except UnprintableError:
        return None
    return ObservablesProgram(tuple(names), graph, outputs)


@dataclass
class _Decays:
    """The observables of one boson."""

    model: Model
    currents: CurrentTable
    graph: Graph
    nodes: Mapping[str, int]
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
        yield from ((f"BR({name} -> {label})", g.divide(node, total)) for label, node in widths.items())
        if invisible:
            yield f"BR({name} -> invisible)", g.divide(g.add(invisible), total)

    def _species(self, species: Species, squared: int) -> Iterator[tuple[str, int]]:
        """24 pi Gamma/M of each generation that couples."""
        part = species.left or species.right
        if part is None or has_mass_term(self.model, part.field):
            return
        standard = species.generations == len(LABELS.get(species.name, ()))
        masses = THRESHOLDS.get(species.name, ()) if standard else ()
        for i in range(species.generations):
            left, right = self._coupling(species.left, i), self._coupling(species.right, i)
            if left is None and right is None:
                continue
            label = species.name if species.generations == 1 else f"{species.name}[{i + 1}]"
            label = LABELS[species.name][i] if standard else label
            mass = Fraction(str(constant(masses[i]))) if masses else Fraction(0)
            node = self._width(left, right, mass, squared)
            yield f"{label} {label}", self.graph.multiply([self.graph.constant(self._copies(part)), node])

    def _coupling(self, part: FermionComponent | None, generation: int) -> int | None:
        values = self.currents.bosons[self.boson.name].get("" if part is None else part.name)
        if values is None or values[generation] == 0:
            return None
        return sympy_node(self.graph, values[generation], self.nodes)

    def _copies(self, part: FermionComponent) -> int:
        field, count = self.model.field(part.field), 1
        unresolved = {group for group, _ in part.colour}
        for name, irrep in field.irreps.items():
            if name in unresolved or self.model.group(name).is_global:
                count *= irrep.dimension
        return count

    def _width(self, left: int | None, right: int | None, mass: Fraction, squared: int) -> int:
        """sqrt(1 - 4 r) (g_L^2 + g_R^2 - r (g_L^2 - 6 g_L g_R + g_R^2)); zero below threshold."""
        g = self.graph
        present = [node for node in (left, right) if node is not None]
        squares = g.add([g.power(node, 2) for node in present])
        if not mass:
            return squares
        ratio = g.divide(g.constant(mass**2), squared)
        mixed = g.multiply([g.constant(-6), *present]) if len(present) == 2 else g.constant(0)
        bracket = g.add([squares, g.multiply([g.constant(-1), ratio, g.add([squares, mixed])])])
        closed = g.minimum([g.add([g.multiply([g.constant(4), ratio]), g.constant(-1)]), g.constant(0)])
        return g.multiply([g.function("sqrt", g.multiply([g.constant(-1), closed])), bracket])
