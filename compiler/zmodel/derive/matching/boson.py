"""The exchange of a heavy U(1) boson, for any charges, kinetic mixing and rotations.

The boson couples to J = sum_f fbar g_f gamma f + g_H H^dag i<->D H, where

    g_f = V_f^dag (g_X X_f + partners) V_f + s Y_f,    g_H = g_X X_H + s Y_H.

s is the admixture of hypercharge by kinetic mixing (`hypercharge_mixing`), -epsilon g' for -(epsilon/2) B X,
V_f the rotation to the mass eigenstates of the down-aligned Warsaw basis (`rotations`), and `partners` what heavy
vector-like fermions mix in (`partners`). L_eff = -J^2/(2 M^2) is read off in the non-redundant operators of WCxf
(`smeft_basis`). This is paper C, Eqs. (2.6) to (2.30), but with rotations of all fields, not of q alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce

from zmodel.derive.hypercharge_mixing import HyperchargeMixing, derive_hypercharge_mixing
from zmodel.derive.matching.bilinears import Surroundings
from zmodel.derive.matching.boson_mass import HeavyBoson
from zmodel.derive.matching.partners import Partner, find_partners, mixing_current
from zmodel.derive.matching.results import CurrentMatrix, MatchingResult
from zmodel.derive.rotations import Matrix, hermitian_conjugate, multiply
from zmodel.derive.smeft_basis import HIGGS, CurrentElement, CurrentProduct, vector_exchange
from zmodel.derive.standard_model import GENERATIONS, HYPERCHARGE, MULTIPLETS, StandardModel
from zmodel.derive.symbolic import Symbolic, from_polynomial, named, rational, zero
from zmodel.model import Model
from zmodel.model.expression import ZERO, Expression
from zmodel.model.model import Integration


def match_boson(surroundings: Surroundings, boson: HeavyBoson, integration: Integration) -> MatchingResult:
    """Integrates out the boson of a U(1) that has a mass.

    Args:
        surroundings: a resolved model, all of whose U(1)s but hypercharge are integrated out.
        boson: what is integrated out.
        integration: the statement that asks for it.

    Raises:
        MatchingError: if light fermions mix with heavy ones in a way that is not known here.
        MixingError: if the form of kinetic mixing has no meaning in the model.
        TooManyTermsError: if a current is too long.
    """
    model, standard_model = surroundings.model, surroundings.standard_model
    rotations, complex_names = surroundings.rotations, surroundings.complex_names
    group = boson.group
    mixings = [
        (weight, derive_hypercharge_mixing(model, part.name, standard_model.hypercharge, standard_model.weak))
        for part, weight in boson.parts
    ]
    mixing = mixings[0][1]
    admixture = reduce(Symbolic.__add__, (weight * item.admixture for weight, item in mixings))
    partners = find_partners(surroundings)

    def charge(multiplet: str, generation: int) -> Symbolic:
        total = zero()
        for part, weight in boson.parts:
            polynomial = standard_model.charge(model, multiplet, generation, part.name)
            total += weight * named(part.coupling or "") * from_polynomial(polynomial, model.ring)
        return total

    currents: dict[str, CurrentMatrix] = {}
    for name in MULTIPLETS:
        charges = [charge(name, generation) for generation in range(GENERATIONS)]
        mixed_in = mixing_current(surroundings, partners, name, boson)
        universal = admixture * rational(HYPERCHARGE[name])
        currents[name] = _expressions(_rotate(charges, mixed_in, universal, rotations[name], complex_names))
    higgs = (charge(HIGGS, 0) + admixture * rational(HYPERCHARGE[HIGGS])).expression()
    return MatchingResult(
        group.boson or group.name,
        group.name,
        boson.mass,
        integration.scale,
        mixing.form,
        currents,
        higgs,
        {name: _expressions(matrix) for name, matrix in rotations.items()},
        mixing.hypercharge_coupling.expression(),
        _non_vanishing(currents, higgs),
        complex_names,
        _notes(model, standard_model, boson, mixing, partners),
    )


def _rotate(
    charges: list[Symbolic],
    mixed_in: Matrix,
    universal: Symbolic,
    rotation: Matrix,
    complex_names: frozenset[str],
) -> Matrix:
    """V^dag (diag(charges) + mixed_in) V + universal, where V is unitary.

    A charge that generations share is universal, too, and drops out of the rotation.
    """
    common = next((charge for i, charge in enumerate(charges) if charge in charges[:i]), zero())
    size = range(len(charges))
    inner = tuple(tuple(mixed_in[i][j] + (charges[i] - common if i == j else zero()) for j in size) for i in size)
    rotated = multiply(hermitian_conjugate(rotation, complex_names), multiply(inner, rotation))
    return tuple(
        tuple(entry + common + universal if i == j else entry for j, entry in enumerate(row))
        for i, row in enumerate(rotated)
    )


def _expressions(matrix: Matrix) -> CurrentMatrix:
    return tuple(tuple(entry.expression() for entry in row) for row in matrix)


def _non_vanishing(currents: Mapping[str, CurrentMatrix], higgs: Expression) -> dict[str, tuple[CurrentProduct, ...]]:
    vanishing = {
        CurrentElement(name, i, j)
        for name, matrix in currents.items()
        for i, row in enumerate(matrix)
        for j, entry in enumerate(row)
        if entry == ZERO
    }
    if higgs == ZERO:
        vanishing.add(CurrentElement(HIGGS, 0, 0))
    kept = {
        key: tuple(p for p in products if p.first not in vanishing and p.second not in vanishing)
        for key, products in vector_exchange().items()
    }
    return {key: products for key, products in kept.items() if products}


# ------------------------------------------------------------------ what else to say
def _notes(
    model: Model,
    standard_model: StandardModel,
    heavy: HeavyBoson,
    mixing: HyperchargeMixing,
    partners: tuple[Partner, ...],
) -> tuple[str, ...]:
    group = heavy.group
    boson = group.boson or group.name
    if group.mass is None:
        notes = [f"the mass of {boson} is that of the vacuum values of scalars without charges of the Standard Model"]
    else:
        notes = [f"{group.mass} is the mass in the Lagrangian, {group.mass}^2 {boson}_mu {boson}^mu/2"]
    others = ", ".join(part.boson or part.name for part, _ in heavy.parts[1:])
    if others:
        notes.append(
            f"its mass mixes with that of {others}, integrated out before: the currents are those that are left"
        )
    if not mixing.is_mass_eigenstate:
        notes.append(f"another boson couples to {group.name}, too: this mass is not that of a particle")
    hypercharge = model.group(standard_model.hypercharge)
    if mixing.hypercharge_coupling != named(hypercharge.coupling or ""):
        notes.append(f"mixing makes the effective theory's hypercharge coupling differ from {hypercharge.coupling}")
    neutrinos = ", ".join(dict.fromkeys(member.field for member in standard_model.neutrinos))
    if neutrinos:
        notes.append(f"right-handed neutrinos {neutrinos} are left out: WCxf has no basis with light ones")
    mixed = list(dict.fromkeys(partner.state.field for partner in partners))
    if mixed:
        notes.append(
            f"mixing with the heavy {', '.join(mixed)} is included to leading order in vacuum values over masses"
        )
    integrated = {item.name for item in model.integrations}
    left_out = [name for name in standard_model.others if name not in integrated]
    if left_out:
        notes.append(f"heavy fields left out, with what their own exchange gives: {', '.join(left_out)}")
    return tuple(notes)
