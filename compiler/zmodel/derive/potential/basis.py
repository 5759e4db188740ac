"""The invariants that a scalar potential can have, and those that a model file leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain, count

from zmodel.derive.additions import add_to_potential
from zmodel.derive.beta.check_closure import PREFIX
from zmodel.derive.beta.closure import POTENTIAL
from zmodel.derive.beta.missing import MAX_CONTENTS
from zmodel.derive.candidates import (
    Content,
    allowed_contents,
    content_of,
    count_contractions,
    is_self_conjugate,
)
from zmodel.derive.couplings import Coupling, CouplingTable
from zmodel.derive.scalar_polynomial import ScalarKey, conjugate_scalar_polynomial, scalar_polynomial
from zmodel.derive.spelling import Spelling, spell
from zmodel.diagnostics import Diagnostic
from zmodel.groups import RepresentationError
from zmodel.groups.linear import Span
from zmodel.model import Model

Index = tuple[int, ...]


@dataclass(frozen=True)
class MissingTerm:
    """An invariant that the symmetries allow and no coupling multiplies.

    Attributes:
        name: that its coupling could have; no other name of the model.
        spelling: of the term, as a model file writes it.
    """

    name: str
    spelling: Spelling

    @property
    def term(self) -> str:
        """The right-hand side of the line to add."""
        return self.spelling.text

    @property
    def line(self) -> str:
        """What to add to the potential."""
        return f"{self.name} = {self.term}"


@dataclass(frozen=True)
class PotentialBasis:
    """The invariants of mass dimension two to four.

    Attributes:
        declared: couplings of the file.
        missing: further invariants, by dimension from four down and in the order of the fields.
        uncounted: contents whose products of representations are too large to be counted or contracted, so that
            invariants of them may be missing besides.
    """

    declared: tuple[Coupling, ...]
    missing: tuple[MissingTerm, ...]
    uncounted: tuple[Content, ...]


def derive_basis(model: Model, table: CouplingTable) -> PotentialBasis:
    """Finds all invariants of the scalars under the gauge and the global symmetries of a file.

    Accidental symmetries do not count: what they forbid is missing, too. A term linear in a singlet is not
    looked for, since a shift of the field removes it.

    Args:
        model: a resolved model.
        table: its couplings.

    Raises:
        TooManyContentsError: if there are too many products of scalars to look at.
    """
    declared = tuple(c for c in table.couplings.values() if c.kind == "potential")
    names = _Names(model)
    missing: list[MissingTerm] = []
    uncounted: list[Content] = []
    for scalars, kind in POTENTIAL.items():
        # All of them first, so that too many are found out before anything is contracted.
        for content in list(allowed_contents(model, 0, scalars, limit=MAX_CONTENTS)):
            found, complete = _missing(model, declared, content)
            if not complete:
                uncounted.append(content)
            for spelling in found:
                fields = dict.fromkeys(factor.field for factor in content)
                missing.append(MissingTerm(names.unused("_".join((PREFIX[kind], *fields))), spelling))
    return PotentialBasis(declared, tuple(missing), tuple(uncounted))


def check_basis(model: Model, basis: PotentialBasis) -> tuple[Diagnostic, ...]:
    """A warning that names what the file leaves out."""
    if not basis.missing:
        return ()
    terms = ", ".join(f"`{missing.term}`" for missing in basis.missing)
    message = f"the symmetries allow terms of the potential that the file leaves out: {terms}"
    hints = tuple(f"add `{missing.line}` to the potential" for missing in basis.missing)
    lines = [missing.line for missing in basis.missing]
    together = add_to_potential(model, lines)
    single = [add_to_potential(model, [line]) for line in lines] if len(lines) > 1 else []
    return (Diagnostic("Z509", message, model.span, hints=hints, fixes=(together, *single)),)


def _missing(model: Model, declared: Iterable[Coupling], content: Content) -> tuple[list[Spelling], bool]:
    """Spellings of the invariants of one content that declared terms do not span, and whether these are all.

    A complex coupling multiplies a polynomial and its conjugate, so of a content that is not its own conjugate
    there are twice as many.
    """
    try:
        wanted = count_contractions(model, content)
    except RepresentationError:
        return [], False
    if not is_self_conjugate(model, content):
        wanted *= 2
    space = _Space(max((factor.field for factor in content), key=lambda name: model.field(name).dimension))
    for coupling in declared:
        if {content_of(model, legs) for _, legs, _ in coupling.monomials} == {content}:
            space.add(model, coupling)
    found: list[Spelling] = []
    spellings = spell(model, content)
    while space.dimension < wanted:
        spelling = next(spellings, None)
        if spelling is None:
            return found, False
        if space.add(model, spelling.coupling):
            found.append(spelling)
    return found, True


class _Space:
    """The space that the invariants of one content span, as it grows.

    Monomials that do not hold the first component of a given field are left out: that component generates all
    others, so invariants are independent if they are where it occurs.
    """

    def __init__(self, field: str) -> None:
        self._first = {(field, False, 0), (field, True, 0)}
        self._numbers: dict[ScalarKey, int] = {}
        self._span: Span[Index] = Span()

    @property
    def dimension(self) -> int:
        """Number of independent invariants so far."""
        return self._span.dimension

    def add(self, model: Model, coupling: Coupling) -> bool:
        """Adds what a coupling multiplies; whether that makes the space larger."""
        polynomial = scalar_polynomial(coupling.monomials, model)
        parts = [polynomial]
        if not coupling.is_real:
            parts.append(conjugate_scalar_polynomial(polynomial, model))
        return any([self._span.add(self._vector(part)) for part in parts])

    def _vector(self, polynomial: Mapping[ScalarKey, Fraction]) -> dict[Index, Fraction]:
        return {
            (self._numbers.setdefault(key, len(self._numbers)),): value
            for key, value in polynomial.items()
            if not self._first.isdisjoint(key)
        }


class _Names:
    """Names for the couplings that are suggested, none of them in use."""

    def __init__(self, model: Model) -> None:
        self._taken = {group.name for group in model.groups} | {group.coupling or "" for group in model.groups}
        self._taken |= {field.name for field in model.fields} | {parameter.name for parameter in model.parameters}
        self._taken |= {mixing.name for mixing in model.mixings} | {coupling.name for coupling in model.couplings}
        self._taken |= {kept.name for coupling in model.couplings for kept in coupling.kept}

    def unused(self, wanted: str) -> str:
        """The wanted name, with a number if it is taken."""
        numbered = (f"{wanted}_{number}" for number in count(2))
        name = next(name for name in chain((wanted,), numbered) if name not in self._taken)
        self._taken.add(name)
        return name
