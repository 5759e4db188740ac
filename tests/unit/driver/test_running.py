"""Trajectories of points through thresholds."""

from __future__ import annotations

import math
import sys
from dataclasses import replace

import numpy as np
import pytest
from tests.helpers.models import compile_file, compile_text, point

from zmodel.derive.beta.loops import LoopOrders
from zmodel.driver import Run
from zmodel.driver.integration import prepare_running
from zmodel.driver.running import run_point
from zmodel.run import Integrator, RunOptions, Status
from zmodel.run.trajectory import Trajectory

ONE_LOOP = LoopOrders(1, 1, 1)
QCD = """model qcd
gauge C = SU(3) coupling g
fermion q[3] left (C: 3)
fermion qR[3] right (C: 3)
fermion t left (C: 3)
fermion tR right (C: 3)
scalar S (C: 3)
mass m_t = bar(t) tR
potential { m2_S = dag(S) S; l_S = (dag(S) S)^2 }
param M : real
integrate S at 10*M
integrate t at M
integrate tR at M
point up at 100 { g = 1.1; M = 1 TeV; l_S = 0.1 }
point down at 100 TeV { g = 0.8; M = 1 TeV; l_S = 0.1 }
point bad at 100 { g = 1.1; l_S = 0.1; M = -1 }
point nowhere { g = 1.1; l_S = 0.1; M = 1 }
point little at 1 TeV { l_S = 0.1; M = 1 }
"""


def follow(text: str, name: str, goal: float, loops: LoopOrders = ONE_LOOP) -> tuple[Trajectory | None, Run]:
    analysis = compile_text(text)
    run = Run(analysis, loops=loops, point=point(analysis, name))
    return run_point(run, goal, RunOptions(loops=loops.highest, rtol=1e-10), 40), run


@pytest.mark.parametrize(("start", "goal"), [("1 TeV", 1e4), ("173", 1e4), ("1e4", 1e3), ("7 TeV", 1.22e19)])
@pytest.mark.parametrize("coupling", [-0.1, 1e-4])
def test_ends_are_the_scales_themselves(start: str, goal: float, coupling: float) -> None:
    """Those where stability is lost, too: at once, or where it is looked at for the first time."""
    text = f"model phi\nscalar S real\npotential {{ l = S^4 }}\npoint p at {start} {{ l = {coupling} }}\n"
    analysis = compile_text(text)
    run = Run(analysis, loops=ONE_LOOP, point=point(analysis, "p"))
    found = run_point(run, goal, RunOptions(loops=1, checks=1 if coupling > 0 else 3), 7)
    assert found is not None and run.point is not None
    assert (found.mu[0], found.mu[-1], found.scale) == (run.point.scale, goal, goal)
    assert coupling > 0 or found.unstable == run.point.scale


def exact(g: float, scales: list[float], flavours: list[int], scalars: list[int]) -> float:
    """One loop, piece by piece: d(1/g^2)/dlnmu = (11 - 2 n_f/3 - n_s/6)/(8 pi^2)."""
    inverse = g**-2
    for first, last, n, s in zip(scales, scales[1:], flavours, scalars, strict=False):
        inverse += (11 - 2 * n / 3 - s / 6) / (8 * math.pi**2) * math.log(last / first)
    return inverse**-0.5


def test_running_up_and_down_through_thresholds() -> None:
    up, _ = follow(QCD, "up", 1e5)
    assert up is not None and up.status == Status.REACHED and up.scale == 1e5
    assert up.last["g"] == pytest.approx(exact(1.1, [100, 1e3, 1e4, 1e5], [3, 4, 4], [0, 0, 1]), rel=1e-9)
    down, _ = follow(QCD, "down", 100)
    assert down is not None
    assert down.last["g"] == pytest.approx(exact(0.8, [1e5, 1e4, 1e3, 100], [4, 4, 3], [1, 0, 0]), rel=1e-9)
    assert "l_S" not in down.last and "l_S" in down.elements
    for found in (up, down):
        assert [np.count_nonzero(found.mu == scale) for scale in (100, 1e3, 1e4, 1e5)] == [1, 2, 2, 1]


def test_what_comes_in_starts_with_the_values_of_the_point() -> None:
    up, _ = follow(QCD, "up", 1e5)
    assert up is not None
    below, above = up.mu < 9.99e3, up.mu > 1.001e4
    quartic = np.asarray(up.values["l_S"], dtype=float)
    assert np.all(np.isnan(quartic[below])) and np.all(np.isfinite(quartic[above]))
    first = quartic[np.isfinite(quartic)][0]
    assert first == pytest.approx(0.1)


