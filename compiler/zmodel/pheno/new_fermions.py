"""Masses and mass eigenstates of fermions beyond the Standard Model, from mass terms and vacuum values.

Each species has a matrix over its generations; those that mix with each other are taken as one species, with all of
their spinors for generations. Mixing with light ones is in `heavy_admixtures`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from zmodel.derive.breaking.tidy import conjugate
from zmodel.derive.couplings import derive_couplings
from zmodel.derive.flavour.mass_matrix import Particle, TooManyStatesError
from zmodel.derive.masses.fermions import FermionSector, derive_fermion_masses
from zmodel.derive.species import Half, Piece, Species
from zmodel.derive.standard_model import MULTIPLETS, recognise_fermions
from zmodel.derive.to_sympy import Matrix
from zmodel.model import Model
from zmodel.model.expression import Value
from zmodel.pheno.labels import is_standard

Array = NDArray[np.complex128]


@dataclass(frozen=True)
class MassMatrix:
    """L = -fbar_L M f_R + h.c. over generations, or -1/2 M psi psi + h.c. of Weyl spinors psi.

    Attributes:
        matrix: M.
        is_majorana: whether the fermion has no partner.
    """

    matrix: Matrix
    is_majorana: bool


@dataclass(frozen=True)
class MassEigenstates:
    """Generations at a point.

    Attributes:
        masses: in GeV, one per generation; None if the point does not give it, or only mixing with other species does.
        left: gauge eigenstates = matrix times mass eigenstates, shape (n, n).
        right: the same.
        is_majorana: whether mass eigenstates are Majorana fermions.
    """

    masses: tuple[float | None, ...]
    left: Array
    right: Array
    is_majorana: bool


def mass_matrices(model: Model, species: Sequence[Species]) -> dict[str, MassMatrix]:
    """The matrices of the species that have one of their own and are none of the Standard Model's, by name.

    Args:
        model: a resolved model.
        species: its fermions.
    """
    new = _new_species(model, species)
    sectors = _sectors(model) if new else ()
    found = {item.name: _mass_matrix(item, sectors) for item in new}
    return {name: matrix for name, matrix in found.items() if matrix is not None}


def join_mixed(model: Model, species: Sequence[Species]) -> tuple[Species, ...]:
    """The species of a model, new ones that mix with each other as one, in the place of the first and under its name.

    Neutral ones become a left-handed half alone, with the conjugates of right-handed fields.

    Args:
        model: a resolved model.
        species: its fermions.
    """
    new = _new_species(model, species)
    found = tuple(species)
    for sector in _sectors(model) if len(new) > 1 else ():
        members = [item for item in new if sector.is_majorana or len(list(_parts(item))) == 2]
        for group in _mixed_groups(sector, members):
            joined = _joined(sector, group)
            found = tuple(joined if item is group[0] else item for item in found if item not in group[1:])
    return found


def _new_species(model: Model, species: Sequence[Species]) -> list[Species]:
    multiplets = recognise_fermions(model)
    known = {member.field for name in MULTIPLETS for member in multiplets.get(name, ())}
    return [item for item in species if not is_standard(item) and not any(p.fields & known for p in _parts(item))]


def _sectors(model: Model) -> tuple[FermionSector, ...]:
    if all(coupling.kind == "potential" for coupling in model.couplings):
        return ()
    try:
        return derive_fermion_masses(model, derive_couplings(model)[0])
    except TooManyStatesError:
        return ()


def _mixed_groups(sector: FermionSector, species: Sequence[Species]) -> list[list[Species]]:
    """Species of which entries of a mass matrix join each to another one of its group, two or more."""

    def are_mixed(first: Species, second: Species) -> bool:
        blocks = (_block(sector, _parts(a), _parts(b)) for a, b in ((first, second), (second, first)))
        return any(block is not None and not block.is_zero_matrix for block in blocks)

    groups: list[list[Species]] = []
    for item in species:
        mixed = [group for group in groups if any(are_mixed(item, other) for other in group)]
        merged = [*(other for group in mixed for other in group), item]
        groups = [*(group for group in groups if group not in mixed), sorted(merged, key=species.index)]
    return [group for group in groups if len(group) > 1]


def _joined(sector: FermionSector, species: Sequence[Species]) -> Species:
    """One species whose left-handed half is the rows of a sector, and right-handed one, if it is Dirac, the columns."""
    left: list[Piece] = []
    right: list[Piece] = []
    for item in species:
        for half in _parts(item):
            is_left = half.chirality == "left"
            turned = tuple(replace(piece, sign=-piece.sign) for piece in half.pieces)
            # Rows may be those of the antiparticles.
            if sector.is_majorana or _places(sector.rows, half):
                left += half.pieces if is_left else turned
            else:
                right += turned if is_left else half.pieces
    first = next(_parts(species[0]))
    halves = (replace(first, pieces=tuple(pieces)) if pieces else None for pieces in (left, right))
    return Species(species[0].name, *halves)


def _parts(species: Species) -> Iterator[Half]:
    yield from (part for part in (species.left, species.right) if part is not None)


def _mass_matrix(species: Species, sectors: Sequence[FermionSector]) -> MassMatrix | None:
    parts = list(_parts(species))
    for sector in sectors:
        matrix = _block(sector, parts[:1], parts[-1:])
        if matrix is None and not sector.is_majorana:
            # A sector may be that of the antiparticles: bar(R^c) M L^c = bar(L) M^T R.
            conjugates = _block(sector, parts[-1:], parts[:1])
            matrix = None if conjugates is None else Matrix(conjugates.T)
        if matrix is None:
            continue
        if matrix.is_zero_matrix:
            return None
        is_dirac = len(parts) == 2
        # The columns of a Majorana matrix are conjugates of right-handed fields.
        turned = matrix.applyfunc(conjugate) if is_dirac and sector.is_majorana else matrix
        return MassMatrix(turned, not is_dirac)
    return None


def _block(sector: FermionSector, left: Iterable[Half], right: Iterable[Half]) -> Matrix | None:
    """The part of a mass matrix between some halves, with all their generations; None if it has none."""
    rows = [place for half in left for place in _places(sector.rows, half)]
    columns = [place for half in right for place in _places(sector.columns, half)]
    return Matrix(sector.matrix.extract(rows, columns)) if rows and columns else None


def _places(particles: Sequence[Particle], half: Half) -> list[int]:
    """Where the generations of a half are, or nothing."""
    known = {(particle.name, particle.generation): place for place, particle in enumerate(particles)}
    found = [known.get((piece.component.name, piece.generation)) for piece in half.pieces]
    return [place for place in found if place is not None]


# ------------------------------------------------------------------ numbers
def mass_eigenstates(
    model: Model, species: Sequence[Species], values: Mapping[str, Value]
) -> dict[str, MassEigenstates]:
    """Masses and mixing of generations at a point, by name of the species.

    Args:
        model: a resolved model.
        species: its fermions.
        values: of couplings, masses and vacuum values by name.
    """
    return {name: _eigenstates(matrix, values) for name, matrix in mass_matrices(model, species).items()}


def _eigenstates(mass: MassMatrix, values: Mapping[str, Value]) -> MassEigenstates:
    unit = np.eye(mass.matrix.rows, dtype=complex)
    symbols = mass.matrix.free_symbols
    if any(symbol.name not in values for symbol in symbols):
        return MassEigenstates((None,) * len(unit), unit, unit, mass.is_majorana)
    numbers = mass.matrix.subs({symbol: values[symbol.name] for symbol in symbols}).evalf()
    matrix = np.array(numbers.tolist(), dtype=complex)
    if mass.is_majorana:
        masses, left = takagi(matrix)
        right = left.conj()
    else:
        left, masses, right_dagger = np.linalg.svd(matrix)
        right = right_dagger.conj().T
    order = _by_generation(left)
    left, right = left[:, order], right[:, order]
    known = [any(mass.matrix.row(k)) for k in range(len(unit))]
    found = tuple(float(masses[order[k]]) if known[k] else None for k in range(len(unit)))
    return MassEigenstates(found, left, right, mass.is_majorana)


def _by_generation(states: Array) -> list[int]:
    """The number of the state that has most of each generation, largest parts first."""
    weights = np.round(np.abs(states) ** 2, 9)
    chosen: dict[int, int] = {}
    for place in np.argsort(-weights, axis=None, kind="stable"):
        generation, state = divmod(int(place), len(states))
        if generation not in chosen and state not in chosen.values():
            chosen[generation] = state
    return [chosen[generation] for generation in range(len(states))]


def takagi(matrix: Array) -> tuple[NDArray[np.float64], Array]:
    """Masses and a unitary U with U^T M U = diag(masses), for a complex symmetric M.

    Args:
        matrix: M, shape (n, n).

    Returns:
        The masses, not negative and descending, and U.
    """
    size = len(matrix)
    real, imaginary = matrix.real, matrix.imag
    # M u = m u^* for u = x + i y; each mass comes with both signs.
    values, vectors = np.linalg.eigh(np.block([[real, -imaginary], [-imaginary, -real]]))
    masses, upper = values[::-1][:size], vectors[:, ::-1][:, :size]
    states = upper[:size] + 1j * upper[size:]
    massive = masses > 1e-13 * max(abs(masses[0]), np.finfo(float).tiny)
    # Of massless states x and y come apart: they are whatever is orthogonal to the massive ones.
    rest = np.linalg.svd(states[:, massive])[0][:, massive.sum() :]
    return np.where(massive, masses, 0.0), np.concatenate([states[:, massive], rest], axis=1)
