"""Classes of terms, as declared couplings have them."""

from __future__ import annotations

import pytest
from tests.helpers.models import compile_file, compile_text

from zmodel.derive.candidates import Factor, content_of
from zmodel.derive.operators.classes import OperatorClass, operator_class
from zmodel.driver import Analysis

FIELDS = """
model t
gauge C = SU(3) coupling gc; gauge W = SU(2) coupling gw
fermion Q[3] left (C: 3, W: 2)
fermion U[3] right (C: 3)
fermion D[3] right (C: 3)
fermion dc[3] left (C: 3bar)
fermion L[3] left (W: 2)
fermion E[3] right
fermion N[3] right
fermion ec[3] left
fermion l4 left (W: 2)
fermion n1 left
fermion n2 left
gauge X = U(1) coupling gx
fermion x1 left (X: 1)
fermion x2 left (X: -1)
fermion F left (C: 3)
fermion O left (C: 8)
scalar H (W: 2)
scalar S1 (C: 3bar)
scalar S3 (C: 3bar, W: 3)
scalar S6 (C: 6)
scalar S8 (C: 8, W: 2)
scalar T (W: 3)
scalar P
vector U1 (C: 3)
vector V2 (C: 3bar, W: 2)
"""


def declared_class(analysis: Analysis, name: str) -> OperatorClass:
    _, legs, _ = analysis.couplings.couplings[name].monomials[0]
    return operator_class(analysis.model, content_of(analysis.model, legs))


def class_of(kind: str, term: str) -> OperatorClass:
    declaration = f"potential {{ c = {term} }}" if kind == "potential" else f"{kind} c = {term}"
    return declared_class(compile_text(f"{FIELDS}\n{declaration}"), "c")


@pytest.mark.parametrize(
    ("kind", "term", "class_name"),
    [
        ("yukawa", "bar(Q) H D", "yukawa"),
        ("yukawa", "bar(L) H E", "yukawa"),
        ("yukawa", "bar(Q) S8 D", "yukawa"),
        # A Higgs coupling stays one if the quark is given by its left-handed conjugate, also without `bar`.
        ("yukawa", "Q dc H", "yukawa"),
        ("yukawa", "bar(cc(Q)) tilde(H) dc", "yukawa"),
        ("yukawa", "N N P", "majorana"),
        ("yukawa", "L L T", "majorana"),
        ("yukawa", "L L P", "majorana"),
        ("yukawa", "Q Q dag(S1)", "diquark"),
        ("yukawa", "Q Q dag(S3)", "diquark"),
        ("yukawa", "D D dag(S6)", "diquark"),
        ("yukawa", "bar(cc(D)) D dag(S1)", "diquark"),
        ("yukawa", "dc dc S1", "diquark"),
        ("yukawa", "bar(cc(Q)) S3 L", "leptoquark"),
        ("yukawa", "bar(cc(Q)) S1 L", "leptoquark"),
        ("yukawa", "bar(Q) U1 L", "leptoquark"),
        ("yukawa", "bar(cc(D)) V2 L", "leptoquark"),
        ("yukawa", "bar(cc(U)) dag(V2) Q", "diquark"),
        # The antilepton of a Higgs coupling may be declared left-handed, and so may an antineutrino.
        ("yukawa", "L ec H", "yukawa"),
        ("yukawa", "bar(cc(L)) tilde(H) ec", "yukawa"),
        ("yukawa", "bar(cc(L)) T l4", "majorana"),
        ("mass", "N N", "majorana"),
        ("mass", "bar(cc(n1)) n2", "majorana"),
        ("mass", "bar(cc(x1)) x2", "mass"),
        ("mass", "bar(F) D", "mass"),
        ("mass", "bar(cc(F)) dc", "mass"),
        ("mass", "O O", "majorana"),
        ("potential", "(dag(H) H)^2", "scalar"),
        ("potential", "dag(H) H", "scalar"),
    ],
)
def test_class_of_a_term(kind: str, term: str, class_name: OperatorClass) -> None:
    assert class_of(kind, term) == class_name


@pytest.mark.parametrize("names", ["L L H H", "N N P P", "Q D H P", "P P P P P"])
def test_above_dimension_four_all_are_operators(names: str) -> None:
    model = compile_text(FIELDS).model
    assert operator_class(model, tuple(Factor(name, False) for name in names.split())) == "operator"
    assert operator_class(model, tuple(Factor(name, False) for name in names.split()[:-1])) != "operator"


# Paper A, benchmark 2: Yukawa couplings and a potential, nothing else.
def test_classes_of_a_model_of_the_library() -> None:
    analysis = compile_file("paper_a/bm2")
    found = {name: declared_class(analysis, name) for name in analysis.couplings.couplings}
    assert {name for name, class_name in found.items() if class_name == "yukawa"} == {"Yu", "Yd", "y"}
    assert all(found[name] == "scalar" for name in found if name not in ("Yu", "Yd", "y"))
