"""Components of multiplets: their norms, reality conditions and generators as exact sparse matrices."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from zmodel.derive.contraction import component_indices
from zmodel.groups import Irrep, Leg, basis, component_conjugation, generators, invariants
from zmodel.model import Field, Group, Model
from zmodel.model.expression import Constant, Expression, Function, Power, multiply

SparseMatrix = Mapping[tuple[int, int], Fraction]


def component_norms(model: Model, field: Field) -> tuple[Fraction, ...]:
    """The kinetic norm g_m of each component: the kinetic term is sum_m g_m |d phi_m|^2."""
    irreps = _irreps(model, field)
    norms = [basis(irrep).norms for irrep in irreps]
    result = []
    for indices in component_indices(model, field):
        value = Fraction(1)
        for factor, index in zip(norms, indices, strict=True):
            value *= factor[index]
        result.append(value)
    return tuple(result)


def vacuum_coefficients(model: Model, field: Field) -> tuple[Expression, ...]:
    """What the vacuum values of a field are in its components.

    A file gives those of canonically normalised components, which are sqrt(g_m) times as large.
    """
    return tuple(
        value if norm == 1 else multiply((value, Power(Function("sqrt", Constant(norm)), Constant(Fraction(-1)))))
        for value, norm in zip(field.vev, component_norms(model, field), strict=True)
    )


def real_form(model: Model, field: Field) -> tuple[tuple[int, Fraction], ...]:
    """For a real field the invariant form B: for each component m its partner n and B_mn.

    The kinetic term is 1/2 B_mn d phi_m d phi_n, and phi_m^* is proportional to phi_n.
    """
    irreps = _irreps(model, field)
    forms = [{m: (n, value) for (m, n), value in invariant_form(irrep).items()} for irrep in irreps]
    indices = component_indices(model, field)
    position = {index: i for i, index in enumerate(indices)}
    result = []
    for index in indices:
        partner: tuple[int, ...] = ()
        value = Fraction(1)
        for form, i in zip(forms, index, strict=True):
            j, factor = form[i]
            partner += (j,)
            value *= factor
        result.append((position[partner], value))
    return tuple(result)


def invariant_form(irrep: Irrep) -> SparseMatrix:
    """The invariant form B_mn of a self-conjugate irrep; antisymmetric if pseudoreal, of which two are needed."""
    if irrep.reality == "real":
        return component_conjugation(irrep)
    return {(m, n): value for (m, n), value in invariants((Leg(irrep), Leg(irrep)), irrep.n)[0].tensor.items()}


def conjugate_components(model: Model, field: Field) -> tuple[tuple[int, Fraction], ...]:
    """For each component m of a real field n and f in phi_m^* = f phi_n.

    The kinetic term 1/2 B_mn d phi_m d phi_n is 1/2 sum_m g_m |d phi_m|^2, so f = B_mn/g_m: a sign, which is not
    always one (the quintet of SU(2), the 6 of SU(4)).
    """
    norms = component_norms(model, field)
    return tuple((n, value / norm) for (n, value), norm in zip(real_form(model, field), norms, strict=True))


def field_generators(model: Model, field: Field, group: Group) -> tuple[SparseMatrix, ...]:
    """The generators of one simple group on all components of a field: (T phi)_m = T_mn phi_n.

    The basis of the algebra is the one of `zmodel.groups.generators`; singlets have none.
    """
    if group.name not in field.irreps:
        return ()
    names = [g.name for g in model.groups if g.name in field.irreps]
    slot = names.index(group.name)
    indices = component_indices(model, field)
    position = {index: i for i, index in enumerate(indices)}
    result = []
    for generator in generators(field.irreps[group.name]):
        matrix: dict[tuple[int, int], Fraction] = {}
        for column, index in enumerate(indices):
            for (m, n), value in generator.items():
                if n == index[slot]:
                    row = position[(*index[:slot], m, *index[slot + 1 :])]
                    matrix[row, column] = value
        result.append(matrix)
    return tuple(result)


def _irreps(model: Model, field: Field) -> list[Irrep]:
    return [field.irreps[group.name] for group in model.groups if group.name in field.irreps]
