"""Heavy singlets and triplets that couple to two Higgs doublets: what is left, against the full theory in its vacuum.

Masses of W, Z, the Higgs boson and a fermion, and the coupling of these two, are computed from the Lagrangian with the
heavy field and from that with operators of dimension six; both agree up to terms that fall like 1/M^4, the heavy
field's cubic coupling being proportional to M. The formulas of the effective theory are those of R. Alonso, E. Jenkins,
A. Manohar, M. Trott, arXiv:1312.2014, Sec. 2 and 3.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise, product

import mpmath
import numpy as np
import pytest
from tests.helpers.smeft import resolve_text

from zmodel.derive.matching import derive_matching
from zmodel.derive.warsaw import WEINBERG
from zmodel.derive.wcxf import evaluate_matching
from zmodel.model.expression import evaluate

LAMBDA, PORTAL, MASS_TERM, YUKAWA = 0.5, 0.4, -0.5, 0.9
STEP = mpmath.mpf(10) ** -12


@dataclass(frozen=True)
class Case:
    """One heavy field, whose neutral part is t.

    Attributes:
        text: of the model.
        cubic: V holds cubic * kappa h^2 t.
        portal: V holds portal * PORTAL h^2 t^2.
        charged: m_W^2 is (h^2 + charged t^2) g^2/4.
        neutral: m_Z^2 is (h^2 + neutral t^2) (g^2 + g'^2)/4.
        size: the quartic coupling is lower by size * kappa^2/M^2.
        motion: how much of it depends on the mass of the doublet, see `_Derivatives.motion`.
    """

    text: str
    cubic: float
    portal: float
    charged: int
    neutral: int
    size: float
    motion: int


CASES = {
    "singlet": Case(
        "scalar S real\npotential { k = S dag(H) H; m2 = 1/2 S^2; p = (dag(H) H) S^2 }",
        0.5, 0.5, 0, 0, 0.5, 0,
    ),
    # S^A H^dag sigma^A H is -S^3 h^2/2.
    "real triplet": Case(
        "scalar S real (SU2L: 3)\npotential { k = dag(H) S H; m2 = 1/2 S S; p = (dag(H) H) (S S) }",
        -0.5, 0.5, 4, 0, 0.5, 2,
    ),
    # The sum of |H^T eps sigma^A H|^2 is 2 (H^dag H)^2: one component is h^2/sqrt(2), and S^A S^A^* = t^2/2. With the
    # neutral component in S alone, S^dag H is (t h/sqrt(2), 0).
    "charged triplet": Case(
        "scalar S (SU2L: 3, Y: 1)\npotential { k = H H dag(S); m2 = dag(S) S; p = (dag(H) H) (dag(S) S)\n"
        "w = dag(H) S dag(S) H : chain1234 }",
        1.0, 0.75, 2, 4, 2.0, 1,
    ),
}  # fmt: skip


def light_mass_and_state(
    potential: Callable[..., mpmath.mpf], at: tuple[mpmath.mpf, mpmath.mpf]
) -> tuple[float, float]:
    """The light eigenvalue of the second derivatives, and the part of h in its eigenvector."""
    with mpmath.workdps(60):
        matrix = [[mpmath.diff(potential, at, n) for n in row] for row in (((2, 0), (1, 1)), ((1, 1), (0, 2)))]
        values, vectors = mpmath.eigsy(mpmath.matrix(matrix))
        return float(values[0]), abs(float(vectors[0, 0]))


def full(case: Case, mass: float) -> np.ndarray:
    """m_W^2, rho, m_f, m_h^2 and the coupling of h to f, for g = 2 and massless photons of any g'."""
    kappa = 0.3 * mass

    def potential(h: mpmath.mpf, t: mpmath.mpf) -> mpmath.mpf:
        own = MASS_TERM * h**2 / 2 + LAMBDA * h**4 / 4 + mass**2 * t**2 / 2
        return own + case.cubic * kappa * h**2 * t + case.portal * PORTAL * h**2 * t**2

    with mpmath.workdps(60):
        gradient = [
            lambda h, t: mpmath.diff(potential, (h, t), (1, 0)),
            lambda h, t: mpmath.diff(potential, (h, t), (0, 1)),
        ]
        h = (-MASS_TERM / (LAMBDA - case.size * kappa**2 / mass**2)) ** 0.5
        h, t = mpmath.findroot(gradient, (h, -case.cubic * kappa * h**2 / mass**2))
    squared, part = light_mass_and_state(potential, (h, t))
    w, z = h**2 + case.charged * t**2, h**2 + case.neutral * t**2
    return np.array([float(w), float(w / z), YUKAWA * float(h), squared, YUKAWA * part])


def effective(case: Case, mass: float) -> np.ndarray:
    """The same to first order in 1/M^2."""
    kappa = 0.3 * mass
    results, diagnostics = derive_matching(
        resolve_text(f"model t\nuse sm\nparam M : real\n{case.text}\nintegrate S at M\n")
    )
    assert not diagnostics
    yukawas = {f"{name}[{i},{j}]": 0.0 for name in ("Yu", "Yd", "Ye") for i in (1, 2, 3) for j in (1, 2, 3)}
    yukawas |= {f"{name}[3,3]": np.sqrt(2) * YUKAWA for name in ("Yu", "Yd", "Ye")}
    values = {"k": kappa, "m2": mass**2, "p": PORTAL, "w": PORTAL, "lambda": LAMBDA, "M": mass, **yukawas}
    found = {name: value.real for name, value in evaluate_matching(results, values).items()}
    box, custodial, six = (found.get(name, 0.0) for name in ("phiBox", "phiD", "phi"))
    shift = case.size * kappa**2 / mass**2
    quartic = LAMBDA - shift * (1 + 2 * case.motion * MASS_TERM / mass**2)
    # m^2 + lambda v^2 - 3/4 C v^4 = 0, to first order in C.
    v2 = -MASS_TERM / quartic
    v2 *= 1 + 3 * six * v2 / (4 * quartic)
    norm = v2 * (box - custodial / 4)
    higgs = 2 * quartic * v2 * (1 - 3 * six * v2 / (2 * quartic) + 2 * norm)
    fermion = {name: found.get(f"{name}_33", 0.0) for name in ("uphi", "dphi", "ephi")}
    assert len(set(fermion.values())) == 1
    other = fermion["uphi"] * v2 / (2 * np.sqrt(2))
    mass_of_fermion = np.sqrt(v2) * (YUKAWA - other)
    coupling = YUKAWA * (1 + norm) - 3 * other
    return np.array([v2, 1 - custodial * v2 / 2, mass_of_fermion, higgs, coupling])


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_vacuum(case: Case) -> None:
    differences = [full(case, mass) - effective(case, mass) for mass in (30.0, 60.0, 120.0)]
    first_order = np.abs(effective(case, 30.0) - effective(case, 1e6)).max()
    for larger, smaller in pairwise(differences):
        assert np.abs(larger).max() < 0.05 * first_order
        assert np.abs(smaller) == pytest.approx(np.abs(larger) / 16, rel=0.1, abs=1e-9)


SEESAW = "scalar S (SU2L: 3, Y: 1)\nyukawa y = L L S\npotential { k = H H dag(S); m2 = dag(S) S }"


def test_neutrino_masses_of_a_triplet() -> None:
    """L = y k (L^T eps sigma^A L) (H^T eps sigma^A H)/M^2, which at H = (0, 1) is -2 y k nu nu/M^2."""
    y = np.array([[1, 2, 3], [2, 5, 6], [3, 6, 10]]) * (0.01 + 0.02j)
    k, mass2 = 30 - 40j, 1e6
    results, diagnostics = derive_matching(
        resolve_text(f"model t\nuse sm\nparam M : real\n{SEESAW}\nintegrate S at M\n")
    )
    assert not diagnostics
    places = list(product(range(3), repeat=2))
    values = {"k": k, "m2": mass2, "lambda": 0.0, **{f"y[{i + 1},{j + 1}]": y[i, j] for i, j in places}}
    values |= {f"{name}[{i + 1},{j + 1}]": 0.0 for name in ("Yu", "Yd", "Ye") for i, j in places}
    found = evaluate_matching(results, values)
    expected = -2 * k / mass2 * (2 * y - np.diag(np.diag(y)))
    for i, j in places:
        assert found.get(f"{WEINBERG}_{i + 1}{j + 1}") == (pytest.approx(expected[i, j]) if i <= j else None)


def test_a_kept_entry_beside_the_diagonal_counts_twice() -> None:
    kept = SEESAW.replace("L L S", "L L S keep (2,1) as c")
    results, diagnostics = derive_matching(resolve_text(f"model t\nuse sm\nparam M : real\n{kept}\nintegrate S at M\n"))
    assert not diagnostics
    (term,) = [results[0].coefficient(name) for name in results[0].terms if name.startswith(WEINBERG)]
    assert evaluate(term, {"k": 2 + 1j, "c": 1 - 3j, "m2": 10.0}) == pytest.approx(-4 * (2 + 1j) * (1 - 3j) / 10)
