"""Published results: leptoquarks, third-family hypercharge; and what any matching must obey."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from tests.helpers.smeft import random_unitary, resolve_text

from zmodel.derive.matching import ExchangeResult, Result, derive_matching
from zmodel.derive.warsaw import CURRENTS, conjugate, equal_operators
from zmodel.derive.wcxf import evaluate_matching
from zmodel.model.expression import Name

START = "model t\nuse sm\nparam M : real\n"
GENERATIONS = list(product(range(3), repeat=2))


def match(text: str) -> tuple[Result, ...]:
    results, diagnostics = derive_matching(resolve_text(START + text))
    assert not diagnostics, [d.message for d in diagnostics]
    return results


def entries(name: str, matrix: np.ndarray) -> dict[str, complex]:
    return {f"{name}[{i + 1},{j + 1}]": complex(matrix[i, j]) for i, j in GENERATIONS}


def random_matrix(seed: int) -> np.ndarray:
    rng = np.random.default_rng(seed)
    return np.asarray(rng.normal(size=(3, 3)) + 1j * rng.normal(size=(3, 3)))


def redundant(operator: str, tensor: np.ndarray) -> dict[str, complex]:
    """The non-redundant coefficients of sum C_ijkl O_ijkl over all indices."""
    found: dict[str, complex] = {}
    for indices in product(range(3), repeat=4):
        equal = equal_operators(operator, indices)
        conjugates = {other for item in equal if (other := conjugate(operator, item)) is not None}
        if indices == min(equal | conjugates):
            digits = "".join(str(i + 1) for i in indices)
            found[f"{operator}_{digits}"] = complex(sum(tensor[place] for place in equal))
    return found


def test_s1_and_s3() -> None:
    """V. Gherardi, D. Marzocca, E. Venturini, arXiv:2003.12525: tree-level matching of S1 and S3 together."""
    text = (
        "scalar S1 (SU3c: 3bar, Y: 1/3)\nscalar S3 (SU3c: 3bar, SU2L: 3, Y: 1/3)\nyukawa y1L = bar(cc(Q)) S1 L\n"
        "yukawa y1R = bar(cc(U)) S1 E\nyukawa y3L = bar(cc(Q)) S3 L\npotential { m1 = dag(S1) S1\n m3 = dag(S3) S3 }\n"
        "integrate S1 at M\nintegrate S3 at M"
    )
    left, right, triplet = (random_matrix(seed) for seed in range(3))
    m1, m3 = 1.7, 2.9
    values = {**entries("y1L", left), **entries("y1R", right), **entries("y3L", triplet), "m1": m1, "m3": m3}
    found = evaluate_matching(match(text), values)

    def pair(first: np.ndarray, second: np.ndarray) -> np.ndarray:
        """lambda*_i,alpha lambda_j,beta with leptons alpha, beta first."""
        return np.einsum("ia,jb->abij", first.conj(), second)

    expected = redundant("lq1", pair(left, left) / (4 * m1) + 3 * pair(triplet, triplet) / (4 * m3))
    expected |= redundant("lq3", -pair(left, left) / (4 * m1) + pair(triplet, triplet) / (4 * m3))
    expected |= redundant("eu", pair(right, right) / (2 * m1))
    scalar = np.einsum("ia,jb->abij", left.conj(), right) / (2 * m1)
    expected |= redundant("lequ1", scalar) | redundant("lequ3", -scalar / 4)
    assert found.keys() == expected.keys()
    for key, value in expected.items():
        assert found[key] == pytest.approx(value, rel=1e-12), key


def test_u1() -> None:
    """J. de Blas et al., arXiv:1711.10391: C_lq1 = C_lq3 = -g* g/(2 M^2), C_ed = -g* g/M^2, C_ledq = 2 g* g/M^2."""
    text = "vector U1 (SU3c: 3, Y: 2/3)\nyukawa gL = bar(Q) U1 L\nyukawa gR = bar(D) U1 E\nintegrate U1 at M"
    left, right, mass = random_matrix(4), random_matrix(5), 3.0
    found = evaluate_matching(match(text), {**entries("gL", left), **entries("gR", right), "M": mass})
    # (lbar_a gamma l_b)(qbar_i gamma q_j) has g_ib g*_ja.
    vector = -np.einsum("ja,ib->abij", left.conj(), left) / (2 * mass**2)
    expected = redundant("lq1", vector) | redundant("lq3", vector)
    expected |= redundant("ed", -np.einsum("ja,ib->abij", right.conj(), right) / mass**2)
    expected |= redundant("ledq", 2 * np.einsum("ja,ib->abij", left.conj(), right) / mass**2)
    assert found.keys() == expected.keys()
    for key, value in expected.items():
        assert found[key] == pytest.approx(value, rel=1e-12), key


def test_third_family_hypercharge() -> None:
    """The model of B. Allanach and J. Davighi, arXiv:1809.01158: hypercharges of one family and the doublet.

    Without rotations all operators hold third-family fields; with six times these charges, as there, g_F -> g_F/6.
    """
    text = (
        "gauge X = U(1) coupling gF boson X mass M_X\n"
        "charges X { Q = [0,0,1/6]; U = [0,0,2/3]; D = [0,0,-1/3]; L = [0,0,-1/2]; E = [0,0,-1]; H = 1/2 }\n"
        "integrate X at M_X"
    )
    found = evaluate_matching(match(text), {"gF": 0.6, "M_X": 3.0})
    unit = 0.6**2 / 3.0**2
    expected = {
        "phiD": -1 / 2, "phiBox": -1 / 8, "phil1_33": 1 / 4, "phie_33": 1 / 2, "phiq1_33": -1 / 12, "phiu_33": -1 / 3,
        "phid_33": 1 / 6, "ll_3333": -1 / 8, "ee_3333": -1 / 2, "le_3333": -1 / 2, "qq1_3333": -1 / 72,
        "uu_3333": -2 / 9, "dd_3333": -1 / 18, "ud1_3333": 2 / 9, "qu1_3333": -1 / 9, "qd1_3333": 1 / 18,
        "lq1_3333": 1 / 12, "qe_3333": 1 / 6, "lu_3333": 1 / 3, "ld_3333": -1 / 6, "eu_3333": 2 / 3, "ed_3333": -1 / 3,
    }  # fmt: skip
    assert found == pytest.approx({key: value * unit for key, value in expected.items()})


@pytest.mark.parametrize("field", ["Q.down", "U", "L.down", "E"])
def test_rotations_are_redefinitions_of_couplings(field: str) -> None:
    """y in gauge eigenstates and f = V f' is y' = y V^(*) for mass eigenstates."""
    leptoquark = (
        "scalar R2 (SU3c: 3, SU2L: 2, Y: 7/6)\nyukawa yL = bar(U) R2 L\nyukawa yR = bar(Q) R2 E\nintegrate R2 at M"
    )
    names = [[f"V{i}{j}" for j in (1, 2, 3)] for i in (1, 2, 3)]
    rows = [", ".join(row) for row in names]
    rotation = f"param {', '.join(rows)} : complex\nrotation {field} = [[{'], ['.join(rows)}]]\n"
    unitary = random_unitary(np.random.default_rng(8))
    left, right = random_matrix(1), random_matrix(2)
    values = {names[i][j]: complex(unitary[i, j]) for i, j in GENERATIONS}
    found = evaluate_matching(
        match(rotation + leptoquark), {**values, **entries("yL", left), **entries("yR", right), "M": 1}
    )
    barred = unitary.conj().T
    rotated = {
        "Q.down": (left, barred @ right),
        "U": (barred @ left, right),
        "L.down": (left @ unitary, right),
        "E": (left, right @ unitary),
    }[field]
    again = evaluate_matching(match(leptoquark), {**entries("yL", rotated[0]), **entries("yR", rotated[1]), "M": 1})
    assert found.keys() == again.keys()
    for key, value in again.items():
        assert found[key] == pytest.approx(value, rel=1e-9, abs=1e-12), key


def test_fields_that_are_declared_as_conjugates() -> None:
    """u^c as a left-handed antitriplet, and leptons as conjugate right-handed doublets, give the same coefficients."""
    sm = (
        "model t\nuse sm {{ except U, L }}\nparam M : real\nfermion {up}\nfermion {lepton}\nyukawa y = {term}\n"
        "scalar R2 (SU3c: 3, SU2L: 2, Y: 7/6)\nintegrate R2 at M"
    )
    plain = sm.format(up="U[3] right (SU3c: 3, Y: 2/3)", lepton="L[3] left (SU2L: 2, Y: -1/2)", term="bar(U) R2 L")
    conjugated = sm.format(
        up="Uc[3] left (SU3c: 3bar, Y: -2/3)", lepton="Lc[3] right (SU2L: 2, Y: 1/2)", term="Uc R2 cc(Lc)"
    )
    values = {**entries("y", random_matrix(3)), "M": 1.0}
    found = []
    for text in (plain, conjugated):
        results, diagnostics = derive_matching(resolve_text(text))
        assert not diagnostics, [d.message for d in diagnostics]
        found.append(evaluate_matching(results, values))
    assert found[0] == pytest.approx(found[1])
    assert any(key.startswith("lu_") for key in found[0])


def test_hermiticity_of_all_operators() -> None:
    """Diagonal coefficients of hermitian operators are real to the last digit, whatever the couplings."""
    text = (
        "scalar S (SU2L: 2, Y: 1/2)\nyukawa a = bar(Q) tilde(S) U\nyukawa b = bar(Q) S D\nyukawa c = bar(L) S E\n"
        "integrate S at M"
    )
    values = {
        **entries("a", random_matrix(1)),
        **entries("b", random_matrix(2)),
        **entries("c", random_matrix(3)),
        "M": 2,
    }
    found = evaluate_matching(match(text), values)
    for key, value in found.items():
        operator, digits = key.split("_")
        if operator in CURRENTS and digits in (digits[0] * 4, digits[0] * 2 + digits[2] * 2):
            assert value.imag == 0, key


def test_couplings_are_shown_as_declared() -> None:
    """Without a rotation a coupling is its own matrix, in written order, whichever form the derivation uses."""
    (result,) = match("vector U1 (SU3c: 3, Y: 2/3)\nyukawa g = bar(Q) U1 L\nintegrate U1 at M")
    assert isinstance(result, ExchangeResult)
    assert [list(row) for row in result.couplings["g"]] == [[Name(f"g[{i},{j}]") for j in (1, 2, 3)] for i in (1, 2, 3)]
