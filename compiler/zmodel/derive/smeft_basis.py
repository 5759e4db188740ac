"""The square of a current in the non-redundant Warsaw basis of WCxf.

Warsaw basis: Grzadkowski et al., arXiv:1008.4884. WCxf (arXiv:1712.05298) keeps one of the operators that are
equal to each other or to each other's conjugate. Here the kept one is found by rule: of the index
combinations that an operator's symmetries make of (i, j, k, l), the first in lexical order. Indices count
from 0 in data, from 1 in keys.

A vector with L = X.J + M^2 X^2/2 and J = sum_f fbar_i (g_f)_ij gamma f_j + g_H H^dag i<->D H leaves
L = -J^2/(2 M^2); with (H^dag i<->D H)^2 = 4 O_HD + O_HBox this gives the coefficients below.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache
from itertools import product
from types import MappingProxyType
from typing import NamedTuple

Indices = tuple[int, int, int, int]

GENERATIONS = range(3)
HIGGS = "H"

HIGGS_FERMION = {"phil1": "l", "phie": "e", "phiq1": "q", "phiu": "u", "phid": "d"}
IDENTICAL_CURRENTS = {"ll": "l", "ee": "e", "qq1": "q", "uu": "u", "dd": "d"}
DISTINCT_CURRENTS = {
    "le": ("l", "e"),
    "lq1": ("l", "q"),
    "lu": ("l", "u"),
    "ld": ("l", "d"),
    "qe": ("q", "e"),
    "qu1": ("q", "u"),
    "qd1": ("q", "d"),
    "eu": ("e", "u"),
    "ed": ("e", "d"),
    "ud1": ("u", "d"),
}
FIERZ_SYMMETRIC = "ee"
"""(e_i e_j)(e_k e_l) = (e_i e_l)(e_k e_j): true for singlets of colour and weak isospin only."""


class CurrentElement(NamedTuple):
    """An entry of the current matrix of a multiplet; ("H", 0, 0) is the Higgs current's coupling."""

    multiplet: str
    i: int
    j: int


class CurrentProduct(NamedTuple):
    """`weight` times two entries, in units of 1/M^2."""

    weight: Fraction
    first: CurrentElement
    second: CurrentElement


class CoefficientError(ValueError):
    """A set of coefficients that does not stand for a hermitian Lagrangian in this basis."""


HIGGS_ELEMENT = CurrentElement(HIGGS, 0, 0)


@cache
def vector_exchange() -> Mapping[str, tuple[CurrentProduct, ...]]:
    """Every coefficient that the exchange of a neutral vector can give, by WCxf key.

    A coefficient is the sum of its products over M^2: paper C, Eqs. (2.8) to (2.30) and the rules below
    (2.11), (2.13) and (2.23).
    """
    table: dict[str, tuple[CurrentProduct, ...]] = {
        "phiBox": (CurrentProduct(Fraction(-1, 2), HIGGS_ELEMENT, HIGGS_ELEMENT),),
        "phiD": (CurrentProduct(Fraction(-2), HIGGS_ELEMENT, HIGGS_ELEMENT),),
    }
    for operator, field in HIGGS_FERMION.items():
        for i, j in product(GENERATIONS, repeat=2):
            if i <= j:
                element = CurrentElement(field, i, j)
                table[_key(operator, (i, j))] = (CurrentProduct(Fraction(-1), HIGGS_ELEMENT, element),)
    for operator, field in IDENTICAL_CURRENTS.items():
        for indices in _representatives(operator):
            table[_key(operator, indices)] = _identical_products(operator, field, indices)
    for operator, (first, second) in DISTINCT_CURRENTS.items():
        for i, j, k, m in _representatives(operator):
            elements = CurrentElement(first, i, j), CurrentElement(second, k, m)
            table[_key(operator, (i, j, k, m))] = (CurrentProduct(Fraction(-1), *elements),)
    return MappingProxyType(table)


@cache
def real_keys() -> frozenset[str]:
    """The keys of `vector_exchange` whose operator is hermitian, so that its coefficient must be real."""
    real = {"phiBox", "phiD"}
    real |= {_key(operator, (i, i)) for operator in HIGGS_FERMION for i in GENERATIONS}
    for operator in (*IDENTICAL_CURRENTS, *DISTINCT_CURRENTS):
        for indices in _representatives(operator):
            if _conjugate(indices) in _equal_operators(operator, indices):
                real.add(_key(operator, indices))
    return frozenset(real)


def check_coefficients(coefficients: Mapping[str, complex]) -> None:
    """Tests that a neutral vector can give all keys, and that those of hermitian operators are real.

    Other programs take a complex number where the operator is hermitian, and drop its imaginary part.

    Raises:
        CoefficientError: naming the first key that is wrong.
    """
    known = vector_exchange()
    for key, value in coefficients.items():
        if key not in known:
            raise CoefficientError(f"a vector gives no coefficient {key} of the non-redundant basis")
        if key in real_keys() and value.imag != 0:
            raise CoefficientError(f"{key} belongs to a hermitian operator and must be real, not {value}")


# ------------------------------------------------------------------ symmetries of four-fermion operators
def _key(operator: str, indices: tuple[int, ...]) -> str:
    return f"{operator}_{''.join(str(i + 1) for i in indices)}"


def _conjugate(indices: Indices) -> Indices:
    i, j, k, m = indices
    return j, i, m, k


def _equal_operators(operator: str, indices: Indices) -> frozenset[Indices]:
    """The indices of all operators that are equal to one, itself included."""
    i, j, k, m = indices
    if operator not in IDENTICAL_CURRENTS:
        return frozenset({indices})
    equal = {indices, (k, m, i, j)}
    if operator == FIERZ_SYMMETRIC:
        equal |= {(i, m, k, j), (k, j, i, m)}
    return frozenset(equal)


def _representatives(operator: str) -> Iterator[Indices]:
    """The index combinations that WCxf keeps, in lexical order."""
    for i, j, k, m in product(GENERATIONS, repeat=4):
        indices = (i, j, k, m)
        equal = _equal_operators(operator, indices)
        if indices == min(equal | {_conjugate(other) for other in equal}):
            yield indices


def _identical_products(operator: str, field: str, indices: Indices) -> tuple[CurrentProduct, ...]:
    """-1/2 g_ij g_kl summed over all equal operators, equal products joined."""
    weights: dict[tuple[CurrentElement, CurrentElement], Fraction] = {}
    for i, j, k, m in sorted(_equal_operators(operator, indices)):
        pair = CurrentElement(field, i, j), CurrentElement(field, k, m)
        ordered = min(pair, pair[::-1])
        weights[ordered] = weights.get(ordered, Fraction(0)) - Fraction(1, 2)
    return tuple(CurrentProduct(weight, *pair) for pair, weight in weights.items())
