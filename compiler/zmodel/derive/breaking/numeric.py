"""The gauge bosons at a point, by diagonalising the full matrices: for any number of fields that mix."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import mpmath
import numpy as np
import sympy
from numpy.typing import NDArray

from zmodel.derive.breaking.results import GaugeSpectrum
from zmodel.derive.to_sympy import Expr, Matrix
from zmodel.model.expression import Value

Array = NDArray[np.float64]


DIGITS = 60
"""Of arithmetic: a light boson's squared mass is a small difference of those of heavy ones."""

ROUNDING = 1e-50
"""Squared masses below this, over the largest one, are zero."""


@dataclass(frozen=True)
class NumericSpectrum:
    """Numbers for a spectrum.

    Attributes:
        fields: names of the fields of the model file.
        masses_squared: shape (n,), ascending; in the square of the unit of the vacuum values.
        vectors: shape (n, n); column k holds how much of mass eigenstate k each field contains, with canonical
            kinetic terms.
    """

    fields: tuple[str, ...]
    masses_squared: Array
    vectors: Array


def evaluate_spectrum(spectrum: GaugeSpectrum, values: Mapping[str, float]) -> NumericSpectrum:
    """Solves M^2 e = m^2 K e.

    Args:
        spectrum: of a model.
        values: a number for every symbol in the mass and kinetic matrices, by name.

    Raises:
        KeyError: if a value is missing.
        OverflowError: if values are too large.
        numpy.linalg.LinAlgError: if the kinetic matrix is not positive at this point.
    """
    if not spectrum.fields:
        return NumericSpectrum((), np.zeros(0), np.zeros((0, 0)))  # mpmath has no empty matrices
    with mpmath.workdps(DIGITS):
        mass = _evaluate(spectrum.mass_matrix(spectrum.fields), values)
        kinetic = _evaluate(spectrum.kinetic_matrix(spectrum.fields), values)
        try:
            inverse = mpmath.inverse(mpmath.cholesky(kinetic))
        except ValueError:
            raise np.linalg.LinAlgError("the kinetic matrix is not positive") from None
        masses, vectors = mpmath.eigsy(inverse * mass * inverse.T)
        smallest = ROUNDING * max(map(abs, masses))
        squares = np.array([0.0 if abs(square) <= smallest else float(square) for square in masses])
        if not np.isfinite(squares).all():
            raise OverflowError("masses of bosons are not finite")
        return NumericSpectrum(spectrum.fields, squares, np.array((inverse.T * vectors).tolist(), dtype=float))


def evaluate_expressions(expressions: Sequence[Expr], values: Mapping[str, Value]) -> list[Any]:
    """Numbers of mpmath in its present precision.

    Args:
        expressions: of symbols, and of real and imaginary parts of complex ones.
        values: a number for every symbol, by name.

    Raises:
        KeyError: if a value is missing.
    """
    parts: dict[Expr, Any] = {}
    for symbol in sorted({s for e in expressions for s in e.free_symbols}, key=str):
        value = mpmath.mpmathify(values[str(symbol)])
        parts |= {symbol: value, sympy.re(symbol): mpmath.re(value), sympy.im(symbol): mpmath.im(value)}
    parts = {part: value for part, value in parts.items() if part.free_symbols}
    # The names of a file may be those of functions, which the text that sympy makes would then not find.
    plain = {part: sympy.Symbol(f"x{number}") for number, part in enumerate(parts)}
    renamed = [expression.xreplace(plain) for expression in expressions]
    function = sympy.lambdify(plain.values(), renamed, "mpmath")  # noqa: TID251  (our names)
    return list(map(mpmath.mpmathify, function(*parts.values())))


def _evaluate(matrix: Matrix, values: Mapping[str, float]) -> Any:
    """A matrix of mpmath."""
    numbers = evaluate_expressions(list(matrix), values)
    return mpmath.matrix([numbers[i * matrix.cols : (i + 1) * matrix.cols] for i in range(matrix.rows)])
