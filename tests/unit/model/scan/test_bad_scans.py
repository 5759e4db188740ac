"""Scan files in tests/bad/scans say what is wrong with them, letter by letter."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import Golden
from tests.helpers.resolving import resolve_text

from zmodel.derive.beta.loops import LoopOrders
from zmodel.diagnostics import CODES, Diagnostic, render
from zmodel.model.scan import parse_scan
from zmodel.source import SourceFile

FOLDER = Path(__file__).parents[3] / "bad" / "scans"
BAD = sorted(FOLDER.glob("*.toml"))
MODEL = resolve_text((FOLDER / "model.zmodel").read_text(encoding="utf-8"))
WIDTH = 100


def mistakes(path: Path) -> tuple[Diagnostic, ...]:
    scan, diagnostics = parse_scan(SourceFile(path.name, path.read_bytes().decode()), MODEL, LoopOrders.parse)
    assert scan is None
    return diagnostics


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_bad_scans_say_what_is_wrong(path: Path, golden: Golden) -> None:
    golden(path.with_suffix(".expected"), render(mistakes(path), colour=False, width=WIDTH) + "\n")


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_bad_scans_are_named_after_their_code(path: Path) -> None:
    code = path.stem.split("_")[0].upper()
    found = {item.code for item in mistakes(path)}
    assert code in found or (code == "SEVERAL" and len(found) > 1)


def test_every_code_of_scan_files_has_a_bad_one() -> None:
    assert {code for code in CODES if code.startswith("Z6")} <= {item.code for path in BAD for item in mistakes(path)}


def test_no_other_expected_output_lies_around() -> None:
    assert {path.stem for path in FOLDER.glob("*.expected")} == {path.stem for path in BAD}