def test_without_thresholds_it_is_one_integration() -> None:
    analysis = compile_file("paper_a/bm1")
    chosen = analysis.model.points[0]
    run = Run(analysis, point=chosen)
    found = run_point(run, 1.22e19, RunOptions(checks=250), 250)
    running = prepare_running(Run(analysis))
    assert found is not None and running is not None and chosen.scale is not None and len(found.mu) == 250
    state = running.layout.states({value.name: value.value for value in chosen.values})
    begin, end = np.log([chosen.scale]), np.log([1.22e19])
    whole = Integrator(running.source).integrate(state, begin, end, RunOptions())
    last = running.layout.numbers(whole.values, real=True)
    assert {name: column[0] for name, column in last.items()} == pytest.approx(dict(found.last), rel=1e-12)
    assert math.isnan(found.unstable)
    assert found.mu[0] == chosen.scale and found.mu[-1] == 1.22e19
    assert found.values["u"][0] == pytest.approx(1e-4 * (4 * math.pi) ** 2)


def test_below_a_heavy_boson_the_standard_model_runs() -> None:
    """Malaphoric B3 - L2 without its boson: the Standard Model, and scalars and neutrinos that feel no gauge force."""
    text = 'model m\nuse "malaphoric.zmodel"\npoint low at 1 TeV {{ g1 = 0.36; g2 = 0.64; g3 = 1.1; {} }}\n'
    more = "gX = 0.08; epsilon = -0.9; theta_sb = 0; M_X = 3 TeV; Yu[3,3] = 0.8; lambda = 0.13"
    analysis = compile_text(text.format(more), folder="paper_c")
    found = run_point(Run(analysis, point=point(analysis, "low")), 2e3, RunOptions(), 2)
    sm = compile_text(
        "model s\nuse sm\npoint low at 1 TeV { g1 = 0.36; g2 = 0.64; g3 = 1.1; Yu[3,3] = 0.8; lambda = 0.13 }\n"
    )
    alone = run_point(Run(sm, point=point(sm, "low")), 2e3, RunOptions(), 2)
    assert found is not None and alone is not None and "gX" not in found.last
    shared = {name: value for name, value in alone.last.items() if name in found.last}
    assert {"g1", "g2", "g3", "lambda", "Yu[3,3]"} <= shared.keys()
    assert {name: found.last[name] for name in shared} == pytest.approx(shared, rel=1e-9)


def test_hypercharge_behind_a_heavy_boson_that_mixes() -> None:
    """In the form eta the coupling below is g1 sqrt(1 - eta^2), see docs/errata.md; upwards likewise."""
    text = """model m
use sm
gauge X = U(1) coupling gX boson X mass M_X
mixing eta (Y, X)
scalar p (X: 1) vev v_p
potential { l_p = (dag(p) p)^2; k_p = (dag(H) H) (dag(p) p) }
integrate X at M_X
point high at 2.001 TeV { g1 = 0.4; g2 = 0.6; g3 = 1; gX = 0.8; eta = 0.6; M_X = 2 TeV }
point low at 1.999 TeV { g1 = 0.32; g2 = 0.6; g3 = 1; gX = 0.8; eta = 0.6; M_X = 2 TeV }
"""
    down, _ = follow(text, "high", 1999)
    up, _ = follow(text, "low", 2001)
    assert down is not None and up is not None
    assert down.last["g1"] == pytest.approx(0.4 * 0.8, rel=1e-4) and "eta" not in down.last
    assert up.last["g1"] == pytest.approx(0.4, rel=1e-4) and up.last["eta"] == pytest.approx(0.6, rel=1e-3)


def test_a_pole_ends_the_trajectory() -> None:
    """Paper A, Fig. 3."""
    analysis = compile_file("paper_a/bm3_bare")
    found = run_point(Run(analysis, point=analysis.model.points[0]), 1.22e19, RunOptions(), 250)
    assert found is not None and found.status == Status.POLE and found.mu[-1] < found.scale < 1e8
    assert all(np.all(np.isfinite(column)) for column in found.values.values())


