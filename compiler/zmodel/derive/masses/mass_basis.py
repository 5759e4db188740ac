"""From gauge to mass eigenstates of fermions: declared rotations, and mixing with heavy fermions.

Gauge eigenstates = W R * mass eigenstates. R is what the file declares with `rotation`, fermion by fermion, and W
the series of `heavy_mixing`. The light mass matrix that W leaves is taken to be diagonal in the basis that R leads to;
without a `rotation` that is the basis of the file. A field R that is declared as the conjugate of what a basis holds is
eps f^*, so that R = V R' makes f = V^* f', up to the signs of its components. Couplings of a boson become
R^dag W^dag g W R. R is unitary, so

    R^dag g R = g_1 + R^dag (g - g_1) R,

which vanishes off the diagonal for universal couplings (paper A, Eq. (81)), and a product of rotations such as
V_u^dag V_d is reduced before it is multiplied out: it is the CKM matrix and not a sum of twelve terms.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product

import sympy

from zmodel.derive.breaking.small.counting import ORDER
from zmodel.derive.breaking.tidy import collect_roots
from zmodel.derive.components import invariant_form
from zmodel.derive.contraction import component_indices
from zmodel.derive.flavour.mass_matrix import Particle
from zmodel.derive.masses import series
from zmodel.derive.masses.fermions import FermionSector
from zmodel.derive.masses.heavy_mixing import HeavyMixing, derive_heavy_mixing
from zmodel.derive.masses.series import Series
from zmodel.derive.rotations import CKM, PMNS, Part, Word, component_word, conjugate_word, product_of_words
from zmodel.derive.species import FermionComponent, fermion_components, resolved_groups
from zmodel.derive.standard_model import light_multiplets
from zmodel.derive.to_sympy import Expr, Matrix, Symbols, model_symbols, word_matrix
from zmodel.model import Model

OPPOSITE = {"left": "right", "right": "left"}


@dataclass(frozen=True)
class Segment:
    """Gauge eigenstates that are rotated together: a component of a field, or of several that are generations of one.

    Attributes:
        places: positions among the gauge eigenstates of a basis, in the order of generations.
        parts: the components; none if generations are missing, which are not rotated then.
        word: the rotation, of conjugate fields that of what they are the conjugates of.
    """

    places: tuple[int, ...]
    parts: tuple[Part, ...]
    word: Word

    @property
    def size(self) -> int:
        """Number of gauge eigenstates."""
        return len(self.places)

    @property
    def conjugate(self) -> Segment:
        """The same of antiparticles."""
        return Segment(self.places, self.parts, conjugate_word(self.word))


@dataclass(frozen=True)
class FermionBasis:
    """Mass eigenstates of one chirality.

    Attributes:
        name: of the sector with its chirality, `d_L`; of Majorana fermions the sector's.
        chirality: left or right.
        is_majorana: whether the antiparticles are the particles.
        gauge: the gauge eigenstates.
        signs: -1 where a gauge eigenstate is the conjugate of the declared field, whose charges are opposite.
        phases: -1 where the conjugate of a declared field is minus a component of what that is the conjugate of.
        segments: what is rotated together.
        mixing: W by orders of the small ratios, or None if there are no heavy fermions that mix in.
        order: the highest order of W and of couplings; None without W, where all is exact.
    """

    name: str
    chirality: str
    is_majorana: bool
    gauge: tuple[Particle, ...]
    signs: tuple[int, ...]
    phases: tuple[int, ...]
    segments: tuple[Segment, ...]
    mixing: Series | None
    order: int | None

    @property
    def states(self) -> tuple[str, ...]:
        """Names of the mass eigenstates: `d_L[2]`."""
        return tuple(f"{self.name}[{i + 1}]" for i in range(len(self.gauge)))

    def projection(self, chosen: tuple[int, ...], symbols: Symbols) -> Matrix:
        """R^dag W^dag P W R with P = 1 for some of the gauge eigenstates and 0 for the others."""
        known = self._projections
        if chosen not in known:
            size = len(self.gauge)
            unit = Matrix(sympy.diag(*(int(i in chosen) for i in range(size))))
            if self.mixing is not None:
                g = series.constant(unit, len(self.mixing) - 1)
                unit = _total(series.multiply(series.dagger(self.mixing), g, self.mixing), size)
            rotated = _rotate(unit, self, self, symbols)
            known[chosen] = Matrix(rotated.applyfunc(lambda entry: collect_roots(entry) if entry.is_Add else entry))
        return known[chosen]

    @cached_property
    def _projections(self) -> dict[tuple[int, ...], Matrix]:
        return {}

    @property
    def is_trivial(self) -> bool:
        """Whether gauge eigenstates are mass eigenstates."""
        return self.mixing is None and not any(segment.word for segment in self.segments)

    @cached_property
    def conjugate(self) -> FermionBasis:
        """The antiparticles, which have the other chirality: `cc(d_R)`; Majorana fermions keep their name."""
        return replace(
            self,
            name=self.name if self.is_majorana else f"cc({self.name})",
            chirality=OPPOSITE[self.chirality],
            signs=tuple(-sign for sign in self.signs),
            segments=tuple(segment.conjugate for segment in self.segments),
            mixing=None if self.mixing is None else tuple(Matrix(item.conjugate()) for item in self.mixing),
        )

    def matrix(self, model: Model) -> Matrix:
        """Gauge eigenstates = matrix * mass eigenstates, up to the order of the series."""
        size = len(self.gauge)
        return _rotated(_total(self.mixing, size), self, model_symbols(model))


def derive_mass_basis(model: Model, sectors: Sequence[FermionSector], order: int = ORDER) -> tuple[FermionBasis, ...]:
    """The bases in which gauge and mass eigenstates differ.

    Args:
        model: with its rotations.
        sectors: from `derive_fermion_masses`.
        order: of the series in mixing with heavy fermions; one less for Majorana fermions.
    """
    return tuple(basis for basis in all_bases(model, sectors, order) if not basis.is_trivial)


def all_bases(model: Model, sectors: Sequence[FermionSector], order: int = ORDER) -> tuple[FermionBasis, ...]:
    """The bases of all sectors, those included in which gauge eigenstates are mass eigenstates."""
    fermions = _Fermions(model, {item.name: item for item in fermion_components(model)}, _light_doublets(model))
    bases: list[FermionBasis] = []
    for sector in sectors:
        # Of neutrinos the second order is that of their masses over those of their heavy partners.
        mixing = derive_heavy_mixing(sector, max(order - 1, 1) if sector.is_majorana else order)
        bases += _bases(fermions, sector, mixing)
    return tuple(bases)


@dataclass(frozen=True)
class _Fermions:
    """A model with all components of fermions by name, and those that are the generations of one light fermion."""

    model: Model
    components: Mapping[str, FermionComponent]
    doublets: tuple[tuple[str, ...], ...]


def _light_doublets(model: Model) -> tuple[tuple[str, ...], ...]:
    """The components that are the generations of left-handed up and down quarks, neutrinos and charged leptons."""
    multiplets = light_multiplets(model)
    members = [multiplets[name] for name in ("q", "l") if name in multiplets]
    labels = (("up", "down"), ("down", "up"))
    return tuple(
        tuple(dict.fromkeys(f"{m.field}.{label if m.sign > 0 else other}" for m in doublet))
        for doublet in members
        for label, other in labels
    )


def _bases(fermions: _Fermions, sector: FermionSector, mixing: HeavyMixing | None) -> Iterator[FermionBasis]:
    order = None if mixing is None else mixing.order
    left, right = (None, None) if mixing is None else (mixing.left, mixing.right)
    if sector.is_majorana:
        yield _basis(fermions, sector, sector.name, "left", right, order)
        return
    yield _basis(fermions, sector, f"{sector.name}_L", "left", left, order)
    yield _basis(fermions, sector, f"{sector.name}_R", "right", right, order)


def _basis(
    fermions: _Fermions, sector: FermionSector, name: str, chirality: str, mixing: Series | None, order: int | None
) -> FermionBasis:
    if mixing is not None and not any(entry != 0 for item in mixing[1:] for entry in item):
        mixing, order = None, None
    members = sector.rows if chirality == "left" else sector.columns
    signs = charge_signs(fermions.model, members, chirality)
    phases = tuple(
        _phase(fermions.model, fermions.components[particle.component]) if sign < 0 else 1
        for particle, sign in zip(members, signs, strict=True)
    )
    segments = tuple(_segments(fermions, members, signs))
    return FermionBasis(name, chirality, sector.is_majorana, members, signs, phases, segments, mixing, order)


def _phase(model: Model, component: FermionComponent) -> int:
    """The sign of a component of eps f^*: (f_2^*, -f_1^*) in a doublet, the invariant form in any such multiplet."""
    field = model.field(component.field)
    carried = [group for group in model.groups if group.name in field.irreps]
    resolved = resolved_groups(model)
    phase = 1
    for group, index in zip(carried, component_indices(model, field)[component.index], strict=True):
        irrep = field.irreps[group.name]
        if group in resolved and irrep.reality != "complex":
            value = next(value for (m, _), value in invariant_form(irrep).items() if m == index)
            phase *= 1 if value > 0 else -1
    return phase


def _segments(fermions: _Fermions, members: Sequence[Particle], signs: Sequence[int]) -> Iterator[Segment]:
    """What is rotated together: the generations of a light fermion if all are there, else those of a component."""
    places: dict[str, tuple[int, ...]] = {}
    for position, particle in enumerate(members):
        places[particle.name] = (*places.get(particle.name, ()), position)
    light = {names[0]: names for names in fermions.doublets if all(name in places for name in names)}
    others = set(places) - {name for names in light.values() for name in names}
    for name in places:
        if name in light or name in others:
            together = light.get(name, (name,))
            yield _segment(fermions, members, signs, tuple(i for part in together for i in places[part]))


def _segment(
    fermions: _Fermions, members: Sequence[Particle], signs: Sequence[int], places: tuple[int, ...]
) -> Segment:
    components = {members[i].component: signs[i] for i in places}
    found = [(fermions.components[name], sign) for name, sign in components.items()]
    if sum(component.generations for component, _ in found) != len(places):
        return Segment(places, (), ())
    parts = tuple(Part(component.field, component.label, sign) for component, sign in found)
    return Segment(places, parts, component_word(fermions.model, parts, CKM if members[places[0]].irreps else PMNS))


def charge_signs(model: Model, particles: Sequence[Particle], chirality: str) -> tuple[int, ...]:
    """For each particle +1, or -1 if it is the conjugate of the declared field, which has the other chirality."""
    fields = (model.field(particle.component.partition(".")[0]) for particle in particles)
    return tuple(1 if field.chirality == chirality else -1 for field in fields)


def _total(mixing: Series | None, size: int) -> Matrix:
    return Matrix.eye(size) if mixing is None else series.total(mixing)


# ------------------------------------------------------------------ couplings
def neutral_couplings(model: Model, basis: FermionBasis, couplings: Mapping[str, Sequence[Expr]]) -> Matrix:
    """The couplings of a real boson between mass eigenstates: L contains G_ij boson_mu bar(f_i) gamma^mu f_j.

    Args:
        model: with its rotations.
        basis: of the fermions.
        couplings: by component one coupling per generation; what is left out does not couple.
    """
    diagonal = [
        sign * couplings[p.component][p.generation] if p.component in couplings else sympy.Integer(0)
        for p, sign in zip(basis.gauge, basis.signs, strict=True)
    ]
    symbols = model_symbols(model)
    mixings = tuple(symbols[mixing.name] for mixing in model.mixings)
    places: dict[Expr, list[int]] = {}
    for i, value in enumerate(diagonal):
        places.setdefault(value, []).append(i)
    first, *others = places
    total = collect_roots(first, mixings) * sympy.eye(len(diagonal))
    for value in others:
        difference = collect_roots(value - first, mixings)
        if difference != 0:
            total += difference * basis.projection(tuple(places[value]), symbols)
    return Matrix(total)


def charged_entries(
    to: FermionBasis, source: FermionBasis, couplings: Mapping[tuple[str, str], Expr]
) -> Iterator[tuple[tuple[int, int], tuple[str, str], Expr]]:
    """Positions, names of the components and couplings of what a complex boson joins in two bases of equal chirality.

    Of two conjugates the current is minus that of the fields the other way round.
    """
    for (i, a), (j, b) in product(enumerate(to.gauge), enumerate(source.gauge)):
        sign = to.signs[i]
        pair = (a.component, b.component) if sign > 0 else (b.component, a.component)
        if a.copy == b.copy and sign == source.signs[j] and pair in couplings:
            yield (i, j), pair, sign * couplings[pair]


def charged_couplings(
    model: Model, to: FermionBasis, source: FermionBasis, couplings: Mapping[tuple[str, str], Expr]
) -> Matrix:
    """The couplings of a complex boson: L contains C_ij boson_mu bar(to_i) gamma^mu source_j + h.c.

    Args:
        model: with its rotations.
        to: basis of the fermions that the boson raises to.
        source: basis of those that it starts from, of the same chirality.
        couplings: by the names of two components, the same for all generations.
    """
    matrix = sympy.zeros(len(to.gauge), len(source.gauge))
    for place, _, coupling in charged_entries(to, source, couplings):
        matrix[place] = coupling
    order = max(len(item.mixing) - 1 for item in (to, source) if item.mixing) if to.mixing or source.mixing else 0
    left = to.mixing or series.identity(len(to.gauge), order)
    right = source.mixing or series.identity(len(source.gauge), order)
    mixed = series.multiply(series.dagger(left), series.constant(Matrix(matrix), order), right)
    return _rotate(_total(mixed, len(to.gauge)), to, source, model_symbols(model))


def _rotate(matrix: Matrix, left: FermionBasis, right: FermionBasis, symbols: Symbols) -> Matrix:
    """R^dag M R' block by block, what is proportional to the unit matrix by the reduced product of the rotations."""
    signed = Matrix(*matrix.shape, lambda i, j: left.phases[i] * right.phases[j] * matrix[i, j])
    result = sympy.zeros(*matrix.shape)
    for a, b in product(left.segments, right.segments):
        part = Matrix(signed.extract(list(a.places), list(b.places)))
        if a.word or b.word:
            part = _rotated_block(part, a, b, symbols)
        for (k, i), (m, j) in product(enumerate(a.places), enumerate(b.places)):
            result[i, j] = part[k, m]
    return Matrix(result)


def _rotated_block(part: Matrix, left: Segment, right: Segment, symbols: Symbols) -> Matrix:
    first, second = (word_matrix(item.word, item.size, symbols) for item in (left, right))
    if not part.is_diagonal() or left.size != right.size:
        return Matrix(first.H * part * second)
    common = part[0, 0]
    joint = word_matrix(product_of_words(left.word, right.word), left.size, symbols)
    return Matrix(common * joint + first.H * (part - common * Matrix.eye(left.size)) * second)


def _rotated(matrix: Matrix, basis: FermionBasis, symbols: Symbols) -> Matrix:
    """M R."""
    rotation = sympy.zeros(*matrix.shape)
    for segment in basis.segments:
        block = word_matrix(segment.word, segment.size, symbols)
        for (k, i), (m, j) in product(enumerate(segment.places), repeat=2):
            rotation[i, j] = basis.phases[i] * block[k, m]
    return Matrix(matrix * rotation)
