"""Plain data to the types of the protocol, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from lsprotocol import types
from pygls import uris

from zmodel.diagnostics import CODES, Diagnostic, Edit
from zmodel.lsp.completion import Item
from zmodel.lsp.fixes import QuickFix
from zmodel.lsp.outline import Entry
from zmodel.lsp.positions import offset_at, position_at
from zmodel.lsp.project import path_of
from zmodel.source import SourceFile, Span

SOURCE = "zmodel"

_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "note": types.DiagnosticSeverity.Information,
}
_SYMBOLS = {
    "model": types.SymbolKind.Module,
    "file": types.SymbolKind.File,
    "group": types.SymbolKind.Class,
    "field": types.SymbolKind.Field,
    "coupling": types.SymbolKind.Function,
    "parameter": types.SymbolKind.Variable,
    "block": types.SymbolKind.Namespace,
    "point": types.SymbolKind.Object,
    "rule": types.SymbolKind.Event,
}
_COMPLETIONS = {
    "keyword": types.CompletionItemKind.Keyword,
    "group": types.CompletionItemKind.Class,
    "field": types.CompletionItemKind.Field,
    "coupling": types.CompletionItemKind.Variable,
    "parameter": types.CompletionItemKind.Variable,
    "value": types.CompletionItemKind.Value,
    "file": types.CompletionItemKind.File,
    "function": types.CompletionItemKind.Function,
    "point": types.CompletionItemKind.Struct,
}


# ------------------------------------------------------------------ files and places
def name_of(uri: str) -> str:
    """What a file is called here: its absolute path, or the URI of what is on no disk."""
    path = uris.to_fs_path(uri) if uri.startswith("file:") else None
    return uri if not path else str(path)


class Places:
    """Places in files for the editor, whose own spelling of a URI is used where it has one.

    Args:
        uris_by_name: of open files.
    """

    def __init__(self, uris_by_name: Mapping[str, str]) -> None:
        self._uris = uris_by_name

    def uri(self, name: str) -> str:
        """Of a file."""
        known = self._uris.get(name)
        return known if known is not None else uris.from_fs_path(path_of(name)) or name

    def location(self, span: Span) -> types.Location:
        """Of a span."""
        return types.Location(self.uri(span.file.name), to_range(span))


def to_range(span: Span) -> types.Range:
    """A span in lines and UTF-16 columns."""
    start, end = position_at(span.file, span.start), position_at(span.file, span.end)
    return types.Range(types.Position(*start), types.Position(*end))


def to_offset(file: SourceFile, position: types.Position) -> int:
    """The character at a position, whatever the editor says."""
    return offset_at(file, position.line, position.character)


def whole(file: SourceFile) -> types.Range:
    """The range of a whole text."""
    return to_range(Span(file, 0, len(file.text)))


# ------------------------------------------------------------------ diagnostics
def to_diagnostic(item: Diagnostic, span: Span, places: Places, weaker: bool = False) -> types.Diagnostic:
    """A diagnostic at a place of the file that it is shown in.

    Args:
        item: as the compiler says it.
        span: its own, or that of the `use` that leads to it.
        places: for related places.
        weaker: whether an error counts as a warning, since only a derivation reports it and not the check of the file.
    """
    lines = [item.message + (f": {item.label}" if item.label else "")]
    lines += [f"note: {note}" for note in item.notes]
    lines += [f"help: {hint}" for hint in item.hints]
    severity = _SEVERITIES["warning" if weaker and item.severity == "error" else item.severity]
    related = [(place, label) for place, label in item.related]
    if item.span is not None and item.span != span:
        related.append((item.span, item.message))
    return types.Diagnostic(
        range=to_range(span),
        message="\n".join(lines),
        severity=severity,
        code=item.code,
        source=SOURCE,
        tags=[types.DiagnosticTag.Unnecessary] if item.code == "Z501" else None,
        related_information=[
            types.DiagnosticRelatedInformation(places.location(place), label or CODES[item.code].title)
            for place, label in related
        ]
        or None,
    )


# ------------------------------------------------------------------ changes
def workspace_edit(edits: Mapping[str, Sequence[Edit]], places: Places) -> types.WorkspaceEdit:
    """Changes of several files."""
    changes = {
        places.uri(name): [types.TextEdit(to_range(edit.span), edit.replacement) for edit in found]
        for name, found in edits.items()
    }
    return types.WorkspaceEdit(changes=changes)


def code_action(fix: QuickFix, places: Places, given: Iterable[types.Diagnostic]) -> types.CodeAction:
    """A quick fix, for those of the editor's diagnostics that it is about."""
    place = fix.diagnostic.span
    about = [] if place is None else [d for d in given if d.code == fix.diagnostic.code and d.range == to_range(place)]
    return types.CodeAction(
        title=fix.title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=about or None,
        is_preferred=fix.is_best,
        edit=workspace_edit({fix.edit.span.file.name: [fix.edit]}, places),
    )


# ------------------------------------------------------------------ lists
def completion_item(item: Item, number: int) -> types.CompletionItem:
    """An item that stays at its place in the list."""
    return types.CompletionItem(
        label=item.label, kind=_COMPLETIONS[item.kind], detail=item.detail or None, sort_text=f"{number:04}"
    )


def document_symbol(entry: Entry) -> types.DocumentSymbol:
    """A declaration and what is inside of it."""
    return types.DocumentSymbol(
        name=entry.name,
        detail=" ".join(entry.detail.split()),
        kind=_SYMBOLS[entry.kind],
        range=to_range(entry.span),
        selection_range=to_range(entry.name_span),
        children=[document_symbol(child) for child in entry.children],
    )
