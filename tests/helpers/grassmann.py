"""Lagrangians of anticommuting fields written out in components with Dirac matrices, for comparison term by term.

A polynomial maps products of generators, sorted, to numbers. A generator is (name, conjugated, indices...).
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import permutations, product

import numpy as np
from numpy.typing import NDArray

Generator = tuple[str, bool, int, int, int, int]
"""Field, conjugated, generation, colour, weak, spinor component."""

Polynomial = dict[tuple[Generator, ...], complex]
Array = NDArray[np.complex128]
Spinor = list[Polynomial]

PAULI: list[Array] = [
    np.array(m, dtype=np.complex128) for m in ([[0, 1], [1, 0]], [[0, -1j], [1j, 0]], [[1, 0], [0, -1]])
]
ZERO, ONE = np.zeros((2, 2)), np.eye(2)
GAMMA: list[Array] = [np.block([[ZERO, ONE], [ONE, ZERO]]).astype(np.complex128)] + [
    np.block([[ZERO, s], [-s, ZERO]]).astype(np.complex128) for s in PAULI
]
METRIC = (1, -1, -1, -1)
CHARGE: Array = 1j * GAMMA[2] @ GAMMA[0]
SIGMA = {(m, n): 0.5j * (GAMMA[m] @ GAMMA[n] - GAMMA[n] @ GAMMA[m]) for m, n in product(range(4), repeat=2)}
LEFT = ("q", "l")
COLOURS = {"q": 3, "u": 3, "d": 3, "l": 1, "e": 1}
WEAK = {"q": 2, "u": 1, "d": 1, "l": 2, "e": 1}
EPSILON = np.array([[0, 1], [-1, 0]])
BARYON_VIOLATING = {"duql": ((2, 3),), "qque": ((0, 1),), "qqql": ((0, 3), (1, 2)), "duue": ()}
"""The doublets, by their places, between which eps_jk stands."""


def gell_mann() -> list[Array]:
    """T^A = lambda^A/2."""
    found: list[Array] = []
    for i in range(3):
        for j in range(i):
            for value in (1, -1j):
                matrix = np.zeros((3, 3), dtype=np.complex128)
                matrix[j, i], matrix[i, j] = value, np.conj(value)
                found.append(matrix / 2)
    found.append(np.diag([1, -1, 0]).astype(np.complex128) / 2)
    found.append(np.diag([1, 1, -2]).astype(np.complex128) / np.sqrt(12))
    return found


def add(parts: Iterable[Polynomial]) -> Polynomial:
    """The sum."""
    total: Polynomial = {}
    for part in parts:
        for monomial, value in part.items():
            total[monomial] = total.get(monomial, 0) + value
    return total


def scale(factor: complex, part: Polynomial) -> Polynomial:
    """A number times a polynomial."""
    return {monomial: factor * value for monomial, value in part.items()} if factor else {}


def multiply(first: Polynomial, second: Polynomial) -> Polynomial:
    """The product of anticommuting polynomials."""
    total: Polynomial = {}
    for left, a in first.items():
        for right, b in second.items():
            word = list(left + right)
            if len(set(word)) < len(word):
                continue
            sign = 1
            for i in range(len(word)):
                for j in range(i):
                    if word[j] > word[i]:
                        sign = -sign
            monomial = tuple(sorted(word))
            total[monomial] = total.get(monomial, 0) + sign * a * b
    return total


def dagger(part: Polynomial) -> Polynomial:
    """The hermitian conjugate: the order of factors is reversed."""
    found: list[Polynomial] = []
    for word, value in part.items():
        result: Polynomial = {(): value.conjugate() if isinstance(value, complex) else value}
        for name, conjugated, *rest in reversed(word):
            generator: Generator = (name, not conjugated, rest[0], rest[1], rest[2], rest[3])
            result = multiply(result, {(generator,): 1})
        found.append(result)
    return add(found)


def spinor(name: str, generation: int, colour: int = 0, weak: int = 0) -> Spinor:
    """The Dirac spinor of a chiral field, two of whose components vanish."""
    upper = name in LEFT
    found: Spinor = []
    for component in range(4):
        present = (component < 2) == upper
        found.append({((name, False, generation, colour, weak, component),): 1} if present else {})
    return found


def bar(field: Spinor) -> Spinor:
    """psi^dag gamma^0."""
    conjugate = [dagger(component) for component in field]
    return [add(scale(GAMMA[0][i, j], conjugate[i]) for i in range(4)) for j in range(4)]


def bar_charge_conjugate(field: Spinor) -> Spinor:
    """The Dirac adjoint of the charge conjugate, psi^T C."""
    return [add(scale(CHARGE[i, j], field[i]) for i in range(4)) for j in range(4)]


def bilinear(left: Spinor, matrix: Array, right: Spinor) -> Polynomial:
    """left matrix right."""
    pairs = product(range(4), repeat=2)
    return add(
        scale(matrix[i, j], multiply(left[i], right[j])) for i, j in pairs if matrix[i, j] and left[i] and right[j]
    )


def operator(name: str, p: int, r: int, s: int, t: int) -> Polynomial:
    """A four-fermion operator of the Warsaw basis, arXiv:1008.4884, Tab. 3, with generations p, r, s, t."""
    if name in ("ledq", "quqd1", "quqd8", "lequ1", "lequ3"):
        return _scalar(name, p, r, s, t)
    if name in BARYON_VIOLATING:
        return _baryon_violating(name, p, r, s, t)
    fields = name.rstrip("138")
    first, second = fields[0], fields[1]
    colour: list[Array] = gell_mann() if name.endswith("8") else []
    weak = PAULI if name.endswith("3") else []
    parts: list[Polynomial] = []
    for mu in range(4):
        generators = [(m, ONE) for m in colour] or [(np.eye(3), m) for m in weak] or [(np.eye(3), ONE)]
        for c, w in generators:
            currents = [current(f, i, j, mu, c, w) for f, i, j in ((first, p, r), (second, s, t))]
            parts.append(scale(METRIC[mu], multiply(*currents)))
    return add(parts)


def current(name: str, i: int, j: int, mu: int, colour: Array, weak: Array) -> Polynomial:
    """psibar_i gamma^mu (colour x weak) psi_j."""
    parts: list[Polynomial] = []
    for a, b in product(range(COLOURS[name]), repeat=2):
        for m, n in product(range(WEAK[name]), repeat=2):
            c = colour[a, b] if COLOURS[name] == 3 else 1
            w = weak[m, n] if WEAK[name] == 2 else 1
            if c * w:
                value = bilinear(bar(spinor(name, i, a, m)), GAMMA[mu], spinor(name, j, b, n))
                parts.append(scale(c * w, value))
    return add(parts)


def _scalar(name: str, p: int, r: int, s: int, t: int) -> Polynomial:
    unit = np.eye(4, dtype=np.complex128)
    first, second, third, fourth = name[:4]
    parts: list[Polynomial] = []
    colours = gell_mann() if name.endswith("8") else [np.eye(3)]
    for m, n in product(range(2), repeat=2):
        if name == "ledq":
            if m == n:
                for c in range(3):
                    lepton = bilinear(bar(spinor("l", p, 0, m)), unit, spinor("e", r))
                    parts.append(multiply(lepton, bilinear(bar(spinor("d", s, c)), unit, spinor("q", t, c, m))))
            continue
        if not EPSILON[m, n]:
            continue
        pairs = [(SIGMA[k], METRIC[k[0]] * METRIC[k[1]]) for k in SIGMA] if name == "lequ3" else [(unit, 1)]
        for matrix, sign in pairs:
            for generator in colours:
                left = _density(first, p, m, second, r, matrix, generator)
                right = _density(third, s, n, fourth, t, matrix, generator)
                parts.append(scale(sign * EPSILON[m, n], multiply(left, right)))
    return add(parts)


def _baryon_violating(name: str, p: int, r: int, s: int, t: int) -> Polynomial:
    """eps_abc (f_1^T C f_2)(f_3^T C f_4), Tab. 3 of arXiv:1008.4884; in qqql as in its version 3 and later."""
    unit = np.eye(4, dtype=np.complex128)
    parts: list[Polynomial] = []
    for a, b, c in permutations(range(3)):
        colour = int(np.linalg.det(np.eye(3)[[a, b, c]]).round())
        for weak in product(*(range(WEAK[field]) for field in name)):
            sign = colour * int(np.prod([EPSILON[weak[i], weak[j]] for i, j in BARYON_VIOLATING[name]]))
            if sign:
                fields = [
                    spinor(field, generation, index, w)
                    for field, generation, index, w in zip(name, (p, r, s, t), (a, b, c, 0), weak, strict=True)
                ]
                first = bilinear(bar_charge_conjugate(fields[0]), unit, fields[1])
                second = bilinear(bar_charge_conjugate(fields[2]), unit, fields[3])
                parts.append(scale(sign, multiply(first, second)))
    return add(parts)


def _density(first: str, i: int, weak: int, second: str, j: int, matrix: Array, colour: Array) -> Polynomial:
    size = COLOURS[first]
    return add(
        scale(
            colour[a, b] if size == 3 else 1,
            bilinear(bar(spinor(first, i, a, weak)), matrix, spinor(second, j, b)),
        )
        for a, b in product(range(size), repeat=2)
    )
