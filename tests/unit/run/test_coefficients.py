"""The tables of DOP853 and RODAS in templates/run have the orders that they should have.

Single steps of different lengths are made here, from the numbers in the files, for a problem with a known solution:
x1' = -x2 |x|^2, x2' = x1 |x|^2 goes round the unit circle. An error of a step of order p goes like h^(p+1).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import numpy as np
import pytest
from numpy.typing import NDArray

from zmodel import resources

Numbers = NDArray[np.float64]
START = 0.3
"""The time at which steps begin."""


def exact(t: float) -> Numbers:
    return np.array([np.cos(t), np.sin(t)])


def slope(x: Numbers) -> Numbers:
    return x @ x * np.array([-x[1], x[0]])


def jacobian(x: Numbers) -> Numbers:
    return x @ x * np.array([[0, -1], [1, 0]]) + 2 * np.outer([-x[1], x[0]], x)


def size(x: Numbers) -> float:
    return float(np.linalg.norm(x))


def order(error: Callable[[float], float], step: float) -> float:
    """The power of the step that an error goes with."""
    return float(np.log2(error(step) / error(step / 2)))


# ------------------------------------------------------------------ DOP853
@cache
def rows() -> dict[str, Numbers]:
    """Rows of dop853.c, with zeros for the stages that a row does not name."""
    text = resources.read_text("templates", "run", "dop853.c")
    found = {}
    for name, body in re.findall(r"RUN_(\w+)\[\] = \{(.*?)\};(?: /\*.*?\*/)?", " ".join(text.split()) + " "):
        comment = re.search(rf"RUN_{name}\[\] = .*?/\* (.*?) \*/", " ".join(text.split()))
        assert comment is not None
        stages = [int(stage) for stage in re.findall(r"k(\d+)", comment[1])]
        numbers = [float(number) for number in re.sub(r"/\*.*?\*/", "", body).split(",")]
        row = np.zeros(16)
        row[np.array(stages) - 1] = numbers
        found[name] = row
    return found


def explicit(step: float) -> tuple[Numbers, Numbers, Numbers]:
    """The start, what is behind the step, and the derivatives of all stages."""
    x, k = exact(START), np.zeros((16, 2))
    for stage in range(16):
        row = rows()["B" if stage == 12 else f"A{stage + 1}"] if stage else np.zeros(16)
        k[stage] = slope(x + step * row @ k)
    return x, x + step * rows()["B"] @ k, k


def explicit_error(step: float) -> float:
    return size(explicit(step)[1] - exact(START + step))


def estimate(name: str, step: float) -> float:
    return size(step * rows()[name] @ explicit(step)[2])


def explicit_inside(step: float, theta: float = 0.37) -> float:
    x, y, k = explicit(step)
    f = [y - x, step * k[0] - (y - x), 2 * (y - x) - step * (k[0] + k[12])]
    f += [step * rows()[f"D{n}"] @ k for n in (4, 5, 6, 7)]
    u, v = theta, 1 - theta
    high = f[3] + u * (f[4] + v * (f[5] + u * f[6]))
    found = x + u * (f[0] + v * (f[1] + u * (f[2] + v * high)))
    return size(found - exact(START + theta * step))


def test_rows_have_the_abscissae_of_dop853() -> None:
    """c_s = sum_j a_sj, and weights that sum up to one; errors and the last coefficients of the interpolant to zero."""
    r6 = np.sqrt(6)
    sums = {name: row.sum() for name, row in rows().items()}
    expected = {"A2": (12 - 2 * r6) / 135, "A3": (6 - r6) / 45, "A4": (6 - r6) / 30, "A5": (6 + r6) / 30}
    expected |= {"A6": 1 / 3, "A7": 1 / 4, "A8": 4 / 13, "A9": 127 / 195, "A10": 3 / 5, "A11": 6 / 7, "A12": 1.0}
    expected |= {"B": 1.0, "A14": 0.1, "A15": 0.2, "A16": 7 / 9, "ERROR5": 0.0, "ERROR3": 0.0}
    for name, value in expected.items():
        assert sums[name] == pytest.approx(value, abs=1e-13), name
    nodes = [0.0, *(expected[f"A{stage}"] for stage in range(2, 13)), 1.0, *(expected[f"A{n}"] for n in (14, 15, 16))]
    assert rows()["NODES"] == pytest.approx(nodes, abs=1e-13)


def test_orders_of_dop853() -> None:
    assert order(explicit_error, 0.5) == pytest.approx(9, abs=0.3)
    assert order(explicit_inside, 0.2) == pytest.approx(8, abs=0.4)
    assert order(lambda h: estimate("ERROR5", h), 0.2) == pytest.approx(6, abs=0.1)
    assert order(lambda h: estimate("ERROR3", h), 0.1) == pytest.approx(4, abs=0.1)
    assert explicit_error(0.1) < 1e-14
    assert explicit_inside(0.1) < 1e-13


# ------------------------------------------------------------------ RODAS
@cache
def table(name: str) -> Numbers:
    """A table of stiff.c; rows are filled up with zeros."""
    text = resources.read_text("templates", "run", "stiff.c")
    body = re.search(rf"{name}(?:\[[\w +]*\])* = (.*?);", text, re.DOTALL)
    assert body is not None
    found = [[float(n) for n in row.split(",")] for row in re.findall(r"\{([^{}]*)\}", body[1])] or [[float(body[1])]]
    width = max(map(len, found))
    return np.array([row + [0.0] * (width - len(row)) for row in found])


def implicit(step: float) -> tuple[Numbers, Numbers, Numbers]:
    x, k = exact(START), np.zeros((6, 2))
    matrix = np.eye(2) / (step * table("RODAS_GAMMA")[0, 0]) - jacobian(x)
    for stage in range(6):
        right = (
            slope(x + table("RODAS_A")[stage] @ k) + np.append(table("RODAS_C"), np.zeros((6, 1)), 1)[stage] @ k / step
        )
        k[stage] = np.linalg.solve(matrix, right)
    return x, x + table("RODAS_A")[6] @ k, k


def implicit_error(step: float) -> float:
    return size(implicit(step)[1] - exact(START + step))


def implicit_inside(step: float, theta: float = 0.37) -> float:
    x, y, k = implicit(step)
    first, second = table("RODAS_FIRST")[0] @ k, table("RODAS_SECOND")[0] @ k
    found = x + theta * (y - x + (1 - theta) * (first + theta * second))
    return size(found - exact(START + theta * step))


def test_orders_of_rodas() -> None:
    assert order(implicit_error, 0.05) == pytest.approx(5, abs=0.2)
    assert order(implicit_inside, 0.05) == pytest.approx(4, abs=0.1)
    assert order(lambda h: size(implicit(h)[2][5]), 0.05) == pytest.approx(4, abs=0.1)


def test_rodas_is_l_stable() -> None:
    """Its step of x' = z x goes to zero for z to minus infinity."""
    a, c = table("RODAS_A"), np.append(table("RODAS_C"), np.zeros((6, 1)), 1)
    for z, least in ((-1e3, 1e-2), (-1e6, 1e-5), (-1e9, 1e-8)):
        k = np.zeros(6)
        for stage in range(6):
            k[stage] = (z * (1 + a[stage] @ k) + c[stage] @ k) / (1 / table("RODAS_GAMMA")[0, 0] - z)
        assert abs(1 + a[6] @ k) < least
