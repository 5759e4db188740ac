"""Two models are the same physics if names, generations and the basis of U(1)s are all that differs."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.helpers.models import compile_file, compile_text

from zmodel.derive.equivalence import Equivalence, compare_models
from zmodel.driver import Analysis

HEAD = "model {name}\nuse sm {{ except H }}\ngauge {x} = U(1) coupling g_{x}\n"
DOUBLET = "scalar H (SU2L: 2, Y: 1/2, {x}: {h}) vev (0, v_h/sqrt(2))\n"
YUKAWAS = "yukawa Yu = bar(Q) tilde(H) U\nyukawa Yd = bar(Q) H D\nyukawa Ye = bar(L) H E\n"
MIXING = "mixing eta (Y, {x})\n"


def text(
    scale: Fraction = Fraction(1),
    shift: Fraction = Fraction(0),
    order: tuple[int, ...] = (0, 1, 2),
    name: str = "first",
    x: str = "X",
    mixing: bool = True,
    more: str = "",
) -> str:
    """L_mu - L_tau with charges scale * X + shift * Y, and its generations in some order."""
    leptons = [(0, 1, -1)[i] for i in order]

    def charges(values: list[int], hypercharge: Fraction) -> str:
        return "[" + ", ".join(str(scale * value + shift * hypercharge) for value in values) + "]"

    zero = [0, 0, 0]
    lines = {
        "Q": charges(zero, Fraction(1, 6)),
        "U": charges(zero, Fraction(2, 3)),
        "D": charges(zero, Fraction(-1, 3)),
        "L": charges(leptons, Fraction(-1, 2)),
        "E": charges(leptons, Fraction(-1)),
    }
    block = f"charges {x} {{ " + "; ".join(f"{field} = {value}" for field, value in lines.items()) + " }\n"
    parts = [HEAD.format(name=name, x=x), MIXING.format(x=x) if mixing else "", block]
    return "".join(parts) + DOUBLET.format(x=x, h=shift / 2) + YUKAWAS + more


def compare(first: Analysis, second: Analysis) -> Equivalence:
    return compare_models(first.model, first.couplings, second.model, second.couplings)


@settings(max_examples=8)
@given(
    scale=st.fractions(min_value=-3, max_value=3, max_denominator=5).filter(bool),
    shift=st.fractions(min_value=-3, max_value=3, max_denominator=5),
    order=st.permutations((0, 1, 2)),
)
def test_basis_and_generations_make_no_difference(scale: Fraction, shift: Fraction, order: tuple[int, ...]) -> None:
    first = compile_text(text())
    second = compile_text(text(scale, shift, tuple(order), "second", "Z"))
    found = compare(first, second)
    assert found.holds and not found.conditions and found.change is not None
    # L_mu and L_tau may be exchanged, which is a change of sign.
    assert found.change.matrix[0] == (1, 0)
    assert found.change.matrix[1] in ((shift, scale), (shift, -scale))
    back = compare(second, first)
    assert back.holds


def test_names_and_conjugation_make_no_difference() -> None:
    first = compile_text(
        "model a\nuse sm\nfermion N[3] right\nscalar S (SU3c: 3bar, Y: 1/3)\nyukawa y = bar(cc(Q)) S L\n"
    )
    second = compile_text(
        "model b\nuse sm { except E }\nfermion ec[3] left (Y: 1)\nyukawa Yl = L tilde(H) ec\nfermion nu_c[3] left\n"
        "scalar T (SU3c: 3, Y: -1/3)\nyukawa z = bar(cc(Q)) dag(T) L\n"
    )
    found = compare(first, second)
    assert found.holds, found.differences


def test_without_mixing_a_change_of_basis_is_another_theory() -> None:
    first, second = (
        compile_text(text(shift=a, mixing=False, name=n)) for a, n in ((Fraction(0), "a"), (Fraction(2), "b"))
    )
    found = compare(first, second)
    assert not found.holds and len(found.differences) == 2
    assert compare(first, compile_text(text(scale=Fraction(2), mixing=False))).holds


def test_one_of_two_with_mixing_is_the_special_case() -> None:
    general, special = compile_text(text()), compile_text(text(mixing=False, name="special"))
    for pair in ((general, special), (special, general)):
        found = compare(*pair)
        assert found.holds and len(found.conditions) == 1
        assert found.conditions[0].other == "first"


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("fermion N[3] right\n", "right-handed fermion `N[3]`"),
        ("scalar S (X: 1)\n", "scalar `S` (X: 1)"),
        ("scalar S real\npotential { k = S dag(H) H }\n", "real scalar `S`"),
        ("gauge Z = U(1) coupling gZ\n", "gauge group `Z` = U(1)"),
        ("potential { l = (dag(H) H)^2 }\n", "`l`"),
    ],
)
def test_differences(more: str, message: str) -> None:
    found = compare(compile_text(text()), compile_text(text(more=more, name="second")))
    assert not found.holds
    assert any(message in line for line in found.differences), found.differences


def test_other_charges_and_other_vacua() -> None:
    first = compile_text(text(more="scalar S (X: 1)\n"))
    second = compile_text(text(more="scalar S (X: 2)\n", name="second"))
    assert not compare(first, second).holds
    third = compile_text(text(more="scalar S (X: 1) vev v_s\n", name="third"))
    assert compare(first, third).differences == ("only in third such a field as `S` has a vacuum value",)


def test_entries_that_are_kept_count() -> None:
    first = compile_text(text(more="").replace("H D\n", "H D keep (3,3) as yb\n"))
    assert compare(first, compile_text(text(name="second"))).differences
    assert compare(first, first).holds


def test_symbolic_charges() -> None:
    found = compare(compile_file("paper_b/accidental"), compile_file("paper_b/accidental"))
    assert found.holds and found.change is not None
    assert found.change.matrix == ((1, 0), (0, 1))
    head = "model m\nuse sm\ngauge X = U(1) coupling gX\nparam p : rational\n"
    other, same, scaled, unlike = (
        compile_text(f"{head}scalar S (X: {first})\nscalar T (X: {second})\n")
        for first, second in (("p", "1"), ("3*p", "3"), ("2*p", "3"), ("2", "3"))
    )
    found = compare(other, same)
    assert found.holds and not found.parameters
    # p may have any value, so that this is the same family with another p.
    found = compare(other, scaled)
    assert found.holds and [(name, found.ring.format(value)) for name, value in found.parameters] == [("p", "3*p/2")]
    assert not compare(other, unlike).holds


def test_several_groups_of_one_kind_and_global_ones() -> None:
    groups = "gauge {} = SU(2) coupling a\ngauge {} = SU(2) coupling b\nglobal {} = SU(3)\n"
    first = compile_text(f"model a\n{groups.format(*'ABF')}scalar S (A: 2, F: 3)\nscalar T (B: 3)\n")
    second = compile_text(f"model b\n{groups.format(*'BAG')}scalar T (A: 3)\nscalar S (B: 2, G: 3bar)\n")
    found = compare(first, second)
    assert found.holds and found.change is not None
    assert {old: new for old, (new, _) in found.change.groups.items()} == {"A": "B", "B": "A", "F": "G"}
