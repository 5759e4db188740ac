"""Splitting of polynomial equations, against systems whose solutions are known."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from random import Random

import pytest
from flint import fmpq_mpoly

from zmodel.charges.elimination import integer_kernel, matrix_rank, semidefinite_kernel
from zmodel.charges.families.decompose import (
    Component,
    decompose,
    factors,
    from_row,
    is_plainly_irreducible,
    linear_row,
    unknowns_ring,
    whole_space,
)

x, y, z = unknowns_ring(3).gens()
Images = tuple[fmpq_mpoly, ...]


def spaces(*equations: fmpq_mpoly) -> list[Images]:
    """The linear spaces, none of which keeps equations."""
    found = decompose(whole_space(3), equations)
    assert not any(component.equations for component in found)
    return [component.images for component in found]


def test_linear_equations_are_solved_for_the_last_unknown() -> None:
    assert spaces(x + 2 * y - 3 * z) == [(x, y, (x + 2 * y) / 3)]


def test_factors_give_one_space_each() -> None:
    assert spaces((x - y) * (y + z)) == [(x, x, z), (x, y, -y)]


def test_three_cubes_that_add_up_with_their_sum() -> None:
    """x + y + z = 0 turns the sum of cubes into 3 x y z: arXiv:1909.02021, footnote 12."""
    zero = x - x
    assert spaces(x + y + z, x**3 + y**3 + z**3) == [(zero, y, -y), (x, zero, -x), (x, -x, zero)]


def test_squares_of_one_sign_vanish_one_by_one() -> None:
    zero = x - x
    assert spaces((x - y) ** 2 + (y - z) ** 2) == [(x, x, x)]
    assert spaces(x**2 + 2 * y**2) == [(zero, zero, z)]


def test_squares_of_one_sign_with_a_constant() -> None:
    zero = x - x
    assert spaces(x**2 - 2 * x + 1 + y**2) == [(zero + 1, zero, z)]
    assert spaces(x**2 + y**2 + 1) == []


def test_irreducible_forms_of_two_unknowns_have_no_rational_zero_but_one() -> None:
    zero = x - x
    assert spaces(x**2 - 2 * y**2) == [(zero, zero, z)]
    assert spaces(x**3 - 2 * y**3) == [(zero, zero, z)]


def test_irreducible_equations_of_one_unknown_have_no_rational_solution() -> None:
    assert spaces(x**2 - 2) == []
    assert spaces(x**2 - 4) == [(x - x - 2, y, z), (x - x + 2, y, z)]


def test_contradictions_leave_nothing() -> None:
    assert spaces(x + y, x + y - 1) == []
    assert spaces(x * y - 1, x) == []


def test_consequences_of_several_equations_are_found() -> None:
    """(E - l)^2 = L (L - l) turns arXiv:2109.06201, App. D's cubic anomaly into l^3."""
    e, lepton, rest = x, y, z
    quadratic = (e - rest) ** 2 - lepton * (lepton - rest)
    cubic = rest * (quadratic * 6 - rest**2)
    zero = x - x
    assert set(map(str, spaces(quadratic, cubic))) == set(map(str, [(x, x, zero), (x, -x, zero)]))


def test_what_is_irreducible_stays() -> None:
    (component,) = decompose(whole_space(3), [x**3 + y**3 - z**3])
    assert component.equations == (x**3 + y**3 - z**3,)
    assert (component.codimension, component.dimension) == (1, 2)


def test_dimension_of_two_and_more_equations() -> None:
    a, b, c, d = unknowns_ring(4).gens()
    twisted_cubic = [a * c - b**2, b * d - c**2, a * d - b * c]
    (component,) = decompose(whole_space(4), twisted_cubic)
    assert component.dimension == 2
    (component,) = decompose(whole_space(4), [a**2 + b**2 - c**2 - d**2, a**3 + b**3 - c**3 - 2 * d**3])
    assert component.dimension == 2


