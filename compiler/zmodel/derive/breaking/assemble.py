"""Names for states: from sectors to canonical fields, mass eigenstates and unbroken charges."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import sympy

from zmodel.derive.breaking.diagonalise import Eigenstate, Limit, Rotation, components, diagonalise
from zmodel.derive.breaking.fields import Generator, group_elements, group_fields, norm
from zmodel.derive.breaking.mass_matrix import MassMatrix, mass_matrix
from zmodel.derive.breaking.results import Boson, CanonicalField, MixingAngle, SeriesState, UnbrokenCharge
from zmodel.derive.breaking.small.bosons import small_series
from zmodel.derive.breaking.states import Sector, State
from zmodel.derive.breaking.tidy import conjugate, factored, root, tidy
from zmodel.derive.electroweak import Axis, diagonal_numbers, leading_group, weak_group
from zmodel.derive.to_sympy import Expr, Symbol, Symbols
from zmodel.derive.unbroken import electric_charge
from zmodel.model import Group, Model

PHOTON, Z_BOSON = "A", "Z"


@dataclass(frozen=True)
class ElectroweakPair:
    """What rho is made of.

    Attributes:
        w_mass_squared: exact, of the weak SU(2)'s charged boson.
        z: mass matrix of the sector of the Z.
        fields: the fields that mix with the Z, the Z first.
    """

    w_mass_squared: Expr | None
    z: MassMatrix
    fields: tuple[int, ...]


@dataclass(frozen=True)
class Assembly:
    """The named results; see `GaugeSpectrum`."""

    canonical: tuple[CanonicalField, ...]
    bosons: tuple[Boson, ...]
    angles: tuple[MixingAngle, ...]
    unbroken: tuple[UnbrokenCharge, ...]
    pair: ElectroweakPair | None
    massless_complex: int
    has_charge: bool

    @property
    def has_photon(self) -> bool:
        """Whether a massless photon is left."""
        return any(charge.boson == PHOTON for charge in self.unbroken)


@dataclass
class _Namer:
    """Gives out names once."""

    taken: set[str]

    def name(self, wanted: str) -> str:
        while wanted in self.taken:
            wanted += "'"
        self.taken.add(wanted)
        return wanted


@dataclass
class _Draft:
    """What has been named so far."""

    model: Model
    mixings: tuple[Symbol, ...]
    order: int
    namer: _Namer
    canonical: list[CanonicalField]
    bosons: list[Boson]
    angles: list[MixingAngle]
    charge: Mapping[Generator, Expr] | None
    has_z: bool


def assemble(
    model: Model, mixings: tuple[Symbol, ...], sectors: Sequence[Sector], symbols: Symbols, order: int
) -> Assembly:
    """Diagonalises every sector and names what comes out; series in declared small parameters go up to `order`."""
    weak = leading_group(model)
    massless = [state for sector in sectors for state in sector.massless]
    abelian = sorted((s for s in massless if s.is_abelian), key=lambda s: not _is_weak(s, weak))
    draft = _Draft(model, mixings, order, _Namer(set()), [], [], [], None, False)
    is_only = weak_group(model) is None and len(abelian) == 1
    unbroken = [_name_charge(draft, state, weak, is_only) for state in abelian]
    for state in massless:
        if state not in abelian:
            _add_massless(draft, state, state.element)
    draft.has_z = any(charge.boson == PHOTON for charge in unbroken)
    pair = None
    for sector in sectors:
        matrix = mass_matrix(sector, mixings)
        for fields in components(matrix):
            _name_component(draft, sector, matrix, fields, weak, set(symbols))
            if draft.has_z and _is_z(sector.massive[fields[0]], weak):
                pair = ElectroweakPair(None, matrix, fields)
    if pair is not None:
        charged = next((b for b in draft.bosons if b.is_complex and weak is not None and b.origin == _plus(weak)), None)
        pair = ElectroweakPair(None if charged is None else charged.mass_squared, pair.z, pair.fields)
    massless_complex = sum(state.is_complex for state in massless)
    return Assembly(
        tuple(draft.canonical),
        tuple(draft.bosons),
        tuple(draft.angles),
        tuple(unbroken),
        pair,
        massless_complex,
        draft.charge is not None,
    )


def _plus(group: Group) -> str:
    return f"{group.boson or group.name}+"


def _is_weak(state: State, weak: Group | None) -> bool:
    """Whether T3 of the weak SU(2) is part of what a state couples to."""
    return weak is not None and (weak.name, diagonal_numbers(weak)[0]) in state.generator


def _is_z(state: State, weak: Group | None) -> bool:
    """Whether a state begins with T3 of the weak SU(2)."""
    if weak is None or state.is_complex or state.group != weak.name:
        return False
    return state.element == next(field.name for field in group_fields(weak) if set(field.parts) == {_weak_axis(weak)})


# ------------------------------------------------------------------ massless states
def _name_charge(draft: _Draft, state: State, weak: Group | None, is_only: bool) -> UnbrokenCharge:
    """An unbroken U(1), normalised as the electric charge or to its own group's charge."""
    model = draft.model
    known = electric_charge(model)
    is_photon = draft.charge is None and _is_weak(state, weak)
    axis = _weak_axis(weak) if is_photon and weak is not None else _own_axis(model, state)
    if is_only and not is_photon and known is not None:
        unit = _generator(model, next(iter(known)))
        axis = unit if unit in state.generator else axis
    scale = tidy(state.generator[axis], draft.mixings)
    if factored(scale, draft.mixings)[0].is_negative:
        state, scale = _negated(state), -scale
    if is_photon and weak is not None:
        scale = 2 * scale
        if known is not None:
            factor = known[weak.name, 0]
            scale = scale / (2 * sympy.Rational(factor.numerator, factor.denominator))
    generator = {x: tidy(value / scale, draft.mixings) for x, value in state.generator.items()}
    if is_photon or is_only:
        draft.charge = generator
    boson = _add_massless(draft, state, PHOTON if is_photon else state.element)
    coupling = scale / root(state.norm, draft.mixings)
    return UnbrokenCharge(boson, _by_field(model, generator), coupling)


