"""Scalar operators, b -> s nu nu, B_s mixing and tridents: against Dirac matrices, exact Z-Z' mixing, and wilson."""

from __future__ import annotations

import json
import random
import warnings
from math import pi, sqrt

import numpy as np
import pytest
from tests.helpers.grassmann import (
    GAMMA,
    METRIC,
    Polynomial,
    add,
    bar,
    bilinear,
    dagger,
    multiply,
    operator,
    scale,
    spinor,
)
from tests.helpers.smeft import boson_text, match_text, random_charges

from zmodel.derive.wcxf import evaluate_matching
from zmodel.derive.wet import (
    WetInputs,
    mass_difference_ratio,
    match_b_mixing,
    match_b_to_s_ll,
    match_b_to_s_ll_scalar,
    match_b_to_s_nunu,
    match_trident,
)

UNIT = np.eye(4, dtype=np.complex128)
GAMMA5 = np.diag([-1, -1, 1, 1]).astype(np.complex128)
LEFT, RIGHT = (UNIT - GAMMA5) / 2, (UNIT + GAMMA5) / 2
S, B, MU = 1, 2, 1
INPUTS = WetInputs(fermi_constant=1.166e-5, alpha_em=1 / 128, sine_squared=0.23, ckm_factor=-0.04 + 0.001j)
FRONT = 4 * INPUTS.fermi_constant / sqrt(2) * INPUTS.alpha_em / (4 * pi) * INPUTS.ckm_factor
"""(4 G_F/sqrt 2) V alpha/(4 pi)."""


def dirac(kind: str, generation: int, colour: int = 0) -> list[Polynomial]:
    """The full spinor of a down quark or a charged lepton."""
    left = spinor("q" if kind == "d" else "l", generation, colour, 1)
    right = spinor("d" if kind == "d" else "e", generation, colour)
    return [add([a, b]) for a, b in zip(left, right, strict=True)]


def down_sector(lagrangian: Polynomial) -> Polynomial:
    """Terms with down quarks and the given leptons only: those with weak index 1 of doublets."""
    return {
        monomial: value
        for monomial, value in lagrangian.items()
        if all(generator[4] == 1 or generator[0] not in ("q", "l") for generator in monomial) and abs(value) > 1e-14
    }


def same(first: Polynomial, second: Polynomial) -> bool:
    return all(abs(first.get(m, 0) - second.get(m, 0)) < 1e-10 for m in first.keys() | second.keys())


def hermitian(part: Polynomial) -> Polynomial:
    return add([part, dagger(part)])


def coloured_sum(matrix: np.ndarray, i: int, j: int) -> Polynomial:
    return add(bilinear(bar(dirac("d", i, c)), matrix, dirac("d", j, c)) for c in range(3))


def test_scalar_operators() -> None:
    """C_ledq against (4 G_F/sqrt 2) V (alpha/4 pi) m_b [C_S (sbar P_R b)(lbar l) + ...] + h.c., in units of it."""
    mass = 2.9
    found = match_b_to_s_ll_scalar({"ledq_2223": 0.3 + 0.4j, "ledq_2232": -0.7 + 0.2j}, INPUTS, mass)
    smeft = add(
        [
            scale(0.3 + 0.4j, operator("ledq", MU, MU, S, B)),
            scale(-0.7 + 0.2j, operator("ledq", MU, MU, B, S)),
        ]
    )
    parts = []
    for name, quark, lepton in (
        ("CS_bsmumu", RIGHT, UNIT),
        ("CP_bsmumu", RIGHT, GAMMA5),
        ("CSp_bsmumu", LEFT, UNIT),
        ("CPp_bsmumu", LEFT, GAMMA5),
    ):
        value = FRONT * mass * found[name]
        leptons = bilinear(bar(dirac("e", MU)), lepton, dirac("e", MU))
        parts.append(scale(value, multiply(coloured_sum(quark, S, B), leptons)))
    assert same(down_sector(hermitian(smeft)), hermitian(add(parts)))


