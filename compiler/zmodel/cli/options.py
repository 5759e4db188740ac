"""Options that several commands have, and what their texts mean."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import click

from zmodel.derive.beta.loops import LoopOrders
from zmodel.diagnostics import DiagnosticError
from zmodel.limits import DEFAULT, LIMITS, LimitError, Limits


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


class Positive(click.FloatRange):
    """A positive, finite number, within bounds if there are any."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The number; nan would be in every range, as it is neither smaller nor larger."""
        number = click.FLOAT.convert(value, param, ctx)
        if not 0 < number < math.inf:
            self.fail(f"{value} is not a positive, finite number.", param, ctx)
        return super().convert(number, param, ctx)


def _form(context: click.Context, option: click.Parameter, is_chosen: bool) -> None:
    earlier = context.params.setdefault("form", None)
    if not is_chosen:
        return
    if earlier is not None:
        raise click.UsageError(f"--{earlier} and --{option.name} exclude each other", context)
    context.params["form"] = option.name


def form_option(name: str, text: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """`--NAME`, a form of output; the command's argument `form` is the name of the one that is chosen, or None.

    Args:
        name: of the form.
        text: of the help.
    """
    return click.option(f"--{name}", is_flag=True, expose_value=False, callback=_form, help=text)


json_form = form_option("json", "Print data for other programs.")
latex_form = form_option("latex", "Print LaTeX tables.")


def _limits(context: click.Context, _option: click.Parameter, texts: tuple[str, ...]) -> None:
    changes: dict[str, int] = {}
    for text in texts:
        name, _, number = text.partition("=")
        if not number.isascii() or not number.isdecimal() or len(number) > _LONGEST:
            raise click.BadParameter(f"{text!r} is not NAME=NUMBER")
        changes[name.replace("-", "_")] = int(number)
    try:
        context.obj = DEFAULT.raised(changes)
    except LimitError as error:
        raise click.BadParameter(str(error)) from None


_LONGEST = max(len(str(limit.highest)) for limit in LIMITS.values()) + 1

limit_option = click.option(
    "--limit",
    metavar="NAME=NUMBER",
    callback=_limits,
    multiple=True,
    expose_value=False,
    help="Allow more, as in `generations=64`; may be repeated. The language reference lists all limits.",
)


def given_limits() -> Limits:
    """The limits of the command that runs."""
    found = click.get_current_context().find_object(Limits)
    return DEFAULT if found is None else found


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
