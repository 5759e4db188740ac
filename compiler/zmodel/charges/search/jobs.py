"""Splits the blocks of a slice into two halves and finds the groups of states whose linear parts cancel."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from math import prod

import numpy as np
from numpy.typing import NDArray

from zmodel.charges.problem import SearchError
from zmodel.charges.search.states import Integers
from zmodel.charges.search.tables import Block, Slice

MAX_TUPLES = 30_000_000
MAX_BLOCKS = 64
ROUND_SIZE = 1 << 22
"""Entries of a half that are held at once."""


@dataclass(frozen=True, eq=False)
class Half:
    """A product of blocks.

    Attributes:
        blocks: of the half.
        starts: of each block, the first state of each group of equal linear parts, and their number at the end.
        tuples: groups of the blocks, one row per tuple, sorted by the sum of their linear parts.
        linear: these sums.
    """

    blocks: tuple[Block, ...]
    starts: tuple[Integers, ...]
    tuples: NDArray[np.int32]
    linear: Integers

    @cached_property
    def sizes(self) -> Integers:
        """States of each tuple."""
        sizes = np.ones(len(self.tuples), dtype=np.int64)
        for start, groups in zip(self.starts, self.tuples.T, strict=True):
            sizes *= np.diff(start)[groups]
        return sizes


@dataclass(frozen=True)
class Job:
    """Tuples of both halves, as ranges, whose linear parts add up to the target.

    Attributes:
        left: of the left half.
        right: of the right half.
        round: of several rounds in which the entries are dealt with, the number.
        round_bits: there are 2^round_bits rounds.
        mirrored: whether a solution and its negative are both found.
        weight: how often its solutions count.
        size: about the entries of this round.
    """

    left: tuple[int, int]
    right: tuple[int, int]
    round: int
    round_bits: int
    mirrored: bool
    weight: int
    size: int


@dataclass(frozen=True, eq=False)
class Halves:
    """A slice cut in two, and the jobs in a fixed order."""

    slice: Slice
    left: Half
    right: Half
    jobs: tuple[Job, ...]


def cut(part: Slice) -> Halves:
    """Cuts a slice into halves that take the same time.

    Raises:
        SearchError: if there are too many combinations of linear parts.
    """
    left_blocks, right_blocks = _split(part.blocks)
    left, right = _half(left_blocks), _half(right_blocks)
    return Halves(part, left, right, tuple(_jobs(part, left, right)))


def _split(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The split whose larger half is smallest; of equal ones the first."""
    starts = [_starts(block) for block in blocks]
    numbers = range(len(blocks))
    # The states of a typical group say how long a job is, the groups how many tuples there are.
    weight = [len(block.states) ** 2 / (len(start) - 1) for block, start in zip(blocks, starts, strict=True)]

    def cost(chosen: Sequence[int]) -> float:
        return max(prod(weight[i] for i in chosen), prod(weight[i] for i in numbers if i not in chosen))

    chosen_sets = (chosen for size in range(len(blocks) + 1) for chosen in combinations(numbers, size))
    # Beyond these the choices are too many to compare, and blocks so small that any fair split will do.
    choices = chosen_sets if len(blocks) <= 12 else [tuple(numbers[::2])]
    best = min(choices, key=lambda chosen: (cost(chosen), chosen))
    order = sorted(numbers, key=lambda i: (weight[i], i))
    return tuple(blocks[i] for i in order if i in best), tuple(blocks[i] for i in order if i not in best)


def _starts(block: Block) -> Integers:
    changes = np.flatnonzero(np.diff(block.linear)) + 1
    return np.concatenate([[0], changes, [len(block.linear)]]).astype(np.int64)


def _half(blocks: tuple[Block, ...]) -> Half:
    starts = tuple(_starts(block) for block in blocks)
    if len(blocks) > MAX_BLOCKS or prod(len(start) - 1 for start in starts) > MAX_TUPLES:
        raise SearchError("the linear equations leave too many combinations for this bound")
    linear = np.zeros(1, dtype=np.int64)
    tuples = np.zeros((1, 0), dtype=np.int32)
    for block, start in zip(blocks, starts, strict=True):
        values = block.linear[start[:-1]]
        groups = np.tile(np.arange(len(values), dtype=np.int32), len(linear))
        tuples = np.column_stack([np.repeat(tuples, len(values), axis=0), groups])
        linear = np.add.outer(linear, values).ravel()
    order = np.argsort(linear, kind="stable")
    return Half(blocks, starts, tuples[order], linear[order])


def _jobs(part: Slice, left: Half, right: Half) -> Iterator[Job]:
    values, begin, count = np.unique(left.linear, return_index=True, return_counts=True)
    wanted = part.linear_target - values
    first = np.searchsorted(right.linear, wanted, side="left")
    last = np.searchsorted(right.linear, wanted, side="right")
    # The negative of a solution has the opposite linear part, so half of the values stand for all.
    chosen = np.flatnonzero((last > first) & ((values >= 0) | (not part.opposite)))
    left_total = np.concatenate([[0], np.cumsum(left.sizes)])
    right_total = np.concatenate([[0], np.cumsum(right.sizes)])
    for i in chosen.tolist():
        a, b, c, d = int(begin[i]), int(begin[i] + count[i]), int(first[i]), int(last[i])
        mirrored = part.mirrored and (values[i] == 0 or not part.opposite)
        weight = 2 if part.mirrored and not mirrored else part.weight
        entries = int(left_total[b] - left_total[a]), int(right_total[d] - right_total[c])
        bits = max(0, (max(entries) - 1).bit_length() - ROUND_SIZE.bit_length() + 1)
        for number in range(1 << bits):
            yield Job((a, b), (c, d), number, bits, mirrored, weight, sum(entries) >> bits)
