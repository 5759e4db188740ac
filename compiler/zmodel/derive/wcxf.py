"""Numbers for SMEFT coefficients, checked, and the document in which other programs read them (WCxf)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypedDict

from zmodel.derive.matching import CurrentMatrix, ExchangeResult, MatchingResult, Result
from zmodel.derive.smeft_basis import (
    HIGGS_ELEMENT,
    CoefficientError,
    CurrentElement,
    check_coefficients,
)
from zmodel.derive.warsaw import GENERATIONS, all_keys
from zmodel.model.expression import EvaluationError, Value, evaluate, names_in

TOLERANCE = 1e-9
"""How far, relatively, a current may be from hermitian and a mass from real: rounding only."""

UNITARITY_TOLERANCE = 1e-3
"""How far a rotation may be from unitary: entries of CKM are often given to a few digits."""

CONVENTIONS = "L = sum C O, C in GeV^-2 (llphiphi: GeV^-1) in MS-bar at the scale, which is in GeV; D = d - i g T A"

NumberMatrix = list[list[complex]]


class ComplexNumber(TypedDict):
    """A complex number in WCxf."""

    Re: float
    Im: float


class Document(TypedDict):
    """A WCxf file of coefficients."""

    eft: str
    basis: str
    scale: float
    values: dict[str, float | ComplexNumber]
    metadata: dict[str, str]


def evaluate_matching(results: Result | Iterable[Result], values: Mapping[str, Value]) -> dict[str, complex]:
    """The coefficients in GeV^-2 by WCxf key, in the basis `Warsaw`; zeros are left out.

    Args:
        results: of one heavy field, or of several, whose coefficients are added.
        values: a number for each name of the results; energies in GeV. Of a matrix some of whose entries have values,
            all others are zero.

    Raises:
        EvaluationError: if a value is missing, or makes no sense in the model: a rotation that is not
            unitary, a complex coupling or charge, a mass that is zero.
    """
    several = (results,) if isinstance(results, MatchingResult | ExchangeResult) else tuple(results)
    values = _with_zeros(several, values)
    total: dict[str, complex] = {}
    for result in several:
        found = _evaluate_one(result, values) if isinstance(result, MatchingResult) else _evaluate_field(result, values)
        for key, value in found.items():
            total[key] = total.get(key, 0j) + value
    total = {key: value for key, value in total.items() if value != 0}
    try:
        check_coefficients(total)
    except CoefficientError as error:
        raise EvaluationError(str(error)) from None
    return total


def wcxf_document(
    results: Result | Iterable[Result],
    values: Mapping[str, Value],
    scale: float | None = None,
) -> Document:
    """The coefficients as a WCxf document, ready for JSON or YAML.

    Args:
        results: of one heavy field, or of several, whose coefficients are added.
        values: as for `evaluate_matching`.
        scale: in GeV; the matching scale of the first field if left out.

    Raises:
        EvaluationError: as `evaluate_matching`, or if the scale is no positive number.
    """
    several = (results,) if isinstance(results, MatchingResult | ExchangeResult) else tuple(results)
    coefficients = evaluate_matching(several, values)
    if scale is None:
        scale = _real(evaluate(several[0].scale, values), "the scale")
    if not scale > 0:
        raise EvaluationError("the scale must be positive")
    numbers: dict[str, float | ComplexNumber] = {
        key: value.real if value.imag == 0 else {"Re": value.real, "Im": value.imag}
        for key, value in coefficients.items()
    }
    bosons = ", ".join(result.boson for result in several)
    description = f"tree-level exchange of {bosons}, up to dimension six"
    metadata = {"generator": "zmodel", "description": description, "conventions": CONVENTIONS}
    return {"eft": "SMEFT", "basis": "Warsaw", "scale": scale, "values": numbers, "metadata": metadata}


# ------------------------------------------------------------------ numbers
def _with_zeros(results: tuple[Result, ...], values: Mapping[str, Value]) -> Mapping[str, Value]:
    """The values, with zero for entries such as `YS3[1,2]` of matrices that others are given of."""
    given = {name.partition("[")[0] for name in values if "[" in name}
    needed = {name for result in results for name in result.names if name.partition("[")[0] in given and "[" in name}
    return {**dict.fromkeys(needed - values.keys(), 0.0), **values}


def _evaluate_one(result: MatchingResult, values: Mapping[str, Value]) -> dict[str, complex]:
    higgs = _real(evaluate(result.higgs, values), "the Higgs current")
    elements: dict[CurrentElement, complex] = {HIGGS_ELEMENT: complex(higgs)}
    for name, matrix in result.currents.items():
        _check_unitary(name, result.rotations[name], values)
        for i, row in enumerate(_hermitian(name, matrix, values)):
            for j, value in enumerate(row):
                elements[CurrentElement(name, i, j)] = value
    mass = _real(evaluate(result.mass, values), "the mass")
    if mass == 0:
        raise EvaluationError(f"the mass of {result.boson} is zero")
    return {
        key: sum((float(p.weight) * elements[p.first] * elements[p.second] for p in products), 0j) / mass**2
        for key, products in result.coefficients.items()
    }


def _evaluate_field(result: ExchangeResult, values: Mapping[str, Value]) -> dict[str, complex]:
    square = _real(evaluate(result.inverse_square, values), f"the squared mass of {result.boson}")
    if not square > 0:
        raise EvaluationError(f"the squared mass of {result.boson} is not positive")
    coefficients: dict[str, complex] = {}
    for key in result.terms:
        parts = [complex(evaluate(term, values)) for term in result.terms[key]]
        value = sum(parts, 0j)
        if all_keys().get(key) and abs(value.imag) <= TOLERANCE * sum(map(abs, parts)):
            value = complex(value.real)
        coefficients[key] = value
    return coefficients


def _hermitian(name: str, matrix: CurrentMatrix, values: Mapping[str, Value]) -> NumberMatrix:
    """A current's matrix; the lower triangle is the conjugate of the upper one to the last digit."""
    numbers = [[complex(evaluate(entry, values)) for entry in row] for row in matrix]
    size = max(abs(value) for row in numbers for value in row)
    for i in GENERATIONS:
        for j in range(i, len(numbers)):
            if abs(numbers[i][j] - numbers[j][i].conjugate()) > TOLERANCE * size:
                raise EvaluationError(f"the current of {name} is not hermitian: a coupling or charge is complex")
            numbers[j][i] = numbers[i][j].conjugate()
        numbers[i][i] = complex(numbers[i][i].real)
    return numbers


def _check_unitary(name: str, rotation: CurrentMatrix, values: Mapping[str, Value]) -> None:
    if not all(names_in(entry) <= values.keys() for row in rotation for entry in row):
        # A rotation among equal charges drops out, and nobody needs its angles.
        return
    numbers = [[complex(evaluate(entry, values)) for entry in row] for row in rotation]
    for i in GENERATIONS:
        for j in GENERATIONS:
            product = sum(numbers[k][i].conjugate() * numbers[k][j] for k in GENERATIONS)
            if abs(product - int(i == j)) > UNITARITY_TOLERANCE:
                raise EvaluationError(f"the rotation of {name} is not unitary at these values")


def _real(value: Value, what: str) -> float:
    number = complex(value)
    if abs(number.imag) > TOLERANCE * abs(number):
        raise EvaluationError(f"{what} must be real, not {value}")
    return number.real
