"""Terms of the Lagrangian: fields looked up, operators understood, powers and brackets flattened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zmodel.diagnostics import Edit
from zmodel.limits import hint
from zmodel.model.context import counted
from zmodel.model.draft import Draft
from zmodel.model.model import DeclaredCoupling, Field, Kept, Leg, LegGroup, Monomial
from zmodel.source import Span
from zmodel.syntax import ast
from zmodel.syntax.formatter import format_monomial


# ------------------------------------------------------------------ couplings
def resolve_couplings(draft: Draft) -> None:
    """Declares all couplings; their invariance is tested by zmodel.derive.couplings."""
    for statement in _coupling_statements(draft):
        names = _declare_names(statement, draft)
        coupling = _resolve_coupling(statement, draft)
        if coupling is None or not names:
            draft.context.broken.update([statement.name.name, *(kept.name.name for kept in statement.kept)])
        else:
            draft.couplings[coupling.name] = coupling


def _coupling_statements(draft: Draft) -> Iterator[ast.CouplingStatement]:
    for statement in draft.statements:
        match statement:
            case ast.CouplingStatement():
                yield statement
            case ast.PotentialStatement(_, terms):
                yield from terms


def _declare_names(statement: ast.CouplingStatement, draft: Draft) -> bool:
    """Declares a coupling and its kept entries, of which one may take over the name of the whole."""
    declared = draft.context.declare(statement.name, "coupling")
    taken_over = False
    for kept in statement.kept:
        if kept.name == statement.name and not taken_over:
            taken_over = True
        else:
            declared = draft.context.declare(kept.name, "coupling") and declared
    return declared


def _resolve_coupling(statement: ast.CouplingStatement, draft: Draft) -> DeclaredCoupling | None:
    monomials = [resolve_monomial(node, draft) for node in statement.term.monomials]
    resolved = tuple(monomial for monomial in monomials if monomial is not None)
    if len(resolved) < len(monomials):
        return None
    if len(resolved) > 1 and statement.kind != "potential":
        draft.context.report("Z117", "a sum of terms is possible in the potential only", statement.term.span)
        return None
    kept = _resolve_kept(statement, generation_shape(resolved[0], draft.fields), draft)
    if kept is None:
        return None
    names = tuple(identifier.name for identifier in statement.contraction)
    return DeclaredCoupling(
        statement.name.name, statement.kind, resolved, names, kept, statement.term.span, statement.span
    )


def generation_shape(monomial: Monomial, fields: Mapping[str, Field]) -> tuple[int, ...]:
    """Number of generations of each leg that has more than one: the shape of the coupling's matrix."""
    generations = (fields[leg.field].generations for leg in monomial.legs)
    return tuple(number for number in generations if number > 1)


def _resolve_kept(statement: ast.CouplingStatement, shape: tuple[int, ...], draft: Draft) -> tuple[Kept, ...] | None:
    first: dict[tuple[int, ...], Span] = {}
    for node in statement.kept:
        indices, span = node.entry.indices, node.entry.span
        if not _check_entry(statement.name.name, indices, shape, span, draft):
            return None
        if indices in first:
            message = f"the entry {span.text} of `{statement.name.name}` is kept twice"
            draft.context.report("Z121", message, span, related=[(first[indices], "first here")])
            return None
        first[indices] = span
    return tuple(
        Kept(tuple(index - 1 for index in node.entry.indices), node.name.name, node.span) for node in statement.kept
    )


def _check_entry(name: str, indices: tuple[int, ...], shape: tuple[int, ...], span: Span, draft: Draft) -> bool:
    if not shape:
        draft.context.report("Z206", f"`{name}` is a single number, not a matrix", span, hints=["leave out `keep`"])
        return False
    if len(indices) != len(shape):
        message = f"an entry of `{name}` has {counted(len(shape), 'number')}, not {len(indices)}"
        draft.context.report("Z206", message, span)
        return False
    if not all(1 <= index <= size for index, size in zip(indices, shape, strict=True)):
        size = " x ".join(map(str, shape))
        draft.context.report("Z206", f"`{name}` has no such entry", span, label=f"it is a {size} matrix")
        return False
    return True


# ------------------------------------------------------------------ products of fields
def resolve_monomial(node: ast.Monomial, draft: Draft) -> Monomial | None:
    """One product of fields, or None after reporting what is wrong with it."""
    if node.coefficient == 0:
        draft.context.report(
            "Z117", "a term with coefficient zero, a division by zero, or a fraction of more than 60 digits", node.span
        )
        return None
    if not all([_check_factor(factor, draft) for factor in node.factors]):
        return None
    most = draft.context.limits.factors
    if _count_legs(node.factors) > most:
        draft.context.report("Z207", f"a term of more than {most} fields", node.span, hints=[hint("factors")])
        return None
    groups = tuple(_runs(_flatten(node.factors, draft.fields)))
    return Monomial(node.coefficient, groups, format_monomial(node))


