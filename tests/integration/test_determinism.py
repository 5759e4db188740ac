"""The same bytes in every environment: hash seeds, locales, time zones, folders, and other Pythons.

    ZMODEL_SEEDS=20 pytest tests/integration/test_determinism.py
    ZMODEL_EVERYTHING=1 ZMODEL_PYTHONS=/path/to/python3.13:/path/to/another pytest tests/integration/test_determinism.py

run more seeds; more models and commands, and other Pythons that have what zmodel needs. Without these variables a few
runs of one small model are compared.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.helpers.models import MODEL_FILES

import zmodel

PROGRAM = Path(__file__).parent.parent / "helpers" / "all_output.py"
SEEDS = int(os.environ.get("ZMODEL_SEEDS", "3"))
PYTHONS = [path for path in os.environ.get("ZMODEL_PYTHONS", "").split(os.pathsep) if path]
EVERYTHING = "ZMODEL_EVERYTHING" in os.environ
CHECKOUT = Path(zmodel.__file__).parent.parent

PLAIN = {"LC_ALL": "C.UTF-8", "TZ": "UTC"}
ENVIRONMENTS = [
    # Not even text is UTF-8 here unless the program says so.
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "TZ": "Pacific/Apia"},
    # Where there is this locale the lower case of I has no dot, and numbers have commas.
    {"LC_ALL": "tr_TR.ISO-8859-9", "LANGUAGE": "tr", "TZ": "Asia/Kathmandu"},
]
NUMERIC = ("figure.svg", "scanned")
"""What other packages write: their versions stand in there."""


def written(folder: Path, environment: Mapping[str, str], python: str | None = None) -> dict[str, bytes]:
    """What zmodel writes in an environment, by file. It derives everything anew: its cache is its own."""
    folder.mkdir(parents=True)
    inherited = {key: os.environ[key] for key in ("PATH", "CC", "LD_LIBRARY_PATH") if key in os.environ}
    own = {"HOME": str(folder), "XDG_CACHE_HOME": str(folder / "cache"), "OPENBLAS_NUM_THREADS": "1"}
    if python is None:
        own["PYTHONPATH"] = os.pathsep.join(sys.path)
    elif CHECKOUT.name == "compiler":
        own["PYTHONPATH"] = str(CHECKOUT)  # else it has the wheel
    command = [python or sys.executable, str(PROGRAM), "output", str(MODEL_FILES), *["all"] * EVERYTHING]
    done = subprocess.run(
        command, cwd=folder, env=inherited | own | dict(environment), capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    output = folder / "output"
    files = (path for path in sorted(output.rglob("*")) if path.is_file())
    return {str(path.relative_to(output)): path.read_bytes() for path in files}


def assert_same(got: Mapping[str, bytes], expected: Mapping[str, bytes]) -> None:
    assert set(got) == set(expected)
    assert [name for name, data in expected.items() if got[name] != data] == []


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What is written where nothing is special."""
    return written(tmp_path_factory.mktemp("plain") / "here", PLAIN | {"PYTHONHASHSEED": "0"})


def test_output_is_that_of_working_commands(plain: Mapping[str, bytes]) -> None:
    """Else all would agree on an error message."""
    failed = [name for name, data in plain.items() if name.endswith(".txt") and not data.startswith(b"0\n")]
    assert failed == ["check.txt", "check_json.txt", "fmt.txt"]
    assert {"compiled/r2/r2.c", "compiled/r2/r2.py", "compiled/r2/r2.tex", "masses/r2/r2_masses.py"} <= set(plain)
    assert "ψ".encode() in plain["check.txt"] and all(str(Path.home()).encode() not in data for data in plain.values())


@pytest.mark.parametrize("seed", range(1, SEEDS))
def test_bytes_do_not_depend_on_the_environment(seed: int, plain: Mapping[str, bytes], tmp_path: Path) -> None:
    environment = ENVIRONMENTS[seed % len(ENVIRONMENTS)] | {"PYTHONHASHSEED": str(seed)}
    assert_same(written(tmp_path / "a folder with blanks" / "İ" / "deep", environment), plain)


@pytest.mark.parametrize("python", PYTHONS)
def test_bytes_do_not_depend_on_the_python(python: str, plain: Mapping[str, bytes], tmp_path: Path) -> None:
    found = written(tmp_path / "there", PLAIN | {"PYTHONHASHSEED": "99"}, python)

    def without_numeric(files: Mapping[str, bytes]) -> dict[str, bytes]:
        return {name: data for name, data in files.items() if not name.startswith(NUMERIC)}

    assert_same(without_numeric(found), without_numeric(plain))
