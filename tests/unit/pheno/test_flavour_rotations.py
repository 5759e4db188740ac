"""Rotations of fermions in observables, whatever else a model has and however it writes its fermions."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest
from tests.helpers.emitted import import_module
from tests.helpers.models import compile_text, point

from zmodel.derive.beta.loops import LoopOrders
from zmodel.derive.breaking import derive_masses
from zmodel.derive.currents import derive_currents
from zmodel.driver import Run, compile_model, make_report
from zmodel.emit.low_energy_program import coupling_table
from zmodel.exchange.light_vectors import vector_couplings
from zmodel.pheno.constants import ckm_matrix
from zmodel.pheno.inputs import gather_inputs, numbers
from zmodel.pheno.table import ObservableTable, derive_observables
from zmodel.pheno.vectors import NeutralVector, neutral_vectors

TURN = "[[1, 0, 0], [0, cos(th), sin(th)*exp(i*ph)], [0, -sin(th)*exp(-i*ph), cos(th)]]"
ANGLES = {"th": 0.4, "ph": 0.9}
CKM = np.array(ckm_matrix())


def turn(angles: Mapping[str, float] = ANGLES) -> np.ndarray:
    """TURN in numbers."""
    cos, sin, phase = math.cos(angles["th"]), math.sin(angles["th"]), np.exp(1j * angles["ph"])
    return np.array([[1, 0, 0], [0, cos, sin * phase], [0, -sin / phase, cos]])


def file(statements: str, use: str = "use sm", values: str = "") -> str:
    """A model with a Z' of 1 TeV and a point, whose mass and coupling are not small."""
    numbers = f"ga = 0.3; MA = 1000; g1 = 0.357; g2 = 0.652; th = 0.4; ph = 0.9{values}"
    return f"""model m
{use}
gauge A = U(1) coupling ga boson ZA mass MA
param th, ph : angle
{statements}
point q at 1 TeV {{ {numbers} }}
"""


def observables(text: str) -> ObservableTable:
    """All that there is at the point q."""
    found = compile_text(text)
    spectrum = derive_masses(found.model)
    return derive_observables(found.model, point(found, "q"), spectrum, derive_currents(found.model, spectrum))


def z_prime(text: str) -> NeutralVector:
    """The Z' at the point q."""
    found = compile_text(text)
    spectrum = derive_masses(found.model)
    inputs = gather_inputs(found.model, point(found, "q"), spectrum.masses)
    vectors = neutral_vectors(found.model, spectrum, derive_currents(found.model, spectrum), numbers(inputs))
    return {vector.name: vector for vector in vectors}["Z'"]


def couplings(text: str, species: str) -> tuple[np.ndarray, np.ndarray]:
    """Left- and right-handed couplings of the Z'."""
    found = z_prime(text).fermions[species]
    return found.left, found.right


CHARGES = "charges A { L = [0, 1, -1]; E = [0, 1, -1]; Q = [0, 0, 1]; U = [0, 0, 1]; D = [0, 0, 2] }"
ROTATIONS = f"rotation L.down = {TURN}\nrotation Q.down = {TURN}\nrotation D = {TURN}\n"
SECOND_DOUBLET = "scalar H2 (SU2L: 2, Y: 1/2) vev (0, v2/sqrt(2))\n"
HEAVY = """fermion hL left (SU3c: 3, Y: -1/3)
fermion hR right (SU3c: 3, Y: -1/3)
mass mh = bar(hL) hR
mass mx = bar(hL) D
"""


