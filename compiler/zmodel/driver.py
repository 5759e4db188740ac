"""The pipeline: text in, results or diagnostics out. No files, no printing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from graphlib import TopologicalSorter
from typing import TYPE_CHECKING, Any

from zmodel import __version__
from zmodel.derive.anomalies import AnomalyReport, derive_anomalies
from zmodel.derive.beta.loops import LoopOrders
from zmodel.derive.beta.mixing import MixingError, abelian_sector
from zmodel.derive.couplings import CouplingTable, derive_couplings
from zmodel.derive.operators.proton_decay import check_proton_decay
from zmodel.derive.requirements import check_requirements
from zmodel.diagnostics import Diagnostic, DiagnosticError
from zmodel.model import Loader, Model, resolve
from zmodel.model.model import Point
from zmodel.model.substitute import substitute_parameters
from zmodel.source import SourceFile
from zmodel.syntax import ast, parse

if TYPE_CHECKING:
    from zmodel.emit.bundle import Target
    from zmodel.emit.program import BetaProgram
    from zmodel.emit.report import Report
    from zmodel.run import IntegratorSource

Diagnostics = tuple[Diagnostic, ...]
TWO_LOOPS = LoopOrders(2, 2, 2)


# ------------------------------------------------------------------ checking
@dataclass(frozen=True)
class Analysis:
    """A checked model: what every derivation starts from."""

    model: Model
    couplings: CouplingTable
    anomalies: AnomalyReport


def load_model(file: SourceFile, load: Loader) -> tuple[Model | None, Diagnostics]:
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
) -> tuple[Analysis | None, Diagnostics]:
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
    analysis, found = check_model(substitute_parameters(model, values) if values else model)
    return analysis, _in_order(diagnostics + found)


def check_model(model: Model) -> tuple[Analysis | None, Diagnostics]:
    """Tests the physics of a resolved model.

    Returns:
        The analysis, or None if there are errors, and what was found.
    """
    table, diagnostics = derive_couplings(model)
    report = derive_anomalies(model)
    diagnostics += check_requirements(model, table, report)
    diagnostics += _unasked_anomalies(model, report)
    diagnostics += check_proton_decay(model)
    diagnostics += _check_mixing(model)
    failed = any(diagnostic.severity == "error" for diagnostic in diagnostics)
    return None if failed else Analysis(model, table, report), diagnostics


def _unasked_anomalies(model: Model, report: AnomalyReport) -> Diagnostics:
    """An anomalous model that does not ask to be anomaly free is worth a warning."""
    if report.free or any(requirement.kind == "anomaly_free" for requirement in model.requirements):
        return ()
    ring = model.ring
    # An anomaly that depends on unknown charges is an equation for them.
    open_ones = [a for a in report.anomalies if any(name.startswith("?") for name in ring.used_symbols(a.value))]
    names = [anomaly.name for anomaly in report.anomalies if not anomaly.cancels and anomaly not in open_ones]
    names += [f"Witten {witten.group}" for witten in report.witten if not witten.cancels]
    if not names:
        return ()
    return (Diagnostic("Z503", f"anomalies do not cancel: {', '.join(names)}", model.span),)


def _check_mixing(model: Model) -> Diagnostics:
    """Kinetic mixing that has no meaning in the model."""
    try:
        abelian_sector(model)
    except MixingError as error:
        return (Diagnostic("Z124", str(error), model.mixings[0].span),)
    return ()


def _in_order(diagnostics: Diagnostics) -> Diagnostics:
    return tuple(sorted(diagnostics, key=lambda diagnostic: diagnostic.sort_key))


# ------------------------------------------------------------------ derivations
@dataclass(frozen=True)
class Pass:
    """One derivation: the results it needs, and a function of them and of the run."""

    needs: tuple[str, ...]
    run: Callable[[Run], tuple[Any, Diagnostics]]


@dataclass
class Run:
    """One analysed model, the options of the derivations, and the results so far.

    `loops` are those of the beta functions, `dimension` the highest of operators; `point` gives numbers where a
    report shows some. `group` is the U(1) whose charges are solved for, `bound` that of integer solutions and `shown`
    how many of these are listed; None is left to the file. `basis` is that of the WCxf document, `only` what flavio and
    smelli are asked for; if empty they choose. `order` is that of series in mixing with heavy fermions.
    """

    analysis: Analysis
    loops: LoopOrders = TWO_LOOPS
    dimension: int = 4
    point: Point | None = None
    group: str | None = None
    bound: int | None = None
    shown: int = 20
    basis: str = "Warsaw"
    only: tuple[str, ...] = ()
    order: int = 2
    results: dict[str, Any] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    @property
    def model(self) -> Model:
        """The model."""
        return self.analysis.model


def derive(run: Run, wanted: tuple[str, ...]) -> bool:
    """Computes the wanted results and what they need, each once.

    Args:
        run: receives results and diagnostics.
        wanted: names from `PASSES`.

    Returns:
        Whether there was no error.
    """
    for name in _order(wanted):
        if name in run.results:
            continue
        run.results[name], found = PASSES[name].run(run)
        run.diagnostics.extend(found)
        if any(diagnostic.severity == "error" for diagnostic in found):
            return False
    return True


def _order(wanted: tuple[str, ...]) -> list[str]:
    """The passes that the wanted results need, in an order in which they can run."""
    needed: dict[str, tuple[str, ...]] = {}
    waiting = list(wanted)
    while waiting:
        name = waiting.pop()
        needed[name] = PASSES[name].needs
        waiting.extend(need for need in PASSES[name].needs if need not in needed)
    return list(TopologicalSorter(dict(sorted(needed.items()))).static_order())


def _too_many(run: Run, what: str, hint: str) -> tuple[None, Diagnostics]:
    return None, (Diagnostic("Z407", f"there are too many products of {what}", run.model.span, hints=(hint,)),)


def _operators(run: Run) -> tuple[Any, Diagnostics]:
    from zmodel.derive.candidates import TooManyContentsError
    from zmodel.derive.operators import enumerate_operators
    from zmodel.groups import RepresentationError

    try:
        return enumerate_operators(run.model, run.analysis.couplings, run.dimension), ()
    except TooManyContentsError:
        return _too_many(run, f"fields up to dimension {run.dimension}", "ask for a lower `--dimension`")
    except RepresentationError as error:
        return None, (Diagnostic("Z407", str(error), run.model.span),)


def _betas(run: Run) -> tuple[Any, Diagnostics]:
    from zmodel.derive.beta.check_closure import check_closure
    from zmodel.derive.beta.derive import derive_betas
    from zmodel.derive.beta.project import DegenerateCouplings
    from zmodel.derive.candidates import TooManyContentsError

    model, table = run.model, run.analysis.couplings
    if model.vectors:
        vector = model.vectors[0]
        message = f"a theory with the massive vector `{vector.name}` is not renormalisable"
        hint = "leave the field out, or make it a gauge boson of a larger group that is broken"
        return None, (Diagnostic("Z406", message, vector.span, hints=(hint,)),)
    try:
        betas = derive_betas(model, table, run.loops)
        return betas, check_closure(model, table, betas)
    except TooManyContentsError:
        return _too_many(run, "fields to see what the running generates", "leave fields out, or give them charges")
    except DegenerateCouplings as error:
        last = run.analysis.couplings.couplings[error.names[-1]]
        message = f"{', '.join(error.names)} multiply the same term"
        return None, (Diagnostic("Z209", message, last.span),)


def _matching(run: Run) -> tuple[Any, Diagnostics]:
    if not run.model.integrations:
        return (), ()
    from zmodel.derive.matching import derive_matching

    return derive_matching(run.model)


def _families(run: Run) -> tuple[Any, Diagnostics]:
    from zmodel.charges.families import find_families
    from zmodel.charges.problem import SearchError
    from zmodel.charges.request import find_group, search_failed
    from zmodel.derive.requirements import unknown_conditions

    group = find_group(run.model, run.group)
    try:
        return find_families(run.model, group, unknown_conditions(run.model, run.analysis.couplings)), ()
    except SearchError as error:
        raise DiagnosticError([search_failed(error, run.model.group(group).span)]) from None


def _solutions(run: Run) -> tuple[Any, Diagnostics]:
    from zmodel.charges.problem import SearchError
    from zmodel.charges.request import SearchOptions, declared_bound, find_search, search_failed
    from zmodel.charges.sample import take_sample

    group = run.results["families"].group
    if run.bound is None and declared_bound(run.model, group) is None:
        return None, ()
    search, warnings = find_search(run.model, run.analysis.couplings, SearchOptions(run.bound, group))
    try:
        return take_sample(run.model, search.problem, search.bound, run.shown), warnings
    except SearchError as error:
        raise DiagnosticError([search_failed(error, run.model.group(group).span)]) from None


def _masses(run: Run) -> tuple[Any, Diagnostics]:
    from zmodel.derive.breaking import derive_masses

    if not any(field.vev for field in run.model.scalars):
        return None, (Diagnostic("Z401", "no scalar of the model has a vacuum value", run.model.span),)
    spectrum = derive_masses(run.model)
    return spectrum, spectrum.diagnostics


def _scalar_masses(run: Run) -> tuple[Any, Diagnostics]:
    from zmodel.derive.masses.scalars import derive_scalar_masses

    return derive_scalar_masses(run.model, run.analysis.couplings), ()


def _fermion_masses(run: Run) -> tuple[Any, Diagnostics]:
    from zmodel.derive.flavour.mass_matrix import TooManyStatesError
    from zmodel.derive.masses.fermions import derive_fermion_masses

    try:
        return derive_fermion_masses(run.model, run.analysis.couplings), ()
    except TooManyStatesError as error:
        return None, (Diagnostic("Z104", f"the fermion masses of {error}", run.model.span),)


def _heavy_mixings(run: Run) -> tuple[Any, Diagnostics]:
    from zmodel.derive.masses.heavy_mixing import derive_heavy_mixing

    found = {sector.name: derive_heavy_mixing(sector, run.order) for sector in run.results["fermion_masses"]}
    return {name: mixing for name, mixing in found.items() if mixing is not None}, ()


def _mass_basis(run: Run) -> tuple[Any, Diagnostics]:
    from zmodel.derive.masses.currents import derive_mass_basis_currents

    results = run.results
    return derive_mass_basis_currents(run.model, results["fermion_masses"], results["currents"], run.order), ()


def _mass_module(run: Run) -> tuple[Any, Diagnostics]:
    from zmodel.emit.python.masses import emit_masses

    names = ("masses", "scalar_masses", "fermion_masses", "currents")
    return emit_masses(run.model, __version__, *(run.results[name] for name in names)), ()


def _flavour(run: Run) -> tuple[Any, Diagnostics]:
    from zmodel.derive.flavour.structure import derive_flavour

    return derive_flavour(run.model, run.analysis.couplings)


def _currents(run: Run) -> tuple[Any, Diagnostics]:
    from zmodel.derive.currents import derive_currents

    return derive_currents(run.model, run.results["masses"]), ()


def _observables(run: Run) -> tuple[Any, Diagnostics]:
    from zmodel.derive.breaking import derive_masses
    from zmodel.derive.currents import derive_currents
    from zmodel.pheno.table import derive_observables

    if not any(field.vev for field in run.model.scalars):
        return derive_observables(run.model, run.point, None, None), ()
    spectrum = derive_masses(run.model)
    currents = derive_currents(run.model, spectrum)
    return derive_observables(run.model, run.point, spectrum, currents), spectrum.diagnostics


# ------------------------------------------------------------------ exchange
def _wcxf(run: Run) -> tuple[Any, Diagnostics]:
    from zmodel.exchange import build_document

    assert run.point is not None, "coefficients need a point"
    return build_document(run.model, run.analysis.couplings, run.results["matching"], run.point, run.basis)


def _flavio(run: Run) -> tuple[Any, Diagnostics]:
    from zmodel.exchange.flavio_table import flavio_table

    return flavio_table(run.results["wcxf"], run.only), ()


def _smelli(run: Run) -> tuple[Any, Diagnostics]:
    from zmodel.exchange.smelli_table import smelli_table

    return smelli_table(run.results["wcxf"], run.only), ()


def _vector_couplings(run: Run) -> tuple[Any, Diagnostics]:
    from zmodel.exchange.light_vectors import vector_couplings
    from zmodel.model.expression import EvaluationError
    from zmodel.pheno.inputs import MissingInputError, gather_inputs, numbers
    from zmodel.pheno.vectors import neutral_vectors

    spectrum, currents = run.results["masses"], run.results["currents"]
    values = numbers(gather_inputs(run.model, run.point, spectrum.masses))
    try:
        return vector_couplings(neutral_vectors(run.model, spectrum, currents, values)), ()
    except (MissingInputError, EvaluationError, ArithmeticError) as error:
        message = f"couplings have no value at this point: {error}"
        return None, (Diagnostic("Z415", message, run.model.span if run.point is None else run.point.span),)


# ------------------------------------------------------------------ emitted code
def _beta_program(run: Run) -> tuple[Any, Diagnostics]:
    from zmodel.emit.kernel.build import UnevaluableError
    from zmodel.emit.program import beta_program

    try:
        return beta_program(run.model, run.results["betas"]), ()
    except UnevaluableError as error:
        return None, (Diagnostic("Z404", f"{error} has no value", run.model.span),)


def _matching_program(run: Run) -> tuple[Any, Diagnostics]:
    results = run.results["matching"]
    if not results:
        return None, ()
    from zmodel.derive.rotations import known_entries
    from zmodel.emit.kernel.build import UnevaluableError
    from zmodel.emit.matching_program import matching_program

    try:
        return matching_program(results, known_entries(run.model)), ()
    except UnevaluableError as error:
        return None, (Diagnostic("Z404", f"{error} has no value", run.model.span),)


def _observables_program(run: Run) -> tuple[Any, Diagnostics]:
    from zmodel.derive.breaking import derive_masses
    from zmodel.derive.currents import derive_currents
    from zmodel.emit.observables_program import observables_program

    if not any(field.vev for field in run.model.scalars):
        return None, ()
    spectrum = derive_masses(run.model)
    return observables_program(run.model, spectrum, derive_currents(run.model, spectrum)), ()


def _branchings(run: Run) -> tuple[Any, Diagnostics]:
    from zmodel.derive.branching import derive_branchings
    from zmodel.groups import RepresentationError

    if not run.model.breakings:
        return None, (Diagnostic("Z401", "the model has no `breaking`", run.model.span),)
    try:
        return derive_branchings(run.model), ()
    except RepresentationError as error:
        return None, (Diagnostic("Z104", str(error), run.model.span),)


def _potential_basis(run: Run) -> tuple[Any, Diagnostics]:
    from zmodel.derive.candidates import TooManyContentsError
    from zmodel.derive.potential.basis import check_basis, derive_basis

    try:
        basis = derive_basis(run.model, run.analysis.couplings)
    except TooManyContentsError:
        return _too_many(run, "scalars for the complete potential", "leave fields out, or give them charges")
    return basis, check_basis(run.model, basis)


def _stability(run: Run) -> tuple[Any, Diagnostics]:
    from zmodel.derive.potential.stability import derive_stability

    return derive_stability(run.model, run.analysis.couplings), ()


def _stability_program(run: Run) -> tuple[Any, Diagnostics]:
    from zmodel.emit.stability_program import stability_program

    potential = (c for c in run.analysis.couplings.couplings.values() if c.kind == "potential")
    return stability_program(run.results["stability"], {c.name: not c.is_real for c in potential}), ()


PASSES: Mapping[str, Pass] = {
    "operators": Pass((), _operators),
    "betas": Pass((), _betas),
    "branchings": Pass((), _branchings),
    "matching": Pass((), _matching),
    "families": Pass((), _families),
    "solutions": Pass(("families",), _solutions),
    "masses": Pass((), _masses),
    "scalar_masses": Pass(("masses",), _scalar_masses),
    "fermion_masses": Pass(("masses",), _fermion_masses),
    "currents": Pass(("masses",), _currents),
    "heavy_mixings": Pass(("fermion_masses",), _heavy_mixings),
    "mass_basis": Pass(("fermion_masses", "currents"), _mass_basis),
    "mass_module": Pass(("scalar_masses", "fermion_masses", "currents"), _mass_module),
    "observables": Pass((), _observables),
    "wcxf": Pass(("matching",), _wcxf),
    "flavio": Pass(("wcxf",), _flavio),
    "smelli": Pass(("wcxf",), _smelli),
    "vector_couplings": Pass(("masses", "currents"), _vector_couplings),
    "beta_program": Pass(("betas",), _beta_program),
    "matching_program": Pass(("matching",), _matching_program),
    "observables_program": Pass((), _observables_program),
    "potential_basis": Pass((), _potential_basis),
    "stability": Pass((), _stability),
    "flavour": Pass((), _flavour),
    "stability_program": Pass(("stability",), _stability_program),
}


# ------------------------------------------------------------------ reports and files
REPORTS: Mapping[str, tuple[str, ...]] = {
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
    "matching": ("matching",),
    "observables": ("observables",),
    "flavio": ("flavio",),
    "smelli": ("smelli",),
    "vector_couplings": ("vector_couplings",),
}
"""Every report and the results that it shows."""


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


def compile_model(run: Run, targets: tuple[Target, ...]) -> dict[str, str] | None:
    """The texts of all files by name, or None after adding what is wrong to the run's diagnostics."""
    mass_module = ("mass_module",) if "masses" in targets else ()
    if targets == ("masses",):
        # Neither beta functions nor a closed potential are needed for these.
        return {f"{run.model.name}_masses.py": run.results["mass_module"]} if derive(run, mass_module) else None
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
    return emit_bundle(run.model, __version__, targets, *programs, reports, *further)


