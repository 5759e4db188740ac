"""The LALR parser: loaded from the table that is kept beside the grammar, or built from the grammar.

Building would take longer than all else that `zmodel check` does. The table names the grammar and the lark that it was
made for; where these differ, or where there is no table, the parser is built.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from hashlib import sha256
from typing import Any

import lark
from lark import Lark
from lark.grammar import Rule
from lark.lexer import TerminalDef

from zmodel import resources

TABLE = "parse_table.json"

_OPTIONS: Mapping[str, Any] = {
    "parser": "lalr",
    "lexer": "basic",  # the least that lark offers: tokens come from zmodel.syntax.lexing
    "propagate_positions": True,
    "maybe_placeholders": True,
}
STARTS = ("start", "condition", "quantity", "target")
"""What can be parsed by itself: a file, and the pieces of text in scan files and options."""
# Stands for a pattern without a longest match; Python versions differ in what they say.
_UNBOUNDED = 2**16

# What lark's `serialize` gives: dicts, lists, texts, numbers and None.
_Data = Any


@lru_cache(maxsize=1)
def grammar_parser() -> Lark:
    """The parser of `grammar/zmodel.lark`."""
    grammar = resources.read_text("grammar", "zmodel.lark")
    try:
        table = json.loads(resources.read_text("grammar", TABLE))
    except (resources.ResourceError, ValueError):
        return _build(grammar)
    return _load(table) if table.get("made_for") == _made_for(grammar) else _build(grammar)


def _build(grammar: str) -> Lark:
    return Lark(grammar, start=list(STARTS), **_OPTIONS)


def _made_for(grammar: str) -> dict[str, str]:
    """What a table fits to: the grammar, and the series of lark, whose tables may change from one to the next."""
    return {"grammar": sha256(grammar.encode()).hexdigest(), "lark": lark.__version__.rpartition(".")[0]}


# ------------------------------------------------------------------ reading
def _load(table: dict[str, _Data]) -> Lark:
    """Undoes `table_text`."""
    states: list[dict[str, _Data]] = table["states"]
    actions = {
        "tokens": {name: name for state in states for name in state},
        "states": dict(enumerate(states)),
        "start_states": table["first"],
        "end_states": table["last"],
    }
    frontend = {"lexer_conf": table["lexer"], "parser_conf": table["parser"], "parser": actions}
    data = {"options": {"start": list(STARTS), **_OPTIONS}, "rules": table["parser"]["rules"], "parser": frontend}
    # Lark.load takes what is in its files as well as files; ours hold no pickle.
    return Lark.load({"data": data, "memo": dict(enumerate(table["definitions"]))})


# ------------------------------------------------------------------ writing
def table_text() -> str:
    """The table of the grammar as JSON, the same on every machine and for every Python."""
    grammar = resources.read_text("grammar", "zmodel.lark")
    data, definitions = _build(grammar).memo_serialize([TerminalDef, Rule])
    frontend = data["parser"]
    numbers, states = _numbered(frontend["parser"])
    parts = {
        "made_for": _compact(_made_for(grammar)),
        "lexer": _compact(frontend["lexer_conf"]),
        "parser": _compact(frontend["parser_conf"]),
        "definitions": _one_per_line(_portable(definitions[index]) for index in range(len(definitions))),
        "first": _compact({start: numbers[frontend["parser"]["start_states"][start]] for start in STARTS}),
        "last": _compact({start: numbers[frontend["parser"]["end_states"][start]] for start in STARTS}),
        "states": _one_per_line(states),
    }
    return "{\n" + ",\n".join(f'"{name}":{text}' for name, text in parts.items()) + "\n}\n"


def _numbered(table: dict[str, _Data]) -> tuple[dict[int, int], list[dict[str, _Data]]]:
    """Numbers states in the order in which they are reached: lark's numbers change with the seed of hashes.

    Returns:
        The new number of each state, and its actions by symbol.
    """
    tokens = table["tokens"]
    order: list[int] = [table["start_states"][start] for start in STARTS]
    numbers = {state: number for number, state in enumerate(order)}
    states = []
    for state in order:
        actions = {}
        for symbol, (is_reduction, argument) in sorted(
            (tokens[token], action) for token, action in table["states"][state].items()
        ):
            if not is_reduction and argument not in numbers:
                numbers[argument] = len(order)
                order.append(argument)
            actions[symbol] = [is_reduction, argument if is_reduction else numbers[argument]]
        states.append(actions)
    return numbers, states


def _portable(definition: dict[str, _Data]) -> dict[str, _Data]:
    """A rule, or a terminal with bounded widths of its pattern."""
    pattern = definition.get("pattern", {})
    if "_width" not in pattern:
        return definition
    least, most = pattern["_width"]
    return {**definition, "pattern": {**pattern, "_width": [least, min(most, _UNBOUNDED)]}}


def _one_per_line(items: Iterable[_Data]) -> str:
    return "[\n" + ",\n".join(map(_compact, items)) + "\n]"


def _compact(item: _Data) -> str:
    return json.dumps(item, separators=(",", ":"))
