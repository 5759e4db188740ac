"""Subgroups as they are spelled, and generators in the standard basis."""

from __future__ import annotations

import math
import re
from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zmodel.emit.generators import embedding, standard_coefficient, standard_form
from zmodel.emit.report import cell_text
from zmodel.groups import AbelianSubgroup, Block, SimpleSubgroup, cartan_coefficients

SIZES = {"G": 5, "F": 3, "X": 1}


def value(text: str) -> float:
    """The number that `p sqrt(r)/q` stands for."""
    match = re.fullmatch(r"(-?)(\d+)? ?(?:sqrt\((\d+)\))?(?:/(\d+))?", text)
    assert match is not None, text
    sign, top, root, bottom = match.groups()
    return (-1 if sign else 1) * int(top or 1) * math.sqrt(int(root or 1)) / int(bottom or 1)


@given(st.lists(st.fractions(-5, 5, max_denominator=12), min_size=1, max_size=6))
def test_a_generator_is_the_sum_of_standard_ones(values: list[F]) -> None:
    entries = [*values, -sum(values, F(0))]
    total = [0.0] * len(entries)
    for number, coefficient in cartan_coefficients(entries).items():
        k = math.isqrt(number + 1)
        norm = value(standard_coefficient(coefficient, number).text) / math.sqrt(2 * k * (k - 1))
        for index in range(k):
            total[index] += norm * (1 if index < k - 1 else 1 - k)
    assert total == pytest.approx([float(entry) for entry in entries], abs=1e-12)


@pytest.mark.parametrize(
    ("blocks", "text", "latex"),
    [
        ((Block("F", (0, 1, 2)),), "F", r"\mathrm{F}"),
        ((Block("F", (1, 0, 2)),), "F[2,1,3]", r"\mathrm{F}[2,1,3]"),
        (
            (Block("G", (2, 3, 4)), Block("F", (0, 1, 2), conjugated=True)),
            "G[3..5] + cc(F)",
            r"\mathrm{G}[3..5] + \overline{\mathrm{F}}",
        ),
        ((Block("G", (1, 0)),), "G[2,1]", r"\mathrm{G}[2,1]"),
    ],
)
def test_blocks(blocks: tuple[Block, ...], text: str, latex: str) -> None:
    formula = embedding(SimpleSubgroup("S", blocks), SIZES)
    assert (formula.text, formula.latex) == (text, latex)


def test_charges() -> None:
    subgroup = AbelianSubgroup("Y", (("F", (F(1, 2), F(-1, 2), F(0))),), (("X", F(-3, 2)),))
    formula = embedding(subgroup, SIZES)
    assert formula.text == "F diag(1/2, -1/2, 0) - 3/2 X"
    assert cell_text(standard_form(subgroup)) == "T3[F] - 3/2 X"
    assert embedding(AbelianSubgroup("Y", (), (("X", F(-1)),)), SIZES).text == "-X"
    assert standard_form(SimpleSubgroup("S", (Block("G", (0, 1)),))) == ""
