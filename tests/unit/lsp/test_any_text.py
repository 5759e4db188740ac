"""Whatever stands in a file, and wherever the cursor is, there is an answer."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from zmodel.lsp.completion import complete
from zmodel.lsp.hover import declared_at, hover
from zmodel.lsp.navigation import find_symbol, references
from zmodel.lsp.outline import outline
from zmodel.lsp.pieces import parsed
from zmodel.lsp.project import Project
from zmodel.lsp.rename import RenameError, applied, check_renamable, rename
from zmodel.resources import library_path
from zmodel.source import SourceFile

NAME = "/no/folder/main.zmodel"
FILES = [path.read_text(encoding="utf-8") for path in sorted(library_path().parent.glob("paper_[bd]/*.zmodel"))[:12]]
SCRAPS = st.sampled_from(
    [
        "",
        "(",
        ")",
        "{",
        "}",
        "[",
        '"',
        "#",
        "\n",
        "\r",
        ";",
        "=",
        "?",
        "bar(",
        "use sm\n",
        "model x\n",
        "𝔛",
        "Ω",
        "\x00",
        "1e9",
    ]
)


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, int]:
    """A model file with some stretches replaced, and a place in it."""
    text = draw(st.sampled_from(FILES))
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 12)))
        text = text[:start] + draw(SCRAPS) + text[end:]
    return text, draw(st.integers(0, len(text)))


@settings(max_examples=60, deadline=None)
@given(damaged(), damaged())
def test_there_is_an_answer(first: tuple[str, int], second: tuple[str, int]) -> None:
    project = Project()
    for text, offset in (first, second):
        project.texts[NAME] = text
        unit = project.unit(NAME)
        assert unit is not None
        for entry in outline(parsed(SourceFile(NAME, text))):
            assert text[entry.span.start : entry.span.end] == entry.span.text
        labels = [item.label for item in complete(text, offset, unit)]
        assert len(labels) == len(set(labels))
        for span in declared_at(unit, NAME, offset):
            assert span.file.name in unit.files
        shown = hover(unit, NAME, offset, {}, frozenset())
        assert shown is None or shown.span.start <= offset <= shown.span.end
        found = find_symbol(unit, NAME, offset)
        if found is None:
            continue
        assert all(use.span.text for use in references([unit], found.symbol))
        try:
            check_renamable([unit], found.symbol, is_library=False)
            edits = rename([unit], found.symbol, "Omega_9", project.loader(NAME))
        except RenameError:
            continue
        for file, changes in edits.items():
            assert "Omega_9" in applied(unit.files[file].file.text, changes)
