"""What a model's names are in physics, as Markdown: made where the model is derived, shown where the mouse rests."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence

from zmodel.algebra.flavour import FlavourSum
from zmodel.derive.couplings import Coupling
from zmodel.driver import Analysis
from zmodel.emit.expression_text import expression_formula
from zmodel.emit.formula import flavour_formula
from zmodel.emit.report import cell_text
from zmodel.emit.reports.couplings import MARKS, texture_cell
from zmodel.model import Field, Group, Model
from zmodel.model.model import Parameter, Point, PointValue
from zmodel.model.quantities import entry_label

Facts = Mapping[tuple[str, str], str]
"""Markdown by space and name, see `zmodel.lsp.symbols`."""

MAX_ROWS = 24
"""Rows of a table; a hover that is longer than a screen helps nobody."""
MAX_FORMULA = 4000
_WIDTH = 96


def model_facts(analysis: Analysis) -> Facts:
    """What a checked model says of its groups, fields, couplings, parameters and points."""
    model = analysis.model
    facts = {("model", model.name): f"**model** `{model.name}`" + (f": {model.title}" if model.title else "")}
    for group in model.groups:
        facts["name", group.name] = _group(analysis, group)
        if group.coupling is not None:
            facts["name", group.coupling] = f"gauge coupling `{group.coupling}` of {_type(group)} `{group.name}`"
        if group.boson is not None:
            mass = f", mass `{group.mass}`" if group.mass else ""
            facts["boson", group.boson] = f"gauge boson `{group.boson}` of {_type(group)} `{group.name}`{mass}"
    for field in model.fields:
        facts["name", field.name] = _field(analysis, field)
    for mixing in model.mixings:
        text = f"kinetic mixing `{mixing.name}` of `{mixing.first}` and `{mixing.second}`, form `{mixing.form}`"
        facts["name", mixing.name] = text
    for coupling in analysis.couplings.couplings.values():
        facts |= _coupling(coupling)
    for parameter in model.parameters:
        key = ("unknown", parameter.name[1:]) if parameter.domain == "unknown" else ("name", parameter.name)
        facts[key] = _parameter(model, parameter)
    for point in model.points:
        facts["point", point.name] = _point(point)
    return {key: text + _values(model, key[1]) if key[0] == "name" else text for key, text in facts.items()}


# ------------------------------------------------------------------ groups and fields
def _type(group: Group) -> str:
    return "U(1)" if group.is_abelian else f"SU({group.n})"


def _group(analysis: Analysis, group: Group) -> str:
    model = analysis.model
    kind = "global" if group.is_global else "gauge"
    head = f"**{kind} group** `{group.name}` = {_type(group)}"
    head += f", coupling `{group.coupling}`" if group.coupling else ""
    head += f", boson `{group.boson}`" if group.boson else ""
    rows = [(f"`{field.name}`", _under(model, field, group)) for field in model.fields if _feels(field, group)]
    parts = [head, _table(("field", "charge" if group.is_abelian else "representation"), rows)]
    found = [a for a in analysis.anomalies.anomalies if group.name in a.name.replace("^", " ").split()]
    parts.append(_table(("anomaly", "value"), [(a.name, model.ring.format_factored(a.value)) for a in found]))
    return _joined(parts)


def _feels(field: Field, group: Group) -> bool:
    return group.name in field.charges or group.name in field.irreps


def _under(model: Model, field: Field, group: Group) -> str:
    """Representation or charges of a field."""
    if not group.is_abelian:
        return field.irreps[group.name].name if group.name in field.irreps else "1"
    charges = [model.ring.format(charge) for charge in field.charges.get(group.name, ())]
    return charges[0] if len(set(charges)) == 1 else ", ".join(charges)


def _field(analysis: Analysis, field: Field) -> str:
    model = analysis.model
    kind = f"{field.chirality}-handed fermion" if field.is_fermion else ("real " * field.is_real + field.spin)
    generations = f"[{field.generations}]" if field.generations > 1 else ""
    size = f"{field.dimension} component" + "s" * (field.dimension > 1)
    rows = [(group.name, _under(model, field, group)) for group in model.groups if _feels(field, group)]
    parts = [f"**{kind}** `{field.name}{generations}`, {size}"]
    parts.append(_table(("group", "representation or charge"), rows) if rows else "singlet of all groups")
    if field.vev:
        values = ", ".join(expression_formula(value).text for value in field.vev)
        parts.append(f"vacuum value `{f'({values})' if len(field.vev) > 1 else values}`")
    if field.is_fermion:
        parts.append(_contributions(analysis, field))
    return _joined(parts)


def _contributions(analysis: Analysis, field: Field) -> str:
    ring = analysis.model.ring
    rows = []
    for anomaly in analysis.anomalies.anomalies:
        own = [item.value for item in anomaly.contributions if item.field == field.name]
        if own:
            rows.append((anomaly.name, ring.format(own[0]), ring.format_factored(anomaly.value)))
    return _table(("anomaly", f"from {field.name}", "in total"), rows)


# ------------------------------------------------------------------ couplings
def _coupling(coupling: Coupling) -> Facts:
    """A coupling and its kept entries."""
    kind = {"yukawa": "Yukawa coupling", "mass": "mass term", "potential": "coupling of the potential"}[coupling.kind]
    words = [kind, f"`{coupling.name}`, mass dimension {coupling.dimension}"]
    if coupling.kind == "potential":
        words.append(", real" if coupling.is_real else ", complex: the conjugate is added")
    if coupling.symmetry != "none":
        words.append(f", {coupling.symmetry}")
    parts = [f"**{words[0]}** {''.join(words[1:])}", _code(f"{coupling.name} = {coupling.term}", "zmodel")]
    if coupling.shape:
        texture = cell_text(texture_cell(coupling.shape, coupling.entries, coupling.vanishing))
        parts.append(f"texture ({MARKS}):\n\n{_code(texture)}")
    if coupling.description:
        parts.append(f"contraction `{coupling.description}`")
    if coupling.kept:
        kept = ", ".join(f"{entry_label(coupling.name, k.indices)} = `{k.name}`" for k in coupling.kept)
        parts.append(f"of its entries only these run: {kept}")
    facts = {("name", coupling.name): _joined(parts)}
    for item in coupling.kept:
        if item.name != coupling.name:
            label = entry_label(coupling.name, item.indices)
            facts["name", item.name] = f"**entry** `{item.name}` = {label} of\n\n{facts['name', coupling.name]}"
    return facts


def beta_facts(betas: Mapping[str, Mapping[int, FlavourSum]]) -> Facts:
    """The one-loop beta function of each coupling, from `BetaFunctions.by_name`."""
    return {("name", name): _beta(name, per_loop[1]) for name, per_loop in betas.items() if 1 in per_loop}


def _beta(name: str, value: FlavourSum) -> str:
    text = flavour_formula(value).text
    if len(text) > MAX_FORMULA:
        text = text[:MAX_FORMULA].rsplit(" ", 1)[0] + " ..."
    lines = textwrap.wrap(f"16 pi^2 d{name}/dlnmu = {text}", _WIDTH, subsequent_indent="    ", break_long_words=False)
    return "one loop:\n\n" + _code("\n".join(lines))


# ------------------------------------------------------------------ parameters and points
def _parameter(model: Model, parameter: Parameter) -> str:
    kind = {"unknown": "unknown charge", "vev": "vacuum value", "mass": "mass"}.get(parameter.domain)
    head = f"**{kind}** `{parameter.name}`" if kind else f"**parameter** `{parameter.name}` : {parameter.domain}"
    rows = []
    for field in model.fields:
        for group, charges in field.charges.items():
            if any(parameter.name in model.ring.used_symbols(charge) for charge in charges):
                rows.append((f"`{field.name}`", group, _under(model, field, model.group(group))))
    return _joined([head, _table(("in the charge of", "group", "charge"), rows)])


def _point(point: Point) -> str:
    scale = f" at {point.scale:g} GeV" if point.scale is not None else ""
    rows = [(entry_label(value.name, value.indices), _number(value)) for value in point.values]
    return _joined([f"**point** `{point.name}`{scale}", _table(("name", "value"), rows)])


def _values(model: Model, name: str) -> str:
    """What the points of the file give to a quantity."""
    rows = [
        (f"`{point.name}`", entry_label(name, value.indices), _number(value))
        for point in model.points
        for value in point.values
        if value.name == name
    ]
    return "\n\n" + _table(("point", "of", "value"), rows) if rows else ""


def _number(value: PointValue) -> str:
    return str(value.exact) if value.exact is not None and len(str(value.exact)) < 12 else f"{value.value:.6g}"


# ------------------------------------------------------------------ Markdown
def _table(columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """A table, or nothing without rows."""
    if not rows:
        return ""
    lines = [columns, ("---",) * len(columns), *rows[:MAX_ROWS]]
    text = "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)
    return text + (f"\n\nand {len(rows) - MAX_ROWS} more" if len(rows) > MAX_ROWS else "")


def _code(text: str, language: str = "text") -> str:
    return f"```{language}\n{text}\n```"


def _joined(parts: list[str]) -> str:
    return "\n\n".join(part for part in parts if part)


def merged(*layers: Facts) -> Facts:
    """Facts below each other, name by name."""
    keys: dict[tuple[str, str], None] = {key: None for layer in layers for key in layer}
    return {key: "\n\n".join(_found(layers, key)) for key in keys}


def _found(layers: tuple[Facts, ...], key: tuple[str, str]) -> Iterator[str]:
    return (layer[key] for layer in layers if key in layer)
