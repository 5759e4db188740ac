"""Flavour observables by flavio, in the Standard Model and at a point, beside measurements that flavio knows."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Any

from zmodel.derive.wcxf import Document
from zmodel.diagnostics import Diagnostic, DiagnosticError
from zmodel.diagnostics.suggest import did_you_mean
from zmodel.exchange.programs import load_program, quiet, translated_errors, wilson_object

DEFAULT_OBSERVABLES = (
    "BR(Bs->mumu)",
    "BR(B0->mumu)",
    "DeltaM_s",
    "<Rmue>(B+->Kll) 0.1 1.1",
    "<Rmue>(B+->Kll) 1.1 6",
    "<Rmue>(B0->K*ll) 0.1 1.1",
    "<Rmue>(B0->K*ll) 1.1 6",
    "<P5p>(B0->K*mumu) 4 6",
    "<dBR/dq2>(B+->Kmumu) 5 6",
    "<dBR/dq2>(B0->K*mumu) 4 6",
    "<dBR/dq2>(Bs->phimumu) 4 6",
    "BR(B+->Knunu)",
    "m_W",
)
"""b -> s mu mu, lepton universality, B_s mixing, b -> s nu nu, and the mass of the W; bins in GeV^2."""

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True)
class Measurement:
    """A measured value, with one standard deviation, and flavio's name for where it is from."""

    name: str
    value: float
    uncertainty: float


@dataclass(frozen=True)
class FlavioRow:
    """One observable.

    Attributes:
        name: flavio's name, and the arguments.
        standard_model: central value; in flavio's units, powers of GeV.
        prediction: the same with the coefficients of the model.
        measurement: the newest one, or None.
    """

    name: str
    standard_model: float
    prediction: float
    measurement: Measurement | None


@dataclass(frozen=True)
class FlavioTable:
    """Observables at a point, and the version of the program."""

    rows: tuple[FlavioRow, ...]
    version: str


def flavio_table(document: Document, chosen: tuple[str, ...] = ()) -> FlavioTable:
    """Runs flavio; it runs and matches the coefficients by wilson.

    Args:
        document: the coefficients.
        chosen: observables by flavio's names, followed by their arguments such as the ends of a bin;
            `DEFAULT_OBSERVABLES` if there are none.

    Raises:
        DiagnosticError: Z416 without flavio, Z417 if it does not know an observable or fails.
    """
    flavio = load_program("flavio")
    requests = [_request(flavio, text) for text in chosen or DEFAULT_OBSERVABLES]
    point = wilson_object(document)
    rows = []
    for name, arguments in requests:
        with translated_errors("flavio"):
            shown = " ".join((name, *(f"{argument:g}" for argument in arguments)))
            standard = float(flavio.sm_prediction(name, *arguments))
            prediction = float(flavio.np_prediction(name, point, *arguments))
            rows.append(FlavioRow(shown, standard, prediction, _measurement(flavio, name, arguments)))
    return FlavioTable(tuple(rows), str(flavio.__version__))


def _request(flavio: Any, text: str) -> tuple[str, tuple[float, ...]]:
    """The name of an observable and its arguments."""
    name, *words = text.split() or [""]
    if not name:
        raise DiagnosticError([Diagnostic("Z417", "flavio is asked for an observable without a name")])
    known = flavio.Observable.instances
    if name not in known:
        hints = tuple(f"did you mean `{candidate}`?" for candidate in did_you_mean(name, known))
        raise DiagnosticError([Diagnostic("Z417", f"flavio knows no observable `{name}`", hints=hints)])
    try:
        arguments = tuple(float(word) for word in words)
    except ValueError:
        arguments = (math.nan,)
    wanted = known[name].arguments or []
    if len(arguments) != len(wanted) or not all(map(math.isfinite, arguments)):
        what = " ".join(wanted) or "nothing"
        raise DiagnosticError([Diagnostic("Z417", f"`{name}` must be followed by {what}, in numbers: `{text}`")])
    return name, arguments


def _measurement(flavio: Any, name: str, arguments: tuple[float, ...]) -> Measurement | None:
    """The newest measurement of an observable, a combination before those it combines.

    Older ones are often part of it, so that an average over all would count data twice.
    """
    parameter = (name, *arguments) if arguments else name
    names = [
        measurement
        for measurement, item in flavio.Measurement.instances.items()
        if parameter in item.all_parameters and not measurement.startswith("Pseudo-measurement")
    ]
    if not names:
        return None
    newest = max(names, key=_rank)
    keywords = dict(zip(flavio.Observable.instances[name].arguments or (), arguments, strict=True))
    with quiet():
        found = flavio.combine_measurements(name, include_measurements=[newest], **keywords)
    lower, upper = float(found.error_left), float(found.error_right)
    return Measurement(newest, float(found.central_value), (lower + upper) / 2)


def _rank(measurement: str) -> tuple[int, bool, str]:
    years = _YEAR.findall(measurement)
    return int(years[-1]) if years else 0, "combination" in measurement, measurement
