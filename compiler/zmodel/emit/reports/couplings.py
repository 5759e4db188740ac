"""All operators of a model, declared or not: class, texture, how many there are, and what they violate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from zmodel.derive.charges import Entry, format_entry
from zmodel.derive.couplings import Coupling, CouplingTable
from zmodel.derive.operators import Operator
from zmodel.emit.report import Cell, Json, Report, Table
from zmodel.emit.texture import texture_of
from zmodel.model import Model

MARKS = "x allowed, . forbidden, ? allowed for some charges, 0 vanishes by statistics"
MATRIX = 2
"""Legs up to which a texture is drawn."""
MAX_ENTRIES = 9
"""Entries that are listed one by one."""
NOT_DECLARED = "not declared"
COLUMNS = ("declared", "class", "dim.", "term", "texture", "contractions", "structures", "violates")


@dataclass(frozen=True)
class _Line:
    """A declared coupling, or what is left of an operator that no coupling multiplies."""

    operator: Operator
    coupling: Coupling | None
    missing: int

    @property
    def term(self) -> str:
        return self.operator.term if self.coupling is None else self.coupling.term

    @property
    def shape(self) -> tuple[int, ...]:
        return self.operator.shape if self.coupling is None else self.coupling.shape

    @property
    def entries(self) -> Mapping[tuple[int, ...], Entry]:
        return self.operator.entries if self.coupling is None else self.coupling.entries

    @property
    def vanishing(self) -> frozenset[tuple[int, ...]]:
        """Entries that are zero by the statistics of equal fields."""
        return self.operator.vanishing if self.coupling is None else self.coupling.vanishing


def couplings_report(model: Model, table: CouplingTable, operators: Sequence[Operator]) -> Report:
    """Declared couplings in the order of the file, then what the symmetries allow besides.

    Args:
        model: a checked model.
        table: its couplings.
        operators: all operators up to some dimension.
    """
    lines = [*_declared(table, operators), *_undeclared(table, operators)]
    allowed = [line for line in lines if line.coupling is not None or line.operator.structures]
    contracted = tuple((c.name, c.description) for c in table.couplings.values() if c.description)
    conditional = [line for line in lines if line.coupling is None and not line.operator.structures]
    tables = [Table("Couplings and operators", COLUMNS, tuple(map(_row, allowed)), MARKS)]
    if conditional:
        title = "Operators that some values of the charges allow"
        tables.append(Table(title, COLUMNS, tuple(map(_row, conditional))))
    if contracted:
        tables.append(Table("Contractions", ("coupling", "contraction"), contracted))
    conditions = tuple(row for line in lines for row in _condition_rows(model, line))
    if conditions:
        tables.append(Table("Conditions of entries", ("term", "group", "must vanish", "entries"), conditions))
    totals = _totals(operators)
    columns = ("dim.", "terms", "operators, h.c. counted apart", "of these violate B", "violate L")
    tables.append(Table("Independent operators", columns, tuple(tuple(map(str, row)) for row in totals)))
    keys = ("dimension", "terms", "operators", "violating_B", "violating_L")
    data: dict[str, Json] = {
        "model": model.name,
        "terms": [_json(model, line) for line in lines],
        "totals": [dict(zip(keys, row, strict=True)) for row in totals],
    }
    return Report(f"{model.name}: couplings", tuple(tables), data)


def _declared(table: CouplingTable, operators: Sequence[Operator]) -> Iterator[_Line]:
    by_name = {name: operator for operator in operators for name in operator.declared}
    for name, coupling in table.couplings.items():
        if name in by_name:
            yield _Line(by_name[name], coupling, 0)


def _undeclared(table: CouplingTable, operators: Sequence[Operator]) -> Iterator[_Line]:
    for operator in operators:
        multiplied = sum(_multiplied(operator, table.couplings[name]) for name in operator.declared)
        if operator.contractions > multiplied:
            yield _Line(operator, None, operator.contractions - multiplied)


def _multiplied(operator: Operator, coupling: Coupling) -> int:
    """Number of contractions that a coupling multiplies: c P + c^* P^* are two if they are of one content."""
    return 2 if operator.self_conjugate and coupling.kind == "potential" and not coupling.is_real else 1


def _totals(operators: Sequence[Operator]) -> list[tuple[int, ...]]:
    """Dimension, number of terms and of operators, and how many violate B and L."""
    rows = []
    for dimension in sorted({operator.dimension for operator in operators}):
        found = [o for o in operators if o.dimension == dimension and o.structures]
        counts = {o.term: o.structures if o.self_conjugate else 2 * o.structures for o in found}
        violating = [sum(counts[o.term] for o in found if number in o.violates) for number in ("B", "L")]
        rows.append((dimension, len(found), sum(counts.values()), *violating))
    return rows


# ------------------------------------------------------------------ tables
def _row(line: _Line) -> tuple[Cell, ...]:
    operator, coupling = line.operator, line.coupling
    name, class_name = NOT_DECLARED, str(operator.class_name)
    if coupling is not None:
        name = "\n".join((coupling.name, *(f"{kept.name} = {format_entry(kept.indices)}" for kept in coupling.kept)))
        class_name += "" if coupling.symmetry == "none" else f" ({coupling.symmetry})"
    contractions = str(operator.contractions)
    if 0 < line.missing < operator.contractions:
        contractions = f"{line.missing} of {contractions}"
    return (
        name,
        class_name,
        str(operator.dimension),
        line.term,
        texture_cell(line.shape, line.entries, line.vanishing),
        contractions,
        str(operator.structures),
        " ".join(operator.violates),
    )


def texture_cell(
    shape: tuple[int, ...], entries: Mapping[tuple[int, ...], Entry], vanishing: frozenset[tuple[int, ...]]
) -> Cell:
    """Rows of marks, see `MARKS`; of a tensor the number of entries.

    Args:
        shape: number of generations of each leg that has several.
        entries: by index tuple.
        vanishing: entries that are zero by the statistics of equal fields.
    """
    marks = {indices: "0" if indices in vanishing else _mark(entry) for indices, entry in entries.items()}
    if len(shape) > MATRIX:
        counts = [f"{list(marks.values()).count(mark)} {mark}" for mark in "x?0." if mark in marks.values()]
        return ", ".join(counts)
    if len(shape) < MATRIX:
        return texture_of([list(marks.values())])
    rows, columns = shape
    return texture_of([[marks[i, j] for j in range(columns)] for i in range(rows)])


def _mark(entry: Entry) -> str:
    return "x" if entry.allowed else "?" if entry.possible else "."


def _condition_rows(model: Model, line: _Line) -> Iterator[tuple[Cell, ...]]:
    """Conditions that some values of the parameters fulfil, each with its entries."""
    for conditions, entries in _by_condition(model, line).items():
        words = [format_entry(indices) for indices in entries[:MAX_ENTRIES] if indices]
        if len(entries) > MAX_ENTRIES:
            words.append(f"and {len(entries) - MAX_ENTRIES} more")
        for group, condition in conditions:
            yield line.term, group, condition, " ".join(words)


def _by_condition(model: Model, line: _Line) -> dict[tuple[tuple[str, str], ...], list[tuple[int, ...]]]:
    result: dict[tuple[tuple[str, str], ...], list[tuple[int, ...]]] = {}
    for indices, entry in line.entries.items():
        if entry.possible and not entry.allowed and indices not in line.vanishing:
            key = tuple((group, model.ring.format(value)) for group, value in entry.conditions.items())
            result.setdefault(key, []).append(indices)
    return result


# ------------------------------------------------------------------ data
def _json(model: Model, line: _Line) -> Json:
    operator, coupling = line.operator, line.coupling
    data: dict[str, Json] = {
        "term": line.term,
        "class": operator.class_name,
        "dimension": operator.dimension,
        "declared": None if coupling is None else coupling.name,
        "texture": _texture_json(line),
        "violates": list(operator.violates),
        "contractions": operator.contractions,
        "missing_contractions": line.missing,
        "structures": operator.structures,
        "self_conjugate": operator.self_conjugate,
        "conditions": _conditions_json(model, line),
    }
    if coupling is not None:
        data |= {
            "symmetry": coupling.symmetry,
            "real": coupling.is_real,
            "contraction": coupling.description,
            "kept": {kept.name: [i + 1 for i in kept.indices] for kept in coupling.kept},
        }
    if line.vanishing:
        data["vanishing"] = [[i + 1 for i in indices] for indices in sorted(line.vanishing)]
    return data


def _conditions_json(model: Model, line: _Line) -> Json:
    """The charges that must vanish for an entry to be allowed, of all entries that are not."""
    return [
        {
            "entry": [i + 1 for i in indices],
            "conditions": {group: model.ring.format(value) for group, value in entry.conditions.items()},
        }
        for indices, entry in line.entries.items()
        if not entry.allowed
    ]


def _texture_json(line: _Line) -> Json:
    """What charges allow: nested lists of 0 and 1, one level for each factor of several generations, or a number.

    Entries that statistics make zero stand apart, under "vanishing".
    """

    def nested(prefix: tuple[int, ...]) -> Json:
        if len(prefix) == len(line.shape):
            return int(line.entries[prefix].allowed)
        return [nested((*prefix, i)) for i in range(line.shape[len(prefix)])]

    return nested(())