def _negated(state: State) -> State:
    """The same state with the opposite sign of the field."""
    vector = {x: -value for x, value in state.vector.items()}
    return replace(state, vector=vector, generator={x: -value for x, value in state.generator.items()})


def _weak_axis(weak: Group) -> Generator:
    return weak.name, diagonal_numbers(weak)[0]


def _generator(model: Model, axis: Axis) -> Generator:
    name, number = axis
    group = model.group(name)
    return axis if group.is_abelian else (name, diagonal_numbers(group)[number])


def _own_axis(model: Model, state: State) -> Generator:
    group = model.group(state.group)
    own = (group.name, 0 if group.is_abelian else diagonal_numbers(group)[0])
    return own if own in state.generator else next(iter(state.generator))


def _by_field(model: Model, generator: Mapping[Generator, Expr]) -> dict[str, Expr]:
    """Coefficients of the canonically normalised diagonal generators, by the names of their fields."""
    result = {}
    for (name, number), value in generator.items():
        group = model.group(name)
        for field in group_fields(group):
            if set(field.parts) == {(name, number)}:
                scale = 1 if group.is_abelian else sympy.sqrt(norm(group, number))
                result[field.name] = value * scale
    order = [field.name for group in model.gauge_groups for field in group_fields(group)]
    return dict(sorted(result.items(), key=lambda item: order.index(item[0])))


def _add_massless(draft: _Draft, state: State, wanted: str) -> str:
    name = draft.namer.name(wanted)
    _add_canonical(draft, state, name)
    zero = sympy.Integer(0)
    content = {name: sympy.Integer(1)}
    draft.bosons.append(
        Boson(name, state.element, 1, state.is_complex, _charge(draft, state), zero, content, None, None)
    )
    return name


def _charge(draft: _Draft, state: State) -> Expr | None:
    """[Q, E_ij] = q E_ij for a complex state; 0 for a real one."""
    if draft.charge is None:
        return None
    if not state.is_complex:
        return sympy.Integer(0)
    name, number = next(iter(state.vector))
    group = draft.model.group(name)
    i, j = next((i, j) if number == x else (j, i) for x, y, i, j in group_elements(group) if number in (x, y))
    total: Expr = sympy.Integer(0)
    for k, axis in enumerate(diagonal_numbers(group), start=1):
        diagonal = [1] * k + [-k] + [0] * (group.n - k - 1)
        total += draft.charge.get((name, axis), 0) * (diagonal[i] - diagonal[j])
    return total


