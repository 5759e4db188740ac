"""What a dataset on disk says otherwise than the one that is asked for, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

WORDS = {
    "kind": "what it holds",
    "zmodel": "the version of zmodel",
    "model": "the name of the model",
    "title": "the title of the model",
    "conventions": "the conventions of its numbers",
    # ------------------------------------------------------------ scans
    "point": "the point that scans start from",
    "from": "the scale at which the running starts",
    "to": "the scale at which the running ends",
    "loops": "the loop orders",
    "rtol": "the relative precision",
    "atol": "the absolute precision",
    "strong": "the coupling beyond which trajectories end",
    "check_along": "the number of scales at which stability is looked at",
    "axes": "what varies",
    "draws": "the number of random points",
    "seed": "the seed of random points",
    "cross": "the numbers at the point itself",
    "points": "the number of points",
    "start": "the numbers that are given",
    "classes": "the classes",
    "formulas": "the columns of the scan file",
    "functions": "the functions that are computed with",
    # ------------------------------------------------------------ atlases
    "group": "the U(1)",
    "max_charge": "the largest charge",
    "equivalence": "which solutions count as one",
    "free": "the unknowns that nothing fixes",
    "roles": "the multiplets of the Standard Model",
    "search": "the equations and conditions for the charges",
    # ------------------------------------------------------------ both
    "columns": "the columns",
    "problem": "something that it keeps only a hash of",
}
"""What the entries of headers are called."""

HASHES = frozenset({"condition", "expression", "functions", "search", "problem"})
"""Entries whose values tell nothing to anybody."""

_NAMES = ("name", "stored")
"""What the entries of lists are called by."""


def difference(there: Mapping[str, Any], wanted: Mapping[str, Any]) -> str | None:
    """The first entry of a header that is another one on disk, with both values; None if there is none."""
    for key, value in wanted.items():
        if there.get(key) != value:
            return WORDS.get(key, f"`{key}`") + _compared(key, there.get(key), value)
    return None


def _compared(key: str, there: Any, wanted: Any) -> str:
    """What differs in an entry: where inside of it, and how."""
    if key in HASHES:
        return ": another one"
    first, second = _by_name(there), _by_name(wanted)
    if first is None or second is None:
        return f": {_shown(there)} there, {_shown(wanted)} asked for"
    for name in [*second, *first]:
        if name not in first:
            return f": `{name}` is asked for, and not there"
        if name not in second:
            return f": `{name}` is there, and not asked for"
        if first[name] != second[name]:
            return f", `{name}`" + _compared(name, first[name], second[name])
    return ": another order"


def _by_name(value: Any) -> Mapping[str, Any] | None:
    """The entries of an object or a list by name; what has none is its own."""
    if isinstance(value, list):
        return {_name(item): item for item in value}
    return value if isinstance(value, Mapping) else None


def _name(item: Any) -> str:
    if not isinstance(item, Mapping):
        return str(item)
    return next(str(item[key]) for key in _NAMES if key in item)


def _shown(value: Any) -> str:
    return "none" if value is None else str(value)
