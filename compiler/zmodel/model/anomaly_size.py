"""How many terms the products of charges have that anomalies are sums of, known without multiplying them out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container
from itertools import combinations_with_replacement

from zmodel.algebra.polynomial import most_terms
from zmodel.limits import hint
from zmodel.model.draft import Draft
from zmodel.model.model import Field


def check_anomaly_size(draft: Draft) -> None:
    """Reports the fermion with which the products of three charges have too many terms."""
    context, total = draft.context, 0
    gauged = {group.name for group in draft.groups.values() if not group.is_global}
    for field in draft.fields.values():
        if field.is_fermion:
            total += _terms(field, gauged)
        if total > context.limits.anomaly_terms:
            message = f"the products of three charges in anomalies have more than {context.limits.anomaly_terms} terms"
            hints = ["give shorter charges, or numbers for parameters", hint("anomaly_terms")]
            context.report("Z104", message, field.span, label="with the charges of this field", hints=hints)
            return


def _terms(field: Field, gauged: Container[str]) -> int:
    """The products of three charges of a field have no more terms together."""
    charged = [charges for group, charges in field.charges.items() if group in gauged]
    return sum(
        most_terms([(generation[i], power) for i, power in Counter(triple).items()])
        for generation in zip(*charged, strict=True)
        for triple in combinations_with_replacement(range(len(charged)), 3)
    )
