"""What the rows of the ledger reached: as text, kept in `reached.json`, and as a table.

Numbers have four digits. Two texts agree if they differ by one unit of the third digit at most, so that what is kept
holds on other machines, or by the row's tolerance if that is absolute: smelli draws random numbers.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.papers.ledger import Row, rows

PATH = Path(__file__).parent / "reached.json"
PAGE = Path(__file__).parent.parent.parent / "docs" / "ledger.md"
PAPERS = {
    "A": "Flavorful U(1)' and Planck safety (arXiv:2109.06201)",
    "B": "Gauged accidental symmetries (arXiv:1909.02021)",
    "C": "Malaphoric B3 - L2 (arXiv:2409.06804)",
    "D": "Muonic force and muoquarks (arXiv:2107.07518)",
}
HEADER = """\
# Results of the papers

Each row is a result of one of the four papers whose models lie in [`model_files/`](../model_files/README.md), and has a
test of its own, which takes it from a compiled model file. *Wanted* is what the paper prints, *reached* what that test
found, with four digits. Where the paper gives a formula or a statement, *as wanted* says that it was derived. *tol.* is
the relative tolerance of the test. Rows with a star are touched by a misprint, see the [errata](errata.md).

Of {total} rows {reached} are reached. `pytest tests/papers` tests them and prints this table; C04 needs the extra
`flavour`.
"""
NUMBER = re.compile(r"(?<![\w.])-?\d+(?:\.\d+)?(?:e[+-]?\d+)?(?![\w.])")
AS_WANTED = "as wanted"
DIGITS = 4


# ------------------------------------------------------------------ text
def number_text(number: float) -> str:
    """A number with four digits; what rounding leaves of a zero is one."""
    return "0" if abs(number) < 1e-12 else f"{float(f'{number:.{DIGITS}g}'):g}"


def value_text(value: Any, *, inside: bool = False) -> str:
    """A value as it stands in the table."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {value_text(item)}" for key, item in value.items())
    if isinstance(value, Sequence):
        text = ", ".join(value_text(item, inside=True) for item in value)
        return f"({text})" if inside else text
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, complex):
        assert abs(value.imag) < 1e-12 * abs(value.real) or abs(value) < 1e-12, value
        return number_text(value.real)
    return number_text(float(value)) if isinstance(value, float) else str(value)


def reached_text(row: Row) -> str:
    """What a row's test has reached."""
    return "; ".join(value_text(value) for value in row.found) or AS_WANTED


def wanted_text(row: Row) -> str:
    """What the paper prints: its own digits."""
    return value_text(json.loads(json.dumps(row.want), parse_float=lambda digits: f"{float(digits):g}"))


def agree(first: str, second: str, absolute: float = 0.0) -> bool:
    """Whether texts are the same but for the last digit of numbers, or a larger difference that is allowed."""
    if NUMBER.sub("0", first) != NUMBER.sub("0", second):
        return False
    pairs = zip(NUMBER.findall(first), NUMBER.findall(second), strict=True)
    return all(a == b or abs(float(a) - float(b)) <= max(absolute, last_unit(a), last_unit(b)) for a, b in pairs)


def last_unit(text: str) -> float:
    """One unit of the third digit, and a little for rounding; whole numbers with more digits are exact."""
    number = float(text)
    digits = re.sub(r"e.*|[-.]", "", text).strip("0")
    return 0.0 if number == 0 or len(digits) > DIGITS else 1.001 * 10.0 ** (math.floor(math.log10(abs(number))) - 2)


# ------------------------------------------------------------------ what is kept
def kept() -> dict[str, str]:
    """What was reached when the table was last written, by row."""
    found: dict[str, str] = json.loads(PATH.read_text(encoding="utf-8")) if PATH.is_file() else {}
    return found


def keep(found: Mapping[str, str]) -> None:
    """Writes what some rows reached, and the page; what agrees with the old text stays as it is."""
    old = kept()
    new = old | {key: text for key, text in found.items() if key not in old or not agree(old[key], text)}
    PATH.write_text(json.dumps(new, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    PAGE.write_text(page(), encoding="utf-8")


# ------------------------------------------------------------------ tables
def page() -> str:
    """The page of the documentation."""
    found = kept()
    reached = sum(row in found for row in rows())
    return HEADER.format(total=len(rows()), reached=reached) + "".join(
        section(title, [row for row in rows().values() if row.id.startswith(letter)], found)
        for letter, title in PAPERS.items()
    )


def section(title: str, members: Sequence[Row], found: Mapping[str, str]) -> str:
    """The rows of one paper."""
    lines = ["| row | where | result | wanted | tol. | reached |", "|---|---|---|---|---|---|"]
    for row in members:
        mark = "*" if "ERRATUM" in row.note else ""
        tolerance = "" if row.tol is None else value_text(row.tol)
        cells = (row.id + mark, row.where, row.what, wanted_text(row), tolerance, found.get(row.id, "-"))
        lines.append("| " + " | ".join(escape(cell) for cell in cells) + " |")
    return f"\n## {title}\n\n" + "\n".join(lines) + "\n"


def escape(text: str) -> str:
    """Text for a cell of a Markdown table."""
    return re.sub(r"([\\|*_<>\[\]`])", r"\\\1", text)


def terminal_lines(found: Mapping[str, str]) -> list[str]:
    """The table that pytest prints: rows that ran, with what they reached or how they ended."""
    lines = [f"{'row':<5}{'where':<30}{'wanted':<42}reached"]
    for key, row in rows().items():
        if key in found:
            where, wanted = shorten(row.where, 28), shorten(wanted_text(row), 40)
            lines.append(f"{key:<5}{where:<30}{wanted:<42}{shorten(found[key], 80)}")
    return lines


def shorten(text: str, width: int) -> str:
    """At most so many characters."""
    return text if len(text) <= width else text[: width - 3] + "..."
