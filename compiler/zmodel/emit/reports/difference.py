"""What differs between two models, as lines and as data."""

from __future__ import annotations

from typing import Literal

from zmodel.derive.couplings import CouplingTable
from zmodel.derive.difference import Difference, compare_statements
from zmodel.emit.expression_text import expression_formula
from zmodel.emit.report import Json
from zmodel.emit.reports.equivalence import verdict
from zmodel.model import Model

MARKS = {"first": "-", "second": "+", "changed": "!", "rewritten": "~"}
"""In front of a line: what only one model has, what is changed, and what is the same in other words."""

Style = Literal["title", "section", "first", "second", "changed", "rewritten"]


def difference_between(
    first: Model, first_table: CouplingTable, second: Model, second_table: CouplingTable
) -> Difference:
    """Compares two models statement by statement."""
    return compare_statements(
        first, first_table, second, second_table, lambda expression: expression_formula(expression).text
    )


def difference_title(found: Difference) -> str:
    """The verdict, with the models' names."""
    first, second = found.equivalence.matching.models
    if found.verdict == "identical":
        return f"{first.name} and {second.name}: no difference"
    words = verdict(found.equivalence)
    return f"{first.name} and {second.name}: {words}{', written otherwise' if found.verdict == 'rewritten' else ''}"


def difference_lines(found: Difference) -> list[tuple[Style, str]]:
    """All lines, with what they are."""
    lines: list[tuple[Style, str]] = [("title", difference_title(found))]
    for section in found.sections:
        lines.append(("section", section.title))
        lines += [(line.kind, f"  {MARKS[line.kind]} {line.text}") for line in section.lines]
    return lines


def difference_data(found: Difference) -> dict[str, Json]:
    """The same for other programs."""
    first, second = found.equivalence.matching.models
    sections: list[Json] = [
        {"title": section.title, "lines": [{"kind": line.kind, "text": line.text} for line in section.lines]}
        for section in found.sections
    ]
    return {
        "first": first.name,
        "second": second.name,
        "verdict": found.verdict,
        "equivalent": found.equivalence.holds,
        "sections": sections,
    }
