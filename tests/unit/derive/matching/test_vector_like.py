"""Heavy vector-like fermions: the full mass matrix diagonalised numerically at v << M, against SMEFT.

Light masses, Z couplings T3 and W couplings T+ of both chiralities must agree to relative order v^2/M^2; phases of mass
eigenstates drop out of absolute values. With L = sum C O, masses are v/sqrt2 (Y - v^2 C/2), T3 changes by -v^2 C/2 and
T+ by v^2 C_phiq3 and v^2 C_phiud/2 (arXiv:1709.04486).
"""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from numpy.typing import NDArray
from tests.helpers.grassmann import PAULI
from tests.helpers.smeft import matching_errors, resolve_text

from zmodel.derive.matching import derive_matching
from zmodel.derive.wcxf import evaluate_matching
from zmodel.model.expression import evaluate

Array = NDArray[np.complex128]

VACUUM = 1e-3
"""v/M."""

DOWN, UP = np.array([0, 1]), np.array([1, 0])
"""H and eps H^* at the vacuum."""

EPSILON = np.zeros((3, 3, 3))
for i, j, k in ((0, 1, 2), (1, 2, 0), (2, 0, 1)):
    EPSILON[i, j, k], EPSILON[i, k, j] = 1, -1

GENERATORS: dict[int, list[Array]] = {
    1: [np.zeros((1, 1), dtype=np.complex128)] * 3,
    2: [p / 2 for p in PAULI],
    3: [(-1j * EPSILON[a]).astype(np.complex128) for a in range(3)],
}

CASES = {
    # representation, dimension, and couplings: which light field, and the doublet's orientation
    "U": ("(SU3c: 3, Y: 2/3)", 1, {"bar(Q) tilde(H) FR": ("q", UP)}),
    "D": ("(SU3c: 3, Y: -1/3)", 1, {"bar(Q) H FR": ("q", DOWN)}),
    "Q1": ("(SU3c: 3, SU2L: 2, Y: 1/6)", 2, {"bar(FL) tilde(H) U": ("u", UP), "bar(FL) H D": ("d", DOWN)}),
    "Q5": ("(SU3c: 3, SU2L: 2, Y: -5/6)", 2, {"bar(FL) tilde(H) D": ("d", UP)}),
    "Q7": ("(SU3c: 3, SU2L: 2, Y: 7/6)", 2, {"bar(FL) H U": ("u", DOWN)}),
    "T1": ("(SU3c: 3, SU2L: 3, Y: -1/3)", 3, {"bar(Q) FR H": ("q", DOWN)}),
    "T2": ("(SU3c: 3, SU2L: 3, Y: 2/3)", 3, {"bar(Q) FR tilde(H)": ("q", UP)}),
    "U reversed": ("(SU3c: 3, Y: 2/3)", 1, {"bar(FR) dag(tilde(H)) Q": ("q", UP)}),
}


def random_matrix(rng: np.random.Generator, *shape: int) -> Array:
    return np.asarray(rng.normal(size=shape) + 1j * rng.normal(size=shape), dtype=np.complex128)


def contraction(dimension: int, higgs: NDArray[np.int64]) -> Array:
    """qbar_i F_a H_j, or Fbar_a H_a f: by weak index (0 for a singlet f) and component of F."""
    if dimension == 1:
        return higgs.reshape(2, 1).astype(np.complex128)
    if dimension == 2:
        return higgs.reshape(1, 2).astype(np.complex128)
    return np.stack([pauli @ higgs for pauli in PAULI], axis=1)


def full_matrices(
    yukawas: dict[str, Array], dimension: int, sources: list[tuple[str, NDArray[np.int64], Array]]
) -> tuple[Array, dict[str, Array], dict[str, Array]]:
    """The mass matrix and the generators T3 and T+ on left- and right-handed fields (u, d, F)."""
    size, v = 6 + dimension, VACUUM / np.sqrt(2)
    mass = np.zeros((size, size), dtype=np.complex128)
    mass[:3, :3], mass[3:6, 3:6] = v * yukawas["u"], v * yukawas["d"]
    mass[6:, 6:] = np.eye(dimension)
    for light, higgs, vector in sources:
        weak = contraction(dimension, higgs)
        for i, a in product(range(3), range(dimension)):
            if light == "q":
                mass[i, 6 + a] += v * vector[i] * weak[0, a]
                mass[3 + i, 6 + a] += v * vector[i] * weak[1, a]
            else:
                mass[6 + a, i + (3 if light == "d" else 0)] += v * vector[i] * weak[0, a]
    t1, t2, t3 = GENERATORS[dimension]
    generators = {}
    for name, heavy in (("T3", t3), ("T+", t1 + 1j * t2)):
        left, right = (np.zeros((size, size), dtype=np.complex128) for _ in range(2))
        if name == "T3":
            left[:6, :6] = np.diag([0.5] * 3 + [-0.5] * 3)
        else:
            left[:3, 3:6] = np.eye(3)
        left[6:, 6:] = right[6:, 6:] = heavy
        generators[name] = left, right
    return mass, {n: pair[0] for n, pair in generators.items()}, {n: pair[1] for n, pair in generators.items()}


