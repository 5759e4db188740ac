"""Precision, flavour and running observables as nodes of a graph: the functions of `pheno`, applied to symbols.

What is a number there is a sympy symbol here, one for each coupling and mass, so that a formula stands once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product

import sympy

from zmodel.derive.breaking.results import Boson, GaugeSpectrum
from zmodel.derive.currents import CurrentTable
from zmodel.derive.rotations import CKM, entry_name
from zmodel.derive.species import Half, Species
from zmodel.derive.to_sympy import Expr, model_symbols, polynomial_to_sympy, to_sympy
from zmodel.emit.kernel.from_sympy import UnprintableError, sympy_node
from zmodel.emit.kernel.graph import Graph
from zmodel.model import Model
from zmodel.pheno.charge_sums import charge_sum
from zmodel.pheno.constants import LABELS, constant, measured_entries
from zmodel.pheno.electroweak_tests import rho_parameter, universality_ratio
from zmodel.pheno.flavour_rotations import rotation_matrices
from zmodel.pheno.lepton_colliders import annihilation
from zmodel.pheno.low_energy import HEAVY, MUON_COLLIDER, dineutrinos_of, mixing_of, trident_of
from zmodel.pheno.meson_mixing import mixing_fraction
from zmodel.pheno.particle_masses import has_mass_term
from zmodel.pheno.running import landau_logarithm, loop_factor


@dataclass(frozen=True)
class CouplingTable:
    """Couplings of bosons between mass eigenstates of fermions, as the file's rotations have them.

    Attributes:
        model: a resolved model.
        currents: couplings in the basis of the model file.
        rotations: by half of a species, gauge eigenstates = matrix times mass eigenstates.
    """

    model: Model
    currents: CurrentTable
    rotations: Mapping[str, tuple[tuple[Expr, ...], ...]]

    def terms(self, boson: str, species: str, i: int, j: int, chirality: str = "left") -> list[tuple[Expr, Expr]]:
        """An entry of a coupling matrix, counted from 0, as products of rotations and of couplings.

        As `pheno.vectors.NeutralVector.coupling`; empty if the model has no such species.
        """
        found = {s.name: s for s in self.currents.species}.get(species)
        part: Half | None = getattr(found, chirality, None)
        if part is None or max(i, j) >= part.generations:
            return []
        zero: Expr = sympy.Integer(0)
        values = part.values(self.currents.bosons[boson], zero)
        matrix = self.rotations.get(part.name)
        if matrix is None:
            return [(sympy.Integer(1), values[i])] if i == j and values[i] != 0 else []
        # The unit matrix times one coupling is not rotated, and only differences can change flavour.
        differences = [(k, value - values[0]) for k, value in enumerate(values) if value != values[0]]
        terms = [(sympy.conjugate(matrix[k][i]) * matrix[k][j], difference) for k, difference in differences]
        own = [(sympy.Integer(1), values[0])] if i == j and values[0] != 0 else []
        return own + [(weight, difference) for weight, difference in terms if weight != 0]


def coupling_table(model: Model, currents: CurrentTable) -> CouplingTable:
    """The couplings with rotations put in; entries of CKM and PMNS are measured numbers."""
    measured = {
        name: sympy.Float(entry.real) + sympy.I * sympy.Float(entry.imag)
        for name, (entry, _) in measured_entries().items()
    }
    ckm = [[measured[entry_name(CKM, i, j)] for j in range(3)] for i in range(3)]
    symbols = model_symbols(model) | measured
    rotations = {}
    for component, (matrix, with_ckm) in rotation_matrices(model, currents.species).items():
        rows = tuple(tuple(to_sympy(entry.expression(), symbols) for entry in row) for row in matrix)
        if with_ckm:
            rows = tuple(
                tuple(sympy.Add(*(x * sympy.conjugate(y) for x, y in zip(row, line, strict=True))) for line in ckm)
                for row in rows
            )
        rotations[component] = rows
    return CouplingTable(model, currents, rotations)


def perturbativity(model: Model) -> Iterator[tuple[str, Expr]]:
    """For each U(1) alpha, and pole over scale, infinite where a double holds no such number."""
    symbols = model_symbols(model)
    for group in model.abelian_groups:
        coupling = symbols[group.coupling or ""]
        yield f"alpha({group.coupling})", loop_factor(coupling)
        coefficient = polynomial_to_sympy(charge_sum(model, group.name, group.name), model.ring, symbols)
        if coefficient != 0 and not model.vectors:
            yield f"Landau pole of {group.coupling}/mu, one loop", sympy.exp(landau_logarithm(coefficient, coupling))


def copies(model: Model, part: Half) -> int:
    """How often half a species is there: colours, and dimensions under global groups."""
    field, count = model.field(part.field), 1
    unresolved = {group for group, _ in part.colour}
    for name, irrep in field.irreps.items():
        if name in unresolved or model.group(name).is_global:
            count *= irrep.dimension
    return count


def _real_part(value: Expr) -> Expr:
    real: Expr = sympy.expand(value, complex=True).as_real_imag()[0]
    return real


@dataclass
class LowEnergy:
    """Nodes of observables.

    Attributes:
        couplings: of the model's bosons.
        graph: receives the operations.
        nodes: a node for each symbol, by name.
        massive: species of fermions with a mass matrix of their own.
    """

    couplings: CouplingTable
    graph: Graph
    nodes: Mapping[str, int]
    massive: frozenset[str]
    _places: dict[str, int] = field(default_factory=dict)

    def _symbol(self, value: Expr) -> Expr:
        """A positive symbol that stands for a squared mass or sine, so that sympy never sees the inside."""
        return self._of_node(sympy_node(self.graph, value, self.nodes), positive=True)

    def _of_node(self, number: int, **assumptions: bool) -> Expr:
        name = f"node {number}"
        self._places[name] = number
        return sympy.Symbol(name, **(assumptions or {"real": True}))

    def _node(self, value: Expr) -> int:
        """|z|^2 comes multiplied out: what stands under a root, and the whole, has i and is real all the same."""

        def is_root_with_i(part: Expr) -> bool:
            return bool(part.is_Pow and part.exp.is_Rational and part.exp.q == 2 and part.base.has(sympy.I))

        plain = value.replace(is_root_with_i, lambda part: _real_part(part.base) ** part.exp)
        return sympy_node(self.graph, _real_part(plain) if plain.has(sympy.I) else plain, self._places)

    def parts(self, boson: str, species: str, i: int, j: int, chirality: str = "left") -> tuple[int | None, int | None]:
        """Nodes of real and imaginary part of an entry of a coupling matrix; None for zero.

        Raises:
            UnprintableError: if a rotation has complex parameters.
        """
        g = self.graph
        sums: tuple[list[int], list[int]] = ([], [])
        for weight, coupling in self.couplings.terms(boson, species, i, j, chirality):
            unknown = sorted(str(symbol) for symbol in weight.free_symbols if not symbol.is_real)
            if unknown:
                raise UnprintableError(f"rotations with complex parameters such as {unknown[0]}")
            value = sympy_node(g, coupling, self.nodes)
            for part, terms in zip(sympy.expand(weight, complex=True).as_real_imag(), sums, strict=True):
                if part != 0:
                    terms.append(g.multiply([sympy_node(g, part, self.nodes), value]))
        real, imaginary = (g.add(terms) if terms else None for terms in sums)
        return real, imaginary if i != j else None

    def _entry(self, boson: str, species: str, i: int, j: int, chirality: str = "left") -> Expr:
        """The same in symbols that stand for nodes; real for i = j."""
        parts = self.parts(boson, species, i, j, chirality)
        real, imaginary = (sympy.Integer(0) if part is None else self._of_node(part) for part in parts)
        return real + sympy.I * imaginary

    # -------------------------------------------------------------- the Z
    def electroweak(self, spectrum: GaugeSpectrum) -> Iterator[tuple[str, int]]:
        """What mixing does to the Z: as `pheno.low_energy.electroweak_observables`."""
        bosons = {boson.name: boson for boson in spectrum.bosons}
        z, w = bosons.get("Z"), bosons.get("W+")
        if z is None or z.mass_squared in (None, 0) or "Z" not in self.couplings.currents.bosons:
            return
        if spectrum.rho is not None and w is not None and w.mass_squared is not None:
            w_mass, z_mass = (sympy.sqrt(self._symbol(b.mass_squared)) for b in (w, z))
            sine = self._symbol(spectrum.rho.sin_squared)
            yield "rho - 1, tree level", self._node(rho_parameter(w_mass, z_mass, sine) - 1)
        if not self._standard("e"):
            return
        leptons = [(self._entry("Z", "e", i, i), self._entry("Z", "e", i, i, "right")) for i in range(3)]
        for i, j in ((0, 1), (2, 1)):
            first, second = LABELS["e"][i], LABELS["e"][j]
            title = f"Gamma(Z -> {first} {first})/Gamma(Z -> {second} {second}) - 1"
            yield title, self._node(universality_ratio(leptons[i], leptons[j]) - 1)

    def _standard(self, name: str) -> bool:
        species = {s.name: s for s in self.couplings.currents.species}
        return name in species and species[name].generations == len(LABELS[name])

    # -------------------------------------------------------------- a muon collider
    def collider(
        self, boson: Boson, spectrum: GaugeSpectrum, width: int | None, heavy: Iterable[tuple[Species, int, int]]
    ) -> Iterator[tuple[str, int]]:
        """Invisible final states at 3 TeV, as `pheno.low_energy.muon_collider_ratio`: not a number below the Z.

        Args:
            boson: in the s channel.
            spectrum: with the Z.
            width: node of the boson's width.
            heavy: neutral fermions with masses, their generations, and nodes: 1 where a pair is open, else 0.
        """
        z = next((item for item in spectrum.bosons if item.name == "Z"), None)
        if z is None or z.mass_squared in (None, 0) or width is None:
            return
        muons = [self._chiral(item.name, "e", 1, 1) for item in (boson, z)]
        invisible = [((abs(left), abs(right)), number) for _, left, right, number in self._invisible(boson.name)]
        invisible += self._heavy_invisible(boson.name, heavy)
        neutrinos = [((abs(g), sympy.Integer(0)), 1) for row in self._neutrinos(z.name) for g in row if g != 0]
        if not any(muons[0]) or not invisible or not any(muons[1]):
            return
        masses = [sympy.sqrt(self._symbol(item.mass_squared)) for item in (boson, z)]
        energy = MUON_COLLIDER
        new = annihilation(muons[0], invisible, masses[0], self._of_node(width), energy**2)
        ratio = new / annihilation(muons[1], neutrinos, masses[1], 0.0, energy**2)
        title = f"sigma(mu mu -> {boson.name} -> invisible)/sigma(mu mu -> Z -> nu nu) at 3 TeV"
        yield title, self._where_positive(masses[0] ** 2 - masses[1] ** 2, self._node(ratio))

    def _chiral(self, boson: str, species: str, i: int, j: int) -> tuple[Expr, Expr]:
        """Absolute values."""
        return abs(self._entry(boson, species, i, j)), abs(self._entry(boson, species, i, j, "right"))

    def _neutrinos(self, boson: str) -> list[list[Expr]]:
        return [[self._entry(boson, "nu", i, j) for j in range(3)] for i in range(3)]

    def _invisible(self, boson: str) -> list[tuple[str, Expr, Expr, int]]:
        """Massless neutral fermions without colour: species, left- and right-handed entries, and copies."""
        found, model = [], self.couplings.model
        for species in self.couplings.currents.species:
            part = species.left or species.right
            if part is None or part.electric_charge != 0 or part.colour:
                continue
            if species.name in self.massive or has_mass_term(model, part.field):
                continue
            for i, j in product(range(species.generations), repeat=2):
                left, right = (self._entry(boson, species.name, i, j, side) for side in ("left", "right"))
                if left != 0 or right != 0:
                    found.append((species.name, left, right, copies(model, part)))
        return found

    def _heavy_invisible(
        self, boson: str, heavy: Iterable[tuple[Species, int, int]]
    ) -> Iterator[tuple[tuple[Expr, Expr], Expr]]:
        for species, i, is_open in heavy:
            left, right = self._chiral(boson, species.name, i, i)
            part = species.left or species.right
            if part is not None and (left != 0 or right != 0):
                yield (left, right), copies(self.couplings.model, part) * self._of_node(is_open)

    def _other_invisible(self, boson: str) -> list[Expr]:
        """Entries of those that are no left-handed neutrinos."""
        return [
            g
            for name, left, right, number in self._invisible(boson)
            for g in ((right,) if name == "nu" else (left, right))
            for _ in range(number)
            if g != 0
        ]

    # -------------------------------------------------------------- contact interactions
    def contact(self, boson: Boson) -> Iterator[tuple[str, int]]:
        """What a heavy boson does in decays of B mesons and tridents: not a number for masses below `HEAVY`."""
        mass = sympy.sqrt(self._symbol(boson.mass_squared))
        for title, value in (*self._b_to_s(boson.name, mass), *self._trident(boson.name, mass)):
            yield f"{title} from {boson.name}", self._where_positive(mass**2 - int(HEAVY**2), self._node(value))

    def _where_positive(self, condition: Expr, value: int) -> int:
        """The value where the condition is not negative, else not a number: the root of something negative."""
        g = self.graph
        return g.add([value, g.function("sqrt", g.minimum([self._node(condition), g.constant(0)]))])

    def _b_to_s(self, name: str, mass: Expr) -> Iterator[tuple[str, Expr]]:
        """Without a right-handed coupling."""
        coupling = self._entry(name, "d", 1, 2)
        if coupling == 0 or self.couplings.terms(name, "d", 1, 2, "right"):
            return
        yield "r_Bs", mixing_fraction(coupling, mass, constant("r_Bs bound"))
        yield "Delta M_s/SM", mixing_of(coupling, mass)
        others = self._other_invisible(name)
        yield "B(B -> K(*) nu nu)/SM", dineutrinos_of(coupling, self._neutrinos(name), others, mass)

    def _trident(self, name: str, mass: Expr) -> Iterator[tuple[str, Expr]]:
        neutrino = self._entry(name, "nu", 1, 1)
        muon = self._entry(name, "e", 1, 1), self._entry(name, "e", 1, 1, "right")
        if neutrino != 0 and any(muon):
            yield "sigma(nu_mu -> nu_mu mu mu)/SM", trident_of(neutrino, muon, mass)
