"""Which tree each statement becomes, and where its parts say that they stand."""

from __future__ import annotations

from fractions import Fraction
from typing import TypeVar

import pytest
from hypothesis import given
from tests.helpers.resolving import parse_statement, parse_text
from tests.helpers.syntax_trees import TREES

from zmodel.syntax import ast, format_tree
from zmodel.syntax.formatter import format_term
from zmodel.syntax.lexing import ascii_name

S = TypeVar("S", bound=ast.Statement)


def built(text: str, kind: type[S]) -> S:
    statement = parse_statement(text)
    assert isinstance(statement, kind)
    return statement


def names(identifiers: tuple[ast.Identifier, ...]) -> list[str]:
    return [identifier.name for identifier in identifiers]


# ------------------------------------------------------------------ statements
def test_model() -> None:
    statement = built('model bm2 "Flavorful"', ast.ModelStatement)
    assert (statement.name.name, statement.title) == ("bm2", "Flavorful")
    assert built("model bm2", ast.ModelStatement).title == ""


def test_use() -> None:
    statement = built("use sm { except H, Yu }", ast.UseStatement)
    assert (statement.source, statement.is_path, names(statement.excluded)) == ("sm", False, ["H", "Yu"])
    statement = built('use "a/b.zmodel"', ast.UseStatement)
    assert (statement.source, statement.is_path, statement.excluded) == ("a/b.zmodel", True, ())
    assert built("use sm {\n except H\n}", ast.UseStatement) == built("use sm { except H }", ast.UseStatement)


def test_groups() -> None:
    statement = built("gauge X = U(1) coupling gX mass M boson B", ast.GaugeStatement)
    assert (statement.name.name, statement.family, statement.rank_argument) == ("X", "U", 1)
    assert [(option.kind, option.name.name) for option in statement.options] == [
        ("coupling", "gX"),
        ("mass", "M"),
        ("boson", "B"),
    ]
    assert not statement.is_global
    assert built("global FL = SU(3)", ast.GaugeStatement).is_global


def test_mixing() -> None:
    statement = built("mixing eta (Y, X) as mix", ast.MixingStatement)
    assert names((statement.form, statement.first, statement.second)) == ["eta", "Y", "X"]
    assert statement.name is not None and statement.name.name == "mix"
    assert built("mixing eta (Y, X)", ast.MixingStatement).name is None


def test_fields() -> None:
    statement = built("fermion Q[3] left (SU3c: 3bar, X: [1, 2, 3],)", ast.FermionStatement)
    assert (statement.name.name, statement.generations, statement.chirality) == ("Q", 3, "left")
    assert [a.group.name for a in statement.assignments] == ["SU3c", "X"]
    assert statement.assignments[0].value == "3bar"
    scalar = built("scalar T real (SU2L: 3) vev (0, v, 0,)", ast.ScalarStatement)
    assert (scalar.real, len(scalar.vev), scalar.generations) == (True, 3, None)
    assert built("scalar phi vev (v)", ast.ScalarStatement) == built("scalar phi vev v", ast.ScalarStatement)
    assert built("scalar phi", ast.ScalarStatement).vev == ()
    vector = built("vector W[2] real (SU2L: 3)", ast.VectorStatement)
    assert (vector.name.name, vector.generations, vector.real, len(vector.assignments)) == ("W", 2, True, 1)


def test_charges_param_let() -> None:
    charges = built("charges X { Q = 1; U = ?q\n D = [?, ?] }", ast.ChargesStatement)
    assert (charges.group.name, [c.field.name for c in charges.charges]) == ("X", ["Q", "U", "D"])
    param = built("param a, b : angle", ast.ParamStatement)
    assert names(param.names) == ["a", "b"]
    assert param.domain is not None and param.domain.name == "angle"
    assert built("let x = 1/2", ast.LetStatement).name.name == "x"


def test_couplings() -> None:
    statement = built("yukawa Yu = bar(Q) tilde(H) U : one, two keep (3,3) as yt", ast.CouplingStatement)
    assert (statement.kind, statement.name.name, names(statement.contraction)) == ("yukawa", "Yu", ["one", "two"])
    assert [(kept.entry.indices, kept.name.name) for kept in statement.kept] == [((3, 3), "yt")]
    assert built("mass m = bar(A) B", ast.CouplingStatement).kind == "mass"
    block = built("potential { a = H† H : x; b = (H† H)^2 }", ast.PotentialStatement)
    assert [term.name.name for term in block.terms] == ["a", "b"]


def test_require() -> None:
    assert built("require anomaly_free", ast.RequireStatement).subjects == ()
    statement = built("require allowed Yu diagonal, Ye entry (1,2), Y column 2 only, Z", ast.RequireStatement)
    quantifiers = [subject.quantifier for subject in statement.subjects]
    assert [q and (q.kind, q.indices, q.only) for q in quantifiers] == [
        ("diagonal", (), False),
        ("entry", (1, 2), False),
        ("column", (2,), True),
        None,
    ]
    assert built("require allowed Y row 1 # only", ast.RequireStatement).subjects[0].quantifier == ast.Quantifier(
        statement.span, "row", (1,), False
    )


def test_point() -> None:
    statement = built("point p at 5 TeV { g1 = 1; alpha(Y[1,2]) = 2 GeV; Z[3] = [1, 2] }", ast.PointStatement)
    assert statement.scale is not None and statement.scale.unit is not None
    assert (statement.scale.span.text, statement.scale.unit.name) == ("5 TeV", "TeV")
    first, second, third = statement.values
    assert (first.target.name.name, first.quantity.unit) == ("g1", None)
    assert (first.target.function, first.target.entry) == (None, None)
    assert second.target.function is not None and second.target.function.name == "alpha"
    assert second.target.entry is not None and second.target.entry.indices == (1, 2)
    assert third.target.entry is not None and third.target.entry.span.text == "Z[3]"
    assert built("point p {}", ast.PointStatement).values == ()


