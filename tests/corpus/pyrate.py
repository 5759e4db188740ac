"""PyR@TE 3 (arXiv:2007.12700) run on a model of the corpus, and its beta functions evaluated at a point.

It is no dependency: a checkout of it is named by ZMODEL_PYRATE=/path/to/pyR@TE.py, and a Python that has what it needs
by ZMODEL_PYRATE_PYTHON.
"""

from __future__ import annotations

import importlib.util
import inspect
import os
import re
import shutil
import subprocess
import sys
import warnings
from collections.abc import Mapping
from itertools import combinations
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from tests.corpus.model_file import Entry, ModelFile
from tests.corpus.points import upper_factor
from tests.helpers.evaluate import Value

SETTINGS = {
    "EndCommands": '"true"',
    "LatexOutput": "False",
    "MathematicaOutput": "False",
    "MathematicaSolver": "False",
    "CheckGaugeInvariance": "False",
}

FASTER = {
    "src/Definitions/Tensors.py": {
        "from sympy import Wild\n": "from sympy import Add, Wild\n\ntraces = {}\n",
        """\
                    value = trace(value)
                    if yukSorting:
                        value = sortYukTrace(value, yukSorting)
""": """\
                    if (value, yukSorting is None) not in traces:
                        found = trace(value)
                        traces[value, yukSorting is None] = sortYukTrace(found, yukSorting) if yukSorting else found
                    value = traces[value, yukSorting is None]
""",
        "            result = 0\n            for val in": "            summands = []\n            for val in",
        """\
                    if result == 0:
                        result = tmp
                    else:
                        result += tmp
""": """\
                    summands.append(tmp)
            result = Add(*summands) if len(summands) > 1 else summands[0] if summands else 0
""",
    },
    "src/Definitions/Trace.py": {
        "coeff*sum([sortYukTrace(t, yukPos, depth=depth+1) for t in tr.args])": (
            "coeff*Add(*[sortYukTrace(t, yukPos, depth=depth+1) for t in tr.args])"
        ),
        "coeff*sum([sortYukTrace(trace(t), yukPos, depth=depth+1) for t in tr.args[0].args])": (
            "coeff*Add(*[sortYukTrace(trace(t), yukPos, depth=depth+1) for t in tr.args[0].args])"
        ),
        "def sortYukTrace(expr, yukPos, depth=0):\n": """\
sortedTraces = {}

def sortYukTrace(expr, yukPos, depth=0):
    number, rest = expr.as_coeff_Mul()
    if rest not in sortedTraces:
        sortedTraces[rest] = sortOneTrace(rest, yukPos, depth)
    return number*sortedTraces[rest]

def sortOneTrace(expr, yukPos, depth=0):
""",
    },
}
"""What makes it faster where many Yukawa couplings meet: sums are made at once, traces sorted once."""


def run_pyrate(file: ModelFile, name: str, folder: Path, seconds: float) -> ModuleType | None:
    """The module of beta functions that PyR@TE writes, or None if it takes longer; what is in the folder is used again.

    Args:
        file: the model file.
        name: of the model.
        folder: for its files.
        seconds: that it may take.

    Raises:
        CalledProcessError: if it fails.
    """
    written = folder / name / "PythonOutput" / "RGEs.py"
    if not written.exists():
        program = Path(os.environ["ZMODEL_PYRATE"])
        copy = folder / "pyrate"
        if not copy.exists():
            _copy(program.parent, copy)
        model = folder / f"{name}.model"
        model.write_text(file.text, encoding="utf-8")
        python = os.environ.get("ZMODEL_PYRATE_PYTHON", sys.executable)
        command = [python, str(copy / program.name), "-m", str(model), "-l", "2", "-res", str(folder)]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=seconds, cwd=copy)
        except subprocess.TimeoutExpired:
            return None
    spec = importlib.util.spec_from_file_location(f"rges_{name}", written)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _copy(program: Path, copy: Path) -> None:
    """A copy with other settings, and with what makes it faster."""
    shutil.copytree(program, copy)
    settings = copy / "default.settings"
    text = settings.read_text(encoding="utf-8")
    for key, value in SETTINGS.items():
        text = re.sub(rf"(?m)^{key} .*", f"{key} : {value}", text)
    settings.write_text(text, encoding="utf-8")
    for name, replaced in FASTER.items():
        text = (copy / name).read_text(encoding="utf-8")
        for old, new in replaced.items():
            assert text.count(old) == 1, f"{name} of another version: {old}"
            text = text.replace(old, new)
        (copy / name).write_text(text, encoding="utf-8")


def pyrate_betas(
    module: ModuleType, file: ModelFile, couplings: Mapping[str, str], values: Mapping[str, Value], loop: int
) -> dict[str, Value]:
    """Beta functions of the couplings of a file, and that of the matrix of the U(1)s under the name `h`.

    Args:
        module: what `run_pyrate` gives.
        file: its model file.
        couplings: of gauge groups by their names.
        values: of all couplings of the file and of the gauge groups, matrices with two axes; `h` of the U(1)s.
        loop: 1 or 2.
    """
    abelian = [name for name, n in file.groups.items() if n == 1]
    h = np.asarray(values["h"]).real
    factor = upper_factor(h) if abelian else h
    substituted = dict(re.findall(r"^    (g_\w+) : (\w+)", file.text, re.M))
    places = {substituted.get(f"g_{name}", f"g_{name}"): (i, i) for i, name in enumerate(abelian)}
    for i, j in combinations(range(len(abelian)), 2):
        places[substituted[f"g_{i + 1}{j + 1}"]] = (i, j)
    numbers = {**values, **{name: float(factor[place]) for name, place in places.items()}}
    turned = [entry.name for entry in file.entries if _is_turned(entry)]
    numbers |= {name: np.asarray(values[name]).T for name in turned}
    point: dict[str, Any] = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PendingDeprecationWarning)
        for name, value in numbers.items():
            array = np.asarray(value)
            if array.size == 0:
                continue  # the matrix of no U(1)s
            point[name] = np.matrix(array) if array.ndim == 2 and array.size > 1 else complex(array.reshape(-1)[0])

        def beta(name: str, shape: tuple[int, ...] = ()) -> Value:
            function = getattr(module, f"beta_{name}", None)
            if function is None:
                return np.zeros(shape, dtype=complex)
            arguments = [point[argument.rstrip("_")] for argument in list(inspect.signature(function).parameters)[1:]]
            found = function(loop, *arguments)
            array = np.asarray(0 if found is None else found, dtype=complex)
            # A matrix that does not run is a plain zero there.
            return array if array.any() else np.zeros(shape, dtype=complex)

        result = {entry.name: beta(entry.name, entry.shape) for entry in file.entries}
        result |= {name: np.asarray(result[name]).T for name in turned}
        result |= {couplings[name]: beta(couplings[name]) for name, n in file.groups.items() if n > 1}
        rate = np.zeros_like(h)
        for name, place in places.items():
            rate[place] = np.real(np.asarray(beta(name))).item()
    result["h"] = rate @ factor.T + factor @ rate.T
    return result


def _is_turned(entry: Entry) -> bool:
    """Whether PyR@TE takes the first of two equal fermions for the column: the sign of an antisymmetric matrix.

    It renames the first one to `df$...` and sorts both by name, as its `handleSymmetricYukawa` and what follows show.
    """
    return bool(entry.blocks) and entry.blocks[0] == entry.blocks[1] and entry.blocks[0].name < "df$"
