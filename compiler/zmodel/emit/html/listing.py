"""Model files with numbered lines, coloured words, and links to what the page tells of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from zmodel.diagnostics import Diagnostic
from zmodel.emit.html.escape import escape
from zmodel.emit.html.places import Places
from zmodel.source import SourceFile

Colouring = Callable[[str], Iterable[tuple[str, str]]]
"""Cuts a text into pieces, each with the name of its class, empty for plain ones."""


def listing_html(
    file: SourceFile,
    places: Places,
    colouring: Colouring,
    ids: Collection[str],
    messages: Sequence[tuple[int, Diagnostic]],
) -> str:
    """The listing of one file.

    Args:
        file: one of the places' files.
        places: ids of lines, and what is declared.
        colouring: of words.
        ids: what the page has, so that no link leads nowhere.
        messages: numbered diagnostics of the page; lines link to theirs.
    """
    targets = {
        item.place: f"#{item.target}" for item in places.declared if item.span.file == file and item.target in ids
    }
    marks: dict[int, list[str]] = defaultdict(list)
    for number, item in messages:
        if item.span is not None and item.span.file == file:
            marks[item.span.line].append(f' <a class="mark" href="#message-{number}">{item.code}</a>')
    lines = [
        _line(places.line_id(file, number), number, text + "".join(marks[number]))
        for number, text in enumerate(_coloured_lines(file, colouring, targets), start=1)
    ]
    # A file that ends with its last line has no line behind it.
    if lines and file.text.endswith(("\n", "\r")):
        lines.pop()
    return f'<pre class="listing" tabindex="0"><code>{"".join(lines)}</code></pre>'


def _line(identity: str, number: int, html: str) -> str:
    return f'<span class="line" id="{identity}"><a class="number" href="#{identity}">{number}</a>{html}\n</span>'


def _coloured_lines(file: SourceFile, colouring: Colouring, targets: Mapping[int, str]) -> Iterator[str]:
    """The lines without their ends; a piece that spans several is cut."""
    pieces = _placed(colouring(file.text))
    bounds = [*file.line_starts[1:], len(file.text)]
    rest: tuple[int, str, str] | None = next(pieces, None)
    for bound in bounds:
        html = []
        while rest is not None and rest[0] < bound:
            start, kind, text = rest
            here, after = text[: bound - start], text[bound - start :]
            html.append(_piece(here.rstrip("\r\n"), kind, targets.get(start)))
            rest = (bound, kind, after) if after else next(pieces, None)
        yield "".join(html)


def _placed(pieces: Iterable[tuple[str, str]]) -> Iterator[tuple[int, str, str]]:
    position = 0
    for kind, text in pieces:
        yield position, kind, text
        position += len(text)


def _piece(text: str, kind: str, target: str | None) -> str:
    html = escape(text.replace("\t", "    "))
    if kind and html:
        html = f'<span class="{kind}">{html}</span>'
    return f'<a href="{escape(target)}">{html}</a>' if target is not None else html
