"""Model files with charges that have been solved for."""

from __future__ import annotations

from zmodel.diagnostics import Diagnostic, DiagnosticError
from zmodel.driver.passes import derive
from zmodel.driver.run import Run
from zmodel.limits import DEFAULT, Limits
from zmodel.model import Loader
from zmodel.source import SourceFile
from zmodel.syntax import ast, parse


def own_files(file: SourceFile, load: Loader, limits: Limits = DEFAULT) -> tuple[SourceFile, ...]:
    """The files that a file without errors uses by their paths, and those that they use."""
    tree, _ = parse(file, limits)
    uses = (s for s in tree.statements if isinstance(s, ast.UseStatement) and s.is_path) if tree is not None else ()
    used = [load(use.source, True, file) for use in uses]
    return (*used, *(inner for item in used for inner in own_files(item, load, limits)))


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
