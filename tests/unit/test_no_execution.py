"""No text of a user is ever run as code: rules of ruff (pyproject.toml) see most of what could, and this the rest."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import zmodel

PACKAGE = Path(zmodel.__file__).parent
ROOT = Path(__file__).parent.parent.parent

SILENCED = re.compile(r"# noqa: (?P<codes>(?:S|TID)[\w, ]*?)(?P<reason>  \(.+\))?$", re.M)

LOOKED_AT = {
    # Replies of our own processes, over pipes that nobody else holds.
    ("lsp/jobs.py", "S301"),
    ("lsp/worker.py", "S301"),
    # Of expressions that were built, never of text; their symbols get names of ours.
    ("derive/breaking/numeric.py", "TID251"),
    ("pheno/vectors.py", "TID251"),
    # What the compiler has emitted, where there is no C compiler; test_injection.py holds what that may be.
    ("run/fallback.py", "TID251"),
    # Names from tables of ours.
    ("__init__.py", "TID251"),
    ("exchange/programs.py", "TID251"),
}
"""Where the rules are silenced."""

FOUND_BY_RULES = (
    "eval(x)",
    "exec(x)",
    "sympy.sympify(x)",
    "from sympy import sympify as f",
    "from sympy.parsing.sympy_parser import parse_expr",
    "from sympy.core.sympify import sympify",
    "sympy.S(x)",
    "from sympy import S",
    "sympy.parse_expr(x)",
    "sympy.nsimplify(x)",
    "sympy.lambdify(x, y)",
    "pickle.loads(x)",
    "pickle.Unpickler(x)",
    "marshal.loads(x)",
    "yaml.load(x, Loader=yaml.Loader)",
    "numpy.load(x)",
    "ast.literal_eval(x)",
    "importlib.import_module(x)",
    "import runpy",
    "subprocess.run(x, shell=True)",
    "os.system(x)",
    "os.popen(x)",
)
MODULES = ("ast", "importlib", "marshal", "numpy", "os", "pickle", "subprocess", "sympy", "yaml")


def test_the_rules_are_silenced_where_it_was_looked_at() -> None:
    silenced = [
        (path.relative_to(PACKAGE).as_posix(), match)
        for path in sorted(PACKAGE.rglob("*.py"))
        for match in SILENCED.finditer(path.read_text(encoding="utf-8"))
    ]
    assert {(name, match["codes"]) for name, match in silenced} == LOOKED_AT
    assert len(silenced) == len(LOOKED_AT)
    assert all(match["reason"] for _, match in silenced)


def test_the_rules_find_what_runs_text() -> None:
    ruff = shutil.which("ruff", path=str(Path(sys.executable).parent)) or shutil.which("ruff")
    if ruff is None:
        pytest.skip("needs ruff")
    text = "".join(f"import {name}\n" for name in MODULES) + "".join(f"{line}\n" for line in FOUND_BY_RULES)
    command = [ruff, "check", "--output-format=concise", "--stdin-filename=compiler/zmodel/x.py"]
    done = subprocess.run([*command, "-"], cwd=ROOT, input=text, capture_output=True, text=True)
    lines = {int(number) for number in re.findall(r"x\.py:(\d+):\d+: (?:S|TID)\d", done.stdout)}
    first = len(MODULES) + 1
    missed = [line for number, line in enumerate(FOUND_BY_RULES, first) if number not in lines]
    assert done.returncode == 1 and not missed, done.stderr


# ------------------------------------------------------------------ what the rules do not see
def calls(tree: ast.AST) -> set[str]:
    """Built-in functions that run text, and methods of what imports and unpickles, whatever they are called on."""
    builtin, methods = {"compile", "__import__"}, {"exec_module", "run_module", "Unpickler", "unsafe_load"}
    called = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    names = {function.id for function in called if isinstance(function, ast.Name)} & builtin
    return names | {function.attr for function in called if isinstance(function, ast.Attribute)} & methods


def test_the_package_runs_no_text() -> None:
    found = {
        (path.relative_to(PACKAGE).as_posix(), name)
        for path in sorted(PACKAGE.rglob("*.py"))
        for name in calls(ast.parse(path.read_text(encoding="utf-8")))
    }
    assert found == {("run/fallback.py", "exec_module")}


def test_the_search_finds_them() -> None:
    assert calls(ast.parse("compile(x, y, z)")) and calls(ast.parse("f(__import__(x))"))
    assert calls(ast.parse("spec.loader.exec_module(module)"))
    assert not calls(ast.parse("re.compile(x); compile_model(z); json.loads(x)"))
