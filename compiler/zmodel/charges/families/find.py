"""Parametric families of charges that cancel anomalies and meet what a model requires."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from typing import Literal

from zmodel.algebra import Polynomial, Ring
from zmodel.charges.collect import anomaly_equations
from zmodel.charges.conditions import Unknowns, constrained, field_charges, find_unknowns, read_system
from zmodel.charges.elimination import Row
from zmodel.charges.families.containment import Placed, permuted, without_contained
from zmodel.charges.families.decompose import Component, Poly, decompose, from_row, from_terms, linear_row, whole_space
from zmodel.charges.families.generators import Particle, Speller, find_roles
from zmodel.charges.families.invariant import invariant_charges
from zmodel.charges.families.pairs import paired_families
from zmodel.charges.families.parameters import Parameters, choose_parameters
from zmodel.charges.families.power_sums import PowerSum, power_sum
from zmodel.charges.problem import IntegerPolynomial, check_length, degree
from zmodel.charges.symmetry import BlockClass, System, interchange_blocks, plain_unknown
from zmodel.derive.requirements_verdicts import UnknownCondition
from zmodel.limits import DEFAULT
from zmodel.model import Model

Origin = Literal["identically", "factors", "pairs", "open"]
"""Why a family solves the equations of degree two and three: they hold on the linear solutions; they have factors, or
no other rational zeros; charges were paired up. `open`: they are left as equations for the parameters."""

MAX_SPELLINGS = 216
"""Permutations of a family that are tried to find the shortest generator."""


@dataclass(frozen=True)
class Equation:
    """What charges have to meet: an anomaly that vanishes, by name, in terms of the unknowns."""

    name: str
    value: IntegerPolynomial

    @property
    def degree(self) -> int:
        """Total degree in the unknowns."""
        return degree(self.value)


@dataclass(frozen=True)
class OpenEquation:
    """An equation that the parameters of a family still have to meet.

    Attributes:
        value: that must vanish.
        powers: the same as a sum of powers of charges, all to the degree of the equation, if it is one.
    """

    value: Polynomial
    powers: PowerSum | None


@dataclass(frozen=True)
class Family:
    """Charges in terms of free parameters.

    Attributes:
        origin: why they solve the equations.
        parameters: their names, and the unknowns in terms of them.
        charges: of each field and generation.
        equations: that the parameters still have to meet.
        conditions: that must not vanish.
        dimension: number of free parameters minus what the equations take; None if that is not known.
        generator: coefficients of B, L_i, Y and other numbers, if the charges are such a combination.
        basis: for charges that can be multiplied by any number: integers for the unknowns, of which all integer
            solutions of the linear equations are whole multiples and sums.
    """

    origin: Origin
    parameters: Parameters
    charges: Mapping[Particle, Polynomial]
    equations: tuple[OpenEquation, ...]
    conditions: tuple[Polynomial, ...]
    dimension: int | None
    generator: Mapping[str, Polynomial] | None
    basis: tuple[tuple[int, ...], ...]

    @property
    def ring(self) -> Ring:
        """The polynomials in the parameters."""
        return self.parameters.ring


@dataclass(frozen=True)
class FamilyReport:
    """All families of one U(1).

    Attributes:
        group: its name.
        unknowns: names, fermions first.
        free: unknowns that nothing constrains; they are parameters of each family and not counted in dimensions.
        equations: the anomalies that depend on unknowns.
        stages: how many unknowns something constrains, and how many parameters are left by the requirements and
            then by the linear anomalies.
        families: larger ones first; together they hold all rational solutions.
        complete: whether the search for pairs looked at all choices.
    """

    group: str
    unknowns: tuple[str, ...]
    free: tuple[str, ...]
    equations: tuple[Equation, ...]
    stages: tuple[int, int, int]
    families: tuple[Family, ...]
    complete: bool


def find_families(
    model: Model,
    group: str,
    conditions: Iterable[UnknownCondition] = (),
    equation_terms: int = DEFAULT.equation_terms,
) -> FamilyReport:
    """Solves for the unknown charges under one U(1).

    Linear equations are solved, those of higher degree split into components; components that keep equations are
    searched for linear families inside them. Families that permutations of fermions with equal quantum numbers, or of
    generations, turn into each other are given once, and none is part of another one but for those inside open ones.

    Args:
        model: with unknown charges `?`.
        group: name of the U(1).
        conditions: what requirements ask, see `derive.requirements.unknown_conditions`.
        equation_terms: that an equation may have once linear ones are solved.

    Raises:
        SearchError: if charges under other groups are unknown, charges are not linear in unknowns, or an equation has
            too many terms.
    """
    problem = _read(model, group, conditions, equation_terms)
    size = len(problem.unknowns.names)
    required = decompose(whole_space(size), map(from_row, problem.system.equalities))
    linear = [equation.value for equation in problem.equations if equation.degree <= 1]
    spaces = [part for space in required for part in _solve(space, linear)]
    left = _parameters_left
    stages = size - len(problem.free), left(problem, required), left(problem, spaces)
    spaces = _choose_alternatives(problem, spaces)
    nonlinear = [equation for equation in problem.equations if equation.degree > 1]
    for equation, space in product(nonlinear, spaces):
        monomials = ([(space.images[i], power) for i, power in powers] for _, powers in equation.value)
        check_length(equation.name, monomials, equation_terms)
    components = [part for space in spaces for part in _solve(space, [equation.value for equation in nonlinear])]
    components = [part for part in components if _meets_conditions(problem, part)]
    families, complete = [], True
    for component in without_contained(components, problem.classes):
        origin: Origin = "open" if component.equations else "factors"
        if component in spaces:
            origin = "identically"
        families.append(_family(problem, component, origin))
        if component.equations:
            inside, finished = _inside(problem, component)
            families += inside
            complete &= finished
    names = problem.unknowns.names
    free = tuple(names[i] for i in problem.free)
    return FamilyReport(group, names, free, problem.equations, stages, tuple(families), complete)


# ------------------------------------------------------------------ the problem
@dataclass(frozen=True)
class _Problem:
    """What is asked, in the unknowns by position."""

    model: Model
    unknowns: Unknowns
    system: System
    equations: tuple[Equation, ...]
    classes: tuple[BlockClass, ...]
    charges: Mapping[Particle, Row]
    free: frozenset[int]
    speller: Speller | None


def _read(model: Model, group: str, conditions: Iterable[UnknownCondition], equation_terms: int) -> _Problem:
    found = find_unknowns(model, group, with_parameters=True)
    # The last unknowns are solved for first, and the charges of scalars should follow from those of fermions.
    parameters = found.parameters
    names = dict.fromkeys((*parameters, *found.fermionic, *found.names))
    unknowns = dataclasses.replace(found, names=tuple(names))
    system = read_system(model, unknowns, conditions)
    found_equations = anomaly_equations(model, unknowns, {}, equation_terms)
    equations = tuple(Equation(name, value) for name, value in found_equations)
    charges = field_charges(model, unknowns)
    positions = range(len(parameters), len(names))
    multiplets = [_own_unknowns(charges, field.name, field.generations) for field in model.fields]
    classes = interchange_blocks(system, positions, [block for block in multiplets if set(block) & set(positions)])
    roles = find_roles(model)
    speller = None if roles is None else Speller(model, roles, charges)
    free = frozenset(range(len(names))) - constrained(unknowns, system, (equation.value for equation in equations))
    return _Problem(model, unknowns, system, equations, classes, charges, free, speller)


def _own_unknowns(charges: Mapping[Particle, Row], field: str, generations: int) -> tuple[int, ...]:
    """The unknown of each generation, if every generation has one of its own."""
    found = [plain_unknown(charges[field, generation]) for generation in range(generations)]
    unknowns = [position for position in found if position is not None]
    return tuple(unknowns) if len(set(unknowns)) == generations > 1 else ()


def _solve(space: Component, equations: Sequence[IntegerPolynomial]) -> tuple[Component, ...]:
    return decompose(space, [from_terms(equation, len(space.images)) for equation in equations])


def _parameters_left(problem: _Problem, spaces: Sequence[Component]) -> int:
    return max((len(space.free) for space in spaces), default=len(problem.free)) - len(problem.free)


def _choose_alternatives(problem: _Problem, spaces: list[Component]) -> list[Component]:
    """Branches over conditions of which one at least must hold."""
    for rows in problem.system.alternatives:
        parts = [part for space in spaces for row in rows for part in decompose(space, [from_row(row)])]
        spaces = list(without_contained(parts, problem.classes))
    return spaces


def _meets_conditions(problem: _Problem, component: Component) -> bool:
    """Whether nothing that must not vanish vanishes all over a component."""
    return not any(from_row(row).compose(*component.images).is_zero() for row in problem.system.nonzero)


# ------------------------------------------------------------------ families
def _inside(problem: _Problem, component: Component) -> tuple[list[Family], bool]:
    """Linear families inside an open one."""
    rows = invariant_charges(problem.model, problem.unknowns.group, problem.charges)
    paired, complete = paired_families(component, rows, problem.system, problem.classes)
    wanted = [found for found in paired if _meets_conditions(problem, found)]
    return [_family(problem, found, "pairs") for found in without_contained(wanted, problem.classes)], complete


def _family(problem: _Problem, found: Component, origin: Origin) -> Family:
    component, generator = _plainest(problem, found)
    chosen = choose_parameters(problem.model, problem.unknowns, component, generator)
    parameters = chosen.parameters
    ring = parameters.ring
    conditions = [parameters.express(from_row(row).compose(*component.images)) for row in problem.system.nonzero]
    open_conditions = {ring.format(c): c for c in map(ring.primitive, conditions) if not c.is_constant()}
    rows = _charges(problem, component.images)
    charges = {particle: parameters.express(from_row(row)) for particle, row in rows.items()}
    forms = (*map(ring.symbol, ring.symbols), *(chosen.generator or {}).values(), *charges.values())
    equations = [ring.primitive(parameters.express(equation)) for equation in component.equations]
    dimension = component.dimension
    return Family(
        origin,
        parameters,
        charges,
        tuple(OpenEquation(equation, power_sum(ring, equation, forms)) for equation in equations),
        tuple(open_conditions.values()),
        None if dimension is None else dimension - len(problem.free),
        chosen.generator,
        chosen.basis,
    )


def _charges(problem: _Problem, images: Sequence[Poly]) -> dict[Particle, Row]:
    """The charges of all fields in terms of the unknowns that are free in a component, from its images."""
    return {particle: linear_row(from_row(row).compose(*images)) for particle, row in problem.charges.items()}


def _plainest(problem: _Problem, component: Component) -> tuple[Component, dict[str, Row] | None]:
    """Of equivalent components the one with the shortest generator, and the generator."""
    if problem.speller is None:
        return component, None
    rows = _images(component)
    spelled = []
    for order in Placed(component, problem.classes).orders[:MAX_SPELLINGS].tolist():
        generator = problem.speller.spell([*(rows[position] for position in order), rows[-1]])
        if generator is not None:
            spelled.append((len(generator), order))
    if not spelled:
        return component, None
    plainest = permuted(component, min(spelled)[1])
    return plainest, problem.speller.spell(_images(plainest))


def _images(component: Component) -> list[Row]:
    """What each unknown is, and then 1, in terms of the free unknowns and 1."""
    return [
        *map(linear_row, component.images),
        tuple(Fraction(int(i == len(component.images))) for i in range(len(component.images) + 1)),
    ]
