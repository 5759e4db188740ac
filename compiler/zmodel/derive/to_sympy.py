"""Expressions, charges and rotations of a model as sympy expressions.

Vacuum values, masses and gauge couplings are positive symbols; charges, kinetic mixings and angles are real ones. So
`sqrt(gX^2 v^2)` becomes `gX v` by itself, and no simplification has to be asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

import sympy

from zmodel.algebra import Polynomial, Ring
from zmodel.derive.rotations import Word
from zmodel.model import Model
from zmodel.model.expression import Add, Constant, Expression, Function, Multiply, Name, Power

Expr: TypeAlias = sympy.Expr
Matrix: TypeAlias = sympy.ImmutableDenseMatrix
Symbol: TypeAlias = sympy.Symbol
Symbols: TypeAlias = Mapping[str, Symbol]

_FUNCTIONS: Mapping[str, Expr] = {
    "sqrt": sympy.sqrt,
    "sin": sympy.sin,
    "cos": sympy.cos,
    "tan": sympy.tan,
    "asin": sympy.asin,
    "acos": sympy.acos,
    "atan": sympy.atan,
    "exp": sympy.exp,
    "log": sympy.log,
    "conj": sympy.conjugate,
}
_CONSTANTS: Mapping[str, Expr] = {"pi": sympy.pi, "i": sympy.I}


def model_symbols(model: Model) -> dict[str, Symbol]:
    """A symbol for every parameter, gauge coupling and kinetic mixing of a model, by name."""
    symbols = {}
    for parameter in model.parameters:
        if parameter.domain in ("vev", "mass"):
            symbols[parameter.name] = sympy.Symbol(parameter.name, positive=True)
        elif parameter.domain == "complex":
            symbols[parameter.name] = sympy.Symbol(parameter.name, complex=True)
        else:
            symbols[parameter.name] = sympy.Symbol(parameter.name, real=True)
    for group in model.gauge_groups:
        symbols[group.coupling or ""] = sympy.Symbol(group.coupling or "", positive=True)
    for mixing in model.mixings:
        symbols[mixing.name] = sympy.Symbol(mixing.name, real=True)
    return symbols


def to_sympy(expression: Expression, symbols: Symbols) -> Expr:
    """An expression of the model in sympy; rational numbers stay exact.

    Args:
        expression: any expression.
        symbols: from `model_symbols`.

    Raises:
        KeyError: if a name has no symbol.
    """
    match expression:
        case Constant(value):
            return sympy.Rational(value.numerator, value.denominator)
        case Name(name):
            return _CONSTANTS[name] if name in _CONSTANTS else symbols[name]
        case Function(name, argument):
            return _FUNCTIONS[name](to_sympy(argument, symbols))
        case Add(terms):
            return sympy.Add(*(to_sympy(term, symbols) for term in terms))
        case Multiply(factors):
            return sympy.Mul(*(to_sympy(factor, symbols) for factor in factors))
        case Power(base, exponent):
            return sympy.Pow(to_sympy(base, symbols), to_sympy(exponent, symbols))


def phases_split(expression: Expr) -> Expr:
    """exp(a + i b) as exp(a) (cos b + i sin b), so that real and imaginary parts of a phase are told apart."""
    return expression.replace(sympy.exp, _split_exponential)


def _split_exponential(argument: Expr) -> Expr:
    expanded = sympy.expand(argument)
    angle = expanded.coeff(sympy.I)
    size = sympy.expand(expanded - sympy.I * angle)
    if size.has(sympy.I):
        return sympy.exp(argument)
    return sympy.exp(size) * (sympy.cos(angle) + sympy.I * sympy.sin(angle))


def polynomial_to_sympy(polynomial: Polynomial, ring: Ring, symbols: Symbols) -> Expr:
    """A charge, or any polynomial of a ring whose symbols are known."""
    terms = []
    for coefficient, powers in ring.terms(polynomial):
        number = sympy.Rational(coefficient.numerator, coefficient.denominator)
        terms.append(number * sympy.Mul(*(symbols[name] ** int(power) for name, power in powers)))
    return sympy.Add(*terms)


# ------------------------------------------------------------------ rotations
def known_matrix(name: str) -> Matrix:
    """The CKM or PMNS matrix as nine complex symbols, e.g. `CKM[1,3]`; its unitarity is not used."""
    rows = [[sympy.Symbol(f"{name}[{i},{j}]", complex=True) for j in (1, 2, 3)] for i in (1, 2, 3)]
    return Matrix(rows)


def word_matrix(word: Word, size: int, symbols: Symbols) -> Matrix:
    """A product of known and literal matrices; the unit matrix if it is empty."""
    result = Matrix.eye(size)
    for factor in word:
        if isinstance(factor.matrix, str):
            matrix = known_matrix(factor.matrix)
        else:
            matrix = Matrix([[to_sympy(entry, symbols) for entry in row] for row in factor.matrix])
        matrix = matrix.conjugate() if factor.conjugated else matrix
        result = result * (matrix.T if factor.transposed else matrix)
    return Matrix(result)
