"""What is summed over flavours of leptons does not depend on how they are rotated."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
from tests.helpers.emitted import import_module
from tests.helpers.models import compile_text, point

from zmodel.derive.breaking import derive_masses
from zmodel.derive.currents import derive_currents
from zmodel.driver import Run, compile_model
from zmodel.pheno.table import derive_observables

TEXT = """model m
use sm
gauge X = U(1) coupling gX boson Zp mass M_Zp
charges X {{ Q = [0, 0, 1/3]; U = [0, 0, 1/3]; D = [0, 0, 1/3]; L = [0, 1, -2]; E = [0, 1, -2] }}
rotation Q.down = [[1, 0, 0], [0, cos(1/10), sin(1/10)], [0, -sin(1/10), cos(1/10)]]
rotation L.down = [[1, 0, 0], [0, cos({left}), sin({left})], [0, -sin({left}), cos({left})]]
rotation E = [[1, 0, 0], [0, cos({right}), sin({right})], [0, -sin({right}), cos({right})]]
point p at 1 TeV {{ gX = 0.3; M_Zp = 2000; g1 = 0.36; g2 = 0.65; v_h = 246 }}
"""
DINEUTRINOS = "B(B -> K(*) nu nu)/SM from Z'"
COLLIDER = "sigma(mu mu -> Z' -> invisible)/sigma(mu mu -> Z -> nu nu) at 3 TeV"


def text(left: str, right: str) -> str:
    return TEXT.format(left=left, right=right)


def observables(left: str, right: str) -> dict[str, float]:
    analysis = compile_text(text(left, right))
    spectrum = derive_masses(analysis.model)
    currents = derive_currents(analysis.model, spectrum)
    table = derive_observables(analysis.model, point(analysis, "p"), spectrum, currents)
    return {item.name: item.value for item in table.observables}


def test_sums_over_neutrinos() -> None:
    """Paper A, Eqs. (59), (69), (70): a rotation of muons by phi multiplies only what they couple with."""
    plain, turned = observables("0", "0"), observables("4/5", "0")
    assert turned[DINEUTRINOS] == pytest.approx(plain[DINEUTRINOS], rel=1e-9)
    assert abs(plain[DINEUTRINOS] - 1) > 1e-3
    assert turned["BR(Z' -> invisible)"] == pytest.approx(plain["BR(Z' -> invisible)"], rel=1e-5)
    coupling = math.cos(0.8) ** 2 - 2 * math.sin(0.8) ** 2
    assert turned[COLLIDER] / plain[COLLIDER] == pytest.approx((coupling**2 + 1) / 2, rel=1e-6)


def test_magnetic_moment_of_a_flavour_violating_boson() -> None:
    """Rotated alike on both sides: (m_mu g/(2 pi M))^2 (sum over F of g_F^2 (m_F/m_mu - 2/3)), Leveille (1978)."""
    angle, tau = 0.3, 16.8170
    diagonal = math.cos(angle) ** 2 - 2 * math.sin(angle) ** 2
    mixed = 3 * math.sin(angle) * math.cos(angle)
    wanted = (0.10566 * 0.3 / (2 * math.pi * 2000)) ** 2 * (diagonal**2 / 3 + mixed**2 * (tau - 2 / 3))
    found = observables("3/10", "3/10")["Delta a_mu from Z'"]
    assert found == pytest.approx(wanted, rel=1e-3)


def test_emitted_sums_are_the_same(tmp_path: Path) -> None:
    files = compile_model(Run(compile_text(text("4/5", "1/5"))), ("python",))
    assert files is not None
    (tmp_path / "m.py").write_text(files["m.py"], encoding="utf-8")
    values = {"gX": 0.3, "M_Zp": 2000.0, "g1": 0.36, "g2": 0.65, "v_h": 246.0}
    emitted = import_module(tmp_path / "m.py").observables(values)
    for name in (DINEUTRINOS, COLLIDER, "BR(Z' -> invisible)"):
        assert emitted[name] == pytest.approx(observables("4/5", "1/5")[name], rel=1e-9), name
    assert np.isfinite(emitted[COLLIDER])
