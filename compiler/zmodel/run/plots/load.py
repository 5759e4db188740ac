"""Figures of what `zmodel run` and `zmodel scan` have found, in memory or in files."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from stat import S_ISDIR
from typing import Any

import numpy as np
from numpy.typing import NDArray

from zmodel.dataset import Manifest, read_whole
from zmodel.figures import mathematics, plain
from zmodel.model.conventions import why_not_ours
from zmodel.run.columns import MU, NUMBER, POINT, coupling_column
from zmodel.run.integrator import Status
from zmodel.run.plots.surface import Axis, BoundsFigure, Classes, Contours, ScatterFigure, SurfaceFigure
from zmodel.run.plots.trajectories import Curve, Panel, TrajectoryFigure
from zmodel.run.trajectory import Trajectory
from zmodel.syntax.lexing import spelled_out

Numbers = NDArray[np.float64]
Spell = Callable[[str], str]
"""From the label of a coupling to TeX, as `delta_t` to `\\delta_{t}`."""

LOOP_FACTOR = 1 / (4 * np.pi) ** 2

ROUNDING = 1e-12
"""Relative differences of numbers that an axis cannot show."""

MOST_DECADES, HIGHEST_CONTOUR = 1e300, 1e100
"""Ratio of the ends of a logarithmic axis, and size of numbers with contours, that matplotlib can work with."""


_ENDS = {"scale": r"\mathrm{scale}\,/\,\mathrm{GeV}", "unstable_at": r"\mathrm{unstable\ at}\,/\,\mathrm{GeV}"}
"""Columns of scans that are words."""


MOST_OF_BOTH = 1e100
"""Size of numbers of both signs, and of their inverses, that matplotlib can work with."""


class PlotError(Exception):
    """What is to be drawn is not there, or cannot be drawn like this."""


@contextmanager
def _reading() -> Iterator[None]:
    """Raises PlotError if a path cannot be read; to what cannot be written OSError is left."""
    try:
        yield
    except FileNotFoundError:
        raise PlotError("it does not exist") from None
    except OSError as error:
        raise PlotError(f"it cannot be read: {error.strerror}") from None


def is_scan(path: Path) -> bool:
    """Whether a path is that of a folder, as datasets of scans are, and not of a file, as runs are.

    Raises:
        PlotError: if there is nothing.
    """
    with _reading():
        return S_ISDIR(path.stat().st_mode)


def _check_conventions(header: Mapping[str, Any]) -> None:
    """Raises PlotError if numbers hold by other conventions than those that figures are labelled for."""
    if reason := why_not_ours(header.get("conventions")):
        raise PlotError(reason)


# ------------------------------------------------------------------ trajectories
def trajectory_figure(title: str, found: Mapping[str, Trajectory], spell: Spell) -> TrajectoryFigure:
    """The figure of trajectories, by name of their points."""
    powers = {
        label: item.power
        for trajectory in found.values()
        for label, item in trajectory.elements.items()
        if item.is_pure
    }
    panels = []
    for point, trajectory in found.items():
        pole = trajectory.scale if trajectory.status == Status.POLE else None
        curves = _curves(trajectory.values, powers, spell)
        panels.append(Panel(plain(f"{title}: {point}"), trajectory.mu, curves, pole))
    return TrajectoryFigure(tuple(panels), _vertical(powers, spell))


def read_trajectories(path: Path, spell: Spell, title: str | None = None) -> TrajectoryFigure:
    """The figure of a Parquet file that `zmodel run -o` has written.

    Raises:
        PlotError: if it is none.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    with _reading():
        content = path.read_bytes()
    try:
        table = pq.read_table(pa.BufferReader(content))
        header = json.loads(table.schema.metadata[b"zmodel"])
        _check_conventions(header)
        points = np.array(table[POINT].to_pylist())
        columns = {name: table[name].to_numpy() for name in table.column_names if name != POINT}
        powers = {str(label): int(power) for label, power in header["powers"].items()}
        shown = title or str(header["title"] or header["model"])
        panels = []
        for point in dict.fromkeys(points.tolist()):
            part = {name: column[points == point] for name, column in columns.items()}
            stored, pole = _joined(part), header["ends"][point]["pole"]
            scales = part[MU] if pole is None else np.array([*part[MU], pole])
            if not (np.isfinite(scales) & (scales > 0)).all():
                raise ValueError
            values = {label: stored[coupling_column(label)] for label in powers if coupling_column(label) in stored}
            panels.append(Panel(plain(f"{shown}: {point}"), part[MU], _curves(values, powers, spell), pole))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, pa.ArrowException) as error:
        raise PlotError("it is no table of trajectories that `zmodel run -o FILE.parquet` has written") from error
    return TrajectoryFigure(tuple(panels), _vertical(powers, spell))


