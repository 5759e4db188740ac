"""Names and texts of a hostile model file, in every language that they reach."""

from __future__ import annotations

import ast
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
import sympy
from tests.helpers.emitted import STRICT
from tests.helpers.models import compile_text, diagnose

from zmodel.derive.beta.loops import LoopOrders
from zmodel.derive.breaking.numeric import _evaluate
from zmodel.driver import Run, compile_model
from zmodel.emit.bundle import output_names
from zmodel.emit.file_names import file_stem, library_stem
from zmodel.emit.formula import latex_escape, latex_name
from zmodel.emit.html import escape
from zmodel.emit.names import C_RESERVED, PYTHON_RESERVED
from zmodel.emit.report import cell_latex

TITLES = (
    r"*/ int injected; /* ??/ \input{/etc/passwd} ^^5cinput \u0041 \N{BULLET} %s %n $x$ {{ 7*7 }} {% raw %} #} ''' ",
    "`touch x` $(touch x) ; DROP TABLE solutions; --</title><script>alert(1)</script> <!--]]> &lt; ../../x $(shell ls)",
    "ends in a backslash \\",
    "ends in a trigraph ??/",
    "ends like a comment *",
    "é ψ 漢 𝒜 ﬁ ` ´ “quotes” ‘more’",
)

# Words of C, of Python and of libraries that a file may use as names, and the longest name.
WORDS = [
    *("NAN", "INFINITY", "HUGE_VAL", "math_errhandling", "FP_NAN", "linux", "unix", "asm", "typeof", "M_PI"),
    *("errno", "offsetof", "NULL", "true", "bool", "std", "signbit", "fabs", "pow", "template", "operator"),
    *("__import__", "__builtins__", "__name__", "os", "sys", "exit", "open", "self", "match", "numpy", "np"),
    *("beta", "smeft", "stable", "COUPLINGS", "LOOPS", "out", "in_", "missing", "t0", "t1", "_", "__", "x", "dx"),
    *("lambda", "lamda", "E", "S", "N", "gamma", "zeta", "beta_1", "jacobian_1", "a_b", "a__b", "L" * 64),
]


def names_of_couplings() -> list[str]:
    """All words, and all that printers avoid, that the language takes."""
    candidates = dict.fromkeys([*WORDS, *sorted(C_RESERVED | PYTHON_RESERVED)])
    text = "model m\ngauge X = U(1) coupling {}\nfermion a left (X: 1)\nfermion b right (X: 1)\n"
    return [name for name in candidates if diagnose(text.format(name))[0] is not None]


def emitted(name: str, title: str, couplings: Sequence[str]) -> dict[str, str]:
    """All files, at one loop, of a model with one U(1), and a fermion mass for each further name."""
    text = f'model {name} "{title}"\ngauge X = U(1) coupling {couplings[0]}\n'
    for i, coupling in enumerate(couplings[1:]):
        text += f"fermion f{i}_ left (X: 1)\nfermion g{i}_ right (X: 1)\nmass {coupling} = bar(f{i}_) g{i}_\n"
    run = Run(compile_text(text))
    run.loops = LoopOrders(1, 1, 1)
    files = compile_model(run, ("python", "c", "latex", "json"))
    assert files is not None, run.diagnostics
    return files


