"""Every derivation: what it needs, how it is called, and what its errors are to a user."""

from __future__ import annotations

from collections.abc import Mapping
from graphlib import TopologicalSorter
from typing import Any

from zmodel import __version__
from zmodel.diagnostics import Diagnostic, DiagnosticError
from zmodel.driver.analysis import Diagnostics
from zmodel.driver.run import Pass, Run
from zmodel.limits import hint as limit_hint


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
        result, found = PASSES[name].run(run)
        run.diagnostics.extend(found)
        if any(diagnostic.severity == "error" for diagnostic in found):
            return False
        run.results[name] = result
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


# ------------------------------------------------------------------ derivations
def _too_many(run: Run, what: str, *hints: str) -> tuple[None, Diagnostics]:
    return None, (Diagnostic("Z407", f"there are too many products of {what}", run.model.span, hints=hints),)


def _operators(run: Run) -> tuple[Any, Diagnostics]:
    from zmodel.derive.candidates import TooManyContentsError
    from zmodel.derive.operators import enumerate_operators
    from zmodel.groups import RepresentationError

    try:
        return enumerate_operators(run.model, run.analysis.couplings, run.dimension, run.limits), ()
    except TooManyContentsError as error:
        lower = "ask for a lower `--dimension`"
        return _too_many(run, f"fields up to dimension {run.dimension}", lower, limit_hint(error.limit))
    except RepresentationError as error:
        return None, (Diagnostic("Z407", str(error), run.model.span),)


def _betas(run: Run) -> tuple[Any, Diagnostics]:
    from zmodel.derive.beta.check_closure import check_closure
    from zmodel.derive.beta.derive import derive_betas
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
        conditions = unknown_conditions(run.model, run.analysis.couplings)
        return find_families(run.model, group, conditions, run.limits.equation_terms), ()
    except SearchError as error:
        raise DiagnosticError([search_failed(error, run.model.group(group).span)]) from None


def _solutions(run: Run) -> tuple[Any, Diagnostics]:
    from zmodel.charges.problem import SearchError
    from zmodel.charges.request import SearchOptions, declared_bound, find_search, search_failed
    from zmodel.charges.sample import take_sample

    group = run.results["families"].group
    if run.bound is None and declared_bound(run.model, group) is None:
        return None, ()
    options = SearchOptions(run.bound, group, equation_terms=run.limits.equation_terms)
    search, warnings = find_search(run.model, run.analysis.couplings, options)
    try:
        return take_sample(run.model, search.problem, search.bound, run.shown), warnings
    except SearchError as error:
        raise DiagnosticError([search_failed(error, run.model.group(group).span)]) from None


def _masses(run: Run) -> tuple[Any, Diagnostics]:
    from zmodel.derive.breaking import derive_masses

    if not any(field.vev for field in run.model.scalars):
        return None, (Diagnostic("Z401", "no scalar of the model has a vacuum value", run.model.span),)
    spectrum = derive_masses(run.model, run.order)
    return spectrum, spectrum.diagnostics


def _scalar_masses(run: Run) -> tuple[Any, Diagnostics]:
    from zmodel.derive.masses.scalars import derive_scalar_masses

    return derive_scalar_masses(run.model, run.analysis.couplings, run.order), ()


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

    return derive_currents(run.model, run.results["masses"], run.order), ()


def _observables(run: Run) -> tuple[Any, Diagnostics]:
    from zmodel.derive.breaking import derive_masses
    from zmodel.derive.currents import derive_currents
    from zmodel.pheno.table import derive_observables

    if not any(field.vev for field in run.model.scalars):
        return derive_observables(run.model, run.point, None, None), ()
    spectrum = derive_masses(run.model)
    currents = derive_currents(run.model, spectrum)
    return derive_observables(run.model, run.point, spectrum, currents), spectrum.diagnostics


def _declared_masses(run: Run) -> tuple[Any, Diagnostics]:
    if run.point is None:
        return None, ()
    from zmodel.pheno.declared_masses import check_declared_masses
    from zmodel.pheno.inputs import gather_inputs, numbers

    values = numbers(gather_inputs(run.model, run.point))
    return None, tuple(check_declared_masses(run.model, run.point, values))


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
    from numpy.linalg import LinAlgError

    from zmodel.exchange.light_vectors import VectorCouplingTable, vector_couplings
    from zmodel.model.expression import EvaluationError
    from zmodel.pheno.flavour_rotations import rotation_notes
    from zmodel.pheno.inputs import MissingInputError, gather_inputs, numbers
    from zmodel.pheno.vectors import neutral_vectors

    spectrum, currents = run.results["masses"], run.results["currents"]
    values = numbers(gather_inputs(run.model, run.point, spectrum.masses))
    try:
        bosons = vector_couplings(neutral_vectors(run.model, spectrum, currents, values))
        return VectorCouplingTable(bosons, tuple(rotation_notes(run.model, currents.species))), ()
    except (MissingInputError, EvaluationError, ArithmeticError, LinAlgError) as error:
        message = f"couplings have no value at this point: {error}"
        return None, (Diagnostic("Z415", message, run.model.span if run.point is None else run.point.span),)


# ------------------------------------------------------------------ emitted code
def _beta_program(run: Run) -> tuple[Any, Diagnostics]:
    from zmodel.emit.kernel.build import UnevaluableError
    from zmodel.emit.program import beta_program

    try:
        return beta_program(run.model, run.results["betas"], real=run.real, massless=run.massless), ()
    except UnevaluableError as error:
        return None, (Diagnostic("Z404", str(error), run.model.span),)


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
        return None, (Diagnostic("Z404", str(error), run.model.span),)


def _observables_program(run: Run) -> tuple[Any, Diagnostics]:
    from zmodel.derive.breaking import derive_masses
    from zmodel.derive.currents import derive_currents
    from zmodel.emit.observables_program import observables_program, perturbativity_program

    if not any(field.vev for field in run.model.scalars):
        return perturbativity_program(run.model), ()
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
    return stability_program(run.results["stability"], {c.name: not (c.is_real or run.real) for c in potential}), ()


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
    "declared_masses": Pass((), _declared_masses),
    "observables": Pass(("declared_masses",), _observables),
    "wcxf": Pass(("matching", "declared_masses"), _wcxf),
    "flavio": Pass(("wcxf",), _flavio),
    "smelli": Pass(("wcxf",), _smelli),
    "vector_couplings": Pass(("masses", "currents", "declared_masses"), _vector_couplings),
    "beta_program": Pass(("betas",), _beta_program),
    "matching_program": Pass(("matching",), _matching_program),
    "observables_program": Pass((), _observables_program),
    "potential_basis": Pass((), _potential_basis),
    "stability": Pass((), _stability),
    "flavour": Pass((), _flavour),
    "stability_program": Pass(("stability",), _stability_program),
}
