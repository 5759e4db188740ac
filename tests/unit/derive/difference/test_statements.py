"""What differs between two models, line by line."""

from __future__ import annotations

from fractions import Fraction

import pytest
from tests.helpers.models import compile_text

from zmodel.derive.difference import Difference, compare_statements
from zmodel.derive.equivalence.words import Line


def compare(first: str, second: str) -> Difference:
    here, there = compile_text(f"model a\n{first}"), compile_text(f"model b\n{second}")
    return compare_statements(here.model, here.couplings, there.model, there.couplings, repr)


def lines(found: Difference) -> list[Line]:
    return [line for section in found.sections for line in section.lines]


BASE = """use sm
gauge X = U(1) coupling gX boson Zp
fermion N[3] right (X: [1, 2, 3])
scalar S (X: 2)
yukawa yN = bar(cc(N)) N dag(S) keep (1,1) as y1
potential { k = (dag(S) S)^2 }
require allowed yN
point p at 1 TeV { gX = 0.1; k = 0.2; y1 = 0.5 }
"""


def test_layout_and_order_are_no_difference() -> None:
    statements = BASE.splitlines()
    shuffled = "\n".join([*statements[:2], *statements[:1:-1]]).replace("X: 2", "X:   2")
    assert compare(BASE, shuffled).verdict == "identical"


def test_other_names_and_norms_are_followed_into_points_and_requirements() -> None:
    second = (
        BASE.replace("gX", "h").replace("N[3]", "nu[3]").replace("bar(cc(N)) N", "bar(cc(nu)) nu").replace("yN", "yn")
    )
    second = second.replace("scalar S (X: 2)", "scalar T (X: -2)").replace("dag(S) keep", "T keep")
    second = second.replace("k = (dag(S) S)^2", "kk = 2 (dag(T) T)^2").replace("k = 0.2", "kk = 0.1")
    found = compare(BASE, second)
    assert found.verdict == "rewritten", found.equivalence.differences
    assert {line.kind for line in lines(found)} == {"rewritten"}
    texts = [line.text for line in lines(found)]
    assert "the scalar `S` is called `T`" in texts and "`S` of a is the conjugate of `T` of b" in texts
    assert "`k` of a is 2 kk of b" in texts
    assert not any("point" in text or "require" in text for text in texts)


def test_a_field_that_is_split_is_no_other_field() -> None:
    second = BASE.replace("N[3] right (X: [1, 2, 3])", "M[2] right (X: [2, 3])\nfermion N right (X: 1)")
    second = second.replace(" keep (1,1) as y1", "").replace("yN", "y1")
    found = compare(BASE, second)
    assert found.equivalence.holds, found.equivalence.differences
    texts = [line.text for line in lines(found)]
    assert "of the generations of `N` in a, 1 is 1 of `N` and 2 is 1, 3 is 2 of `M` in b" in texts


def test_one_equal_charge_does_not_turn_the_generations_around() -> None:
    """The kept entry (3,3) would be another one; two equal charges more are worth it."""
    base = "use sm { except Yd, Ye }\ngauge X = U(1) coupling gX\nCHARGES\nyukawa Yd = bar(Q) H D keep (3,3) as yb\n"

    def charged(charges: str) -> str:
        return base.replace("CHARGES", f"charges X {{ Q = {charges}; U = {charges}; D = {charges} }}")

    texts = [line.text for line in lines(compare(charged("[1, 1, 0]"), charged("[0, 0, 2]")))]
    assert texts == [f"X of `{name}` is [1, 1, 0] in a, [0, 0, 2] in b" for name in "QUD"]
    texts = [line.text for line in lines(compare(charged("[1, 2, 0]"), charged("[2, 1, 5]")))]
    assert any("the generations of `Q` are in another order" in text for text in texts)


def test_what_is_changed_is_told_by_kind() -> None:
    second = BASE.replace("fermion N[3] right (X: [1, 2, 3])", "fermion N[2] right (X: [1, 5])")
    second = second.replace("scalar S (X: 2)", "scalar S (SU3c: 8, X: 2)").replace("y1 = 0.5", "gX = 0.1")
    second = second.replace("yukawa yN = bar(cc(N)) N dag(S) keep (1,1) as y1\n", "").replace(
        "require allowed yN\n", ""
    )
    second = second.replace("k = (dag(S) S)^2", "").replace("k = 0.2; gX = 0.1", "g1 = 0.3")
    found = compare(BASE, second)
    assert found.verdict == "different"
    wanted = [
        Line("changed", "`N` has 3 generations in a, 2 in b"),
        Line("changed", "X of `N` is [1, 2, 3] in a, [1, 5] in b"),
        Line("changed", "`S` is a singlet of SU3c in a, an 8 in b"),
        Line("first", "`yN = bar(cc(N)) N dag(S)` is in a only"),
        Line("first", "`k = (dag(S) S)^2` is in a only"),
        Line("first", "`require allowed yN` is in a only"),
        Line("second", "point `p`: g1 = 0.3 is in b only"),
    ]
    assert [line for line in wanted if line not in lines(found)] == [], lines(found)


