"""Given which particles are the same: the basis of U(1)s, and values of parameters, that make charges equal.

With charges q of the one model and q' of the other, q = N q' for all particles. Parameters of the same name are taken
to be the same if that is possible. Else each product of parameters stands for a charge of its own: a charge
`p v + w` of the one and `p' v' + w'` of the other, with v, v', w and w' numbers for each particle, are the same up to a
factor if p v + w is proportional to p' v' + w', which is linear algebra.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, permutations

from zmodel.algebra import Polynomial, Ring
from zmodel.algebra.polynomial import constant_value
from zmodel.derive.equivalence.particles import Particle, PolynomialMatrix, abelian_names
from zmodel.derive.equivalence.rows import Row, coordinates, independent
from zmodel.model import Model

Powers = tuple[tuple[str, int], ...]
Column = tuple[int, Powers]


@dataclass(frozen=True)
class ChargeRelation:
    """How charges become those of another model.

    Attributes:
        matrix: N of q = N q'.
        inverse: of N.
        parameters: of the other model, in terms of those of the first.
    """

    matrix: PolynomialMatrix
    inverse: PolynomialMatrix
    parameters: tuple[tuple[str, Polynomial], ...]


def relate_charges(
    first: Model,
    second: Model,
    ring: Ring,
    here: Sequence[Particle],
    there: Sequence[Particle],
    images: Sequence[tuple[int, int]],
) -> ChargeRelation | None:
    """The change that makes charges equal, or None if there is none.

    Args:
        first: the model whose particles are `here`.
        second: the model whose particles are `there`.
        ring: of the charges of both.
        here: particles of the first model.
        there: particles of the second model.
        images: for each particle `here` the position of one `there`, and -1 for its conjugate, else 1.
    """
    turned = [tuple(charge if sign > 0 else -charge for charge in there[position].charges) for position, sign in images]
    old, new = charge_columns(ring, [particle.charges for particle in here]), charge_columns(ring, turned)
    size = len(abelian_names(first))
    matrix = _same_parameters(ring, old, new, size)
    related: dict[str, Polynomial] = {}
    if matrix is None or invert(matrix, ring) is None:
        other = _group_by_group(ring, old, new, size) or _other_parameters(ring, old, new, size)
        if other is None:
            return None
        matrix, related = other
        # A parameter that is put to zero has been absorbed by the basis: then any mixing must be possible.
        if any(value.is_zero() for value in related.values()) and not _mixes_freely(second):
            return None
    inverse = invert(matrix, ring)
    if inverse is None or not (_keeps_gauged(first, second, matrix) and _keeps_gauged(second, first, inverse)):
        return None
    changed = sorted((name, value) for name, value in related.items() if value != ring.symbol(name))
    return ChargeRelation(matrix, inverse, tuple(changed))


def _mixes_freely(model: Model) -> bool:
    """Whether any two gauged U(1)s mix kinetically by themselves."""
    pairs = {frozenset((mixing.first, mixing.second)) for mixing in model.mixings}
    return all(frozenset((a.name, b.name)) in pairs for a, b in combinations(model.abelian_groups, 2))


def _keeps_gauged(first: Model, second: Model, matrix: PolynomialMatrix) -> bool:
    """Whether gauged U(1)s are sums of gauged ones; to a global one, gauged ones may be added."""
    is_global = [[model.group(name).is_global for name in abelian_names(model)] for model in (first, second)]
    return not any(
        is_global[1][j] and not is_global[0][i]
        for i, row in enumerate(matrix)
        for j, value in enumerate(row)
        if not value.is_zero()
    )


def invert(matrix: PolynomialMatrix, ring: Ring) -> PolynomialMatrix | None:
    """The inverse, if it is polynomial: if the determinant is a number other than zero."""
    value = constant_value(_determinant(matrix, ring))
    if not value:
        return None
    size = range(len(matrix))
    factor = ring.constant(1 / value)
    return tuple(tuple(_cofactor(matrix, j, i, ring) * factor for j in size) for i in size)


def _determinant(matrix: PolynomialMatrix, ring: Ring) -> Polynomial:
    if not matrix:
        return ring.one
    total = ring.zero
    for column, value in enumerate(matrix[0]):
        if not value.is_zero():
            total = total + value * _cofactor(matrix, 0, column, ring)
    return total


def _cofactor(matrix: PolynomialMatrix, row: int, column: int, ring: Ring) -> Polynomial:
    minor = tuple(
        tuple(value for j, value in enumerate(line) if j != column) for i, line in enumerate(matrix) if i != row
    )
    value = _determinant(minor, ring)
    return -value if (row + column) % 2 else value


def charge_columns(ring: Ring, charges: Sequence[Sequence[Polynomial]]) -> dict[Column, Row]:
    """For each U(1) and each product of parameters in its charges the coefficient for each particle."""
    found: dict[Column, list[Fraction]] = {}
    for position, values in enumerate(charges):
        for group, charge in enumerate(values):
            for coefficient, powers in ring.terms(charge):
                found.setdefault((group, powers), [Fraction(0)] * len(charges))[position] += coefficient
    ordered = sorted(found, key=lambda item: (item[0], sum(power for _, power in item[1]), item[1]))
    return {key: tuple(found[key]) for key in ordered}


# ------------------------------------------------------------------ parameters of the same names
def _same_parameters(
    ring: Ring, old: Mapping[Column, Row], new: Mapping[Column, Row], size: int
) -> PolynomialMatrix | None:
    """N as numbers, parameters of the same name being the same."""
    products = list(dict.fromkeys(powers for _, powers in (*old, *new)))
    length = len(next(iter((*old.values(), *new.values())), ()))
    empty = (Fraction(0),) * length

    def stacked(columns: Mapping[Column, Row]) -> list[Row]:
        return [tuple(v for powers in products for v in columns.get((g, powers), empty)) for g in range(size)]

    mine, others = stacked(old), stacked(new)
    chosen = independent(others)
    rows = coordinates([others[j] for j in chosen], mine) if length and products else ((),) * size
    if any(row is None for row in rows) or len(independent(mine)) != len(chosen):
        return None
    matrix = [[Fraction(0)] * size for _ in range(size)]
    for g, row in enumerate(rows):
        for j, value in zip(chosen, row or (), strict=True):
            matrix[g][j] = value
    _complete(matrix, independent(mine), others, chosen)
    return tuple(tuple(ring.constant(value) for value in row) for row in matrix)


def _complete(matrix: list[list[Fraction]], told: Sequence[int], others: Sequence[Row], chosen: Sequence[int]) -> None:
    """Makes N invertible where charges do not tell U(1)s apart, by sums of U(1)s that no particle is charged under."""
    size = len(matrix)
    free = [g for g in range(size) if g not in told]
    untold = [j for j in range(size) if j not in chosen]
    dependent = coordinates([others[j] for j in chosen], [others[j] for j in untold]) if others and others[0] else ()
    for position, (g, j) in enumerate(zip(free, untold, strict=True)):
        matrix[g][j] += 1
        for k, value in zip(chosen, (dependent[position] if dependent else ()) or (), strict=False):
            matrix[g][k] -= value


# ------------------------------------------------------------------ parameters of other names
def _group_by_group(
    ring: Ring, old: Mapping[Column, Row], new: Mapping[Column, Row], size: int
) -> tuple[PolynomialMatrix, dict[str, Polynomial]] | None:
    """N and parameters such that U(1)s with parameters are each one of the other model's, times a factor."""
    varying = [list(dict.fromkeys(group for group, powers in columns if powers)) for columns in (old, new)]
    if not varying[0] or len(varying[0]) != len(varying[1]):
        return None
    fixed = [[group for group in range(size) if group not in found] for found in varying]
    for order in permutations(varying[1]):
        parts = [(fixed[0], fixed[1]), *(([g], [h]) for g, h in zip(varying[0], order, strict=True))]
        total = [[ring.zero] * size for _ in range(size)]
        values: dict[str, Polynomial] = {}
        for mine, others in parts:
            found = _other_parameters(ring, _columns_of(old, mine), _columns_of(new, others), size)
            if found is None or any(value.is_zero() for value in found[1].values()):
                break
            if any(values.setdefault(name, value) != value for name, value in found[1].items()):
                break
            total = [[a + b for a, b in zip(*rows, strict=True)] for rows in zip(total, found[0], strict=True)]
        else:
            return tuple(map(tuple, total)), values
    return None


