"""The language reference agrees with the compiler: its examples, its limits and its table of codes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.conftest import Golden
from tests.helpers.resolving import mistakes, parse_text, resolve_text

from zmodel.diagnostics import CODES, Code
from zmodel.model import (
    charges,
    context,
    expression,
    expressions,
    fields,
    gauge,
    imports,
    parameters,
    statements,
    terms,
)
from zmodel.model.model import DOMAINS, MIXING_FORMS
from zmodel.model.scan import axes, parse_scan, questions, reading
from zmodel.model.scan.parse import KEYS
from zmodel.source import SourceFile
from zmodel.syntax import lexing, parser

REFERENCE = Path(__file__).parent.parent.parent / "grammar" / "README.md"
TEXT = REFERENCE.read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```zmodel\n(.*?)```", TEXT, re.DOTALL)
SCANS = re.findall(r"```toml\n(.*?)```", TEXT, re.DOTALL)

LIMITS = {
    "characters of a file": parser.MAX_FILE_SIZE,
    "words and symbols of a file": lexing.MAX_TOKENS,
    "brackets inside each other": lexing.MAX_NESTING,
    "characters of a name": lexing.MAX_NAME_LENGTH,
    "characters of a text in quotes": lexing.MAX_STRING_LENGTH,
    "digits of a number": lexing.MAX_DIGITS,
    "decimal exponent of a number": lexing.MAX_DECIMAL_EXPONENT,
    "exponent of a power": expression.MAX_EXPONENT,
    "exponent of a power in a charge": charges.MAX_EXPONENT,
    "terms of a charge": charges.MAX_TERMS,
    "numbers and names of an expression, with each `let` put in": expressions.MAX_SIZE,
    "levels of an expression, with each `let` put in": expressions.MAX_DEPTH,
    "files that use one another in a row": imports.MAX_DEPTH,
    "N of SU(N)": gauge.MAX_SU_N,
    "components of a field": fields.MAX_COMPONENTS,
    "generations of a field": parameters.MAX_GENERATIONS,
    "fields of a term": terms.MAX_LEGS,
    "parameters and unknowns of charges": parameters.MAX_RING_SYMBOLS,
    **{f"{kind}s of a model": number for kind, number in context.MAX_DECLARED.items() if kind != "parameter"},
    "charge in a search": statements.MAX_SEARCH,
    "errors, and warnings, that are shown": context.MAX_REPORTED,
    "characters of a scan file": reading.MAX_FILE_SIZE,
    "points of a scan": axes.MAX_POINTS,
    "numbers that vary in a scan": axes.MAX_AXES,
    "columns of a scan": questions.MAX_COLUMNS,
    "classes of a scan": questions.MAX_CLASSES,
}


def limits() -> str:
    rows = "".join(f"| {name} | {number:,} |\n" for name, number in LIMITS.items())
    return f"| at most | |\n|---|---|\n{rows}"


def diagnostics() -> str:
    return "| code | what it means |\n|---|---|\n" + "".join(map(row, CODES.values()))


def row(code: Code) -> str:
    kind = "" if code.severity == "error" else f" ({code.severity})"
    cells = (f"[{code.code}](codes/{code.code}.md)", f"**{code.title}**{kind}. {code.explanation}")
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


def with_tables(text: str) -> str:
    """The reference with its generated parts written anew."""
    for name, table in (("limits", limits()), ("diagnostics", diagnostics())):
        pattern = rf"(<!-- {name}: [^\n]*-->\n).*?(<!-- end -->)"
        text, count = re.subn(pattern, lambda match, table=table: match[1] + table + match[2], text, flags=re.DOTALL)
        assert count == 1
    return text


def test_tables_are_up_to_date(golden: Golden) -> None:
    golden(REFERENCE, with_tables(TEXT))


@pytest.mark.parametrize("code", CODES.values(), ids=CODES.keys())
def test_every_code_is_there_with_its_title(code: Code) -> None:
    assert f"| [{code.code}](codes/{code.code}.md) | **{code.title}**" in TEXT


def test_no_other_code_is_there() -> None:
    assert set(re.findall(r"\bZ\d{3}\b", TEXT)) == set(CODES)


@pytest.mark.parametrize("example", EXAMPLES, ids=range(len(EXAMPLES)))
def test_examples_can_be_parsed(example: str) -> None:
    assert parse_text(example).statements


@pytest.mark.parametrize("example", SCANS, ids=range(len(SCANS)))
def test_scan_files_fit_the_first_example(example: str) -> None:
    scan, diagnostics = parse_scan(SourceFile("scan.toml", example), resolve_text(EXAMPLES[0]))
    assert scan is not None, diagnostics


def test_every_key_of_scan_files_is_told() -> None:
    section = TEXT.split("## Scan files")[1].split("\n## ")[0]
    for key in KEYS:
        assert f"`{key}" in section or f"`[{key}]`" in section, key


def test_every_statement_has_an_example() -> None:
    shown = {statement.span.text.split()[0] for example in EXAMPLES for statement in parse_text(example).statements}
    assert shown == set(parser.STATEMENTS)


def test_the_first_example_is_a_model() -> None:
    assert mistakes(EXAMPLES[0]) == []


def test_every_function_unit_and_form_is_named() -> None:
    for name in (*expression.FUNCTIONS, *expression.GEV, *MIXING_FORMS, *DOMAINS, *statements.PREDICATES):
        assert re.search(rf"\b{name}\b", TEXT), name
