"""Vacuum values and substitutions of a PyR@TE model file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from zmodel.diagnostics import Diagnostic
from zmodel.exchange.pyrate import numbers
from zmodel.exchange.pyrate.content import table_entries
from zmodel.exchange.pyrate.document import Table, Text
from zmodel.exchange.pyrate.expression import Constant, ExpressionError, Product, Symbol, parse_expression
from zmodel.exchange.pyrate.numbers import Value

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_']*")
_VEV = re.compile(r"([A-Za-z]\w*)\s*(?:\[\s*([0-9]{1,3}(?:\s*,\s*[0-9]{1,3})*)\s*\])?")
MAX_ROWS = 100


@dataclass
class Substitutions:
    """What is done to beta functions once they are known.

    Attributes:
        renamed: new names.
        zero: what is set to zero.
        matrices: rows of names, an empty one for 0.
        normalised: how often the new coupling is the old one, and the place.
    """

    renamed: dict[str, str] = field(default_factory=dict)
    zero: dict[str, Text] = field(default_factory=dict)
    matrices: dict[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    normalised: dict[str, tuple[Value, Text]] = field(default_factory=dict)

    def name(self, coupling: str) -> str:
        """What a coupling is called in the end."""
        return self.renamed.get(coupling, coupling)


def read_substitutions(root: Table) -> tuple[Substitutions, list[Diagnostic]]:
    """The section Substitutions; what has no counterpart is a warning."""
    result, found = Substitutions(), []
    for key, value in table_entries(root.get("Substitutions")):
        text = value.value if isinstance(value, Text) else ""
        if not isinstance(value, Text) or not text:
            found.append(_left_out(key, "its value is no formula"))
        elif text == "0":
            result.zero[key.value] = key
        elif _NAME.fullmatch(text):
            result.renamed[key.value] = text
        elif text.startswith("["):
            matrix = _matrix(text)
            if matrix is None:
                found.append(_left_out(key, "its entries are not names in quotes and zeros"))
            else:
                result.matrices[key.value] = matrix
        else:
            factor = _normalisation(key, value)
            if factor is None:
                found.append(_left_out(key, "new couplings are defined in the files that use them"))
            else:
                result.normalised[key.value] = (factor, key)
    return result, found


def _left_out(key: Text, reason: str) -> Diagnostic:
    return Diagnostic("Z521", f"the substitution of `{key.value}` is left out", key.span, label=reason)


def _matrix(text: str) -> tuple[tuple[str, ...], ...] | None:
    """`[0, 0, 'yt']`, the diagonal, or a list of rows."""
    if not (text.startswith("[") and text.endswith("]")):
        return None
    inner = text[1:-1].strip()
    if not inner.startswith("["):
        diagonal = _row(inner)
        if diagonal is None:
            return None
        return tuple(tuple(x if i == j else "" for j in range(len(diagonal))) for i, x in enumerate(diagonal))
    if not re.fullmatch(r"\[[^\[\]]*\](?:\s*,\s*\[[^\[\]]*\])*", inner):
        return None
    rows = [_row(row) for row in re.findall(r"\[([^\[\]]*)\]", inner)]
    good = [row for row in rows if row is not None]
    return tuple(good) if len(good) == len(rows) <= MAX_ROWS else None


def _row(text: str) -> tuple[str, ...] | None:
    words = [word.strip() for word in text.split(",")]
    if len(words) > MAX_ROWS:
        return None
    names = ["" if word == "0" else word.strip("'\"") for word in words]
    return tuple(names) if all(name == "" or _NAME.fullmatch(name) for name in names) else None


def _normalisation(key: Text, value: Text) -> Value | None:
    """The number in `g1 : sqrt(5/3) * g1`."""
    try:
        node = parse_expression(value)
    except ExpressionError:
        return None
    match node:
        case Product((Constant(factor), Symbol(name, ()))) if name == key.value and numbers.unit_of(factor) is not None:
            return factor
    return None


# ------------------------------------------------------------------ vacuum values
@dataclass(frozen=True)
class Vev:
    """A vacuum value: its name, the real field, the component, counted from 1, and its place."""

    name: str
    part: str
    indices: tuple[int, ...]
    key: Text


def read_vevs(root: Table, parts: Mapping[str, object]) -> tuple[list[Vev], list[Diagnostic]]:
    """The section Vevs.

    Args:
        root: the file.
        parts: names of real fields.
    """
    vevs, found = [], []
    for key, value in table_entries(root.get("Vevs")):
        match = _VEV.fullmatch(value.value) if isinstance(value, Text) else None
        if match is None or match[1] not in parts or not _NAME.fullmatch(key.value):
            message = "a vacuum value is the component of a real field, as in `v : Pi[2]`"
            found.append(Diagnostic("Z702", message, value.span))
            continue
        indices = tuple(int(word) for word in match[2].split(",")) if match[2] else ()
        vevs.append(Vev(key.value, match[1], indices, key))
    return vevs, found
