"""Numbers for bosons against the exact results of `derive.currents` and the Standard Model."""

from __future__ import annotations

import math

import numpy as np
import pytest
from tests.helpers.models import MODEL_FILES, compile_file, compile_text, point
from tests.unit.pheno.points import at_point, bosons

from zmodel.derive.beta.derive import derive_betas
from zmodel.derive.breaking import derive_masses
from zmodel.derive.currents import derive_currents
from zmodel.pheno.charge_sums import charge_sum
from zmodel.pheno.constants import constant
from zmodel.pheno.decays import decays_of
from zmodel.pheno.inputs import MissingInputError, gather_inputs, numbers
from zmodel.pheno.table import derive_observables
from zmodel.pheno.vectors import neutral_vectors


def test_z_of_the_standard_model() -> None:
    (z,) = bosons(compile_file("lib/sm"), None).values()
    assert z.name == "Z" and z.mass == pytest.approx(constant("M_Z"), rel=1e-5)
    decays = decays_of(z)
    leptons = [c.width for c in decays.channels if c.name in ("e e", "mu mu", "tau tau")]
    assert leptons == pytest.approx([84.0e-3] * 3, rel=0.02)
    assert sum(c.width for c in decays.channels if c.invisible) == pytest.approx(499e-3, rel=0.01)
    assert not decays.fraction("t t") and not decays.fraction("s b")
    # Without QCD corrections.
    assert decays.width == pytest.approx(2.4955, rel=0.04)


@pytest.mark.parametrize("mass", [0.02, 3.0, 800.0])
def test_mixing_is_that_of_the_exact_eigenstates(mass: float) -> None:
    analysis = compile_file("paper_d/mu_tau", {"X_N": 1})
    values = {"gX": 0.01, "epsilon": 0.05, "m_X": mass}
    found = bosons(analysis, None, values)
    spectrum = derive_masses(analysis.model)
    table = derive_currents(analysis.model, spectrum)
    known = numbers(gather_inputs(analysis.model, None, spectrum.masses)) | values
    (angle,) = spectrum.angles

    def number(expression: object, more: dict[str, float]) -> float:
        symbols = expression.free_symbols  # type: ignore[attr-defined]
        return float(expression.subs({s: {**known, **more}[str(s)] for s in symbols}))  # type: ignore[attr-defined]

    sine = {str(angle.symbol): math.atan(number(angle.tan_double, {})) / 2}
    for name in ("Z", "Z'"):
        exact = [[number(v, sine) for v in table.bosons[name][part]] for part in ("L.down", "E")]
        e = found[name].fermions["e"]
        # The sign of a boson is a convention.
        sign = np.sign(exact[0][0] * e.left[0, 0].real)
        assert np.allclose(np.diag(e.left).real * sign, exact[0], rtol=1e-6, atol=1e-12)
        assert np.allclose(np.diag(e.right).real * sign, exact[1], rtol=1e-6, atol=1e-12)


def test_light_masses_are_no_rounding_of_heavy_ones() -> None:
    """M_X to a part in 10^12 while it is far below 1e-8 M_Z; without kinetic mixing it is what the point says."""
    malaphoric = compile_file("paper_c/malaphoric")
    values = {"gX": 0.1, "epsilon": -0.1, "theta_sb": 0.0, "g1": 0.357}
    light = [bosons(malaphoric, None, {**values, "M_X": mass})["Z'"].mass for mass in (1e-15, 1e-9, 1e-3)]
    assert light == pytest.approx([light[1] * 1e-6, light[1], light[1] * 1e6], rel=1e-9)
    plain = bosons(malaphoric, None, {**values, "epsilon": 0.0, "M_X": 1e-12})
    assert plain["Z'"].mass == pytest.approx(1e-12, rel=1e-14)


