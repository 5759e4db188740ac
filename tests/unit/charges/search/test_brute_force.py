"""The search against nested loops, on small models of all kinds."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.helpers.models import compile_text
from tests.unit.charges.search import brute_force

from zmodel.charges import SearchProblem, count, search_problem, solutions
from zmodel.charges.search.reference import count_python, solutions_python
from zmodel.derive.requirements import unknown_conditions
from zmodel.model import Model

HEAD = """model test
gauge C = SU(3) coupling g3
gauge W = SU(2) coupling g2
gauge Y = U(1) coupling g1
gauge X = U(1) coupling gX
"""

FREE = {
    "singlets": "fermion a[4] left (X: [?, ?, ?, ?])",
    "vectors": "fermion a[3] left (X: [?, ?, ?]); fermion b[2] right (X: [?, ?])",
    "two kinds": "fermion a[2] left (Y: 1, X: [?, ?]); fermion b[2] right (Y: 1, X: [?, ?])",
    "three kinds": "fermion a[2] left (W: 2, X: [?, ?]); fermion b[2] right (X: [?, ?]); fermion c left (X: ?)",
    "coloured": "fermion q[2] left (C: 3, W: 2, X: [?, ?]); fermion u[2] right (C: 3, X: [?, ?]); "
    "fermion d right (C: 3, X: ?)",
    "shared": "fermion a[3] left (X: [?s, ?s, ?]); fermion b[3] right (X: [?s, ?, ?])",
    "forms": "fermion a[3] left (X: [?s + ?t, 2*?t - ?s, ?]); fermion b[2] right (X: [3*?t, ?])",
    "fractions": "fermion a[3] left (X: [(?s + ?t)/2, ?s, ?]); fermion b[2] right (X: [?t, ?])",
    "chain": "fermion a[4] left (X: [?p + ?q, ?q + ?r, ?r + ?s, ?s + ?p]); fermion b[2] right (X: [?p, ?])",
    "star": "fermion a[3] left (X: [?p + ?q, ?r + ?q, ?s + ?q]); fermion b[3] right (X: [?p, ?r, ?s]); "
    "fermion c right (X: ?q)",
    "fixed": "fermion a[3] left (X: [1, ?, ?]); fermion b[3] right (X: [2, ?, ?])",
    "neutral": "fermion a[3] left (X: [0, ?, ?]); fermion b[2] right (X: [?, ?])",
    "with a hypercharge": "fermion a left (Y: 1, X: ?); fermion b right (Y: 1, X: ?); fermion c[3] left (X: [?, ?, ?])",
    "like by another name": "fermion a left (X: ?); fermion b left (X: ?); fermion c[3] left (X: [?, ?, ?])",
}


def problem_of(text: str) -> tuple[Model, SearchProblem]:
    analysis = compile_text(HEAD + text)
    return analysis.model, search_problem(analysis.model, "X", unknown_conditions(analysis.model, analysis.couplings))


@pytest.mark.parametrize("text", FREE.values(), ids=FREE.keys())
@pytest.mark.parametrize("bound", [1, 2, 3])
def test_free_charges(text: str, bound: int) -> None:
    model, problem = problem_of(text.replace("; ", "\n"))
    expected = len(brute_force.classes(model, bound)) if problem.homogeneous else None
    assert count(problem, bound) == count_python(problem, bound)
    if expected is not None:
        assert count(problem, bound) == expected


@pytest.mark.parametrize("text", FREE.values(), ids=FREE.keys())
@pytest.mark.parametrize("bound", [1, 3])
def test_lists_agree_with_python(text: str, bound: int) -> None:
    _, problem = problem_of(text.replace("; ", "\n"))
    found = [tuple(row) for chunk in solutions(problem, bound) for row in chunk.tolist()]
    assert len(found) == len(set(found)) == count(problem, bound)
    assert len(found) == count_python(problem, bound)
    assert not problem.plain or sorted(found) == solutions_python(problem, bound)


def test_fixed_charges_set_the_scale() -> None:
    model, problem = problem_of(FREE["fixed"].replace("; ", "\n"))
    assert not problem.homogeneous
    found = {tuple(sorted((name, value) for (name, _), value in s.items())) for s in brute_force.solutions(model, 3)}
    assert count(problem, 3) == len(found) > 1


@pytest.mark.parametrize("fixed", ["fermion A left (X: 3)\nfermion B right (X: 3)", "scalar S (X: 2)"])
def test_a_fixed_charge_sets_the_scale_though_no_condition_depends_on_it(fixed: str) -> None:
    """q(-N, N) for each N is a model of its own beside a charge of 3; without it N = 0 and 1 are all there are."""
    pair = "fermion P left (X: ?p)\nfermion R right (X: ?r)\n"
    _, alone = problem_of(pair)
    _, beside = problem_of(f"{pair}{fixed}")
    assert count(alone, 4) == count_python(alone, 4) == 2
    assert count(beside, 4) == count_python(beside, 4) == 9


Accept = Callable[[brute_force.Charges], bool]
FIELDS = """fermion L[2] left (W: 2, X: [?, ?])
fermion E[2] right (X: [?, ?])
fermion N[2] right (X: [?, ?])
scalar H (W: 2, X: HIGGS)
yukawa Ye = bar(L) H E
"""


def lepton_sums(charges: brute_force.Charges, higgs: brute_force.Fraction) -> list[list[brute_force.Fraction]]:
    """Minus L_i plus Higgs plus E_j."""
    return [[-charges["L", i] + higgs + charges["E", j] for j in range(2)] for i in range(2)]


def exists_higgs(accept: Callable[[list[list[brute_force.Fraction]]], bool]) -> Accept:
    def test(charges: brute_force.Charges) -> bool:
        return any(accept(lepton_sums(charges, brute_force.Fraction(h))) for h in range(-12, 13))

    return test


# The Higgs charge is determined by the couplings, so that brute force may try all that could be.
REQUIRED: dict[str, tuple[str, Accept]] = {
    "diagonal": ("require allowed Ye diagonal", exists_higgs(lambda y: y[0][0] == 0 == y[1][1])),
    "all": ("require allowed Ye all", exists_higgs(lambda y: not any(y[0]) and not any(y[1]))),
    "column only": (
        "require allowed Ye column 2 only",
        exists_higgs(lambda y: y[0][1] == 0 == y[1][1] and y[0][0] != 0 != y[1][0]),
    ),
}


@pytest.mark.parametrize("name", REQUIRED)
@pytest.mark.parametrize("bound", [1, 2])
def test_required_terms_of_an_unknown_scalar(name: str, bound: int) -> None:
    line, accept = REQUIRED[name]
    model, problem = problem_of(FIELDS.replace("HIGGS", "?h") + line)
    fixed_higgs = compile_text(HEAD + FIELDS.replace("HIGGS", "0")).model
    expected = brute_force.classes(fixed_higgs, bound, accept)
    assert "?h" not in problem.unknowns and "?h" in model.ring.symbols
    assert count(problem, bound) == count_python(problem, bound) == len(expected)


NEUTRAL = {
    "some": ("require allowed Ye", lambda y: not all(map(all, y))),
    "entry": ("require allowed Ye entry (1,2)", lambda y: y[0][1] == 0),
    "row only": ("require allowed Ye row 1 only", lambda y: y[0][0] == 0 == y[0][1] and y[1][0] != 0 != y[1][1]),
}


@pytest.mark.parametrize("name", NEUTRAL)
@pytest.mark.parametrize("bound", [1, 2])
def test_required_terms_of_a_neutral_scalar(name: str, bound: int) -> None:
    line, accept = NEUTRAL[name]
    model, problem = problem_of(FIELDS.replace("HIGGS", "0") + line)
    expected = brute_force.classes(model, bound, lambda c: accept(lepton_sums(c, brute_force.Fraction(0))))
    assert count(problem, bound) == count_python(problem, bound) == len(expected) > 0
