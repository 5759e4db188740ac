"""`small`: the parameters that series expand in."""

from __future__ import annotations

from zmodel.model.draft import Draft
from zmodel.model.model import SmallParameter
from zmodel.model.points import quantity_names
from zmodel.syntax import ast

MAX_ORDER = 8
"""Twice the highest order of a series: what counts as more is as good as zero."""


def resolve_small(draft: Draft) -> tuple[SmallParameter, ...]:
    """The small parameters with their orders; a coupling that is a matrix is small as a whole."""
    known = quantity_names(draft)
    found: dict[str, SmallParameter] = {}
    for statement in draft.of_type(ast.SmallStatement):
        for node in statement.parameters:
            name = node.name.name
            if name not in known:
                draft.context.unknown_name(name, node.name.span, "coupling or parameter", known)
            elif not 1 <= node.order <= MAX_ORDER:
                message = f"the order of a small parameter is between 1 and {MAX_ORDER}"
                draft.context.report("Z123", message, node.span)
            elif name in found:
                related = [(found[name].span, "first here")]
                draft.context.report("Z121", f"`{name}` is declared small twice", node.span, related=related)
            else:
                found[name] = SmallParameter(name, node.order, node.span)
    return tuple(found.values())
