"""`zmodel atlas`: counts and lists anomaly-free charges, and asks datasets of them."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

import click

from zmodel import __version__
from zmodel.cli.analysis import analyse_path
from zmodel.cli.atlas_query import query
from zmodel.cli.files import protect
from zmodel.cli.options import limit_option
from zmodel.cli.output import exit_on_errors, print_diagnostics, print_json
from zmodel.cli.progress import progress_bar
from zmodel.cli.solve import OPEN_QUESTIONS
from zmodel.diagnostics import Diagnostic, DiagnosticError

if TYPE_CHECKING:
    from zmodel.charges.request import Search, SearchOptions


class _Atlas(click.Group):
    """A group whose first argument is a model file or the name of a command."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in self.commands and args[0] not in ctx.help_option_names:
            args = ["build", *args]
        return super().parse_args(ctx, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, "FILE [OPTIONS]")
        formatter.write_usage(ctx.command_path, 'query DATASET "SELECT ..." [OPTIONS]')

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for name in ("build", "query"):
            command = self.commands[name]
            options = (item for item in command.params if isinstance(item, click.Option))
            records = [record for item in options if (record := item.get_help_record(ctx)) is not None]
            with formatter.section(f"Options of {'FILE' if name == 'build' else 'query'}"):
                formatter.write_dl(records)


@click.group("atlas", cls=_Atlas)
def atlas() -> None:
    """Anomaly-free integer charges up to a bound: counted, written to a dataset, or queried.

    The charges are those that FILE leaves unknown (`?`). Solutions that differ by a permutation of fermions with equal
    quantum numbers, by the sign or by a common factor count once, and so does the zero solution. A query is SQL on the
    view `solutions`; docs/atlas.md lists its columns.
    """


# ------------------------------------------------------------------ counting and listing
@atlas.command("build", hidden=True)
@click.argument("file", type=click.Path())
@click.option("--max-charge", "bound", metavar="N", type=click.IntRange(0), help="Bound; else that of `search`.")
@click.option("--count", "only_count", is_flag=True, help="Count the solutions; the default without -o.")
@click.option("-o", "--output", metavar="DIR", type=click.Path(), help="Write the solutions to a dataset, or go on.")
@click.option("--group", metavar="X", help="The U(1), if several have unknown charges.")
@click.option("--modulo", metavar="Y", help="Divide out shifts of the charges by multiples of those of this U(1).")
@click.option("--point", metavar="NAME", help="Put in the parameters of this point of the file.")
@click.option("--json", "as_json", is_flag=True, help="Print data for other programs.")
@limit_option
def build(
    file: str,
    bound: int | None,
    only_count: bool,
    output: str | None,
    group: str | None,
    modulo: str | None,
    point: str | None,
    as_json: bool,
) -> None:
    """Counts solutions, or writes them to a folder."""
    if only_count and output is not None:
        raise click.UsageError("--count and -o exclude each other: a dataset knows its number of solutions")
    diagnostics: list[Diagnostic] = []
    with exit_on_errors(as_json, diagnostics):
        if output is not None:
            protect(Path(output))
        run, found = analyse_path(file, point)
        diagnostics += found
        if run is None:
            raise DiagnosticError([])
        from zmodel.charges.request import SearchOptions

        options = SearchOptions(bound, group, modulo, run.limits.equation_terms)
        search = _search(run.analysis, options, diagnostics)
        begin = perf_counter()
        data = _count(search, diagnostics) if output is None else _write(search, Path(output))
        data["seconds"] = round(perf_counter() - begin, 3)
    if as_json:
        print_json(data, diagnostics)
        return
    print_diagnostics(diagnostics)
    click.echo(_summary(data))


def _search(analysis: Any, options: SearchOptions, diagnostics: list[Diagnostic]) -> Search:
    from zmodel.charges.request import find_search

    search, found = find_search(analysis.model, analysis.couplings, options)
    diagnostics[:] = [item for item in diagnostics if item.code not in OPEN_QUESTIONS]
    diagnostics += found
    return search


def _data(search: Search, number: int) -> dict[str, Any]:
    return {
        "model": search.model.name,
        "group": search.problem.group,
        "max_charge": search.bound,
        "modulo": search.modulo,
        "unknowns": len(search.problem.unknowns),
        "free": list(search.problem.free),
        "count": number,
    }


def _count(search: Search, diagnostics: list[Diagnostic]) -> dict[str, Any]:
    from zmodel.charges import BuildError, SearchError, count, count_python
    from zmodel.charges.request import is_small, search_failed

    problem, span = search.problem, search.model.group(search.problem.group).span
    try:
        number = count(problem, search.bound, search.direction)
    except BuildError as error:
        if search.direction is not None or not is_small(problem, search.bound):
            raise DiagnosticError([_no_compiler(error)]) from None
        message = "the search runs in Python, as there is no compiled code"
        diagnostics.append(Diagnostic("Z510", message, notes=tuple(str(error).splitlines())))
        number = count_python(problem, search.bound)
    except (SearchError, MemoryError) as error:
        raise DiagnosticError([search_failed(error, span)]) from None
    return _data(search, number)


def _no_compiler(error: Exception) -> Diagnostic:
    first, *rest = str(error).splitlines()
    return Diagnostic("Z410", first, notes=tuple(rest))


def _write(search: Search, folder: Path) -> dict[str, Any]:
    from zmodel.charges import BuildError, SearchError
    from zmodel.charges.atlas.dataset import write_dataset
    from zmodel.charges.request import search_failed
    from zmodel.dataset import DatasetError

    span = search.model.group(search.problem.group).span
    try:
        with progress_bar("searching", "solutions") as progress:
            manifest, before = write_dataset(folder, search, __version__, progress)
    except DatasetError as error:
        raise DiagnosticError([_not_a_dataset(folder, error)]) from None
    except BuildError as error:
        raise DiagnosticError([_no_compiler(error)]) from None
    except (SearchError, MemoryError) as error:
        raise DiagnosticError([search_failed(error, span)]) from None
    except OSError as error:
        raise DiagnosticError([Diagnostic("Z005", f"cannot write {folder}: {error.strerror}")]) from None
    parts = {"dataset": str(folder), "parts": len(manifest.chunks), "found_before": before}
    return {**_data(search, manifest.rows), **parts}


def _not_a_dataset(folder: Path, error: Exception) -> Diagnostic:
    hint = "choose another folder, or remove this one"
    return Diagnostic("Z411", f"{folder} is not a dataset of this search: {error}", hints=(hint,))


def _summary(data: dict[str, Any]) -> str:
    text = f"{data['model']}: {data['count']:,} inequivalent charges under {data['group']} up to {data['max_charge']}"
    if data["modulo"]:
        text += f", shifts by {data['modulo']} divided out"
    if "dataset" not in data:
        return f"{text} ({data['seconds']:.2f} s)"
    known = f", {data['found_before']:,} of them there before" if data["found_before"] else ""
    return f"{text}\n{data['dataset']}: {data['parts']} parts{known} ({data['seconds']:.2f} s)"


atlas.add_command(query)
