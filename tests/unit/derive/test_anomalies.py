"""Anomalies against traces of explicit generators, and against numbers that are well known."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.helpers.components import (
    ComponentModel,
    Representation,
    adjoint,
    antifundamental,
    fundamental,
    gell_mann,
    two_index,
)
from tests.helpers.models import compile_file, compile_text

from zmodel.algebra.polynomial import constant_value
from zmodel.derive.anomalies import AnomalyReport, derive_anomalies


def anomalies(text: str) -> AnomalyReport:
    return derive_anomalies(compile_text(text).model)


def values(report: AnomalyReport) -> dict[str, Fraction]:
    found = {anomaly.name: constant_value(anomaly.value) for anomaly in report.anomalies}
    return {name: value for name, value in found.items() if value is not None}


# ------------------------------------------------------------------ against explicit generators
REPRESENTATIONS: dict[str, dict[str, Representation]] = {
    "A": {
        "3": fundamental(3),
        "3bar": antifundamental(3),
        "6": two_index(3, 1),
        "8": adjoint(3),
    },
    "B": {"5": fundamental(5), "5bar": antifundamental(5), "10": two_index(5, -1), "15": two_index(5, 1)},
    "C": {"2": fundamental(2), "3": adjoint(2)},
}
CHARGE = st.fractions(min_value=-2, max_value=2, max_denominator=5)


def dimension(f: dict[str, object]) -> int:
    return int(np.prod([REPRESENTATIONS[g][str(f[g])].dimension for g in "ABC" if f[g] != "1"]))


# Explicit matrices of larger fields take seconds.
FIELD = st.fixed_dictionaries(
    {
        "chirality": st.sampled_from(["left", "right"]),
        "A": st.sampled_from(["1", *REPRESENTATIONS["A"]]),
        "B": st.sampled_from(["1", "1", *REPRESENTATIONS["B"]]),
        "C": st.sampled_from(["1", *REPRESENTATIONS["C"]]),
        "X": st.tuples(CHARGE, CHARGE),
        "Y": CHARGE,
    }
).filter(lambda f: dimension(f) <= 30)


def as_text(fields: list[dict[str, object]]) -> str:
    lines = [
        "model random",
        "gauge A = SU(3) coupling a; gauge B = SU(5) coupling b; gauge C = SU(2) coupling c",
        "gauge X = U(1) coupling x; gauge Y = U(1) coupling y",
    ]
    for i, f in enumerate(fields):
        irreps = "".join(f"{group}: {f[group]}, " for group in "ABC")
        charges = ", ".join(str(q) for q in f["X"])  # type: ignore[attr-defined]
        lines.append(f"fermion f{i}[2] {f['chirality']} ({irreps}X: [{charges}], Y: {f['Y']})")
    return "\n".join(lines)


def as_components(fields: list[dict[str, object]]) -> ComponentModel:
    model = ComponentModel({"A": (3, "a"), "B": (5, "b"), "C": (2, "c")}, {"X": "x", "Y": "y"})
    for i, f in enumerate(fields):
        irreps = {g: REPRESENTATIONS[g][str(f[g])] for g in "ABC" if f[g] != "1"}
        model.fermion(f"f{i}", f["chirality"], irreps, 2, X=f["X"], Y=f["Y"])  # type: ignore[arg-type]
    return model


@given(st.lists(FIELD, min_size=1, max_size=2))
@settings(max_examples=25, deadline=None)
def test_traces_of_generators(fields: list[dict[str, object]]) -> None:
    found = values(anomalies(as_text(fields)))
    model = as_components(fields)
    t = {group: model._fermion_generators(group) for group in "ABCXY"}
    x, y = t["X"][0], t["Y"][0]
    expected = {
        "grav^2 X": np.trace(x),
        "grav^2 Y": np.trace(y),
        "X^3": np.trace(x @ x @ x),
        "X^2 Y": np.trace(x @ x @ y),
        "X Y^2": np.trace(x @ y @ y),
        "Y^3": np.trace(y @ y @ y),
    }
    for group, (name, charge) in product("ABC", (("X", x), ("Y", y))):
        expected[f"{group}^2 {name}"] = np.trace(t[group][0] @ t[group][0] @ charge)
    for group, n in (("A", 3), ("B", 5)):
        # The last generator with itself: tr T {T, T} relative to its value in the fundamental.
        last, reference = t[group][-1], gell_mann(n)[-1] / 2
        expected[f"{group}^3"] = np.trace(last @ last @ last) / np.trace(reference @ reference @ reference)
    assert set(found) == set(expected)
    for name, value in expected.items():
        assert float(found[name]) == pytest.approx(value.real, abs=1e-9), name


@given(st.lists(FIELD, min_size=1, max_size=2))
@settings(max_examples=25, deadline=None)
def test_contributions_add_up(fields: list[dict[str, object]]) -> None:
    report = anomalies(as_text(fields))
    for anomaly in report.anomalies:
        total = sum((c.value for c in anomaly.contributions), anomaly.value - anomaly.value)
        assert total == anomaly.value
        assert anomaly.cancels == (anomaly.value == 0)
    assert report.free == (all(a.cancels for a in report.anomalies) and all(w.cancels for w in report.witten))


# ------------------------------------------------------------------ well-known numbers
def test_standard_model() -> None:
    report = derive_anomalies(compile_file("lib/sm").model)
    assert report.free
    assert set(values(report)) == {"SU3c^3", "SU3c^2 Y", "SU2L^2 Y", "grav^2 Y", "Y^3"}
    assert [(w.group, w.doublets) for w in report.witten] == [("SU2L", 12)]


GAUGED = """
model gauged
use sm
gauge X = U(1) coupling gX
fermion N[3] right (X: {lepton})
charges X {{ Q = {quark}; U = {quark}; D = {quark}; L = {lepton}; E = {lepton} }}
"""


@pytest.mark.parametrize(
    ("quark", "lepton", "expected"),
    [
        ("1/3", "-1", {}),
        ("1/3", "0", {"SU2L^2 X": Fraction(3, 2), "Y^2 X": Fraction(-3, 2)}),
        ("0", "1", {"SU2L^2 X": Fraction(3, 2), "Y^2 X": Fraction(-3, 2)}),
    ],
    ids=["B-L", "B", "L"],
)
def test_baryon_and_lepton_number(quark: str, lepton: str, expected: dict[str, Fraction]) -> None:
    report = anomalies(GAUGED.format(quark=quark, lepton=lepton))
    assert {name: value for name, value in values(report).items() if value} == expected
    assert report.free == (not expected)


def test_a_published_model_with_a_wrong_neutrino_charge() -> None:
    """DRalgo's example smZp: nu_R has +1/4 beside L at -1/2."""
    text = GAUGED.format(quark="1/6", lepton="-1/2").replace("N[3] right (X: -1/2)", "N right (X: 1/4)")
    text = text.replace("-1/2; E = -1/2", "[-1/2, 0, 0]; E = [-1/2, 0, 0]")
    text = text.replace("Q = 1/6; U = 1/6; D = 1/6", "Q = [1/6, 0, 0]; U = [1/6, 0, 0]; D = [1/6, 0, 0]")
    nonzero = {name: value for name, value in values(anomalies(text)).items() if value}
    assert nonzero == {"grav^2 X": Fraction(-3, 4), "X^3": Fraction(-9, 64)}


