"""What is proposed where."""

from __future__ import annotations

import pytest

from zmodel.lsp.completion import complete
from zmodel.lsp.project import Project

NAME = "/no/folder/main.zmodel"
MODEL = """model m
use sm
gauge X = U(1) coupling gX boson Z
global F = SU(3)
param a : rational
let b = a/2
scalar S (X: 1) vev v_S
point p { gX = 1 }
breaking step { SU3c }
"""


def labels(line: str, after: str = "") -> list[str]:
    """What is proposed at the end of a line that follows a model."""
    project = Project({NAME: MODEL})
    unit = project.unit(NAME)
    assert unit is not None
    text = MODEL + line
    return [item.label for item in complete(text + after, len(text), unit, ["part.zmodel"])]


@pytest.mark.parametrize(
    ("line", "wanted", "unwanted"),
    [
        ("", {"fermion", "yukawa", "use"}, {"left", "H", "bar"}),
        ("ferm", {"fermion"}, {"H"}),
        ("fermion N[3] ", {"left", "right"}, {"fermion", "H"}),
        ("fermion N left (", {"SU3c", "X", "F"}, {"H", "a", "left"}),
        ("fermion N left (SU3c: ", {"3", "3bar", "8"}, {"H", "a"}),
        ("fermion N left (SU2L: ", {"2", "3"}, {"2bar"}),
        ("fermion N left (SU2L: 2, X: ", {"a", "b"}, {"H", "3bar", "v_S"}),
        ("fermion N left (SU2L: 2,\n  ", {"X", "Y"}, {"a"}),
        ("scalar T ", {"real", "vev"}, {"left"}),
        ("scalar T (X: 1) vev ", {"sqrt", "v_S", "a"}, {"H"}),
        ("yukawa Y2 = ", {"Q", "S", "bar", "tilde"}, {"X", "a", "keep"}),
        ("yukawa Y2 = bar(Q) tilde(", {"H", "S"}, {"X"}),
        ("yukawa Y2 = bar(Q) H D ", {"keep", "S"}, {"a"}),
        ("potential { k = dag(H) H ", {"S", "dag"}, {"keep", "X"}),
        ("charges ", {"X", "Y"}, {"SU3c", "H"}),
        ("charges X { ", {"Q", "S"}, {"X", "a"}),
        ("charges X { Q = a; U = ", {"a", "b"}, {"Q"}),
        ("use ", {"sm", '"part.zmodel"'}, {"H"}),
        ('use "', {"part.zmodel"}, {"sm"}),
        ("use sm { except ", {"H", "Yu"}, {"S", "X"}),
        ("gauge G = ", {"SU(3)", "U(1)"}, {"H"}),
        ("gauge G = U(1) ", {"coupling", "boson", "mass"}, {"H"}),
        ("mixing ", {"eta", "triangular"}, {"X"}),
        ("mixing eta (", {"X", "Y"}, {"SU3c", "F"}),
        ("param c : ", {"rational", "angle"}, {"a"}),
        ("let c = ", {"a", "b", "sqrt"}, {"H"}),
        ("require ", {"anomaly_free", "allowed"}, {"H"}),
        ("require allowed ", {"Yu", "Q", "diquark"}, {"X"}),
        ("require allowed Yu ", {"diagonal", "column"}, set()),
        ("point q at 3 ", {"TeV", "M_Pl"}, {"gX"}),
        ("point q { ", {"gX", "Yu", "a", "v_S", "alpha"}, {"H", "X"}),
        ("point q { M = 3 ", {"TeV"}, {"gX"}),
        ("rotation ", {"Q", "E"}, {"S", "a"}),
        ("rotation Q.", {"up", "down"}, {"Q"}),
        ("rotation Q.up = ", {"CKM", "dag", "Q", "a"}, {"S"}),
        ("small ", {"a", "gX"}, {"H"}),
        ("integrate ", {"Z", "S"}, {"a"}),
        ("integrate Z at ", {"a", "TeV"}, {"S"}),
        ("search ", {"X"}, {"SU3c"}),
        ("breaking next after ", {"step"}, {"SU3c"}),
        ("breaking next { C = ", {"SU3c", "X"}, {"F", "step"}),
        ("# a comment ", set(), {"fermion", "H"}),
        ('model m "a title ', set(), {"fermion", "H"}),
    ],
)
def test_what_is_proposed(line: str, wanted: set[str], unwanted: set[str]) -> None:
    found = labels(line)
    assert wanted <= set(found)
    assert not unwanted & set(found)
    assert len(found) == len(set(found))


def test_what_follows_the_place_does_not_matter() -> None:
    assert labels("yukawa Y2 = bar(", ") H D\nscalar T (") == labels("yukawa Y2 = bar(")


def test_endless_statements_have_no_proposals() -> None:
    assert labels("let x = " + "a + " * 6000) == []
