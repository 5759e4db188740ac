"""Tests every `require` of a model."""

from __future__ import annotations

from zmodel.algebra import Polynomial
from zmodel.derive.anomalies import AnomalyReport
from zmodel.derive.charges import Entry, charge_entries, format_entry
from zmodel.derive.contraction import contractions
from zmodel.derive.couplings import CouplingTable
from zmodel.derive.lorentz import check_lorentz
from zmodel.diagnostics import Diagnostic
from zmodel.model import Model, Monomial
from zmodel.model.model import Quantifier, Requirement


def check_requirements(model: Model, table: CouplingTable, report: AnomalyReport) -> tuple[Diagnostic, ...]:
    """What of the requirements does not hold, and what cannot be tested yet."""
    diagnostics: list[Diagnostic] = []
    for requirement in model.requirements:
        if requirement.kind == "anomaly_free":
            diagnostics += _check_anomalies(model, report, requirement)
        elif requirement.predicate is not None:
            message = f"`{requirement.predicate}` is not available yet in `require`; nothing has been tested"
            diagnostics.append(Diagnostic("Z902", message, requirement.span))
        else:
            diagnostics += _check_term(model, table, requirement)
    return tuple(diagnostics)


def _check_anomalies(model: Model, report: AnomalyReport, requirement: Requirement) -> list[Diagnostic]:
    has_unknowns = any(name.startswith("?") for name in model.ring.symbols)
    diagnostics = []
    for anomaly in report.anomalies:
        if anomaly.cancels:
            continue
        unknown = [name for name in model.ring.used_symbols(anomaly.value) if name.startswith("?")]
        if has_unknowns and unknown:
            continue
        notes = tuple(f"{c.field} adds {model.ring.format(c.value)}" for c in anomaly.contributions)
        label = f"it is {model.ring.format_factored(anomaly.value)}"
        message = f"the anomaly {anomaly.name} does not cancel"
        diagnostics.append(Diagnostic("Z301", message, requirement.span, label=label, notes=notes))
    for witten in report.witten:
        if not witten.cancels:
            message = f"{witten.group} has the global anomaly: {witten.doublets} doublets, an odd number"
            diagnostics.append(Diagnostic("Z304", message, requirement.span))
    return diagnostics


def _check_term(model: Model, table: CouplingTable, requirement: Requirement) -> list[Diagnostic]:
    if requirement.coupling is not None:
        coupling = table.couplings.get(requirement.coupling)
        if coupling is None:
            return []  # what is wrong with it has been said at its declaration
        entries = dict(coupling.entries)
        name = requirement.coupling
    else:
        assert requirement.monomial is not None
        lorentz = check_lorentz(model, requirement.monomial, requirement.span)
        if lorentz is not None:
            return [lorentz]
        name = requirement.monomial.text
        entries = _term_entries(model, requirement.monomial)
    if requirement.kind == "allowed":
        return _check_allowed(model, name, entries, requirement)
    return _check_forbidden(name, entries, requirement)


def _term_entries(model: Model, monomial: Monomial) -> dict[tuple[int, ...], Entry]:
    """Entries of a term that is only asked about; none if a simple group forbids it."""
    return charge_entries(model, monomial) if contractions(model, monomial) else {}


def selected(quantifier: Quantifier, indices: tuple[int, ...]) -> bool:
    """Whether a quantifier speaks of an entry."""
    match quantifier.kind:
        case "diagonal":
            return indices[0] == indices[1]
        case "entry":
            return indices == quantifier.indices
        case "column":
            return indices[1] == quantifier.indices[0]
        case "row":
            return indices[0] == quantifier.indices[0]
    return True


def _check_allowed(
    model: Model, name: str, entries: dict[tuple[int, ...], Entry], requirement: Requirement
) -> list[Diagnostic]:
    chosen = {i: entry for i, entry in entries.items() if selected(requirement.quantifier, i)}
    if requirement.quantifier.kind == "any":
        if any(entry.allowed for entry in chosen.values()):
            return []
        hint = _conditions(model, chosen)
        return [Diagnostic("Z302", f"`{name}` is not allowed", requirement.span, hints=hint)]
    missing = {i: entry for i, entry in chosen.items() if not entry.allowed}
    diagnostics = []
    if missing or not chosen:
        words = ", ".join(format_entry(i) for i in missing)
        message = f"`{name}` lacks the required entries {words}" if words else f"`{name}` is not allowed"
        diagnostics.append(Diagnostic("Z302", message, requirement.span, hints=_conditions(model, missing)))
    if requirement.quantifier.only:
        extra = [format_entry(i) for i, e in entries.items() if e.allowed and i not in chosen]
        if extra:
            message = f"`{name}` has more entries than required: {', '.join(extra)}"
            diagnostics.append(Diagnostic("Z303", message, requirement.span))
    return diagnostics


def _conditions(model: Model, entries: dict[tuple[int, ...], Entry]) -> tuple[str, ...]:
    hints = []
    for indices, entry in list(entries.items())[:6]:
        words = ", ".join(_condition(model, group, value) for group, value in entry.conditions.items())
        hints.append(f"{format_entry(indices)} {words}" if indices else f"it {words}")
    return tuple(hints)


def _condition(model: Model, group: str, value: Polynomial) -> str:
    text = model.ring.format(value)
    return f"has the charge {text} under {group}" if value.is_constant() else f"needs {text} = 0 under {group}"


def _check_forbidden(name: str, entries: dict[tuple[int, ...], Entry], requirement: Requirement) -> list[Diagnostic]:
    found = [format_entry(i) for i, e in entries.items() if e.allowed and selected(requirement.quantifier, i)]
    if not found:
        return []
    where = "" if found == ["()"] else f" in the entries {', '.join(found)}"
    return [Diagnostic("Z303", f"`{name}` is allowed{where}", requirement.span)]
