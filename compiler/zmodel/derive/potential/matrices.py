"""The quartic potential as a quadratic form in norms, at given values of its ratios."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain, combinations, combinations_with_replacement

from zmodel.derive.potential.quartics import LinearForm, Pair, QuarticForm, Term

Point = tuple[Fraction, ...]
"""A value of each ratio."""


@dataclass(frozen=True)
class Entry:
    """What multiplies N_i N_j: the least of some linear forms of the couplings."""

    choices: tuple[LinearForm, ...]


@dataclass(frozen=True)
class ModuliMatrix:
    """V = sum over i <= j of N_i N_j V_ij; entries that vanish identically are left out."""

    fields: tuple[str, ...]
    entries: Mapping[Pair, Entry]

    @property
    def conditions(self) -> tuple[tuple[str, ...], ...]:
        """Sets of fields that give a condition each, small ones first; one that falls apart into others gives none."""
        subsets = chain.from_iterable(combinations(self.fields, size) for size in range(1, len(self.fields) + 1))
        return tuple(subset for subset in subsets if self._is_connected(subset))

    def _is_connected(self, subset: tuple[str, ...]) -> bool:
        pairs = [pair for pair in self.entries if set(pair) <= set(subset)]
        reached = {subset[0]}
        for _ in subset:
            reached |= {name for pair in pairs if reached & set(pair) for name in pair}
        return reached == set(subset)


def least_matrix(form: QuarticForm, fields: tuple[str, ...], points: Sequence[Point]) -> ModuliMatrix:
    """The least values over some corners, of which all combinations are reached."""
    entries: dict[Pair, Entry] = {}
    for pair in combinations_with_replacement(fields, 2):
        own = [i for i, ratio in enumerate(form.ratios) if ratio.overlap.fields == pair]
        values = dict.fromkeys(tuple(point[i] for i in own) for point in points)
        forms = dict.fromkeys(value_at_ratios(form, pair, dict(zip(own, value, strict=True))) for value in values)
        if any(forms):
            entries[pair] = Entry(tuple(forms))
    return ModuliMatrix(fields, entries)


def value_at_ratios(form: QuarticForm, pair: Pair, values: Mapping[int, Fraction]) -> LinearForm:
    """What multiplies the norms of two fields at given ratios."""
    total: dict[tuple[str, bool], Fraction] = {}
    parts = [(Fraction(1), form.norms.get(pair, ()))]
    parts += [(value, form.ratios[i].coefficient) for i, value in values.items()]
    for factor, linear in parts:
        for term in linear:
            key = (term.coupling, term.absolute)
            total[key] = total.get(key, Fraction(0)) + factor * term.factor
    return tuple(Term(value, *key) for key, value in total.items() if value)