def test_poles_as_far_as_numbers_go() -> None:
    """dg/dt = 4/3 g^3/(16 pi^2): beyond 10^304, and just behind the largest floating-point number."""
    length = math.log(sys.float_info.max / 1000)
    for logarithm, pole in ((length - 1, sys.float_info.max / math.e), (length + 3e-5, sys.float_info.max)):
        g = math.sqrt(8 * math.pi**2 / (4 / 3 * logarithm))
        text = "model m\ngauge X = U(1) coupling g\nfermion a left (X: 1)\nfermion b right (X: 1)\n"
        found, _ = follow(f"{text}point p at 1 TeV {{ g = {g} }}\n", "p", sys.float_info.max)
        assert found is not None and found.status == Status.POLE
        assert found.scale == pytest.approx(pole, rel=1e-4) and np.isfinite(found.mu).all()


@pytest.mark.parametrize(
    ("name", "message"),
    [("bad", "scale of `S`"), ("nowhere", "no scale"), ("little", "no value for g")],
)
def test_points_that_say_too_little(name: str, message: str) -> None:
    found, run = follow(QCD, name, 1e5)
    assert found is None
    [error] = [item for item in run.diagnostics if item.severity == "error"]
    assert error.code == "Z430" and message in error.message


def test_open_couplings_are_told() -> None:
    analysis = compile_file("paper_a/bm1")
    chosen = analysis.model.points[0]
    fewer = replace(chosen, values=tuple(value for value in chosen.values if value.name not in ("y", "u")))
    run = Run(analysis, point=fewer)
    assert run_point(run, 1e4, RunOptions(), 2) is not None
    [warning] = run.diagnostics
    assert warning.code == "Z512" and "y, u" in warning.message


SINGLET = """model singlet
use sm { except Yu, Yd, Ye }
scalar S real
param M : real
potential { A = (dag(H) H) S; m2_S = 1/2 S^2; l_S = S^4; l_HS = (dag(H) H) S^2; k_S = S^3; t_S = S }
integrate S at M
point down at 1001 { g1 = 0.36; g2 = 0.64; g3 = 1.1; lambda = 0.2; A = 300; m2_S = 1e6; M = 1 TeV }
point up at 999 { g1 = 0.36; g2 = 0.64; g3 = 1.1; lambda = 0.155; A = 300; m2_S = 1e6; M = 1 TeV }
point tadpole at 1001 { g1 = 0.36; g2 = 0.64; g3 = 1.1; A = 300; m2_S = 1e6; M = 1 TeV; t_S = 1 }
"""


@pytest.mark.parametrize(("name", "goal", "lambda_"), [("down", 999, 0.2 - 0.045), ("up", 1001, 0.155 + 0.045)])
def test_exchange_of_a_heavy_scalar_shifts_the_quartic_coupling(name: str, goal: float, lambda_: float) -> None:
    """lambda - A^2/(2 M^2), but for the running over a thousandth of the scale."""
    found, run = follow(SINGLET, name, goal)
    assert found is not None and not [item for item in run.diagnostics if item.code == "Z513"]
    assert found.last["lambda"] == pytest.approx(lambda_, rel=1e-3)


def test_tadpoles_at_a_threshold_are_told() -> None:
    _, run = follow(SINGLET, "tadpole", 999)
    [warning] = [item for item in run.diagnostics if item.code == "Z513"]
    assert "t_S" in warning.message


@pytest.mark.parametrize(("name", "goal", "sign"), [("down", 999, -1), ("up", 1001, 1)])
def test_vacuum_values_of_a_heavy_scalar(name: str, goal: float, sign: int) -> None:
    """With V = l_S S^4 + l_HS |H|^2 S^2 + ..., lambda loses l_HS^2/(4 l_S) and mH2 gets l_HS w^2."""
    portal = SINGLET.replace("S real\n", "S real vev w\n").replace(
        "A = 300", "l_HS = 0.1; l_S = 0.2; w = 1000; mH2 = 0"
    )
    found, run = follow(portal, name, goal)
    assert found is not None and not [item for item in run.diagnostics if item.code == "Z513"]
    start = {"down": 0.2, "up": 0.155}[name]
    assert found.last["lambda"] == pytest.approx(start + sign * 0.01 / 0.8, rel=1e-3)
    assert found.last["mH2"] == pytest.approx(-sign * 0.1 * 1000**2, rel=1e-2)


def test_vacuum_values_without_a_number_are_told() -> None:
    portal = SINGLET.replace("S real\n", "S real vev w\n").replace("A = 300", "l_HS = 0.1; l_S = 0.2")
    _, run = follow(portal, "down", 999)
    [warning] = [item for item in run.diagnostics if item.code == "Z513"]
    assert "vacuum value of `S`" in warning.message


