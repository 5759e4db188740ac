"""Formulas with indices to polynomials in the components of fields.

Components are those of `zmodel.groups`: of an adjoint phi^a the coefficients of the matrices E_ij and of diagonal ones,
phi^A lambda^A = sum_X phi_X t_X, so that all stays rational. An index of the adjoint is raised with tr(t_X t_Y)/2.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import permutations, product

from zmodel.exchange.pyrate import numbers
from zmodel.exchange.pyrate.expression import Constant, Node, Power, Product, Sum, Symbol
from zmodel.exchange.pyrate.numbers import Value
from zmodel.groups import Irrep, adjoint, basis, component_conjugation
from zmodel.groups.weights import permutation_sign

MAX_TERMS = 200_000
"""Products of components that one formula is multiplied out to."""

Atom = tuple[str, bool, int]
"""A component: field, whether conjugated, index."""

Key = tuple[tuple[Atom, ...], tuple[Atom, ...]]
"""A product of components: fermions in written order, scalars sorted."""

Polynomial = Mapping[Key, Value]


class TensorError(ValueError):
    """A formula that makes no sense, or that cannot be worked with."""


class UnsupportedError(TensorError):
    """A formula that may make sense, but has no counterpart in our language."""


@dataclass(frozen=True)
class Kind:
    """What an index runs over: components of an irrep, or of its conjugate.

    The fundamental and its conjugate are one kind, as an index of either meets both `kd` and `Eps`.
    """

    irrep: Irrep
    conjugated: bool = False

    @property
    def size(self) -> int:
        """How many values the index has."""
        return self.irrep.dimension

    @property
    def is_adjoint(self) -> bool:
        """Whether components are those of a matrix."""
        return self.irrep == adjoint(self.irrep.n)


@dataclass(frozen=True)
class Tensor:
    """A polynomial for each choice of its indices; no entry is zero."""

    kinds: tuple[Kind, ...]
    entries: Mapping[tuple[int, ...], Polynomial]


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
UNIT: Polynomial = {((), ()): Fraction(1)}


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
                result = _times(result, factor.entries.get((), {}))
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
            total[position] = _plus(total.get(position, {}), polynomial)
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
        yield item.indices, _invariant_tensor(item.name, Kind(kinds[item.indices[0]].irrep), len(item.indices))


def _traced(indices: tuple[str, ...], tensor: Tensor) -> tuple[tuple[str, ...], Tensor]:
    """With indices that stand twice on one tensor summed over."""
    twice = next((index for index in indices if indices.count(index) == 2), None)
    if twice is None:
        return indices, tensor
    first, second = (i for i, index in enumerate(indices) if index == twice)
    metric = _metric(tensor.kinds[first], tensor.kinds[second])
    kept = [i for i in range(len(indices)) if i not in (first, second)]
    total: dict[tuple[int, ...], Polynomial] = {}
    for position, polynomial in tensor.entries.items():
        weight = metric.get((position[first], position[second]))
        if weight is not None:
            place = tuple(position[i] for i in kept)
            total[place] = _plus(total.get(place, {}), _scaled(polynomial, weight))
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
    metrics = [_partners(left.kinds[i], tensor.kinds[j]) for i, j in pairs]
    right: dict[tuple[int, ...], list[tuple[tuple[int, ...], Polynomial]]] = defaultdict(list)
    for position, polynomial in tensor.entries.items():
        right[tuple(position[j] for _, j in pairs)].append((tuple(position[j] for j in kept_right), polynomial))
    total: dict[tuple[int, ...], dict[Key, Value]] = {}
    count = 0
    for position, polynomial in left.entries.items():
        rest = tuple(position[i] for i in kept_left)
        for choice in product(*(metric.get(position[i], ()) for metric, (i, _) in zip(metrics, pairs, strict=True))):
            weight = Fraction(1)
            for _, factor in choice:
                weight *= factor
            for others, factor_polynomial in right.get(tuple(partner for partner, _ in choice), ()):
                count += len(polynomial) * len(factor_polynomial)
                if count > MAX_TERMS:
                    raise UnsupportedError(f"multiplied out, it has more than {MAX_TERMS} products")
                _add_product(total.setdefault((*rest, *others), {}), polynomial, factor_polynomial, weight)
    kinds = (*(left.kinds[i] for i in kept_left), *(tensor.kinds[j] for j in kept_right))
    entries = {position: {k: v for k, v in value.items() if v != 0} for position, value in total.items()}
    names = (*(before[i] for i in kept_left), *(indices[j] for j in kept_right))
    return names, Tensor(kinds, {position: value for position, value in entries.items() if value})


# ------------------------------------------------------------------ polynomials
def _add_product(total: dict[Key, Value], left: Polynomial, right: Polynomial, weight: Fraction) -> None:
    for (fermions, scalars), a in left.items():
        scaled = numbers.multiply(a, weight)
        for (more_fermions, more_scalars), b in right.items():
            merged = tuple(sorted(scalars + more_scalars)) if scalars and more_scalars else scalars + more_scalars
            key = (fermions + more_fermions, merged)
            value = numbers.multiply(scaled, b)
            known = total.get(key)
            total[key] = value if known is None else numbers.add(known, value)


def _times(left: Polynomial, right: Polynomial) -> Polynomial:
    if len(left) * len(right) > MAX_TERMS:
        raise UnsupportedError(f"multiplied out, it has more than {MAX_TERMS} products")
    total: dict[Key, Value] = {}
    _add_product(total, left, right, Fraction(1))
    return {key: value for key, value in total.items() if value != 0}


def _plus(left: Polynomial, right: Polynomial) -> Polynomial:
    total = dict(left)
    for key, value in right.items():
        known = total.get(key)
        total[key] = value if known is None else numbers.add(known, value)
    return {key: value for key, value in total.items() if value != 0}


def _scaled(polynomial: Polynomial, factor: Value) -> Polynomial:
    return {key: numbers.multiply(value, factor) for key, value in polynomial.items()}


# ------------------------------------------------------------------ sums over indices
@lru_cache(maxsize=256)
def _metric(first: Kind, second: Kind) -> Mapping[tuple[int, int], Fraction]:
    """What multiplies A_x B_y in a sum over an index that A and B have."""
    if first.irrep.dimension == first.irrep.n and first.irrep.n == second.irrep.n and first.size == second.size:
        return {(i, i): Fraction(1) for i in range(first.size)}
    if first.irrep != second.irrep:
        raise TensorError(f"an index of {first.size} values meets one of {second.size}, or of another kind")
    norms = basis(first.irrep).norms
    if first.conjugated != second.conjugated:
        return {(m, m): norm for m, norm in enumerate(norms)}
    if first.irrep.reality != "real":
        raise UnsupportedError(f"components of the {first.irrep.name} are contracted in a basis of PyR@TE's own")
    return component_conjugation(first.irrep)


@lru_cache(maxsize=256)
def _partners(first: Kind, second: Kind) -> Mapping[int, tuple[tuple[int, Fraction], ...]]:
    found: dict[int, list[tuple[int, Fraction]]] = defaultdict(list)
    for (x, y), weight in _metric(first, second).items():
        found[x].append((y, weight))
    return {x: tuple(pairs) for x, pairs in found.items()}


# ------------------------------------------------------------------ tensors that are there without a field
def generator_tensor(irrep: Irrep) -> Tensor:
    """`t(group, rep)`: an index of the adjoint, and row and column of the fundamental or the adjoint.

    Raises:
        UnsupportedError: for other representations.
    """
    n = irrep.n
    matrices = _raised_generators(n)
    if irrep.dimension == n:
        kinds = (Kind(adjoint(n)), Kind(irrep), Kind(irrep))
        entries: dict[tuple[int, ...], Polynomial] = {
            (x, i, j): _number(value) for x, matrix in enumerate(matrices) for (i, j), value in matrix.items()
        }
        return Tensor(kinds, entries)
    if irrep != adjoint(n):
        raise UnsupportedError(f"generators of the {irrep.name} are in a basis of PyR@TE's own")
    traces: dict[tuple[int, ...], Polynomial] = {place: _number(-2 * x) for place, x in _triple_traces(n).items()}
    return Tensor((Kind(irrep),) * 3, traces)


@lru_cache(maxsize=64)
def _invariant_tensor(name: str, kind: Kind, rank: int) -> Tensor:
    if name == "kd":
        if rank != 2:
            raise TensorError(f"`kd` has {rank} indices")
        entries: dict[tuple[int, ...], Polynomial]
        if kind.is_adjoint:
            # The inverse of the metric: contracted with it on one index, a vector stays what it is.
            entries = {(x, y): _number(1 / weight) for (x, y), weight in _metric(kind, kind).items()}
        else:
            entries = {(i, i): _number(Fraction(1)) for i in range(kind.size)}
        return Tensor((kind, kind), entries)
    if kind.size != rank:
        raise TensorError(f"`Eps` with {rank} indices of {kind.size} values each")
    if kind.size == kind.irrep.n:
        order = {place: Fraction(permutation_sign([-i for i in place])) for place in permutations(range(rank))}
        return Tensor((kind,) * rank, {place: _number(sign) for place, sign in order.items()})
    if kind.is_adjoint:
        # tr([T^a, T^b] T^c) = i eps^abc/2 for SU(2), the one group whose adjoint has as many values as Eps has indices.
        factor = numbers.multiply(Fraction(-2), numbers.IMAGINARY_UNIT)
        traces = _triple_traces(kind.irrep.n).items()
        return Tensor((kind,) * rank, {place: _number(numbers.multiply(factor, value)) for place, value in traces})
    raise UnsupportedError(f"`Eps` of components of the {kind.irrep.name}")


def _number(value: Value) -> Polynomial:
    return {((), ()): value}


@lru_cache(maxsize=16)
def _raised_generators(n: int) -> tuple[Mapping[tuple[int, int], Fraction], ...]:
    """T^X with sum_XY T^X G_XY phi^Y = phi^A T^A = Phi/2."""
    vectors = basis(adjoint(n))
    result = []
    for x in range(len(vectors.tensors)):
        (partner, weight), *_ = _partners(Kind(adjoint(n)), Kind(adjoint(n)))[x]
        tensor = vectors.tensors[partner]
        result.append({(index[0], index[1]): value / (2 * weight) for index, value in tensor.items()})
    return tuple(result)


@lru_cache(maxsize=16)
def _triple_traces(n: int) -> Mapping[tuple[int, int, int], Fraction]:
    """tr([T^X, T^Y] T^Z), raised like the generators."""
    matrices = _raised_generators(n)
    rows = [_by_row(matrix) for matrix in matrices]
    found: dict[tuple[int, int, int], Fraction] = defaultdict(Fraction)
    size = range(len(matrices))
    for x, y in product(size, size):
        for (i, j), a in matrices[x].items():
            for k, b in rows[y].get(j, ()):
                for z in size:
                    c = matrices[z].get((k, i))
                    if c is not None:
                        found[x, y, z] += a * b * c
                        found[y, x, z] -= a * b * c
    return {place: value for place, value in found.items() if value}


def _by_row(matrix: Mapping[tuple[int, int], Fraction]) -> Mapping[int, list[tuple[int, Fraction]]]:
    rows: dict[int, list[tuple[int, Fraction]]] = defaultdict(list)
    for (i, j), value in matrix.items():
        rows[i].append((j, value))
    return rows
