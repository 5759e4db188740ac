"""Splits polynomial equations for charges into components: linear spaces, and irreducible rests inside them.

Charges are rational, so what has no rational zero but the trivial one is as good as linear: squares that add up, and
irreducible forms of two unknowns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import combinations
from math import lcm
from typing import Any

from flint import Ordering, fmpq, fmpq_mpoly, fmpq_mpoly_ctx, fmpz_mpoly_ctx, fmpz_mpoly_vec, nmod_mat

from zmodel.algebra.polynomial import fraction
from zmodel.charges.elimination import Row, semidefinite_kernel
from zmodel.charges.problem import IntegerPolynomial, support

Poly = fmpq_mpoly
Clause = tuple[Poly, ...]
"""Irreducible polynomials, at least one of which vanishes."""

PRIME = 134_217_689
"""Where a number modulo a prime will do; products of two fit 64 bits with room for sums."""

FEW_UNKNOWNS = 8
"""Of a sum of as many cubes, and what a linear equation makes of one more, an irreducible one can be told."""

GROEBNER_LIMITS = (60, 20_000, 2_000)
"""Elements of a basis, terms and bits of each; beyond them a system is left as it is."""


@dataclass(frozen=True)
class Component:
    """A linear space of charges, and irreducible equations in it.

    Attributes:
        images: each unknown in terms of those that are free, of degree one at most.
        equations: irreducible, and not linear.
        codimension: what the equations take off the dimension of the space, over the complex numbers; None if that is
            too much work to find.
    """

    images: tuple[Poly, ...]
    equations: tuple[Poly, ...] = ()
    codimension: int | None = 0

    @cached_property
    def free(self) -> tuple[int, ...]:
        """Positions of the unknowns that are free in the linear space."""
        return tuple(i for i, image in enumerate(self.images) if linear_row(image) == _unit(i, len(self.images)))

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The linear equations of the space: each unknown that is not free, minus its image."""
        ring = unknowns_ring(len(self.images))
        rows = (linear_row(unknown - image) for unknown, image in zip(ring.gens(), self.images, strict=True))
        return tuple(row for row in rows if any(row))

    @property
    def dimension(self) -> int | None:
        """Of the solutions over the complex numbers, if known."""
        return None if self.codimension is None else len(self.free) - self.codimension


# ------------------------------------------------------------------ polynomials
def unknowns_ring(size: int) -> fmpq_mpoly_ctx:
    """The polynomials in the unknowns by position."""
    return fmpq_mpoly_ctx.get(tuple(f"x{i}" for i in range(size)), Ordering.degrevlex)


def from_terms(polynomial: IntegerPolynomial, size: int) -> Poly:
    """A polynomial from its terms."""
    terms = {}
    for coefficient, powers in polynomial:
        exponents = [0] * size
        for position, power in powers:
            exponents[position] = power
        terms[tuple(exponents)] = fmpq(coefficient)
    return unknowns_ring(size).from_dict(terms)


def from_row(row: Row) -> Poly:
    """A linear polynomial from its coefficients, the constant last."""
    size = len(row) - 1
    terms = {_exponent(i, size): _rational(value) for i, value in enumerate(row) if value}
    return unknowns_ring(size).from_dict(terms)


def linear_row(polynomial: Poly) -> Row:
    """Coefficients and constant of a polynomial of degree one at most."""
    size = polynomial.context().nvars()
    row = [Fraction(0)] * (size + 1)
    for exponents, coefficient in polynomial.to_dict().items():
        row[next((i for i, power in enumerate(exponents) if power), size)] = fraction(coefficient)
    return tuple(row)


def _exponent(position: int, size: int) -> tuple[int, ...]:
    return tuple(int(i == position) for i in range(size))


def _unit(position: int, size: int) -> Row:
    return tuple(Fraction(int(i == position)) for i in range(size + 1))


def _rational(value: Fraction) -> fmpq:
    return fmpq(value.numerator, value.denominator)


# ------------------------------------------------------------------ decomposition
def whole_space(size: int) -> Component:
    """The component without equations."""
    return Component(tuple(unknowns_ring(size).gens()))


