"""Operators without derivatives: published and independent counts, and a second way to count."""

from __future__ import annotations

import json
from collections import Counter
from fractions import Fraction
from itertools import combinations_with_replacement, groupby, product
from math import prod
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.helpers.models import MODEL_FILES, compile_file, compile_text, load

from zmodel.derive.candidates import Content, TooManyContentsError, allowed_contents, content_of
from zmodel.derive.lorentz import check_lorentz
from zmodel.derive.operators import Operator, enumerate_operators
from zmodel.derive.operators.counting import block_of
from zmodel.derive.packed_charges import pack_charges
from zmodel.driver import Analysis, load_model
from zmodel.groups.plethysm import adams_invariants, cycle_types
from zmodel.model import Model
from zmodel.source import SourceFile

REFERENCE = Path(__file__).parents[3] / "data" / "operator_counts.json"
CONTENTS = json.loads(REFERENCE.read_text(encoding="utf-8"))["contents"]


def operators(analysis: Analysis, dimension: int) -> tuple[Operator, ...]:
    return enumerate_operators(analysis.model, analysis.couplings, dimension)


def size(operator: Operator) -> int:
    """Number of independent operators, the conjugates counted, too."""
    return operator.structures if operator.self_conjugate else 2 * operator.structures


def fermions(model: Model, operator: Operator) -> int:
    return sum(1 for factor in operator.content if model.field(factor.field).is_fermion)


def standard_model(generations: int) -> Analysis:
    n = "" if generations == 1 else f"[{generations}]"
    return compile_text(
        "model test\ngauge C = SU(3) coupling g3\ngauge W = SU(2) coupling g2\ngauge Y = U(1) coupling g1\n"
        f"fermion Q{n} left (C: 3, W: 2, Y: 1/6)\nfermion U{n} right (C: 3, Y: 2/3)\n"
        f"fermion D{n} right (C: 3, Y: -1/3)\nfermion L{n} left (W: 2, Y: -1/2)\nfermion E{n} right (Y: -1)\n"
        "scalar H (W: 2, Y: 1/2)"
    )


# ------------------------------------------------------------------ numbers of operators
# Dimension six: 84 and 3045 operators in all (arXiv:1312.2014), less those with derivatives or field strengths.
SM_COUNTS = {
    1: {(5, 2): 2, (6, 0): 1, (6, 2): 6, (6, 4): 30 + 8},
    3: {(5, 2): 12, (6, 0): 1, (6, 2): 54, (6, 4): 2205 + 546},
}


@pytest.mark.parametrize("generations", SM_COUNTS)
def test_operators_of_the_standard_model(generations: int) -> None:
    analysis = standard_model(generations)
    found = [operator for operator in operators(analysis, 6) if operator.dimension > 4]
    counts: Counter[tuple[int, int]] = Counter()
    for operator in found:
        counts[operator.dimension, fermions(analysis.model, operator)] += size(operator)
    assert counts == SM_COUNTS[generations]
    violating = sum(size(operator) for operator in found if "B" in operator.violates)
    assert violating == {1: 8, 3: 546}[generations]


@pytest.mark.parametrize("content", CONTENTS, ids=[str(i) for i in range(len(CONTENTS))])
def test_counts_of_random_contents_agree_with_basisgen(content: dict[str, Any]) -> None:
    analysis = compile_text("\n".join(("model test", *content["statements"])))
    counts: Counter[str] = Counter()
    for operator in operators(analysis, 6):
        counts[f"{operator.dimension},{fermions(analysis.model, operator)}"] += size(operator)
    assert counts == content["counts"]


