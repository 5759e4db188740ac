"""Walking through syntax trees."""

from __future__ import annotations

from tests.helpers.resolving import parse_statement, parse_text

from zmodel.syntax import ast


def test_walk_goes_through_everything_in_written_order() -> None:
    statement = parse_statement("scalar H (SU2L: 2, X: a + [b, c]) vev (0, v^n/sqrt(d))")
    names = [node.name for node in ast.walk(statement) if isinstance(node, ast.Identifier | ast.Symbol)]
    assert names == ["H", "SU2L", "X", "a", "b", "c", "v", "n", "d"]


def test_walk_takes_tuples_and_ignores_what_is_no_node() -> None:
    assert [type(node) for node in ast.walk((1, "text", None, parse_statement("model m")))] == [
        ast.ModelStatement,
        ast.Identifier,
    ]


def test_operands_are_in_written_order() -> None:
    statement = parse_statement("let x = f(a, b - c*d^e, [g, ?h], 1, Q.up)")
    assert isinstance(statement, ast.LetStatement)

    def leaves(node: ast.Expression) -> list[ast.Expression]:
        inner = ast.operands(node)
        return [leaf for operand in inner for leaf in leaves(operand)] if inner else [node]

    texts = [leaf.span.text for leaf in leaves(statement.value)]
    assert texts == ["a", "b", "c", "d", "e", "g", "?h", "1", "Q.up"]


def test_spans_take_no_part_in_equality() -> None:
    assert parse_text("let x = a+b") == parse_text("let   x =  (a + b)  # the same\n")
    assert hash(parse_text("let x = a+b")) == hash(parse_text("let x = a + b"))
    assert parse_text("let x = a+b") != parse_text("let x = a-b")
