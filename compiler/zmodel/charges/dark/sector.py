"""Charges of n singlet Weyl fermions: solutions of sum x = 0 and sum x^3 = 0.

The parametrisation is that of Costa, Dobrescu and Fox, Phys. Rev. Lett. 123 (2019) 151601, arXiv:1905.13729: two
vector-like solutions x and y are merged to (sum x y^2) x - (sum x^2 y) y, which solves both equations again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from math import gcd

from zmodel.charges.problem import IntegerPolynomial, SearchProblem

Charges = tuple[int, ...]


def dark_sector_problem(fermions: int) -> SearchProblem:
    """The search problem of n left-handed singlets that are alike.

    Raises:
        ValueError: if there are none.
    """
    if fermions < 1:
        raise ValueError("a dark sector has at least one fermion")
    linear: IntegerPolynomial = tuple((1, ((i, 1),)) for i in range(fermions))
    cubic: IntegerPolynomial = tuple((1, ((i, 3),)) for i in range(fermions))
    names = tuple(f"?x{i + 1}" for i in range(fermions))
    return SearchProblem("X", names, (linear, cubic), (tuple(range(fermions)),))


def merge(first: Sequence[int], second: Sequence[int]) -> Charges:
    """Merges two solutions to a third one.

    For solutions x and y the cubic sum of a x + b y is 3 a b (a sum x^2 y + b sum x y^2): it vanishes for
    a = sum x y^2 and b = -sum x^2 y.
    """
    a = sum(x * y * y for x, y in zip(first, second, strict=True))
    b = -sum(x * x * y for x, y in zip(first, second, strict=True))
    return tuple(a * x + b * y for x, y in zip(first, second, strict=True))


def parameter_counts(fermions: int) -> tuple[int, int]:
    """How many integers k and l the parametrisation has; together n - 2.

    Raises:
        ValueError: for less than three fermions, which are vector-like.
    """
    if fermions < 3:
        raise ValueError("the parametrisation starts with three fermions")
    return (fermions - 1) // 2, (fermions - 2) // 2


def parametrised_charges(k: Sequence[int], ell: Sequence[int]) -> Charges:
    """The solution of two sets of integers, as many k as ell for even n, one more for odd n.

    Raises:
        ValueError: if there are not as many.
    """
    if len(k) == len(ell) and k:
        first = (ell[0], *k, -ell[0], *(-value for value in k))
        second = (0, 0, *ell, *(-value for value in ell))
    elif len(k) == len(ell) + 1:
        first = (0, *k, *(-value for value in k))
        second = (*ell, k[0], 0, *(-value for value in ell), -k[0])
    else:
        raise ValueError("the parametrisation needs as many k as ell, or one more")
    return merge(first, second)


def primitive(charges: Sequence[int]) -> Charges:
    """The representative of a solution up to order, sign and common factor, as `solutions` gives it."""
    factor = gcd(*charges) or 1
    ascending = sorted(value // factor for value in charges)
    return max(tuple(ascending), tuple(-value for value in reversed(ascending)))


def parametrised_solutions(fermions: int, parameter_bound: int) -> Iterator[Charges]:
    """Solutions up to order, sign and common factor for all parameters within a bound, each as often as it comes."""
    k_count, l_count = parameter_counts(fermions)
    numbers = range(-parameter_bound, parameter_bound + 1)
    for parameters in product(numbers, repeat=k_count + l_count):
        charges = parametrised_charges(parameters[:k_count], parameters[k_count:])
        if any(charges):
            yield primitive(charges)
