"""The model: typed, immutable, complete. What every derivation starts from."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Literal, get_args

from zmodel.algebra import Polynomial, Ring
from zmodel.groups import Irrep, Subgroup
from zmodel.model.expression import Expression, Value
from zmodel.source import Span


@dataclass(frozen=True)
class Group:
    """A simple or abelian factor of the gauge group, or of the global symmetry.

    `n` is N of SU(N), and 1 for U(1). A global group has no coupling and no boson.
    """

    name: str
    n: int
    coupling: str | None
    boson: str | None
    mass: str | None
    is_global: bool
    span: Span = dataclasses.field(compare=False, repr=False)

    @property
    def is_abelian(self) -> bool:
        """Whether the group is a U(1)."""
        return self.n == 1


@dataclass(frozen=True)
class Mixing:
    """Kinetic mixing of two U(1)s in one of the forms of `MIXING_FORMS`, see docs/conventions.md."""

    form: str
    name: str
    first: str
    second: str
    span: Span = dataclasses.field(compare=False, repr=False)


MIXING_FORMS = ("eta", "epsilon", "epsilon_plus", "dark_epsilon", "triangular")


Domain = Literal["rational", "integer", "real", "angle", "complex"]
DOMAINS: tuple[Domain, ...] = get_args(Domain)


@dataclass(frozen=True)
class Parameter:
    """A free quantity that is no coupling of the Lagrangian: a charge, an angle, a vacuum value, a mass."""

    name: str
    domain: Domain | Literal["unknown", "vev", "mass"]
    span: Span = dataclasses.field(compare=False, repr=False)


@dataclass(frozen=True)
class Field:
    """A multiplet.

    Attributes:
        name: as declared.
        spin: fermion (one Weyl spinor), scalar, or vector (a massive one, no gauge boson of the model).
        chirality: of a fermion, "left" or "right"; else empty.
        generations: number of copies, at least 1.
        irreps: SU(N) representation by group name; singlets are left out.
        charges: per U(1), one polynomial in the model's parameters per generation; zero charges are left out.
        is_real: for scalars and vectors; a real field has no U(1) charge.
        vev: vacuum value of each canonically normalised component in the order of the groups' components, or empty.
    """

    name: str
    spin: Literal["fermion", "scalar", "vector"]
    chirality: Literal["left", "right", ""]
    generations: int
    irreps: Mapping[str, Irrep]
    charges: Mapping[str, tuple[Polynomial, ...]]
    is_real: bool
    vev: tuple[Expression, ...]
    span: Span = dataclasses.field(compare=False, repr=False)

    @property
    def is_fermion(self) -> bool:
        """Whether the field is a Weyl fermion."""
        return self.spin == "fermion"

    @property
    def is_vector(self) -> bool:
        """Whether the field is a massive vector field."""
        return self.spin == "vector"

    @property
    def dimension(self) -> int:
        """Number of components, generations not counted."""
        size = 1
        for irrep in self.irreps.values():
            size *= irrep.dimension
        return size


@dataclass(frozen=True)
class Leg:
    """A field in a term.

    `conjugated` tells that its complex conjugate enters the representation algebra: for `dag`, `tilde`, `bar`
    and `cc`, but not for `bar(cc(...))`. `tilde` contracts it with eps_ij besides. `barred` is the end of the
    spinor line.
    """

    field: str
    conjugated: bool
    tilde: bool
    barred: bool
    span: Span = dataclasses.field(compare=False, repr=False)


@dataclass(frozen=True)
class LegGroup:
    """Fields that are contracted among themselves: a trace, or fields side by side in or between brackets."""

    legs: tuple[Leg, ...]
    trace: bool


@dataclass(frozen=True)
class Monomial:
    """A rational number times fields, in written order."""

    coefficient: Fraction
    groups: tuple[LegGroup, ...]
    text: str

    @property
    def legs(self) -> tuple[Leg, ...]:
        """All legs in written order."""
        return tuple(leg for group in self.groups for leg in group.legs)


@dataclass(frozen=True)
class Kept:
    """An entry of a coupling matrix that runs under a name of its own; indices count from 0."""

    indices: tuple[int, ...]
    name: str
    span: Span = dataclasses.field(compare=False, repr=False)


@dataclass(frozen=True)
class DeclaredCoupling:
    """A line of the Lagrangian: L contains minus coupling times term (+ h.c. unless it is hermitian)."""

    name: str
    kind: Literal["yukawa", "mass", "potential"]
    monomials: tuple[Monomial, ...]
    contraction: tuple[str, ...]
    kept: tuple[Kept, ...]
    term_span: Span = dataclasses.field(compare=False, repr=False)
    span: Span = dataclasses.field(compare=False, repr=False)


@dataclass(frozen=True)
class Quantifier:
    """Which entries of a matrix a requirement speaks of; indices count from 0."""

    kind: Literal["any", "diagonal", "all", "entry", "column", "row"]
    indices: tuple[int, ...] = ()
    only: bool = False


@dataclass(frozen=True)
class Requirement:
    """`require`: anomaly freedom, a term allowed or forbidden, or a predicate.

    Exactly one of `coupling`, `monomial` and `predicate` is set for allowed and forbidden.
    """

    kind: Literal["anomaly_free", "allowed", "forbidden"]
    coupling: str | None
    monomial: Monomial | None
    predicate: str | None
    quantifier: Quantifier
    span: Span = dataclasses.field(compare=False, repr=False)


@dataclass(frozen=True)
class PointValue:
    """A number for a parameter, a coupling, or an entry of one (indices from 0); energies in GeV.

    `exact` is the rational number as written when it is one and no alpha() was taken.
    """

    name: str
    indices: tuple[int, ...]
    value: Value
    exact: Fraction | None
    span: Span = dataclasses.field(compare=False, repr=False)


@dataclass(frozen=True)
class Point:
    """A named set of numbers at a scale in GeV."""

    name: str
    scale: float | None
    values: tuple[PointValue, ...]
    span: Span = dataclasses.field(compare=False, repr=False)


@dataclass(frozen=True)
class MatrixExpression:
    """A matrix in a rotation: literal rows, or a product of matrices named, conjugated or literal.

    Attributes:
        rows: the entries of a literal, else empty.
        reference: name of a known matrix (`CKM`) or of a rotation (`Q.down`), else empty.
        dagger: whether the hermitian conjugate is meant.
        factors: of a product, else empty.
    """

    rows: tuple[tuple[Expression, ...], ...] = ()
    reference: str = ""
    dagger: bool = False
    factors: tuple[MatrixExpression, ...] = ()


@dataclass(frozen=True)
class Rotation:
    """Gauge eigenstates of a field's component = matrix * mass eigenstates."""

    field: str
    component: str
    matrix: MatrixExpression
    span: Span = dataclasses.field(compare=False, repr=False)


