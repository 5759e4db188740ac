"""Requirements, rotations, integrations and searches."""

from __future__ import annotations

from collections.abc import Mapping

from zmodel.model.context import Context
from zmodel.model.expressions import Invalid, Scope, resolve_expression
from zmodel.model.model import (
    DeclaredCoupling,
    Field,
    Group,
    Integration,
    MatrixExpression,
    Quantifier,
    Requirement,
    Rotation,
    Search,
)
from zmodel.model.points import GEV
from zmodel.model.expression import Constant, Expression, Multiply
from zmodel.model.terms import flavour_axes, resolve_monomial
from zmodel.syntax import ast

PREDICATES = ("diquark", "leptoquark", "proton_decay")
KNOWN_MATRICES = ("CKM", "PMNS")
MAX_SEARCH = 10_000


# ------------------------------------------------------------------ require
def resolve_requirement(
    statement: ast.RequireStatement,
    fields: Mapping[str, Field],
    couplings: Mapping[str, DeclaredCoupling],
    context: Context,
) -> tuple[Requirement, ...]:
    """One requirement per subject; wrong ones are reported and left out."""
    if statement.kind == "anomaly_free":
        return (Requirement("anomaly_free", None, None, None, Quantifier("any"), statement.span),)
    found = (
        _resolve_subject(statement, subject, fields, couplings, context) for subject in statement.subjects
    )
    return tuple(requirement for requirement in found if requirement is not None)


def _resolve_subject(
    statement: ast.RequireStatement,
    subject: ast.Subject,
    fields: Mapping[str, Field],
    couplings: Mapping[str, DeclaredCoupling],
    context: Context,
) -> Requirement | None:
    name = _single_name(subject.term)
    coupling, predicate, monomial = None, None, None
    if name in couplings:
        coupling = name
        monomial = couplings[name].monomials[0]
    elif name in PREDICATES and name not in fields:
        predicate = name
    elif name is not None and name not in fields:
        context.unknown_name(
            name, subject.term.span, "coupling, field or predicate", (*couplings, *fields, *PREDICATES)
        )
        return None
    else:
        if len(subject.term.monomials) != 1:
            context.report("Z101", "one term at a time", subject.term.span)
            return None
        monomial = resolve_monomial(subject.term.monomials[0], fields, context)
        if monomial is None:
            return None
    quantifier = Quantifier("any")
    if subject.quantifier is not None:
        if monomial is None:
            context.report("Z124", f"`{predicate}` has no entries to choose from", subject.quantifier.span)
            return None
        shape = tuple(fields[monomial.legs[i].field].generations for i in flavour_axes(monomial, fields))
        checked = _resolve_quantifier(subject.quantifier, shape, context)
        if checked is None:
            return None
        quantifier = checked
    return Requirement(
        statement.kind, coupling, None if coupling else monomial, predicate, quantifier, subject.span
    )


def _single_name(term: ast.Term) -> str | None:
    """The name that a term consists of, if it is just one bare name."""
    if len(term.monomials) != 1 or len(term.monomials[0].factors) != 1 or term.monomials[0].coefficient != 1:
        return None
    factor = term.monomials[0].factors[0]
    return factor.name if isinstance(factor, ast.FieldFactor) and not factor.operators else None


def _resolve_quantifier(node: ast.Quantifier, shape: tuple[int, ...], context: Context) -> Quantifier | None:
    wanted = {"diagonal": 2, "column": 2, "row": 2}.get(
        node.kind, len(node.indices) if node.kind == "entry" else None
    )
    if wanted is not None and len(shape) != wanted:
        message = f"`{node.kind}` does not fit a coupling with {len(shape)} generation indices"
        context.report("Z124", message, node.span)
        return None
    limits = {"entry": shape, "column": shape[1:], "row": shape[:1]}.get(node.kind, ())
    for index, size in zip(node.indices, limits, strict=False):
        if not 1 <= index <= size:
            context.report("Z113", f"generations run from 1 to {size}, not to {index}", node.span)
            return None
    return Quantifier(node.kind, tuple(index - 1 for index in node.indices), node.only)


# ------------------------------------------------------------------ rotation
def resolve_rotation(
    statement: ast.RotationStatement,
    fields: Mapping[str, Field],
    groups: Mapping[str, Group],
    earlier: tuple[Rotation, ...],
    scope: Scope,
) -> Rotation | None:
    """A rotation of the generations of a fermion; it may refer to earlier ones."""
    target, context = statement.target, scope.context
    found = fields.get(target.field)
    if found is None or not found.is_fermion:
        context.unknown_name(
            target.field, target.span, "fermion", [f.name for f in fields.values() if f.is_fermion]
        )
        return None
    is_doublet = any(irrep.dimension == 2 and not groups[g].is_global for g, irrep in found.irreps.items())
    allowed = ("up", "down") if is_doublet else ("",)
    if target.component not in allowed:
        hint = (
            f"write {target.field}.up or {target.field}.down" if is_doublet else f"write {target.field} alone"
        )
        context.report(
            "Z115", f"`{target.field}` has no component `{target.component}`", target.span, hints=(hint,)
        )
        return None
    names = {_rotation_name(r.field, r.component): fields[r.field].generations for r in earlier}
    if _rotation_name(target.field, target.component) in names:
        context.report("Z121", f"the rotation of `{statement.target.span.text}` is given twice", target.span)
        return None
    try:
        matrix = _resolve_matrix(statement.matrix, found.generations, names, scope)
    except Invalid:
        return None
    return Rotation(target.field, target.component, matrix, statement.span)


