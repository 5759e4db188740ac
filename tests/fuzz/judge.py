"""What must hold for any input: results or diagnostics with places, and nothing else.

Depths, each with what the one before has:

- `parse`: bytes to text to tree, and back to text by both formatters;
- `check`: names, types, anomalies, every `require`;
- `derive`: every report in every form, and all emitted files.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterable

from tests.fuzz.inputs import PARTS

from zmodel.diagnostics import Diagnostic, DiagnosticError, render
from zmodel.driver import REPORTS, Analysis, Run, analyse, compile_model, format_model_file, make_report
from zmodel.files import source_of
from zmodel.model import LoadError, library_loader
from zmodel.source import SourceFile
from zmodel.syntax import format_tree, parse

DEPTHS = ("parse", "check", "derive")
NAME = "input.zmodel"
TARGETS = ("python", "c", "latex", "json")

PLACELESS = frozenset({"Z001", "Z002", "Z003", "Z005", "Z416"})
"""Codes of what concerns a whole file, or no file but a program that is not installed."""
OF_A_POINT = frozenset({"flavio", "smelli", "vector_couplings"})
"""Reports that the command line makes only with a point."""


class Fault(Exception):
    """The compiler breaks a promise; the message is the same for inputs that break it in the same way."""


def judge(data: bytes, depth: str) -> str:
    """Looks at one input.

    Args:
        data: the bytes of a model file.
        depth: from `DEPTHS`.

    Returns:
        A digest of everything that a user would see, to compare with that of another process.

    Raises:
        Fault: if a promise is broken; any other exception is a bug, too.
    """
    seen: list[str] = []
    try:
        file = source_of(data, NAME)
    except DiagnosticError as error:
        _look_at(error.diagnostics, seen, failed=True)
        return _digest(seen)
    parsed = _judge_syntax(file, seen)
    if parsed and depth != "parse":
        analysis, diagnostics = analyse(file, LOADER)
        _look_at(diagnostics, seen, failed=analysis is None)
        if analysis is not None and depth == "derive":
            _judge_derivations(analysis, seen)
    return _digest(seen)


def _read(path: str, importer: SourceFile) -> SourceFile:
    if path not in PARTS:
        raise LoadError("Z119", f"no file {path}")
    return SourceFile(path, PARTS[path])


LOADER = library_loader(_read)


# ------------------------------------------------------------------ syntax
def _judge_syntax(file: SourceFile, seen: list[str]) -> bool:
    """Whether there is a tree; what both formatters write must have the same one."""
    tree, diagnostics = parse(file)
    _look_at(diagnostics, seen, failed=tree is None)
    text, found = format_model_file(file)
    _look_at(found, seen, failed=text is None)
    if (tree is None) != (text is None):
        raise Fault("parser and formatter do not agree on what is a model file")
    if tree is None or text is None:
        return False
    seen.append(text)
    if format_model_file(SourceFile(NAME, text)) != (text, ()):
        raise Fault("formatting a second time changes the text")
    again, _ = parse(SourceFile(NAME, format_tree(tree)))
    if again != tree:
        raise Fault("the text of the tree has another tree")
    return True


# ------------------------------------------------------------------ derivations
def _judge_derivations(analysis: Analysis, seen: list[str]) -> None:
    points = analysis.model.points[:1]
    for name in REPORTS:
        if name not in OF_A_POINT or points:
            run = Run(analysis, point=points[0] if points and name in OF_A_POINT else None)
            _judge_report(run, name, seen)
    run = Run(analysis)
    try:
        files = compile_model(run, TARGETS)
    except DiagnosticError as error:
        files, run.diagnostics[:] = None, [*run.diagnostics, *error.diagnostics]
    _look_at(run.diagnostics, seen, failed=files is None)
    for name, text in sorted((files or {}).items()):
        seen.append(text)
        if name.endswith(".py"):
            compile(text, name, "exec")
        elif name.endswith(".json"):
            json.loads(text)


def _judge_report(run: Run, name: str, seen: list[str]) -> None:
    from rich.console import Console

    from zmodel.emit.report import report_latex
    from zmodel.emit.report_text import draw_report

    try:
        report = make_report(run, name)
    except DiagnosticError as error:
        _look_at((*run.diagnostics, *error.diagnostics), seen, failed=True)
        return
    _look_at(run.diagnostics, seen, failed=report is None)
    if report is not None:
        drawn = io.StringIO()
        draw_report(report, Console(file=drawn, width=140, highlight=False))
        seen += [drawn.getvalue(), report_latex(report), json.dumps(report.data)]


# ------------------------------------------------------------------ diagnostics
def _look_at(diagnostics: Iterable[Diagnostic], seen: list[str], *, failed: bool) -> None:
    """Diagnostics can be drawn, have places, and tell of an error if and only if there is no result."""
    diagnostics = tuple(diagnostics)
    for diagnostic in diagnostics:
        if diagnostic.code == "Z004":
            raise Fault(f"internal error: {diagnostic.message}")
        if diagnostic.span is None and diagnostic.code not in PLACELESS:
            raise Fault(f"{diagnostic.code} without a place")
        if "\n" in diagnostic.message or not diagnostic.message:
            raise Fault(f"the message of {diagnostic.code} is not one line")
    if failed != any(diagnostic.severity == "error" for diagnostic in diagnostics):
        raise Fault("no result and no error" if failed else "a result and an error")
    seen.append(render(diagnostics, colour=True, width=80))
    seen.append(json.dumps([diagnostic.as_json() for diagnostic in diagnostics]))


def _digest(seen: list[str]) -> str:
    # What cannot be encoded cannot be printed either.
    return hashlib.sha256("\0".join(seen).encode()).hexdigest()
