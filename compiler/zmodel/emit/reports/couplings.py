"""Declared terms: texture, conditions, contraction; and the potential."""

from __future__ import annotations

from zmodel.derive.charges import Entry, format_entry
from zmodel.derive.couplings import Coupling, CouplingTable
from zmodel.emit.report import Cell, Json, Report, Table
from zmodel.model import Model


def couplings_report(model: Model, table: CouplingTable) -> Report:
    """Every declared term with the texture that the charges leave."""
    couplings = list(table.couplings.values())
    rows = tuple(_row(coupling) for coupling in couplings)
    columns = ("coupling", "class", "dim.", "term", "texture", "contraction")
    tables = [Table("Couplings", columns, rows)]
    conditions = [row for coupling in couplings for row in _condition_rows(model, coupling)]
    if conditions:
        note = "An entry that is not listed is allowed."
        tables.append(
            Table(
                "Conditions of the other entries",
                ("coupling", "entry", "group", "must vanish"),
                tuple(conditions),
                note,
            )
        )
    data: dict[str, Json] = {"model": model.name, "terms": [_json(model, coupling) for coupling in couplings]}
    return Report(f"{model.name}: couplings", tuple(tables), data)


def potential_report(model: Model, table: CouplingTable) -> Report:
    """The scalar potential as declared."""
    couplings = [c for c in table.couplings.values() if c.kind == "potential"]
    rows = tuple((c.name, "real" if c.is_real else "complex, + h.c.", c.term, c.description) for c in couplings)
    data: dict[str, Json] = {
        "model": model.name,
        "terms": [
            {
                "coupling": c.name,
                "term": c.term,
                "dimension": c.dimension,
                "real": c.is_real,
                "contraction": c.description,
            }
            for c in couplings
        ],
    }
    columns = ("coupling", "kind", "term", "contraction")
    return Report(f"{model.name}: potential", (Table("V contains", columns, rows),), data)


def texture_text(coupling: Coupling) -> str:
    """Rows of crosses and dots: x allowed, . forbidden, ? allowed for some values of the parameters."""
    marks = {indices: _mark(entry) for indices, entry in coupling.entries.items()}
    if len(coupling.shape) != 2:
        return " ".join(marks.values())
    rows, columns = coupling.shape
    return "\n".join(" ".join(marks[i, j] for j in range(columns)) for i in range(rows))


def _mark(entry: Entry) -> str:
    return "x" if entry.allowed else "?" if entry.possible else "."


def _row(coupling: Coupling) -> tuple[Cell, ...]:
    symmetry = "" if coupling.symmetry == "none" else f" ({coupling.symmetry})"
    name = coupling.name
    if coupling.kept:
        name += "\n" + "\n".join(f"{kept.name} = {format_entry(kept.indices)}" for kept in coupling.kept)
    return (
        name,
        coupling.class_name + symmetry,
        str(coupling.dimension),
        coupling.term,
        texture_text(coupling),
        coupling.description,
    )


def _condition_rows(model: Model, coupling: Coupling) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = []
    for indices, entry in coupling.entries.items():
        for group, condition in entry.conditions.items():
            rows.append((coupling.name, format_entry(indices) if indices else "", group, model.ring.format(condition)))
    return rows


def _json(model: Model, coupling: Coupling) -> Json:
    conditions: list[Json] = [
        {
            "entry": [i + 1 for i in indices],
            "conditions": {group: model.ring.format(value) for group, value in entry.conditions.items()},
        }
        for indices, entry in coupling.entries.items()
        if not entry.allowed
    ]
    return {
        "term": coupling.term,
        "class": coupling.class_name,
        "dimension": coupling.dimension,
        "declared": coupling.name,
        "texture": _texture_json(coupling),
        "conditions": conditions,
        "symmetry": coupling.symmetry,
        "real": coupling.is_real,
        "contraction": coupling.description,
        "kept": {kept.name: [i + 1 for i in kept.indices] for kept in coupling.kept},
    }


def _texture_json(coupling: Coupling) -> Json:
    """Nested lists of 0 and 1 in the shape of the coupling."""

    def nested(prefix: tuple[int, ...]) -> Json:
        if len(prefix) == len(coupling.shape):
            return int(coupling.entries[prefix].allowed)
        return [nested((*prefix, i)) for i in range(coupling.shape[len(prefix)])]

    return nested(())
