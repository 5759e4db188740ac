"""Models for tests: from the library of model files or from text, analysed without touching anything but the files."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

from zmodel import resources
from zmodel.diagnostics import Diagnostic
from zmodel.driver import Analysis, analyse
from zmodel.model import LoadError
from zmodel.model.model import Point
from zmodel.source import SourceFile

LIBRARY = resources.library_path()
MODEL_FILES = LIBRARY.parent
TESTS = Path(__file__).parents[1]


def load(name: str, is_path: bool, importing: SourceFile) -> SourceFile:
    """What `use` names: a file beside the importing one, or of the library."""
    path = Path(importing.name).parent / name if is_path else LIBRARY / f"{name}.zmodel"
    if not path.is_file():
        raise LoadError("Z117", f"there is no model file {name}")
    return SourceFile(str(path), path.read_text(encoding="utf-8"))


def diagnose(
    text: str, values: Mapping[str, Fraction] | None = None, folder: str = "lib"
) -> tuple[Analysis | None, tuple[Diagnostic, ...]]:
    """Analyses a text as if it were a file of a folder of the model library."""
    return analyse(SourceFile(str(MODEL_FILES / folder / "test.zmodel"), text), load, values)


def compile_text(text: str, values: Mapping[str, Fraction] | None = None, folder: str = "lib") -> Analysis:
    """The analysis of a text that must be free of errors."""
    return _checked(*diagnose(text, values, folder))


def compile_file(path: str, values: Mapping[str, Fraction] | None = None) -> Analysis:
    """The analysis of a file without errors: `paper_a/bm2` of the library, or `good/breaking` of the tests."""
    folder = TESTS if path.startswith("good/") else MODEL_FILES
    file = folder / f"{path}.zmodel"
    return _checked(*analyse(SourceFile(str(file), file.read_text(encoding="utf-8")), load, values))


def _checked(analysis: Analysis | None, diagnostics: tuple[Diagnostic, ...]) -> Analysis:
    errors = [f"{d.code} {d.message}: {d.label}" for d in diagnostics if d.severity == "error"]
    assert analysis is not None and not errors, "\n".join(errors)
    return analysis


def point(analysis: Analysis, name: str) -> Point:
    """The point of that name."""
    return next(point for point in analysis.model.points if point.name == name)
