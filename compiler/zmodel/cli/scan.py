"""`zmodel scan`: many points of a model, classified."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

import click

from zmodel import __version__
from zmodel.cli.files import protect
from zmodel.cli.options import given_limits, limit_option
from zmodel.cli.output import exit_on_errors, print_diagnostics, print_json
from zmodel.cli.progress import progress_bar
from zmodel.diagnostics import Diagnostic, DiagnosticError
from zmodel.driver.scan_tasks import scan_task
from zmodel.driver.scanning import analyse_scan, scan_header
from zmodel.files import file_loader, read_source
from zmodel.prepared import prepared

if TYPE_CHECKING:
    from zmodel.driver import Run
    from zmodel.model.scan import ScanFile
    from zmodel.run.scan import ScanTask
    from zmodel.run.scan.executors import Compute


@click.command("scan")
@click.argument("file", type=click.Path())
@click.argument("scan", type=click.Path())
@click.option("-o", "--output", metavar="DIR", type=click.Path(), help="Write every point to a dataset, or go on.")
@click.option("--cluster", "address", metavar="ADDRESS", help="Compute on the Dask cluster of this scheduler.")
@click.option("--json", "as_json", is_flag=True, help="Print data for other programs.")
@limit_option
def scan_command(file: str, scan: str, output: str | None, address: str | None, as_json: bool) -> None:
    """Computes and classifies the points of SCAN, a TOML file, for the model FILE.

    SCAN says what varies, on a grid or at random, where trajectories start and end, and what the classes are. With -o
    every point is written to Parquet files; a scan that was interrupted goes on where it stopped.
    """
    diagnostics: list[Diagnostic] = []
    with exit_on_errors(as_json, diagnostics):
        begin = perf_counter()
        if output is not None:
            protect(Path(output))
        run, request = _analyse(file, scan, diagnostics)
        task = scan_task(run, request, prepared)
        diagnostics += run.diagnostics
        if task is None:
            raise DiagnosticError([])
        data = _compute(task, scan_header(run, request, __version__), output, address)
        data["seconds"] = round(perf_counter() - begin, 3)
    if as_json:
        print_json(data, diagnostics)
        return
    print_diagnostics(diagnostics)
    click.echo(_summary(data))


def _analyse(file: str, scan: str, diagnostics: list[Diagnostic]) -> tuple[Run, ScanFile]:
    limits = given_limits()
    model, text = read_source(Path(file), file, limits), read_source(Path(scan), scan, None)
    run, request, found = analyse_scan(model, text, file_loader(limits=limits), limits)
    diagnostics += found
    if run is None or request is None:
        raise DiagnosticError([])
    if request.model is not None and Path(scan).parent.joinpath(request.model.name).resolve() != Path(file).resolve():
        message = f"the scan is about {request.model.name}, not about {file}"
        diagnostics.append(Diagnostic("Z514", message, request.model.span))
    return run, request


def _compute(task: ScanTask, header: dict[str, Any], output: str | None, address: str | None) -> dict[str, Any]:
    from zmodel.dataset import DatasetError
    from zmodel.native import BuildError
    from zmodel.run.scan import class_counts, count_classes, missing_numbers, write_scan

    data: dict[str, Any] = {"model": header["model"], "points": task.scan.points}
    try:
        with _executor(address) as execute, progress_bar("scanning", "points") as progress:
            if output is None:
                return {**data, "classes": count_classes(task, execute, progress)}
            folder = Path(output)
            manifest, before = write_scan(folder, task, header, execute, progress)
        parts = {"dataset": output, "parts": len(manifest.chunks), "found_before": before}
        missing = {"no_number": missing_numbers(folder, task, manifest)}
        return {**data, "classes": class_counts(folder, task, manifest), **parts, **missing}
    except DatasetError as error:
        hint = "choose another folder, or remove this one"
        message = f"{output} is not a dataset of this scan: {error}"
        raise DiagnosticError([Diagnostic("Z431", message, hints=(hint,))]) from None
    except BuildError as error:
        first, *rest = str(error).splitlines()
        raise DiagnosticError([Diagnostic("Z410", first, notes=tuple(rest))]) from None
    except OSError as error:
        raise DiagnosticError([Diagnostic("Z005", f"cannot write {output}: {error.strerror}")]) from None


@contextmanager
def _executor(address: str | None) -> Iterator[Compute]:
    """This machine, or a cluster."""
    from zmodel.run.scan import ClusterError, cluster, local

    if address is None:
        yield local
        return
    try:
        with cluster(address) as execute:
            yield execute
    except ImportError:
        hint = "pip install zmodel[cluster]"
        raise DiagnosticError([Diagnostic("Z432", "there is no package `distributed`", hints=(hint,))]) from None
    except ClusterError as error:
        raise DiagnosticError([Diagnostic("Z432", str(error))]) from None


def _summary(data: dict[str, Any]) -> str:
    lines = [f"{data['model']}: {data['points']:,} points ({data['seconds']:.2f} s)"]
    width = max(map(len, data["classes"]))
    for name, count in data["classes"].items():
        lines.append(f"  {name:{width}}  {count:>12,}  {count / max(data['points'], 1):7.2%}")
    if "dataset" in data:
        known = f", {data['found_before']:,} points there before" if data["found_before"] else ""
        lines.append(f"{data['dataset']}: {data['parts']} parts{known}")
        for name, count in data["no_number"].items():
            lines.append(f"  {name} has no number at {count:,} points")
    return "\n".join(lines)
