"""The same model with other charges of its U(1)s, which are combinations of those of the file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from random import Random

import numpy as np
from tests.corpus.points import abelian_names, coupling_matrix, couplings_of_matrix, derivative_of_couplings
from tests.corpus.variants import FIELD, Variant, same_betas, unchanged
from tests.helpers.evaluate import Value

from zmodel.driver import Analysis

Values = Mapping[str, Value]


def turned_charges(text: str, analysis: Analysis, draw: Random) -> Variant:
    """Charges of all U(1)s replaced by combinations of them, which changes couplings and mixings."""
    model, names = analysis.model, abelian_names(analysis.model)
    if not names:
        return Variant(text, unchanged, same_betas)
    basis = _invertible(len(names), draw)
    matrix = np.array(basis, dtype=float)
    inverse = np.linalg.inv(matrix)

    def turned(match: re.Match[str]) -> str:
        parts = dict(re.findall(r"(\w+): (\[[^\]]*\]|[^,\]]+)", match[5] or ""))
        charges = [_charges(parts.pop(name, "0"), int(match[3] or 1)) for name in names]
        for name, row in zip(names, basis, strict=True):
            mixed = [
                sum((x * q for x, q in zip(row, each, strict=True)), Fraction(0)) for each in zip(*charges, strict=True)
            ]
            if any(mixed):
                parts[name] = str(mixed[0]) if len(mixed) == 1 else f"[{', '.join(map(str, mixed))}]"
        listed = ", ".join(f"{name}: {value}" for name, value in parts.items())
        head = f"{match[1]} {match[2]}" + (f"[{match[3]}]" if match[3] else "")
        return f"{head} {match[4] or ''} ({listed})" if listed else f"{head} {match[4] or ''}"

    def weak(values: Values) -> float:
        return float(np.real(values.get("g2", 0)))

    def point(values: Values) -> dict[str, Value]:
        h = inverse.T @ coupling_matrix(model, values) @ inverse
        return dict(values) | {k: v.real for k, v in couplings_of_matrix(model, h, weak(values)).items()}

    def back(values: Values, betas: Values) -> dict[str, Value]:
        start, step = point(values), 1e-30
        moved = {
            name: np.asarray(start[name]) + 1j * step * np.real(betas[name])
            for name in (*_abelian(analysis), *_weak(analysis))
        }
        turned_rate = np.imag(coupling_matrix(model, moved)) / step
        rate = matrix.T @ turned_rate @ matrix
        h = coupling_matrix(model, values)
        return dict(betas) | derivative_of_couplings(model, h, rate, weak(values), weak(betas))

    return Variant(FIELD.sub(turned, text), point, back)


def _invertible(size: int, draw: Random) -> list[list[Fraction]]:
    """A random square matrix of small numbers."""
    while True:
        matrix = [[Fraction(draw.randint(-2, 2), draw.choice((1, 2))) for _ in range(size)] for _ in range(size)]
        if abs(np.linalg.det(np.array(matrix, dtype=float))) > 0.4:
            return matrix


def _charges(text: str, generations: int) -> list[Fraction]:
    if text.startswith("["):
        return [Fraction(word) for word in text[1:-1].split(",")]
    return [Fraction(text)] * generations


def _abelian(analysis: Analysis) -> list[str]:
    mixings = [mixing.name for mixing in analysis.model.mixings]
    return [group.coupling or "" for group in analysis.model.abelian_groups] + mixings


def _weak(analysis: Analysis) -> list[str]:
    return [group.coupling or "" for group in analysis.model.gauge_groups if group.name == "SU2L"]
