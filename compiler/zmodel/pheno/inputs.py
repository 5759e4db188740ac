"""Numbers for the names of a model: those of a point, and measured ones for the Standard Model's part."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from zmodel.derive.breaking.vacuum import MassSymbol
from zmodel.derive.standard_model import MissingStandardModel, StandardModel, find_standard_model
from zmodel.model import Model
from zmodel.model.expression import EvaluationError, Value, evaluate, names_in
from zmodel.model.model import Point
from zmodel.pheno.constants import constant, fermi_vacuum_value, measured_entries
from zmodel.pheno.electroweak_tests import tree_couplings

BEYOND_NUMBERS = "the numbers of this point are too large or too small"
"""Why something has no value at a point."""

TREE_LEVEL = "tree level, from M_W, M_Z and G_F"


@dataclass(frozen=True)
class Input:
    """A number and where it is from."""

    value: Value
    origin: str


class MissingInputError(ValueError):
    """Names that a result needs and that have no value."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = tuple(sorted(names))
        super().__init__(f"no value for {', '.join(self.names)}")


def gather_inputs(model: Model, point: Point | None, masses: tuple[MassSymbol, ...] = ()) -> dict[str, Input]:
    """A number for every name that has one.

    Args:
        model: with or without the point's exact parameters put in.
        point: goes before measured values; entries of matrices are `Yu[3,3]`, counted from 1.
        masses: declared masses; one that only vacuum values give is computed from them.
    """
    result = _measured(model)
    if point is not None:
        for item in point.values:
            indices = ",".join(str(i + 1) for i in item.indices)
            name = f"{item.name}[{indices}]" if indices else item.name
            result[name] = Input(item.value, f"point {point.name}")
    for mass in masses:
        name = mass.symbol.name
        if name not in result and mass.value is not None:
            known = {symbol: result[symbol.name].value for symbol in mass.value.free_symbols if symbol.name in result}
            if len(known) == len(mass.value.free_symbols):
                result[name] = Input(float(mass.value.subs(known)), "vacuum values")
    return result


def numbers(inputs: Mapping[str, Input]) -> dict[str, Value]:
    """The values alone."""
    return {name: item.value for name, item in inputs.items()}


def _measured(model: Model) -> dict[str, Input]:
    values = {name: Input(entry, source) for name, (entry, source) in measured_entries().items()}
    found = find_standard_model(model)
    if isinstance(found, MissingStandardModel):
        return values
    vacuum = fermi_vacuum_value(constant("G_F"))
    hypercharge, weak = tree_couplings(constant("M_W"), constant("M_Z"), vacuum)
    values[model.group(found.hypercharge).coupling or ""] = Input(hypercharge, TREE_LEVEL)
    values[model.group(found.weak).coupling or ""] = Input(weak, TREE_LEVEL)
    return values | {name: Input(v, "G_F") for name, v in _higgs_vacuum_value(model, found, vacuum).items()}


def _higgs_vacuum_value(model: Model, found: StandardModel, vacuum: float) -> dict[str, float]:
    """The name in the doublet's vacuum value v/sqrt(2), if there is one name and the value is proportional to it."""
    vev = model.field(found.higgs.field).vev
    names = {name for entry in vev for name in names_in(entry)}
    if len(names) != 1:
        return {}
    (name,) = names
    try:
        squared = [sum(abs(evaluate(entry, {name: x})) ** 2 for entry in vev) for x in (1.0, 2.0)]
    except EvaluationError:
        return {}
    if not squared[0] or abs(squared[1] / squared[0] - 4) > 1e-9:
        return {}
    return {name: vacuum / float(2 * squared[0]) ** 0.5}
