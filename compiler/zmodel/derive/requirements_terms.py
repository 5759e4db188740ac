"""`require allowed` and `require forbidden` of couplings and of single terms of any dimension."""

from __future__ import annotations

from zmodel.derive.candidates import Content, Factor
from zmodel.derive.charges import Entry, charge_entries, format_entry, sum_of_charges
from zmodel.derive.contraction import contractions
from zmodel.derive.couplings import CouplingTable
from zmodel.derive.lorentz import check_lorentz
from zmodel.derive.requirements_verdicts import (
    MAX_SHOWN,
    UnknownCondition,
    Verdict,
    entry_hints,
    is_open,
    may_become_allowed,
    unknown_symbols,
)
from zmodel.diagnostics import Diagnostic
from zmodel.groups import RepresentationError
from zmodel.model import Leg, Model, Monomial
from zmodel.model.model import Quantifier, Requirement

Entries = dict[tuple[int, ...], Entry]

MAX_LISTED = 9
"""Entries that are all named in one line: those of a matrix over three generations."""


def judge_term(model: Model, table: CouplingTable, requirement: Requirement) -> Verdict:
    """Tests a requirement on a declared coupling or on a term that is only asked about."""
    if requirement.coupling is not None:
        coupling = table.couplings.get(requirement.coupling)
        if coupling is None:
            return Verdict()  # what is wrong with it has been said at its declaration
        factors = _factors(coupling.monomials[0][1])
        entries = {i: entry for i, entry in coupling.entries.items() if i not in coupling.vanishing}
        return _judge(model, requirement, requirement.coupling, factors, entries)
    monomial = requirement.monomial
    assert monomial is not None
    lorentz = check_lorentz(model, monomial, requirement.span)
    if lorentz is not None:
        return Verdict((lorentz,))
    factors = _factors(monomial.legs)
    return _judge(model, requirement, monomial.text, factors, term_entries(model, monomial))


def _factors(legs: tuple[Leg, ...]) -> Content:
    """The fields of a term in written order."""
    return tuple(Factor(leg.field, leg.conjugated) for leg in legs)


# ------------------------------------------------------------------ entries
def term_entries(model: Model, monomial: Monomial) -> Entries:
    """Entries of a term; none if a simple group forbids it, and without those that statistics forbids."""
    try:
        if not contractions(model, monomial):
            return {}
    except RepresentationError:
        return charge_entries(model, monomial)  # too large to tell, so the charges alone decide
    factors, entries = _factors(monomial.legs), charge_entries(model, monomial)
    if len(set(factors)) == len(factors):
        return entries
    from zmodel.derive.operators.counting import vanishes  # with what belongs to it heavy, and rarely needed

    try:
        return {i: e for i, e in entries.items() if not vanishes(model, factors, _generations(model, factors, i))}
    except RepresentationError:
        return entries


def _generations(model: Model, factors: Content, indices: tuple[int, ...]) -> tuple[int, ...]:
    """The generation of each factor for an entry."""
    numbers = iter(indices)
    return tuple(next(numbers) if model.field(factor.field).generations > 1 else 0 for factor in factors)


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


# ------------------------------------------------------------------ verdicts
def _judge(model: Model, requirement: Requirement, name: str, factors: Content, entries: Entries) -> Verdict:
    if requirement.kind == "allowed":
        return _judge_allowed(model, name, entries, requirement)
    chosen = {i: entry for i, entry in entries.items() if selected(requirement.quantifier, i)}
    return judge_forbidden(model, requirement, f"`{name}` is allowed", name, factors, chosen)


def _judge_allowed(model: Model, name: str, entries: Entries, requirement: Requirement) -> Verdict:
    quantifier = requirement.quantifier
    chosen = {i: entry for i, entry in entries.items() if selected(quantifier, i)}
    missing = {i: entry for i, entry in chosen.items() if not entry.allowed}
    undecided = tuple(entry for entry in missing.values() if is_open(model, entry))
    if quantifier.kind == "any":
        if len(missing) < len(chosen):
            return Verdict()
        if undecided:
            return Verdict(conditions=(UnknownCondition(name, "some", undecided, requirement),))
        hints = entry_hints(model, chosen)
        return Verdict((Diagnostic("Z302", f"`{name}` is not allowed", requirement.span, hints=hints),))
    diagnostics: list[Diagnostic] = []
    conditions: list[UnknownCondition] = []
    lacking = {i: entry for i, entry in missing.items() if entry not in undecided}
    if lacking or not chosen:
        words = _listed(list(lacking))
        message = f"`{name}` lacks the required entries {words}" if words else f"`{name}` is not allowed"
        diagnostics.append(Diagnostic("Z302", message, requirement.span, hints=entry_hints(model, lacking)))
    elif undecided:
        conditions.append(UnknownCondition(name, "all", undecided, requirement))
    if quantifier.only:
        others = {i: entry for i, entry in entries.items() if i not in chosen}
        extra = [i for i, entry in others.items() if entry.allowed]
        if extra:
            message = f"`{name}` has more entries than required: {_listed(extra)}"
            diagnostics.append(Diagnostic("Z303", message, requirement.span))
        conditions += _must_not_vanish(model, name, others, requirement)
    return Verdict(tuple(diagnostics), tuple(conditions))


def judge_forbidden(
    model: Model, requirement: Requirement, message: str, name: str, factors: Content, entries: Entries
) -> Verdict:
    """The verdict on entries that must not be allowed.

    Args:
        model: a resolved model.
        requirement: the line that asks.
        message: beginning of what is said if some entry is allowed.
        name: of the coupling, or the term.
        factors: of the term, in the order of the entries' indices.
        entries: that exist.
    """
    found = [i for i, entry in entries.items() if entry.allowed]
    if not found:
        return Verdict(conditions=_must_not_vanish(model, name, entries, requirement))
    where = "" if found == [()] else f" in the entries {_listed(found)}"
    numbers = _generations(model, factors, found[0])
    parts = [(factor.field, factor.conjugated, number) for factor, number in zip(factors, numbers, strict=True)]
    groups = [group.name for group in model.groups if group.is_abelian]
    charged = [name for name in groups if any(name in model.field(field).charges for field, _, _ in parts)]
    entry = f"{format_entry(found[0])} " if found[0] else ""
    notes = tuple(f"{entry}under {group}: {sum_of_charges(model, parts, group)}" for group in charged[:MAX_SHOWN])
    return Verdict((Diagnostic("Z303", message + where, requirement.span, notes=notes),))


def _listed(entries: list[tuple[int, ...]]) -> str:
    """Entries of a matrix; of a tensor of many generations only the first ones."""
    shown = entries if len(entries) <= MAX_LISTED else entries[:MAX_SHOWN]
    more = f" and {len(entries) - len(shown)} more" if len(entries) > len(shown) else ""
    return ", ".join(map(format_entry, shown)) + more


def _must_not_vanish(
    model: Model, name: str, entries: Entries, requirement: Requirement
) -> tuple[UnknownCondition, ...]:
    symbols = unknown_symbols(model)
    undecided = tuple(entry for entry in entries.values() if may_become_allowed(model, entry, symbols))
    return (UnknownCondition(name, "none", undecided, requirement),) if undecided else ()