# ------------------------------------------------------------------ flavour traces
def count_by_traces(model: Model, content: Content) -> int:
    """Independent operators of a content by one average over permutations of all copies, generations included.

    The trace of a permutation over generations is the number of neutral ways to give one to each of its cycles.
    """
    charges = pack_charges(model, len(content))
    blocks = [block_of(model, factor, len(list(copies))) for factor, copies in groupby(content)]
    factors = list(dict.fromkeys(content))
    total = Fraction(0)
    for types in product(*(tuple(cycle_types(block.size)) for block in blocks)):
        weight = prod(
            (share * (sign if b.anticommuting else 1) for b, (_, share, sign) in zip(blocks, types, strict=True))
        )
        for group in {group for block in blocks for group, _ in block.irreps}:
            powers = [
                (irrep, length)
                for block, (lengths, _, _) in zip(blocks, types, strict=True)
                for g, irrep in block.irreps
                for length in lengths
                if g == group
            ]
            weight *= adams_invariants(tuple(sorted(powers)))
        choices = [
            [length * (-charge if factor.conjugated else charge) for charge in charges[factor.field]]
            for factor, (lengths, _, _) in zip(factors, types, strict=True)
            for length in lengths
        ]
        total += weight * sum(1 for chosen in product(*choices) if not sum(chosen))
    assert total.denominator == 1
    return int(total)


CHARGES = st.lists(st.integers(-1, 1), min_size=3, max_size=3)


@settings(max_examples=10, deadline=None)
@given(CHARGES, CHARGES, st.integers(-2, 2))
def test_generations_one_by_one_and_flavour_traces_give_the_same(quarks: list[int], leptons: list[int], s: int) -> None:
    analysis = compile_text(
        "model test\ngauge C = SU(3) coupling g3\ngauge W = SU(2) coupling g2\ngauge X = U(1) coupling gX\n"
        f"fermion Q[3] left (C: 3, W: 2, X: {quarks})\nfermion L[3] left (W: 2, X: {leptons})\n"
        f"fermion N[3] right (X: {leptons})\nscalar S (C: 3bar, W: 3, X: {s})\nscalar phi (X: 1)"
    )
    found = operators(analysis, 6)
    assert found
    for operator in found:
        assert operator.structures == count_by_traces(analysis.model, operator.content), operator.term


# ------------------------------------------------------------------ what an operator says
def by_term(analysis: Analysis, dimension: int) -> dict[str, Operator]:
    return {operator.term: operator for operator in operators(analysis, dimension)}


def test_declared_couplings_are_found_and_conjugates_are_not_listed_apart() -> None:
    analysis = compile_file("paper_a/bm2")
    found = operators(analysis, 4)
    assert {name for operator in found for name in operator.declared} == set(analysis.couplings.couplings)
    assert len({operator.content for operator in found}) == len(found)
    for name, coupling in analysis.couplings.couplings.items():
        (operator,) = (operator for operator in found if name in operator.declared)
        legs = coupling.monomials[0][1]
        assert operator.content == content_of(analysis.model, legs)


def test_entries_that_vanish_by_statistics() -> None:
    analysis = compile_text(
        "model test\nuse sm\nscalar S3 (SU3c: 3bar, SU2L: 3, Y: 1/3)\nscalar S1 (SU3c: 3bar, Y: 1/3)"
    )
    found = by_term(analysis, 4)
    assert found["Q Q dag(S3)"].vanishing == {(0, 0), (1, 1), (2, 2)}
    assert found["Q Q dag(S3)"].structures == 3
    assert found["Q Q dag(S1)"].vanishing == frozenset()
    assert found["Q Q dag(S1)"].structures == 6


def test_contractions_of_generic_generations() -> None:
    found = by_term(compile_file("lib/sm"), 6)
    assert found["(bar(cc(Q)) Q) (bar(cc(Q)) L)"].contractions == 4  # two of SU(2) times two of the Lorentz group
    assert found["(bar(cc(Q)) Q) (bar(cc(Q)) L)"].structures == 57  # arXiv:1312.2014
    assert found["(dag(H) H)^3"].contractions == 1


