"""How long an editor waits: 200 edits of the longest model file, and of one of 200 lines that is made of it.

Each edit is sent over standard streams, with a hover and a completion behind it. Measured are the times until these two
are answered and until the diagnostics of exactly this text are there. `pytest tests/benchmarks/test_language_server.py
-s` prints them; target: 100 ms for answers. Diagnostics wait for 30 ms of quiet first.

Seen on two quiet processors: median and worst hover 4 and 20 ms (200 lines: 6 and 32), completion 6 and 44 (9 and 48),
diagnostics 56 and 84 (98 and 142). With twelve other processes: hover 17 and 93 (24 and 104), completion 25 and 254 (36
and 316), diagnostics 151 and 381 (361 and 1121). An edit of 200 lines costs the server 5 ms of processor time, and its
check 80 ms.
"""

from __future__ import annotations

import asyncio
import re
import sys
import time
from pathlib import Path
from statistics import median

import pytest

from zmodel.resources import library_path

pytest.importorskip("pytest_lsp", reason="the language server is tested with pytest-lsp")
pytest.importorskip("pygls", reason="the language server needs the extra `lsp`")

from lsprotocol import types
from pytest_lsp import LanguageClient, client_capabilities
from pytest_lsp.client import make_test_lsp_client

EDITS = 200
PATIENCE = 60


def longest() -> str:
    files = library_path().parent.rglob("*.zmodel")
    texts = [path.read_text(encoding="utf-8") for path in sorted(files)]
    return max(texts, key=lambda text: text.count("\n"))


def two_hundred_lines() -> str:
    """The longest file with further points and scalars."""
    text = longest()
    (group,) = re.findall(r"boson +(\w+)\n", text)[-1:]
    block = re.search(r"point (\w+) at .*?\n}\n", text, re.DOTALL)
    assert block is not None
    number = 0
    while text.count("\n") < 200:
        number += 1
        text += f"scalar s{number} ({group}: {number}/7)  # further ones\n"
        text += block.group().replace(block.group(1), f"point_{number}", 1)
    return text


TEXTS = {"the longest model file": longest, "200 lines": two_hundred_lines}


@pytest.mark.parametrize("name", TEXTS)
def test_edits(name: str, tmp_path: Path) -> None:
    times = asyncio.run(measure(tmp_path / "model.zmodel", TEXTS[name]()))
    for what, seconds in times.items():
        assert len(seconds) == EDITS
        middle, worst = 1000 * median(seconds), 1000 * max(seconds)
        sys.stdout.write(f"\n{name}, {what}: median {middle:.0f} ms, worst {worst:.0f} ms")


def edited(text: str, number: int) -> tuple[str, int]:
    """The text with something typed on one of its lines, and where: names, half names, and brackets without an end."""
    lines = text.split("\n")
    line = (7 * number) % len(lines)
    typed = (" ", "x", " bar(", " : ", " # comment")[number % 5]
    offset = sum(len(before) + 1 for before in lines[:line]) + len(lines[line])
    return text[:offset] + typed + text[offset:], offset + len(typed)


async def measure(path: Path, text: str) -> dict[str, list[float]]:
    client = make_test_lsp_client()
    await client.start_io(sys.executable, "-m", "zmodel", "lsp")
    folder = types.WorkspaceFolder(path.parent.as_uri(), "project")
    parameters = types.InitializeParams(client_capabilities("visual-studio-code"), workspace_folders=[folder])
    await client.initialize_session(parameters)
    uri = path.as_uri()
    client.text_document_did_open(types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, "zmodel", 0, text)))
    await diagnosed(client, uri)
    times: dict[str, list[float]] = {"hover": [], "completion": [], "diagnostics": []}
    for number in range(EDITS):
        changed, offset = edited(text, number)
        await one_edit(client, uri, number + 1, changed, offset, times)
    await client.shutdown_session()
    await client.stop()
    return times


async def one_edit(
    client: LanguageClient, uri: str, version: int, text: str, offset: int, times: dict[str, list[float]]
) -> None:
    line = text.count("\n", 0, offset)
    place = types.Position(line, offset - text.rfind("\n", 0, offset) - 1)
    identifier = types.TextDocumentIdentifier(uri)
    client.diagnostics.pop(uri, None)
    start = time.perf_counter()
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(version, uri), [types.TextDocumentContentChangeWholeDocument(text)]
        )
    )
    await client.text_document_hover_async(types.HoverParams(identifier, place))
    times["hover"].append(time.perf_counter() - start)
    await client.text_document_completion_async(types.CompletionParams(identifier, place))
    times["completion"].append(time.perf_counter() - start)
    await diagnosed(client, uri)
    times["diagnostics"].append(time.perf_counter() - start)


async def diagnosed(client: LanguageClient, uri: str) -> None:
    async with asyncio.timeout(PATIENCE):
        while uri not in client.diagnostics:
            await asyncio.sleep(0.001)