def _count_legs(factors: tuple[ast.Factor, ...]) -> int:
    count = 0
    for factor in factors:
        match factor:
            case ast.PowerFactor(_, base, exponent):
                count += exponent * _count_legs((base,))
            case ast.GroupFactor(_, term):
                count += _count_legs(term.monomials[0].factors)
            case _:
                count += 1
    return count


def _flatten(
    factors: tuple[ast.Factor, ...], fields: Mapping[str, Field], *, in_trace: bool = False
) -> Iterator[Leg | LegGroup]:
    """Legs and brackets in written order, powers written out.

    A bracket inside a trace only says in which order matrices are multiplied, so its legs become the trace's.
    """
    for factor in factors:
        match factor:
            case ast.FieldFactor():
                yield _leg(factor, fields)
            case ast.PowerFactor(_, base, exponent):
                for _ in range(exponent):
                    yield from _flatten((base,), fields, in_trace=in_trace)
            case ast.GroupFactor(_, term, trace):
                inner = _flatten(term.monomials[0].factors, fields, in_trace=in_trace or trace)
                if trace:
                    yield LegGroup(tuple(leg for leg in inner if isinstance(leg, Leg)), trace=True)
                else:
                    yield from inner if in_trace else _runs(inner)


def _runs(items: Iterator[Leg | LegGroup]) -> Iterator[LegGroup]:
    """Gathers legs that stand side by side into groups of their own."""
    legs: list[Leg] = []
    for item in items:
        if isinstance(item, Leg):
            legs.append(item)
            continue
        if legs:
            yield LegGroup(tuple(legs), trace=False)
            legs = []
        yield item
    if legs:
        yield LegGroup(tuple(legs), trace=False)


def _leg(factor: ast.FieldFactor, fields: Mapping[str, Field]) -> Leg:
    conjugated = len(factor.operators) % 2 == 1 and not fields[factor.name].is_real
    return Leg(factor.name, conjugated, "tilde" in factor.operators, "bar" in factor.operators, factor.span)


# ------------------------------------------------------------------ what factors may be
def _check_factor(factor: ast.Factor, draft: Draft, *, in_trace: bool = False) -> bool:
    """Whether a factor can be worked with; reports what is wrong."""
    context = draft.context
    match factor:
        case ast.FieldFactor():
            return _check_field(factor, draft)
        case ast.OperatorFactor(span, operator):
            context.report("Z117", f"`{operator}` acts on one field", span)
            return False
        case ast.PowerFactor(span, base, exponent):
            if exponent < 1:
                context.report("Z117", "the power of a field is at least 1", span)
                return False
            return _check_factor(base, draft, in_trace=in_trace)
        case ast.GroupFactor(span, term, trace):
            if trace and in_trace:
                context.report("Z117", "a trace inside a trace; write it as a factor", span)
                return False
            if len(term.monomials) > 1 or term.monomials[0].coefficient != 1:
                context.report("Z117", "a sum or a number inside brackets; write the products out", span)
                return False
            factors = term.monomials[0].factors
            return all([_check_factor(inner, draft, in_trace=in_trace or trace) for inner in factors])


def _check_field(factor: ast.FieldFactor, draft: Draft) -> bool:
    context, name, span = draft.context, factor.name, factor.span
    field = draft.fields.get(name)
    if field is None:
        context.unknown_name(name, span, "field", draft.fields, factor.name_span)
        return False
    for operator in factor.operators:
        if operator not in (("bar", "cc") if field.is_fermion else ("dag", "tilde")):
            allowed = [f"{word}({name})" for word in (("bar", "cc") if field.is_fermion else ("dag",))]
            message = f"`{operator}` cannot act on the {field.spin} `{name}`"
            fixes = [Edit(span, text) for text in allowed]
            context.report("Z201", message, span, hints=["write " + " or ".join(allowed)], fixes=fixes)
            return False
    if len(set(factor.operators)) < len(factor.operators):
        context.report("Z117", "an operator that acts twice on the same field", span)
        return False
    if "tilde" in factor.operators and not _is_weak_doublet(field, draft):
        context.report("Z202", f"`tilde` needs a doublet of a gauged SU(2), which `{name}` is not", span)
        return False
    return True


def _is_weak_doublet(field: Field, draft: Draft) -> bool:
    """Whether a field is the doublet of a gauged SU(2)."""
    irreps = field.irreps.items()
    return any(i.n == 2 and i.dimension == 2 and not draft.groups[g].is_global for g, i in irreps)
