"""WCxf documents: what they hold, how they are written, and when there is none."""

from __future__ import annotations

import json
import math
from dataclasses import replace

import pytest
from tests.helpers.models import compile_file, compile_text, point

from zmodel.derive.matching import derive_matching
from zmodel.derive.smeft_basis import CoefficientError
from zmodel.derive.wcxf import Document
from zmodel.diagnostics import Diagnostic
from zmodel.driver import Analysis
from zmodel.exchange import build_document, document_text
from zmodel.exchange.document import check_document, coefficients_of

HEAVY = """model heavy
use sm
gauge X = U(1) coupling gX boson X mass M_X
charges X { Q = 1/3; U = 1/3; D = 1/3; L = -1; E = -1 }
fermion N[3] right (X: -1)
"""
MASS = "scalar s (X: 2) vev v_s\nyukawa YN = N N s\n"
POINT = "integrate X at M_X\npoint p { gX = 0.3; M_X = 2 TeV }\n"


def build(analysis: Analysis, name: str, basis: str = "Warsaw") -> tuple[Document | None, tuple[Diagnostic, ...]]:
    results, found = derive_matching(analysis.model)
    assert not found
    return build_document(analysis.model, analysis.couplings, results, point(analysis, name), basis)


def failure(text: str) -> Diagnostic:
    document, (diagnostic,) = build(compile_text(text), "p")
    assert document is None
    assert diagnostic.code == "Z415"
    return diagnostic


def test_document_of_a_heavy_boson() -> None:
    document, diagnostics = build(compile_text(HEAVY + MASS + POINT), "p")
    assert diagnostics == () and document is not None
    assert (document["eft"], document["basis"], document["scale"]) == ("SMEFT", "Warsaw", 2000.0)
    assert document["values"]["le_1122"] == pytest.approx(-(0.3**2) / 2000.0**2)
    assert document["metadata"]["model"] == "heavy" and document["metadata"]["point"] == "p"


def test_text_reads_back() -> None:
    document, _ = build(compile_file("paper_c/malaphoric"), "unmixed")
    assert document is not None
    assert json.loads(document_text(document, "json")) == document
    lines = dict(line.strip().split(": ", 1) for line in document_text(document, "yaml").splitlines() if ": " in line)
    values = {key: float(lines[key]) for key in document["values"]}
    assert values == document["values"]
    # YAML 1.1 reads a number without a point as a text.
    assert all("." in lines[key] for key in values)


def test_complex_numbers_in_yaml() -> None:
    document: Document = {
        "eft": "SMEFT",
        "basis": "Warsaw",
        "scale": 1000.0,
        "values": {"lq1_1112": {"Re": 1e-08, "Im": -2.5e-09}},
        "metadata": {"generator": 'a "name"'},
    }
    text = document_text(document, "yaml")
    assert "  lq1_1112: {Re: 1.0e-08, Im: -2.5e-09}\n" in text
    assert '  generator: "a \\"name\\""\n' in text
    assert "values: {}" in document_text({**document, "values": {}}, "yaml")


def test_both_bases_hold_the_same_physics() -> None:
    analysis = compile_file("paper_c/malaphoric")
    down, _ = build(analysis, "best_fit")
    up, _ = build(analysis, "best_fit", "Warsaw up")
    assert down is not None and up is not None
    assert up["basis"] == "Warsaw up"
    leptons = {key: value for key, value in down["values"].items() if key.startswith(("ll_", "ee_", "le_", "phi"))}
    assert all(up["values"][key] == value for key, value in leptons.items() if not key.startswith("phiq"))
    # The trace over generations does not depend on the basis; single entries do.
    for document in (down, up):
        numbers = coefficients_of(document)
        trace = sum(numbers[f"phiq1_{i}{i}"] for i in (1, 2, 3))
        assert trace == pytest.approx(sum(coefficients_of(down)[f"phiq1_{i}{i}"] for i in (1, 2, 3)))
    assert up["values"]["phiq1_23"] != down["values"]["phiq1_23"]


