"""Families of anomaly-free charges, and integer solutions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import lcm

from zmodel.algebra import Polynomial, Ring
from zmodel.charges.families import Family, FamilyReport, OpenEquation
from zmodel.charges.sample import Sample
from zmodel.emit.formula import Formula, latex_name, polynomial_formula
from zmodel.emit.report import Cell, Json, Report, Table
from zmodel.model import Model

ORIGINS = {
    "identically": "solves all equations identically",
    "factors": "solves all equations: they split into factors, or have no other rational zeros",
    "pairs": "solves all equations: charges are paired up inside the family before",
    "open": "what is left are equations for the parameters",
}

PERMUTATIONS = (
    "Families that permutations of fermions with equal quantum numbers, or of generations, turn into each other are "
    "given once."
)

NOT_ALL = "Not all pairs of charges were looked at, so there may be more families inside open ones."


def solve_report(model: Model, report: FamilyReport, sample: Sample | None) -> Report:
    """All families, and the first integer solutions if a range is given."""
    tables = [_summary(report)]
    tables += [_family_table(model, report.group, number, family) for number, family in enumerate(report.families, 1)]
    if sample is not None:
        tables.append(_sample_table(report.group, sample))
    count = len(report.families)
    families = "1 family" if count == 1 else f"{count or 'no'} families"
    data: dict[str, Json] = {
        "model": model.name,
        "group": report.group,
        "unknowns": list(report.unknowns),
        "free": list(report.free),
        "stages": dict(zip(STAGES, report.stages, strict=True)),
        "families": [_json(report, family) for family in report.families],
        "complete": report.complete,
        "solutions": None if sample is None else _sample_json(sample),
    }
    return Report(f"{model.name}: {families} of charges under {report.group}", tuple(tables), data)


STAGES = ("unknowns", "after_requirements", "after_linear_anomalies")


def _summary(report: FamilyReport) -> Table:
    unknowns, required, linear = report.stages
    rows: list[tuple[Cell, ...]] = [
        ("unknown charges that something constrains", str(unknowns)),
        ("parameters left by the requirements", str(required)),
        ("parameters left by the linear anomalies", str(linear)),
        ("anomalies of higher degree", ", ".join(e.name for e in report.equations if e.degree > 1) or "none"),
        ("free unknowns", ", ".join(report.free) or "none"),
    ]
    notes = [PERMUTATIONS] if report.families else ["No charges meet all conditions."]
    if not report.complete:
        notes.append(NOT_ALL)
    return Table(f"Charges under {report.group}", ("", ""), tuple(rows), " ".join(notes))


def _family_table(model: Model, group: str, number: int, family: Family) -> Table:
    ring = family.ring
    dimension = "unknown dimension" if family.dimension is None else f"dimension {family.dimension}"
    head = f"Family {number}: {dimension}, {ORIGINS[family.origin]}"
    rows: list[tuple[Cell, ...]] = []
    if family.generator is not None:
        rows.append(("generator", _generator_formula(ring, family.generator)))
    for field in model.fields:
        cells = [family.charges[field.name, generation] for generation in range(field.generations)]
        if any(not cell.is_constant() for cell in cells) or group in field.charges:
            rows.append((field.name, _charges_formula(ring, cells)))
    for name, value in family.parameters.unknowns.items():
        if not name.startswith("?") and ring.format(value) != name:
            rows.append((f"where {name}", polynomial_formula(ring, value)))
    rows += [("must vanish", _equation_formula(ring, equation)) for equation in family.equations]
    rows += [("must not vanish", polynomial_formula(ring, condition)) for condition in family.conditions]
    return Table(head, ("field", "charge"), tuple(rows))


# ------------------------------------------------------------------ formulas
Term = tuple[bool, Formula]
"""A term of a sum without its sign, and whether that is a minus."""


def _charges_formula(ring: Ring, charges: Sequence[Polynomial]) -> Formula:
    """One charge if all are equal, else a list."""
    formulas = [polynomial_formula(ring, charge) for charge in charges]
    if all(charge == charges[0] for charge in charges):
        return formulas[0]
    texts, latex = ", ".join(f.text for f in formulas), ", ".join(f.latex for f in formulas)
    return Formula(f"[{texts}]", f"[{latex}]")


def _generator_formula(ring: Ring, generator: Mapping[str, Polynomial]) -> Formula:
    """`a_e L_e + a_mu L_mu - (a_e + a_mu)/3 B`."""
    return _sum(_product(ring, value, Formula(label, latex_name(label))) for label, value in generator.items())


def _equation_formula(ring: Ring, equation: OpenEquation) -> Formula:
    """`a_e^3 + a_mu^3 - (a_e + a_mu)^3`: the sum of powers that an equation is, or its expanded form."""
    if equation.powers is None:
        return polynomial_formula(ring, equation.value)
    degree = equation.value.total_degree()
    lead = equation.powers[0][0]
    scale = lcm(*((value / lead).denominator for value, _ in equation.powers))
    return _sum(
        _product(ring, ring.constant(value / lead * scale), _power(ring, form, degree))
        for value, form in equation.powers
    )


def _power(ring: Ring, form: Polynomial, exponent: int) -> Formula:
    inner = _bracketed(ring, form)
    return Formula(f"{inner.text}^{exponent}", f"{inner.latex}^{exponent}")


def _bracketed(ring: Ring, polynomial: Polynomial) -> Formula:
    formula = polynomial_formula(ring, polynomial)
    if len(ring.terms(polynomial)) == 1:
        return formula
    return Formula(f"({formula.text})", f"\\left({formula.latex}\\right)")


def _product(ring: Ring, coefficient: Polynomial, factor: Formula) -> Term:
    """A coefficient times something, its sign apart."""
    primitive = ring.primitive(coefficient)
    content = ring.content(coefficient)
    size = abs(content)
    if coefficient.is_constant():
        number = "" if size == 1 else f"{size} "
        latex = number if size.denominator == 1 else f"\\frac{{{size.numerator}}}{{{size.denominator}}} "
        return content < 0, Formula(f"{number}{factor.text}", f"{latex}{factor.latex}")
    inner = _bracketed(ring, primitive)
    times, latex_times = (f"{size.numerator} ",) * 2 if size.numerator != 1 else ("", "")
    over = "" if size.denominator == 1 else f"/{size.denominator}"
    latex_inner = inner.latex if not over else f"\\frac{{{latex_times}{inner.latex}}}{{{size.denominator}}}"
    latex = latex_inner if over else f"{latex_times}{latex_inner}"
    return content < 0, Formula(f"{times}{inner.text}{over} {factor.text}", f"{latex}\\,{factor.latex}")


def _sum(terms: Iterable[Term]) -> Formula:
    text = latex = ""
    for negative, term in terms:
        sign = ("-" if negative else "") if not text else (" - " if negative else " + ")
        text, latex = f"{text}{sign}{term.text}", f"{latex}{sign}{term.latex}"
    return Formula(text or "0", latex or "0")


# ------------------------------------------------------------------ integer solutions
def _sample_table(group: str, sample: Sample) -> Table:
    rows = tuple((str(number), *map(str, row)) for number, row in enumerate(sample.rows, 1) if row)
    title = f"{sample.count} inequivalent solution{'' if sample.count == 1 else 's'} with |charge| up to {sample.bound}"
    shown = len(sample.rows)
    notes = [f"The first {shown}; `zmodel atlas` counts and stores all."] if shown < sample.count else []
    if sample.free:
        notes.append(f"Free, since nothing fixes them: {', '.join(sample.free)}.")
    return Table(title, ("", *sample.columns), rows, " ".join(notes))


# ------------------------------------------------------------------ JSON
def _json(report: FamilyReport, family: Family) -> Json:
    ring = family.ring
    charges: dict[str, list[Json]] = {}
    for (name, _), value in family.charges.items():
        charges.setdefault(name, []).append(ring.format(value))
    generator: dict[str, Json] | None = None
    if family.generator is not None:
        generator = {
            "text": _generator_formula(ring, family.generator).text,
            "coefficients": {label: ring.format(value) for label, value in family.generator.items()},
        }
    return {
        "dimension": family.dimension,
        "solved": family.origin != "open",
        "origin": family.origin,
        "parameters": list(ring.symbols),
        "generator": generator,
        "charges": dict(charges),
        "unknowns": {name: ring.format(value) for name, value in family.parameters.unknowns.items()},
        "equations": [
            {"value": ring.format(e.value), "text": _equation_formula(ring, e).text} for e in family.equations
        ],
        "nonzero": [ring.format(condition) for condition in family.conditions],
        "integer_basis": [dict(zip(report.unknowns, vector, strict=True)) for vector in family.basis],
    }


def _sample_json(sample: Sample) -> Json:
    rows: list[Json] = [[value if isinstance(value, int) else str(value) for value in row] for row in sample.rows]
    return {
        "max_charge": sample.bound,
        "count": sample.count,
        "free": list(sample.free),
        "columns": list(sample.columns),
        "charges": rows,
    }