def _joined(columns: Mapping[str, Numbers]) -> dict[str, NDArray[Any]]:
    """Complex numbers from their two columns, as `real_columns` makes them."""
    numbers: dict[str, NDArray[Any]] = {}
    for name, column in columns.items():
        stem, _, part = name.rpartition(".")
        if part == "re":
            numbers[stem] = column + 1j * columns[f"{stem}.im"]
        elif part != "im":
            numbers[name] = column
    return numbers


def _curves(values: Mapping[str, NDArray[Any]], powers: Mapping[str, int], spell: Spell) -> tuple[Curve, ...]:
    return tuple(
        Curve(mathematics(_alpha_name(label, power, spell)), _alpha(values[label], power))
        for label, power in powers.items()
        if label in values
    )


def _alpha(numbers: NDArray[Any], power: int) -> Numbers:
    """|g|^2/(4 pi)^2 for power 1, lambda/(4 pi)^2 for power 2, and else the number itself."""
    if power == 1:
        return np.asarray(np.abs(numbers) ** 2 * LOOP_FACTOR, dtype=np.float64)
    real = np.abs(numbers) if np.iscomplexobj(numbers) and np.any(numbers.imag) else numbers.real
    return np.asarray(real * (LOOP_FACTOR if power else 1.0), dtype=np.float64)


def _alpha_name(label: str, power: int, spell: Spell) -> str:
    return rf"\alpha_{{{spell(label)}}}" if power else spell(label)


def _vertical(powers: Mapping[str, int], spell: Spell) -> str:
    others = [f"|{spell(label)}|" for label, power in powers.items() if not power]
    return mathematics(r",\ ".join((r"|\alpha_i|", *others)))


# ------------------------------------------------------------------ scans
@dataclass(frozen=True)
class _Scan:
    """What a manifest says: column and spacing of each number that varies, and numbers at the point itself."""

    title: str
    is_grid: bool
    columns: Mapping[str, str]
    spacings: Mapping[str, str]
    cross: Mapping[str, float]


