"""Conditions of scan files: what words mean, and what is wrong with others."""

from __future__ import annotations

import math

import numpy as np
import pytest
from tests.helpers.models import compile_file, compile_text

from zmodel.model.conditions import NumberScope, resolve_condition, resolve_number, words_in
from zmodel.model.context import Context
from zmodel.model.expressions import InvalidError
from zmodel.model.model import Model
from zmodel.model.quantities import model_quantities
from zmodel.run.arrays import evaluate, holds
from zmodel.source import SourceFile
from zmodel.syntax.parser import parse_condition, parse_quantity

BM3 = compile_file("paper_a/bm3").model
SM = compile_text("model m\nuse sm\n").model
FLAGS = frozenset({"pole", "stable"})


def scope(model: Model) -> NumberScope:
    return NumberScope(Context(), model_quantities(model), frozenset({"scale"}), FLAGS)


def truth(text: str, model: Model = BM3, **columns: object) -> bool:
    node, found = parse_condition(SourceFile("scan.toml", text))
    assert node is not None, found
    return bool(holds(resolve_condition(node, scope(model)), columns, 1)[0])


def test_the_classes_of_the_language_reference() -> None:
    norm = (4 * math.pi) ** 2
    assert truth("pole", pole=True) and not truth("pole", pole=False)
    assert truth("not stable", stable=False)
    assert truth("alpha(lambda) < -1e-4", **{"lambda": -1.1e-4 * norm})
    assert not truth("alpha(lambda) < -1e-4", **{"lambda": -0.9e-4 * norm})
    assert truth("u > 0", u=0.1) and not truth("u > 0", u=-0.1)


def test_alphas_of_gauge_and_yukawa_couplings_are_squares() -> None:
    """Paper A, Eq. (46)."""
    norm = (4 * math.pi) ** 2
    assert truth("alpha(y) == 1/4", y=-math.sqrt(norm / 4))
    assert truth("alpha(y) > 0.249 and alpha(y) < 0.251", y=1j * math.sqrt(norm / 4))
    assert truth("alpha(Yu[3,3]) > 0.99/16/pi^2", SM, **{"Yu[3,3]": 1.0})


def test_logic_precedence_and_brackets() -> None:
    words = {"pole": True, "stable": False, "u": 1.0}
    assert truth("pole or stable and stable", **words)
    assert not truth("(pole or stable) and stable", **words)
    assert truth("not stable and (u + 1)*2 > 3", **words)
    assert truth("not (stable or u < 0)", **words)


def test_units_and_functions() -> None:
    assert truth("scale < 5 TeV", scale=4999.0) and not truth("scale < 5 TeV", scale=5001.0)
    assert truth("g1 < TeV/GeV", SM, g1=999.0) and truth("g1*scale < 5 TeV", SM, g1=1.0, scale=1.0)
    assert truth("g1 TeV < 2 TeV", SM, g1=1.0) and truth("mH2 < 2 TeV", SM, mH2=1.0)
    assert truth("abs(u) > 2", u=-3.0) and truth("abs(u) > 2", u=-2.5j)
    assert truth("sqrt(u) >= 2", u=4.0) and truth("log(scale/M_Pl) < 0", scale=1.0)


def test_words() -> None:
    node, _ = parse_condition(SourceFile("scan.toml", "not pole or alpha(y) < g1*scale"))
    assert node is not None
    assert words_in(resolve_condition(node, scope(BM3))) == {"pole", "y", "g1", "scale"}


@pytest.mark.parametrize(
    ("text", "code", "message", "marked"),
    [
        ("alpha(lambd) < 0", "Z110", "lambd", "lambd"),
        ("u", "Z124", "no condition", "u"),
        ("pol", "Z110", "pol", "pol"),
        ("u > 0 and u", "Z124", "no condition", "u"),
        ("Yu > 0", "Z124", "3 x 3 matrix", "Yu"),
        ("Yu[4,1] > 0", "Z124", "3 x 3 matrix", "Yu[4,1]"),
        ("alpha(mH2) < 1", "Z115", "no alpha", "mH2"),
        ("pole > 0", "Z110", "pole", "pole"),
        ("g1 > (g2 < g3)", "Z124", "condition cannot stand", "g2 < g3"),
        ("g1 > 5 parsec", "Z122", "parsec", "parsec"),
        ("g1 > 5 TeV", "Z122", "`g1` has no dimension", "5 TeV"),
        ("2*M_Pl >= 2*alpha(lambda)/pi", "Z122", "`lambda` has no dimension", "2*M_Pl"),
        ("abs(Yu[1,2])^2 < GeV", "Z122", "`Yu[1,2]` has no dimension", "GeV"),
        ("2^3^4 > g1", "Z104", "tower", "4"),
        ("exp(g1, g2) > 1", "Z124", "one argument", "exp(g1, g2)"),
    ],
)
def test_mistakes_are_pointed_at(text: str, code: str, message: str, marked: str) -> None:
    model = SM
    node, _ = parse_condition(SourceFile("scan.toml", text))
    assert node is not None
    names = scope(model)
    if text.startswith(("u", "alpha(lambd)")):
        names = scope(BM3)
    with pytest.raises(InvalidError):
        resolve_condition(node, names)
    found = names.context.diagnostics[-1]
    assert found.code == code and message in found.message and found.span is not None and found.span.text == marked


@pytest.mark.parametrize("text", ["", "u >", "u > 0 and", "(u > 0", "u < 0 < 1", "import os"])
def test_what_is_no_condition_is_a_syntax_error(text: str) -> None:
    node, found = parse_condition(SourceFile("scan.toml", text))
    assert node is None and found[0].code in ("Z101", "Z103")


def test_expressions_of_numbers() -> None:
    node, _ = parse_quantity(SourceFile("scan.toml", "alpha(y)*Yu[3,3] + 1"))
    assert node is not None
    names = scope(compile_text("model m\nuse sm\nscalar s real\nfermion f left\nyukawa y = f f s\n").model)
    value = evaluate(resolve_number(node, names), {"y": 4 * math.pi, "Yu[3,3]": np.array([1.0, 2.0])}, 2)
    assert value.tolist() == pytest.approx([2.0, 3.0])