def compile_c(folder: Path, files: dict[str, str], name: str, *flags: str) -> None:
    compiler = shutil.which("gcc")
    if compiler is None:
        pytest.skip("there is no gcc")
    for file, text in files.items():
        (folder / file).write_text(text, encoding="utf-8")
    done = subprocess.run(
        [compiler, *flags, "-c", f"{name}.c", "-o", "out.o"], cwd=folder, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr[:2000]


def module_of(text: str) -> ast.Module:
    """The parsed text; it imports numpy and calls nothing that a model file could have brought."""
    module = ast.parse(text)
    imports = [node for node in ast.walk(module) if isinstance(node, ast.Import | ast.ImportFrom)]
    assert [ast.unparse(node) for node in imports] == ["import numpy as np"]
    return module


@pytest.mark.parametrize("title", TITLES)
def test_titles(title: str, tmp_path: Path) -> None:
    files = emitted("m", title, ["g", "M_"])
    assert sorted(files) == ["Makefile", "m.c", "m.h", "m.json", "m.py", "m.tex"]
    # C: what is left of a file without comments does not depend on the title.
    plain = emitted("m", "plain", ["g", "M_"])
    for name in ("m.c", "m.h"):
        without = [re.sub(r"/\*.*?\*/", "", text[name].replace("??/", "\\"), flags=re.S) for text in (files, plain)]
        assert without[0] == without[1]
    compile_c(tmp_path, files, "m", *STRICT, "-trigraphs")
    # Python: the title is in the docstring of the module and nowhere else.
    modules = [module_of(text["m.py"]) for text in (files, plain)]
    assert [ast.dump(node) for node in modules[0].body[1:]] == [ast.dump(node) for node in modules[1].body[1:]]
    shown = ast.get_docstring(modules[0], clean=False)
    assert shown is not None and shown.splitlines()[0] == f"m: {title}"
    assert json.loads(files["m.json"])["model"] == "m"
    assert files["Makefile"] == plain["Makefile"]
    # TeX: commands are those of a plain title, besides those that print special characters.
    words = [re.findall(r"\\[A-Za-z]+|\\.", _without_comments(text["m.tex"])) for text in (files, plain)]
    printing = {r"\textbackslash", r"\textasciicircum", r"\textasciitilde", *(f"\\{c}" for c in "{}$&#%_")}
    assert [word for word in words[0] if word not in printing] == [word for word in words[1] if word not in printing]


def _without_comments(text: str) -> str:
    return re.sub(r"(?<!\\)%.*", "", text)


def test_names(tmp_path: Path) -> None:
    names = names_of_couplings()
    assert len(names) > 60 and {"NAN", "np", "__import__", "L" * 64} <= set(names)
    for begin in range(0, len(names), 60):
        files = emitted("m", "", names[begin : begin + 60])
        for flags in (STRICT, ["-std=gnu11", "-Wall", "-Werror"]):
            compile_c(tmp_path, files, "m", *flags)
        module_of(files["m.py"])
        found: dict[str, object] = {}
        exec(compile(files["m.py"], "m.py", "exec"), found)  # noqa: S102  (what users of the module do)
        given = {name: 0.5 for name in found["COUPLINGS"]}  # type: ignore[attr-defined]
        slopes = found["beta"](given)  # type: ignore[operator]
        assert set(names[begin : begin + 60]) <= set(slopes)
        assert all(value == value for value in slopes.values())


@pytest.mark.parametrize("name", ["printf", "math", "stddef", "numpy", "Makefile", "L" * 64, "NAN", "_", "m__"])
def test_names_of_models(name: str, tmp_path: Path) -> None:
    """They name files, functions and macros."""
    files = emitted(name, "", ["g", "M_"])
    stem = file_stem(name)
    assert all(re.fullmatch(rf"{stem}\.(py|c|h|tex|json)|Makefile", file) for file in files)
    assert {*files, f"lib{library_stem(name)}.so"} <= output_names(name)
    compile_c(tmp_path, files, stem, *STRICT, "-I.")
    module_of(files[f"{stem}.py"])


def test_names_of_files() -> None:
    """They hide neither modules of Python nor headers and libraries of C."""
    for name in ("numpy", "json", "ctypes", "math", "_ctypes", "imp", "annotationlib", "scipy", "String"):
        assert file_stem(name) == f"{name}_"
    assert (file_stem("m"), library_stem("m"), library_stem("math")) == ("m", "m_", "math_")
    assert [file_stem(name) for name in ("Makefile", "GNUmakefile")] == ["Makefile_", "GNUmakefile_"]
    for name in ("bm2", "numpy2", "Numpy", "match", "test", "math_", "mathematics"):
        assert file_stem(name) == library_stem(name) == name
    public = {name for name in sys.stdlib_module_names if not name.startswith("_")}
    assert not {name for name in public if file_stem(name) == name}


@pytest.mark.parametrize("name", ["numpy", "ctypes"])
def test_python_works_in_the_folder(name: str, tmp_path: Path) -> None:
    for file, text in emitted(name, "", ["g", "M_"]).items():
        (tmp_path / file).write_text(text, encoding="utf-8")
    program = f"import numpy, {file_stem(name)} as m; print(m.MODEL, float(m.beta({{'g': 0.0, 'M_': 1.0}}, 1)['g']))"
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True)
    assert done.stdout == f"{name} 0.0\n", done.stderr


