"""Terms as formulas with indices: contractions with delta and Eps that add up to what a term is in components."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice

from zmodel.algebra.combinations import combination, ratio
from zmodel.derive.couplings import Coupling
from zmodel.derive.scalar_polynomial import scalar_polynomial
from zmodel.emit.pyrate.contractions import Factor, contractions, has_matrix, index_names
from zmodel.emit.pyrate.fields import Layout
from zmodel.exchange.pyrate.document import Text
from zmodel.exchange.pyrate.expression import parse_expression
from zmodel.exchange.pyrate.invariants import generator_tensor
from zmodel.exchange.pyrate.lagrangian import particle_tensors
from zmodel.exchange.pyrate.polynomials import Key, TensorError
from zmodel.exchange.pyrate.tensors import Environment, Quantity, Shapeless, define, scalar
from zmodel.exchange.pyrate.trial import fermion_polynomial
from zmodel.groups import Irrep, RepresentationError, adjoint, fundamental
from zmodel.model import Group, Leg
from zmodel.source import SourceFile, Span

MAX_CANDIDATES = 200
Namer = Callable[[str, bool, bool], str]
"""Gives the name of a field, of its conjugate, or of the matrix of either."""

_NOWHERE = Span(SourceFile("formula", ""), 0, 0)


class FormulaError(ValueError):
    """A term that formulas of PyR@TE cannot express."""


@dataclass(frozen=True)
class Formula:
    """A sum of products of fields with indices.

    Attributes:
        terms: a number and factors each, which are ours until `factor_text` gives them names.
    """

    terms: tuple[tuple[Fraction, tuple[Factor, ...]], ...]

    @property
    def epsilon_ranks(self) -> frozenset[int]:
        """Numbers of indices of every Eps."""
        return frozenset(len(item.indices) for _, factors in self.terms for item in factors if item.is_epsilon)


def write_formula(coupling: Coupling, layout: Layout) -> Formula:
    """A term as a formula.

    Raises:
        FormulaError: if there is none.
    """
    model = layout.model
    wanted: dict[Key, Fraction] = {}
    contents: dict[tuple[tuple[str, bool], ...], tuple[Leg, ...]] = {}
    for _, legs, _ in coupling.monomials:
        contents.setdefault(tuple(sorted((leg.field, leg.conjugated) for leg in legs)), legs)
    if coupling.kind == "potential":
        polynomial = scalar_polynomial(coupling.monomials, model)
        wanted = {((), scalars): value for scalars, value in polynomial.items()}
    else:
        wanted = dict(fermion_polynomial(coupling, model))
    terms: list[tuple[Fraction, tuple[Factor, ...]]] = []
    for content, legs in contents.items():
        part = {key: value for key, value in wanted.items() if _content(key) == content}
        terms += _matching(part, legs, layout)
    return Formula(tuple(terms))


def _content(key: Key) -> tuple[tuple[str, bool], ...]:
    fermions, scalars = key
    return tuple(sorted(atom[:2] for atom in (*fermions, *scalars)))


def _matching(
    wanted: Mapping[Key, Fraction], legs: tuple[Leg, ...], layout: Layout
) -> list[tuple[Fraction, tuple[Factor, ...]]]:
    """Numbers and contractions that add up to a polynomial: one of them if possible."""
    environment = _environment(layout)
    known: list[tuple[tuple[Factor, ...], Mapping[Key, Fraction]]] = []
    level = 0
    for factors in islice(contractions(legs, layout), MAX_CANDIDATES):
        if (number_of_generators := sum(factor.generators is not None for factor in factors)) > level:
            level = number_of_generators
            if (solved := _combined(wanted, known)) is not None:
                return solved
        text = " ".join(factor_text(factor, _own_name, _own_tensor) for factor in factors)
        try:
            found = scalar(parse_expression(Text(text, _NOWHERE)), environment)
        except TensorError:
            continue
        rational = {key: value for key, value in found.items() if isinstance(value, Fraction)}
        if len(rational) < len(found):
            continue
        number = ratio(wanted, rational)
        if number is not None:
            return [(number, factors)]
        known.append((factors, rational))
    solved = _combined(wanted, known)
    if solved is None:
        raise FormulaError("representations in it have a basis of PyR@TE's own")
    return solved


def _combined(
    wanted: Mapping[Key, Fraction], known: list[tuple[tuple[Factor, ...], Mapping[Key, Fraction]]]
) -> list[tuple[Fraction, tuple[Factor, ...]]] | None:
    """Numbers of contractions that add up to a polynomial, if there are any."""
    solution = combination(wanted, [polynomial for _, polynomial in known])
    if solution is None:
        return None
    return [(number, factors) for number, (factors, _) in zip(solution, known, strict=True) if number]


def _own_name(name: str, conjugated: bool, matrix: bool) -> str:
    return name + ("bar" if conjugated else "") + ("_matrix" if matrix else "")


def _own_tensor(factor: Factor) -> str:
    return _generators_name(*factor.generators) if factor.generators else "Eps"


def _generators_name(group: str, irrep: Irrep) -> str:
    return f"gen{group}" if irrep.dimension == irrep.n else f"gen{group}_{'_'.join(map(str, irrep.labels))}"


def factor_text(factor: Factor, namer: Namer, tensors: Callable[[Factor], str]) -> str:
    """A factor as text, with names for fields and for Eps and generators."""
    name = namer(factor.field, factor.conjugated, factor.matrix) if factor.field else tensors(factor)
    return name + (f"[{','.join(factor.indices)}]" if factor.indices else "")


def _generators(group: Group, layout: Layout) -> dict[str, Quantity]:
    """Those of the fundamental, and of other representations that are not too large."""
    irreps = {field.irreps[group.name] for field in layout.model.fields if group.name in field.irreps}
    result: dict[str, Quantity] = {}
    for irrep in (fundamental(group.n), *(irrep for irrep in irreps if irrep.dimension != group.n)):
        if irrep != adjoint(group.n):
            with suppress(RepresentationError):
                result[_generators_name(group.name, irrep)] = generator_tensor(irrep)
    return result


def _environment(layout: Layout) -> Environment:
    """Fields of ours by their own names, and matrices of those with an adjoint."""
    environment: dict[str, Quantity] = {"Eps": Shapeless("Eps"), "kd": Shapeless("kd")}
    for group in layout.groups:
        if group.n > 1:
            environment |= _generators(group, layout)
    for particle in layout.content.particles:
        environment |= particle_tensors(particle, layout.content, particle.name)
        if not has_matrix(particle.irreps):
            continue
        for conjugated in (False,) if particle.kind == "real" else (False, True):
            indices, text = matrix_formula(
                particle.irreps, _own_name(particle.name, conjugated, False), lambda group: f"gen{group}"
            )
            tensor = define(parse_expression(Text(text, _NOWHERE)), indices, environment)
            environment[_own_name(particle.name, conjugated, True)] = tensor
    return environment


def matrix_formula(
    irreps: Mapping[str, Irrep], name: str, generators: Callable[[str], str]
) -> tuple[tuple[str, ...], str]:
    """Indices and formula of the matrix phi^A lambda^A of a field, in every adjoint that it has."""
    letters = index_names()
    outer: list[str] = []
    inner: list[str] = []
    words: list[str] = []
    for group, irrep in irreps.items():
        if irrep == adjoint(irrep.n):
            a, i, j = next(letters), next(letters), next(letters)
            words.append(f"2 {generators(group)}[{a},{i},{j}]")
            inner.append(a)
            outer += [i, j]
        else:
            i = next(letters)
            inner.append(i)
            outer.append(i)
    return tuple(outer), " ".join([*words, f"{name}[{','.join(inner)}]"])