@pytest.mark.parametrize("seed", range(20))
def test_unions_of_random_spaces(seed: int) -> None:
    """The product of equations of several spaces vanishes on their union, which comes back."""
    random = Random(seed)
    size = 5
    ring = unknowns_ring(size)
    forms = [
        [from_row((*(Fraction(random.randint(-2, 2)) for _ in range(size)), Fraction(0))) for _ in range(2)]
        for _ in range(2)
    ]
    first, second = forms
    equations = [p * q for p, q in product(first, second)]
    found = decompose(whole_space(size), equations)
    assert not any(component.equations for component in found)
    for space in (first, second):
        (wanted,) = decompose(whole_space(size), space)
        assert any(_contains(component, wanted) for component in found)
    for component in found:
        assert all(equation.compose(*component.images).is_zero() for equation in equations)
    assert ring.nvars() == size


def _contains(outer: Component, inner: Component) -> bool:
    return all(from_row(row).compose(*inner.images).is_zero() for row in outer.rows)


def test_rows_and_polynomials() -> None:
    row = (Fraction(1, 2), Fraction(0), Fraction(-3), Fraction(5, 7))
    assert linear_row(from_row(row)) == row


@pytest.mark.parametrize("seed", range(30))
def test_semidefinite_kernels(seed: int) -> None:
    """Sums of squares of forms vanish exactly where all forms do; with two signs there is no such statement."""
    random = Random(seed)
    forms = [[Fraction(random.randint(-2, 2)) for _ in range(4)] for _ in range(random.randint(1, 3))]
    weights = [Fraction(random.randint(1, 3)) for _ in forms]
    matrix = [
        [sum((w * f[i] * f[j] for w, f in zip(weights, forms, strict=True)), Fraction(0)) for j in range(4)]
        for i in range(4)
    ]
    kernel = semidefinite_kernel(matrix)
    assert kernel is not None
    assert matrix_rank([*kernel, *forms] or [[]]) == matrix_rank(forms) == len(kernel)
    negative = [[-value for value in row] for row in matrix]
    assert semidefinite_kernel(negative) is not None
    other = [[row[j] * 2 for j in range(4)] for row in matrix]
    other[0][0] -= 1000
    assert (semidefinite_kernel(other) is None) == any(any(row[1:]) for row in matrix[1:])


def test_integer_kernel_has_no_gaps() -> None:
    """2 x = 3 y has the solutions (3, 2) n; fractions in front make no difference."""
    assert integer_kernel([(Fraction(2), Fraction(-3), Fraction(0))], 2) in {((3, 2),), ((-3, -2),)}
    assert integer_kernel([(Fraction(2, 5), Fraction(-3, 5), Fraction(0))], 2) in {((3, 2),), ((-3, -2),)}
    assert integer_kernel([], 2) in {((1, 0), (0, 1)), ((0, 1), (1, 0))}
    assert integer_kernel([(Fraction(1), Fraction(0)), (Fraction(0), Fraction(1))], 2) == ()


def test_factors_in_many_unknowns() -> None:
    """What seems to be irreducible where most unknowns vanish, as other factors are numbers there, is not taken so."""
    generators = unknowns_ring(20).gens()
    first, middle, last = generators[0], generators[10], generators[-1]
    total = sum(generators, first * 0)
    squares = sum((unknown**2 for unknown in generators), first * 0)
    assert is_plainly_irreducible(squares)
    for one, other in ((total, squares), (middle + 1, squares), (first + last, squares + middle)):
        assert not is_plainly_irreducible(one * other)
        assert list(factors(one * other)) == [one, other]
    assert factors(squares**2) == (squares,)


def test_sums_of_many_cubes_are_not_factored_whole() -> None:
    """That takes seconds for forty unknowns, and minutes for two hundred."""
    generators = unknowns_ring(40).gens()
    total = sum(generators, generators[0] * 0)
    equation = sum((unknown**3 for unknown in generators), -(total**3))
    assert is_plainly_irreducible(equation)
    assert not is_plainly_irreducible(equation * (total + 1))
