"""Expressions of sympy as formulas."""

from __future__ import annotations

from functools import lru_cache

import sympy

from zmodel.derive.to_sympy import Expr
from zmodel.emit.formula import Formula, latex_name


@lru_cache(maxsize=4096)  # a table and the JSON form of a report show the same expressions
def sympy_formula(expression: Expr) -> Formula:
    """Text in the language's own spelling, and LaTeX with our names of symbols."""
    names = {symbol: latex_name(symbol.name) for symbol in expression.free_symbols}
    return Formula(str(expression).replace("**", "^"), sympy.latex(expression, symbol_names=names))


def optional_text(expression: Expr | None) -> str | None:
    """The text of an expression that may be missing."""
    return None if expression is None else sympy_formula(expression).text
