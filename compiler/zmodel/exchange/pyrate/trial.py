"""Terms tried out in our language: what our compiler makes of them, in the components of fields."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from zmodel.derive.couplings import Coupling, derive_couplings
from zmodel.diagnostics import Diagnostic, DiagnosticError
from zmodel.exchange.pyrate.polynomials import Key
from zmodel.limits import Limits
from zmodel.model import Model, resolve
from zmodel.model.library import library_loader
from zmodel.source import SourceFile, Span
from zmodel.syntax import parse

Rational = Mapping[Key, Fraction]

TRIAL = "trial_term"
"""The coupling of a term that is tried out; no field has this name."""


class UnmatchedError(ValueError):
    """A term that cannot be written in our language."""


@dataclass(frozen=True)
class Statement:
    """A statement of ours, and where the file has what it says."""

    text: str
    span: Span


@dataclass(frozen=True)
class Skeleton:
    """Groups and fields of the model that terms are written for.

    Attributes:
        groups: their statements.
        fields: statements by name.
        model: resolved.
        limits: how large models may be.
    """

    groups: str
    fields: Mapping[str, str]
    model: Model
    limits: Limits

    def header(self, names: Iterable[str]) -> str:
        """The model with these fields only: few fields are read faster than many."""
        known = set(names)
        return "\n".join([self.groups, *(text for name, text in self.fields.items() if name in known)])


def make_skeleton(groups: Sequence[Statement], fields: Mapping[str, Statement], limits: Limits) -> Skeleton:
    """The model of statements.

    Args:
        groups: of groups.
        fields: by name.
        limits: how large it may be.

    Raises:
        DiagnosticError: with the first error, where the file has what it is about.
    """
    statements = [*groups, *fields.values()]
    title = "model imported"
    model, error = resolve_text("\n".join([title, *(statement.text for statement in statements)]), limits)
    if error is not None and error.span is not None:
        # The title is the first line.
        raise DiagnosticError([at_place(error, statements[error.span.line - 2].span)])
    assert model is not None
    head = "\n".join([title, *(statement.text for statement in groups)])
    return Skeleton(head, {name: statement.text for name, statement in fields.items()}, model, limits)


def at_place(error: Diagnostic, span: Span, label: str = "") -> Diagnostic:
    """What our compiler has against a text of ours, said of a place in the file that it comes from."""
    return Diagnostic(error.code, error.message, span, label=label, hints=error.hints)


def statement_coupling(
    skeleton: Skeleton, kind: str, statement: str, fields: Iterable[str]
) -> tuple[Coupling | None, str]:
    """What our compiler makes of `name = term`, or None and what it has against it.

    Args:
        skeleton: the model.
        kind: yukawa, mass or potential.
        statement: without the word for its kind.
        fields: that occur in it.
    """
    line = f"potential {{ {statement} }}" if kind == "potential" else f"{kind} {statement}"
    model, error = resolve_text(f"{skeleton.header(fields)}\n{line}\n", skeleton.limits)
    if model is None:
        return None, "" if error is None else error.message
    table, diagnostics = derive_couplings(model)
    message = next((item.message for item in diagnostics if item.severity == "error"), "")
    return next(iter(table.couplings.values()), None), message


def resolve_text(text: str, limits: Limits) -> tuple[Model | None, Diagnostic | None]:
    """The model of a text, or the first error."""
    tree, diagnostics = parse(SourceFile("imported", text), limits)
    model = None
    if tree is not None:
        model, diagnostics = resolve(tree, library_loader(), limits)
    return model, next((item for item in diagnostics if item.severity == "error"), None)


def fermion_polynomial(coupling: Coupling, model: Model, swapped: bool = False) -> Rational:
    """A term of two fermions by its components; `swapped` puts the second fermion first."""
    result: dict[Key, Fraction] = defaultdict(Fraction)
    for coefficient, legs, tensor in coupling.monomials:
        for indices, value in tensor.items():
            atoms = [(leg.field, leg.conjugated, index) for leg, index in zip(legs, indices, strict=True)]
            fermions = [atom for atom in atoms if model.field(atom[0]).is_fermion]
            scalars = tuple(sorted(atom for atom in atoms if not model.field(atom[0]).is_fermion))
            result[tuple(reversed(fermions)) if swapped else tuple(fermions), scalars] += coefficient * value
    return {key: value for key, value in result.items() if value}
