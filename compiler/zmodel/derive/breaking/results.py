"""What the vacuum makes of the gauge bosons: plain frozen data, expressions in sympy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import sympy

from zmodel.derive.breaking.fields import Generator
from zmodel.derive.breaking.vacuum import MassSymbol
from zmodel.derive.to_sympy import Expr, Matrix, Symbol
from zmodel.diagnostics import Diagnostic


@dataclass(frozen=True)
class CanonicalField:
    """A vector field with canonical kinetic term: massless, or mixing with others through the mass matrix only.

    Attributes:
        name: A for the photon, Z0 for what the SM alone would call Z, X0 for what begins with X; without the 0 where
            the field does not mix.
        origin: the field of the model file that it becomes without any mixing.
        fields: each field of the model file contains coefficient * this field (plus, of complex ones, the conjugate).
        generator: D = d - i field * sum coefficient * X over algebra elements and charges, couplings included.
        is_complex: whether the field is complex.
    """

    name: str
    origin: str
    fields: Mapping[str, Expr]
    generator: Mapping[Generator, Expr]
    is_complex: bool


@dataclass(frozen=True)
class SeriesState:
    """A mass eigenstate in a ratio of scales or in declared small parameters, in terms of canonical fields.

    Attributes:
        mass_squared: with the first correction, of relative order (ratio of scales)^2; in declared small parameters up
            to their order relative to the first term.
        leading_mass_squared: the first term.
        content: canonical field = coefficient * state + ..., to first order in the ratio of scales between fields of
            different scales and to leading order between those of one, or up to the order of the declared small
            parameters.
    """

    mass_squared: Expr
    leading_mass_squared: Expr
    content: Mapping[str, Expr]

    @property
    def leading_mass(self) -> Expr:
        """The mass without corrections, such as |F_phi| g4 v_phi."""
        return sympy.sqrt(self.leading_mass_squared)


@dataclass(frozen=True)
class Boson:
    """A mass eigenstate.

    Attributes:
        name: A, W+, Z, Z' (Z'' and so on) in an electroweak theory; the file's own name otherwise.
        origin: the field of the model file that it becomes without any mixing.
        multiplicity: number of equal bosons: 8 for gluons; a complex boson counts once.
        is_complex: whether it differs from its antiparticle.
        charge: electric charge, or None if there is no photon.
        mass_squared: exact, or None if there is no closed form.
        content: canonical field = coefficient * state + ..., in terms of mixing angles, or None.
        heavy_limit: with the scalars that leave the weak SU(2) alone, and declared masses, far above the others.
        light_limit: the opposite: a light boson beside the Z, exactly in the kinetic mixing.
        series: in the parameters that the file declares small, where bosons mix.
    """

    name: str
    origin: str
    multiplicity: int
    is_complex: bool
    charge: Expr | None
    mass_squared: Expr | None
    content: Mapping[str, Expr] | None
    heavy_limit: SeriesState | None
    light_limit: SeriesState | None
    series: SeriesState | None = None

    @property
    def mass(self) -> Expr | None:
        """The exact mass, or None."""
        return None if self.mass_squared is None else sympy.sqrt(self.mass_squared)


@dataclass(frozen=True)
class MixingAngle:
    """The mixing of two canonical fields: first' = cos first + sin second, second' = -sin first + cos second.

    Attributes:
        symbol: of the angle, between -pi/4 and pi/4.
        first: name of the canonical field.
        second: name of the other.
        tan_double: tan(2 angle).
        determinant: product of the squared masses of the two; gives the second without cancellations.
        leading: sin(angle) with heavy scalars far above the light ones, or None.
        coefficient: k in sin(angle) = k (m_first/m_second)^2 in the same limit.
    """

    symbol: Symbol
    first: str
    second: str
    tan_double: Expr
    determinant: Expr
    leading: Expr | None
    coefficient: Expr | None


@dataclass(frozen=True)
class UnbrokenCharge:
    """An unbroken U(1).

    Attributes:
        boson: its massless boson; the photon's name is A.
        generator: coefficient of each diagonal generator, named by its field: W3 stands for T3, B for hypercharge. The
            electric charge has T3 once, or gives the fermion E the charge -1 where there is one.
        coupling: the electric charge e for the photon.
    """

    boson: str
    generator: Mapping[str, Expr]
    coupling: Expr


@dataclass(frozen=True)
class RhoParameter:
    """rho = M_W^2/(M_Z^2 cos^2 theta_W) at tree level, for two definitions of theta_W.

    The physical angle is that of e = g2 sin(theta_W). The other is tan(theta_W) = g1/g2 with g1^2 = h_YY, the coupling
    of paper A; they differ by kinetic mixing. With the first, rho - 1 is all that Z-Z' mixing does.

    Attributes:
        sin_squared: of the physical angle.
        coupling_sin_squared: of the other one, or None if the photon does not consist of T3 and hypercharge.
        exact: with the physical angle and the exact Z mass, or None.
        second_order: with the physical angle, to second order in the kinetic mixings; None if the Z mixes without them.
        coupling_second_order: the same with the other angle.
        z_squared: (M_Z/M_Z')^2 without mixing, if there is one Z'.
    """

    sin_squared: Expr
    coupling_sin_squared: Expr | None
    exact: Expr | None
    second_order: Expr | None
    coupling_second_order: Expr | None
    z_squared: Expr | None


@dataclass(frozen=True)
class GaugeSpectrum:
    """Gauge bosons after symmetry breaking.

    Attributes:
        fields: names of the fields of the model file, in declared order.
        mass_entries: M^2_ab of L = 1/2 M^2_ab V_a V_b in these fields; zeros left out.
        kinetic_entries: K_ab of L = -1/4 F_a K_ab F_b; zeros left out.
        couplings: the generator that each field multiplies, couplings included.
        canonical: canonical fields, massless ones first.
        bosons: mass eigenstates, in the order of `canonical`.
        angles: mixing angles.
        unbroken: unbroken U(1)s, the electric charge first.
        masses: declared mass symbols.
        rho: where there are a photon, a W and a Z.
        order: of the series in declared small parameters.
        diagnostics: Z403 if colour is broken or no photon is left.
    """

    fields: tuple[str, ...]
    mass_entries: Mapping[tuple[str, str], Expr]
    kinetic_entries: Mapping[tuple[str, str], Expr]
    couplings: Mapping[str, Mapping[Generator, Expr]]
    canonical: tuple[CanonicalField, ...]
    bosons: tuple[Boson, ...]
    angles: tuple[MixingAngle, ...]
    unbroken: tuple[UnbrokenCharge, ...]
    masses: tuple[MassSymbol, ...]
    rho: RhoParameter | None
    order: int
    diagnostics: tuple[Diagnostic, ...]

    def mass_matrix(self, names: tuple[str, ...]) -> Matrix:
        """The mass matrix of some fields of the model file, in the given order."""
        return _matrix(self.mass_entries, names)

    def kinetic_matrix(self, names: tuple[str, ...]) -> Matrix:
        """The kinetic matrix of some fields of the model file, in the given order."""
        return _matrix(self.kinetic_entries, names)

    def boson(self, name: str) -> Boson:
        """The mass eigenstate of that name.

        Raises:
            KeyError: if there is none.
        """
        return {boson.name: boson for boson in self.bosons}[name]

    def canonical_field(self, name: str) -> CanonicalField:
        """The canonical field of that name.

        Raises:
            KeyError: if there is none.
        """
        return {field.name: field for field in self.canonical}[name]


def _matrix(entries: Mapping[tuple[str, str], Expr], names: tuple[str, ...]) -> Matrix:
    return Matrix([[entries.get((a, b), sympy.Integer(0)) for b in names] for a in names])
