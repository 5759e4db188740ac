"""Fields: representations, charges and vacuum values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from zmodel.diagnostics import Edit
from zmodel.groups import Irrep, RepresentationError, from_dimension_name
from zmodel.limits import hint
from zmodel.model.charges import ChargeScope, resolve_charges
from zmodel.model.context import Context, counted
from zmodel.model.draft import Draft
from zmodel.model.expression import CONSTANTS
from zmodel.model.expressions import InvalidError, resolve_expression
from zmodel.model.model import Field, Group, Parameter
from zmodel.model.parameters import unknown_names
from zmodel.source import Span
from zmodel.syntax import ast


def resolve_fields(draft: Draft) -> None:
    """Declares the fields with their representations, charges and vacuum values."""
    statements = [s for s in draft.field_statements() if _declare_field(s, draft)]
    _resolve_charges(statements, draft)
    for field in draft.fields.values():
        _check_reality(field, draft.context)
    for statement in statements:
        if isinstance(statement, ast.ScalarStatement) and statement.vev:
            _resolve_vev(statement, draft)


# ------------------------------------------------------------------ representations
def _declare_field(statement: ast.FieldStatement, draft: Draft) -> bool:
    """Declares a field with its representations; False if it is no field to work with."""
    name, context = statement.name, draft.context
    if not context.declare(name, "field"):
        return False
    if not _check_generations(statement, context):
        context.broken.add(name.name)
        return False
    irreps: dict[str, Irrep] = {}
    for assignment in statement.assignments:
        group = _assigned_group(assignment, draft)
        if group is None:
            context.broken.add(name.name)
        elif group.name in irreps:
            context.report("Z121", f"`{group.name}` is given twice", assignment.span)
        elif not group.is_abelian:
            irrep = _resolve_irrep(assignment, group, context)
            if irrep is None:
                context.broken.add(name.name)
            else:
                irreps[group.name] = irrep
    field = Field(
        name.name,
        _spin(statement),
        statement.chirality if isinstance(statement, ast.FermionStatement) else "",
        statement.generations or 1,
        {group: irrep for group, irrep in irreps.items() if not irrep.is_singlet},
        {},
        not isinstance(statement, ast.FermionStatement) and statement.real,
        (),
        name.span,
    )
    most = context.limits.components
    if field.dimension > most:
        context.report("Z104", f"a field of more than {most} components", name.span, hints=[hint("components")])
    draft.fields[field.name] = field
    return True


def _spin(statement: ast.FieldStatement) -> Literal["fermion", "scalar", "vector"]:
    match statement:
        case ast.FermionStatement():
            return "fermion"
        case ast.ScalarStatement():
            return "scalar"
        case ast.VectorStatement():
            return "vector"


def _check_generations(statement: ast.FieldStatement, context: Context) -> bool:
    generations, span = statement.generations, statement.name.span
    most = context.limits.generations
    if generations is not None and not 1 <= generations <= most:
        message = f"`{statement.name.name}` has {generations} generations"
        hints = [f"possible are 1 to {most}"] + ([hint("generations")] if generations else [])
        context.report("Z113", message, span, hints=hints)
        return False
    spin = _spin(statement)
    if spin != "fermion" and generations not in (None, 1):
        advice = f"declare the {spin}s one by one, or as a representation of a global group"
        context.report("Z113", f"{spin}s have no generations", span, hints=[advice])
        return False
    return True


def _assigned_group(assignment: ast.Assignment, draft: Draft) -> Group | None:
    """The group that an assignment is about; None after reporting that there is none, or of another kind."""
    group = draft.groups.get(assignment.group.name)
    if group is None:
        draft.context.unknown_name(assignment.group.name, assignment.group.span, "group", draft.groups)
    elif group.is_abelian and isinstance(assignment.value, str):
        message = f"`{assignment.value}` is a representation, but {group.name} is a U(1)"
        draft.context.report("Z115", message, assignment.span)
        return None
    return group


def _resolve_irrep(assignment: ast.Assignment, group: Group, context: Context) -> Irrep | None:
    value, span = assignment.value, assignment.span
    text = value if isinstance(value, str) else _irrep_text(value)
    if text is None:
        hints = [f"write a dimension, as in {group.n}, or Dynkin labels in brackets"]
        context.report("Z114", f"this is not a representation of SU({group.n})", span, hints=hints)
        return None
    try:
        return from_dimension_name(group.n, text)
    except RepresentationError as error:
        hints = ["possible are " + ", ".join(error.suggestions)] if error.suggestions else []
        fixes = [Edit(assignment.value_span, name) for name in error.suggestions]
        context.report("Z114", str(error), span, hints=hints, fixes=fixes)
        return None


def _irrep_text(value: ast.Expression) -> str | None:
    """A dimension or a list of Dynkin labels as text, if the expression is one."""
    match value:
        case ast.Number(_, number, False):
            return str(number)
        case ast.ListLiteral(_, items) if all(isinstance(item, ast.Number) for item in items):
            labels = [_irrep_text(item) for item in items]
            return None if None in labels else "[" + ",".join(filter(None, labels)) + "]"
    return None


# ------------------------------------------------------------------ charges
def _resolve_charges(statements: list[ast.FieldStatement], draft: Draft) -> None:
    scope = ChargeScope(draft.scope(), draft.ring)
    given: set[tuple[str, str]] = set()
    for field, group, node, span in _written_charges(statements, draft):
        if (field, group) in given:
            message = f"the charge of `{field}` under {group} is given twice"
            draft.context.report("Z121", message, span)
            continue
        given.add((field, group))
        found = draft.fields[field]
        try:
            charges = resolve_charges(node, unknown_names(field, found.generations), scope)
        except InvalidError:
            continue
        if not all(charge.is_zero() for charge in charges):
            draft.fields[field] = replace(found, charges={**found.charges, group: charges})


def _written_charges(
    statements: list[ast.FieldStatement], draft: Draft
) -> Iterator[tuple[str, str, ast.Expression, Span]]:
    """Field, U(1), expression and place of each charge, first those of the fields' own statements."""
    abelian = {group.name for group in draft.groups.values() if group.is_abelian}
    for statement in statements:
        for assignment in statement.assignments:
            if assignment.group.name in abelian and not isinstance(assignment.value, str):
                yield statement.name.name, assignment.group.name, assignment.value, assignment.span
    for block in draft.of_type(ast.ChargesStatement):
        if block.group.name not in abelian:
            draft.context.unknown_name(block.group.name, block.group.span, "U(1)", abelian)
            continue
        for charge in block.charges:
            if charge.field.name in draft.fields:
                yield charge.field.name, block.group.name, charge.value, charge.span
            else:
                draft.context.unknown_name(charge.field.name, charge.field.span, "field", draft.fields)


