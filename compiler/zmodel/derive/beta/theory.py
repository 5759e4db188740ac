"""A model as tensors over field components, ready for the general formulas.

Fermions are left-handed Weyl spinors with L = -1/2 y_aij psi_i psi_j phi_a + h.c.; scalars enter as phi_m and
phi_m^* side by side, V = 1/4! lambda_abcd phi_a phi_b phi_c phi_d. An index sum over scalars pairs a
component with its conjugate. Mass terms and trilinears are couplings of a dummy scalar that does not
propagate (Martin and Vaughn's method). Generations are no index here: entries of y are flavour matrices.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import factorial, prod

from zmodel.algebra import Polynomial, Ring
from zmodel.algebra.flavour import Alphabet, FlavourSum
from zmodel.algebra.letters import CONJUGATED, TRANSPOSED
from zmodel.derive.beta.mixing import AbelianSector, abelian_sector, coupling_matrix
from zmodel.derive.components import component_norms, real_form
from zmodel.derive.couplings import Coupling, CouplingTable
from zmodel.derive.lorentz import is_daggered
from zmodel.derive.scalar_polynomial import conjugate_scalar_polynomial, scalar_polynomial
from zmodel.model import Leg, Model

FlavourMatrix = dict[int, dict[int, FlavourSum]]
"""Sparse matrix over fermion components; entries are flavour matrices."""


@dataclass(frozen=True)
class FermionComponent:
    """One component of a Weyl multiplet; index sums carry `weight`, the inverse kinetic norm."""

    field: str
    index: int
    generations: int
    weight: Fraction


@dataclass(frozen=True)
class ScalarComponent:
    """phi_m or phi_m^*; index sums pair it with `partner` and carry `weight`."""

    field: str
    conjugated: bool
    index: int
    partner: int
    weight: Fraction

    @property
    def phase(self) -> int:
        """The sign in (phi_m)^* = phase * partner; norms are positive, so it is that of the weight."""
        return 1 if self.weight > 0 else -1


@dataclass(frozen=True)
class Components:
    """What the indices of a model's tensors stand for.

    Attributes:
        model: where they come from.
        fermions: all Weyl components.
        scalars: all scalar components; the dummy scalar has the index `dummy` after them.
        couplings: those that have at least one allowed entry.
    """

    model: Model
    fermions: tuple[FermionComponent, ...]
    scalars: tuple[ScalarComponent, ...]
    couplings: tuple[Coupling, ...]

    @property
    def dummy(self) -> int:
        """Index of the dummy scalar."""
        return len(self.scalars)

    @cached_property
    def positions(self) -> Positions:
        """Where each component stands."""
        return Positions(self.fermions, self.scalars)


@dataclass(frozen=True)
class Theory(Components):
    """The tensors of a model.

    Attributes:
        alphabet: letters and ring of all values.
        abelian: the U(1)s; `h` is their coupling matrix.
        yukawa: y_a for each scalar a and the dummy; `yukawa_bar` the coefficients of psi^dag psi^dag phi_a.
        quartic: lambda_abcd by sorted indices; with dummies, cubic and quadratic terms.
    """

    alphabet: Alphabet
    abelian: AbelianSector
    h: Mapping[tuple[str, str], Polynomial]
    yukawa: tuple[FlavourMatrix, ...]
    yukawa_bar: tuple[FlavourMatrix, ...]
    quartic: Mapping[tuple[int, int, int, int], Polynomial]

    @property
    def ring(self) -> Ring:
        """The ring of commuting symbols."""
        return self.alphabet.ring

    @property
    def gauge_parameter(self) -> str:
        """The symbol of xi in R_xi gauge; beta functions do not depend on it."""
        return self.ring.symbols[-1]


def find_components(model: Model, table: CouplingTable) -> Components:
    """The components of a model, and its couplings with an allowed entry."""
    couplings = tuple(c for c in table.couplings.values() if c.texture)
    return Components(model, _fermion_components(model), _scalar_components(model), couplings)


def build_theory(model: Model, table: CouplingTable) -> Theory:
    """Builds the tensors of all couplings with an allowed entry."""
    found = find_components(model, table)
    scalars, couplings, positions = found.scalars, found.couplings, found.positions
    sector = abelian_sector(model)
    alphabet = _alphabet(model, couplings, sector)
    yukawa = _yukawa(model, couplings, alphabet, positions, len(scalars))
    quartic = _quartic(model, couplings, alphabet, positions, len(scalars))
    bar = tuple(_conjugate_matrix(yukawa[scalar.partner], scalar.phase) for scalar in scalars)
    return Theory(
        model,
        found.fermions,
        scalars,
        couplings,
        alphabet,
        sector,
        coupling_matrix(sector, alphabet.ring),
        yukawa,
        (*bar, _conjugate_matrix(yukawa[-1])),
        quartic,
    )


# ------------------------------------------------------------------ symbols
def conjugate_name(name: str) -> str:
    """The symbol of a complex coupling's conjugate."""
    return f"{name}^*"


