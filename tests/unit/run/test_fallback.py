"""Integration without a C compiler, compared with the compiled integrator."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import pytest
from tests.helpers.models import compile_file, compile_text
from tests.helpers.random_points import random_states

from zmodel import native
from zmodel.driver import Run, integrator_source, module_source
from zmodel.run import Integrator, IntegratorSource, ModuleSource, RunOptions, ScipyIntegrator, Status, make_integrator
from zmodel.run.layout import Slot, StateLayout

MATRICES = """model matrices
use sm { except Yd }
fermion N[2] right (Y: 0)
scalar S real (Y: 0)
yukawa Yd = bar(Q) H D  keep (1,1) as a, (2,3) as b
yukawa Yn = bar(L) tilde(H) N
yukawa M  = N N S
potential { l_S = S^4; l_HS = (dag(H) H) S^2 }
"""
BEGIN, END = np.log(5e3), np.log(1.22e19)


@cache
def sources(model: str) -> tuple[IntegratorSource, ModuleSource]:
    """The emitted C and Python of a model, by its file or its text."""
    run = Run(compile_text(model) if "\n" in model else compile_file(model))
    source = integrator_source(run)
    assert source is not None, run.diagnostics
    return source, module_source(run)


def both(model: str) -> tuple[Integrator, ScipyIntegrator]:
    return Integrator(sources(model)[0]), ScipyIntegrator(*sources(model))


def scales(points: int, end: float = END) -> tuple[np.ndarray, np.ndarray]:
    return np.full(points, BEGIN), np.full(points, end)


@pytest.mark.parametrize("name", ["bm1", "bm2", "bm3", "bm4"])
def test_the_same_as_compiled(name: str) -> None:
    """Ends, poles, samples, and where the potential becomes unstable."""
    compiled, plain = both(f"paper_a/{name}")
    start = random_states(sources(f"paper_a/{name}")[1].layout, 6, seed=5)
    options = RunOptions(checks=20)
    expected = compiled.integrate(start, *scales(6), options, samples=30)
    found = plain.integrate(start, *scales(6), options, samples=30)
    assert {Status.REACHED, Status.POLE} == set(found.status)
    assert np.array_equal(found.status, expected.status)
    reached = found.status == Status.REACHED
    assert np.allclose(found.values[:, reached], expected.values[:, reached], rtol=1e-6, atol=1e-9)
    assert np.allclose(found.t, expected.t, rtol=0, atol=1e-5)
    # Between steps both are good to about 1e-5 where couplings turn sharply.
    assert np.allclose(found.samples[..., reached], expected.samples[..., reached], rtol=1e-4, atol=1e-6)
    assert np.array_equal(np.isnan(found.samples), np.isnan(expected.samples))
    assert np.isfinite(found.unstable).any()
    assert np.allclose(found.unstable, expected.unstable, rtol=1e-14, equal_nan=True)


def test_matrices_complex_numbers_and_kept_entries() -> None:
    compiled, plain = both(MATRICES)
    layout = sources(MATRICES)[1].layout
    assert {slot.shape for slot in layout.running} > {(), (3, 2), (2, 2)}
    random = np.random.default_rng(2)
    values = {
        element.label: random.uniform(0.1, 0.6, 3) + 1j * random.uniform(0.1, 0.3, 3) * element.slot.is_complex
        for element in layout.elements
        if element.power and element.label != "M[2,1]"
    }
    values["M[2,1]"] = values["M[1,2]"]
    start = layout.states(values, 3)
    for loops in (1, 2):
        assert np.allclose(plain.beta(start, loops), compiled.beta(start, loops), rtol=1e-12, atol=1e-15)
    assert np.array_equal(plain.stable(start), compiled.stable(start))
    end = np.log(1e8)
    expected = compiled.integrate(start, *scales(3, end), RunOptions())
    found = plain.integrate(start, *scales(3, end), RunOptions())
    reached = found.status == Status.REACHED
    assert reached.any() and np.array_equal(found.status, expected.status)
    assert np.allclose(found.values[:, reached], expected.values[:, reached], rtol=1e-6, atol=1e-9)


def test_one_point_or_many_and_downwards() -> None:
    compiled, plain = both("paper_a/bm3")
    start = random_states(sources("paper_a/bm3")[1].layout, 2, seed=6)
    assert np.allclose(plain.beta(start[:, :1], 2), plain.beta(start, 2)[:, :1], rtol=1e-13)
    begin, end = np.full(2, np.log(1e6)), np.full(2, np.log(1e3))
    expected = compiled.integrate(start, begin, end, RunOptions(loops=1), samples=5)
    found = plain.integrate(start, begin, end, RunOptions(loops=1), samples=5)
    assert np.allclose(found.samples, expected.samples, rtol=1e-6, atol=1e-9)


def test_what_ends_a_trajectory() -> None:
    """Strong couplings, numbers that make no sense, too many steps, and an end that is the beginning."""
    compiled, plain = both("paper_a/bm3")
    start = random_states(sources("paper_a/bm3")[1].layout, 3, seed=7)
    start[0, 1:] = np.nan, np.inf
    options = RunOptions(strong=0.05)
    expected, found = (i.integrate(start, *scales(3), options, samples=40) for i in (compiled, plain))
    assert found.status.tolist() == expected.status.tolist() == [Status.STRONG, Status.NOT_FINITE, Status.NOT_FINITE]
    assert abs(found.t[0] - expected.t[0]) < 1e-6
    assert np.allclose(found.values[:, 0], expected.values[:, 0], rtol=1e-5, atol=1e-8)
    assert np.array_equal(np.isnan(found.samples), np.isnan(expected.samples))
    weak = RunOptions(strong=1e-4)
    both_ends = [i.integrate(start, *scales(3), weak, samples=4) for i in (compiled, plain)]
    for found in both_ends:  # beyond the limit from the start
        assert found.status[0] == Status.STRONG and found.t[0] == BEGIN
        assert np.array_equal(found.values[:, 0], start[: plain.source.size, 0])
    assert np.array_equal(both_ends[0].samples, both_ends[1].samples, equal_nan=True)
    one = start[:, :1]
    assert plain.integrate(one, *scales(1), RunOptions(max_steps=3)).status.tolist() == [Status.TOO_LONG]
    stays = plain.integrate(one, *scales(1, BEGIN), RunOptions(checks=1), samples=2)
    assert stays.status.tolist() == [Status.REACHED]
    assert np.array_equal(stays.values, one[: plain.source.size])


STIFF = """
import numpy as np
LOOPS = 1
def beta(values, loops):
    x, y = values["x"], values["y"]
    return {"x": -1e5 * (x - y), "y": -0.1 * y}