@pytest.mark.parametrize(("value", "vacuum", "told"), [("y = 0.3", 1e3, True), ("y = 0.3", 0, False), ("", 1e3, False)])
def test_fermion_masses_from_vacuum_values_are_told(value: str, vacuum: float, told: bool) -> None:
    text = SINGLET.replace("S real\n", "S real vev w\nfermion N left\nyukawa y = N N S\n")
    _, run = follow(text.replace("A = 300", f"l_S = 0.2; w = {vacuum}; {value}"), "down", 999)
    messages = [item.message for item in run.diagnostics if item.code == "Z513"]
    assert messages == (["masses that `y` gives fermions are left out at the threshold"] if told else [])


DIRAC = """model dirac
gauge X = U(1) coupling g
fermion P left (X: 1)
fermion R right (X: 1)
fermion F left (X: 3)
fermion G right (X: 3)
mass M_F = bar(F) G
require anomaly_free
integrate NAME at 10 TeV
point p at 1 TeV { g = 0.5; M_F = 10 TeV }
"""


MASS_OF_A_SINGLET = """scalar s real vev w
yukawa y = bar(F) G s
potential { t = s; m2 = s^2; k = s^3; l = s^4 }"""
YUKAWA = DIRAC.replace("mass M_F = bar(F) G", MASS_OF_A_SINGLET).replace("M_F = 10 TeV", "w = 20 TeV")


@pytest.mark.parametrize("text", [DIRAC, YUKAWA])
@pytest.mark.parametrize("name", ["F", "G"])
def test_both_halves_of_a_dirac_fermion_are_integrated_out(name: str, text: str) -> None:
    """d(1/g^2)/dlnmu = -(4/3) sum q^2/(8 pi^2): below 10 TeV with charge 1 alone, whichever half is named."""
    found, _ = follow(text.replace("NAME", name), "p", 1e4)
    assert found is not None
    assert found.last["g"] == pytest.approx((4 - 4 / 3 * math.log(10) / (8 * math.pi**2)) ** -0.5, rel=1e-9)


def test_a_fermion_with_several_masses_is_refused() -> None:
    text = DIRAC.replace("NAME", "F").replace("fermion G", "fermion H right (X: 3)\nfermion G")
    text = text.replace("mass M_F", "mass M_H = bar(F) H\nmass M_F").replace("require anomaly_free\n", "")
    found, run = follow(text, "p", 1e4)
    assert found is None
    assert [item.code for item in run.diagnostics] == ["Z402"] and "`H` and `G`" in run.diagnostics[0].message


NEUTRAL = """model neutral
gauge X = U(1) coupling g
fermion N left
fermion K[2] left
fermion M left
TERMS
integrate N at 10 TeV
point p at 1 TeV { g = 0.5 }
"""


@pytest.mark.parametrize(
    ("terms", "told"),
    [
        ("mass m_N = N N; mass m_K = N K", "`N` has mass terms with itself and `K`"),
        ("mass m_N = N M; mass m_K = M K", "`M`, the other half of `N`, has mass terms with `K`, too"),
        ("mass m_N = N M; mass m_M = M M", "`M`, the other half of `N`, has mass terms with itself, too"),
        ("mass m_N = N K", "`N` and its other half `K` differ in the number of generations"),
    ],
)
def test_a_fermion_that_leaves_others_without_their_mass_is_refused(terms: str, told: str) -> None:
    """It took all that it has a mass with along, whatever these have their mass with."""
    found, run = follow(NEUTRAL.replace("TERMS", terms), "p", 1e5)
    assert found is None
    assert [item.message for item in run.diagnostics if item.code == "Z402"] == [told]
    together = NEUTRAL.replace("TERMS", terms).replace("point", "integrate K at 10 TeV\nintegrate M at 10 TeV\npoint")
    found, _ = follow(together, "p", 1e5)
    assert found is not None


@pytest.mark.parametrize(
    ("form", "mixing", "fine"), [("eta", 0.99, True), ("eta", -1.0, False), ("epsilon", 1.5, False)]
)
def test_kinetic_terms_must_be_positive(form: str, mixing: float, fine: bool) -> None:
    numbers = f"g1 = 0.36; g2 = 0.65; g3 = 1; gX = 0.1; k = {mixing}"
    model = (
        f"model t\nuse sm\ngauge X = U(1) coupling gX\nmixing {form} (Y, X) as k\npoint p at 1 TeV {{ {numbers} }}\n"
    )
    trajectory, run = follow(model, "p", 2e3)
    assert (trajectory is not None) is fine
    messages = [item.message for item in run.diagnostics if item.code == "Z430"]
    assert messages == ([] if fine else ["kinetic terms of U(1)s are not positive"])
