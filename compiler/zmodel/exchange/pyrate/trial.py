"""Terms tried out in our language: what our compiler makes of them, in the components of fields."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from zmodel.derive.couplings import Coupling, derive_couplings
from zmodel.exchange.pyrate.polynomials import Key
from zmodel.model import Model, resolve
from zmodel.model.library import library_loader
from zmodel.source import SourceFile
from zmodel.syntax import parse

Rational = Mapping[Key, Fraction]

TRIAL = "trial_term"
"""The coupling of a term that is tried out; no field has this name."""


class UnmatchedError(ValueError):
    """A term that cannot be written in our language."""


@dataclass(frozen=True)
class Skeleton:
    """Groups and fields of the model that terms are written for.

    Attributes:
        groups: their statements.
        fields: statements by name.
        model: resolved.
    """

    groups: str
    fields: Mapping[str, str]
    model: Model

    def header(self, names: Iterable[str]) -> str:
        """The model with these fields only: few fields are read faster than many."""
        known = set(names)
        return "\n".join([self.groups, *(text for name, text in self.fields.items() if name in known)])


def make_skeleton(groups: Sequence[str], fields: Mapping[str, str]) -> Skeleton:
    """The model of statements, which must be correct.

    Args:
        groups: of groups.
        fields: by name.

    Raises:
        UnmatchedError: with the first error, if they are not.
    """
    head = "\n".join(["model imported", *groups])
    model, message = resolve_text("\n".join([head, *fields.values()]))
    if model is None:
        raise UnmatchedError(message)
    return Skeleton(head, fields, model)


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
    model, message = resolve_text(f"{skeleton.header(fields)}\n{line}\n")
    if model is None:
        return None, message
    table, diagnostics = derive_couplings(model)
    message = next((item.message for item in diagnostics if item.severity == "error"), "")
    return next(iter(table.couplings.values()), None), message


def resolve_text(text: str) -> tuple[Model | None, str]:
    """The model of a text, or None and the first error."""
    tree, diagnostics = parse(SourceFile("imported", text))
    model = None
    if tree is not None:
        model, diagnostics = resolve(tree, library_loader())
    errors = [item.message for item in diagnostics if item.severity == "error"]
    return model, errors[0] if errors else ""


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
