"""WCxf documents, also against wilson: its validator, its list of coefficients, its symmetrisation."""

from __future__ import annotations

import json
import random
import warnings
from itertools import product
from types import ModuleType

import numpy as np
import pytest
from tests.helpers.smeft import (
    MALAPHORIC,
    MALAPHORIC_VALUES,
    boson_text,
    match_text,
    random_charges,
    random_unitary,
    resolve_text,
)

from zmodel.derive.matching import MatchingResult, derive_matching
from zmodel.derive.smeft_basis import DISTINCT_CURRENTS, IDENTICAL_CURRENTS, real_keys, vector_exchange
from zmodel.derive.warsaw import all_keys
from zmodel.derive.wcxf import evaluate_matching, wcxf_document
from zmodel.model.expression import EvaluationError, evaluate

FIELDS = {"Q.down": "Vq", "U": "Vu", "D": "Vd", "L.down": "Vl", "E": "Ve"}


@pytest.fixture(scope="module")
def wilson() -> ModuleType:
    """The program that flavio and smelli read coefficients with."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return pytest.importorskip("wilson")


def general_matching(seed: int) -> tuple[MatchingResult, dict[str, complex]]:
    """A boson with random charges, and random rotations of all fields: no coefficient vanishes."""
    generator = np.random.default_rng(seed)
    lines, values = [], {"gX": 0.7 + 0j, "g1": 0.36, "epsilon": 0.4, "M_X": 3000.0}
    for name, prefix in FIELDS.items():
        matrix = random_unitary(generator)
        names = [[f"{prefix}{i}{j}" for j in range(3)] for i in range(3)]
        values |= {names[i][j]: complex(matrix[i, j]) for i, j in product(range(3), repeat=2)}
        rows = [", ".join(row) for row in names]
        lines.append(f"param {', '.join(rows)} : complex\nrotation {name} = [[{'], ['.join(rows)}]]")
    charges, higgs = random_charges(random.Random(seed))
    return match_text(boson_text(charges, higgs, "mixing epsilon (Y, X)", "\n".join(lines))), values


def test_document() -> None:
    document = wcxf_document(match_text(MALAPHORIC), MALAPHORIC_VALUES)
    assert (document["eft"], document["basis"], document["scale"]) == ("SMEFT", "Warsaw", 3000.0)
    assert json.loads(json.dumps(document)) == document
    assert document["values"]["phiD"] == pytest.approx(-2 * (0.92 * 0.357 / 2) ** 2 / 3000**2)
    assert document["metadata"]["generator"] == "zmodel"
    assert "GeV^-2" in document["metadata"]["conventions"]


def test_complex_numbers() -> None:
    result, values = general_matching(0)
    document = wcxf_document(result, values, 1000)
    assert document["scale"] == 1000
    found = evaluate_matching(result, values)
    number = document["values"]["phiq1_23"]
    assert isinstance(number, dict)
    assert complex(number["Re"], number["Im"]) == found["phiq1_23"]
    assert all(isinstance(document["values"][key], float) for key in real_keys())
    assert set(document["values"]) == set(vector_exchange())


def test_scale_must_be_positive() -> None:
    with pytest.raises(EvaluationError, match="scale"):
        wcxf_document(match_text(MALAPHORIC), MALAPHORIC_VALUES, -1)


def test_several_bosons_add_up() -> None:
    text = (
        MALAPHORIC + "gauge X2 = U(1) coupling g5 boson Z2 mass M_2\ncharges X2 { L = 1; E = 1 }\nintegrate Z2 at M_2\n"
    )
    results, _ = derive_matching(resolve_text(text))
    values = {**MALAPHORIC_VALUES, "g5": 0.5, "M_2": 5000.0}
    assert [result.boson for result in results] == ["X", "Z2"]
    total = evaluate_matching(results, values)
    parts = [evaluate_matching(result, values) for result in results]
    assert total["ll_1122"] == pytest.approx(parts[0]["ll_1122"] + parts[1]["ll_1122"])
    assert parts[1]["ll_1122"] == pytest.approx(-0.25 / 5000**2)
    assert total["phiD"] == parts[0]["phiD"]
    document = wcxf_document(results, values)
    assert document["scale"] == 3000
    assert "X, Z2" in document["metadata"]["description"]


# ------------------------------------------------------------------ wilson
def test_wilson_knows_every_key(wilson: ModuleType) -> None:
    """The rule for non-redundant indices gives wilson's list, and its list of real coefficients."""
    sectors = wilson.wcxf.Basis["SMEFT", "Warsaw"].sectors.values()
    listed = {key: bool(entry and entry.get("real")) for sector in sectors for key, entry in sector.items()}
    operators = {key.split("_")[0] for key in vector_exchange()}
    relevant = {key: real for key, real in listed.items() if key.split("_")[0] in operators}
    assert relevant.keys() == vector_exchange().keys()
    assert {key for key, real in relevant.items() if real} == real_keys()


