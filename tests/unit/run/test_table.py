"""Trajectories as files."""

from __future__ import annotations

import io
import json
import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest

from zmodel.model.conventions import CONVENTIONS
from zmodel.run import Status
from zmodel.run.columns import real_columns
from zmodel.run.layout import Element, Slot
from zmodel.run.plots.load import read_trajectories, trajectory_figure
from zmodel.run.table import summary, trajectories_json, trajectories_parquet
from zmodel.run.trajectory import Trajectory

G = Element("g", Slot("g", "gauge", (), False, (), "none", 0), 0)
Y = Element("y", Slot("y", "yukawa", (), True, (), "none", 1), 1)
HEADER = {"model": "m", "title": "a model", "loops": "2-2-2", "rtol": 1e-8}
MU = np.array([10.0, 100.0, 1000.0])
WHOLE = Trajectory(
    {"g": G, "y": Y}, MU, {"g": MU / 7, "y": 1j * MU}, Status.REACHED, 1e3, math.nan, {"g": 1e3 / 7, "y": 1e3j}
)
POLE = Trajectory({"g": G}, MU[:2], {"g": MU[:2]}, Status.POLE, 123.0, 50.0, {"g": math.inf})


def test_a_summary_says_where_it_ends() -> None:
    """LANGUAGE.md: `run --json`."""
    found = summary(WHOLE)
    assert (found["reached"], found["pole"], found["status"], found["unstable_at"]) == (1e3, None, "reached", None)
    assert found["values"] == {"g": 1e3 / 7, "y.re": 0.0, "y.im": 1e3}
    found = summary(POLE)
    assert (found["reached"], found["pole"], found["unstable_at"]) == (123.0, 123.0, 50.0)
    assert found["values"] == {"g": None}  # JSON knows no infinity


def test_json() -> None:
    data = json.loads(trajectories_json(HEADER, {"p": WHOLE, "q": POLE}))
    assert data["model"] == "m" and [run["point"] for run in data["runs"]] == ["p", "q"]
    assert data["runs"][0]["mu"] == MU.tolist() and data["runs"][0]["couplings"]["y.im"] == MU.tolist()


def test_parquet_keeps_every_number_and_says_what_it_is() -> None:
    content = trajectories_parquet(HEADER, {"p": WHOLE, "q": POLE})
    assert content == trajectories_parquet(HEADER, {"p": WHOLE, "q": POLE})
    table = pq.read_table(io.BytesIO(content))
    assert table.column_names == ["point", "mu", "g", "y.re", "y.im"]
    assert table["point"].to_pylist() == ["p"] * 3 + ["q"] * 2
    assert table["g"].to_numpy().tolist() == [*(MU / 7), *MU[:2]]
    assert np.all(np.isnan(table["y.im"].to_numpy()[3:]))
    told = json.loads(table.schema.metadata[b"zmodel"])
    assert (told["kind"], told["title"], told["powers"]) == ("run", "a model", {"g": 1, "y": 1})
    assert told["ends"]["q"]["pole"] == 123.0


def test_couplings_called_as_other_columns_and_real_ones_beside_complex_ones_are_drawn_from_files(
    tmp_path: Path,
) -> None:
    """In a figure from the file curves are the same as in one from memory; what a theory lacks is nan in both parts."""
    elements = {"mu": Element("mu", G.slot, 0), "y": Y}
    first = replace(WHOLE, elements=elements, values={"mu": 2 * MU, "y": MU + 0.0})
    both = {"p": first, "q": replace(WHOLE, elements=elements, values={"mu": 3 * MU, "y": 1j * MU})}
    path = tmp_path / "run.parquet"
    header = {**HEADER, "conventions": [*CONVENTIONS]}
    path.write_bytes(trajectories_parquet(header, both))
    assert pq.read_schema(path).names == ["point", "mu", "coupling(mu)", "y.re", "y.im"]
    found, expected = read_trajectories(path, str), trajectory_figure("a model", both, str)
    assert [panel.title for panel in found.panels] == [panel.title for panel in expected.panels]
    for one, other in zip(found.panels, expected.panels, strict=True):
        assert one.mu.tolist() == other.mu.tolist() == MU.tolist()
        assert [(c.label, c.values.tolist()) for c in one.curves] == [
            (c.label, c.values.tolist()) for c in other.curves
        ]
        assert len(one.curves) == 2
    path.write_bytes(trajectories_parquet(header, {"p": WHOLE, "q": POLE}))
    assert np.all(np.isnan(pq.read_table(path)["y.im"].to_numpy()[3:]))


@pytest.mark.parametrize("values", [np.array([1, 2]), np.array([1.5, np.nan])])
def test_real_columns_stay(values: np.ndarray) -> None:
    [(name, column)] = real_columns({"x": values}).items()
    assert name == "x" and np.array_equal(column, values, equal_nan=True) and column.dtype == np.float64
