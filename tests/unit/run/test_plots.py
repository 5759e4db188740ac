"""Figures of trajectories and scans: what is in them, and that their bytes are always the same."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.helpers.models import compile_text, point

from zmodel.dataset import DatasetError, Manifest, Part, read_folder, write_parts
from zmodel.driver import Run
from zmodel.driver.running import run_point
from zmodel.emit.formula import latex_name
from zmodel.figures import MissingExtraError
from zmodel.model.conventions import CONVENTIONS
from zmodel.run import RunOptions
from zmodel.run.plots import (
    BoundsFigure,
    PlotError,
    ScatterFigure,
    SurfaceFigure,
    TrajectoryFigure,
    draw_surface,
    draw_trajectories,
    read_scan,
    read_trajectories,
    trajectory_figure,
)
from zmodel.run.plots.surface import COLORS, Axis, Classes, Contours, class_label, class_shares
from zmodel.run.plots.trajectories import PLANCK_MASS, Curve, Panel, powers_of_ten, spread_out, with_zeros
from zmodel.run.table import trajectories_parquet
from zmodel.run.trajectory import Trajectory

NAMES = ("pole", "higgs_unstable", "unstable", "V+", "V-", "first", "second", "other")


def axis(label: str = "$x$", low: float = 1e-3, high: float = 1.0, cross: float | None = None) -> Axis:
    return Axis(label, "log", low, high, cross)


def surface(contours: Contours | None = None) -> SurfaceFigure:
    """Poles on the left quarter, V+ on the right half, V- between."""
    codes = np.repeat([[0] * 10 + [4] * 10 + [3] * 20], 30, axis=0)
    places = np.geomspace(1e-3, 1, 40), np.geomspace(1e-3, 1, 30)
    return SurfaceFigure("A title", axis(), axis("$y$"), places, Classes(NAMES, codes), contours)


def panel(high: float = 1e19, pole: float | None = None) -> Panel:
    mu = np.geomspace(1e3, high, 50)
    curves = (Curve("$a$", np.full(50, 0.1)), Curve("$b$", np.linspace(-0.2, 0.3, 50)), Curve("$c$", np.full(50, 1e-7)))
    return Panel("A title", mu, curves, pole)


def texts(path: Path) -> set[str]:
    """What is written in an SVG figure."""
    parts = path.read_text(encoding="utf-8").split("<!-- ")[1:]
    return {part.partition(" -->")[0] for part in parts}


def share_of(path: Path, color: str) -> float:
    """The share of pixels with a colour in a PNG figure."""
    from matplotlib.colors import to_rgb
    from matplotlib.image import imread

    pixels = imread(path)[..., :3]
    return float((np.abs(pixels - np.array(to_rgb(color))).max(axis=-1) < 0.01).mean())


# ------------------------------------------------------------------ files
@pytest.fixture
def settings() -> Iterator[None]:
    """A user's settings that must not matter."""
    import matplotlib

    with matplotlib.rc_context({"font.size": 30, "axes.facecolor": "yellow", "svg.hashsalt": None}):
        yield


@pytest.mark.parametrize("form", ["pdf", "svg", "png"])
def test_bytes_are_always_the_same(tmp_path: Path, form: str, settings: None) -> None:
    import matplotlib

    contents = []
    for i, context in enumerate(({}, {"font.size": 5, "lines.linewidth": 9})):
        with matplotlib.rc_context(context):
            first, second = tmp_path / f"surface{i}.{form}", tmp_path / f"run{i}.{form}"
            draw_surface(surface(), first)
            draw_trajectories(TrajectoryFigure((panel(),)), second)
            contents.append((first.read_bytes(), second.read_bytes()))
    assert contents[0] == contents[1]
    assert matplotlib.rcParams["font.size"] == 30
    for content in contents[0]:
        assert b"Date" not in content and b"Matplotlib" not in content


