"""States of a block of unknowns, and polynomials on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import comb, prod

import numpy as np
from numpy.typing import NDArray

from zmodel.charges.problem import IntegerPolynomial, LinearForm, SearchError

Integers = NDArray[np.int64]
States = Integers
"""One row per state, one column per unknown of the block."""

MAX_STATES = 20_000_000
MAX_MAGNITUDE = 2**62


def block_states(
    block: Sequence[int], classes: Sequence[Sequence[int]], low: int, high: int, symmetric: bool = False
) -> States:
    """All values of the unknowns of a block, interchangeable ones in nondecreasing order.

    Args:
        block: positions of the unknowns.
        classes: of interchangeable unknowns.
        low: smallest value.
        high: largest value.
        symmetric: only states that are equal to their negatives, up to order.

    Raises:
        SearchError: if there are too many.
    """
    inside = [[i for i in members if i in block] for members in classes]
    inside = [members for members in inside if members]
    values = high - low + 1
    size = prod(comb(values - 1 + len(members), len(members)) for members in inside)
    if size > MAX_STATES and not symmetric:
        what = f"{len(block)} unknowns that belong together"
        raise SearchError(f"{what} have {size} values from {low} to {high}; {MAX_STATES} is the limit")
    states = np.zeros((1, 0), dtype=np.int64)
    columns: list[int] = []
    for members in inside:
        found = _symmetric_multisets(len(members), high) if symmetric else multisets(len(members), low, high)
        states = np.hstack([np.repeat(states, len(found), axis=0), np.tile(found, (len(states), 1))])
        columns += members
    return states[:, [columns.index(i) for i in block]]


def multisets(size: int, low: int, high: int) -> States:
    """All nondecreasing tuples of numbers from low to high, in lexicographic order."""
    states = np.zeros((1, 0), dtype=np.int64)
    last = np.full(1, low, dtype=np.int64)
    for _ in range(size):
        copies = high - last + 1
        begin = np.cumsum(copies) - copies
        steps = np.arange(int(copies.sum()), dtype=np.int64) - np.repeat(begin, copies)
        last = np.repeat(last, copies) + steps
        states = np.column_stack([np.repeat(states, copies, axis=0), last])
    return states


def _symmetric_multisets(size: int, high: int) -> States:
    """The nondecreasing tuples of numbers up to high that are equal to their negatives."""
    upper = multisets(size // 2, 0, high)
    middle = np.zeros((len(upper), size % 2), dtype=np.int64)
    return np.hstack([-upper[:, ::-1], middle, upper])


# ------------------------------------------------------------------ polynomials
def fix(polynomial: IntegerPolynomial, values: Mapping[int, int]) -> IntegerPolynomial:
    """Puts in numbers for some unknowns and adds up equal terms."""
    terms: dict[tuple[tuple[int, int], ...], int] = {}
    for coefficient, powers in polynomial:
        factor = prod(values[i] ** power for i, power in powers if i in values)
        rest = tuple((i, power) for i, power in powers if i not in values)
        terms[rest] = terms.get(rest, 0) + coefficient * factor
    return tuple((coefficient, powers) for powers, coefficient in terms.items() if coefficient)


def fix_form(form: LinearForm, values: Mapping[int, int]) -> LinearForm:
    """Puts in numbers for some unknowns."""
    constant = form.constant + sum(form.coefficients[i] * value for i, value in values.items())
    coefficients = tuple(0 if i in values else c for i, c in enumerate(form.coefficients))
    return LinearForm(coefficients, constant, form.denominator)


def magnitude(polynomial: IntegerPolynomial, bound: int) -> int:
    """What the polynomial cannot exceed for |unknowns| <= bound."""
    return sum(abs(c) * bound ** sum(power for _, power in powers) for c, powers in polynomial)


def evaluate(polynomial: IntegerPolynomial, states: States, block: Sequence[int], bound: int) -> Integers:
    """Values on states of a block, which all unknowns of the polynomial belong to.

    Raises:
        SearchError: if they could exceed 64 bits.
    """
    if magnitude(polynomial, bound) >= MAX_MAGNITUDE:
        raise SearchError(f"charges up to {bound} could exceed 64 bits in an equation")
    total = np.zeros(len(states), dtype=np.int64)
    for coefficient, powers in polynomial:
        term = np.full(len(states), coefficient, dtype=np.int64)
        for position, power in powers:
            term *= states[:, block.index(position)] ** power
        total += term
    return total


def evaluate_form(form: LinearForm, states: States, block: Sequence[int], bound: int) -> Integers:
    """Numerators of a form on states of a block.

    Raises:
        SearchError: if they could exceed 64 bits.
    """
    linear = tuple((c, ((i, 1),)) for i, c in enumerate(form.coefficients) if c)
    return evaluate((*linear, (form.constant, ())), states, block, bound)


def in_bounds(form: LinearForm, numerators: Integers, bound: int) -> NDArray[np.bool_]:
    """Whether the values of a form are integers within the bound."""
    inside = np.abs(numerators) <= bound * form.denominator
    return np.asarray(inside & (numerators % form.denominator == 0))
