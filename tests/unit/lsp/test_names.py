"""What names mean, in a file and in what it uses."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from zmodel.lsp.navigation import Found, declaration_spans, find_symbol, references, used_file
from zmodel.lsp.pieces import parsed
from zmodel.lsp.project import Project
from zmodel.lsp.symbols import names_in
from zmodel.lsp.units import Unit
from zmodel.model.expression import CONSTANTS, GEV
from zmodel.model.model import DOMAINS, MIXING_FORMS
from zmodel.model.statements import KNOWN_MATRICES, PREDICATES
from zmodel.resources import library_path
from zmodel.source import SourceFile
from zmodel.syntax import ast, parse

SM = "model m\nuse sm\n"
GOOD = Path(__file__).parents[2] / "good"
FILES = sorted(library_path().parent.rglob("*.zmodel"))


def project(tmp_path: Path, **texts: str) -> Project:
    """Open files of a folder."""
    return Project({str(tmp_path / f"{name}.zmodel"): text for name, text in texts.items()}, (str(tmp_path),))


def unit_of(tmp_path: Path, text: str) -> Unit:
    unit = project(tmp_path, main=text).unit(str(tmp_path / "main.zmodel"))
    assert unit is not None
    return unit


def found_at(unit: Unit, words: str, within: int = 0) -> Found:
    found = find_symbol(unit, unit.root, unit.files[unit.root].file.text.index(words) + within)
    assert found is not None
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_name_of_the_model_files_means_something(path: Path) -> None:
    unit = Project().unit(str(path))
    assert unit is not None
    for item in unit.files[unit.root].names:
        assert unit.meaning(unit.root, item) is not None or item.name in PREDICATES, item


def test_no_name_of_the_tree_is_forgotten() -> None:
    """Identifiers that are no names: kinds of parameters, forms of mixing, units, functions and contractions."""
    words = {*DOMAINS, *MIXING_FORMS, *GEV, "alpha"}
    statements = set()
    for path in (*FILES, *sorted(GOOD.glob("*.zmodel"))):
        found = parsed(SourceFile(str(path), path.read_text(encoding="utf-8")))
        for piece in found.pieces:
            covered = {item.start for item in piece.names}
            for statement in piece.statements:
                statements.add(type(statement))
                for node in ast.walk(statement):
                    match node:
                        case ast.CouplingStatement(_, _, _, _, contraction):
                            covered |= {name.span.start for name in contraction}
                        case ast.Identifier(span, name) if name not in words:
                            assert span.start in covered, (path, name)
                        case ast.FieldFactor(_, name, _, span):
                            assert span.start in covered, (path, name)
                        case ast.Component(span, name) | ast.ElementName(span, name):
                            assert span.start in covered, (path, name)
                        case ast.Symbol(span, name) if name not in {*words, *CONSTANTS, *KNOWN_MATRICES}:
                            in_a_point = isinstance(statement, ast.PointStatement)
                            assert in_a_point or span.start in covered, (path, name)
    assert statements == set(get_args(ast.Statement))


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        (SM + "scalar S (Y: 1)\npotential { m = dag(S) S }", "S }", ("main", "S (Y")),
        (SM + "yukawa Y2 = bar(Q) H D", "H D", ("sm", "H ")),
        ("model m\nuse sm { except H }\nscalar H (Y: 1/2)\nyukawa Y2 = bar(Q) H D", "H D", ("main", "H (Y")),
        ("model m\nuse sm { except H }\nscalar H (SU2L: 2, Y: 1/2)", "H }", ("sm", "H ")),
        (SM + "gauge X = U(1)\npoint p { g_X = 1 }", "g_X", ("main", "X = U")),
        (SM + "gauge X = U(1) boson B\nintegrate B at 1 TeV", "B at", ("main", "B\n")),
        (SM + "scalar S vev v_S\npoint p { v_S = 1 }", "v_S =", ("main", "v_S\n")),
        (SM + "param v_S : real\nscalar S vev v_S", "v_S", ("main", "v_S : real")),
        (SM + "gauge X = U(1)\ncharges X { L = [?, ?, ?]; E = ?L2 }", "L2", ("main", "?, ?, ?]")),
        (SM + "gauge X = U(1)\ncharges X { L = ?q; E = ?q }", "q }", ("main", "q;")),
        (SM + "fermion ψ left\nmass m = psi psi", "psi psi", ("main", "ψ left")),
        (SM + "yukawa Yt = bar(Q) tilde(H) U keep (3,3) as yt\npoint p { alpha(yt) = 1 }", "yt) =", ("main", "yt\n")),
        (SM + "rotation Q.up = CKM\nrotation Q.down = dag(Q.up)", "Q.up)", ("sm", "Q[3]")),
        ("gauge G = SU(5)\nbreaking a { C = G[1..3] }\nbreaking b after a { C }", "C }", ("main", "C = G")),
        ("gauge G = SU(5)\nbreaking a { G }\nbreaking b after a { C = G[1..3] }", "G[1", ("main", "G = SU")),
    ],
)  # fmt: skip
def test_where_names_are_declared(tmp_path: Path, text: str, words: str, place: tuple[str, str]) -> None:
    unit = unit_of(tmp_path, text)
    first = declaration_spans(unit, found_at(unit, words).symbol)[0]
    assert Path(first.file.name).stem == place[0]
    assert first.file.text[first.start :].startswith(place[1])


def test_constants_units_and_keywords_mean_nothing(tmp_path: Path) -> None:
    text = SM + "param a : real\nscalar S vev sqrt(a)/pi\npoint p at 1 TeV { a = 3 }"
    unit = unit_of(tmp_path, text)
    for word in ("sqrt", "pi", "TeV", "scalar", "real", "vev"):
        assert find_symbol(unit, unit.root, text.index(word)) is None, word


def test_references_go_through_all_files(tmp_path: Path) -> None:
    known = project(
        tmp_path,
        part="scalar S (SU2L: 2, Y: 1/2)\n",
        one=SM + 'use "part.zmodel"\npotential { m = dag(S) S }\n',
        two='model t\nuse "one.zmodel"\nscalar S2\npoint p { m = 1 }\n',
        other=SM + "scalar S\n",
    )
    part = str(tmp_path / "part.zmodel")
    unit = known.unit_of(part)
    assert unit is not None and Path(unit.root).stem == "one"
    found = find_symbol(unit, part, 7)
    assert found is not None
    uses = references(known.units_with(part), found.symbol)
    assert [Path(use.span.file.name).stem for use in uses] == ["one", "one", "part"]
    assert [use.is_declaration for use in uses] == [False, False, True]
    assert used_file(unit, unit.root, unit.files[unit.root].file.text.index("part")) == unit.files[part].file


def test_names_of_the_library_are_found_where_they_are_used(tmp_path: Path) -> None:
    known = project(tmp_path, main=SM + "yukawa Y2 = bar(Q) H D\n")
    library = str(library_path() / "sm.zmodel")
    known.texts[library] = text = Path(library).read_text(encoding="utf-8")
    unit = known.unit(library)
    assert unit is not None
    found = find_symbol(unit, library, text.index("yukawa Yd") + 7)
    assert found is not None and found.symbol.name == "Yd"
    found = find_symbol(unit, library, text.index("scalar") + text[text.index("scalar") :].index(" H") + 1)
    assert found is not None and found.symbol.name == "H"
    uses = references(known.units_with(library), found.symbol)
    assert "main" in {Path(use.span.file.name).stem for use in uses}


def test_a_file_above_its_folder_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret.zmodel").write_text("scalar S\n")
    inner = tmp_path / "inner"
    inner.mkdir()
    unit = unit_of(inner, 'model m\nuse "../secret.zmodel"\n')
    assert list(unit.files) == [unit.root]


def test_names_stay_while_a_line_is_written(tmp_path: Path) -> None:
    known = project(tmp_path, main=SM + "scalar S (Y: 1)\npotential { m = dag(S) S }\n")
    (name,) = known.texts
    assert known.unit(name) is not None
    known.texts[name] = SM + "scalar S (Y: \npotential { m = dag(S) S }\n"
    unit = known.unit(name)
    assert unit is not None
    assert found_at(unit, "S }").symbol.name == "S"
    assert declaration_spans(unit, found_at(unit, "S }").symbol) == ()  # the line that declares it does not parse
    known.texts[name] = SM + "let =\n" * 9 + "scalar S (Y: 1)\npotential { m = dag(S) S }\n"
    unit = known.unit(name)
    assert unit is not None and "sm.zmodel" in "".join(unit.files)
    (place,) = declaration_spans(unit, found_at(unit, "S }").symbol)
    assert place.text == "S"


TEXT = """model m   # a title; no more
use sm
scalar H2 (SU2L: 2,
  Y: 1/2)  vev v; scalar S
potential {
  m2 = dag(S) S
}
yukawa Y = bar(Q H
param c : real
"""


def test_a_broken_statement_alone_has_no_names() -> None:
    found = parsed(SourceFile("f", TEXT))
    assert not found.parses
    assert [type(statement).__name__ for statement in found.statements] == [
        *("ModelStatement", "UseStatement", "ScalarStatement", "ScalarStatement", "PotentialStatement"),
        "ParamStatement",
    ]
    for item in found.names:
        assert TEXT[item.start : item.end] == item.name
    assert [TEXT[use.span.start : use.span.end] for use in found.uses if use.span] == ["sm"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_pieces_say_what_the_file_says(path: Path) -> None:
    file = SourceFile(str(path), path.read_text(encoding="utf-8"))
    tree, _ = parse(file)
    assert tree is not None
    found = parsed(file)
    assert found.parses and tuple(found.statements) == tree.statements
    assert [(item.start, item.end, item.name) for item in found.names] == [
        (item.start, item.end, item.name) for item in names_in(tree)
    ]
