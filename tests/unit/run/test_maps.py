"""Emitted functions for many points at once, against the emitted functions for one."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from tests.helpers.emitted import emit
from tests.helpers.models import compile_file

from zmodel.driver import Run
from zmodel.driver.integration import smeft_source
from zmodel.run.maps import call

POINTS = 7


def test_matching_of_many_points(tmp_path: Path) -> None:
    analysis = compile_file("paper_c/malaphoric")
    source = smeft_source(Run(analysis))
    assert source is not None
    random = np.random.default_rng(5)
    values = {
        name: random.uniform(0.1, 1, POINTS) + (1j * random.uniform(0.1, 1, POINTS) if is_complex else 0)
        for name, is_complex in source.inputs
    }
    values["M_X"] = 3000.0  # one number for all points
    found = call(source, values, POINTS)
    module = emit(analysis, tmp_path).python
    for p in range(POINTS):
        wanted = module.smeft({name: np.broadcast_to(value, POINTS)[p] for name, value in values.items()})
        assert {name: found[name][p] for name in wanted} == pytest.approx(wanted, rel=1e-12)
