"""Searches and datasets of test models."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.helpers.models import compile_file, compile_text

from zmodel import __version__
from zmodel.charges.atlas.dataset import write_dataset
from zmodel.charges.atlas.query import query_dataset
from zmodel.charges.request import Search, SearchOptions, find_search
from zmodel.dataset import read_folder
from zmodel.driver import Analysis

SM_NEUTRINOS = "paper_d/sm_neutrinos"

UNIVERSAL = """model universal
use sm
gauge X = U(1) coupling gX
fermion N[3] right
charges X { Q = ?q; U = ?q; D = ?q; L = [?, ?, ?]; E = [?, ?, ?]; N = [?, ?, ?] }
"""


def search_of(source: str, bound: int | None = None, modulo: str | None = None) -> Search:
    """The search of a file of the model library, or of a text."""
    analysis: Analysis = compile_text(source) if "\n" in source else compile_file(source)
    return find_search(analysis.model, analysis.couplings, SearchOptions(bound, None, modulo))[0]


def ask(folder: Path, sql: str) -> list[tuple[Any, ...]]:
    """All rows of an answer."""
    return list(query_dataset(folder, sql)[1].rows)


def rewrite_manifest(folder: Path, **changes: Any) -> None:
    """Gives a dataset another header, with its hash."""
    manifest = read_folder(folder)
    header = {**manifest.header, **changes}
    (folder / "manifest.json").write_text(replace(manifest, header=header).as_text())


def contents(folder: Path) -> dict[str, bytes]:
    """All files of a folder."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def written(folder: Path, source: str, bound: int | None = None, modulo: str | None = None) -> Path:
    """The folder, with the dataset of a search in it."""
    write_dataset(folder, search_of(source, bound, modulo), __version__)
    return folder
