"""`require` of whole classes of terms: diquark, leptoquark and proton_decay."""

from __future__ import annotations

from zmodel.derive.candidates import Content, TooManyContentsError
from zmodel.derive.charges import Entry
from zmodel.derive.couplings import CouplingTable
from zmodel.derive.operators import Operator, enumerate_operators
from zmodel.derive.operators.classes import triality
from zmodel.derive.requirements_terms import judge_forbidden
from zmodel.derive.requirements_verdicts import UnknownCondition, Verdict, is_open
from zmodel.derive.standard_model import recognise_fermions
from zmodel.diagnostics import Diagnostic
from zmodel.groups import RepresentationError
from zmodel.model import Model
from zmodel.model.model import Requirement

HIGHEST_DIMENSION = 5
"""At dimension six the Standard Model itself has operators with four quarks and leptons that let protons decay."""

QUARKS = {"q", "u", "d"}


def judge_predicates(model: Model, table: CouplingTable, requirements: tuple[Requirement, ...]) -> tuple[Verdict, ...]:
    """Tests requirements on all terms of a class up to dimension five, declared or not."""
    if not recognise_fermions(model).keys() & QUARKS:
        hint = "quarks are recognised by their representations of SU(3), SU(2) and by their hypercharge"
        message = "cannot be tested: no fermion of the model is a quark of the Standard Model"
        return tuple(
            Verdict((Diagnostic("Z401", f"`{item.predicate}` {message}", item.span, hints=(hint,)),))
            for item in requirements
        )
    try:
        found = enumerate_operators(model, table, HIGHEST_DIMENSION)
    except (RepresentationError, TooManyContentsError) as error:
        return tuple(
            Verdict((Diagnostic("Z901", f"`{item.predicate}` cannot be tested: {error}", item.span),))
            for item in requirements
        )
    return tuple(_judge(model, found, item, item.predicate or "") for item in requirements)


def _judge(model: Model, found: tuple[Operator, ...], requirement: Requirement, predicate: str) -> Verdict:
    members = [operator for operator in found if belongs_to(model, operator, predicate)]
    if requirement.kind == "forbidden":
        verdicts = [_judge_forbidden(model, requirement, operator) for operator in members]
        diagnostics = tuple(item for verdict in verdicts for item in verdict.diagnostics)
        return Verdict(diagnostics, tuple(item for verdict in verdicts for item in verdict.conditions))
    if any(operator.texture for operator in members):
        return Verdict()
    undecided = {
        operator.term: tuple(entry for entry in _entries(operator).values() if is_open(model, entry))
        for operator in members
    }
    conditions = (UnknownCondition(term, "some", open_, requirement) for term, open_ in undecided.items() if open_)
    if any(undecided.values()):
        return Verdict(conditions=tuple(conditions))
    return Verdict((Diagnostic("Z302", f"no {predicate} coupling is allowed", requirement.span),))


def _entries(operator: Operator) -> dict[tuple[int, ...], Entry]:
    """The entries that statistics leave."""
    return {i: entry for i, entry in operator.entries.items() if i not in operator.vanishing}


def belongs_to(model: Model, operator: Operator, predicate: str) -> bool:
    """Whether an operator is of a class.

    A diquark coupling has two quarks or two antiquarks and a coloured boson, a leptoquark coupling one quark, one
    lepton and a coloured boson; scalars without colour may stand beside them. Terms that violate baryon number are
    all that proton decay is about, and count among diquark couplings.
    """
    fermions, bosons = _split(model, operator.content)
    trialities = [triality(model, factor) for factor in fermions]
    coloured = sum(triality(model, factor) is not None for factor in bosons) == 1
    if predicate == "leptoquark":
        return coloured and len(fermions) == 2 and trialities.count(None) == 1
    violates = "B" in operator.violates
    if predicate == "proton_decay":
        return violates
    return violates or (coloured and len(fermions) == 2 and bool(trialities[0]) and trialities[0] == trialities[1])


def _split(model: Model, content: Content) -> tuple[Content, Content]:
    fermions = tuple(factor for factor in content if model.field(factor.field).is_fermion)
    return fermions, tuple(factor for factor in content if factor not in fermions)


def _judge_forbidden(model: Model, requirement: Requirement, operator: Operator) -> Verdict:
    message = f"`{requirement.predicate}` is not forbidden: `{operator.term}` is allowed"
    return judge_forbidden(model, requirement, message, operator.term, operator.factors, _entries(operator))
