"""Rotations of fermions in observables, whatever else a model has."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
import pytest
from tests.helpers.models import compile_text, point

from zmodel.derive.breaking import derive_masses
from zmodel.derive.currents import derive_currents
from zmodel.emit.low_energy_program import coupling_table
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
    assert not observables(file(f"{CHARGES}\n{ROTATIONS}")).notes
