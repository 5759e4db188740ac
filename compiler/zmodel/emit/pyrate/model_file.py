"""A model as a model file for PyR@TE 3."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import product

from zmodel.algebra.polynomial import constant_value
from zmodel.derive.couplings import Coupling, CouplingTable
from zmodel.diagnostics import Diagnostic
from zmodel.emit.pyrate.contractions import Factor, index_names
from zmodel.emit.pyrate.fields import Block, Layout, free_name, lay_out, representation
from zmodel.emit.pyrate.formulas import (
    Formula,
    FormulaError,
    factor_text,
    matrix_formula,
    write_formula,
)
from zmodel.emit.pyrate.others import gauge_couplings, vacuum_values
from zmodel.emit.templates import render_template
from zmodel.groups import Irrep, fundamental
from zmodel.model import Model
from zmodel.source import Span

SECTIONS = {"yukawa": "Yukawas", "mass": "FermionMasses", 4: "QuarticTerms", 3: "TrilinearTerms", 2: "ScalarMasses"}
INDICES = re.compile(r"(?<=[\[,])\w+(?=[,\]])")
"""Indices in the brackets behind a name."""


@dataclass(frozen=True)
class Section:
    """A table of the file with its entries, `key : value` each."""

    name: str
    entries: tuple[str, ...]


@dataclass(frozen=True)
class PyrateView:
    """What the template places.

    Attributes:
        comments: lines without their `#`.
        name: of the model.
        groups: `name: U1`.
        fields: tables of fields.
        potential: Definitions and tables of terms.
        others: vacuum values and substitutions.
    """

    comments: tuple[str, ...]
    name: str
    groups: tuple[str, ...]
    fields: tuple[Section, ...]
    potential: tuple[Section, ...]
    others: tuple[Section, ...]


def emit_pyrate(
    model: Model, table: CouplingTable, comments: tuple[str, ...]
) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """The text of the file, and what PyR@TE cannot express.

    Args:
        model: a resolved model.
        table: its couplings.
        comments: lines for the head of the file.

    Returns:
        None with the reasons if there is no such file at all.
    """
    layout, errors = lay_out(model)
    if layout is None:
        return None, errors
    writer = _Writer(layout)
    writer.add_couplings(tuple(table.couplings.values()))
    view = PyrateView(
        comments,
        model.name,
        tuple(f"{group.name}: {'U1' if group.is_abelian else f'SU{group.n}'}" for group in layout.groups),
        tuple(_fields(layout, writer)),
        tuple(writer.potential()),
        tuple(writer.others()),
    )
    return render_template("pyrate/model.model.jinja", view), tuple(writer.found)


def _fields(layout: Layout, writer: _Writer) -> Iterator[Section]:
    """Tables of fermions, real and complex scalars."""
    fermions, real, complex_ = [], [], []
    for blocks in layout.blocks.values():
        for block in blocks:
            numbers = ", ".join(_numbers(block, layout))
            if block.field.is_fermion:
                fermions.append(f"{block.name}: {{Gen: {len(block.generations)}, Qnb: {{{numbers}}}}}")
            elif block.field.is_real:
                real.append(f"{block.name}: {{Qnb: {{{numbers}}}}}")
            else:
                parts = ", ".join(writer.parts(block))
                complex_.append(f"{block.name}: {{RealFields: [{parts}], Norm: 1/sqrt(2), Qnb: {{{numbers}}}}}")
    yield Section("Fermions", tuple(fermions))
    yield Section("RealScalars", tuple(real))
    yield Section("ComplexScalars", tuple(complex_))


def _numbers(block: Block, layout: Layout) -> Iterator[str]:
    """Quantum numbers; PyR@TE wants at least one."""
    found = []
    for group in layout.groups:
        if group.is_abelian:
            charge = layout.model.charge(block.field.name, group.name, block.generations[0])
            value = constant_value(charge)
            found += [f"{group.name}: {value}"] if value else []
        elif group.name in block.field.irreps:
            found.append(f"{group.name}: {representation(block.field.irreps[group.name])}")
    first = layout.groups[0]
    yield from found or [f"{first.name}: {0 if first.is_abelian else 1}"]


@dataclass
class _Writer:
    """Gathers the sections of one file.

    Attributes:
        layout: groups and fields.
        sections: entries by section.
        definitions: names of matrices and their entries, by the name of the field and whether it is conjugated.
        generators: names of generators by group and representation.
        epsilons: names of Eps by numbers of indices, where its own name is taken.
        real_fields: names of real and imaginary parts by the name of the field.
        substitutions: entries.
        found: what PyR@TE cannot express.
        taken: names that are given out.
    """

    layout: Layout
    sections: dict[str, list[str]] = field(default_factory=dict)
    definitions: dict[tuple[str, bool], tuple[str, str]] = field(default_factory=dict)
    generators: dict[tuple[str, Irrep], str] = field(default_factory=dict)
    epsilons: dict[int, str] = field(default_factory=dict)
    real_fields: dict[str, tuple[str, str]] = field(default_factory=dict)
    substitutions: list[str] = field(default_factory=list)
    found: list[Diagnostic] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.taken |= self.layout.taken

    def warn(self, message: str, span: Span, label: str = "") -> None:
        """Adds a warning."""
        self.found.append(Diagnostic("Z524", message, span, label=label))

    def parts(self, block: Block) -> tuple[str, str]:
        """Names of the real and the imaginary part of a complex field."""
        if block.name not in self.real_fields:
            real, imaginary = (
                free_name(f"{part}{block.name}", self.taken, self.layout.fermions) for part in ("re", "im")
            )
            self.real_fields[block.name] = real, imaginary
        return self.real_fields[block.name]

    # -------------------------------------------------------------- terms
    def add_couplings(self, couplings: Sequence[Coupling]) -> None:
        """Adds the terms of couplings, one for each choice of blocks of generations."""
        found = [(coupling, *self._formula(coupling)) for coupling in couplings]
        # The first Eps of a file settles its number of indices there. The invariants of n fundamentals are the others;
        # PyR@TE makes those of four fields at most, which is all that terms have.
        ranks = sorted({rank for _, _, formula in found if formula for rank in formula.epsilon_ranks})
        for rank in ranks[:-1]:
            self.epsilons[rank] = free_name(f"eps_{rank}", self.taken, self.layout.fermions)
        for coupling, section, formula in found:
            if formula is not None:
                self._add_coupling(coupling, section, formula)

    def _formula(self, coupling: Coupling) -> tuple[str, Formula | None]:
        """The section of a coupling and its formula, if it has one."""
        section = SECTIONS.get(coupling.kind if coupling.kind != "potential" else coupling.dimension)
        if section is None:
            self.warn(f"`{coupling.name}` is left out", coupling.span, f"it has dimension {coupling.dimension}")
            return "", None
        try:
            return section, write_formula(coupling, self.layout)
        except FormulaError as error:
            self.warn(f"`{coupling.name}` is left out", coupling.span, str(error))
            return section, None

    def _add_coupling(self, coupling: Coupling, section: str, formula: Formula) -> None:
        entries = self.sections.setdefault(section, [])
        legs = [leg for leg in coupling.monomials[0][1] if coupling.kind != "potential"]
        fermions = [leg.field for leg in legs if self.layout.model.field(leg.field).is_fermion]
        choices = list(product(*(self.layout.blocks[name] for name in fermions)))
        for blocks in choices:
            entry = self._entry(coupling, formula, blocks, len(choices) > 1)
            if entry is not None:
                entries.append(entry)

    def _entry(self, coupling: Coupling, formula: Formula, blocks: tuple[Block, ...], several: bool) -> str | None:
        """One term, or None if charges or `keep` leave nothing of it."""
        name, factor = coupling.name, Fraction(1)
        if several:
            name += "".join(f"_{block.digits}" for block in blocks if block.field.generations > 1)
        if blocks:
            allowed = [i for i in product(*(b.generations for b in blocks)) if self._allowed(coupling, i, blocks)]
            if not allowed:
                return None
            if coupling.symmetry != "none" and blocks[0] != blocks[1]:
                # N_i N_j and N_j N_i are one term, of which our sum over i and j has both.
                if blocks[0].generations > blocks[1].generations:
                    return None
                factor = Fraction(2)
            name = self._kept(coupling, blocks, name)
            if not name:
                return None
        return f"{name} : {self._text(formula, blocks, factor)}"

    def _allowed(self, coupling: Coupling, indices: tuple[int, ...], blocks: tuple[Block, ...]) -> bool:
        places = tuple(i for i, block in zip(indices, blocks, strict=True) if block.field.generations > 1)
        return places in coupling.texture

    def _kept(self, coupling: Coupling, blocks: tuple[Block, ...], name: str) -> str:
        """The name of a term with kept entries, or nothing if it has none; a matrix with zeros is a substitution."""
        if not coupling.kept:
            return name
        matrix = [["0"] * len(blocks[1].generations) for _ in blocks[0].generations]
        for kept in coupling.kept:
            indices = self._places(kept.indices, blocks)
            for i, j in {indices, indices[::-1]} if coupling.symmetry != "none" else {indices}:
                if i in blocks[0].generations and j in blocks[1].generations:
                    row, column = blocks[0].generations.index(i), blocks[1].generations.index(j)
                    matrix[row][column] = kept.name
        used = {word for row in matrix for word in row} - {"0"}
        if not used:
            return ""
        if len(matrix) == len(matrix[0]) == 1:
            return matrix[0][0]
        rows = ", ".join(f"[{', '.join(word if word == '0' else repr(word) for word in row)}]" for row in matrix)
        self.substitutions.append(f"{name} : [{rows}]")
        return name if name not in used else f"{name}_matrix"

    def _places(self, indices: tuple[int, ...], blocks: tuple[Block, ...]) -> tuple[int, int]:
        """Generations of both fermions; a field without generations has the first."""
        found = iter(indices)
        first, second = (next(found) if block.field.generations > 1 else 0 for block in blocks)
        return first, second

    def _text(self, formula: Formula, blocks: tuple[Block, ...], factor: Fraction) -> str:
        words: list[str] = []
        for number, factors in formula.terms:
            rest = list(blocks)
            names: list[str] = []
            taken = {index for item in factors for index in item.indices}
            for item in factors:
                is_fermion = item.field != "" and self.layout.model.field(item.field).is_fermion
                block = rest.pop(0) if is_fermion else None
                if block is not None and item.matrix:
                    # PyR@TE tells rows from columns by names of fermions in a term, so no definition may hide them.
                    twos, words_of_matrix = self._spelled_out(item, block, taken)
                    number *= twos
                    names += words_of_matrix
                else:
                    names.append(factor_text(item, self._namer(block), self._tensor))
            value = number * factor
            sign = "- " if value < 0 else "+ " if words else ""
            shown = "" if abs(value) == 1 else f"{abs(value)} "
            words.append(sign + shown + " ".join(names))
        return " ".join(words).replace("- ", "-", 1) if words[0].startswith("- ") else " ".join(words)

    def _spelled_out(self, item: Factor, block: Block, taken: set[str]) -> tuple[int, list[str]]:
        """The matrix of a field as generators and the field, with indices that are not taken yet."""
        name = block.name + ("bar" if item.conjugated else "")
        outer, text = matrix_formula(self._irreps(block), name, self._fundamental)
        words = text.split()
        fresh = (letter for letter in index_names() if letter not in taken)
        letters = dict(zip(outer, item.indices, strict=True))
        for word in words:
            for index in INDICES.findall(word):
                if index not in letters:
                    letters[index] = next(fresh)
        taken |= set(letters.values())
        spelled = [INDICES.sub(lambda match: letters[match[0]], word) for word in words if word != "2"]
        return 2 ** words.count("2"), spelled

    def _irreps(self, block: Block) -> dict[str, Irrep]:
        """Representations of a field in the order of the groups of the file."""
        return {g.name: block.field.irreps[g.name] for g in self.layout.groups if g.name in block.field.irreps}

    def _namer(self, block: Block | None) -> Callable[[str, bool, bool], str]:
        def name(owner: str, conjugated: bool, matrix: bool) -> str:
            own = block or self.layout.blocks[owner][0]
            return self._matrix(own, conjugated) if matrix else own.name + ("bar" if conjugated else "")

        return name

    def _matrix(self, block: Block, conjugated: bool) -> str:
        """The name of the matrix of a field, which is defined when it is first asked for."""
        key = (block.name, conjugated)
        if key not in self.definitions:
            name = free_name(
                f"{'Dag' if conjugated else 'Mat'}_{len(self.definitions) + 1}", self.taken, self.layout.fermions
            )
            field_name = block.name + ("bar" if conjugated else "")
            indices, text = matrix_formula(self._irreps(block), field_name, self._fundamental)
            self.definitions[key] = (name, f"{name}[{','.join(indices)}] : {text}")
        return self.definitions[key][0]

    def _tensor(self, factor: Factor) -> str:
        """The name of an Eps or of generators."""
        if factor.generators is not None:
            return self._generators(*factor.generators)
        return self.epsilons.get(len(factor.indices), "Eps")

    def _generators(self, group: str, irrep: Irrep) -> str:
        if (group, irrep) not in self.generators:
            name = free_name(f"gen_{len(self.generators) + 1}", self.taken, self.layout.fermions)
            self.generators[group, irrep] = name
        return self.generators[group, irrep]

    def _fundamental(self, group: str) -> str:
        return self._generators(group, fundamental(self.layout.model.group(group).n))

    # -------------------------------------------------------------- sections
    def potential(self) -> Iterator[Section]:
        """Definitions and terms."""
        first = [f"{name} : t({group}, {representation(irrep)})" for (group, irrep), name in self.generators.items()]
        for n, name in self.epsilons.items():
            first.append(f"{name} : cgc(SU{n}, {', '.join([str(list(fundamental(n).labels))] * n)})")
        definitions = (*first, *(text for _, text in self.definitions.values()))
        if definitions:
            yield Section("Definitions", definitions)
        for name in dict.fromkeys(SECTIONS.values()):
            if self.sections.get(name):
                yield Section(name, tuple(self.sections[name]))

    def others(self) -> Iterator[Section]:
        """Vacuum values, names of gauge couplings and what is zero."""
        vevs = tuple(vacuum_values(self.layout, self.parts, self.warn))
        if vevs:
            yield Section("Vevs", vevs)
        couplings = tuple(gauge_couplings(self.layout, self.warn))
        yield Section("Substitutions", (*couplings, *self.substitutions))
