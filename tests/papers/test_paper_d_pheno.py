"""Paper D, muonic force and muoquarks (arXiv:2107.07518): Sec. 3.1, Apps. A.3 and B.1, from compiled couplings."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from tests.helpers.models import compile_file
from tests.papers.derived import analysis
from tests.papers.ledger import Row, inputs
from tests.unit.pheno.points import bosons

from zmodel.algebra.polynomial import constant_value
from zmodel.derive.gauge_currents import derive_gauge_currents
from zmodel.pheno.charge_sums import charge_sum
from zmodel.pheno.constants import constant
from zmodel.pheno.decays import Decays, decays_of
from zmodel.pheno.magnetic_moments import vector_moment
from zmodel.pheno.plots import plot_curves
from zmodel.pheno.running import MixingRunning
from zmodel.pheno.vectors import NeutralVector


# ------------------------------------------------------------------ (g-2) of the muon
def muon_charges(name: str) -> tuple[float, float]:
    """Vector and axial charge of the muon."""
    pair = derive_gauge_currents(analysis(f"paper_d/{name}").model).vector_axial["X"]["e"][1]
    vector, axial = constant_value(pair.vector), constant_value(pair.axial)
    assert vector is not None and axial is not None
    return float(vector), float(axial)


def needed_coupling(charges: tuple[float, float], mass: float) -> float:
    """g_X that gives Delta a_mu = 251e-11."""
    return math.sqrt(251e-11 / vector_moment(*charges, constant("m_mu"), mass))


def test_D10_muon_magnetic_moment(row: Row) -> None:
    """Eq. (3.5) in L_mu - L_tau; its second line must carry 1/r_mu, see docs/errata.md."""
    assert muon_charges("mu_tau") == (1, 0)
    light, heavy = 1e-6, 1e3
    ratio = constant("m_mu") / heavy
    row.assert_close([needed_coupling((1, 0), light), needed_coupling((1, 0), heavy) * ratio])
    # Both limits of Eq. (3.3) with an axial charge, for the chiral model.
    vector, axial = muon_charges("chiral_mu_tau")
    assert (vector, axial) == (6.5, 0.5)
    got = vector_moment(vector, axial, constant("m_mu"), heavy)
    assert got == pytest.approx(ratio**2 / (12 * math.pi**2) * (vector**2 - 5 * axial**2), rel=1e-5)
    ratio = constant("m_mu") / 1e-3
    got = vector_moment(vector, axial, constant("m_mu"), 1e-3)
    assert got == pytest.approx((vector**2 - 2 * ratio**2 * axial**2) / (8 * math.pi**2), rel=0.02)
    assert got < 0  # |q_A/q_V| is above m_X/(sqrt(2) m_mu)


# ------------------------------------------------------------------ running of the kinetic mixing
def test_D16_running_of_epsilon(row: Row) -> None:
    """With g_1 = 0.36, between its values at M_Z (0.357) and, in the Standard Model, at 3 TeV (0.364)."""
    model = compile_file("paper_d/s3_running").model
    s_bb = constant_value(charge_sum(model, "Y", "Y"))
    assert s_bb is not None
    run = MixingRunning(3 * float(s_bb), 1.0, 0.36, 1.0)
    t = math.log(inputs()["M_Pl"] / 3000)
    assert round(t) == 36
    slope = run.mixing(0, t)  # per s_BX g_X
    row.assert_close([run.pole, run.mixing(1, t) - slope - 1, slope])


# ------------------------------------------------------------------ decays of X
MASSES = np.geomspace(1e-3, 10, 241)


def at_mass(boson: NeutralVector, mass: float) -> Decays:
    """Without kinetic mixing couplings do not depend on the mass."""
    return decays_of(replace(boson, mass=mass))


def partial_widths(decays: Decays, unit: float) -> dict[str, float]:
    """Leptonic and neutrino widths over g_X^2 m_X."""
    leptons = {f"{lepton} {lepton}": 0.0 for lepton in ("e", "mu", "tau")}
    result = leptons | {"invisible": 0.0}
    for channel in decays.channels:
        name = "invisible" if channel.invisible else channel.name
        if name in result:
            result[name] += channel.width / unit
    return result


def test_D18_decays_of_the_light_boson(row: Row, tmp_path: Path) -> None:
    """Right-handed neutrinos have Majorana masses in these files and are heavy; quarks are no hadrons and left out."""
    pytest.importorskip("matplotlib")
    assert "neutrino fraction 1 below 2 m_mu in L_mu-L_tau" in row.want
    muon, tau = constant("m_mu"), constant("m_tau")
    for name, values in (("mu_tau", {"X_N": 1}), ("b_3mu", {})):
        found = bosons(compile_file(f"paper_d/{name}", values), None, {"gX": 1e-3, "epsilon": 0.0, "m_X": 1.0})
        curves: dict[str, list[float]] = {}
        for mass in MASSES:
            decays = at_mass(found["Z'"], float(mass))
            widths = partial_widths(decays, 1e-6 * float(mass))
            for channel, width in widths.items():
                curves.setdefault(channel, []).append(width)
            total = sum(widths.values())
            if mass < 2 * muon:
                assert widths["invisible"] == pytest.approx(decays.width / (1e-6 * mass), rel=1e-12)
            if name == "mu_tau":
                assert decays.width == pytest.approx(total * 1e-6 * mass, rel=1e-9)  # no hadrons
                if 8 * muon < mass < 2 * tau:
                    assert widths["mu mu"] / total == pytest.approx(1 / 2, abs=0.01)
        # Two Weyl neutrinos of charge 1, one of charge 3; a muon is two Weyl fermions.
        expected = (2 if name == "mu_tau" else 9) / (24 * math.pi)
        assert curves["invisible"] == pytest.approx([expected] * len(MASSES), rel=1e-9)
        assert curves["mu mu"][-1] == pytest.approx((2 if name == "mu_tau" else 18) / (24 * math.pi), rel=1e-3)
        assert not any(curves["e e"])
        shown = {channel: values_ for channel, values_ in curves.items() if any(values_)}
        path = tmp_path / f"{name}.png"
        plot_curves(path, [float(m) for m in MASSES], shown, ("$m_X$ in GeV", r"$\Gamma/(g_X^2 m_X)$"), log_y=False)
        assert path.stat().st_size > 5000
