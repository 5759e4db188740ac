"""Four-fermion operators from the exchange of a heavy boson.

L_eff is sum_a O_a^* O_a/(n_a M^2) for a scalar and minus that for a vector, n_a the norm of component a in the kinetic
term. This follows from the classical equation of motion of L = -M^2 S^* S - (S^* O + S O^*) for a scalar and of
M^2 V^* V - (V^* O + V O^*) for a vector, at momenta far below M.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from zmodel.derive.matching.bilinears import Bilinear, Component, Spinor
from zmodel.derive.matching.reduction import reduce_product
from zmodel.derive.warsaw import GENERATIONS, Indices, key, representatives, shares

Entry = tuple[int, int, int]
"""Number of a bilinear, and two generations."""

Pair = tuple[Entry, Entry]
"""The entry that is conjugated, and the other."""


@dataclass(frozen=True)
class _Product:
    """O^* O of two bilinears as four spinors; `origin` tells each one's bilinear (0 is O^*) and axis."""

    spinors: tuple[Spinor, ...]
    origin: tuple[tuple[int, int], ...]
    tensor: Mapping[tuple[Component, ...], Fraction]


def four_fermion_terms(
    bilinears: tuple[Bilinear, ...], norms: tuple[Fraction, ...], is_vector: bool
) -> dict[str, dict[Pair, Fraction]]:
    """The coefficients that an exchange gives.

    Args:
        bilinears: whose sum is O.
        norms: n_a of each component of the heavy field.
        is_vector: whether it is a vector.

    Returns:
        By WCxf key the weights of conj(Y) Y' in units of 1/M^2.
    """
    redundant: dict[str, dict[Indices, dict[Pair, Fraction]]] = {}
    for (a, first), (b, second) in product(enumerate(bilinears), repeat=2):
        pieces = _product(first, second, norms, is_vector)
        if not pieces.tensor:
            continue
        for share in reduce_product(pieces.spinors, pieces.tensor):
            generations = redundant.setdefault(share.operator, {})
            for indices in product(GENERATIONS, repeat=4):
                at = {pieces.origin[place]: index for place, index in zip(share.places, indices, strict=True)}
                pair = (a, at[0, 0], at[0, 1]), (b, at[1, 0], at[1, 1])
                _add(generations.setdefault(indices, {}), pair, share.weight)
    return _non_redundant(redundant, bilinears)


def _product(first: Bilinear, second: Bilinear, norms: tuple[Fraction, ...], is_vector: bool) -> _Product:
    """first^* second, spinors in the order in which they are paired, conjugated ones first."""
    tensor: dict[tuple[Component, ...], Fraction] = {}
    sign = -2 if is_vector else 1
    # A vector's (f1^dag sigmabar f2)^* (f3^dag sigmabar f4) is 2 (f2^dag f3^dag)(f1 f4).
    order = (1, 2, 0, 3) if is_vector else (0, 1, 2, 3)
    spinors = (first.first.conjugate, first.second.conjugate, second.first, second.second)
    origin = ((0, 0), (0, 1), (1, 0), (1, 1))
    if not is_vector and not spinors[0].dagger and spinors[2].dagger:
        order = (2, 3, 0, 1)
    by_component: dict[int, list[tuple[Component, Component, Fraction]]] = {}
    for (a, m, n), value in second.tensor.items():
        by_component.setdefault(a, []).append((m, n, value))
    for (a, m, n), value in first.tensor.items():
        for k, j, other in by_component.get(a, []):
            parts = (m, n, k, j)
            place = tuple(parts[i] for i in order)
            tensor[place] = tensor.get(place, Fraction(0)) + sign * value * other / norms[a]
    return _Product(
        tuple(spinors[i] for i in order),
        tuple(origin[i] for i in order),
        {place: value for place, value in tensor.items() if value},
    )


def _non_redundant(
    redundant: Mapping[str, Mapping[Indices, Mapping[Pair, Fraction]]], bilinears: tuple[Bilinear, ...]
) -> dict[str, dict[Pair, Fraction]]:
    """Sums over related operators, without entries that vanish."""
    found: dict[str, dict[Pair, Fraction]] = {}
    for operator, generations in redundant.items():
        for indices in representatives(operator):
            total: dict[Pair, Fraction] = {}
            for place, share in sorted(shares(operator, indices).items()):
                for pair, weight in generations.get(place, {}).items():
                    if all(not bilinears[n].matrix[i][j].is_zero for n, i, j in pair):
                        _add(total, pair, share * weight)
            total = {pair: weight for pair, weight in total.items() if weight}
            if total:
                found[key(operator, indices)] = total
    return found


def _add(total: dict[Pair, Fraction], pair: Pair, weight: Fraction) -> None:
    total[pair] = total.get(pair, Fraction(0)) + weight
