"""The resolver as a whole: headers, hostile input, whatever can be parsed."""

from __future__ import annotations

import pytest
from hypothesis import given
from tests.helpers.patience import patience
from tests.helpers.resolving import FILE, SM, WITH_X, mistakes, resolve_text, try_resolve
from tests.helpers.syntax_trees import TREES

from zmodel.model import library_loader, resolve
from zmodel.source import SourceFile
from zmodel.syntax import ast, format_tree, parse


def test_the_header() -> None:
    model = resolve_text('use sm\nmodel m "Title"')
    assert (model.name, model.title) == ("m", "Title")


@pytest.mark.parametrize("text", ["", "use sm", "# only a comment"])
def test_the_header_is_needed(text: str) -> None:
    assert mistakes(text) == [("Z120", "")]


def test_the_header_stands_once() -> None:
    assert mistakes("model a\nmodel b\nmodel c") == [("Z121", "model b"), ("Z121", "model c")]


def test_the_order_of_statements_does_not_matter() -> None:
    lines = [
        *WITH_X.splitlines(),
        "charges X { N = a }",
        "param a",
        "yukawa Y1 = bar(L) tilde(H) N",
        "fermion N[3] right",
        "mixing eta (Y, X)",
    ]
    forward, backward = (resolve_text("\n".join(ordered)) for ordered in (lines, lines[::-1]))
    assert forward.field("N") == backward.field("N")
    assert forward.mixings == backward.mixings


def test_one_run_reports_all_it_can_find() -> None:
    text = SM + "gauge Z = SU(1)\nscalar s (Y: 1/0)\nfermion f[0] left\nyukawa W = bar(q) H D\npoint p { a = 1 }"
    assert [code for code, _ in mistakes(text)] == ["Z114", "Z117", "Z113", "Z110", "Z110"]


@pytest.mark.parametrize(
    "text",
    [
        WITH_X.replace("\n", "\r\n"),
        WITH_X.replace("\n", "\r"),
        "\ufeff" + WITH_X,
        WITH_X.strip(),
        WITH_X.replace(" ", "\t"),
    ],
    ids=["CRLF", "CR", "byte order mark", "no last line end", "tabs"],
)
def test_line_ends_and_blanks(text: str) -> None:
    assert resolve_text(text) == resolve_text(WITH_X)


HOSTILE = {
    "unknown names": SM + "yukawa W = " + " ".join(f"unknown{n}" for n in range(9000)),
    "fields": SM + "".join(f"scalar s{n} (Y: 1)\n" for n in range(1400)),
    "groups": "model m\n" + "".join(f"gauge G{n} = U(1)\n" for n in range(1300)),
    "parameters": "model m\n" + "".join(f"param p{n}\n" for n in range(3900)),
    "lets": "model m\n" + "".join(f"let p{n} = 1\n" for n in range(2300)),
    "uses of a let": "model m\nparam a\nlet b = "
    + "+".join(["a"] * 2000)
    + "\n"
    + "".join(f"scalar s{n} vev b/b\n" for n in range(450)),
    "couplings": SM + "potential {\n" + "".join(f"c{n} = dag(H) H\n" for n in range(1400)) + "}",
    "points": SM + "".join(f"point p{n} {{ g1 = 1 }}\n" for n in range(1400)),
    "values": SM + "point p {\n" + "g1 = 1\n" * 2900 + "}",
    "a matrix": SM + "point p { Yu = [" + "[1, 2, 3]," * 1400 + "] }",
    "digits in a point": SM + "point p { g1 = " + "*".join(["7" * 60] * 4900) + " }",
    "fractions in a point": SM + "point p { g1 = " + "+".join(f"1/{10**59 + n}" for n in range(1600)) + " }",
    "exponents": SM + "point p { g1 = ((((7^400)^400)^400)^400)^400; g2 = 7^(7^400); g3 = 10^10^10 }",
    "requirements": SM + "require allowed " + ", ".join(["Yu diagonal"] * 3900),
    "kept entries": SM + "yukawa W = bar(Q) H D keep " + ", ".join(f"(1,1) as y{n}" for n in range(1400)),
    "rotations": SM + "rotation U = " + "*".join(["CKM"] * 5900),
    "exceptions": "model m\nuse sm { except " + ", ".join(f"n{n}" for n in range(5900)) + " }",
    "uses": "model m\n" + "use sm\n" * 2000,
    "large representations": "model m\ngauge A = SU(64)\n"
    + "".join(f"scalar s{n} (A: {40000 + n})\n" for n in range(5)),
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_models_are_answered(text: str) -> None:
    resolve_text(SM)
    with patience():
        tree, diagnostics = parse(SourceFile(FILE, text))
        if tree is not None:
            model, diagnostics = resolve(tree, library_loader())
            assert (model is None) == any(item.severity == "error" for item in diagnostics)
    assert all(item.span is not None for item in diagnostics)


@given(TREES)
def test_whatever_can_be_parsed_gives_a_model_or_errors(tree: ast.SyntaxTree) -> None:
    model, diagnostics = try_resolve("model m\nuse sm\n" + format_tree(tree))
    assert (model is None) == any(item.severity == "error" for item in diagnostics)
    assert all(item.span is not None for item in diagnostics)