def effective_matrices(
    yukawas: dict[str, Array], coefficients: dict[str, complex]
) -> tuple[Array, dict[str, Array], dict[str, Array]]:
    def matrix(operator: str, hermitian: bool = True) -> Array:
        found = np.zeros((3, 3), dtype=np.complex128)
        for i, j in product(range(3), repeat=2):
            value = coefficients.get(f"{operator}_{i + 1}{j + 1}", 0j)
            if value:
                found[i, j] = value
                if hermitian:
                    found[j, i] = np.conj(value)
        return found

    square, v = VACUUM**2, VACUUM / np.sqrt(2)
    mass = np.zeros((6, 6), dtype=np.complex128)
    mass[:3, :3] = v * (yukawas["u"] - square / 2 * matrix("uphi", False))
    mass[3:, 3:] = v * (yukawas["d"] - square / 2 * matrix("dphi", False))
    left, right = ({n: np.zeros((6, 6), dtype=np.complex128) for n in ("T3", "T+")} for _ in range(2))
    left["T3"][:3, :3] = np.eye(3) / 2 - square / 2 * (matrix("phiq1") - matrix("phiq3"))
    left["T3"][3:, 3:] = -np.eye(3) / 2 - square / 2 * (matrix("phiq1") + matrix("phiq3"))
    right["T3"][:3, :3], right["T3"][3:, 3:] = -square / 2 * matrix("phiu"), -square / 2 * matrix("phid")
    left["T+"][:3, 3:] = np.eye(3) + square * matrix("phiq3")
    right["T+"][:3, 3:] = square / 2 * matrix("phiud", False)
    return mass, left, right


def observables(mass: Array, left: dict[str, Array], right: dict[str, Array]) -> dict[str, Array]:
    """Light masses, absolute values of generators between light mass eigenstates, and relative phases of W couplings.

    Both chiralities of a mass eigenstate have one phase: a left-handed coupling times a right-handed one has none.
    """
    u, masses, v = np.linalg.svd(mass)
    keep = np.argsort(masses)[:6]
    found: dict[str, Array] = {"masses": masses[keep] / VACUUM}
    for name in ("T3", "T+"):
        left_handed = u[:, keep].conj().T @ left[name] @ u[:, keep]
        right_handed = v[keep] @ right[name] @ v[keep].conj().T
        found[f"{name} left"], found[f"{name} right"] = np.abs(left_handed), np.abs(right_handed)
        found[f"{name} interference"] = left_handed * right_handed.conj()
    return found


@pytest.mark.parametrize("case", CASES)
def test_against_the_full_mass_matrix(case: str) -> None:
    representation, dimension, terms = CASES[case]
    rng = np.random.default_rng(11)
    yukawas = {name: random_matrix(rng, 3, 3) for name in "ud"}
    vectors = [random_matrix(rng, 3) for _ in terms]
    lines = "\n".join(f"yukawa y{n} = {term}" for n, term in enumerate(terms))
    results, diagnostics = derive_matching(
        resolve_text(
            f"model t\nuse sm\nparam M : real\nfermion FL left {representation}\nfermion FR right {representation}\n"
            f"mass m = bar(FL) FR\n{lines}\nintegrate FL at M\n"
        )
    )
    assert not diagnostics, [d.message for d in diagnostics]
    values: dict[str, complex] = {"m": 1.0}
    for name, matrix in (("Yu", yukawas["u"]), ("Yd", yukawas["d"])):
        values |= {f"{name}[{i + 1},{j + 1}]": complex(matrix[i, j]) for i, j in product(range(3), repeat=2)}
    for n, vector in enumerate(vectors):
        values |= {f"y{n}[{i + 1}]": complex(vector[i]) for i in range(3)}
    for n, vector in enumerate(vectors):  # what is shown is the coupling of the file, whichever way it is read
        (shown,) = results[0].couplings[f"y{n}"]
        assert [evaluate(entry, values) for entry in shown] == pytest.approx(list(vector))
    if case == "U reversed":
        vectors = [vector.conj() for vector in vectors]
    sources = [(light, higgs, vector) for (light, higgs), vector in zip(terms.values(), vectors, strict=True)]
    full = observables(*full_matrices(yukawas, dimension, sources))
    low = observables(*effective_matrices(yukawas, evaluate_matching(results, values)))
    standard = observables(*effective_matrices(yukawas, {}))
    changed = 0
    for name, value in full.items():
        change = np.abs(value - standard[name]).max()
        changed += change > VACUUM**2 / 100
        assert np.abs(value - low[name]).max() < 1e-4 * VACUUM**2, name
    assert changed >= 3


