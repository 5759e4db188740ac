"""Sums of charges over all fields, as one-loop running has them."""

from __future__ import annotations

from fractions import Fraction

from zmodel.algebra import Polynomial
from zmodel.model import Model


def charge_sum(model: Model, first: str, second: str) -> Polynomial:
    """Gamma_ab = 2/3 sum_Weyl q_a q_b + 1/3 sum_complex scalars q_a q_b over components and generations.

    dg/dlnmu = Gamma g^3/(16 pi^2) for one U(1) without kinetic mixing; paper D's s_ab of Eq. (A.10) is 3 Gamma_ab.
    Massive vector fields, which belong to no renormalisable theory, are not counted.

    Args:
        model: a resolved model.
        first: name of a U(1).
        second: of the same or another one.
    """
    total = model.ring.zero
    for field in (*model.fermions, *model.scalars):
        weight = Fraction(2, 3) if field.is_fermion else Fraction(1, 3)
        for i in range(field.generations):
            product = model.charge(field.name, first, i) * model.charge(field.name, second, i)
            total += product * model.ring.constant(weight * field.dimension)
    return total
