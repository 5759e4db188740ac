"""SMEFT coefficients of what has been integrated out: formulas, and numbers at a point."""

from __future__ import annotations

from zmodel.derive.matching import ExchangeResult, MatchingResult, Result
from zmodel.derive.smeft_basis import CurrentElement
from zmodel.derive.wcxf import Document, evaluate_matching, wcxf_document
from zmodel.emit.expression_text import expression_formula
from zmodel.emit.formula import Formula, number_formula
from zmodel.emit.report import Cell, Json, Report, Table
from zmodel.emit.reports.weak_theory import formula_table, number_tables
from zmodel.model import Model
from zmodel.model.expression import EvaluationError, Value


def matching_report(model: Model, results: tuple[Result, ...], values: dict[str, Value]) -> Report:
    """Couplings and coefficients of each heavy field; at a point also numbers, with the weak effective theory."""
    tables: list[Table] = []
    bosons: list[Json] = []
    for result in results:
        if isinstance(result, MatchingResult):
            tables += [_currents_table(result), _coefficients_table(result)]
            bosons.append(_json(result))
        else:
            tables += _exchange_tables(result)
            bosons.append(_exchange_json(result))
    tables += formula_table(results)
    data: dict[str, Json] = {"model": model.name, "eft": "SMEFT", "basis": "Warsaw", "bosons": bosons}
    if values and results:
        try:
            document = wcxf_document(results, values)
        except EvaluationError as error:
            data["wcxf"] = None
            tables.append(Table("Numbers", ("coefficient", "value in GeV^-2"), (), f"none: {error}"))
        else:
            data["wcxf"] = _document_json(document)
            rows = tuple((key, _number_text(value)) for key, value in document["values"].items())
            note = f"at {document['scale']:.6g} GeV"
            tables.append(Table("Numbers", ("coefficient", "value in GeV^-2"), rows, note))
            weak, data["wet"] = number_tables(evaluate_matching(results, values))
            tables += weak
    return Report(f"{model.name}: matching to SMEFT at tree level", tuple(tables), data)


def _document_json(document: Document) -> Json:
    values: dict[str, Json] = {
        key: value if isinstance(value, float) else {"Re": value["Re"], "Im": value["Im"]}
        for key, value in document["values"].items()
    }
    metadata: dict[str, Json] = dict(document["metadata"].items())
    return {
        "eft": document["eft"],
        "basis": document["basis"],
        "scale": document["scale"],
        "values": values,
        "metadata": metadata,
    }


def _number_text(value: object) -> str:
    if isinstance(value, dict):
        return f"{value['Re']:.6e} {value['Im']:+.6e} i"
    assert isinstance(value, float)
    return f"{value:.6e}"


def _element_name(element: CurrentElement) -> Formula:
    if element.multiplet == "H":
        return Formula("g_H", "g_H")
    i, j = element.i + 1, element.j + 1
    return Formula(f"g_{element.multiplet}[{i},{j}]", f"(g_{{{element.multiplet}}})_{{{i}{j}}}")


def _currents_table(result: MatchingResult) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for multiplet, matrix in result.currents.items():
        for i, row in enumerate(matrix):
            for j, entry in enumerate(row):
                formula = expression_formula(entry)
                if formula.text != "0":
                    rows.append((_element_name(CurrentElement(multiplet, i, j)), formula))
    rows.append((Formula("g_H", "g_H"), expression_formula(result.higgs)))
    note = f"J = sum fbar g_f gamma f + g_H H^dag i<->D H; M = {expression_formula(result.mass).text}."
    return Table(
        f"Couplings of {result.boson}", ("coupling", "value"), tuple(rows), " ".join((note, "; ".join(result.notes)))
    )


def _coefficients_table(result: MatchingResult) -> Table:
    rows = []
    for key, products in result.coefficients.items():
        texts: list[str] = []
        formulas: list[str] = []
        for product in products:
            first, second = _element_name(product.first), _element_name(product.second)
            sign = "-" if product.weight < 0 else "+"
            weight = number_formula(abs(product.weight))
            square = product.first == product.second
            for spelled, number, left, right in (
                (texts, weight.text, first.text, second.text),
                (formulas, weight.latex, first.latex, second.latex),
            ):
                factors = [] if number == "1" else [number]
                spelled.append(" ".join([sign, *factors, f"{left}^2" if square else f"{left} {right}"]))
        rows.append((key, Formula(" ".join(texts).removeprefix("+ "), " ".join(formulas).removeprefix("+ "))))
    return Table("Coefficients, in units of 1/M^2", ("WCxf name", "value"), tuple(rows))


def _json(result: MatchingResult) -> Json:
    currents: dict[str, Json] = {
        multiplet: [[expression_formula(entry).text for entry in row] for row in matrix]
        for multiplet, matrix in result.currents.items()
    }
    return {
        "boson": result.boson,
        "mass": expression_formula(result.mass).text,
        "scale": expression_formula(result.scale).text,
        "mixing": result.mixing,
        "currents": currents,
        "higgs": expression_formula(result.higgs).text,
        "coefficients": {key: expression_formula(result.coefficient(key)).text for key in result.coefficients},
        "notes": list(result.notes),
    }


def _exchange_tables(result: ExchangeResult) -> list[Table]:
    """Couplings over mass eigenstates, and coefficients as they are."""
    couplings: list[tuple[Cell, ...]] = []
    for name, matrix in result.couplings.items():
        for i, row in enumerate(matrix, start=1):
            for j, entry in enumerate(row, start=1):
                formula = expression_formula(entry)
                if formula.text != "0":
                    couplings.append((f"{name}: {i},{j}", formula))
    note = "; ".join((f"1/M^2 = {expression_formula(result.inverse_square).text}", *result.notes))
    rows: list[tuple[Cell, ...]] = [(key, expression_formula(result.coefficient(key))) for key in result.terms]
    return [
        Table(f"Couplings of {result.boson}", ("coupling and generations", "value"), tuple(couplings), note),
        Table(f"Coefficients from {result.boson}, in GeV^-2", ("WCxf name", "value"), tuple(rows)),
    ]


def _exchange_json(result: ExchangeResult) -> Json:
    couplings: dict[str, Json] = {
        name: [[expression_formula(entry).text for entry in row] for row in matrix]
        for name, matrix in result.couplings.items()
    }
    return {
        "boson": result.boson,
        "kind": result.kind,
        "inverse_square": expression_formula(result.inverse_square).text,
        "scale": expression_formula(result.scale).text,
        "couplings": couplings,
        "coefficients": {key: expression_formula(result.coefficient(key)).text for key in result.terms},
        "notes": list(result.notes),
    }