@pytest.mark.parametrize("model", ["malaphoric", "general"])
def test_wilson_accepts_the_document(wilson: ModuleType, model: str) -> None:
    result, values = (match_text(MALAPHORIC), MALAPHORIC_VALUES) if model == "malaphoric" else general_matching(1)
    document = wcxf_document(result, values)
    coefficients = wilson.wcxf.WC.load(json.dumps(document))
    coefficients.validate()
    assert coefficients.dict == pytest.approx(evaluate_matching(result, values))


@pytest.mark.parametrize("seed", range(3))
def test_wilson_symmetrises_to_the_redundant_lagrangian(wilson: ModuleType, seed: int) -> None:
    """-J^2/(2 M^2) with all indices, projected on the operators' symmetries, both ways."""
    from wilson.util import smeftutil  # type: ignore[import-not-found]

    result, values = general_matching(seed)
    mass = values["M_X"].real
    g = {
        name: np.array([[complex(evaluate(entry, values)) for entry in row] for row in matrix]) / mass
        for name, matrix in result.currents.items()
    }
    redundant = {}
    for operator, name in IDENTICAL_CURRENTS.items():
        tensor = -np.einsum("ij,kl->ijkl", g[name], g[name]) / 2
        redundant[operator] = (tensor + tensor.transpose(0, 3, 2, 1)) / 2 if operator == "ee" else tensor
    for operator, (first, second) in DISTINCT_CURRENTS.items():
        redundant[operator] = -np.einsum("ij,kl->ijkl", g[first], g[second])
    found = evaluate_matching(result, values)
    symmetrised = smeftutil.wcxf2arrays_symmetrized(found)
    for operator, tensor in redundant.items():
        np.testing.assert_allclose(symmetrised[operator], tensor, rtol=1e-10, atol=1e-20)
    projected = smeftutil.arrays2wcxf_nonred(smeftutil.add_missing(redundant))
    four_fermion = {key: value for key, value in found.items() if not key.startswith("phi")}
    assert projected.keys() == four_fermion.keys()
    for key, value in four_fermion.items():
        assert projected[key] == pytest.approx(value, rel=1e-10, abs=1e-20)


def test_entries_that_are_not_given_are_zero() -> None:
    """As where couplings run: a matrix of which some entries are given is zero elsewhere; others are missing."""
    field = "scalar S1 (SU3c: 3bar, Y: 1/3)\nyukawa y = bar(cc(Q)) S1 L\n"
    results, _ = derive_matching(resolve_text(f"model t\nuse sm\nparam M : real\n{field}integrate S1 at M"))
    found = evaluate_matching(results, {"M": 2.0, "y[3,2]": 0.4})
    assert found == pytest.approx({"lq1_2233": 0.01, "lq3_2233": -0.01})
    with pytest.raises(EvaluationError, match="y"):
        evaluate_matching(results, {"M": 2.0})


def test_wilson_knows_every_operator(wilson: ModuleType) -> None:
    """Keys and reality of all operators that tree-level exchange can give, not of one vector alone."""
    sectors = wilson.wcxf.Basis["SMEFT", "Warsaw"].sectors.values()
    listed = {key: bool(entry and entry.get("real")) for sector in sectors for key, entry in sector.items()}
    operators = {key.split("_")[0] for key in all_keys()}
    assert {key: real for key, real in listed.items() if key.split("_")[0] in operators} == all_keys()
