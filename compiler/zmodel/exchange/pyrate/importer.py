"""A PyR@TE model file to one of ours."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Literal

from zmodel.derive.couplings import Coupling
from zmodel.derive.scalar_polynomial import conjugate_scalar_polynomial
from zmodel.diagnostics import Diagnostic, DiagnosticError
from zmodel.exchange.pyrate import numbers
from zmodel.exchange.pyrate.chirality import Chiralities, find_chiralities
from zmodel.exchange.pyrate.content import Content, is_empty, read_content, table_entries
from zmodel.exchange.pyrate.document import Table, Text, read_document
from zmodel.exchange.pyrate.lagrangian import SHAPES, Term, read_terms
from zmodel.exchange.pyrate.matching import Written, write_term
from zmodel.exchange.pyrate.names import NameTable
from zmodel.exchange.pyrate.numbers import Value
from zmodel.exchange.pyrate.polynomials import Key
from zmodel.exchange.pyrate.statements import (
    Line,
    field_statement,
    group_statements,
    mixing_statements,
    model_text,
    vacuum_values,
)
from zmodel.exchange.pyrate.substitutions import Substitutions, read_substitutions, read_vevs
from zmodel.exchange.pyrate.trial import (
    TRIAL,
    Skeleton,
    Statement,
    UnmatchedError,
    at_place,
    make_skeleton,
    resolve_text,
    statement_coupling,
)
from zmodel.limits import DEFAULT, Limits, is_of_limit
from zmodel.model.context import KEYWORDS
from zmodel.source import SourceFile
from zmodel.syntax.layout import format_source
from zmodel.syntax.lexing import MAX_STRING_LENGTH

Status = Literal["taken", "converted", "zero", "left out"]


@dataclass(frozen=True)
class Item:
    """What has become of one coupling of the file.

    Attributes:
        section: of the file.
        name: of the coupling there.
        formula: as written there.
        status: taken over as it is, converted, set to zero by the file, or left out.
        statement: ours; empty if there is none.
        note: how couplings are related, or why it is left out.
    """

    section: str
    name: str
    formula: str
    status: Status
    statement: str = ""
    note: str = ""


@dataclass(frozen=True)
class Imported:
    """A model file, what has become of each coupling, and what there is to tell."""

    name: str
    text: str
    items: tuple[Item, ...]
    diagnostics: tuple[Diagnostic, ...]


IGNORED = ("GaugeParameter", "BetaFactor", "FermionAnomalous", "ScalarAnomalous", "UFOMapping")


def import_model(file: SourceFile, limits: Limits = DEFAULT) -> Imported:
    """Our form of a PyR@TE 3 model file.

    Args:
        file: of PyR@TE.
        limits: how large our model may be.

    Raises:
        DiagnosticError: Z701 to Z703, everything that is wrong with the file; or what is too large for a model of ours.
    """
    root = read_document(file)
    content, errors = read_content(root)
    if errors:
        raise DiagnosticError(errors)
    task = _Task(root, content, limits)
    return task.run()


@dataclass
class _Task:
    """One file on its way; names are given out in the order of our statements."""

    root: Table
    content: Content
    limits: Limits
    names: NameTable = field(default_factory=lambda: NameTable({TRIAL}))
    found: list[Diagnostic] = field(default_factory=list)

    def run(self) -> Imported:
        """Reads all sections and writes the model."""
        groups = {group.name: self.names.take(group.name) for group in self.content.groups}
        fields = {p.name: self.names.take(p.name) for p in self.content.particles}
        terms, errors = read_terms(self.root, self.content, fields)
        substitutions, found = read_substitutions(self.root)
        parts = {part: p for p in self.content.particles for part in (p.parts or (p.name,)) if p.kind != "fermion"}
        vevs, vev_errors = read_vevs(self.root, parts)
        if errors or vev_errors:
            raise DiagnosticError((*errors, *vev_errors))
        self.found += found
        self._warn_of_sections()
        chiralities = self._chiralities(terms)
        couplings = self._gauge_couplings(substitutions)
        lines = [*group_statements(self.content, groups, couplings, substitutions)]
        plain = {
            fields[p.name]: Statement(field_statement(p, groups, fields, chiralities.left, "").text, p.span)
            for p in self.content.particles
        }
        placed = [Statement(line.text, group.span) for line, group in zip(lines, self.content.groups, strict=True)]
        skeleton = make_skeleton(placed, plain, self.limits)
        items, written = self._items(terms, chiralities, substitutions, skeleton)
        lines += mixing_statements(self.content, groups, substitutions, self.names)
        values, problems = vacuum_values(vevs, parts, {v.name: self.names.take(v.name) for v in vevs})
        self.found += [
            Diagnostic("Z521", f"the vacuum value `{v.name}` is left out", v.key.span, label=reason)
            for v, reason in problems
        ]
        lines += [
            field_statement(p, groups, fields, chiralities.left, values.get(p.name, "")) for p in self.content.particles
        ]
        name, title = self._title()
        text = self._laid_out(SourceFile(name, model_text(name, title, lines, written)))
        return Imported(name, text, tuple(items), tuple(self.found))

    def _laid_out(self, model: SourceFile) -> str:
        """The text in its one layout; it must compile, or be too large, else that is a mistake of ours."""
        error: Diagnostic | None
        try:
            text = format_source(model, self.limits)
            _, error = resolve_text(text, self.limits)
        except DiagnosticError as failed:
            error = failed.diagnostics[0]
        if error is None:
            return text
        if not is_of_limit(error.hints):
            raise AssertionError(f"the imported model does not compile: {error.message}")
        raise DiagnosticError([at_place(error, self.root.span, "of the model that is made of this one")])

    def _title(self) -> tuple[str, str]:
        node = self.root.get("Name")
        title = node.value if isinstance(node, Text) and node.value else "imported"
        words = " ".join(title.replace('"', "'").split())
        return NameTable(set(KEYWORDS)).take(title), "".join(filter(str.isprintable, words))[: MAX_STRING_LENGTH - 2]

    def _warn_of_sections(self) -> None:
        for key, value in self.root.entries:
            if key.value in IGNORED and not is_empty(value):
                message = f"{key.value} is left out"
                self.found.append(Diagnostic("Z521", message, key.span, label="it has no counterpart in a model file"))

    def _chiralities(self, terms: tuple[Term, ...]) -> Chiralities:
        latex = {k.value: v.value for k, v in table_entries(self.root.get("Latex")) if isinstance(v, Text)}
        fermions = [p for p in self.content.particles if p.kind == "fermion"]
        result = find_chiralities([p.name for p in fermions], [term.fermions for term in terms], latex)
        for names in result.guessed:
            span = next(p.span for p in fermions if p.name == names[0])
            sides = ", ".join(f"{name} {'left' if result.left[name] else 'right'}" for name in names)
            hint = "names or LaTeX names that end in L or R decide it"
            message = "nothing tells the chirality of " + ", ".join(f"`{name}`" for name in names)
            self.found.append(Diagnostic("Z523", message, span, label=f"taken: {sides}", hints=(hint,)))
        return result

    def _gauge_couplings(self, substitutions: Substitutions) -> dict[str, str]:
        """Gauge couplings by group, and a warning for each that the file normalises anew."""
        couplings = {}
        for group in self.content.groups:
            wanted = substitutions.name(f"g_{group.name}")
            couplings[group.name] = self.names.take(wanted)
            factor, key = substitutions.normalised.get(wanted, (None, None))
            if factor is not None and key is not None:
                relation = f"{wanted} of the file = {numbers.show(factor)}*{couplings[group.name]}"
                message = f"`{couplings[group.name]}` is written without the normalisation of the file"
                self.found.append(Diagnostic("Z522", message, key.span, label=relation))
        return couplings

    # -------------------------------------------------------------- couplings
    def _items(
        self, terms: tuple[Term, ...], chiralities: Chiralities, substitutions: Substitutions, skeleton: Skeleton
    ) -> tuple[list[Item], list[Line]]:
        items, lines = [], []
        known = {term.name: term for term in terms}
        for number, term in enumerate(terms):
            item = Item(term.section, term.name, " ".join(term.text.split()), "left out")
            partner = known.get(term.name.removesuffix("star")) if term.name.endswith("star") else None
            if number in chiralities.contradictions:
                item = self._left_out(item, term, "its fermions have other chiralities in other terms")
            elif term.name in substitutions.zero:
                item = replace(item, status="zero", note="set to zero by the file")
            elif partner is not None and _is_conjugate(term, partner, skeleton):
                item = replace(item, status="taken", note=f"the conjugate of `{partner.name}`, which implies it")
            else:
                item = self._written(item, term, substitutions, skeleton)
            items.append(item)
            lines.append(_line(item))
        return items, lines

    def _left_out(self, item: Item, term: Term, reason: str) -> Item:
        self.found.append(Diagnostic("Z521", f"`{term.name}` is left out", term.span, label=reason))
        return replace(item, note=reason)

    def _written(self, item: Item, term: Term, substitutions: Substitutions, skeleton: Skeleton) -> Item:
        """The item with our statement, if there is one that compiles."""
        try:
            written = write_term(term, skeleton)
        except UnmatchedError as error:
            return self._left_out(item, term, str(error))
        wanted = substitutions.name(term.name)
        kept = self._kept(term, wanted if wanted in substitutions.matrices else term.name, substitutions, written)
        name = self.names.take(wanted)
        statement = f"{name} = {written.text}{kept}"
        used = {atom[0] for fermions, scalars in term.polynomial or () for atom in (*fermions, *scalars)}
        coupling, problem = statement_coupling(skeleton, written.kind, statement, used)
        if coupling is None:
            return self._left_out(item, term, problem)
        notes = []
        if written.relation:
            notes.append(f"{name} = {written.relation.format(f'{term.name}')} of the file")
        if written.transposed:
            notes.append("the matrix is the transpose of the file's")
        lost = [word for word in term.assumptions if _is_lost(word, coupling)]
        if lost:
            notes.append(f"{' and '.join(lost)} in the file")
        if notes:
            message = f"`{name}` is not `{term.name}` of the file" if written.relation else f"`{name}` differs"
            self.found.append(Diagnostic("Z522", message, term.span, label="; ".join(notes)))
        prefix = "" if written.kind == "potential" else f"{written.kind} "
        status: Status = "converted" if notes else "taken"
        return replace(item, status=status, statement=prefix + statement, note="; ".join(notes))

    def _kept(self, term: Term, coupling: str, substitutions: Substitutions, written: Written) -> str:
        """`keep (3,3) as yt` for a matrix of the file."""
        matrix = substitutions.matrices.get(coupling)
        if matrix is None or written.kind == "potential":
            return ""
        sizes = {p.name: p.generations for p in self.content.particles}
        shape = tuple(sizes[name] for name, _ in term.fermions)
        entries = [(i, j, word) for i, row in enumerate(matrix) for j, word in enumerate(row) if word]
        is_symmetric = len({name for name, _ in term.fermions}) == 1
        if is_symmetric:
            entries = [(i, j, word) for i, j, word in entries if i <= j or (j, i, word) not in entries]
        reason = ""
        if any((len(matrix), len(row)) != shape for row in matrix):
            reason = f"the coupling has {' x '.join(map(str, shape))} entries"
        elif len({word for *_, word in entries}) < len(entries):
            reason = "two entries are one coupling"
        elif not entries or len(shape) != 2 or shape == (1, 1):
            reason = "it is not a matrix with entries of their own"
        if reason:
            message = f"the matrix of `{term.name}` is left out, all entries run"
            self.found.append(Diagnostic("Z521", message, term.span, label=reason))
            return ""
        kept = []
        for i, j, word in entries:
            places = [index + 1 for index, size in zip((i, j), shape, strict=True) if size > 1]
            shown = ",".join(map(str, reversed(places) if written.transposed else places))
            kept.append(f"({shown}) as {self.names.take(word)}")
        return " keep " + ", ".join(kept)


def _line(item: Item) -> Line:
    source = f"{item.section}: {item.name} : {item.formula}"
    if item.statement:
        return Line(item.statement, f"{source}; {item.note}" if item.note else source)
    return Line("", f"{source} - {item.status}: {item.note}")


def _is_lost(assumption: str, coupling: Coupling) -> bool:
    """Whether our coupling does not know what the file assumes of it."""
    match assumption:
        case "real":
            return not coupling.is_real
        case "symmetric" | "antisymmetric":
            return coupling.symmetry != assumption
        case "hermitian" | "unitary":
            return True
    return False


def _is_conjugate(term: Term, partner: Term, skeleton: Skeleton) -> bool:
    """Whether a term is the complex conjugate of another, which the other implies."""
    if term.polynomial is None or partner.polynomial is None or not SHAPES[term.section][1] > 1:
        return False
    conjugate: dict[Key, Value] = {}
    for (_, scalars), value in partner.polynomial.items():
        ((key, factor),) = conjugate_scalar_polynomial({scalars: Fraction(1)}, skeleton.model).items()
        conjugate[(), key] = numbers.multiply(numbers.conjugate(value), factor)
    return term.polynomial == conjugate
