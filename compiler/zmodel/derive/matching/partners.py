"""Light fermions that mix with heavy vector-like ones through vacuum values of singlets, and the currents they get.

Over left-handed Weyl spinors L = -(f_i A_ic + F_a H_ac) chi_c + h.c. with all vacuum values but the Higgs doublet's put
in: f are light, F heavy with the same charges of the Standard Model, and chi the other halves. So F_a + T_ai f_i are
heavy, T = (A H^-1)^T, and light combinations have F_a = -T_ai f_i to leading order in T. It counts as small, wherever
the masses in H come from. A boson that couples to X_a and X_i then has the

    current fbar_i (X_a - (X_i + X_j)/2) T_ai^* T_aj gamma f_j

besides its diagonal one, summed over heavy fermions. For L = -m Fbar_L F_R - Y_i qbar_i F_R Phi this is paper B, Eq.
(3.11), with T_i^* = Y_i <Phi>/m and X_F = X_q - X_Phi. T is conjugated where f and F are conjugates of right-handed
fields.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from itertools import product

from zmodel.derive.components import component_norms
from zmodel.derive.couplings import Coupling
from zmodel.derive.flavour.mass_matrix import State
from zmodel.derive.lorentz import is_daggered
from zmodel.derive.matching.bilinears import Component, Surroundings, light_components
from zmodel.derive.matching.boson_mass import HeavyBoson, minor
from zmodel.derive.matching.entries import coupling_entry, valid_couplings
from zmodel.derive.matching.errors import MatchingError
from zmodel.derive.matching.vacuum import vacuum_values
from zmodel.derive.rotations import Matrix
from zmodel.derive.standard_model import GENERATIONS, MULTIPLETS
from zmodel.derive.symbolic import Symbolic, from_polynomial, inverse, named, rational, unexpanded, zero

Masses = Mapping[State, Mapping[State, Symbolic]]
"""M_ab of L = -sum M_ab psi_a psi_b + h.c. over pairs of Weyl spinors, given for both orders."""


@dataclass(frozen=True)
class Partner:
    """A heavy fermion that mixes with a multiplet.

    Attributes:
        multiplet: q, u, d, l or e.
        state: the heavy spinor.
        weight: the norm of its kinetic term.
        angles: T of each generation, or its conjugate where the fields are right-handed: F = -T_i f_i.
    """

    multiplet: str
    state: State
    weight: Fraction
    angles: tuple[Symbolic, ...]


def find_partners(surroundings: Surroundings) -> tuple[Partner, ...]:
    """All heavy fermions that mix with light ones. Mass terms of the file never do, as they have no light fermions.

    Raises:
        MatchingError: if what mixes with light fermions is not heavy without them.
    """
    masses = _mass_matrix(surroundings)
    found: list[Partner] = []
    for multiplet in MULTIPLETS:
        light = _light_states(surroundings, multiplet)
        for rows, columns in _blocks(masses, light):
            found += _mixed(surroundings, masses, (multiplet, light), (rows, columns))
    return tuple(found)


def mixing_current(
    surroundings: Surroundings, partners: tuple[Partner, ...], multiplet: str, boson: HeavyBoson
) -> Matrix:
    """The 3 x 3 matrix that partners add to the current of a multiplet under a U(1), its coupling included."""
    rows = [[zero()] * GENERATIONS for _ in range(GENERATIONS)]
    for partner in partners:
        if partner.multiplet != multiplet:
            continue
        conjugate = [angle.conjugate(surroundings.complex_names) for angle in partner.angles]
        for i, j in product(range(GENERATIONS), repeat=2):
            difference = _difference(surroundings, multiplet, partner.state, boson, (i, j))
            if not difference.is_zero:
                rows[i][j] += difference * conjugate[i] * partner.angles[j] * rational(partner.weight)
    return tuple(tuple(row) for row in rows)


# ------------------------------------------------------------------ masses
def _mass_matrix(surroundings: Surroundings) -> Masses:
    found: dict[State, dict[State, Symbolic]] = {}
    for coupling in valid_couplings(surroundings.model).values():
        if coupling.kind != "potential":
            for pair, value in _entries(surroundings, coupling):
                for first, second in (pair, pair[::-1]):
                    row = found.setdefault(first, {})
                    row[second] = row.get(second, zero()) + value
    return {a: {b: value for b, value in row.items() if not value.is_zero} for a, row in found.items()}


def _entries(surroundings: Surroundings, coupling: Coupling) -> Iterator[tuple[tuple[State, State], Symbolic]]:
    """What one coupling adds to M, with vacuum values that leave the Standard Model unbroken."""
    model, names = surroundings.model, surroundings.complex_names
    factor, legs, tensor = coupling.monomials[0]
    spinors = [i for i, leg in enumerate(legs) if model.field(leg.field).is_fermion]
    vacua = {i: vacuum_values(surroundings, leg) for i, leg in enumerate(legs) if i not in spinors}
    if not all(vacua.values()):
        return
    daggered = is_daggered(model, legs[spinors[0]])
    for components, number in tensor.items():
        size = rational(factor * Fraction(number))
        for i, values in vacua.items():
            size = size * values.get(components[i], zero())
        for generations in product(*(range(model.field(legs[i].field).generations) for i in spinors)):
            at = dict(zip(spinors, generations, strict=True))
            value = size * coupling_entry(coupling, tuple(at[axis] for axis in coupling.axes))
            if not value.is_zero:
                first, second = (State(legs[i].field, components[i], at[i]) for i in spinors)
                yield (first, second), value.conjugate(names) if daggered else value


# ------------------------------------------------------------------ mixing
def _light_states(surroundings: Surroundings, multiplet: str) -> tuple[tuple[State, int], ...]:
    """The spinors of one component of three generations, and signs."""
    found = []
    for member in surroundings.standard_model.multiplets[multiplet]:
        components = light_components(surroundings, member.field)
        index, sign = next((i, sign) for i, (place, sign) in enumerate(components) if place == Component(0, 0))
        found.append((State(member.field, index, member.generation), sign))
    return tuple(found)


def _blocks(
    masses: Masses, light: tuple[tuple[State, int], ...]
) -> Iterator[tuple[tuple[State, ...], tuple[State, ...]]]:
    """F and chi of light spinors, apart where H joins none of the one to the others."""
    known = {state for state, _ in light}
    seen: set[State] = set()
    for start in (column for state, _ in light for column in masses.get(state, {})):
        if start in seen:
            continue
        rows: dict[State, None] = {}
        columns = {start: None}
        for column in (waiting := [start]):
            for row in masses[column]:
                if row not in known and row not in rows:
                    rows[row] = None
                    new = [other for other in masses[row] if other not in columns]
                    columns |= dict.fromkeys(new)
                    waiting += new
        seen |= set(columns)
        yield tuple(rows), tuple(columns)


def _mixed(
    surroundings: Surroundings,
    masses: Masses,
    lines: tuple[str, tuple[tuple[State, int], ...]],
    block: tuple[tuple[State, ...], tuple[State, ...]],
) -> Iterator[Partner]:
    """The heavy fermions of one block."""
    (multiplet, light), (rows, columns) = lines, block
    heavy = tuple(tuple(masses[row].get(column, zero()) for column in columns) for row in rows)
    every = tuple(range(len(rows)))
    determinant = minor(heavy, every, every) if len(rows) == len(columns) else zero()
    if determinant.is_zero:
        mixed = ", ".join(dict.fromkeys(state.field for state, _ in light if set(masses.get(state, {})) & set(columns)))
        others = ", ".join(dict.fromkeys(state.field for state in (*rows, *columns)))
        raise MatchingError(f"vacuum values mix {mixed} with {others}, not all of which have masses of their own")
    factor = inverse(determinant)
    right = MULTIPLETS[multiplet].chirality == "right"
    for a, row in enumerate(rows):
        angles = []
        for state, sign in light:
            joined = masses.get(state, {})
            terms = (joined[column] * _cofactor(heavy, a, c) for c, column in enumerate(columns) if column in joined)
            angle = unexpanded(reduce(Symbolic.__add__, terms, zero())) * factor * rational(sign)
            angles.append(angle.conjugate(surroundings.complex_names) if right else angle)
        norm = component_norms(surroundings.model, surroundings.model.field(row.field))[row.component]
        yield Partner(multiplet, row, norm, tuple(angles))


def _cofactor(matrix: Matrix, row: int, column: int) -> Symbolic:
    """What an entry is multiplied with in the determinant."""
    size = range(len(matrix))
    rest = minor(matrix, tuple(i for i in size if i != row), tuple(j for j in size if j != column))
    return rest * rational((-1) ** (row + column))


def _difference(
    surroundings: Surroundings, multiplet: str, heavy: State, boson: HeavyBoson, generations: tuple[int, int]
) -> Symbolic:
    """X_F - (X_i + X_j)/2, couplings included, F having the handedness of the multiplet."""
    model = surroundings.model
    sign = 1 if model.field(heavy.field).chirality == MULTIPLETS[multiplet].chirality else -1
    total = zero()
    for group, weight in boson.parts:
        charge = model.charge(heavy.field, group.name, heavy.generation) * sign
        light = [surroundings.standard_model.charge(model, multiplet, i, group.name) for i in generations]
        polynomial = from_polynomial(charge * 2 - light[0] - light[1], model.ring)
        total += weight * named(group.coupling or "") * polynomial * rational(Fraction(1, 2))
    return total
