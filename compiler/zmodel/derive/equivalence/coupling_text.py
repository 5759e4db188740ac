"""Relations between couplings, as text."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from zmodel.derive.equivalence.spans import CouplingRelation


def coupling_lines(relations: Sequence[CouplingRelation]) -> tuple[tuple[str, str], ...]:
    """A line for each coupling; for each entry of a matrix if that is no matrix of the other model times a number."""
    grouped: dict[str, list[CouplingRelation]] = {}
    for relation in relations:
        grouped.setdefault(relation.term.coupling, []).append(relation)
    lines = []
    for name, items in grouped.items():
        kinds = {
            (r.sum[0][0], r.sum[0][1].coupling, r.sum[0][2]) if len(r.sum) == 1 and r.sum[0][1].entry else None
            for r in items
        }
        kind = kinds.pop()
        if kinds or kind is None or any(r.term.name != name + _tail(r.term.name, name) for r in items):
            lines += [(r.term.name, relation_text(r)) for r in items]
        else:
            factor, other, conjugated = kind
            lines.append((name, _scaled(factor, _conjugated(other, conjugated))))
    return tuple(lines)


def _tail(written: str, name: str) -> str:
    """`(1,2)` of an entry's name; nothing of an entry that is kept under a name of its own."""
    return written.removeprefix(name) if written.startswith(f"{name}(") else ""


def relation_text(relation: CouplingRelation) -> str:
    """A number of one model as a sum of the other's: `2 lambda_2 - conj(a)`."""
    text = ""
    for factor, term, conjugated in relation.sum:
        part = _scaled(factor, _conjugated(term.name, conjugated))
        text = part if not text else f"{text} - {part[1:]}" if part.startswith("-") else f"{text} + {part}"
    return text


def _conjugated(name: str, conjugated: bool) -> str:
    return f"conj({name})" if conjugated else name


def _scaled(factor: Fraction, name: str) -> str:
    if abs(factor) == 1:
        return name if factor > 0 else f"-{name}"
    return f"{factor} {name}"
