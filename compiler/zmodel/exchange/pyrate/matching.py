"""Terms of a PyR@TE model file written in our language.

A polynomial in components is compared with those of the ways to write its content; what is equal is no matter of
conventions then. Numbers that our terms cannot carry, roots and i, go into the coupling, and the relation is told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from zmodel.algebra.combinations import ratio
from zmodel.derive.scalar_polynomial import ScalarKey, conjugate_scalar_polynomial
from zmodel.exchange.pyrate import numbers
from zmodel.exchange.pyrate.lagrangian import Term
from zmodel.exchange.pyrate.numbers import Value
from zmodel.exchange.pyrate.polynomials import Key
from zmodel.exchange.pyrate.scalar_terms import write_content
from zmodel.exchange.pyrate.trial import (
    TRIAL,
    Rational,
    Skeleton,
    UnmatchedError,
    fermion_polynomial,
    statement_coupling,
)
from zmodel.model import Model


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


# ------------------------------------------------------------------ scalars
def _write_potential(term: Term, rational: Rational, unit: Value, skeleton: Skeleton) -> Written:
    polynomial = {scalars: value for (_, scalars), value in rational.items()}
    parts: dict[tuple[tuple[str, bool], ...], dict[ScalarKey, Fraction]] = defaultdict(dict)
    for key, value in polynomial.items():
        parts[tuple(sorted(atom[:2] for atom in key))][key] = value
    words: list[tuple[Fraction, str]] = []
    contraction = ""
    for content, part in parts.items():
        written, name = write_content(content, part, skeleton)
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


def _with_factor(factor: Fraction, text: str) -> str:
    """A term with a number in front; a sum of several starts with its sign."""
    if factor == 1:
        return text
    if factor == -1:
        return f"-{text}"
    return f"{factor} {text}"
