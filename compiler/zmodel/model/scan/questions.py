"""`[columns]`, `[classes]`, `observables`, `matching` and `keep`: what is asked of each point."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Set
from dataclasses import dataclass, replace

from zmodel.model.conditions import Condition, NumberScope, resolve_condition, resolve_number, words_in
from zmodel.model.expression import Expression, names_in
from zmodel.model.expressions import InvalidError
from zmodel.model.quantities import Quantities
from zmodel.model.scan.reading import Table
from zmodel.model.scan.scan_file import Asked, Column, Named, ScanClass
from zmodel.source import Span
from zmodel.syntax.lexing import spelled_out
from zmodel.syntax.parser import parse_condition, parse_quantity

FLAGS = frozenset({"reached", "pole", "not_finite", "strong", "too_long", "stable"})
"""Words for how a trajectory ends, and for whether the potential is stable there or all along it."""

ENDS = ("scale", "unstable_at")
"""Numbers of a trajectory: the scale at which it ends, and the first at which the potential is not stable."""

RESULTS = ("class", "status")
"""Columns that every result has."""

PARTS = ("re", "im")
"""How the two columns of complex numbers end, behind a dot."""

MAX_CLASSES = 100
MAX_COLUMNS = 200
MAX_NAME = 64


@dataclass(frozen=True)
class Words:
    """What can be asked about.

    Attributes:
        quantities: of the model.
        declared: where the model declares them.
        given: labels of those that have a number at the start.
        running: names of those that have one where trajectories end, whatever they start from.
        runs: whether trajectories are computed.
    """

    quantities: Quantities
    declared: Mapping[str, Span]
    given: Set[str]
    running: Set[str]
    runs: bool


@dataclass(frozen=True)
class Questions:
    """What is asked of each point, see `ScanFile`."""

    columns: tuple[Column, ...]
    classes: tuple[ScanClass, ...]
    observables: tuple[Asked, ...]
    matching: tuple[Asked, ...]
    keep: tuple[Named, ...] | None


def read_questions(table: Table, words: Words, shown: Collection[str]) -> Questions:
    """Reads what is asked.

    Args:
        table: the top of the file.
        words: what can be asked about.
        shown: names of the columns of what varies.
    """
    _check_words(table, words)
    taken = {*shown, *map(spelled_out, shown), *ENDS, *RESULTS, *FLAGS}
    observables = tuple(_read_asked(table, "observables", words, taken))
    matching = tuple(_read_asked(table, "matching", words, taken | {item.column for item in observables}))
    numbers = {item.column for item in (*observables, *matching)}
    columns = tuple(_read_columns(table.table("columns"), words, numbers, taken))
    numbers |= {item.name for item in columns}
    classes = tuple(_read_classes(table.table("classes"), words, numbers))
    kept = _read_keep(table, words, {*numbers, *shown, *RESULTS})
    return Questions(columns, classes, observables, matching, kept)


def _check_words(table: Table, words: Words) -> None:
    """A trajectory's own words must not name anything in the model."""
    for name, span in words.declared.items():
        if name in {*FLAGS, *ENDS, *RESULTS}:
            hint = "give what the model calls so another name"
            table.report("Z112", f"`{name}` is a word of scan files", span, [hint])


# ------------------------------------------------------------------ columns
def _read_asked(table: Table, key: str, words: Words, taken: Set[str]) -> Iterator[Asked]:
    """A list of outputs of an emitted function, or a table that has names of the user's own for them.

    There are no Greek letters in names of outputs.
    """
    if isinstance(table.values.get(key), dict):
        own = table.table(key)
        named = [(Named(name, own.key(name)), own.text(name)) for name in _entries(own, MAX_COLUMNS, "columns")]
    else:
        named = [(item, item) for item in dict.fromkeys(table.texts(key))]
    found: set[str] = set()
    for name, output in named:
        column = replace(name, name=spelled_out(name.name))
        if output is not None and _check_taken(table, column, words, taken | found):
            found.add(column.name)
            yield Asked(column.name, spelled_out(output.name), output.span)


def _check_taken(table: Table, item: Named, words: Words, taken: Set[str]) -> bool:
    """Reports a name of a column that stands for another number, too, and returns False then.

    An entry of a coupling has a column of its own, and so have both parts of complex numbers.
    """
    name, _, part = item.name.rpartition(".")
    if part in PARTS:
        hint = f"choose another name, for instance {name}_{part}"
        table.report("Z111", f"`{item.name}` is the name of a part of a complex column `{name}`", item.span, [hint])
    elif item.name in taken or item.name.partition("[")[0] in words.quantities.shapes:
        table.report("Z111", f"`{item.name}` is the name of something else", item.span)
    else:
        return True
    return False


