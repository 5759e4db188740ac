"""Terms as formulas with indices: contractions with delta and Eps that add up to what a term is in components."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice, product

from zmodel.algebra.combinations import combination, ratio
from zmodel.derive.couplings import Coupling
from zmodel.derive.scalar_polynomial import scalar_polynomial
from zmodel.emit.pyrate.fields import Layout
from zmodel.exchange.pyrate.document import Text
from zmodel.exchange.pyrate.expression import parse_expression
from zmodel.exchange.pyrate.invariants import generator_tensor
from zmodel.exchange.pyrate.lagrangian import particle_tensors
from zmodel.exchange.pyrate.polynomials import Key, TensorError
from zmodel.exchange.pyrate.tensors import Environment, Quantity, Shapeless, define, scalar
from zmodel.exchange.pyrate.trial import fermion_polynomial
from zmodel.groups import Irrep, RepresentationError, adjoint, fundamental
from zmodel.groups.wiring import Slot, SlotClass, wirings
from zmodel.model import Group, Leg, Model
from zmodel.source import SourceFile, Span

MAX_CANDIDATES = 200
LETTERS = "ijklmnopqrsuvwxyzabcdefgh"
"""Names of indices."""
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
        return frozenset(len(item.indices) for _, factors in self.terms for item in factors if not item.field)


@dataclass(frozen=True)
class Factor:
    """A field with indices; one with an adjoint as its matrix. Without a field it is Eps."""

    field: str
    conjugated: bool
    matrix: bool
    indices: tuple[str, ...]


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
    for factors in islice(_contractions(legs, layout), MAX_CANDIDATES):
        text = " ".join(factor_text(factor, _own_name) for factor in factors)
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
    solution = combination(wanted, [polynomial for _, polynomial in known])
    if solution is None:
        raise FormulaError("representations in it have a basis of PyR@TE's own")
    return [(number, factors) for number, (factors, _) in zip(solution, known, strict=True) if number]


def _own_name(name: str, conjugated: bool, matrix: bool) -> str:
    return name + ("bar" if conjugated else "") + ("_matrix" if matrix else "")


def factor_text(factor: Factor, namer: Namer, epsilon: str = "Eps") -> str:
    """A factor as text, with a name for Eps."""
    name = namer(factor.field, factor.conjugated, factor.matrix) if factor.field else epsilon
    return name + (f"[{','.join(factor.indices)}]" if factor.indices else "")


def _environment(layout: Layout) -> Environment:
    """Fields of ours by their own names, and matrices of those with an adjoint."""
    environment: dict[str, Quantity] = {"Eps": Shapeless("Eps"), "kd": Shapeless("kd")}
    for group in layout.groups:
        if group.n > 1:
            environment[f"gen{group.name}"] = generator_tensor(fundamental(group.n))
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


def has_matrix(irreps: Mapping[str, Irrep]) -> bool:
    """Whether a field is written as a matrix: it has an adjoint."""
    return any(irrep == adjoint(irrep.n) for irrep in irreps.values())


def matrix_formula(
    irreps: Mapping[str, Irrep], name: str, generators: Callable[[str], str]
) -> tuple[tuple[str, ...], str]:
    """Indices and formula of the matrix phi^A lambda^A of a field, in every adjoint that it has."""
    letters = iter(LETTERS)
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


# ------------------------------------------------------------------ contractions
Bond = tuple[Slot, ...]
"""Indices that carry one letter, or those of an Eps, which carry one each."""


def _contractions(legs: tuple[Leg, ...], layout: Layout) -> Iterator[tuple[Factor, ...]]:
    """Complete contractions of a product of fields, for each group the natural one first."""
    simple = [group for group in layout.groups if group.n > 1]
    per_group = [list(_of_group(legs, group, layout.model)) for group in simple]
    for choice in product(*per_group):
        yield _factors(legs, simple, choice, layout.model)


def _of_group(legs: tuple[Leg, ...], group: Group, model: Model) -> Iterator[tuple[list[Bond], list[Bond]]]:
    """Pairs of indices and Epsilons of one group."""
    classes: list[SlotClass] = []
    others: list[int] = []
    for position, leg in enumerate(legs):
        irrep = model.field(leg.field).irreps.get(group.name)
        if irrep is None:
            continue
        if irrep == adjoint(group.n):
            classes += [SlotClass(position, (0,), 1, False), SlotClass(position, (1,), -1, False)]
        elif irrep.dimension == group.n:
            sign = 1 if (irrep.labels[0] == 1) != leg.conjugated else -1
            classes.append(SlotClass(position, (0,), sign, False))
        else:
            others.append(position)
    try:
        found = wirings(classes, group.n) if classes else []
    except RepresentationError:
        return
    known = [([*wiring.deltas], [*wiring.epsilons]) for wiring in found] if classes else [([], [])]
    for pairs in _pairings(others, legs, group, model):
        for deltas, epsilons in known:
            yield [*pairs, *deltas], epsilons


def _pairings(
    positions: Sequence[int], legs: tuple[Leg, ...], group: Group, model: Model
) -> Iterator[list[tuple[Slot, Slot]]]:
    """Ways to contract fields of other representations with conjugates, component by component."""
    if not positions:
        yield []
        return
    first, rest = positions[0], positions[1:]
    for other in rest:
        left, right = (model.field(legs[i].field) for i in (first, other))
        same = left.irreps[group.name] == right.irreps[group.name]
        if same and (legs[first].conjugated != legs[other].conjugated or (left.is_real and right.is_real)):
            for pairs in _pairings([i for i in rest if i != other], legs, group, model):
                yield [((first, 0), (other, 0)), *pairs]


def _factors(
    legs: tuple[Leg, ...], groups: Sequence[Group], choice: Sequence[tuple[list[Bond], list[Bond]]], model: Model
) -> tuple[Factor, ...]:
    """The fields in written order with letters for indices, and Epsilons behind them."""
    letters = iter(LETTERS)
    names: dict[tuple[str, Slot], str] = {}
    epsilons: list[Factor] = []
    for group, (bonds, group_epsilons) in zip(groups, choice, strict=True):
        for bond in bonds:
            letter = next(letters)
            names |= {(group.name, slot): letter for slot in bond}
        for epsilon in group_epsilons:
            indices = tuple(next(letters) for _ in epsilon)
            names |= {(group.name, slot): letter for slot, letter in zip(epsilon, indices, strict=True)}
            epsilons.append(Factor("", False, False, indices))
    result = []
    for position, leg in enumerate(legs):
        irreps = model.field(leg.field).irreps
        indices = tuple(
            names[group.name, (position, slot)]
            for group in groups
            if group.name in irreps
            for slot in range(2 if irreps[group.name] == adjoint(group.n) else 1)
        )
        result.append(Factor(leg.field, leg.conjugated, has_matrix(irreps), indices))
    return (*result, *epsilons)
