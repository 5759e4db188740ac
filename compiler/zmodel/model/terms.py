"""Terms of the Lagrangian: fields looked up, operators understood, powers and brackets flattened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zmodel.model.context import Context
from zmodel.model.model import DeclaredCoupling, Field, Kept, Leg, LegGroup, Monomial
from zmodel.syntax import ast

MAX_LEGS = 12


def resolve_term(
    term: ast.Term, fields: Mapping[str, Field], context: Context
) -> tuple[Monomial, ...] | None:
    """The monomials of a term, or None after reporting what is wrong with it."""
    monomials = []
    for node in term.monomials:
        monomial = resolve_monomial(node, fields, context)
        if monomial is None:
            return None
        monomials.append(monomial)
    return tuple(monomials)


def resolve_monomial(node: ast.Monomial, fields: Mapping[str, Field], context: Context) -> Monomial | None:
    """One product of fields, or None after reporting what is wrong with it."""
    if node.coefficient == 0:
        context.report("Z117", "a term with coefficient zero, or a division by zero", node.span)
        return None
    names_ok = [_check_field(factor, fields, context) for factor in _field_factors(node.factors)]
    if not all(names_ok):
        return None
    if _count_legs(node.factors) > MAX_LEGS:
        context.report("Z207", f"a term of more than {MAX_LEGS} fields", node.span)
        return None
    loose: list[Leg] = []
    groups: list[LegGroup] = []
    for factor in node.factors:
        _collect(factor, fields, loose, groups)
    if loose:
        groups.insert(0, LegGroup(tuple(loose), trace=False))
    return Monomial(node.coefficient, tuple(groups), " ".join(node.span.text.split()))


def _field_factors(factors: tuple[ast.Factor, ...]) -> Iterator[ast.FieldFactor]:
    for factor in factors:
        match factor:
            case ast.FieldFactor():
                yield factor
            case ast.PowerFactor(_, base):
                yield from _field_factors((base,))
            case ast.GroupFactor(_, term):
                for monomial in term.monomials:
                    yield from _field_factors(monomial.factors)


def _count_legs(factors: tuple[ast.Factor, ...]) -> int:
    count = 0
    for factor in factors:
        match factor:
            case ast.FieldFactor():
                count += 1
            case ast.PowerFactor(_, base, exponent):
                count += min(exponent, MAX_LEGS + 1) * _count_legs((base,))
            case ast.GroupFactor(_, term):
                count += max(_count_legs(monomial.factors) for monomial in term.monomials)
    return count


def _check_field(factor: ast.FieldFactor, fields: Mapping[str, Field], context: Context) -> bool:
    if not factor.name:
        context.report("Z101", f"`{factor.operators[0]}` acts on one field", factor.span)
        return False
    found = fields.get(factor.name)
    if found is None:
        context.unknown_name(factor.name, factor.span, "field", fields)
        return False
    for operator in factor.operators:
        fitting = {"bar": found.is_fermion, "cc": found.is_fermion, "tilde": not found.is_fermion}.get(
            operator, True
        )
        if not fitting:
            kind = "fermion" if found.is_fermion else "scalar"
            hint = "use dag() for scalars and bar() for fermions"
            context.report(
                "Z201", f"`{operator}` cannot act on the {kind} `{factor.name}`", factor.span, hints=(hint,)
            )
            return False
    if "dag" in factor.operators and found.is_fermion:
        hint = f"write bar({factor.name})"
        context.report("Z201", f"`dag` cannot act on the fermion `{factor.name}`", factor.span, hints=(hint,))
        return False
    if "tilde" in factor.operators and not any(i.n == 2 and i.dimension == 2 for i in found.irreps.values()):
        context.report("Z202", f"`tilde` needs an SU(2) doublet, which `{factor.name}` is not", factor.span)
        return False
    return True


def _collect(
    factor: ast.Factor, fields: Mapping[str, Field], loose: list[Leg], groups: list[LegGroup]
) -> None:
    match factor:
        case ast.FieldFactor():
            loose.append(_leg(factor, fields))
        case ast.PowerFactor(_, base, exponent):
            for _ in range(exponent):
                _collect(base, fields, loose, groups)
        case ast.GroupFactor(_, term, trace):
            inner_loose: list[Leg] = []
            inner_groups: list[LegGroup] = []
            for inner in term.monomials[0].factors:
                _collect(inner, fields, inner_loose, inner_groups)
            if inner_loose:
                groups.append(LegGroup(tuple(inner_loose), trace))
            groups.extend(inner_groups)


def _leg(factor: ast.FieldFactor, fields: Mapping[str, Field]) -> Leg:
    conjugations = len(factor.operators)
    conjugated = conjugations % 2 == 1 and not fields[factor.name].is_real
    tilde = factor.operators.count("tilde") % 2 == 1
    barred = factor.operators.count("bar") % 2 == 1
    return Leg(factor.name, conjugated, tilde, barred, factor.span)


def resolve_coupling(
    statement: ast.CouplingStatement, fields: Mapping[str, Field], context: Context
) -> DeclaredCoupling | None:
    """A declared coupling with its fields looked up; its invariance is tested by zmodel.derive.couplings."""
    monomials = resolve_term(statement.term, fields, context)
    if monomials is None:
        return None
    if len(monomials) > 1 and statement.kind != "potential":
        context.report("Z201", "a sum of terms is possible in the potential only", statement.term.span)
        return None
    for group in _nested_sums(statement.term):
        context.report("Z101", "a sum inside brackets; write the products out", group.span)
        return None
    kept = _resolve_kept(statement, monomials[0], fields, context)
    if kept is None:
        return None
    names = tuple(identifier.name for identifier in statement.contraction)
    return DeclaredCoupling(
        statement.name.name, statement.kind, monomials, names, kept, statement.term.span, statement.span
    )


def _nested_sums(term: ast.Term) -> Iterator[ast.GroupFactor]:
    for monomial in term.monomials:
        for factor in monomial.factors:
            while isinstance(factor, ast.PowerFactor):
                factor = factor.base
            if isinstance(factor, ast.GroupFactor):
                if len(factor.term.monomials) > 1 or factor.term.monomials[0].coefficient != 1:
                    yield factor
                yield from _nested_sums(factor.term)


def flavour_axes(monomial: Monomial, fields: Mapping[str, Field]) -> tuple[int, ...]:
    """Positions of the legs that carry a generation index: those with more than one generation."""
    return tuple(i for i, leg in enumerate(monomial.legs) if fields[leg.field].generations > 1)


def _resolve_kept(
    statement: ast.CouplingStatement, monomial: Monomial, fields: Mapping[str, Field], context: Context
) -> tuple[Kept, ...] | None:
    legs = monomial.legs
    shape = tuple(fields[legs[i].field].generations for i in flavour_axes(monomial, fields))
    kept = []
    for node in statement.kept:
        indices = node.entry.indices
        if len(indices) != len(shape):
            message = f"an entry of `{statement.name.name}` has {len(shape)} indices, not {len(indices)}"
            context.report("Z124", message, node.entry.span)
            return None
        for index, size in zip(indices, shape, strict=True):
            if not 1 <= index <= size:
                context.report("Z113", f"generations run from 1 to {size}, not to {index}", node.entry.span)
                return None
        kept.append(Kept(tuple(index - 1 for index in indices), node.name.name, node.span))
    return tuple(kept)
