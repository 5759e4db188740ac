"""Vector-like fermions that mix through vacuum values of singlets: the whole mass matrix diagonalised numerically.

With L = -bar(psi)_r M_rc chi_c + h.c., the light states are orthogonal to the columns of M. Their phases follow the
gauge eigenstates that they are nearest to: the projector on them, with its square root, turns gauge eigenstates into
them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pytest
from numpy.typing import NDArray
from tests.helpers.smeft import match_text, matching_errors

from zmodel.model.expression import evaluate, names_in

Array = NDArray[np.complex128]
Numbers = Callable[[str], complex]

START = "model t\nuse sm { except Yu, Yd, Ye%s }\ngauge X = U(1) coupling gX boson X mass M_X\n"
END = "\nintegrate X at M_X\n"
QUARKS = "SU3c: 3, SU2L: 2, Y: 1/6"
SIZES = {"v": 1e-4, "w": 2e-4, "m": 1.0, "n": 3.0, "gX": 0.5, "xi": 0.7}
"""Vacuum values and masses, and a phase; all other names are random complex numbers of order one."""


@dataclass(frozen=True)
class Case:
    """A model with mixing.

    Attributes:
        multiplet: that mixes.
        text: of the model.
        charges: of the rows of `masses` under X.
        masses: M for the light fermions, then the heavy ones.
        without: fields of the Standard Model that the text declares anew.
    """

    multiplet: str
    text: str
    charges: tuple[float, ...]
    masses: Callable[[Numbers], list[list[complex]]]
    without: str = ""


def entries(number: Numbers, name: str, rows: int = 3) -> list[complex]:
    return [number(f"{name}[{i + 1}]") for i in range(rows)]


def dark_masses(number: Numbers) -> list[list[complex]]:
    """A multiplet of a dark group with two vacuum values joins light right-handed fermions and two heavy ones."""
    heavy = number("m").conjugate()
    rows = [[y.conjugate() * number("v"), y.conjugate() * number("w")] for y in entries(number, "y")]
    return [*rows, [heavy, 0], [0, heavy]]


CASES = {
    "two singlets": Case(
        "q",
        "charges X { Q = [0, 1, 2]; FL = 5; FR = 5; S = 4; T = 3 }\n"
        f"fermion FL left ({QUARKS})\nfermion FR right ({QUARKS})\nparam xi : angle\n"
        "scalar S vev v*exp(i*xi)\nscalar T vev w/sqrt(2)\n"
        "mass m = 2 bar(FL) FR\nyukawa y = 3 bar(Q) dag(S) FR\nyukawa z = -1/2 bar(FR) T Q",
        (0, 1, 2, 5),
        lambda c: [
            [0],
            [3 * c("y[2]") * c("v") * np.exp(-1j * c("xi"))],
            [-c("z[3]").conjugate() * c("w") / 8**0.5],
            [2 * c("m")],
        ],
    ),
    "generations apart": Case(
        "q",
        f"fermion Q12[2] left ({QUARKS}, X: 1)\nfermion Q3 left ({QUARKS}, X: 2)\nscalar S (X: 4) vev v\n"
        f"fermion FL left ({QUARKS}, X: 5)\nfermion FR right ({QUARKS}, X: 5)\nscalar T (X: 3) vev w\n"
        "mass m = bar(FR) FL\nyukawa y = bar(Q12) dag(S) FR\nyukawa z = bar(Q3) dag(T) FR\n"
        "yukawa x = bar(Q12) dag(S) FR",
        (1, 1, 2, 5),
        lambda c: [
            [(c("y[1]") + c("x[1]")) * c("v")],
            [(c("y[2]") + c("x[2]")) * c("v")],
            [c("z") * c("w")],
            [c("m").conjugate()],
        ],
        "Q",
    ),
    "a matrix of masses": Case(
        "q",
        "charges X { Q = 1; FL = 5; FR = 5; GL = 6; GR = 6; S = 4; T = 5; R = 1 }\n"
        f"fermion FL left ({QUARKS})\nfermion FR right ({QUARKS})\nfermion GL left ({QUARKS})\n"
        f"fermion GR right ({QUARKS})\nscalar S vev v\nscalar T vev w\nscalar R vev n\n"
        "mass m = bar(FL) FR\nmass l = bar(GL) GR\nyukawa k = bar(FL) dag(R) GR\nyukawa h = 2 bar(GL) R FR\n"
        "yukawa y = bar(Q) dag(S) FR\nyukawa z = bar(Q) dag(T) GR",
        (1, 1, 1, 5, 6),
        lambda c: [
            *([y * c("v"), z * c("w")] for y, z in zip(entries(c, "y"), entries(c, "z"), strict=True)),
            [c("m"), c("k") * c("n")],
            [2 * c("h") * c("n"), c("l")],
        ],
    ),
    "a chain of masses": Case(
        "q",
        "charges X { Q = 1; FL = 5; FR = 5; GL = 6; GR = 6; S = 4; R = 1 }\n"
        f"fermion FL left ({QUARKS})\nfermion FR right ({QUARKS})\nfermion GL left ({QUARKS})\n"
        f"fermion GR right ({QUARKS})\nscalar S vev v\nscalar R vev n\n"
        "mass m = bar(FL) FR\nmass l = bar(GL) GR\nyukawa k = bar(FL) dag(R) GR\nyukawa y = bar(Q) dag(S) FR",
        (1, 1, 1, 5, 6),
        lambda c: [*([y * c("v"), 0] for y in entries(c, "y")), [c("m"), c("k") * c("n")], [0, c("l")]],
    ),
    "partners of two generations": Case(
        "q",
        "charges X { Q = 1; FL = 5; FR = 5; S = 4 }\n"
        f"fermion FL[2] left ({QUARKS})\nfermion FR[2] right ({QUARKS})\nscalar S vev v\n"
        "mass M = bar(FL) FR\nyukawa y = bar(Q) dag(S) FR",
        (1, 1, 1, 5, 5),
        lambda c: [
            *([c(f"y[{i},{j}]") * c("v") for j in (1, 2)] for i in (1, 2, 3)),
            *([c(f"M[{i},{j}]") for j in (1, 2)] for i in (1, 2)),
        ],
    ),
    "masses from vacuum values": Case(
        "q",
        "charges X { Q = [0, 1, 1]; FL = 4; FR = 5; S = 4; T = 1 }\n"
        f"fermion FL left ({QUARKS})\nfermion FR right ({QUARKS})\nscalar S vev v\nscalar T vev n\n"
        "yukawa k = bar(FL) dag(T) FR\nyukawa y = bar(Q) dag(S) FR",
        (0, 1, 1, 4),
        lambda c: [[0], [c("y[2]") * c("v")], [c("y[3]") * c("v")], [c("k") * c("n")]],
    ),
    "a conjugate partner": Case(
        "d",
        "charges X { D = [0, 1, 1]; FR = -5; FL = -5; S = 4 }\n"
        "fermion FR right (SU3c: 3bar, Y: 1/3)\nfermion FL left (SU3c: 3bar, Y: 1/3)\nscalar S vev v\n"
        "mass m = bar(FR) FL\nyukawa y = D FR S",
        # FR^T C D is bar(chi) D with chi = FR^c, and bar(FR) FL is bar(FL^c) FR^c.
        (0, 1, 1, 5),
        lambda c: [[0], *([c(f"y[{i}]").conjugate() * c("v")] for i in (2, 3)), [c("m")]],
    ),
    "conjugate light fermions": Case(
        "l",
        "fermion L1 left (SU2L: 2, Y: -1/2, X: 1)\nfermion R[2] right (SU2L: 2, Y: 1/2, X: [-1, -2])\n"
        "fermion FL left (SU2L: 2, Y: -1/2, X: 3)\nfermion FR right (SU2L: 2, Y: -1/2, X: 3)\n"
        "scalar S (X: 2) vev v\nscalar T (X: 1) vev w\nmass m = bar(FL) FR\n"
        "yukawa y = bar(L1) dag(S) FR\nyukawa z = FR R dag(S)\nyukawa u = FR R dag(T)",
        # With R_a = eps_ab l^*_b, eps_ab FR_a R_b is -FR_a l^*_a.
        (1, 1, 2, 3),
        lambda c: [[c("y") * c("v")], [-c("z[1]") * c("v")], [-c("u[2]") * c("w")], [c("m")]],
        "L",
    ),
    "a dark doublet": Case(
        "u",
        "gauge K = SU(2) coupling gK boson V\nfermion FL left (K: 2, SU3c: 3, Y: 2/3, X: 3)\n"
        "fermion FR right (K: 2, SU3c: 3, Y: 2/3, X: 3)\nscalar S (K: 2, X: 2) vev (v, w)\ncharges X { U = 1 }\n"
        "mass m = bar(FL) FR\nyukawa y = bar(FL) S U",
        (1, 1, 1, 3, 3),
        dark_masses,
    ),
    "a dark triplet": Case(
        "e",
        "gauge K = SU(2) coupling gK boson V\nfermion FL left (K: 3, Y: -1, X: 3)\n"
        "fermion FR right (K: 3, Y: -1, X: 3)\nscalar S (K: 3, X: 2) vev (v, 0, w)\ncharges X { E = 1 }\n"
        "mass m = bar(FL) FR\nyukawa y = bar(FL) S E",
        (1, 1, 1, 3, 3),
        dark_masses,
    ),
}  # fmt: skip


def light_current(masses: Array, charges: tuple[float, ...]) -> Array:
    projector = np.eye(len(masses)) - masses @ np.linalg.inv(masses.conj().T @ masses) @ masses.conj().T
    block = projector[:, :3]
    values, vectors = np.linalg.eigh(block.conj().T @ block)
    light = block @ (vectors @ np.diag(values**-0.5) @ vectors.conj().T)
    return light.conj().T @ np.diag(charges) @ light


@pytest.mark.parametrize("name", CASES)
def test_against_the_whole_mass_matrix(name: str) -> None:
    case = CASES[name]
    result = match_text(START % (f", {case.without}" if case.without else "") + case.text + END)
    rng = np.random.default_rng(3)
    values: dict[str, complex] = dict(SIZES)

    def number(symbol: str) -> complex:
        return values.setdefault(symbol, complex(*rng.normal(size=2)))

    matrix = np.array(case.masses(number), dtype=np.complex128)
    used = {symbol for row in result.currents[case.multiplet] for entry in row for symbol in names_in(entry)}
    assert used <= set(values)
    found = np.array([[evaluate(e, values) for e in row] for row in result.currents[case.multiplet]]) / SIZES["gX"]
    unmixed = np.diag(case.charges[:3])
    expected = light_current(matrix, case.charges) - unmixed
    scale = np.abs(expected).max()
    assert scale > 1e-10
    assert np.abs(found - unmixed - expected).max() < 1e-5 * scale
    for multiplet, current in result.currents.items():
        if multiplet != case.multiplet:
            assert all(names_in(entry) <= {"gX"} for row in current for entry in row)


def test_rotations() -> None:
    """Currents become V^dag g V with what mixing adds, in products that are not multiplied out."""
    case = CASES["partners of two generations"]
    plain = match_text(START % "" + case.text + END).currents["q"]
    line = "param t : angle\nrotation Q.down = [[1,0,0],[0,cos(t),sin(t)*exp(i/3)],[0,-sin(t)*exp(-i/3),cos(t)]]\n"
    rotated = match_text(START % "" + line + case.text + END).currents["q"]
    rng = np.random.default_rng(4)
    names = {name for row in plain for entry in row for name in names_in(entry)} - set(SIZES) - {"i"}
    values = {**SIZES, "v": 0.1, "t": 0.3, **{name: complex(*rng.normal(size=2)) for name in sorted(names)}}
    first, second = (np.array([[evaluate(e, values) for e in row] for row in g]) for g in (plain, rotated))
    c, s = np.cos(0.3), np.sin(0.3) * np.exp(1j / 3)
    matrix = np.array([[1, 0, 0], [0, c, s], [0, -s.conjugate(), c]])
    assert np.abs(first - first[0, 0] * np.eye(3)).max() > 1e-3
    assert second == pytest.approx(matrix.conj().T @ first @ matrix)


PARTNER = (
    f"fermion FL left ({QUARKS}, X: {{}})\nfermion FR right ({QUARKS}, X: {{}})\nscalar S (X: 2) vev v\n"
    "yukawa y = bar(Q) dag(S) FR\ncharges X {{ Q = [0, 1, 1] }}\n"
)


def test_partners_without_masses_are_refused() -> None:
    """FR would make a combination of the light quarks heavy."""
    (diagnostic,) = matching_errors(START % "" + PARTNER.format(4, 3) + END)
    assert diagnostic.message == "vacuum values mix Q with FR, not all of which have masses of their own"


def test_only_light_fermions_that_mix_are_named() -> None:
    light = f"fermion Q12[2] left ({QUARKS}, X: 1)\nfermion Q3 left ({QUARKS}, X: 1)\n"
    heavy = f"fermion FR right ({QUARKS}, X: 3)\nscalar S (X: 2) vev v\nyukawa y = bar(Q3) dag(S) FR"
    (diagnostic,) = matching_errors(START % ", Q" + light + heavy + END)
    assert diagnostic.message == "vacuum values mix Q3 with FR, not all of which have masses of their own"


def test_mass_terms_of_light_fermions_are_refused() -> None:
    """They mix without a small parameter: what is light is for the file to say."""
    text = f"fermion FL left ({QUARKS})\nfermion FR right ({QUARKS})\nmass m = bar(FL) FR\nmass l = bar(Q) FR\n"
    (diagnostic,) = matching_errors(START % "" + text + END)
    assert diagnostic.message == "what remains is not the Standard Model"
