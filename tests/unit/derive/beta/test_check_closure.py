"""What the user reads about couplings that the running generates, and that following the advice helps."""

from __future__ import annotations

import re

import pytest
from tests.helpers.models import compile_text

from zmodel.diagnostics import Diagnostic
from zmodel.driver import Run, derive

SM = "model test\nuse sm\n"


def diagnostics_of(text: str) -> list[Diagnostic]:
    """What deriving the beta functions says."""
    run = Run(compile_text(text))
    fine = derive(run, ("betas",))
    assert fine == all(item.severity != "error" for item in run.diagnostics)
    return run.diagnostics


def test_a_missing_quartic_is_an_error_with_the_line_to_add() -> None:
    (found,) = diagnostics_of(SM + "scalar S (Y: 1)\npotential { l = (dag(S) S)^2; m = dag(S) S }")
    assert (found.code, found.severity) == ("Z405", "error")
    assert "`(dag(H) H) (dag(S) S)`" in found.message
    assert found.label == "a quartic, at one loop"
    assert found.hints == ("add `lambda_H_S = (dag(H) H) (dag(S) S)` to the potential",)


def test_a_missing_yukawa_coupling_is_an_error_with_the_line_to_add() -> None:
    (found,) = diagnostics_of(
        SM
        + "scalar S1 (SU3c: 3bar, Y: 1/3)\nyukawa Y1 = bar(cc(Q)) S1 L\n"
        + "potential { l = (dag(S1) S1)^2; k = (dag(H) H) (dag(S1) S1); m = dag(S1) S1 }"
    )
    assert found.code == "Z405"
    assert found.hints == ("add `yukawa Y_U_E_S1 = bar(cc(U)) S1 E`",)


def test_a_missing_contraction_is_named() -> None:
    (found,) = diagnostics_of(
        SM
        + "scalar R2 (SU3c: 3, SU2L: 2, Y: 7/6)\n"
        + "potential { l = (dag(R2) R2)^2; l2 = tr(dag(R2) R2 dag(R2) R2); k = (dag(H) H) (dag(R2) R2) }\n"
        + "potential { m = dag(R2) R2 }"
    )
    assert found.hints == ("add `lambda_H_R2 = dag(H) H dag(R2) R2 : adjoint` to the potential",)


def test_a_missing_mass_is_a_warning() -> None:
    (found,) = diagnostics_of(SM + "scalar S\npotential { l = (dag(S) S)^2; k = (dag(H) H) (dag(S) S) }")
    assert (found.code, found.severity) == ("Z505", "warning")
    assert found.hints == ("add `m2_S = dag(S) S` to the potential",)


def test_a_scalar_without_quartics_is_one_warning() -> None:
    (found,) = diagnostics_of(SM + "scalar S (SU2L: 2, Y: 3/2)\npotential { m = dag(S) S }")
    assert (found.code, found.severity) == ("Z505", "warning")
    assert found.message == "no quartic coupling of `S` is declared, but the running generates some"
    assert found.notes == (
        "`(dag(H) H) (dag(S) S)` at one loop",
        "`(dag(H) S) (dag(S) H)` at one loop",
        "`(dag(S) S)^2` at one loop",
    )


def test_entries_beside_kept_ones_are_a_warning() -> None:
    (found,) = diagnostics_of(
        "model t\nuse sm { except Yu, Yd }\nyukawa Yu = bar(Q) tilde(H) U keep (3,3) as yt\n"
        "yukawa Yd = bar(Q) H D keep (3,3) as yb, (1,3) as yd, (2,3) as ys"
    )
    assert (found.code, found.severity) == ("Z506", "warning")
    assert found.message == "the running generates entries of `Yu` that are not kept: Yu[1,3], Yu[2,3]"
    assert found.span is not None
    assert found.span.text == "bar(Q) tilde(H) U"


def test_kinetic_mixing_is_a_warning() -> None:
    (found,) = diagnostics_of(SM + "gauge X = U(1) coupling gX\ncharges X { H = 1/2; U = 1/2; D = -1/2; E = -1/2 }")
    assert (found.code, found.severity) == ("Z507", "warning")
    assert found.message == "the running generates kinetic mixing of Y and X, which is not declared"
    assert found.hints[0].startswith("add `mixing eta (Y, X)`")


