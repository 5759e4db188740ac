"""What can be written at a place.

Keywords are those that the grammar takes there, so they cannot differ from it. Where it takes a name, the statement and
what stands before decide which names are of use.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from zmodel.limits import DEFAULT
from zmodel.lsp.symbols import Occurrence
from zmodel.lsp.units import Symbol, Unit
from zmodel.model.expression import FUNCTIONS, GEV
from zmodel.model.library import library_names
from zmodel.model.model import DOMAINS, MIXING_FORMS
from zmodel.model.statements import KNOWN_MATRICES, PREDICATES
from zmodel.syntax import ast
from zmodel.syntax.partial import expected_after, inside_comment_or_text, loose_tokens, statement_start

MAX_STATEMENT = 20_000
"""Characters of a statement beyond which nothing is proposed; no keystroke shall wait for it."""

Kind = Literal["keyword", "group", "field", "coupling", "parameter", "value", "file", "function", "point"]

_WORD_BEFORE = re.compile(r"[A-Za-z_\u0370-\u03FF\u00B5][A-Za-z0-9_\u0370-\u03FF\u00B5]*$")
_OPENING = {"(": ")", "[": "]", "{": "}"}
_FIELDS = frozenset({"fermion", "scalar", "vector"})
_COUPLINGS = frozenset({"Yukawa coupling", "mass term", "coupling of the potential", "kept entry"})
_PARAMETERS = frozenset({"parameter", "let"})
_QUANTITIES = _COUPLINGS | {"gauge coupling", "kinetic mixing", "parameter", "vacuum value", "mass of a boson"}
_OPERATORS = ("bar", "tilde", "dag", "cc", "tr")


@dataclass(frozen=True)
class Item:
    """Something that can be written: the text, what it is, and a word beside it."""

    label: str
    kind: Kind
    detail: str = ""


@dataclass(frozen=True)
class _Place:
    """Where in a statement a place is.

    Attributes:
        head: the first word of the statement.
        words: the tokens of the line of a block, or of the statement, up to the word that is being written.
        brackets: what is open, from the outside in.
        in_block: whether the innermost bracket that is not ( or [ is a block's.
    """

    head: str
    words: tuple[str, ...]
    brackets: str
    in_block: bool

    @property
    def before(self) -> str:
        """The token just before, or nothing at the beginning of a line."""
        return self.words[-1] if self.words else ""


def complete(text: str, offset: int, unit: Unit, files: Iterable[str] = ()) -> tuple[Item, ...]:
    """What can be written at a place, the likely first.

    Args:
        text: of the file as it is now, whether it parses or not.
        offset: of the place.
        unit: the last that is known of the file and of what it uses.
        files: paths of model files that `use` can name, relative to this one.
    """
    start = statement_start(text, offset) if len(text) <= DEFAULT.file_size else 0
    if offset - start > MAX_STATEMENT:
        return ()
    inside = inside_comment_or_text(text, offset)
    begun = _WORD_BEFORE.search(text[start:offset])
    before = text[start : start + begun.start()] if begun else text[start:offset]
    if inside:
        is_path = inside == '"' and before.split('"')[0].split() == ["use"]
        return tuple(Item(file, "file") for file in sorted(files)) if is_path else ()
    expected = expected_after(before)
    place = _place(before)
    items = [*_names(place, expected, unit, files), *_keywords(expected)]
    return tuple({item.label: item for item in reversed(items)}.values())[::-1]


def _place(before: str) -> _Place:
    head, brackets = "", ""
    words: list[str] = []
    for token in loose_tokens(before):
        word = str(token)
        head = head or word
        if token.type == "_SEP":
            if not brackets or brackets[-1] == "{":
                words = []
            continue
        words.append(word)
        if word in _OPENING:
            brackets += word
            if word == "{":
                words = []
        elif brackets and word == _OPENING[brackets[-1]]:
            brackets = brackets[:-1]
    return _Place(head, tuple(words), brackets, "{" in brackets)


Declared = list[tuple[Symbol, Occurrence]]
_Of = Callable[[Collection[str]], Iterator[Item]]
"""Gives what is declared of some kinds."""


# ------------------------------------------------------------------ keywords
def _keywords(expected: frozenset[str]) -> Iterator[Item]:
    words = sorted(word for word in expected if word.isidentifier() and word.islower())
    for word in words:
        yield Item(word, "function" if word in _OPERATORS else "keyword")


# ------------------------------------------------------------------ names
def _names(place: _Place, expected: frozenset[str], unit: Unit, files: Iterable[str]) -> Iterator[Item]:
    declared = list(unit.visible())

    def of(kinds: Collection[str]) -> Iterator[Item]:
        for symbol, item in declared:
            if item.kind in kinds and symbol.space in ("name", "boson"):
                yield Item(symbol.name, _kind(item), _detail(item))

    if "NAME" not in expected and "REPRESENTATION" not in expected:
        return
    if place.head in _FIELDS:
        yield from _in_field(place, declared, of)
    elif place.head in ("yukawa", "mass", "potential"):
        if "=" in place.words and "keep" not in place.words and ":" not in place.words:
            yield from of(_FIELDS)
    elif place.head == "charges":
        yield from _in_charges(place, declared, of)
    elif place.head == "use":
        yield from _in_use(place, unit, files)
    else:
        yield from _elsewhere(place, declared, of)


def _in_field(place: _Place, declared: Declared, of: _Of) -> Iterator[Item]:
    """Groups before a colon, representations or charges behind it."""
    if "vev" in place.words:
        yield from of({"parameter", "vacuum value", "let"})
        yield from _functions()
    elif place.brackets == "(" and place.before in ("(", ","):
        yield from of({"gauge group", "global group"})
    elif place.brackets.startswith("(") and ":" in place.words:
        last = len(place.words) - 1 - place.words[::-1].index(":")
        n = _group_size(declared, place.words[last - 1])
        if n == 1:
            yield from of(_PARAMETERS)
        elif place.before == ":":
            yield from (Item(name, "value", f"of SU({n})") for name in _representations(n))


def _in_charges(place: _Place, declared: Declared, of: _Of) -> Iterator[Item]:
    if not place.in_block:
        yield from _abelian(declared)
    elif not place.words:
        yield from of(_FIELDS)
    elif "=" in place.words:
        yield from of(_PARAMETERS)


def _in_use(place: _Place, unit: Unit, files: Iterable[str]) -> Iterator[Item]:
    if place.words == ("use",):
        yield from (Item(name, "file", "of the library") for name in library_names())
        yield from (Item(f'"{file}"', "file") for file in sorted(files))
        return
    for parsed in unit.files.values():
        if parsed.file.name != unit.root:
            for (space, name), items in parsed.declarations.items():
                if space == "name" and items[0].role != "implied":
                    yield Item(name, _kind(items[0]), _detail(items[0]))


def _elsewhere(place: _Place, declared: Declared, of: _Of) -> Iterator[Item]:
    head, words = place.head, place.words
    match head:
        case "gauge" | "global" if place.before == "=":
            yield from (Item(name, "value") for name in ("SU(2)", "SU(3)", "U(1)"))
        case "mixing" if len(words) == 1:
            yield from (Item(form, "value", "form of kinetic mixing") for form in MIXING_FORMS)
        case "mixing" if place.brackets:
            yield from _abelian(declared)
        case "search" if len(words) == 1:
            yield from _abelian(declared)
        case "param" if place.before == ":":
            yield from (Item(domain, "value") for domain in DOMAINS)
        case "let" if "=" in words:
            yield from of(_PARAMETERS)
            yield from _functions()
        case "require" if len(words) > 1:
            yield from of(_COUPLINGS | _FIELDS)
            yield from (Item(name, "value", "predicate") for name in PREDICATES)
        case "point":
            yield from _in_point(place, of)
        case "rotation":
            yield from _in_rotation(place, of)
        case "small":
            yield from of(_QUANTITIES)
        case "integrate" if len(words) == 1:
            yield from of(_FIELDS | {"gauge boson"})
        case "integrate":
            yield from of({"parameter", "mass of a boson"})
            yield from _units()
        case "breaking" if place.before == "after":
            yield from of({"breaking"})
        case "breaking" if place.in_block:
            yield from of({"gauge group"})


def _in_point(place: _Place, of: _Of) -> Iterator[Item]:
    if not place.in_block:
        if "at" in place.words:
            yield from _units()
    elif "=" in place.words:
        yield from (*_units(), *_functions())
    else:
        yield from of(_QUANTITIES)
        if not place.words:
            yield Item("alpha", "function", "g^2/(4 pi)^2 or lambda/(4 pi)^2")


def _in_rotation(place: _Place, of: _Of) -> Iterator[Item]:
    if place.before == ".":
        yield from (Item(name, "value") for name in ("up", "down"))
    elif "=" not in place.words:
        yield from of({"fermion"})
    else:
        yield from (Item(name, "value", "matrix") for name in KNOWN_MATRICES)
        yield from of({"fermion", *_PARAMETERS})
        yield from (Item("dag", "function"), *_functions())


# ------------------------------------------------------------------ what names are
def _functions() -> Iterator[Item]:
    return (Item(name, "function") for name in FUNCTIONS)


def _units() -> Iterator[Item]:
    return (Item(name, "value", "unit of energy") for name in GEV)


def _abelian(declared: Declared) -> Iterator[Item]:
    for symbol, item in declared:
        if item.kind == "gauge group" and isinstance(item.node, ast.GaugeStatement) and item.node.family == "U":
            yield Item(symbol.name, "group", "U(1)")


def _group_size(declared: Declared, name: str) -> int:
    """N of SU(N), 1 for U(1) and for what is unknown."""
    for symbol, item in declared:
        if symbol.name == name and isinstance(item.node, ast.GaugeStatement) and item.kind.endswith("group"):
            return item.node.rank_argument if item.node.family == "SU" else 1
    return 1


def _representations(n: int) -> tuple[str, ...]:
    """Singlet, fundamental, its conjugate and the adjoint."""
    fundamental = (str(n),) if n == 2 else (str(n), f"{n}bar")
    return ("1", *fundamental, str(n * n - 1))


def _kind(item: Occurrence) -> Kind:
    if item.kind in _FIELDS:
        return "field"
    if item.kind in ("gauge group", "global group", "gauge boson"):
        return "group"
    return "coupling" if item.kind in _COUPLINGS | {"gauge coupling", "kinetic mixing"} else "parameter"


def _detail(item: Occurrence) -> str:
    if isinstance(item.node, ast.GaugeStatement) and item.kind.endswith("group"):
        return f"{item.node.family}({item.node.rank_argument})"
    return item.kind
