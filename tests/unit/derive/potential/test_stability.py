"""Conditions for a stable potential against its least value in field space, and against closed forms."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.helpers.emitted import build_c, emit, flatten, layout, manifest, random_values
from tests.helpers.models import compile_text
from tests.unit.derive.potential.minimise import least_values
from tests.unit.derive.potential.models import EXAMPLES, THDM

from zmodel.derive.potential.stability import Stability, derive_stability

POINTS = 150


@pytest.mark.parametrize("name", EXAMPLES)
def test_stable_agrees_with_the_least_value_in_field_space(name: str, tmp_path: Path) -> None:
    example = EXAMPLES[name]
    emitted = emit(example.analysis(), tmp_path)
    inputs = tuple(manifest(emitted)["stable"]["inputs"])
    values = example.draw(inputs, POINTS, seed=len(name))
    stable = emitted.python.stable(values)
    least = least_values(example.potential, example.shapes, example.real, values, seed=1)
    clear = np.abs(least) > 2e-3
    assert np.array_equal(stable[clear], least[clear] > 0)
    assert clear.mean() > 0.9
    assert 0.1 < stable.mean() < 0.9


@pytest.mark.parametrize("name", EXAMPLES)
def test_c_agrees_with_python(name: str, tmp_path: Path) -> None:
    """One point and a batch, under sanitizers."""
    example = EXAMPLES[name]
    emitted = emit(example.analysis(), tmp_path)
    run = build_c(emitted)
    items = layout(emitted)
    inputs = tuple(manifest(emitted)["stable"]["inputs"])
    points = [
        random_values(items, seed) | {key: value[0] for key, value in example.draw(inputs, 1, seed).items()}
        for seed in range(20)
    ]
    states = np.array([flatten(emitted.python, values, items) for values in points])
    expected = [emitted.python.stable(values) for values in points]
    assert all(isinstance(value, bool) for value in expected)
    assert len(set(expected)) == 2
    assert [run("t", 1, 1, list(state), 1)[0] for state in states[:3]] == expected[:3]
    assert run("t", len(points), 1, list(states.T.ravel()), len(points)) == expected


def test_not_a_number_is_not_stable(tmp_path: Path) -> None:
    emitted = emit(EXAMPLES["thdm"].analysis(), tmp_path)
    run = build_c(emitted)
    items = layout(emitted)
    values = random_values(items, 1) | {"lambda": 1.0, "l2": 1.0, "l3": 0.0, "l4": 0.0, "l5": 0.0}
    assert emitted.python.stable(values) is True
    for name in ("lambda", "l2", "l3", "l4", "l5"):
        broken = values | {name: np.nan}
        assert emitted.python.stable(broken) is False
        assert run("t", 1, 1, flatten(emitted.python, broken, items), 1) == [0]


def test_missing_couplings_are_named(tmp_path: Path) -> None:
    emitted = emit(EXAMPLES["portal"].analysis(), tmp_path)
    with pytest.raises(KeyError, match="no value for ls, lhs"):
        emitted.python.stable({"lambda": 1.0})


# ------------------------------------------------------------------ four fields and more: determinants
def norms_model(count: int) -> str:
    names = [f"f{i}" for i in range(count)]
    terms = [f"d{i} = (dag(f{i}) f{i})^2" for i in range(count)]
    terms += [
        f"o{i}{j} = (dag({names[i]}) {names[i]}) (dag({names[j]}) {names[j]})" for i in range(count) for j in range(i)
    ]
    fields = "\n".join(f"scalar {name} (Y: {i + 1})" for i, name in enumerate(names))
    return f"model norms\ngauge Y = U(1) coupling g1\n{fields}\npotential {{ {'; '.join(terms)} }}"


@pytest.mark.parametrize("count", [4, 5, 6])
def test_copositivity_of_many_fields(count: int, tmp_path: Path) -> None:
    """Against the least value of x^T A x over the simplex, from the stationary points of all its faces."""
    emitted = emit(compile_text(norms_model(count)), tmp_path)
    rng = np.random.default_rng(count)
    found = set()
    for _ in range(300):
        a = rng.uniform(-0.6, 1, (count, count)) + 0.2 * np.eye(count)
        a = (a + a.T) / 2
        np.fill_diagonal(a, np.abs(np.diag(a)))
        values = {f"d{i}": a[i, i] for i in range(count)} | {
            f"o{i}{j}": 2 * a[i, j] for i in range(count) for j in range(i)
        }
        least = least_on_simplex(a)
        assert emitted.python.stable(values | {"g1": 0.5}) == (least > 0)
        found.add(least > 0)
    assert found == {True, False}
    # The square of a sum: all determinants vanish, and rounding must not decide.
    equal = {f"d{i}": 0.1 for i in range(count)} | {f"o{i}{j}": 0.2 for i in range(count) for j in range(i)}
    assert emitted.python.stable(equal | {"g1": 0.5}) is True


def least_on_simplex(a: np.ndarray) -> float:
    """The least x^T A x with x >= 0 and sum x = 1: on the face where x > 0, A x is constant."""
    size = len(a)
    values = []
    for mask in range(1, 2**size):
        face = [i for i in range(size) if mask >> i & 1]
        bordered = np.block(
            [[a[np.ix_(face, face)], np.ones((len(face), 1))], [np.ones((1, len(face))), np.zeros((1, 1))]]
        )
        x = np.linalg.solve(bordered, [*np.zeros(len(face)), 1])[:-1]
        if np.all(x > 0):
            values.append(x @ a[np.ix_(face, face)] @ x)
    return float(min(values))


@pytest.fixture(scope="module")
def spectral(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The Python of the model with singular values."""
    return emit(EXAMPLES["spectral"].analysis(), tmp_path_factory.mktemp("spectral")).python


