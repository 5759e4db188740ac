"""Parameters, `let`, the unknowns of charges, and the ring of polynomials that charges live in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeGuard

from zmodel.algebra import Ring
from zmodel.limits import hint
from zmodel.model.draft import Draft
from zmodel.model.expressions import InvalidError, Let, check_size, resolve_expression
from zmodel.model.model import DOMAINS, Domain, Parameter
from zmodel.source import Span
from zmodel.syntax import ast


# ------------------------------------------------------------------ param
def resolve_parameters(draft: Draft) -> None:
    """Declares the parameters; without a domain they are rational."""
    for statement in draft.of_type(ast.ParamStatement):
        domain = "rational" if statement.domain is None else statement.domain.name
        for name in statement.names:
            declared = draft.context.declare(name, "parameter")
            if declared and _is_domain(domain):
                draft.parameters[name.name] = Parameter(name.name, domain, name.span)
            elif not _is_domain(domain):
                draft.context.broken.add(name.name)
        if statement.domain is not None and not _is_domain(domain):
            similar, hints = draft.context.similar(domain, DOMAINS), ["known kinds: " + ", ".join(DOMAINS)]
            message = f"`{domain}` is no kind of parameter"
            draft.context.report("Z115", message, statement.domain.span, similar=similar, hints=hints)


def _is_domain(name: str) -> TypeGuard[Domain]:
    return name in DOMAINS


# ------------------------------------------------------------------ let
def resolve_lets(draft: Draft) -> None:
    """Declares the `let`s; they see parameters and earlier `let`s only, so they cannot go in circles."""
    for statement in draft.of_type(ast.LetStatement):
        if not draft.context.declare(statement.name, "let"):
            continue
        try:
            draft.lets[statement.name.name] = _resolve_let(statement.value, draft)
        except InvalidError:
            draft.context.broken.add(statement.name.name)


def _resolve_let(node: ast.Expression, draft: Draft) -> Let:
    scope = draft.scope()
    size, depth = check_size(node, scope)
    if not _is_charge_list(node, draft):
        return Let(node, resolve_expression(node, scope), size, depth)
    known = draft.known_parameters
    for inner in ast.walk(node):
        if isinstance(inner, ast.Unknown) and not inner.name:
            hints = ["give it a name, as in `?q`"]
            raise scope.fail("Z117", "an unknown without a name stands for a field's charge", inner.span, hints)
        if isinstance(inner, ast.Symbol) and inner.name not in known and inner.name not in draft.lets:
            raise scope.unknown(inner.name, inner.span)
    return Let(node, None, size, depth)


def _is_charge_list(node: ast.Expression, draft: Draft) -> bool:
    """Whether an expression can stand in charges only: it holds a list or an unknown."""
    return any(
        isinstance(inner, ast.ListLiteral | ast.Unknown)
        or (isinstance(inner, ast.Symbol) and inner.name in draft.lets and draft.lets[inner.name].value is None)
        for inner in ast.walk(node)
    )


# ------------------------------------------------------------------ unknown charges
def declare_unknowns(draft: Draft) -> None:
    """Declares the unknowns that charges are written with, and makes the ring of all charges.

    An unknown without a name belongs to one field, generation and group, and is called after the field and
    the generation.
    """
    unknowns: dict[str, Parameter] = {}
    owners: dict[str, tuple[str, str]] = {}
    for statement in draft.of_type(ast.LetStatement):
        for name, _, span in unknowns_in(statement.value, ()):
            unknowns.setdefault(name, Parameter(name, "unknown", span))
    for field, generations, group, value in _written_charges(draft):
        for name, is_own, span in unknowns_in(value, unknown_names(field, generations)):
            unknowns.setdefault(name, Parameter(name, "unknown", span))
            if is_own and owners.setdefault(name, (field, group)) != (field, group):
                _report_shared(name, span, owners[name], (field, group), draft)
                break
    symbols = [p.name for p in draft.parameters.values() if p.domain != "complex"] + list(unknowns)
    most = draft.context.limits.charge_symbols
    if len(symbols) > most:
        last = [*draft.parameters.values(), *unknowns.values()][-1]
        message = f"charges with more than {most} parameters and unknowns"
        draft.context.report("Z104", message, last.span, hints=[hint("charge_symbols")])
    draft.parameters |= unknowns
    draft.ring = Ring(tuple(symbols[:most]))


def unknown_names(field: str, generations: int) -> tuple[str, ...]:
    """What `?` in the charge of each generation is called: ?L1, ?L2, ?L3, or ?phi for a single generation."""
    if generations == 1:
        return (f"?{field}",)
    return tuple(f"?{field}{generation}" for generation in range(1, generations + 1))


def _written_charges(draft: Draft) -> Iterator[tuple[str, int, str, ast.Expression]]:
    """Field, number of generations, group and expression of all charges, in written order."""
    generations: dict[str, int] = {}
    for statement in draft.field_statements():
        count = min(max(statement.generations or 1, 1), draft.context.limits.generations)
        generations.setdefault(statement.name.name, count)
        for assignment in statement.assignments:
            if not isinstance(assignment.value, str):
                yield statement.name.name, count, assignment.group.name, assignment.value
    for block in draft.of_type(ast.ChargesStatement):
        for charge in block.charges:
            name = charge.field.name
            yield name, generations.get(name, 1), block.group.name, charge.value


def unknowns_in(node: ast.Expression, own: tuple[str, ...]) -> Iterator[tuple[str, bool, Span]]:
    """The unknowns of a charge: symbol, whether it was written without a name, and place.

    Args:
        node: the charge, or a part of it.
        own: what an unknown without a name is called in the generations that the part is about.
    """
    match node:
        case ast.Unknown(span, ""):
            yield from ((name, True, span) for name in own)
        case ast.Unknown(span, name):
            yield f"?{name}", False, span
        case ast.ListLiteral(_, items) if len(items) == len(own):
            for item, name in zip(items, own, strict=True):
                yield from unknowns_in(item, (name,))
        case _:
            for operand in ast.operands(node):
                yield from unknowns_in(operand, own)


def _report_shared(name: str, span: Span, first: tuple[str, str], second: tuple[str, str], draft: Draft) -> None:
    charges = [f"{field} under {group}" for field, group in (first, second)]
    message = f"`{name}` would be the charge of {charges[0]} and of {charges[1]}"
    hints = [f"give one of them a name of its own, for instance {name}_{second[1]}"]
    draft.context.report("Z111", message, span, hints=hints)


# ------------------------------------------------------------------ what is not used
def report_unused(draft: Draft) -> None:
    """Warns of each parameter and `let` that no expression of the model mentions."""
    used = {
        name
        for statement in draft.statements
        if not isinstance(statement, ast.PointStatement)
        for name in _mentioned(statement)
    }
    for name in (*draft.parameters, *draft.lets):
        if name not in used and name not in draft.context.broken and not name.startswith("?"):
            kind, span = draft.context.declared[name]
            message = f"`{name}` is declared but not used"
            draft.context.report("Z501", message, span, label=f"no expression mentions this {kind}")


def _mentioned(statement: ast.Statement) -> Iterator[str]:
    for node in ast.walk(statement):
        match node:
            case ast.Symbol(_, name) | ast.GaugeOption(_, "mass", ast.Identifier(_, name)):
                yield name
