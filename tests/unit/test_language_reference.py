"""The language reference agrees with the compiler: its examples, its limits and its table of codes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.conftest import Golden
from tests.helpers.resolving import mistakes, parse_text, resolve_text

from zmodel import resources
from zmodel.derive import branching, contraction_choice
from zmodel.derive.beta import missing
from zmodel.derive.flavour import mass_matrix
from zmodel.diagnostics import CODES, Code
from zmodel.groups import weyl
from zmodel.limits import DEFAULT, LIMITS, option
from zmodel.model import (
    charges,
    context,
    expression,
    gauge,
    library,
    small,
    statements,
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

FIXED = {
    "characters of a name": (lexing.MAX_NAME_LENGTH, "Z104"),
    "characters of a text in quotes": (lexing.MAX_STRING_LENGTH, "Z104"),
    "N of SU(N)": (gauge.MAX_SU_N, "Z114"),
    "components of a representation": (weyl.MAX_DIMENSION, "Z114"),
    "bits of a number in a charge": (charges.MAX_COEFFICIENT_BITS, "Z104"),
    "order of a small parameter": (small.MAX_ORDER, "Z123"),
    "characters of the path of a used file": (library.MAX_PATH_LENGTH, "Z119"),
    "charge in a search": (statements.MAX_SEARCH, "Z123"),
    "errors, and warnings, that are shown": (context.MAX_REPORTED, "Z125"),
    "products of components in a term": (contraction_choice.MAX_ENTRIES, "Z104"),
    "components of all fermions in mass matrices": (mass_matrix.MAX_STATES, "Z104"),
    "components of a field times factors of its group, in a breaking": (branching.MAX_COMPONENTS, "Z104"),
    "products of fields, for what the running generates": (missing.MAX_CONTENTS, "Z407"),
    "characters of a scan file": (reading.MAX_FILE_SIZE, "Z003"),
    "points of a scan": (axes.MAX_POINTS, "Z605"),
    "numbers that vary in a scan": (axes.MAX_AXES, "Z605"),
    "columns of a scan": (questions.MAX_COLUMNS, "Z605"),
    "classes of a scan": (questions.MAX_CLASSES, "Z605"),
}
"""Limits that no option raises, with the code where there is more."""


def limits() -> str:
    rows = [
        f"| {limit.what} | {getattr(DEFAULT, name):,} | {limit.code} | `{option(name)}`, {limit.highest:,} |\n"
        for name, limit in LIMITS.items()
    ]
    rows += [f"| {name} | {number:,} | {code} | |\n" for name, (number, code) in FIXED.items()]
    return "| at most | | code | `--limit` raises it to |\n|---|---|---|---|\n" + "".join(rows)


def grammar() -> str:
    """The rules of the grammar's file; its tokens are told in words."""
    text = resources.read_text("grammar", "zmodel.lark")
    rules = re.sub(r"^// -+ ", "# ", text[text.index("\nstart:") + 1 :], flags=re.MULTILINE)
    return f"```text\n{rules.partition('# tokens')[0].strip()}\n```\n"


def diagnostics() -> str:
    return "| code | what it means |\n|---|---|\n" + "".join(map(row, CODES.values()))


def row(code: Code) -> str:
    kind = "" if code.severity == "error" else f" ({code.severity})"
    cells = (f"[{code.code}](codes/{code.code}.md)", f"**{code.title}**{kind}. {code.explanation}")
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


def with_tables(text: str) -> str:
    """The reference with its generated parts written anew."""
    for name, table in (("grammar", grammar()), ("limits", limits()), ("diagnostics", diagnostics())):
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
