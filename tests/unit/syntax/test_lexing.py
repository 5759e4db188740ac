"""Names, line ends and limits on single tokens."""

from __future__ import annotations

import pytest
from tests.helpers.resolving import parse_statement, parse_text, syntax_error

from zmodel.limits import DEFAULT
from zmodel.syntax import ast
from zmodel.syntax.lexing import (
    MAX_NAME_LENGTH,
    MAX_STRING_LENGTH,
    ascii_name,
)


# ------------------------------------------------------------------ names
@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("psiL", "psiL"),
        ("ψL", "psiL"),
        ("λ", "lambda"),
        ("Λ_QCD", "Lambda_QCD"),
        ("φ", "phi"),
        ("ϕ", "phi"),
        ("ε", "epsilon"),
        ("ϵ", "epsilon"),
        ("ς", "sigma"),
        ("μ", "mu"),
        ("µ", "mu"),
        ("Ω", "Omega"),
        ("ξ_1", "xi_1"),
        ("", ""),
    ],
)
def test_greek_letters_are_spelled_out(written: str, name: str) -> None:
    assert ascii_name(written) == name


@pytest.mark.parametrize("letter", ["ά", "Ϣ", "\u037e", "é", "ℓ"])
def test_other_letters_have_no_spelling(letter: str) -> None:
    with pytest.raises(ValueError, match="no ASCII spelling"):
        ascii_name(letter)


def test_both_spellings_are_the_same_name() -> None:
    assert parse_text("fermion ψL left (X: α_1)") == parse_text("fermion psiL left (X: alpha_1)")
    assert parse_text("charges X { L = ?μ }") == parse_text("charges X { L = ?mu }")


def test_names_are_plain_strings() -> None:
    tree = parse_text("model m\nuse sm\nfermion ψ[2] left (X: a)\nyukawa y = bar(ψ) H E\nrotation ψ = V")
    for node in ast.walk(tree):
        for part in vars(node).values():
            assert not isinstance(part, str) or type(part) is str


def test_an_accented_letter_is_refused() -> None:
    error = syntax_error("param ά")
    assert (error.code, error.span and error.span.text) == ("Z102", "ά")


# ------------------------------------------------------------------ lines
@pytest.mark.parametrize(
    "text",
    [
        "model m\nparam a, b\nlet c = [a,\n b]\n",
        "model m;param a, b;let c = [a, b]",
        "model m\r\nparam a, b\r\nlet c = [a,\r\n b]\r\n",
        "model m\rparam a, b\rlet c = [a,\r b]",
        "\ufeffmodel m\nparam a, b\nlet c = [a, b]",
        "\tmodel\tm\t\n\n \t\n\tparam\ta,b\n;;\nlet c=[a,b];",
        "model m\nparam a, b\nlet c = [a, b] # five; six",
        "model m # one; a\nparam a, b # two; b\nlet c = [a, b]",
        "model m # one\n#\n  # two ( [ {\nparam a, b\nlet c = [ # three; four\n a, b] # five",
        "model m\n\u00a0\nparam a, b\u00a0\n\u00a0let c\u00a0= [a, b]",
        "model m\nparam a, b\nlet c = [a, # \u2028;\x0b;\n b]",
    ],
)
def test_lines_and_white_space(text: str) -> None:
    assert parse_text(text) == parse_text("model m\nparam a, b\nlet c = [a, b]\n")


def test_a_semicolon_ends_a_statement_even_inside_brackets() -> None:
    error = syntax_error("let c = [a; b]")
    assert (error.code, error.message, error.span and error.span.column) == ("Z101", "unexpected `;`", 11)


@pytest.mark.parametrize("text", ["param a\x0bb", "param a\x85", "param a\u2028", "param a\ufeff"])
def test_other_white_space_is_refused(text: str) -> None:
    assert syntax_error(text).code == "Z102"


def test_a_byte_order_mark_stands_at_the_beginning_only() -> None:
    assert syntax_error("\n\ufeffmodel m").code == "Z102"


@pytest.mark.parametrize("word", ["modelx", "usesm", "gaugeX", "let_1"])
def test_a_keyword_ends_where_the_word_does(word: str) -> None:
    error = syntax_error(f"{word} m")
    assert (error.code, error.span and error.span.text) == ("Z101", word)


def test_keywords_are_names_where_only_a_name_can_stand() -> None:
    statement = parse_statement("fermion left left (real: 1)")
    assert isinstance(statement, ast.FermionStatement)
    assert statement.name.name == "left"


# ------------------------------------------------------------------ limits
@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        (f"let x = {'1' * DEFAULT.digits}", "", ""),
        (f"let x = {'1' * (DEFAULT.digits + 1)}", "Z104", "1" * (DEFAULT.digits + 1)),
        (f"let x = 1e{DEFAULT.decimal_exponent}", "", ""),
        (f"let x = 1e-{DEFAULT.decimal_exponent}", "", ""),
        (f"let x = 10e{DEFAULT.decimal_exponent}", "Z104", f"10e{DEFAULT.decimal_exponent}"),
        (f"let x = 0.1e-{DEFAULT.decimal_exponent}", "Z104", f"0.1e-{DEFAULT.decimal_exponent}"),
        ("let x = 1e" + "9" * 5000, "Z104", "1e" + "9" * 5000),
        ("let x = " + "1" * 5000, "Z104", "1" * 5000),
        ("scalar H (SU2L: " + "1" * 5000 + "bar)", "Z104", "1" * 5000 + "bar"),
        ("param " + "a" * MAX_NAME_LENGTH, "", ""),
        ("param " + "a" * (MAX_NAME_LENGTH + 1), "Z104", "a" * (MAX_NAME_LENGTH + 1)),
        ("param Ω" + "a" * (MAX_NAME_LENGTH - 5), "", ""),
        ("param Ω" + "a" * (MAX_NAME_LENGTH - 1), "Z104", "Ω" + "a" * (MAX_NAME_LENGTH - 1)),
        ("let x = ?" + "a" * MAX_NAME_LENGTH, "Z104", "?" + "a" * MAX_NAME_LENGTH),
        ('model m "' + "a" * MAX_STRING_LENGTH + '"', "Z104", '"' + "a" * MAX_STRING_LENGTH + '"'),
        ('model m "a\x1b[31m"', "Z102", '"a\x1b[31m"'),
        ('model m "a\0"', "Z102", '"a\0"'),
        ("let x = " + "(" * DEFAULT.nesting + "a" + ")" * DEFAULT.nesting, "", ""),
        ("let x = " + "(" * (DEFAULT.nesting + 1) + "a" + ")" * (DEFAULT.nesting + 1), "Z103", "("),
    ],
    ids=lambda value: value[:20],
)
def test_limits(text: str, code: str, place: str) -> None:
    if not code:
        parse_text(text)
        return
    error = syntax_error(text)
    assert (error.code, error.span and error.span.text) == (code, place)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("let x = 3q", "3q"),
        ("let x = 2ψ", "2ψ"),
        ("let x = 22H", "22H"),
        ("let x = 3bar", "3bar"),
        ("point p at 3TeV {}", "3TeV"),
        ("search X in 1..2.5", "2.5"),
        ("let x = ?2", "2"),
    ],
)
def test_a_number_does_not_run_into_a_name(text: str, place: str) -> None:
    error = syntax_error(text)
    assert (error.code, error.span and error.span.text) == ("Z101", place)


@pytest.mark.parametrize("digit", ["²", "٣", "１"])
def test_digits_are_ascii(digit: str) -> None:
    assert syntax_error(f"let x = {digit}").code == "Z102"
