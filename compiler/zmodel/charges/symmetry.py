"""Which unknowns may be interchanged: those whose exchange maps the whole problem to itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
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


Block = tuple[int, ...]
"""Positions of unknowns that are exchanged together with those of another block, one by one."""

BlockClass = tuple[Block, ...]
"""Interchangeable blocks."""


def interchange_classes(system: System, positions: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """Splits positions into classes of interchangeable unknowns, each in increasing order."""
    classes = _block_classes(system, [(position,) for position in sorted(positions)])
    return tuple(tuple(position for (position,) in blocks) for blocks in classes)


def interchange_blocks(system: System, positions: Sequence[int], multiplets: Sequence[Block]) -> tuple[BlockClass, ...]:
    """Interchangeable unknowns, and generations that can be exchanged if several fields take part at once.

    Args:
        system: all that depends on the unknowns.
        positions: of unknowns that may be interchanged.
        multiplets: of fields whose charges are such unknowns, the unknown of each generation.
    """
    single = [block for block in interchange_classes(system, positions) if len(block) > 1]
    taken = {position for members in single for position in members}
    together = [
        found
        for fields in _tied([multiplet for multiplet in multiplets if not taken & set(multiplet)], system)
        for found in _block_classes(system, list(zip(*fields, strict=True)))
        if len(found) > 1
    ]
    return (*(tuple((position,) for position in members) for members in single), *together)


def remaining_classes(system: System, classes: Sequence[BlockClass]) -> tuple[BlockClass, ...]:
    """What of interchangeable blocks stays so after the system has got further conditions."""
    return tuple(found for blocks in classes for found in _block_classes(system, blocks) if len(found) > 1)


def _tied(multiplets: Sequence[Block], system: System) -> list[list[Block]]:
    """Multiplets of as many generations each that equalities tie to each other."""
    groups: list[list[Block]] = []
    for multiplet in multiplets:
        tied = [group for group in groups if any(_share_an_equality(multiplet, other, system) for other in group)]
        groups = [group for group in groups if group not in tied]
        groups.append([block for group in tied for block in group] + [multiplet])
    return groups


def _share_an_equality(first: Block, second: Block, system: System) -> bool:
    return len(first) == len(second) and any(
        any(row[i] for i in first) and any(row[i] for i in second) for row in system.equalities
    )


def _block_classes(system: System, blocks: Sequence[Block]) -> tuple[BlockClass, ...]:
    classes: list[list[Block]] = []
    for block in blocks:
        for members in classes:
            # Exchanges that leave the system alone generate a group, so one member speaks for all.
            if _is_symmetry(system, members[0], block):
                members.append(block)
                break
        else:
            classes.append([block])
    return tuple(tuple(members) for members in classes)


def _is_symmetry(system: System, first: Block, second: Block) -> bool:
    """Whether the exchange of two blocks leaves the system alone."""
    pairs = list(zip(first, second, strict=True))

    def is_moved(row: Row) -> bool:
        return any(row[i] != row[j] for i, j in pairs)

    def image(row: Row) -> Row:
        changed = list(row)
        for i, j in pairs:
            changed[i], changed[j] = row[j], row[i]
        return tuple(changed)

    def directions(rows: Iterable[Row]) -> frozenset[Row]:
        return frozenset(map(direction, rows))

    moved = [(name, row) for name, row in system.charges if is_moved(row)]
    if Counter(moved) != Counter((name, image(row)) for name, row in moved):
        return False
    rows, nonzero, alternatives = system.equalities, system.nonzero, system.alternatives
    return (
        (not any(map(is_moved, rows)) or reduced_rows(rows) == reduced_rows([image(row) for row in rows]))
        and directions(nonzero) == directions(map(image, nonzero))
        and set(map(directions, alternatives)) == {directions(map(image, choice)) for choice in alternatives}
    )


def direction(row: Row) -> Row:
    """A row up to its normalisation."""
    if not any(row):
        return row
    lead = row[pivot(row)]
    return tuple(Fraction(value) / lead for value in row)


def plain_unknown(row: Row) -> int | None:
    """The unknown that a charge is, if it is one."""
    used = [i for i, value in enumerate(row) if value]
    return used[0] if len(used) == 1 and used[0] < len(row) - 1 and row[used[0]] == 1 else None
