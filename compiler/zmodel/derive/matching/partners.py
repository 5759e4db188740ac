"""Light fermions that mix with heavy vector-like ones through vacuum values of singlets, and the currents they get.

L = -m Fbar_L F_R - Y_i qbar_i F_R Phi + h.c. makes Y_i^* <Phi>^* q_i + m^* F_L heavy, and leaves light combinations
with F_L = -theta_i^* q_i, theta_i = Y_i <Phi>/m, to leading order. A boson that couples to X_F and X_i then has the

    current qbar_i (X_F - (X_i + X_j)/2) theta_i theta_j^* gamma q_j

besides its diagonal one. This is paper B, Eq. (3.11), for X_F = X_q - X_Phi. For a right-handed f with -Y_j Fbar_L f_j
Phi it is theta_i^* theta_j. The partner has the Standard Model charges of the light field, so nothing else changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from zmodel.derive.couplings import Coupling
from zmodel.derive.lorentz import fermion_positions
from zmodel.derive.matching.boson_mass import HeavyBoson
from zmodel.derive.matching.entries import coupling_entry, valid_couplings
from zmodel.derive.rotations import Matrix
from zmodel.derive.standard_model import GENERATIONS, StandardModel
from zmodel.derive.symbolic import Symbolic, from_polynomial, inverse, named, rational, symbolic, zero
from zmodel.model import Leg, Model
from zmodel.model.expression import exact_value


@dataclass(frozen=True)
class Partner:
    """A heavy fermion that mixes with a multiplet.

    Attributes:
        multiplet: q, u, d, l or e.
        heavy: the heavy field of the multiplet's handedness.
        angles: theta of each generation.
    """

    multiplet: str
    heavy: str
    angles: tuple[Symbolic, ...]


def find_partners(model: Model, standard_model: StandardModel, complex_names: frozenset[str]) -> tuple[Partner, ...]:
    """All single vector-like partners with one mass term, and Yukawa couplings to singlets with a vacuum value."""
    couplings = valid_couplings(model)
    found: list[Partner] = []
    for mass in couplings.values():
        if mass.kind != "mass" or mass.shape:
            continue
        (_, legs, _), *_ = mass.monomials
        first, second = (leg.field for leg in legs)
        for yukawa in couplings.values():
            for same, opposite in ((first, second), (second, first)):
                partner = _partner(model, standard_model, yukawa, (mass, same, opposite), complex_names)
                if partner is not None:
                    found.append(partner)
    return tuple(found)


def _partner(
    model: Model,
    standard_model: StandardModel,
    yukawa: Coupling,
    pair: tuple[Coupling, str, str],
    complex_names: frozenset[str],
) -> Partner | None:
    """What `yukawa` mixes into `same`, whose mass term is with `opposite`."""
    mass, same, opposite = pair
    monomial = next((m for m in model.couplings if m.name == yukawa.name), None)
    if yukawa.kind != "yukawa" or monomial is None:
        return None
    _, legs, tensor = yukawa.monomials[0]
    positions = fermion_positions(model, monomial.monomials[0])
    light = [i for i in positions if legs[i].field != opposite]
    scalars = [leg for i, leg in enumerate(legs) if i not in positions]
    if len(light) != 1 or len(scalars) != 1 or set(tensor.values()) != {1}:
        return None
    value = _vacuum_value(model, scalars[0], complex_names)
    members = _members(standard_model, legs[light[0]].field)
    if value is None or members is None or model.field(same).chirality != model.field(legs[light[0]].field).chirality:
        return None
    name, places = members
    # The line as it is written, or its hermitian conjugate, has the form of the module's first equation.
    left = model.field(same).chirality == "left"
    reverse = legs[light[0]].conjugated != left
    mass_leg = next(leg for leg in mass.monomials[0][1] if leg.field == same)
    size = named(mass.name)
    size = size if mass_leg.conjugated == left else size.conjugate(complex_names)
    angles = [zero()] * GENERATIONS
    for indices in yukawa.entries:
        generation = indices[yukawa.axes.index(light[0])] if light[0] in yukawa.axes else 0
        if generation in places:
            product = coupling_entry(yukawa, indices) * value
            angles[places[generation]] = (product.conjugate(complex_names) if reverse else product) * inverse(size)
    return Partner(name, same, tuple(angles))


def _vacuum_value(model: Model, leg: Leg, complex_names: frozenset[str]) -> Symbolic | None:
    field = model.field(leg.field)
    if field.irreps or len(field.vev) != 1 or exact_value(field.vev[0]) == 0:
        return None
    value = symbolic(field.vev[0])
    return value.conjugate(complex_names) if leg.conjugated else value


def _members(standard_model: StandardModel, field: str) -> tuple[str, dict[int, int]] | None:
    """The multiplet of a light field, and which of its generations each of the field's is."""
    for name, members in standard_model.multiplets.items():
        places = {m.generation: i for i, m in enumerate(members) if m.field == field and m.sign == 1}
        if places:
            return name, places
    return None


def mixing_current(
    model: Model,
    standard_model: StandardModel,
    partners: tuple[Partner, ...],
    multiplet: str,
    boson: HeavyBoson,
    complex_names: frozenset[str],
) -> Matrix:
    """The 3 x 3 matrix that partners add to the current of a multiplet under a U(1), its coupling included."""
    left = multiplet in ("q", "l")
    rows = [[zero()] * GENERATIONS for _ in range(GENERATIONS)]
    for partner in partners:
        if partner.multiplet != multiplet:
            continue
        theta = partner.angles
        conjugate = [angle.conjugate(complex_names) for angle in theta]
        for i in range(GENERATIONS):
            for j in range(GENERATIONS):
                angles = theta[i] * conjugate[j] if left else conjugate[i] * theta[j]
                rows[i][j] += _difference(model, standard_model, partner, boson, (i, j)) * angles
    return tuple(tuple(row) for row in rows)


def _difference(
    model: Model, standard_model: StandardModel, partner: Partner, boson: HeavyBoson, generations: tuple[int, int]
) -> Symbolic:
    """X_F - (X_i + X_j)/2, couplings included."""
    total = zero()
    for group, weight in boson.parts:
        heavy = model.charge(partner.heavy, group.name, 0)
        light = [standard_model.charge(model, partner.multiplet, i, group.name) for i in generations]
        polynomial = from_polynomial(heavy * 2 - light[0] - light[1], model.ring)
        total += weight * named(group.coupling or "") * polynomial * rational(Fraction(1, 2))
    return total
