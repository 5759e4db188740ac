"""How results show themselves."""

from __future__ import annotations

import pytest

import zmodel
from zmodel.emit.formula import Formula
from zmodel.emit.report import Report, Table
from zmodel.notebook.diagnostics import DiagnosticsView, diagnostics_html
from zmodel.notebook.errors import ModelError, UsageError
from zmodel.notebook.results import Result

HOSTILE = "<img src=x onerror=alert(1)> & \"quotes\" 'single'"


def result() -> Result:
    rows = ((Formula("g1", "g_{1}"), "0.3"), ("lambda\nyt = (3,3)", "1"), ("g1", "0.4"))
    return Result(Report("Numbers", (Table("Couplings", ("name", "value"), rows, "a note"),), {"g1": 0.3}))


def test_rows_by_name() -> None:
    (table,) = result()["g1"].tables
    assert [row[1] for row in table.rows] == ["0.3", "0.4"]
    assert result()["lambda"].tables[0].note == "a note"
    assert result()._ipython_key_completions_() == ["g1", "lambda"]


@pytest.mark.parametrize(("name", "hint"), [("lamda", "did you mean 'lambda'"), ("Yu", "there are g1, lambda")])
def test_no_such_row(name: str, hint: str) -> None:
    with pytest.raises(UsageError, match=hint) as caught:
        result()[name]
    assert caught.value._render_traceback_() == [f"UsageError: {caught.value}"]


def test_text_and_latex() -> None:
    assert "yt = (3,3)" in repr(result())
    assert "$g_{1}$ & 0.3" in (result()._repr_latex_() or "")


def test_names_are_escaped() -> None:
    table = Table(HOSTILE, (HOSTILE,), ((HOSTILE,), (Formula(HOSTILE, r"\text{x}"),)), HOSTILE)
    html = Result(Report(HOSTILE, (table,), {}))._repr_html_()
    assert "<img" not in html
    assert "&lt;img src=x onerror=alert(1)&gt;" in html


def test_titles_of_models_are_escaped() -> None:
    html = zmodel.loads('model m "<script>alert(1)</script>"\nuse sm\n')._repr_html_()
    assert "<script" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


# ------------------------------------------------------------------ diagnostics
def broken(text: str) -> ModelError:
    with pytest.raises(ModelError) as caught:
        zmodel.loads(text, name="cell")
    return caught.value


def test_diagnostics_in_html() -> None:
    error = broken("model m\nuse sm\nyukawa Yz = bar(Q) Hh D\n")
    html = diagnostics_html(error.diagnostics)
    assert '<span style="color:#d43a3a">^^</span>' in html
    assert "cell:3:20" in html
    assert html.count("<span") == html.count("</span>")


def test_escapes_of_a_terminal_in_a_model_are_shown_not_obeyed() -> None:
    """A control character in a file can neither colour the page nor end our own marks."""
    error = broken('model m "\x1b[31m<b>"\nuse sm\nscalar \x1b[0m\n')
    html = DiagnosticsView(error.diagnostics)._repr_html_()
    assert "\x1b" not in html
    assert "<b>" not in html
    assert html.count("<span") == html.count("</span>")


def test_an_error_shows_diagnostics_in_place_of_a_traceback() -> None:
    error = broken("model m\nuse smm\n")
    drawn = "\n".join(error._render_traceback_())
    assert "\x1b[1;31merror[Z119]\x1b[0m" in drawn
    assert "^^^" in drawn
    assert ModelError(error.diagnostics, shown=True)._render_traceback_() == ["ModelError: 1 error"]


def test_nothing_to_say_is_no_html() -> None:
    assert diagnostics_html(()) == ""
