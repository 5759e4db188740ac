"""The quartic potential in norms, overlaps and phases of the fields.

V = sum_ij N_i N_j (a_ij + sum_r b_r x_r) + terms with a phase, where x_r is the ratio of overlap r to its norms. A
term with a phase is neutral under no common phase of its fields; c P + c^* P^* with a phase that can be chosen at
will is at least -2 |c| |P|, and |P| is an overlap again, such as |H1^dag H2|^2 for P = (H1^dag H2)^2.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations_with_replacement

from zmodel.derive.couplings import Coupling
from zmodel.derive.potential.orbits import Overlap, Polynomial, multiply, norm, overlaps
from zmodel.derive.scalar_polynomial import ScalarKey, scalar_polynomial
from zmodel.groups.linear import rank
from zmodel.model import Field, Model

Pair = tuple[str, str]
Charges = tuple[int, ...]
"""How often a monomial holds each complex field, conjugated ones counted negative."""


@dataclass(frozen=True)
class Term:
    """A rational number times a coupling, or times the absolute value of one."""

    factor: Fraction
    coupling: str
    absolute: bool


LinearForm = tuple[Term, ...]


@dataclass(frozen=True)
class Ratio:
    """An overlap on which the potential depends, and what multiplies it."""

    overlap: Overlap
    coefficient: LinearForm


@dataclass(frozen=True)
class QuarticForm:
    """The quartic potential as a function of norms and ratios.

    Attributes:
        fields: scalars of the quartic terms, in the order of the model.
        norms: what multiplies N_i N_j apart from ratios.
        ratios: the overlaps that occur.
        others: parts of the potential that are not of this form, by coupling.
        reasons: why they are not.
    """

    fields: tuple[str, ...]
    norms: Mapping[Pair, LinearForm]
    ratios: tuple[Ratio, ...]
    others: tuple[tuple[str, Polynomial], ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class _Part:
    """A part of the potential with one charge under the phases of the fields."""

    coupling: Coupling
    charges: Charges
    polynomial: Polynomial


def quartic_form(model: Model, couplings: Iterable[Coupling]) -> QuarticForm:
    """Takes the quartic potential apart.

    Args:
        model: a resolved model.
        couplings: of the potential; those of other dimensions are left out.
    """
    quartics = [c for c in couplings if c.dimension == 4 and c.texture]
    names = {leg.field for c in quartics for _, legs, _ in c.monomials for leg in legs}
    fields = tuple(field for field in model.scalars if field.name in names)
    invariants = _Invariants(model, fields)
    parts = [part for coupling in quartics for part in _parts(model, fields, coupling)]
    charged = [part for part in parts if any(part.charges)]
    independent = rank({(i,): c for i, c in enumerate(part.charges)} for part in charged) == len(charged)
    found: dict[int, list[Term]] = {}
    others: list[tuple[str, Polynomial]] = []
    reasons: list[str] = []
    if not independent:
        words = ", ".join(dict.fromkeys(f"`{part.coupling.name}`" for part in charged))
        reasons.append(f"the phases of the terms of {words} depend on each other")
    for part in parts:
        terms = _with_phase(invariants, part) if any(part.charges) else _neutral(invariants, part)
        if terms is None:
            reasons.append(f"the term of `{part.coupling.name}` is no function of norms and overlaps")
        if terms is None or (any(part.charges) and not independent):
            others.append((part.coupling.name, part.polynomial))
            continue
        for place, term in terms.items():
            found.setdefault(place, []).append(term)
    norms = {pair: tuple(found[i]) for i, pair in enumerate(invariants.pairs) if i in found}
    count = len(invariants.pairs)
    ratios = (Ratio(overlap, tuple(found.get(count + i, ()))) for i, overlap in enumerate(invariants.overlaps))
    used = tuple(ratio for ratio in ratios if ratio.coefficient)
    return QuarticForm(tuple(field.name for field in fields), norms, used, tuple(others), tuple(reasons))


# ------------------------------------------------------------------ invariants
class _Invariants:
    """Products of norms, then those overlaps that do not depend on what comes before them; each has a place."""

    def __init__(self, model: Model, fields: tuple[Field, ...]) -> None:
        self.norms = {field.name: norm(model, field) for field in fields}
        self.pairs: list[Pair] = []
        self.overlaps: list[Overlap] = []
        self.roots: list[tuple[Polynomial, Mapping[int, Fraction]]] = []
        self._frame = _Frame()
        for first, second in combinations_with_replacement(fields, 2):
            self.pairs.append((first.name, second.name))
            self._frame.add(multiply(self.norms[first.name], self.norms[second.name]))
        for first, second in combinations_with_replacement(fields, 2):
            for overlap in overlaps(model, first, second):
                if not overlap.polynomial:
                    continue
                if self._frame.add(overlap.polynomial):
                    self.overlaps.append(overlap)
                if overlap.root:
                    self.roots.append((overlap.root, self._frame.solve(overlap.polynomial) or {}))

    def coordinates(self, polynomial: Polynomial) -> dict[int, Fraction] | None:
        """A polynomial as a combination of invariants, by place; None if it is none."""
        return self._frame.solve(polynomial)

    def absolute_value(self, polynomial: Polynomial) -> dict[int, Fraction] | None:
        """The absolute value of a polynomial that is the square of a root, or a product with those of singlets."""
        for root, place in self.roots:
            factor = _quotient(polynomial, multiply(root, root))
            if factor is not None:
                return {i: abs(factor) * value for i, value in place.items()}
        for pair, product in self._of_known_size():
            factor = _quotient(polynomial, product)
            if factor is not None:
                return {self.pairs.index(pair): abs(factor)}
        return None

    def _of_known_size(self) -> Iterator[tuple[Pair, Polynomial]]:
        """Products whose absolute value is N_i N_j: of norms and of phi^2 for singlets."""
        squares: list[tuple[str, Polynomial]] = list(self.norms.items())
        for overlap_root, place in self.roots:
            own = {name for key in overlap_root for name, _, _ in key}
            if len(own) == 1 and len(overlap_root) == 1 and set(place) <= set(range(len(self.pairs))):
                squares.append((next(iter(own)), overlap_root))
        order = list(self.norms)
        for (first, left), (second, right) in combinations_with_replacement(squares, 2):
            pair = (first, second) if order.index(first) <= order.index(second) else (second, first)
            for factor in (right, {_flipped(key): value for key, value in right.items()}):
                yield pair, multiply(left, factor)


def _flipped(key: ScalarKey) -> ScalarKey:
    return tuple(sorted((name, not conjugated, index) for name, conjugated, index in key))


def _quotient(polynomial: Polynomial, other: Polynomial) -> Fraction | None:
    """The number by which two polynomials differ, if they do only by that."""
    if not other or polynomial.keys() != other.keys():
        return None
    key = next(iter(other))
    factor = polynomial[key] / other[key]
    return factor if all(polynomial[k] == factor * value for k, value in other.items()) else None


class _Frame:
    """Independent polynomials, numbered as they come, and coordinates with respect to them."""

    def __init__(self) -> None:
        self._rows: list[tuple[ScalarKey, dict[ScalarKey, Fraction], dict[int, Fraction]]] = []

    def add(self, polynomial: Polynomial) -> bool:
        """Adds a polynomial unless it depends on earlier ones; whether it did not."""
        rest, used = self._reduce(polynomial)
        if not rest:
            return False
        pivot = min(rest)
        used = {number: -value for number, value in used.items()}
        used[len(self._rows)] = Fraction(1)
        self._rows.append((pivot, rest, used))
        return True

    def solve(self, polynomial: Polynomial) -> dict[int, Fraction] | None:
        """Coordinates, or None if the polynomial is independent."""
        rest, used = self._reduce(polynomial)
        return None if rest else {number: value for number, value in used.items() if value}

    def _reduce(self, polynomial: Polynomial) -> tuple[dict[ScalarKey, Fraction], dict[int, Fraction]]:
        rest = dict(polynomial)
        used: dict[int, Fraction] = {}
        for pivot, row, combination in self._rows:
            if pivot not in rest:
                continue
            factor = rest[pivot] / row[pivot]
            for key, value in row.items():
                rest[key] = rest.get(key, Fraction(0)) - factor * value
                if not rest[key]:
                    del rest[key]
            for number, value in combination.items():
                used[number] = used.get(number, Fraction(0)) + factor * value
        return rest, used


# ------------------------------------------------------------------ parts
def _parts(model: Model, fields: tuple[Field, ...], coupling: Coupling) -> Iterator[_Part]:
    """A term by its charges; of two conjugate parts of a hermitian term one."""
    places = {field.name: i for i, field in enumerate(f for f in fields if not f.is_real)}
    found: dict[Charges, dict[ScalarKey, Fraction]] = {}
    for key, value in scalar_polynomial(coupling.monomials, model).items():
        charges = [0] * len(places)
        for name, conjugated, _ in key:
            if name in places:
                charges[places[name]] += -1 if conjugated else 1
        found.setdefault(tuple(charges), {})[key] = value
    for phase, polynomial in found.items():
        opposite = tuple(-charge for charge in phase)
        if not (coupling.is_real and phase < opposite):
            yield _Part(coupling, phase, polynomial)


def _neutral(invariants: _Invariants, part: _Part) -> dict[int, Term] | None:
    """A part without a phase in invariants; a complex coupling enters by its real part, which is no coupling."""
    if not part.coupling.is_real:
        return None
    coordinates = invariants.coordinates(part.polynomial)
    if coordinates is None:
        return None
    return {place: Term(value, part.coupling.name, absolute=False) for place, value in coordinates.items()}


def _with_phase(invariants: _Invariants, part: _Part) -> dict[int, Term] | None:
    """The least value of a part whose phase can be chosen at will."""
    size = invariants.absolute_value(part.polynomial)
    if size is None:
        return None
    return {place: Term(-2 * value, part.coupling.name, absolute=True) for place, value in size.items()}
