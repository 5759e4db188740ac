"""What mixing with heavy vector-like fermions does to the couplings of light ones, at a point.

The light part of W^dag g W with the series W of `derive.masses.heavy_mixing`, to second order in the ratios of light to
heavy masses, where the mass matrix of the light fermions does not enter: paper B, Eqs. (3.8) to (3.11).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import sympy
from numpy.typing import NDArray

from zmodel.derive.couplings import derive_couplings
from zmodel.derive.flavour.mass_matrix import TooManyStatesError
from zmodel.derive.masses import series
from zmodel.derive.masses.fermions import FermionSector, derive_fermion_masses
from zmodel.derive.masses.heavy_mixing import derive_heavy_mixing
from zmodel.derive.masses.mass_basis import FermionBasis, derive_mass_basis
from zmodel.derive.species import Half, Species
from zmodel.derive.to_sympy import Expr, Matrix
from zmodel.model import Model
from zmodel.model.expression import Value
from zmodel.pheno.inputs import MissingInputError
from zmodel.pheno.labels import is_standard

Array = NDArray[np.complex128]


@dataclass(frozen=True)
class Admixture:
    """One gauge eigenstate in the mass eigenstates of half a species: its coupling g adds g * weights.

    Attributes:
        component: that the gauge eigenstate belongs to.
        generation: of it.
        weights: hermitian, with a row and a column for each generation of the species that it is mixed into.
    """

    component: str
    generation: int
    weights: Array


def heavy_admixtures(
    model: Model, species: Sequence[Species], values: Mapping[str, Value]
) -> dict[str, tuple[Admixture, ...]]:
    """By half of a species all gauge eigenstates in it; those that mix with nothing heavy are left out.

    Generations of new fermions that mix with each other alone are left out as well: `new_fermions` diagonalises these.
    Neutrinos are left out, too: they are those that charged leptons have as partners. So is mixing of which the point
    says nothing, none of its couplings.

    Args:
        model: a resolved model.
        species: all of its fermions.
        values: of couplings, masses and vacuum values by name.

    Raises:
        MissingInputError: if some of these numbers are given and others are not.
    """
    if not any(coupling.kind == "mass" for coupling in model.couplings):
        return {}
    sectors = _dirac_sectors(model)
    values = _with_inverses(sectors, values)
    halves = [(half, is_standard(item)) for item in species for half in (item.left, item.right) if half is not None]
    return {
        half.name: found
        for basis in derive_mass_basis(model, sectors)
        if basis.mixing is not None
        for half, standard in halves
        if (places := _places(basis, half))
        and (standard or _mixes_with_others(basis, places))
        and (found := _admixtures(basis, half, places, values))
    }


def _dirac_sectors(model: Model) -> list[FermionSector]:
    # What the file declares small may make all of this mixing of higher order than is asked for.
    plain = replace(model, small=())
    try:
        return [item for item in derive_fermion_masses(plain, derive_couplings(model)[0]) if not item.is_majorana]
    except TooManyStatesError:
        return []


def _with_inverses(sectors: Sequence[FermionSector], values: Mapping[str, Value]) -> dict[str, Value]:
    """The values with those of the entries of inverse heavy matrices for which series have symbols."""
    known = dict(values)
    for sector in sectors:
        mixing = derive_heavy_mixing(sector)
        for symbol, entry in ({} if mixing is None else mixing.definitions).items():
            if all(item.name in values for item in entry.free_symbols):
                known[symbol.name] = complex(_numbers(Matrix([[entry]]), values)[0, 0])
    return known


def _places(basis: FermionBasis, half: Half) -> tuple[int, ...]:
    """The positions of half a species among the gauge eigenstates of a basis, or none."""
    known = {(particle.name, particle.generation): i for i, particle in enumerate(basis.gauge)}
    places = [known.get((piece.component.name, piece.generation)) for piece in half.pieces]
    found = tuple(place for place in places if place is not None)
    return found if len(found) == len(places) else ()


def _mixes_with_others(basis: FermionBasis, places: Sequence[int]) -> bool:
    return any(not _block(basis, places, k).is_zero_matrix for k in range(len(basis.gauge)) if k not in places)


def _admixtures(
    basis: FermionBasis, half: Half, places: Sequence[int], values: Mapping[str, Value]
) -> tuple[Admixture, ...]:
    blocks = [_block(basis, places, k) for k in range(len(basis.gauge))]
    symbols = {symbol for block in blocks for symbol in block.free_symbols}
    missing = {symbol.name for symbol in symbols} - set(values)
    if missing:
        if any(symbol.name in values for symbol in symbols if not symbol.is_real):
            raise MissingInputError(missing)
        return ()
    # Of a conjugate f^c the current is minus the transposed one.
    own = basis.signs[places[0]] * half.pieces[0].sign
    found = []
    for particle, sign, block in zip(basis.gauge, basis.signs, blocks, strict=True):
        weights = _numbers(block, values)
        if np.any(weights):
            turned = weights if own == 1 else weights.T
            found.append(Admixture(particle.name, particle.generation, own * sign * turned))
    return tuple(found)


def _numbers(matrix: Matrix, values: Mapping[str, Value]) -> Array:
    known = {symbol: _number(complex(values[symbol.name])) for symbol in matrix.free_symbols}
    return np.array(matrix.xreplace(known).evalf().tolist(), dtype=complex)


def _block(basis: FermionBasis, places: Sequence[int], k: int) -> Matrix:
    """What the k-th gauge eigenstate has of some of the states."""
    assert basis.mixing is not None
    size = len(basis.gauge)
    unit = Matrix(sympy.diag(*(int(i == k) for i in range(size))))
    product = series.multiply(series.dagger(basis.mixing), series.constant(unit, len(basis.mixing) - 1), basis.mixing)
    return Matrix(series.total(product).extract(list(places), list(places)))


def _number(value: complex) -> Expr:
    return sympy.Float(value.real) + sympy.I * sympy.Float(value.imag) if value.imag else sympy.Float(value.real)
