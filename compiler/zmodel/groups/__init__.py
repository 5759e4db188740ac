"""Representations of SU(n): irreps, explicit components, tensor products and invariants, exact throughout."""

from zmodel.groups.basis import Basis, algebra_basis, algebra_metric, basis, generators
from zmodel.groups.contraction import Invariant, invariants
from zmodel.groups.irrep import (
    Irrep,
    RepresentationError,
    adjoint,
    antifundamental,
    antisymmetric,
    from_dimension_name,
    fundamental,
    singlet,
    symmetric,
)
from zmodel.groups.legs import Leg
from zmodel.groups.linear import rank
from zmodel.groups.reality import component_conjugation
from zmodel.groups.trace import cyclic_pairing
from zmodel.groups.weights import invariant_count, tensor_product, weights

__all__ = [
    "Basis",
    "Invariant",
    "Irrep",
    "Leg",
    "RepresentationError",
    "adjoint",
    "algebra_basis",
    "algebra_metric",
    "antifundamental",
    "antisymmetric",
    "basis",
    "component_conjugation",
    "cyclic_pairing",
    "from_dimension_name",
    "fundamental",
    "generators",
    "invariant_count",
    "invariants",
    "rank",
    "singlet",
    "symmetric",
    "tensor_product",
    "weights",
]