# ------------------------------------------------------------------ solved charges
def uses_own_files(file: SourceFile) -> bool:
    """Whether a file uses others by their paths."""
    tree, _ = parse(file)
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

    tree, diagnostics = parse(file)
    if tree is None or not derive(run, ("families", "solutions")):
        raise DiagnosticError(diagnostics + tuple(run.diagnostics))
    try:
        charges = choose(run.model, run.results["families"], run.results["solutions"], family, solution)
        return write_charges(file, tree, run.model, charges)
    except (ChoiceError, RewriteError) as error:
        raise DiagnosticError([Diagnostic("Z413", str(error), run.model.span)]) from None


# ------------------------------------------------------------------ integration
ALPHA_POWERS = {"gauge": 1, "mixing": 1, "yukawa": 1, "quartic": 2}
"""alpha of a number is its square, or itself, over (4 pi)^2; other kinds are no dimensionless couplings."""


def integrator_source(run: Run) -> IntegratorSource | None:
    """What the integrator is compiled from, or None after adding what is wrong to the run's diagnostics."""
    if not derive(run, ("beta_program",)):
        return None
    from zmodel.emit.c import emit_c
    from zmodel.emit.c.layout import state_layout
    from zmodel.emit.names import C_RESERVED, NameTable
    from zmodel.run import IntegratorSource

    program: BetaProgram = run.results["beta_program"]
    name = run.model.name
    header, source = emit_c(name, name, (), program, None, None)
    running = state_layout(program)[: len(program.couplings)]
    powers = [power for slot in running for power in [ALPHA_POWERS.get(slot.quantity.kind, 0)] * slot.size]
    inputs = sum(slot.size for slot in state_layout(program))
    text = source.replace(f'#include "{name}.h"\n', "", 1)
    return IntegratorSource(header, text, NameTable(C_RESERVED)[name], len(powers), inputs, tuple(powers))
