"""Points: numbers, units, alpha(), matrices."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest
from tests.helpers.resolving import SM, mistakes, resolve_text, try_resolve

from zmodel.model.model import Point
from zmodel.model.points import parse_energy

HEAD = SM + "param t : angle\nscalar s vev t\nyukawa Z = bar(Q) tilde(H) U keep (3,3) as yt\n"


def point(values: str, scale: str = "") -> Point:
    (found,) = resolve_text(f"{HEAD}point p {scale} {{ {values} }}").points
    return found


@pytest.mark.parametrize(
    ("text", "name", "value", "exact"),
    [
        ("g1 = 0.36", "g1", 0.36, Fraction(9, 25)),
        ("g1 = 9/25", "g1", 0.36, Fraction(9, 25)),
        ("g1 = TeV/M_Pl", "g1", 1 / 1.22e16, None),
        ("t = 3 TeV", "t", 3000.0, Fraction(3000)),
        ("mH2 = 1 TeV", "mH2", 1000.0, Fraction(1000)),
        ("g1 = 10^-0.5", "g1", 10**-0.5, None),
        ("v_h = 3 TeV", "v_h", 3000.0, Fraction(3000)),
        ("v_h = 2*TeV - 500*MeV", "v_h", 1999.5, None),
        ("mH2 = -1", "mH2", -1.0, Fraction(-1)),
        ("t = pi/2", "t", math.pi / 2, None),
        ("alpha(g1) = 1/(4*pi)^2", "g1", 1.0, None),
        ("alpha(lambda) = -1/(4*pi)^2", "lambda", -1.0, None),
        ("alpha(yt) = 0.01", "yt", 4 * math.pi * 0.1, None),
        ("Yu[1, 2] = 1 + 2*i", "Yu", 1 + 2j, None),
        ("alpha(Yu[1, 2]) = 0.01", "Yu", 4 * math.pi * 0.1, None),
        ("lambda = sqrt(-4)", "lambda", 2j, None),
    ],
)
def test_values(text: str, name: str, value: complex, exact: Fraction | None) -> None:
    (found,) = point(text).values
    assert found.name == name
    assert found.value == pytest.approx(value)
    assert found.exact == exact


@pytest.mark.parametrize(
    ("text", "scale"),
    [("", None), ("at 91.1876", 91.1876), ("at 5 TeV", 5000.0), ("at M_Pl", 1.22e19), ("at 2*3 GeV", 6.0)],
)
def test_scales(text: str, scale: float | None) -> None:
    assert point("", text).scale == (None if scale is None else pytest.approx(scale))


def test_matrices() -> None:
    (*found,) = point("Yd = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]").values
    assert [(value.indices, value.value) for value in found] == [
        ((row, column), 3 * row + column + 1) for row in range(3) for column in range(3)
    ]
    (one,) = point("Yd[2, 3] = 4").values
    assert one.indices == (1, 2)


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("g9 = 1", "Z110", "g9"),
        ("Q = 1", "Z115", "Q"),
        ("Z = 1", "Z115", "Z"),
        ("g1 = g2", "Z115", "g2"),
        ("g1 = foo", "Z110", "foo"),
        ("g1 = 1 PeV", "Z122", "PeV"),
        ("g1 = sqr(2)", "Z122", "sqr(2)"),
        ("g1 = 3 TeV", "Z122", "3 TeV"),
        ("alpha(lambda) = M_Pl", "Z122", "M_Pl"),
        ("Yu[1, 2] = 1 + GeV", "Z122", "1 + GeV"),
        ("Yu = [[1, 2, 3], [4, 5, 6], [7, 8, 9*TeV]]", "Z122", "9*TeV"),
        ("yt = 0 GeV", "Z122", "0 GeV"),
        ("beta(g1) = 1", "Z122", "beta"),
        ("g1(x) = 1", "Z122", "g1"),
        ("alpha(t) = 1", "Z115", "t"),
        ("alpha(v_h) = 1", "Z115", "v_h"),
        ("alpha(g1) = -1", "Z123", "-1"),
        ("alpha(lambda) = i", "Z123", "i"),
        ("g1 = 1/0", "Z117", "0"),
        ("g1 = 0^-1", "Z117", "0^-1"),
        ("g1 = 1/sin(0)", "Z123", "1/sin(0)"),
        ("g1 = log(0)", "Z123", "log(0)"),
        ("g1 = 1e400", "Z123", "1e400"),
        ("g1 = 10^400", "Z123", "10^400"),
        ("g1 = 10^1000", "Z104", "1000"),
        ("g1 = 10^10^10", "Z104", "10"),
        ("g1 = 1e308*10", "Z123", "1e308*10"),
        ("g1 = 1e308 TeV", "Z123", "1e308 TeV"),
        ("alpha(g1) = 1e307", "Z123", "1e307"),
        ("alpha(lambda) = -1e307", "Z123", "-1e307"),
        ("g1 = [1]", "Z124", "[1]"),
        ("g1[1] = 1", "Z124", "g1[1]"),
        ("Yu = 1", "Z124", "1"),
        ("Yu[1] = 1", "Z124", "Yu[1]"),
        ("Yu[1, 4] = 1", "Z124", "Yu[1, 4]"),
        ("Yu[0, 1] = 1", "Z124", "Yu[0, 1]"),
        ("Yu[1, 1] = [1]", "Z124", "[1]"),
        ("Yu = [1, 2, 3]", "Z124", "1"),
        ("Yu = [[1, 2], [3, 4]]", "Z124", "[[1, 2], [3, 4]]"),
        ("g1 = 1; g1 = 2", "Z121", "g1"),
        ("g1 = 1; alpha(g1) = 2", "Z121", "g1"),
        ("Yu[1, 1] = 1; Yu = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]", "Z121", "Yu"),
    ],
)
def test_mistakes(text: str, code: str, place: str) -> None:
    assert mistakes(f"{HEAD}point p {{ {text} }}") == [(code, place)]


@pytest.mark.parametrize("scale", ["0", "-3", "i", "1 - 1 TeV"])
def test_a_scale_is_positive(scale: str) -> None:
    assert mistakes(f"{HEAD}point p at {scale} {{}}") == [("Z123", scale)]


def test_points_have_names_of_their_own() -> None:
    assert mistakes(HEAD + "point p {}\npoint p {}\npoint Q {}") == [("Z111", "p")]


def test_units_are_suggested() -> None:
    _, diagnostics = try_resolve(HEAD + "point p at 1 Tev {}")
    assert diagnostics[0].hints == ("did you mean `TeV`?",)


@pytest.mark.parametrize(
    ("text", "value"), [("1e10", 1e10), ("10 TeV", 1e4), ("M_Pl", 1.22e19), ("2*M_Pl", 2.44e19), ("91.2", 91.2)]
)
def test_energies_in_options(text: str, value: float) -> None:
    assert parse_energy(text, "--to") == (pytest.approx(value), ())


@pytest.mark.parametrize("text", ["", "-5 TeV", "10 parsec", "x", "1 TeV TeV", "i", "0", "1e400"])
def test_what_is_no_energy(text: str) -> None:
    value, [found] = parse_energy(text, "--to")
    assert value is None and found.severity == "error" and found.span is not None and found.span.file.name == "--to"
