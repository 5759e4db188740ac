"""From the structure of a file to its lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, groupby

from zmodel.syntax.layout.cells import (
    SEMICOLON,
    WIDE_SEMICOLON,
    block_entries,
    row_cells,
    statement_cells,
    statement_words,
    table_of,
)
from zmodel.syntax.layout.folding import fold
from zmodel.syntax.layout.margin import WIDTH, CodeLine
from zmodel.syntax.layout.structure import Blank, Body, Element, Entry, Remark, Row
from zmodel.syntax.layout.tables import Cell, Line, align
from zmodel.syntax.layout.words import Word, Words, ends_line_inside, flat, holds_matrix, must_fold

_INDENT = 2
# How much longer than others a cell may be that stands in one column with them: in tables with one entry per line,
# and in those with several, where it tears the line apart.
_SPREAD_OF_ONE = 24
_SPREAD_OF_SEVERAL = 6


def file_lines(body: Body) -> list[CodeLine]:
    """The lines of a whole file."""
    lines: list[CodeLine] = []
    for table, elements in groupby(enumerate(chain.from_iterable(map(_statements, body.elements))), key=_table):
        rows = [element for _, element in elements]
        lines += _statement_lines(rows) if table[0] else _lone_lines(rows[0])
    return _without_outer_blanks(lines)


def _table(numbered: tuple[int, Element]) -> tuple[str, int]:
    """The table that an element is a line of; its own number where it is none of any."""
    number, element = numbered
    if isinstance(element, Row) and len(element.entries) == 1 and (table := table_of(element.entries[0])):
        return table, 0
    return "", number


def _lone_lines(element: Element) -> list[CodeLine]:
    match element:
        case Blank():
            return [CodeLine("")]
        case Remark(text):
            return [CodeLine(text)]
        case Row((Entry(_, Body(on_one_line=False)),)):
            return _open_block(element)
        case Row((_,)):
            return _statement_lines([element])
    return [CodeLine(flat(_joined(element.entries, SEMICOLON)), element.comments)]


def _statement_lines(rows: Sequence[Element]) -> list[CodeLine]:
    statements = [row for row in rows if isinstance(row, Row)]
    return _aligned(statements, [statement_cells(row.entries[0]) for row in statements], 0)


def _without_outer_blanks(lines: Sequence[CodeLine]) -> list[CodeLine]:
    first = next((i for i, line in enumerate(lines) if line.text), len(lines))
    last = next((i for i in reversed(range(len(lines))) if lines[i].text), -1)
    return list(lines[first : last + 1])


# ------------------------------------------------------------------ one line of the author, one or several of ours
def _statements(element: Element) -> Iterator[Element]:
    """Statements of one line stay there if all of them fit, else each has its own; long blocks are opened."""
    if not isinstance(element, Row):
        yield element
        return
    entries = element.entries
    if len(entries) > 1 and _fit(entries, SEMICOLON, 0):
        yield element
        return
    for number, entry in enumerate(entries):
        comments = element.comments if number == len(entries) - 1 else ()
        yield _opened(Row((entry,), comments))


def _fit(entries: Sequence[Entry], separator: Word, indent: int) -> bool:
    if any(_is_open(entry) or must_fold(statement_words(entry)) for entry in entries):
        return False
    return indent + len(flat(_joined(entries, separator))) <= WIDTH


def _joined(entries: Sequence[Entry], separator: Word) -> Words:
    words: list[Word] = []
    for entry in entries:
        words += ([separator] if words else []) + list(statement_words(entry))
    return tuple(words)


def _is_open(entry: Entry) -> bool:
    """Whether a statement has a block that takes several lines."""
    return entry.block is not None and not entry.block.on_one_line


def _opened(row: Row) -> Row:
    """Opens a block that is too long for one line; the comment behind it goes where the block begins."""
    entry = row.entries[0]
    block = entry.block
    if block is None or not block.on_one_line or not block_entries(entry):
        if block is not None and not block.elements and not block.opening:
            return replace(row, entries=(replace(entry, block=Body((), on_one_line=True)),))
        return row
    if len(flat(statement_words(entry))) <= WIDTH:
        return row
    inner = Row(block_entries(entry))
    return Row((replace(entry, block=Body((inner,), opening=row.comments)),))


# ------------------------------------------------------------------ blocks
def _open_block(row: Row) -> list[CodeLine]:
    entry = row.entries[0]
    assert entry.block is not None
    lines = fold((*entry.head, Word("LBRACE", "{")), "", 0, WIDTH)
    lines[-1] = replace(lines[-1], comments=entry.block.opening)
    inner: list[CodeLine] = []
    for element in _grids(chain.from_iterable(map(_block_rows, entry.block.elements))):
        match element:
            case Blank():
                inner.append(CodeLine(""))
            case Remark(text):
                inner.append(CodeLine(" " * _INDENT + text))
            case _:
                inner += _aligned(element, [row_cells(line.entries) for line in element], _INDENT)
    return [*lines, *_without_outer_blanks(inner), CodeLine("}", row.comments)]


def _block_rows(element: Element) -> Iterator[Element]:
    """Entries of one line, or of as many as they need."""
    if not isinstance(element, Row):
        yield element
        return
    entries: tuple[Entry, ...] = ()
    for entry in element.entries:
        if entries and not _fit((*entries, entry), WIDE_SEMICOLON, _INDENT):
            yield Row(entries)
            entries = ()
        entries = (*entries, entry)
    yield Row(entries, element.comments)


def _grids(elements: Iterable[Element]) -> Iterator[Blank | Remark | list[Row]]:
    """Rows that stand together in columns: neighbours of which none would be torn apart too far."""
    grid: list[Row] = []
    lengths: dict[str, tuple[int, int]] = {}
    for element in elements:
        if isinstance(element, Row):
            extended = _with_lengths(lengths, element)
            spread = max((longest - shortest for shortest, longest in extended.values()), default=0)
            if grid and spread > (_SPREAD_OF_ONE if _is_list([*grid, element]) else _SPREAD_OF_SEVERAL):
                yield grid
                grid, extended = [], _with_lengths({}, element)
            lengths = extended
            grid.append(element)
            continue
        if grid:
            yield grid
        grid, lengths = [], {}
        yield element
    if grid:
        yield grid


def _is_list(grid: Sequence[Row]) -> bool:
    return all(len(row.entries) == 1 for row in grid)


def _with_lengths(lengths: dict[str, tuple[int, int]], row: Row) -> dict[str, tuple[int, int]]:
    """The smallest and largest lengths of the cells of each column that another one follows."""
    extended = dict(lengths)
    for cell in row_cells(row.entries)[:-1]:
        length = len(flat(cell.words))
        shortest, longest = extended.get(cell.column, (length, length))
        extended[cell.column] = (min(shortest, length), max(longest, length))
    return extended


# ------------------------------------------------------------------ lines in columns
def _aligned(rows: Sequence[Row], cells: Sequence[tuple[Cell, ...]], indent: int) -> list[CodeLine]:
    """The lines of a table; those that are too long for one line share only their first columns with others."""
    cuts = [_cut(line) for line in cells]
    first_columns = max(len(_flat_cells(line[:cut])) for line, cut in zip(cells, cuts, strict=True))
    lines, ends = [], []
    for row, line, cut in zip(rows, cells, cuts, strict=True):
        end = tuple(word for cell in line[cut:] for word in cell.words)
        # A matrix rather goes on below than that its equals sign leaves the column; then it must be alone.
        alone = len(row.entries) == 1 and row.entries[0].block is None
        before = first_columns + 1 if alone and holds_matrix(end) else 0
        if must_fold(end) or indent + max(len(_flat_cells(line)), before + len(flat(end))) > WIDTH:
            lines.append(Line((*line[:cut], replace(line[cut], words=end)), open_end=True))
            ends.append(end)
        else:
            lines.append(Line(line))
            ends.append(())
    written = []
    for row, text, end in zip(rows, align(lines, indent, WIDTH), ends, strict=True):
        folded = fold(end, text, indent, WIDTH) if end else [CodeLine(text)]
        written += [*folded[:-1], replace(folded[-1], comments=row.comments)]
    return written


def _flat_cells(cells: Sequence[Cell]) -> str:
    return flat([word for cell in cells for word in cell.words])


def _cut(cells: tuple[Cell, ...]) -> int:
    """The cell from which on a statement is laid out over several lines: that of the last of the columns that stay."""
    kept = [i for i, cell in enumerate(cells) if cell.column and not cell.optional]
    cut = kept[-1] if kept else 0
    return 0 if any(ends_line_inside(cell.words) for cell in cells[:cut]) else cut