"""


def test_stiff_trajectories() -> None:
    """x follows y at once; steps of an explicit method would be some hundred thousand."""
    slots = tuple(Slot(name, "quartic", (), False, (), "none", place) for place, name in enumerate(("x", "y")))
    source = IntegratorSource("", "", "stiff", 2, 2, (2, 2), False)
    integrator = ScipyIntegrator(source, ModuleSource(STIFF, StateLayout(slots, ())))
    start = np.array([[2.0], [1.0]])
    found = integrator.integrate(start, np.zeros(1), np.full(1, 10.0), RunOptions(rtol=1e-6, max_steps=5000, loops=1))
    assert found.status.tolist() == [Status.REACHED]
    assert np.allclose(found.values[:, 0], np.exp(-1.0) * np.array([1 / (1 - 1e-6), 1]), rtol=1e-5)


def test_shapes_that_do_not_fit() -> None:
    _, plain = both("paper_a/bm3")
    start = np.zeros((plain.source.inputs, 1))
    with pytest.raises(ValueError, match="two places"):
        plain.integrate(start, *scales(1), RunOptions(), samples=1)
    with pytest.raises(ValueError, match="loop order"):
        plain.integrate(start, *scales(1), RunOptions(loops=7))


@pytest.fixture
def no_compiler(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("CC", "no-such-compiler")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(native, "_find_compiler", native._find_compiler.__wrapped__)


def test_a_warning_without_a_compiler(no_compiler: None) -> None:
    source, module = sources("paper_a/bm3")
    integrator, (warning,) = make_integrator(source, lambda: module)
    assert isinstance(integrator, ScipyIntegrator)
    assert (warning.code, warning.severity) == ("Z515", "warning")
    assert "no C compiler" in warning.notes[0]


def test_a_warning_says_what_the_compiler_says(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> object:
        raise native.BuildError("the C compiler failed\ninternal error\nout of memory")

    monkeypatch.setattr("zmodel.run.integrator.load_library", fail)
    source, module = sources("paper_a/bm3")
    _, (warning,) = make_integrator(source, lambda: module)
    assert warning.message == "SciPy integrates, as there is no compiled code"
    assert warning.notes == ("the C compiler failed", "internal error", "out of memory")


def test_python_is_emitted_only_where_it_is_needed() -> None:
    def emit() -> ModuleSource:
        raise AssertionError("not needed")

    integrator, diagnostics = make_integrator(sources("paper_a/bm3")[0], emit)
    assert isinstance(integrator, Integrator) and not diagnostics
