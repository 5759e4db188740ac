"""The table of codes keeps its own rules."""

import re

import pytest

from zmodel.diagnostics import CODES, Code
from zmodel.diagnostics.codes import _by_code


def test_codes_are_in_order() -> None:
    assert list(CODES) == sorted(CODES)


def test_a_code_stands_once() -> None:
    with pytest.raises(ValueError, match="Z001 stands twice"):
        _by_code([CODES["Z001"], CODES["Z002"], CODES["Z001"]])


def test_the_table_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        CODES["Z999"] = CODES["Z001"]  # type: ignore[index]


@pytest.mark.parametrize("code", CODES.values(), ids=CODES.keys())
def test_every_entry_is_complete(code: Code) -> None:
    assert re.fullmatch(r"Z\d{3}", code.code)
    assert CODES[code.code] is code
    assert code.title
    assert not code.title.endswith(".")


@pytest.mark.parametrize("code", CODES.values(), ids=CODES.keys())
def test_every_explanation_is_one_to_three_sentences(code: Code) -> None:
    assert code.explanation.endswith(".")
    assert "  " not in code.explanation
    assert 1 <= len(re.findall(r"\.(?= [A-Z`]|$)", code.explanation)) <= 3


def test_warnings_are_the_five_hundreds() -> None:
    warnings = {code.code for code in CODES.values() if code.severity == "warning"}
    assert warnings == {code for code in CODES if code.startswith("Z5")}