@pytest.mark.parametrize("more, values", [("", ""), (SECOND_DOUBLET, "; v2 = 50"), (HEAVY, "; mh = 2000; mx = 0")])
def test_rotations_whatever_else_there_is(more: str, values: str) -> None:
    values = f"; v_h = 246{values}".replace("mx = 0", "mx = [0, 0, 0]")
    text = file(f"{CHARGES}\n{ROTATIONS}{more}", values=values)
    charges, v = {"L": np.diag([0, 1, -1]), "Q": np.diag([0, 0, 1]), "D": np.diag([0, 0, 2])}, turn()
    expected = {
        "e": (v.conj().T @ charges["L"] @ v, charges["L"]),
        "nu": (v.conj().T @ charges["L"] @ v, 0 * v),
        "d": (v.conj().T @ charges["Q"] @ v, v.conj().T @ charges["D"] @ v),
        "u": (CKM @ v.conj().T @ charges["Q"] @ v @ CKM.conj().T, charges["Q"]),
    }
    for name, sides in expected.items():
        for found, wanted in zip(couplings(text, name), sides, strict=True):
            assert np.allclose(found, 0.3 * wanted, atol=1e-12), name


def test_a_second_doublet_without_effect() -> None:
    """Its vacuum value tends to zero."""
    one = observables(file(f"{CHARGES}\n{ROTATIONS}", values="; v_h = 246"))
    two = observables(file(f"{CHARGES}\n{ROTATIONS}{SECOND_DOUBLET}", values="; v_h = 246; v2 = 0.001"))
    found = [{o.name: o.value for o in table.observables if "Z'" in o.name} for table in (one, two)]
    assert "BR(Z' -> s b)" in found[0] and found[1] == pytest.approx(found[0], rel=1e-8)


def test_emitted_couplings_are_rotated_beside_a_second_doublet() -> None:
    for more in ("", SECOND_DOUBLET):
        model = compile_text(file(f"{CHARGES}\n{ROTATIONS}{more}", values="; v_h = 246; v2 = 1" if more else "")).model
        table = coupling_table(model, derive_currents(model, derive_masses(model)))
        assert [len(table.terms("Z'", name, 1, 2)) for name in ("d", "u", "e", "nu")] == [1, 1, 2, 2]


def test_rotations_that_cannot_be_applied_are_named() -> None:
    text = file(f"{CHARGES}\n{ROTATIONS}rotation Q.up = {TURN}\n")
    (note,) = [note for note in observables(text).notes if "rotation" in note]
    assert "`Q.up` and `Q.down` are not related by the CKM matrix" in note
    (other,) = observables(file(f"{CHARGES}\n{ROTATIONS}")).notes
    assert "right-handed quarks" in other


@pytest.mark.parametrize("name", ["Q", "F"])
def test_all_that_has_couplings_names_rotations_that_are_not_applied(name: str) -> None:
    """Tables for other programs, and emitted Python, C and manifest; an unbroken group has no `F.up`."""
    dark = "gauge S = SU(3) coupling gs\ngauge T = SU(2) coupling gt\nfermion F[3] left (S: 3, T: 2)\n"
    text = file(f"{CHARGES}\n{ROTATIONS}{dark}rotation {name}.up = {TURN}\n", values="; v_h = 246; gs = 0.5; gt = 1")
    analysis = compile_text(text)
    run = Run(analysis, LoopOrders.up_to(1), point=point(analysis, "q"))
    report = make_report(run, "vector_couplings")
    assert report is not None, run.diagnostics
    wanted = f"A rotation is not applied: {'`Q.up` and' if name == 'Q' else 'no fermion is `F.up`'}"
    assert wanted in report.tables[0].note and wanted in str(report.data["notes"])
    files = compile_model(Run(analysis, LoopOrders.up_to(1)), ("python", "c", "json"))
    assert files is not None
    assert all(wanted in files[name] for name in ("m.py", "m.h", "m.json"))
    compile(files["m.py"], "m.py", "exec")


