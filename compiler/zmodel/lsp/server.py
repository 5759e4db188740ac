"""The server: what the editor asks is handed to the functions of this package, and their answers are translated."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer

from zmodel import __version__
from zmodel.driver import format_model_file
from zmodel.lsp import translate
from zmodel.lsp.completion import complete
from zmodel.lsp.fixes import quick_fixes
from zmodel.lsp.hover import declared_at, hover
from zmodel.lsp.navigation import Found, find_symbol, references
from zmodel.lsp.outline import outline
from zmodel.lsp.pieces import parsed
from zmodel.lsp.project import is_library, path_of
from zmodel.lsp.rename import RenameError, check_renamable, rename
from zmodel.lsp.session import Session
from zmodel.lsp.units import Unit
from zmodel.model.library import SUFFIX
from zmodel.source import Span

NAME = "zmodel"
TRIGGERS = [" ", "(", ":", ",", ".", '"', "="]


class ZmodelServer(LanguageServer):
    """The server with what it keeps between requests."""

    def __init__(self) -> None:
        super().__init__(NAME, __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.session = Session(self.publish)
        self.uris: dict[str, str] = {}
        self.versions: dict[str, int | None] = {}

    @property
    def places(self) -> translate.Places:
        """For answers."""
        return translate.Places(self.uris)

    def remember(self, uri: str, version: int | None) -> str:
        """The name of an open file; its URI and version are kept."""
        name = translate.name_of(uri)
        self.uris[name], self.versions[name] = uri, version
        return name

    def publish(self, name: str) -> None:
        """Sends the diagnostics of an open file, as of its present text."""
        if name not in self.uris or not self.session.is_fresh(name):
            return
        shown = self.session.shown(name)
        items = [translate.to_diagnostic(item.diagnostic, item.span, self.places, item.weaker) for item in shown]
        params = types.PublishDiagnosticsParams(self.uris[name], items, version=self.versions[name])
        self.text_document_publish_diagnostics(params)

    def place(self, params: Any) -> tuple[Unit, str, int] | None:
        """Unit, file and character that a request is about; None for a file that is not known."""
        name = translate.name_of(params.text_document.uri)
        unit = self.session.project.unit_of(name)
        if unit is None or name not in unit.files:
            return None
        return unit, name, translate.to_offset(unit.files[name].file, params.position)

    def symbol(self, params: Any) -> tuple[Unit, Found] | None:
        """The name that a request is about."""
        found = self.place(params)
        symbol = None if found is None else find_symbol(*found)
        return None if found is None or symbol is None else (found[0], symbol)

    def units_of(self, unit: Unit, found: Found) -> tuple[Unit, ...]:
        """All units in which a symbol can occur."""
        others = self.session.project.units_with(path_of(found.symbol.file))
        return (unit, *(other for other in others if other.root != unit.root))


def create_server() -> ZmodelServer:
    """A server that only has to be started."""
    server = ZmodelServer()
    _register_changes(server)
    _register_questions(server)
    _register_lists(server)
    _register_rename(server)
    return server


# ------------------------------------------------------------------ files come, change and go
def _register_changes(server: ZmodelServer) -> None:
    session = server.session

    @server.feature(types.INITIALIZED)
    async def initialized(_: types.InitializedParams) -> None:
        folders = (translate.name_of(folder.uri) for folder in server.workspace.folders.values())
        session.project.folders = tuple(folders)
        session.start()
        await _watch_files(server)

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        document = params.text_document
        session.opened(server.remember(document.uri, document.version), document.text)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        document = params.text_document
        text = server.workspace.get_text_document(document.uri).source
        session.opened(server.remember(document.uri, document.version), text)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        name = translate.name_of(params.text_document.uri)
        uri = server.uris.pop(name, params.text_document.uri)
        server.versions.pop(name, None)
        session.closed(name)
        server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def watched(params: types.DidChangeWatchedFilesParams) -> None:
        for name in (translate.name_of(change.uri) for change in params.changes):
            if name not in server.uris:  # of an open file the editor's text counts
                session.changed(name)

    @server.feature(types.SHUTDOWN)
    async def shutdown(_: None) -> None:
        await session.close()


async def _watch_files(server: ZmodelServer) -> None:
    """Asks an editor that can to tell what other programs do to model files."""
    workspace = server.client_capabilities.workspace
    watching = None if workspace is None else workspace.did_change_watched_files
    if watching is None or not watching.dynamic_registration:
        return
    options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(f"**/*{SUFFIX}")])
    method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
    registration = types.RegistrationParams([types.Registration("model files", method, options)])
    with suppress(JsonRpcException):  # an editor that refuses tells no changes
        await server.client_register_capability_async(registration)


# ------------------------------------------------------------------ questions about a place
def _register_questions(server: ZmodelServer) -> None:
    session = server.session

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hovered(params: types.HoverParams) -> types.Hover | None:
        found = server.place(params)
        answer = None if found is None else hover(*found, *session.facts(found[0].root))
        if answer is None:
            return None
        content = types.MarkupContent(types.MarkupKind.Markdown, answer.markdown)
        return types.Hover(content, translate.to_range(answer.span))

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    def defined(params: types.DefinitionParams) -> list[types.Location]:
        found = server.place(params)
        return [] if found is None else [server.places.location(span) for span in declared_at(*found)]

    @server.feature(types.TEXT_DOCUMENT_REFERENCES)
    def referred(params: types.ReferenceParams) -> list[types.Location]:
        found = server.symbol(params)
        if found is None:
            return []
        uses = references(server.units_of(*found), found[1].symbol)
        wanted = [use for use in uses if params.context.include_declaration or not use.is_declaration]
        return [server.places.location(use.span) for use in wanted]

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT)
    def highlighted(params: types.DocumentHighlightParams) -> list[types.DocumentHighlight]:
        found = server.symbol(params)
        if found is None:
            return []
        name = translate.name_of(params.text_document.uri)
        uses = [use for use in references([found[0]], found[1].symbol) if use.span.file.name == name]
        return [types.DocumentHighlight(translate.to_range(use.span)) for use in uses]

    @server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=TRIGGERS))
    def completed(params: types.CompletionParams) -> types.CompletionList:
        found = server.place(params)
        if found is None:
            return types.CompletionList(False, [])
        unit, name, offset = found
        files = session.project.usable(name)
        items = complete(unit.files[name].file.text, offset, unit, files)
        return types.CompletionList(False, [translate.completion_item(item, n) for n, item in enumerate(items)])


# ------------------------------------------------------------------ questions about a file
def _register_lists(server: ZmodelServer) -> None:
    session = server.session

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def outlined(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        file = session.project.source(translate.name_of(params.text_document.uri))
        return [] if file is None else [translate.document_symbol(entry) for entry in outline(parsed(file))]

    @server.feature(types.TEXT_DOCUMENT_FORMATTING)
    def formatted(params: types.DocumentFormattingParams) -> list[types.TextEdit]:
        file = session.project.source(translate.name_of(params.text_document.uri))
        text = None if file is None else format_model_file(file)[0]
        if file is None or text is None or text == file.text:
            return []
        return [types.TextEdit(translate.whole(file), text)]

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    )
    def acted(params: types.CodeActionParams) -> list[types.CodeAction]:
        name = translate.name_of(params.text_document.uri)
        file = session.project.source(name)
        if file is None or not session.is_fresh(name):
            return []
        start, end = (translate.to_offset(file, place) for place in (params.range.start, params.range.end))
        diagnostics = [item.diagnostic for item in session.shown(name)]
        fixes = quick_fixes(diagnostics, name, start, end)
        return [translate.code_action(fix, server.places, params.context.diagnostics) for fix in fixes]


# ------------------------------------------------------------------ rename
def _register_rename(server: ZmodelServer) -> None:
    project = server.session.project

    @server.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    def prepared(params: types.PrepareRenameParams) -> types.Range | None:
        found = server.symbol(params)
        if found is None:
            return None
        unit, name = found
        _refused(lambda: check_renamable([unit], name.symbol, is_library(name.symbol.file)))
        file = unit.files[translate.name_of(params.text_document.uri)].file
        return translate.to_range(Span(file, name.item.start, name.item.end))

    @server.feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))
    def renamed(params: types.RenameParams) -> types.WorkspaceEdit | None:
        found = server.symbol(params)
        if found is None:
            return None
        units, symbol = server.units_of(*found), found[1].symbol
        _refused(lambda: check_renamable(units, symbol, is_library(symbol.file)))
        edits = _refused(lambda: rename(units, symbol, params.new_name, project.loader(found[0].root)))
        return translate.workspace_edit(edits, server.places)


def _refused(work: Any) -> Any:
    """The result of some work; why it cannot be done is told to the user."""
    try:
        return work()
    except RenameError as error:
        raise JsonRpcException(str(error), code=types.LSPErrorCodes.RequestFailed.value) from None
