"""Diagnostics: a table of codes, messages as data, and the one function that draws them."""

from zmodel.diagnostics.codes import CODES, Code, Severity
from zmodel.diagnostics.diagnostic import Diagnostic, DiagnosticError, Edit
from zmodel.diagnostics.internal import unforeseen_error
from zmodel.diagnostics.render import render
from zmodel.diagnostics.suggest import did_you_mean

__all__ = [
    "CODES",
    "Code",
    "Diagnostic",
    "DiagnosticError",
    "Edit",
    "Severity",
    "did_you_mean",
    "render",
    "unforeseen_error",
]
