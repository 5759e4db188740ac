"""Which order the quantities of a model count as."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import sympy

from zmodel.derive.to_sympy import Expr
from zmodel.model import Model

ORDER = 2
"""Default order of series: flavour violation by heavy fermions begins with the second."""


@dataclass(frozen=True)
class PowerCounting:
    """The orders of small parameters by name; everything else is of order zero."""

    orders: Mapping[str, int]

    def order(self, quantity: Expr) -> int:
        """The order of a symbol, its conjugate and its parts; an entry `Yd[1,2]` is as small as the whole matrix.

        Functions such as cos(beta) are of order zero.
        """
        if isinstance(quantity, sympy.conjugate | sympy.re | sympy.im):
            return self.order(quantity.args[0])
        if not quantity.is_Symbol:
            return 0
        # The entry of a matrix, or epsilon/c_W.
        name = quantity.name.partition("[")[0].partition("/")[0]
        return self.orders.get(name, 0)

    def is_small(self, expression: Expr) -> bool:
        """Whether an expression holds small parameters."""
        return any(self.order(symbol) for symbol in expression.free_symbols)

    def parts(self, polynomial: Expr) -> dict[int, Expr]:
        """The terms of a polynomial by their order, lowest first."""
        found: dict[int, list[Expr]] = {}
        for term in sympy.Add.make_args(sympy.expand(polynomial)):
            found.setdefault(self._monomial_order(term), []).append(term)
        return {order: sympy.Add(*found[order]) for order in sorted(found)}

    def _monomial_order(self, term: Expr) -> int:
        powers = (factor.as_base_exp() for factor in sympy.Mul.make_args(term))
        return sum(self.order(base) * int(exponent) for base, exponent in powers if self.order(base))


def power_counting(model: Model) -> PowerCounting | None:
    """The power counting that a model declares; None if it declares nothing small."""
    return PowerCounting({item.name: item.order for item in model.small}) if model.small else None
