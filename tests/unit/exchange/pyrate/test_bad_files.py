"""Bad and hostile PyR@TE files get diagnostics with places, quickly, and never more than that."""

from __future__ import annotations

import pytest
from tests.helpers import pyrate_models

from zmodel.diagnostics import Diagnostic, DiagnosticError
from zmodel.exchange.pyrate import import_model
from zmodel.exchange.pyrate.document import MAX_SIZE
from zmodel.limits import DEFAULT, is_of_limit
from zmodel.source import SourceFile
from zmodel.syntax import ast, parse

GOOD = """\
Name: qed
Groups: {U1: U1}
Fermions: {
  eL: {Gen: 3, Qnb: {U1: -1}},
  eR: {Gen: 3, Qnb: {U1: -1}}
}
ComplexScalars: {phi: {RealFields: [phiR, phiI], Norm: 1/sqrt(2), Qnb: {U1: 0}}}
Potential: {
  Definitions: {two : 2 phibar phi},
  Yukawas: {Y : eLbar phi eR},
  QuarticTerms: {lam : 1/2 (phibar phi)**2}
}
"""
LAUGHS = "a0: &a0 [x, x]\n" + "".join(f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n" for i in range(1, 60))


def mistakes(text: str) -> list[Diagnostic]:
    with pytest.raises(DiagnosticError) as found:
        import_model(SourceFile("bad.model", text))
    return list(found.value.diagnostics)


def test_the_good_file_is_good() -> None:
    assert import_model(SourceFile("good.model", GOOD)).diagnostics == ()


@pytest.mark.parametrize(
    "name",
    [
        "L" * 300,
        r'"a\u202Eb \" \n use sm"',
        "'x\"; use sm'",
        "'../../x'",
        "use",
        "lambda",
        "class",
        '"\\0 \\e[31m"',
        "'ψ 漢'",
    ],
)
def test_names_of_models_become_names_and_titles_of_ours(name: str) -> None:
    text = import_model(SourceFile("good.model", GOOD.replace("qed", name))).text
    tree, errors = parse(SourceFile("new.zmodel", text))
    assert tree is not None and not errors
    first, *others = tree.statements
    assert isinstance(first, ast.ModelStatement) and not any(isinstance(other, ast.UseStatement) for other in others)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("'#'", "#"),
        ('"a # \\" b"', "a # ' b"),
        ("C#", "C#"),
        ("x # y", "x"),
        ("O'Brien # 'x'", "O'Brien"),
        ("#", "imported"),
    ],
)
def test_comments_are_those_of_yaml(name: str, title: str) -> None:
    text = import_model(SourceFile("good.model", GOOD.replace("qed", name))).text
    assert text.splitlines()[0].partition(" ")[2].partition(" ")[2] == f'"{title}"'


def test_long_names_of_couplings_stay_apart() -> None:
    long = "Y" * 100
    text = GOOD.replace("Y :", f"{long}1 :").replace("lam :", f"{long}2 :")
    assert parse(SourceFile("new.zmodel", import_model(SourceFile("good.model", text)).text))[0] is not None


