"""No command overwrites what it reads, nor puts a foreign file into a dataset."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.helpers.command import Command

MODEL = """model small
gauge X = U(1) coupling gX
fermion L[2] left (X: [?, ?])
require anomaly_free
search X in -2..2
"""
PYRATE = """Author: me
Name: small
Groups: {X: U1}
Fermions: {L: {Gen: 1, Qnb: {X: 0}}}
"""
SQL = "SELECT * FROM solutions"


@pytest.fixture
def model(tmp_path: Path) -> Path:
    path = tmp_path / "small.zmodel"
    path.write_text(MODEL, encoding="utf-8")
    return path


@pytest.fixture
def dataset(zmodel: Command, model: Path) -> Path:
    folder = model.parent / "data"
    assert zmodel("atlas", str(model), "-o", str(folder)).status == 0
    return folder


def test_models_stay(zmodel: Command, model: Path) -> None:
    used = model.parent / "used.zmodel"
    model.rename(used)
    model.write_text('model small\nuse "used.zmodel"\n', encoding="utf-8")
    link, page = model.parent / "link.zmodel", model.parent / "page.html"
    link.symlink_to(model)
    page.write_text(MODEL, encoding="utf-8")
    for command, output in (
        (("solve", str(model), "--solution", "1"), model),
        (("solve", str(model), "--solution", "1"), link),
        (("solve", str(link), "--solution", "1"), model),
        (("solve", str(model), "--solution", "1"), used),
        (("report", str(page)), page),
    ):
        before = output.read_bytes()
        outcome = zmodel(*command, "-o", str(output))
        assert outcome.status == 1 and f"[Z005]: cannot write {output}: this command reads" in outcome.err
        assert output.read_bytes() == before


def test_imported_files_stay(zmodel: Command, tmp_path: Path) -> None:
    source = tmp_path / "small.model"
    source.write_text(PYRATE, encoding="utf-8")
    assert "Z005" in zmodel("import", str(source), "-o", str(source), "--json").out
    assert source.read_text(encoding="utf-8") == PYRATE


@pytest.mark.parametrize(
    "command",
    [
        lambda model, data: ("atlas", "query", data, SQL, "-o", f"{data}/part-00000.parquet"),
        lambda model, data: ("atlas", "query", data, SQL, "-o", f"{data}/x.parquet"),
        lambda model, data: ("plot", data, "-o", f"{data}/x.svg"),
        lambda model, data: ("report", model, "-o", f"{data}/x.html"),
        lambda model, data: ("solve", model, "--solution", "1", "-o", f"{data}/x.zmodel"),
        lambda model, data: ("run", model, "--point", "p", "--to", "1e3", "-o", f"{data}/x.json"),
        lambda model, data: ("run", model, "--point", "p", "--to", "1e3", "--plot", f"{data}/x.pdf"),
        lambda model, data: ("observables", model, "--point", "p", "--wcxf", f"{data}/x.json"),
        lambda model, data: ("atlas", model, "-o", f"{data}/x"),
        lambda model, data: ("scan", model, model, "-o", f"{data}/x"),
        lambda model, data: ("compile", model.replace("small", "known"), "-o", data),
    ],
)
def test_datasets_stay(
    zmodel: Command, model: Path, dataset: Path, command: Callable[[str, str], tuple[str, ...]]
) -> None:
    known = MODEL.replace("[?, ?]", "[1, -1]").replace("search X in -2..2\n", "")
    (model.parent / "known.zmodel").write_text(known, encoding="utf-8")
    before = {path.name: path.read_bytes() for path in dataset.iterdir()}
    outcome = zmodel(*command(str(model), str(dataset)))
    assert outcome.status == 1 and "Z005" in outcome.err and "is a dataset, and holds nothing else" in outcome.err
    assert {path.name: path.read_bytes() for path in dataset.iterdir()} == before


def test_datasets_of_another_format_stay(zmodel: Command, model: Path, dataset: Path) -> None:
    manifest = dataset / "manifest.json"
    manifest.write_text(manifest.read_text().replace('"format": 3', '"format": 2'))
    outcome = zmodel("scan", str(model), str(model), "-o", str(dataset / "data"))
    assert outcome.status == 1 and "is a dataset, and holds nothing else" in outcome.err


def test_datasets_stay_behind_links(zmodel: Command, model: Path, dataset: Path) -> None:
    (model.parent / "link").symlink_to(dataset)
    outcome = zmodel("solve", str(model), "--solution", "1", "-o", str(model.parent / "link" / "x.zmodel"))
    assert outcome.status == 1 and "is a dataset" in outcome.err


def test_an_answer_is_no_model_file(zmodel: Command, model: Path, dataset: Path) -> None:
    outcome = zmodel("atlas", "query", str(dataset), SQL, "-o", str(model))
    assert outcome.status == 2 and "must end in .parquet" in outcome.err
    assert model.read_text(encoding="utf-8") == MODEL
