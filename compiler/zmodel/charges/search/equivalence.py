"""Equivalence of solutions where exchanges of unknowns are not all there is to it: charges are compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from zmodel.charges.problem import LinearForm, SearchProblem
from zmodel.charges.search.kernel import Records
from zmodel.charges.search.states import Integers, evaluate_form


class Sieve:
    """Remembers which classes it has seen; its memory grows with their number.

    Args:
        problem: what is solved.
        bound: of the charges.
        direction: divide out shifts along it, too; see `shifts.shift_direction`.
    """

    def __init__(self, problem: SearchProblem, bound: int, direction: Sequence[int] | None = None) -> None:
        self._problem, self._bound, self._direction = problem, bound, direction
        self._seen: set[bytes] = set()

    def fresh(self, records: Records) -> Records:
        """The records of classes that have not been seen before."""
        fresh = []
        for i, key in enumerate(self._keys(records)):
            if key not in self._seen:
                self._seen.add(key)
                fresh.append(i)
        return records[fresh]

    def see(self, earlier: Iterable[Records]) -> None:
        """Remembers solutions that were found before."""
        for records in earlier:
            self._seen.update(self._keys(records))

    def _keys(self, records: Records) -> Iterator[bytes]:
        """What equivalent solutions have in common: the sorted charges of each kind."""
        columns = [np.column_stack([self._values(form, records) for form in kind]) for kind in self._problem.kinds]
        if self._direction is not None:
            columns = self._without_shift(columns, self._direction)
        if self._problem.homogeneous:
            factors = np.maximum(np.gcd.reduce(np.hstack(columns), axis=1), 1)[:, None]
            columns = [values // factors for values in columns]
        keys = np.hstack([np.sort(values, axis=1) for values in columns])
        negatives = np.hstack([np.sort(-values, axis=1) for values in columns])
        for key, negative in zip(keys, negatives, strict=True):
            yield max(key.tobytes(), negative.tobytes()) if self._problem.homogeneous else key.tobytes()

    def _values(self, form: LinearForm, records: NDArray[np.integer]) -> Integers:
        wide = records.astype(np.int64)
        return evaluate_form(form, wide, range(records.shape[1]), self._bound) // form.denominator

    def _without_shift(self, columns: list[Integers], direction: Sequence[int]) -> list[Integers]:
        """Charges from which so much of the direction is taken that those of one kind add up to zero."""
        along = [
            np.array([sum(c * d for c, d in zip(form.coefficients, direction, strict=True)) for form in kind])
            for kind in self._problem.kinds
        ]
        # Charges in units of the direction would be fractions; the factor is divided out anyhow.
        scales = [np.array([form.denominator for form in kind]) for kind in self._problem.kinds]
        common = int(np.lcm.reduce(np.concatenate(scales)))
        along = [values * (common // scale) for values, scale in zip(along, scales, strict=True)]
        chosen = next(i for i, values in enumerate(along) if values.sum())
        total = int(along[chosen].sum())
        shift = columns[chosen].sum(axis=1)
        return [values * total - np.outer(shift, step) for values, step in zip(columns, along, strict=True)]