def test_the_rest() -> None:
    rotation = built("rotation Q.up = Q.down * V†", ast.RotationStatement)
    assert (rotation.target.field, rotation.target.component, rotation.target.span.text) == ("Q", "up", "Q.up")
    assert rotation == built("rotation Q.up = Q.down * dag(V)", ast.RotationStatement)
    assert built("rotation U = V", ast.RotationStatement).target.component == ""
    assert built("integrate X at 3 TeV", ast.IntegrateStatement).scale.span.text == "3 TeV"
    search = built("search X in -10..+3", ast.SearchStatement)
    assert (search.lower, search.upper) == (-10, 3)
    small = built("small ε, v_h order 2", ast.SmallStatement)
    assert [(p.name.name, p.order, p.span.text) for p in small.parameters] == [
        ("epsilon", 1, "ε"),
        ("v_h", 2, "v_h order 2"),
    ]


# ------------------------------------------------------------------ terms and expressions
def term_of(text: str) -> ast.Term:
    return built(f"mass m = {text}", ast.CouplingStatement).term


def test_operators_are_listed_from_the_outside_in() -> None:
    (factor,) = term_of("bar((cc(Q)))").monomials[0].factors
    assert isinstance(factor, ast.FieldFactor)
    assert (factor.name, factor.operators, factor.span.text) == ("Q", ("bar", "cc"), "bar((cc(Q)))")
    assert term_of("H†") == term_of("(H)†") == term_of("dag(H)")
    assert term_of("(H†)†") == term_of("dag(dag(H))")


@pytest.mark.parametrize(
    "text", ["dag(H phi)", "(H phi)†", "dag(H^2)", "bar(-Q)", "dag(tr(S))", "tr(S)†", "dag(A + B)"]
)
def test_an_operator_on_more_than_a_field_is_kept_as_it_is(text: str) -> None:
    (factor,) = term_of(text).monomials[0].factors
    assert isinstance(factor, ast.OperatorFactor)
    assert factor.span.text == text


def test_monomials() -> None:
    term = term_of("-2/4 H phi + 3 * H - (H)^2 tr(S)")
    assert [monomial.coefficient for monomial in term.monomials] == [Fraction(-1, 2), 3, -1]
    power, trace = term.monomials[2].factors
    assert isinstance(power, ast.PowerFactor) and power.exponent == 2
    assert isinstance(trace, ast.GroupFactor) and trace.trace


@pytest.mark.parametrize(
    "text", ["3/24 H^2", "(3/24) H^2", "(3/24)*H^2", "0.125 H^2", "(1.25e-1) H^2", "3 H^2/24", "0.25*H^2/2"]
)
def test_ways_to_write_a_coefficient(text: str) -> None:
    """They are one tree, and exact."""
    assert format_term(term_of(text)) == "1/8 H^2"


@pytest.mark.parametrize(
    "text", ["1/0 H", "(1/0) H", "H/0", "0.0 H", "1e60 H", "1e-60 H", f"0.{59 * '0'}1 H", "1e-50 H/7000000000000"]
)
def test_what_is_no_coefficient_is_left_to_the_checks(text: str) -> None:
    assert term_of(text).monomials[0].coefficient == 0


def test_numbers_are_exact() -> None:
    value = built("let x = 0.1", ast.LetStatement).value
    assert value == ast.Number(value.span, Fraction(1, 10), decimal=True)
    assert value != ast.Number(value.span, Fraction(1, 10))


def test_powers_and_signs() -> None:
    value = built("let x = -a^2^-3", ast.LetStatement).value
    assert isinstance(value, ast.Sum)
    ((sign, power),) = value.terms
    assert (sign, isinstance(power, ast.Power) and len(power.exponents)) == (-1, 2)


# ------------------------------------------------------------------ spans
@given(TREES)
def test_spans_lie_inside_each_other_and_hold_what_they_name(tree: ast.SyntaxTree) -> None:
    parsed = parse_text(format_tree(tree))
    for outer in ast.walk(parsed):
        for inner in ast.walk(tuple(vars(outer).values())):
            assert outer.span.start <= inner.span.start <= inner.span.end <= outer.span.end
        match outer:
            case ast.Identifier(span, name) | ast.Symbol(span, name):
                assert span.text == name
            case ast.Number(span):
                assert span.text


def test_spans_cover_the_statement_and_nothing_else() -> None:
    text = "  param a , b : angle  # comment\n\n yukawa Y = bar(Q) H D   keep (3,3) as yb ; let x=1"
    assert [statement.span.text for statement in parse_text(text).statements] == [
        "param a , b : angle",
        "yukawa Y = bar(Q) H D   keep (3,3) as yb",
        "let x=1",
    ]
    coupling = parse_text(text).statements[1]
    assert isinstance(coupling, ast.CouplingStatement)
    assert coupling.term.span.text == "bar(Q) H D"
    assert coupling.kept[0].span.text == "(3,3) as yb"


def test_spans_of_greek_names_are_as_written() -> None:
    scalar = built("scalar ψ_1", ast.ScalarStatement)
    assert (scalar.name.span.text, ascii_name(scalar.name.span.text)) == ("ψ_1", scalar.name.name)