HEAD = "use sm\ngauge X = U(1) coupling gX\nscalar S (X: 2) vev w\nscalar T (X: 1)\n"


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        # The name of a mixing is followed into points.
        (
            "mixing eta (Y, X) as k\npoint p { k = 0.1 }",
            "mixing eta (Y, X) as l\npoint p { l = 0.1 }",
            [Line("rewritten", "the mixing `k` is called `l`")],
        ),
        (
            "mixing eta (Y, X) as k",
            "mixing epsilon (Y, X) as k",
            [Line("rewritten", "kinetic mixing of `Y` and `X` is of the form eta in a, epsilon in b")],
        ),
        (
            "mixing triangular (Y, X) as k",
            "mixing triangular (X, Y) as k",
            [Line("rewritten", "in the triangular kinetic mixing of `X` and `Y` the other charge comes first")],
        ),
        (
            "param a : rational\nparam b : angle\nparam c : rational",
            "param a : angle\nparam b : angle\nparam e : rational",
            [
                Line("changed", "`a` is rational in a, angle in b"),
                Line("first", "the parameter `c` is in a only"),
                Line("second", "the parameter `e` is in b only"),
            ],
        ),
        (
            "point p at 1 TeV { gX = 0.1 }",
            "point p { gX = 0.1 }",
            [Line("changed", "point `p`: 1000 GeV in a, no scale in b")],
        ),
        (
            "potential { q = (dag(H) H) (dag(S) S); r = S dag(T) dag(T) }",
            "potential { q = (dag(H) H) (dag(T) T); r = S dag(T) dag(T) }",
            [
                Line("first", "`q = (dag(H) H) (dag(S) S)` is in a only"),
                Line("second", "`q = (dag(H) H) (dag(T) T)` is in b only"),
            ],
        ),
    ],
)  # fmt: skip
def test_each_change_alone(first: str, second: str, wanted: list[Line]) -> None:
    assert lines(compare(HEAD + first, HEAD + second)) == wanted


def test_another_contraction_of_the_same_fields() -> None:
    fields = "gauge W = SU(2) coupling g\ngauge X = U(1) coupling gX\nscalar A (W: 2, X: 1)\nscalar B (W: 2, X: 3)\n"
    terms = "(dag(A) A) (dag(B) B)", "(dag(A) B) (dag(B) A)"
    found = compare(*(f"{fields}potential {{ q = {term} }}" for term in terms))
    otherwise = "; the other model has these fields contracted or tied otherwise"
    assert lines(found) == [
        Line("first", f"`q = {terms[0]}` is in a only{otherwise}"),
        Line("second", f"`q = {terms[1]}` is in b only{otherwise}"),
    ]


def test_vacuum_values() -> None:
    assert [line.text for line in lines(compare(HEAD, HEAD.replace("vev w", "vev u")))] == [
        "the vacuum value of `S` is Name(name='w') in a, Name(name='u') in b"
    ]
    only = lines(compare(HEAD, HEAD.replace("T (X: 1)", "T (X: 1) vev u")))
    assert only == [Line("second", "`T` has a vacuum value in b only")]
    doublet = "use sm\nscalar K (SU2L: 2, Y: 1/2) vev "
    other = [line for line in lines(compare(f"{doublet}(0, w)", f"{doublet}(w, 0)")) if line.kind == "changed"]
    assert other == [
        Line("changed", "other components have vacuum values: 2 of `H` and 2 of `K` in a, 2 of `H` and 1 of `K` in b")
    ]


def test_terms_of_fields_that_have_changed() -> None:
    """T is another field in b, so that its terms cannot be compared, but one of them is in both."""
    first = HEAD + "potential { k = S dag(T) dag(T); q = (dag(T) T)^2 }"
    second = HEAD.replace("T (X: 1)", "T (SU2L: 3, X: 1)") + "potential { q = (dag(T) T)^2 }"
    assert lines(compare(first, second)) == [
        Line("changed", "`T` is a singlet of SU2L in a, a 3 in b"),
        Line("first", "`k = S dag(T) dag(T)` is in a only"),
    ]


def test_thirty_fields_are_paired_although_names_and_the_basis_differ() -> None:
    head = "gauge C = SU(3) coupling g\ngauge X = U(1) coupling x\ngauge Y = U(1) coupling y\nmixing eta (X, Y)\n"
    charges = [(Fraction(3 * i + 1, 2), Fraction(7 * i % 5 - 2)) for i in range(30)]

    def text(prefix: str, turned: bool) -> str:
        rows = []
        for i, (x, y) in enumerate(charges):
            if turned:
                x, y = x + 2 * y, -3 * y + (i == 11)
            kind = ("scalar {} ({}X: {}, Y: {})", "fermion {} left ({}X: {}, Y: {})")[i % 2]
            rows.append(kind.format(f"{prefix}{i}", ("", "C: 3, ", "C: 8, ")[i % 3], x, y))
        return head + "\n".join(rows[::-1] if turned else rows) + "\n"

    found = compare(text("a", False), text("b", True))
    assert found.verdict == "different"
    changed = [line.text for line in lines(found) if line.kind != "rewritten"]
    assert changed == ["Y of `a11` is 0 in a, in b's basis, 1 in b"]
    renamed = [line.text for line in lines(found) if "is called" in line.text]
    assert len(renamed) == 30 and all(text.split("`")[1][1:] == text.split("`")[3][1:] for text in renamed)