# ------------------------------------------------------------------ the same physics written in other ways
SPLIT = {
    "sm": "use sm { except Yu, Yd, Ye }",
    "quarks": """use sm { except Q, Yu, Yd, Ye }
fermion Q1 left (SU3c: 3, SU2L: 2, Y: 1/6)
fermion Q23[2] left (SU3c: 3, SU2L: 2, Y: 1/6)""",
    "up quarks": """use sm { except U, Yu, Yd, Ye }
fermion U12[2] right (SU3c: 3, Y: 2/3)
fermion U3 right (SU3c: 3, Y: 2/3)""",
    "leptons": """use sm { except L, E, Yu, Yd, Ye }
fermion L1 left (SU2L: 2, Y: -1/2)
fermion L2 left (SU2L: 2, Y: -1/2)
fermion L3 left (SU2L: 2, Y: -1/2)
fermion E12[2] right (Y: -1)
fermion E3 right (Y: -1)""",
    "conjugates": """use sm { except Q, U, D, L, E, Yu, Yd, Ye }
fermion Qc[3] right (SU3c: 3bar, SU2L: 2, Y: -1/6)
fermion Uc[3] left (SU3c: 3bar, Y: -2/3)
fermion Dc[3] left (SU3c: 3bar, Y: 1/3)
fermion Lc[3] right (SU2L: 2, Y: 1/2)
fermion Ec[3] left (Y: 1)""",
    "conjugates split": """use sm { except L, E, Yu, Yd, Ye }
fermion Lc1 right (SU2L: 2, Y: 1/2)
fermion L23[2] left (SU2L: 2, Y: -1/2)
fermion E1 right (Y: -1)
fermion Ec23[2] left (Y: 1)""",
}
"""Kept in one field, cut into generations, and as conjugate fields; most charges allow no Yukawa coupling."""

WRITTEN = {
    "sm": ("Q", "U", "D", "L", "E"),
    "quarks": ("Q1 Q23", "U", "D", "L", "E"),
    "up quarks": ("Q", "U12 U3", "D", "L", "E"),
    "leptons": ("Q", "U", "D", "L1 L2 L3", "E12 E3"),
    "conjugates": ("Qc", "Uc", "Dc", "Lc", "Ec"),
    "conjugates split": ("Q", "U", "D", "Lc1 L23", "E1 Ec23"),
}
SIZES = {"Q23": 2, "U12": 2, "E12": 2, "L23": 2, "Ec23": 2}
ALL_CHARGES = {"Q": (1, 0, -2), "U": (3, 3, 1), "D": (0, 2, -1), "L": (0, 1, -1), "E": (0, 1, 4)}


def is_conjugate(field: str) -> bool:
    """By how fields are called here."""
    return field.rstrip("123").endswith("c")


def written(name: str, rotated: str = "") -> str:
    """One of these models, where some multiplets are rotated that none of its fields cuts between 2 and 3."""
    statements = []
    for multiplet, fields in zip("QUDLE", WRITTEN[name], strict=True):
        left = list(ALL_CHARGES[multiplet])
        for field in fields.split():
            sign = -1 if is_conjugate(field) else 1
            count = SIZES.get(field, 1 if field[-1].isdigit() else 3)
            own, left = [sign * charge for charge in left[:count]], left[count:]
            statements.append(f"charges A {{ {field} = {own if count > 1 else own[0]} }}")
            if multiplet in rotated and count > 1:
                matrix = TURN if sign == 1 else TURN.replace("exp(i*ph)", "P").replace("exp(-i*ph)", "exp(i*ph)")
                matrix = matrix.replace("P", "exp(-i*ph)")
                if count == 2:
                    matrix = matrix.replace("[1, 0, 0], ", "").replace("[0, ", "[")
                lower = {"Q": ".down", "L": ".down"}.get(multiplet, "")
                lower = lower and (".up" if sign < 0 else lower)
                statements.append(f"rotation {field}{lower} = {matrix}")
    return file("\n".join(statements), SPLIT[name], "; v_h = 246")


