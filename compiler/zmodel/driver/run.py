"""A run over one model: what is asked, what has been derived, and what was found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from zmodel.derive.beta.loops import LoopOrders
from zmodel.diagnostics import Diagnostic
from zmodel.driver.analysis import Analysis, Diagnostics
from zmodel.limits import DEFAULT, Limits
from zmodel.model import Model
from zmodel.model.model import Point

TWO_LOOPS = LoopOrders(2, 2, 2)


@dataclass(frozen=True)
class Pass:
    """One derivation: the results it needs, and a function of them and of the run."""

    needs: tuple[str, ...]
    run: Callable[[Run], tuple[Any, Diagnostics]]


@dataclass
class Run:
    """One analysed model, the options of the derivations, and the results so far.

    `loops` are those of the beta functions, `dimension` the highest of operators; `point` gives numbers where a
    report shows some. `group` is the U(1) whose charges are solved for, `bound` that of integer solutions and `shown`
    how many of these are listed; None is left to the file. `basis` is that of the WCxf document, `only` what flavio and
    smelli are asked for; if empty they choose. `order` is that of series in mixing with heavy fermions. `real` and
    `massless` tell that beta functions are for real couplings, and without masses and trilinear couplings. `limits`
    bound lists of operators.
    """

    analysis: Analysis
    loops: LoopOrders = TWO_LOOPS
    dimension: int = 4
    point: Point | None = None
    group: str | None = None
    bound: int | None = None
    shown: int = 20
    basis: str = "Warsaw"
    only: tuple[str, ...] = ()
    order: int = 2
    real: bool = False
    massless: bool = False
    limits: Limits = DEFAULT
    results: dict[str, Any] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    @property
    def model(self) -> Model:
        """The model."""
        return self.analysis.model
