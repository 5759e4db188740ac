"""Requirements, rotations, integrations and searches."""

from __future__ import annotations

from fractions import Fraction

import pytest
from tests.helpers.resolving import SM, WITH_X, mistakes, resolve_text, try_resolve

from zmodel.model.expression import Constant, Name
from zmodel.model.model import MatrixExpression, Quantifier

HEAD = WITH_X + "fermion N[2] right\nfermion P left\nscalar s\n"


# ------------------------------------------------------------------ require
def test_requirements() -> None:
    model = resolve_text(
        HEAD + "require anomaly_free\nrequire allowed Yu diagonal, Yd all, Ye column 2 only, Yu entry (1,3)\n"
        "require forbidden N N s, diquark, lambda\n"
    )
    free, *others = model.requirements
    assert free.kind == "anomaly_free"
    assert [(r.coupling, r.predicate, r.monomial and r.monomial.text) for r in others] == [
        ("Yu", None, None),
        ("Yd", None, None),
        ("Ye", None, None),
        ("Yu", None, None),
        (None, None, "N N s"),
        (None, "diquark", None),
        ("lambda", None, None),
    ]
    assert [r.quantifier for r in others[:5]] == [
        Quantifier("diagonal"),
        Quantifier("all"),
        Quantifier("column", (1,), only=True),
        Quantifier("entry", (0, 2)),
        Quantifier("any"),
    ]


@pytest.mark.parametrize(
    ("line", "code", "place"),
    [
        ("require allowed foo", "Z110", "foo"),
        ("require forbidden diquarks", "Z110", "diquarks"),
        ("require allowed SU2L", "Z115", "SU2L"),
        ("require allowed Yu entry (1,2,3)", "Z124", "entry (1,2,3)"),
        ("require allowed Yu entry (1,4)", "Z113", "entry (1,4)"),
        ("require allowed Yu column 0", "Z113", "column 0"),
        ("require allowed Yu row 4", "Z113", "row 4"),
        ("require allowed lambda diagonal", "Z124", "diagonal"),
        ("require allowed lambda column 1", "Z124", "column 1"),
        ("require allowed bar(L) s N row 3 only", "", ""),
        ("require allowed N s P column 1", "Z124", "column 1"),
        ("require forbidden diquark diagonal", "Z124", "diagonal"),
        ("require forbidden N + N", "Z117", "N + N"),
        ("require forbidden (N + N) s", "Z117", "(N + N)"),
        ("require forbidden q q s", "Z110", "q"),
    ],
)
def test_mistakes_in_requirements(line: str, code: str, place: str) -> None:
    found = mistakes(HEAD + line)
    assert found[:1] == ([(code, place)] if code else [])


# ------------------------------------------------------------------ rotation
def test_rotations() -> None:
    model = resolve_text(
        SM + "param t : angle\nrotation U = [[1, 0, 0], [0, cos(t), 0], [0, 0, 1]]\n"
        "rotation Q.down = dag(U) * CKM†\nrotation Q.up = dag(dag(Q.down))"
    )
    first, second, third = model.rotations
    assert (first.field, first.component, len(first.matrix.rows)) == ("U", "", 3)
    assert second.matrix.factors == (
        MatrixExpression(reference="U", dagger=True),
        MatrixExpression(reference="CKM", dagger=True),
    )
    assert third.matrix == MatrixExpression(reference="Q.down")


@pytest.mark.parametrize(
    ("line", "code", "place"),
    [
        ("rotation F = CKM", "Z110", "F"),
        ("rotation H = CKM", "Z115", "H"),
        ("rotation Q = CKM", "Z115", "Q"),
        ("rotation Q.left = CKM", "Z115", "Q.left"),
        ("rotation U.up = CKM", "Z115", "U.up"),
        ("rotation U = CKM\nrotation U = CKM", "Z121", "U"),
        ("rotation U = D", "Z115", "D"),
        ("rotation U = CKN", "Z110", "CKN"),
        ("rotation U = Q.down", "Z110", "Q.down"),
        ("rotation U = [[1, 0], [0, 1]]", "Z124", "[[1, 0], [0, 1]]"),
        ("rotation U = [[1, 0, 0], [0, 1], [0, 0, 1]]", "Z124", "[[1, 0, 0], [0, 1], [0, 0, 1]]"),
        ("rotation U = [1, 2, 3]", "Z124", "[1, 2, 3]"),
        ("rotation U = 3", "Z124", "3"),
        ("rotation U = CKM + CKM", "Z124", "CKM + CKM"),
        ("rotation U = CKM/CKM", "Z117", "CKM/CKM"),
        ("rotation N = CKM", "Z124", "CKM"),
        ("rotation N = [[1, 0], [0, 1/0]]", "Z117", "0"),
        ("rotation N = [[1, 0], [0, 0.5]]", "Z116", "0.5"),
        ("rotation N = [[1, 0], [0, [1]]]", "Z124", "[1]"),
    ],
)
def test_mistakes_in_rotations(line: str, code: str, place: str) -> None:
    assert mistakes(HEAD + line)[:1] == [(code, place)]


# ------------------------------------------------------------------ integrate, search
def test_integrations() -> None:
    model = resolve_text(
        HEAD + "gauge Z = U(1) boson V mass M\nintegrate V at M\nintegrate s at 3 TeV\nintegrate X at 2.5"
    )
    assert [(item.name, item.scale) for item in model.integrations] == [
        ("V", Name("M")),
        ("s", Constant(Fraction(3000))),
        ("X", Constant(Fraction(5, 2))),
    ]


@pytest.mark.parametrize(
    ("line", "code", "place"),
    [
        ("integrate K at 3 TeV", "Z110", "K"),
        ("integrate lambda at 3 TeV", "Z115", "lambda"),
        ("integrate X at 3 PeV", "Z122", "PeV"),
        ("integrate X at M_X", "Z110", "M_X"),
        ("integrate X at 1/0", "Z117", "0"),
        ("search K in 1..2", "Z110", "K"),
        ("search SU2L in 1..2", "Z115", "SU2L"),
        ("global F = U(1)\nsearch F in 1..2", "Z115", "F"),
        ("search X in 2..1", "Z123", "search X in 2..1"),
        ("search X in 0..10001", "Z123", "search X in 0..10001"),
        ("search X in 1..2\nsearch X in 1..3", "Z121", "search X in 1..3"),
    ],
)
def test_mistakes_in_integrations_and_searches(line: str, code: str, place: str) -> None:
    assert mistakes(HEAD + line)[:1] == [(code, place)]


@pytest.mark.parametrize("scale", ["lambda", "M_s"])
def test_what_can_be_a_scale_is_told(scale: str) -> None:
    """Also that of a fermion whose mass is a coupling."""
    _, diagnostics = try_resolve(f"{HEAD}integrate s at {scale}")
    (error,) = (item for item in diagnostics if item.severity == "error")
    assert "`param M : real`" in error.hints[0]


def test_a_search() -> None:
    (search,) = resolve_text(WITH_X + "search X in -10..10").searches
    assert (search.group, search.lower, search.upper) == ("X", -10, 10)