def test_leptons() -> None:
    """A singlet E: the same formulas as for a down quark singlet, arXiv:1711.10391."""
    text = (
        "model t\nuse sm\nparam M : real\nfermion FL left (Y: -1)\nfermion FR right (Y: -1)\nmass m = bar(FR) FL\n"
        "yukawa y = bar(L) H FR\nintegrate FR at M"
    )
    results, diagnostics = derive_matching(resolve_text(text))
    assert not diagnostics
    entries = {f"Ye[{i},{j}]": 0.1 * (i == j) for i in (1, 2, 3) for j in (1, 2, 3)}
    found = evaluate_matching(results, {**entries, "y[1]": 0.3j, "y[2]": 0.2, "y[3]": 0, "m": 2.0})
    assert found["phil1_12"] == found["phil3_12"] == pytest.approx(-0.3j * 0.2 / 16)
    assert found["ephi_12"] == pytest.approx(0.3j * 0.2 * 0.1 / 8)


def test_singlet_neutrino() -> None:
    """Heavy, of Dirac mass, with the quantum numbers of a right-handed neutrino."""
    text = (
        "model t\nuse sm\nparam M : real\nfermion NL left\nfermion NR right\nmass m = bar(NL) NR\n"
        "yukawa y = bar(L) tilde(H) NR\nintegrate NR at M"
    )
    results, diagnostics = derive_matching(resolve_text(text))
    assert not diagnostics
    found = evaluate_matching(results, {"y[1]": 0.3, "y[2]": 0.2, "y[3]": 0, "m": 2.0})
    assert found["phil1_12"] == -found["phil3_12"] == pytest.approx(0.06 / 16)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("fermion FL left (Y: -1)\nfermion FR right (Y: -1)", "`FL` has no mass term"),
        ("fermion FL left\nfermion FR right\nmass m = bar(FL) FR\nmass n = FL FL", "`FL` has several mass terms"),
        ("fermion FL left\nfermion FR right\nmass m = bar(FL) FR\nmass n = FR FR", "has another mass term `n`"),
        (
            "fermion FL left (Y: -1)\nfermion FR right (Y: -1)\nfermion G right (Y: -1)\nmass m = bar(FL) FR\n"
            "mass n = bar(FL) G",
            "`FL` has several mass terms",
        ),
        (
            "fermion FL left (Y: -1)\nfermion FR right (Y: -1)\nfermion G left (Y: -1)\nmass m = bar(FL) FR\n"
            "mass n = bar(G) FR",
            "`FR`, the other half of `FL`, has another mass term `n`",
        ),
        ("fermion FL left (Y: -1)\nfermion FR[2] right (Y: -1)\nmass m = bar(FL) FR", "has several generations"),
    ],
)
def test_errors(text: str, message: str) -> None:
    (diagnostic,) = matching_errors(f"model t\nuse sm\nparam M : real\n{text}\nintegrate FL at M")
    assert message in diagnostic.message


def test_both_halves_are_integrated_out_once() -> None:
    (diagnostic,) = matching_errors(
        "model t\nuse sm\nparam M : real\nfermion FL left (Y: -1)\nfermion FR right (Y: -1)\nmass m = bar(FL) FR\n"
        "yukawa y = bar(L) H FR\nintegrate FR at M\nintegrate FL at M"
    )
    assert diagnostic.message == "`FL` is integrated out twice: it goes with its other half `FR`"


def test_a_higgs_doublet_of_negative_hypercharge_is_refused() -> None:
    (diagnostic,) = matching_errors(
        "model t\nuse sm { except H }\nparam M : real\nscalar H (SU2L: 2, Y: -1/2) vev (v, 0)\n"
        "fermion FL left (Y: -1)\nfermion FR right (Y: -1)\nmass m = bar(FL) FR\nyukawa y = bar(L) tilde(H) FR\n"
        "integrate FL at M"
    )
    assert "hypercharge -1/2" in diagnostic.message


HEAVY_PAIR = (
    "model t\nuse sm\nparam M : real\nfermion FL left (Y: -1)\nfermion FR right (Y: -1)\nmass m = bar(FL) FR\n"
    "scalar S real\npotential { k = S dag(H) H; mS = S^2 }\nyukawa y = bar(FL) S E\n"
    "integrate FL at M\nintegrate S at M\n"
)


def test_heavy_singlet_and_heavy_fermion() -> None:
    """FR = -y S E/m with S of dimension two: its kinetic term |y S|^2 bar(E) i D E/m^2 is of dimension eight."""
    results, _ = derive_matching(resolve_text(HEAVY_PAIR))
    assert {result.boson: list(result.coefficients) for result in results} == {"FL": [], "S": ["phiBox"]}


def test_heavy_singlet_and_heavy_fermion_that_couples_to_the_higgs() -> None:
    """S Fbar e with S = -k H^dag H/M^2 and F of dimension 5/2 gives C_ephi, which must not be left out in silence."""
    (diagnostic,) = matching_errors(HEAVY_PAIR + "yukawa yF = bar(L) H FR")
    assert "both integrated out" in diagnostic.message
