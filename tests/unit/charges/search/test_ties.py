"""Charges that `require` lines tie to each other, though anomalies may not depend on them, against all numbers."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.helpers.families import holds, solve
from tests.helpers.models import compile_text
from tests.unit.charges.search.tied_models import TiedModel, tied_models

from zmodel.algebra.polynomial import constant_value
from zmodel.charges import SearchProblem, count, search_problem, solutions
from zmodel.charges.sample import take_sample
from zmodel.charges.search.reference import count_python
from zmodel.derive.requirements import unknown_conditions
from zmodel.driver import Analysis


def problem_of(analysis: Analysis) -> SearchProblem:
    return search_problem(analysis.model, "X", unknown_conditions(analysis.model, analysis.couplings))


@settings(max_examples=60)
@given(model=tied_models(), bound=st.integers(0, 2))
def test_counts_are_those_of_trying_all_numbers(model: TiedModel, bound: int) -> None:
    if "?" not in model.text:
        return
    problem = problem_of(compile_text(model.text))
    expected = model.classes(bound, problem.homogeneous)
    assert count(problem, bound) == count_python(problem, bound) == len(expected)
    assert sum(map(len, solutions(problem, bound))) == len(expected)


@settings(max_examples=25)
@given(model=tied_models(), bound=st.integers(1, 2))
def test_every_class_of_solutions_is_of_some_family(model: TiedModel, bound: int) -> None:
    if "?" not in model.text:
        return
    analysis = compile_text(model.text)
    largest = [family for family in solve(analysis).families if family.origin != "pairs"]
    scaled = problem_of(analysis).homogeneous
    for members in model.classes(bound, scaled).values():
        assert any(holds(family, values) for family in largest for values in members)


@settings(max_examples=25)
@given(model=tied_models(), data=st.data())
def test_families_solve_everything(model: TiedModel, data: st.DataObject) -> None:
    if "?" not in model.text:
        return
    rational = st.fractions(-9, 9, max_denominator=5)
    for family in solve(compile_text(model.text)).families:
        if family.equations:
            continue
        at = {symbol: data.draw(rational, symbol) for symbol in family.ring.symbols}
        values = {
            name: constant_value(family.ring.substitute(form, at)) for name, form in family.parameters.unknowns.items()
        }
        if all(constant_value(family.ring.substitute(form, at)) for form in family.conditions):
            assert not any(model.anomalies(values))
            assert all(condition.holds(values) for condition in model.conditions)


HEAD = "model test\ngauge X = U(1) coupling gX\n"
SEESAW = """model test
use sm
gauge X = U(1) coupling gX
fermion N[3] right (X: [?, ?, ?])
charges X { L = [?, ?, ?]; E = [?, ?, ?] }
scalar S (X: 1)
yukawa yN = bar(L) tilde(H) N
yukawa yS = N N S
require allowed Ye diagonal, yN diagonal
require allowed yS entry (1,2)
"""


STANDARD = """model test
use sm { except H }
gauge X = U(1) coupling gX
charges X { Q = [?, ?, ?]; U = [?, ?, ?]; D = [?, ?, ?]; L = [?, ?, ?]; E = [?, ?, ?] }
scalar H (SU2L: 2, Y: 1/2, X: ?)
yukawa Yu = bar(Q) tilde(H) U
yukawa Yd = bar(Q) H D
yukawa Ye = bar(L) H E
"""


def columns(text: str, bound: int, *names: str) -> list[tuple[int, ...]]:
    """Charges of all solutions."""
    analysis = compile_text(text)
    problem = problem_of(analysis)
    found = take_sample(analysis.model, problem, bound, 1000)
    assert found.count == len(found.rows) and found.free == ()
    return sorted(tuple(int(row[found.columns.index(name)]) for name in names) for row in found.rows)


def test_a_vector_like_pair_is_searched() -> None:
    pair = "fermion A left (X: ?)\nfermion B right (X: ?)\nfermion C[3] left (X: [?, ?, ?])\nmass m = bar(A) B\n"
    found = columns(HEAD + pair + "require allowed m\n", 2, "A", "B", "C1", "C3")
    assert found == [(0, 0, -1, 1), (0, 0, 0, 0), (1, 1, -2, 2), (1, 1, -1, 1), (1, 1, 0, 0), (2, 2, -1, 1)]


def test_generations_that_requirements_exchange() -> None:
    """L_mu - L_tau and all else that a Majorana mass of N1 and N2 by a scalar leaves, up to exchange of these."""
    found = columns(SEESAW, 4, "L1", "L2", "L3", "E1", "E2", "N1", "N2")
    assert found == [(a, -1 - a, 1, a, -1 - a, a, -1 - a) for a in range(-4, 0)]


def test_what_only_an_inequality_mentions_is_searched() -> None:
    """For a boson nothing is searched: it always has a charge that meets inequalities."""
    pair = "fermion A left (X: ?u)\nfermion B right (X: ?u)\nscalar S (X: 2)\nscalar T (X: ?)\n"
    analysis = compile_text(HEAD + pair + "require forbidden A A S, A A T\n")
    problem = problem_of(analysis)
    assert (problem.unknowns, problem.free, count(problem, 3)) == (("?u",), ("?T",), 6)
    assert solve(analysis).free == ("?T",)


def test_one_higgs_doublet_has_one_charge_for_all_couplings() -> None:
    """Each coupling alone could have it, but all three only where quarks and leptons ask for the same charge."""
    open_doublet = STANDARD + "require allowed Yu, Yd, Ye\n"
    analysis = compile_text(STANDARD)
    found = 0
    for values in take_sample(analysis.model, problem_of(analysis), 3, 5000).unknowns:
        up, down, lepton = (
            {sign * (values[f"?{b}{j}"] - values[f"?{a}{i}"]) for i in "123" for j in "123"}
            for a, b, sign in (("Q", "U", 1), ("Q", "D", -1), ("L", "E", -1))
        )
        found += bool(up & down & lepton)
    problem = problem_of(compile_text(open_doublet))
    assert problem.free == ("?H",) and count(problem, 3) == found > 0
    never = compile_text(STANDARD + "require allowed Ye\nrequire forbidden bar(L) H E\n")
    assert count(problem_of(never), 3) == 0


def test_charges_that_conditions_fix_are_whole_and_within_the_bound() -> None:
    text = (
        HEAD + "fermion A[2] left (X: [?, ?])\nscalar S (X: CHARGE)\nyukawa y = A A S\nrequire allowed y entry (1,1)\n"
    )
    four, three = (problem_of(compile_text(text.replace("CHARGE", number))) for number in ("4", "3"))
    assert [count(four, bound) for bound in (1, 2, 3)] == [0, 1, 1]
    assert count(three, 3) == count_python(three, 3) == 0


def test_charges_of_bosons_alone_are_free() -> None:
    text = "fermion A[3] left (X: [?, ?, ?])\nscalar S (X: ?)\nscalar T (X: ?)\npotential { k = S dag(T) dag(T) }\n"
    problem = problem_of(compile_text(HEAD + text + "require allowed k\n"))
    assert (problem.free, count(problem, 3)) == (("?S", "?T"), 2)


def test_pairs_beside_fermions_like_them_are_counted_by_formula() -> None:
    """The partner of another chirality tells which of the left-handed charges is that of the pair."""
    pair = "fermion A left (X: ?)\nfermion B right (X: ?)\nfermion C[3] left (X: [?, ?, ?])\nmass m = bar(A) B\n"
    assert problem_of(compile_text(HEAD + pair + "require allowed m\n")).plain
