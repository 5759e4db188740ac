"""Expressions of sympy as formulas."""

from __future__ import annotations

import sympy

from zmodel.derive.to_sympy import Expr
from zmodel.emit.formula import Formula, latex_name


def sympy_formula(expression: Expr) -> Formula:
    """Text in the language's own spelling, and LaTeX with our names of symbols."""
    names = {symbol: latex_name(symbol.name) for symbol in expression.free_symbols}
    return Formula(str(expression).replace("**", "^"), sympy.latex(expression, symbol_names=names))


def optional_text(expression: Expr | None) -> str | None:
    """The text of an expression that may be missing."""
    return None if expression is None else sympy_formula(expression).text