def _rotation_name(field: str, component: str) -> str:
    return f"{field}.{component}" if component else field


def _resolve_matrix(
    node: ast.Expression, size: int, names: Mapping[str, int], scope: Scope
) -> MatrixExpression:
    match node:
        case ast.ListLiteral(span, rows):
            return _resolve_rows(rows, size, span, scope)
        case ast.Symbol(span, name):
            return _resolve_reference(name, size, names, span, scope)
        case ast.Component(span, field, component):
            return _resolve_reference(_rotation_name(field, component), size, names, span, scope)
        case ast.Call(span, function, arguments) if function in ("dag",) and len(arguments) == 1:
            inner = _resolve_matrix(arguments[0], size, names, scope)
            return MatrixExpression(inner.rows, inner.reference, not inner.dagger, inner.factors)
        case ast.Product(span, factors):
            if any(operator == "/" for operator, _ in factors):
                raise scope.fail("Z117", "matrices cannot be divided", span)
            return MatrixExpression(factors=tuple(_resolve_matrix(f, size, names, scope) for _, f in factors))
    raise scope.fail(
        "Z124", "a matrix is needed here: rows in brackets, CKM, an earlier rotation, or a product", node.span
    )


def _resolve_reference(
    name: str, size: int, names: Mapping[str, int], span, scope: Scope
) -> MatrixExpression:  # type: ignore[no-untyped-def]
    known = {**{matrix: 3 for matrix in KNOWN_MATRICES}, **names}
    if name not in known:
        scope.context.unknown_name(name, span, "matrix", known)
        raise Invalid
    if known[name] != size:
        raise scope.fail(
            "Z124", f"`{name}` is a {known[name]} x {known[name]} matrix, {size} x {size} is needed", span
        )
    return MatrixExpression(reference=name)


def _resolve_rows(rows: tuple[ast.Expression, ...], size: int, span, scope: Scope) -> MatrixExpression:  # type: ignore[no-untyped-def]
    fits = len(rows) == size and all(isinstance(r, ast.ListLiteral) and len(r.items) == size for r in rows)
    if not fits:
        raise scope.fail("Z124", f"a {size} x {size} matrix is needed here", span)
    return MatrixExpression(
        rows=tuple(
            tuple(resolve_expression(item, scope) for item in row.items)
            for row in rows
            if isinstance(row, ast.ListLiteral)
        )
    )


# ------------------------------------------------------------------ integrate, search
def resolve_integration(
    statement: ast.IntegrateStatement,
    groups: tuple[Group, ...],
    fields: Mapping[str, Field],
    known: Mapping[str, str],
    context: Context,
) -> Integration | None:
    """What is integrated out is a gauge boson, or a field."""
    candidates = {g.boson or g.name for g in groups if not g.is_global} | {
        g.name for g in groups if not g.is_global
    }
    name = statement.name.name
    if name not in candidates and name not in fields:
        context.unknown_name(name, statement.name.span, "boson or field", sorted(candidates | set(fields)))
        return None
    scope = Scope(context, {}, {**known, **dict.fromkeys(GEV, "unit")}, decimals=True)
    try:
        scale: Expression = resolve_expression(statement.scale.value, scope)
    except Invalid:
        return None
    unit = statement.scale.unit
    if unit is not None:
        if unit.name not in GEV:
            context.report(
                "Z122",
                f"no unit is called `{unit.name}`",
                unit.span,
                hints=("known units: " + ", ".join(GEV),),
            )
            return None
        scale = Multiply((Constant(GEV[unit.name]), scale))
    return Integration(name, scale, statement.span)


def resolve_search(
    statement: ast.SearchStatement, groups: Mapping[str, Group], context: Context
) -> Search | None:
    """A search runs over the charges of one gauged U(1)."""
    group = groups.get(statement.group.name)
    if group is None or not group.is_abelian:
        context.unknown_name(statement.group.name, statement.group.span, "U(1)", groups)
        return None
    if statement.lower > statement.upper or max(abs(statement.lower), abs(statement.upper)) > MAX_SEARCH:
        context.report("Z123", f"the range must be ascending and within {MAX_SEARCH}", statement.span)
        return None
    return Search(group.name, statement.lower, statement.upper, statement.span)