@pytest.mark.parametrize(("portal", "expected"), [(-1.3, True), (-1.5, False)])
def test_a_field_may_be_orthogonal_to_all_singular_values(portal: float, expected: bool, spectral: Any) -> None:
    """T avoids both singular values of R, whose purity is then 1/2: portal + 2 sqrt(z/2 t) > 0, not + 2 sqrt(z t)."""
    values = dict.fromkeys(("r", "rk", "kt", "ak"), 0.0) | {"z": 1.0, "k": 1.0, "t": 1.0, "bt": 3.0, "rt": portal + 2}
    assert spectral.stable(values) is expected


@pytest.mark.parametrize("name", ["ak", "bt"])
def test_fields_align_with_a_singular_value(name: str, spectral: Any) -> None:
    """2 c (p - 1/n) N N' with c < 0 is least where p = 1: stable for 2 |c| (1 - 1/n) < 2 sqrt(z r) alone."""
    size = 2 if name == "ak" else 3
    for factor, expected in ((0.98, True), (1.02, False)):
        values = dict.fromkeys(("r", "rk", "rt", "kt", "ak", "bt"), 0.0) | {"z": 1.0, "k": 1.0, "t": 1.0}
        values[name] = -factor / (1 - 1 / size)
        assert spectral.stable(values) is expected


def test_what_vanishes_at_one_end_of_a_range_counts_at_the_other() -> None:
    """|H^dag H2|^2 alone: V = N N' l4 x with x from 0 to 1, so that l4 > -2 sqrt(lambda l2)."""
    fields = "model two\nuse sm { except lambda }\nscalar H2 (SU2L: 2, Y: 1/2)\n"
    stability = stability_of(
        fields + "potential { a = (dag(H) H)^2; b = (dag(H2) H2)^2; l4 = (dag(H) H2) (dag(H2) H) }"
    )
    assert stability.exact
    (matrix,) = stability.matrices
    choices = matrix.entries["H", "H2"].choices
    assert {tuple((term.coupling, term.factor) for term in choice) for choice in choices} == {(), (("l4", 1),)}


def test_the_vacuum_of_one_ratio() -> None:
    """tr(S^dag S S^dag S) is least for the unit matrix, where it is N^2/3, and greatest for rank one."""
    text = "model m\nglobal A = SU(3); global B = SU(3)\nscalar S (A: 3, B: 3bar)\n"
    vacua = stability_of(text + "potential { u = (dag(S) S)^2; v = tr(dag(S) S dag(S) S) }").vacua
    assert [(vacuum.positive, vacuum.value) for vacuum in vacua] == [(True, Fraction(1, 3)), (False, 1)]
    assert [{term.coupling: term.factor for term in vacuum.quartic} for vacuum in vacua] == [
        {"u": 1, "v": Fraction(1, 3)},
        {"u": 1, "v": 1},
    ]


