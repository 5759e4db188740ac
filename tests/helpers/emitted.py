"""Emitted code, put to use: the Python module imported, the C compiled under sanitizers and run."""

from __future__ import annotations

import importlib.util
import json
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from zmodel.derive.beta.loops import LoopOrders
from zmodel.driver import Analysis, Run, compile_model

STRICT = ["-std=c99", "-Wall", "-Wextra", "-Werror", "-pedantic"]
CHECKS = "address,undefined,float-divide-by-zero,float-cast-overflow"
SANITIZERS = ["-O0", "-g", f"-fsanitize={CHECKS}", "-fno-sanitize-recover=all"]

# Reads a command, a number of points and a state per point; prints what the emitted function gives.
HARNESS = """
#include <stdio.h>
#include <stdlib.h>
#include "{model}.h"

int main(int argc, char **argv)
{{
    size_t points, loops, n_in, n_out, i;
    double *x, *dx;
    int failed = 0;
    if (argc != 2 || scanf("%zu %zu %zu %zu", &points, &loops, &n_in, &n_out) != 4)
        return 2;
    x = malloc(n_in * sizeof *x);
    dx = malloc(n_out * sizeof *dx);
    if (!x || !dx)
        return 2;
    for (i = 0; i < n_in; ++i)
        if (scanf("%lf", &x[i]) != 1)
            return 2;
    if (argv[1][0] == 'b')
        failed = {prefix}_beta_batch(points, x, (int)loops, dx);
    if (argv[1][0] == 'j')
        failed = {prefix}_jacobian(x, (int)loops, dx);
{smeft}
{stable}
    for (i = 0; i < n_out && !failed; ++i)
        printf("%.17g\\n", dx[i]);
    free(x);
    free(dx);
    return failed;
}}
"""

STABLE = """
    if (argv[1][0] == 't' && points == 1)
        dx[0] = {prefix}_stable(x);
    if (argv[1][0] == 't' && points > 1) {{
        int *stable = malloc(points * sizeof *stable);
        if (!stable)
            return 2;
        {prefix}_stable_batch(points, x, stable);
        for (i = 0; i < points; ++i)
            dx[i] = stable[i];
        free(stable);
    }}
"""


@dataclass(frozen=True)
class Emitted:
    """A model's emitted code in a folder."""

    name: str
    folder: Path
    files: Mapping[str, str]
    python: ModuleType


def emit(analysis: Analysis, folder: Path, loops: str = "1") -> Emitted:
    """Compiles a model into a folder and imports the Python module."""
    run = Run(analysis, LoopOrders.parse(loops))
    files = compile_model(run, ("python", "c", "latex", "json"))
    assert files is not None, run.diagnostics
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    name = analysis.model.name
    return Emitted(name, folder, files, import_module(folder / f"{name}.py"))


def import_module(path: Path) -> ModuleType:
    """Imports a file as a module."""
    spec = importlib.util.spec_from_file_location(f"emitted_{path.stem}", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def build_c(emitted: Emitted, prefix: str | None = None) -> Callable[..., list[float]]:
    """Builds the emitted C with strict warnings and sanitizers; the result runs its functions on states."""
    smeft = f'    if (argv[1][0] == "s"[0])\n        {prefix or emitted.name}_smeft(x, dx);'
    has_smeft = "_smeft(" in emitted.files[f"{emitted.name}.h"]
    has_stable = "_stable(" in emitted.files[f"{emitted.name}.h"]
    harness = HARNESS.format(
        model=emitted.name,
        prefix=prefix or emitted.name,
        smeft=smeft if has_smeft else "",
        stable=STABLE.format(prefix=prefix or emitted.name) if has_stable else "",
    )
    (emitted.folder / "harness.c").write_text(harness, encoding="utf-8")
    program = emitted.folder / "harness"
    sources = ["harness.c", f"{emitted.name}.c"]
    command = ["gcc", *STRICT, *SANITIZERS, *sources, "-o", str(program), "-lm"]
    subprocess.run(command, cwd=emitted.folder, check=True, capture_output=True, text=True)

    def run(function: str, points: int, loops: int, numbers: Sequence[float], outputs: int) -> list[float]:
        text = f"{points} {loops} {len(numbers)} {outputs}\n" + "\n".join(float(x).hex() for x in numbers)
        done = subprocess.run([str(program), function], input=text, capture_output=True, text=True, check=True)
        return [float(line) for line in done.stdout.split()]

    return run


def manifest(emitted: Emitted) -> dict[str, Any]:
    """The emitted JSON."""
    data: dict[str, Any] = json.loads(emitted.files[f"{emitted.name}.json"])
    return data


def layout(emitted: Emitted) -> list[dict[str, Any]]:
    """The manifest's list of couplings and parameters."""
    items: list[dict[str, Any]] = manifest(emitted)["couplings"]
    return items


def flatten(module: ModuleType, values: Mapping[str, object], layout: Sequence[Mapping[str, object]]) -> list[float]:
    """A state as the emitted C takes it, from the manifest's list of couplings."""
    numbers: list[float] = []
    for item in layout:
        for element in np.asarray(values[str(item["name"])]).ravel():
            numbers.append(float(np.real(element)))
            if item["complex"]:
                numbers.append(float(np.imag(element)))
    return numbers


def random_values(layout: Sequence[Mapping[str, object]], seed: int) -> dict[str, object]:
    """A random value for every quantity of a manifest, within its texture."""
    rng = np.random.default_rng(seed)
    values: dict[str, object] = {}
    for item in layout:
        shape = tuple(item["shape"])  # type: ignore[arg-type]
        value = rng.uniform(-0.9, 0.9, shape)
        if item["complex"]:
            value = value + 1j * rng.uniform(-0.9, 0.9, shape)
        if shape:
            mask = np.zeros(shape)
            for entry in item["texture"]:  # type: ignore[attr-defined]
                mask[tuple(entry)] = 1
            value = value * mask
            if item["symmetry"] != "none":
                value = value + value.T if item["symmetry"] == "symmetric" else value - value.T
        values[str(item["name"])] = value if shape else value[()] if isinstance(value, np.ndarray) else value
    return values
