"""`zmodel explain`: text, data, and codes that do not exist."""

from __future__ import annotations

import json
import re

import pytest
from tests.helpers.command import Command

from zmodel.cli import explain, output
from zmodel.cli.output import print_diagnostics
from zmodel.diagnostics import CODES, Diagnostic
from zmodel.diagnostics.explanation import explanation


def test_text_has_everything_that_the_page_has(zmodel: Command) -> None:
    outcome = zmodel("explain", "Z203")
    found = explanation("Z203")
    assert outcome.status == 0 and outcome.err == ""
    assert outcome.out.startswith("error[Z203]: term violates a U(1)\n")
    assert found.entry.explanation in " ".join(outcome.out.split())
    for example in (found.wrong, found.right):
        for _, content in example.files:
            assert "\n".join(f"    {line}" for line in content.splitlines()) in outcome.out
        assert all(f"  $ {command}\n" in outcome.out for command in example.commands)
    assert "    error[Z203]: Yu violates Y\n" in outcome.out
    assert outcome.out.index("Wrong") < outcome.out.index("bar(Q) H U") < outcome.out.index("Right")


@pytest.mark.parametrize("code", CODES)
def test_plain_text_has_no_colours_and_no_blanks_at_line_ends(code: str, zmodel: Command) -> None:
    outcome = zmodel("explain", code.lower())
    assert outcome.status == 0
    assert "\x1b" not in outcome.out
    assert not re.search(r"[ \t]$", outcome.out, re.MULTILINE)


def test_data(zmodel: Command) -> None:
    data = json.loads(zmodel("explain", "Z118", "--json").out)
    assert (data["code"], data["severity"], data["title"]) == ("Z118", "error", CODES["Z118"].title)
    assert sorted(data["wrong"]["files"]) == ["dark.zmodel", "model.zmodel"]
    assert data["wrong"]["commands"] == ["zmodel check model.zmodel"]
    assert data["wrong"]["message"].startswith("error[Z118]")
    assert data["right"]["message"] == "" and data["diagnostics"] == []


def test_all_codes(zmodel: Command) -> None:
    lines = zmodel("explain").out.splitlines()
    assert [line.split()[0] for line in lines] == list(CODES)
    assert all(line.endswith(code.title) for line, code in zip(lines, CODES.values(), strict=True))
    data = json.loads(zmodel("explain", "--json").out)
    assert [entry["code"] for entry in data["codes"]] == list(CODES)


@pytest.mark.parametrize(("code", "hint"), [("Z2O3", "Z203"), ("203", "Z203"), ("../Z203", "Z203"), ("no", "lists")])
def test_unknown_codes(code: str, hint: str, zmodel: Command) -> None:
    outcome = zmodel("explain", code)
    assert outcome.status == 2 and outcome.out == ""
    assert f"there is no diagnostic {code}" in outcome.err and hint in outcome.err


def test_colours_on_a_terminal(zmodel: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    outcome = zmodel("explain", "Z501")
    assert "\x1b[1;33mwarning[Z501]" in outcome.out
    assert re.search(r"\x1b\[[0-9;]+mparam\x1b\[0m", outcome.out)


def test_only_a_terminal_is_told_where_to_read_more(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = [Diagnostic("Z001", "cannot read a"), Diagnostic("Z001", "cannot read b")]
    print_diagnostics(found)
    assert "explain" not in capsys.readouterr().err
    monkeypatch.setattr(output, "on_terminal", lambda stream: True)
    print_diagnostics(found)
    assert capsys.readouterr().err.endswith("`zmodel explain Z001` tells more, with examples\n")
    print_diagnostics([*found, Diagnostic("Z002", "not UTF-8")])
    assert capsys.readouterr().err.endswith("`zmodel explain CODE` tells more, with examples\n")


def test_prose_is_wrapped_to_the_terminal(monkeypatch: pytest.MonkeyPatch, zmodel: Command) -> None:
    monkeypatch.setattr(explain, "_console_width", lambda: 50)
    prose = zmodel("explain", "Z416").out.split("Wrong")[0]
    assert max(map(len, prose.splitlines())) <= 50