def test_a_bilinear_of_a_triplet_is_of_no_known_size() -> None:
    """|T^T T| is anything from 0 to N, while |s^2| is N."""
    text = "model m\nuse sm { except lambda }\nscalar T (SU2L: 3)\nscalar s\n"
    text += "potential { a = (dag(H) H)^2; b = (dag(T) T)^2"
    terms = "c = (dag(s) s)^2; x = {} dag(H) H }}"
    for word, is_known in (("s s", True), ("T T", False)):
        stability = stability_of(f"{text}; {terms.format(word)}")
        assert stability.exact == is_known
        assert ("the term of `x` is no function of norms and overlaps" in stability.reasons) == (not is_known)


# ------------------------------------------------------------------ necessary only
def test_products_of_different_bilinears_are_of_no_known_size() -> None:
    """(H^dag A)(H^dag B) is no square of a bilinear and no product of norms."""
    fields = "model three\nuse sm { except lambda }\nscalar A (SU2L: 2, Y: 1/2)\nscalar B (SU2L: 2, Y: 1/2)\n"
    terms = [f"l{name} = (dag({name}) {name})^2" for name in "HAB"]
    stability = stability_of(f"{fields}potential {{ {'; '.join(terms)}; x = (dag(H) A) (dag(H) B) }}")
    assert not stability.exact
    assert "the term of `x` is no function of norms and overlaps" in stability.reasons


def test_terms_that_spoil_the_form_leave_necessary_conditions(tmp_path: Path) -> None:
    """lambda6 and lambda7: what remains is said to be necessary, and nothing is emitted."""
    analysis = compile_text(THDM + "potential { l6 = (dag(H) H) (dag(H) H2); l7 = (dag(H2) H2) (dag(H) H2) }")
    stability = derive_stability(analysis.model, analysis.couplings)
    assert not stability.exact
    assert any("`l6`" in reason for reason in stability.reasons)
    full = stability.matrices[0]
    assert full.conditions == (("H",), ("H2",), ("H", "H2"))
    assert [[term.coupling for term in choice] for choice in full.entries["H", "H2"].choices] == [["l3"]]
    emitted = emit(analysis, tmp_path)
    assert manifest(emitted)["stable"] is None
    assert "_stable" not in emitted.files["thdm.h"]
    with pytest.raises(ValueError, match="necessary and sufficient"):
        emitted.python.stable({})


def test_odd_terms_leave_the_fields_apart() -> None:
    text = (
        "model odd\nuse sm { except lambda }\nscalar s real\nscalar t real\npotential { a = s^4; b = t^4; c = s^3 t }"
    )
    stability = stability_of(text)
    assert not stability.exact
    assert {matrix.fields for matrix in stability.matrices} == {("s",), ("t",)}


def test_correlated_ratios_are_not_taken_for_independent_ones() -> None:
    """Three doublets: two of them cannot be parallel to a third and orthogonal to each other."""
    fields = "model three\nuse sm { except lambda }\nscalar A (SU2L: 2, Y: 1/2)\nscalar B (SU2L: 2, Y: 1/2)\n"
    pairs = ("H", "A"), ("H", "B"), ("A", "B")
    terms = [f"l{name} = (dag({name}) {name})^2" for name in "HAB"]
    terms += [f"l{a}{b} = (dag({a}) {b}) (dag({b}) {a})" for a, b in pairs]
    stability = stability_of(f"{fields}potential {{ {'; '.join(terms)} }}")
    assert not stability.exact
    assert stability.matrices
    assert "independently" in stability.reasons[0]


def test_scalars_without_quartics_are_named() -> None:
    stability = stability_of("model one\nuse sm\nscalar s real\npotential { m = s^2 }")
    assert stability.exact
    assert stability.left_out == ("s",)


def test_flat_directions_have_no_conditions() -> None:
    text = "model flat\nuse sm\nscalar s real\npotential { c = s^2 dag(H) H }"
    stability = stability_of(text)
    assert not stability.exact
    assert stability.matrices == ()
    assert "`s`" in stability.reasons[0]


def stability_of(text: str) -> Stability:
    analysis = compile_text(text)
    return derive_stability(analysis.model, analysis.couplings)
