"""Heavy scalars coupled to the Higgs doublet, against the classical solution found numerically at constant fields."""

from __future__ import annotations

from collections.abc import Callable

import mpmath
import numpy as np
import pytest
from tests.helpers.grassmann import EPSILON
from tests.helpers.smeft import matching_errors, resolve_text

from zmodel.derive.matching import derive_matching
from zmodel.derive.wcxf import evaluate_matching
from zmodel.model.expression import evaluate

START = "model t\nuse sm\nparam M : real\n"
MASS2 = 4.0e6
SINGLET = {"M2": MASS2, "k": 700.0, "l3": 0.7, "mu": -900.0}
COMPLEX = {"M2": MASS2, "k": 700.0 + 300j, "l3": 0.7, "l4": 0.2 - 0.4j, "mu": -900.0 + 200j, "nu": 400.0 - 100j}


def coefficients(text: str, values: dict[str, complex]) -> dict[str, complex]:
    results, diagnostics = derive_matching(resolve_text(START + text + "\nintegrate S at M\n"))
    assert not diagnostics, [d.message for d in diagnostics]
    return evaluate_matching(results, values)


def third_order(effective: Callable[[mpmath.mpf], mpmath.mpf]) -> float:
    """The coefficient of x^3 in an effective potential."""
    with mpmath.workdps(60):
        return float(mpmath.taylor(effective, 0, 3, h=mpmath.mpf(10) ** -6)[3])


def test_real_singlet() -> None:
    """V = M^2 S^2/2 + k S x + l3 S^2 x + mu S^3 with x = |H|^2."""
    found = coefficients(
        "scalar S real\npotential { M2 = 1/2 S S\n k = S dag(H) H\n l3 = S S dag(H) H\n mu = S S S }", dict(SINGLET)
    )
    mass2, k, l3, mu = (mpmath.mpf(value) for value in SINGLET.values())

    def classical(x: mpmath.mpf) -> mpmath.mpf:
        return mpmath.findroot(lambda s: mass2 * s + k * x + 2 * l3 * s * x + 3 * mu * s**2, -k * x / mass2)

    def effective(x: mpmath.mpf) -> mpmath.mpf:
        s = classical(x)
        return mass2 * s**2 / 2 + k * s * x + l3 * s**2 * x + mu * s**3

    assert found.keys() == {"phi", "phiBox"}
    assert found["phi"].real == pytest.approx(-third_order(effective), rel=1e-6)
    # (d_mu S)^2/2 is (dS/dx)^2 (d_mu x)^2/2, and O_phiBox is -(d_mu x)^2.
    with mpmath.workdps(40):
        slope = float(mpmath.diff(classical, 0, h=mpmath.mpf(10) ** -8))
    assert found["phiBox"].real == pytest.approx(-(slope**2) / 2, rel=1e-6)


def test_normalisation_of_the_mass_term_does_not_matter() -> None:
    """M^2 S^2/2 or m S^2 with m = M^2/2."""
    text = "scalar S real\npotential {{ M2 = {} S S\n k = S dag(H) H }}"
    half = coefficients(text.format("1/2"), {"M2": 4e6, "k": 300.0})
    whole = coefficients(text.format("1"), {"M2": 2e6, "k": 300.0})
    assert half == pytest.approx(whole)
    assert half.keys() == {"phiBox"}


def test_complex_singlet() -> None:
    found = coefficients(
        "scalar S\npotential { M2 = dag(S) S\n k = S dag(H) H\n l3 = dag(S) S dag(H) H\n l4 = S S dag(H) H\n"
        " mu = S S S\n nu = dag(S) S S }",
        dict(COMPLEX),
    )
    mass2, k, l3, l4, mu, nu = (mpmath.mpmathify(value) for value in COMPLEX.values())

    def potential(a: mpmath.mpf, b: mpmath.mpf, x: mpmath.mpf) -> mpmath.mpf:
        s = mpmath.mpc(a, b)
        size = a**2 + b**2
        return mass2 * size + l3 * size * x + 2 * mpmath.re(k * s * x + l4 * s**2 * x + mu * s**3 + nu * size * s)

    def gradient(a: mpmath.mpf, b: mpmath.mpf, x: mpmath.mpf) -> list[mpmath.mpf]:
        s, t = mpmath.mpc(a, b), mpmath.mpc(a, -b)
        half = mass2 * t + l3 * x * t + k * x + 2 * l4 * s * x + 3 * mu * s**2 + 2 * nu * t * s
        half += mpmath.conj(nu) * t**2
        return [2 * mpmath.re(half), -2 * mpmath.im(half)]

    def effective(x: mpmath.mpf) -> mpmath.mpf:
        start = -mpmath.conj(k) * x / mass2
        a, b = mpmath.findroot(lambda u, v: gradient(u, v, x), (mpmath.re(start), mpmath.im(start)))
        return potential(a, b, x)

    assert found["phi"].real == pytest.approx(-third_order(effective), rel=1e-6)
    assert found["phiBox"].real == pytest.approx(-(abs(COMPLEX["k"]) ** 2) / MASS2**2)


