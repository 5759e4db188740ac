"""Expressions of sympy as formulas."""

from __future__ import annotations

from functools import cache, cached_property, lru_cache
from typing import Any

import sympy
from sympy.printing.str import StrPrinter

from zmodel.derive.to_sympy import Expr
from zmodel.emit.formula import Formula, latex_name


class SympyFormula(Formula):
    """An expression as a formula, whose spellings are made when they are asked for: LaTeX takes as long as text."""

    expression: Expr

    def __init__(self, expression: Expr) -> None:
        object.__setattr__(self, "expression", expression)

    @cached_property
    def text(self) -> str:
        """The language's own spelling."""
        return str(_printer().doprint(self.expression)).replace("**", "^")

    @cached_property
    def latex(self) -> str:
        """With our names of symbols."""
        names = {symbol: latex_name(symbol.name) for symbol in self.expression.free_symbols}
        return str(sympy.latex(self.expression, symbol_names=names))

    def __eq__(self, other: object) -> bool:
        """Equal expressions."""
        return isinstance(other, SympyFormula) and self.expression == other.expression

    def __hash__(self) -> int:
        """That of the expression."""
        return hash(self.expression)

    def __repr__(self) -> str:
        """The text."""
        return f"SympyFormula({self.text})"


class _SharingPrinter(StrPrinter):  # type: ignore[misc]  # sympy has no types
    """Prints what occurs several times once: couplings of different fermions have most factors in common."""

    def __init__(self) -> None:
        super().__init__()
        self.known: dict[Expr, str] = {}

    def _print(self, expr: Any, **kwargs: Any) -> str:
        if not isinstance(expr, sympy.Add | sympy.Mul | sympy.Pow):
            return str(super()._print(expr, **kwargs))
        if expr not in self.known:
            self.known[expr] = super()._print(expr, **kwargs)
        return self.known[expr]

    def _print_ImaginaryUnit(self, expr: Expr) -> str:
        return "i"

    def _print_conjugate(self, expr: Expr) -> str:
        return f"conj({self._print(expr.args[0])})"


@cache
def _printer() -> _SharingPrinter:
    return _SharingPrinter()


@lru_cache(maxsize=4096)  # a table and the JSON form of a report show the same expressions
def sympy_formula(expression: Expr) -> Formula:
    """Text in the language's own spelling, and LaTeX with our names of symbols."""
    return SympyFormula(expression)


def optional_text(expression: Expr | None) -> str | None:
    """The text of an expression that may be missing."""
    return None if expression is None else sympy_formula(expression).text