def _read_columns(table: Table, words: Words, numbers: Set[str], taken: Set[str]) -> Iterator[Column]:
    """Each may refer to earlier ones, by the names that expressions see: without Greek letters."""
    earlier = set(numbers)
    for key in _entries(table, MAX_COLUMNS, "columns"):
        name = spelled_out(key)
        if not _check_taken(table, Named(name, table.key(key)), words, taken | earlier):
            continue
        scope = NumberScope(table.sheet.context, words.quantities, frozenset(earlier))
        expression = _expression(table, key, scope)
        earlier.add(name)  # even if it is wrong, so that it is not called unknown
        if expression is not None:
            unknown = names_in(expression) - words.given - earlier
            if _has_numbers(table, key, unknown, "at the start"):
                yield Column(name, expression, table.span(key))


def _expression(table: Table, key: str, scope: NumberScope) -> Expression | None:
    text = table.text(key)
    node = None if text is None else table.sheet.parse(text.span, text.name, parse_quantity)
    try:
        return None if node is None else resolve_number(node, scope)
    except InvalidError:
        return None


# ------------------------------------------------------------------ classes
def _read_classes(table: Table, words: Words, numbers: Set[str]) -> Iterator[ScanClass]:
    further = frozenset(numbers) | frozenset(ENDS)
    scope = NumberScope(table.sheet.context, words.quantities, further, FLAGS)
    for name in _entries(table, MAX_CLASSES, "classes"):
        condition = _condition(table, name, scope)
        if condition is not None and _can_be_told(table, name, condition, words, numbers):
            yield ScanClass(name, condition, table.span(name))


def _condition(table: Table, key: str, scope: NumberScope) -> Condition | None:
    text = table.text(key)
    node = None if text is None else table.sheet.parse(text.span, text.name, parse_condition)
    try:
        return None if node is None else resolve_condition(node, scope)
    except InvalidError:
        return None


def _can_be_told(table: Table, key: str, condition: Condition, words: Words, numbers: Set[str]) -> bool:
    """Reports a condition on what has no value: couplings have one where trajectories end, whatever they start from."""
    asked = words_in(condition) - words.given - numbers
    if not words.runs:
        ends = sorted(asked & {*FLAGS, *ENDS})
        if ends:
            hint = 'say where the running goes: `to = "M_Pl"`'
            table.report("Z606", f"nothing runs, so there is no `{ends[0]}`", table.span(key), [hint])
            return False
        return _has_numbers(table, key, asked, "")
    silent = {name for name in asked - FLAGS - set(ENDS) if name.partition("[")[0] not in words.running}
    return _has_numbers(table, key, silent, "")


def _has_numbers(table: Table, key: str, missing: Collection[str], where: str) -> bool:
    if not missing:
        return True
    names = ", ".join(f"`{name}`" for name in sorted(missing))
    hint = "give it in the point, or under `[set]` or `[vary]`"
    table.report("Z606", f"{names} has no value{where and ' ' + where}", table.span(key), [hint])
    return False


# ------------------------------------------------------------------ names
def _entries(table: Table, limit: int, what: str) -> Iterator[str]:
    """The keys of a table with names of the user's own, if they are good names and not too many."""
    for count, name in enumerate(table.values):
        if count == limit:
            table.report("Z605", f"at most {limit} {what}", table.key(name))
            return
        if not (0 < len(name) <= MAX_NAME and name.isprintable()):
            table.report("Z605", f"a name has 1 to {MAX_NAME} characters that can be printed", table.key(name))
            continue
        yield name


def _read_keep(table: Table, words: Words, columns: Set[str]) -> tuple[Named, ...] | None:
    """The columns that are kept, None for all; which entries a coupling has is known only when it is made ready."""
    if table.values.get("keep", "all") == "all":
        return None
    known = set(columns) | (set(words.running) | set(ENDS) if words.runs else set())
    # What varies is stored as it is written, all else without Greek letters.
    kept = tuple(i if i.name in known else replace(i, name=spelled_out(i.name)) for i in table.texts("keep"))
    for item in kept:
        if item.name.partition("[")[0] not in known and item.name not in known:
            table.sheet.context.unknown_name(item.name, item.span, "column", known)
    return kept
