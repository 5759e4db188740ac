"""The server over its standard streams, as an editor talks to it."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

pytest_lsp = pytest.importorskip("pytest_lsp", reason="the language server is tested with pytest-lsp")
pytest.importorskip("pygls", reason="the language server needs the extra `lsp`")

from lsprotocol import types  # noqa: E402
from pygls.exceptions import JsonRpcException  # noqa: E402
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities  # noqa: E402
from pytest_lsp.client import make_test_lsp_client  # noqa: E402

pytestmark = pytest.mark.asyncio(loop_scope="module")

COMMAND = [sys.executable, "-m", "zmodel", "lsp"]
SM = "model m\nuse sm\n"
MODEL = (
    SM
    + """gauge X = U(1) coupling gX boson X  # 𝔛 and Ωmega
charges X { L = [0, 1, -1]; E = [0, 1, -1] }
scalar φ (X: 1)  vev v_φ
potential {
  m2 = dag(φ) φ
  s = (dag(φ) φ)^2
  k = (dag(H) H) (dag(φ) φ)
}
point p { gX = 0.3 }
"""
)
PATIENCE = 60


@pytest.fixture(scope="module", autouse=True)
def outer_loop() -> Iterator[None]:
    """The loop that pytest-asyncio puts back in the end; if there is none it makes one, which nobody would close."""
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    yield
    asyncio.set_event_loop(None)
    loop.close()


def editor() -> LanguageClient:
    """A client that keeps what the server asks to be told of."""
    client = make_test_lsp_client()
    client.watched = []

    @client.feature(types.CLIENT_REGISTER_CAPABILITY)
    def register(params: types.RegistrationParams) -> None:
        client.watched += [item.method for item in params.registrations]

    return client


@pytest_lsp.fixture(scope="module", config=ClientServerConfig(server_command=COMMAND, client_factory=editor))
async def client(lsp_client: LanguageClient, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[None]:
    folder = tmp_path_factory.mktemp("project")
    lsp_client.folder = folder
    await lsp_client.initialize_session(
        types.InitializeParams(
            capabilities=client_capabilities("visual-studio-code"),
            workspace_folders=[types.WorkspaceFolder(folder.as_uri(), "project")],
        )
    )
    yield
    await lsp_client.shutdown_session()


class Document:
    """An open file."""

    def __init__(self, client: LanguageClient, name: str, text: str) -> None:
        self.client, self.text, self.version = client, text, 1
        self.path: Path = client.folder / name
        self.uri = self.path.as_uri()
        client.text_document_did_open(
            types.DidOpenTextDocumentParams(types.TextDocumentItem(self.uri, "zmodel", 1, text))
        )

    def change(self, text: str) -> None:
        self.text, self.version = text, self.version + 1
        self.client.diagnostics.pop(self.uri, None)
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(self.version, self.uri),
                [types.TextDocumentContentChangeWholeDocument(text)],
            )
        )

    def close(self) -> None:
        identifier = types.TextDocumentIdentifier(self.uri)
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(identifier))

    @property
    def identifier(self) -> types.TextDocumentIdentifier:
        return types.TextDocumentIdentifier(self.uri)

    def position(self, words: str, within: int = 0) -> types.Position:
        """Of some words, in UTF-16."""
        offset = self.text.index(words) + within
        line = self.text.count("\n", 0, offset)
        before = self.text[self.text.rfind("\n", 0, offset) + 1 : offset]
        return types.Position(line, len(before.encode("utf-16-le")) // 2)

    def selected(self, place: types.Range) -> str:
        """The text of a range."""
        lines = self.text.split("\n")
        line = lines[place.start.line].encode("utf-16-le")
        assert place.start.line == place.end.line
        return line[2 * place.start.character : 2 * place.end.character].decode("utf-16-le")

    async def diagnostics(self, code: str | None = None) -> list[types.Diagnostic]:
        """Those of the present text; with a code, as soon as there is one of it."""
        async with asyncio.timeout(PATIENCE):
            while True:
                found = self.client.diagnostics.get(self.uri)
                if found is not None and (code is None or any(item.code == code for item in found)):
                    return list(found)
                await asyncio.sleep(0.01)

    async def clean(self) -> bool:
        """Waits until there are no diagnostics."""
        async with asyncio.timeout(PATIENCE):
            while await self.diagnostics():
                await asyncio.sleep(0.01)
        return True

    async def hover(self, words: str, within: int = 0) -> str:
        params = types.HoverParams(self.identifier, self.position(words, within))
        found = await self.client.text_document_hover_async(params)
        return "" if found is None else found.contents.value


async def test_diagnostics_are_those_of_the_command_line(client: LanguageClient) -> None:
    document = Document(client, "wrong.zmodel", SM + "scalar 𝔛 (Y: 0)\n")
    (found,) = await document.diagnostics()
    assert (found.code, found.severity) == ("Z102", types.DiagnosticSeverity.Error)
    document.change(SM + "# 𝔛\nscalar ψ (SU2L: 2,   Y: 1/2, Z: 1)\n")
    (found,) = await document.diagnostics()
    assert (found.code, document.selected(found.range)) == ("Z110", "Z")
    document.change(SM)
    assert await document.diagnostics() == []
    assert client.watched == [types.WORKSPACE_DID_CHANGE_WATCHED_FILES]
    document.close()


async def test_a_file_that_changes_on_the_disk_is_read_again(client: LanguageClient) -> None:
    path = client.folder / "disk.zmodel"
    document = Document(client, "reader.zmodel", SM + 'use "disk.zmodel"\n')
    (missing,) = await document.diagnostics("Z119")
    assert document.selected(missing.range) == 'use "disk.zmodel"'
    changes = {types.FileChangeType.Created: [], types.FileChangeType.Deleted: ["Z119"]}
    for change, codes in changes.items():
        path.write_text("scalar S (Y: 1)\n", encoding="utf-8")
        if change == types.FileChangeType.Deleted:
            path.unlink()
        client.diagnostics.pop(document.uri)
        event = types.FileEvent(path.as_uri(), change)
        client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
        assert [item.code for item in await document.diagnostics()] == codes
    document.close()


async def test_hover_knows_charges_anomalies_textures_and_beta_functions(client: LanguageClient) -> None:
    document = Document(client, "hover.zmodel", MODEL)
    await document.diagnostics()
    text = await document.hover("L = [0")
    assert "left-handed fermion" in text and "| X | 0, 1, -1 |" in text and "from L" in text
    assert "| SU2L | 2 |" in await document.hover("H) H)")
    assert "**gauge group** `X`" in await document.hover("X { L")
    assert "| `p` | gX | 3/10 |" in await document.hover("gX = 0.3")
    async with asyncio.timeout(PATIENCE):
        while "one loop" not in (text := await document.hover("gX boson")):
            assert "being derived" in text
            await asyncio.sleep(0.05)
    assert "16 pi^2 dgX/dlnmu = 13/3 gX^3" in text
    document.close()


async def test_completion_of_a_line_that_is_being_written(client: LanguageClient) -> None:
    document = Document(client, "completion.zmodel", MODEL)
    await document.diagnostics()
    document.change(MODEL + "yukawa Y2 = bar(")
    params = types.CompletionParams(document.identifier, types.Position(len(document.text.split("\n")) - 1, 16))
    found = await client.text_document_completion_async(params)
    labels = [item.label for item in found.items]
    assert {"Q", "L", "H", "phi", "cc"} <= set(labels)
    assert "SU3c" not in labels
    document.close()


async def test_definition_and_references_follow_use(client: LanguageClient) -> None:
    part = Document(client, "part.zmodel", "scalar S (SU2L: 2, Y: 1/2)\n")
    document = Document(client, "whole.zmodel", SM + 'use "part.zmodel"\npotential { m = dag(S) S }\n')
    params = types.DefinitionParams(document.identifier, document.position("S }"))
    (place,) = await client.text_document_definition_async(params)
    assert (place.uri, part.selected(place.range)) == (part.uri, "S")
    params = types.DefinitionParams(document.identifier, document.position("sm"))
    (place,) = await client.text_document_definition_async(params)
    assert place.uri.endswith("/lib/sm.zmodel")
    context = types.ReferenceContext(include_declaration=False)
    params = types.ReferenceParams(context, part.identifier, part.position("S ("))
    found = await client.text_document_references_async(params)
    assert [document.selected(item.range) for item in found] == ["S", "S"]
    # The part has no model of its own, so it is checked as a part of the whole as soon as that is known.
    assert await part.clean()
    part.change("scalar S (SU2L: 2, Y: 1/3)\nscalar S2 (SU9: 1)\n")
    (error,) = await part.diagnostics("Z110")
    assert part.selected(error.range) == "SU9"
    (error,) = await document.diagnostics("Z110")
    assert document.selected(error.range) == '"part.zmodel"'
    for item in (part, document):
        item.close()


async def test_rename_across_files(client: LanguageClient) -> None:
    part = Document(client, "part2.zmodel", "scalar S (SU2L: 2, Y: 1/2)\n")
    path = client.folder / "closed.zmodel"
    path.write_text(SM + 'use "part2.zmodel"\npotential { m = dag(S) S }\n', encoding="utf-8")
    params = types.RenameParams(part.identifier, part.position("S ("), "Σ")
    edit = await client.text_document_rename_async(params)
    assert {uri: len(changes) for uri, changes in edit.changes.items()} == {part.uri: 1, path.as_uri(): 2}
    for name, reason in (("H", "means something else"), ("scalar", "reserved"), ("2", "not a name")):
        with pytest.raises(JsonRpcException, match=reason):
            await client.text_document_rename_async(types.RenameParams(part.identifier, part.position("S ("), name))
    document = Document(client, "whole2.zmodel", MODEL)
    with pytest.raises(JsonRpcException, match="library"):
        await client.text_document_prepare_rename_async(
            types.PrepareRenameParams(document.identifier, document.position("H) H)"))
        )
    for item in (part, document):
        item.close()


async def test_outline(client: LanguageClient) -> None:
    document = Document(client, "outline.zmodel", MODEL)
    found = await client.text_document_document_symbol_async(types.DocumentSymbolParams(document.identifier))
    assert [item.name for item in found] == ["m", "use sm", "X", "charges X", "phi", "potential", "point p"]
    assert [child.name for child in found[5].children] == ["m2", "s", "k"]
    assert document.selected(found[4].selection_range) == "φ"
    document.close()


async def test_formatting(client: LanguageClient) -> None:
    text = SM + "fermion N[3] right (Y:0)\nfermion chi left ( SU2L :1 )  # 𝔛"
    document = Document(client, "format.zmodel", text)
    options = types.FormattingOptions(tab_size=4, insert_spaces=True)
    (edit,) = await client.text_document_formatting_async(types.DocumentFormattingParams(document.identifier, options))
    assert "fermion chi  left" in edit.new_text and edit.range.end == document.position("𝔛", 1 + len("𝔛") - 1)
    document.change("model m\nfermion (")
    assert not await client.text_document_formatting_async(types.DocumentFormattingParams(document.identifier, options))
    document.close()


async def test_quick_fixes(client: LanguageClient) -> None:
    document = Document(client, "fix.zmodel", SM + "yukawa Y2 = bar(Q) tilde(h) U\n")
    (wrong,) = await document.diagnostics("Z110")
    context = types.CodeActionContext([wrong])
    actions = await client.text_document_code_action_async(
        types.CodeActionParams(document.identifier, wrong.range, context)
    )
    assert actions[0].title == "Replace `h` by `H`"
    (change,) = actions[0].edit.changes[document.uri]
    assert (document.selected(change.range), change.new_text) == ("h", "H")
    # What the running generates is told after the check, with the line to add.
    document.change(SM + "scalar S (Y: 1)\npotential { m = dag(S) S; s = (dag(S) S)^2 }\n")
    found = await document.diagnostics("Z405")
    assert {item.severity for item in found} == {types.DiagnosticSeverity.Warning}
    wrong = next(item for item in found if item.code == "Z405")
    actions = await client.text_document_code_action_async(
        types.CodeActionParams(document.identifier, wrong.range, types.CodeActionContext(found))
    )
    assert any("lambda_H_S" in action.title for action in actions)
    document.close()


async def test_nothing_that_a_client_sends_stops_the_server(client: LanguageClient) -> None:
    document = Document(client, "odd.zmodel", "scalar (" * 3 + '\x00\ud83d use "../../x"\r\x0c\u2028')
    huge = Document(client, "huge.zmodel", "(" * 1_000_001)
    assert [item.code for item in await huge.diagnostics()] == ["Z003"]
    unknown = types.TextDocumentIdentifier("file:///no/such/file.zmodel")
    strange = types.TextDocumentIdentifier("untitled:one")
    for identifier in (document.identifier, huge.identifier, unknown, strange):
        for place in (types.Position(0, 3), types.Position(10**6, 10**6)):
            assert await client.text_document_hover_async(types.HoverParams(identifier, place)) is None
            await client.text_document_definition_async(types.DefinitionParams(identifier, place))
            await client.text_document_completion_async(types.CompletionParams(identifier, place))
            await client.text_document_rename_async(types.RenameParams(identifier, place, "x"))
        await client.text_document_document_symbol_async(types.DocumentSymbolParams(identifier))
    for uri in (document.uri, "file:///no/such/file.zmodel", "%"):
        client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))
    huge.close()
    gone = [types.FileEvent((client.folder / "gone.zmodel").as_uri(), types.FileChangeType.Deleted)]
    client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams(gone))
    alive = Document(client, "alive.zmodel", SM)
    assert await alive.diagnostics() == []
    alive.close()