def _scan(manifest: Manifest) -> _Scan:
    header = manifest.header
    if header["kind"] != "scan":
        raise PlotError("it holds no scan")
    _check_conventions(header)
    try:
        return _Scan(
            str(header["title"] or header["model"]),
            header["draws"] is None,
            {str(axis["name"]): str(axis["column"]) for axis in header["axes"]},
            {str(axis["name"]): str(axis["spacing"]) for axis in header["axes"]},
            {str(name): float(value) for name, value in header["cross"].items()},
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise PlotError("its manifest.json is damaged") from error


def read_scan(
    folder: Path,
    spell: Spell,
    title: str | None = None,
    shown: tuple[str, str] | None = None,
    contours: str | None = None,
) -> SurfaceFigure | ScatterFigure | BoundsFigure:
    """The figure of a dataset that `zmodel scan -o` has written.

    Two numbers that vary are drawn as a plane, a grid as cells and random points as dots, and other numbers of them as
    the share of each class along each.

    Args:
        folder: of the dataset.
        spell: for names.
        title: instead of the model's.
        shown: the names of the two numbers that are drawn as a plane, if more vary.
        contours: name of a column whose contours are drawn over a grid.

    Raises:
        DatasetError: if there is no dataset.
        PlotError: if it is no scan, or cannot be drawn like this.
    """
    with _reading():
        manifest = read_whole(folder)
    scan = _scan(manifest)
    # What is missing of a grid is one side of it, and shares of what is there are not those of the whole.
    if not manifest.complete:
        raise PlotError("the scan is not complete: run it again, and it goes on where it stopped")
    names = list(scan.spacings)
    if not names:
        raise PlotError("nothing varies, so there is nothing to be seen")
    wanted = [_spelled_as(name, names) for name in shown or (names if len(names) == 2 else ())]
    for name in wanted:
        if name not in names:
            raise PlotError(f"`{name}` does not vary: {', '.join(names)} do")
    used = list(dict.fromkeys(wanted or names))
    stored = [scan.columns[name] for name in used]
    if contours is not None:
        contours = _spelled_as(contours, [column["stored"] for column in manifest.header["columns"]])
    wanted_columns = dict.fromkeys(stored if contours is None else [*stored, contours])
    numbers, classes = _read_columns(folder, manifest, list(wanted_columns), stored)
    varied = tuple(numbers[column] for column in stored)
    axes = tuple(_axis(scan, name, values, spell) for name, values in zip(used, varied, strict=True))
    text = plain(title or scan.title)
    if len(used) != 2:
        if contours is not None:
            raise PlotError("contours need two numbers that vary")
        return BoundsFigure(text, axes, varied, classes, scan.is_grid)
    places = varied[0], varied[1]
    if scan.is_grid and len(names) == 2:
        surface = _surface(text, axes, places, classes)
        return surface if contours is None else _with_contours(surface, places, contours, numbers[contours], spell)
    if contours is not None:
        raise PlotError("contours need a grid in two numbers")
    return ScatterFigure(text, axes[0], axes[1], places, classes)


def _spelled_as(name: str, known: Sequence[str]) -> str:
    """The known name that is the same but for Greek letters, or the name itself."""
    if name in known:
        return name
    return next((other for other in known if spelled_out(other) == spelled_out(name)), name)


def _read_columns(
    folder: Path, manifest: Manifest, names: Sequence[str], varied: Sequence[str]
) -> tuple[dict[str, Numbers], Classes]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    known = {column["stored"]: column.get("type") for column in manifest.header["columns"]}
    those = ", ".join(name for name, kind in known.items() if kind == NUMBER)
    for name in names:
        if name not in known:
            raise PlotError(f"there is no column `{name}`; those with numbers are {those}")
        if known[name] != NUMBER:
            raise PlotError(f"the column `{name}` holds words; those with numbers are {those}")
    try:
        parts = [pq.read_table(folder / part.file, columns=[*names, "class"]) for part in manifest.chunks]
        table = pa.concat_tables(parts).unify_dictionaries().combine_chunks()
        numbers = {name: table[name].to_numpy().astype(np.float64) for name in names}
        column = table["class"].chunk(0)
        if not all(np.isfinite(numbers[name]).all() for name in varied):
            raise ValueError
    except (OSError, ValueError, LookupError, pa.ArrowException) as error:
        raise PlotError("it is damaged") from error
    classes = tuple(str(name) for name in column.dictionary.to_pylist())
    return numbers, Classes(classes, column.indices.to_numpy().astype(np.int64))


def _axis(scan: _Scan, name: str, numbers: Numbers, spell: Spell) -> Axis:
    label, cross = mathematics(_column_name(name, spell)), scan.cross.get(name)
    sizes = np.abs(numbers)
    if scan.spacings[name] == "log10" and sizes.min() > 0:
        if numbers.min() > 0:
            low, high = _ends(numbers)
            if not high / low < MOST_DECADES:
                raise PlotError(f"`{name}` goes from {low:g} to {high:g}, which are too many decades for a figure")
            return Axis(label, "log", low, high, cross)
        inner, outer = _ends(sizes)
        if inner * MOST_OF_BOTH < 1 or outer > MOST_OF_BOTH:
            raise PlotError(f"`{name}` has sizes from {inner:g} to {outer:g}, too much for a figure of both signs")
        # The next smaller number, so that the innermost ones are outside of the gap.
        return Axis(label, "symlog", -outer, outer, cross, float(np.nextafter(inner, 0)))
    return Axis(label, "linear", *_ends(numbers), cross)


def _ends(numbers: Numbers) -> tuple[float, float]:
    """Where an axis begins and ends, with room around what cannot be told from a single number."""
    low, high = float(numbers.min()), float(numbers.max())
    room = 0.0 if high - low > ROUNDING * max(abs(low), abs(high)) else abs(low) / 2 or 1.0
    return low - room, high + room


def _column_name(name: str, spell: Spell) -> str:
    """TeX for `alpha(y)` or `y`, and for what is known of ends."""
    if name in _ENDS:
        return _ENDS[name]
    inside = re.fullmatch(r"alpha\((.+)\)", name)
    return _alpha_name(inside[1], 1, spell) if inside else spell(name)


def _surface(title: str, axes: Sequence[Axis], places: tuple[Numbers, Numbers], classes: Classes) -> SurfaceFigure:
    """A grid from its points in any order; numbers that stand several times on an axis are one."""
    (x, column), (y, row) = (np.unique(numbers, return_inverse=True) for numbers in places)
    codes = np.full((y.size, x.size), -1, dtype=np.int64)
    codes[row, column] = classes.codes
    if np.any(codes < 0):
        raise PlotError("it is damaged: points of the grid are missing")
    return SurfaceFigure(title, axes[0], axes[1], (x, y), Classes(classes.names, codes))


def _with_contours(
    surface: SurfaceFigure, places: tuple[Numbers, Numbers], name: str, numbers: Numbers, spell: Spell
) -> SurfaceFigure:
    """The same grid with contours of a column."""
    column, row = (np.searchsorted(axis, along) for axis, along in zip(surface.places, places, strict=True))
    values = np.empty(surface.classes.codes.shape)
    values[row, column] = numbers
    if min(values.shape) < 2:
        raise PlotError("contours need two different numbers along each axis")
    finite = values[np.isfinite(values)]
    if np.unique(finite).size < 2:
        raise PlotError(f"there are no contours of `{name}`, which has no two different numbers")
    if np.abs(finite).max() > HIGHEST_CONTOUR:
        raise PlotError(f"`{name}` has numbers beyond {HIGHEST_CONTOUR:g}, of which contours cannot be drawn")
    return replace(surface, contours=Contours(mathematics(_column_name(name, spell)), values))
