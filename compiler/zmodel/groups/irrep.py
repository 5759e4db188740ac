"""Irreducible representations of SU(n): their numbers and their names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from zmodel.groups.weyl import MAX_DIMENSION, MAX_N, labels_of_dimension, nearest_dimensions, weyl_dimension

Reality = Literal["real", "pseudoreal", "complex"]


class RepresentationError(ValueError):
    """A representation that does not exist, is not unique, or is too large to work with.

    Attributes:
        suggestions: names that the user may have meant.
    """

    def __init__(self, message: str, suggestions: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.suggestions = suggestions


@dataclass(frozen=True, order=True)
class Irrep:
    """An irrep of SU(n).

    Attributes:
        n: the n of SU(n), from 2 to 64.
        labels: its n-1 Dynkin labels; (1, 0, ..., 0) is the fundamental.

    Raises:
        RepresentationError: if the labels do not fit the group.
    """

    n: int
    labels: tuple[int, ...]

    def __post_init__(self) -> None:
        if not 2 <= self.n <= MAX_N:
            raise RepresentationError(f"SU({self.n}) is outside SU(2) to SU({MAX_N})")
        if len(self.labels) != self.n - 1:
            raise RepresentationError(
                f"an irrep of SU({self.n}) has {self.n - 1} Dynkin labels, not {len(self.labels)}"
            )
        if min(self.labels) < 0:
            raise RepresentationError("Dynkin labels are not negative")

    @property
    def dimension(self) -> int:
        """Number of components."""
        return weyl_dimension(self.labels)

    @property
    def partition(self) -> tuple[int, ...]:
        """Lengths of the n rows of the Young diagram; the last is 0."""
        return tuple(sum(self.labels[row:]) for row in range(self.n))

    @property
    def boxes(self) -> int:
        """Number of boxes of the Young diagram."""
        return sum(self.partition)

    @property
    def n_ality(self) -> int:
        """Charge under the centre Z_n; the fundamental has 1."""
        return self.boxes % self.n

    @property
    def casimir(self) -> Fraction:
        """Quadratic Casimir C of sum_A T^A T^A = C 1, with tr T^A T^B = delta^AB/2 in the fundamental."""
        rho = [Fraction(self.n + 1, 2) - row for row in range(1, self.n + 1)]
        squares = [x**2 for x in self._shifted_rows()] + [-(x**2) for x in rho]
        return sum(squares, Fraction(0)) / 2

    @property
    def dynkin_index(self) -> Fraction:
        """Index T of tr T^A T^B = T delta^AB; 1/2 for the fundamental, n for the adjoint."""
        return self.dimension * self.casimir / (self.n**2 - 1)

    @property
    def cubic_index(self) -> Fraction:
        """Anomaly coefficient A of tr T^A {T^B, T^C} = A d^ABC/2; 1 for the fundamental, 0 for SU(2).

        The cubic Casimir is the only invariant polynomial of degree three in the shifted rows l_i, whose sum
        vanishes: sum_i l_i^3. See J. Patera and R. T. Sharp, J. Math. Phys. 22 (1981) 2352.
        """
        if self.n == 2:
            return Fraction(0)
        cubes = sum((x**3 for x in self._shifted_rows()), Fraction(0))
        fundamental_cubes = sum((x**3 for x in fundamental(self.n)._shifted_rows()), Fraction(0))
        return self.dimension * cubes / (self.n * fundamental_cubes)

    def _shifted_rows(self) -> list[Fraction]:
        """Components of highest weight + Weyl vector in the n-dimensional space, with sum zero."""
        mean = Fraction(self.boxes, self.n)
        half = Fraction(self.n + 1, 2)
        return [row - mean + half - i for i, row in enumerate(self.partition, start=1)]

    @property
    def conjugate(self) -> Irrep:
        """The complex conjugate irrep."""
        return Irrep(self.n, self.labels[::-1])

    @property
    def is_singlet(self) -> bool:
        """Whether it is the trivial representation."""
        return not any(self.labels)

    @property
    def reality(self) -> Reality:
        """Whether it is equal to its conjugate and, if so, by a symmetric or an antisymmetric form.

        Slansky, table 12: pseudoreal irreps exist for n = 2 mod 4 only, when the middle label is odd.
        """
        if self.conjugate != self:
            return "complex"
        if self.n % 4 == 2 and self.labels[self.n // 2 - 1] % 2 == 1:
            return "pseudoreal"
        return "real"

    @property
    def is_barred(self) -> bool:
        """Whether it is the barred one of a conjugate pair: its tensors have more lower than upper indices.

        Columns of the Young diagram longer than n/2 count as lower indices, so [0,1] and [1,2] of SU(3) are
        barred, and the 45 of SU(5), a tensor with two upper and one lower index, is [0,1,0,1]. Where this
        does not decide, the irrep with more boxes is barred, or the one with the smaller labels.
        """
        mirror = self.conjugate
        return (-self._net_upper, self.boxes, mirror.labels) > (-mirror._net_upper, mirror.boxes, self.labels)

    @property
    def _net_upper(self) -> int:
        """Upper minus lower indices of its tensors; columns of n/2 boxes are left out, being both."""
        heights = ((k, label) for k, label in enumerate(self.labels, start=1) if 2 * k != self.n)
        return sum(label * (k if 2 * k < self.n else k - self.n) for k, label in heights)

    @property
    def name(self) -> str:
        """Name by dimension ("3", "6bar", "8"), or by Dynkin labels ("[2,1]") where that is not enough.

        `from_dimension_name` reads it back.
        """
        dimension = self.dimension
        if dimension > MAX_DIMENSION:
            return self.dynkin_name
        others = set(labels_of_dimension(self.n, dimension)) - {self.labels, self.conjugate.labels}
        if others:
            return self.dynkin_name
        return f"{dimension}bar" if self.is_barred else str(dimension)

    @property
    def dynkin_name(self) -> str:
        """The Dynkin labels in brackets."""
        return "[" + ",".join(map(str, self.labels)) + "]"


def singlet(n: int) -> Irrep:
    """The trivial representation."""
    return _irrep(n, {})


def fundamental(n: int) -> Irrep:
    """The defining representation."""
    return _irrep(n, {1: 1})


def antifundamental(n: int) -> Irrep:
    """The conjugate of the fundamental; for SU(2) the fundamental itself."""
    return _irrep(n, {n - 1: 1})


def adjoint(n: int) -> Irrep:
    """The adjoint representation."""
    return _irrep(n, {1: 2} if n == 2 else {1: 1, n - 1: 1})


def symmetric(n: int) -> Irrep:
    """The symmetric tensor with two upper indices; for SU(2) the adjoint."""
    return _irrep(n, {1: 2})


def antisymmetric(n: int) -> Irrep:
    """The antisymmetric tensor with two upper indices; a singlet for SU(2), the antifundamental for SU(3)."""
    return _irrep(n, {2: 1} if n > 2 else {})


def _irrep(n: int, labels: dict[int, int]) -> Irrep:
    return Irrep(n, tuple(labels.get(k, 0) for k in range(1, n)))


def from_dimension_name(n: int, text: str) -> Irrep:
    """The irrep of SU(n) that a physicist calls "3", "3bar", "8" or "6bar", or by Dynkin labels "[1,1]".

    Raises:
        RepresentationError: if no irrep has this name or several have it; `suggestions` names
            those that exist.
    """
    group = f"SU({n})"
    text = text.strip()
    if not 2 <= n <= MAX_N:
        raise RepresentationError(f"{group} is outside SU(2) to SU({MAX_N})")
    if re.fullmatch(r"\[\s*\d{1,6}(\s*,\s*\d{1,6})*\s*\]", text, re.ASCII):
        irrep = Irrep(n, tuple(int(label) for label in text[1:-1].split(",")))
        if irrep.dimension > MAX_DIMENSION:
            raise RepresentationError(f"{text} of {group} has more than {MAX_DIMENSION} components")
        return irrep
    match = re.fullmatch(r"(\d{1,9})(bar)?", text, re.ASCII)
    if match is None:
        number = re.search(r"\d{1,5}", text, re.ASCII)
        guesses = (number.group(), f"{number.group()}bar") if number else (str(n), fundamental(n).dynkin_name)
        raise RepresentationError(
            f"`{text}` is not a representation; write a dimension, as in `{n}`, or Dynkin labels", guesses
        )
    return _of_dimension(n, int(match[1]), barred=match[2] is not None)


def _of_dimension(n: int, dimension: int, *, barred: bool) -> Irrep:
    group = f"SU({n})"
    if dimension > MAX_DIMENSION:
        raise RepresentationError(f"{dimension} is more than the {MAX_DIMENSION} components that are supported")
    irreps = [Irrep(n, labels) for labels in labels_of_dimension(n, dimension)]
    if not irreps:
        nearby = [size for size in nearest_dimensions(n, dimension) if size <= MAX_DIMENSION]
        candidates = (Irrep(n, labels) for size in nearby for labels in labels_of_dimension(n, size))
        names = {irrep.name: None for irrep in sorted(candidates, key=lambda irrep: irrep.is_barred)}
        raise RepresentationError(
            f"{group} has no irrep of dimension {dimension}; the nearest is {' or '.join(map(str, nearby))}",
            tuple(names),
        )
    matching = [irrep for irrep in irreps if irrep.is_barred == barred]
    if not matching:
        raise RepresentationError(
            f"the {dimension} of {group} is equal to its conjugate, so there is no {dimension}bar",
            tuple(irrep.name for irrep in irreps),
        )
    if len(matching) > 1:
        names = {irrep.dynkin_name: None for irrep in matching}
        suffix = "bar" if barred else ""
        raise RepresentationError(
            f"{dimension}{suffix} of {group} can be {' or '.join(names)}; write the Dynkin labels",
            tuple(names),
        )
    return matching[0]
