"""What the integer search solves: polynomial equations for unknown charges, and the conditions on them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from zmodel.algebra import Polynomial
from zmodel.algebra.polynomial import most_terms

IntegerPolynomial = tuple[tuple[int, tuple[tuple[int, int], ...]], ...]
"""Terms: a coefficient, and the powers of unknowns by their position."""


class SearchError(Exception):
    """A problem that the search cannot take, or a bound that is too large for it."""


class EquationLengthError(SearchError):
    """An equation with more terms than are allowed."""


def check_length(name: str, monomials: Iterable[Sequence[tuple[Polynomial, int]]], most: int) -> None:
    """Tests how long an equation becomes when sums are put in for its unknowns, before they are.

    Work and memory grow with the terms that cubes of sums have, a million of them for two hundred unknowns.

    Args:
        name: of the anomaly that is to vanish.
        monomials: what each consists of, and to which powers.
        most: the number of terms that is allowed.

    Raises:
        EquationLengthError: if there may be more.
    """
    if sum(map(most_terms, monomials)) > most:
        message = f"the anomaly {name} has more than {most} terms in the charges that linear equations leave open"
        raise EquationLengthError(message)


@dataclass(frozen=True)
class LinearForm:
    """A charge in terms of the unknowns: (coefficients * unknowns + constant) / denominator, in lowest terms."""

    coefficients: tuple[int, ...]
    constant: int = 0
    denominator: int = 1

    @cached_property
    def support(self) -> frozenset[int]:
        """Positions of the unknowns that it depends on."""
        return frozenset(i for i, coefficient in enumerate(self.coefficients) if coefficient)


@dataclass(frozen=True)
class Branch:
    """Forms that all vanish, and forms of which none does."""

    zero: tuple[LinearForm, ...] = ()
    nonzero: tuple[LinearForm, ...] = ()

    @property
    def forms(self) -> tuple[LinearForm, ...]:
        """All of them."""
        return self.zero + self.nonzero


Clause = tuple[Branch, ...]
"""A condition that holds if one of its branches does."""


@dataclass(frozen=True)
class SearchProblem:
    """Equations for the integer charges of one U(1).

    Attributes:
        group: name of the U(1).
        unknowns: names of the charges that are searched over; each is an integer with |charge| <= bound.
        free: unknowns that no condition fixes; they are not searched over.
        charges: of each field and generation, as far as it does not depend on free unknowns.
        kinds: charges of fermions that nothing else tells apart. Two solutions are equivalent if each kind has the same
            charges in both, up to a common sign and factor.
        equations: vanish on solutions.
        bounded: charges of fermions that are integers within the bound besides the unknowns themselves.
        clauses: hold on solutions.
        solved: unknowns that the others determine, as far as they do not depend on free unknowns.
        classes: positions of interchangeable unknowns, each class in increasing order; they partition all positions.
    """

    group: str
    unknowns: tuple[str, ...]
    equations: tuple[IntegerPolynomial, ...]
    classes: tuple[tuple[int, ...], ...]
    free: tuple[str, ...] = ()
    charges: Mapping[tuple[str, int], LinearForm] = field(default_factory=dict)
    kinds: tuple[tuple[LinearForm, ...], ...] = ()
    bounded: tuple[LinearForm, ...] = ()
    clauses: tuple[Clause, ...] = ()
    solved: Mapping[str, LinearForm] = field(default_factory=dict)

    @cached_property
    def homogeneous(self) -> bool:
        """Whether multiples of solutions are solutions: no charge is fixed to a number."""
        degrees = [{sum(power for _, power in powers) for _, powers in equation} for equation in self.equations]
        forms = [
            *self.bounded,
            *self.charges.values(),
            *(form for clause in self.clauses for form in clause_forms(clause)),
        ]
        return all(len(found) <= 1 and 0 not in found for found in degrees) and not any(f.constant for f in forms)

    @cached_property
    def plain(self) -> bool:
        """Whether interchangeable unknowns are all there is to permutations: the charges of a kind give them back."""
        known: frozenset[int] = frozenset()
        while True:
            rest = [tuple(form for form in kind if not form.support <= known) for kind in self.kinds]
            found = known.union(*(_read_off(kind, self.classes) for kind in rest))
            if found == known:
                return not self.kinds or len(known) == len(self.unknowns)
            known = found

    @cached_property
    def mirror(self) -> tuple[int, ...]:
        """Where a charge stands in the negative of a solution, since classes are in nondecreasing order."""
        result = list(range(len(self.unknowns)))
        for members in self.classes:
            for position, partner in zip(members, reversed(members), strict=True):
                result[position] = partner
        return tuple(result)


def _read_off(kind: tuple[LinearForm, ...], classes: tuple[tuple[int, ...], ...]) -> frozenset[int]:
    """Unknowns that the charges of a kind determine up to allowed permutations, as far as this is plain."""
    counts = Counter(form for form in kind if form.support)
    signs = {form.coefficients[min(form.support)] for form in counts}
    found = frozenset().union(*(form.support for form in counts))
    single = all(len(f.support) == 1 and not f.constant and f.denominator == 1 for f in counts)
    even = len(set(counts.values())) == 1 and len(signs) == 1
    together = any(found <= set(members) for members in classes)
    return found if single and even and together else frozenset()


def clause_forms(clause: Clause) -> tuple[LinearForm, ...]:
    """All forms that a clause asks about."""
    return tuple(form for branch in clause for form in branch.forms)


def support(polynomial: IntegerPolynomial) -> frozenset[int]:
    """Positions of the unknowns that a polynomial depends on."""
    return frozenset(position for _, powers in polynomial for position, _ in powers)


def degree(polynomial: IntegerPolynomial) -> int:
    """Total degree; 0 for constants and for the zero polynomial."""
    return max((sum(power for _, power in powers) for _, powers in polynomial), default=0)