@pytest.mark.parametrize("epsilon", ["-0.1", "-0.92", "0"])
def test_a_boson_without_a_mass_is_told(epsilon: str) -> None:
    """Its mass would be rounding, its couplings those of any mixture with the photon."""
    text = (MODEL_FILES / "paper_c" / "malaphoric.zmodel").read_text(encoding="utf-8")
    text += f"point massless {{ gX = 0.1; epsilon = {epsilon}; theta_sb = 0; M_X = 0; g1 = 0.357 }}\n"
    analysis = compile_text(text)
    spectrum = derive_masses(analysis.model)
    currents = derive_currents(analysis.model, spectrum)
    table = derive_observables(analysis.model, point(analysis, "massless"), spectrum, currents)
    assert not any("Z" in item.name for item in table.observables)
    (note,) = table.notes
    assert note.endswith("a neutral boson that can have a mass has none, or none beside the others")


def test_vacuum_values_without_gauge_bosons() -> None:
    """A global symmetry broken: there is nothing to diagonalise."""
    text = "model m\nglobal F = SU(2)\nscalar S (F: 2) vev (0, v)\npotential { mS2 = dag(S) S }\npoint p { v = 1 }\n"
    assert bosons(compile_text(text), "p") == {}


def test_light_boson_couples_to_charge() -> None:
    """Paper D, Eq. (A.8): q_X + c_w e epsilon q_EM/g_X, to first order in epsilon."""
    values = {"gX": 0.001, "epsilon": 1e-3, "m_X": 0.05}
    found = bosons(compile_file("paper_d/mu_tau", {"X_N": 1}), None, values)["Z'"]
    g1, g2 = (numbers(gather_inputs(compile_file("paper_d/mu_tau").model, None))[n].real for n in ("g1", "g2"))
    photon = g1 * g2 / math.hypot(g1, g2) * g2 / math.hypot(g1, g2) * 1e-3
    sign = np.sign(found.coupling("e", 1, 1).real)
    for chirality in ("left", "right"):
        got = [sign * found.coupling("e", i, i, chirality).real for i in range(3)]
        assert got == pytest.approx([-photon, 1e-3 - photon, -1e-3 - photon], rel=1e-4)
    assert [sign * found.coupling("nu", i, i).real for i in range(3)] == pytest.approx([0, 1e-3, -1e-3], abs=1e-9)


def test_rotation_makes_flavour_change() -> None:
    values = {"epsilon": 0.0}
    z_prime = bosons(at_point("paper_c/malaphoric", "best_fit"), "best_fit", values)["Z'"]
    theta, g = -0.17, 0.078
    sign = np.sign(z_prime.coupling("d", 2, 2).real)
    assert sign * z_prime.coupling("d", 1, 2) == pytest.approx(-g * math.sin(theta) * math.cos(theta), abs=1e-12)
    assert sign * z_prime.coupling("d", 2, 2).real == pytest.approx(g * math.cos(theta) ** 2)
    up, down = z_prime.fermions["u"].left, z_prime.fermions["d"].left
    assert np.allclose(np.linalg.eigvalsh(up), np.linalg.eigvalsh(down), atol=1e-14)
    assert np.allclose(z_prime.fermions["d"].right, np.diag([0, 0, sign * g]))


def test_missing_numbers_are_named() -> None:
    analysis = compile_file("paper_a/bm2")
    spectrum = derive_masses(analysis.model)
    currents = derive_currents(analysis.model, spectrum)
    with pytest.raises(MissingInputError) as caught:
        neutral_vectors(analysis.model, spectrum, currents, {"g1": 0.36, "g2": 0.65, "v_h": 246.0})
    assert caught.value.names == ("eta", "g4", "v_phi")
    table = derive_observables(analysis.model, None, spectrum, currents)
    assert table.missing == ("eta", "g4", "v_phi") and all("Z'" not in item.name for item in table.observables)


