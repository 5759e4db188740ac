"""Breaks long generated lines at operators."""

from __future__ import annotations


def wrap_assignment(prefix: str, text: str, width: int, indent: str = "    ") -> list[str]:
    """`prefix` + text on one line, or in brackets over several lines broken before ` + ` and ` - `.

    A comma at the end of the text stays outside of the brackets.
    """
    if len(prefix) + len(text) <= width:
        return [prefix + text]
    tail = ""
    if text.endswith((",", ";")):
        text, tail = text[:-1], text[-1]
    lines = [f"{prefix}("]
    lines += [indent + line for line in break_sum(text, width - len(indent))]
    return [*lines, f"){tail}"]


def break_sum(text: str, width: int) -> list[str]:
    """Breaks before ` + `, ` - `, ` * ` and ` @ ` so that no line is longer than the width if possible."""
    lines: list[str] = []
    current = ""
    for part in _parts(text):
        if current and len(current) + len(part) > width:
            lines.append(current.rstrip())
            current = part.lstrip()
        else:
            current += part
    lines.append(current.rstrip())
    return lines


def _parts(text: str) -> list[str]:
    """Pieces that begin with an operator surrounded by spaces."""
    parts: list[str] = []
    start = 0
    for i in range(1, len(text) - 2):
        if text[i] == " " and text[i + 1] in "+-*@" and text[i + 2] == " ":
            parts.append(text[start:i])
            start = i
    parts.append(text[start:])
    return parts
