"""What the resolver carries along: declared names, and the diagnostics found so far."""

from __future__ import annotations

import keyword
from collections.abc import Iterable
from dataclasses import dataclass, field

from zmodel.diagnostics import Diagnostic, did_you_mean
from zmodel.source import Span
from zmodel.syntax import ast

_C_KEYWORDS = frozenset(
    "auto break case char const continue default do double else enum extern float for goto if inline int long "
    "register restrict return short signed sizeof static struct switch typedef union unsigned void volatile while "
    "_Bool _Complex _Imaginary".split()
)
_LANGUAGE_WORDS = frozenset(
    "model use except gauge global coupling boson mass mixing as fermion scalar left right real vev yukawa potential "
    "charges param let require allowed forbidden anomaly_free diagonal all entry column row only point at rotation "
    "integrate search in keep bar tilde dag cc tr alpha pi sqrt sin cos tan asin acos atan exp log conj".split()
)
# `lambda` is the field's own name for a quartic; every printer gives it a safe spelling.
RESERVED = (_C_KEYWORDS | _LANGUAGE_WORDS | frozenset(keyword.kwlist)) - {"lambda"}


@dataclass
class Context:
    """Names by kind, where they were declared, and what is wrong with them."""

    diagnostics: list[Diagnostic] = field(default_factory=list)
    declared: dict[str, tuple[str, Span]] = field(default_factory=dict)

    def report(self, code: str, message: str, span: Span, label: str = "", hints: Iterable[str] = ()) -> None:
        """Adds a diagnostic."""
        self.diagnostics.append(Diagnostic(code, message, span, label=label, hints=tuple(hints)))

    def declare(self, identifier: ast.Identifier, kind: str) -> bool:
        """Declares a name; says so and returns False if it is taken or reserved."""
        name = identifier.name
        if name in RESERVED:
            hint = "choose another name, for instance " + name + "_1"
            self.report("Z112", f"`{name}` is a reserved word", identifier.span, hints=(hint,))
            return False
        if name in self.declared:
            first_kind, first_span = self.declared[name]
            self.diagnostics.append(
                Diagnostic(
                    "Z111",
                    f"`{name}` is declared twice",
                    identifier.span,
                    label=f"a {kind}, but",
                    related=((first_span, f"`{name}` is a {first_kind} already"),),
                )
            )
            return False
        self.declared[name] = (kind, identifier.span)
        return True

    def unknown_name(self, name: str, span: Span, what: str, candidates: Iterable[str]) -> None:
        """Reports a name that is not declared, or that is something else than wanted."""
        if name in self.declared:
            kind = self.declared[name][0]
            self.report("Z115", f"`{name}` is a {kind}, not a {what}", span)
            return
        similar = did_you_mean(name, tuple(candidates))
        hints = (f"did you mean `{similar[0]}`?",) if similar else ()
        self.report("Z110", f"no {what} is called `{name}`", span, hints=hints)

    @property
    def failed(self) -> bool:
        """Whether an error has been found."""
        return bool(self.diagnostics)
