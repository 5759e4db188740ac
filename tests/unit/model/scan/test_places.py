"""Keys and values are found where they stand in a TOML text."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zmodel.model.context import Context
from zmodel.model.scan.places import find_places
from zmodel.model.scan.reading import read_toml
from zmodel.source import SourceFile

TEXT = '''
model = "bm3.zmodel" # the "model"
to = 'M_Pl'
many = [1, "two", # a comment, with ]
  [3.5e-3, {four = 4}] , ]
"a.b".c = 5
[vary]
"alpha(y)"  = { log10 = [-3, 1], steps = 300 }
w.range = """
[ # "
"""
[[runs]]
x = 1
[[runs]]
x = 2979-05-27T07:32:00Z
[classes."V+"]
'''


def value_at(data: Any, path: tuple[str | int, ...]) -> Any:
    for key in path:
        data = data[key]
    return data


def all_paths(data: Any, path: tuple[str | int, ...] = ()) -> set[tuple[str | int, ...]]:
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    inner = [all_paths(value, (*path, key)) for key, value in items]
    return set().union({path} if path else set(), *inner)


def check(text: str) -> None:
    """Each value's own text means that value, and each key's that key; no place is of anything else."""
    data = tomllib.loads(text)
    places = find_places(SourceFile("scan.toml", text))
    for path, place in places.items():
        if not isinstance(path[-1], int):
            assert list(tomllib.loads(f"{place.key.text} = 0")) == [path[-1]]
        is_header = place.value.start <= place.key.start
        if not is_header:
            assert tomllib.loads(f"x = {place.value.text}")["x"] == value_at(data, path)
    assert places.keys() <= all_paths(data)


def test_every_place_is_found() -> None:
    check(TEXT)
    places = find_places(SourceFile("scan.toml", TEXT))
    missing = all_paths(tomllib.loads(TEXT)) - places.keys()
    assert not missing


@pytest.mark.parametrize(
    ("path", "line", "column", "text"),
    [
        (("model",), 2, 9, '"bm3.zmodel"'),
        (("to",), 3, 6, "'M_Pl'"),
        (("many", 1), 4, 12, '"two"'),
        (("many", 2, 1, "four"), 5, 20, "4"),
        (("vary", "alpha(y)", "log10", 1), 8, 30, "1"),
        (("runs", 1, "x"), 15, 5, "2979-05-27T07:32:00Z"),
    ],
)
def test_places_are_those_of_the_text(path: tuple[str | int, ...], line: int, column: int, text: str) -> None:
    value = find_places(SourceFile("scan.toml", TEXT))[path].value
    assert (value.line, value.column, value.text) == (line, column, text)


def test_line_ends_of_windows_do_not_matter() -> None:
    text = "a = 1\r\nb = [2, # two\r\n 3]\r\n[t]\r\nc = 'x'\r\n"
    places = find_places(SourceFile("scan.toml", text))
    assert {path: place.value.text for path, place in places.items() if path != ("b",)} == {
        ("a",): "1",
        ("b", 0): "2",
        ("b", 1): "3",
        ("t",): "[t]",
        ("t", "c"): "'x'",
    }


SCALARS = st.one_of(
    st.integers(-1000, 1000).map(str),
    st.sampled_from(["true", "1e-3", "inf", "'it # is'", '"a \\" ] , } b"', '"""x\n"" y"""', "07:32:00"]),
)
KEYS = st.sampled_from(["a", "b-c", '"d e"', "'f.g'", "h . i", "'#'"])
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: "[ " + ",  # c ]\n ".join(items) + "\n]"),
        st.dictionaries(KEYS, inner, max_size=3).map(
            lambda items: "{ " + " , ".join(f"{key}= {value}" for key, value in items.items()) + " }"
        ),
    ),
    max_leaves=8,
)


@given(st.lists(st.tuples(KEYS, VALUES), max_size=5, unique_by=lambda pair: pair[0]), st.booleans())
def test_any_text_is_gone_through(pairs: list[tuple[str, str]], in_table: bool) -> None:
    text = "".join(f"{key} = {value} # and so on\n" for key, value in pairs)
    check(f"[table]\n{text}" if in_table else text)


@pytest.mark.parametrize(
    ("text", "place", "first"),
    [
        ("a = 1\na = 2\nb = [", (6, 7), (0, 1)),
        ("a = 1\n\"a\" = '''x\ny'''\n", (6, 9), (0, 1)),
        ("[t]\na = 1\n[u]\n[t]", (15, 16), (1, 2)),
        ("t = { a = 1, b = [2, 3], a = 4 } # }", (25, 26), (6, 7)),
        ("t = [{ a = 1 }, { a = 2, a = 3 }, [", (25, 26), (18, 19)),
        ("[[t]]\na = 1\n[[t]]\na = 2\na = 3", (24, 25), (18, 19)),
        ("a = 1\na.b.c = 2", (6, 7), (0, 1)),
        ("a = { b = 1 }\na = { b = 2, c = [{ d = 3 }] }", (14, 15), (0, 1)),
        ("a.b = 1\na.c = { d = 1, d = 2 }", (23, 24), (16, 17)),
        ("a.b = 1\na.c = 2\na = 3", (16, 17), (0, 1)),
        ("[t.u]\nx = 1\n[t]\nu.y = 1", (16, 17), (3, 4)),
    ],
)
def test_keys_that_stand_twice(text: str, place: tuple[int, int], first: tuple[int, int]) -> None:
    """Where tomllib tells the end of the statement, and nothing behind it has been read."""
    context = Context()
    assert read_toml(SourceFile("scan.toml", text), context) is None
    (found,) = context.diagnostics
    ((where, label),) = found.related
    assert found.code == "Z601" and "stands twice" in found.message and label == "first here"
    assert found.span is not None and (found.span.start, found.span.end) == place
    assert (where.start, where.end) == first
