"""Statements to Model: every name looked up, every type and shape checked.

What needs physics (invariance, anomalies) is tested by the derivations, not here.
"""

from __future__ import annotations

from zmodel.diagnostics import Diagnostic, Edit
from zmodel.limits import DEFAULT, Limits
from zmodel.model.anomaly_size import check_anomaly_size
from zmodel.model.context import KEYWORDS, Context
from zmodel.model.draft import Draft
from zmodel.model.fields import declare_vacuum_symbols, resolve_fields
from zmodel.model.gauge import check_bosons, resolve_groups, resolve_mixings
from zmodel.model.imports import Loader, expand_imports
from zmodel.model.model import Model
from zmodel.model.parameters import declare_unknowns, report_unused, resolve_lets, resolve_parameters
from zmodel.model.points import resolve_points
from zmodel.model.small import resolve_small
from zmodel.model.statements import (
    resolve_integrations,
    resolve_requirements,
    resolve_rotations,
    resolve_searches,
)
from zmodel.model.subgroups import resolve_breakings
from zmodel.model.terms import resolve_couplings
from zmodel.source import Span
from zmodel.syntax import ast


def resolve(
    tree: ast.SyntaxTree, load: Loader, limits: Limits = DEFAULT
) -> tuple[Model | None, tuple[Diagnostic, ...]]:
    """Resolves a syntax tree.

    Args:
        tree: of the main file.
        load: gives the files that `use` names.
        limits: how large the model and what is in it may be.

    Returns:
        The model, or None if there are errors, and all diagnostics.
    """
    statements, import_errors = expand_imports(tree, load, limits)
    if import_errors:
        return None, import_errors  # what is not imported would be reported as unknown wherever it is used
    draft = Draft(statements, Context(limits=limits))
    header = _resolve_header(draft, tree.span)
    resolve_groups(draft)
    check_bosons(draft)
    resolve_parameters(draft)
    resolve_lets(draft)
    declare_unknowns(draft)
    resolve_fields(draft)
    check_anomaly_size(draft)
    resolve_mixings(draft)
    resolve_couplings(draft)
    declare_vacuum_symbols(draft)
    requirements = tuple(resolve_requirements(draft))
    points = resolve_points(draft)
    rotations = resolve_rotations(draft)
    small = resolve_small(draft)
    integrations = resolve_integrations(draft)
    searches = resolve_searches(draft)
    breakings = resolve_breakings(draft)
    report_unused(draft)
    diagnostics = tuple(dict.fromkeys(draft.context.diagnostics))
    if header is None or any(diagnostic.severity == "error" for diagnostic in diagnostics):
        return None, diagnostics
    model = Model(
        header.name.name,
        header.title,
        draft.ring,
        tuple(draft.groups.values()),
        tuple(draft.mixings.values()),
        tuple(draft.parameters.values()),
        tuple(draft.fields.values()),
        tuple(draft.couplings.values()),
        requirements,
        points,
        rotations,
        small,
        integrations,
        searches,
        breakings,
        header.span,
    )
    return model, diagnostics


def _resolve_header(draft: Draft, span: Span) -> ast.ModelStatement | None:
    """The statement that names the model, which must be there once."""
    headers = list(draft.of_type(ast.ModelStatement))
    if not headers:
        start = Span(span.file, 0, 0)
        line = 'model NAME "title"'
        fixes = [Edit(start, line + "\n")]
        draft.context.report(
            "Z120", "the file does not name its model", start, hints=[f"begin with: {line}"], fixes=fixes
        )
        return None
    for extra in headers[1:]:
        related = [(headers[0].span, "first here")]
        draft.context.report("Z121", "the model is named twice", extra.span, related=related)
    # Emitted files and modules are called after the model; the language's own words do no harm there.
    draft.context.check_reserved(headers[0].name, KEYWORDS)
    return headers[0]
