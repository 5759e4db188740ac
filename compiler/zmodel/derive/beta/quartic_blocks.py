"""Products of quartic couplings that the general formulas share. The dummy scalar never runs in a loop."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from zmodel.algebra import Polynomial
from zmodel.derive.beta.memo import remembered
from zmodel.derive.beta.theory import Theory


@dataclass(frozen=True)
class QuarticBlocks:
    """Lazily computed products of quartic couplings; each is computed once."""

    theory: Theory
    memory: dict[object, object] = field(default_factory=dict, repr=False, compare=False)

    def coupling(self, *component: int) -> Polynomial:
        """lambda_abcd, in any order of the indices."""
        a, b, c, d = sorted(component)
        return self.theory.quartic.get((a, b, c, d), self.theory.ring.zero)

    @cached_property
    def pairs(self) -> Mapping[tuple[int, int], Mapping[tuple[int, int], Polynomial]]:
        """lambda_abcd by the sorted pair (a, b), then by the sorted pair (c, d)."""
        result: dict[tuple[int, int], dict[tuple[int, int], Polynomial]] = {}
        for key, value in self.theory.quartic.items():
            for i in range(4):
                for j in range(i + 1, 4):
                    rest = [key[k] for k in range(4) if k not in (i, j)]
                    result.setdefault((key[i], key[j]), {})[rest[0], rest[1]] = value
        return result

    @remembered
    def raised(self, a: int, b: int) -> Mapping[tuple[int, int], Polynomial]:
        """lambda_ab^ef by the partners of e and f, both orders, without the dummy."""
        scalars, ring = self.theory.scalars, self.theory.ring
        result: dict[tuple[int, int], Polynomial] = {}
        for (e, f), value in self.pairs.get((min(a, b), max(a, b)), {}).items():
            if self.theory.dummy in (e, f):
                continue
            first, second = scalars[e], scalars[f]
            value = value * ring.constant(first.weight * second.weight)
            result[first.partner, second.partner] = result[second.partner, first.partner] = value
        return result

    def bubble(self, a: int, b: int, c: int, d: int) -> Polynomial:
        """lambda_abef lambda^ef_cd."""
        first, second = sorted(((min(a, b), max(a, b)), (min(c, d), max(c, d))))
        return self._bubble(*first, *second)

    @remembered
    def _bubble(self, a: int, b: int, c: int, d: int) -> Polynomial:
        result = self.theory.ring.zero
        others = self.pairs.get((c, d), {})
        for (e, f), value in self.raised(a, b).items():
            if e <= f and (other := others.get((e, f))) is not None:
                result = result + value * other * (1 if e == f else 2)
        return result

    def triples(self, a: int) -> Iterator[tuple[int, int, int, Polynomial]]:
        """lambda_a^bcd with the partners of b, c and d in all orders."""
        for b, scalar in enumerate(self.theory.scalars):
            weight = self.theory.ring.constant(scalar.weight)
            for (c, d), value in self.raised(a, b).items():
                yield scalar.partner, c, d, value * weight

    @remembered
    def line(self, a: int) -> Mapping[int, Polynomial]:
        """L_a^e from lambda_abcd lambda^bcd_e."""
        theory = self.theory
        result: dict[int, Polynomial] = {}
        if a == theory.dummy:
            return result
        for b, c, d, value in self.triples(a):
            for (x, y), other in self.pairs.get((min(b, c), max(b, c)), {}).items():
                if d not in (x, y) or theory.dummy in (x, y):
                    continue
                rest = theory.scalars[y if x == d else x]
                term = value * other * theory.ring.constant(rest.weight)
                result[rest.partner] = result[rest.partner] + term if rest.partner in result else term
        return {e: value for e, value in result.items() if not value.is_zero()}
