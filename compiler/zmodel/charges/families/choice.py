"""Which family or integer solution is put into a model file."""

from __future__ import annotations

from zmodel.charges.families.find import FamilyReport
from zmodel.charges.families.rewrite import Charges
from zmodel.charges.sample import Sample
from zmodel.model import Model


class ChoiceError(Exception):
    """There is no such family or solution, or it does not give all charges."""


def choose(
    model: Model, report: FamilyReport, sample: Sample | None, family: int | None, solution: int | None
) -> Charges:
    """The charges of one family or of one integer solution, each counted from 1.

    Free unknowns stay unknown in a solution, and are parameters of a family.

    Raises:
        ChoiceError: if there is none of that number, or a family still has equations to be solved.
    """
    if family is not None:
        return _family(model, report, family)
    if sample is None:
        raise ChoiceError("integer solutions need a bound: `--max-charge N`, or a line `search X in -N..N`")
    if solution is None or solution > len(sample.rows):
        raise ChoiceError(f"there are {sample.count} solutions up to {sample.bound}, and no number {solution}")
    values = sample.unknowns[solution - 1]
    comment = (
        f"Solution {solution} of {sample.count} with |charge| up to {sample.bound} for {report.group} of {model.name}."
    )
    if sample.free:
        comment += f" Nothing fixes {', '.join(sample.free)}."
    return Charges(
        {name: str(value) for name, value in values.items()}, (), f"{model.name}_solution{solution}", comment
    )


def _family(model: Model, report: FamilyReport, number: int) -> Charges:
    if number > len(report.families):
        raise ChoiceError(f"there are {len(report.families)} families, and no number {number}")
    family = report.families[number - 1]
    if family.equations:
        raise ChoiceError(
            f"family {number} still has equations to be solved; one without, or a solution, can be written"
        )
    values = {name: family.ring.format(value) for name, value in family.parameters.unknowns.items()}
    own = {name: values.pop(name) for name in list(values) if not name.startswith("?")}
    fixed = [f"{name} = {value}" for name, value in own.items() if name != value]
    if fixed:
        raise ChoiceError(f"family {number} holds for {', '.join(fixed)} only; put that into the file first")
    comment = f"Family {number} of charges under {report.group} of {model.name}, found by `zmodel solve`."
    new = tuple(name for name in family.ring.symbols if name not in own)
    return Charges(values, new, f"{model.name}_family{number}", comment)
