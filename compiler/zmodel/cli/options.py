"""Options that several commands have, and what their texts mean."""

from __future__ import annotations

import click

from zmodel.derive.beta.loops import LoopOrders
from zmodel.diagnostics import DiagnosticError


def _loop_orders(_context: click.Context, _option: click.Parameter, text: str) -> LoopOrders:
    try:
        return LoopOrders.parse(text)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


loops_option = click.option(
    "--loops",
    metavar="ORDERS",
    callback=_loop_orders,
    default="2",
    show_default=True,
    help="Loop orders of the beta functions: 2, or those of gauge, Yukawa and potential couplings as in 3-2-2.",
)


def scale_of(text: str, option: str) -> float:
    """An energy in GeV, such as `10 TeV`, `M_Pl` or `1e10`.

    Args:
        text: as written.
        option: whose value it is.

    Raises:
        DiagnosticError: if it is none.
    """
    from zmodel.model.points import parse_energy

    value, diagnostics = parse_energy(text, option)
    if value is None:
        raise DiagnosticError(diagnostics)
    return value
