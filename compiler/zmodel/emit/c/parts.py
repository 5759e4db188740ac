"""Straight-line code too long for one function: compilers find registers in time that grows with its square."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

LONGEST = 500
"""Lines of a function."""


@dataclass(frozen=True)
class Block:
    """Lines that stay together.

    Attributes:
        lines: C statements.
        defines: the temporary that later blocks may use, if there is one.
        size: doubles of the temporary if it is a matrix, 0 for a number.
    """

    lines: tuple[str, ...]
    defines: str = ""
    size: int = 0


def cut(
    blocks: Iterable[Block], inputs: Mapping[str, tuple[str, ...]], longest: int = LONGEST
) -> tuple[list[list[str]], int]:
    """Puts blocks into the bodies of functions that are to be called one after the other.

    Args:
        blocks: in the order in which they are to be executed.
        inputs: names that blocks may use, and the statements that define them.
        longest: lines of a body, which its last block may exceed.

    Returns:
        The lines of each body, and the length of an array of doubles, `shared`, by which they hand on temporaries.
    """
    runs = list(_runs(blocks, longest))
    uses = [_words(line for block in run for line in block.lines) for run in runs]
    places: dict[str, int] = {}
    definitions = dict(inputs)
    bodies: list[list[str]] = []
    size = 0
    for i, run in enumerate(runs):
        later: set[str] = set().union(*uses[i + 1 :])
        lines = [line for name, defined in definitions.items() if name in uses[i] for line in defined]
        for block in run:
            lines += block.lines
            if block.defines in later:
                places[block.defines] = size
                lines.append(_hand_on(block, size))
                size += block.size or 1
        definitions |= {b.defines: (_take(b, places[b.defines]),) for b in run if b.defines in places}
        bodies.append(lines)
    return bodies, size


def _runs(blocks: Iterable[Block], longest: int) -> Iterator[Sequence[Block]]:
    run: list[Block] = []
    length = 0
    for block in blocks:
        run.append(block)
        length += len(block.lines)
        if length >= longest:
            yield run
            run, length = [], 0
    if run:
        yield run


def _words(lines: Iterable[str]) -> set[str]:
    return set(re.findall(r"\w+", "\n".join(lines)))


def _hand_on(block: Block, place: int) -> str:
    if block.size:
        return f"store({block.size}, {block.defines}, shared + {place}, 1);"
    return f"shared[{place}] = {block.defines};"


def _take(block: Block, place: int) -> str:
    if block.size:
        return f"const double *{block.defines} = shared + {place};"
    return f"const double {block.defines} = shared[{place}];"
