"""Formulas with indices to polynomials in the components of fields."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from zmodel.exchange.pyrate.expression import Constant, Node, Power, Product, Sum, Symbol
from zmodel.exchange.pyrate.invariants import Kind, Tensor, invariant_tensor, metric, partners
from zmodel.exchange.pyrate.numbers import Value
from zmodel.exchange.pyrate.polynomials import (
    MAX_TERMS,
    UNIT,
    Key,
    Polynomial,
    TensorError,
    UnsupportedError,
    add_product,
    plus,
    scaled,
    times,
)


@dataclass(frozen=True)
class Shapeless:
    """`Eps` or `kd`: a tensor whose indices are of the kind of those that they meet."""

    name: str


@dataclass(frozen=True)
class Unknown:
    """A quantity of the file that cannot be worked with, and why."""

    reason: str


Quantity = Tensor | Shapeless | Unknown
Environment = Mapping[str, Quantity]


def scalar(node: Node, environment: Environment) -> Polynomial:
    """The polynomial of a formula without free indices.

    Raises:
        TensorError: if it has some, or cannot be worked out.
    """
    indices, found = evaluate(node, environment)
    if indices:
        raise TensorError(f"the index {indices[0]} is not contracted")
    return found.entries.get((), {})


def define(node: Node, indices: tuple[str, ...], environment: Environment) -> Tensor:
    """The tensor of a definition, its indices in the order of the left-hand side.

    Raises:
        TensorError: if its indices are others, or it cannot be worked out.
    """
    free, found = evaluate(node, environment)
    if sorted(free) != sorted(indices) or len(set(indices)) < len(indices):
        raise TensorError(f"the free indices are {', '.join(free) or 'none'}, not {', '.join(indices) or 'none'}")
    return _reordered(free, found, indices)


def evaluate(node: Node, environment: Environment) -> tuple[tuple[str, ...], Tensor]:
    """The free indices of a formula and its tensor.

    Raises:
        TensorError: if it makes no sense; UnsupportedError if it may make some.
    """
    match node:
        case Constant(value):
            return (), Tensor((), {(): {((), ()): value}} if value != 0 else {})
        case Symbol():
            return _product((node,), environment)
        case Product(factors):
            return _product(factors, environment)
        case Power(base, exponent):
            indices, factor = evaluate(base, environment)
            if indices:
                raise TensorError(f"a power of something with the free index {indices[0]}")
            result = factor.entries.get((), {})
            for _ in range(exponent - 1):
                result = times(result, factor.entries.get((), {}))
            return (), Tensor((), {(): result} if result else {})
        case Sum(terms):
            return _sum([evaluate(term, environment) for term in terms])


def _sum(parts: Sequence[tuple[tuple[str, ...], Tensor]]) -> tuple[tuple[str, ...], Tensor]:
    indices, first = parts[0]
    total: dict[tuple[int, ...], Polynomial] = {}
    for free, part in parts:
        if sorted(free) != sorted(indices):
            raise TensorError("the terms of a sum have different free indices")
        for position, polynomial in _reordered(free, part, indices).entries.items():
            total[position] = plus(total.get(position, {}), polynomial)
    return indices, Tensor(first.kinds, {position: value for position, value in total.items() if value})


def _reordered(free: tuple[str, ...], tensor: Tensor, wanted: tuple[str, ...]) -> Tensor:
    order = [free.index(name) for name in wanted]
    entries = {tuple(position[i] for i in order): value for position, value in tensor.entries.items()}
    return Tensor(tuple(tensor.kinds[i] for i in order), entries)


# ------------------------------------------------------------------ products
def _product(factors: tuple[Node, ...], environment: Environment) -> tuple[tuple[str, ...], Tensor]:
    known: list[tuple[tuple[str, ...], Tensor] | Symbol] = []
    for factor in factors:
        if isinstance(factor, Symbol):
            quantity = _look_up(factor, environment)
            known.append(factor if isinstance(quantity, Shapeless) else (factor.indices, quantity))
        else:
            known.append(evaluate(factor, environment))
    counts = Counter(index for item in known for index in (item.indices if isinstance(item, Symbol) else item[0]))
    for index, count in counts.items():
        if count > 2:
            raise TensorError(f"the index {index} stands more than twice in a product")
    indices: tuple[str, ...] = ()
    result = Tensor((), {(): UNIT})
    for names, tensor in _with_shapes(known):
        indices, result = _contracted(*_traced(names, tensor), indices, result)
    return indices, result


def _look_up(symbol: Symbol, environment: Environment) -> Tensor | Shapeless:
    quantity = environment.get(symbol.name)
    if quantity is None:
        raise TensorError(f"`{symbol.name}` is not known here")
    if isinstance(quantity, Unknown):
        raise UnsupportedError(quantity.reason)
    if isinstance(quantity, Tensor) and len(quantity.kinds) != len(symbol.indices):
        raise TensorError(f"`{symbol.name}` has {len(quantity.kinds)} indices, not {len(symbol.indices)}")
    return quantity


def _with_shapes(
    items: Sequence[tuple[tuple[str, ...], Tensor] | Symbol],
) -> Iterator[tuple[tuple[str, ...], Tensor]]:
    """The factors, `Eps` and `kd` with indices of the kind of those that they are contracted with."""
    kinds: dict[str, Kind] = {}
    for item in items:
        if not isinstance(item, Symbol):
            kinds |= dict(zip(item[0], item[1].kinds, strict=True))
    shapeless = [item for item in items if isinstance(item, Symbol)]
    for _ in shapeless:
        for symbol in shapeless:
            found = next((kinds[index] for index in symbol.indices if index in kinds), None)
            if found is not None:
                kinds |= {index: found for index in symbol.indices if index not in kinds}
    for item in items:
        if not isinstance(item, Symbol):
            yield item
            continue
        if item.indices[:1] and item.indices[0] not in kinds:
            raise UnsupportedError(f"nothing tells which indices `{item.name}` has")
        if not 2 <= len(item.indices) <= 6:
            raise TensorError(f"`{item.name}` has {len(item.indices)} indices")
        yield item.indices, invariant_tensor(item.name, Kind(kinds[item.indices[0]].irrep), len(item.indices))


def _traced(indices: tuple[str, ...], tensor: Tensor) -> tuple[tuple[str, ...], Tensor]:
    """With indices that stand twice on one tensor summed over."""
    twice = next((index for index in indices if indices.count(index) == 2), None)
    if twice is None:
        return indices, tensor
    first, second = (i for i, index in enumerate(indices) if index == twice)
    weights = metric(tensor.kinds[first], tensor.kinds[second])
    kept = [i for i in range(len(indices)) if i not in (first, second)]
    total: dict[tuple[int, ...], Polynomial] = {}
    for position, polynomial in tensor.entries.items():
        weight = weights.get((position[first], position[second]))
        if weight is not None:
            place = tuple(position[i] for i in kept)
            total[place] = plus(total.get(place, {}), scaled(polynomial, weight))
    rest = Tensor(tuple(tensor.kinds[i] for i in kept), {k: v for k, v in total.items() if v})
    return _traced(tuple(indices[i] for i in kept), rest)


def _contracted(
    indices: tuple[str, ...], tensor: Tensor, before: tuple[str, ...], left: Tensor
) -> tuple[tuple[str, ...], Tensor]:
    """A product of two tensors, summed over the indices that both have; the left one's fermions come first."""
    shared = [index for index in before if index in indices]
    kept_left = [i for i, index in enumerate(before) if index not in shared]
    kept_right = [i for i, index in enumerate(indices) if index not in shared]
    pairs = [(before.index(index), indices.index(index)) for index in shared]
    metrics = [partners(left.kinds[i], tensor.kinds[j]) for i, j in pairs]
    right: dict[tuple[int, ...], list[tuple[tuple[int, ...], Polynomial]]] = defaultdict(list)
    for position, polynomial in tensor.entries.items():
        right[tuple(position[j] for _, j in pairs)].append((tuple(position[j] for j in kept_right), polynomial))
    total: dict[tuple[int, ...], dict[Key, Value]] = {}
    count = 0
    for position, polynomial in left.entries.items():
        rest = tuple(position[i] for i in kept_left)
        choices = (metric_of.get(position[i], ()) for metric_of, (i, _) in zip(metrics, pairs, strict=True))
        for choice in product(*choices):
            weight = Fraction(1)
            for _, factor in choice:
                weight *= factor
            for others, factor_polynomial in right.get(tuple(partner for partner, _ in choice), ()):
                count += len(polynomial) * len(factor_polynomial)
                if count > MAX_TERMS:
                    raise UnsupportedError(f"multiplied out, it has more than {MAX_TERMS} products")
                add_product(total.setdefault((*rest, *others), {}), polynomial, factor_polynomial, weight)
    kinds = (*(left.kinds[i] for i in kept_left), *(tensor.kinds[j] for j in kept_right))
    entries = {position: {k: v for k, v in value.items() if v != 0} for position, value in total.items()}
    names = (*(before[i] for i in kept_left), *(indices[j] for j in kept_right))
    return names, Tensor(kinds, {position: value for position, value in entries.items() if value})
