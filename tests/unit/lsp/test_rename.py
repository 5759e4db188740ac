"""Renaming: the model is the same up to the name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from zmodel.driver import load_model
from zmodel.lsp.navigation import find_symbol
from zmodel.lsp.project import Project, is_library
from zmodel.lsp.rename import RenameError, applied, check_renamable, rename
from zmodel.lsp.units import Symbol, Unit
from zmodel.resources import library_path
from zmodel.source import SourceFile

SM = "model m\nuse sm\n"
MODEL_FILES = library_path().parent
NEW = "Ωmega"
NEW_ASCII = "Omegamega"


def renamed(text: str, words: str, new: str, name: str = "/no/folder/main.zmodel") -> str:
    """The text after a rename of what begins at some words."""
    project = Project({name: text})
    unit = project.unit(name)
    assert unit is not None
    found = find_symbol(unit, name, text.index(words))
    assert found is not None
    check_renamable([unit], found.symbol, is_library(found.symbol.file))
    edits = rename([unit], found.symbol, new, project.loader(name))
    assert set(edits) == {name}
    return applied(text, edits[name])


def own_symbols(unit: Unit) -> list[Symbol]:
    """What a file declares itself and can be renamed."""
    found = []
    for symbol, item in unit.visible():
        if symbol.file == unit.root and item.role != "derived" and unit.meaning(unit.root, item) == symbol:
            found.append(symbol)
    return found


@pytest.mark.parametrize("path", ["paper_a/bm3", "paper_b/accidental", "paper_d/muoquark", "paper_d/g5321"])
def test_the_model_is_the_same_up_to_the_name(path: str) -> None:
    name = str(MODEL_FILES / f"{path}.zmodel")
    text = Path(name).read_text(encoding="utf-8")
    project = Project({name: text})
    unit, load = project.unit(name), project.loader(name)
    assert unit is not None
    before = repr(load_model(SourceFile(name, text), load)[0])
    word = re.compile(rf"(?<![A-Za-z0-9_])(g_|){NEW_ASCII}(?=\d?(?![A-Za-z0-9_]))")
    for symbol in own_symbols(unit)[::2]:
        (edits,) = rename([unit], symbol, NEW, load).values()
        model, found = load_model(SourceFile(name, applied(text, edits)), load)
        assert model is not None, (symbol, found)
        after = word.sub(lambda match, old=symbol.name: match.group(1) + old, repr(model))
        assert after == before, symbol
        # The model itself has no `let`: what it stands for is put in.
        assert NEW_ASCII in repr(model) or unit.declarations(symbol)[0].kind == "let", symbol


def test_names_that_are_made_of_the_name() -> None:
    text = SM + "gauge X = U(1)\nfermion N[2] right (X: ?)\nscalar S (X: ?N1 - ?N2)\npoint p { g_X = 0.1 }\n"
    assert "g_Z = 0.1" in renamed(text, "X = U", "Z")
    assert "?M1 - ?M2" in renamed(text, "N[2]", "M")
    with pytest.raises(RenameError, match="called after the group"):
        renamed(text, "g_X", "g")
    with pytest.raises(RenameError, match="rename the field"):
        renamed(text, "N1 -", "g")


def test_a_mixing_keeps_its_form() -> None:
    text = SM + "gauge X = U(1)\nmixing eta (Y, X)  # new\npoint p { eta = 0.1 }\n"
    assert "mixing eta (Y, X) as mix  # new\npoint p { mix = 0.1 }" in renamed(text, "eta = ", "mix")


def test_groups_that_a_breaking_takes_over() -> None:
    text = "model m\ngauge G = SU(5)\ngauge X = U(1)\nbreaking a { C = G[1..3]; X }\nbreaking b after a { X }\n"
    assert "breaking a { C = G[1..3]; Z }\nbreaking b after a { Z }" in renamed(text, "X }", "Z")


@pytest.mark.parametrize(
    ("new", "reason"),
    [
        ("H", "`H` is declared twice"),
        ("Yu", "`Yu` is declared twice"),
        ("phi2", "means something else"),
        ("scalar", "reserved"),
        ("", "not a name"),
        ("a b", "not a name"),
        ("9a", "not a name"),
        ("x" * 65, "not a name"),
        ("\u0378", "no ASCII spelling"),
    ],
)
def test_names_that_cannot_be_had(new: str, reason: str) -> None:
    text = SM + "scalar S (Y: 1)\nscalar φ2\npotential { m = dag(S) S }\n"
    with pytest.raises(RenameError, match=reason):
        renamed(text, "S (Y", new)


def test_a_name_that_would_be_captured() -> None:
    # `v` is free as a name of a parameter, but the vacuum value of S would become that parameter.
    text = SM + "param a : real\nlet b = a\nscalar S vev w\n"
    with pytest.raises(RenameError, match="means something else"):
        renamed(text, "a : real", "w")


def test_the_library_stays() -> None:
    with pytest.raises(RenameError, match="library"):
        renamed(SM + "yukawa Y2 = bar(Q) H D\n", "H D", "H2")
