"""Vacua of one weak doublet and one singlet: decays of bosons to scalars need no scalar masses there."""

from __future__ import annotations

from zmodel.derive.electroweak import vacuum_scalars, weak_group
from zmodel.model import Field, Model


def is_plain(model: Model) -> bool:
    """Whether at most one weak doublet and at most one singlet give masses to bosons.

    The doublet is then W W and Z h of the equivalence theorem, and the phase of the singlet is a Goldstone boson. With
    a further doublet, triplet or singlet there are physical scalars beside these, whose masses and mixing decide.
    """
    charged = [field for field in vacuum_scalars(model) if _is_charged(model, field)]
    multiplets = [field for field in charged if field.dimension > 1]
    doublets = [field for field in multiplets if _is_weak_doublet(model, field)]
    return len(charged) - len(multiplets) <= 1 and len(multiplets) == len(doublets) <= 1


def _is_charged(model: Model, field: Field) -> bool:
    """Whether some gauge boson couples to a field."""
    return any(not model.group(name).is_global for name in (*field.irreps, *field.charges))


def _is_weak_doublet(model: Model, field: Field) -> bool:
    weak = weak_group(model)
    return weak is not None and tuple(field.irreps) == (weak.name,) and field.dimension == 2
