"""Templates place the fields of their view and nothing else."""

from __future__ import annotations

import dataclasses

import pytest
from jinja2 import Environment, meta, nodes

from zmodel import resources
from zmodel.emit.bundle import MakefileView, SummaryView
from zmodel.emit.c.source import SourceView
from zmodel.emit.html.page import PageView
from zmodel.emit.names import C_FUNCTIONS
from zmodel.emit.pyrate.model_file import PyrateView
from zmodel.emit.python.masses import MassesView
from zmodel.emit.python.module import ModuleView

VIEWS = {
    ("python/module.py.jinja",): ModuleView,
    ("python/masses.py.jinja",): MassesView,
    ("c/header.h.jinja", "c/source.c.jinja"): SourceView,
    ("make/Makefile.jinja",): MakefileView,
    ("latex/summary.tex.jinja",): SummaryView,
    ("html/page.html.jinja",): PageView,
    ("pyrate/model.model.jinja",): PyrateView,
}


@pytest.mark.parametrize(("templates", "view"), VIEWS.items(), ids=lambda item: str(item))
def test_variables_are_the_fields_of_the_view(templates: tuple[str, ...], view: type) -> None:
    environment = Environment()
    used: set[str] = set()
    for name in templates:
        tree = environment.parse(resources.read_text("templates", *name.split("/")))
        assert meta.find_undeclared_variables(tree) == {"v"}
        used |= {
            node.attr
            for node in tree.find_all(nodes.Getattr)
            if isinstance(node.node, nodes.Name) and node.node.name == "v"
        }
    assert used == {field.name for field in dataclasses.fields(view)}


def test_functions_of_matrices_are_those_that_the_emitter_knows() -> None:
    """They are text without variables, one file per function."""
    assert set(resources.list_names("templates", "c", "matrix")) == {f"{name}.c.jinja" for name in C_FUNCTIONS}
    for name in C_FUNCTIONS:
        text = resources.read_text("templates", "c", "matrix", f"{name}.c.jinja")
        assert not meta.find_undeclared_variables(Environment().parse(text))
        assert f" {name}(" in text


def test_every_template_has_a_view() -> None:
    known = {name for names in VIEWS for name in names} | {"c/matrix"}
    found = {
        f"{folder}/{name}"
        for folder in ("python", "c", "make", "latex", "html", "pyrate")
        for name in resources.list_names("templates", folder)
        if not name.endswith((".css", ".js"))
    }
    assert found == known
