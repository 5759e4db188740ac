"""Tree-level matching of heavy U(1) bosons to SMEFT at dimension six, for any charges and kinetic mixing.

The boson of `integrate X at SCALE` couples to J = sum_f fbar g_f gamma f + g_H H^dag i<->D H, where

    g_f = V_f^dag (g_X X_f) V_f + s Y_f,    g_H = g_X X_H + s Y_H.

s is the admixture of hypercharge by kinetic mixing (`hypercharge_mixing`), -epsilon g' for -(epsilon/2) B X,
and V_f the rotation to the mass eigenstates of the down-aligned Warsaw basis (`rotations`). L_eff = -J^2/(2
M^2) is read off in the non-redundant operators of WCxf (`smeft_basis`). This is paper C, Eqs. (2.6) to
(2.30), but with rotations of all fields, not of q alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from zmodel.derive.beta.mixing import MixingError
from zmodel.derive.hypercharge_mixing import HyperchargeMixing, derive_hypercharge_mixing
from zmodel.derive.rotations import (
    Matrix,
    derive_rotations,
    hermitian_conjugate,
    known_entries,
    multiply,
)
from zmodel.derive.smeft_basis import HIGGS, CurrentElement, CurrentProduct, vector_exchange
from zmodel.derive.standard_model import (
    GENERATIONS,
    HYPERCHARGE,
    MULTIPLETS,
    MissingStandardModel,
    StandardModel,
    find_standard_model,
)
from zmodel.derive.symbolic import MAX_TERMS, Symbolic, TooManyTermsError, from_polynomial, named, rational, zero
from zmodel.diagnostics import Diagnostic
from zmodel.model import Group, Model
from zmodel.model.expression import (
    ZERO,
    Add,
    Constant,
    Expression,
    Multiply,
    Name,
    Power,
    exact_value,
    names_in,
)
from zmodel.model.model import Integration

CurrentMatrix = tuple[tuple[Expression, ...], ...]


@dataclass(frozen=True)
class MatchingResult:
    """What one heavy boson leaves behind at dimension six, in the basis `Warsaw` of WCxf.

    Attributes:
        boson: its name.
        group: name of its U(1).
        mass: M of the term M^2 X_mu X^mu/2 in the Lagrangian, in GeV.
        scale: where the coefficients hold, in GeV.
        mixing: form of kinetic mixing, or "".
        currents: the hermitian 3 x 3 matrix g_f of each of q, u, d, l, e; entries hold names of couplings and
            parameters, and CKM[i,j] or PMNS[i,j] where those matter.
        higgs: g_H, for the doublet of hypercharge 1/2.
        rotations: the unitary matrix V_f of each of q, u, d, l, e.
        hypercharge_coupling: g' of the effective theory, which some forms of mixing make differ from the
            model's coupling.
        coefficients: by WCxf key, the products of current elements whose sum over M^2 is the coefficient;
            what vanishes identically is left out.
        notes: what a user should know.
    """

    boson: str
    group: str
    mass: Expression
    scale: Expression
    mixing: str
    currents: Mapping[str, CurrentMatrix]
    higgs: Expression
    rotations: Mapping[str, CurrentMatrix]
    hypercharge_coupling: Expression
    coefficients: Mapping[str, tuple[CurrentProduct, ...]]
    notes: tuple[str, ...]

    def element(self, element: CurrentElement) -> Expression:
        """The coupling that an element stands for."""
        if element.multiplet == HIGGS:
            return self.higgs
        return self.currents[element.multiplet][element.i][element.j]

    def coefficient(self, key: str) -> Expression:
        """A coefficient as products of current elements over M^2, in GeV^-2; 0 if it vanishes identically."""
        inverse_square = Power(self.mass, Constant(Fraction(-2)))
        terms = tuple(
            Multiply((Constant(p.weight), self.element(p.first), self.element(p.second), inverse_square))
            for p in self.coefficients.get(key, ())
        )
        if not terms:
            return ZERO
        return terms[0] if len(terms) == 1 else Add(terms)

    @property
    def names(self) -> frozenset[str]:
        """What needs a value for the coefficients."""
        entries = [entry for matrix in self.currents.values() for row in matrix for entry in row]
        return frozenset().union(*(names_in(e) for e in (self.mass, self.higgs, *entries)))


def derive_matching(model: Model) -> tuple[tuple[MatchingResult, ...], tuple[Diagnostic, ...]]:
    """Integrates out every boson that the file asks for; their coefficients add up.

    Args:
        model: a resolved model.

    Returns:
        One result per `integrate`, in the order of the file; none, but diagnostics, if anything stands in the
        way.
    """
    if not model.integrations:
        return (), ()
    try:
        return _derive(model)
    except TooManyTermsError:
        message = f"a current of more than {MAX_TERMS} terms, rotations multiplied out"
        return (), (Diagnostic("Z104", message, model.integrations[0].span),)
    except MixingError as error:
        return (), (Diagnostic("Z402", str(error), model.mixings[0].span),)


def _derive(model: Model) -> tuple[tuple[MatchingResult, ...], tuple[Diagnostic, ...]]:
    heavy, diagnostics = _heavy_groups(model)
    standard_model = find_standard_model(model)
    if isinstance(standard_model, MissingStandardModel):
        return (), (*diagnostics, _missing(model, standard_model))
    diagnostics += _remaining(model, standard_model, heavy)
    rotations, found = derive_rotations(model, standard_model)
    diagnostics += found
    if diagnostics:
        return (), diagnostics
    results = tuple(
        _match(model, standard_model, rotations, group, integration)
        for group, integration in zip(heavy, model.integrations, strict=True)
    )
    return results, ()


# ------------------------------------------------------------------ what can be integrated out
def _heavy_groups(model: Model) -> tuple[tuple[Group, ...], tuple[Diagnostic, ...]]:
    """The U(1) of each `integrate`; wrong ones are left out and reported."""
    groups: list[Group] = []
    diagnostics: list[Diagnostic] = []
    for integration in model.integrations:
        group = _group_of(model, integration.name)
        problem = _cannot_integrate(integration, group)
        if problem is None and group in groups:
            problem = Diagnostic("Z402", f"`{integration.name}` is integrated out twice", integration.span)
        if problem is not None:
            diagnostics.append(problem)
        elif group is not None:
            groups.append(group)
    return tuple(groups), tuple(diagnostics)


def _group_of(model: Model, name: str) -> Group | None:
    """The gauge group of a boson; a group may stand for its boson."""
    by_boson = [group for group in model.gauge_groups if group.boson == name]
    by_name = [group for group in model.gauge_groups if group.name == name]
    return next(iter(by_boson + by_name), None)


def _cannot_integrate(integration: Integration, group: Group | None) -> Diagnostic | None:
    name = integration.name
    if group is None or not group.is_abelian:
        what = "a field" if group is None else f"the boson of SU({group.n})"
        message = f"`{name}` is {what}: only bosons of U(1)s can be integrated out"
        return Diagnostic("Z402", message, integration.span)
    if group.mass is None:
        boson = group.boson or group.name
        return Diagnostic(
            "Z402",
            f"the boson `{name}` has no mass",
            integration.span,
            related=((group.span, "declared here without a mass"),),
            hints=(f"name its mass: gauge {group.name} = U(1) ... boson {boson} mass M_{boson}",),
        )
    return None


def _missing(model: Model, missing: MissingStandardModel) -> Diagnostic:
    return Diagnostic(
        "Z402",
        "what remains is not the Standard Model",
        model.integrations[0].span,
        notes=missing.reasons,
        hints=("`use sm` declares its groups and fields",),
    )


def _remaining(model: Model, standard_model: StandardModel, heavy: tuple[Group, ...]) -> tuple[Diagnostic, ...]:
    """Light bosons that the effective theory does not have, and heavy ones whose masses mix."""
    span = model.integrations[0].span
    named_groups = [_group_of(model, integration.name) for integration in model.integrations]
    diagnostics = []
    for group in model.abelian_groups:
        if group.name != standard_model.hypercharge and group not in named_groups:
            boson = group.boson or group.name
            message = f"the boson `{boson}` of {group.name} stays light: there is no SMEFT with it"
            hint = f"integrate {boson} at M_{boson}"
            related = ((group.span, "its group"),)
            diagnostics.append(Diagnostic("Z402", message, span, related=related, hints=(hint,)))
    for scalar in model.scalars:
        charged = [group.name for group in heavy if group.name in scalar.charges]
        has_vev = any(exact_value(value) != 0 for value in scalar.vev)
        if has_vev and len(charged) > 1 and scalar.name != standard_model.higgs.field:
            message = f"the vacuum value of `{scalar.name}` mixes the masses of {' and '.join(charged)}"
            hint = "choose the U(1)s so that their bosons are mass eigenstates"
            diagnostics.append(Diagnostic("Z402", message, scalar.span, hints=(hint,)))
    return tuple(diagnostics)


# ------------------------------------------------------------------ currents
def _match(
    model: Model,
    standard_model: StandardModel,
    rotations: Mapping[str, Matrix],
    group: Group,
    integration: Integration,
) -> MatchingResult:
    mixing = derive_hypercharge_mixing(model, group.name, standard_model.hypercharge, standard_model.weak)
    coupling = named(group.coupling or "")
    complex_names = known_entries(model)

    def charge(multiplet: str, generation: int) -> Symbolic:
        polynomial = standard_model.charge(model, multiplet, generation, group.name)
        return coupling * from_polynomial(polynomial, model.ring)

    currents: dict[str, CurrentMatrix] = {}
    for name in MULTIPLETS:
        charges = [charge(name, generation) for generation in range(GENERATIONS)]
        universal = mixing.admixture * rational(HYPERCHARGE[name])
        currents[name] = _expressions(_rotate(charges, universal, rotations[name], complex_names))
    higgs = (charge(HIGGS, 0) + mixing.admixture * rational(HYPERCHARGE[HIGGS])).expression()
    return MatchingResult(
        group.boson or group.name,
        group.name,
        Name(group.mass or ""),
        integration.scale,
        mixing.form,
        currents,
        higgs,
        {name: _expressions(matrix) for name, matrix in rotations.items()},
        mixing.hypercharge_coupling.expression(),
        _non_vanishing(currents, higgs),
        _notes(model, standard_model, group, mixing),
    )


def _rotate(charges: list[Symbolic], universal: Symbolic, rotation: Matrix, complex_names: frozenset[str]) -> Matrix:
    """V^dag diag(charges) V + universal, where V is unitary.

    A charge that generations share is universal, too, and drops out of the rotation.
    """
    common = next((charge for i, charge in enumerate(charges) if charge in charges[:i]), zero())
    size = len(charges)
    diagonal: Matrix = tuple(tuple(charges[i] - common if i == j else zero() for j in range(size)) for i in range(size))
    rotated = multiply(hermitian_conjugate(rotation, complex_names), multiply(diagonal, rotation))
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
def _notes(model: Model, standard_model: StandardModel, group: Group, mixing: HyperchargeMixing) -> tuple[str, ...]:
    boson = group.boson or group.name
    notes = [f"{group.mass} is the mass in the Lagrangian, {group.mass}^2 {boson}_mu {boson}^mu/2"]
    if not mixing.is_mass_eigenstate:
        notes.append(f"another boson couples to {group.name}, too: {group.mass} is not the mass of a particle")
    hypercharge = model.group(standard_model.hypercharge)
    if mixing.hypercharge_coupling != named(hypercharge.coupling or ""):
        notes.append(f"mixing makes the effective theory's hypercharge coupling differ from {hypercharge.coupling}")
    neutrinos = ", ".join(dict.fromkeys(member.field for member in standard_model.neutrinos))
    if neutrinos:
        notes.append(f"right-handed neutrinos {neutrinos} are left out: WCxf has no basis with light ones")
    if standard_model.others:
        notes.append(f"heavy fields left out, with what their own exchange gives: {', '.join(standard_model.others)}")
    return tuple(notes)
