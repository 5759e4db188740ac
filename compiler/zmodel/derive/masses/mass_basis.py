"""From gauge to mass eigenstates of fermions: declared rotations, and mixing with heavy fermions.

Gauge eigenstates = W R * mass eigenstates. R is what the file declares with `rotation`, component by component, and W
the series of `heavy_mixing`. The light mass matrix that W leaves is taken to be diagonal in the basis that R leads to;
without a `rotation` that is the basis of the file. Couplings of a boson become R^dag W^dag g W R. R is unitary, so

    R^dag g R = g_1 + R^dag (g - g_1) R,

which vanishes off the diagonal for universal couplings (paper A, Eq. (81)), and a product of rotations such as
V_u^dag V_d is reduced before it is multiplied out: it is the CKM matrix and not a sum of twelve terms.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import sympy

from zmodel.derive.breaking.small.counting import ORDER
from zmodel.derive.breaking.tidy import collect_roots
from zmodel.derive.flavour.mass_matrix import Particle
from zmodel.derive.masses import series
from zmodel.derive.masses.fermions import FermionSector
from zmodel.derive.masses.heavy_mixing import HeavyMixing, derive_heavy_mixing
from zmodel.derive.masses.series import Series
from zmodel.derive.rotations import CKM, PMNS, Word, component_word, product_of_words
from zmodel.derive.species import fermion_components
from zmodel.derive.to_sympy import Expr, Matrix, Symbols, model_symbols, word_matrix
from zmodel.model import Model


@dataclass(frozen=True)
class Segment:
    """The generations of one component among the states of a basis, and their rotation."""

    component: str
    start: int
    size: int
    word: Word

    @property
    def slice(self) -> slice:
        """Positions among the states."""
        return slice(self.start, self.start + self.size)


@dataclass(frozen=True)
class FermionBasis:
    """Mass eigenstates of one chirality.

    Attributes:
        name: of the sector with its chirality, `d_L`; of Majorana fermions the sector's.
        gauge: the gauge eigenstates.
        signs: -1 where a gauge eigenstate is the conjugate of the declared field, whose charges are opposite.
        segments: the components in it.
        mixing: W by orders of the small ratios, or None if there are no heavy fermions that mix in.
        order: the highest order of W and of couplings; None without W, where all is exact.
    """

    name: str
    gauge: tuple[Particle, ...]
    signs: tuple[int, ...]
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
            rotated = _rotate(unit, self.segments, self.segments, symbols)
            known[chosen] = Matrix(rotated.applyfunc(lambda entry: collect_roots(entry) if entry.is_Add else entry))
        return known[chosen]

    @cached_property
    def _projections(self) -> dict[tuple[int, ...], Matrix]:
        return {}

    @property
    def is_trivial(self) -> bool:
        """Whether gauge eigenstates are mass eigenstates."""
        return self.mixing is None and not any(segment.word for segment in self.segments)

    def matrix(self, model: Model) -> Matrix:
        """Gauge eigenstates = matrix * mass eigenstates, up to the order of the series."""
        symbols = model_symbols(model)
        rotation = sympy.zeros(len(self.gauge), len(self.gauge))
        for segment in self.segments:
            rotation[segment.slice, segment.slice] = word_matrix(segment.word, segment.size, symbols)
        return Matrix(_total(self.mixing, len(self.gauge)) * rotation)


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
    bases: list[FermionBasis] = []
    for sector in sectors:
        # Of neutrinos the second order is that of their masses over those of their heavy partners.
        mixing = derive_heavy_mixing(sector, max(order - 1, 1) if sector.is_majorana else order)
        bases += _bases(model, sector, mixing)
    return tuple(bases)


def _bases(model: Model, sector: FermionSector, mixing: HeavyMixing | None) -> Iterator[FermionBasis]:
    order = None if mixing is None else mixing.order
    if sector.is_majorana:
        yield _basis(model, sector.name, "left", sector.rows, None if mixing is None else mixing.right, order)
        return
    left, right = (None, None) if mixing is None else (mixing.left, mixing.right)
    yield _basis(model, f"{sector.name}_L", "left", sector.rows, left, order)
    yield _basis(model, f"{sector.name}_R", "right", sector.columns, right, order)


def _basis(
    model: Model, name: str, chirality: str, members: tuple[Particle, ...], mixing: Series | None, order: int | None
) -> FermionBasis:
    if mixing is not None and not any(entry != 0 for item in mixing[1:] for entry in item):
        mixing, order = None, None
    components = {item.name: item for item in fermion_components(model)}
    segments: list[Segment] = []
    for position, particle in enumerate(members):
        component = components.get(particle.name)
        if segments and segments[-1].component == particle.name:
            last = segments.pop()
            segments.append(Segment(last.component, last.start, last.size + 1, last.word))
            continue
        kind = CKM if particle.irreps else PMNS
        word = None if component is None else component_word(model, component.field, component.label, kind)
        segments.append(Segment(particle.name, position, 1, word or ()))
    return FermionBasis(name, members, charge_signs(model, members, chirality), tuple(segments), mixing, order)


def charge_signs(model: Model, particles: Sequence[Particle], chirality: str) -> tuple[int, ...]:
    """For each particle +1, or -1 if it is the conjugate of the declared field, which has the other chirality."""
    fields = (model.field(particle.name.partition(".")[0].partition("[")[0]) for particle in particles)
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
        sign * couplings[p.name][p.generation] if p.name in couplings else sympy.Integer(0)
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


def charged_couplings(
    model: Model, to: FermionBasis, source: FermionBasis, couplings: Mapping[tuple[str, str], Expr]
) -> Matrix:
    """The couplings of a complex boson: L contains C_ij boson_mu bar(to_i) gamma^mu source_j + h.c.

    Args:
        model: with its rotations.
        to: basis of the fermions that the boson raises to.
        source: basis of those that it starts from.
        couplings: by the names of two components, the same for all generations.
    """
    matrix = sympy.zeros(len(to.gauge), len(source.gauge))
    for i, a in enumerate(to.gauge):
        for j, b in enumerate(source.gauge):
            if a.generation == b.generation:
                matrix[i, j] = couplings.get((a.name, b.name), sympy.Integer(0))
    order = max(len(item.mixing) - 1 for item in (to, source) if item.mixing) if to.mixing or source.mixing else 0
    left = to.mixing or series.identity(len(to.gauge), order)
    right = source.mixing or series.identity(len(source.gauge), order)
    product = series.multiply(series.dagger(left), series.constant(Matrix(matrix), order), right)
    return _rotate(_total(product, len(to.gauge)), to.segments, source.segments, model_symbols(model))


def _rotate(matrix: Matrix, left: Sequence[Segment], right: Sequence[Segment], symbols: Symbols) -> Matrix:
    """R^dag M R' block by block, what is proportional to the unit matrix by the reduced product of the rotations."""
    result = sympy.zeros(*matrix.shape)
    for a in left:
        for b in right:
            part = Matrix(matrix[a.slice, b.slice])
            if not a.word and not b.word:
                result[a.slice, b.slice] = part
                continue
            first, second = (word_matrix(item.word, item.size, symbols) for item in (a, b))
            if part.is_diagonal() and a.size == b.size:
                common = part[0, 0]
                joint = word_matrix(product_of_words(a.word, b.word), a.size, symbols)
                rest = part - common * Matrix.eye(a.size)
                result[a.slice, b.slice] = common * joint + first.H * rest * second
            else:
                result[a.slice, b.slice] = first.H * part * second
    return Matrix(result)