# ------------------------------------------------------------------ refusals
def test_light_boson() -> None:
    found = failure((HEAVY + MASS + POINT).replace("2 TeV", "10 GeV"))
    assert found.message == "`X` is light: its mass is 10 GeV at this point"
    assert "246 GeV" in found.notes[0] and "--couplings" in found.hints[0]


def test_boson_that_is_not_integrated_out() -> None:
    found = failure(HEAVY + MASS + POINT.replace("integrate X at M_X\n", ""))
    assert "integrates nothing out" in found.message
    assert found.hints == ("if `X` is heavy: integrate X at M_X",)
    found = failure("model plain\nuse sm\npoint p { g1 = 0.36 }\n")
    assert found.notes == found.hints == ()


def test_light_right_handed_neutrinos() -> None:
    for dirac in ("", "yukawa Ynu = bar(L) tilde(H) N\n"):
        found = failure(HEAVY + dirac + POINT)
        assert found.message == "the right-handed neutrinos `N` are light: WCxf has no basis with them"
        assert found.hints == (
            "charges forbid mass N N: a Yukawa coupling to a singlet with a vacuum value makes them heavy",
        )


@pytest.mark.parametrize(("charges", "allowed"), [("[1, -1, 0]", True), ("[1, -1, 2]", False)])
def test_a_mass_is_advised_where_charges_allow_one_for_all_light_neutrinos(charges: str, allowed: bool) -> None:
    found = failure(HEAVY.replace("right (X: -1)", f"right (X: {charges})") + POINT)
    assert (found.hints == ("if they are heavy, declare it, such as mass M_N = N N",)) == allowed


def test_light_right_handed_neutrinos_without_couplings_are_no_matter() -> None:
    text = HEAVY.replace("L = -1; E = -1", "").replace("(X: -1)", "(X: 0)").replace("D = 1/3;", "D = 1/3")
    document, diagnostics = build(compile_text(text + POINT), "p")
    assert document is not None and diagnostics == ()


def test_one_generation_without_a_mass_is_a_warning() -> None:
    document, (warning,) = build(compile_file("paper_c/malaphoric"), "best_fit")
    assert document is not None
    assert (warning.code, warning.severity) == ("Z511", "warning")
    assert warning.message == "no mass term makes N[2] heavy: the coefficients leave its couplings out"


def test_missing_number() -> None:
    found = failure((HEAVY + MASS + POINT).replace("gX = 0.3; ", ""))
    assert "gX" in found.message


# ------------------------------------------------------------------ checks
@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"ll_2211": 1e-8}, "ll_2211"),
        ({"nonsense": 1e-8}, "nonsense"),
        ({"phiD": {"Re": 1e-8, "Im": 1e-9}}, "must be real"),
        ({"phiD": math.inf}, "not finite"),
    ],
)
def test_documents_that_are_refused(change: dict[str, float], reason: str) -> None:
    document, _ = build(compile_text(HEAVY + MASS + POINT), "p")
    assert document is not None
    check_document(document)
    with pytest.raises(CoefficientError, match=reason):
        check_document({**document, "values": {**document["values"], **change}})  # type: ignore[typeddict-item]


def test_no_basis_but_two() -> None:
    document, _ = build(compile_text(HEAVY + MASS + POINT), "p")
    assert document is not None
    with pytest.raises(CoefficientError, match="no basis flavio"):
        check_document({**document, "basis": "flavio"})


def test_point_that_overflows() -> None:
    analysis = compile_text(HEAVY + MASS + POINT)
    results, _ = derive_matching(analysis.model)
    given = point(analysis, "p")
    huge = replace(given, values=tuple(replace(v, value=1e200) if v.name == "gX" else v for v in given.values))
    document, (diagnostic,) = build_document(analysis.model, analysis.couplings, results, huge)
    assert document is None and diagnostic.code == "Z415"
