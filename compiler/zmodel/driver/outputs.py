"""Reports and emitted files from the results of derivations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from zmodel import __version__
from zmodel.arguments import checked
from zmodel.driver.passes import derive
from zmodel.driver.run import Run

if TYPE_CHECKING:
    from zmodel.emit.bundle import Target
    from zmodel.emit.report import Report

REPORTS: Mapping[str, tuple[str, ...]] = {
    "overview": (),
    "fields": (),
    "anomalies": (),
    "couplings": ("operators",),
    "potential": ("potential_basis", "stability"),
    "stability": ("stability",),
    "masses": ("masses", "scalar_masses", "fermion_masses", "heavy_mixings"),
    "currents": ("currents", "mass_basis"),
    "branching": ("branchings",),
    "flavour": ("flavour",),
    "rge": ("betas",),
    "solve": ("families", "solutions"),
    "matching": ("matching", "declared_masses"),
    "observables": ("observables",),
    "flavio": ("flavio",),
    "smelli": ("smelli",),
    "vector_couplings": ("vector_couplings",),
}
"""Every report and the results that it shows."""


@checked
def make_report(run: Run, name: str) -> Report | None:
    """The report of one command, or None after adding what is wrong to the run's diagnostics."""
    if not derive(run, REPORTS[name]):
        return None
    from zmodel.emit.reports import build_report

    values = {value.name: value.value for value in run.point.values if not value.indices} if run.point else {}
    if name == "matching" and run.point:
        from zmodel.pheno.inputs import gather_inputs, numbers

        values = numbers(gather_inputs(run.model, run.point))
    analysis = run.analysis
    return build_report(name, analysis.model, analysis.couplings, analysis.anomalies, run.results, values)


@checked
def compile_model(run: Run, targets: tuple[Target, ...]) -> dict[str, str] | None:
    """The texts of all files by name, or None after adding what is wrong to the run's diagnostics."""
    from zmodel.emit.file_names import file_stem

    exchange = {}
    if "pyrate" in targets:
        text = _pyrate_file(run)
        if text is None:
            return None
        exchange = {f"{file_stem(run.model.name)}.model": text}
        targets = tuple(target for target in targets if target != "pyrate")
        if not targets:
            return exchange
    mass_module = ("mass_module",) if "masses" in targets else ()
    if set(targets) == {"masses"}:
        # Neither beta functions nor a closed potential are needed for these.
        if not derive(run, mass_module):
            return None
        return {f"{file_stem(run.model.name)}_masses.py": run.results["mass_module"], **exchange}
    if not derive(run, ("beta_program", "matching_program", "stability_program", "observables_program", *mass_module)):
        return None
    from zmodel.emit.bundle import emit_bundle

    names = ["fields", "anomalies", "couplings", "stability", "rge"]
    if run.model.breakings:
        names.append("branching")
    if run.model.integrations:
        names.append("matching")
    reports = {}
    for name in names:
        report = make_report(run, name)
        if report is None:
            return None
        reports[name] = report
    results = run.results
    programs = results["beta_program"], results["matching_program"], results["stability_program"]
    further = results.get("mass_module"), results["observables_program"]
    return {**emit_bundle(run.model, __version__, targets, *programs, reports, *further), **exchange}


def _pyrate_file(run: Run) -> str | None:
    """The text of a model file for PyR@TE, or None after adding what is wrong to the run's diagnostics."""
    from zmodel.emit.conventions import convention_lines
    from zmodel.emit.pyrate import emit_pyrate

    text, diagnostics = emit_pyrate(run.model, run.analysis.couplings, convention_lines(run.model, __version__))
    run.diagnostics += diagnostics
    return text
