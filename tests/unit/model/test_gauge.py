"""Groups and kinetic mixing."""

from __future__ import annotations

import pytest
from tests.helpers.resolving import SM, WITH_X, mistakes, resolve_text, try_resolve

TWO = WITH_X + "gauge Z = U(1)\n"


def test_groups() -> None:
    model = resolve_text("model m\ngauge C = SU(3) coupling g3 boson G\ngauge X = U(1) mass M\nglobal F = SU(2)")
    c, x, f = model.groups
    assert (c.n, c.coupling, c.boson, c.mass, c.is_global) == (3, "g3", "G", None, False)
    assert (x.n, x.coupling, x.boson, x.mass, x.is_abelian) == (1, "g_X", None, "M", True)
    assert (f.n, f.coupling, f.is_global) == (2, None, True)
    assert [(p.name, p.domain) for p in model.parameters] == [("M", "mass")]


@pytest.mark.parametrize("group", ["SO(10)", "U(2)", "SU(1)", "SU(65)", "SU(99999999999999999999)", "Sp(4)"])
def test_unknown_groups(group: str) -> None:
    assert mistakes(f"model m\ngauge Z = {group}") == [("Z114", f"gauge Z = {group}")]


@pytest.mark.parametrize(
    ("line", "code", "place"),
    [
        ("gauge Z = U(1) coupling a1 coupling a2", "Z121", "coupling a2"),
        ("gauge Z = U(1) boson V boson V", "Z121", "boson V"),
        ("gauge Z = U(1) boson B", "Z111", "boson B"),
        ("gauge B = U(1)", "Z111", "B"),
        ("gauge W3 = U(1)", "Z111", "W3"),
        ("gauge Z = SU(5) boson G1", "Z111", "boson G1"),
        ("gauge Z = U(1) boson int", "Z112", "int"),
        ("gauge Z = U(1) mass if", "Z112", "if"),
        ("gauge Z = U(1) coupling for", "Z112", "for"),
        ("global Z = SU(3)\nscalar s (z: 3)", "Z110", "z"),
    ],
)
def test_mistakes_in_groups(line: str, code: str, place: str) -> None:
    assert mistakes(SM + line) == [(code, place)]


def test_mixing() -> None:
    model = resolve_text(TWO + "mixing eta (Y, X)\nmixing eta (X, Z) as second")
    assert [(m.form, m.name, m.first, m.second) for m in model.mixings] == [
        ("eta", "eta", "Y", "X"),
        ("eta", "second", "X", "Z"),
    ]


@pytest.mark.parametrize(
    ("line", "code", "place"),
    [
        ("mixing etta (Y, X)", "Z110", "etta"),
        ("mixing eta (Y, W)", "Z110", "W"),
        ("mixing eta (SU2L, X)", "Z115", "SU2L"),
        ("mixing eta (X, X)", "Z117", "X, X"),
        ("mixing eta (X, Y)\nmixing eta (Y, X) as e2", "Z121", "mixing eta (Y, X) as e2"),
        ("mixing eta (X, Y)\nmixing eta (Y, Z)", "Z111", "eta"),
        ("mixing eta (X, Y)\nmixing epsilon (Y, Z)", "Z124", "mixing epsilon (Y, Z)"),
        ("global W2 = U(1)\nmixing eta (X, W2)", "Z115", "W2"),
    ],
)
def test_mistakes_in_mixings(line: str, code: str, place: str) -> None:
    assert mistakes(TWO + line) == [(code, place)]


def test_forms_are_suggested() -> None:
    _, diagnostics = try_resolve(TWO + "mixing etta (Y, X)")
    assert diagnostics[0].hints == ("did you mean `eta`?",)