def assert_same_physics(name: str, rotated: str) -> None:
    one, two = written("sm", rotated), written(name, rotated)
    sides = [{o.name: o.value for o in observables(text).observables} for text in (one, two)]
    assert sides[1] == pytest.approx(sides[0], rel=1e-8, abs=1e-12)
    first, second = z_prime(one), z_prime(two)
    for species, found in first.fermions.items():
        other = second.fermions[species]
        assert found.labels == other.labels and found.masses == other.masses
        assert np.allclose(found.left, other.left, atol=1e-12) and np.allclose(found.right, other.right, atol=1e-12)
    (shown,), (also,) = vector_couplings((first,)), vector_couplings((second,))
    assert list(shown.fermions) == list(also.fermions)


@pytest.mark.parametrize("name", [name for name in WRITTEN if name != "sm"])
def test_how_fermions_are_written_changes_nothing(name: str) -> None:
    assert_same_physics(name, "")


@pytest.mark.parametrize(
    "name, rotated", [("quarks", "QDL"), ("conjugates", "QUDLE"), ("leptons", "QU"), ("conjugates split", "QLE")]
)
def test_rotations_of_fields_written_in_other_ways(name: str, rotated: str) -> None:
    assert_same_physics(name, rotated)


@pytest.mark.parametrize("name", ["quarks", "conjugates", "conjugates split"])
def test_emitted_widths_do_not_depend_on_how_fermions_are_written(name: str, tmp_path: Path) -> None:
    values = {"ga": 0.3, "MA": 1000.0, "g1": 0.357, "g2": 0.652, "th": 0.4, "ph": 0.9, "v_h": 246.0}
    results = []
    for number, text in enumerate((written("sm", "QL"), written(name, "QL"))):
        files = compile_model(Run(compile_text(text), LoopOrders.up_to(1)), ("python",))
        assert files is not None
        path = tmp_path / f"model{number}.py"
        path.write_text(files["m.py"], encoding="utf-8")
        found = import_module(path).observables(values)
        results.append({key: value for key, value in found.items() if "Z'" in key})
    assert "BR(Z' -> s b)" in results[0] and results[1] == pytest.approx(results[0], rel=1e-8, abs=1e-12)


def test_dirac_neutrinos_in_separate_fields() -> None:
    """They are one species with the left-handed ones, and decays of B mesons see both."""
    one = "fermion N[3] right ()\nyukawa Yn = bar(L) tilde(H) N\ncharges A { N = [0, 1, -1] }\n"
    names = (("N1", 0), ("N2", 1), ("N3", -1))
    several = "".join(
        f"fermion {n} right ()\nyukawa Yn{n} = bar(L) tilde(H) {n}\ncharges A {{ {n} = {charge} }}\n"
        for n, charge in names
    )
    turned = "fermion Nc[3] left ()\nyukawa Yn = bar(L) tilde(H) cc(Nc)\ncharges A { Nc = [0, -1, 1] }\n"
    found = [
        {o.name: o.value for o in observables(file(f"{CHARGES}\n{ROTATIONS}{more}".replace("D = [0, 0, 2]", "D = 0")
         .replace("rotation D", "rotation U"))).observables}
        for more in (one, several, turned)
    ]  # fmt: skip
    assert found[0]["B(B -> K(*) nu nu)/SM from Z'"] > 1
    assert found[1] == pytest.approx(found[0], rel=1e-9) and found[2] == pytest.approx(found[0], rel=1e-9)


@pytest.mark.parametrize("partner", ["bar(F) G", "F Gc"])
def test_heavy_fermions_written_as_conjugates(partner: str) -> None:
    """Left- and right-handed half are one Dirac fermion."""
    other = "fermion G right (Y: -1, A: 2)" if "bar" in partner else "fermion Gc left (Y: 1, A: -2)"
    text = file(f"fermion F left (Y: -1, A: 2)\n{other}\nmass mF = {partner}", values="; v_h = 246; mF = 300")
    found = z_prime(text).fermions["F"]
    assert np.allclose(found.left, 0.6) and np.allclose(found.right, 0.6) and found.masses == (300.0,)