def decompose(space: Component, equations: Iterable[Poly], *, groebner: bool = True) -> tuple[Component, ...]:
    """The components of the solutions of equations inside a linear space, in a fixed order.

    Together they hold all rational solutions. A component may lie in another one.

    Args:
        space: without equations of its own.
        equations: in the unknowns.
        groebner: whether consequences of several equations together are looked for.
    """
    found = []
    todo = [(space.images, _clauses(equation.compose(*space.images) for equation in equations))]
    while todo:
        images, clauses = todo.pop()
        if clauses is None:
            continue
        linear = next((clause[0] for clause in clauses if len(clause) == 1 and clause[0].total_degree() == 1), None)
        if linear is not None:
            todo.append(_eliminate(images, clauses, linear))
            continue
        choice = next((clause for clause in clauses if len(clause) > 1), None)
        if choice is not None:
            rest = [clause for clause in clauses if clause is not choice]
            # The last one is looked at first.
            todo += [(images, _simplified([*rest, (factor,)])) for factor in reversed(choice)]
            continue
        irreducible = [clause[0] for clause in clauses]
        consequences, codimension = _consequences(irreducible, groebner)
        if consequences:
            todo.append((images, _simplified([*clauses, *consequences])))
        else:
            found.append(Component(images, tuple(irreducible), codimension))
    return tuple(found)


def _clauses(equations: Iterable[Poly]) -> tuple[Clause, ...] | None:
    """Equations as clauses; None if one of them is a number that does not vanish."""
    return _simplified([factors(equation) for equation in equations if not equation.is_zero()])


def factors(equation: Poly) -> Clause:
    """The different irreducible factors, with coprime integer coefficients; none of a number."""
    if is_plainly_irreducible(equation):
        return (_primitive(equation),)
    _, found = equation.factor()
    return _sorted(_primitive(factor) for factor, _ in found)


def is_plainly_irreducible(equation: Poly) -> bool:
    """Whether an equation is irreducible because it is where only some of its unknowns do not vanish.

    If its degree is as high there, so are those of its factors. To factor it in all of many unknowns is slow.
    """
    used = [i for i, power in enumerate(equation.degrees()) if power]
    if len(used) <= 2 * FEW_UNKNOWNS:
        return False
    for kept in (used[:FEW_UNKNOWNS], used[-FEW_UNKNOWNS:]):
        generators = equation.context().gens()
        restricted = equation.compose(*(x if i in kept else x * 0 for i, x in enumerate(generators)))
        _, found = restricted.factor()
        if restricted.total_degree() == equation.total_degree() and [power for _, power in found] == [1]:
            return True
    return False


def _sorted(polynomials: Iterable[Poly]) -> Clause:
    keyed = {_weight(polynomial): polynomial for polynomial in polynomials}
    return tuple(keyed[key] for key in sorted(keyed))


def _primitive(polynomial: Poly) -> Poly:
    """A multiple that has coprime integer coefficients, the leading one positive."""
    numerators = polynomial / polynomial.leading_coefficient()
    return numerators * lcm(*(int(value.q) for value in numerators.coeffs()))


def _weight(polynomial: Poly) -> tuple[int, int, str]:
    return polynomial.total_degree(), len(polynomial), str(polynomial)


def _simplified(clauses: Sequence[Clause]) -> tuple[Clause, ...] | None:
    """Without clauses that hold because of others; None if one has no factor, so that it never holds."""
    if not all(clauses):
        return None
    keyed = {tuple(map(_weight, clause)): clause for clause in clauses}
    facts = {key[0] for key in keyed if len(key) == 1}
    kept = (key for key in keyed if len(key) == 1 or not facts & set(key))
    return tuple(keyed[key] for key in sorted(kept, key=lambda key: (len(key), key)))


def _eliminate(
    images: tuple[Poly, ...], clauses: tuple[Clause, ...], linear: Poly
) -> tuple[tuple[Poly, ...], tuple[Clause, ...] | None]:
    """Solves a linear equation for the last unknown in it."""
    ring = linear.context()
    row = linear_row(linear)
    position = max(i for i, value in enumerate(row[:-1]) if value)
    solution = ring.gens()[position] - linear / _rational(row[position])
    substitution = [solution if i == position else generator for i, generator in enumerate(ring.gens())]
    rest = (clause for clause in clauses if clause != (linear,))
    changed = [_substituted(clause, substitution) for clause in rest]
    images = tuple(image.compose(*substitution) for image in images)
    return images, _simplified([clause for clause in changed if clause is not None])


def _substituted(clause: Clause, substitution: Sequence[Poly]) -> Clause | None:
    """A clause after a substitution; None if it holds identically."""
    values = [factor.compose(*substitution) for factor in clause]
    if any(value.is_zero() for value in values):
        return None
    return _sorted(factor for value in values for factor in factors(value))


