r"""Writes `tests/data/corpus_reference.json`: beta functions of the corpus at one random point each, by other programs.

Run from the top of the checkout as

    ZMODEL_PYRATE=/path/to/pyR@TE.py ZMODEL_PYRATE_PYTHON=/path/to/python \
        python -m tests.corpus.freeze FOLDER SECONDS [NUMBER ...]

for all models or those of these numbers. PyR@TE 3 gets each model through the target `pyrate`, with whole matrices and
numbers for parameters of charges, in FOLDER, where its output is used again the next time; a model on which it is
longer than SECONDS, or no PyR@TE, leaves the numbers of `tests/oracles/general_rge.py`, which reads the same file. Both
are compared wherever there are both.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from tests.corpus.component_theory import component_theory
from tests.corpus.generate import NUMBERS, file_name
from tests.corpus.model_file import ModelFile, block_values, from_blocks, write_model_file
from tests.corpus.plain import kept_entries, plain_text, whole_matrices
from tests.corpus.points import abelian_names, coupling_matrix, derivative_of_couplings, random_point
from tests.corpus.pyrate import pyrate_betas, run_pyrate
from tests.helpers.evaluate import Value
from tests.helpers.models import compile_text
from tests.oracles.freeze import as_text
from tests.oracles.general_rge import one_loop, two_loop

from zmodel.driver import Analysis

REFERENCE = Path(__file__).parent.parent / "data" / "corpus_reference.json"
PYRATE = "PyR@TE 3"
ORACLE = "tests/oracles/general_rge.py"
SIGNS = {"none": 0, "symmetric": 1, "antisymmetric": -1}

ABOUT = {
    "values": "a random point of each model of tests/corpus; complex numbers are [re, im], matrices lists of rows",
    "beta": 'beta["n"] multiplies 1/(16 pi^2)^n in dx/dln(mu); conventions are those of docs/conventions.md',
    "program": "PyR@TE 3 (2007.12700, commit 04b219c) on the file that the target `pyrate` writes, its triangular "
    "kinetic mixing converted to the form of the model. The numbers of tests/oracles/general_rge.py on the same "
    "file agree to a relative 1e-11, but for couplings in `differs`. PyR@TE ran as it is, but 19, 28, 36 and 43 as "
    "tests/corpus/pyrate.py makes it faster",
    "differs": "couplings whose numbers are those of tests/oracles/general_rge.py, since PyR@TE has others. At two "
    "loops, in Tr(T T y_c y_d^+) times scalar generators (q2_19 of its quartics, h2_16 and h2_17 of cubic "
    "couplings) the T stand on the side of y where those of the conjugate representation belong. With the T "
    "on the other side PyR@TE gave the oracle's numbers for all these models. At both loop orders, of "
    "bar(R) S L and bar(L) S R with a complex S (Y9 and Y10 of models 25 and 36, Y7 and Y8 of 28 and 43, Y2 and "
    "Y3 of 19) each has the sum of its own and of the other's conjugate, and in that sum agrees; with Y9 written "
    "as its conjugate PyR@TE gave the oracle's numbers",
}


def couplings_of(analysis: Analysis) -> dict[str, str]:
    """Couplings of the gauge groups by their names."""
    return {group.name: group.coupling or "" for group in analysis.model.gauge_groups}


def point_of_file(analysis: Analysis, file: ModelFile, values: Mapping[str, Value]) -> dict[str, Value]:
    """Couplings as the model file for PyR@TE has them, with the matrix `h` of the U(1)s."""
    gauge = {name: values[name] for name in couplings_of(analysis).values()}
    return {**block_values(file, values), **gauge, "h": coupling_matrix(analysis.model, values)}


def ours(
    analysis: Analysis, file: ModelFile, values: Mapping[str, Value], blocks: Mapping[str, Value]
) -> dict[str, Value]:
    """Beta functions of our couplings from those of the file."""
    result = from_blocks(file, analysis, blocks)
    for name, coupling in analysis.couplings.couplings.items():
        if coupling.shape and coupling.symmetry != "none":
            # PyR@TE does not know that N N has a symmetric matrix: what counts is that part.
            matrix = np.asarray(result[name])
            result[name] = (matrix + SIGNS[coupling.symmetry] * matrix.T) / 2
        elif coupling.kind == "potential" and coupling.is_real:
            result[name] = float(np.real(result[name]))
    gauge = couplings_of(analysis)
    result |= {gauge[name]: float(np.real(blocks[gauge[name]])) for name, n in file.groups.items() if n > 1}
    if abelian_names(analysis.model):
        h, rate = coupling_matrix(analysis.model, values), np.real(blocks["h"])
        weak, weak_rate = (float(np.real(source.get("g2", 0))) for source in (values, result))
        result |= derivative_of_couplings(analysis.model, h, rate, weak, weak_rate)
    return result


def by_oracle(analysis: Analysis, file: ModelFile, values: Mapping[str, Value]) -> dict[int, dict[str, Value]]:
    """Beta functions of both loop orders by the component formulas of Machacek and Vaughn."""
    signs = {name: SIGNS[coupling.symmetry] for name, coupling in analysis.couplings.couplings.items()}
    theory = component_theory(file, couplings_of(analysis), signs)
    point = point_of_file(analysis, file, values)
    computed = {1: one_loop, 2: two_loop}
    return {loop: ours(analysis, file, values, theory.all_betas(point, f)) for loop, f in computed.items()}


def by_pyrate(
    analysis: Analysis, file: ModelFile, values: Mapping[str, Value], folder: Path, seconds: float
) -> dict[int, dict[str, Value]] | None:
    """The same by PyR@TE, or None without it or if it takes too long."""
    if "ZMODEL_PYRATE" not in os.environ:
        return None
    module = run_pyrate(file, analysis.model.name, folder, seconds)
    if module is None:
        return None
    point = point_of_file(analysis, file, values)
    gauge = couplings_of(analysis)
    return {loop: ours(analysis, file, values, pyrate_betas(module, file, gauge, point, loop)) for loop in (1, 2)}


def different(first: Mapping[str, Value], second: Mapping[str, Value]) -> list[str]:
    """Couplings whose beta functions do not agree."""
    assert set(first) == set(second)
    return [name for name in first if _distance(first[name], second[name]) > 1e-11]


def _distance(first: Value, second: Value) -> float:
    size = max(1e-3, float(np.abs(second).max()))
    return float(np.abs(np.asarray(first) - np.asarray(second)).max()) / size


def entry(number: int, folder: Path, seconds: float) -> dict[str, Any]:
    """One model of the file."""
    name = file_name(number).removesuffix(".zmodel")
    text = (Path(__file__).parent / file_name(number)).read_text(encoding="utf-8")
    first, analysis = compile_text(text), compile_text(plain_text(text))
    values = random_point(first, name)
    point = whole_matrices(first, values)
    file = write_model_file(analysis)
    oracle = by_oracle(analysis, file, point)
    pyrate = by_pyrate(analysis, file, point, folder, seconds)
    differs = sorted({c for loop in (1, 2) for c in different(pyrate[loop], oracle[loop])}) if pyrate else []
    chosen = {loop: {**(pyrate or oracle)[loop], **{c: oracle[loop][c] for c in differs}} for loop in (1, 2)}
    chosen = {loop: kept_entries(first, betas) for loop, betas in chosen.items()}
    result: dict[str, Any] = {"program": PYRATE if pyrate else ORACLE}
    if differs:
        result["differs"] = differs
    result["values"] = {key: plain(value) for key, value in values.items()}
    result["beta"] = {str(loop): {key: plain(value) for key, value in chosen[loop].items()} for loop in (1, 2)}
    return result


def plain(value: Value) -> Any:
    """A number or matrix as JSON data to 15 digits."""
    array = np.asarray(value)
    if array.ndim:
        return [plain(item) for item in array]
    number = complex(array)
    real, imaginary = (float(f"{part:.15g}") + 0.0 for part in (number.real, number.imag))
    return [real, imaginary] if np.iscomplexobj(array) else real


def value_of(data: Any) -> Value:
    """The inverse of `plain` for a coupling of any shape: its innermost lists are complex numbers."""
    if isinstance(data, float | int):
        return float(data)
    array = np.asarray(data, dtype=float)
    value = array[..., 0] + 1j * array[..., 1]
    return value if value.ndim else complex(value)


def main() -> None:
    """Writes the file."""
    folder, seconds = Path(sys.argv[1]).resolve(), float(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    models: dict[str, Any] = {}
    if REFERENCE.exists():
        models = json.loads(REFERENCE.read_text(encoding="utf-8"))["models"]
    for number in [int(word) for word in sys.argv[3:]] or NUMBERS:
        models[file_name(number).removesuffix(".zmodel")] = entry(number, folder, seconds)
        text = as_text({"about": ABOUT, "models": dict(sorted(models.items()))})
        REFERENCE.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