def _check_reality(field: Field, context: Context) -> None:
    if not field.is_real:
        return
    if field.charges:
        groups = " and ".join(field.charges)
        context.report("Z208", f"the real field `{field.name}` cannot have a charge under {groups}", field.span)
    kinds = [irrep.reality for irrep in field.irreps.values()]
    if "complex" in kinds or kinds.count("pseudoreal") % 2:
        context.report("Z208", f"the representation of `{field.name}` is not real", field.span)


# ------------------------------------------------------------------ vacuum values
def _resolve_vev(statement: ast.ScalarStatement, draft: Draft) -> None:
    context, field, nodes = draft.context, draft.fields[statement.name.name], statement.vev
    scope = draft.scope(open_names=True)
    try:
        vev = tuple(resolve_expression(node, scope) for node in nodes)
    except InvalidError:
        context.broken.update(symbol.name for symbol in _vacuum_symbols(statement, draft))
        return
    if field.name in context.broken:
        return  # its representations are wrong, so nothing can be said about the number of components
    if len(vev) != field.dimension:
        numbers = counted(field.dimension, "component"), counted(len(vev), "vacuum value")
        message = f"`{field.name}` has {numbers[0]}, not {numbers[1]}"
        context.report("Z113", message, nodes[0].span.to(nodes[-1].span))
        return
    draft.fields[field.name] = replace(field, vev=vev)


def declare_vacuum_symbols(draft: Draft) -> None:
    """Vacuum values and the masses of bosons declare their symbols by using them."""
    for scalar in draft.of_type(ast.ScalarStatement):
        for symbol in _vacuum_symbols(scalar, draft):
            if symbol.name not in draft.parameters and draft.context.declare(symbol, "vacuum value"):
                draft.parameters[symbol.name] = Parameter(symbol.name, "vev", symbol.span)
    for gauge in draft.of_type(ast.GaugeStatement):
        for option in gauge.options:
            name = option.name
            if option.kind == "mass" and name.name not in draft.parameters and draft.context.declare(name, "mass"):
                draft.parameters[name.name] = Parameter(name.name, "mass", name.span)


def _vacuum_symbols(statement: ast.ScalarStatement, draft: Draft) -> Iterator[ast.Identifier]:
    """The symbols of a vacuum value, each as often as it stands there, without what is declared elsewhere."""
    elsewhere = {*CONSTANTS, *draft.parameters, *draft.lets, *draft.context.broken}
    for node in ast.walk(statement.vev):
        if isinstance(node, ast.Symbol) and node.name not in elsewhere:
            yield ast.Identifier(node.span, node.name)
