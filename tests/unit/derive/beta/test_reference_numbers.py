"""Numbers that do not come from any code of ours: a Standard Model point, and exact solutions.

The Standard Model numbers are for g_Y = .35830, g2 = .64779, g3 = 1.1666, y_t = .93690, lambda = .12604 (the values at
the top mass of arXiv:1307.3536) with V = lambda |H|^4 and everything else zero; independent programs agree on them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
import pytest
from tests.helpers.emitted import emit
from tests.helpers.models import compile_file, compile_text

EXPECTED = {
    1: {"g2": -0.860806, "g3": -11.113835, "Yu33": -7.554852, "lambda": -3.193980},
    2: {"g2": 4.799276, "g3": -55.595696, "Yu33": -146.962743, "lambda": -1.195476},
    # The formulas of arXiv:1208.3357.
    3: {"g1": 8.185045, "g2": 53.1042, "g3": 55.400545},
}


def test_standard_model_at_three_loops(tmp_path: Path) -> None:
    emitted = emit(compile_file("lib/sm"), tmp_path, "3")
    top = np.zeros((3, 3))
    top[2, 2] = 0.93690
    zero = np.zeros((3, 3))
    values = {"g1": 0.35830, "g2": 0.64779, "g3": 1.1666, "Yu": top, "Yd": zero, "Ye": zero, "lambda": 0.12604}
    terms = emitted.python.beta_terms(values)
    for loop, expected in EXPECTED.items():
        got = terms[loop] | ({"Yu33": terms[loop]["Yu"][2, 2]} if loop < 3 else {})
        for name, number in expected.items():
            # The inputs have four or five digits, the results are theirs to all digits given.
            assert got[name] == pytest.approx(number, abs=5.1e-7), (name, loop)


B_MINUS_L = """
model b_minus_l "B - L with three right-handed neutrinos and chi of charge 2"
use sm
gauge X = U(1) coupling gX
mixing {form} (Y, X) as m
charges X {{ Q = 1/3; U = 1/3; D = 1/3; L = -1; E = -1 }}
fermion N[3] right (X: -1)
scalar chi (X: 2)
"""

# Gamma_ab = (2/3) sum_Weyl q_a q_b + (1/3) sum_scalars q_a q_b, and d(h^-1)/dlnmu = -2 Gamma/(16 pi^2).
GAMMA = np.array([[41 / 6, 16 / 3], [16 / 3, 12]])


def _h_eta(v: Mapping[str, float]) -> np.ndarray:
    off = v["m"] * v["g1"] * v["gX"]
    return np.array([[v["g1"] ** 2, off], [off, v["gX"] ** 2]])


def _h_triangular(v: Mapping[str, float]) -> np.ndarray:
    factor = np.array([[v["g1"], v["m"]], [0, v["gX"]]])
    return factor @ factor.T


def _h_epsilon(v: Mapping[str, float]) -> np.ndarray:
    off = v["m"] / (v["g1"] * v["gX"])
    return np.linalg.inv(np.array([[1 / v["g1"] ** 2, off], [off, 1 / v["gX"] ** 2]]))


@pytest.mark.parametrize(
    ("form", "coupling_matrix"),
    [("eta", _h_eta), ("triangular", _h_triangular), ("epsilon", _h_epsilon)],
    ids=["eta", "triangular", "epsilon"],
)
def test_inverse_coupling_matrix_runs_linearly(
    form: str, coupling_matrix: Callable[[Mapping[str, float]], np.ndarray], tmp_path: Path
) -> None:
    """The one-loop solution is exact; a fourth-order integration of the emitted functions must reach it."""
    emitted = emit(compile_text(B_MINUS_L.format(form=form)), tmp_path)
    beta = emitted.python.beta
    zero = np.zeros((3, 3))
    fixed = {"g2": 0.6, "g3": 1.0, "Yu": zero, "Yd": zero, "Ye": zero, "lambda": 0.0}
    names = ("g1", "gX", "m")
    state = np.array([0.36, 0.3, 0.15])
    start = np.linalg.inv(coupling_matrix(dict(zip(names, state, strict=True))))

    def slope(x: np.ndarray) -> np.ndarray:
        result = beta({**fixed, **dict(zip(names, x, strict=True))})
        return np.array([result[name] for name in names])

    steps, length = 200, 10.0
    h = length / steps
    for _ in range(steps):
        k1 = slope(state)
        k2 = slope(state + h / 2 * k1)
        k3 = slope(state + h / 2 * k2)
        k4 = slope(state + h * k3)
        state = state + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
    end = np.linalg.inv(coupling_matrix(dict(zip(names, state, strict=True))))
    assert np.allclose(end, start - 2 * GAMMA * length / (16 * np.pi**2), rtol=1e-9, atol=1e-9)
