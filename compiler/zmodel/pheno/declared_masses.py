"""Masses of bosons that a point gives twice: as declared, and by vacuum values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zmodel.derive.electroweak import weak_group
from zmodel.derive.matching.boson_mass import vacuum_masses
from zmodel.diagnostics import Diagnostic
from zmodel.model import Model
from zmodel.model.expression import EvaluationError, Name, Value, evaluate
from zmodel.model.model import Point

TOLERANCE = 1e-3
"""Relative; numbers of points are rounded."""

OTHERS = "masses and observables use it where one vacuum value stands behind it, and vacuum values else"


def check_declared_masses(model: Model, point: Point, values: Mapping[str, Value]) -> Iterator[Diagnostic]:
    """Warnings (Z516) for declared masses that are not those of the vacuum values of the same point.

    Args:
        model: with the point's exact parameters put in.
        point: that gives the numbers.
        values: by name, energies in GeV.
    """
    weak = weak_group(model)
    singlets = tuple(field for field in model.scalars if field.vev and (weak is None or weak.name not in field.irreps))
    items = {item.name: item for item in point.values}
    for group in model.abelian_groups:
        if group.mass is None or group.mass not in items:
            continue
        ((square,),) = vacuum_masses(model, singlets, (group,))
        try:
            given = abs(complex(evaluate(square.expression(), values))) ** 0.5
            declared = abs(complex(evaluate(Name(group.mass), values)))
        except (EvaluationError, ArithmeticError):
            continue
        if given and abs(declared - given) > TOLERANCE * given:
            yield Diagnostic(
                "Z516",
                f"`{group.mass}` is {declared:.6g} GeV at this point, where vacuum values give {given:.6g} GeV",
                items[group.mass].span,
                notes=(f"matching uses {group.mass}, {OTHERS}",),
            )
