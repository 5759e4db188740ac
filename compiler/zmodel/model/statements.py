"""Requirements, rotations, integrations and searches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zmodel.diagnostics import Edit
from zmodel.model.draft import Draft
from zmodel.model.expression import Constant, multiply
from zmodel.model.expressions import InvalidError, Scope, resolve_expression
from zmodel.model.model import (
    Field,
    Integration,
    MatrixExpression,
    Monomial,
    Quantifier,
    Requirement,
    Rotation,
    Search,
)
from zmodel.model.points import quantity_unit, unit_names
from zmodel.model.terms import generation_shape, resolve_monomial
from zmodel.source import Span
from zmodel.syntax import ast

PREDICATES = ("diquark", "leptoquark", "proton_decay")
KNOWN_MATRICES: Mapping[str, int] = {"CKM": 3, "PMNS": 3}
MAX_SEARCH = 10_000


# ------------------------------------------------------------------ require
def resolve_requirements(draft: Draft) -> Iterator[Requirement]:
    """One requirement per subject; wrong ones are reported and left out."""
    for statement in draft.of_type(ast.RequireStatement):
        if statement.kind == "anomaly_free":
            yield Requirement("anomaly_free", None, None, None, Quantifier("any"), statement.span)
        for subject in statement.subjects:
            requirement = _resolve_subject(statement, subject, draft)
            if requirement is not None:
                yield requirement


def _resolve_subject(statement: ast.RequireStatement, subject: ast.Subject, draft: Draft) -> Requirement | None:
    name = _single_name(subject.term)
    if name in draft.couplings:
        coupling = draft.couplings[name]
        quantifier = _resolve_quantifier(subject.quantifier, coupling.monomials[0], draft)
        if quantifier is None:
            return None
        return Requirement(statement.kind, name, None, None, quantifier, subject.span)
    if name in PREDICATES and name not in draft.fields:
        if subject.quantifier is not None:
            draft.context.report("Z124", f"`{name}` has no entries to choose from", subject.quantifier.span)
            return None
        return Requirement(statement.kind, None, None, name, Quantifier("any"), subject.span)
    monomial = _resolve_term(name, subject.term, draft)
    if monomial is None:
        return None
    quantifier = _resolve_quantifier(subject.quantifier, monomial, draft)
    if quantifier is None:
        return None
    return Requirement(statement.kind, None, monomial, None, quantifier, subject.span)


def _resolve_term(name: str, term: ast.Term, draft: Draft) -> Monomial | None:
    """A term that is only asked about."""
    if name and name not in draft.fields:
        candidates = (*draft.couplings, *draft.fields, *PREDICATES)
        draft.context.unknown_name(name, term.span, "coupling, field or predicate", candidates)
        return None
    if len(term.monomials) > 1:
        draft.context.report("Z117", "a sum of terms; ask about one term at a time", term.span)
        return None
    return resolve_monomial(term.monomials[0], draft)


def _single_name(term: ast.Term) -> str:
    """The name that a term consists of if it is just one bare name, else an empty string."""
    match term.monomials:
        case (ast.Monomial(_, coefficient, (ast.FieldFactor(_, name, ()),)),) if coefficient == 1:
            return name
    return ""


def _resolve_quantifier(node: ast.Quantifier | None, monomial: Monomial, draft: Draft) -> Quantifier | None:
    if node is None:
        return Quantifier("any")
    shape = generation_shape(monomial, draft.fields)
    wanted = {"diagonal": 2, "column": 2, "row": 2, "entry": len(node.indices)}.get(node.kind, len(shape))
    if len(shape) != wanted:
        message = f"`{node.kind}` does not fit a coupling with {len(shape)} generation indices"
        draft.context.report("Z124", message, node.span)
        return None
    limits = {"entry": shape, "column": shape[1:], "row": shape[:1]}.get(node.kind, ())
    for index, size in zip(node.indices, limits, strict=True):
        if not 1 <= index <= size:
            draft.context.report("Z113", f"generations run from 1 to {size}, not to {index}", node.span)
            return None
    return Quantifier(node.kind, tuple(index - 1 for index in node.indices), node.only)


# ------------------------------------------------------------------ rotation
def resolve_rotations(draft: Draft) -> tuple[Rotation, ...]:
    """Rotations of the generations of fermions; each may refer to earlier ones."""
    rotations: dict[str, Rotation] = {}
    for statement in draft.of_type(ast.RotationStatement):
        name = _rotation_name(statement.target)
        if not _check_target(statement.target, draft):
            continue
        if name in rotations:
            draft.context.report("Z121", f"the rotation of `{name}` is given twice", statement.target.span)
            continue
        sizes = {earlier: draft.fields[r.field].generations for earlier, r in rotations.items()}
        size = draft.fields[statement.target.field].generations
        try:
            matrix = _resolve_matrix(statement.matrix, size, {**KNOWN_MATRICES, **sizes}, draft.scope())
        except InvalidError:
            draft.context.broken.add(name)
            continue
        target = statement.target
        rotations[name] = Rotation(target.field, target.component, matrix, statement.span)
    return tuple(rotations.values())


def _rotation_name(target: ast.Component) -> str:
    return f"{target.field}.{target.component}" if target.component else target.field


def _check_target(target: ast.Component, draft: Draft) -> bool:
    context, name = draft.context, target.field
    fermions = {field.name for field in draft.fields.values() if field.is_fermion}
    if name not in fermions:
        if name in draft.fields:
            context.report("Z115", f"`{name}` is a {draft.fields[name].spin}; only fermions are rotated", target.span)
        else:
            context.unknown_name(name, target.span, "fermion", fermions)
        return False
    is_doublet = _is_weak_doublet(draft.fields[name], draft)
    if target.component in (("up", "down") if is_doublet else ("",)):
        return True
    if is_doublet:
        message = f"`{name}` is a doublet: its components rotate one by one"
        hint, texts = f"write {name}.up or {name}.down", [f"{name}.up", f"{name}.down"]
    else:
        message = f"`{name}` has no component `{target.component}`"
        hint, texts = f"write {name} alone", [name]
    context.report("Z115", message, target.span, hints=[hint], fixes=[Edit(target.span, text) for text in texts])
    return False


def _is_weak_doublet(field: Field, draft: Draft) -> bool:
    irreps = field.irreps.items()
    return any(irrep.dimension == 2 and not draft.groups[group].is_global for group, irrep in irreps)


def _resolve_matrix(node: ast.Expression, size: int, names: Mapping[str, int], scope: Scope) -> MatrixExpression:
    """A matrix of the given size, made of rows, of known matrices and of earlier rotations (`names`)."""
    match node:
        case ast.ListLiteral():
            return _resolve_rows(node, size, scope)
        case ast.Symbol(span, name):
            return _resolve_reference(name, size, names, span, scope)
        case ast.Component(span):
            return _resolve_reference(_rotation_name(node), size, names, span, scope)
        case ast.Call(_, "dag", (argument,)):
            inner = _resolve_matrix(argument, size, names, scope)
            return MatrixExpression(inner.rows, inner.reference, not inner.dagger, inner.factors)
        case ast.Product(span, factors):
            if any(operator == "/" for operator, _ in factors):
                raise scope.fail("Z117", "matrices cannot be divided", span)
            return MatrixExpression(factors=tuple(_resolve_matrix(factor, size, names, scope) for _, factor in factors))
    hints = ["possible are rows in brackets, CKM, PMNS, earlier rotations, dag() and products of these"]
    raise scope.fail("Z124", "a matrix is needed here", node.span, hints)


def _resolve_reference(name: str, size: int, names: Mapping[str, int], span: Span, scope: Scope) -> MatrixExpression:
    if name not in names:
        scope.context.unknown_name(name, span, "matrix", names)
        raise InvalidError
    if names[name] != size:
        message = f"`{name}` is a {names[name]} x {names[name]} matrix, {size} x {size} is needed"
        raise scope.fail("Z124", message, span)
    return MatrixExpression(reference=name)


def _resolve_rows(node: ast.ListLiteral, size: int, scope: Scope) -> MatrixExpression:
    rows = [row.items for row in node.items if isinstance(row, ast.ListLiteral)]
    if len(node.items) != size or [len(row) for row in rows] != [size] * size:
        raise scope.fail("Z124", f"a {size} x {size} matrix is needed here", node.span)
    return MatrixExpression(rows=tuple(tuple(resolve_expression(item, scope) for item in row) for row in rows))


# ------------------------------------------------------------------ integrate, search
def resolve_integrations(draft: Draft) -> tuple[Integration, ...]:
    """What is integrated out at tree level: gauge bosons and fields."""
    bosons = {name for g in draft.groups.values() if not g.is_global for name in (g.name, g.boson) if name}
    known = draft.known_parameters | unit_names()
    advice = (
        "declare a parameter for the scale, such as `param M : real`; numbers with a unit, vacuum values and masses of "
        "bosons will do, too"
    )
    scope = Scope(draft.context, known, draft.lets, decimals=True, advice=(advice,))
    integrations: list[Integration] = []
    for statement in draft.of_type(ast.IntegrateStatement):
        name, span = statement.name.name, statement.name.span
        if name not in bosons and name not in draft.fields:
            draft.context.unknown_name(name, span, "boson or field", {*bosons, *draft.fields})
            continue
        if not _means_one_thing(name, span, draft):
            continue
        try:
            unit = quantity_unit(statement.scale, scope)
            value = resolve_expression(statement.scale.value, scope)
        except InvalidError:
            continue
        scale = value if unit == 1 else multiply([Constant(unit), value])
        integrations.append(Integration(name, scale, statement.span))
    return tuple(integrations)


def _means_one_thing(name: str, span: Span, draft: Draft) -> bool:
    """Reports a name that a boson shares with a field or with another gauge group, which are no clash elsewhere."""
    gauged = [group for group in draft.groups.values() if not group.is_global]
    places = [(group.span, f"the boson of {group.name}") for group in gauged if group.boson == name]
    places += [(group.span, "the gauge group") for group in gauged if group.name == name and group.boson != name]
    if name in draft.fields:
        places.append((draft.fields[name].span, "the field"))
    if len(places) < 2:
        return True
    message = f"`{name}` is the name of {' and of '.join(what for _, what in places)}"
    hints = ["give one of them another name; a boson is named by `boson NAME` behind its group"]
    draft.context.report("Z111", message, span, label="could be either", related=places, hints=hints)
    return False


def resolve_searches(draft: Draft) -> tuple[Search, ...]:
    """Searches for the charges of gauged U(1)s."""
    gauged = {g.name for g in draft.groups.values() if g.is_abelian and not g.is_global}
    searches: dict[str, Search] = {}
    for statement in draft.of_type(ast.SearchStatement):
        name, lower, upper = statement.group.name, statement.lower, statement.upper
        if name not in gauged:
            draft.context.unknown_name(name, statement.group.span, "gauged U(1)", gauged)
        elif lower > upper or max(abs(lower), abs(upper)) > MAX_SEARCH:
            message = f"the range must be ascending and within {MAX_SEARCH}"
            draft.context.report("Z123", message, statement.span)
        elif name in searches:
            draft.context.report("Z121", f"a second search for the charges of {name}", statement.span)
        else:
            searches[name] = Search(name, lower, upper, statement.span)
    return tuple(searches.values())
