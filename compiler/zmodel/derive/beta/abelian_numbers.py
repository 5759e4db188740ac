"""U(1) couplings as numbers: the matrix h, its variables in a form of kinetic mixing, and heavy bosons taken out.

A heavy U(1) boson is zero at low energies, so that the kinetic matrix h^-1 of the others is a block of the whole one:
`L = -1/4 F_a (h^-1)_ab F_b` with `D = d - i q_a A_a` (see `mixing`). Whatever gives it mass is neutral under the rest.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from zmodel.derive.beta.mixing import INVERSE_FORMS, AbelianSector

Numbers = NDArray[np.float64]


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
        factor = np.diag(couplings) + _mixing_numbers(sector, values, symmetric=False)
        return np.asarray(factor @ factor.T)
    unit = np.eye(len(couplings)) + _sign(sector, values) * _mixing_numbers(sector, values)
    if len(unit) and np.linalg.eigvalsh(unit)[0] <= 0:
        raise ValueError("kinetic terms of U(1)s are not positive")
    scale = np.outer(couplings, couplings)
    return np.asarray(scale * (np.linalg.inv(unit) if sector.form in INVERSE_FORMS else unit))


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


def _mixing_numbers(sector: AbelianSector, values: Mapping[str, Any], symmetric: bool = True) -> Numbers:
    place = {name: i for i, name in enumerate(sector.names)}
    matrix = np.zeros((len(place), len(place)))
    for (a, b), name in sector.mixings.items():
        matrix[place[a], place[b]] = float(np.real(values.get(name, 0)))
    return matrix + matrix.T if symmetric else matrix


def _sign(sector: AbelianSector, values: Mapping[str, Any]) -> float:
    """What multiplies a mixing in the kinetic matrix, see `mixing`."""
    if sector.form == "epsilon_plus":
        return -1.0
    if sector.form == "dark_epsilon":
        names = sector.weak_coupling, sector.coupling(sector.hypercharge)
        weak, hyper = (float(np.real(values[name])) for name in names)
        return float(np.hypot(weak, hyper)) / weak
    return 1.0


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
