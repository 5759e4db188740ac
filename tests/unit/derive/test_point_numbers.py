"""Numbers of points: what symmetries of matrices say besides, and what would not be used."""

from __future__ import annotations

from fractions import Fraction

import pytest
from tests.helpers.models import compile_text, diagnose, point

HEAD = """model t
use sm
gauge X = U(1) coupling gX
param a : rational
charges X { L = [0, a, -a]; E = [0, a, -1] }
param n : integer
param c : complex
scalar T (SU2L: 3, Y: 1)
scalar S (Y: 1)
yukawa k = bar(cc(L)) T L
yukawa f = bar(cc(L)) S L
"""


def messages(numbers: str) -> list[tuple[str, str]]:
    _, diagnostics = diagnose(f"{HEAD}point p {{ {numbers} }}\n")
    return [(item.code, item.message) for item in diagnostics if item.severity == "error"]


def test_the_other_triangle_follows() -> None:
    analysis = compile_text(f"{HEAD}point p {{ k[3,2] = 2 + i; k[1,1] = 3; f[2,3] = 1/2; gX = 0.1 }}\n")
    values = {(item.name, item.indices): item.value for item in point(analysis, "p").values}
    assert (values["k", (1, 2)], values["k", (2, 1)]) == (2 + 1j, 2 + 1j)
    assert (values["f", (1, 2)], values["f", (2, 1)]) == (0.5, -0.5)
    assert len(values) == 6


@pytest.mark.parametrize("numbers", ["k[3,2] = 0.3; k[2,3] = 0.1 + 0.2", "f[2,3] = 1/3; f[3,2] = -1/3; f[1,1] = 0"])
def test_both_triangles_may_agree(numbers: str) -> None:
    assert messages(numbers) == []


@pytest.mark.parametrize(
    ("numbers", "message"),
    [
        ("k[3,2] = 0.3; k[2,3] = 0.31", "`k[2,3]` must be `k[3,2]`: `k` is symmetric"),
        ("k[3,2] = 0; k[2,3] = 0.31", "`k[2,3]` must be `k[3,2]`: `k` is symmetric"),
        ("f[3,2] = 0.3; f[2,3] = 0.3", "`f[2,3]` must be -`f[3,2]`: `f` is antisymmetric"),
        ("k = [[1, 0, 0], [0, 0, 1], [0, 2, 0]]", "`k[3,2]` must be `k[2,3]`: `k` is symmetric"),
        ("f[2,2] = 1", "`f[2,2]` is zero, but gets a number"),
        ("Ye = [[1, 0, 1e-9], [0, 1, 0], [0, 0, 0]]", "`Ye[1,3]` is zero, but gets a number"),
    ],
)
def test_numbers_that_would_not_be_used(numbers: str, message: str) -> None:
    assert messages(numbers) == [("Z127", message)]


def test_a_contradiction_shows_both_numbers() -> None:
    _, diagnostics = diagnose(f"{HEAD}point p {{ k[3,2] = 0.3; k[2,3] = 0.31 }}\n")
    (found,) = (item for item in diagnostics if item.severity == "error")
    ((span, label),) = found.related
    assert found.span is not None and (span.start < found.span.start, label) == (True, "k[3,2]")


@pytest.mark.parametrize(
    ("numbers", "messages_expected"),
    [
        ("Ye[3,3] = 1", []),  # allowed for a = 1, which the point leaves open
        ("Ye[3,3] = 1; a = 1", []),
        ("Ye[3,3] = 1; a = 2", [("Z127", "`Ye[3,3]` is zero, but gets a number")]),
    ],
)
def test_entries_are_those_of_the_charges_of_the_point(numbers: str, messages_expected: list[tuple[str, str]]) -> None:
    assert messages(numbers) == messages_expected


@pytest.mark.parametrize("name", ["gX", "a", "n", "v_h", "lambda", "mH2"])
def test_real_quantities_have_real_numbers(name: str) -> None:
    assert messages(f"{name} = 2 + i") == [("Z123", f"`{name}` is real, but this number is not")]
    assert messages(f"{name} = i^2") == []


def test_couplings_of_terms_that_are_minus_their_conjugates_are_imaginary() -> None:
    text = "model t\ngauge W = SU(2) coupling g\n" + "".join(f"scalar {name} real (W: 3)\n" for name in "STU")
    text += "potential { mu = S T U }\n"
    for number, expected in (("2*i", []), ("0", []), ("2", ["`mu` is imaginary, but this number is not"])):
        _, diagnostics = diagnose(f"{text}point p {{ mu = {number} }}\n")
        assert [item.message for item in diagnostics if item.code == "Z123"] == expected


def test_complex_quantities_and_whole_ones() -> None:
    assert messages("c = i; k[1,1] = i; Yu[1,2] = 1 + i") == []
    assert messages("n = 3/2") == [("Z123", "`n` is a whole number")]


def test_other_points_are_left_out_where_parameters_are_put_in() -> None:
    """Their numbers are for other charges."""
    text = f"{HEAD}point p {{ a = 1; Ye[3,3] = 1 }}\npoint q {{ a = 2 }}\npoint r {{ gX = 1 }}\n"
    analysis = compile_text(text, {"a": Fraction(2)})
    assert [item.name for item in analysis.model.points] == ["q", "r"]
