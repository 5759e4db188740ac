"""The formatter on texts without files, and texts with the same tokens but other white space."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

from zmodel.source import SourceFile
from zmodel.syntax.layout import format_source
from zmodel.syntax.parser import parse_with_tokens

FILE = "test.zmodel"


def formatted(text: str) -> str:
    """A text in the one layout."""
    return format_source(SourceFile(FILE, text))


SPACES = st.sampled_from([" ", "  ", "\t", " \u00a0 "])
_COMMENTS = st.sampled_from(["#", "# a comment", '# "quoted" (', "#[{ ü ≠ }]  ", "# é; x"])
# Between statements, and between the entries of blocks.
SEPARATORS = st.one_of(
    st.sampled_from(["\n", "\r\n", "\n\n\n", "; ", " ;; \n", ";\n;\n"]),
    st.builds("{}{}\n".format, st.sampled_from(["", "  "]), _COMMENTS),
    st.builds("\n{}{}\n{}".format, st.sampled_from(["", "    "]), _COMMENTS, st.sampled_from(["", "\n", "  "])),
    st.builds(" {0}\n            {1}\n".format, _COMMENTS, _COMMENTS),
)
# Inside ( ) and [ ].
BREAKS = st.one_of(
    SPACES,
    SPACES,
    SPACES,
    st.just("\n"),
    st.builds("{}\n  ".format, _COMMENTS),
    st.builds("\n {}\n\n".format, _COMMENTS),
)


def respaced(
    text: str,
    draw: Callable[[st.SearchStrategy[str]], str],
    separators: st.SearchStrategy[str] | None = None,
    breaks: st.SearchStrategy[str] = SPACES,
) -> str:
    """A text with the same words and other white space, which may hold comments.

    Args:
        text: of a model file without comments.
        draw: chooses from a strategy.
        separators: of statements; those of the text if left out.
        breaks: white space inside ( ) and [ ].
    """
    tree, tokens, _ = parse_with_tokens(SourceFile(FILE, text))
    assert tree is not None
    pieces: list[str] = []
    end = depth = 0
    for token in tokens:
        start = token.start_pos or 0
        if token.type == "_SEP":
            pieces.append(str(token) if separators is None else draw(separators))
            end = start + len(token)
            continue
        depth -= token.type in ("RPAR", "RSQB")
        # Where nothing stands between two words there may have to be nothing.
        if start > end:
            pieces.append(draw(breaks if depth else SPACES))
        pieces.append(str(token))
        depth += token.type in ("LPAR", "LSQB")
        end = start + len(token)
    return "".join(pieces)
