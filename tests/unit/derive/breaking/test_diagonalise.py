"""Eigenstates of mass matrices that are made up, with norms that are not 1, against NumPy."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pytest
import sympy
from numpy.typing import NDArray

from zmodel.derive.breaking.diagonalise import Eigenstate, Rotation, components, diagonalise
from zmodel.derive.breaking.mass_matrix import MassMatrix
from zmodel.derive.to_sympy import Expr

LIGHT = sympy.ImmutableMatrix([[5, 2, 1, 3], [2, 9, -2, 1], [1, -2, 4, 1], [3, 1, 1, 7]]) / 8
"""The part of light scalars; the last two fields are heavy, too."""
NORMS = tuple(sympy.Rational(n, 9) for n in (4, 16, 25, 1))
States = Mapping[int, tuple[float, NDArray[np.complex128]]]
"""By field, squared mass and coefficients of the fields."""


def heavy_part(scale: int, mixes: bool) -> sympy.ImmutableMatrix:
    off = sympy.Integer(scale**2) if mixes else 0
    return sympy.ImmutableMatrix(4, 4, [0] * 10 + [3 * scale**2, off, 0, 0, off, 2 * scale**2])


def made_up(fields: tuple[int, ...], scale: int, *, light_mixes: bool, heavy_mixes: bool) -> MassMatrix:
    """Some of the four fields; light ones mix, or mix through heavy ones only, and so do heavy ones."""
    light = sympy.Matrix(LIGHT)
    for i, j, is_kept in ((0, 1, light_mixes), (2, 3, heavy_mixes)):
        light[i, j] = light[j, i] = light[i, j] if is_kept else 0
    parts = (light, heavy_part(scale, heavy_mixes))
    heavy, own = (sympy.ImmutableMatrix(part.extract(fields, fields)) for part in reversed(parts))
    return MassMatrix(heavy, own, tuple(NORMS[i] for i in fields), ())


def number(expression: Expr, rotations: tuple[Rotation, ...]) -> complex:
    angles: dict[Expr, Expr] = {}
    for rotation in rotations:
        assert rotation.angle.is_real
        angles[rotation.angle] = sympy.atan(rotation.tan_double) / 2
    return complex(expression.xreplace(angles))


def expected_states(matrix: MassMatrix) -> States:
    """Each eigenvector by the field that is largest in it, whose coefficient is positive."""
    norms = np.array(matrix.norms, dtype=float)
    normalised = np.array(matrix.total, dtype=complex) / np.sqrt(np.outer(norms, norms))
    found = {}
    values, vectors = np.linalg.eigh(normalised)
    for value, vector in zip(values, vectors.T, strict=True):
        largest = int(np.argmax(np.abs(vector)))
        found[largest] = (float(value), vector * np.abs(vector[largest]) / vector[largest])
    assert len(found) == len(norms)
    return found


def errors(matrix: MassMatrix) -> NDArray[np.float64]:
    """Of heavy limits: relative ones of squared masses, without and with their first correction; those of states, in
    fields of the other scale and in fields of their own scale.
    """
    states, rotations = diagonalise(matrix, tuple(range(matrix.size)), "alpha")
    expected = expected_states(matrix)
    is_heavy = np.array([matrix.heavy[i, i] != 0 for i in range(matrix.size)])
    worst = np.zeros(4)
    for state in states:
        limit = state.heavy_limit
        assert limit is not None
        value, vector = expected[state.like]
        masses = [abs(number(m, rotations) / value - 1) for m in (limit.leading_mass_squared, limit.mass_squared)]
        found = [number(sympy.sympify(limit.content.get(i, 0)), rotations) for i in range(matrix.size)]
        difference, is_other = np.abs(found - vector), is_heavy != is_heavy[state.like]
        worst = np.maximum(worst, [*masses, np.max(difference[is_other]), np.max(difference[~is_other])])
    return worst


@pytest.mark.parametrize("light_mixes", [True, False])
@pytest.mark.parametrize("heavy_mixes", [True, False])
@pytest.mark.parametrize("fields", [(0, 2), (0, 1, 2), (0, 2, 3), (0, 1, 2, 3)], ids=str)
def test_heavy_limits_converge(fields: tuple[int, ...], heavy_mixes: bool, light_mixes: bool) -> None:
    """With r the ratio of scales, what is wrong at r^2, and what only at r^4."""
    first, second = (
        errors(made_up(fields, scale, light_mixes=light_mixes, heavy_mixes=heavy_mixes)) for scale in (20, 80)
    )
    # Fields of one scale are mixed to leading order only.
    has_mixing_within = {0, 1} <= set(fields) or ({2, 3} <= set(fields) and heavy_mixes)
    powers = [2, 4, 4, 2 if has_mixing_within else 4]
    assert list(first / second) == [pytest.approx(4**power, rel=0.2) for power in powers]


def test_without_mixing_there_are_no_angles() -> None:
    """Two heavy fields that mix with a light one only, so that to leading order they are eigenstates."""
    matrix = made_up((0, 2, 3), 20, light_mixes=False, heavy_mixes=False)
    states, rotations = diagonalise(matrix, (0, 1, 2), "alpha")
    assert rotations == ()
    masses = [state.heavy_limit.leading_mass_squared for state in states if state.heavy_limit]
    assert masses[1:] == [3 * 400 / NORMS[2], 2 * 400 / NORMS[3]]


def test_a_field_that_does_not_mix() -> None:
    matrix = made_up((0, 2), 20, light_mixes=False, heavy_mixes=False)
    alone = MassMatrix(matrix.heavy, sympy.ImmutableMatrix(sympy.diag(5, 4)), matrix.norms, ())
    assert components(alone) == ((0,), (1,))
    assert diagonalise(alone, (1,), "alpha") == ((Eigenstate(1, 1204 / NORMS[2], {1: 1}, None, None),), ())


def test_the_small_angle() -> None:
    """sin(alpha) to leading order, and as a multiple of the ratio of squared masses: wrong at relative order r^2."""
    worst = []
    for scale in (20, 80):
        matrix = made_up((0, 2), scale, light_mixes=True, heavy_mixes=True)
        states, rotations = diagonalise(matrix, (0, 1), "alpha")
        (rotation,) = rotations
        assert rotation.leading is not None and rotation.coefficient is not None
        sine = np.sin(float(sympy.atan(rotation.tan_double)) / 2)
        first, second = (number(state.mass_squared, rotations) for state in states)
        found = np.array([complex(rotation.leading), complex(rotation.coefficient) * first / second])
        worst.append(np.abs(found / sine - 1))
    assert np.all(worst[0] < 0.1) and np.all(worst[1] < worst[0] / 12)


@pytest.mark.parametrize("phase", [1, -1, sympy.Rational(3, 5) + sympy.Rational(4, 5) * sympy.I], ids=str)
@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_two_states_exactly(order: tuple[int, int], phase: Expr) -> None:
    """Whichever is heavier, and with a phase: eigenvectors, orthonormal, the first field positive in the first."""
    form = sympy.Matrix([[7, 2 * phase], [2 * sympy.conjugate(phase), 3]]).extract(order, order)
    matrix = MassMatrix(sympy.ImmutableMatrix(sympy.zeros(2)), sympy.ImmutableMatrix(form), NORMS[:2], ())
    states, rotations = diagonalise(matrix, (0, 1), "alpha")
    (rotation,) = rotations
    assert abs(float(sympy.atan(rotation.tan_double))) <= np.pi / 2
    expected = expected_states(matrix)
    for state in states:
        assert state.content is not None
        vector = np.array([number(sympy.sympify(state.content[i]), rotations) for i in (0, 1)])
        np.testing.assert_allclose(vector, expected[state.like][1], atol=1e-12)
        np.testing.assert_allclose(number(state.mass_squared, rotations), expected[state.like][0], rtol=1e-12)
    np.testing.assert_allclose(float(rotation.determinant), expected[0][0] * expected[1][0], rtol=1e-12)


def test_a_light_boson() -> None:
    """The own mass of the second field far below what light scalars give: wrong at relative order r^2 and, for the
    heavier boson, whose mass has a correction, r^4.
    """
    worst = []
    light = sympy.ImmutableMatrix([[9, 6], [6, 4]])
    for own in (sympy.Rational(1, 400), sympy.Rational(1, 6400)):
        matrix = MassMatrix(sympy.ImmutableMatrix([[0, 0], [0, own]]), light, NORMS[:2], ())
        states, rotations = diagonalise(matrix, (0, 1), "alpha")
        relative = []
        for state in states:
            limit = state.light_limit
            assert limit is not None and state.content is not None
            exact = number(state.mass_squared, rotations)
            relative += [abs(number(limit.mass_squared, ()) / exact - 1)]
            relative += [abs(number(limit.content[i], ()) - number(state.content[i], rotations)) for i in (0, 1)]
        worst.append(relative)
    first, second = worst
    assert second[0] < first[0] / 100
    assert all(b < a / 12 for a, b in zip(first[1:], second[1:], strict=True))