@dataclass(frozen=True)
class SmallParameter:
    """`small NAME order K`: NAME counts as the K-th power of what series expand in."""

    name: str
    order: int
    span: Span = dataclasses.field(compare=False, repr=False)


@dataclass(frozen=True)
class Integration:
    """`integrate NAME at SCALE`: a boson or field to be integrated out at tree level."""

    name: str
    scale: Expression
    span: Span = dataclasses.field(compare=False, repr=False)


@dataclass(frozen=True)
class Search:
    """`search X in a..b`."""

    group: str
    lower: int
    upper: int
    span: Span = dataclasses.field(compare=False, repr=False)


@dataclass(frozen=True)
class Breaking:
    """A step in the breaking of the gauge group.

    Attributes:
        name: as declared.
        after: the step before; None if it starts from the gauge group.
        subgroups: the factors of what is left, embedded in the groups that are there before.
    """

    name: str
    after: str | None
    subgroups: tuple[Subgroup, ...]
    span: Span = dataclasses.field(compare=False, repr=False)


@dataclass(frozen=True)
class Model:
    """A gauge theory, checked for names, types and shapes.

    `ring` holds the polynomials in `parameters` that charges are made of.
    """

    name: str
    title: str
    ring: Ring
    groups: tuple[Group, ...]
    mixings: tuple[Mixing, ...]
    parameters: tuple[Parameter, ...]
    fields: tuple[Field, ...]
    couplings: tuple[DeclaredCoupling, ...]
    requirements: tuple[Requirement, ...]
    points: tuple[Point, ...]
    rotations: tuple[Rotation, ...]
    small: tuple[SmallParameter, ...]
    integrations: tuple[Integration, ...]
    searches: tuple[Search, ...]
    breakings: tuple[Breaking, ...]
    span: Span = dataclasses.field(compare=False, repr=False)

    @cached_property
    def _fields_by_name(self) -> dict[str, Field]:
        return {item.name: item for item in self.fields}

    @cached_property
    def _groups_by_name(self) -> dict[str, Group]:
        return {item.name: item for item in self.groups}

    def field(self, name: str) -> Field:
        """The field of that name."""
        return self._fields_by_name[name]

    def group(self, name: str) -> Group:
        """The group of that name."""
        return self._groups_by_name[name]

    @property
    def gauge_groups(self) -> tuple[Group, ...]:
        """All gauge factors in declared order."""
        return tuple(group for group in self.groups if not group.is_global)

    @property
    def abelian_groups(self) -> tuple[Group, ...]:
        """The gauged U(1)s in declared order."""
        return tuple(group for group in self.gauge_groups if group.is_abelian)

    @property
    def fermions(self) -> tuple[Field, ...]:
        """All fermions in declared order."""
        return tuple(item for item in self.fields if item.is_fermion)

    @property
    def scalars(self) -> tuple[Field, ...]:
        """All scalars in declared order."""
        return tuple(item for item in self.fields if item.spin == "scalar")

    @property
    def vectors(self) -> tuple[Field, ...]:
        """All massive vector fields in declared order; gauge bosons are none of them."""
        return tuple(item for item in self.fields if item.is_vector)

    def charge(self, name: str, group: str, generation: int = 0) -> Polynomial:
        """The charge of one generation of a field, as declared (not negated for right-handed ones)."""
        charges = self.field(name).charges.get(group)
        return self.ring.zero if charges is None else charges[generation]

    def has_universal_charge(self, name: str, group: str) -> bool:
        """Whether all generations of a field carry the same charge."""
        charges = self.field(name).charges.get(group)
        return charges is None or all(charge == charges[0] for charge in charges)