# ------------------------------------------------------------------ massive states
def _name_component(
    draft: _Draft,
    sector: Sector,
    matrix: MassMatrix,
    fields: tuple[int, ...],
    weak: Group | None,
    symbols: set[str],
) -> None:
    """Names the canonical fields and eigenstates of fields that mix."""
    eigenstates, rotations = diagonalise(matrix, fields, _angle_name(sector, fields, weak, symbols, draft))
    names: dict[int, str] = {}
    finals: dict[int, str] = {}
    for i in fields:
        state = sector.massive[i]
        finals[i] = draft.namer.name(_final_name(draft, state, weak))
        stem = Z_BOSON if draft.has_z and _is_z(state, weak) else state.element
        names[i] = finals[i] if len(fields) == 1 else f"{stem}_0" if stem[-1].isdigit() else f"{stem}0"
        _add_canonical(draft, state, names[i])
    series = small_series(draft.model, matrix, fields, names, draft.order)
    for eigenstate in eigenstates:
        boson = _boson(draft, sector.massive[eigenstate.like], eigenstate, finals, names)
        draft.bosons.append(replace(boson, series=series.get(eigenstate.like)))
    draft.angles += [_angle(rotation, names) for rotation in rotations]


def _final_name(draft: _Draft, state: State, weak: Group | None) -> str:
    if not state.is_abelian or not draft.has_z:
        return state.element
    return Z_BOSON if _is_z(state, weak) else f"{Z_BOSON}'"


def _angle_name(sector: Sector, fields: tuple[int, ...], weak: Group | None, symbols: set[str], draft: _Draft) -> str:
    first = sector.massive[fields[0]]
    stem = "z" if draft.has_z and _is_z(first, weak) else "w" if first.is_complex and weak else first.element
    name = f"alpha_{stem.strip('+')}"
    taken = symbols | {angle.symbol.name for angle in draft.angles}
    while name in taken:
        name += "_"
    return name


def _boson(
    draft: _Draft, state: State, eigenstate: Eigenstate, finals: Mapping[int, str], names: Mapping[int, str]
) -> Boson:
    content = eigenstate.content
    return Boson(
        finals[eigenstate.like],
        state.element,
        1,
        state.is_complex,
        _charge(draft, state),
        eigenstate.mass_squared,
        None if content is None else {names[i]: value for i, value in content.items()},
        _series(eigenstate.heavy_limit, names),
        _series(eigenstate.light_limit, names),
    )


def _series(limit: Limit | None, names: Mapping[int, str]) -> SeriesState | None:
    if limit is None:
        return None
    content = {names[i]: value for i, value in limit.content.items()}
    return SeriesState(limit.mass_squared, limit.leading_mass_squared, content)


def _angle(rotation: Rotation, names: Mapping[int, str]) -> MixingAngle:
    return MixingAngle(
        rotation.angle,
        names[rotation.first],
        names[rotation.second],
        rotation.tan_double,
        rotation.determinant,
        rotation.leading,
        rotation.coefficient,
    )


def _add_canonical(draft: _Draft, state: State, name: str) -> None:
    """Divides by the norm and goes over to the fields of the model file."""
    length = root(state.norm, draft.mixings)
    vector = {x: tidy(value, draft.mixings) / length for x, value in state.vector.items()}
    fields: dict[str, Expr] = {}
    for name_of_group in dict.fromkeys(group for group, _ in vector):
        group = draft.model.group(name_of_group)
        for field in group_fields(group):
            # V_X = sum_field part * field; the parts of different fields are orthogonal.
            weight = sum(part * conjugate(part) for part in field.parts.values())
            overlap = sympy.Add(*(conjugate(part) * vector[x] for x, part in field.parts.items() if x in vector))
            if overlap != 0:
                fields[field.name] = overlap / weight
    generator = {x: tidy(value, draft.mixings) / length for x, value in state.generator.items()}
    draft.canonical.append(CanonicalField(name, state.element, fields, generator, state.is_complex))
