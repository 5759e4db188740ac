"""The SMEFT coefficients of a model at a point as a WCxf document, checked, and its text (arXiv:1712.05298)."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import Literal

from zmodel.derive.couplings import CouplingTable
from zmodel.derive.matching import Result
from zmodel.derive.rotations import CKM, entry_name
from zmodel.derive.smeft_basis import CoefficientError, check_coefficients
from zmodel.derive.wcxf import ComplexNumber, Document, wcxf_document
from zmodel.diagnostics import Diagnostic
from zmodel.exchange.preconditions import check_exchange
from zmodel.model import Model
from zmodel.model.expression import EvaluationError, Value
from zmodel.model.model import Point
from zmodel.pheno.inputs import BEYOND_NUMBERS, gather_inputs, numbers

BASES = ("Warsaw", "Warsaw up")
"""Down-aligned and up-aligned."""

Form = Literal["json", "yaml"]


def build_document(
    model: Model, table: CouplingTable, results: tuple[Result, ...], point: Point, basis: str = BASES[0]
) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """The coefficients at a point, at the scale that `integrate` names.

    Args:
        model: with the point's exact parameters put in.
        table: its couplings.
        results: from `derive_matching`.
        point: gives the numbers; the CKM matrix and Standard Model couplings that it leaves open are measured.
        basis: one of `BASES`.

    Returns:
        The document, or None if there can be none (Z415), and diagnostics.
    """
    values = numbers(gather_inputs(model, point))
    try:
        found = check_exchange(model, table, results, values)
        if any(diagnostic.severity == "error" for diagnostic in found):
            return None, found
        document = wcxf_document(results, values)
        if basis != BASES[0]:
            document = _aligned_up(document, values)
        check_document(document)
    except (EvaluationError, CoefficientError, ArithmeticError) as error:
        reason = BEYOND_NUMBERS if isinstance(error, ArithmeticError) else str(error)
        return None, (Diagnostic("Z415", f"no coefficients at this point: {reason}", point.span),)
    names = {"model": model.name, "point": point.name}
    return {**document, "metadata": {**document["metadata"], **names}}, found


def coefficients_of(document: Document) -> dict[str, complex]:
    """The values of a document as numbers."""
    return {
        key: complex(value["Re"], value["Im"]) if isinstance(value, dict) else complex(value)
        for key, value in document["values"].items()
    }


def check_document(document: Document) -> None:
    """Tests that a document means what it says to every program that reads WCxf.

    All keys must be of the non-redundant basis, coefficients of hermitian operators real, and all numbers finite.

    Raises:
        CoefficientError: naming the first key that is wrong.
    """
    if document["eft"] != "SMEFT" or document["basis"] not in BASES:
        raise CoefficientError(f"{document['eft']} has no basis {document['basis']} here")
    coefficients = coefficients_of(document)
    check_coefficients(coefficients)
    for key, value in {"scale": complex(document["scale"]), **coefficients}.items():
        if not (math.isfinite(value.real) and math.isfinite(value.imag)):
            raise CoefficientError(f"{key} is not finite")


def _aligned_up(document: Document, values: Mapping[str, Value]) -> Document:
    # numpy takes a while to load, and only this basis needs it.
    import numpy as np

    from zmodel.exchange.bases import to_warsaw_up

    ckm = np.array([[complex(values[entry_name(CKM, i, j)]) for j in range(3)] for i in range(3)])
    rotated = to_warsaw_up(coefficients_of(document), ckm)
    return {**document, "basis": BASES[1], "values": {key: _wcxf_number(value) for key, value in rotated.items()}}


def _wcxf_number(value: complex) -> float | ComplexNumber:
    return value.real if value.imag == 0 else {"Re": value.real, "Im": value.imag}


# ------------------------------------------------------------------ text
def document_text(document: Document, form: Form) -> str:
    """A document as it stands in a file."""
    if form == "json":
        return json.dumps(document, indent=1, allow_nan=False) + "\n"
    lines = [
        f"eft: {document['eft']}",
        f"basis: {document['basis']}",
        f"scale: {_yaml_number(document['scale'])}",
        "metadata:",
        # A JSON string is a YAML string, whatever is in it.
        *(f"  {name}: {json.dumps(text)}" for name, text in document["metadata"].items()),
        "values:" if document["values"] else "values: {}",
        *(f"  {name}: {_yaml_value(value)}" for name, value in document["values"].items()),
    ]
    return "\n".join(lines) + "\n"


def _yaml_value(value: float | ComplexNumber) -> str:
    if isinstance(value, dict):
        return f"{{Re: {_yaml_number(value['Re'])}, Im: {_yaml_number(value['Im'])}}}"
    return _yaml_number(value)


def _yaml_number(value: float) -> str:
    """All digits; YAML 1.1 takes 1e-08 for a text, and 1.0e-08 for a number."""
    mantissa, exponent, power = repr(value).partition("e")
    return f"{mantissa}{'' if '.' in mantissa else '.0'}{exponent}{power}"
