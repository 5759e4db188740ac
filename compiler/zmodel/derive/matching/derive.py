"""Tree-level matching to SMEFT up to dimension six: what `integrate` asks for, and what stands in the way."""

from __future__ import annotations

from collections.abc import Mapping

from zmodel.derive.beta.mixing import MixingError
from zmodel.derive.matching.bilinears import Surroundings
from zmodel.derive.matching.boson import match_boson
from zmodel.derive.matching.boson_mass import HeavyBoson, heavy_bosons, masses_mix
from zmodel.derive.matching.entries import complex_entries
from zmodel.derive.matching.errors import MatchingError
from zmodel.derive.matching.field import match_field
from zmodel.derive.matching.joint_couplings import joint_couplings
from zmodel.derive.matching.results import Result
from zmodel.derive.matching.vector_like import match_fermion
from zmodel.derive.rotations import Matrix, derive_rotations, known_entries
from zmodel.derive.standard_model import (
    MissingStandardModel,
    StandardModel,
    combined_hypercharge,
    find_standard_model,
)
from zmodel.derive.symbolic import MAX_TERMS, TooManyTermsError
from zmodel.diagnostics import Diagnostic
from zmodel.model import Group, Model
from zmodel.model.expression import exact_value
from zmodel.model.model import Integration


def derive_matching(model: Model) -> tuple[tuple[Result, ...], tuple[Diagnostic, ...]]:
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


def _derive(model: Model) -> tuple[tuple[Result, ...], tuple[Diagnostic, ...]]:
    standard_model = find_standard_model(model)
    heavy, diagnostics = _heavy_groups(model, standard_model)
    if isinstance(standard_model, MissingStandardModel):
        return (), (*diagnostics, _missing(model, standard_model))
    bosons, massless = heavy_bosons(model, standard_model, tuple(heavy.values()))
    diagnostics += tuple(_massless(model, group) for group in massless)
    diagnostics += _remaining(model, standard_model, tuple(heavy.values()))
    rotations, found = derive_rotations(model, standard_model)
    diagnostics += found
    if diagnostics:
        return (), diagnostics
    results: list[Result] = []
    for integration in model.integrations:
        result = _match(model, standard_model, rotations, bosons, integration)
        if isinstance(result, Diagnostic):
            diagnostics += (result,)
        else:
            results.append(result)
    diagnostics = diagnostics or joint_couplings(model, standard_model)
    return ((), diagnostics) if diagnostics else (tuple(results), ())


def _match(
    model: Model,
    standard_model: StandardModel,
    rotations: Mapping[str, Matrix],
    bosons: Mapping[str, HeavyBoson],
    integration: Integration,
) -> Result | Diagnostic:
    """One boson or field."""
    group = _group_of(model, integration.name)
    surroundings = Surroundings(model, standard_model, rotations, known_entries(model) | complex_entries(model))
    try:
        if group is not None:
            return match_boson(surroundings, bosons[group.name], integration)
        field = model.field(integration.name)
        match = match_fermion if field.is_fermion else match_field
        return match(surroundings, field, integration)
    except MatchingError as error:
        return Diagnostic("Z402", str(error), integration.span)


# ------------------------------------------------------------------ what can be integrated out
def _heavy_groups(
    model: Model, standard_model: StandardModel | MissingStandardModel
) -> tuple[dict[str, Group], tuple[Diagnostic, ...]]:
    """The U(1) of each `integrate` of a gauge boson, by its name there; what is wrong is left out and reported."""
    groups: dict[str, Group] = {}
    diagnostics: list[Diagnostic] = []
    names: list[str] = []
    for integration in model.integrations:
        group = _group_of(model, integration.name)
        problem = _cannot_integrate(model, standard_model, integration, group)
        same = integration.name if group is None else group.name
        if problem is None and same in names:
            problem = Diagnostic("Z402", f"`{integration.name}` is integrated out twice", integration.span)
        names.append(same)
        if problem is not None:
            diagnostics.append(problem)
        elif group is not None:
            groups[integration.name] = group
    return groups, tuple(diagnostics)


def _group_of(model: Model, name: str) -> Group | None:
    """The gauge group of a boson; a group may stand for its boson."""
    by_boson = [group for group in model.gauge_groups if group.boson == name]
    by_name = [group for group in model.gauge_groups if group.name == name]
    return next(iter(by_boson + by_name), None)


def _cannot_integrate(
    model: Model,
    standard_model: StandardModel | MissingStandardModel,
    integration: Integration,
    group: Group | None,
) -> Diagnostic | None:
    name = integration.name
    if group is None:
        return _cannot_integrate_field(model, standard_model, integration)
    if not group.is_abelian:
        message = f"`{name}` is the boson of SU({group.n}): of gauge bosons only those of U(1)s can be integrated out"
        return Diagnostic("Z402", message, integration.span)
    return None


def _massless(model: Model, group: Group) -> Diagnostic:
    names = {group.name, group.boson}
    integration = next(item for item in model.integrations if item.name in names)
    boson = group.boson or group.name
    return Diagnostic(
        "Z402",
        f"the boson `{integration.name}` has no mass",
        integration.span,
        related=((group.span, "declared here without a mass, and no vacuum value gives it one of its own"),),
        hints=(f"name its mass: gauge {group.name} = U(1) ... boson {boson} mass M_{boson}",),
    )


def _cannot_integrate_field(
    model: Model, standard_model: StandardModel | MissingStandardModel, integration: Integration
) -> Diagnostic | None:
    field = model.field(integration.name)
    problem = ""
    light: set[str] = set()
    if isinstance(standard_model, StandardModel):
        light = {member.field for members in standard_model.multiplets.values() for member in members}
        light.add(standard_model.higgs.field)
    if field.name in light:
        problem = "belongs to the Standard Model"
    elif field.vev and any(exact_value(value) != 0 for value in field.vev):
        problem = "has a vacuum value"
    elif field.generations > 1:
        problem = "has several generations"
    if not problem:
        return None
    return Diagnostic("Z402", f"`{field.name}` {problem}: it cannot be integrated out", integration.span)


def _missing(model: Model, missing: MissingStandardModel) -> Diagnostic:
    parts = [name if value == 1 else f"{value} {name}" for name, value in combined_hypercharge(model).items()]
    hint = f"hypercharge is {' + '.join(parts)} here: write it as a U(1) of its own, in place of one of these"
    return Diagnostic(
        "Z402",
        "what remains is not the Standard Model",
        model.integrations[0].span,
        notes=missing.reasons,
        hints=(hint.replace("+ -", "- ") if parts else "`use sm` declares its groups and fields",),
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
    declared = [group for group in heavy if group.mass is not None]
    if declared and masses_mix(model, standard_model, heavy):
        names = " and ".join(group.name for group in heavy)
        message = f"vacuum values mix the masses of {names}, and {declared[0].mass} is no mass of a particle then"
        hint = f"leave `mass {declared[0].mass}` out: vacuum values give the whole matrix of masses"
        diagnostics.append(Diagnostic("Z402", message, declared[0].span, hints=(hint,)))
    return tuple(diagnostics)