def test_symbolic_charges_give_conditions() -> None:
    analysis = compile_text(
        "model test\nuse sm\ngauge X = U(1) coupling gX\nparam a, b : rational\n"
        "charges X { L = [a, b, 0]; E = [a, b, 0] }\nscalar phi (X: a)"
    )
    found = by_term(analysis, 5)
    assert found["bar(L) H E"].texture == ((0, 0), (1, 1), (2, 2))
    assert found["bar(L) H E"].structures == 3
    weinberg = found["L L H H"]
    ring = analysis.model.ring
    assert {i: ring.format(entry.conditions["X"]) for i, entry in weinberg.entries.items() if entry.conditions} == {
        (0, 0): "2*a",
        (0, 1): "a + b",
        (0, 2): "a",
        (1, 0): "a + b",
        (1, 1): "2*b",
        (1, 2): "b",
        (2, 0): "a",
        (2, 1): "b",
    }
    assert weinberg.structures == 1
    assert found["phi dag(H) H"].structures == 0  # allowed for a = 0 alone
    assert found["phi dag(H) H"].contractions == 1


def test_vectors_are_contracted_with_currents_or_in_pairs() -> None:
    analysis = compile_text("model test\nuse sm\nvector U1 (SU3c: 3, Y: 2/3)\nvector Z real")
    found = by_term(analysis, 5)
    assert found["bar(Q) U1 L"].class_name == "leptoquark"
    assert found["bar(D) U1 E"].dimension == 4
    assert found["bar(Q) Z Q"].structures == 9
    assert found["dag(U1) U1"].class_name == "mass"
    # U1 U1 is symmetric or antisymmetric in colour; Lorentz gives (0,0) + (1,1) to one and (1,0) + (0,1) to the other.
    assert found["(dag(U1) U1)^2"].structures == 4
    assert found["(dag(H) H) Z^2"].structures == 1
    # q d H^dagger U1 of paper D: colour and weak indices antisymmetric, the spinors of q and d joined by U1.
    assert any(Counter(f.field for f in o.content) == Counter(("Q", "D", "H", "U1")) for o in found.values())


# ------------------------------------------------------------------ terms are text that can be read
@pytest.mark.parametrize("path", ["lib/sm", "paper_d/s3_running", "paper_b/alternative_dark"])
def test_terms_are_read_back_as_what_they_are(path: str) -> None:
    analysis = compile_file(path)
    found = operators(analysis, 6)
    used = '"sm.zmodel"' if path == "lib/sm" else f'"../{path}.zmodel"'
    lines = "\n".join(f"require allowed {operator.term}" for operator in found)
    text = f"model test\nuse {used}\n{lines}"
    model, diagnostics = load_model(SourceFile(str(MODEL_FILES / "lib" / "test.zmodel"), text), load)
    assert model is not None, diagnostics
    for operator, requirement in zip(found, model.requirements[-len(found) :], strict=True):
        assert requirement.monomial is not None
        assert check_lorentz(model, requirement.monomial, model.span) is None
        assert content_of(model, requirement.monomial.legs) == operator.content, operator.term


def test_terms_are_written_as_papers_have_them() -> None:
    """The classes of the Warsaw basis: pairs of currents, and Higgs pairs before what they multiply."""
    found = {operator.term for operator in operators(compile_file("lib/sm"), 6)}
    for first, second in combinations_with_replacement("QUDLE", 2):
        assert f"(bar({first}) {first}) (bar({second}) {second})" in found
    assert {"(dag(H) H)^3", "(dag(H) H) bar(Q) H D", "(bar(D) Q) (bar(L) E)", "(bar(cc(Q)) Q) (bar(cc(U)) E)"} <= found
    singlet = compile_text("model m\nuse sm\nscalar s real")
    assert "(dag(H) H) s^3" in {operator.term for operator in operators(singlet, 5)}


# ------------------------------------------------------------------ bounds
def test_too_many_products_are_refused() -> None:
    analysis = compile_text("model test\n" + "\n".join(f"fermion F{i} left" for i in range(24)))
    with pytest.raises(TooManyContentsError):
        list(allowed_contents(analysis.model, 4, 0, limit=1000))
    with pytest.raises(TooManyContentsError):
        operators(analysis, 6)
    analysis = compile_text("model test\nfermion F[32] left")
    assert len(operators(analysis, 5)) == 1
    with pytest.raises(TooManyContentsError):
        operators(analysis, 6)
