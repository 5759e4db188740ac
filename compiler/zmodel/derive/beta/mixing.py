"""The abelian coupling matrix h, and what a form of kinetic mixing makes of it.

`L = -1/4 F_a (h^-1)_ab F_b`, `D = d - i q_a A_a`: h is free of any choice of fields. Every form of kinetic
mixing that the language knows is a set of variables for h:

* eta: h_ab = eta_ab g_a g_b with ones on the diagonal of eta (paper A, Eq. 18);
* epsilon, epsilon_plus, dark_epsilon: h^-1_ab = K_ab/(g_a g_b), where K has ones on its diagonal and epsilon
(for
  -(epsilon/2) A B), -epsilon, or epsilon/c_W off it (paper C, Eq. 2.1; paper D, Eq. A.3);
* triangular: h = G G^T with G upper triangular, the couplings on its diagonal and the mixings above.

With dh/dlnmu = h S h the derivatives of all these variables are polynomial and need no division, so that a
vanishing coupling is no special case.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from zmodel.algebra import Polynomial, Ring
from zmodel.algebra.flavour import Alphabet, FlavourSum
from zmodel.model import Group, Model
from zmodel.model.expression import ONE, Add, Constant, Expression, Function, Multiply, Name, Power

INVERSE_FORMS = ("epsilon", "epsilon_plus", "dark_epsilon")
"""Forms that parametrise h^-1: entries of h are not polynomial in the couplings, but symbols of their own."""

WEAK_COSINE = "c_W"
Matrix = dict[tuple[str, str], Polynomial]
FlavourMatrix = Mapping[tuple[str, str], FlavourSum]


class MixingError(ValueError):
    """A form of kinetic mixing has no meaning in a model."""


def h_symbol(first: str, second: str) -> str:
    """The symbol of an entry of h."""
    return f"h[{first},{second}]"


@dataclass(frozen=True)
class AbelianSector:
    """The gauged U(1)s of a model.

    Attributes:
        groups: in declared order; for the triangular form so that the first of a mixed pair comes first.
        form: of kinetic mixing, or "" without any.
        mixings: name of the mixing coupling by pair of groups, in the order of the declaration.
        weak_coupling: of the one SU(2), for the form dark_epsilon.
    """

    groups: tuple[Group, ...]
    form: str
    mixings: Mapping[tuple[str, str], str]
    weak_coupling: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the groups."""
        return tuple(group.name for group in self.groups)

    def coupling(self, name: str) -> str:
        """The coupling of a group."""
        return next(group.coupling or "" for group in self.groups if group.name == name)

    def mixing_name(self, first: str, second: str) -> str | None:
        """The mixing coupling of two groups, in either order."""
        return self.mixings.get((first, second)) or self.mixings.get((second, first))

    @property
    def hypercharge(self) -> str:
        """The group whose coupling enters c_W in dark_epsilon: the one that is first in its pairs and never second."""
        (group,) = _never_second(self.mixings)
        return group

    @property
    def symbols(self) -> tuple[str, ...]:
        """Symbols that are no couplings but functions of them, see `definitions`."""
        if self.form not in INVERSE_FORMS:
            return ()
        names = self.names
        entries = tuple(h_symbol(a, b) for i, a in enumerate(names) for b in names[i:])
        return (WEAK_COSINE, *entries) if self.form == "dark_epsilon" else entries


def abelian_sector(model: Model) -> AbelianSector:
    """The gauged U(1)s and their kinetic mixing.

    Raises:
        MixingError: if dark_epsilon is used in a model without exactly one gauged SU(2) or with several
            hypercharges, or if triangular mixings go in a circle.
    """
    mixings = {(mixing.first, mixing.second): mixing.name for mixing in model.mixings}
    form = model.mixings[0].form if model.mixings else ""
    weak = [group.coupling or "" for group in model.gauge_groups if group.n == 2]
    if form == "dark_epsilon" and len(weak) != 1:
        raise MixingError("dark_epsilon refers to the weak mixing angle and needs exactly one gauged SU(2)")
    if form == "dark_epsilon" and len(_never_second(mixings)) != 1:
        raise MixingError("dark_epsilon needs one hypercharge: a group that is first in its pairs and never second")
    groups = _triangular_order(model.abelian_groups, mixings) if form == "triangular" else model.abelian_groups
    return AbelianSector(groups, form, mixings, weak[0] if form == "dark_epsilon" else "")


def _never_second(mixings: Mapping[tuple[str, str], str]) -> set[str]:
    return {first for first, _ in mixings} - {second for _, second in mixings}


