"""A bar on standard error for long work, if somebody looks at it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import TYPE_CHECKING

from zmodel.cli.output import on_terminal

if TYPE_CHECKING:
    from zmodel.dataset import Progress as Done


@contextmanager
def progress_bar(work: str, things: str) -> Iterator[Callable[[Done], None]]:
    """Shows what is done, the rate, and the time that is left.

    Args:
        work: what is going on, such as `searching`.
        things: what is counted, such as `solutions`.
    """
    if not on_terminal(sys.stderr):
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f}%"),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
    )
    begin = perf_counter()
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(work, total=1.0)

        def show(done: Done) -> None:
            rate = done.fresh / max(perf_counter() - begin, 1e-9)
            bar.update(task, completed=done.done, description=f"{done.rows:,} {things}, {rate:,.0f} a second")

        yield show
