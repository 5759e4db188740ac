"""What the running generates though it is not declared, against known cases and against dense components."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.helpers.components import EPS2, Array, ComponentModel, Kind, Leg, fundamental, gell_mann
from tests.helpers.evaluate import Value
from tests.helpers.models import MODEL_FILES, compile_file, compile_text
from tests.oracles.general_rge import Betas, one_loop, two_loop

from zmodel.derive.beta.closure import Closure, derive_closure
from zmodel.derive.beta.derive import derive_betas
from zmodel.driver import Analysis

SM = "model test\nuse sm\n"
SECOND_DOUBLET = SM + "scalar H2 (SU2L: 2, Y: 1/2)\n"
NEUTRAL_QUARTICS = "l2 = (dag(H2) H2)^2; l3 = (dag(H) H) (dag(H2) H2); l4 = (dag(H) H2) (dag(H2) H)"


def closure_of(analysis: Analysis, loops: int = 1) -> Closure:
    betas = derive_betas(analysis.model, analysis.couplings, loops)
    return derive_closure(analysis.model, analysis.couplings, betas)


def generated(text: str, loops: int = 1) -> dict[str, int]:
    """Terms that are generated, with the loop order."""
    return {item.term: item.loop for item in closure_of(compile_text(text), loops).invariants}


# ------------------------------------------------------------------ known cases
CLOSED = {
    "sm": SM,
    "a decoupled singlet": SM + "scalar S\npotential { l = (dag(S) S)^2; m = dag(S) S }",
    "a decoupled real singlet": SM + "scalar s real\npotential { l = s^4; m = s^2 }",
    "a phase of one doublet": SECOND_DOUBLET + f"potential {{ {NEUTRAL_QUARTICS}; m2 = dag(H2) H2 }}",
    "an inert doublet": SECOND_DOUBLET + f"potential {{ {NEUTRAL_QUARTICS}; l5 = (dag(H) H2)^2; m2 = dag(H2) H2 }}",
    "lepton number": SM + "fermion N[3] right\nyukawa Yn = bar(L) tilde(H) N",
    "a general pair of doublets": SECOND_DOUBLET
    + "yukawa Yu2 = bar(Q) tilde(H2) U\nyukawa Yd2 = bar(Q) H2 D\nyukawa Ye2 = bar(L) H2 E\n"
    + f"potential {{ {NEUTRAL_QUARTICS}; l5 = (dag(H) H2)^2; l6 = (dag(H) H) (dag(H) H2)\n"
    + "l7 = (dag(H2) H2) (dag(H) H2); m22 = dag(H2) H2; m12 = dag(H) H2 }",
    "equal couplings of equal singlets": "model t\nscalar A\nscalar B\n"
    + "potential { l = (dag(A) A)^2 + (dag(B) B)^2; k = (dag(A) A) (dag(B) B) }",
    "masses left out together": "model t\ngauge W = SU(2) coupling g\nscalar H (W: 2)\nscalar s real\n"
    + "potential { l = (dag(H) H)^2; k = (dag(H) H) s^2; ls = s^4 }",
}


@pytest.mark.parametrize("text", CLOSED.values(), ids=CLOSED)
def test_closed_models(text: str) -> None:
    assert closure_of(compile_text(text)) == Closure((), (), ())


def test_model_files_are_closed() -> None:
    for path in sorted(MODEL_FILES.glob("*/*.zmodel")):
        analysis = compile_file(str(path.relative_to(MODEL_FILES).with_suffix("")))
        if analysis.model.vectors:
            continue  # not renormalisable, so without beta functions
        with_quartics = {
            leg.field
            for coupling in analysis.couplings.couplings.values()
            if coupling.kind == "potential" and coupling.dimension == 4
            for _, legs, _ in coupling.monomials
            for leg in legs
        }
        closure = closure_of(analysis)
        # Paper D leaves the potential of its leptoquark open.
        left = [i for i in closure.invariants if {factor.field for factor in i.content} <= with_quartics]
        assert (left, closure.entries) == ([], ()), path.name


GENERATED = {
    "gauge bosons join two charged scalars": (
        SM + "scalar S (Y: 1)\npotential { l = (dag(S) S)^2 }",
        {"(dag(H) H) (dag(S) S)": 1},
    ),
    "gauge bosons give a potential": (
        "model t\ngauge W = SU(2) coupling g\nscalar H (W: 2)\npotential { m = dag(H) H }",
        {"(dag(H) H)^2": 1},
    ),
    "fermions join two scalars": (
        "model t\nfermion N[2] right\nfermion M[2] left\nscalar A real\nscalar B real\n"
        "yukawa YA = N N A\nyukawa YB = bar(M) B N\npotential { lA = A^4; lB = B^4 }",
        {"M M A": 1, "A^2 B^2": 1},
    ),
    "two sets of Yukawa couplings": (
        SECOND_DOUBLET
        + "yukawa Yu2 = bar(Q) tilde(H2) U\nyukawa Yd2 = bar(Q) H2 D\nyukawa Ye2 = bar(L) H2 E\n"
        + f"potential {{ {NEUTRAL_QUARTICS}; m2 = dag(H2) H2 }}",
        {"(dag(H) H2)^2": 1, "(dag(H) H) (dag(H) H2)": 1, "(dag(H) H2) (dag(H2) H2)": 1, "dag(H) H2": 1},
    ),
    "a Yukawa coupling of the second doublet": (
        SECOND_DOUBLET
        + "yukawa Yu2 = bar(Q) tilde(H2) U\n"
        + f"potential {{ {NEUTRAL_QUARTICS}; l5 = (dag(H) H2)^2; l6 = (dag(H) H) (dag(H) H2)\n"
        + "l7 = (dag(H2) H2) (dag(H) H2); m22 = dag(H2) H2; m12 = dag(H) H2 }",
        {"bar(Q) H2 D": 1, "bar(L) H2 E": 1},
    ),
    "contractions of R2": (
        SM
        + "scalar R2 (SU3c: 3, SU2L: 2, Y: 7/6)\nyukawa Y2 = bar(U) R2 L\nyukawa Y4 = bar(Q) R2 E\n"
        + "potential { l = (dag(R2) R2)^2; k = (dag(H) H) (dag(R2) R2); m = dag(R2) R2 }",
        {"dag(H) H dag(R2) R2 : adjoint": 1, "tr(dag(R2) R2 dag(R2) R2)": 1},
    ),
    "the second Yukawa coupling of S1": (
        SM
        + "scalar S1 (SU3c: 3bar, Y: 1/3)\nyukawa Y1 = bar(cc(Q)) S1 L\n"
        + "potential { l = (dag(S1) S1)^2; k = (dag(H) H) (dag(S1) S1); m = dag(S1) S1 }",
        {"bar(cc(U)) S1 E": 1},
    ),
    "a scalar mass": (
        SM + "scalar S\npotential { l = (dag(S) S)^2; k = (dag(H) H) (dag(S) S) }",
        {"dag(S) S": 1},
    ),
    "a mass from a trilinear": (
        "model t\nscalar s real\nscalar t real\npotential { l = s^4; k = s^2 t^2; r = t^4; m = s^2 t }",
        {"s^2": 1, "t^2": 1, "t^3": 1},
    ),
    "a tadpole": (
        SM + "scalar s real\npotential { l = s^4; k = s^2 dag(H) H; m = s dag(H) H; r = s^3; m2 = s^2 }",
        {"s": 1},
    ),
    "no tadpole of what is odd": (SM + "scalar s real\npotential { l = s^4; k = s^2 dag(H) H; m2 = s^2 }", {}),
    "mixing with a vector-like quark": (
        SM
        + "fermion TL left (SU3c: 3, Y: 2/3)\nfermion TR right (SU3c: 3, Y: 2/3)\n"
        + "mass mT = bar(TL) TR\nyukawa YT = bar(Q) tilde(H) TR",
        {"bar(TL) U": 1},
    ),
    "unequal couplings of unequal scalars": (
        "model t\ngauge X = U(1) coupling g\nscalar A (X: 1)\nscalar B (X: 3/2)\n"
        "potential { l = (dag(A) A)^2 + (dag(B) B)^2; k = (dag(A) A) (dag(B) B) }",
        {"(dag(A) A)^2": 1},
    ),
    "the second invariant of an adjoint": (
        "model t\ngauge G = SU(4) coupling g\nscalar A real (G: 15)\npotential { l = (A A)^2 }",
        {"tr(A A A A)": 1},
    ),
}


@pytest.mark.parametrize(("text", "terms"), GENERATED.values(), ids=GENERATED)
def test_generated_terms(text: str, terms: dict[str, int]) -> None:
    assert generated(text) == terms


def test_some_terms_come_with_the_second_loop() -> None:
    text = (
        "model t\ngauge X = U(1) coupling g\nfermion F left (X: 1)\nfermion G right (X: 1)\nscalar A (X: 1)\n"
        "scalar s real\nyukawa Y = bar(F) s G\nscalar t real\n"
        "potential { l = (dag(A) A)^2; ls = s^4; lt = t^4; kt = s^2 t^2 }"
    )
    assert generated(text, 1) == {}
    assert generated(text, 2) == {"(dag(A) A) s^2": 2}


def test_a_complex_coupling_of_a_self_conjugate_content_has_two_invariants() -> None:
    """Of three triplets there are (X^* X)(A B), and (X^* A)(B X) with its conjugate, which c and c^* multiply."""
    text = (
        "model t\ngauge W = SU(2) coupling g\nscalar X (W: 3)\nscalar A real (W: 3)\nscalar B real (W: 3)\n"
        "potential { c = (dag(X) A) (B X) }\n"
    )

    def missing(more: str) -> list[str]:
        found = closure_of(compile_text(text + more)).invariants
        return [item.term for item in found if {factor.field for factor in item.content} == {"X", "A", "B"}]

    # (A B)^2 joins the indices of A and B; (A A)(B B) leaves them as they are, and so do gauge bosons.
    assert missing("potential { k = (A A) (B B) }") == []
    assert missing("potential { k = (A B)^2 }") == ["(dag(X) X) (A B)"]
    assert missing("potential { k = (A B)^2; r = (dag(X) X) (A B) }") == []


# ------------------------------------------------------------------ entries beside kept ones
@pytest.mark.parametrize(
    ("lines", "entries"),
    [
        ("yukawa Yu = bar(Q) tilde(H) U keep (3,3) as yt\nyukawa Yd = bar(Q) H D keep (3,3) as yb", {}),
        (
            "yukawa Yu = bar(Q) tilde(H) U keep (3,3) as yt\nyukawa Yd = bar(Q) H D keep (3,3) as yb, (2,3) as ys",
            {"Yu": ((1, 2),)},
        ),
        (
            "yukawa Yu = bar(Q) tilde(H) U keep (3,3) as yt\nyukawa Yd = bar(Q) H D",
            {"Yu": ((0, 2), (1, 2))},
        ),
        (
            "yukawa Yu = bar(Q) tilde(H) U\nyukawa Yd = bar(Q) H D\nfermion N[3] right\n"
            "yukawa Yn = bar(L) tilde(H) N\nmass M = N N keep (1,1) as M1",
            {"M": ((0, 1), (0, 2))},
        ),
    ],
)
def test_entries_that_are_not_kept(lines: str, entries: Mapping[str, tuple[tuple[int, ...], ...]]) -> None:
    closure = closure_of(compile_text("model t\nuse sm { except Yu, Yd }\n" + lines))
    assert {item.coupling.name: item.entries for item in closure.entries} == entries
    assert not closure.invariants


# ------------------------------------------------------------------ kinetic mixing
@settings(max_examples=20)
@given(st.lists(st.tuples(st.integers(-2, 2), st.integers(-2, 2)), min_size=1, max_size=3), st.booleans())
def test_kinetic_mixing_is_generated_by_a_trace(charges: list[tuple[int, int]], declared: bool) -> None:
    fields = "\n".join(f"fermion F{i} left (A: {a}, B: {b})" for i, (a, b) in enumerate(charges))
    mixing = "mixing eta (A, B)" if declared else ""
    text = f"model t\ngauge A = U(1) coupling g\ngauge B = U(1) coupling h\n{mixing}\n{fields}"
    expected = [("A", "B", 1)] if sum(a * b for a, b in charges) and not declared else []
    closure = closure_of(compile_text(text))
    assert [(item.first, item.second, item.loop) for item in closure.mixings] == expected


def test_a_third_group_mixes_through_the_second() -> None:
    text = (
        "model t\ngauge A = U(1) coupling a\ngauge B = U(1) coupling b\ngauge C = U(1) coupling c\n"
        "mixing eta (A, B)\nfermion F left (B: 1, C: 1)\n"
    )
    closure = closure_of(compile_text(text))
    assert {(item.first, item.second) for item in closure.mixings} == {("A", "C"), ("B", "C")}


# ------------------------------------------------------------------ dense components
Pool = Mapping[str, str]
"""Statements that declare each term, by the term as the compiler writes it."""

DOUBLETS = """model doublets
gauge W = SU(2) coupling g2
gauge Y = U(1) coupling g1
fermion L[2] left (W: 2, Y: -1/2)
fermion E[2] right (Y: -1)
fermion N[2] right
scalar A (W: 2, Y: 1/2)
scalar B (W: 2, Y: 1/2)
scalar s real
"""
ONE, SU2 = np.eye(2, dtype=complex), fundamental(2)


def doublets() -> ComponentModel:
    """All terms that two doublets, a real singlet and two generations of leptons can have."""
    model = ComponentModel({"W": (2, "g2")}, {"Y": "g1"})
    model.fermion("L", "left", {"W": SU2}, 2, Y=-0.5)
    model.fermion("E", "right", {}, 2, Y=-1)
    model.fermion("N", "right", {}, 2, Y=0)
    model.scalar("A", {"W": SU2}, Y=0.5)
    model.scalar("B", {"W": SU2}, Y=0.5)
    model.scalar("s", {}, real=True, Y=0)
    for scalar in ("A", "B"):
        model.yukawa(f"bar(L) {scalar} E", [("L", True), ("E", False), (scalar, False)], {"W": ONE[:, None, :]})
        model.yukawa(f"bar(L) tilde({scalar}) N", [("L", True), ("N", False), (scalar, True)], {"W": EPS2[:, None, :]})
    majorana: list[Leg] = [("N", False), ("N", False)]
    model.yukawa("N N s", [*majorana, ("s", False)], {}, symmetry=1)
    model.yukawa("N N", majorana, {}, symmetry=1)
    pairs = {name: [(name[4], True), (name[7], False)] for name in ("dag(A) A", "dag(B) B", "dag(A) B", "dag(B) A")}
    single: Leg = ("s", False)
    for name in ("dag(A) A", "dag(B) B", "dag(A) B"):
        real = name != "dag(A) B"
        model.potential(name, pairs[name], {"W": ONE}, real=real)
        model.potential(f"s {name}", [single, *pairs[name]], {"W": ONE[None]}, real=real)
        model.potential(f"({name}) s^2", [*pairs[name], single, single], {"W": ONE[:, :, None, None]}, real=real)
    for first, second in (
        ("dag(A) A", "dag(A) A"),
        ("dag(B) B", "dag(B) B"),
        ("dag(A) A", "dag(B) B"),
        ("dag(A) B", "dag(B) A"),
        ("dag(A) B", "dag(A) B"),
        ("dag(A) A", "dag(A) B"),
        ("dag(A) B", "dag(B) B"),
    ):
        text = f"({first})^2" if first == second else f"({first}) ({second})"
        real = text.count("dag(A)") == text.replace("dag(A)", "").count("A")
        model.potential(text, pairs[first] + pairs[second], {"W": np.multiply.outer(ONE, ONE)}, real=real)
    for power in (1, 2, 3, 4):
        model.potential(f"s^{power}" if power > 1 else "s", [single] * power, {})
    return model


LEPTOQUARK = """model leptoquark
gauge C = SU(3) coupling g3
gauge W = SU(2) coupling g2
gauge Y = U(1) coupling g1
fermion Q left (C: 3, W: 2, Y: 1/6)
fermion U right (C: 3, Y: 2/3)
fermion L left (W: 2, Y: -1/2)
fermion E right (Y: -1)
scalar H (W: 2, Y: 1/2)
scalar R (C: 3, W: 2, Y: 7/6)
"""


def leptoquark() -> ComponentModel:
    """All terms of a Higgs doublet and the leptoquark R2 with one generation without down quarks."""
    su3, colour, sigma = fundamental(3), np.eye(3, dtype=complex), gell_mann(2)
    model = ComponentModel({"C": (3, "g3"), "W": (2, "g2")}, {"Y": "g1"})
    model.fermion("Q", "left", {"C": su3, "W": SU2}, Y=1 / 6)
    model.fermion("U", "right", {"C": su3}, Y=2 / 3)
    model.fermion("L", "left", {"W": SU2}, Y=-1 / 2)
    model.fermion("E", "right", {}, Y=-1)
    model.scalar("H", {"W": SU2}, Y=1 / 2)
    model.scalar("R", {"C": su3, "W": SU2}, Y=7 / 6)
    up: list[Leg] = [("Q", True), ("U", False), ("H", True)]
    model.yukawa("bar(Q) tilde(H) U", up, {"C": colour[:, :, None], "W": EPS2[:, None, :]})
    model.yukawa("bar(L) H E", [("L", True), ("E", False), ("H", False)], {"W": ONE[:, None, :]})
    first: list[Leg] = [("U", True), ("L", False), ("R", False)]
    model.yukawa("bar(U) R L", first, {"C": colour[:, None, :], "W": EPS2.T[None]})
    second: list[Leg] = [("Q", True), ("E", False), ("R", False)]
    model.yukawa("bar(Q) R E", second, {"C": colour[:, None, :], "W": ONE[:, None, :]})
    higgs: list[Leg] = [("H", True), ("H", False)]
    quark: list[Leg] = [("R", True), ("R", False)]
    weak, both = np.multiply.outer(ONE, ONE), np.multiply.outer(colour, colour)
    model.potential("dag(H) H", higgs, {"W": ONE})
    model.potential("dag(R) R", quark, {"C": colour, "W": ONE})
    model.potential("(dag(H) H)^2", higgs * 2, {"W": weak})
    model.potential("(dag(H) H) (dag(R) R)", higgs + quark, {"C": colour[None, None], "W": weak})
    exchange = np.einsum("aij,akl->ijkl", sigma, sigma)
    model.potential("dag(H) H dag(R) R : adjoint", higgs + quark, {"C": colour[None, None], "W": exchange})
    model.potential("(dag(R) R)^2", quark * 2, {"C": both, "W": weak})
    # tr(): the weak index is the column of R, so colour is contracted between neighbours in the other way round.
    crossed = np.einsum("il,jk->ijkl", ONE, ONE)
    model.potential("tr(dag(R) R dag(R) R)", quark * 2, {"C": both, "W": crossed})
    return model


POOLS = {"doublets": (DOUBLETS, doublets()), "leptoquark": (LEPTOQUARK, leptoquark())}


def declare(text: str, model: ComponentModel, terms: set[str]) -> str:
    """The model file with some of the terms of a pool."""
    kinds = {"y": "yukawa", "fermion_mass": "mass"}
    lines = []
    for number, name in enumerate(sorted(terms)):
        kind = kinds.get(model.terms[name].kind)
        line = f"c{number} = {name}"
        lines.append(f"{kind} {line}" if kind else f"potential {{ {line} }}")
    return text + "\n".join(lines)


def generated_in_components(model: ComponentModel, declared: set[str], loops: int = 1) -> set[str]:
    """Terms of the pool with a beta function different from zero, though their couplings vanish."""
    values: dict[str, Value] = model.random_values(seed=1)
    for name in set(model.terms) - declared:
        values[name] = np.zeros(model.terms[name].shape, dtype=complex)
    theory = model.theory(values)
    orders = (one_loop, two_loop)[:loops]
    return {term for order in orders for term, _ in filled_entries(model, order(theory))} - declared


def first_entry(value: Array) -> tuple[int, ...]:
    """Indices of the first entry that is not zero; none for a number."""
    return tuple(int(index) for index in np.argwhere(value)[0]) if value.ndim else ()


def filled_entries(model: ComponentModel, betas: Betas) -> set[tuple[str, tuple[int, ...]]]:
    """Terms of the pool that beta functions in components consist of, with the entries of their couplings."""
    found = set()
    for kind in get_args(Kind):
        rows = [
            ((name, first_entry(value)), np.concatenate([array.real, array.imag]))
            for name, term in model.terms.items()
            if term.kind == kind
            for value in term.parameters()
            for array in [term.build(value).ravel()]
        ]
        if not rows:
            continue
        beta = np.asarray(getattr(betas, kind), dtype=complex).ravel()
        target = np.concatenate([beta.real, beta.imag])
        matrix = np.array([row for _, row in rows])
        solution = np.linalg.lstsq(matrix @ matrix.T, matrix @ target, rcond=1e-13)[0]
        assert np.abs(target - solution @ matrix).max() < 1e-9, f"the pool lacks a term of {kind}"
        found |= {entry for (entry, _), size in zip(rows, solution, strict=True) if abs(size) > 1e-10}
    return found


@pytest.mark.parametrize("pool", POOLS)
def test_dense_components_agree_when_one_term_is_missing(pool: str) -> None:
    text, model = POOLS[pool]
    for term in model.terms:
        declared = set(model.terms) - {term}
        expected = generated_in_components(model, declared)
        assert set(generated(declare(text, model, declared))) == expected


@settings(max_examples=12)
@given(st.data())
def test_dense_components_agree_for_any_set_of_terms(data: st.DataObject) -> None:
    text, model = POOLS[data.draw(st.sampled_from(sorted(POOLS)))]
    declared = data.draw(st.sets(st.sampled_from(sorted(model.terms))))
    expected = generated_in_components(model, declared)
    assert set(generated(declare(text, model, declared))) == expected


@settings(max_examples=6)
@given(st.sets(st.sampled_from(sorted(POOLS["doublets"][1].terms)), max_size=6))
def test_dense_components_agree_at_two_loops(declared: set[str]) -> None:
    text, model = POOLS["doublets"]
    expected = generated_in_components(model, declared, loops=2)
    assert set(generated(declare(text, model, declared), loops=2)) == expected


ENTRIES = st.sets(st.tuples(st.integers(0, 1), st.integers(0, 1)), min_size=1)


@settings(max_examples=15)
@given(ENTRIES, ENTRIES)
def test_dense_components_agree_on_entries_beside_kept_ones(
    lepton: set[tuple[int, int]], neutrino: set[tuple[int, int]]
) -> None:
    text, model = POOLS["doublets"]
    kept = {"bar(L) A E": sorted(lepton), "bar(L) tilde(A) N": sorted(neutrino)}
    values = model.random_values(seed=1)
    for name, term in model.terms.items():
        value = np.zeros(term.shape, dtype=complex)
        for entry in kept.get(name, []):
            value[entry] = np.asarray(values[name])[entry]
        values[name] = value
    filled = filled_entries(model, one_loop(model.theory(values)))
    expected = {(name, entry) for name, entry in filled if name in kept and entry not in kept[name]}
    lines = [
        f"yukawa c{n} = {name} keep " + ", ".join(f"({i + 1},{j + 1}) as c{n}_{i}{j}" for i, j in entries)
        for n, (name, entries) in enumerate(kept.items())
    ]
    closure = closure_of(compile_text(text + "\n".join(lines)))
    assert {(item.coupling.term, entry) for item in closure.entries for entry in item.entries} == expected
