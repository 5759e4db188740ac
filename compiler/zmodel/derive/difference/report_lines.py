"""What differs between two models, statement by statement, after the best matching of names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from zmodel.derive.couplings import CouplingTable
from zmodel.derive.difference.mixing_words import mixing_lines, parameter_lines
from zmodel.derive.difference.statement_words import (
    TextOf,
    other_lines,
    point_lines,
    requirement_lines,
    vacuum_lines,
)
from zmodel.derive.difference.term_words import term_lines
from zmodel.derive.equivalence import Equivalence, compare_models
from zmodel.derive.equivalence.field_words import field_lines
from zmodel.derive.equivalence.group_words import group_lines
from zmodel.derive.equivalence.words import Line
from zmodel.model import Model

Verdict = Literal["identical", "rewritten", "different"]


@dataclass(frozen=True)
class Section:
    """Lines on one kind of statement."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Difference:
    """What differs.

    Attributes:
        equivalence: whether the models are the same physics.
        sections: what differs, empty ones left out.
    """

    equivalence: Equivalence
    sections: tuple[Section, ...]

    @property
    def verdict(self) -> Verdict:
        """Identical but for layout and order, the same physics in other words, or different physics."""
        if not self.equivalence.holds:
            return "different"
        return "rewritten" if self.sections else "identical"


def compare_statements(
    first: Model, first_table: CouplingTable, second: Model, second_table: CouplingTable, text_of: TextOf
) -> Difference:
    """Compares two models statement by statement.

    Args:
        first: a resolved model.
        first_table: its couplings.
        second: another one.
        second_table: its couplings.
        text_of: writes vacuum values.
    """
    equivalence = compare_models(first, first_table, second, second_table)
    matching = equivalence.matching
    names = {**matching.names, **_coupling_names(equivalence)}

    def sections() -> Iterator[tuple[str, Iterator[Line]]]:
        yield "Groups", group_lines(first, second, matching)
        yield "Kinetic mixing", mixing_lines(first, second, matching, equivalence)
        yield "Parameters", parameter_lines(first, second, equivalence)
        yield "Fields", field_lines(first, second, matching)
        yield "Terms", term_lines(matching, first_table, second_table)
        yield "Vacuum values", vacuum_lines(matching, equivalence, text_of)
        yield "Requirements", requirement_lines(first, second, names)
        yield "Points", point_lines(first, second, names, _norms(equivalence))
        yield "Other statements", other_lines(first, second, names)

    found = ((title, tuple(lines)) for title, lines in sections())
    return Difference(equivalence, tuple(Section(title, lines) for title, lines in found if lines))


def _norms(equivalence: Equivalence) -> dict[str, float]:
    """For each number of the first model that is one of the second times a factor, that factor."""
    return {
        relation.term.name: float(relation.sum[0][0]) for relation in equivalence.couplings if len(relation.sum) == 1
    }


def _coupling_names(equivalence: Equivalence) -> dict[str, str]:
    """Names of couplings and of kept entries in the second model, of numbers that are one number there."""
    first, second = equivalence.matching.models
    found = {}
    for relation in equivalence.couplings:
        other = relation.sum[0][1] if len(relation.sum) == 1 else None
        if other is not None:
            found[relation.term.coupling] = other.coupling
            found[relation.term.name] = other.name
    pairs = equivalence.matching.groups_by_name
    for mixing in first.mixings:
        groups = {pairs.get(mixing.first), pairs.get(mixing.second)}
        same = (m for m in second.mixings if {m.first, m.second} == groups and m.form == mixing.form)
        found.update((mixing.name, m.name) for m in same)
    return {a: b for a, b in found.items() if a != b}