def _triangular_order(groups: tuple[Group, ...], mixings: Mapping[tuple[str, str], str]) -> tuple[Group, ...]:
    """The groups such that the first of every pair comes before the second."""
    ordered: list[Group] = []
    rest = list(groups)
    while rest:
        names = {group.name for group in rest}
        free = [g for g in rest if not any(first in names for first, second in mixings if second == g.name)]
        if not free:
            raise MixingError("triangular mixings go in a circle")
        ordered.append(free[0])
        rest.remove(free[0])
    return tuple(ordered)


# ------------------------------------------------------------------ h in terms of couplings
def coupling_matrix(sector: AbelianSector, ring: Ring) -> Matrix:
    """The entries of h as polynomials of a ring with the gauge couplings, mixings and sector's symbols."""
    names = sector.names
    if sector.form in INVERSE_FORMS:
        return {(a, b): ring.symbol(h_symbol(*sorted((a, b), key=names.index))) for a in names for b in names}
    if sector.form == "triangular":
        factor = triangular_factor(sector, ring)
        return {(a, b): sum((factor[a, c] * factor[b, c] for c in names), ring.zero) for a in names for b in names}
    eta = _unit_diagonal(sector, ring)
    coupling = {name: ring.symbol(sector.coupling(name)) for name in names}
    return {(a, b): eta[a, b] * coupling[a] * coupling[b] for a in names for b in names}


def _unit_diagonal(sector: AbelianSector, ring: Ring) -> Matrix:
    """The matrix with ones on the diagonal and the mixings off it."""

    def entry(a: str, b: str) -> Polynomial:
        name = sector.mixing_name(a, b)
        return ring.one if a == b else ring.zero if name is None else ring.symbol(name)

    return {(a, b): entry(a, b) for a in sector.names for b in sector.names}


def triangular_factor(sector: AbelianSector, ring: Ring) -> Matrix:
    """G with h = G G^T, row = charge, column = boson: a boson couples to its own and earlier charges."""

    def entry(a: str, b: str) -> Polynomial:
        name = sector.mixings.get((a, b))
        if a == b:
            return ring.symbol(sector.coupling(a))
        return ring.zero if name is None else ring.symbol(name)

    return {(a, b): entry(a, b) for a in sector.names for b in sector.names}


def definitions(sector: AbelianSector) -> tuple[tuple[str, Expression], ...]:
    """What the sector's symbols stand for, in an order in which they can be computed."""
    if sector.form not in INVERSE_FORMS:
        return ()
    result: list[tuple[str, Expression]] = []
    if sector.form == "dark_epsilon":
        weak, hyper = Name(sector.weak_coupling), Name(sector.coupling(sector.hypercharge))
        norm = Add((_square(weak), _square(hyper)))
        result.append((WEAK_COSINE, Multiply((weak, _inverse(Function("sqrt", norm))))))
    kinetic = [[_kinetic_entry(sector, a, b) for b in sector.names] for a in sector.names]
    determinant = _inverse(_determinant(kinetic))
    for i, a in enumerate(sector.names):
        for j, b in enumerate(sector.names[i:], start=i):
            couplings = (Name(sector.coupling(a)), Name(sector.coupling(b)))
            result.append((h_symbol(a, b), Multiply((_cofactor(kinetic, i, j), *couplings, determinant))))
    return tuple(result)


def _kinetic_entry(sector: AbelianSector, a: str, b: str) -> Expression:
    """K_ab of the epsilon forms."""
    if a == b:
        return ONE
    name = sector.mixing_name(a, b)
    if name is None:
        return Constant(Fraction(0))
    match sector.form:
        case "epsilon_plus":
            return Multiply((Constant(Fraction(-1)), Name(name)))
        case "dark_epsilon":
            return Multiply((Name(name), _inverse(Name(WEAK_COSINE))))
    return Name(name)


def _square(value: Expression) -> Expression:
    return Power(value, Constant(Fraction(2)))


def _inverse(value: Expression) -> Expression:
    return Power(value, Constant(Fraction(-1)))


def _determinant(matrix: list[list[Expression]]) -> Expression:
    """By the first row; matrices of U(1)s are small."""
    if not matrix:
        return ONE
    if len(matrix) == 1:
        return matrix[0][0]
    terms = (
        Multiply((matrix[0][j], _cofactor(matrix, 0, j))) for j in range(len(matrix)) if not _is_zero(matrix[0][j])
    )
    return Add(tuple(terms))


def _cofactor(matrix: list[list[Expression]], i: int, j: int) -> Expression:
    minor = [[row[c] for c in range(len(row)) if c != j] for r, row in enumerate(matrix) if r != i]
    sign = Constant(Fraction((-1) ** (i + j)))
    return Multiply((sign, _determinant(minor)))


