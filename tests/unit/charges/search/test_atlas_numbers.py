"""Published numbers of solutions for the fields of the SM, arXiv:1812.04602."""

from __future__ import annotations

import numpy as np
import pytest
from tests.helpers.models import compile_file, compile_text
from tests.helpers.resolving import resolve_text

from zmodel.charges import SearchProblem, count, search_problem, solutions
from zmodel.derive.requirements import unknown_conditions

SM = """model test
use sm { except H }
gauge X = U(1) coupling gX
charges X { Q = [?, ?, ?]; U = [?, ?, ?]; D = [?, ?, ?]; L = [?, ?, ?]; E = [?, ?, ?] }
"""
NEUTRINOS = "fermion N[3] right (X: [?, ?, ?])\n"


def atlas(text: str) -> SearchProblem:
    return search_problem(resolve_text(text), "X")


@pytest.mark.parametrize(("bound", "expected"), [(1, 8), (2, 22), (3, 82), (4, 251)])
def test_standard_model(bound: int, expected: int) -> None:
    assert count(atlas(SM), bound) == expected


@pytest.mark.parametrize(("bound", "expected"), [(1, 38), (2, 358), (3, 4116), (4, 24552), (10, 21546920)])
def test_three_neutrinos(bound: int, expected: int) -> None:
    assert count(atlas(SM + NEUTRINOS), bound) == expected


def test_neutrinos_one_by_one() -> None:
    text = SM + "".join(f"fermion N{i} right (X: ?)\n" for i in range(3))
    assert count(atlas(text), 3) == 4116


def test_left_handed_neutrinos() -> None:
    assert count(atlas(SM + NEUTRINOS.replace("right", "left")), 3) == 4116


def test_order_of_fields_does_not_matter() -> None:
    assert (
        count(
            atlas(
                SM.replace("gauge X", NEUTRINOS.replace("(X: [?, ?, ?])", "") + "gauge X").replace(
                    "E = [?, ?, ?]", "E = [?, ?, ?]; N = [?, ?, ?]"
                )
            ),
            3,
        )
        == 4116
    )


def test_listing_has_each_class_once() -> None:
    problem = atlas(SM + NEUTRINOS)
    chunks = list(solutions(problem, 4, chunk=1000))
    assert len(chunks) > 10
    rows = np.concatenate(chunks)
    assert len(np.unique(rows, axis=0)) == len(rows) == 24552
    assert not rows[0].any()
    assert (np.gcd.reduce(rows[1:].astype(int), axis=1) == 1).all()
    assert np.abs(rows).max() == 4


def test_listing_is_reproducible() -> None:
    problem = atlas(SM + NEUTRINOS)
    first, second = (np.concatenate(list(solutions(problem, 3))).tobytes() for _ in range(2))
    assert first == second


UNIVERSAL = """model test
use sm
gauge X = U(1) coupling gX
fermion N[3] right
charges X { L = [?, ?, ?]; E = [?, ?, ?]; N = [?, ?, ?]; QUARKS }
"""


@pytest.mark.parametrize(
    ("quarks", "requirements"),
    [
        ("Q = ?q; U = ?q; D = ?q", ""),
        ("Q = [?, ?, ?]; U = [?, ?, ?]; D = [?, ?, ?]", "require allowed Yu all\nrequire allowed Yd all\n"),
    ],
)
def test_quark_universal_solutions(quarks: str, requirements: str) -> None:
    """276 of them, arXiv:2107.07518, Sec. 2.2."""
    analysis = compile_text(UNIVERSAL.replace("QUARKS", quarks) + requirements)
    problem = search_problem(analysis.model, "X", unknown_conditions(analysis.model, analysis.couplings))
    assert count(problem, 10) == 276


def test_muoquarks() -> None:
    """273 of these let a leptoquark couple to muons only, without diquark couplings; ibid., Eqs. (2.13), (2.14)."""
    analysis = compile_file("paper_d/muoquark")
    problem = search_problem(analysis.model, "X", unknown_conditions(analysis.model, analysis.couplings))
    assert problem.free == ("?phi",)
    assert count(problem, 10) == 273
