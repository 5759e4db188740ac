"""Texts to syntax trees and models, without files."""

from __future__ import annotations

from collections.abc import Mapping

from zmodel.diagnostics import Diagnostic
from zmodel.model import LoadError, Model, library_loader, resolve
from zmodel.source import SourceFile
from zmodel.syntax import ast, parse

FILE = "test.zmodel"
SM = "model test\nuse sm\n"
WITH_X = SM + "gauge X = U(1) coupling gX\n"


def parse_text(text: str) -> ast.SyntaxTree:
    """The tree of a text without syntax errors."""
    tree, diagnostics = parse(SourceFile(FILE, text))
    assert tree is not None, [item.message for item in diagnostics]
    return tree


def parse_statement(text: str) -> ast.Statement:
    """The one statement of a text."""
    (statement,) = parse_text(text).statements
    return statement


def syntax_error(text: str) -> Diagnostic:
    """What is wrong with a text that cannot be parsed."""
    tree, diagnostics = parse(SourceFile(FILE, text))
    assert tree is None
    (found,) = diagnostics
    return found


def try_resolve(text: str, files: Mapping[str, str] | None = None) -> tuple[Model | None, tuple[Diagnostic, ...]]:
    """The model of a text, if it has one, and all diagnostics of names and types.

    Args:
        text: of the main file.
        files: other files, by their path beside it.
    """

    def read(path: str, importer: SourceFile) -> SourceFile:
        if files is None or path not in files:
            raise LoadError("Z119", f"no file {path}")
        return SourceFile(path, files[path])

    return resolve(parse_text(text), library_loader(read))


def resolve_text(text: str, files: Mapping[str, str] | None = None) -> Model:
    """The model of a text that must be free of errors."""
    model, diagnostics = try_resolve(text, files)
    assert model is not None, [(item.code, item.message) for item in diagnostics]
    return model


def mistakes(text: str, files: Mapping[str, str] | None = None) -> list[tuple[str, str]]:
    """Code and underlined text of everything that is reported, in written order."""
    _, diagnostics = try_resolve(text, files)
    ordered = sorted(diagnostics, key=lambda item: item.sort_key)
    return [(item.code, item.span.text) for item in ordered if item.span is not None]


def messages(text: str, code: str) -> list[str]:
    """The messages that carry a code."""
    return [item.message for item in try_resolve(text)[1] if item.code == code]
