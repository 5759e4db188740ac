"""The global likelihood of smelli at a point, relative to the Standard Model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from zmodel.derive.wcxf import Document
from zmodel.diagnostics import Diagnostic, DiagnosticError
from zmodel.diagnostics.suggest import did_you_mean
from zmodel.exchange.programs import load_program, translated_errors, wilson_object

SUFFIX = ".yaml"
PREFIXES = ("fast_likelihood_", "likelihood_")
GLOBAL = "global"


@dataclass(frozen=True)
class SmelliRow:
    """One set of measurements.

    Attributes:
        name: smelli's, such as `quarks` for its file fast_likelihood_quarks.yaml; `global` is the sum.
        improvement: chi^2 of the Standard Model minus chi^2 of the model.
        chi_squared: of the model.
    """

    name: str
    improvement: float
    chi_squared: float


@dataclass(frozen=True)
class SmelliTable:
    """Likelihoods at a point, and the version of the program."""

    rows: tuple[SmelliRow, ...]
    version: str


def smelli_table(document: Document, chosen: tuple[str, ...] = ()) -> SmelliTable:
    """Runs smelli, which takes half a minute or more.

    Elements of the CKM matrix are fitted anew with the coefficients, as smelli does.

    Args:
        document: the coefficients.
        chosen: names of likelihoods as in the rows; all of them if there are none.

    Raises:
        DiagnosticError: Z416 without smelli, Z417 if it does not know a likelihood or fails, as it does where no
            CKM matrix fits.
    """
    smelli = load_program("smelli")
    likelihoods = smelli.GlobalLikelihood
    files = _files((*likelihoods._fast_likelihoods_yaml, *likelihoods._likelihoods_yaml))
    included = [files[_known(name, files)] for name in chosen] or None
    with translated_errors("smelli"):
        likelihood = likelihoods(basis=document["basis"], include_likelihoods=included)
        point = likelihood.parameter_point(wilson_object(document))
        improvements, values = point.log_likelihood_dict(), point.chi2_dict()
    rows = [
        SmelliRow(_short(name), 2 * float(improvement), float(values[name]))
        for name, improvement in improvements.items()
    ]
    rows.sort(key=lambda row: row.name != GLOBAL)
    return SmelliTable(tuple(rows), str(smelli.__version__))


def _files(names: tuple[str, ...]) -> Mapping[str, str]:
    return {_short(name): name for name in names}


def _short(name: str) -> str:
    short = name.removesuffix(SUFFIX)
    for prefix in PREFIXES:
        short = short.removeprefix(prefix)
    return short


def _known(name: str, files: Mapping[str, str]) -> str:
    if name in files:
        return name
    hints = tuple(f"did you mean `{candidate}`?" for candidate in did_you_mean(name, files))
    hints = hints or (f"there are {', '.join(files)}",)
    raise DiagnosticError([Diagnostic("Z417", f"smelli knows no likelihood `{name}`", hints=hints)])
