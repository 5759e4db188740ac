"""Derivations of one model, each computed when it is first asked for, and kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from zmodel.diagnostics import DiagnosticError
from zmodel.driver import Analysis, Run, compile_model, derive, make_report
from zmodel.model.model import Point
from zmodel.notebook.errors import ModelError
from zmodel.notebook.results import Result

if TYPE_CHECKING:
    from zmodel.emit.bundle import Target


@dataclass
class Derivations:
    """What has been derived so far.

    Attributes:
        analysis: what everything starts from.
        point: that gives numbers, or None.
        results: reports by name and options.
        shared: results of passes without options, which several reports need.
    """

    analysis: Analysis
    point: Point | None
    results: dict[tuple[str, str], Result] = field(default_factory=dict)
    shared: dict[str, Any] = field(default_factory=dict)

    def report(self, name: str, **options: Any) -> Result:
        """A report of the driver, with options of its `Run`.

        Raises:
            ModelError: if it cannot be derived.
        """
        key = name, repr(options)
        if key not in self.results:
            run = self.new_run(**options)
            # What has been derived with other options is of no use here.
            run.results |= {} if options else self.shared
            try:
                report = make_report(run, name)
            except DiagnosticError as error:
                raise ModelError((*run.diagnostics, *error.diagnostics)) from None
            if report is None:
                raise ModelError(run.diagnostics)
            if not options:
                self.shared |= run.results
            self.results[key] = Result(report, tuple(run.diagnostics))
        return self.results[key]

    def result(self, name: str, **options: Any) -> Any:
        """The result of one pass of the driver.

        Raises:
            ModelError: if it cannot be derived.
        """
        run = self.new_run(**options)
        try:
            complete = derive(run, (name,))
        except DiagnosticError as error:
            raise ModelError((*run.diagnostics, *error.diagnostics)) from None
        if not complete:
            raise ModelError(run.diagnostics)
        return run.results[name]

    def files(self, targets: tuple[Target, ...], **options: Any) -> dict[str, str]:
        """The texts of emitted files by name.

        Raises:
            ModelError: if there are none.
        """
        run = self.new_run(**options)
        try:
            files = compile_model(run, targets)
        except DiagnosticError as error:
            raise ModelError((*run.diagnostics, *error.diagnostics)) from None
        if files is None:
            raise ModelError(run.diagnostics)
        return files

    def new_run(self, **options: Any) -> Run:
        """A run with nothing derived yet."""
        return Run(self.analysis, point=self.point, **options)
