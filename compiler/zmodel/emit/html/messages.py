"""Diagnostics on a page: a line each, with the place in the listing and what there is to do behind a fold."""

from __future__ import annotations

from collections.abc import Sequence

from zmodel.diagnostics import Diagnostic
from zmodel.emit.html.escape import escape
from zmodel.emit.html.places import Places
from zmodel.source import Span


def messages_html(numbered: Sequence[tuple[int | None, Diagnostic]], places: Places) -> str:
    """A list of diagnostics, whose ids are `message-NUMBER` if they have a number; nothing for none."""
    items = "".join(f"<li>{_message(number, item, places)}</li>" for number, item in numbered)
    return f'<ul class="messages">{items}</ul>' if items else ""


def _message(number: int | None, item: Diagnostic, places: Places) -> str:
    place = "" if item.span is None else f" {_place(item.span, places)}"
    head = f'<strong class="{item.severity}">{item.severity} {item.code}</strong> {escape(item.message)}{place}'
    details = _details(item, places)
    body = f"<details><summary>{head}</summary>{details}</details>" if details else f"<p>{head}</p>"
    identity = "" if number is None else f' id="message-{number}"'
    return f'<div{identity} class="message">{body}</div>'


def _place(span: Span, places: Places) -> str:
    address = places.address(span)
    words = f"line {span.line}"
    if address is None:
        return f"({words})"
    if span.file != places.files[0]:
        words += f" of {escape(file_name(span.file.name))}"
    return f'(<a href="{address}">{words}</a>)'


def _details(item: Diagnostic, places: Places) -> str:
    parts = []
    if item.span is not None:
        parts.append(_excerpt(item.span, item.label))
    parts += [f"<p>{_place(span, places)}</p>{_excerpt(span, label)}" for span, label in item.related]
    parts += [f"<p>note: {escape(note)}</p>" for note in item.notes]
    parts += [f"<p>help: {escape(hint)}</p>" for hint in item.hints]
    return "".join(parts)


def _excerpt(span: Span, label: str) -> str:
    """The first line of a span with the span marked, and what is said about it."""
    line, column = span.file.line_column(span.start)
    text = span.file.line_text(line)
    first = column - 1
    last = min(first + span.end - span.start, len(text))
    before, marked, after = text[:first], text[first:last], text[last:]
    words = f"<p>{escape(label)}</p>" if label else ""
    return f"<pre>{escape(before)}<mark>{escape(marked)}</mark>{escape(after)}</pre>{words}"


def file_name(path: str) -> str:
    """The last part of a path: where files lie is nobody else's business."""
    return path.replace("\\", "/").rpartition("/")[2]
