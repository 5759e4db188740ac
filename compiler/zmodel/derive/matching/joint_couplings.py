"""Couplings that join several heavy fields, and whether they matter at dimension six.

A heavy field X is -O_X/M^2 to leading order, a fermion with L = -M F^c F - F A is F^c = -A/M. So d_X, the least
dimension of what takes its place in light fields, is that of the other factors of a term with X (for F^c of one with
F), heavy ones among them counted as what takes their place. The kinetic term gives F from F^c with a derivative. A
term with several heavy fields begins at the sum of the d of its factors: the trilinear coupling of H and two scalars
with two light fermions each at seven, a common mass term of these at six.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import inf

from zmodel.derive.couplings import Coupling
from zmodel.derive.electroweak import vacuum_support
from zmodel.derive.matching.entries import valid_couplings
from zmodel.derive.standard_model import StandardModel
from zmodel.diagnostics import Diagnostic
from zmodel.model import Model

HIGHEST = 6
"""The dimension up to which fields are integrated out."""

Dimension = Fraction | float


def joint_couplings(model: Model, standard_model: StandardModel) -> tuple[Diagnostic, ...]:
    """Errors for couplings of several fields that are integrated out, which matter and are not known here.

    Args:
        model: each of whose fields can be integrated out by itself.
        standard_model: where the Standard Model is in it.
    """
    couplings = valid_couplings(model)
    partners = _partners(model, couplings)
    if len(partners) < 2:
        return ()
    dimensions = _dimensions(model, standard_model, couplings, partners)
    diagnostics = []
    for coupling, names in _products(couplings, partners):
        joined = {min(name, partners[name]): name for name in names if name in partners}
        if len(joined) > 1 and sum(dimensions.get(name, inf) for name in names) <= HIGHEST:
            diagnostics.append(_not_known(model, coupling, tuple(joined.values())))
    return tuple(dict.fromkeys(diagnostics))


def _partners(model: Model, couplings: Mapping[str, Coupling]) -> dict[str, str]:
    """The heavy fields, and which field the equation of motion of each is solved for."""
    heavy = {item.name for item in model.integrations} & {field.name for field in model.fields}
    partners = {name: name for name in heavy}
    for coupling in couplings.values():
        names = [leg.field for leg in coupling.monomials[0][1]]
        if coupling.kind == "mass" and heavy & set(names):
            first, second = names
            partners |= {first: second, second: first}
    return partners


def _products(couplings: Mapping[str, Coupling], partners: Mapping[str, str]) -> Iterator[tuple[Coupling, list[str]]]:
    """The fields of each term with a heavy one; masses of fermions have been looked at."""
    for coupling in couplings.values():
        for _, legs, _ in coupling.monomials:
            names = [leg.field for leg in legs]
            if coupling.kind != "mass" and not partners.keys().isdisjoint(names):
                yield coupling, names


def _dimensions(
    model: Model, standard_model: StandardModel, couplings: Mapping[str, Coupling], partners: Mapping[str, str]
) -> Mapping[str, Dimension]:
    """What each factor of a term counts; fields that are not known to be light or heavy have no place here."""
    found: dict[str, Dimension] = {field.name: 0 for field in model.scalars if vacuum_support(field)}
    for members in standard_model.multiplets.values():
        found |= {member.field: Fraction(3, 2) for member in members}
    found[standard_model.higgs.field] = 1
    fermions = {field.name for field in model.fermions}
    candidates = [
        (names[:i] + names[i + 1 :], 0, partners[name])
        for _, names in _products(couplings, partners)
        for i, name in enumerate(names)
        if name in partners
    ]
    candidates += [([name], 1, partner) for name, partner in partners.items() if name in fermions]
    changed = True
    while changed:
        changed = False
        for factors, derivatives, solved in candidates:
            dimension = sum((found.get(name, inf) for name in factors), derivatives)
            if dimension < found.get(solved, inf):
                found[solved] = dimension
                changed = True
    return found


def _not_known(model: Model, coupling: Coupling, names: tuple[str, ...]) -> Diagnostic:
    related = tuple((item.span, "integrated out here") for item in model.integrations if item.name in names)
    number = "both" if len(names) == 2 else "all"
    message = f"`{coupling.name}` couples {' and '.join(names)}, {number} integrated out, which is not known here"
    hints = ("declare fields that have masses of their own",) if coupling.dimension == 2 else ()
    return Diagnostic("Z402", message, coupling.span, related=related, hints=hints)
