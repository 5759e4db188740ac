"""Representations of SU(n): irreps, explicit components, tensor products and invariants, exact throughout."""

from zmodel.groups.basis import Basis, algebra_basis, algebra_metric, basis, generators
from zmodel.groups.branching import (
    Content,
    Numbers,
    branch,
    charges_of_one,
    conjugate_numbers,
    number_of_components,
    ordered,
    product_content,
    trivial,
)
from zmodel.groups.contraction import Invariant, invariants
from zmodel.groups.embedding import (
    AbelianSubgroup,
    Block,
    EmbeddingError,
    SimpleSubgroup,
    Subgroup,
    abelian_subgroup,
    cartan_coefficients,
    check_subgroups,
    compose,
    inverse_couplings,
    whole_group,
)
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
    "AbelianSubgroup",
    "Basis",
    "Block",
    "Content",
    "EmbeddingError",
    "Invariant",
    "Irrep",
    "Leg",
    "Numbers",
    "RepresentationError",
    "SimpleSubgroup",
    "Subgroup",
    "abelian_subgroup",
    "adjoint",
    "algebra_basis",
    "algebra_metric",
    "antifundamental",
    "antisymmetric",
    "basis",
    "branch",
    "cartan_coefficients",
    "charges_of_one",
    "check_subgroups",
    "component_conjugation",
    "compose",
    "conjugate_numbers",
    "cyclic_pairing",
    "from_dimension_name",
    "fundamental",
    "generators",
    "invariant_count",
    "invariants",
    "inverse_couplings",
    "number_of_components",
    "ordered",
    "product_content",
    "rank",
    "singlet",
    "symmetric",
    "tensor_product",
    "trivial",
    "weights",
    "whole_group",
]
