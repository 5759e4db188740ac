"""Tree-level matching to SMEFT at dimension six: what `integrate` asks for, and what stands in the way."""

from __future__ import annotations

from zmodel.derive.beta.mixing import MixingError
from zmodel.derive.matching.boson import match_boson
from zmodel.derive.matching.boson_mass import boson_mass
from zmodel.derive.matching.results import MatchingResult
from zmodel.derive.rotations import derive_rotations
from zmodel.derive.standard_model import MissingStandardModel, StandardModel, find_standard_model
from zmodel.derive.symbolic import MAX_TERMS, TooManyTermsError
from zmodel.diagnostics import Diagnostic
from zmodel.model import Group, Model
from zmodel.model.expression import exact_value
from zmodel.model.model import Integration


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
    standard_model = find_standard_model(model)
    heavy, diagnostics = _heavy_groups(model, standard_model)
    if isinstance(standard_model, MissingStandardModel):
        return (), (*diagnostics, _missing(model, standard_model))
    diagnostics += _remaining(model, standard_model, heavy)
    rotations, found = derive_rotations(model, standard_model)
    diagnostics += found
    if diagnostics:
        return (), diagnostics
    results = tuple(
        match_boson(model, standard_model, rotations, group, integration)
        for group, integration in zip(heavy, model.integrations, strict=True)
    )
    return results, ()


# ------------------------------------------------------------------ what can be integrated out
def _heavy_groups(
    model: Model, standard_model: StandardModel | MissingStandardModel
) -> tuple[tuple[Group, ...], tuple[Diagnostic, ...]]:
    """The U(1) of each `integrate`; wrong ones are left out and reported."""
    groups: list[Group] = []
    diagnostics: list[Diagnostic] = []
    for integration in model.integrations:
        group = _group_of(model, integration.name)
        problem = _cannot_integrate(model, standard_model, integration, group)
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


def _cannot_integrate(
    model: Model,
    standard_model: StandardModel | MissingStandardModel,
    integration: Integration,
    group: Group | None,
) -> Diagnostic | None:
    name = integration.name
    if group is None or not group.is_abelian:
        what = "a field" if group is None else f"the boson of SU({group.n})"
        message = f"`{name}` is {what}: only bosons of U(1)s can be integrated out"
        return Diagnostic("Z402", message, integration.span)
    has_mass = group.mass is not None
    if not has_mass and isinstance(standard_model, StandardModel):
        has_mass = boson_mass(model, standard_model, group) is not None
    if not has_mass:
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
