"""`zmodel plot`, and `zmodel run --plot`."""

from __future__ import annotations

import sys
from pathlib import Path
from xml.dom import minidom

import pytest
from tests.helpers.command import Command

from zmodel.resources import library_path

BM3 = str(library_path().parent / "paper_a" / "bm3.zmodel")
SCAN = """model = "{model}"
point = "fig9"
to = "1e6"
rtol = 1e-6
[vary]
"alpha(y)" = {{ log10 = [-2, 0.5], steps = 8 }}
"alpha(delta_t)" = {{ log10 = [-4, -1], steps = 6 }}
[classes]
pole = "pole"
"V+" = "u > 0"
"""


@pytest.fixture
def dataset(zmodel: Command, tmp_path: Path) -> str:
    (tmp_path / "bm3.zmodel").write_bytes(Path(BM3).read_bytes())
    (tmp_path / "scan.toml").write_text(SCAN.format(model="bm3.zmodel"), encoding="utf-8")
    outcome = zmodel("scan", str(tmp_path / "bm3.zmodel"), str(tmp_path / "scan.toml"), "-o", str(tmp_path / "data"))
    assert outcome.status == 0, outcome.err
    return str(tmp_path / "data")


def test_a_scan(zmodel: Command, dataset: str, tmp_path: Path) -> None:
    figure = tmp_path / "figure.svg"
    outcome = zmodel("plot", dataset, "-o", str(figure), "--title", "A title", "--contours", "u")
    assert outcome.status == 0 and "drew" in outcome.out
    text = figure.read_text(encoding="utf-8")
    for part in ("A title", r"$\alpha_{y}$", r"$\alpha_{\delta_{t}}$", "$V^{+}$"):
        assert f"<!-- {part}" in text
    outcome = zmodel("plot", dataset, "-o", str(figure), "--x", "alpha(y)", "--y", "u")
    assert outcome.status == 1 and "Z434" in outcome.err and "`u` does not vary" in outcome.err
    assert figure.read_text(encoding="utf-8") == text


def test_titles_with_control_characters(zmodel: Command, dataset: str, tmp_path: Path) -> None:
    """They would make no XML of an SVG; a byte of the command line that is no text comes as a lone surrogate."""
    figure = tmp_path / "figure.svg"
    outcome = zmodel("plot", dataset, "-o", str(figure), "--title", "a\x1b[31m\x00\n b--\udcff\u202e<$c")
    assert outcome.status == 0, outcome.err
    minidom.parse(str(figure))
    assert "<!-- a[31m b" in figure.read_text(encoding="utf-8")


def test_a_run_and_its_file(zmodel: Command, tmp_path: Path) -> None:
    """The same figure, drawn at once and from the table."""
    table, first, second = (str(tmp_path / name) for name in ("run.parquet", "first.pdf", "second.pdf"))
    outcome = zmodel("run", BM3, "--point", "fig9", "--to", "1e8", "-o", table, "--plot", first)
    assert outcome.status == 0, outcome.err
    assert zmodel("plot", table, "-o", second).status == 0
    assert Path(first).read_bytes() == Path(second).read_bytes()
    assert zmodel("plot", table, "-o", second, "--contours", "y").status == 2


@pytest.mark.parametrize("arguments", [("-o", "figure.jpg"), ("-o", "figure.pdf", "--x", "alpha(y)"), ()])
def test_usage(zmodel: Command, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    assert zmodel("plot", str(tmp_path), *arguments).status == 2
    assert zmodel("run", BM3, "--point", "fig9", "--to", "1e8", "--plot", "figure.jpg").status == 2


def test_what_cannot_be_drawn(zmodel: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    figure = str(tmp_path / "figure.pdf")
    for result, why in (
        (BM3, "no table of trajectories"),
        (str(tmp_path), "no manifest.json"),
        (str(tmp_path / "nothing"), "does not exist"),
        (str(tmp_path / ("n" * 300)), "File name too long"),
    ):
        outcome = zmodel("plot", result, "-o", figure)
        assert outcome.status == 1 and f"error[Z434]: cannot draw {result}" in outcome.err.replace("\n", "")
        assert why in outcome.err
    outcome = zmodel("run", BM3, "--point", "fig9", "--to", "1e8", "--plot", str(tmp_path / "no" / "figure.pdf"))
    assert outcome.status == 1 and "error[Z005]" in outcome.err
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    outcome = zmodel("run", BM3, "--point", "fig9", "--to", "1e8", "--plot", figure)
    assert outcome.status == 1 and "pip install zmodel[plot]" in outcome.err
    assert not (tmp_path / "figure.pdf").exists()
