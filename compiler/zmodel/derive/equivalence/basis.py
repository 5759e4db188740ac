"""Finds groups and bases of U(1)s in which the particles of one model are those of another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice, permutations, product
from random import Random

from flint import fmpq, fmpq_mat

from zmodel.algebra import Ring
from zmodel.algebra.polynomial import constant_value, fraction
from zmodel.derive.equivalence.particles import Matrix, Particle, abelian_names, canonical, renamed, rotated
from zmodel.model import Model

MAX_CANDIDATES = 200_000
"""Ways to match a few particles that are tried for one naming of the groups."""


@dataclass(frozen=True)
class Change:
    """A change of names and basis that turns the particles of one model into those of another.

    Attributes:
        groups: for each simple group the other's name, and whether its fundamental is the other's conjugate.
        matrix: charges of the other model = matrix * charges of this one, in the order of `abelian_names`.
    """

    groups: Mapping[str, tuple[str, bool]]
    matrix: Matrix

    @property
    def weight(self) -> tuple[int, int, int]:
        """Plain changes come first: few mirrored groups, few entries, and small ones."""
        mirrored = sum(is_mirrored for _, is_mirrored in self.groups.values())
        entries = [value for row in self.matrix for value in row if value]
        size = sum(2 * (abs(value.numerator) + value.denominator) + (value < 0) for value in entries)
        return mirrored, len(entries), size


def find_change(
    first: Model, second: Model, ring: Ring, here: Sequence[Particle], there: Sequence[Particle]
) -> Change | None:
    """The plainest change that makes particles equal, or None.

    Args:
        first: the model whose particles are `here`.
        second: the model whose particles are `there`.
        ring: of the charges of both.
        here: particles of the first model.
        there: particles of the second model.
    """
    wanted = Counter(canonical(particle, ring).key(ring) for particle in there)
    values = _random_values(ring)
    found = []
    for groups in _namings(first, second):
        named = [renamed(particle, groups) for particle in here]
        for matrix in _matrices(ring, named, there, values):
            if not _keeps_gauged_and_global(first, second, matrix):
                continue
            turned = Counter(canonical(rotated(particle, ring, matrix), ring).key(ring) for particle in named)
            if turned == wanted:
                found.append(Change(groups, matrix))
    return min(found, key=lambda change: change.weight, default=None)


def inverse(matrix: Matrix) -> Matrix:
    """The inverse of a change of basis."""
    if not matrix:
        return ()
    return tuple(tuple(map(fraction, row)) for row in _matrix(matrix).inv().tolist())


def _random_values(ring: Ring) -> dict[str, Fraction]:
    random = Random(1)
    return {name: Fraction(random.randint(-(10**6), 10**6), random.randint(1, 1000)) for name in ring.symbols}


# ------------------------------------------------------------------ simple groups
def _namings(first: Model, second: Model) -> Iterator[dict[str, tuple[str, bool]]]:
    """Ways to call the simple groups of one model by the names of the other's."""
    kinds = {(group.n, group.is_global) for model in (first, second) for group in model.groups if not group.is_abelian}
    choices = []
    for kind in sorted(kinds):
        old, new = (
            [g.name for g in model.groups if not g.is_abelian and (g.n, g.is_global) == kind]
            for model in (first, second)
        )
        if len(old) != len(new):
            return
        mirrors = list(product((False, True), repeat=len(old))) if kind[0] > 2 else [(False,) * len(old)]
        choices.append(
            [
                {name: (other, mirror) for name, other, mirror in zip(old, order, mirrored, strict=True)}
                for order in permutations(new)
                for mirrored in mirrors
            ]
        )
    for choice in product(*choices):
        yield {name: image for part in choice for name, image in part.items()}


# ------------------------------------------------------------------ U(1)s
def _matrices(
    ring: Ring, here: Sequence[Particle], there: Sequence[Particle], values: Mapping[str, Fraction]
) -> Iterator[Matrix]:
    """Matrices that turn a few independent particles into some of the other model.

    Parameters have random values here, so that what is found has still to be checked.
    """
    size = len(here[0].charges) if here else 0
    if {len(particle.charges) for particle in (*here, *there)} - {size}:
        return
    images: dict[object, list[tuple[Fraction, ...]]] = {}
    for particle in there:
        for candidate in _orientations(particle):
            row = _numbers(ring, candidate, values)
            known = images.setdefault(_kind(candidate), [])
            if row not in known:
                known.append(row)
    basis = _independent(ring, here, values, images, size)
    if basis is None:
        return
    solve = _matrix([_numbers(ring, particle, values) for particle in basis]).inv() if size else None
    seen = set()
    for rows in islice(product(*(images.get(_kind(particle), []) for particle in basis)), MAX_CANDIDATES):
        if solve is None:
            yield ()
            return
        # Rows are charges of particles: new = old * transposed matrix.
        transposed = (solve * _matrix(rows)).tolist()
        matrix = tuple(tuple(fraction(transposed[j][i]) for j in range(size)) for i in range(size))
        if matrix not in seen and _matrix(matrix).rank() == size:
            seen.add(matrix)
            yield matrix


def _orientations(particle: Particle) -> tuple[Particle, ...]:
    """A boson and its conjugate are one particle."""
    return (particle,) if particle.spin == "fermion" or particle.is_real else (particle, particle.conjugate)


def _kind(particle: Particle) -> tuple[object, ...]:
    return particle.spin, particle.is_real, particle.irreps


def _numbers(ring: Ring, particle: Particle, values: Mapping[str, Fraction]) -> tuple[Fraction, ...]:
    numbers = (constant_value(ring.substitute(charge, values)) for charge in particle.charges)
    return tuple(Fraction(0) if number is None else number for number in numbers)


def _matrix(rows: Sequence[Sequence[Fraction]]) -> fmpq_mat:
    return fmpq_mat([[fmpq(value.numerator, value.denominator) for value in row] for row in rows])


def _independent(
    ring: Ring,
    here: Sequence[Particle],
    values: Mapping[str, Fraction],
    images: Mapping[object, Sequence[tuple[Fraction, ...]]],
    size: int,
) -> list[Particle] | None:
    """Particles with independent charges that have few images; None if charges do not tell the U(1)s apart."""
    chosen: list[Particle] = []
    rows: list[tuple[Fraction, ...]] = []
    for particle in sorted(here, key=lambda item: len(images.get(_kind(item), ()))):
        row = _numbers(ring, particle, values)
        if len(rows) < size and _matrix([*rows, row]).rank() > len(rows):
            chosen.append(particle)
            rows.append(row)
    return chosen if len(chosen) == size else None


def _keeps_gauged_and_global(first: Model, second: Model, matrix: Matrix) -> bool:
    """Whether a change of basis leaves gauged U(1)s gauged, and global ones global."""
    is_global = [[model.group(name).is_global for name in abelian_names(model)] for model in (first, second)]
    return all(
        is_global[1][i] == is_global[0][j] for i, row in enumerate(matrix) for j, value in enumerate(row) if value
    )