# Look-alikes of letters, invisible characters, and what turns the direction of text.
@pytest.mark.parametrize(
    "char", ["а", "ａ", "𝐚", "ı", "\u200b", "\u202e", "\u2066", "\x00", "\x1b", "\ud7ff", "⁄", "../", "/"]
)
def test_names_are_letters_of_two_alphabets(char: str) -> None:
    analysis, diagnostics = diagnose(f"model m{char}x\ngauge X = U(1) coupling g\n")
    assert analysis is None and all(item.span is not None for item in diagnostics)


@pytest.mark.parametrize("char", ["\u202e", "\u2066", "\u200b", "\x00", "\x1b", "\u2028", "\x85", "\x7f"])
def test_texts_are_what_they_look_like(char: str) -> None:
    analysis, diagnostics = diagnose(f'model m "a{char}b"\ngauge X = U(1) coupling g\n')
    assert analysis is None and [item.code for item in diagnostics] == ["Z102"]


def test_greek_letters_and_their_names_are_the_same() -> None:
    text = "model m\ngauge X = U(1) coupling g\nscalar φ (X: 1)\nscalar phi (X: 1)\n"
    analysis, diagnostics = diagnose(text)
    assert analysis is None and any(item.severity == "error" for item in diagnostics)


def test_escaping_of_tex() -> None:
    text = "".join(map(chr, range(32, 127)))
    escaped = latex_escape(text)
    assert set(re.findall(r"\\(?:[A-Za-z]+|.)", escaped)) == {
        *(r"\textbackslash", r"\textasciicircum", r"\textasciitilde"),
        *(f"\\{c}" for c in "{}$&#%_"),
    }
    for char in "&#%$_":
        assert escaped.count(char) == escaped.count(f"\\{char}") == 1
    assert not set(escaped) & set("^~")
    assert set(re.findall(r"[^A-Za-z0-9_{}^,\\ ]", "".join(map(latex_name, [*WORDS, "?q", "Y[1,2]"])))) == set()


def test_lines_of_tables_in_tex_are_no_options_of_line_ends() -> None:
    assert cell_latex("[9cm]") == "{}[9cm]" and cell_latex("a\n*b\n[c") == r"\shortstack[l]{a \\ {}*b \\ {}[c}"
    assert cell_latex("a [b]") == "a [b]" and cell_latex("") == ""


def test_escaping_of_html() -> None:
    text = "".join(map(chr, range(0x2100)))
    escaped = re.sub(r"&(amp|lt|gt|quot|#x27);", "", escape(text))
    assert not set(escaped) & set("&<>\"'\x00\x1b\u202e\u200b\u2028")


def test_numbers_of_expressions_with_names_of_functions() -> None:
    """Sympy makes functions of Python of them, with symbols for arguments."""
    names = ("array", "numpy", "sqrt", "ImmutableDenseMatrix", "lambda", "__import__")
    symbols = [sympy.Symbol(name) for name in names]
    matrix = sympy.Matrix([[sympy.sqrt(symbols[0]) + symbols[1] + symbols[2] * symbols[3], symbols[4] * symbols[5]]])
    assert _evaluate(matrix, dict(zip(names, [4.0, 1.0, 2.0, 3.0, 5.0, 6.0], strict=True))).tolist() == [[9.0, 30.0]]
