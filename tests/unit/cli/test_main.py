"""The command line: exit status, streams, files."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.helpers.command import Command

from zmodel.cli.main import commands
from zmodel.resources import library_path

BM2 = str(library_path().parent / "paper_a" / "bm2.zmodel")
SM = str(library_path() / "sm.zmodel")
G5321 = str(library_path().parent / "paper_d" / "g5321.zmodel")
MALAPHORIC = str(library_path().parent / "paper_c" / "malaphoric.zmodel")

BROKEN = "model broken\nuse sm\nyukawa Yx = bar(Q) H U\nyukawa Yz = bar(Q) Hh D\n"


@pytest.fixture
def broken(tmp_path: Path) -> str:
    path = tmp_path / "broken.zmodel"
    path.write_text(BROKEN, encoding="utf-8")
    return str(path)


def test_check_of_a_good_file(zmodel: Command) -> None:
    outcome = zmodel("check", BM2)
    assert outcome.status == 0
    assert "ok, 11 fields" in outcome.out
    assert outcome.err == ""


def test_check_of_several_files_reports_all(zmodel: Command, broken: str) -> None:
    outcome = zmodel("check", BM2, broken)
    assert outcome.status == 1
    assert "ok" in outcome.out
    assert "error[Z110]" in outcome.err
    assert f"{broken}:4:20" in outcome.err


def test_check_as_json(zmodel: Command, broken: str) -> None:
    outcome = zmodel("check", "--json", broken)
    data = json.loads(outcome.out)
    assert outcome.status == 1
    assert data["ok"] is False
    first = data["diagnostics"][0]
    assert (first["code"], first["line"], first["column"]) == ("Z110", 4, 20)
    assert first["hints"] == ["did you mean `H`?"]


@pytest.mark.parametrize("arguments", [["check"], ["compile", BM2], ["nonsense"], ["rge", BM2, "--loops", "x"]])
def test_wrong_usage_is_status_2(zmodel: Command, arguments: list[str]) -> None:
    outcome = zmodel(*arguments)
    assert outcome.status == 2
    assert "Usage" in outcome.err


@pytest.mark.parametrize("command", sorted(commands.commands))
def test_help_of_each_command(zmodel: Command, command: str) -> None:
    """Each has some, and no words of Python are left in it."""
    outcome = zmodel(command, "--help")
    assert outcome.status == 0 and outcome.out.startswith("Usage: ")
    assert not {"None", "True", "False"} & set(re.findall(r"\w+", outcome.out))


@pytest.mark.parametrize(
    "command",
    [
        ("rge", SM, "--json", "--latex"),
        ("solve", SM, "--latex", "--json"),
        ("equivalent", SM, SM, "--json", "--latex"),
        ("atlas", "query", "data", "SELECT 1", "--csv", "--json"),
        ("observables", SM, "--point", "p", "--wcxf", "out.json", "--latex"),
    ],
)
def test_one_form_at_a_time(zmodel: Command, command: tuple[str, ...]) -> None:
    outcome = zmodel(*command)
    assert outcome.status == 2 and outcome.out == "" and "exclude each other" in outcome.err


def test_missing_file(zmodel: Command) -> None:
    outcome = zmodel("check", "no/such/file.zmodel")
    assert outcome.status == 1
    assert "error[Z001]: cannot read no/such/file.zmodel: No such file or directory" in outcome.err


def test_binary_file(zmodel: Command, tmp_path: Path) -> None:
    path = tmp_path / "noise.zmodel"
    path.write_bytes(bytes(range(256)) * 4)
    outcome = zmodel("anomalies", str(path))
    assert outcome.status == 1
    assert "Z002" in outcome.err
    assert "Traceback" not in outcome.err


@pytest.mark.parametrize("command", ["anomalies", "couplings", "potential", "rge", "matching", "masses", "currents"])
@pytest.mark.parametrize("form", [[], ["--json"], ["--latex"]])
def test_every_report_in_every_form(zmodel: Command, command: str, form: list[str]) -> None:
    outcome = zmodel(command, MALAPHORIC, *form)
    assert outcome.status == 0, outcome.err
    if form == ["--json"]:
        assert json.loads(outcome.out)["model"] == "malaphoric"
    else:
        assert outcome.out.strip()
        assert "\x1b" not in outcome.out  # no colours where no terminal is


def test_branching(zmodel: Command) -> None:
    text = zmodel("branching", G5321).out
    assert "SU5 diag(4/15, 4/15, 4/15, -2/5, -2/5) + X1" in text
    assert "(3, 1, 2/3, 2) + c.c." in text
    latex = zmodel("branching", G5321, "--latex").out
    assert r"\tfrac{\sqrt{6}}{3} T^{15}_{\mathrm{SU5}}" in latex
    assert r"(\overline{\mathbf{3}}, \mathbf{1}, -\tfrac{2}{3}, \mathbf{2})" in latex
    data = json.loads(zmodel("branching", G5321, "--json").out)
    assert [(step["name"], step["after"]) for step in data["breakings"]] == [
        ("doublet", None),
        ("doublet_to_mt", "doublet"),
        ("quartet", None),
        ("quartet_to_mt", "quartet"),
    ]
    outcome = zmodel("branching", SM)
    assert outcome.status == 1
    assert "Z401" in outcome.err


def test_json_of_anomalies_is_the_documented_one(zmodel: Command) -> None:
    data = json.loads(zmodel("anomalies", BM2, "--json").out)
    assert data["free"] is True
    assert {"name": "SU3c^2 X", "value": "0"}.items() <= data["anomalies"][2].items()


def test_json_of_couplings_is_the_documented_one(zmodel: Command) -> None:
    data = json.loads(zmodel("couplings", BM2, "--json").out)
    first = data["terms"][0]
    assert first["term"] == "bar(Q) tilde(H) U"
    assert (first["class"], first["dimension"], first["declared"]) == ("yukawa", 4, "Yu")
    assert first["texture"] == [[1, 1, 0], [1, 1, 0], [0, 0, 1]]


def test_point_puts_numbers_in(zmodel: Command) -> None:
    data = json.loads(zmodel("matching", MALAPHORIC, "--point", "best_fit", "--json").out)
    assert data["wcxf"]["eft"] == "SMEFT"
    assert data["wcxf"]["basis"] == "Warsaw"
    assert data["wcxf"]["scale"] == 3000.0


def test_unknown_point_is_wrong_usage(zmodel: Command) -> None:
    outcome = zmodel("rge", BM2, "--point", "nowhere")
    assert outcome.status == 2
    assert "fig6" in outcome.err


def test_compile_writes_a_folder(zmodel: Command, tmp_path: Path) -> None:
    outcome = zmodel("compile", BM2, "-o", str(tmp_path / "out"))
    assert outcome.status == 0
    files = sorted(path.name for path in (tmp_path / "out" / "bm2").iterdir())
    assert files == ["Makefile", "bm2.c", "bm2.h", "bm2.json", "bm2.py", "bm2.tex"]


@pytest.mark.parametrize("names", [("one", "one"), ("one", "One")])
def test_models_of_one_name_are_not_compiled_together(zmodel: Command, tmp_path: Path, names: tuple[str, str]) -> None:
    """Some systems do not tell letters by their case; nothing is written, neither of the first."""
    paths = [tmp_path / "a.zmodel", tmp_path / "b.zmodel"]
    for path, name in zip(paths, names, strict=True):
        path.write_text(f"model {name}\nuse sm\n")
    outcome = zmodel("compile", *map(str, paths), "--target", "json", "-o", str(tmp_path / "out"))
    assert outcome.status == 1 and outcome.out == "" and "b.zmodel:1:1" in outcome.err
    assert "would be written to one folder" in outcome.err and not (tmp_path / "out").exists()


def test_compile_one_target(zmodel: Command, tmp_path: Path) -> None:
    assert zmodel("compile", BM2, "-o", str(tmp_path), "--target", "python").status == 0
    assert [path.name for path in (tmp_path / "bm2").iterdir()] == ["bm2.py"]


def test_failure_leaves_old_output_untouched(zmodel: Command, tmp_path: Path) -> None:
    old = tmp_path / "out" / "broken"
    old.mkdir(parents=True)
    (old / "kept.txt").write_text("old")
    path = tmp_path / "broken.zmodel"
    path.write_text(BROKEN, encoding="utf-8")
    outcome = zmodel("compile", str(path), "-o", str(tmp_path / "out"))
    assert outcome.status == 1
    assert [item.name for item in (tmp_path / "out").iterdir()] == ["broken"]
    assert (old / "kept.txt").read_text() == "old"


def test_recompiling_replaces_the_folder(zmodel: Command, tmp_path: Path) -> None:
    zmodel("compile", BM2, "-o", str(tmp_path))
    (tmp_path / "bm2" / "bm2_masses.py").write_text("old")
    (tmp_path / "bm2" / "__pycache__").mkdir()
    zmodel("compile", BM2, "-o", str(tmp_path))
    names = {path.name for path in (tmp_path / "bm2").iterdir()}
    assert names == {"Makefile", "bm2.c", "bm2.h", "bm2.json", "bm2.py", "bm2.tex"}
    assert [path.name for path in tmp_path.iterdir()] == ["bm2"]


@pytest.mark.parametrize("name", ["bm2.py/thesis.txt", "__pycache__/thesis.txt", "Makefile/deep/thesis.txt"])
def test_recompiling_removes_nothing_of_others(zmodel: Command, tmp_path: Path, name: str) -> None:
    """Folders in the place of output, and files beside those that Python compiled."""
    path = tmp_path / "bm2" / name
    path.parent.mkdir(parents=True)
    path.write_text("mine")
    outcome = zmodel("compile", BM2, "-o", str(tmp_path))
    assert outcome.status == 1 and "Z005" in outcome.err
    assert path.read_text() == "mine"


def test_closed_standard_output() -> None:
    """As the shell closes it with `>&-`: what would be printed is lost, and nothing else happens."""
    command = f"exec {sys.executable} -c 'from zmodel.cli import main; main()' rge {BM2} >&-"
    ended = subprocess.run(["sh", "-c", command], stderr=subprocess.PIPE, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_output_that_cannot_be_written(zmodel: Command, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    outcome = zmodel("compile", BM2, "-o", str(tmp_path / "file"))
    assert outcome.status == 1
    assert "Z005" in outcome.err


def test_use_does_not_leave_its_folder(zmodel: Command, tmp_path: Path) -> None:
    (tmp_path / "secret.zmodel").write_text("model secret\n")
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "link.zmodel").symlink_to(tmp_path / "secret.zmodel")
    for path in ("../secret.zmodel", str(tmp_path / "secret.zmodel"), "link.zmodel"):
        (inner / "main.zmodel").write_text(f'model main_model\nuse "{path}"\n')
        outcome = zmodel("check", str(inner / "main.zmodel"))
        assert outcome.status == 1
        assert "Z006" in outcome.err


def test_used_files_that_are_not_there(zmodel: Command, tmp_path: Path) -> None:
    """One code for files and models of the library, at the place of the `use`; Z001 is for what cannot be read."""
    (tmp_path / "folder.zmodel").mkdir()
    (tmp_path / "dangling.zmodel").symlink_to(tmp_path / "nowhere.zmodel")
    (tmp_path / "inner.zmodel").write_text('model inner\nuse "gone.zmodel"\n')
    names = ("standard_model", '"missing.zmodel"', '"folder.zmodel"', '"dangling.zmodel"', '"inner.zmodel"')
    (tmp_path / "main.zmodel").write_text("model main_model\n" + "".join(f"use {name}\n" for name in names))
    found = json.loads(zmodel("check", str(tmp_path / "main.zmodel"), "--json").out)["diagnostics"]
    places = [(item["code"], Path(item["file"]).name, item["line"]) for item in found]
    assert sorted(places) == [
        ("Z001", "main.zmodel", 4),
        ("Z119", "inner.zmodel", 2),
        ("Z119", "main.zmodel", 2),
        ("Z119", "main.zmodel", 3),
        ("Z119", "main.zmodel", 5),
    ]


def test_use_of_a_file_beside(zmodel: Command, tmp_path: Path) -> None:
    (tmp_path / "dark.zmodel").write_text("model dark\ngauge X = U(1) coupling gX\nscalar phi (X: 1)\n")
    (tmp_path / "main.zmodel").write_text('model main_model\nuse sm\nuse "dark.zmodel"\n')
    assert zmodel("check", str(tmp_path / "main.zmodel")).status == 0


@pytest.mark.parametrize("loops", ["9", "0", "-1", "2-2", "1-1-3", "4-2-2", "2.0", ""])
def test_loops_that_there_are_not(zmodel: Command, tmp_path: Path, loops: str) -> None:
    for command in (("rge", BM2), ("compile", BM2, "-o", str(tmp_path / "out"))):
        outcome = zmodel(*command, "--loops", loops)
        assert outcome.status == 2
        assert "loops" in outcome.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(("loops", "orders"), [("2", (2, 2, 2)), ("2-1-1", (2, 1, 1)), ("3", (3, 2, 2))])
def test_loops_by_sector(zmodel: Command, loops: str, orders: tuple[int, int, int]) -> None:
    gauge, yukawa, quartic = orders
    data = json.loads(zmodel("rge", SM, "--loops", loops, "--json").out)
    assert data["loops"] == {"gauge": gauge, "yukawa": yukawa, "quartic": quartic}
    for name, highest in (("g3", gauge), ("Yu", yukawa), ("lambda", quartic), ("mH2", quartic)):
        assert list(data["beta"][name]) == [str(order) for order in range(1, highest + 1)]


@pytest.mark.parametrize("form", [[], ["--latex"]])
def test_tables_list_the_couplings_that_have_the_order(zmodel: Command, form: list[str]) -> None:
    text = zmodel("rge", SM, "--loops", "2-1-1", *form).out
    first, second = text.split("loop order 2")
    assert "g3" in second or "g_{3}" in second
    assert "lambda" in first
    assert "lambda" not in second


def test_compile_says_its_loop_orders(zmodel: Command, tmp_path: Path) -> None:
    assert zmodel("compile", SM, "-o", str(tmp_path), "--loops", "2-1-1").status == 0
    assert json.loads((tmp_path / "sm" / "sm.json").read_text())["loops"] == {"gauge": 2, "yukawa": 1, "quartic": 1}
    assert "Loop orders of this file: 2-1-1" in (tmp_path / "sm" / "sm.h").read_text()
    assert "Loop orders: 2-1-1" in (tmp_path / "sm" / "sm.py").read_text()


def test_an_internal_error_is_a_diagnostic(zmodel: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr(sys.modules["zmodel.cli.analysis"], "analyse", fail)
    outcome = zmodel("anomalies", BM2)
    assert outcome.status == 1
    assert "error[Z004]: internal error: RuntimeError: boom" in outcome.err
    assert "Traceback" not in outcome.err


def test_too_little_memory_is_no_internal_error(zmodel: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise MemoryError("Unable to allocate 8 GiB")

    monkeypatch.setattr(sys.modules["zmodel.cli.analysis"], "analyse", fail)
    outcome = zmodel("anomalies", BM2)
    assert outcome.status == 1
    assert "error[Z007]: there is not enough memory" in outcome.err
    assert "note: Unable to allocate 8 GiB" in outcome.err and "report this" not in outcome.err


def test_check_needs_no_heavy_package() -> None:
    """`zmodel check` starts fast because it imports neither sympy nor networkx nor numpy."""
    import subprocess

    code = (
        "import sys; sys.argv = ['zmodel', 'check', sys.argv[1]]\nfrom zmodel.cli import main\nmain()\n"
        "heavy = {'sympy', 'networkx', 'scipy', 'numpy', 'matplotlib', 'jinja2', 'pyarrow', 'duckdb', 'pygls'}\n"
        "heavy &= set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    path = ":".join(sys.path)
    done = subprocess.run(
        [sys.executable, "-c", code, BM2],
        capture_output=True,
        text=True,
        env={"PYTHONPATH": path, "PATH": "/usr/bin"},
    )
    assert done.returncode == 0, done.stderr


def test_limits_are_raised(zmodel: Command, tmp_path: Path) -> None:
    path = tmp_path / "many.zmodel"
    path.write_text("model many\ngauge X = U(1)\nfermion l[40] left\n", encoding="utf-8")
    outcome = zmodel("check", str(path))
    assert outcome.status == 1
    assert "`--limit generations=NUMBER` allows more, up to 100" in outcome.err
    assert zmodel("check", str(path), "--limit", "generations=40").status == 0
    assert zmodel("anomalies", "--limit", "generations=50", str(path), "--limit", "charge-terms=1").status == 0


def test_limits_are_advised_where_there_is_the_option(zmodel: Command, tmp_path: Path) -> None:
    path = tmp_path / "many.zmodel"
    path.write_text("model many\ngauge X = U(1)\nfermion l[40] left\n", encoding="utf-8")
    for command in ("diff", "equivalent"):
        assert "--limit generations=NUMBER" in zmodel(command, str(path), str(path)).err
        assert zmodel(command, str(path), str(path), "--limit", "generations=40").status == 0


def test_scan_files_have_a_limit_of_their_own(zmodel: Command, tmp_path: Path) -> None:
    path = tmp_path / "large"
    path.write_text(5_000_000 * "#", encoding="utf-8")
    for command, advised in ((("import", str(path)), True), (("scan", SM, str(path)), False)):
        outcome = zmodel(*command)
        assert outcome.status == 1 and "Z003" in outcome.err and ("--limit" in outcome.err) == advised


@pytest.mark.parametrize("text", ["generations", "generations=", "generations=-1", "generations=101", "patience=3"])
def test_limits_that_are_none(zmodel: Command, text: str) -> None:
    outcome = zmodel("check", SM, "--limit", text)
    assert outcome.status == 2
    assert text.partition("=")[0] in outcome.err


@pytest.mark.parametrize("others", [(), ("--couplings", "--point", "bm3")])
def test_a_basis_is_one_of_coefficients(zmodel: Command, others: tuple[str, ...]) -> None:
    outcome = zmodel("observables", SM, "--basis", "Warsaw up", *others)
    assert outcome.status == 2 and "--basis is for --wcxf and --with" in outcome.err
