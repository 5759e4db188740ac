"""No text of a user is ever run as code: what could run it is called in a few places, which were looked at."""

from __future__ import annotations

import ast
from pathlib import Path

import zmodel

PACKAGE = Path(zmodel.__file__).parent

FORBIDDEN = {
    *("eval", "exec", "compile", "__import__", "execfile"),
    *("sympify", "parse_expr", "S", "nsimplify", "lambdify", "parse_latex"),
    *("loads", "load", "Unpickler", "unsafe_load", "full_load"),
    *("system", "popen", "execv", "spawn"),
    *("literal_eval", "run_module", "run_path", "exec_module", "import_module"),
}
"""Names that are called. Of `load` and `loads` those of modules that make objects of any class."""

OF_MODULES = {
    "loads": {"pickle", "marshal", "dill", "cloudpickle"},
    "load": {"pickle", "marshal", "dill", "yaml", "shelve", "np", "numpy"},
    "compile": {"", "builtins"},
    "S": {"sympy"},
    "system": {"os"},
}
"""Of these names only those in certain modules."""

LOOKED_AT = {
    # Replies of our own processes, over pipes that nobody else holds.
    ("lsp/jobs.py", "loads"),
    ("lsp/worker.py", "loads"),
    # Of expressions that were built, never of text; their symbols get names of ours.
    ("derive/breaking/numeric.py", "lambdify"),
    ("pheno/vectors.py", "lambdify"),
    # What the compiler has emitted, where there is no C compiler; test_injection.py holds what that may be.
    ("run/fallback.py", "exec_module"),
    # Names from tables of ours.
    ("__init__.py", "import_module"),
    ("exchange/programs.py", "import_module"),
}


def calls(tree: ast.AST) -> set[str]:
    """Forbidden names that are called, or handed on under another name."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            function = node.func
            name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
            if name in FORBIDDEN:
                module = ast.unparse(function.value) if isinstance(function, ast.Attribute) else ""
                if module in OF_MODULES.get(name, {module}):
                    found.add(name)
            if any(word.arg == "shell" for word in node.keywords):
                found.add("shell")
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            outside = not node.module.startswith("zmodel")
            found |= {alias.name for alias in node.names if outside and alias.name in FORBIDDEN - {"S"}}
    return found


def test_the_package_runs_no_text() -> None:
    found = {
        (path.relative_to(PACKAGE).as_posix(), name)
        for path in sorted(PACKAGE.rglob("*.py"))
        for name in calls(ast.parse(path.read_text(encoding="utf-8")))
    }
    assert found == LOOKED_AT


def test_the_search_finds_them() -> None:
    for text in (
        "eval(x)",
        "sympy.sympify(x)",
        "from sympy import sympify as f",
        "sympy.S(x)",
        "pickle.loads(x)",
        "yaml.load(x)",
        "run(x, shell=True)",
        "f(sympy.parse_expr(x))",
        "np.load(p)",
        "os.system(x)",
    ):
        assert calls(ast.parse(text)), text
    assert not calls(ast.parse("json.loads(x); re.compile(x); self.load(y); compile_model(z); platform.system()"))
