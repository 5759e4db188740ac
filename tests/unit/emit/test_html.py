"""Reports in HTML: well-formed, escaped, formulas in MathML, textures in colour."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from tests.helpers.models import compile_file, compile_text

from zmodel.diagnostics import Diagnostic
from zmodel.driver import Run, make_report
from zmodel.emit.formula import LATEX, Formula, formula_list, latex_name
from zmodel.emit.html import Layout, cell_html, escape, formula_html, report_html, style, table_html
from zmodel.emit.html.figures import figure_html
from zmodel.emit.html.formula import terms_of
from zmodel.emit.html.listing import listing_html
from zmodel.emit.html.messages import messages_html
from zmodel.emit.html.places import Places
from zmodel.emit.report import Report, Table, cell_latex, cell_text
from zmodel.emit.texture import Texture, texture_of
from zmodel.source import SourceFile, Span

MATHML = "{http://www.w3.org/1998/Math/MathML}"
HOSTILE = "</td><script>alert('1')</script> & \"quotes\"\u202e\x1b[31m"

REPORTS = [
    ("paper_a/bm3", "rge"),
    ("good/breaking", "rge"),
    ("paper_a/bm3", "potential"),
    ("paper_b/accidental", "anomalies"),
    ("paper_b/accidental", "masses"),
    ("paper_c/malaphoric", "currents"),
    ("paper_b/accidental", "couplings"),
    ("paper_c/malaphoric", "matching"),
    ("paper_d/g5321", "branching"),
    ("paper_d/radiative_muon", "flavour"),
]


@pytest.mark.parametrize(("path", "name"), REPORTS, ids=lambda word: word.rpartition("/")[2])
def test_reports_are_well_formed_and_without_raw_latex(path: str, name: str) -> None:
    report = make_report(Run(compile_file(path)), name)
    assert report is not None
    html = report_html(report)
    page = ElementTree.fromstring(html)
    assert "\\" not in html
    page_tables = [drawn for drawn in page.findall("div") if drawn.find("table[@class='matrix']") is None]
    listed = [table for table in report.tables if not table.grids]
    assert [drawn.findtext("table/caption") for drawn in page_tables] == [table.title for table in listed]
    for drawn, table in zip(page_tables, listed, strict=True):
        rows = drawn.findall("table/tbody/tr")
        assert [len(row) for row in rows] == [len(row) for row in table.rows]
        cells = [cell for row in table.rows for cell in row]
        formulas = [cell for cell in cells if isinstance(cell, Formula) and not isinstance(cell, Texture)]
        found = [len(list(cell.iter(f"{MATHML}math"))) for row in rows for cell in row]
        assert sum(count > 0 for count in found) == len(formulas)


# ------------------------------------------------------------------ matrices
def test_small_mass_matrices_are_shown_as_matrices() -> None:
    report = make_report(Run(compile_file("paper_c/malaphoric")), "masses")
    assert report is not None
    page = ElementTree.fromstring(report_html(report))
    grids = {drawn.findtext("caption"): drawn for drawn in page.iter("table") if drawn.get("class") == "matrix"}
    mass = grids["Gauge bosons: mass and kinetic matrix: M^2"]
    assert [head.text for head in mass.findall("thead/tr/th")] == [None, "W1", "W2", "W3", "B", "X"]
    kinetic = grids["Gauge bosons: mass and kinetic matrix: K"]
    shown = [["".join(cell.itertext()) for cell in row.findall("td")] for row in kinetic.findall("tbody/tr")]
    assert shown == [["1", "ϵ"], ["ϵ", "1"]]
    up = grids["Fermion mass matrices: u"]
    assert [len(row.findall("td")) for row in up.findall("tbody/tr")] == [3, 3, 3]
    assert "".join(up.findall("tbody/tr/td")[2].itertext()) == "0"


def test_large_matrices_are_listed() -> None:
    text = "model many\nuse sm\nfermion a[9] left (Y: 2)\nfermion b[9] right (Y: 2)\nmass M = bar(a) b\n"
    report = make_report(Run(compile_text(text)), "masses")
    assert report is not None
    (table,) = (table for table in report.tables if table.title == "Fermion mass matrices")
    assert not table.grids
    page = ElementTree.fromstring(f"<div>{table_html(table)}</div>")
    assert [row.findtext("td") for row in page.findall(".//tbody/tr")] == ["Q.up", "Q.down", "L.down", "a"]


# ------------------------------------------------------------------ escaping
def test_text_is_shown_as_it_is() -> None:
    assert escape("<a href=\"x\" title='y'>&</a>\n\x1b\u202e") == (
        "&lt;a href=&quot;x&quot; title=&#x27;y&#x27;&gt;&amp;&lt;/a&gt;\n"
    )


def test_every_place_of_a_report_is_escaped() -> None:
    cells = (HOSTILE, Formula(HOSTILE, r"\text{</math><script>}"), Formula(HOSTILE, ""), texture_of([[HOSTILE]]))
    html = report_html(Report(HOSTILE, (Table(HOSTILE, (HOSTILE, "b", "c", "d"), (cells,), HOSTILE),), {}))
    assert "<script" not in html
    assert "\x1b" not in html and "\u202e" not in html
    page = ElementTree.fromstring(html)
    shown = "</td><script>alert('1')</script> & \"quotes\"[31m"
    assert page.findtext("h3") == page.findtext(".//caption") == page.findtext("p") == shown
    assert [part.text for part in page.iter(f"{MATHML}mtext")] == ["</math><script>"]


# ------------------------------------------------------------------ formulas
@pytest.mark.parametrize(
    ("latex", "terms"),
    [
        ("0", ["0"]),
        ("-a + b - c", ["-a", "+ b", "- c"]),
        (r"2 \left(a + b\right) c - \frac{a + b}{c - d}", [r"2 \left(a + b\right) c", r"- \frac{a + b}{c - d}"]),
        (r"(a - b)_{12} + V^{-1}", ["(a - b)_{12}", "+ V^{-1}"]),
        (r"\left[a + b\right) - c", [r"\left[a + b\right)", "- c"]),
        (r"\left|{a + b}\right| + c", [r"\left|{a + b}\right|", "+ c"]),
        (r"\begin{matrix} a + b \\ c \end{matrix} - d", [r"\begin{matrix} a + b \\ c \end{matrix}", "- d"]),
    ],
)
def test_sums_are_cut_between_terms(latex: str, terms: list[str]) -> None:
    assert terms_of(latex) == terms


def test_lines_may_break_between_terms_only() -> None:
    first, second = ElementTree.fromstring(f"<p>{formula_html(Formula('', r'-x^{2} + y'))}</p>")
    assert first.find(f".//{MATHML}msup") is not None
    signs = [part.find(f".//{MATHML}mo") for part in (first, second)]
    assert [sign is not None and sign.get("form") for sign in signs] == [None, "infix"]


def test_wrong_latex_is_shown_as_text() -> None:
    assert formula_html(Formula("a_b_c < d", "a_{b}_{c}")) == "a_b_c &lt; d"
    assert latex_name("X1") == "X_{1}" and LATEX.diagonal("X1", "psi") == "X_{1,psi}"
    assert LATEX.diagonal("X", "psi") == "X_{psi}"


def test_lists_of_formulas_have_labels_and_separators() -> None:
    cell = formula_list([("<a>: ", Formula("-1", "-1")), ("", Formula("x + y", "x + y"))], "; ")
    assert cell_text(cell) == "<a>: -1; x + y" and cell_latex(cell) == "<a>: $-1$; $x + y$"
    page = ElementTree.fromstring(f"<p>{cell_html(cell)}</p>")
    assert ["".join(part.itertext()) for part in page.findall("div")] == ["<a>: −1;", "x +y"]
    folded = ElementTree.fromstring(cell_html(formula_list([("b: ", Formula("", "x + y + z"))], ""), fold=3))
    summary = folded.find("details/summary")
    assert summary is not None and "".join(summary.itertext()) == "b: x + 2 more terms"


# ------------------------------------------------------------------ textures
def test_textures_are_coloured_by_their_marks() -> None:
    cell = texture_of([["x", "."], ["?", "0"], ["-2", "phi"]])
    page = ElementTree.fromstring(cell_html(cell))
    marks = [(entry.get("class"), entry.text) for entry in page.iter("td")]
    assert marks == [
        ("allowed", "x"),
        ("forbidden", "."),
        ("open", "?"),
        ("vanishing", "0"),
        ("filled", "-2"),
        ("filled", "phi"),
    ]
    assert all(f".{name} " in style() for name, _ in marks)


def test_textures_as_text_and_latex() -> None:
    cell = texture_of([["x", "-2"], [".", "x"]])
    assert cell_text(cell) == "x -2\n. x"
    assert cell_latex(cell) == r"$\begin{matrix} \text{x} & \text{-2} \\ \text{.} & \text{x} \end{matrix}$"


def test_lines_of_a_cell() -> None:
    assert '<th scope="row">Yu<br/>yt</th>' in table_html(Table("t", ("a",), (("Yu\nyt",),)))


# ------------------------------------------------------------------ folding and links
def test_long_sums_are_folded_behind_their_first_terms() -> None:
    formula = Formula("", " + ".join(f"x_{{{n}}}" for n in range(1, 10)))
    page = ElementTree.fromstring(f"<p>{formula_html(formula, fold=40)}</p>")
    fold = page.find("details[@class='long']")
    assert fold is not None
    first = fold.findall(f"summary/{MATHML}math")
    assert 1 < len(first) < 8 and fold.findtext("summary/span") == f"+ {9 - len(first)} more terms"
    shown = ["".join(term.itertext()) for term in fold.iter(f"{MATHML}math")]
    assert shown == ["x1", *(f"+x{n}" for n in range(2, 10))]
    assert formula_html(formula, fold=1000) == formula_html(formula)


def test_rows_link_and_are_linked_to() -> None:
    table = Table("t", ("a", "b"), (("Yu\nyt", "Yu"), (Formula("g", "g"), ""), ("<x>", "")))
    layout = Layout(links={"Yu": "#L1", "g": "#L2", "<x>": '#"'}, ids={"Yu": "coupling-Yu"})
    rows = ElementTree.fromstring(f"<div>{table_html(table, layout)}</div>").findall(".//tbody/tr")
    assert [row.get("id") for row in rows] == ["coupling-Yu", None, None]
    assert [row.find("th/a").get("href") for row in rows] == ["#L1", "#L2", '#"']  # type: ignore[union-attr]


# ------------------------------------------------------------------ pages
def test_listings_keep_every_line_end() -> None:
    file = SourceFile("m.zmodel", 'model m\r\n\r# "a\n\tgauge <')
    places = Places((file,), ())
    html = listing_html(file, places, lambda text: [("comment", text)], (), ())
    lines = [line for line in ElementTree.fromstring(html).iter("span") if line.get("class") == "line"]
    assert ["".join(line.itertext()) for line in lines] == ["1model m\n", "2\n", '3# "a\n', "4    gauge <\n"]
    assert [line.get("id") for line in lines] == ["L1", "L2", "L3", "L4"]


def test_messages_show_place_notes_and_hints() -> None:
    file, other = SourceFile("some/where/m.zmodel", "model <m>\nx\n"), SourceFile("lib/sm.zmodel", "y\n")
    places = Places((file, other), ())
    item = Diagnostic(
        "Z203", HOSTILE, Span(file, 6, 9), HOSTILE, ((Span(other, 0, 1), "there"),), notes=("n",), hints=("h",)
    )
    html = messages_html([(7, item), (None, Diagnostic("Z503", "no place"))], places)
    assert "<script" not in html and "some/where" not in html
    first, second = ElementTree.fromstring(html)
    words = "".join(first.itertext())
    assert "error Z203" in words and "note: n" in words and "help: h" in words
    assert [link.get("href") for link in first.iter("a")] == ["#L1", "#F2-L1"]
    assert [mark.text for mark in first.iter("mark")] == ["<m>", "y"]
    assert first.find("div").get("id") == "message-7"  # type: ignore[union-attr]
    assert "".join(second.itertext()) == "warning Z503 no place" and second.find("div").get("id") is None  # type: ignore[union-attr]


def test_figures_have_ids_of_their_own() -> None:
    svg = (
        '<?xml version="1.0"?><!DOCTYPE svg><svg xmlns="http://www.w3.org/2000/svg" '
        'xmlns:xlink="http://www.w3.org/1999/xlink" width="1"><metadata>date</metadata>'
        '<defs><style type="text/css">*{stroke: red}</style></defs>'
        '<g id="a" clip-path="url(#b)"><use xlink:href="#c"/></g></svg>'
    )
    html = figure_html(svg.encode(), "figure-p", "<p>")
    assert 'id="figure-p-a" clip-path="url(#figure-p-b)"' in html and 'xlink:href="#figure-p-c"' in html
    assert "style" not in html and "date" not in html and ElementTree.fromstring(html).findtext("figcaption") == "<p>"
    with pytest.raises(ValueError, match="SVG"):
        figure_html(b"%PDF", "p", "")
