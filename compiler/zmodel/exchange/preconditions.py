"""What must hold before coefficients leave for other programs, which would take anything.

A boson that is light has no SMEFT, and no basis of WCxf holds light right-handed neutrinos.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from zmodel.derive.couplings import Coupling, CouplingTable
from zmodel.derive.matching import MatchingResult, Result
from zmodel.derive.standard_model import Member, StandardModel, find_standard_model
from zmodel.diagnostics import Diagnostic
from zmodel.model import Field, Model
from zmodel.model.expression import Value, evaluate, exact_value
from zmodel.pheno.constants import constant, fermi_vacuum_value


def check_exchange(
    model: Model, table: CouplingTable, results: tuple[Result, ...], values: Mapping[str, Value]
) -> tuple[Diagnostic, ...]:
    """Tests that what the model leaves at low energies is the Standard Model alone.

    Args:
        model: with the point's exact parameters put in.
        table: its couplings.
        results: from `derive_matching`.
        values: by name, energies in GeV.

    Returns:
        Errors (Z415), and warnings about single right-handed neutrinos (Z511).

    Raises:
        EvaluationError: if a mass or the scale has no value.
    """
    standard_model = find_standard_model(model)
    if not results or not isinstance(standard_model, StandardModel):
        hypercharge = standard_model.hypercharge if isinstance(standard_model, StandardModel) else ""
        return (_nothing_heavy(model, hypercharge),)
    return (*_light_bosons(model, results, values), *_light_neutrinos(model, standard_model, table))


def _nothing_heavy(model: Model, hypercharge: str) -> Diagnostic:
    message = "there are no coefficients: the file integrates nothing out"
    bosons = [group.boson for group in model.abelian_groups if group.boson and group.name != hypercharge]
    notes = tuple(f"a light `{boson}` is no part of SMEFT" for boson in bosons)
    hints = tuple(f"if `{boson}` is heavy: integrate {boson} at M_{boson}" for boson in bosons)
    return Diagnostic("Z415", message, model.span, notes=notes, hints=hints)


def _light_bosons(model: Model, results: tuple[Result, ...], values: Mapping[str, Value]) -> Iterator[Diagnostic]:
    electroweak = fermi_vacuum_value(constant("G_F"))
    for result, integration in zip(results, model.integrations, strict=True):
        energies = {"mass": _mass(result, values), "scale of matching": abs(complex(evaluate(result.scale, values)))}
        for what, number in energies.items():
            if number < electroweak:
                message = f"`{result.boson}` is light: its {what} is {number:.6g} GeV at this point"
                note = f"SMEFT holds above the electroweak scale, {electroweak:.0f} GeV"
                hint = "`zmodel observables --couplings` gives couplings of a light boson"
                yield Diagnostic("Z415", message, integration.span, notes=(note,), hints=(hint,))
                break


def _mass(result: Result, values: Mapping[str, Value]) -> float:
    if isinstance(result, MatchingResult):
        return abs(complex(evaluate(result.mass, values)))
    inverse_square = abs(complex(evaluate(result.inverse_square, values)))
    return inverse_square**-0.5 if inverse_square else math.inf


# ------------------------------------------------------------------ right-handed neutrinos
def _light_neutrinos(model: Model, standard_model: StandardModel, table: CouplingTable) -> Iterator[Diagnostic]:
    """Those that what is integrated out couples to, and that no term makes heavy."""
    for name in dict.fromkeys(member.field for member in standard_model.neutrinos):
        members = [member for member in standard_model.neutrinos if member.field == name]
        coupled = [member for member in members if _is_coupled(model, table, member)]
        heavy = {
            generation
            for coupling in table.couplings.values()
            if _makes_heavy(model, standard_model, coupling, name)
            for generation in _generations(coupling, name)
        }
        light = [member.generation for member in coupled if member.generation not in heavy]
        if light:
            yield _light_neutrino(model, model.field(name), light, bool(heavy))


def _light_neutrino(model: Model, field: Field, generations: list[int], some_heavy: bool) -> Diagnostic:
    if some_heavy:
        which = ", ".join(f"{field.name}[{generation + 1}]" for generation in generations)
        message = f"no mass term makes {which} heavy: the coefficients leave its couplings out"
        return Diagnostic("Z511", message, field.span)
    message = f"the right-handed neutrinos `{field.name}` are light: WCxf has no basis with them"
    return Diagnostic("Z415", message, field.span, hints=(_heavier(model, field, generations),))


def _heavier(model: Model, field: Field, generations: list[int]) -> str:
    """What would make right-handed neutrinos heavy: a mass term, if U(1)s allow it, or else a vacuum value."""
    name = field.name
    charges = {
        i: tuple(model.charge(name, group.name, i) for group in model.groups if group.is_abelian) for i in generations
    }

    def is_allowed(first: int, second: int) -> bool:
        return all((a + b).is_zero() for a, b in zip(charges[first], charges[second], strict=True))

    if all(any(is_allowed(i, j) for j in generations) for i in generations):
        return f"if they are heavy, declare it, such as mass M_{name} = {name} {name}"
    return f"charges forbid mass {name} {name}: a Yukawa coupling to a singlet with a vacuum value makes them heavy"


def _is_coupled(model: Model, table: CouplingTable, neutrino: Member) -> bool:
    """Whether something that is integrated out couples to a right-handed neutrino."""
    integrated = {integration.name for integration in model.integrations}
    for group in model.abelian_groups:
        is_heavy = group.name in integrated or group.boson in integrated
        if is_heavy and not model.charge(neutrino.field, group.name, neutrino.generation).is_zero():
            return True
    for coupling in table.couplings.values():
        fields = {leg.field for leg in coupling.monomials[0][1]}
        if neutrino.field in fields and fields & integrated:
            return True
    return False


def _makes_heavy(model: Model, standard_model: StandardModel, coupling: Coupling, name: str) -> bool:
    """Whether a term is a mass, or becomes one in the vacuum, with no need of the Higgs doublet."""
    fields = [model.field(leg.field) for leg in coupling.monomials[0][1]]
    if name not in {field.name for field in fields} or coupling.kind == "potential":
        return False
    return all(_is_singlet_with_vacuum_value(model, standard_model, f) for f in fields if not f.is_fermion)


def _is_singlet_with_vacuum_value(model: Model, standard_model: StandardModel, field: Field) -> bool:
    charged = {standard_model.colour, standard_model.weak} & set(field.irreps)
    neutral = not charged and model.charge(field.name, standard_model.hypercharge, 0).is_zero()
    return neutral and any(exact_value(value) != 0 for value in field.vev)


def _generations(coupling: Coupling, name: str) -> set[int]:
    """The generations of a field that allowed entries of a coupling have."""
    legs = coupling.monomials[0][1]
    places = [position for position, leg in enumerate(legs) if leg.field == name]
    return {
        indices[coupling.axes.index(place)] if place in coupling.axes else 0
        for indices in coupling.texture
        for place in places
    }
