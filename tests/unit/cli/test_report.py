"""`zmodel report`: one page that holds everything, whatever a model file says."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import html5lib
import pytest
from tests.helpers.command import Command

from zmodel.driver import page

XHTML = "{http://www.w3.org/1999/xhtml}"

# A title and comments that would like to be markup, a used file, a warning with a place, and two points: one runs to
# the Planck scale, the other lacks the numbers for it.
MODEL = """\
model m "</title><script>alert('1')</script> & co"
use "parts/colour.zmodel"   # \u202e</pre><img src=x onerror=alert(1)>
gauge A = U(1) coupling gA
param a : rational
fermion q[2] left  (C: 3, A: [a, 1])
fermion r[2] right (C: 3, A: [a, 1])
fermion x left  (A: 1)
scalar  s (A: 0)
yukawa Y = bar(q) s r keep (2,2) as y22
potential {
  m2 = dag(s) s
  lambda_s = (dag(s) s)^2
}
require allowed Y diagonal
point weak at 100 { a = 1/2; g3 = 1; gA = 0.5; y22 = 0.4; lambda_s = 0.2; m2 = -1 }
point bare { a = 2 }
"""
COLOUR = "# strong\ngauge C = SU(3) coupling g3\n"

SECTIONS = [
    "Messages",
    "Groups and parameters",
    "Fields",
    "Anomalies",
    "Couplings and textures",
    "Potential and stability",
    "Flavour structure",
    "Masses and mixing",
    "Currents",
    "Beta functions",
    "Matching to SMEFT",
    "Point weak",
    "Point bare",
    "Model file m.zmodel",
    "Used file colour.zmodel",
]


def model_file(folder: Path) -> Path:
    path = folder / "m.zmodel"
    path.write_text(MODEL, encoding="utf-8")
    (folder / "parts").mkdir(exist_ok=True)
    (folder / "parts" / "colour.zmodel").write_text(COLOUR, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """The page of MODEL, and what the command says on standard error."""
    folder = tmp_path_factory.mktemp("report")
    return report(model_file(folder), folder / "m.html")


def report(model: Path, out: Path, seed: str = "1") -> tuple[str, str]:
    command = [sys.executable, "-m", "zmodel", "report", str(model), "-o", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "PYTHONHASHSEED": seed})
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"{model}: wrote {out}\n"
    return out.read_text(encoding="utf-8"), done.stderr


def tree(html: str) -> ElementTree.Element:
    return ElementTree.fromstring(html.removeprefix("<!DOCTYPE html>"))


# ------------------------------------------------------------------ form
def test_the_page_is_valid(written: tuple[str, str]) -> None:
    """Of HTML, by a parser that takes no excuse, and of XML."""
    html, _ = written
    html5lib.HTMLParser(strict=True).parse(html)
    root = tree(html)
    assert root.tag == "html" and root.get("lang") == "en"
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    links = [link.get("href", "") for link in root.iter("a")]
    assert links and {link[1:] for link in links} <= set(ids), "a link leads nowhere"
    assert all(link.startswith("#") for link in links)


def test_nothing_is_fetched(written: tuple[str, str]) -> None:
    html, _ = written
    root = tree(html)
    (policy,) = (meta.get("content", "") for meta in root.iter("meta") if meta.get("http-equiv"))
    assert "default-src 'none'" in policy and "unsafe-inline'; script-src 'sha256-" in policy
    assert not [element for element in root.iter() if element.get("src")]
    assert [element.tag for element in root.iter() if element.tag in ("link", "img", "iframe", "script")] == ["script"]
    assert "@import" not in html and not re.search(r"url\((?!#)", html)


def test_sections_with_headings_in_order(written: tuple[str, str]) -> None:
    root = tree(written[0])
    assert [section.findtext("h2") for section in root.iter("section")] == SECTIONS
    assert [link.text for link in root.findall(".//nav//a")] == SECTIONS
    levels = [int(element.tag[1]) for element in root.iter() if re.fullmatch("h[1-6]", element.tag)]
    assert levels[0] == 1 and all(after <= before + 1 for before, after in pairwise(levels))


def test_the_same_bytes_every_time(written: tuple[str, str], tmp_path: Path) -> None:
    again, _ = report(model_file(tmp_path), tmp_path / "m.html", seed="2")
    assert again == written[0]
    assert str(tmp_path) not in again


# ------------------------------------------------------------------ content
def test_what_a_file_says_stays_text(written: tuple[str, str]) -> None:
    html, _ = written
    assert html.count("<script>") == 1 and "<img" not in html and "\u202e" not in html
    root = tree(html)
    shown = "m: </title><script>alert('1')</script> & co"
    assert root.findtext("head/title") == shown == root.findtext("body/header/h1")
    first, second = (["".join(line.itertext()) for line in listing.iter("span") if line.get("class") == "line"]
                     for listing in root.iter("pre") if listing.get("class") == "listing")  # fmt: skip
    visible = MODEL.replace("\u202e", "").splitlines()
    assert [line.partition("\n")[0].split(" Z5")[0] for line in first] == [f"{n}{t}" for n, t in enumerate(visible, 1)]
    assert second == [f"{n}{text}\n" for n, text in enumerate(COLOUR.splitlines(), 1)]


def test_links_to_lines_and_back(written: tuple[str, str]) -> None:
    root = tree(written[0])
    rows = {row.get("id"): row for row in root.iter("tr") if row.get("id")}
    addresses = {name: row.find("th/a").get("href") for name, row in rows.items()}  # type: ignore[union-attr]
    assert addresses["field-q"] == "#L5" and addresses["coupling-Y"] == "#L9"
    assert addresses["group-C"] == "#F2-L2" and addresses["parameter-a"] == "#L4"
    lines = {line.get("id"): line for line in root.iter("span") if line.get("class") == "line"}
    back = {name: [link.get("href") for link in line.iter("a")][1:] for name, line in lines.items()}
    assert back["L5"] == ["#field-q"] and back["L9"][:2] == ["#coupling-Y", "#coupling-Y"]
    assert back["L15"][0] == "#point-weak" and back["F2-L2"] == ["#group-C", "#group-C"]


def test_messages_stand_on_the_page_and_on_standard_error(written: tuple[str, str]) -> None:
    html, said = written
    assert "warning[Z5" in said and "error" not in said
    root = tree(html)
    for code in set(re.findall(r"warning\[(Z5\d\d)\]", said)):
        marks = [link for link in root.iter("a") if link.get("class") == "mark" and link.text == code]
        assert marks, code
        (message,) = (e for e in root.iter("div") if f"#{e.get('id')}" == marks[0].get("href"))
        assert code in "".join(message.itertext())


def test_what_cannot_be_derived_is_told_in_its_place(written: tuple[str, str]) -> None:
    sections = {section.get("id"): "".join(section.itertext()) for section in tree(written[0]).iter("section")}
    for name in ("masses", "currents"):
        assert "Z401 no scalar of the model has a vacuum value" in sections[name]
    assert "integrates nothing out" in sections["matching"]
    assert "Not run: the point has no scale" in sections["point-bare"]


def test_formulas_textures_and_figures(written: tuple[str, str]) -> None:
    html, _ = written
    root = tree(html)
    sections = {section.get("id"): section for section in root.iter("section")}
    betas = sections["rge"]
    captions = [caption.text for caption in betas.iter("caption")]
    assert captions[:2] == ["Beta functions, loop order 1", "Beta functions, loop order 2"]
    assert len(list(betas.iter("{http://www.w3.org/1998/Math/MathML}math"))) > 20
    (coupling,) = (row for row in sections["couplings"].iter("tr") if row.get("id") == "coupling-Y")
    assert [cell.get("class") for cell in coupling.findall(".//table/tbody/tr/td")] == [
        "allowed",
        "open",
        "open",
        "allowed",
    ]
    (figure,) = sections["point-weak"].iter("figure")
    (drawing,) = (part for part in figure.iter() if part.tag.endswith("}svg"))
    assert drawing.get("role") == "img" and drawing.get("aria-label") == figure.findtext("figcaption")
    assert "weak: reaches 1.22e+19 GeV" in [caption.text for caption in sections["point-weak"].iter("caption")]
    assert list(sections["point-bare"].iter("figure")) == []


def test_points_and_loops(zmodel: Command, tmp_path: Path) -> None:
    model = model_file(tmp_path)
    out = tmp_path / "one.html"
    assert zmodel("report", str(model), "-o", str(out), "--point", "bare", "--loops", "1").status == 0
    html = out.read_text(encoding="utf-8")
    assert "Point bare" in html and "Point weak" not in html
    assert "loop order 1<" in html and "loop order 2<" not in html


def test_without_matplotlib_the_page_says_so(zmodel: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    out = tmp_path / "m.html"
    assert zmodel("report", str(model_file(tmp_path)), "-o", str(out), "--point", "weak", "--loops", "1").status == 0
    html = out.read_text(encoding="utf-8")
    assert "<figure" not in html and "<caption>weak: " in html
    assert "Figures need matplotlib: pip install" in html


# ------------------------------------------------------------------ mistakes
@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (("-o", "page.pdf"), 2, "must end in .html"),
        (("-o", "no/such/folder.html", "--loops", "1"), 1, "error[Z005]"),
        (("-o", "page.html", "--point", "nowhere"), 2, "it has: weak, bare"),
        (("-o", "page.html", "--loops", "9"), 2, "loop"),
        ((), 2, "-o"),
    ],
)
def test_mistakes(
    zmodel: Command,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    status: int,
    message: str,
) -> None:
    model = model_file(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(page, "_SECTIONS", {"fields": "Fields"})
    outcome = zmodel("report", str(model), *arguments)
    assert outcome.status == status and message in outcome.err and outcome.out == ""
    assert not (tmp_path / "page.html").exists()


def test_a_model_with_errors_leaves_the_old_page(zmodel: Command, tmp_path: Path) -> None:
    model, out = tmp_path / "wrong.zmodel", tmp_path / "page.html"
    model.write_text("model wrong\ngauge A = U(1) coupling g\nfermion q left (A: 1)\nmass m = q q\n")
    out.write_text("old")
    outcome = zmodel("report", str(model), "-o", str(out))
    assert outcome.status == 1 and "error[Z203]" in outcome.err and outcome.out == ""
    assert out.read_text() == "old" and [path.name for path in tmp_path.iterdir() if path.suffix == ".html"] == [
        out.name
    ]
