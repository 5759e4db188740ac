"""Model files for PyR@TE as component theories: what `tests/oracles/general_rge.py` computes is then a second opinion.

Formulas are read as they stand, contractions of delta, Eps and generators, and evaluated with NumPy.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any, Literal, get_args

import numpy as np
from numpy.typing import NDArray
from tests.corpus.model_file import Entry, Factor, ModelFile
from tests.helpers.components import (
    Array,
    ComponentModel,
    Kind,
    Leg,
    Representation,
    adjoint,
    antifundamental,
    epsilon,
    fundamental,
    symmetric,
    two_index,
)
from tests.helpers.evaluate import Value
from tests.oracles.general_rge import Betas, Theory

Real = NDArray[np.float64]


class CorpusTheory(ComponentModel):
    """A component theory whose U(1)s have any matrix h, which is the coupling `h`."""

    def _h(self, values: Mapping[str, Value]) -> Real:
        return np.asarray(values["h"], dtype=float)

    def all_betas(self, values: Mapping[str, Value], compute: Callable[[Theory], Betas]) -> dict[str, Value]:
        """Beta functions by coupling, that of h among them."""
        betas = compute(self.theory(values))
        h = self._h(values)
        result: dict[str, Value] = dict(betas.simple)
        result["h"] = np.asarray(-h @ betas.inverse_h @ h, dtype=complex)
        for kind in get_args(Kind):
            result |= self._project(kind, np.asarray(getattr(betas, kind), dtype=complex))
        return result


def component_theory(file: ModelFile, couplings: Mapping[str, str], symmetries: Mapping[str, int]) -> CorpusTheory:
    """The theory of a model file.

    Args:
        file: for PyR@TE.
        couplings: of gauge groups by their names.
        symmetries: 1 or -1 for symmetric and antisymmetric matrices, by names of our couplings.
    """
    simple = {name: (n, couplings[name]) for name, n in file.groups.items() if n > 1}
    model = CorpusTheory(simple, {name: couplings[name] for name, n in file.groups.items() if n == 1})
    for name, numbers in file.numbers.items():
        irreps = {g: representation(simple[g][0], numbers[g]) for g in simple if numbers.get(g, "1") != "1"}
        charges = {g: Fraction(numbers[g]) for g in model.abelian if g in numbers}
        if name in file.generations:
            side: Literal["left", "right"] = "left" if file.chiralities[name] == "left" else "right"
            by_generation: dict[str, float | Fraction | Sequence[float | Fraction]] = {**charges}
            model.fermion(name, side, irreps, file.generations[name], **by_generation)
        else:
            model.scalar(name, irreps, real=name in file.real, **charges)
    for entry in file.entries:
        _add(model, file, entry, symmetries)
    return model


def representation(n: int, number: str) -> Representation:
    """A representation by its dimension or Dynkin labels: symmetric, with two antisymmetric indices, or the adjoint."""
    if number == f"-{n}":
        return antifundamental(n)
    if number == str(n):
        return fundamental(n)
    labels = [int(word) for word in re.findall(r"\d+", number)] if number.startswith("[") else []
    if labels and labels[0] == sum(labels):
        return symmetric(n, labels[0])
    if labels and labels[1] == sum(labels) == 1:
        return two_index(n, -1)
    assert not labels or labels == [1, *[0] * (n - 3), 1], number
    return adjoint(n)


def _add(model: CorpusTheory, file: ModelFile, entry: Entry, symmetries: Mapping[str, int]) -> None:
    """Adds the products of an entry under names of their own, and then as one."""
    parts = []
    for position, (number, factors) in enumerate(entry.terms):
        name = f"{entry.name} {position}"
        legs, tensors = _contraction(model, file, factors)
        if entry.blocks:
            same = entry.blocks[0] == entry.blocks[1] and len(entry.blocks[0].generations) > 1
            model.yukawa(name, legs, tensors, symmetries[entry.coupling] if same else 0)
        else:
            model.potential(name, legs, tensors, real=False)
        parts.append((float(number), model.terms.pop(name)))
    first = parts[0][1]

    def build(value: Array) -> Array:
        return np.asarray(sum(number * term.build(value) for number, term in parts))

    real = False
    if not entry.blocks:
        # A term and its conjugate were added: of a hermitian one this is twice the term.
        imaginary = build(np.asarray(1j))
        real = bool(np.allclose(imaginary, 0, atol=1e-12))
        whole = (lambda value: build(value) / 2) if real else build
    else:
        whole = build
    model.terms[entry.name] = type(first)(first.kind, first.shape, whole, first.symmetry, real)


def _contraction(
    model: CorpusTheory, file: ModelFile, factors: tuple[Factor, ...]
) -> tuple[list[Leg], dict[str, Array]]:
    """Legs, fermions first, and for each group the tensor over their components."""
    fields = [factor for factor in factors if _is_field(file, factor)]
    ordered = sorted(fields, key=lambda factor: _plain(file, factor)[0] not in file.generations)
    legs = [_plain(file, f) for f in ordered]
    tensors = {}
    for group, (n, _) in model.simple.items():
        operands: list[tuple[Array, list[str]]] = []
        letters: set[str] = set()
        shape, output = [], []
        for position, (factor, (name, _)) in enumerate(zip(ordered, legs, strict=True)):
            multiplet = model.fermions.get(name) or model.scalars[name]
            acting = [g for g in model.simple if g in multiplet.representations]
            shape.append(multiplet.representations[group].dimension if group in acting else 1)
            if group in acting:
                letter = factor.indices[acting.index(group)]
                letters.add(letter)
                operands.append((np.eye(shape[-1], dtype=complex), [f"leg{position}", letter]))
                output.append(f"leg{position}")
        for factor in factors:
            if factor.name in file.generators and file.generators[factor.name][0] == group:
                matrices = representation(n, file.generators[factor.name][1]).generators
                operands.append((matrices, list(factor.indices)))
                letters |= set(factor.indices)
        for factor in factors:
            if factor.name == "Eps" and set(factor.indices) <= letters:
                operands.append((epsilon(n), list(factor.indices)))
        tensors[group] = _einsum(operands, output).reshape(shape)
    return legs, tensors


def _is_field(file: ModelFile, factor: Factor) -> bool:
    return factor.name != "Eps" and factor.name not in file.generators


def _plain(file: ModelFile, factor: Factor) -> Leg:
    """Name of the field, and whether it is conjugated."""
    if factor.name in file.numbers:
        return factor.name, False
    return factor.name.removesuffix("bar"), True


def _einsum(operands: list[tuple[Array, list[str]]], output: list[str]) -> Array:
    """The contraction of all indices but those of the output."""
    if not operands:
        return np.ones((), dtype=complex)
    numbers: dict[str, int] = {}
    arguments: list[Any] = []
    for array, indices in operands:
        arguments += [array, [numbers.setdefault(index, len(numbers)) for index in indices]]
    return np.asarray(np.einsum(*arguments, [numbers[index] for index in output], optimize=True))
