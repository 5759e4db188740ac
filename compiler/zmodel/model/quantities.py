"""What may have a number: parameters, vacuum values, masses and couplings, and how a number is given to them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from zmodel.model.draft import Draft
from zmodel.model.expressions import InvalidError, Scope
from zmodel.model.model import DeclaredCoupling, Field, Group, Mixing, Model
from zmodel.model.terms import generation_shape
from zmodel.source import Span
from zmodel.syntax import ast

ALPHA_NORM = (4 * math.pi) ** 2
"""alpha(g) = g^2/(4 pi)^2, alpha(Y) = |Y|^2/(4 pi)^2, alpha(lambda) = lambda/(4 pi)^2 (paper A, Eq. 46)."""


@dataclass(frozen=True)
class Quantities:
    """What may have a number.

    Attributes:
        shapes: the shape of every coupling and parameter.
        squared: couplings whose alpha() is quadratic, see `ALPHA_NORM`.
        linear: couplings whose alpha() is linear.
        mixings: of U(1)s.
    """

    shapes: Mapping[str, tuple[int, ...]]
    squared: frozenset[str]
    linear: frozenset[str]
    mixings: frozenset[str]

    def is_pure(self, name: str) -> bool:
        """Whether a coupling is known to have no dimension; False for what may have one, such as parameters."""
        return name in self.squared | self.linear | self.mixings

    def alpha_power(self, name: str) -> Literal[0, 1, 2]:
        """1 for alpha = g^2/(4 pi)^2, 2 for alpha = lambda/(4 pi)^2, 0 for what has no alpha."""
        return 1 if name in self.squared else 2 if name in self.linear else 0


@dataclass(frozen=True)
class Target:
    """What a number is given to.

    Attributes:
        name: of the coupling or parameter.
        indices: of an element, counted from 0; less of them for a row, or all.
        power: 0 if the number is the value, 1 if it is alpha = g^2/(4 pi)^2, 2 if it is alpha = lambda/(4 pi)^2.
    """

    name: str
    indices: tuple[int, ...]
    power: Literal[0, 1, 2]

    @property
    def label(self) -> str:
        """Of the element."""
        return entry_label(self.name, self.indices)

    def value_of(self, number: Any) -> Any:
        """The value that a number, or an array of them, stands for."""
        if self.power == 1:
            return (ALPHA_NORM * number) ** 0.5
        return ALPHA_NORM * number if self.power == 2 else number

    def number_of(self, value: Any) -> Any:
        """The number that stands for a value."""
        if self.power == 1:
            return abs(value) ** 2 / ALPHA_NORM
        return value / ALPHA_NORM if self.power == 2 else value


def entry_label(name: str, indices: tuple[int, ...]) -> str:
    """`Yd[2,3]` for indices that count from 0; the name for a number."""
    return f"{name}[{','.join(str(index + 1) for index in indices)}]" if indices else name


def model_quantities(model: Model) -> Quantities:
    """What may have a number in a model."""
    fields = {item.name: item for item in model.fields}
    parameters = [item.name for item in model.parameters if not item.name.startswith("?")]
    return _quantities(parameters, model.mixings, model.groups, model.couplings, fields)


def declared_places(model: Model) -> dict[str, Span]:
    """Where what may have a number in a model is declared."""
    kept = [item for coupling in model.couplings for item in coupling.kept or (coupling,)]
    gauge = {group.coupling: group.span for group in model.groups if group.coupling is not None}
    return gauge | {item.name: item.span for item in (*model.parameters, *model.mixings, *kept)}


def draft_quantities(draft: Draft) -> Quantities:
    """The same for a model in the making."""
    parameters = draft.known_parameters
    couplings = draft.couplings.values()
    return _quantities(parameters, draft.mixings.values(), draft.groups.values(), couplings, draft.fields)


def _quantities(
    parameters: Iterable[str],
    mixings: Iterable[Mixing],
    groups: Iterable[Group],
    couplings: Iterable[DeclaredCoupling],
    fields: Mapping[str, Field],
) -> Quantities:
    mixed = [mixing.name for mixing in mixings]
    gauge = {group.coupling for group in groups if group.coupling is not None}
    names = [*parameters, *mixed, *gauge]
    shapes: dict[str, tuple[int, ...]] = dict.fromkeys(names, ())
    squared: set[str] = set(gauge)
    linear: set[str] = set()
    for coupling in couplings:
        if coupling.kept:
            own: dict[str, tuple[int, ...]] = dict.fromkeys([kept.name for kept in coupling.kept], ())
        else:
            own = {coupling.name: generation_shape(coupling.monomials[0], fields)}
        shapes |= own
        if coupling.kind == "yukawa":
            squared |= own.keys()
        elif coupling.kind == "potential" and len(coupling.monomials[0].legs) == 4:
            linear |= own.keys()
    return Quantities(shapes, frozenset(squared), frozenset(linear), frozenset(mixed))


def resolve_target(node: ast.Target, quantities: Quantities, scope: Scope, whole: bool = False) -> Target:
    """Looks up what a number is given to.

    Args:
        node: as written.
        quantities: what there is.
        scope: where errors go.
        whole: whether an array without indices is meant as a whole.

    Raises:
        InvalidError: after reporting what is wrong.
    """
    name = node.name.name
    if node.function is not None and node.function.name != "alpha":
        message = f"`{node.function.name}` is no function of couplings"
        raise scope.fail("Z122", message, node.function.span, ["the only one is alpha"])
    if name not in quantities.shapes:
        scope.context.unknown_name(name, node.name.span, "coupling or parameter", quantities.shapes)
        raise InvalidError
    power = 0 if node.function is None else quantities.alpha_power(name)
    if node.function is not None and not power:
        message = f"`{name}` is not a dimensionless coupling, so it has no alpha"
        raise scope.fail("Z115", message, node.name.span)
    if node.entry is None and whole:
        return Target(name, (), power)
    indices = () if node.entry is None else node.entry.indices
    span = node.name.span if node.entry is None else node.entry.span
    check_indices(name, indices, quantities, span, scope)
    return Target(name, tuple(index - 1 for index in indices), power)


def check_indices(name: str, indices: tuple[int, ...], quantities: Quantities, span: Span, scope: Scope) -> None:
    """Indices, counted from 1, must pick a number.

    Raises:
        InvalidError: after reporting that they do not.
    """
    shape = quantities.shapes[name]
    if len(indices) == len(shape) and all(1 <= i <= n for i, n in zip(indices, shape, strict=True)):
        return
    message = f"`{name}` is a {shape_name(shape)}" if shape else f"`{name}` is a single number"
    raise scope.fail("Z124", message, span)


def shape_name(shape: tuple[int, ...]) -> str:
    """In words."""
    if len(shape) == 1:
        return f"list of {shape[0]}"
    return " x ".join(map(str, shape)) + " matrix"
