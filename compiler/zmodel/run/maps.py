"""Emitted functions of points, such as matching and observables, compiled and called for many points at once."""

from __future__ import annotations

import ctypes
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from zmodel import resources
from zmodel.native import load_library

FLAGS = ("-march=native", "-fno-math-errno", "-fno-trapping-math")


@dataclass(frozen=True)
class MapSource:
    """A function of the emitted C of a model.

    Attributes:
        header: text of NAME.h.
        source: text of NAME.c without its line that includes the header.
        function: its name.
        inputs: names of what it takes, and whether they are complex.
        optional: names that may be left out, for infinity: masses of particles too heavy to be decayed into.
        outputs: names of what it gives.
        complex_outputs: whether each result has an imaginary part.
    """

    header: str
    source: str
    function: str
    inputs: tuple[tuple[str, bool], ...]
    optional: tuple[str, ...]
    outputs: tuple[str, ...]
    complex_outputs: bool


def call(source: MapSource, values: Mapping[str, Any], points: int) -> dict[str, NDArray[Any]]:
    """The results by name, one number for each point.

    Args:
        source: the function.
        values: a number, or one for each point, for every input.
        points: number of them.

    Raises:
        BuildError: if the function cannot be compiled.
    """
    known = {**dict.fromkeys(source.optional, np.inf), **values}
    rows = [part for name, is_complex in source.inputs for part in _parts(known[name], is_complex)]
    given = np.empty((len(rows), points))
    for row, value in zip(given, rows, strict=True):
        row[:] = value
    width = 2 if source.complex_outputs else 1
    found = np.empty((width * len(source.outputs), points))
    _load(source)(points, given.ctypes.data, found.ctypes.data)
    if source.complex_outputs:
        return {name: found[2 * i] + 1j * found[2 * i + 1] for i, name in enumerate(source.outputs)}
    return dict(zip(source.outputs, found, strict=True))


def _parts(value: Any, is_complex: bool) -> tuple[Any, ...]:
    return (np.real(value), np.imag(value)) if is_complex else (np.real(value),)


@lru_cache(maxsize=8)
def _load(source: MapSource) -> Any:
    macros = {
        "MAP_FUNCTION": source.function,
        "MAP_INPUTS": sum(2 if is_complex else 1 for _, is_complex in source.inputs),
        "MAP_OUTPUTS": len(source.outputs) * (2 if source.complex_outputs else 1),
    }
    lines = [f"#define {name} {value}" for name, value in macros.items()]
    text = "\n".join((source.header, source.source, *lines, resources.read_text("templates", "run", "map.c")))
    function = load_library(text, source.function, FLAGS).map_points
    function.argtypes = [ctypes.c_size_t, ctypes.c_void_p, ctypes.c_void_p]
    function.restype = None
    return function
