"""U(1) couplings as numbers: the matrix h, its variables in a form of kinetic mixing, and heavy bosons taken out.

A heavy U(1) boson is zero at low energies, so that the kinetic matrix h^-1 of the others is a block of the whole one:
`L = -1/4 F_a (h^-1)_ab F_b` with `D = d - i q_a A_a` (see `mixing`). Whatever gives it mass is neutral under the rest.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from zmodel.derive.beta.mixing import INVERSE_FORMS, AbelianSector

Numbers = NDArray[np.float64]

NOT_POSITIVE = "kinetic terms of U(1)s are not positive"
"""Says that there is no theory with these mixings."""


def coupling_numbers(sector: AbelianSector, values: Mapping[str, Any]) -> Numbers:
    """The matrix h in the order of the sector's groups.

    Args:
        sector: the U(1)s and the form of their kinetic mixing.
        values: real numbers of couplings and mixings by name; mixings that are left out vanish.

    Raises:
        ValueError: if kinetic terms are not positive.
    """
    couplings = np.array([float(np.real(values[sector.coupling(name)])) for name in sector.names])
    if sector.form == "triangular":
        factor = np.diag(couplings) + _mixing_numbers(sector, values)
        return np.asarray(factor @ factor.T)
    if not is_positive(sector, values):
        raise ValueError(NOT_POSITIVE)
    unit = _kinetic(sector, values)
    scale = np.outer(couplings, couplings)
    return np.asarray(scale * (np.linalg.inv(unit) if sector.form in INVERSE_FORMS else unit))


def is_positive(sector: AbelianSector, values: Mapping[str, Any]) -> Any:
    """Whether kinetic terms are positive, so that there is a theory, at one point or at each of many.

    Args:
        sector: the U(1)s and the form of their kinetic mixing.
        values: real numbers of couplings and mixings by name, or one for each point; what is left out vanishes.
    """
    if sector.form == "triangular" or not sector.mixings:
        return True
    with np.errstate(all="ignore"):
        kinetic = _kinetic(sector, values)
        finite = np.asarray(np.isfinite(kinetic).all(axis=(-2, -1)))
        least = np.linalg.eigvalsh(np.where(finite[..., None, None], kinetic, 0.0))[..., 0]
    return finite & (least > 0)


def is_fixed(sector: AbelianSector, varied: Collection[str]) -> bool:
    """Whether the kinetic matrix does not depend on what varies."""
    names = {*sector.mixings.values(), *_weak_names(sector)}
    return sector.form in ("", "triangular") or not names & set(varied)


def variables_of(sector: AbelianSector, h: Numbers, values: Mapping[str, Any]) -> dict[str, float]:
    """Couplings and mixings from h: the inverse of `coupling_numbers` for positive couplings.

    Args:
        sector: the U(1)s and the form of their kinetic mixing.
        h: in the order of the sector's groups.
        values: further couplings, of which dark_epsilon needs that of SU(2).
    """
    if sector.form == "triangular":
        # h = G G^T with G upper triangular: Cholesky's factor from the other end.
        factor = np.linalg.cholesky(h[::-1, ::-1])[::-1, ::-1]
        couplings, unit = np.diag(factor), factor
    else:
        matrix = np.linalg.inv(h) if sector.form in INVERSE_FORMS else h
        norms = np.sqrt(np.diag(matrix))
        couplings = 1 / norms if sector.form in INVERSE_FORMS else norms
        unit = matrix / np.outer(norms, norms)
    found = {sector.coupling(name): float(value) for name, value in zip(sector.names, couplings, strict=True)}
    sign = 1.0 if sector.form == "triangular" else _sign(sector, {**values, **found})
    place = {name: i for i, name in enumerate(sector.names)}
    return found | {name: float(unit[place[a], place[b]]) / sign for (a, b), name in sector.mixings.items()}


def _kinetic(sector: AbelianSector, values: Mapping[str, Any]) -> Numbers:
    """The matrix with ones on its diagonal that the form of mixing stands for; one for each point, (..., n, n)."""
    sign = np.asarray(_sign(sector, values))[..., None, None]
    mixing = sign * _mixing_numbers(sector, values)
    return np.asarray(np.eye(len(sector.names)) + mixing + np.swapaxes(mixing, -1, -2))


def _mixing_numbers(sector: AbelianSector, values: Mapping[str, Any]) -> Numbers:
    """The mixings in the upper or lower triangle, as their pairs are declared; one matrix for each point."""
    place = {name: i for i, name in enumerate(sector.names)}
    numbers = {pair: np.real(values.get(name, 0.0)) for pair, name in sector.mixings.items()}
    shape = np.broadcast_shapes(*(np.shape(number) for number in numbers.values()))
    matrix = np.zeros((*shape, len(place), len(place)))
    for (a, b), number in numbers.items():
        matrix[..., place[a], place[b]] = number
    return matrix


def _sign(sector: AbelianSector, values: Mapping[str, Any]) -> Any:
    """What multiplies a mixing in the kinetic matrix, see `mixing`; at one point or at each of many."""
    if sector.form == "epsilon_plus":
        return -1.0
    if sector.form == "dark_epsilon":
        weak, hyper = (np.real(values[name]) for name in _weak_names(sector))
        return np.hypot(weak, hyper) / weak
    return 1.0


def _weak_names(sector: AbelianSector) -> tuple[str, ...]:
    """The couplings that the kinetic matrix depends on: those of c_W in dark_epsilon."""
    return (sector.weak_coupling, sector.coupling(sector.hypercharge)) if sector.form == "dark_epsilon" else ()


# ------------------------------------------------------------------ thresholds
def below_threshold(above: AbelianSector, below: AbelianSector, values: Mapping[str, Any]) -> dict[str, float]:
    """Couplings and mixings of the U(1)s that are left when heavy ones are taken out.

    Args:
        above: all U(1)s.
        below: those that are left, in the same form of mixing.
        values: couplings above, by name.
    """
    kinetic = np.linalg.inv(coupling_numbers(above, values))
    places = [above.names.index(name) for name in below.names]
    return variables_of(below, np.linalg.inv(kinetic[np.ix_(places, places)]), values)


def above_threshold(below: AbelianSector, above: AbelianSector, values: Mapping[str, Any]) -> dict[str, float]:
    """Couplings and mixings above from those below: what `below_threshold` takes there.

    Args:
        below: the light U(1)s.
        above: all of them.
        values: couplings below, and those of heavy U(1)s and their mixings, by name.

    Raises:
        ValueError: if there are none.
    """
    from scipy.optimize import root

    names = list(variables_of(below, coupling_numbers(below, values), values))
    wanted = np.array([float(np.real(values.get(name, 0))) for name in names])

    def mismatch(numbers: Numbers) -> Numbers:
        found = below_threshold(above, below, {**values, **dict(zip(names, numbers, strict=True))})
        return np.asarray([found[name] - number for name, number in zip(names, wanted, strict=True)])

    if not np.any(mismatch(wanted)):
        return dict(zip(names, wanted.tolist(), strict=True))
    solution = root(mismatch, wanted, tol=1e-14)
    if np.max(np.abs(mismatch(solution.x))) > 1e-10 * np.max(np.abs(wanted)):
        raise ValueError("no couplings above the threshold give those below")
    return dict(zip(names, solution.x.tolist(), strict=True))
