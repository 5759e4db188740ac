"""Model files for PyR@TE as the compiler writes them, read by their lines; their couplings are blocks of ours."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import count

import numpy as np
from tests.helpers.evaluate import Value

from zmodel.driver import Analysis
from zmodel.emit.pyrate import emit_pyrate
from zmodel.emit.pyrate.fields import Block, lay_out

SECTIONS = ("Yukawas", "FermionMasses", "QuarticTerms", "TrilinearTerms", "ScalarMasses")


@dataclass(frozen=True)
class Factor:
    """A field with indices, `Eps`, or a generator."""

    name: str
    indices: tuple[str, ...]


@dataclass(frozen=True)
class Entry:
    """A coupling of the file: a number or a matrix, which is a block of one of ours.

    Attributes:
        name: in the file.
        coupling: the name of ours.
        section: of the file.
        terms: products and their numbers.
        blocks: generations of both fermions.
    """

    name: str
    coupling: str
    section: str
    terms: tuple[tuple[Fraction, tuple[Factor, ...]], ...]
    blocks: tuple[Block, ...]

    @property
    def shape(self) -> tuple[int, ...]:
        """Generations of both fermions, 1 included."""
        return tuple(len(block.generations) for block in self.blocks)

    def place(self) -> tuple[list[int], ...]:
        """Rows and columns of our matrix; one of them only if the other fermion has one generation."""
        return tuple(list(block.generations) for block in self.blocks if block.field.generations > 1)


@dataclass(frozen=True)
class ModelFile:
    """A model file for PyR@TE.

    Attributes:
        text: of the file.
        groups: n by name, in its order.
        numbers: representations and charges by name of the field.
        generations: of fermions by name.
        real: names of real scalars.
        entries: all couplings but those of the gauge groups.
        generators: group and representation by the name of generators in formulas.
        chiralities: of fermions.
    """

    text: str
    groups: Mapping[str, int]
    numbers: Mapping[str, Mapping[str, str]]
    generations: Mapping[str, int]
    real: frozenset[str]
    entries: tuple[Entry, ...]
    generators: Mapping[str, tuple[str, str]]
    chiralities: Mapping[str, str]


def write_model_file(analysis: Analysis) -> ModelFile:
    """Writes a model for PyR@TE, and reads it.

    Raises:
        ValueError: if PyR@TE cannot express something of it.
    """
    text, found = emit_pyrate(analysis.model, analysis.couplings, ())
    if text is None or any("left out" in diagnostic.message for diagnostic in found):
        raise ValueError("; ".join(diagnostic.message for diagnostic in found))
    layout, _ = lay_out(analysis.model)
    assert layout is not None
    blocks = {block.name: block for field in layout.blocks.values() for block in field}
    groups = {name: int(n) for name, n in re.findall(r"(\w+): S?U(\d)", _section(text, "Groups"))}
    numbers: dict[str, dict[str, str]] = {}
    generations: dict[str, int] = {}
    for name, body, listed in re.findall(r"^    (\w+): \{(.*?)Qnb: \{(.*?)\}\}", text, re.M):
        numbers[name] = dict(re.findall(r"(\w+): (\[[^\]]*\]|[^,]+)", listed))
        if generation := re.search(r"Gen: (\d+)", body):
            generations[name] = int(generation[1])
    real = frozenset(re.findall(r"^    (\w+):", _section(text, "RealScalars"), re.M))
    definitions: dict[str, tuple[tuple[str, ...], str]] = {}
    generators: dict[str, tuple[str, str]] = {}
    epsilons: set[str] = set()
    for line in _section(text, "Definitions").splitlines()[1:]:
        name, body = line.strip().rstrip(",").split(" : ")
        if match := re.fullmatch(r"t\((\w+), (.*)\)", body):
            generators[name] = match[1], match[2]
        elif body.startswith("cgc("):
            # What the target writes in place of an Eps that has not as many indices as another.
            epsilons.add(name)
        else:
            head = _factor(name)
            definitions[head.name] = (head.indices, body)
    entries = []
    for section in SECTIONS:
        for line in _section(text, section).splitlines()[1:]:
            name, body = line.strip().rstrip(",").split(" : ")
            terms = tuple(_expanded(term, definitions, epsilons) for term in _terms(body))
            names = [factor.name.removesuffix("bar") for factor in terms[0][1]]
            fermions = tuple(blocks[n] for n in names if n in generations)
            entries.append(Entry(name, name.split("_")[0] if fermions else name, section, terms, fermions))
    sides = {name: blocks[name].field.chirality or "" for name in generations}
    return ModelFile(text, groups, numbers, generations, real, tuple(entries), generators, sides)


def _section(text: str, name: str) -> str:
    match = re.search(rf"^ *{name}: \{{(.*?)(\n *\}}|\}}$)", text, re.S | re.M)
    return match[1] if match else ""


def _terms(body: str) -> list[tuple[Fraction, tuple[Factor, ...]]]:
    result: list[tuple[Fraction, tuple[Factor, ...]]] = []
    number, factors = Fraction(1), list[Factor]()
    for word in body.replace("-", "- ", 1).split() if body.startswith("-") else body.split():
        if word in ("+", "-"):
            if factors:
                result.append((number, tuple(factors)))
            number, factors = Fraction(1 if word == "+" else -1), []
        elif word[0].isdigit():
            number *= Fraction(word)
        else:
            factors.append(_factor(word))
    return [*result, (number, tuple(factors))]


def _factor(word: str) -> Factor:
    match = re.fullmatch(r"(\w+)(?:\[([\w,]+)\])?", word)
    assert match, word
    return Factor(match[1], tuple(match[2].split(",")) if match[2] else ())


def _expanded(
    term: tuple[Fraction, tuple[Factor, ...]],
    definitions: Mapping[str, tuple[tuple[str, ...], str]],
    epsilons: Collection[str],
) -> tuple[Fraction, tuple[Factor, ...]]:
    """Matrices of adjoints replaced by generators and fields, and other names of Eps by that one."""
    number, factors = term
    fresh = (f"x{i}" for i in count())
    result: list[Factor] = []
    for factor in factors:
        if factor.name not in definitions:
            result.append(Factor("Eps", factor.indices) if factor.name in epsilons else factor)
            continue
        indices, body = definitions[factor.name]
        ((inner, parts),) = _terms(body)
        number *= inner
        names = dict(zip(indices, factor.indices, strict=True))
        for part in parts:
            for index in part.indices:
                names.setdefault(index, next(fresh))
            result.append(Factor(part.name, tuple(names[index] for index in part.indices)))
    return number, tuple(result)


# ------------------------------------------------------------------ blocks
def block_values(file: ModelFile, values: Mapping[str, Value]) -> dict[str, Value]:
    """Couplings of the file from ours: matrices with one axis for each fermion, numbers for the rest."""
    result: dict[str, Value] = {}
    for entry in file.entries:
        value = np.asarray(values[entry.coupling], dtype=complex)
        if entry.blocks:
            value = value[np.ix_(*entry.place())].reshape(entry.shape)
        result[entry.name] = value if entry.blocks else complex(value)
    return result


def from_blocks(file: ModelFile, analysis: Analysis, blocks: Mapping[str, Value]) -> dict[str, Value]:
    """Our couplings, or their beta functions, from those of the file."""
    result: dict[str, Value] = {}
    for entry in file.entries:
        coupling = analysis.couplings.couplings[entry.coupling]
        value = np.asarray(blocks[entry.name], dtype=complex)
        if not coupling.shape:
            result[coupling.name] = complex(value.reshape(()))
            continue
        whole = result.setdefault(coupling.name, np.zeros(coupling.shape, dtype=complex))
        assert isinstance(whole, np.ndarray)
        place = entry.place()
        whole[np.ix_(*place)] = value.reshape([len(axis) for axis in place])
        if coupling.symmetry != "none" and entry.blocks[0] != entry.blocks[1]:
            sign = 1 if coupling.symmetry == "symmetric" else -1
            whole[np.ix_(place[1], place[0])] = sign * value.T
    return result
