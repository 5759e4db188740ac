"""All files that `zmodel compile` writes for one model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from zmodel.emit.c import emit_c
from zmodel.emit.conventions import convention_lines
from zmodel.emit.file_names import file_stem, library_stem
from zmodel.emit.formula import latex_escape
from zmodel.emit.manifest import emit_manifest
from zmodel.emit.matching_program import MatchingProgram
from zmodel.emit.observables_program import ObservablesProgram
from zmodel.emit.program import BetaProgram
from zmodel.emit.python import emit_python
from zmodel.emit.report import Json, Report, report_latex
from zmodel.emit.stability_program import StabilityProgram
from zmodel.emit.templates import render_template
from zmodel.model import Model

Target = Literal["python", "c", "latex", "json", "masses", "pyrate"]
TARGETS: tuple[Target, ...] = ("python", "c", "latex", "json")
"""What is emitted unless a target is asked for; `masses` needs vacuum values, `pyrate` charges that are numbers."""


def output_names(model: str) -> frozenset[str]:
    """All files that any target has for a model of this name, and what the Makefile makes of them."""
    suffixes = (".py", "_masses.py", ".h", ".c", ".tex", ".json", ".model", ".o")
    stem = file_stem(model)
    return frozenset({"Makefile", *(stem + suffix for suffix in suffixes), f"lib{library_stem(model)}.so"})


@dataclass(frozen=True)
class MakefileView:
    """What the files are called, and what stands behind `lib` in the library's name."""

    stem: str
    library: str


@dataclass(frozen=True)
class SummaryView:
    """What the LaTeX summary places."""

    title: str
    preamble: tuple[str, ...]
    heading: str
    sections: tuple[str, ...]


def emit_bundle(
    model: Model,
    version: str,
    targets: tuple[Target, ...],
    program: BetaProgram,
    matching: MatchingProgram | None,
    stability: StabilityProgram | None,
    reports: dict[str, Report],
    mass_module: str | None = None,
    observables: ObservablesProgram | None = None,
) -> dict[str, str]:
    """Texts by file name.

    Args:
        model: what has been compiled.
        version: of the compiler.
        targets: what to emit.
        program: the beta functions.
        matching: the SMEFT coefficients, if the model file integrates something out.
        stability: the conditions for a stable potential, if they are known to be sufficient.
        reports: by the name of their command; they fill the summary and the manifest.
        mass_module: the text of NAME_masses.py, if the targets have it.
        observables: masses and widths of bosons, if the model has some in closed form.
    """
    name, stem = model.name, file_stem(model.name)
    title = f"{name}: {model.title}" if model.title else name
    preamble = convention_lines(model, version)
    files: dict[str, str] = {}
    if "python" in targets:
        others = tuple(p.name for p in model.parameters if not p.name.startswith("?"))
        programs = program, matching, stability
        files[f"{stem}.py"] = emit_python(name, title, version, preamble, *programs, others, observables)
    if mass_module is not None:
        files[f"{stem}_masses.py"] = mass_module
    if "c" in targets:
        files[f"{stem}.h"], files[f"{stem}.c"] = emit_c(
            name, title, preamble, program, matching, stability, observables
        )
        files["Makefile"] = render_template("make/Makefile.jinja", MakefileView(stem, library_stem(name)))
    if "latex" in targets:
        files[f"{stem}.tex"] = _summary(title, preamble, reports)
    if "json" in targets:
        sections: dict[str, Json] = {key: dict(report.data) for key, report in reports.items()}
        programs = program, matching, stability
        files[f"{stem}.json"] = emit_manifest(name, version, preamble, *programs, sections, files, observables)
    return files


def _summary(title: str, preamble: tuple[str, ...], reports: dict[str, Report]) -> str:
    one_line = " ".join(title.split())
    sections = tuple(report_latex(report) for report in reports.values())
    return render_template("latex/summary.tex.jinja", SummaryView(one_line, preamble, latex_escape(one_line), sections))
