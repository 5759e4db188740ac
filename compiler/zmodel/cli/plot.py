"""`zmodel plot`: figures of what `zmodel run` and `zmodel scan` have written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from zmodel.cli.files import protect
from zmodel.diagnostics import Diagnostic, DiagnosticError


@click.command("plot")
@click.argument("result", type=click.Path())
@click.option("-o", "--output", metavar="FIGURE", required=True, type=click.Path(), help="A .pdf, .svg or .png file.")
@click.option("--title", metavar="TEXT", help="Above the figure, instead of the model's title.")
@click.option("--x", metavar="NAME", help="What the horizontal axis shows, if more than two numbers vary.")
@click.option("--y", metavar="NAME", help="What the vertical axis shows.")
@click.option("--contours", metavar="COLUMN", help="Lines on which this column of a scan is constant.")
def plot_command(
    result: str, output: str, title: str | None, x: str | None, y: str | None, contours: str | None
) -> None:
    """Draws RESULT: a dataset of `zmodel scan`, or a Parquet file of `zmodel run`.

    A scan of two numbers is drawn as a plane, its classes in colours, with a cross at the point it varies; one of other
    numbers as the share of each class along each of them. A run is drawn as all couplings against the scale.
    """
    if (x is None) != (y is None):
        raise click.UsageError("--x and --y need each other")
    check_ending(output)
    protect(Path(output), Path(result))
    with figure_errors(result, output):
        from zmodel.emit.formula import latex_name
        from zmodel.run.plots import draw_surface, draw_trajectories, is_scan, read_scan, read_trajectories

        path = Path(result)
        if is_scan(path):
            shown = None if x is None or y is None else (x, y)
            draw_surface(read_scan(path, latex_name, title, shown, contours), Path(output))
        elif x is not None or contours is not None:
            raise click.UsageError("--x, --y and --contours are for scans")
        else:
            draw_trajectories(read_trajectories(path, latex_name, title), Path(output))
    click.echo(f"{result}: drew {output}")


def check_ending(figure: str) -> None:
    """Refuses a file that is no figure by its name.

    Raises:
        BadParameter: then.
    """
    from zmodel.figures import FORMS

    if Path(figure).suffix.lower() not in FORMS:
        raise click.BadParameter(f"{figure} must end in {', '.join(FORMS[:-1])} or {FORMS[-1]}")


@contextmanager
def figure_errors(result: str, output: str) -> Iterator[None]:
    """Turns what can be wrong with a figure into diagnostics.

    Args:
        result: what is drawn.
        output: the file of the figure.

    Raises:
        DiagnosticError: Z005 or Z434.
    """
    from zmodel.dataset import DatasetError
    from zmodel.figures import MissingExtraError
    from zmodel.run.plots import PlotError

    try:
        yield
    except MissingExtraError:
        hint = "pip install zmodel[plot]"
        raise DiagnosticError([Diagnostic("Z434", "there is no package `matplotlib`", hints=(hint,))]) from None
    except (PlotError, DatasetError) as error:
        raise DiagnosticError([Diagnostic("Z434", f"cannot draw {result}: {error}")]) from None
    except OSError as error:
        raise DiagnosticError([Diagnostic("Z005", f"cannot write {output}: {error.strerror}")]) from None