def _columns_of(columns: Mapping[Column, Row], groups: Sequence[int]) -> dict[Column, Row]:
    return {key: row for key, row in columns.items() if key[0] in groups}


def _other_parameters(
    ring: Ring, old: Mapping[Column, Row], new: Mapping[Column, Row], size: int
) -> tuple[PolynomialMatrix, dict[str, Polynomial]] | None:
    """N and the other model's parameters as polynomials in the first one's."""
    keys = list(new)
    chosen = [keys[i] for i in independent([new[key] for key in keys])]
    values: dict[Powers, Polynomial] = {}
    for _, powers in (key for key in keys if key not in chosen):
        # A parameter that a change of basis absorbs may as well be zero.
        if len(powers) != 1 or powers[0][1] != 1 or any(powers[0][0] in dict(p) for _, p in chosen):
            return None
        values[powers] = ring.zero
    factors = coordinates([new[key] for key in chosen], list(old.values()))
    sums = [[ring.zero] * len(chosen) for _ in range(size)]
    for (group, powers), row in zip(old, factors, strict=True):
        if row is None:
            return None
        monomial = _monomial(ring, powers)
        for j, number in enumerate(row):
            sums[group][j] = sums[group][j] + monomial * ring.constant(number)
    matrix = [[ring.zero] * size for _ in range(size)]
    for other in range(size):
        places = [j for j, (group, _) in enumerate(chosen) if group == other]
        solved = _proportional(
            ring, [[sums[g][j] for j in places] for g in range(size)], [chosen[j][1] for j in places]
        )
        if solved is None:
            return None
        for g, value in enumerate(solved[0]):
            matrix[g][other] = value
        for powers, value in solved[1].items():
            if not (values.setdefault(powers, value) - value).is_zero():
                return None
    linear = {powers[0][0]: value for powers, value in values.items() if len(powers) == 1 and powers[0][1] == 1}
    for powers, value in values.items():
        if any(name not in linear for name, _ in powers):
            return None
        if not (_evaluate(ring, powers, linear) - value).is_zero():
            return None
    return tuple(map(tuple, matrix)), linear