@pytest.mark.parametrize(("lepton", "generation"), [("ee", 0), ("mumu", 1), ("tautau", 2)])
def test_vector_operators(lepton: str, generation: int) -> None:
    """Contact terms of all chiralities against C_9 (sbar gamma P_L b)(lbar gamma l) + ... in units of FRONT."""
    flavour, number = (generation, generation, S, B), f"{generation + 1}{generation + 1}"
    smeft = add(
        [
            scale(0.5 - 0.1j, operator("lq1", *flavour)),
            scale(0.2j, operator("lq3", *flavour)),
            scale(0.3, operator("ld", *flavour)),
            scale(-0.6 + 0.2j, operator("ed", *flavour)),
            scale(0.7j, operator("qe", S, B, generation, generation)),
        ]
    )
    values = {f"lq1_{number}23": 0.5 - 0.1j, f"lq3_{number}23": 0.2j, f"ld_{number}23": 0.3}
    values |= {f"ed_{number}23": -0.6 + 0.2j, f"qe_23{number}": 0.7j}
    found = match_b_to_s_ll(values, INPUTS)
    assert {name for name, value in found.items() if value} == {f"{c}_bs{lepton}" for c in ("C9", "C10", "C9p", "C10p")}
    parts = []
    for mu in range(4):
        quarks = {"": coloured_sum(GAMMA[mu] @ LEFT, S, B), "p": coloured_sum(GAMMA[mu] @ RIGHT, S, B)}
        for name, matrix in (("C9", UNIT), ("C10", GAMMA5)):
            leptons = bilinear(bar(dirac("e", generation)), GAMMA[mu] @ matrix, dirac("e", generation))
            for prime, quark in quarks.items():
                value = METRIC[mu] * FRONT * found[f"{name}{prime}_bs{lepton}"]
                parts.append(scale(value, multiply(quark, leptons)))
    assert same(down_sector(hermitian(smeft)), hermitian(add(parts)))


def test_z_vertex_of_charged_leptons() -> None:
    """Against contact terms in the proportion of the Z's couplings, 2 (T3 - s_W^2 Q) for l and e, 1 for neutrinos."""
    sine = INPUTS.sine_squared
    left, right = -1 + 2 * sine, 2 * sine
    for vertices, contacts in (
        ({"phiq1_23": 0.3, "phiq3_23": 0.4}, {"lq1_2223": 0.7 * left, "qe_2322": 0.7 * right}),
        ({"phid_23": 0.5}, {"ld_2223": 0.5 * left, "ed_2223": 0.5 * right}),
    ):
        found, expected = match_b_to_s_ll(vertices, INPUTS), match_b_to_s_ll(contacts, INPUTS)
        for name in ("C9_bsmumu", "C10_bsmumu", "C9p_bsmumu", "C10p_bsmumu"):
            assert found[name] == pytest.approx(expected[name])
            assert found[name.replace("mumu", "ee")] == found[name.replace("mumu", "tautau")] == found[name]


def neutrino(generation: int) -> list[Polynomial]:
    return spinor("l", generation, 0, 0)


def test_neutrino_operators() -> None:
    """C_lq1 and C_lq3 against (sbar gamma P_L b)(nubar gamma (1 - gamma_5) nu)."""
    found = match_b_to_s_nunu({"lq1_2223": 0.5 - 0.1j, "lq3_2223": 0.2j, "ld_2223": 0.3}, INPUTS)
    smeft = add(
        [
            scale(0.5 - 0.1j, operator("lq1", MU, MU, S, B)),
            scale(0.2j, operator("lq3", MU, MU, S, B)),
            scale(0.3, operator("ld", MU, MU, S, B)),
        ]
    )
    chosen = {
        monomial: value
        for monomial, value in hermitian(smeft).items()
        if all(g[4] == (0 if g[0] == "l" else 1) or g[0] == "d" for g in monomial) and abs(value) > 1e-14
    }
    parts = []
    for name, projector in (("CL_bsnumunumu", LEFT), ("CR_bsnumunumu", RIGHT)):
        for mu in range(4):
            quarks = coloured_sum(GAMMA[mu] @ projector, S, B)
            leptons = bilinear(bar(neutrino(MU)), GAMMA[mu] @ (UNIT - GAMMA5), neutrino(MU))
            parts.append(scale(METRIC[mu] * FRONT * found[name], multiply(quarks, leptons)))
    assert same(chosen, hermitian(add(parts)))


def test_z_vertex_of_neutrinos() -> None:
    """A changed Z-b-s vertex gives C_L in the proportion of neutrino to charged-lepton couplings."""
    for key, zero, one in (("phiq1", "CR", "CL"), ("phiq3", "CR", "CL"), ("phid", "CL", "CR")):
        found = match_b_to_s_nunu({f"{key}_23": 1.0}, INPUTS)
        for pair in ("nuenue", "numunumu", "nutaunutau"):
            assert (found[f"{zero}_bs{pair}"], found[f"{one}_bs{pair}"]) == (0, INPUTS.factor)


