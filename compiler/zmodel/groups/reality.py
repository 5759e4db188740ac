"""Real fields: the invariant symmetric form of a real irrep."""

from __future__ import annotations

from functools import lru_cache

from zmodel.groups.basis import Matrix, basis
from zmodel.groups.contraction import invariants
from zmodel.groups.irrep import Irrep, RepresentationError
from zmodel.groups.legs import Leg


@lru_cache(maxsize=256)
def component_conjugation(irrep: Irrep) -> Matrix:
    """B of the kinetic term (1/2) sum_mn B_mn phi_m phi_n of a real field.

    Reality means g_m phi_m* = sum_n B_mn phi_n, with g_m the norms of the basis. For the adjoint B is half
    the trace of two tensors: phi_ij* = phi_ji off the diagonal, and the diagonal components are real. B is
    unique up to a sign (phi -> i phi); here most self-conjugate components are real, or the first entry is
    positive. Not to be altered.

    Raises:
        RepresentationError: if the irrep is pseudoreal or complex.
    """
    if irrep.reality != "real":
        raise RepresentationError(f"the {irrep.name} of SU({irrep.n}) is {irrep.reality}, so a field in it is complex")
    (pair,) = invariants((Leg(irrep), Leg(irrep)), irrep.n)
    form = {(m, n): value for (m, n), value in pair.tensor.items()}
    norms = basis(irrep).norms
    diagonal = sum(form.get((m, m), 0) / norm for m, norm in enumerate(norms))
    sign = diagonal if diagonal else form[min(form)]
    return form if sign > 0 else {position: -value for position, value in form.items()}
