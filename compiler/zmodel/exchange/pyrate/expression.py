"""Formulas of PyR@TE model files to trees: products of fields with indices, sums, powers and exact numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from zmodel.exchange.pyrate import numbers
from zmodel.exchange.pyrate.document import Text
from zmodel.exchange.pyrate.numbers import NumberTooLargeError, Value

MAX_LENGTH = 10_000
MAX_DEPTH = 40
MAX_POWER = 4
MAX_DIGITS = 30

_TOKEN = re.compile(
    r"\s*(?:(?P<number>[0-9]+(?:\.[0-9]*)?|\.[0-9]+)|(?P<name>[A-Za-z_][A-Za-z0-9_]*)|(?P<sign>\*\*|[-+*/^()\[\],]))"
)


@dataclass(frozen=True)
class Constant:
    """A number."""

    value: Value


@dataclass(frozen=True)
class Symbol:
    """A field or another quantity, with the names of its indices."""

    name: str
    indices: tuple[str, ...]


@dataclass(frozen=True)
class Sum:
    """A sum of at least two terms."""

    terms: tuple[Node, ...]


@dataclass(frozen=True)
class Product:
    """A product of at least two factors, in written order."""

    factors: tuple[Node, ...]


@dataclass(frozen=True)
class Power:
    """A quantity without free indices to a power of at least two."""

    base: Node
    exponent: int


Node = Constant | Symbol | Sum | Product | Power


class ExpressionError(ValueError):
    """A formula that cannot be read.

    Attributes:
        position: of what is wrong, within the formula.
    """

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message)
        self.position = position


def parse_expression(text: Text) -> Node:
    """The tree of a formula.

    Raises:
        ExpressionError: if it is none.
    """
    return _Parser(text.value).parse()


@dataclass(frozen=True)
class _Token:
    kind: str
    text: str
    position: int


def _tokens(text: str) -> list[_Token]:
    if len(text) > MAX_LENGTH:
        raise ExpressionError(f"a formula of {len(text)} characters; the limit is {MAX_LENGTH}", 0)
    found = []
    position = 0
    while text[position:].strip():
        match = _TOKEN.match(text, position)
        if match is None or match.lastgroup is None:
            blanks = len(text[position:]) - len(text[position:].lstrip())
            raise ExpressionError("this has no place in a formula", position + blanks)
        found.append(_Token(match.lastgroup, match[match.lastgroup], match.start(match.lastgroup)))
        position = match.end()
    return [*found, _Token("end", "", len(text))]


class _Parser:
    """Recursive descent: sum, product, power, atom. A product may go without `*`."""

    def __init__(self, text: str) -> None:
        self._tokens = _tokens(text)
        self._next = 0
        self._depth = 0

    def parse(self) -> Node:
        """The whole formula."""
        node = self._sum()
        if self._token.kind != "end":
            raise ExpressionError(f"`{self._token.text}` is not expected here", self._token.position)
        return node

    @property
    def _token(self) -> _Token:
        return self._tokens[self._next]

    def _take(self, *signs: str) -> str | None:
        """The sign that stands here, if it is one of these; then the parser goes on."""
        token = self._token
        if token.kind != "sign" or token.text not in signs:
            return None
        self._next += 1
        return token.text

    def _expect(self, sign: str) -> None:
        if self._take(sign) is None:
            raise ExpressionError(f"`{sign}` is missing here", self._token.position)

    def _sum(self) -> Node:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise ExpressionError(f"brackets nested deeper than {MAX_DEPTH} levels", self._token.position)
        sign = self._take("+", "-")
        terms = []
        while True:
            term = self._product()
            terms.append(_product([Constant(Fraction(-1)), term]) if sign == "-" else term)
            sign = self._take("+", "-")
            if sign is None:
                break
        self._depth -= 1
        if all(isinstance(term, Constant) for term in terms):
            total: Value = Fraction(0)
            for term in terms:
                total = numbers.add(total, term.value) if isinstance(term, Constant) else total
            return Constant(total)
        return terms[0] if len(terms) == 1 else Sum(tuple(terms))

    def _product(self) -> Node:
        factors = [self._power()]
        while True:
            position = self._token.position
            sign = self._take("*", "/")
            if sign is None and not (self._token.kind in ("number", "name") or self._token.text == "("):
                return _product(factors)
            factor = self._power()
            if sign == "/":
                factor = Constant(self._inverse(factor, position))
            factors.append(factor)

    def _inverse(self, node: Node, position: int) -> Value:
        if not isinstance(node, Constant):
            raise ExpressionError("only numbers can be divided by", position)
        try:
            return numbers.invert(node.value)
        except (ZeroDivisionError, NumberTooLargeError):
            raise ExpressionError("this number cannot be divided by", position) from None

    def _power(self) -> Node:
        base = self._atom()
        position = self._token.position
        if self._take("^") is not None:
            raise ExpressionError("a power is written `**`", position)
        if self._take("**") is None:
            return base
        token = self._token
        if token.kind != "number" or not token.text.isdigit() or not 1 <= int(token.text[:9]) <= MAX_POWER:
            raise ExpressionError(f"an exponent is a whole number from 1 to {MAX_POWER}", token.position)
        self._next += 1
        exponent = int(token.text)
        if isinstance(base, Constant):
            value: Value = Fraction(1)
            for _ in range(exponent):
                value = numbers.multiply(value, base.value)
            return Constant(value)
        return base if exponent == 1 else Power(base, exponent)

    def _atom(self) -> Node:
        token = self._token
        if self._take("(") is not None:
            node = self._sum()
            self._expect(")")
            return node
        if token.kind not in ("number", "name"):
            found = f"`{token.text}`" if token.text else "the end"
            raise ExpressionError(f"a field or a number is expected here, not {found}", token.position)
        self._next += 1
        if token.kind == "number":
            if len(token.text) > MAX_DIGITS:
                raise ExpressionError(f"a number with more than {MAX_DIGITS} digits", token.position)
            return Constant(Fraction(token.text))
        if token.text == "I":
            return Constant(numbers.IMAGINARY_UNIT)
        if token.text in ("sqrt", "Sqrt"):
            return Constant(self._root())
        return Symbol(token.text, self._indices())

    def _root(self) -> Value:
        self._expect("(")
        position = self._token.position
        argument = self._sum()
        self._expect(")")
        if not isinstance(argument, Constant) or not isinstance(argument.value, Fraction):
            raise ExpressionError("roots are taken of rational numbers only", position)
        try:
            return numbers.square_root(argument.value)
        except NumberTooLargeError as error:
            raise ExpressionError(f"{error} cannot be worked with", position) from None

    def _indices(self) -> tuple[str, ...]:
        if self._take("[") is None:
            return ()
        indices = []
        while True:
            token = self._token
            if token.kind != "name":
                raise ExpressionError("the name of an index is expected here", token.position)
            self._next += 1
            indices.append(token.text)
            if self._take(",") is None:
                self._expect("]")
                return tuple(indices)


def _product(factors: list[Node]) -> Node:
    """The product, its numbers gathered in front."""
    number: Value = Fraction(1)
    others: list[Node] = []
    for factor in factors:
        if isinstance(factor, Constant):
            number = numbers.multiply(number, factor.value)
        else:
            others += factor.factors if isinstance(factor, Product) else [factor]
    if not others:
        return Constant(number)
    if number != 1:
        others.insert(0, Constant(number))
    return others[0] if len(others) == 1 else Product(tuple(others))
