"""Terms of a PyR@TE model file written in our language.

A polynomial in components is compared with those of the ways to write its content; what is equal is no matter of
conventions then. Numbers that our terms cannot carry, roots and i, go into the coupling, and the relation is told.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import permutations

from zmodel.derive.candidates import Content, Factor
from zmodel.derive.contraction import contractions
from zmodel.derive.couplings import Coupling, derive_couplings
from zmodel.derive.scalar_polynomial import ScalarKey, conjugate_scalar_polynomial, scalar_polynomial
from zmodel.derive.spelling import spell
from zmodel.exchange.pyrate import numbers
from zmodel.exchange.pyrate.lagrangian import Term
from zmodel.exchange.pyrate.linear import combination, ratio
from zmodel.exchange.pyrate.numbers import Value
from zmodel.exchange.pyrate.tensors import Key
from zmodel.groups import RepresentationError
from zmodel.model import Leg, Model, Monomial, resolve
from zmodel.model.library import library_loader
from zmodel.model.model import LegGroup
from zmodel.source import SourceFile
from zmodel.syntax import parse

Rational = Mapping[Key, Fraction]

TRIAL = "trial_term"
"""The coupling of a term that is tried out; no field has this name."""


class UnmatchedError(ValueError):
    """A term that cannot be written in our language."""


@dataclass(frozen=True)
class Written:
    """A term in our language.

    Attributes:
        kind: the statement: yukawa, mass or potential.
        text: its right-hand side.
        relation: our coupling in terms of the file's, `{}` standing for that; empty if they are equal.
        transposed: whether our matrix is the transpose of the file's.
    """

    kind: str
    text: str
    relation: str
    transposed: bool = False


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


def write_term(term: Term, skeleton: Skeleton) -> Written:
    """A term in our language.

    Raises:
        UnmatchedError: if there is none that is known to be equal.
    """
    if term.polynomial is None:
        raise UnmatchedError(term.problem)
    if not term.polynomial:
        raise UnmatchedError("the term vanishes identically")
    first = next(iter(term.polynomial.values()))
    unit = numbers.unit_of(first)
    if unit is None:
        raise UnmatchedError("its numbers are sums of roots")
    inverse = numbers.invert(unit)
    rational: dict[Key, Fraction] = {}
    for key, value in term.polynomial.items():
        scaled = numbers.multiply(value, inverse)
        if not isinstance(scaled, Fraction):
            raise UnmatchedError("its numbers have no common root or phase")
        rational[key] = scaled
    if term.section in ("Yukawas", "FermionMasses"):
        return _write_fermions(term, rational, unit, skeleton)
    return _write_potential(term, rational, unit, skeleton)


def _relation(unit: Value, squared: bool, halved: bool = False) -> str:
    """Our coupling, with {} for the file's."""
    coupling = "{}^2" if squared else "{}"
    factor = numbers.multiply(unit, Fraction(1, 2)) if halved else unit
    if factor == 1:
        return coupling if squared else ""
    return f"{numbers.show(factor)}*{coupling}"


# ------------------------------------------------------------------ two fermions
def _write_fermions(term: Term, rational: Rational, unit: Value, skeleton: Skeleton) -> Written:
    """`bar(F) phi f` or its like, fermions in written order."""
    contents = {tuple(atom[:2] for atom in (*fermions, *scalars)) for fermions, scalars in rational}
    if len(contents) > 1:
        raise UnmatchedError("one coupling for terms of different fields")
    first, second, *scalars = contents.pop()
    kind = "yukawa" if scalars else "mass"
    found: list[tuple[Fraction, str, bool]] = []
    for text, swapped in _fermion_texts(first, second, scalars):
        coupling = statement_coupling(
            skeleton, kind, f"{TRIAL} = {text}", {name for name, _ in (first, second, *scalars)}
        )[0]
        factor = None if coupling is None else ratio(rational, fermion_polynomial(coupling, skeleton.model, swapped))
        if factor is not None:
            found.append((factor, text, swapped))
            if factor == 1:
                break
    if not found:
        raise UnmatchedError("it is not invariant under the groups, or no contraction of ours is equal to it")
    # The first way to write it that needs no number, or else the first.
    factor, text, swapped = next((item for item in found if item[0] == 1), found[0])
    return Written(kind, _with_factor(factor, text), _relation(unit, False), swapped)


def _fermion_texts(
    first: tuple[str, bool], second: tuple[str, bool], scalars: Sequence[tuple[str, bool]]
) -> Iterator[tuple[str, bool]]:
    """Ways to write two fermions and perhaps a scalar, and whether the fermions change places."""
    swapped = second[1] and not first[1]
    if swapped:
        first, second = second, first
    (left, is_barred), (right, is_conjugated) = first, second
    bar, last = (f"bar({left})" if is_barred else f"bar(cc({left}))"), (f"cc({right})" if is_conjugated else right)
    middles = [""]
    for name, conjugated in scalars:
        middles = [f"tilde({name})", f"dag({name})"] if conjugated else [name]
    for middle in middles:
        if left == right and not is_barred and not is_conjugated:
            yield " ".join(word for word in (left, right, middle) if word), swapped
        yield " ".join(word for word in (bar, middle, last) if word), swapped


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