# ------------------------------------------------------------------ consequences
def _consequences(equations: Sequence[Poly], groebner: bool) -> tuple[list[Clause], int | None]:
    """What irreducible equations imply that splits or is linear; else how many dimensions they take."""
    for equation in equations:
        zeros = _only_zeros(equation)
        if zeros is not None:
            return zeros, None
    if len(equations) < 2 or not groebner:
        return [], len(equations) if len(equations) <= 2 else None
    basis = _groebner_basis(equations)
    if basis is None:
        # Two different irreducible equations have no factor in common, so they take two dimensions.
        return [], 2 if len(equations) == 2 else None
    known = [(equation,) for equation in equations]
    clauses = [clause for clause in map(factors, basis) if clause not in known]
    splitting = [c for c in clauses if len(c) != 1 or c[0].total_degree() == 1 or _only_zeros(c[0]) is not None]
    return splitting, _codimension(basis)


def _only_zeros(equation: Poly) -> list[Clause] | None:
    """Linear equations that have the same rational zeros as an irreducible one, if there are such.

    An empty clause says that there are none at all.
    """
    degree = equation.total_degree()
    used = [i for i, power in enumerate(equation.degrees()) if power]
    if degree < 2:
        return None
    if len(used) == 1:
        return [()]
    if len(used) == 2 and all(sum(exponents) == degree for exponents in equation.monoms()):
        generators = equation.context().gens()
        return [(generators[i],) for i in used]
    if degree == 2:
        kernel = semidefinite_kernel(_quadratic_form(equation))
        if kernel is not None:
            return [factors(from_row(row)) for row in kernel]
    return None


def _quadratic_form(equation: Poly) -> list[list[Fraction]]:
    """The symmetric matrix of an equation of degree two in the unknowns and 1."""
    size = equation.context().nvars()
    matrix = [[Fraction(0)] * (size + 1) for _ in range(size + 1)]
    for first, second, coefficient in _products(equation):
        matrix[first][second] += fraction(coefficient) / 2
        matrix[second][first] += fraction(coefficient) / 2
    return matrix


def quadratic_rank(equation: Poly) -> int:
    """The rank of an equation of degree two in the unknowns and 1; modulo `PRIME`, so it may be less, but hardly is."""
    size = equation.context().nvars() + 1
    matrix = nmod_mat(size, size, PRIME)
    for first, second, coefficient in _products(equation):
        value = int(coefficient.p) * pow(int(coefficient.q), -1, PRIME)
        matrix[first, second] += value
        matrix[second, first] += value
    return matrix.rank()


def _products(equation: Poly) -> Iterator[tuple[int, int, fmpq]]:
    """Pairs of unknowns and their coefficients; 1 counts as the last unknown."""
    size = equation.context().nvars()
    for exponents, coefficient in equation.to_dict().items():
        places = [i for i, power in enumerate(exponents) for _ in range(power)]
        first, second = (*places, size, size)[:2]
        yield first, second, coefficient


def _groebner_basis(equations: Sequence[Poly]) -> list[Poly] | None:
    """The reduced basis in degree-reverse-lexicographic order; None beyond `GROEBNER_LIMITS`."""
    ring = equations[0].context()
    names = tuple(f"x{i}" for i in range(ring.nvars()))
    integers = fmpz_mpoly_ctx.get(names, Ordering.degrevlex)
    start = [integers.from_dict({e: int(c.p) for e, c in equation.to_dict().items()}) for equation in equations]
    # With limits it returns whether it has come to the end, too, which its type stub does not know.
    found: Any = fmpz_mpoly_vec(start, integers).buchberger_naive(limits=GROEBNER_LIMITS)
    basis, complete = found
    if not complete:
        return None
    return [
        ring.from_dict({exponents: fmpq(value) for exponents, value in element.to_dict().items()})
        for element in basis.autoreduction()
    ]


def _codimension(basis: Sequence[Poly]) -> int:
    """Dimensions that equations take: the fewest unknowns of which every leading monomial has one."""
    leading = [support(((1, _powers(element)),)) for element in basis]
    unknowns = sorted(frozenset().union(*leading))
    for size in range(len(unknowns) + 1):
        for chosen in combinations(unknowns, size):
            if all(monomial & set(chosen) for monomial in leading):
                return size
    raise AssertionError("all unknowns together meet every monomial")


def _powers(element: Poly) -> tuple[tuple[int, int], ...]:
    return tuple((i, int(power)) for i, power in enumerate(element.monomial(0)) if power)
