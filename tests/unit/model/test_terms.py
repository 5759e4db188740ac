"""Terms of the Lagrangian."""

from __future__ import annotations

import pytest
from tests.helpers.resolving import SM, mistakes, resolve_text, try_resolve

from zmodel.model import Monomial

HEAD = SM + "scalar S (SU3c: 3, SU2L: 2)\nscalar phi\nscalar r real\nfermion N left\n"


def monomial(text: str) -> Monomial:
    """The first product of a potential term."""
    return resolve_text(f"{HEAD}potential {{ k = {text} }}").couplings[-1].monomials[0]


def layout(text: str) -> list[str]:
    """Groups of legs as they are contracted, conjugated ones with a star."""
    return [
        ("tr " if group.trace else "") + " ".join(leg.field + "*" * leg.conjugated for leg in group.legs)
        for group in monomial(text).groups
    ]


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("dag(H) H", ["H* H"]),
        ("H† H", ["H* H"]),
        ("(dag(H) H)^2", ["H* H", "H* H"]),
        ("(dag(H) H) phi^2", ["H* H", "phi phi"]),
        ("dag(H) (dag(S) S) H", ["H*", "S* S", "H"]),
        ("phi (dag(H) H) phi", ["phi", "H* H", "phi"]),
        ("tr(dag(S) S dag(S) S)", ["tr S* S S* S"]),
        ("tr((dag(S) S)^2)", ["tr S* S S* S"]),
        ("tr(dag(S) S)^2", ["tr S* S", "tr S* S"]),
        ("((dag(H) H) phi) phi", ["H* H", "phi", "phi"]),
        ("dag(r) r", ["r r"]),
    ],
)
def test_brackets_and_powers_keep_the_written_order(text: str, groups: list[str]) -> None:
    assert layout(text) == groups


def test_legs() -> None:
    model = resolve_text(SM + "yukawa Y1 = bar(cc(L)) H L\nyukawa Y2 = bar(Q) tilde(H) U\nmass m = dag(tilde(H)) E")
    first, second, third = (
        coupling.monomials[0].legs for coupling in model.couplings if coupling.name in ("Y1", "Y2", "m")
    )
    assert [(leg.conjugated, leg.barred, leg.tilde) for leg in first] == [
        (False, True, False),
        (False, False, False),
        (False, False, False),
    ]
    assert [(leg.conjugated, leg.barred, leg.tilde) for leg in second] == [
        (True, True, False),
        (True, False, True),
        (False, False, False),
    ]
    assert (third[0].conjugated, third[0].tilde) == (False, True)


def test_the_text_of_a_product_is_canonical() -> None:
    assert monomial("- 2/4 H† (phi # a comment\n) H").text == "-1/2 dag(H) (phi) H"


def test_kept_entries_count_from_zero() -> None:
    model = resolve_text(SM + "yukawa Z = bar(Q) tilde(H) U keep (3,3) as yt, (2,1) as Z")
    assert [(kept.indices, kept.name) for kept in model.couplings[-1].kept] == [((2, 2), "yt"), ((1, 0), "Z")]


@pytest.mark.parametrize(
    ("line", "code", "place"),
    [
        ("yukawa Z = bar(q) H D", "Z110", "bar(q)"),
        ("yukawa Z = bar(Q) SU2L D", "Z115", "SU2L"),
        ("yukawa Z = bar(Q) H D + bar(Q) tilde(H) U", "Z117", "bar(Q) H D + bar(Q) tilde(H) U"),
        ("potential { k = bar(H) H }", "Z201", "bar(H)"),
        ("potential { k = cc(H) H }", "Z201", "cc(H)"),
        ("yukawa Z = dag(Q) H D", "Z201", "dag(Q)"),
        ("yukawa Z = tilde(Q) H D", "Z201", "tilde(Q)"),
        ("potential { k = tilde(phi) phi }", "Z202", "tilde(phi)"),
        ("global G2 = SU(2)\nscalar s (G2: 2)\npotential { k = tilde(s) s }", "Z202", "tilde(s)"),
        ("potential { k = tilde(tilde(H)) H }", "Z117", "tilde(tilde(H))"),
        ("potential { k = dag(H H) }", "Z117", "dag(H H)"),
        ("potential { k = (H H)† }", "Z117", "(H H)†"),
        ("potential { k = (H + H) phi }", "Z117", "(H + H)"),
        ("potential { k = (2 H) phi }", "Z117", "(2 H)"),
        ("potential { k = tr(tr(S)) }", "Z117", "tr(S)"),
        ("potential { k = phi^0 }", "Z117", "phi^0"),
        ("potential { k = 0 phi }", "Z117", "0 phi"),
        ("potential { k = 1/0 phi }", "Z117", "1/0 phi"),
        ("potential { k = phi^13 }", "Z207", "phi^13"),
        ("potential { k = " + "(" * 20 + "phi^9" + ")^9" * 20 + " }", "Z207", "(" * 20 + "phi^9" + ")^9" * 20),
    ],
)
def test_mistakes(line: str, code: str, place: str) -> None:
    assert mistakes(HEAD + line) == [(code, place)]


@pytest.mark.parametrize(
    ("line", "code", "place"),
    [
        ("yukawa Z = bar(Q) H D keep (3,4) as y", "Z206", "(3,4)"),
        ("yukawa Z = bar(Q) H D keep (0,1) as y", "Z206", "(0,1)"),
        ("yukawa Z = bar(Q) H D keep (3) as y", "Z206", "(3)"),
        ("yukawa Z = bar(N) phi E keep (1,1) as y", "Z206", "(1,1)"),
        ("yukawa Z = bar(N) phi N keep (1,1) as y", "Z206", "(1,1)"),
        ("yukawa Z = bar(Q) H D keep (1,1) as y, (1,1) as z", "Z121", "(1,1)"),
        ("yukawa Z = bar(Q) H D keep (1,1) as y, (1,2) as y", "Z111", "y"),
    ],
)
def test_mistakes_in_keep(line: str, code: str, place: str) -> None:
    assert mistakes(HEAD + line) == [(code, place)]


def test_every_wrong_field_of_a_term_is_reported() -> None:
    assert mistakes(SM + "yukawa Z = bar(q) h d") == [("Z110", "bar(q)"), ("Z110", "h"), ("Z110", "d")]


def test_an_empty_potential() -> None:
    assert try_resolve(SM + "potential {}\npotential {\n}\n")[1] == ()
