"""The rho parameter at tree level.

rho = M_W^2/(M_Z^2 cos^2 theta_W) depends on what is called theta_W once there is kinetic mixing. The physical angle is
that of e = g2 sin(theta_W), with the electric charge that the photon couples to; paper A's g1 of Eq. (18), g1^2 = h_YY,
gives another one, tan(theta_W) = g1/g2. With z = M_Z/M_Z' at eta = 0 and to second order in eta,

    rho = 1 + eta^2 s^2 z^2/(1 - z^2)    (physical angle),
    rho = 1 + eta^2 s^2/(1 - z^2)        (tan theta_W = g1/g2).

Paper A's Eq. (20), 1/rho = 1 + eta^2 s^2/(1 - z^2), is the first of these if z stands for M_Z'/M_Z.
"""

from __future__ import annotations

from collections.abc import Sequence

import sympy

from zmodel.derive.breaking.assemble import PHOTON, Assembly
from zmodel.derive.breaking.kinetic import AbelianBasis
from zmodel.derive.breaking.mass_matrix import MassMatrix
from zmodel.derive.breaking.rational import coefficients
from zmodel.derive.breaking.results import RhoParameter
from zmodel.derive.breaking.tidy import tidy
from zmodel.derive.electroweak import hypercharge_group, weak_group
from zmodel.derive.to_sympy import Expr, Symbol, Symbols
from zmodel.derive.unbroken import electric_charge
from zmodel.model import Model


def derive_rho(model: Model, basis: AbelianBasis, assembly: Assembly, symbols: Symbols) -> RhoParameter | None:
    """Rho for both definitions of the weak angle; None without a photon, W and Z."""
    weak = weak_group(model)
    photon = next((charge for charge in assembly.unbroken if charge.boson == PHOTON), None)
    pair = assembly.pair
    if weak is None or photon is None or pair is None or pair.w_mass_squared is None:
        return None
    mixings = basis.mixings
    w_mass, weak_coupling = pair.w_mass_squared, symbols[weak.coupling or ""]
    sine = tidy(photon.coupling**2 / weak_coupling**2, mixings)
    cosine = tidy(1 - sine, mixings)
    other = _coupling_sine(model, basis, weak_coupling)
    z_mass = next(boson for boson in assembly.bosons if boson.name == "Z").mass_squared
    exact = None if z_mass is None else _quotient(w_mass, cosine, z_mass, pair.fields, mixings)
    return RhoParameter(
        sine,
        other,
        exact,
        _second_order(pair.z, pair.fields, w_mass, cosine),
        None if other is None else _second_order(pair.z, pair.fields, w_mass, tidy(1 - other, mixings)),
        _z_squared(pair.z, pair.fields),
    )


def _quotient(w_mass: Expr, cosine: Expr, z_mass: Expr, fields: tuple[int, ...], mixings: Sequence[Symbol]) -> Expr:
    if len(fields) == 1:
        return tidy(w_mass / (cosine * z_mass), mixings)
    return w_mass / (cosine * z_mass)


def _coupling_sine(model: Model, basis: AbelianBasis, weak_coupling: Symbol) -> Expr | None:
    """h_YY/(h_YY + g2^2), if the electric charge is T3 + Y."""
    hypercharge, charge = hypercharge_group(model), electric_charge(model)
    if hypercharge is None or charge is None or charge.get((hypercharge.name, 0)) != 1 or len(charge) != 2:
        return None
    h = basis.coupling_matrix()[0, 0]
    return tidy(h / (h + weak_coupling**2), basis.mixings)


def _at_zero(expression: Expr, mixings: Sequence[Symbol]) -> Expr:
    return coefficients(expression, mixings, 0).get((0,) * len(mixings), sympy.Integer(0))


def _second_order(z: MassMatrix, fields: tuple[int, ...], w_mass: Expr, cosine: Expr) -> Expr | None:
    """Rho from M_Z^2 = a + c^T (a - B)^-1 c, to second order in the kinetic mixings.

    a is the entry of the Z, B the matrix of the others and c what mixes them, which must vanish without kinetic mixing.
    """
    mixings, (first, *others) = z.mixings, fields
    norms, total = z.norms, z.total
    columns = [coefficients(total[i, first], mixings, 1) for i in others]
    without = (0,) * len(mixings)
    if any(without in column for column in columns):
        return None
    diagonal = coefficients(cosine * total[first, first] / norms[first], mixings, 2)
    scale = _at_zero(cosine / norms[first], mixings)
    lightness = _at_zero(total[first, first] / norms[first], mixings)
    second = {powers: value for powers, value in diagonal.items() if sum(powers) == 2}
    inverse = _resolvent(z, others, lightness)
    for row, left in enumerate(columns):
        for column, right in enumerate(columns):
            for p, a in left.items():
                for q, b in right.items():
                    powers = tuple(x + y for x, y in zip(p, q, strict=True))
                    second[powers] = second.get(powers, 0) + scale * inverse[row, column] * a * b
    value = diagonal[without]
    terms = [
        tidy(coefficient / value) * sympy.Mul(*(m**e for m, e in zip(mixings, powers, strict=True)))
        for powers, coefficient in second.items()
    ]
    return tidy(w_mass / value) * (1 - sympy.Add(*terms))


def _resolvent(z: MassMatrix, others: Sequence[int], value: Expr) -> sympy.Matrix:
    """(a N - B)^-1 without kinetic mixing, for fields that are not normalised."""
    size = len(others)
    entries = sympy.zeros(size, size)
    for row, i in enumerate(others):
        for column, j in enumerate(others):
            entries[row, column] = -_at_zero(z.total[i, j], z.mixings)
        entries[row, row] += value * _at_zero(z.norms[i], z.mixings)
    return entries.inv() if size else entries


def _z_squared(z: MassMatrix, fields: tuple[int, ...]) -> Expr | None:
    """(M_Z/M_Z')^2 without mixing."""
    if len(fields) != 2:
        return None
    a, b = (_at_zero(z.total[i, i] / z.norms[i], z.mixings) for i in fields)
    return None if b == 0 else tidy(a / b)
