"""Baryon number, lepton number and those of the generations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pytest
from tests.helpers.models import compile_text

from zmodel.derive.operators import Operator, enumerate_operators

LEPTOQUARKS = {
    "S1": "scalar X (SU3c: 3bar, Y: 1/3)",
    "S1~": "scalar X (SU3c: 3bar, Y: 4/3)",
    "S3": "scalar X (SU3c: 3bar, SU2L: 3, Y: 1/3)",
    "R2": "scalar X (SU3c: 3, SU2L: 2, Y: 7/6)",
    "R2~": "scalar X (SU3c: 3, SU2L: 2, Y: 1/6)",
    "U1": "vector X (SU3c: 3, Y: 2/3)",
    "U1~": "vector X (SU3c: 3, Y: 5/3)",
    "U3": "vector X (SU3c: 3, SU2L: 3, Y: 2/3)",
    "V2": "vector X (SU3c: 3bar, SU2L: 2, Y: 5/6)",
    "V2~": "vector X (SU3c: 3bar, SU2L: 2, Y: -1/6)",
}
"""All leptoquarks without right-handed neutrinos, as arXiv:1603.04993 names them."""


def found(text: str, dimension: int = 4) -> dict[str, Operator]:
    analysis = compile_text(f"model test\nuse sm\n{text}")
    return {item.term: item for item in enumerate_operators(analysis.model, analysis.couplings, dimension)}


def of_class(operators: dict[str, Operator], name: str) -> set[str]:
    return {term for term, operator in operators.items() if operator.class_name == name}


# arXiv:1603.04993: which of them have leptoquark and which diquark couplings.
@pytest.mark.parametrize(
    ("name", "leptoquark", "diquark"),
    [
        ("S1", {"bar(cc(Q)) X L", "bar(cc(U)) X E"}, {"Q Q dag(X)", "bar(cc(U)) dag(X) D"}),
        ("S1~", {"bar(cc(D)) X E"}, {"U U dag(X)"}),
        ("S3", {"bar(cc(Q)) X L"}, {"Q Q dag(X)"}),
        ("R2", {"bar(U) X L", "bar(Q) X E"}, set()),
        ("R2~", {"bar(D) X L"}, set()),
        ("U1", {"bar(Q) X L", "bar(D) X E"}, set()),
        ("U1~", {"bar(U) X E"}, set()),
        ("U3", {"bar(Q) X L"}, set()),
        ("V2", {"bar(cc(D)) X L", "bar(cc(Q)) X E"}, {"bar(cc(Q)) dag(X) U"}),
        ("V2~", {"bar(cc(U)) X L"}, {"bar(cc(Q)) dag(X) D"}),
    ],
)
def test_leptoquarks(name: str, leptoquark: set[str], diquark: set[str]) -> None:
    operators = found(LEPTOQUARKS[name])
    assert of_class(operators, "leptoquark") == leptoquark
    assert of_class(operators, "diquark") == diquark
    assert all("B" in operators[term].violates and "L" in operators[term].violates for term in diquark)
    assert all(operators[term].violates == ("L_e", "L_mu", "L_tau") for term in leptoquark)


def test_renormalisable_terms_of_the_standard_model_conserve_all() -> None:
    assert all(operator.violates == () for operator in found("").values())
    weinberg = found("", 5)["L L H H"]
    assert weinberg.violates == ("L", "L_e", "L_mu", "L_tau")


def test_right_handed_neutrinos_are_leptons() -> None:
    operators = found(
        "gauge X = U(1) coupling g\ncharges X { L = [0, 1, -1]; E = [0, 1, -1] }\nfermion N[3] right (X: [0, 1, -1])"
    )
    assert operators["bar(L) tilde(H) N"].texture == ((0, 0), (1, 1), (2, 2))
    assert operators["bar(L) tilde(H) N"].violates == ()
    assert operators["N N"].texture == ((0, 0), (1, 2), (2, 1))
    assert operators["N N"].violates == ("L", "L_e", "L_mu", "L_tau")


def test_a_second_yukawa_matrix_of_leptons_violates_flavour() -> None:
    operators = found("scalar K (SU2L: 2, Y: 1/2)")
    assert operators["bar(L) H E"].violates == ()
    assert operators["bar(L) K E"].violates == ("L_e", "L_mu", "L_tau")


def test_off_diagonal_leptons_that_no_rotation_makes_diagonal() -> None:
    operators = found("gauge X = U(1) coupling g\ncharges X { L = [0, 1, 2]; E = [1, 0, 2] }")
    assert operators["bar(L) H E"].texture == ((0, 1), (1, 0), (2, 2))
    assert operators["bar(L) H E"].violates == ("L_e", "L_mu")


def test_the_muon_number_of_a_leptoquark_for_muons() -> None:
    charges = "gauge X = U(1) coupling g\ncharges X { L = [0, 1, 2]; E = [0, 1, 2] }\n"
    operators = found(charges + "scalar S (SU3c: 3bar, SU2L: 3, Y: 1/3, X: -1)")
    assert operators["bar(cc(Q)) S L"].texture == ((0, 1), (1, 1), (2, 1))
    assert operators["bar(cc(Q)) S L"].violates == ()
    assert of_class(operators, "diquark") == set()


def test_declared_terms_come_first() -> None:
    diquark = found("scalar S (SU3c: 3bar, Y: 1/3)\nyukawa Y1 = Q Q dag(S)")
    assert diquark["Q Q dag(S)"].violates == ()
    assert diquark["bar(cc(Q)) S L"].violates == ("B", "L", "L_e", "L_mu", "L_tau")
    both = found("scalar S (SU3c: 3bar, Y: 1/3)\nyukawa Y2 = bar(cc(U)) S E\nyukawa Y1 = Q Q dag(S)")
    assert "B" in both["Q Q dag(S)"].violates
    assert "B" not in both["bar(cc(U)) S E"].violates


def test_a_majoron_carries_lepton_number() -> None:
    operators = found(
        "gauge X = U(1) coupling g\ncharges X { L = -1; E = -1 }\nfermion N[3] right (X: -1)\nscalar phi (X: 2)"
    )
    assert "L" not in operators["N N phi"].violates
    assert operators["(dag(phi) phi)^2"].violates == ()


def test_vector_like_partners_are_what_their_mass_terms_say() -> None:
    operators = found(
        "fermion QL left (SU3c: 3, SU2L: 2, Y: 1/6)\nfermion QR right (SU3c: 3, SU2L: 2, Y: 1/6)\nmass m = bar(QL) QR"
    )
    assert operators["bar(QL) QR"].violates == operators["bar(Q) QR"].violates == ()
    assert all("B" not in operator.violates for operator in operators.values())


def test_symbolic_terms_say_what_they_would_violate() -> None:
    operators = found("gauge X = U(1) coupling g\nparam a : rational\nscalar S (SU3c: 3bar, SU2L: 3, Y: 1/3, X: a)\n")
    assert operators["Q Q dag(S)"].structures == operators["bar(cc(Q)) S L"].structures == 0
    together = found(
        "gauge X = U(1) coupling g\nparam a : rational\ncharges X { L = a; E = a }\n"
        "scalar S (SU3c: 3bar, SU2L: 3, Y: 1/3, X: -a)"
    )
    assert together["bar(cc(Q)) S L"].structures == 9
    assert together["Q Q dag(S)"].structures == 0
    assert "B" in together["Q Q dag(S)"].violates


def test_models_without_the_standard_model_have_no_numbers() -> None:
    analysis = compile_text("model test\nfermion F[2] left\nscalar s real")
    assert all(item.violates == () for item in enumerate_operators(analysis.model, analysis.couplings, 6))


LEFT_HANDED = """model test
gauge C = SU(3) coupling g3; gauge W = SU(2) coupling g2; gauge Y = U(1) coupling g1
fermion q[3] left (C: 3, W: 2, Y: 1); fermion uc[3] left (C: 3bar, Y: -4); fermion dc[3] left (C: 3bar, Y: 2)
fermion l[3] left (W: 2, Y: -3); fermion ec[3] left (Y: 6); fermion nc[3] left
scalar h (W: 2, Y: 3)
"""


@pytest.mark.parametrize("name", ["S1", "S3", "R2", "R2~", "U1", "V2"])
def test_left_handed_antifields_and_whole_hypercharges_change_nothing(name: str) -> None:
    """All of the same theory as left-handed spinors, and Y in units of 1/6: equal numbers of each kind."""
    statement = LEPTOQUARKS[name].replace("SU3c", "C").replace("SU2L", "W").replace("Y: ", "Y: 6*")
    analysis = compile_text(LEFT_HANDED + statement)
    left = enumerate_operators(analysis.model, analysis.couplings, 5)
    right = found(f"fermion N[3] right\n{LEPTOQUARKS[name]}", 5).values()

    def kinds(operators: Iterable[Operator]) -> Counter[tuple[int, str, tuple[str, ...]]]:
        return sum((Counter({(o.dimension, o.class_name, o.violates): o.structures}) for o in operators), Counter())

    assert kinds(left) == kinds(right)


def test_generations_may_be_fields_of_their_own() -> None:
    """A field of three generations violates what three fields do; a second Higgs doublet changes flavour."""
    head = "use sm { except L, E }\nscalar K (SU2L: 2, Y: 1/2)\n"
    leptons = "".join(f"fermion L{i} left (SU2L: 2, Y: -1/2)\nfermion E{i} right (Y: -1)\n" for i in (1, 2, 3))
    analysis = compile_text(f"model test\n{head}{leptons}yukawa Ye = bar(L1) H E1")
    apart = {o.term: o.violates for o in enumerate_operators(analysis.model, analysis.couplings, 5)}
    assert all(apart[f"bar(L{i}) H E{j}"] == () for i in (1, 2, 3) for j in (1, 2, 3))
    assert apart["bar(L1) K E2"] == ("L_e", "L_mu")
    assert apart["bar(L3) K E3"] == ()
    assert apart["bar(cc(L1)) H H L3"] == ("L", "L_e", "L_tau")
