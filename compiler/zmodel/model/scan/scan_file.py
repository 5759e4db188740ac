"""What a scan file says, checked."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from math import prod
from typing import Literal

from zmodel.model.conditions import Condition, words_in
from zmodel.model.expression import Expression
from zmodel.model.model import Point, PointValue
from zmodel.model.quantities import Target
from zmodel.source import Span


@dataclass(frozen=True)
class Axis:
    """A number that varies.

    Attributes:
        target: what the number is given to.
        shown: its key in the scan file, such as `alpha(y)`.
        column: where it is stored: `start(y)` for a coupling `y` that runs, whose own column holds the end, else as
            shown.
        spacing: whether numbers are equally spaced in the exponent of ten, equally spaced, or listed.
        low: the first exponent or number; 0 where numbers are listed.
        high: the last one.
        steps: how many numbers a grid has along the axis; 0 where numbers are listed, or drawn.
        values: the numbers that are listed.
        both_signs: whether the lower half of the numbers is negative, in falling order of their size.
    """

    target: Target
    shown: str
    column: str
    spacing: Literal["log10", "range", "values"]
    low: float = 0.0
    high: float = 0.0
    steps: int = 0
    values: tuple[float, ...] = ()
    both_signs: bool = False
    span: Span = dataclasses.field(compare=False, repr=False, kw_only=True)

    @property
    def label(self) -> str:
        """Of the coupling or parameter, `Yd[2,3]` for an entry."""
        return self.target.label

    @property
    def size(self) -> int:
        """How many numbers a grid has along the axis."""
        return len(self.values) if self.spacing == "values" else self.steps


@dataclass(frozen=True)
class ScanClass:
    """A name for the points at which a condition holds, and no earlier one."""

    name: str
    condition: Condition
    span: Span = dataclasses.field(compare=False, repr=False)


@dataclass(frozen=True)
class Column:
    """A number at the start of each point, from what is given there."""

    name: str
    expression: Expression
    span: Span = dataclasses.field(compare=False, repr=False)


@dataclass(frozen=True)
class Named:
    """A name that is given to others to look up, and where it stands."""

    name: str
    span: Span = dataclasses.field(compare=False, repr=False)


@dataclass(frozen=True)
class Asked:
    """A number that an emitted function gives, and the column for it.

    Attributes:
        column: a name of the user's own, which expressions can have, or the output's.
        name: of the output, such as `BR(Z' -> mu mu)`.
    """

    column: str
    name: str
    span: Span = dataclasses.field(compare=False, repr=False)


@dataclass(frozen=True)
class ScanFile:
    """A scan of a model.

    Attributes:
        model: path of the model file, seen from the scan file.
        point: where numbers start from.
        fixed: numbers that replace the point's.
        axes: what varies; the last one varies fastest.
        draws: how many points are drawn at random; None for a grid.
        seed: of the draws.
        begin: scale at which trajectories start, in GeV; None if nothing runs and there is no scale.
        end: scale at which they end, in GeV; None if nothing runs.
        rtol: relative error of a step.
        atol: absolute error of a step that is allowed besides.
        loops: orders of the beta functions, as in `--loops`.
        check_along: scales of the whole trajectory at which stability is looked at; None for the end alone.
        strong: alpha beyond which a trajectory ends.
        classes: the first whose condition holds names a point.
        columns: computed from numbers at the start, each from those before it, too.
        observables: emitted observables that are columns.
        matching: emitted coefficients of SMEFT that are columns.
        keep: columns that are kept; None for all.
    """

    model: Named | None
    point: Point | None
    fixed: tuple[PointValue, ...]
    axes: tuple[Axis, ...]
    draws: int | None
    seed: int
    begin: float | None
    end: float | None
    rtol: float
    atol: float
    loops: str
    check_along: int | None
    strong: float | None
    classes: tuple[ScanClass, ...]
    columns: tuple[Column, ...]
    observables: tuple[Asked, ...]
    matching: tuple[Asked, ...]
    keep: tuple[Named, ...] | None
    span: Span = dataclasses.field(compare=False, repr=False)

    @property
    def points(self) -> int:
        """Their number."""
        return prod(axis.size for axis in self.axes) if self.draws is None else self.draws

    @property
    def columns_at_start(self) -> tuple[str, ...]:
        """The columns of what is known at the start of each point."""
        asked = (item.column for item in (*self.observables, *self.matching))
        return (*(axis.column for axis in self.axes), *asked, *(item.name for item in self.columns))

    @property
    def words(self) -> frozenset[str]:
        """All that conditions depend on; entries of couplings that the model forbids may be among it, and are zero."""
        return frozenset().union(*(words_in(item.condition) for item in self.classes))
