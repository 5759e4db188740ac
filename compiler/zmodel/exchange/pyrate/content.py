"""Gauge groups and particles of a PyR@TE model file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from zmodel.diagnostics import Diagnostic, did_you_mean
from zmodel.exchange.pyrate.document import Items, Node, Table, Text
from zmodel.exchange.pyrate.expression import Constant, ExpressionError, parse_expression
from zmodel.exchange.pyrate.numbers import Value
from zmodel.groups import Irrep, RepresentationError, from_dimension_name
from zmodel.source import Span

SECTIONS = (
    *("Author", "Date", "Name", "Groups", "Fermions", "RealScalars", "ComplexScalars", "CplxScalars", "Potential"),
    *("Vevs", "Substitutions", "Latex", "UFOMapping", "GaugeParameter", "BetaFactor"),
    *("FermionAnomalous", "ScalarAnomalous"),
)
MAX_GENERATIONS = 100
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_GROUP = re.compile(r"(U|SU)([0-9]{1,2})", re.IGNORECASE)
_SU2_DOUBLET = Irrep(2, (1,))


@dataclass(frozen=True)
class Gauge:
    """A factor of the gauge group; `n` is 1 for U(1)."""

    name: str
    n: int
    span: Span


@dataclass(frozen=True)
class Particle:
    """A multiplet.

    Attributes:
        name: in the file.
        kind: fermion, real or complex scalar.
        generations: number of copies.
        irreps: by group; singlets are left out.
        flipped: groups SU(2) under which it is the conjugate of a doublet, phi_i = eps_ij phi'_j.
        charges: by U(1); zeros are left out.
        norm: N of phi = N (Re + i Im) in canonical real fields; of a complex scalar.
        parts: names of Re and Im.
        span: of the name.
    """

    name: str
    kind: Literal["fermion", "real", "complex"]
    generations: int
    irreps: Mapping[str, Irrep]
    flipped: frozenset[str]
    charges: Mapping[str, Fraction]
    norm: Value
    parts: tuple[str, ...]
    span: Span


@dataclass(frozen=True)
class Content:
    """Groups and particles in the order of the file."""

    groups: tuple[Gauge, ...]
    particles: tuple[Particle, ...]


def read_content(root: Table) -> tuple[Content, tuple[Diagnostic, ...]]:
    """The groups and particles, and what is wrong with the others."""
    reader = _Reader([])
    for key, _ in root.entries:
        if key.value not in SECTIONS:
            reader.report(f"there is no section `{key.value}`", key.span, suggestion(key.value, SECTIONS))
    groups = tuple(reader.groups(root.get("Groups"), root.span))
    particles: list[Particle] = []
    for section in ("Fermions", "RealScalars", "CplxScalars", "ComplexScalars"):
        particles += reader.particles(section, root.get(section), groups)
    known: dict[str, Span] = {}
    for particle in particles:
        for name in (particle.name, *particle.parts):
            if name in known:
                reader.report(f"`{name}` is declared twice", particle.span)
            known.setdefault(name, particle.span)
    return Content(groups, tuple(particles)), tuple(reader.found)


def table_entries(node: Node | None) -> tuple[tuple[Text, Node], ...]:
    """The entries of a section that may be missing or empty."""
    return node.entries if isinstance(node, Table) else ()


def suggestion(name: str, candidates: Iterable[str]) -> str | None:
    """A hint with the candidates most like a name."""
    found = did_you_mean(name, candidates)
    return f"did you mean {' or '.join(f'`{item}`' for item in found)}?" if found else None


def is_empty(node: Node | None) -> bool:
    """Whether a section is missing or has nothing in it."""
    return node is None or (isinstance(node, Text) and node.value in ("", "None", "null", "~"))


def exact_number(node: Node) -> Value | None:
    """A number such as -1/6 or 1/sqrt(2); None if it is something else."""
    if not isinstance(node, Text):
        return None
    try:
        found = parse_expression(node)
    except ExpressionError:
        return None
    return found.value if isinstance(found, Constant) else None


def named_by_dimension(irrep: Irrep, barred: bool) -> Irrep:
    """Which of a conjugate pair PyR@TE calls by its dimension, and which by minus that.

    The unbarred one has the smaller charge under the centre, as in R. Slansky, Phys. Rept. 79 (1981) 1, and where both
    have the same the smaller Dynkin labels: 6 = [0,2] and 10 = [0,3] of SU(3). Our names differ from that.
    """
    pair = sorted((irrep, irrep.conjugate), key=lambda item: (item.n_ality, item.labels))
    return pair[1] if barred else pair[0]


@dataclass(frozen=True)
class _Reader:
    """Reads sections and gathers what is wrong with them."""

    found: list[Diagnostic]

    def report(self, message: str, span: Span, hint: str | None = None) -> None:
        """Adds an error."""
        self.found.append(Diagnostic("Z702", message, span, hints=(hint,) if hint else ()))

    def groups(self, node: Node | None, span: Span) -> Iterator[Gauge]:
        """The gauge factors."""
        if not isinstance(node, Table) or not node.entries:
            self.report("the file has no groups", span if node is None else node.span)
            return
        for key, value in node.entries:
            match = _GROUP.fullmatch(value.value) if isinstance(value, Text) else None
            number = int(match[2]) if match else 0
            if not _NAME.fullmatch(key.value):
                self.report("a group needs a name of letters and digits", key.span)
            elif match and match[1].upper() == "U" and number == 1:
                yield Gauge(key.value, 1, key.span)
            elif match and match[1].upper() == "SU" and 2 <= number <= 64:
                yield Gauge(key.value, number, key.span)
            else:
                self.report("zmodel has the groups U1 and SU2, SU3, ... only", value.span)

    def particles(self, section: str, node: Node | None, groups: Sequence[Gauge]) -> Iterator[Particle]:
        """The particles of one section."""
        if not isinstance(node, Table):
            if node is not None and not is_empty(node):
                self.report(f"{section} is a table of particles", node.span)
            return
        for key, value in node.entries:
            if not _NAME.fullmatch(key.value):
                self.report("a particle needs a name of letters and digits", key.span)
                continue
            particle = self._particle(section, key, value, groups)
            if particle is not None:
                yield particle

    def _particle(self, section: str, key: Text, value: Node, groups: Sequence[Gauge]) -> Particle | None:
        kind: Literal["fermion", "real", "complex"] = "complex"
        if section in ("Fermions", "RealScalars"):
            kind = "fermion" if section == "Fermions" else "real"
        blank = Particle(key.value, kind, 1, {}, frozenset(), {}, Fraction(1), (), key.span)
        head = {"fermion": ("Gen",), "real": (), "complex": ("RealFields", "Norm")}[kind]
        if isinstance(value, Items):
            parts = [*value.items]
            named: list[tuple[str, Node]] = []
            if kind == "complex" and len(parts) >= 3:
                named = [("RealFields", Items((parts[0], parts[1]), parts[0].span)), ("Norm", parts[2])]
                parts = parts[3:]
            elif kind == "fermion" and parts:
                named, parts = [("Gen", parts[0])], parts[1:]
            if len(parts) != len(groups):
                self.report(f"a list for `{key.value}` has one number for each group, after {head}", value.span)
                return None
            numbers = [(group.name, part) for group, part in zip(groups, parts, strict=True)]
        elif isinstance(value, Table):
            named = [(name.value, inner) for name, inner in value.entries]
            table = value.get("Qnb")
            if table is None and kind == "real":
                numbers, named = [(n, inner) for n, inner in named if n not in ("Gen", "Norm")], []
            else:
                numbers = [(name.value, inner) for name, inner in table_entries(table)]
            for name, inner in named:
                if name not in (*head, "Gen", "Norm", "Qnb"):
                    self.report(f"`{key.value}` has no entry `{name}`", inner.span)
                    return None
        else:
            self.report(f"`{key.value}` is described by a table or a list", value.span)
            return None
        return self._filled(blank, dict(named), numbers, {group.name: group for group in groups})

    def _filled(
        self,
        blank: Particle,
        named: Mapping[str, Node],
        numbers: Sequence[tuple[str, Node]],
        groups: Mapping[str, Gauge],
    ) -> Particle | None:
        """A particle with its quantum numbers, or None after reporting what is wrong with it."""
        errors = len(self.found)
        irreps: dict[str, Irrep] = {}
        charges: dict[str, Fraction] = {}
        flipped: set[str] = set()
        for name, node in numbers:
            group = groups.get(name)
            if group is None:
                self.report(f"there is no group `{name}`", node.span, suggestion(name, groups))
            elif group.n == 1:
                charge = exact_number(node)
                if not isinstance(charge, Fraction):
                    self.report("a charge is a rational number", node.span)
                elif charge:
                    charges[name] = charge
            else:
                found = self._irrep(group, node)
                if found is not None and not found[0].is_singlet:
                    irreps[name] = found[0]
                    flipped |= {name} if found[1] else set()
        generations = self._generations(named.get("Gen"), blank.kind)
        norm, parts = blank.norm, blank.parts
        if blank.kind == "complex":
            norm, parts = self._norm(blank, named.get("Norm")), self._parts(blank, named.get("RealFields"))
        if blank.kind == "real":
            if charges:
                self.report(f"the real field `{blank.name}` has a charge", blank.span)
            for name, irrep in irreps.items():
                if irrep.reality != "real":
                    message = f"`{blank.name}` is real, but the {irrep.name} of {name} is {irrep.reality}"
                    self.report(message, blank.span, "zmodel has real fields in real representations only")
        if len(self.found) > errors:
            return None
        return replace(
            blank,
            generations=generations,
            irreps=irreps,
            flipped=frozenset(flipped),
            charges=charges,
            norm=norm,
            parts=parts,
        )

    def _irrep(self, group: Gauge, node: Node) -> tuple[Irrep, bool] | None:
        """A representation from its dimension, negative for a conjugate, or from its Dynkin labels."""
        if isinstance(node, Items):
            words = [item.value if isinstance(item, Text) else "?" for item in node.items]
            text, barred = f"[{','.join(words)}]", False
        else:
            text = node.value if isinstance(node, Text) else "?"
            barred = text.startswith("-")
            text = text.removeprefix("-")
        try:
            irrep = from_dimension_name(group.n, text)
        except RepresentationError as error:
            self.report(str(error), node.span)
            return None
        if not text.startswith("["):
            irrep = named_by_dimension(irrep, barred)
        return irrep, barred and irrep == _SU2_DOUBLET

    def _generations(self, node: Node | None, kind: str) -> int:
        text = node.value if isinstance(node, Text) else ("1" if node is None else "?")
        if re.fullmatch(r"[0-9]{1,3}", text) and 1 <= int(text) <= MAX_GENERATIONS:
            if node is not None and kind != "fermion" and int(text) > 1:
                self.report("scalars of PyR@TE have one generation", node.span)
            return int(text)
        if node is not None:
            self.report("the number of generations is a whole number", node.span)
        return 1

    def _norm(self, blank: Particle, node: Node | None) -> Value:
        norm = None if node is None else exact_number(node)
        if norm is None or norm == 0:
            message = f"the complex scalar `{blank.name}` needs a norm such as 1/sqrt(2)"
            self.report(message, blank.span if node is None else node.span)
            return Fraction(1)
        return norm

    def _parts(self, blank: Particle, node: Node | None) -> tuple[str, ...]:
        names = [item.value for item in node.items if isinstance(item, Text)] if isinstance(node, Items) else []
        if len(names) != 2 or not all(_NAME.fullmatch(name) for name in names):
            message = f"the complex scalar `{blank.name}` needs two RealFields, as in [Pi, Sigma]"
            self.report(message, blank.span if node is None else node.span)
        return tuple(names)
