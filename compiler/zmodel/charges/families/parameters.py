"""Names for the free parameters of a family, and its charges in terms of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import count

from flint import fmpq, fmpq_mat

from zmodel.algebra import Polynomial, Ring
from zmodel.algebra.polynomial import fraction
from zmodel.charges.conditions import Unknowns
from zmodel.charges.elimination import Row, integer_kernel, reduced_rows
from zmodel.charges.families.decompose import Component, Poly, linear_row
from zmodel.model import Model

GENERATOR_PARAMETERS: Mapping[str, str] = {"L_e": "a_e", "L_mu": "a_mu", "L_tau": "a_tau"}
"""Coefficients of lepton numbers as papers call them; that of Y is `a_Y`, and so on."""


@dataclass(frozen=True)
class Parameters:
    """Free parameters, and unknowns in terms of them.

    Attributes:
        ring: the polynomials in the parameters.
        unknowns: each unknown by name, and each parameter of the model that charges depend on, of degree one at most.
    """

    ring: Ring
    unknowns: Mapping[str, Polynomial]

    @cached_property
    def _images(self) -> tuple[Polynomial, ...]:
        return tuple(self.unknowns.values())

    def express(self, polynomial: Poly) -> Polynomial:
        """A polynomial in the unknowns, in their order, as one in the parameters."""
        total = self.ring.zero
        for exponents, coefficient in polynomial.to_dict().items():
            term = self.ring.constant(fraction(coefficient))
            for image, power in zip(self._images, exponents, strict=True):
                term = term * image ** int(power)
            total = total + term
        return total


@dataclass(frozen=True)
class Chosen:
    """Parameters of a component, its generator in terms of them, and a basis of integer charges."""

    parameters: Parameters
    generator: Mapping[str, Polynomial] | None
    basis: tuple[tuple[int, ...], ...]


def choose_parameters(
    model: Model, unknowns: Unknowns, component: Component, generator: Mapping[str, Row] | None
) -> Chosen:
    """Names the parameters of a component.

    Parameters of the model that are free stay. Then coefficients of L_e, L_mu, L_tau, Y and further generators are
    taken, as far as they are independent, and then unknowns, so that `?L2` becomes `X_L2`.

    Args:
        model: for names that are taken.
        unknowns: of the group, in the order of the component.
        component: whose linear space is parametrised.
        generator: coefficients of generators, if the charges are such a combination.
    """
    candidates = list(_candidates(unknowns, component, generator or {}))
    picked = _independent(candidates, len(component.free))
    ring = Ring(tuple(_fresh_names([name for name, _ in picked], unknowns, model)))
    free = _inverted(ring, component, [row for _, row in picked])
    images = {}
    for name, image in zip(unknowns.names, component.images, strict=True):
        images[name] = _combined(ring, linear_row(image), free)
    found = None
    if generator is not None:
        found = {name: _combined(ring, row, free) for name, row in generator.items()}
    homogeneous = not any(row[-1] for row in component.rows)
    basis = integer_kernel(component.rows, len(unknowns.names)) if homogeneous else ()
    return Chosen(Parameters(ring, images), found, basis)


def _candidates(unknowns: Unknowns, component: Component, generator: Mapping[str, Row]) -> Iterator[tuple[str, Row]]:
    size = len(unknowns.names)
    own = {
        unknowns.names[position]: tuple(Fraction(int(i == position)) for i in range(size + 1))
        for position in component.free
    }
    yield from ((name, row) for name, row in own.items() if name in unknowns.parameters)
    for label, row in generator.items():
        yield GENERATOR_PARAMETERS.get(label, f"a_{label.replace('_', '')}"), row
    for name, row in own.items():
        if name not in unknowns.parameters:
            yield f"{unknowns.group}_{name.removeprefix('?')}", row


def _independent(candidates: Sequence[tuple[str, Row]], wanted: int) -> list[tuple[str, Row]]:
    """The first ones whose linear parts are independent."""
    picked: list[tuple[str, Row]] = []
    for name, row in candidates:
        if len(picked) < wanted and len(reduced_rows([*(r[:-1] for _, r in picked), row[:-1]])) > len(picked):
            picked.append((name, row))
    return picked


def _fresh_names(names: Sequence[str], unknowns: Unknowns, model: Model) -> Iterator[str]:
    """Names of parameters of the model as they are, others changed where the model uses them."""
    taken = {item.name for group in (model.groups, model.fields, model.couplings, model.parameters) for item in group}
    taken |= {name for group in model.groups for name in (group.coupling, group.boson, group.mass) if name}
    taken |= {kept.name for coupling in model.couplings for kept in coupling.kept}
    taken |= {mixing.name for mixing in model.mixings}
    for name in names:
        if name in unknowns.parameters:
            yield name
            continue
        choices = (name if n == 1 else f"{name}_{n}" for n in count(1))
        fresh = next(choice for choice in choices if choice not in taken)
        taken.add(fresh)
        yield fresh


def _inverted(ring: Ring, component: Component, rows: Sequence[Row]) -> dict[int, Polynomial]:
    """The free unknowns in terms of parameters that are given as rows in the unknowns."""
    if not rows:
        return {}
    entries = [fmpq(row[i].numerator, row[i].denominator) for row in rows for i in component.free]
    inverse = fmpq_mat(len(rows), len(rows), entries).inv()
    shifted = [ring.symbol(name) - ring.constant(row[-1]) for name, row in zip(ring.symbols, rows, strict=True)]
    result = {}
    for k, position in enumerate(component.free):
        total = ring.zero
        for j, value in enumerate(shifted):
            total = total + value * ring.constant(fraction(inverse[k, j]))
        result[position] = total
    return result


def _combined(ring: Ring, row: Row, free: Mapping[int, Polynomial]) -> Polynomial:
    total = ring.constant(row[-1])
    for position, value in free.items():
        total = total + value * ring.constant(row[position])
    return total