def test_a_second_mixing_takes_the_form_of_the_first() -> None:
    found = diagnostics_of(
        "model t\ngauge A = U(1) coupling a\ngauge B = U(1) coupling b\ngauge C = U(1) coupling c\n"
        "mixing epsilon (A, B)\nfermion F left (A: 1, B: 1, C: 1)\nfermion G left (A: 1, B: -1)"
    )
    assert [item.hints[0].split("`")[1] for item in found] == [
        "mixing epsilon (A, C) as epsilon_A_C",
        "mixing epsilon (B, C) as epsilon_B_C",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "gauge lambda_A_B = U(1) coupling z",
        "gauge Z = U(1) coupling lambda_A_B",
        "fermion lambda_A_B left",
        "param lambda_A_B",
        "gauge Z = U(1) coupling z\nmixing eta (X, Z) as lambda_A_B",
        "fermion F[2] left (X: [1, 2])\nyukawa Y = bar(cc(F)) C F keep (1,1) as lambda_A_B",
    ],
)
def test_names_in_use_are_not_suggested(line: str) -> None:
    """Names of groups, couplings, fields, parameters, mixings and kept entries."""
    text = (
        "model t\ngauge X = U(1) coupling g\nscalar A (X: 1)\nscalar B (X: 7)\nscalar C (X: -2)\n"
        + "potential { lA = (dag(A) A)^2; lB = (dag(B) B)^2; lC = (dag(C) C)^2 }\n"
        + "potential { k = (dag(A) A) (dag(C) C); r = (dag(B) B) (dag(C) C) }\n"
    )
    (plain,) = [found for found in diagnostics_of(text) if found.code == "Z405"]
    assert plain.hints == ("add `lambda_A_B = (dag(A) A) (dag(B) B)` to the potential",)
    hints = [hint for found in diagnostics_of(text + line) for hint in found.hints if "(dag(A) A) (dag(B) B)" in hint]
    assert hints == ["add `lambda_A_B_2 = (dag(A) A) (dag(B) B)` to the potential"]


# ------------------------------------------------------------------ following the advice
OPEN = {
    "two doublets": SM
    + "scalar H2 (SU2L: 2, Y: 1/2)\nyukawa Yu2 = bar(Q) tilde(H2) U\npotential { l2 = (dag(H2) H2)^2 }",
    "a leptoquark": SM
    + "scalar R2 (SU3c: 3, SU2L: 2, Y: 7/6)\nyukawa Y2 = bar(U) R2 L\n"
    + "potential { l = (dag(R2) R2)^2; m = dag(R2) R2 }",
    "two leptoquarks": SM
    + "scalar S1 (SU3c: 3bar, Y: 1/3)\nscalar S3 (SU3c: 3bar, SU2L: 3, Y: 1/3)\nyukawa Y3 = bar(cc(Q)) S3 L\n"
    + "yukawa Y1 = bar(cc(Q)) S1 L\npotential { l1 = (dag(S1) S1)^2; l3 = (dag(S3) S3)^2; m = dag(S3) S3 }",
    "triplets": SM
    + "scalar X (SU2L: 3, Y: 1)\nscalar T real (SU2L: 3)\n"
    + "potential { lX = (dag(X) X)^2; lT = (T T)^2; mT = T T; mu = dag(H) T H; mX = H dag(X) H }",
    "gauged B - L": SM
    + "gauge X = U(1) coupling gX\ncharges X { Q = 1/3; U = 1/3; D = 1/3; L = -1; E = -1 }\n"
    + "fermion N[3] right (X: -1)\nscalar chi (X: 2)\nyukawa Yn = bar(L) tilde(H) N\nyukawa YN = N N chi\n"
    + "potential { l = (dag(chi) chi)^2 }",
    "a vector-like lepton": SM
    + "fermion F left (SU2L: 2, Y: -1/2)\nfermion G right (SU2L: 2, Y: -1/2)\n"
    + "mass M = bar(F) G\nyukawa YF = bar(F) H E",
    "a singlet with everything": "model t\nscalar s real\nscalar t real\nfermion N[2] right\n"
    + "yukawa Y = N N s\nmass M = N N\npotential { l = s^4; k = s^2 t^2; r = t^4; m = s^2 t }",
    "an adjoint of SU(5)": "model t\ngauge G = SU(5) coupling g\nscalar A real (G: 24)\nscalar H (G: 5)\n"
    + "potential { l = (A A)^2; lH = (dag(H) H)^2; k = (A A) (dag(H) H); mH = dag(H) H; mu = dag(H) A H }",
}


def advice(found: Diagnostic) -> str:
    """The statement that a diagnostic says should be added."""
    match = re.match(r"add `(.*?)`(.*)", found.hints[0])
    assert match is not None, found
    return f"potential {{ {match[1]} }}" if match[2] == " to the potential" else match[1]


@pytest.mark.parametrize("text", OPEN.values(), ids=OPEN)
def test_following_the_advice_closes_a_model(text: str) -> None:
    assert diagnostics_of(text)
    for _ in range(5):
        found = diagnostics_of(text)
        if not found:
            return
        text = "\n".join([text, *(advice(item) for item in found)])
    pytest.fail(f"not closed: {found}")
