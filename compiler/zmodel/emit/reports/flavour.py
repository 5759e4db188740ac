"""Flavour structure: mass matrices, mixing, Majorana textures, spurion insertions."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from zmodel.derive.charges import format_entry
from zmodel.derive.flavour.majorana import Fit, MajoranaTexture
from zmodel.derive.flavour.mixing import Block, Mixing
from zmodel.derive.flavour.sectors import Sector
from zmodel.derive.flavour.spurions import Insertion, SpurionTable
from zmodel.derive.flavour.structure import FlavourStructure
from zmodel.emit.formula import polynomial_formula
from zmodel.emit.report import Cell, Json, Report, Table
from zmodel.emit.texture import Texture, texture_of
from zmodel.model import Model

MASS_NOTE = (
    "Of the declared couplings with all vacuum values, for generic numbers; one colour. A Majorana matrix holds every "
    "left-handed spinor once. light: what weak multiplets keep once heavy singlets are integrated out."
)
MIXING_NOTE = (
    "Brackets hold doublets that mix. zeros: entries of the mixing matrix that vanish for all values of the couplings."
)
MAJORANA_NOTE = (
    "1 is a mass without a scalar, . an entry that nothing fills, ? holds for some values of the charges only."
)
INSERTION_NOTE = "x is allowed, n takes n factors of the spurion and -n of its conjugate, . is closed, ? see below."


def flavour_report(model: Model, structure: FlavourStructure) -> Report:
    """The report of `zmodel flavour`."""
    tables = [
        Table("Mass matrices", _SECTOR_COLUMNS, tuple(map(_sector_row, structure.sectors)), MASS_NOTE),
        Table("Mixing", _MIXING_COLUMNS, tuple(map(_mixing_row, structure.mixings)), MIXING_NOTE),
        Table(
            "Majorana matrices", ("fermions", "entries"), tuple(map(_majorana_row, structure.majorana)), MAJORANA_NOTE
        ),
        Table("Insertions of spurions", _SPURION_COLUMNS, tuple(map(_spurion_row, structure.spurions)), INSERTION_NOTE),
    ]
    open_rows = tuple(row for table in structure.spurions for row in _open_rows(model, table))
    if open_rows:
        columns = ("coupling", "entry", "spurion", "number, must be whole", "must vanish")
        tables.append(Table("Insertions that charges leave open", columns, open_rows))
    data: dict[str, Json] = {
        "model": model.name,
        "sectors": [_sector_json(sector) for sector in structure.sectors],
        "mixing": [_mixing_json(mixing) for mixing in structure.mixings],
        "majorana": [_majorana_json(model, texture) for texture in structure.majorana],
        "insertions": [
            _insertion_json(model, table, item) for table in structure.spurions for item in table.insertions
        ],
    }
    return Report(f"{model.name}: flavour structure", tuple(table for table in tables if table.rows), data)


def _matrix(shape: tuple[int, ...], mark: Callable[[tuple[int, ...]], str]) -> Texture:
    """Rows of marks; of what is no matrix one line."""
    leading, columns = shape[:-1] if len(shape) == 2 else (), shape[-1:]
    rows = [(i,) for i in range(leading[0])] if leading else [()]
    ends = [(j,) for j in range(columns[0])] if columns else [()]
    return texture_of([[mark((*row, *end)) for end in ends] for row in rows])


# ------------------------------------------------------------------ mass matrices
_SECTOR_COLUMNS = ("fermions", "charge", "kind", "size", "rank", "massless", "texture")


def _sector_row(sector: Sector) -> tuple[Cell, ...]:
    light = "" if sector.light_rank is None else f" (light {sector.light_rank})"
    return (
        sector.name,
        "" if sector.charge is None else str(sector.charge),
        "Majorana" if sector.is_majorana else "Dirac",
        f"{len(sector.rows)} x {len(sector.columns)}",
        f"{sector.rank}{light}",
        str(sector.massless),
        _matrix((len(sector.rows), len(sector.columns)), lambda entry: "x" if entry in sector.texture else "."),
    )


def _sector_json(sector: Sector) -> Json:
    return {
        "name": sector.name,
        "charge": None if sector.charge is None else str(sector.charge),
        "kind": "majorana" if sector.is_majorana else "dirac",
        "rows": [str(particle) for particle in sector.rows],
        "columns": [str(particle) for particle in sector.columns],
        "texture": [
            [int((i, j) in sector.texture) for j in range(len(sector.columns))] for i in range(len(sector.rows))
        ],
        "rank": sector.rank,
        "light_rank": sector.light_rank,
        "massless": sector.massless,
    }


# ------------------------------------------------------------------ mixing
_MIXING_COLUMNS = ("matrix", "upper", "lower", "together", "zeros", "full")


def _mixing_row(mixing: Mixing) -> tuple[Cell, ...]:
    return (
        mixing.name,
        _blocks_text(mixing.upper_blocks),
        _blocks_text(mixing.lower_blocks),
        _blocks_text(mixing.joint_blocks),
        str(mixing.zeros),
        "no masses" if mixing.massless else "yes" if mixing.full else "no",
    )


def _members(block: Block) -> list[str]:
    return [f"{field} {generation + 1}" for field, generation in sorted(block)]


def _blocks_text(blocks: Iterable[Block]) -> str:
    return " ".join(f"({', '.join(_members(block))})" for block in blocks)


def _mixing_json(mixing: Mixing) -> Json:
    def blocks(found: Iterable[Block]) -> list[Json]:
        return [[name for name in _members(block)] for block in found]

    return {
        "name": mixing.name,
        "upper": mixing.upper,
        "lower": mixing.lower,
        "upper_blocks": blocks(mixing.upper_blocks),
        "lower_blocks": blocks(mixing.lower_blocks),
        "joint_blocks": blocks(mixing.joint_blocks),
        "zeros": mixing.zeros,
        "connected": mixing.connected,
        "full": mixing.full,
    }


# ------------------------------------------------------------------ Majorana matrices
def _majorana_row(texture: MajoranaTexture) -> tuple[Cell, ...]:
    return " ".join(texture.fermions), _matrix(
        texture.shape, lambda entry: _fits_text(texture.fits[entry[0], entry[1]])
    )


def _fits_text(fits: tuple[Fit, ...]) -> str:
    return ",".join((fit.scalar or "1") + ("" if fit.entry.allowed else "?") for fit in fits) or "."


def _majorana_json(model: Model, texture: MajoranaTexture) -> Json:
    return {
        "fermions": list(texture.fermions),
        "texture": [list(row) for row in texture.pattern()],
        "entries": [
            {
                "entry": [i + 1 for i in indices],
                "scalar": fit.scalar,
                "conditions": {group: model.ring.format(value) for group, value in fit.entry.conditions.items()},
            }
            for indices, fits in texture.fits.items()
            for fit in fits
        ],
    }


# ------------------------------------------------------------------ spurions
_SPURION_COLUMNS = ("coupling", "term", "spurion", "insertions")


def _spurion_row(table: SpurionTable) -> tuple[Cell, ...]:
    opened = {item.indices: item for item in table.insertions}

    def mark(entry: tuple[int, ...]) -> str:
        if entry in table.closed:
            return "."
        found = opened.get(entry)
        if found is None:
            return "x"
        return "?" if found.power is None or found.conditions else str(found.power)

    return table.coupling, table.term, table.spurion, _matrix(table.shape, mark)


def _open_rows(model: Model, table: SpurionTable) -> list[tuple[Cell, ...]]:
    return [
        (
            table.coupling,
            format_entry(item.indices) if item.indices else "",
            table.spurion,
            _number(model, item),
            ", ".join(model.ring.format(condition) for condition in item.conditions),
        )
        for item in table.insertions
        if item.power is None or item.conditions
    ]


def _number(model: Model, item: Insertion) -> Cell:
    if item.ratio is None:
        return str(item.power)
    numerator, denominator = item.ratio
    if denominator.is_constant():
        return polynomial_formula(model.ring, numerator / denominator.leading_coefficient())
    return f"({model.ring.format(numerator)})/({model.ring.format(denominator)})"


def _insertion_json(model: Model, table: SpurionTable, item: Insertion) -> Json:
    number = _number(model, item)
    return {
        "coupling": table.coupling,
        "spurion": table.spurion,
        "entry": [i + 1 for i in item.indices],
        "power": item.power,
        "number": number if isinstance(number, str) else number.text,
        "conditions": [model.ring.format(condition) for condition in item.conditions],
    }
