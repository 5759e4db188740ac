"""wilson, flavio and smelli: loaded when needed, and what goes wrong in them as diagnostics.

They are the extra `flavour`, and no dependency: to load them takes seconds.
"""

from __future__ import annotations

import importlib
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

from zmodel.derive.wcxf import Document
from zmodel.diagnostics import Diagnostic, DiagnosticError
from zmodel.exchange.document import coefficients_of


def load_program(name: str) -> ModuleType:
    """Imports one of the extra's packages.

    Raises:
        DiagnosticError: Z416, naming the extra.
    """
    try:
        with quiet():
            return importlib.import_module(name)  # noqa: TID251  (one of three names of ours)
    except ImportError as error:
        # flavio without the right `particle` fails like this, too, so the reason matters.
        message = f"{name} cannot be loaded: {error}"
        raise DiagnosticError([Diagnostic("Z416", message, hints=("pip install zmodel[flavour]",))]) from None


def wilson_object(document: Document) -> Any:
    """The document as a `wilson.Wilson`, which runs and translates it.

    Raises:
        DiagnosticError: Z416 without wilson, Z417 if it does not take the document.
    """
    wilson = load_program("wilson")
    with translated_errors("wilson"):
        document_class = wilson.wcxf.WC
        coefficients = {
            key: value.real if value.imag == 0 else value for key, value in coefficients_of(document).items()
        }
        values = document_class.dict2values(coefficients)
        wc = document_class(document["eft"], document["basis"], document["scale"], values)
        wc.validate()
        return wilson.Wilson.from_wc(wc)


@contextmanager
def translated_errors(name: str) -> Iterator[None]:
    """Turns whatever a program raises into a diagnostic, and its warnings into nothing.

    Raises:
        DiagnosticError: Z417.
    """
    try:
        with quiet():
            yield
    except DiagnosticError:
        raise
    except Exception as error:  # not our code: nothing is known about what it raises
        message = f"{name} gives up: {type(error).__name__}: {error}"
        raise DiagnosticError([Diagnostic("Z417", message)]) from None


@contextmanager
def quiet() -> Iterator[None]:
    """Warnings that tell developers of these programs something, and users of ours nothing.

    Where warnings are errors, a library of wilson (rundec) even crashes the interpreter when it is imported.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