# ------------------------------------------------------------------ scalars
def _write_potential(term: Term, rational: Rational, unit: Value, skeleton: Skeleton) -> Written:
    polynomial = {scalars: value for (_, scalars), value in rational.items()}
    parts: dict[tuple[tuple[str, bool], ...], dict[ScalarKey, Fraction]] = defaultdict(dict)
    for key, value in polynomial.items():
        parts[tuple(sorted(atom[:2] for atom in key))][key] = value
    words: list[tuple[Fraction, str]] = []
    contraction = ""
    for content, part in parts.items():
        written, name = _write_content(content, part, skeleton)
        if name and len(parts) > 1:
            raise UnmatchedError("a sum of terms, one of which needs the name of a contraction")
        words, contraction = [*words, *written], name
    text = _with_factor(*words[0]) + "".join(
        f" {'-' if factor < 0 else '+'} {_with_factor(abs(factor), word)}" for factor, word in words[1:]
    )
    hermitian = conjugate_scalar_polynomial(polynomial, skeleton.model) == polynomial
    relation = _relation(unit, "squared" in term.assumptions)
    if not hermitian and numbers.is_imaginary(unit) and _is_antihermitian(polynomial, skeleton.model):
        # V = c P with i in front of an antihermitian P is real for real c: ours is 2 i Im(c') P.
        relation = _relation(unit, "squared" in term.assumptions, halved=True)
    return Written("potential", text + (f" : {contraction}" if contraction else ""), relation)


def _is_antihermitian(polynomial: Mapping[ScalarKey, Fraction], model: Model) -> bool:
    return conjugate_scalar_polynomial(polynomial, model) == {key: -value for key, value in polynomial.items()}


def _write_content(
    content: tuple[tuple[str, bool], ...], part: Mapping[ScalarKey, Fraction], skeleton: Skeleton
) -> tuple[list[tuple[Fraction, str]], str]:
    """Numbers and texts whose sum is a polynomial in the components of one content, and the name of a contraction."""
    known: list[tuple[str, Mapping[ScalarKey, Fraction]]] = []
    named: list[tuple[Fraction, str]] = []
    for text, polynomial in _spellings(content, skeleton):
        factor = ratio(part, polynomial)
        if factor is not None and " : " not in text:
            return [(factor, text)], ""
        if factor is not None:
            named.append((factor, text))
        elif " : " not in text:
            known.append((text, polynomial))
    for factor, text in named or _in_other_orders(content, part, skeleton.model):
        word, _, name = text.partition(" : ")
        return [(factor, word)], name
    solution = combination(part, [polynomial for _, polynomial in known])
    if solution is None:
        raise UnmatchedError("it is not invariant under the groups, or no contraction of ours is equal to it")
    return [(factor, text) for factor, (text, _) in zip(solution, known, strict=True) if factor], ""


def _spellings(
    content: tuple[tuple[str, bool], ...], skeleton: Skeleton
) -> Iterator[tuple[str, Mapping[ScalarKey, Fraction]]]:
    """Ways to write a content, and what they are in components."""
    model = skeleton.model
    position = {field.name: i for i, field in enumerate(model.fields)}
    ordered = sorted(content, key=lambda item: (position[item[0]], item[1]))
    wanted: Content = tuple(Factor(name, conjugated) for name, conjugated in ordered)
    for spelling in spell(model, wanted):
        legs = spelling.coupling.monomials[0][1]
        found = scalar_polynomial(spelling.coupling.monomials, model)
        if sorted((leg.field, leg.conjugated) for leg in legs) == sorted(content):
            yield spelling.text, found
            continue
        # It is the conjugate that has been spelled: the same text with each field conjugated.
        text = _conjugated(spelling.text, {leg.field for leg in legs if not model.field(leg.field).is_real})
        coupling, _ = statement_coupling(skeleton, "potential", f"{TRIAL} = {text}", {name for name, _ in content})
        if coupling is not None:
            yield text, scalar_polynomial(coupling.monomials, model)


def _in_other_orders(
    content: tuple[tuple[str, bool], ...], part: Mapping[ScalarKey, Fraction], model: Model
) -> Iterator[tuple[Fraction, str]]:
    """Contractions by name of a content written without brackets, in any order: neighbours are contracted first."""
    seen: set[tuple[tuple[str, bool], ...]] = set()
    # Conjugated and plain fields take turns first, as one would write it.
    for order in sorted(permutations(content), key=lambda o: sum(c != (i % 2 == 0) for i, (_, c) in enumerate(o))):
        if order in seen or order[::-1] in seen:
            continue
        seen.add(order)
        legs = tuple(Leg(name, conjugated, False, False, model.span) for name, conjugated in order)
        text = " ".join(f"dag({name})" if conjugated else name for name, conjugated in order)
        monomial = Monomial(Fraction(1), (LegGroup(legs, trace=False),), text)
        try:
            found = contractions(model, monomial)
        except RepresentationError:
            return
        for contraction in found if len(found) > 1 else ():
            polynomial = scalar_polynomial(((Fraction(1), legs, contraction.tensor),), model)
            factor = ratio(part, polynomial)
            if factor is not None:
                yield factor, f"{text} : {contraction.name}"


def _conjugated(text: str, fields: set[str]) -> str:
    """A term with each complex field conjugated; what follows a colon names a contraction."""
    term, colon, name = text.partition(" : ")

    def change(match: re.Match[str]) -> str:
        plain, daggered = match["plain"], match["daggered"]
        if daggered:
            return daggered
        return f"dag({plain})" if plain in fields else plain

    return re.sub(r"dag\((?P<daggered>\w+)\)|(?P<plain>\w+)", change, term) + colon + name


# ------------------------------------------------------------------ comparing
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


def _with_factor(factor: Fraction, text: str) -> str:
    """A term with a number in front; a sum of several starts with its sign."""
    if factor == 1:
        return text
    if factor == -1:
        return f"-{text}"
    return f"{factor} {text}"