def test_mixing_operators() -> None:
    """With qd8 rewritten as -1/6 (sbar_L gamma b_L)(sbar_R gamma b_R) - (sbar P_L b)(sbar P_R b)."""
    values = {"qq1_2323": 0.3, "qq3_2323": 0.2j, "dd_2323": -0.4, "qd1_2323": 0.6j, "qd8_2323": 0.7}
    found = match_b_mixing(values)
    smeft = add(scale(value, operator(key[: key.index("_")], S, B, S, B)) for key, value in values.items())
    parts = []
    for mu in range(4):
        left, right = coloured_sum(GAMMA[mu] @ LEFT, S, B), coloured_sum(GAMMA[mu] @ RIGHT, S, B)
        for name, product_ in (
            ("CVLL_bsbs", multiply(left, left)),
            ("CVRR_bsbs", multiply(right, right)),
            ("CVLR_bsbs", multiply(left, right)),
        ):
            parts.append(scale(METRIC[mu] * found[name], product_))
    scalars = multiply(coloured_sum(LEFT, S, B), coloured_sum(RIGHT, S, B))
    parts.append(scale(found["CSLR_bsbs"], scalars))
    assert same(down_sector(smeft), add(parts))


def test_mass_difference() -> None:
    """Left-handed currents with a real coupling add to Delta M_s: C_VLL is negative."""
    inputs = WetInputs(1.166e-5, 1 / 128, 0.23, -0.04)
    assert mass_difference_ratio(0j, inputs, 0.8) == 1
    assert mass_difference_ratio(-1e-11, inputs, 0.8) > 1


@pytest.mark.parametrize("seed", range(3))
def test_tridents_with_z_prime_mixing(seed: int) -> None:
    """nu_mu nu_mu mu mu at zero momentum from all neutral and charged bosons, with G_F, alpha and M_Z kept fixed.

    The Higgs doublet has charge X_H, so that Z and Z' mix. Compared to first order in 1/M^2.
    """
    charges, higgs_charge = random_charges(random.Random(seed))
    text = boson_text(charges, higgs_charge)
    mass, coupling, hyper = 1e5, 0.5, 0.36
    coefficients = evaluate_matching(match_text(text), {"gX": coupling, "g1": hyper, "M_X": mass})
    weak, vacuum = 0.65, 246.0
    x_l, x_e, x_h = (float(value) for value in (charges["L"][1], charges["E"][1], higgs_charge))

    def neutral_mass() -> np.ndarray:
        """In (W3, B, X), with D = d - i g T A."""
        vector = vacuum / 2 * np.array([-weak, hyper, 2 * coupling * x_h])
        return np.outer(vector, vector) + np.diag([0, 0, mass**2])

    def current(t3: float, y: float, x: float) -> np.ndarray:
        return np.array([weak * t3, hyper * y, coupling * x])

    def massive_exchange(first: np.ndarray, second: np.ndarray) -> float:
        """Sum over massive bosons of g g'/m^2; neutrinos do not couple to the photon."""
        values, vectors = np.linalg.eigh(neutral_mass())
        return float(sum((vectors[:, n] @ first) * (vectors[:, n] @ second) / values[n] for n in (1, 2)))

    neutrino_, muon_left, muon_right = current(0.5, -0.5, x_l), current(-0.5, -0.5, x_l), current(0, -1, x_e)
    charged = 2 / vacuum**2
    # Of muon decay W exchange is all there is: flavours do not change.
    fermi = charged / (2 * sqrt(2))
    values = np.linalg.eigvalsh(neutral_mass())
    z_mass2 = values[1]
    charge = weak * hyper / np.hypot(weak, hyper)
    # s_W^2 from G_F, alpha and the physical M_Z.
    target = charge**2 / (4 * sqrt(2) * fermi * z_mass2)
    sine = (1 - sqrt(1 - 4 * target)) / 2
    inputs = WetInputs(fermi, 1 / 128, sine, 1)
    found = match_trident(coefficients, inputs)
    left = (charged + massive_exchange(neutrino_, muon_left)) / (2 * sqrt(2) * fermi)
    right = massive_exchange(neutrino_, muon_right) / (2 * sqrt(2) * fermi)
    size = abs(left - 0.5 - sine) + abs(right - sine)
    assert size > 1e-7
    assert found.left == pytest.approx(left, abs=1e-3 * size)
    assert found.right == pytest.approx(right, abs=1e-3 * size)


