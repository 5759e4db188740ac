"""Observables of neutral bosons as a graph, from couplings, vacuum values and masses: decays here, others beside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import sympy

from zmodel.derive.breaking.results import GaugeSpectrum
from zmodel.derive.currents import CurrentTable
from zmodel.derive.to_sympy import Expr
from zmodel.emit.decay_program import BosonDecays
from zmodel.emit.kernel.from_sympy import UnprintableError, sympy_node
from zmodel.emit.kernel.graph import Graph
from zmodel.emit.low_energy_program import LowEnergy, coupling_table, perturbativity
from zmodel.model import Model
from zmodel.pheno.flavour_rotations import rotation_notes
from zmodel.pheno.low_energy import MUON_COLLIDER
from zmodel.pheno.new_fermions import join_mixed, mass_matrices

LEFT_OUT = "Masses and widths of bosons and what they do are left out"
NO_FORMULA = "for want of a formula of their masses; see `zmodel observables`"


@dataclass(frozen=True)
class ObservablesProgram:
    """What `observables` computes.

    Attributes:
        inputs: real quantities that it takes, sorted by name.
        optional: those of them that may be left out: masses of heavy fermions and squared masses of scalars that the
            boson decays into if they are light enough.
        graph: the operations.
        outputs: the node of each observable by name; masses and widths in GeV.
        notes: what is left out, as rotations of the file, and decays to fermions that mix.
    """

    inputs: tuple[str, ...]
    optional: tuple[str, ...]
    graph: Graph
    outputs: Mapping[str, int]
    notes: tuple[str, ...] = ()


def observables_program(model: Model, spectrum: GaugeSpectrum, currents: CurrentTable) -> ObservablesProgram | None:
    """Builds the graph: of perturbativity alone if no boson beyond the Z has a mass in closed form.

    What applies is as in `pheno.table`, but for mixing with heavy fermions, which is left out, and for magnetic
    moments, which are integrals.

    Args:
        model: a resolved model.
        spectrum: of its gauge bosons.
        currents: their couplings.
    """
    currents = replace(currents, species=join_mixed(model, currents.species))
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
        return perturbativity_program(model)
    graph = Graph()
    nodes = {name: graph.input(name) for name in names}
    try:
        nodes |= {symbol.name: sympy_node(graph, value, nodes) for symbol, value in angles.items()}
        matrices = mass_matrices(model, currents.species)
        low_energy = LowEnergy(table, graph, nodes, frozenset(matrices))
        outputs: dict[str, int] = {}
        masses: dict[str, int] = {}
        notes = list(rotation_notes(model, currents.species))
        for boson in bosons:
            decays = BosonDecays(model, currents.species, spectrum, graph, nodes, low_energy, matrices, boson, masses)
            outputs |= (widths := dict(decays.outputs()))
            if closed := ", ".join(decays.without_formula()):
                notes.append(f"{boson.name}: no decays to {closed}, {NO_FORMULA}.")
            outputs |= low_energy.contact(boson)
            width, heavy = widths.get(f"Gamma({boson.name})"), decays.open_invisible(MUON_COLLIDER)
            outputs |= low_energy.collider(boson, spectrum, width, heavy)
        outputs |= low_energy.electroweak(spectrum)
        outputs |= {name: sympy_node(graph, ratio, nodes) for name, ratio in ratios.items()}
    except UnprintableError as error:
        return perturbativity_program(
            model, (f"{LEFT_OUT}, as emitted code has no {error}; see `zmodel observables`.",)
        )
    needed = set(graph.reachable(outputs.values()))
    used = sorted(name for name, node in {**nodes, **masses}.items() if node in needed and name in {*names, *masses})
    optional = tuple(name for name in used if name in masses)
    return ObservablesProgram(tuple(used), optional, graph, outputs, tuple(notes))


def perturbativity_program(model: Model, notes: tuple[str, ...] = ()) -> ObservablesProgram | None:
    """How strong the U(1) couplings of a model are, and where their poles lie; None without U(1)s of known charges."""
    ratios = dict(perturbativity(model))
    names = sorted({str(symbol) for ratio in ratios.values() for symbol in ratio.free_symbols})
    if not ratios or any(name.startswith("?") for name in names):
        return None
    graph = Graph()
    nodes = {name: graph.input(name) for name in names}
    outputs = {name: sympy_node(graph, ratio, nodes) for name, ratio in ratios.items()}
    return ObservablesProgram(tuple(names), (), graph, outputs, notes)


def _electroweak_expressions(spectrum: GaugeSpectrum, currents: CurrentTable) -> list[Expr]:
    """What observables of the Z contain."""
    masses = [b.mass_squared for b in spectrum.bosons if b.name in ("Z", "W+")]
    sines = [] if spectrum.rho is None else [spectrum.rho.sin_squared]
    return [*masses, *sines, *(value for values in currents.bosons.get("Z", {}).values() for value in values)]
