"""Neutral vector bosons at a point: masses, and couplings between mass eigenstates, by diagonalising numbers.

Kinetic mixing and mixing with the Z are exact at tree level, for any number of bosons, light or heavy.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

import numpy as np
import sympy
from numpy.typing import NDArray

from zmodel.derive.breaking.fields import Generator
from zmodel.derive.breaking.numeric import NumericSpectrum, evaluate_spectrum
from zmodel.derive.breaking.results import GaugeSpectrum
from zmodel.derive.currents import CurrentTable
from zmodel.derive.electroweak import component_weight, diagonal_numbers, vacuum_support
from zmodel.derive.species import Half, Species
from zmodel.derive.to_sympy import Expr, model_symbols, polynomial_to_sympy
from zmodel.model import Field, Model
from zmodel.model.expression import EvaluationError, Value
from zmodel.pheno.constants import THRESHOLDS, constant
from zmodel.pheno.flavour_rotations import flavour_rotations
from zmodel.pheno.heavy_admixtures import Admixture, heavy_admixtures
from zmodel.pheno.inputs import BEYOND_NUMBERS, MissingInputError
from zmodel.pheno.labels import fermion_labels, field_label, is_standard
from zmodel.pheno.new_fermions import MassEigenstates, join_mixed, mass_eigenstates
from zmodel.pheno.particle_masses import fermion_mass, has_further_mass, is_majorana, scalar_mass
from zmodel.pheno.plain_vacuum import is_plain

Array = NDArray[np.complex128]


@dataclass(frozen=True)
class FermionCouplings:
    """L = V_mu fbar gamma^mu (left P_L + right P_R) f of one species, in mass eigenstates.

    Neutrinos are those that charged leptons have as partners, and massless.

    Attributes:
        name: u, d, e, nu, or the field's.
        labels: of the generations.
        left: hermitian, shape (n, n).
        right: the same.
        masses: in GeV, one per generation, as decays see them; None if there is a mass term without a value.
        multiplicity: colours, or copies under global symmetries.
        coloured: whether a simple gauge group without broken generators acts on it.
        charge: electric charge of the first generation, or None if there is no photon.
        majorana: whether mass eigenstates are Majorana fermions.
    """

    name: str
    labels: tuple[str, ...]
    left: Array
    right: Array
    masses: tuple[float | None, ...]
    multiplicity: int
    coloured: bool
    charge: Fraction | None
    majorana: bool


@dataclass(frozen=True)
class ScalarCouplings:
    """L = coupling V^mu phi^* i<->d_mu phi of equal components of one scalar.

    Attributes:
        name: of the particle in final states.
        coupling: of each component.
        multiplicity: number of complex components.
        mass: in GeV, or None if unknown.
        role: of a scalar with a vacuum value: `higgs` of the weak doublet and `singlet` of the singlet where there are
            no others, `mixed` where there are (see `pheno.plain_vacuum`); else empty.
        has_further_mass: whether vacuum values and other scalars change the mass, which is that of its own term.
    """

    name: str
    coupling: float
    multiplicity: int
    mass: float | None
    role: str
    has_further_mass: bool


@dataclass(frozen=True)
class ScalarPair:
    """L = coupling V^mu (S_i d_mu S_j - S_j d_mu S_i) of two mass eigenstates.

    Attributes:
        names: of scalars, or of the bosons that Goldstone bosons stand for.
        squared: |coupling|^2, summed over a pair of complex scalars and its antiparticles.
        masses: in GeV.
        bosons: masses of those that are longitudinally polarised bosons.
    """

    names: tuple[str, str]
    squared: float
    masses: tuple[float, float]
    bosons: tuple[float, ...]


@dataclass(frozen=True)
class NeutralVector:
    """A massive neutral vector boson.

    Attributes:
        name: Z, Z', or the model file's name.
        mass: in GeV.
        fermions: by name of the species.
        scalars: those that couple.
        content: how much of it each field of the model file contains.
        components: coupling to each component of each scalar, as in `ScalarCouplings`.
        pairs: of scalar mass eigenstates, in place of scalars of the role `mixed`.
        unknown_pairs: why there are none.
        admixed: by light species the heavy ones that it is mixed with; couplings to both together are not known.
    """

    name: str
    mass: float
    fermions: Mapping[str, FermionCouplings]
    scalars: tuple[ScalarCouplings, ...]
    content: Mapping[str, float] = field(default_factory=dict)
    components: Mapping[tuple[str, int], float] = field(default_factory=dict)
    pairs: tuple[ScalarPair, ...] = ()
    unknown_pairs: str = "masses of scalars are not looked at"
    admixed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def coupling(self, species: str, i: int, j: int, chirality: str = "left") -> complex:
        """An entry of a coupling matrix, counted from 0; zero if the model has no such species or generation."""
        found = self.fermions.get(species)
        if found is None or max(i, j) >= len(found.labels):
            return 0j
        return complex((found.left if chirality == "left" else found.right)[i, j])


def neutral_vectors(
    model: Model, spectrum: GaugeSpectrum, currents: CurrentTable, values: Mapping[str, Value]
) -> tuple[NeutralVector, ...]:
    """All massive neutral vector bosons of a model, the Z first.

    Args:
        model: a resolved model.
        spectrum: from `derive_masses`.
        currents: from `derive_currents`.
        values: by name; see `gather_inputs`.

    Raises:
        MissingInputError: if a name in masses or couplings has no value.
        EvaluationError: if a rotation has no value, a boson no mass at this point, or numbers are too large on the way.
        numpy.linalg.LinAlgError: if the kinetic mixing is too large.
    """
    currents = replace(currents, species=join_mixed(model, currents.species))
    names = tuple(name for name in spectrum.fields if name in currents.gauge)
    neutral = replace(spectrum, fields=names)
    expressions = _expressions(model, spectrum, currents, names)
    matrices = (neutral.mass_matrix(names), neutral.kinetic_matrix(names))
    symbols = {str(s) for item in (*expressions.values(), *matrices) for s in item.free_symbols}
    if symbols - set(values):
        raise MissingInputError(symbols - set(values))
    try:
        couplings = _evaluate(expressions, values)
        states = evaluate_spectrum(neutral, {name: float(values[name].real) for name in symbols})
    except ArithmeticError:
        raise EvaluationError(BEYOND_NUMBERS) from None
    rotations = flavour_rotations(model, currents.species, values)
    admixtures = heavy_admixtures(model, currents.species, values)
    eigenstates = mass_eigenstates(model, currents.species, values)
    labels = {species.name: fermion_labels(species, currents.species) for species in currents.species}
    admixed = _admixed(currents.species, admixtures)
    result = []
    for name, k in _named_states(spectrum, states):
        content = dict(zip(names, states.vectors[:, k], strict=True))
        mass = float(np.sqrt(states.masses_squared[k]))
        fermions = {
            species.name: _fermion(
                model,
                species,
                labels[species.name],
                content,
                couplings,
                rotations,
                admixtures,
                eigenstates.get(species.name),
                values,
            )
            for species in currents.species
        }
        components = _components(model, content, couplings)
        scalars = _scalars(model, currents.species, components, values)
        result.append(NeutralVector(name, mass, fermions, scalars, content, components, admixed=admixed))
    return tuple(result)


def _admixed(species: Sequence[Species], admixtures: Mapping[str, tuple[Admixture, ...]]) -> dict[str, tuple[str, ...]]:
    owners = {
        (piece.component.name, piece.generation): item.name
        for item in species
        for half in (item.left, item.right)
        if half is not None
        for piece in half.pieces
    }
    result: dict[str, tuple[str, ...]] = {}
    for item in species:
        halves = [half.name for half in (item.left, item.right) if half is not None]
        mixed = [owners.get((part.component, part.generation)) for name in halves for part in admixtures.get(name, ())]
        others = tuple(dict.fromkeys(name for name in mixed if name is not None and name != item.name))
        if others:
            result[item.name] = others
    return result


def _named_states(spectrum: GaugeSpectrum, states: NumericSpectrum) -> list[tuple[str, int]]:
    """Names and numbers of the massive states: each name goes to the state with most of the field it comes from."""
    massless = sum(1 for b in spectrum.bosons if b.origin in states.fields and b.mass_squared == 0)
    if not states.masses_squared[massless:].all():
        raise EvaluationError("a neutral boson that can have a mass has none, or none beside the others")
    left = list(range(massless, len(states.fields)))
    named = []
    for boson in spectrum.bosons:
        if boson.is_complex or boson.mass_squared == 0 or boson.origin not in states.fields or not left:
            continue
        row = states.vectors[states.fields.index(boson.origin)]
        k = max(left, key=lambda number: abs(row[number]))
        left.remove(k)
        named.append((boson.name, k))
    return named


# ------------------------------------------------------------------ couplings to the fields of the model file
Key = tuple[str, str, int]
"""Field of the model file; component, or scalar and number of its component; generation."""


def _expressions(
    model: Model, spectrum: GaugeSpectrum, currents: CurrentTable, names: tuple[str, ...]
) -> dict[Key, Expr]:
    result: dict[Key, Expr] = {}
    symbols = model_symbols(model)
    for name in names:
        for component, entries in currents.gauge[name].items():
            result |= {(name, component, i): entry for i, entry in enumerate(entries)}
        for scalar in model.scalars:
            for number in range(scalar.dimension):
                total = sympy.Integer(0)
                for axis, weight in component_weight(model, scalar, number).items():
                    group = model.group(axis[0])
                    generator: Generator = (axis[0], 0 if group.is_abelian else diagonal_numbers(group)[axis[1]])
                    factor = spectrum.couplings[name].get(generator, sympy.Integer(0))
                    total += factor * polynomial_to_sympy(weight, model.ring, symbols)
                if total != 0:
                    result[name, f"{scalar.name}/{number}", 0] = total
    return result


def _evaluate(expressions: Mapping[Key, Expr], values: Mapping[str, Value]) -> dict[Key, float]:
    symbols = sorted({s for e in expressions.values() for s in e.free_symbols}, key=str)
    # The names of a file may be those of functions, which the text that sympy makes would then not find.
    plain = {symbol: sympy.Symbol(f"x{number}") for number, symbol in enumerate(symbols)}
    renamed = [e.xreplace(plain) for e in expressions.values()]
    function = sympy.lambdify(plain.values(), renamed, "math")  # noqa: TID251  (our names)
    results = function(*(float(values[str(symbol)].real) for symbol in symbols))
    return {key: float(value) for key, value in zip(expressions, results, strict=True)}


def _combined(content: Mapping[str, float], couplings: Mapping[Key, float], name: str, count: int) -> list[float]:
    return [sum(c * couplings.get((field, name, i), 0.0) for field, c in content.items()) for i in range(count)]


# ------------------------------------------------------------------ mass eigenstates
def _fermion(
    model: Model,
    species: Species,
    labels: tuple[str, ...],
    content: Mapping[str, float],
    couplings: Mapping[Key, float],
    rotations: Mapping[str, Array],
    admixtures: Mapping[str, tuple[Admixture, ...]],
    states: MassEigenstates | None,
    values: Mapping[str, Value],
) -> FermionCouplings:
    count = species.generations

    def coupling(component: str, generation: int) -> float:
        return _combined(content, couplings, component, generation + 1)[-1]

    def matrix(part: Half | None, mixing: Array | None) -> Array:
        if part is None:
            return np.zeros((count, count), dtype=complex)
        own = [piece.sign * coupling(piece.component.name, piece.generation) for piece in part.pieces]
        found = np.diag(own).astype(complex)
        if part.name in admixtures:
            found = np.zeros_like(found)
            for item in admixtures[part.name]:
                found += coupling(item.component, item.generation) * item.weights
        rotation = rotations.get(part.name, mixing)
        return found if rotation is None else np.asarray(rotation.conj().T @ found @ rotation)

    part = species.left or species.right
    assert part is not None
    if is_standard(species):
        masses: tuple[float | None, ...] = tuple(constant(m) for m in THRESHOLDS.get(species.name, ()))
        masses = masses or (0.0,) * count
    elif states is not None:
        masses = states.masses
    else:
        masses = (fermion_mass(model, part.field, values),) * count
    return FermionCouplings(
        species.name,
        labels,
        matrix(species.left, None if states is None else states.left),
        matrix(species.right, None if states is None else states.right),
        masses,
        _copies(model, model.field(part.field), part),
        bool(part.colour),
        part.electric_charge,
        is_majorana(model, species) if states is None else states.is_majorana,
    )


def _copies(model: Model, field: Field, part: Half) -> int:
    """Components that the table of currents does not tell apart."""
    unresolved = [group for group, _ in part.colour]
    unresolved += [name for name in field.irreps if model.group(name).is_global]
    return int(np.prod([field.irreps[name].dimension for name in unresolved], dtype=int))


def _components(
    model: Model, content: Mapping[str, float], couplings: Mapping[Key, float]
) -> dict[tuple[str, int], float]:
    return {
        (scalar.name, number): _combined(content, couplings, f"{scalar.name}/{number}", 1)[0]
        for scalar in model.scalars
        for number in range(scalar.dimension)
    }


def _scalars(
    model: Model, species: Sequence[Species], components: Mapping[tuple[str, int], float], values: Mapping[str, Value]
) -> tuple[ScalarCouplings, ...]:
    result = []
    for scalar in model.scalars:
        found: dict[float, int] = {}
        for number in range(scalar.dimension):
            coupling = components[scalar.name, number]
            # Of a real field the component of the opposite charge is the conjugate, not one more.
            size = coupling if scalar.is_real else abs(coupling)
            if size > 1e-14:
                rounded = float(f"{coupling:.12g}")
                found[rounded] = found.get(rounded, 0) + scalar.generations
        role = _role(model, scalar)
        mass = scalar_mass(model, scalar.name, values)
        name = field_label(scalar.name, species)
        further = has_further_mass(model, scalar.name, values)
        result += [ScalarCouplings(name, g, number, mass, role, further) for g, number in found.items()]
    return tuple(result)


def _role(model: Model, scalar: Field) -> str:
    if not vacuum_support(scalar):
        return ""
    if not is_plain(model):
        return "mixed"
    return "higgs" if scalar.irreps else "singlet"
