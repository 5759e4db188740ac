"""The emitted C as users build it: the same bits for any batch, nothing hidden, nothing for checkers to find.

Sanitizers run in the tests of `unit/emit`; here stands the optimised library that the emitted Makefile builds.
"""

from __future__ import annotations

import ctypes
import json
import math
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from tests.helpers.emitted import flatten, import_module, random_values

GENERATED = Path(__file__).parent.parent.parent / "generated"
CHECKED = ("accidental", "bm2", "malaphoric")
"""For BM3, with two loops, the analyser of clang takes ten times as long."""
BUILT = ("bm2", "malaphoric")
"""Pure arithmetic, whose points gcc packs into vectors, and calls with matrices."""

CLANG_CHECKS = ",".join(
    (
        "-*,clang-analyzer-*,bugprone-*,performance-*,portability-*",
        # Numbers of places, some hundreds at most, are written as products of int.
        "-bugprone-implicit-widening-of-multiplication-result",
        "-bugprone-easily-swappable-parameters",
    )
)
Array = NDArray[np.float64]
GUARD = 7.5


@dataclass(frozen=True)
class Library:
    """A model's shared library, and the numbers that its header defines."""

    name: str
    loaded: ctypes.CDLL
    numbers: dict[str, int]

    def number(self, name: str) -> int:
        return self.numbers[f"{self.name.upper()}_{name}"]

    def beta(self, states: Array, shift: int = 0) -> Array:
        """Beta functions of states (place, point), in arrays that begin `shift` doubles behind a line of the cache."""
        points = states.shape[1]
        x, dx = aligned(states.size, shift), aligned(self.number("SIZE") * points, shift)
        inner = x[shift : shift + states.size]
        inner[:] = states.ravel()
        function = getattr(self.loaded, f"{self.name}_beta_batch")
        function.argtypes = [ctypes.c_size_t, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p]
        begin = dx.ctypes.data + 8 * shift
        assert function(points, inner.ctypes.data, self.number("LOOPS"), begin) == 0
        result = dx[shift : shift + self.number("SIZE") * points]
        assert np.all(dx[:shift] == GUARD) and np.all(dx[shift + result.size :] == GUARD)
        return result.reshape(-1, points)

    def single(self, function: str, inputs: Array, outputs: int) -> Array:
        """A function of one point without loop orders."""
        result = np.zeros(outputs)
        found = getattr(self.loaded, f"{self.name}_{function}")
        found.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
        found(inputs.ctypes.data, result.ctypes.data)
        return result


