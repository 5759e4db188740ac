"""Decays of neutral bosons as nodes of a graph: widths to fermions and scalars with masses, as `pheno.decays`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

import sympy

from zmodel.derive.breaking.results import Boson, GaugeSpectrum
from zmodel.derive.electroweak import vacuum_support
from zmodel.derive.species import Half, Species
from zmodel.derive.to_sympy import Expr
from zmodel.emit.kernel.from_sympy import sympy_node
from zmodel.emit.kernel.graph import Graph
from zmodel.emit.low_energy_program import LowEnergy, copies
from zmodel.emit.scalar_couplings import scalar_couplings
from zmodel.model import Model
from zmodel.model.model import Field
from zmodel.model.quantities import model_quantities
from zmodel.pheno.constants import LABELS, THRESHOLDS, constant
from zmodel.pheno.decays import EQUIVALENCE
from zmodel.pheno.labels import fermion_labels, field_label, is_standard
from zmodel.pheno.new_fermions import MassMatrix
from zmodel.pheno.particle_masses import is_majorana, mass_input, scalar_squared_mass
from zmodel.pheno.plain_vacuum import is_plain

Parts = tuple[int | None, int | None]
"""Nodes of real and imaginary part; None for zero."""


STEEP = Fraction(10) ** 300
"""Slope of a step from 0 to 1."""


@dataclass
class BosonDecays:
    """The decays of one boson.

    Attributes:
        model: a resolved model.
        species: Dirac and Weyl fermions.
        spectrum: of the gauge bosons.
        graph: receives the operations.
        nodes: a node for each symbol, by name.
        low_energy: knows couplings between mass eigenstates.
        matrices: masses of fermions, by species.
        boson: that decays.
        masses: nodes of masses, and of squared masses of scalars, by name; filled with those that are needed.
    """

    model: Model
    species: tuple[Species, ...]
    spectrum: GaugeSpectrum
    graph: Graph
    nodes: Mapping[str, int]
    low_energy: LowEnergy
    matrices: Mapping[str, MassMatrix]
    boson: Boson
    masses: dict[str, int]

    def outputs(self) -> Iterator[tuple[str, int]]:
        """The mass, the width and branching fractions."""
        g, name = self.graph, self.boson.name
        squared = sympy_node(g, self.boson.mass_squared, self.nodes)
        mass = g.function("sqrt", squared)
        yield f"M({name})", mass
        widths: dict[str, int] = {}
        invisible = []
        for species in self.species:
            for label, node in self._fermions(species, squared):
                widths[label] = node
                part = species.left or species.right
                if part is not None and part.electric_charge == 0 and not part.colour:
                    invisible.append(node)
        for scalar in self.model.scalars:
            width = self._scalars(scalar, squared)
            if width is not None:
                label = field_label(scalar.name, self.species)
                widths[f"{label} {label}"] = width
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

    def open_invisible(self, energy: float) -> Iterator[tuple[Species, int, int]]:
        """Colourless neutral fermions with masses: species, generation, and a node, 1 where a pair is open, else 0.

        As in the width, generations that a matrix mixes are left out.
        """
        g = self.graph
        for species in self.species:
            part = species.left or species.right
            if part is None or part.electric_charge != 0 or part.colour or is_standard(species):
                continue
            for i in range(species.generations):
                mass_squared = self._mass_squared(species, part, i)
                if mass_squared is not None and mass_squared != 0:
                    pair = g.multiply([g.constant(-4), self._symbols(mass_squared)])
                    yield species, i, self._step(g.add([g.constant(Fraction(energy) ** 2), pair]))

    def without_formula(self) -> Iterator[str]:
        """Particles whose pairs are left out of the width, as their masses have no formula here."""
        for species in self.species:
            part = species.left or species.right
            if part is None or is_standard(species):
                continue
            for i, label in enumerate(fermion_labels(species, self.species)):
                couples = any(self._coupling(species, i, i, side)[0] is not None for side in ("left", "right"))
                if couples and self._mass_squared(species, part, i) is None:
                    yield label
        for scalar in self.model.scalars:
            # The phase of the only singlet in the vacuum is the boson's own.
            mass = scalar_squared_mass(self.model, scalar.name)
            closed = not is_plain(self.model) if vacuum_support(scalar) else not mass
            if closed and scalar_couplings(self.model, self.spectrum, self.boson, scalar):
                yield field_label(scalar.name, self.species)

    # -------------------------------------------------------------- masses that may be left out
    def _input(self, name: str) -> int:
        if name in self.nodes:
            return self.nodes[name]
        return self.masses.setdefault(name, self.graph.input(name))

    def _ratio(self, mass_squared: int, squared: int) -> int:
        """m^2/M^2, not above 1/4, where a pair is closed: it may be infinite."""
        return self.graph.minimum([self.graph.divide(mass_squared, squared), self.graph.constant(Fraction(1, 4))])

    def _open(self, ratio: int) -> int:
        """1 - 4 m^2/M^2."""
        return self.graph.add([self.graph.constant(1), self.graph.multiply([self.graph.constant(-4), ratio])])

    def _step(self, value: int) -> int:
        """1 where a value is positive, else 0."""
        g = self.graph
        steep = g.minimum([g.multiply([g.constant(-STEEP), value]), g.constant(0)])
        return g.minimum([g.multiply([g.constant(-1), steep]), g.constant(1)])

    # -------------------------------------------------------------- fermions
    def _fermions(self, species: Species, squared: int) -> Iterator[tuple[str, int]]:
        """24 pi Gamma/M of each pair of generations that couples."""
        part = species.left or species.right
        if part is None:
            return
        if is_standard(species):
            yield from self._standard(species, part, squared)
            return
        for i in range(species.generations):
            (left, _), (right, _) = (self._coupling(species, i, i, side) for side in ("left", "right"))
            present = [node for node in (left, right) if node is not None]
            mass_squared = self._mass_squared(species, part, i)
            if present and mass_squared is not None:
                ratio = None if mass_squared == 0 else self._ratio(self._symbols(mass_squared), squared)
                node = self._massive(present, ratio, self._is_majorana(species))
                label = fermion_labels(species, self.species)[i]
                yield f"{label} {label}", self.graph.multiply([self.graph.constant(copies(self.model, part)), node])

    def _mass_squared(self, species: Species, part: Half, i: int) -> Expr | None:
        """Of a generation that has a mass and does not mix with others, where it has a closed form; else None."""
        found = self.matrices.get(species.name)
        if found is None:
            name = mass_input(self.model, part.field)
            scalar = name is not None and model_quantities(self.model).shapes.get(name) == ()
            return sympy.Integer(0) if name is None else sympy.Symbol(name, real=True) ** 2 if scalar else None
        matrix = found.matrix
        if matrix[i, i] == 0 or any(matrix[i, k] != 0 or matrix[k, i] != 0 for k in range(matrix.rows) if k != i):
            return None
        # The phase of a coupling drops out.
        plain = {symbol: sympy.Symbol(symbol.name, real=True) for symbol in matrix.free_symbols}
        return sympy.expand(matrix[i, i].subs(plain) ** 2)

    def _symbols(self, expression: Expr) -> int:
        """A node of an expression in names that may be left out."""
        names = sorted(symbol.name for symbol in expression.free_symbols)
        return sympy_node(self.graph, expression, {name: self._input(name) for name in names})

    def _is_majorana(self, species: Species) -> bool:
        found = self.matrices.get(species.name)
        return is_majorana(self.model, species) if found is None else found.is_majorana

    def _coupling(self, species: Species, i: int, j: int, chirality: str) -> Parts:
        return self.low_energy.parts(self.boson.name, species.name, i, j, chirality)

    def _massive(self, couplings: list[int], ratio: int | None, majorana: bool) -> int:
        """`pheno.widths.width_to_fermions` for equal masses, and `width_to_majorana`."""
        g = self.graph
        squares = g.add([g.power(node, 2) for node in couplings])
        if ratio is None:
            return squares
        momentum = g.function("sqrt", self._open(ratio))
        if majorana:
            return g.multiply([g.power(g.add(couplings), 2), g.power(momentum, 3)])
        flip = [g.multiply([g.constant(6), ratio, *couplings])] if len(couplings) == 2 else []
        chiral = g.add([g.constant(1), g.multiply([g.constant(-1), ratio])])
        return g.multiply([momentum, g.add([g.multiply([squares, chiral]), *flip])])

    def _standard(self, species: Species, part: Half, squared: int) -> Iterator[tuple[str, int]]:
        """Of the Standard Model, with measured masses."""
        names = THRESHOLDS.get(species.name, ())
        masses = [Fraction(str(constant(name))) for name in names] or [Fraction(0)] * species.generations
        labels = LABELS[species.name]
        for i in range(species.generations):
            for j in range(i, species.generations):
                left, right = (self._coupling(species, i, j, side) for side in ("left", "right"))
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

    # -------------------------------------------------------------- scalars
    def _scalars(self, scalar: Field, squared: int) -> int | None:
        """24 pi Gamma/M, |g|^2/2 (1 - 4 m^2/M^2)^(3/2) as `pheno.widths.width_to_scalars`; None without decay."""
        g = self.graph
        couplings = scalar_couplings(self.model, self.spectrum, self.boson, scalar)
        if not couplings or (vacuum_support(scalar) and not self._is_doublet_alone(scalar)):
            return None
        squares = g.add([g.power(sympy_node(g, coupling, self.nodes), 2) for coupling in couplings])
        # Components of a real field are pairs of conjugates.
        factors = [g.constant(Fraction(scalar.generations, 4 if scalar.is_real else 2)), squares]
        if vacuum_support(scalar):
            threshold = Fraction(str(2 * EQUIVALENCE * constant("M_W"))) ** 2
            return g.multiply([*factors, self._step(g.add([squared, g.constant(-threshold)]))])
        terms = scalar_squared_mass(self.model, scalar.name)
        if not terms:
            return None
        mass_squared = g.add([g.multiply([g.constant(factor), self._input(name)]) for name, factor in terms])
        # A mass that is left out is infinite, and minus that with a negative factor.
        negative = g.minimum([g.multiply([g.constant(-1), mass_squared]), g.constant(0)])
        momentum = g.function("sqrt", self._open(self._ratio(g.multiply([g.constant(-1), negative]), squared)))
        return g.multiply([*factors, g.power(momentum, 3), self._step(mass_squared)])

    def _is_doublet_alone(self, scalar: Field) -> bool:
        """Whether a scalar with a vacuum value is W W and Z h; other vacuum values need masses of scalars."""
        return is_plain(self.model) and bool(scalar.irreps)
