"""Statements that take several lines: they break inside their brackets, one item per line below the first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zmodel.syntax.layout.margin import CodeLine
from zmodel.syntax.layout.words import (
    OPENING,
    Word,
    Words,
    depths,
    ends_line_inside,
    flat,
    gap,
    is_matrix,
    matching,
    must_fold,
    split_at_commas,
    split_before,
)

# Items hang below the first one up to this column; further to the right there is no room for them.
_LAST_HANGING_COLUMN = 72
_STEP = 4
_STAY_WITH_NEXT = frozenset({"SIGN", "STAR", "TIMES_OR_OVER", "COMPARISON", "AND", "OR", "NOT"})


def fold(words: Sequence[Word], start: str, indent: int, width: int) -> list[CodeLine]:
    """Lays words out over as many lines as they need.

    Args:
        words: of one statement, or its end.
        start: the text of the line so far.
        indent: of the statement.
        width: that lines shall not exceed.
    """
    writer = _Writer(start, indent, width)
    writer.write(words, None)
    writer.end_line("")
    return writer.lines


class _Writer:
    """Writes words one after the other.

    Attributes:
        lines: those that are finished.
        text: of the line that is being written.
        indent: of the statement.
        width: that lines shall not exceed.
        previous: the last word; None where nothing is before the next one.
        column: behind the last word, wherever the next one stands.
    """

    def __init__(self, start: str, indent: int, width: int) -> None:
        self.lines: list[CodeLine] = []
        self.text = start
        self.indent = indent
        self.width = width
        self.previous: Word | None = None
        self.column = len(start)

    def end_line(self, margin: str, *comments: str) -> None:
        """Goes on below, behind a margin; does nothing but that if nothing is on the line."""
        if self.text.strip():
            self.lines.append(CodeLine(self.text.rstrip(), comments))
        self.text = margin
        self.previous = None

    def put(self, word: Word, margin: str) -> None:
        """Writes one word, with its comments."""
        if word.above:
            self.end_line(margin)
            self.lines += [CodeLine(margin + comment) for comment in word.above]
        if self.previous is not None:
            self.text += " " * gap(self.previous, word)
        self.text += word.text
        self.previous = word
        self.column = len(self.text)
        if word.comment:
            self.end_line(margin, word.comment)

    def write(self, words: Sequence[Word], margin: str | None, behind: int = 0) -> None:
        """Writes words; brackets that do not fit on the line are unfolded.

        Args:
            words: whose brackets are in pairs.
            margin: of the lines that follow, inside brackets; None outside, where lines do not end between words.
            behind: room to leave on the last line.
        """
        position = 0
        while position < len(words):
            if margin is not None and self._is_over(words, position, margin):
                self.end_line(margin)
            word = words[position]
            self.put(word, self._margin(margin))
            if word.kind in OPENING:
                end = matching(words, position)
                rest = _room_behind(words, end, behind, margin is not None)
                if self._unfolds(words[position : end + 1], rest):
                    self._unfold(words[position + 1 : end], 1 + rest)
                else:
                    for inner in words[position + 1 : end]:
                        self.put(inner, self._margin(margin))
                self.put(words[end], self._margin(margin))
                position = end
            position += 1

    def _margin(self, margin: str | None) -> str:
        return " " * (self.indent + _STEP) if margin is None else margin

    def _is_over(self, words: Sequence[Word], position: int, margin: str) -> bool:
        """Whether a word begins a line: where what belongs to it has room there only, or has no room in front."""
        word = words[position]
        if self.previous is None or not gap(self.previous, word):
            return False
        start = len(self.text) + gap(self.previous, word)
        whole = len(flat(words[position : _end_of_piece(words, position, with_brackets=True) + 1]))
        if start + whole <= self.width or len(margin) + whole <= self.width:
            return start + whole > self.width
        # A bracket will be unfolded.
        return start + len(flat(words[position : _end_of_piece(words, position) + 1])) > self.width

    def _unfolds(self, bracket: Sequence[Word], rest: int) -> bool:
        """Whether what stands in a bracket takes lines of its own."""
        if len(bracket) < 3 or must_fold(bracket):
            return must_fold(bracket)
        return _may_unfold(bracket, 0) and len(self.text) + len(flat(bracket)) - 1 + rest > self.width

    def _unfold(self, inner: Sequence[Word], behind: int) -> None:
        """Writes what stands in a bracket, one item per line."""
        margin = " " * (self.column if self.column <= _LAST_HANGING_COLUMN else self.indent + _STEP)
        if self.previous is None or self.column > _LAST_HANGING_COLUMN:
            self.end_line(margin)
        items = _items(inner)
        rows = _matrix_rows(items) if is_matrix(inner) else None
        if rows is not None and len(margin) + max(len(row) for row in rows) > self.width:
            rows = None
        for number, item in enumerate(items):
            if number:
                self.end_line(margin)
            if rows is None:
                self.write(item, margin, behind if number == len(items) - 1 else 0)
            else:
                self._put_row(rows[number], item, margin)

    def _put_row(self, text: str, item: Words, margin: str) -> None:
        """Writes the row of a matrix as one word with the comments of its words."""
        last = item[-1]
        self.put(Word(last.kind, text, 0, last.after, item[0].above, last.comment), margin)


def _may_unfold(words: Sequence[Word], opening: int) -> bool:
    """Whether a bracket is one that takes several lines if it is too long: not one word, and no indices."""
    inner = words[opening + 1 : matching(words, opening)]
    return len(inner) > 1 and all(word.after for word in inner if word.kind == "COMMA")


def _end_of_piece(words: Sequence[Word], position: int, with_brackets: bool = False) -> int:
    """The last word that stays on the line of another: before a space that follows no operator, or a bracket.

    Args:
        words: whose brackets are in pairs.
        position: of the word.
        with_brackets: whether brackets and what stands in them are part of the piece.
    """
    end = position
    while end < len(words) - 1:
        if words[end].kind in OPENING:
            if not with_brackets:
                break
            end = matching(words, end)
            if end == len(words) - 1:
                break
        if gap(words[end], words[end + 1]) and words[end].kind not in _STAY_WITH_NEXT:
            break
        end += 1
    return end


def _room_behind(words: Sequence[Word], end: int, behind: int, lines_end: bool) -> int:
    """What stays on the line behind a bracket.

    Args:
        words: with the bracket.
        end: where it closes.
        behind: room for what follows the last word.
        lines_end: whether lines may end between words; else all up to the next bracket stays, which may be unfolded.
    """
    if lines_end:
        last = _end_of_piece(words, end)
    else:
        following = (i for i in range(end + 1, len(words)) if words[i].kind in OPENING and _may_unfold(words, i))
        last = next(following, len(words) - 1)
    return len(flat(words[end : last + 1])) - 1 + (behind if last == len(words) - 1 else 0)


def _items(inner: Sequence[Word]) -> list[Words]:
    """What commas separate; without commas, what is added up."""
    items = split_at_commas(inner)
    if len(items) > 1:
        return items
    levels = depths(inner)
    return split_before(
        inner, [i for i, word in enumerate(inner) if word.kind == "SIGN" and word.after and not levels[i]]
    )


def _matrix_rows(items: Sequence[Words]) -> list[str] | None:
    """The rows of a matrix with its columns below each other; None if they are not alike or have comments inside."""
    rows = [list(_row_cells(item)) for item in items]
    alike = len({len(row) for row in rows}) == 1
    if not alike or any(ends_line_inside((*item[1:-1], *_bare(item))) for item in items):
        return None
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    texts = []
    for row, item in zip(rows, items, strict=True):
        cells = " ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        closing = flat(item[matching(item, 0) :])
        texts.append("[" + cells.rstrip() + closing)
    return texts


def _bare(item: Words) -> Words:
    """The ends of a row, whose outer comments may stay: above the first word and behind the last."""
    first, last = item[0], item[-1]
    ends = [Word(first.kind, first.text, comment=first.comment if len(item) > 1 else "")]
    return (*ends, Word(last.kind, last.text, above=last.above))


def _row_cells(item: Words) -> Iterator[str]:
    for cell in split_at_commas(item[1 : matching(item, 0)]):
        yield flat(cell)
