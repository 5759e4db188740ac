"""Parameters of a given dark sector: the inverse of the parametrisation in `dark_sector`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice, permutations
from math import gcd, lcm

from zmodel.charges.dark.sector import Charges, parametrised_charges, primitive

MAX_ORDERS = 50_000
"""Orders of the charges that are tried."""

Parameters = tuple[tuple[int, ...], tuple[int, ...]]


def find_parameters(charges: Sequence[int]) -> Parameters | None:
    """Integers k and l whose parametrised solution is the given one up to order, sign and common factor.

    With z = x + b y, as the parametrisation has it, the equations are linear once the order of the charges is chosen:
    they give b and then k and l one after the other.

    Args:
        charges: a solution with at least four charges.

    Returns:
        The first that is found, or None: of vector-like solutions not all have parameters.
    """
    wanted = primitive(charges)
    for order in islice(permutations(wanted), MAX_ORDERS):
        for first, second in _solve(order):
            parameters = _integers(first, second)
            found = parametrised_charges(*parameters)
            if any(found) and primitive(found) == wanted:
                return parameters
    return None


def _solve(z: Charges) -> Iterator[tuple[list[Fraction], list[Fraction]]]:
    return _solve_odd(z) if len(z) % 2 else _solve_even(z)


def _solve_even(z: Charges) -> Iterator[tuple[list[Fraction], list[Fraction]]]:
    m = len(z) // 2 - 1
    if not z[0] or not z[1] + z[m + 2]:
        return
    b = Fraction(-(z[1] + z[m + 2]), z[0])
    k, ell = [Fraction(z[1])], [Fraction(z[0])]
    for i in range(1, m):
        k.append(z[1 + i] - b * ell[-1])
        ell.append(ell[-1] - (z[1 + i] + z[m + 2 + i]) / b)
    yield k, ell


def _solve_odd(z: Charges) -> Iterator[tuple[list[Fraction], list[Fraction]]]:
    m = (len(z) - 3) // 2
    first, last = z[0] + z[m + 2], z[m + 1] + z[2 * m + 2]
    if not first or not last:
        return
    b = Fraction(last, first)
    k, ell = [Fraction(-first)], [z[0] / b]
    for i in range(1, m):
        ell.append((z[i] - k[-1]) / b)
        k.append(-z[m + 2 + i] - b * ell[-1])
    yield [*k, Fraction(z[m + 1])], ell


def _integers(k: Sequence[Fraction], ell: Sequence[Fraction]) -> Parameters:
    """Coprime integers in the same ratios: the parametrisation is homogeneous."""
    scale = lcm(*(value.denominator for value in (*k, *ell)))
    factor = gcd(*(int(value * scale) for value in (*k, *ell))) or 1
    return tuple(int(value * scale) // factor for value in k), tuple(int(value * scale) // factor for value in ell)
