"""Which unknowns may be interchanged: those whose exchange maps the whole problem to itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from zmodel.charges.elimination import Row, pivot, reduced_rows


@dataclass(frozen=True)
class System:
    """All that depends on the unknowns; rows have a column for each of them and a constant at the end.

    Attributes:
        charges: of each field and generation, with what else tells it from others.
        equalities: vanish.
        nonzero: must not vanish.
        alternatives: of each set at least one must vanish.
    """

    charges: tuple[tuple[str, Row], ...]
    equalities: tuple[Row, ...]
    nonzero: tuple[Row, ...]
    alternatives: tuple[tuple[Row, ...], ...]


def interchange_classes(system: System, positions: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """Splits positions into classes of interchangeable unknowns, each in increasing order."""
    fingerprint = _fingerprint(system, None)
    classes: list[list[int]] = []
    for position in sorted(positions):
        for members in classes:
            # Exchanges that leave the system alone generate a group, so one member speaks for all.
            if _fingerprint(system, (members[0], position)) == fingerprint:
                members.append(position)
                break
        else:
            classes.append([position])
    return tuple(tuple(members) for members in classes)


def _fingerprint(system: System, exchange: tuple[int, int] | None) -> tuple[object, ...]:
    def image(row: Row) -> Row:
        if exchange is None:
            return row
        first, second = exchange
        changed = list(row)
        changed[first], changed[second] = row[second], row[first]
        return tuple(changed)

    return (
        Counter((name, image(row)) for name, row in system.charges),
        reduced_rows([image(row) for row in system.equalities]),
        frozenset(direction(image(row)) for row in system.nonzero),
        frozenset(frozenset(direction(image(row)) for row in rows) for rows in system.alternatives),
    )


def direction(row: Row) -> Row:
    """A row up to its normalisation."""
    if not any(row):
        return row
    lead = row[pivot(row)]
    return tuple(Fraction(value) / lead for value in row)