@pytest.mark.parametrize(
    ("field", "one", "other"),
    [
        ("scalar S", "S dag(H) H", "dag(S) dag(H) H"),
        ("scalar S (SU2L: 3)", "dag(H) S H", "dag(H) dag(S) H"),
        ("scalar S (SU2L: 3, Y: 1)", "H H dag(S)", "S dag(H) dag(H)"),
        ("scalar S (SU2L: 2, Y: 1/2)", "dag(S) H dag(H) H", "dag(H) S dag(H) H"),
    ],
)
def test_a_hermitian_sum_holds_its_conjugate(field: str, one: str, other: str) -> None:
    """A term with its conjugate written out gets no other one: V = k (S J^* + S^* J), with real k."""
    text = field + "\npotential { M2 = dag(S) S\n k = {} }"
    values: dict[str, complex] = {"M2": MASS2, "k": 0.7, "lambda": 0.2, "Yu[3,3]": 0.9, "Yd[3,3]": 0.1, "Ye[3,3]": 0.2}
    found = coefficients(text.replace("{}", f"{one} + {other}"), values)
    assert found
    assert found == pytest.approx(coefficients(text.replace("{}", one), values))


def test_second_doublet() -> None:
    """At H = (0, h) the doublet S = (0, s) has s = -l6 h^3/M^2, and -y qbar S d, -y qbar eps S^* u give masses."""
    l6, up, down, lepton = 0.3 - 0.2j, 0.5 + 0.1j, 0.2 - 0.7j, -0.4 + 0.6j
    text = (
        "scalar S (SU2L: 2, Y: 1/2)\nyukawa yu = bar(Q) tilde(S) U\nyukawa yd = bar(Q) S D\nyukawa ye = bar(L) S E\n"
        "potential { M2 = dag(S) S\n l6 = dag(S) H dag(H) H }"
    )
    entries = {f"y{f}[{i},{j}]": 0j for f in "ude" for i in (1, 2, 3) for j in (1, 2, 3)}
    values = {**entries, "M2": MASS2, "l6": l6, "yu[1,2]": up, "yd[2,3]": down, "ye[3,1]": lepton}
    found = coefficients(text, values)
    s = -l6 / MASS2
    assert found["phi"] == pytest.approx(abs(l6) ** 2 / MASS2)
    assert found["uphi_12"] == pytest.approx(-up * s.conjugate())
    assert found["dphi_23"] == pytest.approx(-down * s)
    assert found["ephi_31"] == pytest.approx(-lepton * s)


def test_second_doublet_and_conjugated_fields() -> None:
    """Doublets declared as R = eps f^* have components R_i = eps_ik f^*_k, of which H = (0, h) leaves one."""
    l6, up, down, lepton = 0.3 - 0.2j, 0.5 + 0.1j, 0.2 - 0.7j, -0.4 + 0.6j
    fields = "fermion Qc[3] right (SU3c: 3bar, SU2L: 2, Y: -1/6)\nfermion Lc[3] right (SU2L: 2, Y: 1/2)"
    text = (
        f"use sm {{ except Q, L }}\n{fields}\nscalar S (SU2L: 2, Y: 1/2)\nyukawa yu = bar(Qc) S cc(U)\n"
        "yukawa yd = bar(Qc) tilde(S) cc(D)\nyukawa ye = bar(Lc) tilde(S) cc(E)\n"
        "potential { M2 = dag(S) S\n l6 = dag(S) H dag(H) H }\nintegrate S at M\n"
    )
    results, diagnostics = derive_matching(resolve_text("model t\nparam M : real\n" + text))
    assert not diagnostics
    entries = {f"y{f}[{i},{j}]": 0j for f in "ude" for i in (1, 2, 3) for j in (1, 2, 3)}
    values = {**entries, "M2": MASS2, "l6": l6, "yu[1,2]": up, "yd[2,3]": down, "ye[3,1]": lepton}
    found = evaluate_matching(results, values)
    s = np.array([0, -l6 / MASS2])
    # Ybar(R)_i X_i cc(f') is Y eps_ik X_i fbar' f_k; L has minus that, and C its conjugate.
    assert found["uphi_12"] == pytest.approx(-(up * (s @ EPSILON)[0]).conjugate())
    assert found["dphi_23"] == pytest.approx(-(down * (EPSILON @ s.conj() @ EPSILON)[1]).conjugate())
    assert found["ephi_31"] == pytest.approx(-(lepton * (EPSILON @ s.conj() @ EPSILON)[1]).conjugate())