def coupling_symbols(coupling: Coupling) -> tuple[str, ...]:
    """Commuting symbols of a coupling: kept entries, or the coupling if it is a single number."""
    if coupling.kept:
        return tuple(kept.name for kept in coupling.kept)
    return () if coupling.shape else (coupling.name,)


def _alphabet(model: Model, couplings: tuple[Coupling, ...], sector: AbelianSector) -> Alphabet:
    gauge = [group.coupling for group in model.gauge_groups if group.coupling is not None]
    mixings = [mixing.name for mixing in model.mixings]
    real = [s for c in couplings if c.is_real for s in coupling_symbols(c)]
    complex_ = [s for c in couplings if not c.is_real for s in coupling_symbols(c)]
    conjugates = {name: conjugate_name(name) for name in complex_}
    symbols = (
        *gauge,
        *mixings,
        *sector.symbols,
        *(s for name in complex_ for s in (name, conjugate_name(name))),
        *real,
        *model.ring.symbols,
    )
    ring = Ring((*symbols, _gauge_parameter(symbols)))
    charges = {
        (group.name, field.name): tuple(ring.embed(charge, model.ring) for charge in field.charges[group.name])
        for group in model.abelian_groups
        for field in model.fermions
        if group.name in field.charges
    }
    symmetries = {c.name: c.symmetry for c in couplings}
    both = {**conjugates, **{conjugate: name for name, conjugate in conjugates.items()}}
    return Alphabet(ring, charges, symmetries, both)


def _gauge_parameter(taken: tuple[str, ...]) -> str:
    """A name for xi that no symbol of the model has."""
    name = "xi"
    while name in taken:
        name += "_gauge"
    return name


# ------------------------------------------------------------------ components
def _fermion_components(model: Model) -> tuple[FermionComponent, ...]:
    return tuple(
        FermionComponent(field.name, index, field.generations, 1 / norm)
        for field in model.fermions
        for index, norm in enumerate(component_norms(model, field))
    )


def _scalar_components(model: Model) -> tuple[ScalarComponent, ...]:
    result: list[ScalarComponent] = []
    for field in model.scalars:
        start = len(result)
        if field.is_real:
            for index, (partner, value) in enumerate(real_form(model, field)):
                result.append(ScalarComponent(field.name, False, index, start + partner, 1 / value))
            continue
        norms = component_norms(model, field)
        size = len(norms)
        for conjugated in (False, True):
            for index, norm in enumerate(norms):
                partner = start + index + (0 if conjugated else size)
                result.append(ScalarComponent(field.name, conjugated, index, partner, 1 / norm))
    return tuple(result)


@dataclass(frozen=True)
class Positions:
    """Where a component stands in the lists of a theory."""

    fermions: tuple[FermionComponent, ...]
    scalars: tuple[ScalarComponent, ...]

    def fermion(self, name: str) -> Mapping[int, int]:
        """The place of each component of a multiplet."""
        return self._fermions[name]

    def scalar(self, name: str, conjugated: bool) -> Mapping[int, int]:
        """The place of each component of a multiplet or of its conjugate."""
        return self._scalars[name, conjugated]

    # Found once: each term of a potential asks for every component that it holds.
    @cached_property
    def _fermions(self) -> Mapping[str, Mapping[int, int]]:
        places: dict[str, dict[int, int]] = defaultdict(dict)
        for place, component in enumerate(self.fermions):
            places[component.field][component.index] = place
        return places

    @cached_property
    def _scalars(self) -> Mapping[tuple[str, bool], Mapping[int, int]]:
        places: dict[tuple[str, bool], dict[int, int]] = defaultdict(dict)
        for place, component in enumerate(self.scalars):
            places[component.field, component.conjugated][component.index] = place
        return places


# ------------------------------------------------------------------ Yukawa tensor
def coupling_matrix_value(coupling: Coupling, alphabet: Alphabet, model: Model) -> FlavourSum:
    """The flavour matrix of a coupling, rows for the first fermion and columns for the second."""
    ring = alphabet.ring
    if not coupling.shape:
        return alphabet.scalar(ring.symbol(coupling_symbols(coupling)[0]))
    rows, columns = matrix_shape(coupling, model)
    if not coupling.kept:
        return alphabet.matrix(coupling.name, rows, columns)
    total = alphabet.zero
    for kept in coupling.kept:
        row, column = matrix_indices(kept.indices, rows)
        total = total + alphabet.unit(row, column, rows, columns).scale(ring.symbol(kept.name))
        if row != column and coupling.symmetry != "none":
            sign = 1 if coupling.symmetry == "symmetric" else -1
            total = total + alphabet.unit(column, row, rows, columns).scale(sign * ring.symbol(kept.name))
    return total


def matrix_shape(coupling: Coupling, model: Model) -> tuple[int, int]:
    """Generations of the first and of the second fermion."""
    legs = [leg for leg in coupling.monomials[0][1] if model.field(leg.field).is_fermion]
    return model.field(legs[0].field).generations, model.field(legs[1].field).generations


