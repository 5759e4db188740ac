"""Model files with charges that have been solved for."""

from __future__ import annotations

from zmodel.diagnostics import Diagnostic, DiagnosticError
from zmodel.driver.passes import derive
from zmodel.driver.run import Run
from zmodel.limits import DEFAULT, Limits
from zmodel.source import SourceFile
from zmodel.syntax import ast, parse


def uses_own_files(file: SourceFile, limits: Limits = DEFAULT) -> bool:
    """Whether a file uses others by their paths."""
    tree, _ = parse(file, limits)
    return tree is not None and any(isinstance(s, ast.UseStatement) and s.is_path for s in tree.statements)


def write_solution(run: Run, file: SourceFile, family: int | None, solution: int | None) -> str:
    """The text of a model file with charges that have been found in place of its unknowns.

    Args:
        run: of the file.
        file: that is changed.
        family: number of a family, counted from 1, or None.
        solution: number of an integer solution, or None.

    Raises:
        DiagnosticError: if there is no such family or solution, or if it cannot be written.
    """
    from zmodel.charges.families import RewriteError, write_charges
    from zmodel.charges.families.choice import ChoiceError, choose

    tree, diagnostics = parse(file, run.limits)
    if tree is None or not derive(run, ("families", "solutions")):
        raise DiagnosticError(diagnostics + tuple(run.diagnostics))
    try:
        charges = choose(run.model, run.results["families"], run.results["solutions"], family, solution)
        return write_charges(file, tree, run.model, charges)
    except (ChoiceError, RewriteError) as error:
        raise DiagnosticError([Diagnostic("Z413", str(error), run.model.span)]) from None
