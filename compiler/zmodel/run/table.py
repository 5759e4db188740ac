"""Trajectories as files: Parquet or JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from zmodel.dataset import as_parquet
from zmodel.run.columns import MU, POINT, coupling_column, real_columns
from zmodel.run.integrator import Status
from zmodel.run.trajectory import Trajectory


def summary(trajectory: Trajectory) -> dict[str, Any]:
    """Where a trajectory ends, as data for other programs; energies in GeV.

    `reached` is the scale where it ends, `pole` the same if that is a pole, else null.
    """
    is_pole = trajectory.status == Status.POLE
    values = {label: np.array([value]) for label, value in trajectory.last.items()}
    return {
        "reached": _number(trajectory.scale),
        "pole": _number(trajectory.scale) if is_pole else None,
        "status": trajectory.status.name.lower(),
        "unstable_at": _number(trajectory.unstable),
        "values": {name: _number(column[0]) for name, column in real_columns(values).items()},
    }


def trajectories_json(header: Mapping[str, Any], trajectories: Mapping[str, Trajectory]) -> str:
    """All trajectories by point, with their couplings at every scale.

    Args:
        header: what is known beside them.
        trajectories: by name of the point.
    """
    runs = [
        {
            "point": point,
            **summary(found),
            "mu": [float(mu) for mu in found.mu],
            "couplings": {name: [_number(v) for v in column] for name, column in real_columns(found.values).items()},
        }
        for point, found in trajectories.items()
    ]
    return json.dumps({**header, "runs": runs}, indent=1) + "\n"


def trajectories_parquet(header: Mapping[str, Any], trajectories: Mapping[str, Trajectory]) -> bytes:
    """The same as Parquet: a row for each scale, columns `point`, `mu` and `coupling_column` of each coupling.

    The metadata of the schema has, under `zmodel`, the header as JSON, with `powers`, which tell what alpha of a
    dimensionless coupling is, and where trajectories end.
    """
    import pyarrow as pa

    points = [point for point, found in trajectories.items() for _ in found.mu]
    columns = {MU: np.concatenate([found.mu for found in trajectories.values()])}
    parts = [(len(found.mu), real_columns(_stored(found.values, trajectories))) for found in trajectories.values()]
    for name in dict.fromkeys(name for _, part in parts for name in part):
        columns[name] = np.concatenate([part.get(name, np.full(count, np.nan)) for count, part in parts])
    table = pa.table({POINT: pa.array(points, pa.string()).dictionary_encode(), **columns})
    ends = {point: summary(found) for point, found in trajectories.items()}
    powers = {label: e.power for found in trajectories.values() for label, e in found.elements.items() if e.is_pure}
    metadata = {"kind": "run", **header, "powers": powers, "ends": ends}
    return bytes(as_parquet(table.replace_schema_metadata({"zmodel": json.dumps(metadata)})))


def _stored(values: Mapping[str, NDArray[Any]], all_of_them: Mapping[str, Trajectory]) -> dict[str, NDArray[Any]]:
    """Columns of a trajectory; numbers that are complex in any of them are so in all."""
    stored = {}
    for label, column in values.items():
        tables = [found.values for found in all_of_them.values() if label in found.values]
        is_complex = any(np.iscomplexobj(table[label]) for table in tables)
        stored[coupling_column(label)] = column.astype(np.complex128) if is_complex else column
    return stored


def _number(value: Any) -> float | None:
    """JSON knows no infinities, and no nan."""
    return float(value) if np.isfinite(value) else None
