"""Printing a tree and parsing what was printed give the tree back."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from tests.helpers.resolving import parse_statement, parse_text
from tests.helpers.syntax_trees import EXPRESSIONS, NOWHERE, TERMS, TREES

from zmodel.syntax import ast, format_tree
from zmodel.syntax.formatter import format_expression, format_monomial, format_term

CANONICAL = [
    'model bm2 "Flavorful U(1)\' benchmark 2"',
    "model bm2",
    "use sm",
    "use sm { except H, Yu }",
    'use "dark/sector.zmodel"',
    "gauge SU3c = SU(3) coupling g3",
    "gauge X = U(1) coupling gX boson X mass M_X",
    "gauge X = U(1)",
    "global FL = SU(3)",
    "mixing eta (Y, X)",
    "mixing triangular (Y, X) as g_mix",
    "param a",
    "param a_e, a_mu : rational",
    "let Xq = -(a_e + a_mu + a_tau)/9",
    "fermion Q[3] left (SU3c: 3, SU2L: 2, Y: 1/6, X: [-1/4, -1/4, 1/6])",
    "fermion N right",
    "scalar S (FL: 3, FR: 3bar)",
    "scalar T real (SU2L: [2])",
    "scalar H (SU2L: 2, Y: 1/2) vev (0, v_h/sqrt(2))",
    "scalar phi vev v_phi/sqrt(2)",
    "vector U1 (SU3c: 3, Y: 2/3)",
    "vector W[2] real (SU2L: 3)",
    "yukawa Yu = bar(Q) tilde(H) U keep (3, 3) as yt, (2, 2) as yc",
    "yukawa YS3 = bar(cc(Q)) S3 L : singlet, adjoint",
    "mass m_Q = bar(QL4) QR4",
    "potential {\n  u = tr(dag(S) S dag(S) S)\n  k = 1/2 H phi - 3 phi^2 : pair12\n}",
    "potential {}",
    "charges X {\n  Q = ?q\n  L = [?, ?, ?]\n}",
    "require anomaly_free",
    "require allowed Yu diagonal, Yd all, Ye entry (1, 2), Y column 2 only, Z row 1",
    "require forbidden N N phi",
    "point fig6 at 5 TeV {\n  alpha(g1) = 0.000846\n  Yu[3, 3] = 10^-0.5\n  alpha(Yd[1, 2]) = 1e-6 GeV\n}",
    "point empty {}",
    "rotation Q.up = Q.down*dag(CKM)",
    "rotation U = [[1, 0], [0, cos(theta)]]",
    "small epsilon, v_h order 2",
    "integrate X at M_X",
    "integrate X at 3 TeV",
    "search X in -10..10",
    "breaking b {\n  C = SU5[1..3] + cc(SU3p)\n  L = SU5[4, 5]\n  Y = -1/2 SU5 diag(1, 0, -1) - 2 X\n}",
    "breaking c after b {\n  C\n}",
    "breaking d {}",
]


@pytest.mark.parametrize("text", CANONICAL)
def test_canonical_statements_stay_as_they_are(text: str) -> None:
    assert format_tree(parse_text(text)) == text + "\n"


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("let x=(((a)))", "let x = a"),
        ("let x = a-(b-c)", "let x = a - (b - c)"),
        ("let x = (a-b)-c", "let x = (a - b) - c"),
        ("let x = a*(b*c)/(d/e)", "let x = a*(b*c)/(d/e)"),
        ("let x = (a*b)^2", "let x = (a*b)^2"),
        ("let x = (-a)^-2", "let x = (-a)^-2"),
        ("let x = a^(-2)", "let x = a^-2"),
        ("let x = a^(b+1)", "let x = a^(b + 1)"),
        ("let x = +a", "let x = +a"),
        ("let x = 1·2", "let x = 1*2"),
        ("let x = −1", "let x = -1"),
        ("let x = [1, 2,]", "let x = [1, 2]"),
        ("rotation Q.up = V†", "rotation Q.up = dag(V)"),
        ("yukawa y = bar(ψ) H U", "yukawa y = bar(psi) H U"),
        ("yukawa y = H† * (φ)", "yukawa y = dag(H) (phi)"),
        ("yukawa y = bar((cc((Q)))) H", "yukawa y = bar(cc(Q)) H"),
        ("potential { λ = (H† H)^2; }", "potential {\n  lambda = (dag(H) H)^2\n}"),
        ("fermion Q left ( )", "fermion Q left"),
        ("model m # with a comment", "model m"),
    ],
)
def test_layout_is_canonical(written: str, canonical: str) -> None:
    assert format_tree(parse_text(written)) == canonical + "\n"


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("0.0", "0.0"),
        ("12.50", "12.5"),
        (".5", "0.5"),
        ("1e3", "1000.0"),
        ("8.46e-4", "0.000846"),
        ("1e-5", "0.00001"),
        ("1e-6", "1e-6"),
        ("1.22e19", "1.22e19"),
        ("123456789012345678901.5", "1.234567890123456789015e20"),
        ("0e400", "0.0"),
    ],
)
def test_decimals_are_exact(written: str, canonical: str) -> None:
    statement = parse_statement(f"let x = {written}")
    assert isinstance(statement, ast.LetStatement)
    assert format_expression(statement.value) == canonical
    assert parse_statement(f"let x = {canonical}") == statement


def test_kinds_of_statements_are_set_apart() -> None:
    text = "model m\nparam a\nparam b\nlet c = a"
    assert format_tree(parse_text(text)) == "model m\n\nparam a\nparam b\n\nlet c = a\n"


def test_an_empty_file() -> None:
    assert format_tree(parse_text("# nothing but a comment")) == ""


def test_a_monomial_has_its_sign_and_coefficient() -> None:
    statement = parse_statement("potential { a = H phi - 2/4 phi^2 }")
    assert isinstance(statement, ast.PotentialStatement)
    second = statement.terms[0].term.monomials[1]
    assert second.coefficient == Fraction(-1, 2)
    assert format_monomial(second) == "-1/2 phi^2"


@given(TREES)
def test_parsing_what_was_printed_gives_the_tree(tree: ast.SyntaxTree) -> None:
    text = format_tree(tree)
    again = parse_text(text)
    assert again == tree
    assert format_tree(again) == text


@given(EXPRESSIONS)
def test_expressions(expression: ast.Expression) -> None:
    assert parse_text(f"let x = {format_expression(expression)}").statements[0] == ast.LetStatement(
        NOWHERE, ast.Identifier(NOWHERE, "x"), expression
    )


@given(TERMS)
def test_terms(term: ast.Term) -> None:
    statement = parse_statement(f"mass x = {format_term(term)}")
    assert isinstance(statement, ast.CouplingStatement)
    assert statement.term == term


@pytest.mark.parametrize("word", ["diagonal", "all", "entry", "column", "row", "keep"])
def test_words_that_go_on_after_terms_are_names_behind_a_star(word: str) -> None:
    text = f"require allowed Ye * {word}^2"
    assert format_tree(parse_text(text)) == text + "\n"
    assert format_tree(parse_text(f"yukawa y = {word}")) == f"yukawa y = {word}\n"
