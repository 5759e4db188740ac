"""The pipeline: text in, results or diagnostics out. No files, no printing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from zmodel.derive.anomalies import AnomalyReport, derive_anomalies
from zmodel.derive.couplings import CouplingTable, derive_couplings
from zmodel.derive.requirements import check_requirements
from zmodel.diagnostics import Diagnostic
from zmodel.model import Loader, Model, resolve
from zmodel.model.substitute import substitute_parameters
from zmodel.source import SourceFile
from zmodel.syntax import parse


@dataclass(frozen=True)
class Analysis:
    """A checked model: what every command starts from."""

    model: Model
    couplings: CouplingTable
    anomalies: AnomalyReport


def load_model(file: SourceFile, load: Loader) -> tuple[Model | None, tuple[Diagnostic, ...]]:
    """Parses and resolves a file.

    Args:
        file: the main file.
        load: gives the files that `use` names.

    Returns:
        The model, or None if there are errors, and all diagnostics.
    """
    tree, diagnostics = parse(file)
    if tree is None:
        return None, diagnostics
    return resolve(tree, load)


def analyse(
    file: SourceFile, load: Loader, values: Mapping[str, Fraction] | None = None
) -> tuple[Analysis | None, tuple[Diagnostic, ...]]:
    """Parses, resolves and checks a file: invariance of every term, anomalies, every `require`.

    Args:
        file: the main file.
        load: gives the files that `use` names.
        values: rational numbers to put in for parameters first.

    Returns:
        The analysis, or None if there are errors, and all diagnostics in order of the source.
    """
    model, diagnostics = load_model(file, load)
    if model is None:
        return None, _in_order(diagnostics)
    if values:
        model = substitute_parameters(model, values)
    table, found = derive_couplings(model)
    diagnostics += found
    report = derive_anomalies(model)
    diagnostics += check_requirements(model, table, report)
    failed = any(diagnostic.severity == "error" for diagnostic in diagnostics)
    return None if failed else Analysis(model, table, report), _in_order(diagnostics)


def _in_order(diagnostics: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(diagnostics, key=lambda diagnostic: diagnostic.sort_key))