def test_masses_and_roles() -> None:
    text = """
        model probe
        use sm
        gauge X = U(1) coupling gX boson X
        fermion PL[2] left (X: 1)
        fermion PR[2] right (X: 1)
        fermion N left (X: 2)
        scalar phi (X: 4) vev v_phi
        scalar S (SU3c: 3, X: 1)
        mass mP = bar(PL) PR
        potential { mS2 = dag(S) S }
        """
    analysis = compile_text(text)
    masses = {"mP[1,1]": 100.0, "mP[2,2]": 100.0, "mP[1,2]": 0.0, "mP[2,1]": 0.0, "mS2": 1e4}
    found = bosons(analysis, None, {"gX": 0.1, "v_phi": 1000.0, **masses})["Z'"]
    assert found.mass == pytest.approx(math.sqrt(2) * 4 * 0.1 * 1000)
    decays = decays_of(found)
    assert {s.name: (s.role, s.mass) for s in found.scalars} == {"phi": ("singlet", None), "S": ("", 100.0)}
    names = [c.name for c in decays.channels]
    assert names == ["PL[1] PL[1]", "PL[2] PL[2]", "N N", "S S"]
    scalar = decays.channels[-1]
    assert scalar.width == pytest.approx(
        3 * found.mass * 0.01 / (48 * math.pi) * (1 - 4 * (100 / found.mass) ** 2) ** 1.5
    )
    assert len(decays.skipped) == 1 and decays.unknown == ()
    assert decays_of(bosons(analysis, None, {"gX": 0.1, "v_phi": 1000.0})["Z'"]).unknown == ("PL", "S")


def test_charge_sums_are_the_running() -> None:
    for path in ("paper_a/bm3", "paper_d/s3_running"):
        analysis = compile_file(path)
        running = derive_betas(analysis.model, analysis.couplings, 1).abelian_running[1]
        for pair in (("Y", "Y"), ("Y", "X"), ("X", "X")):
            (polynomial,) = running[pair].terms.values()
            ring = analysis.model.ring
            got = ring.format(charge_sum(analysis.model, *pair) * 2)
            assert got == running[pair].alphabet.ring.format(polynomial)


@pytest.mark.parametrize(
    ("rotation", "shown"),
    [
        ("", set()),
        ("rotation Q.down = [[0, 1, 0], [1, 0, 0], [0, 0, 1]]", {"CKM"}),
        ("rotation L.up = [[0, 1, 0], [1, 0, 0], [0, 0, 1]]", {"CKM", "PMNS"}),
        ("rotation E = dag(PMNS) * [[0, 1, 0], [1, 0, 0], [0, 0, 1]]", {"CKM", "PMNS"}),
    ],
)
def test_matrices_are_among_the_inputs_only_where_they_enter(rotation: str, shown: set[str]) -> None:
    model = compile_text(f"model m\nuse sm\n{rotation}\n").model
    spectrum = derive_masses(model)
    table = derive_observables(model, None, spectrum, derive_currents(model, spectrum))
    assert {name.partition("[")[0] for name in table.inputs if "[" in name} == shown


@pytest.mark.parametrize(
    ("term", "is_told"),
    [("(dag(T) T) (dag(S) S)", True), ("(dag(T) T) (dag(H) H)", True), ("dag(T) F", True), ("(dag(T) T)^2", False)],
)
def test_masses_that_vacuum_values_change_are_told(term: str, is_told: bool) -> None:
    text = f"""
        model portal
        use sm
        gauge X = U(1) coupling gX boson X
        scalar S (X: 1) vev v_S
        scalar T (X: 3)
        scalar F (X: 3)
        potential {{ mT = dag(T) T; k = {term} }}
        point p {{ gX = 0.5; v_S = 2000; mT = 1e4; k = 0.5 }}
        point without {{ gX = 0.5; v_S = 2000; mT = 1e4; k = 0 }}
        """
    analysis = compile_text(text)
    assert decays_of(bosons(analysis, "p")["Z'"]).rough == (("T",) if is_told else ())
    assert decays_of(bosons(analysis, "without")["Z'"]).rough == ()