@pytest.mark.parametrize("key", ["phil1_22", "phil3_22", "phil3_11", "phie_22", "le_2222", "ll_2222"])
def test_tridents_with_changed_vertices(key: str) -> None:
    """W and Z exchange with vertices of <phi^dag i D phi> = -v^2/2 and contact terms, G_F, alpha and M_Z kept fixed."""
    size = 1e-5
    values = {key: size * sqrt(2) * INPUTS.fermi_constant}
    x = {name: size * (name == key) for name in ("phil1_22", "phil3_22", "phil3_11", "phie_22", "le_2222", "ll_2222")}
    # G_F of muon decay holds a W vertex of muons and one of electrons; 1/(sqrt 2 v^2) is what it would be without.
    ratio = 1 / ((1 + x["phil3_22"]) * (1 + x["phil3_11"]))
    product_ = INPUTS.sine_squared * (1 - INPUTS.sine_squared) / ratio
    sine = (1 - sqrt(1 - 4 * product_)) / 2
    neutrino_ = 0.5 - (x["phil1_22"] - x["phil3_22"]) / 2
    left = sine - 0.5 - (x["phil1_22"] + x["phil3_22"]) / 2
    right = sine - x["phie_22"] / 2
    # In units of -2 sqrt 2 G_F; (lbar gamma l)^2 holds the product of muons and neutrinos twice.
    expected = (
        ratio * ((1 + x["phil3_22"]) ** 2 + 2 * neutrino_ * left) - x["ll_2222"],
        ratio * 2 * neutrino_ * right - x["le_2222"] / 2,
    )
    found = match_trident({name: complex(value) for name, value in values.items()}, INPUTS)
    standard = match_trident({}, INPUTS)
    for value, exact, without in zip((found.left, found.right), expected, (standard.left, standard.right), strict=True):
        assert value - without == pytest.approx(exact - without, rel=1e-3, abs=1e-9)


def test_tridents_of_the_standard_model() -> None:
    found = match_trident({}, INPUTS)
    assert (found.left, found.right, found.ratio) == (0.73, 0.23, 1)


def test_against_wilson() -> None:
    """wilson's tree-level matching with its own inputs, for all coefficients of b -> s l l, nu nu and B_s mixing."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        wilson = pytest.importorskip("wilson")
        from ckmutil.ckm import ckm_tree  # type: ignore[import-not-found]
    p = wilson.parameters.p
    ckm = ckm_tree(p["Vus"], p["Vub"], p["Vcb"], p["gamma"])
    inputs = WetInputs(p["GF"], p["alpha_e"], 0.2315, ckm[2, 2] * ckm[2, 1].conj())
    values: dict[str, complex] = {"lq1_2223": 1e-9, "lq3_2223": 3e-10, "ld_2223": 2e-10, "qq1_2323": 1e-11}
    values |= {"qd1_2323": 2e-11, "qd8_2323": 3e-11, "dd_2323": -1e-11}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        document = {"eft": "SMEFT", "basis": "Warsaw", "scale": 91.1876, "values": values}
        low = wilson.wcxf.WC.load(json.dumps(document)).match("WET", "JMS").translate("flavio").dict
    expected = match_b_to_s_nunu(values, inputs) | match_b_mixing(values)
    for name, value in expected.items():
        assert low.get(name, 0) == pytest.approx(value, rel=3e-3, abs=1e-15), name


def test_scalars_against_wilson() -> None:
    """All four coefficients differ from wilson's by one real number, the bottom mass at the scale of matching."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        wilson = pytest.importorskip("wilson")
        from ckmutil.ckm import ckm_tree
    p = wilson.parameters.p
    ckm = ckm_tree(p["Vus"], p["Vub"], p["Vcb"], p["gamma"])
    inputs = WetInputs(p["GF"], p["alpha_e"], 0.2315, ckm[2, 2] * ckm[2, 1].conj())
    values = {"ledq_2223": 1e-9 + 3e-10j, "ledq_2232": -2e-9 + 5e-10j}
    written = {key: {"Re": value.real, "Im": value.imag} for key, value in values.items()}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        document = {"eft": "SMEFT", "basis": "Warsaw", "scale": 91.1876, "values": written}
        low = wilson.wcxf.WC.load(json.dumps(document)).match("WET", "JMS").translate("flavio").dict
    expected = match_b_to_s_ll_scalar(values, inputs, 1.0)
    masses = [expected[f"{name}_bsmumu"] / low[f"{name}_bsmumu"] for name in ("CS", "CP", "CSp", "CPp")]
    assert masses == pytest.approx([masses[0]] * 4)
    assert masses[0] == pytest.approx(2.85, rel=0.02)
