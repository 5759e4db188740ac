"""Seesaws: masses of light neutrinos from the operator of Weinberg, against those of the full mass matrix."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from numpy.typing import NDArray
from tests.helpers.smeft import resolve_text

from zmodel.derive.matching import derive_matching
from zmodel.derive.warsaw import WEINBERG
from zmodel.derive.wcxf import evaluate_matching

Array = NDArray[np.complex128]
VACUUM = 0.02

FIELDS = {
    "right": "fermion F{n} right\nmass M{n} = bar(cc(F{n})) F{n}\nyukawa y{n} = bar(L) tilde(H) F{n}",
    "left": "fermion F{n} left\nmass M{n} = F{n} F{n}\nyukawa y{n} = L H F{n}",
    "triplet": "fermion F{n} right (SU2L: 3)\nmass M{n} = bar(cc(F{n})) F{n}\nyukawa y{n} = bar(L) F{n} tilde(H)",
    "left triplet": "fermion F{n} left (SU2L: 3)\nmass M{n} = bar(cc(F{n})) F{n}\nyukawa y{n} = L F{n} H",
}


def matched(kinds: list[str], couplings: Array, masses: Array) -> dict[str, complex]:
    """Coefficients of several heavy fields."""
    lines = [FIELDS[kind].format(n=n) + f"\nparam S{n} : real\nintegrate F{n} at S{n}" for n, kind in enumerate(kinds)]
    results, diagnostics = derive_matching(resolve_text("model t\nuse sm\n" + "\n".join(lines)))
    assert not diagnostics, [item.message for item in diagnostics]
    values = {f"y{n}[{i + 1}]": couplings[n, i] for n in range(len(kinds)) for i in range(3)}
    values |= {f"M{n}": mass for n, mass in enumerate(masses)}
    values |= {f"Ye[{i},{j}]": 0.0 for i in (1, 2, 3) for j in (1, 2, 3)}
    return evaluate_matching(results, values)


def weinberg(found: dict[str, complex]) -> Array:
    """C as a symmetric matrix."""
    matrix = np.zeros((3, 3), dtype=np.complex128)
    for i, j in product(range(3), repeat=2):
        matrix[i, j] = found[f"{WEINBERG}_{min(i, j) + 1}{max(i, j) + 1}"] / (1 if i == j else 2)
    return matrix


@pytest.mark.parametrize(
    "kinds",
    [["right", "right"], ["right", "left"], ["triplet", "triplet"], ["right", "triplet"], ["left", "left triplet"]],
)
def test_masses_of_light_neutrinos(kinds: list[str]) -> None:
    """L = -n^T M n/2 of (nu, F), of which a right-handed field is the conjugate; phases of both couplings matter."""
    rng = np.random.default_rng(3)
    couplings = rng.normal(size=(2, 3)) + 1j * rng.normal(size=(2, 3))
    masses = np.array([1 + 0.5j, -0.7 + 1.1j])
    full = np.zeros((5, 5), dtype=np.complex128)
    for n, kind in enumerate(kinds):
        y, mass = (couplings[n], masses[n]) if kind.startswith("left") else (couplings[n].conj(), masses[n].conj())
        full[:3, 3 + n] = full[3 + n, :3] = y * VACUUM / np.sqrt(2)
        full[3 + n, 3 + n] = 2 * mass
    light = np.linalg.svd(full, compute_uv=False)[2:4]
    effective = VACUUM**2 * np.linalg.svd(weinberg(matched(kinds, couplings, masses)), compute_uv=False)
    assert effective[:2] == pytest.approx(light, rel=2e-3)
    assert effective[2] == pytest.approx(0, abs=1e-12)


def test_what_does_not_violate_lepton_number_is_that_of_a_dirac_fermion() -> None:
    """For each of the fields, and M the same."""
    for irrep in ("", "(SU2L: 3)"):
        dirac = (
            f"model t\nuse sm\nparam M : real\nfermion FL left {irrep}\nfermion FR right {irrep}\nmass m = bar(FL) FR\n"
            f"yukawa y0 = bar(L) {'FR tilde(H)' if irrep else 'tilde(H) FR'}\nintegrate FR at M"
        )
        results, _ = derive_matching(resolve_text(dirac))
        y = np.array([[0.3 + 0.1j, -0.2j, 0.7]])
        values = {f"y0[{i + 1}]": y[0, i] for i in range(3)} | {"m": 4.0 - 1j}
        values |= {f"Ye[{i},{j}]": 0.1 * i + 0.2j * j for i in (1, 2, 3) for j in (1, 2, 3)}
        wanted = evaluate_matching(results, values)
        lines = FIELDS["triplet" if irrep else "right"].format(n=0) + "\nparam S0 : real\nintegrate F0 at S0"
        results, _ = derive_matching(resolve_text("model t\nuse sm\n" + lines))
        found = evaluate_matching(results, values | {"M0": 2.0 - 0.5j})
        assert {name: value for name, value in found.items() if not name.startswith(WEINBERG)} == pytest.approx(wanted)
        assert len(found) == len(wanted) + 6
