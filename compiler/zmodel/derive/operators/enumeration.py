"""Enumerates the gauge, global and Lorentz invariant operators of a model's fields up to a dimension."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from math import prod

from zmodel.derive.candidates import (
    Content,
    Factor,
    TooManyContentsError,
    allowed_contents,
    content_of,
    is_self_conjugate,
)
from zmodel.derive.charges import Entry, charge_entries, flavour_axes
from zmodel.derive.couplings import CouplingTable
from zmodel.derive.operators.classes import (
    CLASSES,
    RENORMALISABLE,
    OperatorClass,
    content_dimension,
    operator_class,
    triality,
)
from zmodel.derive.operators.counting import Assignment, assignment_of, assignments, count_for
from zmodel.derive.operators.numbers import Multiplets, Term, assign_numbers
from zmodel.derive.operators.writing import write_content
from zmodel.derive.standard_model import recognise_fermions
from zmodel.limits import DEFAULT, Limits
from zmodel.model import Leg, Model, Monomial
from zmodel.model.model import LegGroup

HIGHEST_DIMENSION = 6

Generations = tuple[int, ...]
"""The generation of each factor of an operator."""


@dataclass(frozen=True)
class Operator:
    """A product of fields with all its contractions and generations; its conjugate is not listed apart.

    With symbolic charges an operator is listed if some entry is allowed for some values of the parameters:
    `structures` is 0 if none is allowed identically.

    Attributes:
        content: its fields, of an operator and its conjugate the one that stands for both.
        term: as the language writes it, contractions not named.
        factors: in the order of the term; those of the content or of its conjugate.
        dimension: mass dimension.
        class_name: as in the JSON output.
        shape: number of generations of each factor that has several, in written order.
        axes: positions of these factors.
        entries: what the charges allow, by index tuple, () for a single number.
        vanishing: entries that are not forbidden by charges but zero by the statistics of equal fields.
        contractions: independent contractions of all gauge, global and Lorentz indices, for the choice of
            generations that has most of them.
        structures: independent operators, all allowed generations counted.
        declared: names of the couplings of this content.
        violates: those of B, L, L_e, L_mu and L_tau that its allowed entries do not conserve; if none is allowed,
            those that some value of the parameters may allow.
        self_conjugate: whether the content is its own conjugate; then `structures` counts hermitian operators.
    """

    content: Content
    term: str
    factors: Content
    dimension: int
    class_name: OperatorClass
    shape: tuple[int, ...]
    axes: tuple[int, ...]
    entries: Mapping[tuple[int, ...], Entry]
    vanishing: frozenset[tuple[int, ...]]
    contractions: int
    structures: int
    declared: tuple[str, ...]
    violates: tuple[str, ...]
    self_conjugate: bool

    @property
    def texture(self) -> tuple[tuple[int, ...], ...]:
        """Indices of the entries that charges and statistics allow."""
        return tuple(i for i, entry in self.entries.items() if entry.allowed and i not in self.vanishing)

    @property
    def possible(self) -> tuple[tuple[int, ...], ...]:
        """Indices of the entries that are allowed for some values of the parameters."""
        return tuple(i for i, entry in self.entries.items() if entry.possible and i not in self.vanishing)

    def generations(self, indices: tuple[int, ...]) -> Generations:
        """The generation of each factor for an entry."""
        chosen = [0] * len(self.factors)
        for axis, index in zip(self.axes, indices, strict=True):
            chosen[axis] = index
        return tuple(chosen)


def enumerate_operators(
    model: Model, table: CouplingTable, dimension: int, limits: Limits = DEFAULT
) -> tuple[Operator, ...]:
    """Every operator up to a dimension, by dimension and then by number of fermions.

    Args:
        model: a resolved model.
        table: its couplings.
        dimension: at most `HIGHEST_DIMENSION`.
        limits: how many there may be.

    Raises:
        TooManyContentsError: if there are too many products of fields to look at.
        RepresentationError: if a product of representations is too large.
    """
    declared: dict[Content, list[str]] = {}
    for coupling in table.couplings.values():
        for content in dict.fromkeys(content_of(model, legs) for _, legs, _ in coupling.monomials):
            declared.setdefault(content, []).append(coupling.name)
    found: list[Operator] = []
    entries = 0
    for content in _contents(model, max(dimension, RENORMALISABLE), limits.products):
        entries += prod(model.field(factor.field).generations for factor in content)
        if entries > limits.operator_entries:
            raise TooManyContentsError("operator_entries")
        operator = build_operator(model, content, tuple(declared.get(content, ())))
        if operator is not None:
            found.append(operator)
        if len(found) > limits.operators:
            raise TooManyContentsError("operators")
    return tuple(operator for operator in _with_numbers(model, table, found) if operator.dimension <= dimension)


def _contents(model: Model, dimension: int, limit: int) -> Iterator[Content]:
    """Contents that some values of the parameters may allow."""
    fixed = [group.name for group in model.groups if group.is_abelian and _is_numeric(model, group.name)]
    for total in range(1, dimension + 1):
        for fermions in range(0, 2 * total // 3 + 1, 2):
            bosons = total - 3 * fermions // 2
            for vectors in range(bosons + 1 if model.vectors else 1):
                numbers = (fermions, bosons - vectors, vectors)
                try:
                    yield from allowed_contents(model, *numbers, groups=fixed, limit=limit)
                except TooManyContentsError:
                    raise TooManyContentsError("products") from None


def _is_numeric(model: Model, group: str) -> bool:
    return all(charge.is_constant() for field in model.fields for charge in field.charges.get(group, ()))


# ------------------------------------------------------------------ one operator
def build_operator(model: Model, content: Content, declared: tuple[str, ...] = ()) -> Operator | None:
    """The operator of a content, or None if nothing of it is invariant, for any values of the parameters.

    What it violates is not known yet.

    Raises:
        RepresentationError: if a product of representations is too large.
    """
    if not any(count_for(model, content, chosen) for chosen in assignments(model, content)):
        return None
    written = write_content(model, content)
    legs = tuple(Leg(factor.field, factor.conjugated, False, False, model.span) for factor in written.factors)
    monomial = Monomial(Fraction(1), (LegGroup(legs, trace=False),), written.text)
    axes = flavour_axes(model, monomial)
    operator = Operator(
        content,
        written.text,
        written.factors,
        content_dimension(model, content),
        operator_class(model, content),
        tuple(model.field(written.factors[axis].field).generations for axis in axes),
        axes,
        charge_entries(model, monomial),
        vanishing=frozenset(),
        contractions=0,
        structures=0,
        declared=declared,
        violates=(),
        self_conjugate=is_self_conjugate(model, content),
    )
    counted = _counted(model, operator)
    return counted if counted.contractions else None


def _counted(model: Model, operator: Operator) -> Operator:
    """The operator with its independent contractions and structures counted."""
    factors = operator.factors
    content = tuple(factor for factor in dict.fromkeys(factors) for _ in range(factors.count(factor)))
    counts: dict[Assignment, int] = {}
    vanishing = set()
    structures = 0
    for indices, entry in operator.entries.items():
        if not entry.possible:
            continue
        chosen = assignment_of(content, factors, operator.generations(indices))
        if chosen not in counts:
            counts[chosen] = count_for(model, content, chosen)
            structures += counts[chosen] if entry.allowed else 0
        if not counts[chosen]:
            vanishing.add(indices)
    contractions = max(counts.values(), default=0)
    return replace(operator, vanishing=frozenset(vanishing), contractions=contractions, structures=structures)


# ------------------------------------------------------------------ baryon and lepton numbers
def _with_numbers(model: Model, table: CouplingTable, operators: list[Operator]) -> Iterator[Operator]:
    """Operators with what they violate."""
    first, others = _in_order(model, table, operators)
    multiplets = recognise_fermions(model)
    removed = _rotated_away(multiplets, first)
    terms = [
        *((operator.factors, _entries(operator, removed)) for operator in first),
        *_without_numbers(model),
        *((operator.factors, _entries(operator, removed)) for operator in others),
    ]
    numbers = assign_numbers(model, multiplets, terms)
    for operator in operators:
        yield replace(operator, violates=numbers.violated(operator.factors, _entries(operator, removed)))


def _in_order(model: Model, table: CouplingTable, operators: list[Operator]) -> tuple[list[Operator], list[Operator]]:
    """Operators in the order in which they fix the numbers of new fields; the second ones only of coloured fields.

    First what the file declares or requires, in its order, be it that unknown charges still decide about it: it is
    there to be allowed. Then renormalisable terms that are allowed, by class. Second what else is allowed, and what
    some values of the parameters allow.
    """
    required = [item.monomial.legs for item in model.requirements if item.kind == "allowed" and item.monomial]
    asked = {content_of(model, legs): place for place, legs in reversed(list(enumerate(required)))}
    declared = {name: place for place, name in enumerate(table.couplings)}

    def is_first(operator: Operator) -> bool:
        is_there = operator.texture and operator.dimension <= RENORMALISABLE
        return bool(operator.declared or operator.content in asked or is_there)

    def key(operator: Operator) -> tuple[int, ...]:
        place = min((declared[name] for name in operator.declared), default=len(declared))
        request = asked.get(operator.content, len(asked))
        is_higher = operator.dimension > RENORMALISABLE
        return place, request, not operator.texture, is_higher, CLASSES.index(operator.class_name)

    ordered = sorted(operators, key=key)
    return [item for item in ordered if is_first(item)], [item for item in ordered if not is_first(item)]


def _without_numbers(model: Model) -> Iterator[Term]:
    """New fields without colour, as terms: what the first operators leave free of their numbers is zero.

    Scalars among them may have vacuum values, which violate numbers.
    """
    for field in model.fields:
        factor = Factor(field.name, conjugated=False)
        if triality(model, factor) is None:
            for generation in range(field.generations):
                yield (factor,), [(generation,)]


def _entries(operator: Operator, removed: Collection[tuple[Content, Generations]]) -> list[Generations]:
    """Generations of all factors for each entry that is there, or that may be if none is allowed."""
    entries = (operator.generations(indices) for indices in operator.texture or operator.possible)
    return [entry for entry in entries if (operator.content, entry) not in removed]


def _rotated_away(multiplets: Multiplets, operators: list[Operator]) -> set[tuple[Content, Generations]]:
    """Entries beside the diagonal of the Yukawa matrix of charged leptons, which defines e, mu and tau.

    That is the one of the first boson that couples to them, be a generation of them a field of its own or not.
    Generations that may mix carry equal charges, so an entry beside an allowed one of the diagonal is not needed.
    """
    places = [
        {(member.field, member.generation): place for place, member in enumerate(multiplets.get(name, ()))}
        for name in "le"
    ]
    matrix: dict[tuple[int, int], tuple[Content, Generations]] = {}
    chosen: set[str] | None = None
    for operator in operators if len(places[0]) == len(places[1]) else ():
        if operator.class_name != "yukawa":
            continue
        bosons = {factor.field for factor in operator.factors if (factor.field, 0) not in places[0] | places[1]}
        for indices in operator.texture:
            entry = operator.generations(indices)
            particles = [(factor.field, i) for factor, i in zip(operator.factors, entry, strict=True)]
            left, right = ([place[item] for item in particles if item in place] for place in places)
            if len(left) == len(right) == 1 and chosen in (None, bosons):
                chosen = bosons
                matrix[left[0], right[0]] = operator.content, entry
    return {key for (i, j), key in matrix.items() if i != j and {(i, i), (j, j)} & matrix.keys()}
