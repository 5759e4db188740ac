"""Model to search problem: linear conditions are solved, the rest are equations for what remains unknown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from math import gcd, lcm

from zmodel.algebra import Polynomial
from zmodel.charges.clauses import RowBranch, find_clauses
from zmodel.charges.conditions import (
    Unknowns,
    constrained,
    field_charges,
    find_unknowns,
    identity,
    read_system,
    row_support,
)
from zmodel.charges.elimination import Row, reduced_in_order
from zmodel.charges.problem import (
    Branch,
    IntegerPolynomial,
    LinearForm,
    SearchError,
    SearchProblem,
    check_length,
)
from zmodel.charges.symmetry import System, interchange_classes
from zmodel.derive.anomalies import derive_anomalies
from zmodel.derive.requirements_verdicts import UnknownCondition
from zmodel.limits import DEFAULT
from zmodel.model import Model

Substitution = Mapping[int, Row]
"""Unknowns by position, and what they are in terms of the others."""


def search_problem(
    model: Model,
    group: str,
    conditions: Iterable[UnknownCondition] = (),
    equation_terms: int = DEFAULT.equation_terms,
) -> SearchProblem:
    """The problem of finding integer charges under one U(1).

    The bound holds for unknowns and charges of fermions, which are searched over if any condition depends on them,
    even where they drop out of the equations. Unknown charges of scalars and vectors follow from the conditions, or
    are free.

    Args:
        model: with unknown charges `?`.
        group: name of the U(1).
        conditions: what requirements ask of unknown charges, see `derive.requirements.unknown_conditions`.
        equation_terms: that an equation may have once linear ones are solved.

    Raises:
        SearchError: if charges under other groups are unknown, charges are not linear in unknowns, or an equation has
            too many terms.
    """
    unknowns = find_unknowns(model, group)
    system = read_system(model, unknowns, conditions)
    solved, rest = _solve(system, unknowns)
    anomalies = (value for _, value in anomaly_equations(model, unknowns, solved, equation_terms))
    equations = (*anomalies, *(_integer_terms(row) for row in rest))
    reduced = _substitute_system(system, solved, rest)
    rows = {key: _substitute(row, solved) for key, row in field_charges(model, unknowns).items()}
    charged = frozenset().union(*(row_support(row) for (name, _), row in rows.items() if model.field(name).is_fermion))
    asked = constrained(
        unknowns, system, [value for _, value in anomaly_equations(model, unknowns, {}, equation_terms)]
    )
    positions = sorted(asked & charged)
    classes = interchange_classes(reduced, positions)
    number = {position: i for i, position in enumerate(positions)}
    charges = {key: _form(row, number) for key, row in rows.items()}
    determined = {unknowns.names[i]: form for i, row in solved.items() if (form := _form(row, number)) is not None}
    clauses = find_clauses(reduced, frozenset(positions))
    return SearchProblem(
        group,
        tuple(unknowns.names[i] for i in positions),
        tuple(tuple((c, tuple((number[i], p) for i, p in powers)) for c, powers in e) for e in equations),
        tuple(tuple(number[i] for i in members) for members in classes),
        tuple(name for i, name in enumerate(unknowns.names) if i not in number and name not in determined),
        {key: form for key, form in charges.items() if form is not None},
        _kinds(model, group, charges),
        _bounded(model, unknowns, solved, charges, number),
        tuple(dict.fromkeys(tuple(_clause_branch(branch, number) for branch in branches) for branches in clauses)),
        determined,
    )


# ------------------------------------------------------------------ linear conditions
def _solve(system: System, unknowns: Unknowns) -> tuple[dict[int, Row], tuple[Row, ...]]:
    """Unknowns that linear conditions give, and the conditions that remain to be solved.

    Charges of scalars and vectors are always solved for. Of fermions an unknown is solved for unless it is
    interchangeable with another one: the search would not see this any more.
    """
    width = len(unknowns.names)
    scalars = [i for i, name in enumerate(unknowns.names) if name not in unknowns.fermionic]
    fermions = [i for i, name in enumerate(unknowns.names) if name in unknowns.fermionic]
    order = [*scalars, *reversed(fermions), width]
    classes = interchange_classes(system, fermions)
    alone = {members[0] for members in classes if len(members) == 1}
    solved: dict[int, Row] = {}
    rest = []
    for position, row in reduced_in_order(system.equalities, order):
        if position == width:
            rest.append(row)
        elif position in scalars or position in alone or sum(map(bool, row[:-1])) <= 2:
            solved[position] = tuple(Fraction(0) if i == position else -value for i, value in enumerate(row))
        else:
            rest.append(row)
    return solved, tuple(rest)


def _substitute(row: Row, solved: Substitution) -> Row:
    total = [Fraction(0) if i in solved else value for i, value in enumerate(row)]
    for position, image in solved.items():
        if row[position]:
            total = [a + row[position] * b for a, b in zip(total, image, strict=True)]
    return tuple(total)


def _substitute_system(system: System, solved: Substitution, rest: Sequence[Row]) -> System:
    return System(
        tuple((name, _substitute(row, solved)) for name, row in system.charges),
        tuple(rest),
        tuple(_substitute(row, solved) for row in system.nonzero),
        tuple(tuple(_substitute(row, solved) for row in rows) for rows in system.alternatives),
    )


# ------------------------------------------------------------------ equations
def anomaly_equations(
    model: Model, unknowns: Unknowns, solved: Substitution, equation_terms: int
) -> Iterator[tuple[str, IntegerPolynomial]]:
    """Names and values of the anomalies that do not cancel identically, in terms of the unknowns that are left.

    Args:
        model: with unknown charges.
        unknowns: in the order of positions.
        solved: unknowns that are put in first.
        equation_terms: that a value may have then.

    Raises:
        SearchError: if an anomaly depends on a parameter, or has too many terms.
    """
    ring = model.ring
    images = [ring.symbol(name) for name in ring.symbols]
    for position, row in solved.items():
        image = ring.constant(row[-1])
        for name, coefficient in zip(unknowns.names, row, strict=False):
            image = image + ring.symbol(name) * ring.constant(coefficient)
        images[ring.symbols.index(unknowns.names[position])] = image
    by_symbol = dict(zip(ring.symbols, images, strict=True))
    for anomaly in derive_anomalies(model).anomalies:
        other = [name for name in ring.used_symbols(anomaly.value) if name not in unknowns.names]
        if other:
            raise SearchError(f"the anomaly {anomaly.name} depends on the parameter `{other[0]}`")
        monomials = ([(by_symbol[symbol], p) for symbol, p in powers] for _, powers in ring.terms(anomaly.value))
        check_length(anomaly.name, monomials, equation_terms)
        value = anomaly.value.compose(*images) if images else anomaly.value
        if not value.is_zero():
            yield anomaly.name, _integer_polynomial(model, unknowns, value)


def _integer_polynomial(model: Model, unknowns: Unknowns, value: Polynomial) -> IntegerPolynomial:
    terms = model.ring.terms(value)
    scale = _integer_scale([coefficient for coefficient, _ in terms])
    index = unknowns.names.index
    return tuple((int(c * scale), tuple((index(name), power) for name, power in powers)) for c, powers in terms)


def _integer_terms(row: Row) -> IntegerPolynomial:
    scale = _integer_scale([value for value in row if value])
    linear = tuple((int(value * scale), ((i, 1),)) for i, value in enumerate(row[:-1]) if value)
    return linear + (((int(row[-1] * scale), ()),) if row[-1] else ())


def _integer_scale(values: Sequence[Fraction]) -> Fraction:
    """What makes numbers coprime integers."""
    return Fraction(lcm(*(v.denominator for v in values)), gcd(*(v.numerator for v in values)))


# ------------------------------------------------------------------ forms
def _form(row: Row, number: Mapping[int, int]) -> LinearForm | None:
    """A row in terms of the unknowns that are searched over; None if it depends on others."""
    if any(value and i not in number for i, value in enumerate(row[:-1])):
        return None
    denominator = lcm(*(value.denominator for value in row))
    coefficients = [0] * len(number)
    for i, position in number.items():
        coefficients[position] = int(row[i] * denominator)
    return LinearForm(tuple(coefficients), int(row[-1] * denominator), denominator)


def _clause_branch(branch: RowBranch, number: Mapping[int, int]) -> Branch:
    zero, nonzero = ([_form(row, number) for row in rows] for rows in (branch.zero, branch.nonzero))
    return Branch(tuple(form for form in zero if form is not None), tuple(form for form in nonzero if form is not None))


def _kinds(
    model: Model, group: str, charges: Mapping[tuple[str, int], LinearForm | None]
) -> tuple[tuple[LinearForm, ...], ...]:
    """Charges of fermions by all that tells the fermions apart."""
    kinds: dict[str, list[LinearForm]] = {}
    for (name, generation), form in charges.items():
        if form is not None and model.field(name).is_fermion:
            kinds.setdefault(identity(model, model.field(name), generation, group), []).append(form)
    return tuple(tuple(forms) for forms in kinds.values() if any(form.support for form in forms))


def _bounded(
    model: Model,
    unknowns: Unknowns,
    solved: Substitution,
    charges: Mapping[tuple[str, int], LinearForm | None],
    number: Mapping[int, int],
) -> tuple[LinearForm, ...]:
    """Charges of fermions that the file leaves open, and solved unknowns in them, that are not plainly an unknown."""
    declared = field_charges(model, unknowns)
    forms = [f for key, f in charges.items() if model.field(key[0]).is_fermion and row_support(declared[key])]
    forms += [_form(row, number) for i, row in solved.items() if unknowns.names[i] in unknowns.fermionic]
    found = dict.fromkeys(form for form in forms if form is not None)
    return tuple(form for form in found if not _is_unknown(form))


def _is_unknown(form: LinearForm) -> bool:
    return not form.constant and form.denominator == 1 and sum(map(abs, form.coefficients)) == 1
