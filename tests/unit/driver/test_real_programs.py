"""Beta functions of real couplings, and without masses, are those of all couplings."""

from __future__ import annotations

import numpy as np
import pytest
from tests.helpers.models import compile_file
from tests.helpers.scans import scan_of

from zmodel.driver import Run
from zmodel.driver.integration import prepare_running
from zmodel.run import Integrator

POINTS = 3


@pytest.mark.parametrize("path", ["paper_a/bm3", "paper_b/accidental", "paper_d/radiative_muon", "lib/sm"])
def test_beta_functions_and_stability(path: str) -> None:
    """At random real points, with all entries of Yukawa matrices."""
    analysis = compile_file(path)
    whole = prepare_running(Run(analysis))
    assert whole is not None
    random = np.random.default_rng(3)
    values = {label: random.uniform(0.1, 0.9, POINTS) for label in whole.layout.places}
    state = whole.layout.states(values, POINTS)
    integrator = Integrator(whole.source)
    for real, massless in ((True, False), (False, True), (True, True)):
        less = prepare_running(Run(analysis, real=real, massless=massless))
        assert less is not None and less.layout.inputs <= whole.layout.inputs
        other, fewer = Integrator(less.source), less.layout.states(values, POINTS)
        for loops in (1, 2):
            wanted = whole.layout.numbers(integrator.beta(state, loops), real=True)
            found = less.layout.numbers(other.beta(fewer, loops), real=True)
            assert found.keys() <= wanted.keys()
            for label, rates in found.items():
                assert rates == pytest.approx(wanted[label], rel=1e-11, abs=1e-13), label
        if whole.source.has_conditions:
            assert np.array_equal(integrator.stable(state), other.stable(fewer))


def test_scans_take_the_smallest() -> None:
    """A mass that is asked for, or a complex number, brings the rest back."""
    scan = 'point = "fig9"\nto = "M_Pl"\n[vary]\nu = { range = [0.1, 1], steps = 2 }\n'
    small = scan_of("paper_a/bm3", scan)[0]
    masses = scan_of("paper_a/bm3", scan + '[classes]\nlight = "mH2 < 1"\n')[0]
    given = scan_of("paper_a/bm3", scan + "[set]\nmH2 = 1e4\n")[0]
    complex_one = scan_of("paper_a/bm3", scan + '[set]\nyt = "0.8 + 0.1*i"\n')[0]
    courses = [task.course for task in (small, masses, given, complex_one)]
    assert [course and course.layout.inputs for course in courses] == [15, 18, 18, 18]