@pytest.mark.parametrize(
    ("text", "code", "line", "message"),
    [
        ("", "Z701", 1, "the file is empty"),
        ("just words", "Z701", 1, "no table of sections"),
        ("- a\n- b\n", "Z701", 1, "no table of sections"),
        ("Name: {a: b\n", "Z701", 2, "not YAML"),
        ("Name: x\nYukawas: {Y : a b\n", "Z701", 2, "never closed"),
        ("Name: \x07\n", "Z701", 1, "a character that YAML does not allow"),
        ("Name: x\n---\nName: y\n", "Z701", 2, "a second document"),
        ("Name: x\nName: y\n", "Z701", 2, "`Name` stands twice"),
        (LAUGHS, "Z701", 1, "anchors and aliases"),
        ("Name: *x\n", "Z701", 1, "anchors and aliases"),
        ("Name: !!python/object/apply:os.system [ls]\n", "Z701", 1, "tags"),
        ("Name: " + "[" * 5000 + "]" * 5000, "Z701", 1, "nested deeper than 12"),
        ("Name: " + "{a: " * 40 + "}" * 40, "Z701", 1, "nested deeper than 12"),
        ("? [a, b]\n: c\n", "Z701", 1, "a key is a name"),
        ("#" * MAX_SIZE + "\n", "Z701", 1, "characters, the limit is"),
        (GOOD.replace("Groups", "Group"), "Z702", 1, "no groups"),
        (GOOD.replace("Name: qed", "Nmae: qed"), "Z702", 1, "no section `Nmae`"),
        (GOOD.replace("U1: U1", "U1: SO10"), "Z702", 2, "U1 and SU2, SU3"),
        (GOOD.replace("U1: U1", "U1: SU99"), "Z702", 2, "U1 and SU2, SU3"),
        (GOOD.replace("eR: {Gen: 3, Qnb: {U1: -1}}", "eR: {Gen: 3, Qnb: {U2: -1}}"), "Z702", 5, "no group `U2`"),
        (GOOD.replace("eR: {Gen: 3, Qnb: {U1: -1}}", "eR: {Gen: 3, Qnb: {U1: q}}"), "Z702", 5, "rational number"),
        (GOOD.replace("eR: {Gen: 3", "eR: {Gen: n"), "Z702", 5, "whole number"),
        (GOOD.replace("eR: {Gen: 3", "eR: {Gen: 99999999999999999999"), "Z702", 5, "whole number"),
        (GOOD.replace("  eR:", "  eL*:"), "Z702", 5, "letters and digits"),
        (GOOD.replace("  eR:", "  phiR:"), "Z702", 7, "declared twice"),
        (GOOD.replace("Norm: 1/sqrt(2)", "Norm: 0"), "Z702", 7, "needs a norm"),
        (GOOD.replace("Norm: 1/sqrt(2)", "Norm: __import__('os')"), "Z702", 7, "needs a norm"),
        (GOOD.replace("[phiR, phiI]", "[phiR]"), "Z702", 7, "two RealFields"),
        (GOOD.replace("Yukawas", "Yukawa"), "Z702", 10, "no section `Yukawa`"),
        (GOOD.replace("Y : eLbar phi eR", "Y : eLbar eR"), "Z702", 10, "2 fermions and 1 scalars"),
        (GOOD.replace("{Y : eLbar phi eR}", "{Y : {eLbar phi eR, purple}}"), "Z702", 10, "`purple` is no assumption"),
        (GOOD.replace("phi eR", "phi eR fR"), "Z703", 10, "`fR` is not known here"),
        (GOOD.replace("phi eR", "phi eR[i]"), "Z703", 10, "`eR` has 0 indices, not 1"),
        (GOOD.replace("phi eR", "phi / eR"), "Z703", 10, "only numbers can be divided by"),
        (GOOD.replace("phi eR", "phi (eR"), "Z703", 10, "`)` is missing here"),
        (GOOD.replace("phi eR", "phi; eR"), "Z703", 10, "no place in a formula"),
        (GOOD.replace("phi eR", "phi eR / 0"), "Z703", 10, "cannot be divided by"),
        (GOOD.replace("phi eR", "phi" + "(" * 300), "Z703", 10, "nested deeper than 40"),
        (GOOD.replace("phi eR", "phi eR " + "7" * 500), "Z703", 10, "more than 30 digits"),
        (GOOD.replace("1/2 (phibar phi)**2", "(phibar phi)**999999999"), "Z703", 11, "from 1 to 4"),
        (GOOD.replace("1/2 (phibar", "sqrt(99999999977) (phibar"), "Z703", 11, "cannot be worked with"),
        (GOOD.replace("1/2 (phibar", "sqrt(-1) (phibar"), "Z703", 11, "cannot be worked with"),
        (GOOD.replace("two : 2", "two[i] : 2"), "Z703", 9, "the free indices are none, not i"),
        (GOOD.replace("two : 2 phibar phi", "two[ : 2"), "Z703", 9, "a definition is"),
        (GOOD + "Vevs: {v : nothing[1]}", "Z702", 13, "component of a real field"),
        (GOOD + "Vevs: {v : phiR[999999999999]}", "Z702", 13, "component of a real field"),
    ],
)
def test_mistakes_have_their_places(text: str, code: str, line: int, message: str) -> None:
    found = mistakes(text)
    assert [item for item in found if item.code == code and message in item.message], found
    item = next(item for item in found if item.code == code and message in item.message)
    assert item.span is not None
    assert item.span.line == line


