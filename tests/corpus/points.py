"""Random couplings of a model of the corpus, and its U(1) sector as a matrix.

Nothing here uses the formulas of the compiler: kinetic mixing is that of the table in `docs/conventions.md`.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from random import Random
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tests.helpers.evaluate import Value

from zmodel.derive.couplings import Coupling
from zmodel.driver import Analysis
from zmodel.model import Model

Matrix = NDArray[Any]


def random_point(analysis: Analysis, seed: str) -> dict[str, Value]:
    """Couplings of order one, complex ones where they may be, rounded so that they are exact in few digits."""
    draw = Random(seed)
    values: dict[str, Value] = {}
    for group in analysis.model.gauge_groups:
        values[group.coupling or ""] = round(draw.uniform(0.3, 1.1), 3)
    for mixing in analysis.model.mixings:
        values[mixing.name] = round(draw.uniform(-0.4, 0.4), 3)
    for name, coupling in analysis.couplings.couplings.items():
        if coupling.kept:
            values |= {entry.name: _random_number(draw) for entry in coupling.kept}
        else:
            values[name] = _random_value(coupling, draw)
    return values


def _random_value(coupling: Coupling, draw: Random) -> Value:
    def number() -> complex:
        value = _random_number(draw)
        return complex(value.real, 0) if coupling.kind == "potential" and coupling.is_real else value

    if not coupling.shape:
        return number()
    matrix = np.zeros(coupling.shape, dtype=complex)
    for indices in coupling.texture:
        matrix[indices] = number()
    if coupling.symmetry != "none":
        sign = 1 if coupling.symmetry == "symmetric" else -1
        matrix = np.triu(matrix) + sign * np.triu(matrix, 1).T
    return matrix


def _random_number(draw: Random) -> complex:
    real, imaginary = (round(draw.uniform(-0.6, 0.6), 3) for _ in range(2))
    return complex(real, imaginary)


# ------------------------------------------------------------------ the U(1)s
def abelian_names(model: Model) -> list[str]:
    """Names of the gauged U(1)s, in the order of the file."""
    return [group.name for group in model.abelian_groups]


def coupling_matrix(model: Model, values: Mapping[str, Value]) -> Matrix:
    """The matrix h of L = -1/4 F_a (h^-1)_ab F_b, D = d - i q_a A_a, of a form of kinetic mixing."""
    g, mixing = _couplings(model, values), _mixings(model, values)
    form = _form(model)
    if form == "triangular":
        factor = np.diag(g) + np.triu(mixing, 1)
        return np.asarray(factor @ factor.T)
    if form == "eta":
        return np.asarray((np.eye(len(g)) + mixing) * np.outer(g, g))
    kinetic = np.eye(len(g)) + mixing * _to_kinetic(model, form, values)
    return np.asarray(np.linalg.inv(kinetic / np.outer(g, g)))


def couplings_of_matrix(model: Model, h: Matrix, weak: complex = 0) -> dict[str, complex]:
    """The inverse of `coupling_matrix`; both are analytic, so that derivatives come from imaginary parts.

    Args:
        model: with a form of kinetic mixing.
        h: the matrix.
        weak: coupling of SU(2), for the form dark_epsilon.
    """
    names, form = abelian_names(model), _form(model)
    if form == "triangular":
        factor = upper_factor(h)
        g, mixing = np.diag(factor), factor
    elif form == "eta":
        g = np.sqrt(np.diag(h))
        mixing = h / np.outer(g, g)
    else:
        inverse = np.linalg.inv(h)
        g = 1 / np.sqrt(np.diag(inverse))
        first = {_coupling_name(model, names[0]): g[0], **_weak(model, weak)}
        mixing = inverse * np.outer(g, g) / _to_kinetic(model, form, first)
    result = {_coupling_name(model, name): complex(value) for name, value in zip(names, g, strict=True)}
    for item in model.mixings:
        result[item.name] = complex(mixing[names.index(item.first), names.index(item.second)])
    return result


def upper_factor(h: Matrix) -> Matrix:
    """The upper triangular G with h = G G^T and a positive diagonal."""
    rest, factor = np.array(h), np.zeros_like(h)
    for i in reversed(range(len(h))):
        factor[: i + 1, i] = rest[: i + 1, i] / np.sqrt(rest[i, i])
        rest = rest - np.outer(factor[:, i], factor[:, i])
    return factor


def derivative_of_couplings(
    model: Model, h: Matrix, rate: Matrix, weak: float = 0, weak_rate: float = 0
) -> dict[str, float]:
    """d/dlnmu of couplings and mixings from dh/dlnmu, by a step along the imaginary axis."""
    step = 1e-30
    moved = couplings_of_matrix(model, h + 1j * step * rate, weak + 1j * step * weak_rate)
    return {name: value.imag / step for name, value in moved.items()}


def _form(model: Model) -> str:
    return model.mixings[0].form if model.mixings else "eta"


def _to_kinetic(model: Model, form: str, values: Mapping[str, Value]) -> Any:
    """What turns a mixing into an entry of the kinetic matrix, of which it may be the negative or a part."""
    if form == "epsilon_plus":
        return -1
    if form == "dark_epsilon":
        (weak,) = _weak(model, 0)
        g1, g2 = values[_coupling_name(model, abelian_names(model)[0])], values[weak]
        return np.sqrt(np.asarray(g1) ** 2 + np.asarray(g2) ** 2) / np.asarray(g2)
    return 1


def _weak(model: Model, value: complex) -> dict[str, complex]:
    return {group.coupling or "": value for group in model.gauge_groups if group.name == "SU2L"}


def _coupling_name(model: Model, group: str) -> str:
    return model.group(group).coupling or ""


def _couplings(model: Model, values: Mapping[str, Value]) -> Matrix:
    return _plain([np.asarray(values[_coupling_name(model, name)]).item() for name in abelian_names(model)])


def _mixings(model: Model, values: Mapping[str, Value]) -> Matrix:
    names = abelian_names(model)
    matrix = np.zeros((len(names), len(names)), dtype=complex)
    known = {(item.first, item.second): item.name for item in model.mixings}
    for (i, first), (j, second) in combinations(enumerate(names), 2):
        matrix[i, j] = matrix[j, i] = np.asarray(values[known[first, second]]).item()
    return _plain(matrix)


def _plain(numbers: Any) -> Matrix:
    """Real numbers unless there is an imaginary part, be it as small as those that derivatives are taken with."""
    array = np.asarray(numbers, dtype=complex)
    return array if np.any(array.imag) else array.real
