"""The mass of a heavy U(1) boson: as declared, or from vacuum values of scalars without Standard Model charges.

|D S|^2 holds g^2 X_S^2 |<S>|^2 X_mu X^mu, which is M^2 X^2/2. The Higgs doublet's part is of relative order v_h^2/M^2
and belongs to dimension eight.
"""

from __future__ import annotations

from fractions import Fraction
from math import isqrt

from zmodel.derive.standard_model import StandardModel
from zmodel.derive.symbolic import Monomial, Symbolic, from_polynomial, named, rational, square_root, symbolic, zero
from zmodel.model import Field, Group, Model
from zmodel.model.expression import Expression, Name, exact_value


def boson_mass(model: Model, standard_model: StandardModel, group: Group) -> Expression | None:
    """M of M^2 X_mu X^mu/2 in GeV, or None if the boson has neither a declared mass nor a vacuum value for it."""
    if group.mass is not None:
        return Name(group.mass)
    total = zero()
    for scalar in model.scalars:
        if scalar.name == standard_model.higgs.field or group.name not in scalar.charges:
            continue
        if not _is_singlet(model, standard_model, scalar):
            continue
        charge = from_polynomial(model.charge(scalar.name, group.name, 0), model.ring)
        for value in scalar.vev:
            if exact_value(value) != 0:
                size = symbolic(value)
                total += rational(2) * charge * charge * size * size
    if total.is_zero:
        return None
    coupling = named(group.coupling or "")
    return _root(total * coupling * coupling).expression()


def _is_singlet(model: Model, standard_model: StandardModel, scalar: Field) -> bool:
    charged = {standard_model.colour, standard_model.weak} & set(scalar.irreps)
    return not charged and model.charge(scalar.name, standard_model.hypercharge, 0).is_zero()


def _root(square: Symbolic) -> Symbolic:
    """The square root, without a root sign where the square is one term that is a square; its sign is free."""
    if len(square.terms) == 1:
        ((monomial, coefficient),) = square.terms.items()
        top, bottom = isqrt(coefficient.numerator), isqrt(coefficient.denominator)
        if Fraction(top**2, bottom**2) == coefficient and all(power % 2 == 0 for _, power in monomial):
            half: Monomial = tuple((atom, power // 2) for atom, power in monomial)
            return Symbolic({half: Fraction(top, bottom)})
    return square_root(square)
