"""`use`: files in files, without some of their declarations."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from tests.helpers.patience import patience
from tests.helpers.resolving import SM, mistakes, parse_text, resolve_text, try_resolve

from zmodel.limits import DEFAULT

DARK = """\
model dark
gauge D = U(1) coupling gD boson V mass M_V
param q
let twice = 2*q
fermion chi[2] left (D: twice)
scalar phi (D: -2*twice) vev v_phi
yukawa y = chi chi phi keep (1,1) as y1
potential {
  m2 = dag(phi) phi
  k = dag(phi) phi r
}
scalar r real
charges D { eta = q }
fermion eta right
require anomaly_free
require forbidden eta eta, y
rotation chi = [[1, 0], [0, 1]]
integrate V at M_V
point p { v_phi = 1; y1 = 2; m2 = 3 }
"""
FILES = {"dark.zmodel": DARK}


def names(text: str, files: Mapping[str, str] = FILES) -> set[str]:
    """Fields, groups, couplings and parameters of a model."""
    model = resolve_text(text, files)
    return {
        *(field.name for field in model.fields),
        *(group.name for group in model.groups),
        *(coupling.name for coupling in model.couplings),
        *(parameter.name for parameter in model.parameters),
    }


EVERYTHING = {"D", "q", "chi", "phi", "r", "eta", "y", "m2", "k", "v_phi", "M_V"}


def test_everything_is_taken_but_the_name_of_the_model() -> None:
    model = resolve_text('model m\nuse "dark.zmodel"', FILES)
    assert (model.name, model.title) == ("m", "")
    assert names('model m\nuse "dark.zmodel"') == EVERYTHING


@pytest.mark.parametrize(
    ("excluded", "missing"),
    [
        ("r", {"r", "k"}),
        ("phi", {"phi", "y", "m2", "k", "v_phi"}),
        ("chi", {"chi", "y"}),
        ("eta", {"eta"}),
        ("m2", {"m2"}),
        ("y1", {"y"}),
        ("v_phi", {"phi", "y", "m2", "k", "v_phi"}),
        ("q", {"q", "chi", "phi", "y", "m2", "k", "v_phi"}),
        ("twice", {"chi", "phi", "y", "m2", "k", "v_phi"}),
        ("D", EVERYTHING - {"q", "r"} - {"eta"}),
        ("gD", EVERYTHING - {"q", "r"} - {"eta"}),
        ("r, eta", {"r", "k", "eta"}),
    ],
)
def test_what_is_excluded_takes_with_it_what_needs_it(excluded: str, missing: set[str]) -> None:
    assert names(f'model m\nuse "dark.zmodel" {{ except {excluded} }}') == EVERYTHING - missing


def test_lines_of_blocks_go_one_by_one() -> None:
    model = resolve_text('model m\nuse "dark.zmodel" { except chi }', FILES)
    assert [r.monomial.text for r in model.requirements if r.monomial] == ["eta eta"]
    assert [value.name for value in model.points[0].values] == ["v_phi", "m2"]
    assert model.rotations == ()


def test_a_misspelt_exception() -> None:
    _, (found,) = try_resolve("model m\nuse sm { except Hh }")
    assert (found.code, found.hints) == ("Z110", ("did you mean `H`?",))


def test_the_library_file_is_used_as_in_the_language() -> None:
    model = resolve_text("model m\nuse sm { except H }")
    assert [field.name for field in model.fields] == ["Q", "U", "D", "L", "E"]
    assert model.couplings == ()
    assert [parameter.name for parameter in model.parameters] == []


# ------------------------------------------------------------------ files in files
def test_a_file_that_is_reached_twice_counts_once() -> None:
    files = {"a.zmodel": "use sm\nscalar a", "b.zmodel": "use sm\nscalar b"}
    model = resolve_text('model m\nuse "a.zmodel"\nuse "b.zmodel"\nuse sm', files)
    assert [field.name for field in model.fields] == ["Q", "U", "D", "L", "E", "H", "a", "b"]


@pytest.mark.parametrize(
    ("files", "place"),
    [
        ({"a.zmodel": 'use "a.zmodel"'}, 'use "a.zmodel"'),
        ({"a.zmodel": 'use "b.zmodel"', "b.zmodel": 'use "a.zmodel"'}, 'use "a.zmodel"'),
        ({"a.zmodel": 'use "test.zmodel"', "test.zmodel": ""}, 'use "test.zmodel"'),
    ],
)
def test_circles(files: Mapping[str, str], place: str) -> None:
    _, (found,) = try_resolve('model m\nuse "a.zmodel"', files)
    assert found.span is not None
    assert (found.code, found.message, found.span.text) == ("Z118", "files use each other in a circle", place)
    assert found.label.startswith("test.zmodel -> a.zmodel")


def test_a_long_chain_of_files() -> None:
    files = {f"{n}.zmodel": f'use "{n + 1}.zmodel"' for n in range(DEFAULT.use_depth + 5)}
    assert [code for code, _ in mistakes('model m\nuse "0.zmodel"', files)] == ["Z118"]


def test_many_ways_to_the_same_file() -> None:
    files = {
        f"{n}.zmodel": f'use "{n + 1}.zmodel"\nuse "{n + 1}.zmodel"\nscalar s{n}' for n in range(DEFAULT.use_depth - 2)
    }
    files[f"{DEFAULT.use_depth - 2}.zmodel"] = "scalar last"
    with patience():
        model = resolve_text('model m\nuse "0.zmodel"', files)
    assert len(model.fields) == DEFAULT.use_depth - 1


def test_a_long_chain_of_exceptions() -> None:
    chain = "".join(f"let x{n} = x{n + 1}\n" for n in reversed(range(450)))
    files = {"a.zmodel": "param x450\n" + chain + "scalar s vev x0"}
    with patience():
        assert names('model m\nuse "a.zmodel" { except x450 }', files) == set()


def test_a_used_file_with_a_syntax_error() -> None:
    _, (found,) = try_resolve('model m\nuse "a.zmodel"\nyukawa Y = bar(Q) H D', {"a.zmodel": "gauge X U(1)"})
    assert found.span is not None
    assert (found.code, found.span.file.name, found.span.text) == ("Z101", "a.zmodel", "U")


def test_only_the_missing_file_is_reported() -> None:
    assert mistakes('model m\nuse "b.zmodel"\nyukawa Y = bar(Q) H D') == [("Z119", 'use "b.zmodel"')]


def test_mistakes_in_used_files_name_them() -> None:
    _, (found,) = try_resolve('model m\nuse "a.zmodel"', {"a.zmodel": "scalar s (Z: 1)"})
    assert found.span is not None
    assert (found.code, found.span.file.name) == ("Z110", "a.zmodel")


def test_library_files_use_no_paths() -> None:
    from zmodel import resources
    from zmodel.model.library import library_names
    from zmodel.syntax import ast

    for name in library_names():
        tree = parse_text(resources.read_text("model_files", "lib", f"{name}.zmodel"))
        assert not any(isinstance(node, ast.UseStatement) and node.is_path for node in tree.statements)


def test_names_of_a_used_file_are_taken() -> None:
    assert mistakes(SM + "scalar H") == [("Z111", "H")]
