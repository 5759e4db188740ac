"""Columns of tables on disk: real numbers, two for what is complex."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

POINT, MU = "point", "mu"
"""Columns of trajectories that are no couplings."""

NUMBER, WORD = "double", "string"
"""Types of columns of scans, as manifests call them."""


def coupling_column(label: str) -> str:
    """The column of a coupling of trajectories, whatever it is called."""
    return f"coupling({label})" if label in (POINT, MU) else label


def real_columns(numbers: Mapping[str, NDArray[Any]]) -> dict[str, NDArray[np.float64]]:
    """Each real column, and `NAME.re` and `NAME.im` for each complex one."""
    columns: dict[str, NDArray[np.float64]] = {}
    for name, values in numbers.items():
        if np.iscomplexobj(values):
            columns[f"{name}.re"] = np.ascontiguousarray(values.real)
            columns[f"{name}.im"] = np.ascontiguousarray(values.imag)
        else:
            columns[name] = np.asarray(values, dtype=np.float64)
    return columns
