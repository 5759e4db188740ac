"""Froggatt-Nielsen powers against trial of all powers."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.helpers.models import compile_text

from zmodel.algebra.polynomial import constant_value
from zmodel.derive.flavour.spurions import SpurionTable, spurion_tables
from zmodel.driver import Analysis

HIGHEST = 60

HEAD = """
model test
gauge SU2L = SU(2) coupling g2; gauge Y = U(1) coupling g1
gauge X = U(1) coupling gX; gauge Z = U(1) coupling gZ
scalar H (SU2L: 2, Y: 1/2) vev (0, v/sqrt(2))
"""


def tables(analysis: Analysis) -> tuple[SpurionTable, ...]:
    return spurion_tables(analysis.model, analysis.couplings)


def lepton_text(left: tuple[tuple[Fraction, ...], ...], right: tuple[tuple[Fraction, ...], ...], phi: str) -> str:
    """L and E with charges under X and Z; the first entry of Ye is allowed."""

    def charges(rows: tuple[tuple[Fraction, ...], ...]) -> str:
        lists = ("[0, " + ", ".join(map(str, row)) + "]" for row in rows)
        return ", ".join(f"{group}: {values}" for group, values in zip("XZ", lists, strict=True))

    return f"""{HEAD}
        fermion L[3] left (SU2L: 2, Y: -1/2, {charges(left)})
        fermion E[3] right (Y: -1, {charges(right)})
        scalar phi ({phi})
        yukawa Ye = bar(L) H E
        """


small = st.fractions(min_value=-4, max_value=4, max_denominator=3)
pairs = st.tuples(st.tuples(small, small), st.tuples(small, small))


@settings(max_examples=40, deadline=None)
@given(pairs, pairs, small.filter(bool), st.sampled_from([Fraction(0), Fraction(1), Fraction(-1, 2)]))
def test_powers_are_those_that_trial_finds(
    left: tuple[tuple[Fraction, ...], ...], right: tuple[tuple[Fraction, ...], ...], x: Fraction, z: Fraction
) -> None:
    found = tables(compile_text(lepton_text(left, right, f"X: {x}, Z: {z}")))
    table = next((item for item in found if item.coupling == "Ye"), None)
    powers = {} if table is None else {item.indices: item.power for item in table.insertions}
    closed = () if table is None else table.closed
    for i, j in product(range(3), range(3)):
        sums = [(0, *right[g])[j] - (0, *left[g])[i] for g in range(2)]
        trials = [
            n for n in range(-HIGHEST, HIGHEST + 1) if all(s + n * c == 0 for s, c in zip(sums, (x, z), strict=True))
        ]
        assert len(trials) <= 1
        if trials in ([], [0]):
            assert (i, j) not in powers
            assert ((i, j) in closed) == (not trials)
        else:
            assert powers[i, j] == trials[0]


def test_the_sign_tells_phi_from_its_conjugate() -> None:
    analysis = compile_text(
        "model t\nuse sm { except Ye }\ngauge X = U(1) coupling g\ncharges X { L = [3, 1, 0] }\nscalar phi (X: 1)"
    )
    table = next(item for item in tables(analysis) if item.term == "bar(L) H E")
    assert table.coupling == ""
    assert {item.indices: item.power for item in table.insertions} == {
        (i, j): power for i, power in ((0, 3), (1, 1)) for j in range(3)
    }
    for item in table.insertions:
        sign = "phi" if (item.power or 0) > 0 else "dag(phi)"
        entry = f"({item.indices[0] + 1},{item.indices[1] + 1})"
        text = f"require allowed bar(L) H {sign}^{abs(item.power or 0)} E entry {entry}"
        compile_text(
            "model t\nuse sm { except Ye }\ngauge X = U(1) coupling g\ncharges X { L = [3, 1, 0] }\n"
            f"scalar phi (X: 1)\n{text}"
        )


def test_symbolic_charges_leave_a_number_or_a_condition() -> None:
    text = HEAD + "param a, b\nscalar phi (X: a)\nfermion L[2] left (SU2L: 2, Y: -1/2, X: [0, 2*a])\n"
    text += "fermion E[2] right (Y: -1, X: [0, b])\nyukawa Ye = bar(L) H E"
    analysis = compile_text(text)
    (table,) = [item for item in tables(analysis) if item.coupling == "Ye"]
    found = {item.indices: item for item in table.insertions}
    assert found[1, 0].power == 2
    ratio = found[0, 1].ratio
    assert ratio is not None
    ring = analysis.model.ring
    assert (ring.format(ratio[0]), ring.format(ratio[1])) == ("-b", "a")


def test_a_second_group_may_leave_a_condition() -> None:
    text = HEAD + "param z\nscalar phi (X: 1)\nfermion L[2] left (SU2L: 2, Y: -1/2, X: [0, 1], Z: [0, z])\n"
    text += "fermion E[2] right (Y: -1)\nyukawa Ye = bar(L) H E"
    analysis = compile_text(text)
    (table,) = [item for item in tables(analysis) if item.coupling == "Ye"]
    opened = {item.indices: (item.power, item.conditions) for item in table.insertions}
    symbol = analysis.model.ring.symbol("z")
    assert opened == {(1, 0): (1, (symbol,)), (1, 1): (1, (symbol,))}


def test_statistics_closes_what_it_forbids() -> None:
    """h+ couples to L_i L_j antisymmetrically, so no spurion opens the diagonal."""
    text = HEAD + "scalar h (Y: 1)\nscalar phi (X: 1)\nfermion L[2] left (SU2L: 2, Y: -1/2, X: [0, 1])"
    (table,) = [item for item in tables(compile_text(text)) if "h" in item.term.split()]
    assert {item.indices: item.power for item in table.insertions} == {(0, 1): -1, (1, 0): -1}
    assert table.closed == ()


@pytest.mark.parametrize("charge", ["1/2", "-1"])
def test_powers_of_a_majorana_matrix(charge: str) -> None:
    text = f"model t\ngauge X = U(1) coupling g\nfermion N[2] right (X: [0, 1])\nscalar phi (X: {charge})\nmass M = N N"
    (table,) = tables(compile_text(text))
    for item in table.insertions:
        assert item.power is not None
        assert sum(item.indices) + item.power * Fraction(charge) == 0
    assert len(table.insertions) == 3


def test_models_without_spurions_have_none() -> None:
    analysis = compile_text("model t\nuse sm\nscalar S (SU2L: 3)")
    assert tables(analysis) == ()
    assert constant_value(analysis.model.charge("S", "Y")) == 0
