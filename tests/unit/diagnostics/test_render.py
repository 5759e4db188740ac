"""How diagnostics look in a terminal."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zmodel.diagnostics import CODES, Diagnostic, render
from zmodel.source import SourceFile, Span

SGR = re.compile(r"\x1b\[[0-9;]*m")

# Plain text mixed with what makes trouble: wide and combining letters, controls, overrides, lone surrogates.
CHARACTERS = st.sampled_from("ab \t\r\nψ中\u0301\x1b\x07\x00\x9b\u202e\u2028\ufeff\ud800") | st.characters()
TEXTS = st.text(CHARACTERS, max_size=120)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    file = SourceFile(draw(TEXTS), draw(TEXTS) * draw(st.integers(1, 3)))
    start = draw(st.integers(0, len(file.text)))
    return Span(file, start, draw(st.integers(start, len(file.text))))


DIAGNOSTICS = st.builds(
    Diagnostic,
    st.sampled_from(sorted(CODES)),
    TEXTS,
    st.none() | spans(),
    TEXTS,
    st.lists(st.tuples(spans(), TEXTS), max_size=2).map(tuple),
    st.lists(TEXTS, max_size=2).map(tuple),
    st.lists(TEXTS, max_size=2).map(tuple),
)


def span_of(source: str, part: str, name: str = "f.zmodel") -> Span:
    start = source.index(part)
    return Span(SourceFile(name, source), start, start + len(part))


def draw(*diagnostics: Diagnostic, width: int = 80) -> list[str]:
    """The lines without the summary."""
    lines = render(diagnostics, colour=False, width=width).split("\n")
    assert lines[-2] == ""
    return lines[:-2]


def columns(text: str) -> int:
    """Columns that a terminal needs, written independently of the renderer."""
    total = 0
    for char in text:
        if not unicodedata.category(char).startswith("M"):
            total += 1 + (unicodedata.east_asian_width(char) in "WF")
    return total


def test_the_example_of_the_language_reference() -> None:
    source = "\n" * 30 + "yukawa Yd = bar(Q) H D           keep (1,3) as yb\n"
    item = Diagnostic(
        "Z203",
        "Yd violates X",
        span_of(source, "bar(Q) H D", "bm2.zmodel"),
        "entry (1,3): Q -(-1/4), H 0, D +1/6: sum 5/12, must be 0",
        hints=("allowed entries are (1,1), (1,2), (2,1), (2,2), (3,3)",),
    )
    assert draw(item) == [
        "error[Z203]: Yd violates X",
        "  bm2.zmodel:31:13",
        "   31 | yukawa Yd = bar(Q) H D           keep (1,3) as yb",
        "      |             ^^^^^^^^^^ entry (1,3): Q -(-1/4), H 0, D +1/6: sum 5/12, must be 0",
        "  help: allowed entries are (1,1), (1,2), (2,1), (2,2), (3,3)",
    ]


def test_related_places_notes_and_hints() -> None:
    source = "scalar H\n" + "\n" * 8 + "scalar H\n"
    file = SourceFile("f.zmodel", source)
    item = Diagnostic(
        "Z111",
        "H is declared twice",
        Span(file, 24, 25),
        related=((Span(file, 7, 8), "first declared here"),),
        notes=("names are unique", "two\nlines"),
        hints=("rename one",),
    )
    assert draw(item) == [
        "error[Z111]: H is declared twice",
        "  f.zmodel:10:8",
        "   10 | scalar H",
        "      |        ^",
        "  f.zmodel:1:8",
        "    1 | scalar H",
        "      |        - first declared here",
        "  note: names are unique",
        "  note: two",
        "        lines",
        "  help: rename one",
    ]


def test_without_a_place() -> None:
    assert draw(Diagnostic("Z001", "cannot read x", hints=("look",))) == [
        "error[Z001]: cannot read x",
        "  help: look",
    ]


def test_nothing_to_draw() -> None:
    assert render([], colour=True, width=80) == ""


@pytest.mark.parametrize(
    ("codes", "summary"),
    [
        (["Z203"], "1 error"),
        (["Z501", "Z203", "Z111"], "2 errors, 1 warning"),
        (["Z501", "Z502"], "2 warnings"),
    ],
)
def test_the_last_line_counts(codes: list[str], summary: str) -> None:
    text = render([Diagnostic(code, "m") for code in codes], colour=False, width=80)
    assert text.split("\n\n")[-1] == summary
    assert text.count("\n\n") == len(codes)


def test_order_follows_the_source() -> None:
    file = SourceFile("f", "abc")
    items = [Diagnostic("Z110", f"m{start}", Span(file, start, start + 1)) for start in range(3)]
    assert render(reversed(items), colour=False, width=80) == render(items, colour=False, width=80)


def test_tabs_are_expanded() -> None:
    assert draw(Diagnostic("Z110", "m", span_of("\tscalar\tH", "H")))[2:] == [
        "    1 |     scalar    H",
        "      |               ^",
    ]


@pytest.mark.parametrize("before", ["ψ", "中文", "e\u0301", "ﾊ", "한", "\u1e57\u0323"])
def test_the_underline_stands_below_its_text(before: str) -> None:
    *_, shown, underline = draw(Diagnostic("Z110", "m", span_of(f"{before} 字H x", "字H")))
    assert underline.index("^") == columns(shown[: shown.index("字")])
    assert underline.count("^") == 3


def test_an_accent_is_underlined_with_its_letter() -> None:
    *_, underline = draw(Diagnostic("Z102", "m", span_of("ae\u0301b", "\u0301")))
    assert underline == "      |  ^"


@pytest.mark.parametrize(("offset", "indent"), [(0, 0), (3, 3), (4, 0), (6, 2)])
def test_an_empty_span_is_one_mark(offset: int, indent: int) -> None:
    *_, underline = draw(Diagnostic("Z101", "m", Span(SourceFile("f", "abc\nde"), offset, offset)))
    assert underline == "      | " + " " * indent + "^"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_several_lines_are_shown_by_the_first(end: str) -> None:
    source = f"potential {{{end}  m = H{end}}}"
    assert draw(Diagnostic("Z101", "m", span_of(source, source[10:]), "label"))[1:] == [
        "  f.zmodel:1:11",
        "    1 | potential {",
        "      |           ^ label",
    ]


def test_a_line_end_is_marked_after_its_line() -> None:
    assert draw(Diagnostic("Z101", "m", span_of("abc\r\nd", "\n")))[1:] == [
        "  f.zmodel:1:5",
        "    1 | abc",
        "      |    ^",
    ]


def test_large_line_numbers_widen_the_gutter() -> None:
    source = "x\n" + "\n" * 99_998 + "y"
    item = Diagnostic("Z110", "m", span_of(source, "y"), related=((span_of(source, "x"), ""),))
    assert draw(item)[2:] == [
        "  100000 | y",
        "         | ^",
        "  f.zmodel:1:1",
        "       1 | x",
        "         | -",
    ]


@pytest.mark.parametrize(
    ("source", "shown", "underline"),
    [
        ("x" + "a" * 99, "x" + "a" * 29 + "…", "^"),
        ("a" * 99 + "x", "…" + "a" * 29 + "x", " " * 30 + "^"),
        ("a" * 50 + "x" + "b" * 50, "…" + "a" * 15 + "x" + "b" * 14 + "…", " " * 16 + "^"),
        ("a" * 50 + "x" * 50, "…" + "x" * 30 + "…", " " + "^" * 30),
        ("中" * 50 + "x" + "中" * 50, "…" + "中" * 7 + "x" + "中" * 7 + "…", " " * 15 + "^"),
    ],
    ids=["at the start", "at the end", "in the middle", "longer than the line", "wide letters"],
)
def test_long_lines_are_cropped_around_the_span(source: str, shown: str, underline: str) -> None:
    part = "x" * source.count("x")
    lines = draw(Diagnostic("Z110", "m", span_of(source, part)), width=40)
    assert lines[2:] == ["    1 | " + shown, "      | " + underline]
    assert columns(lines[2]) <= 40


def test_a_line_that_just_fits_is_not_cropped() -> None:
    assert draw(Diagnostic("Z110", "m", span_of("a" * 32, "a")), width=40)[2] == "    1 | " + "a" * 32


@pytest.mark.parametrize("char", ["\x1b", "\x9b", "\x07", "\x00", "\x7f", "\u202e", "\u2066", "\ufeff", "\u2028"])
def test_control_characters_are_made_visible(char: str) -> None:
    item = Diagnostic(
        "Z102",
        f"message {char}",
        span_of(f"a {char} b", char, f"name{char}.zmodel"),
        f"label {char}",
        related=((span_of(f"a {char} b", "a"), f"related {char}"),),
        notes=(f"note {char}",),
        hints=(f"hint {char}",),
    )
    text = render([item], colour=False, width=80)
    assert char not in text
    escape = char.encode("unicode_escape").decode()
    assert text.count(escape) == 8
    assert "^" * len(escape) + " label" in text


def test_a_line_end_in_a_message_cannot_start_a_line() -> None:
    name = "x\n\nerror[Z004]: forged"
    text = render([Diagnostic("Z110", name, span_of("a", "a", name), name)], colour=False, width=80)
    assert "\nerror[Z004]" not in text


def test_colours_only_add_to_the_text() -> None:
    source = "scalar H\nscalar \x1b[31mH"
    item = Diagnostic(
        "Z111",
        "m",
        span_of(source, "\x1b"),
        "label",
        related=((span_of(source, "H"), "first"),),
        notes=("a",),
        hints=("b",),
    )
    items = [item, Diagnostic("Z501", "w")]
    coloured = render(items, colour=True, width=80)
    assert SGR.search(coloured)
    assert SGR.sub("", coloured) == render(items, colour=False, width=80)


def test_a_very_long_line_is_no_burden() -> None:
    file = SourceFile("f", "a" * 10**6)
    items = [Diagnostic("Z110", "m", Span(file, start, 10**6)) for start in range(0, 10**6, 1000)]
    assert len(render(items, colour=False, width=80)) < 200 * len(items)


@given(st.lists(DIAGNOSTICS, max_size=3), st.integers(-5, 200))
def test_render_takes_anything(items: list[Diagnostic], width: int) -> None:
    text = render(items, colour=False, width=width)
    assert all(char == "\n" or char.isprintable() for char in text)
    assert SGR.sub("", render(items, colour=True, width=width)) == text


@given(spans(), st.integers(30, 120))
def test_excerpts_fit_the_width(span: Span, width: int) -> None:
    *_, shown, underline = draw(Diagnostic("Z110", "m", span), width=width)
    # One column more where the mark stands behind the last character of a line that just fits.
    assert columns(shown) <= width
    assert columns(underline) <= width + 1
    assert "^" in underline
