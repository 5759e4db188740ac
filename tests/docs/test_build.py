"""The documentation can be built, and no link or reference in it is broken."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from tests.docs.blocks import ROOT

import zmodel

pytestmark = pytest.mark.skipif(
    any(find_spec(name) is None for name in ("sphinx", "furo", "myst_parser")), reason="needs the extra `docs`"
)


def test_documentation_is_built(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-b", "html", "-d", str(tmp_path / "trees")]
    environment = {**os.environ, "PYTHONPATH": str(Path(zmodel.__file__).parents[1])}
    done = subprocess.run(
        [*command, str(ROOT / "docs"), str(tmp_path / "html")],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    made = (tmp_path / "html" / "language.html").read_text(encoding="utf-8")
    # Parts of borrowed pages are there: the generated table of codes, and a link turned into one between pages.
    assert "anomaly not cancelled" in made
    assert 'href="conventions.html"' in made
    # Each code leads to its examples, in the colours of the language.
    codes = (tmp_path / "html" / "diagnostics.html").read_text(encoding="utf-8")
    assert 'href="diagnostics.html#z203-term-violates-a-u-1"' in made and 'id="z203-term-violates-a-u-1"' in codes
    assert '<span class="kd">yukawa</span>' in codes