def matrix_indices(indices: tuple[int, ...], rows: int) -> tuple[int, int]:
    """Row and column from the indices of the axes that a coupling has."""
    if len(indices) == 2:
        return indices[0], indices[1]
    return (indices[0], 0) if rows > 1 else (0, indices[0])


def yukawa_entries(
    coupling: Coupling, model: Model, positions: Positions, dummy: int
) -> Iterator[tuple[int, int, int, Fraction, bool]]:
    """Entries of y that a coupling fills: scalar, first fermion, second fermion, factor, daggered.

    `daggered` tells that the term is made of daggered spinors, so that y holds the conjugate coupling.
    """
    for coefficient, legs, tensor in coupling.monomials:
        fermions = [i for i, leg in enumerate(legs) if model.field(leg.field).is_fermion]
        scalar = next((i for i in range(len(legs)) if i not in fermions), None)
        daggered = is_daggered(model, legs[fermions[0]])
        rows, columns = (positions.fermion(legs[i].field) for i in fermions)
        for indices, value in tensor.items():
            a, phase = dummy, 1
            if scalar is not None:
                a, phase = _scalar_position(legs[scalar], indices[scalar], positions, daggered)
            yield a, rows[indices[fermions[0]]], columns[indices[fermions[1]]], coefficient * value * phase, daggered


def _scalar_position(leg: Leg, index: int, positions: Positions, daggered: bool) -> tuple[int, int]:
    """The scalar beside psi psi, and a sign: conjugated once more if the term as written has psi^dag psi^dag."""
    position = positions.scalar(leg.field, leg.conjugated)[index]
    component = positions.scalars[position]
    return (component.partner, component.phase) if daggered else (position, 1)


def _yukawa(
    model: Model, couplings: tuple[Coupling, ...], alphabet: Alphabet, positions: Positions, dummy: int
) -> tuple[FlavourMatrix, ...]:
    y: list[FlavourMatrix] = [defaultdict(dict) for _ in range(dummy + 1)]
    for coupling in couplings:
        if coupling.kind == "potential":
            continue
        matrix = coupling_matrix_value(coupling, alphabet, model)
        for a, i, j, factor, daggered in yukawa_entries(coupling, model, positions, dummy):
            value = (matrix.operate(CONJUGATED) if daggered else matrix).scale(alphabet.ring.constant(factor))
            _add(y[a], i, j, value)
            _add(y[a], j, i, value.operate(TRANSPOSED))
    return tuple({i: dict(row) for i, row in matrix.items()} for matrix in y)


def _add(matrix: FlavourMatrix, i: int, j: int, value: FlavourSum) -> None:
    row = matrix[i]
    row[j] = row[j] + value if j in row else value


def _conjugate_matrix(matrix: FlavourMatrix, phase: int = 1) -> FlavourMatrix:
    return {i: {j: value.operate(CONJUGATED).scale(phase) for j, value in row.items()} for i, row in matrix.items()}


# ------------------------------------------------------------------ quartic tensor
def _quartic(
    model: Model, couplings: tuple[Coupling, ...], alphabet: Alphabet, positions: Positions, dummy: int
) -> dict[tuple[int, int, int, int], Polynomial]:
    """lambda_abcd = fourth derivative of V with the dummy scalar filling up quadratic and cubic terms."""
    quartic: dict[tuple[int, int, int, int], Polynomial] = {}
    for coupling in couplings:
        if coupling.kind != "potential":
            continue
        for key, factor, conjugated in quartic_entries(coupling, model, positions, dummy):
            symbol = coupling_symbols(coupling)[0]
            value = alphabet.ring.symbol(conjugate_name(symbol) if conjugated else symbol)
            value = value * alphabet.ring.constant(factor)
            quartic[key] = quartic[key] + value if key in quartic else value
    return {key: value for key, value in quartic.items() if not value.is_zero()}


def quartic_entries(
    coupling: Coupling, model: Model, positions: Positions, dummy: int
) -> Iterator[tuple[tuple[int, int, int, int], Fraction, bool]]:
    """Entries of lambda that a term fills: sorted indices, factor, whether with the conjugate coupling."""
    polynomial = scalar_polynomial(coupling.monomials, model)
    parts = [(polynomial, False)]
    if not coupling.is_real:
        parts.append((conjugate_scalar_polynomial(polynomial, model), True))
    for part, conjugated in parts:
        for component, coefficient in part.items():
            indices = [positions.scalar(name, bar)[index] for name, bar, index in component]
            indices += [dummy] * (4 - len(indices))
            key = tuple(sorted(indices))
            counts = prod(factorial(key.count(index)) for index in set(key))
            yield (key[0], key[1], key[2], key[3]), coefficient * counts, conjugated


def make_positions(theory: Theory) -> Positions:
    """Positions of the components of a theory."""
    return Positions(theory.fermions, theory.scalars)
