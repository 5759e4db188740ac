"""Blocks as tables of integers: what each state adds to the equations, packed into two numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import product
from math import prod

import numpy as np
from numpy.typing import NDArray

from zmodel.charges.problem import (
    Branch,
    Clause,
    IntegerPolynomial,
    LinearForm,
    SearchError,
    SearchProblem,
    clause_forms,
    degree,
    support,
)
from zmodel.charges.search.plan import Plan
from zmodel.charges.search.states import (
    MAX_MAGNITUDE,
    Integers,
    States,
    block_states,
    evaluate,
    evaluate_form,
    fix,
    fix_form,
    in_bounds,
)

MAX_OUTER = 1_000_000


@dataclass(frozen=True, eq=False)
class Block:
    """The states of some unknowns, sorted by their linear parts.

    Attributes:
        columns: positions of the unknowns.
        states: values, one row per state.
        linear: contribution to the linear equations, packed.
        rest: contribution to the other equations, packed.
    """

    columns: tuple[int, ...]
    states: States
    linear: Integers
    rest: Integers


@dataclass(frozen=True, eq=False)
class Slice:
    """The search with the outer unknowns fixed: sums over blocks that must reach the targets.

    Attributes:
        number: of the slice, from 0; slices without solutions may be left out.
        fixed: values of the outer unknowns.
        linear_target: what linear parts add up to.
        rest_target: what the other parts add up to.
        rest_unit: what 1 in the last of the other equations counts in `rest`.
        mirrored: whether the slice contains the negatives of its solutions.
        opposite: whether, besides, a solution and its negative have opposite linear parts in every block.
        weight: how many slices it stands for: itself, and the negative one if that is left out.
    """

    number: int
    fixed: Mapping[int, int]
    blocks: tuple[Block, ...]
    linear_target: int
    rest_target: int
    rest_unit: int
    mirrored: bool
    opposite: bool
    weight: int


@dataclass(frozen=True, eq=False)
class _Layout:
    """Blocks for one distribution of signs: zeros are fixed, negative and positive unknowns are blocks of their own."""

    signs: tuple[tuple[int, int, int], ...]
    zeros: tuple[int, ...]
    blocks: tuple[tuple[int, ...], ...]
    states: tuple[States, ...]

    @property
    def mirrored_signs(self) -> tuple[tuple[int, int, int], ...]:
        return tuple((positive, zero, negative) for negative, zero, positive in self.signs)


def slices(problem: SearchProblem, plan: Plan, bound: int, symmetric: bool = False, first: int = 0) -> Iterator[Slice]:
    """The slices of a search in a fixed order, one for each pair of opposite ones.

    Args:
        problem: what to solve.
        plan: its layout.
        bound: of the charges.
        symmetric: only solutions that are equal to their negatives.
        first: number of the first slice that is wanted.

    Raises:
        SearchError: if the bound is too large.
    """
    outer = block_states(plan.outer, problem.classes, -bound, bound, symmetric)
    if len(outer) > MAX_OUTER:
        raise SearchError(
            f"{len(plan.outer)} unknowns have {len(outer)} values up to {bound}; {MAX_OUTER} is the limit"
        )
    mirror = [plan.outer.index(problem.mirror[i]) for i in plan.outer]
    number = -1
    for layout in _layouts(problem, plan, bound, symmetric):
        for row in outer.tolist():
            name, opposite = (layout.signs, row), (layout.mirrored_signs, [-row[i] for i in mirror])
            if problem.homogeneous and name < opposite:
                continue
            number += 1
            if number < first:
                continue
            fixed = {**dict(zip(plan.outer, row, strict=True)), **dict.fromkeys(layout.zeros, 0)}
            mirrored = problem.homogeneous and name == opposite
            found = _slice(problem, layout, bound, fixed)
            if found is not None:
                weight = 1 if mirrored or not problem.homogeneous else 2
                yield Slice(number, fixed, *found, mirrored, mirrored and not layout.signs, weight)


def slice_count(problem: SearchProblem, plan: Plan, bound: int) -> int:
    """About how many slices there are; for telling how far a search is."""
    outer = len(block_states(plan.outer, problem.classes, -bound, bound))
    total = outer * prod(len(_sign_counts(len(block))) for block in plan.divided)
    return (total + 1) // 2 if problem.homogeneous else total


def _layouts(problem: SearchProblem, plan: Plan, bound: int, symmetric: bool) -> Iterator[_Layout]:
    if symmetric:
        # What is equal to its negative is few, but its negative and positive part are not independent.
        whole = plan.blocks + plan.divided
        halved = tuple(block_states(block, problem.classes, -bound, bound, True) for block in whole)
        yield _Layout((), (), whole, halved)
        return
    common = tuple(block_states(block, problem.classes, -bound, bound) for block in plan.blocks)
    for signs in product(*(_sign_counts(len(block)) for block in plan.divided)):
        blocks, states = list(plan.blocks), list(common)
        zeros: list[int] = []
        for block, (negative, zero, _) in zip(plan.divided, signs, strict=True):
            zeros += block[negative : negative + zero]
            for part, low, high in ((block[:negative], -bound, -1), (block[negative + zero :], 1, bound)):
                if part:
                    blocks.append(part)
                    states.append(block_states(part, problem.classes, low, high))
        yield _Layout(signs, tuple(zeros), tuple(blocks), tuple(states))


def _sign_counts(size: int) -> list[tuple[int, int, int]]:
    """Numbers of negative, zero and positive unknowns."""
    return [(n, size - n - p, p) for n in range(size + 1) for p in range(size - n + 1)]


def _slice(
    problem: SearchProblem, layout: _Layout, bound: int, fixed: Mapping[int, int]
) -> tuple[tuple[Block, ...], int, int, int] | None:
    """Blocks, targets and unit; None if there is no solution for a plain reason."""
    equations = [(degree(equation) <= 1, fix(equation, fixed)) for equation in problem.equations]
    filters = list(_filters(problem, fixed, bound))
    nowhere = np.zeros((1, 0), dtype=np.int64)
    if any(equation and not support(equation) for _, equation in equations):
        return None
    if any(not positions and not test(nowhere, ()).all() for positions, test in filters):
        return None
    kept: list[States] = []
    for block, values in zip(layout.blocks, layout.states, strict=True):
        for positions, test in filters:
            if positions and positions <= set(block):
                values = values[test(values, block)]
        for _, equation in equations:
            if equation and support(equation) <= set(block):
                values = values[evaluate(equation, values, block, bound) == 0]
        if not len(values):
            return None
        kept.append(values)
    shared = [(linear, e) for linear, e in equations if not any(support(e) <= set(b) for b in layout.blocks)]
    linear, linear_target, _ = _pack([e for is_linear, e in shared if is_linear], layout.blocks, kept, bound)
    rest, rest_target, unit = _pack([e for is_linear, e in shared if not is_linear], layout.blocks, kept, bound)
    return tuple(map(_block, layout.blocks, kept, linear, rest)), linear_target, rest_target, unit


def _block(columns: tuple[int, ...], states: States, linear: Integers, rest: Integers) -> Block:
    order = np.argsort(linear, kind="stable")
    return Block(columns, states[order], linear[order], rest[order])


def _pack(
    equations: Sequence[IntegerPolynomial], blocks: Sequence[Sequence[int]], states: Sequence[States], bound: int
) -> tuple[list[Integers], int, int]:
    """One number per state in which no equation spills into another, what it must add up to, and the last unit."""
    packed = [np.zeros(len(values), dtype=np.int64) for values in states]
    target, unit, last = 0, 1, 1
    for equation in equations:
        constant = sum(c for c, powers in equation if not powers)
        parts = [
            evaluate(tuple(term for term in equation if _lies_in(term, block)), values, block, bound)
            for block, values in zip(blocks, states, strict=True)
        ]
        reach = abs(constant) + sum(int(np.abs(part).max()) for part in parts)
        if unit * (2 * reach + 1) >= MAX_MAGNITUDE:
            raise SearchError(f"charges up to {bound} exceed 64 bits in the equations together")
        for total, part in zip(packed, parts, strict=True):
            total += unit * part
        target -= unit * constant
        last = unit
        unit *= 2 * reach + 1
    return packed, target, last


def _lies_in(term: tuple[int, tuple[tuple[int, int], ...]], block: Sequence[int]) -> bool:
    return bool(term[1]) and all(position in block for position, _ in term[1])


# ------------------------------------------------------------------ conditions
Filter = tuple[frozenset[int], Callable[[States, Sequence[int]], NDArray[np.bool_]]]
"""The unknowns that a condition depends on, and the condition on states of a block that has them."""


def _filters(problem: SearchProblem, fixed: Mapping[int, int], bound: int) -> Iterator[Filter]:
    for form in (fix_form(f, fixed) for f in problem.bounded):
        yield form.support, _bound_filter(form, bound)
    for clause in problem.clauses:
        found = tuple(
            Branch(*(tuple(fix_form(form, fixed) for form in forms) for forms in (branch.zero, branch.nonzero)))
            for branch in clause
        )
        positions = frozenset().union(*(form.support for form in clause_forms(found)))
        yield positions, partial(clause_holds, found, bound=bound)


def _bound_filter(form: LinearForm, bound: int) -> Callable[[States, Sequence[int]], NDArray[np.bool_]]:
    return lambda states, block: in_bounds(form, evaluate_form(form, states, block, bound), bound)


def clause_holds(clause: Clause, states: States, block: Sequence[int], bound: int) -> NDArray[np.bool_]:
    """On which states of a block, which all unknowns of a clause belong to, it holds."""
    holds = np.zeros(len(states), dtype=bool)
    for branch in clause:
        met = np.ones(len(states), dtype=bool)
        for form in branch.zero:
            met &= evaluate_form(form, states, block, bound) == 0
        for form in branch.nonzero:
            met &= evaluate_form(form, states, block, bound) != 0
        holds |= met
    return holds


def is_local(plan: Plan, forms: Sequence[LinearForm]) -> bool:
    """Whether the tables have dealt with a condition: it depends on one block and the outer unknowns."""
    inner = frozenset().union(*(form.support for form in forms)) - set(plan.outer)
    return len(inner) <= 1 or any(inner <= set(block) for block in plan.blocks)
