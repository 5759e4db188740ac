"""Statements and entries of blocks as cells: which lines make a table, and what its columns are."""

from __future__ import annotations

from zmodel.syntax.layout.structure import Entry
from zmodel.syntax.layout.tables import Cell
from zmodel.syntax.layout.words import Word, Words, depths, flat, matching, split_at_commas, split_before

SEMICOLON = Word("_SEP", ";", before=0)
# Entries of a line of a block are further apart, so that one sees where the next one begins.
WIDE_SEMICOLON = Word("_SEP", ";", before=0, after=2)

_TABLES = {
    **dict.fromkeys(("FERMION", "SCALAR", "VECTOR"), "fields"),
    **dict.fromkeys(("GAUGE", "GLOBAL"), "groups"),
    **dict.fromkeys(("YUKAWA", "MASS"), "couplings"),
    **{kind: kind for kind in ("LET", "ROTATION", "POINT", "CHARGES")},
}


def table_of(entry: Entry) -> str:
    """The kind of table that a statement is a line of; empty if of none.

    Of statements with a block these are points and charges that are written on one line.
    """
    if entry.block is not None and not entry.block.on_one_line:
        return ""
    return _TABLES.get(entry.head[0].kind, "")


def statement_cells(entry: Entry) -> tuple[Cell, ...]:
    """The cells of a statement."""
    words = entry.head
    match table_of(entry):
        case "fields":
            return _field_cells(words)
        case "groups":
            head, rest = _at_equals_sign(words)
            starts = [i for i, word in enumerate(rest) if word.kind in ("COUPLING", "BOSON", "MASS")]
            group, *options = split_before(rest, starts)
            cells = (Cell(option, option[0].kind, optional=True) for option in options)
            return (*_keyword_and_name(head), Cell(group, "="), *cells)
        case "couplings":
            head, rest = _at_equals_sign(words)
            term, *kept = split_before(rest, [i for i, word in enumerate(rest) if word.kind == "KEEP"])
            return (*_keyword_and_name(head), Cell(term, "="), *(Cell(part, "keep", optional=True) for part in kept))
        case "LET" | "ROTATION":
            head, rest = _at_equals_sign(words)
            return (*_keyword_and_name(head), Cell(rest, "="))
        case "POINT" | "CHARGES" if entry.block is not None:
            return _one_line_cells(entry)
    return (Cell(statement_words(entry)),)


def _keyword_and_name(head: Words) -> tuple[Cell, Cell]:
    return Cell(head[:1], "keyword"), Cell(head[1:], "name")


def _at_equals_sign(words: Words) -> tuple[Words, Words]:
    levels = depths(words)
    position = next(i for i, word in enumerate(words) if word.kind == "EQUAL" and not levels[i])
    return words[:position], words[position:]


def _field_cells(words: Words) -> tuple[Cell, ...]:
    """Keyword, name, chirality, bracket with the first assignment, further ones by their group, vacuum value."""
    levels = depths(words)
    kind = words[0].kind
    starts = [i for i, word in enumerate(words) if not levels[i] and word.kind in ("LEFT", "RIGHT", "REAL", "VEV")]
    vev = next((i for i in starts if words[i].kind == "VEV"), len(words))
    bracket = next((i for i, word in enumerate(words[:vev]) if word.kind == "LPAR"), None)
    cells: list[Cell] = []
    for part in split_before(words, sorted({1, *starts, *([] if bracket is None else [bracket])})):
        first = part[0].kind
        if first == "LPAR":
            # `real` stands where others have their bracket, and moves only the brackets behind it.
            is_real = cells[-1].words[0].kind == "REAL"
            cells += _assignment_cells(part, kind, f"{kind} bracket" + (" behind real" if is_real else ""))
        elif first == "REAL":
            cells.append(Cell(part, f"{kind} bracket"))
        elif first in ("LEFT", "RIGHT"):
            cells.append(Cell(part, f"{kind} chirality"))
        elif first == "VEV":
            cells.append(Cell(part, f"{kind} vev", optional=True))
        else:
            cells.append(Cell(part, "name" if cells else "keyword"))
    return tuple(cells)


def _assignment_cells(part: Words, kind: str, column: str) -> list[Cell]:
    end = matching(part, 0)
    first, *others = split_at_commas(part[1:end]) or [()]
    closing = part[end:]
    if not others:
        return [Cell((part[0], *first, *closing), column)]
    cells = [Cell((part[0], *first), column)]
    cells += [Cell(other, f"{kind} {other[0].text}", optional=True) for other in others]
    cells[-1] = Cell((*others[-1], *closing), cells[-1].column, optional=True)
    return cells


# ------------------------------------------------------------------ statements with a block
def block_entries(entry: Entry) -> tuple[Entry, ...]:
    """All entries of a block that is written on one line."""
    assert entry.block is not None
    return tuple(inner for row in entry.block.rows for inner in row.entries)


def statement_words(entry: Entry) -> Words:
    """A statement that stands on one line, with its block."""
    if entry.block is None:
        return entry.head
    inner: list[Word] = []
    for item in block_entries(entry):
        inner += ([SEMICOLON] if inner else []) + list(item.head)
    opening = Word("LBRACE", "{") if inner else Word("LBRACE", "{", after=0)
    return (*entry.head, opening, *inner, Word("RBRACE", "}"))


def _one_line_cells(entry: Entry) -> tuple[Cell, ...]:
    """Keyword, name, scale, bracket, and a column for each name that lines have at the same position."""
    head = split_before(entry.head, [1, *(i for i, word in enumerate(entry.head) if word.kind == "AT")])
    cells = [Cell(part, f"head {number}") for number, part in enumerate(head)]
    words = statement_words(entry)[len(entry.head) :]
    cells.append(Cell(words[:1], "{"))
    starts = [i + 1 for i, word in enumerate(words) if word.kind == "_SEP"]
    for number, part in enumerate(split_before(words[1:-1], [start - 1 for start in starts])):
        if part:
            cells.append(Cell(part, f"{number} {flat(entry_name(part))}", optional=True))
    return (*cells, Cell(words[-1:]))


def entry_name(words: Words) -> Words:
    """What stands before the equals sign of an entry; all of it if there is none."""
    return next((words[:i] for i, word in enumerate(words) if word.kind == "EQUAL"), words)


def row_cells(entries: tuple[Entry, ...]) -> tuple[Cell, ...]:
    """The cells of a line of a block: names and what they equal, entry by entry."""
    cells: list[Cell] = []
    for number, entry in enumerate(entries):
        name = entry_name(entry.head)
        parts = [name, entry.head[len(name) :]] if len(name) < len(entry.head) else [name]
        if number < len(entries) - 1:
            parts[-1] = (*parts[-1], WIDE_SEMICOLON)
        cells += [Cell(part, f"{number} {'=' if part[0].kind == 'EQUAL' else 'name'}") for part in parts]
    return tuple(cells)
