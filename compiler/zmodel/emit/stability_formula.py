"""Conditions for a stable potential as formulas."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from zmodel.derive.potential.matrices import Entry, ModuliMatrix
from zmodel.derive.potential.quartics import LinearForm, Pair, Term
from zmodel.emit.formula import Formula, latex_name
from zmodel.emit.stability_program import CLOSED_FORM


@dataclass(frozen=True)
class _Notation:
    """How one of the two spellings writes what both contain."""

    name: Callable[[str], str]
    root: Callable[[str], str]
    absolute: Callable[[str], str]
    least: Callable[[Sequence[str]], str]
    determinant: Callable[[Sequence[str]], str]


TEXT = _Notation(
    lambda name: name,
    lambda argument: f"sqrt({argument})",
    lambda name: f"|{name}|",
    lambda values: f"min({', '.join(values)})",
    lambda names: f"det V({', '.join(names)}) > 0 or a cofactor of its last row <= 0",
)
LATEX = _Notation(
    latex_name,
    lambda argument: rf"\sqrt{{{argument}}}",
    lambda name: f"|{name}|",
    lambda values: rf"\min({', '.join(values)})",
    lambda names: rf"\det V_{{{' '.join(names)}}} > 0 \text{{ or a cofactor of its last row}} \le 0",
)


def linear_formula(form: LinearForm) -> Formula:
    """A linear form of the couplings."""
    return Formula(_linear(form, TEXT), _linear(form, LATEX))


def _linear(form: LinearForm, notation: _Notation) -> str:
    text = ""
    for term in form:
        size = _term(term, notation)
        if not text:
            text = f"-{size}" if term.factor < 0 else size
        else:
            text += f" - {size}" if term.factor < 0 else f" + {size}"
    return text or "0"


def _term(term: Term, notation: _Notation) -> str:
    """The term without its sign: `u/3`, `3 l5/2`, `|l5|`."""
    name = notation.name(term.coupling)
    body = notation.absolute(name) if term.absolute else name
    numerator, denominator = abs(term.factor).as_integer_ratio()
    text = body if numerator == 1 else f"{numerator} {body}"
    return text if denominator == 1 else f"{text}/{denominator}"


@dataclass
class Shorthand:
    """Names for the entries of matrices that are more than a coupling.

    Attributes:
        taken: names that are in use.
        definitions: what the names stand for.
    """

    taken: frozenset[str]
    definitions: dict[str, Formula] = field(default_factory=dict)
    _names: dict[tuple[Pair, Entry], str] = field(default_factory=dict)

    def __call__(self, pair: Pair, entry: Entry) -> str:
        """The name of an entry: of its coupling, or a new one."""
        if len(entry.choices) == 1 and len(entry.choices[0]) == 1:
            (term,) = entry.choices[0]
            if term.factor == 1 and not term.absolute:
                return term.coupling
        if (pair, entry) not in self._names:
            stem = name = "_".join(("D", *dict.fromkeys(pair)))
            while name in self.taken or name in self.definitions:
                number = int(name[len(stem) + 1 :] or 1) + 1
                name = f"{stem}_{number}"
            self._names[pair, entry] = name
            self.definitions[name] = Formula(_entry(entry, TEXT), _entry(entry, LATEX))
        return self._names[pair, entry]


def _entry(entry: Entry, notation: _Notation) -> str:
    choices = [_linear(choice, notation) for choice in entry.choices]
    return choices[0] if len(choices) == 1 else notation.least(choices)


def condition_formula(matrix: ModuliMatrix, subset: tuple[str, ...], shorthand: Shorthand) -> Formula:
    """The condition of one set of fields."""
    names = {pair: shorthand(pair, entry) for pair, entry in matrix.entries.items() if set(pair) <= set(subset)}
    return Formula(_condition(names, subset, TEXT), _condition(names, subset, LATEX))


def _condition(names: dict[Pair, str], subset: tuple[str, ...], notation: _Notation) -> str:
    if len(subset) > CLOSED_FORM:
        return notation.determinant([notation.name(name) for name in subset])
    spelled = {pair: notation.name(name) for pair, name in names.items()}
    own = {name: spelled[name, name] for name in subset}
    if len(subset) == 1:
        return f"{own[subset[0]]} > 0"
    if len(subset) == 2:
        return f"{_pair(spelled, subset, own, notation)} > 0"
    terms = [f"2 {notation.root(' '.join(own.values()))}"]
    pairs = list(combinations(subset, 2))
    for pair in pairs:
        (other,) = set(subset) - set(pair)
        if pair in spelled:
            terms.append(f"{spelled[pair]} {notation.root(own[other])}")
    brackets = " ".join(f"({_pair(spelled, pair, own, notation)})" for pair in pairs)
    return f"{' + '.join([*terms, notation.root(brackets)])} > 0"


def _pair(spelled: dict[Pair, str], pair: Iterable[str], own: dict[str, str], notation: _Notation) -> str:
    first, second = pair
    root = f"2 {notation.root(f'{own[first]} {own[second]}')}"
    return f"{spelled[first, second]} + {root}" if (first, second) in spelled else root
