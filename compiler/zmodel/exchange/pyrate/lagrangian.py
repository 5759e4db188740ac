"""Terms of the Potential of a PyR@TE model file as polynomials in components."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from zmodel.diagnostics import Diagnostic
from zmodel.exchange.pyrate import numbers
from zmodel.exchange.pyrate.content import Content, Particle, is_empty, named_by_dimension, suggestion, table_entries
from zmodel.exchange.pyrate.document import FORMULA_SECTIONS, Node, Table, Text
from zmodel.exchange.pyrate.expression import ExpressionError, Power, Product, Sum, Symbol, parse_expression
from zmodel.exchange.pyrate.expression import Node as Formula
from zmodel.exchange.pyrate.invariants import Kind, Tensor, generator_tensor
from zmodel.exchange.pyrate.numbers import Value
from zmodel.exchange.pyrate.polynomials import Key, Polynomial, TensorError, UnsupportedError
from zmodel.exchange.pyrate.tensors import Environment, Quantity, Shapeless, define, scalar
from zmodel.exchange.pyrate.tensors import Unknown as UnknownQuantity
from zmodel.groups import Irrep, RepresentationError, from_dimension_name, fundamental
from zmodel.source import Span

SHAPES = {
    "Yukawas": (2, 1),
    "FermionMasses": (2, 0),
    "QuarticTerms": (0, 4),
    "TrilinearTerms": (0, 3),
    "ScalarMasses": (0, 2),
}
"""Sections with couplings: numbers of fermions and scalars in their terms."""

ASSUMPTIONS = ("real", "symmetric", "antisymmetric", "hermitian", "unitary", "squared")
_DEFINED = re.compile(r"([A-Za-z_][A-Za-z0-9_]*)\s*(?:\[([^\]]*)\])?")
_FUNCTION = re.compile(r"(t|cgc)\s*\((.*)\)", re.IGNORECASE)


@dataclass(frozen=True)
class Term:
    """One coupling of the file with its term.

    Attributes:
        section: a key of `SHAPES`.
        name: of the coupling.
        text: of the formula.
        assumptions: words behind it, such as real.
        polynomial: None if the formula has no counterpart in our language.
        problem: why that is so.
        fermions: names in the formula and whether they are conjugated, in written order.
        span: of the whole entry.
    """

    section: str
    name: str
    text: str
    assumptions: tuple[str, ...]
    polynomial: Polynomial | None
    problem: str
    fermions: tuple[tuple[str, bool], ...]
    span: Span


def read_terms(root: Table, content: Content, names: Mapping[str, str]) -> tuple[tuple[Term, ...], list[Diagnostic]]:
    """All couplings in the order of the file, and what is wrong with others.

    Args:
        root: the file.
        content: its groups and particles.
        names: what fields are called in polynomials.
    """
    found: list[Diagnostic] = []
    potential = root.get("Potential")
    if not isinstance(potential, Table):
        if not is_empty(potential):
            found.append(
                Diagnostic(
                    "Z702", "Potential is a table of sections", root.span if potential is None else potential.span
                )
            )
        return (), found
    environment: dict[str, Quantity] = {"Eps": Shapeless("Eps"), "kd": Shapeless("kd")}
    for particle in content.particles:
        environment |= particle_tensors(particle, content, names[particle.name])
    for key, value in table_entries(potential.get("Definitions")):
        _add_definition(key, value, content, environment, found)
    terms: list[Term] = []
    for key, value in potential.entries:
        if key.value in SHAPES and isinstance(value, Table):
            terms += _section(key.value, value, content, environment, found)
        elif key.value not in (*SHAPES, "Definitions"):
            hint = suggestion(key.value, FORMULA_SECTIONS)
            hints = (hint,) if hint else ()
            found.append(Diagnostic("Z702", f"Potential has no section `{key.value}`", key.span, hints=hints))
        elif not isinstance(value, Table) and not is_empty(value):
            found.append(Diagnostic("Z702", f"{key.value} is a table in braces", value.span))
    return tuple(terms), found


def particle_tensors(particle: Particle, content: Content, name: str) -> Iterator[tuple[str, Tensor]]:
    """A field and its conjugate by the names that formulas know them by."""
    order = [group.name for group in content.groups if group.name in particle.irreps]
    irreps = [particle.irreps[group] for group in order]
    sizes = [irrep.dimension for irrep in irreps]
    for conjugated in (False,) if particle.kind == "real" else (False, True):
        entries: dict[tuple[int, ...], Polynomial] = {}
        for position, indices in enumerate(product(*(range(size) for size in sizes))):
            places, value = [], _amplitude(particle, conjugated)
            for group, index in zip(order, indices, strict=True):
                if group in particle.flipped:
                    # phi_i = eps_ij phi'_j: component 2 stands in the first place, minus component 1 in the second.
                    places.append(1 - index)
                    value = numbers.multiply(value, Fraction(1 if index == 1 else -1))
                else:
                    places.append(index)
            atom = (name, conjugated, position)
            key: Key = ((atom,), ()) if particle.kind == "fermion" else ((), (atom,))
            entries[tuple(places)] = {key: value}
        kinds = tuple(Kind(irrep, conjugated) for irrep in irreps)
        yield particle.name + ("bar" if conjugated else ""), Tensor(kinds, entries)


def _amplitude(particle: Particle, conjugated: bool) -> Value:
    """What a component of the file is in units of one with the kinetic term |d phi|^2."""
    if particle.kind != "complex":
        return Fraction(1)
    norm = numbers.conjugate(particle.norm) if conjugated else particle.norm
    return numbers.multiply(numbers.square_root(Fraction(2)), norm)


# ------------------------------------------------------------------ definitions
def _add_definition(
    key: Text, value: Node, content: Content, environment: dict[str, Quantity], found: list[Diagnostic]
) -> None:
    match = _DEFINED.fullmatch(key.value)
    if match is None or not isinstance(value, Text):
        found.append(Diagnostic("Z703", "a definition is `name[i,j] : formula`", key.span))
        return
    name = match[1]
    indices = tuple(word.strip() for word in match[2].split(",")) if match[2] else ()
    try:
        function = _FUNCTION.fullmatch(value.value)
        if function is None:
            environment[name] = define(parse_expression(value), indices, environment)
        elif function[1].lower() == "t":
            environment[name] = _generators(function[2], content)
        elif _is_epsilon(function[2]):
            environment[name] = Shapeless("Eps")
        else:
            reason = f"`{name}` is a table of Clebsch-Gordan coefficients of PyR@TE's own"
            environment[name] = UnknownQuantity(reason)
    except UnsupportedError as error:
        environment[name] = UnknownQuantity(f"`{name}`: {error}")
    except ExpressionError as error:
        found.append(_unreadable(value, error))
        environment[name] = UnknownQuantity(f"`{name}` cannot be read")
    except (TensorError, RepresentationError) as error:
        found.append(Diagnostic("Z703", f"`{name}`: {error}", value.span))
        environment[name] = UnknownQuantity(f"`{name}` cannot be read")


def _generators(arguments: str, content: Content) -> Tensor:
    """`t(SU2, 2)`, where the group may also be named."""
    group, _, rep = (word.strip() for word in arguments.partition(","))
    n = next((g.n for g in content.groups if group in (g.name, f"SU{g.n}") and g.n > 1), None)
    if n is None:
        raise TensorError(f"`{group}` is no group of the file with generators")
    text = rep.replace("(", "[").replace(")", "]")
    irrep: Irrep = from_dimension_name(n, text.removeprefix("-"))
    return generator_tensor(irrep if text.startswith("[") else named_by_dimension(irrep, text.startswith("-")))


def _is_epsilon(arguments: str) -> bool:
    """Whether an invariant is that of n fundamentals of SU(n), which PyR@TE has as Eps."""
    match = re.fullmatch(r"\s*SU([2-9])((?:\s*,\s*\[[\d\s,]*\])+)\s*", arguments)
    if match is None:
        return False
    labels = [tuple(int(word) for word in re.findall(r"\d+", text)) for text in re.findall(r"\[[^\]]*\]", match[2])]
    n = int(match[1])
    return len(labels) == n and set(labels) in ({fundamental(n).labels}, {fundamental(n).conjugate.labels})


# ------------------------------------------------------------------ couplings
def _section(
    section: str, table: Table, content: Content, environment: Environment, found: list[Diagnostic]
) -> Iterator[Term]:
    fermions = {p.name for p in content.particles if p.kind == "fermion"}
    for key, value in table.entries:
        if not isinstance(value, Text) or not re.fullmatch(r"[A-Za-z_]\w*", key.value):
            found.append(Diagnostic("Z703", "a coupling is `name : formula`", key.span))
            continue
        formula, assumptions = _split(value)
        for word in assumptions:
            if word not in ASSUMPTIONS:
                found.append(Diagnostic("Z702", f"`{word}` is no assumption that PyR@TE knows", value.span))
        span = key.span.to(value.span)
        try:
            node = parse_expression(formula)
            polynomial, problem = scalar(node, environment), ""
        except ExpressionError as error:
            found.append(_unreadable(formula, error))
            continue
        except UnsupportedError as error:
            polynomial, problem = None, str(error)
        except TensorError as error:
            found.append(Diagnostic("Z703", f"`{key.value}`: {error}", formula.span))
            continue
        if polynomial is not None and any((len(f), len(s)) != SHAPES[section] for f, s in polynomial):
            wanted = "{} fermions and {} scalars".format(*SHAPES[section])
            found.append(Diagnostic("Z702", f"a term of {section} has {wanted}", value.span))
            continue
        legs = tuple(_fermions(node, fermions))
        yield Term(section, key.value, formula.value, assumptions, polynomial, problem, legs, span)


def _split(value: Text) -> tuple[Text, tuple[str, ...]]:
    """A formula and the assumptions behind it: `{nuR chi nuR, symmetric}`."""
    text = value.value
    if not (text.startswith("{") and text.endswith("}")):
        return value, ()
    depth, end = 0, len(text) - 1
    for position, character in enumerate(text[1:-1], start=1):
        depth += (character in "([{") - (character in ")]}")
        if depth == 0 and character == ",":
            end = position
            break
    inner = text[1:end]
    start = value.span.start + 1 + len(inner) - len(inner.lstrip())
    span = value.span
    if span.text == text:
        span = Span(span.file, start, start + len(inner.strip()))
    words = tuple(word.strip().lower() for word in text[end + 1 : -1].split(",") if word.strip())
    return Text(inner.strip(), span), words


def _fermions(node: Formula, names: set[str]) -> Iterator[tuple[str, bool]]:
    match node:
        case Symbol(name):
            if name in names:
                yield name, False
            elif name.endswith("bar") and name.removesuffix("bar") in names:
                yield name.removesuffix("bar"), True
        case Product(factors):
            for factor in factors:
                yield from _fermions(factor, names)
        case Sum(terms):
            yield from _fermions(terms[0], names)
        case Power(base):
            yield from _fermions(base, names)
        case _:
            return


def _unreadable(text: Text, error: ExpressionError) -> Diagnostic:
    """The place within a formula; the whole of it if it is written in another way in the file."""
    span = text.span
    if span.text == text.value:
        start = min(span.start + error.position, max(span.start, span.end - 1))
        span = Span(span.file, start, min(start + 1, len(span.file.text)))
    return Diagnostic("Z703", str(error), span)
