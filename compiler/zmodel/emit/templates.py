"""Renders a template with one view object; templates place strings and decide nothing."""

from __future__ import annotations

from functools import lru_cache

from jinja2 import Environment, FunctionLoader, StrictUndefined

from zmodel import resources


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=FunctionLoader(lambda name: resources.read_text("templates", *name.split("/"))),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # the targets are source code; each printer escapes for its own language
    )


def render_template(name: str, view: object) -> str:
    """The text of templates/NAME with `v` set to the view."""
    return _environment().get_template(name).render(v=view)
