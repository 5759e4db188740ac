"""What gauge bosons contribute to the general formulas: Casimirs, indices, exchange between two lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from typing import Literal

from zmodel.algebra import Polynomial
from zmodel.algebra.flavour import FlavourSum
from zmodel.derive.beta.generators import Generators, GroupPair, build_generators, exchanged, group_pairs
from zmodel.derive.beta.memo import remembered
from zmodel.derive.beta.theory import Theory
from zmodel.model import Field, Group

MetricName = Literal["G", "C2G", "S2S", "S2F"]
"""G itself, or G M G with M the adjoint Casimir, the scalar index or the (doubled) fermion index."""

ScalarPair = dict[tuple[int, int], Polynomial]
"""Values by two scalar indices."""
FermionPair = tuple[tuple[int, int, FlavourSum, FlavourSum], ...]
"""Two fermion indices, and the flavour matrices at the places of the first and the second generator."""


@dataclass(frozen=True)
class GaugeBlocks:
    """Lazily computed gauge structures of a theory; each is computed once."""

    theory: Theory
    memory: dict[object, object] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def generators(self) -> Mapping[str, Generators]:
        """T^A of every gauge group."""
        return build_generators(self.theory)

    @cached_property
    def pairs(self) -> tuple[GroupPair, ...]:
        """All entries that a metric can have."""
        return group_pairs(self.theory)

    def group(self, name: str) -> Group:
        """A gauge group by name."""
        return next(group for group in self.theory.model.gauge_groups if group.name == name)

    # -------------------------------------------------------------- metrics
    @remembered
    def metric(self, name: MetricName) -> Mapping[GroupPair, Polynomial]:
        """The matrix of squared couplings, bare or with a self-energy in the middle."""
        couplings = {pair: self._squared_coupling(pair) for pair in self.pairs}
        if name == "G":
            return couplings
        middle = {pair: self.index(name, pair) for pair in self.pairs}
        result: dict[GroupPair, Polynomial] = {}
        for a, b in self.pairs:
            if not self.group(a).is_abelian:
                result[a, b] = couplings[a, b] ** 2 * middle[a, b]
                continue
            names = [group.name for group in self.theory.model.abelian_groups]
            terms = (couplings[a, c] * middle[c, d] * couplings[d, b] for c, d in product(names, names))
            result[a, b] = sum(terms, self.theory.ring.zero)
        return result

    def _squared_coupling(self, pair: GroupPair) -> Polynomial:
        group = self.group(pair[0])
        return self.theory.h[pair] if group.is_abelian else self.theory.ring.symbol(group.coupling or "") ** 2

    # -------------------------------------------------------------- indices
    def index(self, name: MetricName, pair: GroupPair) -> Polynomial:
        """The number that `G M G` has in the middle."""
        match name:
            case "C2G":
                return self.adjoint_casimir(pair)
            case "S2S":
                return self.scalar_index(pair)
            case "S2F":
                return self.fermion_index(pair)
        raise ValueError(name)

    def adjoint_casimir(self, pair: GroupPair) -> Polynomial:
        """C2(G)."""
        group = self.group(pair[0])
        return self.theory.ring.constant(0 if group.is_abelian else group.n)

    @remembered
    def fermion_index(self, pair: GroupPair) -> Polynomial:
        """S2(F) over the doubled fermions: twice the sum over Weyl spinors."""
        ring, alphabet = self.theory.ring, self.theory.alphabet
        result = self.fermion_trace(pair, lambda _: alphabet.scalar(ring.one))
        return result.terms.get(((), ()), ring.zero)

    @remembered
    def scalar_index(self, pair: GroupPair) -> Polynomial:
        """S2(S) over real scalars: a complex field counts twice."""
        ring, alphabet = self.theory.ring, self.theory.alphabet
        result = self.scalar_trace(pair, lambda _: alphabet.scalar(ring.one))
        return result.terms.get(((), ()), ring.zero)

    def fermion_trace(self, pair: GroupPair, line: Callable[[int], FlavourSum]) -> FlavourSum:
        """tr(T^A T^B L) over the doubled fermions, for an invariant L.

        Args:
            pair: the groups of A and B; of a simple group the number in front of the metric is meant.
            line: the diagonal block of L at a component; by invariance one per field is enough.
        """
        theory = self.theory
        result = theory.alphabet.zero
        for model_field, component in self.first_fermions:
            index = self._index(model_field, pair)
            if index.is_zero():
                continue
            value = line(component)
            if pair[0] in model_field.charges:
                value = theory.alphabet.diagonal(pair[0], model_field.name) * value
                value = value * theory.alphabet.diagonal(pair[1], model_field.name)
            result = result + value.trace(model_field.generations).scale(2 * index)
        return result

    def scalar_trace(self, pair: GroupPair, line: Callable[[int], FlavourSum]) -> FlavourSum:
        """tr(T^A T^B L) over real scalars, for an invariant L; see `fermion_trace`."""
        theory = self.theory
        result = theory.alphabet.zero
        for model_field, component in self.first_scalars:
            index = self._index(model_field, pair)
            if index.is_zero():
                continue
            if pair[0] in model_field.charges:
                for name in pair:
                    index = index * theory.ring.embed(model_field.charges[name][0], theory.model.ring)
            result = result + line(component).scale(index if model_field.is_real else 2 * index)
        return result

    def _index(self, model_field: Field, pair: GroupPair) -> Polynomial:
        """The Dynkin index times the other dimensions; for U(1)s the dimension, charges left out."""
        ring = self.theory.ring
        if self.group(pair[0]).is_abelian:
            charged = all(name in model_field.charges for name in pair)
            return ring.constant(model_field.dimension if charged else 0)
        if pair[0] not in model_field.irreps:
            return ring.zero
        irrep = model_field.irreps[pair[0]]
        return ring.constant(irrep.dynkin_index * (model_field.dimension // irrep.dimension))

    @cached_property
    def first_fermions(self) -> tuple[tuple[Field, int], ...]:
        """Every fermion multiplet with its first component."""
        first = {f.field: i for i, f in reversed(list(enumerate(self.theory.fermions)))}
        return tuple((model_field, first[model_field.name]) for model_field in self.theory.model.fermions)

    @cached_property
    def first_scalars(self) -> tuple[tuple[Field, int], ...]:
        """Every scalar multiplet with its first component."""
        first = {s.field: i for i, s in reversed(list(enumerate(self.theory.scalars)))}
        return tuple((model_field, first[model_field.name]) for model_field in self.theory.model.scalars)

    # -------------------------------------------------------------- Casimirs
    @remembered
    def fermion_casimir(self, component: int, metric: MetricName = "G") -> FlavourSum:
        """C2(F) with a metric, coupling constants included; a diagonal flavour matrix.

        Quadratic in the charges, so the sign of a right-handed field's does not matter.
        """
        name = self.theory.fermions[component].field
        alphabet = self.theory.alphabet
        result = alphabet.scalar(self._simple_casimir(name, metric))
        for (a, b), value in self.metric(metric).items():
            if (a, name) in alphabet.charges and (b, name) in alphabet.charges:
                result = result + (alphabet.diagonal(a, name) * alphabet.diagonal(b, name)).scale(value)
        return result

    @remembered
    def scalar_casimir(self, component: int, metric: MetricName = "G") -> Polynomial:
        """C2(S) with a metric, coupling constants included; zero for the dummy scalar."""
        theory = self.theory
        if component == theory.dummy:
            return theory.ring.zero
        name = theory.scalars[component].field
        charges = {
            group: theory.ring.embed(values[0], theory.model.ring)
            for group, values in theory.model.field(name).charges.items()
        }
        result = self._simple_casimir(name, metric)
        for (a, b), value in self.metric(metric).items():
            if a in charges and b in charges:
                result = result + charges[a] * charges[b] * value
        return result

    def _simple_casimir(self, name: str, metric: MetricName) -> Polynomial:
        irreps = self.theory.model.field(name).irreps
        terms = (
            value * self.theory.ring.constant(irreps[a].casimir)
            for (a, _), value in self.metric(metric).items()
            if a in irreps
        )
        return sum(terms, self.theory.ring.zero)

    # -------------------------------------------------------------- exchange between two lines
    @remembered
    def scalar_exchange(self, a: int, b: int, metric: MetricName = "G") -> ScalarPair:
        """T^A_a^e G_AB T^B_b^f by (e, f)."""
        result: ScalarPair = {}
        for pair, coupling in self.metric(metric).items():
            for key, value in self.unit_scalar_exchange(a, b, pair).items():
                value = value * coupling
                result[key] = result[key] + value if key in result else value
        return result

    @remembered
    def unit_scalar_exchange(self, a: int, b: int, pair: GroupPair) -> ScalarPair:
        """The exchange of the bosons of one pair of groups, without coupling constants."""
        result: ScalarPair = {}
        first, second = (self.generators[name].scalars for name in pair)
        for x, y, value in exchanged(self.theory, pair):
            for (e, left), (f, right) in product(first[x].get(a, {}).items(), second[y].get(b, {}).items()):
                total = value * left * right
                result[e, f] = result[e, f] + total if (e, f) in result else total
        return {key: value for key, value in result.items() if not value.is_zero()}

    @remembered
    def fermion_exchange(self, k: int, p: int) -> FermionPair:
        """T^A^k_m G_AB T^B^n_p, by m and n."""
        return tuple(
            (m, n, left.scale(coupling), right)
            for pair, coupling in self.metric("G").items()
            if not coupling.is_zero()
            for m, n, left, right in self.unit_fermion_exchange(k, p, pair)
        )

    @remembered
    def unit_fermion_exchange(self, k: int, p: int, pair: GroupPair) -> FermionPair:
        """The exchange of the bosons of one pair of groups, without coupling constants."""
        first, second = (self.generators[name].fermions for name in pair)
        if self.group(pair[0]).is_abelian:
            if k not in first[0] or p not in second[0]:
                return ()
            return ((k, p, first[0][k][k], second[0][p][p]),)
        one = self.theory.alphabet.scalar(self.theory.ring.one)
        result: dict[tuple[int, int], FlavourSum] = {}
        for x, y, value in exchanged(self.theory, pair):
            for m, left in first[x].get(k, {}).items():
                for n, right in self._columns(pair[1], y).get(p, {}).items():
                    total = (left * right).scale(value)
                    result[m, n] = result[m, n] + total if (m, n) in result else total
        return tuple((m, n, value, one) for (m, n), value in result.items() if value)

    @remembered
    def _columns(self, group: str, number: int) -> dict[int, dict[int, FlavourSum]]:
        """A fermion generator by column, then row."""
        result: dict[int, dict[int, FlavourSum]] = {}
        for row, entries in self.generators[group].fermions[number].items():
            for column, value in entries.items():
                result.setdefault(column, {})[row] = value
        return result

    @remembered
    def mixed_exchange(self, a: int, i: int) -> Mapping[tuple[int, int], FlavourSum]:
        """T^A_a^e G_AB T^B^i_k between a scalar and a fermion, by (e, k)."""
        result: dict[tuple[int, int], FlavourSum] = {}
        for pair, coupling in self.metric("G").items():
            scalars, fermions = self.generators[pair[0]].scalars, self.generators[pair[1]].fermions
            for x, y, value in exchanged(self.theory, pair):
                for e, left in scalars[x].get(a, {}).items():
                    for k, right in fermions[y].get(i, {}).items():
                        total = right.scale(left * value * coupling)
                        result[e, k] = result[e, k] + total if (e, k) in result else total
        return result

    @remembered
    def scalar_box(self, a: int, b: int, c: int, d: int, metric: MetricName = "G") -> Polynomial:
        """(T^A T^C)_ab (T^B T^D)_cd G_AB G_CD, the second G with the given metric."""
        theory = self.theory
        result = theory.ring.zero
        if theory.dummy in (a, b, c, d):
            return result
        second, fourth = theory.scalars[b], theory.scalars[d]
        for (x, y), value in self.scalar_exchange(a, c).items():
            other = self.scalar_exchange(x, y, metric).get((second.partner, fourth.partner))
            if other is not None:
                result = result + value * other
        return result * theory.ring.constant(1 / (second.weight * fourth.weight))

    @remembered
    def seagull_on_fermions(self, a: int, b: int) -> Mapping[int, Mapping[int, FlavourSum]]:
        """1/2 {T^A, T^C}_ab (T_A T_C)^i_j, as a matrix from upper i to lower j."""
        theory = self.theory
        result: dict[int, dict[int, FlavourSum]] = {}
        if theory.dummy in (a, b):
            return result
        for first, second in ((a, b), (b, a)):
            last = theory.scalars[second]
            factor = theory.ring.constant(1 / (2 * last.weight))
            for i in range(len(theory.fermions)):
                row = result.setdefault(i, {})
                for (x, k), value in self.mixed_exchange(first, i).items():
                    for (e, j), other in self.mixed_exchange(x, k).items():
                        if e == last.partner:
                            total = (value * other).scale(factor)
                            row[j] = row[j] + total if j in row else total
        return result
