"""How much of the hypercharge current a heavy U(1) boson takes along through kinetic mixing.

With fields that absorb their couplings, L = -1/4 F_a (h^-1)_ab F_b + m^2 A_X^2/2 + A_a J_a. To lowest order
in 1/m^2 the equations of motion are A_X = -(J_X + (h^-1)_XY dF_Y)/m^2 and (h^-1)_YY dF_Y = -J_Y, so that

    L_eff = -(J_X - r J_Y)^2/(2 m^2),    r = (h^-1)_XY/(h^-1)_YY,    g'^2 = 1/(h^-1)_YY,

exactly in the mixing, where g' is the hypercharge coupling of the effective theory. Several heavy bosons
whose masses do not mix add up: mixing among themselves matters from dimension eight on. In every form of
mixing the field X couples to its own charge with g_X, so that M = g_X m is the mass in M^2 X^2/2 of the
Lagrangian, and L_eff = -(g_X J_X + s J_Y)^2/(2 M^2) with s = -g_X r. Compare paper C, Eqs. (2.5), (2.6) and
App. B.
"""

from __future__ import annotations

from dataclasses import dataclass

from zmodel.algebra import Polynomial, Ring
from zmodel.derive.beta.mixing import AbelianSector, abelian_sector, coupling_matrix
from zmodel.derive.symbolic import Symbolic, from_polynomial, inverse, named, square_root, zero
from zmodel.model import Model

Rows = tuple[tuple[Polynomial, ...], ...]


@dataclass(frozen=True)
class HyperchargeMixing:
    """What kinetic mixing does to a heavy boson X at dimension six.

    Attributes:
        form: of kinetic mixing, or "" without any.
        admixture: s, the coupling of X to the hypercharge current: X couples to g_X J_X + s J_Y.
        hypercharge_coupling: g' of the effective theory.
        is_mass_eigenstate: False if another boson couples to the charge X, too (triangular form, X named
            first), so that its mass term is not diagonal in the fields of the Lagrangian.
    """

    form: str
    admixture: Symbolic
    hypercharge_coupling: Symbolic
    is_mass_eigenstate: bool


def derive_hypercharge_mixing(model: Model, heavy: str, hypercharge: str, weak: str) -> HyperchargeMixing:
    """The admixture for one heavy U(1), all U(1)s but hypercharge being massive.

    Args:
        model: a resolved model.
        heavy: name of the heavy U(1).
        hypercharge: name of the hypercharge U(1).
        weak: name of the SU(2), which dark_epsilon refers to.

    Raises:
        MixingError: if the form of mixing has no meaning in the model.
    """
    sector = abelian_sector(model)
    hyper = named(sector.coupling(hypercharge))
    if sector.form in ("eta", "triangular"):
        return _from_coupling_matrix(sector, heavy, hypercharge)
    name = sector.mixing_name(heavy, hypercharge)
    if name is None:
        return HyperchargeMixing(sector.form, zero(), hyper, True)
    # h^-1_ab = K_ab/(g_a g_b): s = -K_XY g_Y, and K_YY = 1.
    kinetic = {"epsilon": named(name), "epsilon_plus": -named(name)}.get(sector.form)
    if kinetic is None:
        weak_coupling = named(model.group(weak).coupling or "")
        cosine = weak_coupling * inverse(square_root(hyper * hyper + weak_coupling * weak_coupling))
        kinetic = named(name) * inverse(cosine)
    return HyperchargeMixing(sector.form, -kinetic * hyper, hyper, True)


def _from_coupling_matrix(sector: AbelianSector, heavy: str, hypercharge: str) -> HyperchargeMixing:
    """From h itself, by cofactors."""
    names = sector.names
    symbols = (*(sector.coupling(name) for name in names), *sector.mixings.values())
    ring = Ring(tuple(symbols))
    matrix = coupling_matrix(sector, ring)
    h: Rows = tuple(tuple(matrix[a, b] for b in names) for a in names)
    x, y = names.index(heavy), names.index(hypercharge)
    diagonal = _cofactor(h, y, y, ring)
    admixture = _quotient(-ring.symbol(sector.coupling(heavy)) * _cofactor(h, x, y, ring), diagonal, ring)
    determinant = _determinant(h, ring)
    hypercharge_coupling = _root_of_quotient(determinant, diagonal, ring)
    # In the triangular form a boson couples to its own charge and to those of groups named earlier.
    shared = sector.form == "triangular" and any((heavy, name) in sector.mixings for name in names)
    return HyperchargeMixing(sector.form, admixture, hypercharge_coupling, not shared)


def _cofactor(rows: Rows, i: int, j: int, ring: Ring) -> Polynomial:
    minor = tuple(tuple(row[b] for b in range(len(row)) if b != j) for a, row in enumerate(rows) if a != i)
    determinant = _determinant(minor, ring)
    return determinant if (i + j) % 2 == 0 else -determinant


def _determinant(rows: Rows, ring: Ring) -> Polynomial:
    if not rows:
        return ring.one
    total = ring.zero
    for j, entry in enumerate(rows[0]):
        total = total + entry * _cofactor(rows, 0, j, ring)
    return total


def _quotient(numerator: Polynomial, denominator: Polynomial, ring: Ring) -> Symbolic:
    """A fraction in lowest terms."""
    common = numerator.gcd(denominator)
    over = from_polynomial(denominator / common, ring)
    return from_polynomial(numerator / common, ring) * inverse(over)


def _root_of_quotient(numerator: Polynomial, denominator: Polynomial, ring: Ring) -> Symbolic:
    """The positive square root of a fraction, couplings being positive."""
    common = numerator.gcd(denominator)
    return _root(numerator / common, ring) * inverse(_root(denominator / common, ring))


def _root(polynomial: Polynomial, ring: Ring) -> Symbolic:
    content, factors = polynomial.factor()
    outside, inside = ring.one, ring.one * content
    for factor, power in factors:
        outside = outside * factor ** (power // 2)
        inside = inside * factor ** (power % 2)
    return from_polynomial(outside, ring) * square_root(from_polynomial(inside, ring))
