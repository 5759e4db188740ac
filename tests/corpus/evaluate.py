"""What the compiler derives for a model of the corpus, and its value at a point."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path

import numpy as np
from tests.corpus.generate import FOLDER, file_name
from tests.corpus.plain import parameters, plain_text
from tests.corpus.points import abelian_names, coupling_matrix
from tests.helpers.evaluate import Value, evaluate_betas
from tests.helpers.models import compile_text

from zmodel.derive.beta.derive import BetaFunctions, derive_betas
from zmodel.driver import Analysis


@dataclass(frozen=True)
class Compiled:
    """A compiled model with its beta functions up to two loops."""

    text: str
    analysis: Analysis
    betas: BetaFunctions

    def at(self, values: Mapping[str, Value], loop: int) -> dict[str, Value]:
        """All beta functions of one loop order at a point, without its factor."""
        numbers = {name: float(Fraction(number)) for name, number in parameters(self.text).items()}
        return evaluate_betas(self.betas, {**values, **numbers, **self._symbols(values)}, loop)

    def _symbols(self, values: Mapping[str, Value]) -> dict[str, Value]:
        """Functions of couplings that some forms of kinetic mixing have as symbols."""
        model, names = self.analysis.model, abelian_names(self.analysis.model)
        h = coupling_matrix(model, values)
        result: dict[str, Value] = {f"h[{a},{b}]": h[i, j] for i, a in enumerate(names) for j, b in enumerate(names)}
        if any(mixing.form == "dark_epsilon" for mixing in model.mixings):
            g1, g2 = (float(np.real(values[name])) for name in ("g1", "g2"))
            result["c_W"] = g2 / np.hypot(g1, g2)
        return result


def path_of(number: int) -> Path:
    """The file of a model."""
    return FOLDER / file_name(number)


def compiled(text: str) -> Compiled:
    """Compiles a text that must be free of errors."""
    analysis = compile_text(text)
    return Compiled(text, analysis, derive_betas(analysis.model, analysis.couplings, 2))


@cache
def model(number: int) -> Compiled:
    """A model of the corpus."""
    return compiled(path_of(number).read_text(encoding="utf-8"))


@cache
def plain_model(number: int) -> Compiled:
    """The same without parameters and kept entries."""
    first = model(number)
    text = plain_text(first.text)
    return first if text == first.text else compiled(text)


def assert_close(got: Mapping[str, Value], expected: Mapping[str, Value], tolerance: float = 1e-10) -> None:
    """Each coupling's beta function agrees, relative to its largest entry."""
    assert set(got) == set(expected)
    for name, value in expected.items():
        size = max(1e-3, float(np.abs(value).max()))
        np.testing.assert_allclose(got[name], value, rtol=0, atol=tolerance * size, err_msg=name)
