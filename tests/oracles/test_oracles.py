"""The oracles against published numbers, and the frozen reference file against the oracles."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest

from .freeze import REFERENCE, betas_of, entries, random_point, value_of
from .general_rge import (
    largest,
    one_loop,
    symmetrised,
    symmetrised_by_permutation,
    two_loop,
    violations,
)
from .physical_models import Value, b_minus_l_model, benchmark_model, singlet_model, standard_model

MODELS = {model.name: model for model in (entry.build() for entry in entries())}
# The dense formulas take seconds for the benchmarks: bm2 stands for all four, at two loops.
CASES = [(name, 1) for name in MODELS] + [
    (name, loops) for name in MODELS for loops in (2, 3) if not name.startswith("bm") or (name, loops) == ("bm2", 2)
]


def single_entry(value: float) -> Value:
    matrix = np.zeros((3, 3), dtype=complex)
    matrix[2, 2] = value
    return matrix


@pytest.mark.parametrize("name", MODELS)
def test_theories_are_gauge_invariant(name: str) -> None:
    model = MODELS[name]
    theory = model.theory(random_point(model, 7, mixed=True))
    worst = max(violations(theory).values())
    assert worst < 1e-10


def test_check_names_what_is_wrong() -> None:
    model = singlet_model()
    theory = model.theory(random_point(model, 7, mixed=True))
    theory.check()
    theory.m2[0, 0] += 1.0
    with pytest.raises(ValueError, match="gauge invariant m2"):
        theory.check()


def test_symmetrised_is_the_sum_over_permutations() -> None:
    tensor = np.random.default_rng(3).normal(size=(3, 3, 3, 3))
    assert largest(symmetrised(tensor) - symmetrised_by_permutation(tensor)) < 1e-13


@pytest.mark.parametrize(
    ("loops", "expected"),
    [
        (1, {"g2": -0.860806, "g3": -11.113835, "yt": -7.554852, "lambda": -3.193980}),
        (2, {"g2": 4.799276, "g3": -55.595696, "yt": -146.962743, "lambda": -1.195476}),
    ],
)
def test_standard_model_with_top_only(loops: int, expected: dict[str, float]) -> None:
    model = standard_model()
    values: dict[str, Value] = {"g1": 0.35830, "g2": 0.64779, "g3": 1.1666}
    values |= {"Yu": single_entry(0.93690), "lambda": 0.12604}
    beta: dict[str, Any] = betas_of(model, values, loops)
    beta["yt"] = beta["Yu"][2, 2]
    for name, number in expected.items():
        assert beta[name] == pytest.approx(number, abs=5.1e-7)


@pytest.mark.parametrize(
    ("name", "one", "gauge", "traces"),
    [
        ("g1", 41 / 6, (199 / 18, 9 / 2, 44 / 3), (-17 / 6, -5 / 6, -5 / 2)),
        ("g2", -19 / 6, (3 / 2, 35 / 6, 12), (-3 / 2, -3 / 2, -1 / 2)),
        ("g3", -7, (11 / 6, 9 / 2, -26), (-2, -2, 0)),
    ],
)
def test_standard_model_gauge_coefficients(
    name: str, one: float, gauge: tuple[float, ...], traces: tuple[float, ...]
) -> None:
    model = standard_model()
    values = random_point(model, 11, mixed=True)
    theory = model.theory(values)
    g: Any = values[name]
    squares: list[Any] = [abs(np.asarray(values[other])) ** 2 for other in ("g1", "g2", "g3", "Yu", "Yd", "Ye")]
    two = sum(c * square.sum() for c, square in zip((*gauge, *traces), squares, strict=True))
    assert model.project(values, one_loop(theory))[name] == pytest.approx(one * g**3, rel=1e-12)
    assert model.project(values, two_loop(theory))[name] == pytest.approx(two * g**3, rel=1e-12)


def test_b_minus_l_kinetic_mixing() -> None:
    model = b_minus_l_model()
    inverse_h = one_loop(model.theory(random_point(model, 5, mixed=True))).inverse_h
    np.testing.assert_allclose(-inverse_h / 2, [[41 / 6, 16 / 3], [16 / 3, 12]], rtol=1e-12)


def test_standard_model_inside_benchmark() -> None:
    """Without X and its portals the benchmark's g1, g2, g3, yt, yb and lambda run as in the SM."""
    model, reference = benchmark_model(2), standard_model()
    shared: dict[str, Value] = {"g1": 0.36, "g2": 0.65, "g3": 1.1, "lambda": 0.13}
    values = shared | {"g4": 1e-9, "yt": 0.9, "yb": 0.1, "y": 0.7, "u": 0.2, "v": 0.3, "s": 0.1}
    standard = shared | {"Yu": single_entry(0.9), "Yd": single_entry(0.1)}
    beta: dict[str, Any] = model.project(values, two_loop(model.theory(values)))
    expected: dict[str, Any] = reference.project(standard, two_loop(reference.theory(standard)))
    expected |= {"yt": expected["Yu"][2, 2], "yb": expected["Yd"][2, 2]}
    for name in ("g1", "g2", "g3", "yt", "yb", "lambda"):
        assert beta[name] == pytest.approx(expected[name], rel=1e-10)


@pytest.mark.parametrize(("name", "loops"), CASES)
def test_reference_file(name: str, loops: int) -> None:
    model = MODELS[name]
    data = json.loads(REFERENCE.read_text(encoding="utf-8"))["models"][name]
    point = data["points"][1]
    values = {key: value_of(model, key, item) for key, item in point["values"].items()}
    beta = betas_of(model, values, loops)
    assert set(beta) == set(point["beta"][str(loops)])
    for key, item in point["beta"][str(loops)].items():
        frozen = np.asarray(value_of(model, key, item))
        np.testing.assert_allclose(beta[key], frozen, rtol=1e-9, atol=1e-12 * largest(frozen))
