"""Fixes of diagnostics: the text that they make has the mistake no more."""

import pytest

from zmodel.derive.beta.loops import LoopOrders
from zmodel.diagnostics import Diagnostic, Edit
from zmodel.driver import Run, analyse, derive
from zmodel.model.library import library_loader
from zmodel.source import SourceFile

SM = "model m\nuse sm\n"
TRIPLET = "scalar T (SU2L: 3, Y: 1)\n"
MISTAKES = {
    "field": ("Z110", SM + "yukawa Y2 = bar(Q) tilde( h ) U\n", "tilde( H )"),
    "Greek field": ("Z110", SM + "scalar φ (Y: 0)\npotential { m = φφ  φ }\n", "m = phi  φ"),
    "group": ("Z110", SM + "scalar S (SU2l: 2, Y: 1/2)\n", "SU2L: 2"),
    "form": ("Z110", SM + "gauge X = U(1)\nmixing etta (Y, X)\n", "mixing eta (Y, X)"),
    "excluded": ("Z110", "model m\nuse sm { except Yuu }\n", "except Yu "),
    "domain": ("Z115", SM + "param a : reel\nlet b = a\n", "a : real"),
    "unit": ("Z122", SM + "point p at 3 TEV { g1 = 0.3 }\n", "3 TeV"),
    "function": ("Z122", SM + "param a : real\nscalar S vev sqt(a)\n", "sqrt(a)"),
    "library": ("Z119", "model m\nuse smm\n", "use sm"),
    "keyword": ("Z101", SM + "fermoin N[3] right\n", "fermion N"),
    "quotes": ("Z105", 'model m "a title\nuse sm\n', '"a title"'),
    "representation": ("Z114", SM + "scalar S (SU3c: 3baar)\n", None),
    "no irrep": ("Z114", SM + "scalar S (SU3c: 7)\n", "SU3c: 6)"),
    "decimal": ("Z116", SM + "scalar S (Y: 0.5)\n", "Y: 1/2"),
    "decimal in a product": ("Z116", SM + "scalar S (Y: 1/0.5)\n", "Y: 1/(1/2)"),
    "operator": ("Z201", SM + "yukawa Y2 = dag(Q) H D\n", "bar(Q) H D"),
    "kept entry": ("Z203", SM + "gauge X = U(1)\ncharges X { Q = [1,0,0]; U = [1,0,0] }\n"
                   "yukawa Y2 = bar(Q) tilde(H) U keep (1,3) as y2\n", "keep (1,1) as y2"),
    "contraction": ("Z204", SM + TRIPLET + "potential {\n  k = dag(H) H dag(T) T  # comment\n}\n", "dag(T) T : "),
    "header": ("Z120", "use sm\n", 'model NAME "title"\nuse sm'),
    "component": ("Z115", SM + "rotation Q = CKM\n", "Q.up = CKM"),
}  # fmt: skip


def diagnose(text: str, deeper: bool = False) -> tuple[Diagnostic, ...]:
    analysis, found = analyse(SourceFile("m.zmodel", text), library_loader())
    if analysis is None or not deeper:
        return found
    run = Run(analysis, loops=LoopOrders(1, 1, 1))
    for name in ("betas", "potential_basis"):
        derive(run, (name,))
    return (*found, *run.diagnostics)


def applied(text: str, edit: Edit) -> str:
    assert edit.span.file.text == text
    return text[: edit.span.start] + edit.replacement + text[edit.span.end :]


@pytest.mark.parametrize("name", MISTAKES)
def test_a_fix_removes_the_mistake(name: str) -> None:
    code, text, expected = MISTAKES[name]
    before = [item for item in diagnose(text) if item.code == code]
    if expected is None:
        assert not any(item.fixes for item in before)
        return
    fixed = [applied(text, edit) for edit in before[0].fixes]
    assert any(expected in candidate for candidate in fixed)
    best = next(candidate for candidate in fixed if expected in candidate)
    assert len([item for item in diagnose(best) if item.code == code]) < len(before)


MISSING = {
    "Yukawa": ("Z405", SM + "scalar S1 (SU3c: 3bar, Y: 1/3)\nyukawa Y1 = bar(cc(Q)) S1 L\n"
               "potential { l = (dag(S1) S1)^2; k = (dag(H) H) (dag(S1) S1); m = dag(S1) S1 }\n"),
    "mixing": ("Z507", SM + "gauge X = U(1) coupling gX  # new\n"
               "fermion chi left (Y: 1, X: 1)\nfermion eta right (Y: 1, X: 1)\n"),
    "quartic": ("Z405", SM + "scalar S (Y: 1)\npotential { m2 = dag(S) S; s = (dag(S) S)^2 }  # end\n"),
    "many terms": ("Z509", SM + "scalar S (Y: 1)\npotential {\n  m2 = dag(S) S  # mass\n}\n"),
    "no potential": ("Z509", SM + "scalar S (Y: 1)"),
}  # fmt: skip


@pytest.mark.parametrize("name", MISSING)
def test_missing_statements_are_put_in(name: str) -> None:
    code, text = MISSING[name]
    before = [item for item in diagnose(text, deeper=True) if item.code == code]
    after = diagnose(applied(text, before[0].fixes[0]), deeper=True)
    assert not any(item.severity == "error" for item in after if item.code != code)
    assert len([item for item in after if item.code == code]) < len(before)
