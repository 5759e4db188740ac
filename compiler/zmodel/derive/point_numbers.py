"""Numbers that points and scans give, beside what is known of the quantities: reality, symmetry, entries that are zero.

What derivations would pass over, or take half of, is an error here: a number that a user gives is used as it stands.
"""

from __future__ import annotations

import cmath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction

from zmodel.algebra.letters import SIGNS
from zmodel.algebra.polynomial import constant_value
from zmodel.derive.charges import describe_charges
from zmodel.derive.couplings import Coupling, CouplingTable
from zmodel.diagnostics import Diagnostic
from zmodel.model import Model
from zmodel.model.model import Point, PointValue
from zmodel.model.quantities import entry_label
from zmodel.model.substitute import point_parameters

TOLERANCE = 1e-12
"""By which two ways to write one number may differ, relatively."""


def complete_points(model: Model, table: CouplingTable) -> tuple[Model, tuple[Diagnostic, ...]]:
    """The model with both triangles of symmetric matrices in its points, and what is wrong with their numbers.

    Args:
        model: a resolved model.
        table: its couplings.
    """
    diagnostics: list[Diagnostic] = []
    points: list[Point] = []
    for point in model.points:
        diagnostics += check_numbers(model, table, point.values, point_parameters(model, point))
        points.append(replace(point, values=with_twins(table, point.values)))
    return replace(model, points=tuple(points)), tuple(diagnostics)


def with_twins(table: CouplingTable, values: tuple[PointValue, ...]) -> tuple[PointValue, ...]:
    """The same numbers, and those that symmetries of matrices say besides."""
    given = {(value.name, value.indices) for value in values}
    twins = (_twin(table, value) for value in values)
    return values + tuple(twin for twin in twins if twin is not None and (twin.name, twin.indices) not in given)


def twin_entry(table: CouplingTable, name: str, indices: tuple[int, ...]) -> tuple[tuple[int, ...], int] | None:
    """The other entry of a symmetric or antisymmetric matrix that is this one, up to a sign; None if there is none."""
    coupling = table.couplings.get(name)
    if coupling is None or coupling.symmetry not in SIGNS or len(set(indices)) < 2:
        return None
    return indices[::-1], SIGNS[coupling.symmetry]


def twin_labels(table: CouplingTable) -> dict[str, tuple[str, int]]:
    """Entries of symmetric and antisymmetric matrices by label: the other entry that is the same, and the sign."""
    found: dict[str, tuple[str, int]] = {}
    for coupling in table.couplings.values():
        for indices in coupling.entries if not coupling.kept else ():
            twin = twin_entry(table, coupling.name, indices)
            if twin is not None:
                found[entry_label(coupling.name, indices)] = entry_label(coupling.name, twin[0]), twin[1]
    return found


def _twin(table: CouplingTable, value: PointValue) -> PointValue | None:
    found = twin_entry(table, value.name, value.indices)
    if found is None:
        return None
    indices, sign = found
    return replace(value, indices=indices, value=sign * value.value, exact=value.exact and sign * value.exact)


# ------------------------------------------------------------------ checks
def check_numbers(
    model: Model, table: CouplingTable, values: Iterable[PointValue], parameters: Mapping[str, Fraction]
) -> Iterator[Diagnostic]:
    """What is wrong with numbers.

    Args:
        model: a resolved model.
        table: its couplings.
        values: the numbers.
        parameters: values of parameters of the charges, which decide what is allowed.
    """
    real, whole = _real_quantities(model, table), _whole_quantities(model)
    seen: dict[tuple[str, tuple[int, ...]], PointValue] = {}
    for item in values:
        label = entry_label(item.name, item.indices)
        coupling = table.couplings.get(item.name)
        if item.name in real and item.value.imag:
            yield Diagnostic("Z123", f"`{label}` is real, but this number is not", item.span)
        elif coupling is not None and coupling.is_imaginary and item.value.real:
            hint = "its term is minus its own conjugate"
            yield Diagnostic("Z123", f"`{label}` is imaginary, but this number is not", item.span, hints=(hint,))
        elif item.name in whole and item.value != round(item.value.real):
            yield Diagnostic("Z123", f"`{label}` is a whole number", item.span)
        elif coupling is not None and item.value:
            found = _check_entry(model, coupling, item, parameters)
            if found is not None:
                yield found
        twin = twin_entry(table, item.name, item.indices)
        if twin is not None and coupling is not None:
            other = seen.get((item.name, twin[0]))
            if other is not None and not cmath.isclose(other.value, twin[1] * item.value, rel_tol=TOLERANCE):
                yield _contradiction(coupling, other, item)
        seen[item.name, item.indices] = item


def _real_quantities(model: Model, table: CouplingTable) -> set[str]:
    """Names of what has no imaginary part."""
    names = {parameter.name for parameter in model.parameters if parameter.domain != "complex"}
    names |= {group.coupling for group in model.groups if group.coupling is not None}
    names |= {mixing.name for mixing in model.mixings}
    return names | {coupling.name for coupling in table.couplings.values() if coupling.is_real}


def _whole_quantities(model: Model) -> set[str]:
    return {parameter.name for parameter in model.parameters if parameter.domain == "integer"}


def _check_entry(
    model: Model, coupling: Coupling, item: PointValue, parameters: Mapping[str, Fraction]
) -> Diagnostic | None:
    """Says so if an entry is zero whatever number it gets."""
    label = entry_label(item.name, item.indices)
    if item.indices in coupling.vanishing:
        reason = "the matrix is antisymmetric"
        return Diagnostic("Z127", f"`{label}` is zero, but gets a number", item.span, label=reason)
    entry = coupling.entries.get(item.indices)
    for group, condition in entry.conditions.items() if entry is not None else ():
        total = constant_value(model.ring.substitute(condition, parameters))
        if total:
            declared = next(found for found in model.couplings if found.name == coupling.name)
            charges = describe_charges(model, declared.monomials[0], item.indices, group)
            message = f"`{label}` is zero, but gets a number"
            return Diagnostic("Z127", message, item.span, label=f"{group} forbids it", notes=(charges,))
    return None


def _contradiction(coupling: Coupling, first: PointValue, second: PointValue) -> Diagnostic:
    labels = [entry_label(item.name, item.indices) for item in (first, second)]
    sign = "-" if coupling.symmetry == "antisymmetric" else ""
    message = f"`{labels[1]}` must be {sign}`{labels[0]}`: `{coupling.name}` is {coupling.symmetry}"
    hint = "give one of them"
    return Diagnostic("Z127", message, second.span, related=((first.span, labels[0]),), hints=(hint,))
