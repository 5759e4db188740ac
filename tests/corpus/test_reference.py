"""The models: what makes them, and their beta functions against numbers of other programs.

All of them run with ``-m long``; a third of them always.
"""

from __future__ import annotations

import json
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.corpus.evaluate import assert_close, model, path_of, plain_model
from tests.corpus.freeze import PYRATE, REFERENCE, by_oracle, value_of
from tests.corpus.generate import FOLDER, file_name, model_text
from tests.corpus.generate import NUMBERS as ALL
from tests.corpus.model_file import write_model_file
from tests.corpus.plain import kept_entries, parameters, whole_matrices
from tests.helpers.emitted import import_module

from zmodel.derive.beta.check_closure import check_closure
from zmodel.driver import Run, compile_model

ALWAYS = (2, 3, 5, 8, 10, 11, 13, 14, 16, 18, 21, 23, 30, 33, 35, 38, 39, 50, 51, 53, 54, 55)
"""All themes, forms of kinetic mixing and kinds of fields; models that take less time."""

NUMBERS = pytest.mark.parametrize(
    "number", [pytest.param(n, marks=() if n in ALWAYS else pytest.mark.long) for n in ALL]
)


@cache
def reference() -> dict[str, Any]:
    content: dict[str, Any] = json.loads(REFERENCE.read_text(encoding="utf-8"))
    return content


def frozen(number: int) -> dict[str, Any]:
    entry: dict[str, Any] = reference()["models"][file_name(number).removesuffix(".zmodel")]
    return entry


@NUMBERS
def test_beta_functions_are_those_of_another_program(number: int) -> None:
    data = frozen(number)
    values = {name: value_of(item) for name, item in data["values"].items()}
    for loop in (1, 2):
        expected = {name: value_of(item) for name, item in data["beta"][str(loop)].items()}
        assert_close(model(number).at(values, loop), expected)


@pytest.mark.parametrize("number", [pytest.param(n, marks=() if n in (12, 23, 54) else pytest.mark.long) for n in ALL])
def test_numbers_of_the_component_formulas(number: int) -> None:
    """What PyR@TE gave is what Machacek and Vaughn's formulas give in components, or what is frozen is from there."""
    first, data = model(number).analysis, frozen(number)
    plain = plain_model(number).analysis
    values = {name: value_of(item) for name, item in data["values"].items()}
    found = by_oracle(plain, write_model_file(plain), whole_matrices(first, values))
    for loop in (1, 2):
        expected = {name: value_of(item) for name, item in data["beta"][str(loop)].items()}
        assert_close(kept_entries(first, found[loop]), expected)


@NUMBERS
def test_beta_functions_close(number: int) -> None:
    """The files have every coupling that running generates, as both other programs find, too; those know no tadpoles.

    These are of neutral scalars, unless they occur in pairs only.
    """
    first = model(number)
    missing = check_closure(first.analysis.model, first.analysis.couplings, first.betas)
    monomials = [legs for c in first.analysis.couplings.couplings.values() for _, legs, _ in c.monomials]
    scalars = (s for s in first.analysis.model.scalars if not s.irreps)
    neutral = {s.name for s in scalars if all(charge.is_zero() for found in s.charges.values() for charge in found)}
    odd = [name for name in sorted(neutral) if any(sum(leg.field == name for leg in legs) % 2 for legs in monomials)]
    expected = [f"the running generates `{name}`, which no coupling of the model multiplies" for name in odd]
    assert sorted(item.message for item in missing) == expected


@pytest.mark.long
@pytest.mark.parametrize("number", ALL)
def test_emitted_python_has_the_same_numbers(number: int, tmp_path: Path) -> None:
    first = model(number)
    files = compile_model(Run(first.analysis), ("python",))
    assert files is not None
    file = tmp_path / "emitted.py"
    file.write_text(files[f"{first.analysis.model.name}.py"], encoding="utf-8")
    data = frozen(number)
    values = {name: value_of(item) for name, item in data["values"].items()}
    numbers = {name: float(Fraction(number)) for name, number in parameters(first.text).items()}
    terms = import_module(file).beta_terms(values | numbers)
    for loop in (1, 2):
        expected = {name: value_of(item) for name, item in data["beta"][str(loop)].items()}
        assert_close(terms[loop], expected)


@pytest.mark.parametrize(
    "number", [pytest.param(n, marks=() if n in (1, 22, 34, 55) else pytest.mark.long) for n in ALL]
)
def test_files_are_what_the_generator_makes(number: int) -> None:
    assert path_of(number).read_text(encoding="utf-8") == model_text(number)


def test_the_corpus_is_complete_and_various() -> None:
    """Every file has a reference, nearly all of them of a program that is not ours."""
    paths = sorted(FOLDER.glob("*.zmodel"))
    assert [path.name for path in paths] == sorted(map(file_name, ALL))
    models = reference()["models"]
    assert sorted(models) == [path.stem for path in paths]
    assert sum(entry["program"] == PYRATE for entry in models.values()) >= 54
    texts = [path.read_text(encoding="utf-8") for path in paths]
    for form in ("eta", "epsilon", "epsilon_plus", "dark_epsilon", "triangular"):
        assert any(f"mixing {form} (" in text for text in texts), form
    words = ("SU2L: 3", "SU3c: 3, ", "SU3c: 8", "SU2R: ", " real", "gauge Z", "[1/2, 0]", "bar(cc(", "chain")
    exotic = ("SU3c: 6", "SU2L: 4", "SU4: 15", "SU5: 10", "param a, b", "keep (1,1)")
    for word in (*words, *exotic):
        assert any(word in text for text in texts), word


def test_numbers_are_read_as_they_are_written() -> None:
    numbers = reference()["models"]["33_majorana"]["values"]
    assert isinstance(value_of(numbers["g1"]), float)
    assert np.shape(value_of(numbers["Y5"])) == (3, 3)
