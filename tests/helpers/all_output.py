"""A program that writes what zmodel says of some models, and needs nothing but zmodel to do it.

    python all_output.py FOLDER MODEL_FILES [all]

All targets, all reports in each form, solutions, the formatter and diagnostics of a wrong file; with `all` these of
more models, a trajectory with a figure, and a scan. What is printed goes to files as UTF-8, whatever the locale. Tests
run it in several environments, and with other Pythons, and compare every byte.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import sys
from contextlib import redirect_stderr, redirect_stdout
from importlib.util import find_spec
from pathlib import Path

MODELS = ("examples/r2",)
MORE = ("paper_a/bm2", "paper_b/accidental", "paper_c/malaphoric", "paper_d/mu_tau", "paper_d/g5321")
REPORTS = ("anomalies", "couplings", "potential", "masses", "currents", "rge", "matching", "flavour")
TIME = re.compile(r"\b[0-9.]+ m?s\b")
WRONG = """model wrong_ψ
use sm
gauge X = U(1) coupling gX
charges X { Q = 1; Lψ = 2; U = [0, 1/3 }
"""
FREE = """model families
use sm
gauge X = U(1) coupling gX
charges X { Q = ?q; U = ?u; D = ?d; L = [?a, ?b, 0]; E = [?a, ?b, 0] }
require anomaly_free
"""
SCAN = """model = "bm3.zmodel"
point = "fig9"
to = "M_Pl"
[vary]
"alpha(y)" = { log10 = [-3, 1], steps = 5 }
[classes]
pole = "pole"
unstable = "not stable"
"""


def run(file: str, *arguments: str) -> None:
    """One command in this process; its status and what it prints become a file."""
    from zmodel.cli import main

    out, err = io.StringIO(), io.StringIO()
    sys.argv = ["zmodel", *arguments]
    status = 0
    with redirect_stdout(out), redirect_stderr(err):
        try:
            main()
        except SystemExit as stop:
            status = int(stop.code or 0)
    text = f"{status}\n{out.getvalue()}\n{err.getvalue()}"
    Path(file).write_bytes(TIME.sub("TIME", text).encode())


def describe(name: str) -> None:
    """Everything about one model."""
    file = f"{name}.zmodel"
    run(f"{name}_compile.txt", "compile", file, "--loops", "1", "-o", "compiled")
    run(f"{name}_masses_module.txt", "compile", file, "--target", "masses", "--loops", "2", "-o", "masses")
    for report in REPORTS:
        for form in ((), ("--json",), ("--latex",)):
            run(f"{name}_{report}{''.join(form)}.txt", report, file, *form)


def describe_running(name: str) -> None:
    """Numbers by compiled code; the figure where matplotlib is."""
    Path("scan.toml").write_bytes(SCAN.encode())
    figure = ("--plot", "figure.svg") if find_spec("matplotlib") else ()
    run("run.txt", "run", f"{name}.zmodel", "--point", "fig9", "--to", "M_Pl", "--json", *figure)
    run("scan.txt", "scan", f"{name}.zmodel", "scan.toml", "-o", "scanned")


def main() -> None:
    """Writes all files; commands get names of files in the folder where they run, so no output knows where it is."""
    output, models, everything = Path(sys.argv[1]), Path(sys.argv[2]).resolve(), "all" in sys.argv[3:]
    output.mkdir()
    os.chdir(output)

    def copy(model: str) -> str:
        name = model.rsplit("/")[-1]
        shutil.copyfile(models / f"{model}.zmodel", f"{name}.zmodel")
        return name

    for model in (*MODELS, *MORE) if everything else MODELS:
        describe(copy(model))
    for name, text in (("wrong", WRONG), ("free", FREE)):
        Path(f"{name}.zmodel").write_bytes(text.encode())
    run("check.txt", "check", "wrong.zmodel")
    run("check_json.txt", "check", "wrong.zmodel", "--json")
    run("solve.txt", "solve", "free.zmodel")
    run("fmt.txt", "fmt", "--diff", "wrong.zmodel", "free.zmodel")
    if everything:
        describe_running(copy("paper_a/bm3"))


if __name__ == "__main__":
    main()
