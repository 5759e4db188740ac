"""The square of a current in the non-redundant Warsaw basis of WCxf.

Warsaw basis: Grzadkowski et al., arXiv:1008.4884. WCxf (arXiv:1712.05298) keeps one of the operators that are
equal to each other or to each other's conjugate. Which one, `warsaw` says.

A vector with L = X.J + M^2 X^2/2 and J = sum_f fbar_i (g_f)_ij gamma f_j + g_H H^dag i<->D H leaves
L = -J^2/(2 M^2); with (H^dag i<->D H)^2 = 4 O_HD + O_HBox this gives the coefficients below.
"""

from __future__ import annotations

import cmath
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from itertools import product
from types import MappingProxyType
from typing import NamedTuple

from zmodel.derive.warsaw import (
    DISTINCT_CURRENTS,
    GENERATIONS,
    IDENTICAL_CURRENTS,
    Indices,
    all_keys,
    equal_operators,
    key,
    representatives,
)

HIGGS = "H"

HIGGS_FERMION = {"phil1": "l", "phie": "e", "phiq1": "q", "phiu": "u", "phid": "d"}


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
                table[key(operator, (i, j))] = (CurrentProduct(Fraction(-1), HIGGS_ELEMENT, element),)
    for operator, field in IDENTICAL_CURRENTS.items():
        for indices in representatives(operator):
            table[key(operator, indices)] = _identical_products(operator, field, indices)
    for operator, (first, second) in DISTINCT_CURRENTS.items():
        for i, j, k, m in representatives(operator):
            elements = CurrentElement(first, i, j), CurrentElement(second, k, m)
            table[key(operator, (i, j, k, m))] = (CurrentProduct(Fraction(-1), *elements),)
    return MappingProxyType(table)


@cache
def real_keys() -> frozenset[str]:
    """The keys of `vector_exchange` whose operator is hermitian, so that its coefficient must be real."""
    return frozenset(name for name in vector_exchange() if all_keys()[name])


def check_coefficients(coefficients: Mapping[str, complex]) -> None:
    """Tests that all keys are those of operators here, and that coefficients of hermitian ones are real.

    Other programs take a complex number where the operator is hermitian, and drop its imaginary part.

    Raises:
        CoefficientError: naming the first key that is wrong.
    """
    known = all_keys()
    for name, value in coefficients.items():
        if name not in known:
            raise CoefficientError(f"exchange at tree level gives no coefficient {name} of the non-redundant basis")
        if not cmath.isfinite(value):
            raise CoefficientError(f"{name} is not finite")
        if known[name] and value.imag != 0:
            raise CoefficientError(f"{name} belongs to a hermitian operator and must be real, not {value}")


def _identical_products(operator: str, field: str, indices: Indices) -> tuple[CurrentProduct, ...]:
    """-1/2 g_ij g_kl summed over all equal operators, equal products joined."""
    weights: dict[tuple[CurrentElement, CurrentElement], Fraction] = {}
    for i, j, k, m in sorted(equal_operators(operator, indices)):
        pair = CurrentElement(field, i, j), CurrentElement(field, k, m)
        ordered = min(pair, pair[::-1])
        weights[ordered] = weights.get(ordered, Fraction(0)) - Fraction(1, 2)
    return tuple(CurrentProduct(weight, *pair) for pair, weight in weights.items())
