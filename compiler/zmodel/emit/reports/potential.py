"""The scalar potential: its terms, what the file leaves out, and when it is bounded from below."""

from __future__ import annotations

from zmodel.derive.candidates import Content
from zmodel.derive.couplings import Coupling
from zmodel.derive.potential.basis import MissingTerm, PotentialBasis
from zmodel.derive.potential.quartics import Ratio
from zmodel.derive.potential.stability import Stability, Vacuum
from zmodel.emit.formula import Formula, latex_name
from zmodel.emit.report import Cell, Json, Report, Table
from zmodel.emit.stability_formula import Shorthand, condition_formula, linear_formula
from zmodel.emit.stability_program import CLOSED_FORM
from zmodel.model import Model

NOTE = "At tree level; the quartic terms are positive in every direction of the fields that they hold."
MATRIX_NOTE = "V(...) is the matrix of what multiplies the products of norms |phi|^2, half of it off the diagonal."


def potential_report(model: Model, basis: PotentialBasis, stability: Stability) -> Report:
    """All terms, declared and missing, and the conditions for stability."""
    declared: list[tuple[Cell, ...]] = [(c.name, _kind(c), c.term, c.description) for c in basis.declared]
    tables = [Table("V contains", ("coupling", "kind", "term", "contraction"), tuple(declared))]
    if basis.missing:
        columns = ("dim.", "line to add", "kind", "contraction")
        note = "Allowed by the gauge and the declared global symmetries, but without a coupling."
        tables.append(Table("V could contain", columns, tuple(_missing_row(m) for m in basis.missing), note))
    uncounted = [_content_text(content) for content in basis.uncounted]
    if uncounted:
        title = "Products that are too large to be contracted; V could contain more invariants of them"
        tables.append(Table(title, ("fields",), tuple((text,) for text in uncounted)))
    tables += _stability_tables(model, stability)
    data: dict[str, Json] = {
        "model": model.name,
        "terms": [_term_json(coupling) for coupling in basis.declared],
        "missing": [_missing_json(missing) for missing in basis.missing],
        "uncounted": list[Json](uncounted),
        "stability": _stability_json(model, stability),
    }
    return Report(f"{model.name}: potential", tuple(tables), data)


def stability_report(model: Model, stability: Stability) -> Report:
    """The conditions for stability alone."""
    title = f"{model.name}: stability of the potential"
    return Report(title, tuple(_stability_tables(model, stability)), _stability_json(model, stability))


# ------------------------------------------------------------------ terms
def _content_text(content: Content) -> str:
    return " ".join(f"dag({factor.field})" if factor.conjugated else factor.field for factor in content)


def _missing_row(missing: MissingTerm) -> tuple[Cell, ...]:
    coupling = missing.spelling.coupling
    return str(coupling.dimension), missing.line, _kind(coupling), coupling.description


def _kind(coupling: Coupling) -> str:
    return "real" if coupling.is_real else f"{'imaginary' if coupling.is_imaginary else 'complex'}, + h.c."


def _term_json(coupling: Coupling) -> Json:
    return {
        "coupling": coupling.name,
        "term": coupling.term,
        "dimension": coupling.dimension,
        "real": coupling.is_real,
        "contraction": coupling.description,
    }


def _missing_json(missing: MissingTerm) -> Json:
    coupling = missing.spelling.coupling
    return {
        "name": missing.name,
        "term": missing.term,
        "line": missing.line,
        "dimension": coupling.dimension,
        "real": coupling.is_real,
        "contraction": coupling.description,
    }


# ------------------------------------------------------------------ stability
def _conditions(model: Model, stability: Stability) -> tuple[dict[str, tuple[tuple[str, ...], Formula]], Shorthand]:
    """Conditions by their text, with the fields that they are about, and the names that they use."""
    shorthand = Shorthand(frozenset(coupling.name for coupling in model.couplings))
    found: dict[str, tuple[tuple[str, ...], Formula]] = {}
    for matrix in stability.matrices:
        for subset in matrix.conditions:
            formula = condition_formula(matrix, subset, shorthand)
            found.setdefault(formula.text, (subset, formula))
    ordered = sorted(found.items(), key=lambda item: len(item[1][0]))
    return dict(ordered), shorthand


