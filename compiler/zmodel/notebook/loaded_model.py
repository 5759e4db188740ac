"""A checked model with its derivations as attributes and methods."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from types import ModuleType
from typing import TYPE_CHECKING, Any

from zmodel.arguments import checked
from zmodel.diagnostics import Diagnostic, did_you_mean
from zmodel.driver import Analysis, check_at_point
from zmodel.model import Model
from zmodel.model.model import Point
from zmodel.notebook.arguments import energy, loop_orders
from zmodel.notebook.derivations import Derivations
from zmodel.notebook.errors import ModelError, UsageError
from zmodel.notebook.results import Result
from zmodel.source import SourceFile

if TYPE_CHECKING:
    from IPython.lib.pretty import RepresentationPrinter

    from zmodel.emit.bundle import Target
    from zmodel.notebook.trajectory import TrajectoryResult

BASES = ("Warsaw", "Warsaw up")


@dataclass(frozen=True, eq=False, repr=False)
class LoadedModel:
    """A model without errors.

    Every derivation is computed when it is first asked for, and kept. It raises `ModelError` where the command line
    would end with errors; its warnings are shown with its result.

    Attributes:
        source: the text that it was read from.
        analysis: what every derivation starts from.
        diagnostics: warnings about the model.
        point: whose exact parameters have been put in, see `at`.
    """

    source: SourceFile
    analysis: Analysis
    diagnostics: tuple[Diagnostic, ...] = ()
    point: Point | None = None
    _at_points: dict[str, LoadedModel] = field(default_factory=dict, init=False)

    # -------------------------------------------------------------- what it is
    @property
    def model(self) -> Model:
        """Its groups, fields, couplings and points, as the compiler sees them."""
        return self.analysis.model

    @property
    def name(self) -> str:
        """The name of the model."""
        return self.model.name

    @property
    def title(self) -> str:
        """Its title; empty if it has none."""
        return self.model.title

    @property
    def points(self) -> tuple[str, ...]:
        """Names of its points."""
        return tuple(point.name for point in self.model.points)

    def __repr__(self) -> str:
        counts = f"{len(self.model.fields)} fields, {len(self.analysis.couplings.couplings)} couplings"
        verdict = "anomaly free" if self.analysis.anomalies.free else "anomalies do not cancel"
        at = "" if self.point is None else f" at {self.point.name}"
        return f"<zmodel {self.name}{at}: {counts}, {verdict}>"

    def _repr_pretty_(self, printer: RepresentationPrinter, cycle: bool) -> None:
        printer.text(repr(self) if cycle else repr(self._shown))

    def _repr_html_(self) -> str:
        return self._shown._repr_html_()

    def _repr_latex_(self) -> str | None:
        return self._shown._repr_latex_()

    @property
    def _shown(self) -> Result:
        return Result(self.fields.report, self.diagnostics)

    # -------------------------------------------------------------- derivations
    @property
    def fields(self) -> Result:
        """All fields with their representations and charges."""
        return self._derivations.report("fields")

    @property
    def anomalies(self) -> Result:
        """Gauge, gravitational and global anomalies, with what each field adds."""
        return self._derivations.report("anomalies")

    @property
    def couplings(self) -> Result:
        """Renormalisable terms that the symmetries allow, declared or not, with their textures."""
        return self._derivations.report("couplings")

    @property
    def potential(self) -> Result:
        """Terms that the potential lacks, and when it is bounded from below."""
        return self._derivations.report("potential")

    @property
    def flavour(self) -> Result:
        """Ranks of mass matrices, mixing, Majorana textures, insertions of spurions."""
        return self._derivations.report("flavour")

    @property
    def masses(self) -> Result:
        """Masses and mixing of gauge bosons, scalars and fermions."""
        return self._derivations.report("masses")

    @property
    def currents(self) -> Result:
        """Couplings of gauge bosons to mass eigenstates."""
        return self._derivations.report("currents")

    @property
    def branching(self) -> Result:
        """What each `breaking` of the gauge group leaves."""
        return self._derivations.report("branching")

    @property
    def matching(self) -> Result:
        """Tree-level SMEFT coefficients of what the model integrates out; with numbers after `at`."""
        return self._derivations.report("matching")

    @checked
    def operators(self, dimension: int = 6) -> Result:
        """Every operator without derivatives up to a dimension, 2 to 6."""
        from zmodel.derive.operators import HIGHEST_DIMENSION

        if not 2 <= dimension <= HIGHEST_DIMENSION:
            raise UsageError(f"dimensions are 2 to {HIGHEST_DIMENSION}, not {dimension}")
        return self._derivations.report("couplings", dimension=dimension)

    @checked
    def rge(self, loops: int | str = 2) -> Result:
        """Beta functions; `loops` are 1, 2, 3, or those of gauge, Yukawa and potential couplings as in "3-2-2"."""
        return self._derivations.report("rge", loops=loop_orders(loops))

    @checked
    def solve(self, max_charge: int | None = None, group: str | None = None, shown: int = 20) -> Result:
        """Families of charges that cancel all anomalies and meet every `require`, and the first integer solutions.

        Args:
            max_charge: bound of integer solutions; without it that of the file's `search`.
            group: the U(1), if several have unknown charges.
            shown: how many integer solutions are listed.
        """
        return self._derivations.report("solve", bound=max_charge, group=group, shown=shown)

    # -------------------------------------------------------------- numbers
    @checked
    def at(self, point: str) -> LoadedModel:
        """The model with the exact parameters of one of its points put in, whose numbers derivations use."""
        if point not in self._at_points:
            chosen = self._find(point)
            analysis, chosen, found = check_at_point(self.model, chosen)
            if analysis is None:
                raise ModelError(found)
            self._at_points[point] = LoadedModel(self.source, analysis, found, chosen)
        return self._at_points[point]

    @checked
    def values(self, point: str) -> Result:
        """The numbers of a point; `values(point).data["values"]` maps names to them."""
        from zmodel.emit.reports.point import point_report

        return Result(point_report(self.model, self._find(point)))

    @checked
    def observables(self, point: str) -> Result:
        """Widths, moments, mixing, electroweak tests and bounds at a point."""
        return self.at(point)._derivations.report("observables")

    @checked
    def flavio(self, point: str, only: tuple[str, ...] = ()) -> Result:
        """Observables of flavio with the SMEFT coefficients of a point; `only` names some, with their bins."""
        return self.at(point)._derivations.report("flavio", only=only)

    @checked
    def smelli(self, point: str, only: tuple[str, ...] = ()) -> Result:
        """Likelihoods of smelli with the SMEFT coefficients of a point; `only` names some."""
        return self.at(point)._derivations.report("smelli", only=only)

    @checked
    def vector_couplings(self, point: str) -> Result:
        """Vector and axial couplings per fermion of neutral bosons at a point, as DarkCast takes them."""
        return self.at(point)._derivations.report("vector_couplings")

    @checked
    def wcxf(self, point: str, basis: str = "Warsaw") -> dict[str, Any]:
        """The SMEFT coefficients at a point as a document of WCxf, in the basis "Warsaw" or "Warsaw up"."""
        if basis not in BASES:
            raise UsageError(f"the basis is {' or '.join(BASES)}, not {basis!r}")
        return dict(self.at(point)._derivations.result("wcxf", basis=basis))

    @checked
    def run(
        self,
        point: str,
        to: str | float,
        loops: int | str = 2,
        rtol: float = 1e-8,
        samples: int = 250,
        strong: float | None = None,
    ) -> TrajectoryResult:
        """Integrates the beta functions from a point to another scale, through thresholds.

        Args:
            point: where to start.
            to: a number of GeV, or words such as "10 TeV" and "M_Pl".
            loops: as for `rge`.
            rtol: relative error of steps, 1e-13 to 1e-2.
            samples: about the number of scales in the result, 2 or more.
            strong: alpha at which to stop; None for any.
        """
        from zmodel.notebook.trajectory import follow_point

        run = self.at(point)._derivations.new_run(loops=loop_orders(loops))
        return follow_point(run, energy(to), rtol, samples, strong)

    @checked
    def equivalent(self, other: LoadedModel) -> Result:
        """Whether another model is the same physics, whatever its names, generations and basis of U(1)s."""
        from zmodel.derive.equivalence import compare_models
        from zmodel.emit.reports.equivalence import equivalence_report

        here, there = self.analysis, other.analysis
        found = compare_models(here.model, here.couplings, there.model, there.couplings)
        return Result(equivalence_report(here.model, there.model, found))

    # -------------------------------------------------------------- code
    @checked
    def compile(self, loops: int | str = 2, targets: tuple[Target, ...] | None = None) -> dict[str, str]:
        """The texts of the emitted files by name, as `zmodel compile` writes them.

        Args:
            loops: as for `rge`.
            targets: of python, c, latex, json and masses; without them the first four.
        """
        from zmodel.emit.bundle import TARGETS

        known = (*TARGETS, "masses")
        unknown = sorted(set(targets or ()) - set(known))
        if unknown:
            raise UsageError(f"targets are {', '.join(known)}, not {', '.join(unknown)}")
        return self._derivations.files(targets or TARGETS, loops=loop_orders(loops))

    @checked
    def module(self, loops: int | str = 2) -> ModuleType:
        """The emitted Python module, with functions of numbers: `beta(values)`, and what else the model has."""
        from zmodel.run.fallback import import_text

        (text,) = self.compile(loops, ("python",)).values()
        return import_text(text)

    # -------------------------------------------------------------- inside
    @cached_property
    def _derivations(self) -> Derivations:
        return Derivations(self.analysis, self.point)

    def _find(self, name: str) -> Point:
        """A point.

        Raises:
            ModelError: if there is none of this name.
        """
        for point in self.model.points:
            if point.name == name:
                return point
        similar = did_you_mean(name, self.points)
        if similar:
            hint = f"did you mean `{similar[0]}`?"
        else:
            hint = f"it has {', '.join(self.points)}" if self.points else "a `point` block gives numbers"
        message = f"the model has no point called `{name}`"
        raise ModelError([Diagnostic("Z110", message, self.model.span, hints=(hint,))])
