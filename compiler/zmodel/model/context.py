"""What the resolver carries along: declared names, and the diagnostics found so far."""

from __future__ import annotations

import keyword
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from zmodel.diagnostics import Diagnostic, Edit, did_you_mean
from zmodel.limits import DEFAULT, Limits, hint
from zmodel.model.expression import CONSTANTS, FUNCTIONS, GEV
from zmodel.source import Span
from zmodel.syntax import ast
from zmodel.syntax.parser import STATEMENTS

_C_KEYWORDS = (
    *("auto", "break", "case", "char", "const", "continue", "default", "do", "double", "else", "enum"),
    *("extern", "float", "for", "goto", "if", "inline", "int", "long", "register", "restrict", "return"),
    *("short", "signed", "sizeof", "static", "struct", "switch", "typedef", "union", "unsigned", "void"),
    *("volatile", "while", "_Bool", "_Complex", "_Imaginary"),
)
_LANGUAGE_WORDS = (
    *STATEMENTS,
    *("except", "coupling", "boson", "as", "left", "right", "real", "vev", "keep", "at", "in"),
    *("allowed", "forbidden", "anomaly_free", "diagonal", "all", "entry", "column", "row", "only", "order"),
    *("bar", "tilde", "dag", "cc", "tr", "alpha", "after", "diag", *CONSTANTS, *FUNCTIONS, *GEV),
)
KEYWORDS = frozenset([*_C_KEYWORDS, *keyword.kwlist])
# `lambda` is the field's own name for a quartic; every printer gives it a safe spelling.
RESERVED = (KEYWORDS | frozenset(_LANGUAGE_WORDS)) - {"lambda"}

KINDS = ("group", "field", "parameter", "let", "coupling", "breaking")
"""Kinds of names that have a limit of their own, called after them: `Limits.groups`."""
_MAX_OTHERS = 1000

MAX_REPORTED = 100
"""How many errors and how many warnings about names and types one run shows."""

# Comparing names takes time; a file with more mistakes than that needs no further suggestions.
_MAX_SUGGESTIONS = 20
_MAX_CANDIDATES = 500


@dataclass
class Context:
    """Names by kind, where they were declared, and what is wrong with them.

    Attributes:
        diagnostics: what has been found so far.
        declared: kind and place of each name.
        broken: names whose declaration is wrong or doubtful; it has been reported, so their uses are not.
        counts: how many names of each kind there are.
        reported: how many diagnostics of each severity there are, those that are not kept included.
        suggested: how many names have been compared with others.
        limits: how large the model and what is in it may be.
    """

    diagnostics: list[Diagnostic] = field(default_factory=list)
    declared: dict[str, tuple[str, Span]] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    counts: Counter[str] = field(default_factory=Counter)
    reported: Counter[str] = field(default_factory=Counter)
    suggested: int = 0
    limits: Limits = DEFAULT

    def report(
        self,
        code: str,
        message: str,
        span: Span,
        *,
        label: str = "",
        hints: Iterable[str] = (),
        related: Iterable[tuple[Span, str]] = (),
        similar: Sequence[str] = (),
        place: Span | None = None,
        fixes: Iterable[Edit] = (),
    ) -> None:
        """Adds a diagnostic, unless there are too many of its severity already.

        Args:
            code: see `Diagnostic`, as of what is not told here.
            message: what is wrong.
            span: the text to underline.
            label: beside the underline.
            related: further places.
            hints: what the user can do, if there is no similar name.
            similar: names that may have been meant, the best one first; they become a hint and fixes.
            place: of the name that is misspelt, if it is not the whole span.
            fixes: further changes of the text.
        """
        if similar:
            hints = (f"did you mean `{similar[0]}`?",)
            fixes = (*(Edit(place or span, name) for name in similar), *fixes)
        found = Diagnostic(
            code, message, span, label=label, hints=tuple(hints), related=tuple(related), fixes=tuple(fixes)
        )
        self.reported[found.severity] += 1
        if self.reported[found.severity] <= MAX_REPORTED:
            self.diagnostics.append(found)
        elif self.reported[found.severity] == MAX_REPORTED + 1:
            message = f"from here on no further {found.severity}s are shown"
            self.diagnostics.append(Diagnostic("Z125", message, span))

    def declare(self, identifier: ast.Identifier, kind: str) -> bool:
        """Declares a name; says so and returns False if it is taken or reserved, or there are too many."""
        name, span = identifier.name, identifier.span
        if not self.check_reserved(identifier):
            return False
        if name in self.declared:
            first_kind, first_span = self.declared[name]
            self.broken.add(name)
            self.report(
                "Z111",
                f"`{name}` is declared twice",
                span,
                label=f"as {_with_article(kind)}",
                related=[(first_span, f"first as {_with_article(first_kind)}")],
            )
            return False
        self.declared[name] = (kind, span)
        self.counts[kind] += 1
        limit: int = getattr(self.limits, f"{kind}s") if kind in KINDS else _MAX_OTHERS
        if self.counts[kind] > limit:
            self.broken.add(name)
            if self.counts[kind] == limit + 1:
                hints = [hint(f"{kind}s")] if kind in KINDS else []
                self.report("Z104", f"a model has at most {limit} names for a {kind}", span, hints=hints)
            return False
        return True

    def check_reserved(self, identifier: ast.Identifier, words: frozenset[str] = RESERVED) -> bool:
        """Reports a reserved word and returns False if a name is one."""
        name = identifier.name
        if name not in words:
            return True
        self.broken.add(name)
        hint = f"choose another name, for instance {name}_1"
        self.report("Z112", f"`{name}` is a reserved word", identifier.span, hints=[hint])
        return False

    def unknown_name(
        self,
        name: str,
        span: Span,
        what: str,
        candidates: Collection[str],
        place: Span | None = None,
        hints: Iterable[str] = (),
    ) -> None:
        """Reports a name that is not declared, or is something else than wanted; `place` is that of the name alone."""
        if name in self.broken:
            return
        if name in self.declared:
            kind = _with_article(self.declared[name][0])
            self.report("Z115", f"`{name}` is {kind}, not {_with_article(what)}", span, hints=hints)
            return
        similar = self.similar(name, candidates)
        self.report("Z110", f"no {what} is called `{name}`", span, hints=hints, similar=similar, place=place)

    def similar(self, name: str, candidates: Collection[str]) -> tuple[str, ...]:
        """The candidates most like a name, best first."""
        if self.suggested >= _MAX_SUGGESTIONS or len(candidates) > _MAX_CANDIDATES:
            return ()
        self.suggested += 1
        return did_you_mean(name, candidates)


def counted(number: int, noun: str) -> str:
    """`1 generation`, `3 generations`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _with_article(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"