def _stability_tables(model: Model, stability: Stability) -> list[Table]:
    conditions, shorthand = _conditions(model, stability)
    if not conditions:
        rows: tuple[tuple[Cell, ...], ...] = tuple((reason,) for reason in stability.reasons)
        return [Table("No conditions for stability", ("reason",), rows)]
    kind = "necessary and sufficient" if stability.exact else "necessary, not sufficient"
    notes = [NOTE, *(f"Not sufficient: {reason}." for reason in stability.reasons)]
    if any(len(fields) > CLOSED_FORM for fields, _ in conditions.values()):
        notes.append(MATRIX_NOTE)
    if stability.left_out:
        notes.append(f"Without quartic terms, and left out: {', '.join(stability.left_out)}.")
    known = {field.name for field in model.scalars}
    values = list(dict.fromkeys(name for matrix in stability.matrices for name in matrix.fields if name not in known))
    if values:
        notes.append(f"{', '.join(values)}: one singular value of a field as a matrix, the others being zero.")
    rows = tuple((", ".join(fields), formula) for fields, formula in conditions.values())
    tables = [Table(f"Bounded from below: {kind}", ("fields", "condition"), rows, " ".join(notes))]
    definitions: list[tuple[Cell, ...]] = [
        (Formula(name, latex_name(name)), formula) for name, formula in shorthand.definitions.items()
    ]
    if definitions:
        tables.append(Table("where", ("name", "is"), tuple(definitions)))
    if stability.ratios:
        columns = ("ratio", "range", "multiplied by")
        tables.append(Table("Directions of the fields", columns, tuple(_ratio_row(model, r) for r in stability.ratios)))
    if stability.vacua:
        heads = ("vacuum", "if", "ratio", "quartic")
        tables.append(Table("Vacua", heads, tuple(_vacuum_row(model, v) for v in stability.vacua)))
    return tables


def _ratio_text(model: Model, ratio: Ratio) -> str:
    """An overlap in terms of the fields, over the product of their norms."""
    overlap = ratio.overlap
    first, second = (model.field(name) for name in overlap.fields)
    if first == second and not overlap.conjugate and len(first.irreps) == 2:
        return f"tr(dag({first.name}) {first.name} dag({first.name}) {first.name})"
    if len(overlap.groups) == len(first.irreps) == len(second.irreps):
        return f"|{first.name if overlap.conjugate or first.is_real else f'dag({first.name})'} {second.name}|^2"
    return f"overlap of {first.name} and {second.name} in {', '.join(overlap.groups)}"


def _ratio_row(model: Model, ratio: Ratio) -> tuple[Cell, ...]:
    overlap = ratio.overlap
    return _ratio_text(model, ratio), f"{overlap.lower} to {overlap.upper}", linear_formula(ratio.coefficient)


def _vacuum_row(model: Model, vacuum: Vacuum) -> tuple[Cell, ...]:
    sign = ">" if vacuum.positive else "<"
    coefficient = linear_formula(vacuum.ratio.coefficient)
    condition = Formula(f"{coefficient.text} {sign} 0", f"{coefficient.latex} {sign} 0")
    ratio = f"{_ratio_text(model, vacuum.ratio)} is {vacuum.value}"
    return _vacuum_name(vacuum), condition, ratio, linear_formula(vacuum.quartic)


def _vacuum_name(vacuum: Vacuum) -> str:
    return f"V{'+' if vacuum.positive else '-'} of {vacuum.ratio.overlap.fields[0]}"


def _stability_json(model: Model, stability: Stability) -> dict[str, Json]:
    conditions, shorthand = _conditions(model, stability)
    return {
        "exact": stability.exact,
        "conditions": [
            {"fields": list(fields), "text": formula.text, "latex": formula.latex}
            for fields, formula in conditions.values()
        ],
        "definitions": {
            name: {"text": formula.text, "latex": formula.latex} for name, formula in shorthand.definitions.items()
        },
        "ratios": [
            {
                "ratio": _ratio_text(model, ratio),
                "lower": str(ratio.overlap.lower),
                "upper": str(ratio.overlap.upper),
                "coefficient": linear_formula(ratio.coefficient).text,
            }
            for ratio in stability.ratios
        ],
        "vacua": [
            {
                "name": _vacuum_name(vacuum),
                "coefficient": linear_formula(vacuum.ratio.coefficient).text,
                "sign": 1 if vacuum.positive else -1,
                "ratio": str(vacuum.value),
                "quartic": linear_formula(vacuum.quartic).text,
            }
            for vacuum in stability.vacua
        ],
        "reasons": list(stability.reasons),
        "left_out": list(stability.left_out),
    }
