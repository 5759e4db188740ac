"""What an integration leaves behind: currents of a heavy boson and the coefficients of its exchange."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from zmodel.derive.smeft_basis import HIGGS, CurrentElement, CurrentProduct
from zmodel.model.expression import ZERO, Add, Constant, Expression, Multiply, Power, names_in

CurrentMatrix = tuple[tuple[Expression, ...], ...]


@dataclass(frozen=True)
class MatchingResult:
    """What one heavy boson leaves behind at dimension six, in the basis `Warsaw` of WCxf.

    Attributes:
        boson: its name.
        group: name of its U(1).
        mass: M of the term M^2 X_mu X^mu/2 in the Lagrangian, in GeV.
        scale: where the coefficients hold, in GeV.
        mixing: form of kinetic mixing, or "".
        currents: the hermitian 3 x 3 matrix g_f of each of q, u, d, l, e; entries hold names of couplings and
            parameters, and CKM[i,j] or PMNS[i,j] where those matter.
        higgs: g_H, for the doublet of hypercharge 1/2.
        rotations: the unitary matrix V_f of each of q, u, d, l, e.
        hypercharge_coupling: g' of the effective theory, which some forms of mixing make differ from the
            model's coupling.
        coefficients: by WCxf key, the products of current elements whose sum over M^2 is the coefficient;
            what vanishes identically is left out.
        complex_names: which names in expressions may be complex.
        notes: what a user should know.
    """

    boson: str
    group: str
    mass: Expression
    scale: Expression
    mixing: str
    currents: Mapping[str, CurrentMatrix]
    higgs: Expression
    rotations: Mapping[str, CurrentMatrix]
    hypercharge_coupling: Expression
    coefficients: Mapping[str, tuple[CurrentProduct, ...]]
    complex_names: frozenset[str]
    notes: tuple[str, ...]

    def element(self, element: CurrentElement) -> Expression:
        """The coupling that an element stands for."""
        if element.multiplet == HIGGS:
            return self.higgs
        return self.currents[element.multiplet][element.i][element.j]

    def coefficient(self, key: str) -> Expression:
        """A coefficient as products of current elements over M^2, in GeV^-2; 0 if it vanishes identically."""
        inverse_square = Power(self.mass, Constant(Fraction(-2)))
        terms = tuple(
            Multiply((Constant(p.weight), self.element(p.first), self.element(p.second), inverse_square))
            for p in self.coefficients.get(key, ())
        )
        if not terms:
            return ZERO
        return terms[0] if len(terms) == 1 else Add(terms)

    @property
    def names(self) -> frozenset[str]:
        """What needs a value for the coefficients."""
        entries = [entry for matrix in self.currents.values() for row in matrix for entry in row]
        return frozenset().union(*(names_in(e) for e in (self.mass, self.higgs, *entries)))


@dataclass(frozen=True)
class ExchangeResult:
    """What the exchange of one heavy field leaves behind up to dimension six, in the basis `Warsaw` of WCxf.

    Attributes:
        boson: name of the field, also where it is a fermion.
        kind: scalar, vector or fermion.
        inverse_square: 1/M^2, M^2 the squared mass in the Lagrangian, in GeV^-2.
        scale: where the coefficients hold, in GeV.
        couplings: by the name of each coupling used, its matrix over generations of mass eigenstates, as declared.
        terms: by WCxf key, expressions in GeV^-2 whose sum is the coefficient; what vanishes is left out.
        complex_names: which names in expressions may be complex.
        notes: what a user should know.
    """

    boson: str
    kind: str
    inverse_square: Expression
    scale: Expression
    couplings: Mapping[str, CurrentMatrix]
    terms: Mapping[str, tuple[Expression, ...]]
    complex_names: frozenset[str]
    notes: tuple[str, ...]

    @property
    def coefficients(self) -> Mapping[str, tuple[Expression, ...]]:
        """The terms of each coefficient by WCxf key."""
        return self.terms

    def coefficient(self, key: str) -> Expression:
        """A coefficient in GeV^-2; 0 if it vanishes identically."""
        terms = self.terms.get(key, ())
        if not terms:
            return ZERO
        return terms[0] if len(terms) == 1 else Add(terms)

    @property
    def names(self) -> frozenset[str]:
        """What needs a value for the coefficients."""
        return frozenset().union(*(names_in(term) for terms in self.terms.values() for term in terms))


Result = MatchingResult | ExchangeResult
