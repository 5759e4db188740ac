"""The oracle of anomalous dimensions against published results, and the frozen file against the oracle."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest
from tests.helpers.components import ComponentModel, fundamental

from .anomalous import anomalous_dimensions
from .freeze import ANOMALOUS, dimensions_of, entries, random_point
from .physical_models import Value, standard_model

ENTRIES = {entry.build().name: entry for entry in entries() if "psiL" not in entry.fermions}


@pytest.mark.parametrize("xi", [0.0, 1.0, 0.37])
@pytest.mark.parametrize(("colours", "flavours"), [(2, 3), (3, 2)])
def test_quarks_of_chromodynamics(colours: int, flavours: int, xi: float) -> None:
    """gamma_2 of Chetyrkin and Retey, hep-ph/9910332, with the sign and the xi of this module."""
    model = ComponentModel({"C": (colours, "g")}, {})
    model.fermion("left", "left", {"C": fundamental(colours)}, flavours)
    model.fermion("right", "right", {"C": fundamental(colours)}, flavours)
    theory = model.theory({"g": 1.3})
    ca, cf = colours, (colours**2 - 1) / (2 * colours)
    two = cf * (ca * (25 / 4 + 2 * xi + xi**2 / 4) - flavours) - 3 / 2 * cf**2
    for loops, expected in ((1, xi * cf), (2, two)):
        gamma = anomalous_dimensions(theory, xi, loops).fermions
        np.testing.assert_allclose(gamma, 1.3 ** (2 * loops) * expected * np.eye(len(gamma)), atol=1e-12)


def test_phi_to_the_fourth() -> None:
    """gamma = lam^2/12 for V = lam/4! phi^4, and (N + 2)/36 lam^2 for N scalars and V = lam/4! (phi phi)^2."""
    model = ComponentModel({}, {})
    model.scalar("phi", real=True)
    model.potential("c", [("phi", False)] * 4, {})
    theory = model.theory({"c": 0.7 / 24})
    assert anomalous_dimensions(theory, 0.37, 1).scalars.item() == 0
    assert anomalous_dimensions(theory, 0.37, 2).scalars.item() == pytest.approx(0.7**2 / 12, rel=1e-13)
    model = ComponentModel({}, {})
    model.scalar("phi")
    model.potential("c", [("phi", True), ("phi", False)] * 2, {})
    # (phi^* phi)^2 with phi = (phi_1 + i phi_2)/sqrt(2) is (phi_a phi_a)^2/4.
    scalars = anomalous_dimensions(model.theory({"c": 4 * 0.7 / 24}), 1.0, 2).scalars
    np.testing.assert_allclose(scalars, 0.7**2 * 4 / 36 * np.eye(2), rtol=1e-13, atol=1e-15)


@pytest.mark.parametrize("seed", [3, 4])
def test_higgs_field_in_landau_gauge(seed: int) -> None:
    """Ford, Jack and Jones, hep-ph/0111190, with V = lambda |H|^4 and the top Yukawa coupling only."""
    model = standard_model()
    values: dict[str, Value] = random_point(model, seed, mixed=True)
    top = np.zeros((3, 3), dtype=complex)
    top[2, 2] = 0.9
    values |= {"Yu": top, "Yd": 0 * top, "Ye": 0 * top}
    a1, a2, a3 = (float(np.real(values[name])) ** 2 for name in ("g1", "g2", "g3"))
    y, h = 0.9**2, float(np.real(values["lambda"]))
    one = 3 * y - 9 / 4 * a2 - 3 / 4 * a1
    two = 6 * h**2 - 27 / 4 * y**2 + 20 * a3 * y + 45 / 8 * a2 * y + 85 / 24 * a1 * y
    two += -271 / 32 * a2**2 + 9 / 16 * a1 * a2 + 431 / 96 * a1**2
    for loops, expected in ((1, one), (2, two)):
        scalars = anomalous_dimensions(model.theory(values), 0.0, loops).scalars
        np.testing.assert_allclose(scalars, expected * np.eye(4), atol=1e-12)


@pytest.mark.parametrize("name", ENTRIES)
def test_reference_file(name: str) -> None:
    frozen: dict[str, Any] = json.loads(ANOMALOUS.read_text(encoding="utf-8"))["models"][name]
    entry = ENTRIES[name]
    model = entry.build()
    theory = model.theory(random_point(model, 202, mixed=True))
    for loops, at_xi in frozen.items():
        for xi, fields in at_xi.items():
            got = dimensions_of(entry, model, theory, float(xi), int(loops))
            assert set(got) == set(fields)
            for pair, value in fields.items():
                np.testing.assert_allclose(got[pair], value, rtol=1e-9, atol=1e-11)
