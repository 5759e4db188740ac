"""What a requirement on terms comes to: errors, and conditions on charges that are still unknown."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from zmodel.algebra import Polynomial
from zmodel.derive.charges import Entry, format_entry
from zmodel.diagnostics import Diagnostic
from zmodel.model import Model
from zmodel.model.model import Requirement

MAX_SHOWN = 6
"""Entries that a message names."""


@dataclass(frozen=True)
class UnknownCondition:
    """A condition on unknown charges.

    Attributes:
        term: the coupling or term that is asked about.
        kind: "all" if the charge sums of all entries must vanish, "some" if those of one entry must,
            "none" if each entry must keep a charge sum that does not vanish.
        entries: the entries, with their charge sums by U(1).
        requirement: the line that asks.
    """

    term: str
    kind: Literal["all", "some", "none"]
    entries: tuple[Entry, ...]
    requirement: Requirement = field(compare=False, repr=False)


@dataclass(frozen=True)
class Verdict:
    """The outcome for one requirement."""

    diagnostics: tuple[Diagnostic, ...] = ()
    conditions: tuple[UnknownCondition, ...] = ()


def is_open(model: Model, entry: Entry) -> bool:
    """Whether unknown charges decide about an entry."""
    used = {name for value in entry.conditions.values() for name in model.ring.used_symbols(value)}
    return entry.possible and any(name.startswith("?") for name in used)


def unknown_symbols(model: Model) -> frozenset[str]:
    """Unknown charges, and parameters that charges under the same U(1)s depend on: what is solved for."""
    found: set[str] = set()
    for group in model.groups:
        charges = [charge for field in model.fields for charge in field.charges.get(group.name, ())]
        used = {name for charge in charges for name in model.ring.used_symbols(charge)}
        if any(name.startswith("?") for name in used):
            found |= used
    return frozenset(found)


def may_become_allowed(model: Model, entry: Entry, symbols: frozenset[str]) -> bool:
    """Whether some values of what is solved for allow an entry that is not allowed for all.

    Args:
        model: a resolved model.
        entry: of a term that is asked to be forbidden.
        symbols: from `unknown_symbols`.
    """
    used = {name for value in entry.conditions.values() for name in model.ring.used_symbols(value)}
    return is_open(model, entry) or (entry.possible and not entry.allowed and used <= symbols)


def describe_conditions(
    model: Model, requirement: Requirement, conditions: tuple[UnknownCondition, ...]
) -> tuple[Diagnostic, ...]:
    """The note that shows the conditions of one line, if it has any."""
    if not conditions:
        return ()
    notes = tuple(dict.fromkeys(_sentence(model, condition) for condition in conditions))
    shown = notes[:MAX_SHOWN] + ((f"and {len(notes) - MAX_SHOWN} more",) if len(notes) > MAX_SHOWN else ())
    return (Diagnostic("Z305", "this is a condition on unknown charges", requirement.span, notes=shown),)


def _sentence(model: Model, condition: UnknownCondition) -> str:
    relation = "!=" if condition.kind == "none" else "="
    groups: dict[tuple[str, ...], list[str]] = {}
    for entry in condition.entries:
        texts = tuple(f"{model.ring.format(value)} {relation} 0" for value in entry.conditions.values())
        groups.setdefault(texts, []).append(format_entry(entry.indices) if entry.indices else "")
    within = " or " if condition.kind == "none" else " and "
    between = " or " if condition.kind == "some" else "; "
    parts = [within.join(texts) for texts in groups]
    more = f"; and {len(parts) - MAX_SHOWN} more" if len(parts) > MAX_SHOWN else ""
    return f"`{condition.term}`: {between.join(parts[:MAX_SHOWN])}{more}"


def entry_hints(model: Model, entries: dict[tuple[int, ...], Entry]) -> tuple[str, ...]:
    """Why entries are not allowed."""
    hints = []
    for indices, entry in list(entries.items())[:MAX_SHOWN]:
        words = ", ".join(_condition(model, group, value) for group, value in entry.conditions.items())
        hints.append(f"{format_entry(indices)} {words}" if indices else f"it {words}")
    return tuple(hints)


def _condition(model: Model, group: str, value: Polynomial) -> str:
    text = model.ring.format(value)
    return f"has the charge {text} under {group}" if value.is_constant() else f"needs {text} = 0 under {group}"