@pytest.mark.parametrize(
    ("fields", "doublets"),
    [
        ("fermion f left (W: 2)", 1),
        ("fermion f[2] left (W: 2)", 2),
        ("fermion f right (W: 2)", 1),
        ("fermion f left (W: 3)", 4),
        ("fermion f left (W: 4)", 10),
        ("fermion f left (W: 2, C: 3)\nfermion g left (W: 2)", 4),
    ],
)
def test_global_anomaly_counts_doublets(fields: str, doublets: int) -> None:
    report = anomalies(f"model global_groups\ngauge W = SU(2) coupling gW\nglobal C = SU(3)\n{fields}")
    assert [w.doublets for w in report.witten] == [doublets]
    assert report.witten[0].cancels == report.free == (doublets % 2 == 0)


@pytest.mark.parametrize(
    ("fields", "free"),
    [
        ("fermion T left (G: 10)\nfermion F left (G: 5bar)", True),
        ("fermion T left (G: 10)\nfermion F left (G: 5)", False),
        ("fermion T left (G: 10)\nfermion F right (G: 5)", True),
        ("fermion S left (G: 24)", True),
        ("fermion S left (G: 15)", False),
        ("fermion S left (G: 15)\nfermion F[9] left (G: 5bar)", True),
    ],
)
def test_cubic_anomaly_of_su5(fields: str, free: bool) -> None:
    assert anomalies(f"model five\ngauge G = SU(5) coupling g\n{fields}").free is free


def test_symbolic_charges_cancel_identically_or_not() -> None:
    text = """
        model pair
        gauge X = U(1) coupling gX
        param a, b
        fermion f left (X: a)
        fermion g left (X: {})
        """
    assert anomalies(text.format("-a")).free
    report = anomalies(text.format("b"))
    ring = compile_text(text.format("b")).model.ring
    assert [ring.format(a.value) for a in report.anomalies] == ["a + b", "a^3 + b^3"]
    assert not report.free


def test_scalars_and_global_symmetries_have_no_anomalies() -> None:
    report = anomalies("model s\ngauge X = U(1) coupling g\nglobal F = SU(3)\nscalar s (X: 1, F: 3)")
    assert report.free
    assert values(report) == {"grav^2 X": 0, "X^3": 0}


def test_components_of_a_global_symmetry_count() -> None:
    text = "model s\ngauge X = U(1) coupling g\nglobal F = SU(3)\nfermion f left (X: 1{})"
    assert values(anomalies(text.format(", F: 3"))) == {"grav^2 X": 3, "X^3": 3}
    assert values(anomalies(text.format(""))) == {"grav^2 X": 1, "X^3": 1}