def _proportional(
    ring: Ring, rows: Sequence[Sequence[Polynomial]], products: Sequence[Powers]
) -> tuple[list[Polynomial], dict[Powers, Polynomial]] | None:
    """For each U(1) a factor, and for each product of parameters a value, whose product is what stands in the rows."""
    factors = [ring.zero] * len(rows)
    lead = next((g for g, row in enumerate(rows) if any(not value.is_zero() for value in row)), None)
    if lead is None:
        return factors, dict.fromkeys(products, ring.zero)
    scale = rows[lead][products.index(())] if () in products else ring.one
    values: list[Polynomial] = []
    for entry in rows[lead]:
        quotient = _quotient(entry, scale)
        if quotient is None:
            return None
        values.append(quotient)
    known = next(i for i, value in enumerate(values) if not value.is_zero())
    for g, row in enumerate(rows):
        factor = _quotient(row[known], values[known])
        if factor is None or any(factor * value != entry for value, entry in zip(values, row, strict=True)):
            return None
        factors[g] = factor
    return factors, {powers: value for powers, value in zip(products, values, strict=True) if powers}


def _quotient(value: Polynomial, divisor: Polynomial) -> Polynomial | None:
    """The quotient, if it is a polynomial."""
    if divisor.is_zero():
        return None
    quotient, rest = divmod(value, divisor)
    return quotient if rest.is_zero() else None


def _monomial(ring: Ring, powers: Powers) -> Polynomial:
    return _evaluate(ring, powers, {name: ring.symbol(name) for name, _ in powers})


def _evaluate(ring: Ring, powers: Powers, values: Mapping[str, Polynomial]) -> Polynomial:
    total = ring.one
    for name, power in powers:
        total = total * values[name] ** power
    return total