def aligned(size: int, shift: int) -> Array:
    """Doubles from a multiple of 64 bytes on, with room for a shift and a guard behind."""
    raw = np.full(size + shift + 16, GUARD)
    skip = -(raw.ctypes.data // 8) % 8
    return raw[skip : skip + size + shift + 4]


@pytest.fixture(scope="module", params=BUILT)
def library(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Built by the emitted Makefile."""
    name = request.param
    folder = tmp_path_factory.mktemp("built") / name
    shutil.copytree(GENERATED / name, folder)
    subprocess.run(["make", f"lib{name}.so"], cwd=folder, check=True, capture_output=True, text=True)
    header = (folder / f"{name}.h").read_text(encoding="utf-8")
    numbers = {key: int(value) for key, value in re.findall(r"#define (\w+) +(\d+)", header)}
    yield Library(name, ctypes.CDLL(str(folder / f"lib{name}.so")), numbers)


def load(name: str) -> ModuleType:
    """The module that belongs to a library."""
    return import_module(GENERATED / name / f"{name}.py")


def manifest(name: str) -> dict[str, Any]:
    """The manifest that belongs to a library."""
    data: dict[str, Any] = json.loads((GENERATED / name / f"{name}.json").read_text(encoding="utf-8"))
    return data


def bits(values: Array) -> NDArray[np.int64]:
    return np.ascontiguousarray(values).view(np.int64)


def test_bits_do_not_depend_on_the_batch(library: Library) -> None:
    """Batches of 1, 7, 8 and 1000, which begin at each of the eight places of a line of the cache."""
    states = np.random.default_rng(1).uniform(0.1, 0.9, (library.number("INPUTS"), 1000))
    whole = library.beta(states)
    assert np.all(np.isfinite(whole))
    for size in (1, 7, 8, 1000):
        points = max(size, 56)
        for shift in range(8):
            batches = [library.beta(states[:, i : i + size], shift) for i in range(0, points, size)]
            assert np.array_equal(bits(np.hstack(batches)), bits(whole[:, :points])), (size, shift)


def depends(first: Array, second: Array) -> NDArray[np.bool_]:
    return (first != second) & ~(np.isnan(first) & np.isnan(second))


def test_beta_functions_hide_no_nan_and_no_infinity(library: Library) -> None:
    """What depends on a NaN is NaN; of an infinity there is something that is not finite; neighbours see neither."""
    places = library.number("INPUTS")
    states = np.random.default_rng(2).uniform(0.1, 0.9, (places, 9))
    clean = library.beta(states)
    for place in range(places):
        moved = states.copy()
        moved[place] += 0.25
        changes = depends(library.beta(moved)[:, 4], clean[:, 4])
        for bad in (np.nan, np.inf, -np.inf):
            states_ = states.copy()
            states_[place, 4] = bad
            found = library.beta(states_)
            assert np.array_equal(bits(np.delete(found, 4, 1)), bits(np.delete(clean, 4, 1)))
            seen = ~np.isfinite(found[changes, 4])
            assert np.all(np.isnan(found[changes, 4])) if np.isnan(bad) else np.any(seen) or not np.any(changes)


@pytest.mark.parametrize(("function", "parts"), [("smeft", 2), ("observables", 1)])
def test_other_functions_hide_no_nan(library: Library, function: str, parts: int) -> None:
    if f"{library.name.upper()}_{function.upper()}_SIZE" not in library.numbers:
        pytest.skip(f"{library.name} has no {function}")
    inputs = library.number(f"{function.upper()}_INPUTS")
    outputs = parts * library.number(f"{function.upper()}_SIZE")
    # Masses and vacuum values of thousands, couplings below one: what is which does not matter here.
    rng = np.random.default_rng(3)
    for scale in (1.0, 3000.0):
        values = rng.uniform(0.2, 0.4, inputs) * scale
        clean = library.single(function, values, outputs)
        for place in range(inputs):
            moved, bad = values.copy(), values.copy()
            moved[place] *= 1.01
            bad[place] = np.nan
            changes = depends(library.single(function, moved, outputs), clean)
            assert np.all(np.isnan(library.single(function, bad, outputs)[changes])), place


EXTREME = (0.0, 1e-300, 1e300, math.inf, math.nan)


@pytest.mark.parametrize(("function", "parts"), [("smeft", 2), ("observables", 1)])
@pytest.mark.parametrize("extreme", EXTREME)
def test_other_functions_are_infinite_where_those_in_python_are(
    library: Library, function: str, parts: int, extreme: float
) -> None:
    """Python has neither exceptions nor warnings where C divides by zero or numbers become too large."""
    module, known = load(library.name), manifest(library.name)[function]
    if not known:
        pytest.skip(f"{library.name} has no {function}")
    inputs = known["inputs"]
    names = [item["name"] if function == "smeft" else item for item in inputs]
    assert len(names) == library.number(f"{function.upper()}_INPUTS"), "no input is complex"
    rng = np.random.default_rng(4)
    usual = dict(zip(names, map(float, rng.uniform(0.2, 0.4, len(names))), strict=True))
    for name in names:
        values = {**usual, name: extreme}
        python = getattr(module, function)(values)
        numbers = library.single(function, np.array(list(values.values())), parts * len(python))
        finite = np.isfinite(numbers.reshape(-1, parts)).all(axis=1)
        assert finite.tolist() == [bool(np.isfinite(value)) for value in python.values()], name


@pytest.mark.parametrize("extreme", EXTREME)
def test_beta_functions_are_infinite_where_those_in_python_are(library: Library, extreme: float) -> None:
    """Of complex couplings both parts count, since products in Python mix them more than in C."""
    module = load(library.name)
    layout = [item for item in manifest(library.name)["couplings"] if item["name"] in module.COUPLINGS]
    values = random_values(layout, 5)
    assert not module.PARAMETERS
    ends = np.cumsum([np.size(values[item["name"]]) * (1 + item["complex"]) for item in layout])[:-1]
    for name in (item["name"] for item in layout if not item["shape"]):
        bad = {**values, name: extreme}
        python = [np.isfinite(value).all() for value in module.beta(bad).values()]
        c = library.beta(np.array(flatten(module, bad, layout))[:, np.newaxis])[:, 0]
        assert python == [np.isfinite(part).all() for part in np.split(c, ends)], name


def test_a_nan_is_not_stable(library: Library) -> None:
    stable = getattr(library.loaded, f"{library.name}_stable")
    stable.argtypes = [ctypes.c_void_p]
    states = np.full(library.number("INPUTS"), 0.1)
    assert stable(states.ctypes.data) == 1
    states[:] = np.nan
    assert stable(states.ctypes.data) == 0


@pytest.mark.parametrize("model", CHECKED)
def test_static_checkers_find_nothing(model: str) -> None:
    commands = {
        "cppcheck": ["--std=c99", "--enable=warning,performance,portability", "--error-exitcode=1", "-q", f"{model}.c"],
        "clang-tidy": ["--quiet", f"-checks={CLANG_CHECKS}", "--warnings-as-errors=*", f"{model}.c", "--", "-std=c99"],
    }
    present = {program: arguments for program, arguments in commands.items() if shutil.which(program)}
    if not present:
        pytest.skip("needs cppcheck or clang-tidy")
    for program, arguments in present.items():
        done = subprocess.run([program, *arguments], cwd=GENERATED / model, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