def test_quadruplet() -> None:
    """S_abc symmetric: |S_222|^2 is the only component that H = (0, h) sources in H H H."""
    found = coefficients(
        "scalar S (SU2L: 4, Y: 3/2)\npotential { M2 = dag(S) S\n l6 = dag(S) H H H }", {"M2": 2, "l6": 3j}
    )
    assert found == pytest.approx({"phi": 4.5})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("scalar S (SU2L: 2, Y: 1/2)\npotential { m = dag(S) H }", "mixes with the Higgs doublet"),
        ("scalar S real (SU3c: 8)\npotential { m = S S }", "is real"),
        ("scalar S real\npotential { t = S\n k = S dag(H) H }", "has a tadpole"),
        ("scalar S\npotential { m = S S\n k = S dag(H) H }", "splits the masses"),
    ],
)
def test_errors(text: str, message: str) -> None:
    (diagnostic,) = matching_errors(START + text + "\nintegrate S at M")
    assert message in diagnostic.message


def test_couplings_of_two_heavy_fields() -> None:
    """S P^* H of a singlet and a doublet gives C_dphi; of leptoquarks it begins at dimension seven and is a note."""
    text = (
        "scalar S real\nscalar P (SU2L: 2, Y: 1/2)\nyukawa y = bar(Q) P D\n"
        "potential { k = S dag(H) H\n t = S dag(P) H }\nintegrate S at M\nintegrate P at M"
    )
    diagnostics = matching_errors(START + text)
    assert all("both integrated out" in diagnostic.message for diagnostic in diagnostics)
    leptoquarks = (
        "scalar S (SU3c: 3bar, Y: 1/3)\nscalar R (SU3c: 3, SU2L: 2, Y: 1/6)\nyukawa y = bar(cc(Q)) S L\n"
        "yukawa z = bar(D) R L\npotential { t = S R dag(H) }\nintegrate R at M"
    )
    results, diagnostics = derive_matching(resolve_text(START + leptoquarks + "\nintegrate S at M\n"))
    assert not diagnostics, [d.message for d in diagnostics]
    assert all("t" in result.notes[0] for result in results)


def test_a_heavy_singlet_and_a_heavy_leptoquark() -> None:
    """S^2 |R|^2 and S |R|^2 begin at dimension seven and more: both fields leave what they leave without it."""
    text = (
        "scalar S real\nscalar R (SU3c: 3bar, Y: 1/3)\nyukawa y = bar(cc(Q)) R L\n"
        "potential {{ M2 = 1/2 S S\n k = S dag(H) H\n {} }}\nintegrate S at M\nintegrate R at M"
    )
    values: dict[str, complex] = {"M2": 4e6, "k": 700.0, "M": 2e3, "t": 0.3, "r": 500.0}
    values |= {f"y[{i},{j}]": 0.1 * i + 0.2j * j for i in (1, 2, 3) for j in (1, 2, 3)}
    found = []
    for more in ("", "t = S S dag(R) R\n r = S dag(R) R"):
        results, diagnostics = derive_matching(resolve_text(START + text.format(more)))
        assert not diagnostics, [d.message for d in diagnostics]
        found.append(evaluate_matching(results, values))
    assert found[0].keys() >= {"phiBox", "lq1_1111"}
    assert found[1] == pytest.approx(found[0])


@pytest.mark.parametrize("joint", [True, False])
def test_masses_that_share_a_coupling(joint: bool) -> None:
    """M^2 S^2/2 + 3 M^2 T^2/2, whatever they are called; and two terms of one field add up."""
    fields = "scalar S real\nscalar T real (SU2L: 3)\n"
    masses = "m = 1/2 S^2 + 3/2 T^2" if joint else "m = 1/2 S^2\n n = T^2\n p = 1/2 T^2"
    potential = f"potential {{ {masses}\n k = S dag(H) H\n l = dag(H) T H }}\n"
    results, diagnostics = derive_matching(
        resolve_text(f"{START}{fields}{potential}integrate S at M\nintegrate T at M\n")
    )
    assert not diagnostics
    values = {"m": 50.0, "n": 60.0, "p": 30.0, "k": 3.0, "l": 2.0}
    assert [evaluate(result.inverse_square, values) for result in results] == pytest.approx([1 / 50, 1 / 150])
    box = [evaluate(result.coefficient("phiBox"), values) for result in results]
    assert box == pytest.approx([-9 / (2 * 50**2), 4 / (2 * 150**2)])


def test_what_has_no_vacuum_value_can_be_integrated_out() -> None:
    """Zeros that are written down are none; a number is one."""
    text = "scalar S vev {}\npotential {{ M2 = dag(S) S }}\nintegrate S at M\n"
    results, diagnostics = derive_matching(resolve_text(START + text.format("0")))
    assert len(results) == 1 and not diagnostics
    for value in ("1", "w"):
        (diagnostic,) = matching_errors(START + text.format(value))
        assert "has a vacuum value" in diagnostic.message