def test_all_mistakes_of_a_file_are_told() -> None:
    text = GOOD.replace("Gen: 3", "Gen: x").replace("Norm: 1/sqrt(2)", "Norm: y")
    assert [item.span.line for item in mistakes(text) if item.span] == [4, 5, 7]


def test_places_are_those_of_the_file() -> None:
    text = pyrate_models.STANDARD_MODEL.replace("Lbar[i] H[i] eR", "Lbar[i] H[i] + eR^2")
    (item,) = mistakes(text)
    assert item.span is not None
    assert text[item.span.start - 2 : item.span.end + 1] == "eR^2"


def test_formulas_that_grow_are_left_out() -> None:
    text = """\
Name: big
Groups: {G: SU10}
RealScalars: {S: {G: 99}}
Potential: {
  Definitions: {t : t(SU10, 10), M[i,j] : t[a,i,j] S[a], N[i,j] : M[i,k] M[k,j]},
  QuarticTerms: {c : N[i,j] N[j,k] N[k,l] N[l,i]}
}
"""
    (item,) = import_model(SourceFile("big.model", text)).items
    assert item.status == "left out"
    assert "more than 200000 products" in item.note


def test_text_of_the_file_stays_in_its_comment() -> None:
    text = GOOD.replace("Name: qed", "Name: 'qed\" # \"\n\n gauge X = U(1)'")
    imported = import_model(SourceFile("name.model", text))
    assert "gauge X" not in imported.text.replace(imported.text.splitlines()[0], "")


MANY_FIELDS = GOOD.replace(
    "ComplexScalars", "RealScalars: {" + ", ".join(f"s{n}: {{U1: 0}}" for n in range(9)) + "}\nComplexScalars"
)
MANY_TERMS = GOOD.replace("lam :", ", ".join(f"l{n} : {n + 2} (phibar phi)**2" for n in range(9)) + ", lam :")


@pytest.mark.parametrize(
    ("text", "limits", "code", "place"),
    [
        (GOOD.replace("eR: {Gen: 3", "eR: {Gen: 40"), {}, "Z113", "eR"),
        (MANY_FIELDS, {"fields": 8}, "Z104", "s6"),
        (GOOD.replace("{U1: U1}", "{U1: U1, A: SU2, B: SU3}"), {"groups": 2}, "Z104", "B"),
        (MANY_TERMS, {"couplings": 6}, "Z104", None),
        (MANY_TERMS, {"words": 150}, "Z003", None),
    ],
)
def test_what_is_too_large_for_our_models(text: str, limits: dict[str, int], code: str, place: str | None) -> None:
    """Such a file is no internal error: it is told where, or for the whole file, and how more is allowed."""
    with pytest.raises(DiagnosticError) as found:
        import_model(SourceFile("large.model", text), DEFAULT.raised(limits))
    (error,) = found.value.diagnostics
    assert error.code == code and is_of_limit(error.hints)
    assert error.span is not None and error.span.file.name == "large.model"
    assert place is None or error.span.text == place
    import_model(SourceFile("large.model", text), DEFAULT.raised({"generations": 50}))