def test_no_matplotlib(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(MissingExtraError, match="plot"):
        draw_surface(surface(), tmp_path / "figure.pdf")
    assert not list(tmp_path.iterdir())


def test_other_formats(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"\.pdf, \.svg or \.png"):
        draw_surface(surface(), tmp_path / "figure.jpg")


def test_an_old_figure_stays_if_drawing_fails(tmp_path: Path) -> None:
    path = tmp_path / "figure.pdf"
    path.write_bytes(b"old")
    broken = surface(Contours("$z$", np.zeros((2, 2))))
    with pytest.raises((TypeError, ValueError)):
        draw_surface(broken, path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["figure.pdf"] and path.read_bytes() == b"old"


# ------------------------------------------------------------------ trajectories
def test_labels_signs_and_the_planck_scale(tmp_path: Path) -> None:
    """What is too small to be seen has no label; what is negative is dashed; beyond the Planck scale it is grey."""
    path = tmp_path / "figure.svg"
    draw_trajectories(TrajectoryFigure((panel(),), "$|z|$"), path)
    assert {"A title", "$a$", "$b$", "$|z|$"} <= texts(path) and "$c$" not in texts(path)
    assert "stroke-dasharray" in path.read_text(encoding="utf-8")
    draw_trajectories(TrajectoryFigure((panel(),)), tmp_path / "near.png")
    draw_trajectories(TrajectoryFigure((panel(1e12),)), tmp_path / "far.png")
    assert share_of(tmp_path / "near.png", "0.85") > 0.02
    assert share_of(tmp_path / "far.png", "0.85") < 1e-3
    positive = Panel("", np.geomspace(1e3, 1e6, 9), (Curve("$a$", np.full(9, 0.1)),))
    draw_trajectories(TrajectoryFigure((positive,)), path)
    assert "stroke-dasharray" not in path.read_text(encoding="utf-8")
    draw_trajectories(TrajectoryFigure((panel(1e6, pole=2e6),)), path)
    assert path.read_text(encoding="utf-8").count("stroke: #666666") == 1  # the pole


@pytest.mark.parametrize(
    ("low", "high", "pole"),
    [
        (1e3, 1e308, None),
        (1e3, sys.float_info.max, sys.float_info.max),
        (5e-324, sys.float_info.max, None),
        (1.7e308, 1.79e308, None),
        (1e3, 1e17, 5e-324),
        (1e3, 1e3, None),
        (5e-324, 5e-324, None),
        (sys.float_info.max, sys.float_info.max, None),
    ],
)
def test_extreme_scales(tmp_path: Path, low: float, high: float, pole: float | None) -> None:
    """No warning either: tests fail where one is given."""
    mu = np.array([low, high])
    curves = (Curve("$a$", np.array([0.1, -0.1])), Curve("$b$", np.array([1e308, -1.0])))
    draw_trajectories(TrajectoryFigure((Panel("A title", mu, curves, pole),)), tmp_path / "figure.svg")
    assert "A title" in texts(tmp_path / "figure.svg")


def test_all_scales_are_seen(tmp_path: Path) -> None:
    path = tmp_path / "figure.svg"
    draw_trajectories(TrajectoryFigure((panel(1e150),)), path)
    assert {r"$\mathdefault{10^{3}}$", r"$\mathdefault{10^{136}}$"} <= texts(path)


def test_ticks_are_powers_of_ten() -> None:
    assert powers_of_ten(1e3, 1e150) == [10.0**power for power in range(3, 151, 19)]
    assert powers_of_ten(5e-324, sys.float_info.max)[-1] == 1e230
    assert powers_of_ten(1.7e308, 1.79e308) == []


def test_downwards(tmp_path: Path) -> None:
    up = panel(1e10)
    down = Panel(up.title, up.mu[::-1], tuple(Curve(c.label, c.values[::-1]) for c in up.curves))
    for name, data in (("up", up), ("down", down)):
        draw_trajectories(TrajectoryFigure((data,)), tmp_path / f"{name}.png")
    assert (tmp_path / "up.png").read_bytes() == (tmp_path / "down.png").read_bytes()


def test_curves_meet_zero_where_they_change_sign() -> None:
    mu, values = with_zeros(np.array([1.0, 10.0, 100.0]), np.array([1.0, 2.0, -6.0]))
    assert np.allclose(mu, [1, 10, 10 ** (1 + 1 / 4), 100]) and values.tolist() == [1, 2, 0, -6]
    gap = with_zeros(np.array([1.0, 2.0, 3.0]), np.array([np.nan, -1.0, -2.0]))
    assert gap[0].tolist() == [1, 2, 3]


@given(st.lists(st.floats(0, 1), max_size=12), st.floats(0.01, 0.3))
def test_labels_keep_their_distance(heights: list[float], step: float) -> None:
    start = np.array(sorted(heights))
    found = spread_out(start, step)
    least = min(step, 1 / max(len(start), 1))
    assert (np.diff(found) >= least - 1e-12).all()
    assert ((found >= 0) & (found <= 1)).all()
    if (np.diff(start) >= least).all() and (not len(start) or start[-1] <= 1 - 1e-9):
        assert np.allclose(found, start)


@given(st.lists(st.floats(0.3, 0.7), min_size=2, max_size=4))
def test_labels_move_as_little_as_can_be(heights: list[float]) -> None:
    """No label, nor any group of neighbours, could be moved to bring the sum of squares down."""
    start = np.array(sorted(heights))
    step = 0.05
    found = spread_out(start, step)

    def cost(places: np.ndarray) -> float:
        return float(((places - start) ** 2).sum())

    for first in range(len(start)):
        for last in range(first + 1, len(start) + 1):
            for shift in (-1e-4, 1e-4):
                moved = found.copy()
                moved[first:last] += shift
                if (np.diff(moved) >= step - 1e-12).all():
                    assert cost(moved) >= cost(found) - 1e-12


# ------------------------------------------------------------------ surfaces
def test_areas_have_the_colors_of_their_classes(tmp_path: Path) -> None:
    path = tmp_path / "figure.png"
    draw_surface(surface(), path)
    pole, positive, negative = (share_of(path, COLORS[name]) for name in ("pole", "V+", "V-"))
    assert pole > 0.1
    assert positive == pytest.approx(2 * pole, abs=0.02) and negative == pytest.approx(pole, abs=0.02)
    assert share_of(path, COLORS["higgs_unstable"]) == 0


def test_legend_and_cross(tmp_path: Path) -> None:
    path = tmp_path / "figure.svg"
    data = surface()
    draw_surface(data, path)
    assert {"A title", "$x$", "$y$", "pole  25.0%", "$V^{+}$  50.0%", "$V^{-}$  25.0%"} <= texts(path)
    plain = path.read_text(encoding="utf-8")
    crossed = SurfaceFigure("", axis(cross=0.1), axis(cross=0.1), data.places, data.classes)
    draw_surface(crossed, path)
    assert path.read_text(encoding="utf-8").count("stroke-width: 1.6") > plain.count("stroke-width: 1.6")


def test_colors_differ_and_do_not_depend_on_what_is_found() -> None:
    some = Classes(NAMES, np.array([5, 6, 6]))
    assert len(set(some.colors.values())) == len(NAMES)
    assert some.colors == Classes(NAMES, np.array([0])).colors
    assert some.shares == {"first": pytest.approx(1 / 3), "second": pytest.approx(2 / 3)}


def test_names_of_classes_are_no_formulas() -> None:
    assert class_label("higgs_unstable") == "higgs unstable"
    assert class_label("V-") == "$V^{-}$"
    assert class_label("$x^$") == r"\$x^\$"


def test_contours(tmp_path: Path) -> None:
    values = np.add.outer(np.zeros(30), np.linspace(0, 1, 40))
    values[3, 3] = np.nan
    draw_surface(surface(Contours("$z$", values)), tmp_path / "figure.svg")
    assert {"$z$", "0.45", "0.75"} <= texts(tmp_path / "figure.svg")


def test_shares_along_an_axis() -> None:
    """Bins of a grid are its steps; random numbers are collected."""
    places = np.repeat(np.geomspace(1e-3, 1, 4), 2)
    codes = np.array([0, 0, 0, 1, 1, 1, 1, 1])
    edges, shares = class_shares(axis(), places, Classes(("a", "b"), codes), is_grid=True)
    assert np.allclose(edges, 10.0 ** np.array([-3, -2.5, -1.5, -0.5, 0]))
    assert shares.tolist() == [[1, 0.5, 0, 0], [0, 0.5, 1, 1]]
    random = np.random.default_rng(1)
    drawn = 10 ** random.uniform(-3, 0, 5000)
    edges, shares = class_shares(axis(), drawn, Classes(("a", "b"), (drawn > 0.1).astype(int)), is_grid=False)
    assert np.allclose(shares.sum(axis=0), 1)
    assert shares[0, edges[1:] < 0.1].min() == 1 and shares[1, edges[:-1] > 0.1].min() == 1


def signed_axis(gap: float = 1e-3, high: float = 1.0) -> Axis:
    return Axis("$x$", "symlog", -high, high, None, float(np.nextafter(gap, 0)))


def test_shares_along_an_axis_of_both_signs() -> None:
    """Bins are as wide as they are seen, none of them has both signs, and there is nothing between the signs."""
    random = np.random.default_rng(1)
    sizes = np.concatenate([[1e-3], 10 ** random.uniform(-3, 0, 20_000)])
    drawn = sizes * np.concatenate([[-1], random.choice([-1, 1], 20_000)])
    classes = Classes(("a", "b"), (drawn > 0).astype(int))
    edges, shares = class_shares(signed_axis(), drawn, classes, is_grid=False)
    middle = len(edges) // 2 - 1
    assert np.allclose(edges, -edges[::-1]) and np.allclose(np.diff(np.log(edges[middle + 1 :])), np.log(10) / 10)
    assert edges[middle : middle + 2] == pytest.approx([-1e-3, 1e-3]) and shares[:, middle].tolist() == [0, 0]
    assert (shares[0, :middle] == 1).all() and (shares[1, middle + 1 :] == 1).all()


def test_grids_of_both_signs_have_a_gap(tmp_path: Path) -> None:
    """Cells of one sign border on each other where they do on a logarithmic axis of that sign."""
    numbers = np.array([-1, -0.1, 0.1, 1])
    axis = signed_axis(0.1)
    edges, shares = class_shares(axis, numbers, Classes(("a", "b"), np.array([0, 1, 1, 0])), is_grid=True)
    assert edges == pytest.approx([-1, -(0.1**0.5), -0.1, 0.1, 0.1**0.5, 1])
    assert shares.tolist() == [[1, 0, 0, 0, 1], [0, 1, 0, 1, 0]]
    codes = np.zeros((4, 4), dtype=np.int64)
    values = np.add.outer(numbers, numbers)
    places = (numbers, numbers)
    grid = SurfaceFigure("", axis, axis, places, Classes(NAMES, codes), Contours("$z$", values))
    draw_surface(grid, tmp_path / "both.png")
    lines = [Axis("$x$", "linear", -1, 1)] * 2
    draw_surface(SurfaceFigure("", *lines, places, Classes(NAMES, codes)), tmp_path / "full.png")
    both, full = (share_of(tmp_path / name, COLORS["pole"]) for name in ("both.png", "full.png"))
    assert 0.15 < both / full < 0.7  # of each axis two decades of four, but for lines and numbers
    one_sign = SurfaceFigure("", axis, axis, (numbers[:2], numbers), Classes(NAMES, codes[:, :2]))
    draw_surface(one_sign, tmp_path / "one.png")
    assert share_of(tmp_path / "one.png", COLORS["pole"]) == pytest.approx(0.5 * both, rel=0.3)


def test_scatter_and_bounds(tmp_path: Path) -> None:
    random = np.random.default_rng(1)
    x, y = 10 ** random.uniform(-3, 0, (2, 3000))
    classes = Classes(NAMES, np.where(x > 0.1, 3, 0))
    draw_surface(ScatterFigure("", axis(), axis(), (x, y), classes), tmp_path / "scatter.png")
    draw_surface(BoundsFigure("", (axis(), axis()), (x, y), classes, False), tmp_path / "bounds.png")
    for name in ("scatter", "bounds"):
        pole, positive = (share_of(tmp_path / f"{name}.png", COLORS[kind]) for kind in ("pole", "V+"))
        assert pole / positive == pytest.approx(2, rel=0.2)


# ------------------------------------------------------------------ from results
SM = """model sm_top
use sm { except Yu, Yd, Ye }
yukawa Yu = bar(Q) tilde(H) U  keep (3,3) as yt
point mt at 173 GeV { g1 = 0.36; g2 = 0.65; g3 = 1.16; yt = 0.9; lambda = 0.05 }
point pole at 173 GeV { g1 = 3; g2 = 0.6; g3 = 1.1; yt = 0; lambda = 0 }
"""


HEADER = {"model": "sm_top", "title": "SM", "conventions": list(CONVENTIONS)}


def follow(name: str, goal: float, loops: int = 2) -> Trajectory:
    analysis = compile_text(SM)
    run = Run(analysis, point=point(analysis, name))
    trajectory = run_point(run, goal, RunOptions(loops=loops), 250)
    assert trajectory is not None, run.diagnostics
    return trajectory


@pytest.fixture(scope="module")
def found() -> Trajectory:
    return follow("mt", PLANCK_MASS)


def test_figures_of_runs(found: Trajectory, tmp_path: Path) -> None:
    """alpha of every dimensionless coupling; the same from the file that `zmodel run` writes."""
    figure = trajectory_figure("SM", {"mt": found}, latex_name)
    (panel,) = figure.panels
    curves = {curve.label: curve.values for curve in panel.curves}
    assert set(curves) == {rf"$\alpha_{{{name}}}$" for name in ("g_{1}", "g_{2}", "g_{3}", "y_{t}", r"\lambda")}
    loop = 1 / (4 * np.pi) ** 2
    assert np.allclose(curves[r"$\alpha_{y_{t}}$"], np.abs(found.values["yt"]) ** 2 * loop)
    assert np.allclose(curves[r"$\alpha_{\lambda}$"], found.values["lambda"] * loop)
    assert curves[r"$\alpha_{\lambda}$"].min() < 0
    assert (panel.title, panel.pole, figure.vertical) == ("SM: mt", None, r"$|\alpha_i|$")
    path = tmp_path / "run.parquet"
    path.write_bytes(trajectories_parquet(HEADER, {"mt": found}))
    again = read_trajectories(path, latex_name)
    assert again.panels[0].title == panel.title
    for curve, other in zip(panel.curves, again.panels[0].curves, strict=True):
        assert curve.label == other.label and np.array_equal(curve.values, other.values)
    assert read_trajectories(path, latex_name, "50 $").panels[0].title == r"50 \$: mt"


def test_curves_go_on_to_the_pole(tmp_path: Path) -> None:
    """alpha of hypercharge becomes larger than what is seen, wherever the trajectory was to go."""
    end = follow("pole", 1e300, loops=1)
    (panel,) = trajectory_figure("SM", {"p": end}, latex_name).panels
    assert panel.pole == end.scale > panel.mu[-1] > 0.9 * end.scale and len(panel.mu) == 249
    label = r"$\alpha_{g_{1}}$"
    (values,) = (curve.values for curve in panel.curves if curve.label == label)
    assert values[-1] > 1 and (np.diff(values) > 0).all()


@pytest.mark.parametrize("content", [b"", b"model x\n", None])
def test_files_that_are_no_runs(content: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "run.parquet"
    if content is None:
        pq.write_table(pa.table({"x": [1.0]}), path)
    else:
        path.write_bytes(content)
    with pytest.raises(PlotError, match="zmodel run"):
        read_trajectories(path, latex_name)


@pytest.mark.parametrize(
    ("stated", "message"),
    [(None, "does not say"), ("MS-bar", "does not say"), (list(CONVENTIONS[1:]), "other conventions .*: L = kinetic")],
)
def test_files_with_other_conventions_are_not_drawn(
    stated: object, message: str, found: Trajectory, tmp_path: Path
) -> None:
    path = tmp_path / "run.parquet"
    path.write_bytes(trajectories_parquet({**HEADER, "conventions": stated}, {"mt": found}))
    with pytest.raises(PlotError, match=message):
        read_trajectories(path, latex_name)
    folder = scan(tmp_path / "data", grid(), conventions=stated)
    with pytest.raises(PlotError, match=message):
        read_scan(folder, latex_name)


def scan(folder: Path, columns: dict[str, np.ndarray], draws: int | None = None, **header: object) -> Path:
    """A dataset as `zmodel scan` writes it, in two parts; points with x above 0.05 are in V+."""
    names = [name for name in columns if name.startswith("alpha")]
    axes = [{"name": name, "column": name, "spacing": "log10"} for name in names]
    known = {"kind": "scan", "zmodel": "0", "model": "toy", "title": "", "conventions": list(CONVENTIONS)}
    known |= {"draws": draws, "cross": {names[0]: 0.1}}
    codes = np.where(columns[names[0]] > 0.05, 1, 0)
    classes = pa.DictionaryArray.from_arrays(pa.array(codes, pa.int8()), pa.array(["pole", "V+", "other"]))
    table = pa.table({"class": classes, **columns})
    stored = [{"stored": name, "type": "string" if name == "class" else "double"} for name in table.column_names]
    wanted = Manifest({**known, "axes": axes, "columns": stored, "problem": "0", **header})
    half = len(table) // 2
    parts = [Part(table.slice(0, half), (half,), 0.5), Part(table.slice(half), (len(table),), 1.0)]
    folder.mkdir()
    write_parts(folder, wanted, lambda manifest: iter(parts), lambda progress: None)
    return folder


def interrupt(folder: Path) -> None:
    """Leaves what a dataset has when `zmodel scan` is stopped behind its first part."""
    manifest = read_folder(folder)
    (folder / "manifest.json").write_text(replace(manifest, chunks=manifest.chunks[:1], complete=False).as_text())
    (folder / "part-00001.parquet").unlink()


def grid() -> dict[str, np.ndarray]:
    x, y = np.meshgrid(np.geomspace(1e-3, 1, 20), np.geomspace(1e-6, 1e-2, 10), indexing="ij")
    return {"alpha(y)": x.ravel(), "alpha(delta_t)": y.ravel(), "mass": (x * y).ravel()}


def test_figures_of_grids(tmp_path: Path) -> None:
    data = read_scan(scan(tmp_path / "data", grid()), latex_name, contours="mass")
    assert isinstance(data, SurfaceFigure)
    assert (data.title, data.x.label, data.y.label) == ("toy", r"$\alpha_{y}$", r"$\alpha_{\delta_{t}}$")
    assert (data.x.scale, data.x.cross, data.y.cross) == ("log", 0.1, None)
    assert np.array_equal(data.classes.codes, np.repeat([np.where(data.places[0] > 0.05, 1, 0)], 10, axis=0))
    assert data.contours is not None and np.allclose(data.contours.values, np.outer(data.places[1], data.places[0]))
    turned = read_scan(tmp_path / "data", latex_name, "T", ("alpha(delta_t)", "alpha(y)"))
    assert isinstance(turned, SurfaceFigure)
    assert np.array_equal(turned.classes.codes, data.classes.codes.T) and turned.title == "T"
    draw_surface(data, tmp_path / "figure.pdf")


def test_words_of_scans_are_no_letters_with_indices(tmp_path: Path) -> None:
    columns = grid() | {"scale": np.arange(float(len(grid()["alpha(y)"])))}
    data = read_scan(scan(tmp_path / "data", columns), latex_name, contours="scale")
    assert isinstance(data, SurfaceFigure) and data.contours is not None
    assert data.contours.label == r"$\mathrm{scale}\,/\,\mathrm{GeV}$"
    draw_surface(data, tmp_path / "figure.pdf")


def test_greek_letters_of_columns(tmp_path: Path) -> None:
    """Names may be spelled in another way than in the dataset."""
    x, y = np.meshgrid([0.01, 0.1], [0.01, 0.1])
    folder = scan(tmp_path / "data", {"alpha(λ)": x.ravel(), "alpha(y)": y.ravel(), "lambda_2": x.ravel()})
    data = read_scan(folder, latex_name, shown=("alpha(lambda)", "alpha(y)"), contours="λ_2")
    assert isinstance(data, SurfaceFigure) and data.contours is not None


def test_figures_of_one_number_and_of_random_ones(tmp_path: Path) -> None:
    one = read_scan(scan(tmp_path / "one", {"alpha(y)": np.geomspace(1e-3, 1, 30)}), latex_name)
    assert isinstance(one, BoundsFigure) and one.is_grid
    draw_surface(one, tmp_path / "one.svg")
    random = np.random.default_rng(3)
    drawn = {f"alpha({name})": 10 ** random.uniform(-3, 0, 400) for name in ("y", "s", "u")}
    folder = scan(tmp_path / "random", drawn, 400)
    bounds = read_scan(folder, latex_name)
    assert isinstance(bounds, BoundsFigure) and len(bounds.axes) == 3 and not bounds.is_grid
    assert isinstance(read_scan(folder, latex_name, shown=("alpha(s)", "alpha(u)")), ScatterFigure)
    both = {"alpha(y)": np.linspace(0.01, 1, 10), "alpha(s)": np.tile([-1e-3, 1e-3], 5)}
    signed = read_scan(scan(tmp_path / "signed", both, 10), latex_name)
    assert isinstance(signed, ScatterFigure) and signed.y.scale == "symlog"
    assert (signed.y.low, signed.y.high) == (-1.5e-3, 1.5e-3) and signed.y.gap == pytest.approx(0.5e-3)
    draw_surface(signed, tmp_path / "signed.png")
    same = read_scan(scan(tmp_path / "same", {"alpha(y)": np.full(4, 0.1)}), latex_name)
    draw_surface(same, tmp_path / "same.png")


def test_scans_that_cannot_be_drawn(tmp_path: Path) -> None:
    folder = scan(tmp_path / "data", grid())
    for arguments, message in (
        ({"contours": "nothing"}, "no column `nothing`; those with numbers are .*, mass"),
        ({"contours": "class"}, "`class` holds words; those with numbers are .*, mass"),
        ({"shown": ("alpha(y)", "mass")}, "`mass` does not vary"),
    ):
        with pytest.raises(PlotError, match=message):
            read_scan(folder, latex_name, **arguments)
    part = {name: column[:-1] for name, column in grid().items()}
    with pytest.raises(PlotError, match="points of the grid are missing"):
        read_scan(scan(tmp_path / "part", part), latex_name)
    with pytest.raises(PlotError, match="no scan"):
        read_scan(scan(tmp_path / "other", grid(), kind="atlas"), latex_name)
    with pytest.raises(PlotError, match="damaged"):
        read_scan(scan(tmp_path / "damaged", grid(), cross=None), latex_name)
    not_finite = grid()
    not_finite["alpha(y)"][-1] = np.inf
    with pytest.raises(PlotError, match="damaged"):
        read_scan(scan(tmp_path / "infinite", not_finite), latex_name)
    (folder / "part-00000.parquet").write_bytes(b"no table")
    with pytest.raises(DatasetError, match="damaged"):
        read_scan(folder, latex_name)


@pytest.mark.parametrize(("axes", "draws"), [(1, None), (2, None), (3, None), (1, 8), (2, 8), (3, 8)])
def test_interrupted_scans_are_not_drawn(axes: int, draws: int | None, tmp_path: Path) -> None:
    numbers = np.meshgrid(*[[0.01, 0.1]] * axes, indexing="ij") if draws is None else [np.linspace(0.01, 1, 8)] * axes
    columns = {f"alpha({name})": values.ravel() for name, values in zip("yst", numbers, strict=False)}
    folder = scan(tmp_path / "data", columns, draws)
    read_scan(folder, latex_name)
    interrupt(folder)
    for shown in (None, ("alpha(y)", "alpha(s)")) if axes == 3 else (None,):
        with pytest.raises(PlotError, match="not complete"):
            read_scan(folder, latex_name, shown=shown)


def test_numbers_that_stand_several_times_on_an_axis(tmp_path: Path) -> None:
    """Such scans are complete all the same; what is equal is one cell."""
    x, y = np.meshgrid([0.01, 0.1, 0.01], [0.5, 0.5], indexing="ij")
    columns = {"alpha(y)": x.ravel(), "alpha(s)": y.ravel(), "mass": x.ravel()}
    data = read_scan(scan(tmp_path / "data", columns), latex_name)
    assert isinstance(data, SurfaceFigure)
    assert [places.tolist() for places in data.places] == [[0.01, 0.1], [0.5]]
    assert data.classes.codes.tolist() == [[0, 1]]
    draw_surface(data, tmp_path / "figure.svg")
    with pytest.raises(PlotError, match="two different numbers along each axis"):
        read_scan(tmp_path / "data", latex_name, contours="mass")


def test_contours_of_axes_and_of_what_has_none(tmp_path: Path) -> None:
    columns = grid() | {"same": np.ones(200), "none": np.full(200, np.nan)}
    folder = scan(tmp_path / "data", columns)
    data = read_scan(folder, latex_name, contours="alpha(y)")
    assert isinstance(data, SurfaceFigure) and data.contours is not None
    assert np.array_equal(data.contours.values, np.repeat([data.places[0]], 10, axis=0))
    for name in ("same", "none"):
        with pytest.raises(PlotError, match=f"no contours of `{name}`"):
            read_scan(folder, latex_name, contours=name)


HUGE = 1e300
EXTREMES = [
    ("range", [-HUGE, HUGE]),
    ("range", [HUGE, HUGE]),
    ("range", [0.0, 5e-324]),
    ("range", [1.0, 1.0000000000000002]),
    ("log10", [1 / HUGE, 0.9]),
    ("log10", [HUGE, HUGE]),
    ("log10", [1 / HUGE, 1.0000000000000002 / HUGE]),
    ("log10", [-1e90, 1e-90]),
    ("log10", [-1e90, -1e90]),
]


@pytest.mark.parametrize(("spacing", "numbers"), EXTREMES)
@pytest.mark.parametrize("draws", [None, 4])
def test_no_numbers_are_too_much_for_figures(
    spacing: str, numbers: list[float], draws: int | None, tmp_path: Path
) -> None:
    """Neither errors nor warnings, which are errors in tests."""
    x, y = (column.ravel() for column in np.meshgrid(numbers, [1.0, 2.0], indexing="ij"))
    axes = [{"name": name, "column": name, "spacing": spacing} for name in ("alpha(y)", "alpha(s)")]
    plane = scan(tmp_path / "plane", {"alpha(y)": x, "alpha(s)": y}, draws, axes=axes)
    line = scan(tmp_path / "line", {"alpha(y)": x[::2]}, draws, axes=axes[:1])
    for folder in (plane, line):
        draw_surface(read_scan(folder, latex_name, "no letters for \N{CJK UNIFIED IDEOGRAPH-4E2D}"), tmp_path / "f.svg")


def test_what_is_too_much_is_told(tmp_path: Path) -> None:
    huge = scan(tmp_path / "huge", grid() | {"mass": np.geomspace(1, 1e200, 200)})
    with pytest.raises(PlotError, match=r"`mass` has numbers beyond 1e\+100"):
        read_scan(huge, latex_name, contours="mass")
    wide = scan(tmp_path / "wide", {"alpha(y)": np.geomspace(1 / HUGE, HUGE, 5)})
    with pytest.raises(PlotError, match="too many decades"):
        read_scan(wide, latex_name)
    near = scan(tmp_path / "near", {"alpha(y)": np.array([-1.0, 1 / HUGE])})
    with pytest.raises(PlotError, match="sizes from 1e-300 to 1, too much"):
        read_scan(near, latex_name)


def test_a_trajectory_of_one_scale(tmp_path: Path) -> None:
    one = Panel("", np.array([100.0]), (Curve("$a$", np.array([0.1])),))
    draw_trajectories(TrajectoryFigure((one,)), tmp_path / "one.svg")


def test_nothing_varies(tmp_path: Path) -> None:
    folder = scan(tmp_path / "data", {"alpha(y)": np.full(4, 0.1)}, axes=[])
    with pytest.raises(PlotError, match="nothing varies"):
        read_scan(folder, latex_name)


@pytest.mark.parametrize(
    ("error", "message"), [(FileNotFoundError(2, "No such"), "does not exist"), (PermissionError(13, "No!"), "No!")]
)
def test_what_cannot_be_read_is_not_called_damaged(
    error: OSError, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> object:
        raise error

    folder = scan(tmp_path / "data", grid())
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(PlotError, match=message):
        read_trajectories(tmp_path / "run.parquet", latex_name)
    monkeypatch.setattr("zmodel.run.plots.load.read_whole", refuse)
    with pytest.raises(PlotError, match=message):
        read_scan(folder, latex_name)