def _is_zero(value: Expression) -> bool:
    return isinstance(value, Constant) and value.value == 0


# ------------------------------------------------------------------ running of the couplings
def coupling_betas(
    sector: AbelianSector, running: FlavourMatrix, alphabet: Alphabet, weak_rate: FlavourSum
) -> dict[str, FlavourSum]:
    """Derivatives of the gauge couplings and mixings from the matrix S with dh/dlnmu = h S h.

    Args:
        sector: the U(1)s and their variables.
        running: S.
        alphabet: of all values.
        weak_rate: dlng2/dlnmu, which dark_epsilon depends on through c_W; zero for other forms.
    """
    if sector.form == "triangular":
        return _triangular_betas(sector, running, alphabet)
    ring = alphabet.ring
    coupling = {name: ring.symbol(sector.coupling(name)) for name in sector.names}
    scaled = {(a, b): value.scale(coupling[a] * coupling[b]) for (a, b), value in running.items()}
    if sector.form in INVERSE_FORMS:
        return _inverse_betas(sector, scaled, alphabet, weak_rate)
    eta = _unit_diagonal(sector, ring)
    rates = _sandwich(sector.names, eta, scaled, alphabet)
    half = ring.constant(Fraction(1, 2))
    betas = {sector.coupling(a): rates[a, a].scale(coupling[a] * half) for a in sector.names}
    for (a, b), name in sector.mixings.items():
        loss = (rates[a, a] + rates[b, b]).scale(-eta[a, b] * half)
        betas[name] = rates[a, b] + loss
    return betas


def _inverse_betas(
    sector: AbelianSector,
    scaled: dict[tuple[str, str], FlavourSum],
    alphabet: Alphabet,
    weak_rate: FlavourSum,
) -> dict[str, FlavourSum]:
    """From d(h^-1) = -S: dg_a = g_a s_aa/2, dK_ab = -s_ab + K_ab (s_aa + s_bb)/2 with s_ab = g_a g_b S_ab."""
    ring = alphabet.ring
    half = ring.constant(Fraction(1, 2))
    betas = {sector.coupling(a): scaled[a, a].scale(ring.symbol(sector.coupling(a)) * half) for a in sector.names}
    for (a, b), name in sector.mixings.items():
        growth = (scaled[a, a] + scaled[b, b]).scale(ring.symbol(name) * half)
        match sector.form:
            case "epsilon_plus":
                betas[name] = scaled[a, b] + growth
            case "epsilon":
                betas[name] = scaled[a, b].scale(-ring.one) + growth
            case _:
                # epsilon = c_W K, and dln c_W = s_W^2 (dln g2 - dln g1).
                cosine = ring.symbol(WEAK_COSINE)
                hyper = sector.hypercharge
                rate = weak_rate + scaled[hyper, hyper].scale(-half)
                shift = rate.scale(ring.symbol(name) * (ring.one - cosine**2))
                betas[name] = scaled[a, b].scale(-cosine) + growth + shift
    return betas


def _triangular_betas(sector: AbelianSector, running: FlavourMatrix, alphabet: Alphabet) -> dict[str, FlavourSum]:
    """From dG = G N with N + N^T = G^T S G and N upper triangular, which keeps G so."""
    ring, names = alphabet.ring, sector.names
    factor = triangular_factor(sector, ring)
    transposed = {(b, a): value for (a, b), value in factor.items()}
    rates = _sandwich(names, transposed, running, alphabet)
    half = ring.constant(Fraction(1, 2))
    upper = {
        (a, b): rates[a, b].scale(half if i == j else ring.one)
        for i, a in enumerate(names)
        for j, b in enumerate(names)
        if i <= j
    }

    def derivative(a: str, b: str) -> FlavourSum:
        result = alphabet.zero
        for c in names:
            if (c, b) in upper and not factor[a, c].is_zero():
                result = result + upper[c, b].scale(factor[a, c])
        return result

    betas = {sector.coupling(name): derivative(name, name) for name in names}
    return betas | {name: derivative(a, b) for (a, b), name in sector.mixings.items()}


def _sandwich(
    names: tuple[str, ...], left: Matrix, middle: FlavourMatrix, alphabet: Alphabet
) -> dict[tuple[str, str], FlavourSum]:
    """The product left middle left^T."""
    result = {}
    for a in names:
        for b in names:
            value = alphabet.zero
            for c in names:
                for d in names:
                    factor = left[a, c] * left[b, d]
                    if not factor.is_zero():
                        value = value + middle[c, d].scale(factor)
            result[a, b] = value
    return result
