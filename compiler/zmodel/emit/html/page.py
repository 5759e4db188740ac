"""A page of its own: sections under a table of contents, with style and script inside and nothing from outside."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass

from zmodel import resources
from zmodel.emit.html.escape import escape
from zmodel.emit.html.tables import style
from zmodel.emit.templates import render_template


@dataclass(frozen=True)
class Section:
    """A section of a page.

    Attributes:
        anchor: its id.
        title: plain text.
        body: HTML.
        count: of messages in it, to be seen in the table of contents.
    """

    anchor: str
    title: str
    body: str
    count: int = 0


@dataclass(frozen=True)
class SectionView:
    """The same, ready to be placed; `remark` stands behind the title in the table of contents."""

    anchor: str
    title: str
    body: str
    remark: str


@dataclass(frozen=True)
class PageView:
    """What the template places: all of it is HTML."""

    policy: str
    version: str
    title: str
    summary: str
    style: str
    script: str
    sections: tuple[SectionView, ...]
    conventions: str


def page_html(title: str, summary: str, sections: tuple[Section, ...], version: str, conventions: str) -> str:
    """The page, UTF-8 when written.

    Args:
        title: plain text.
        summary: plain text below it.
        sections: in order.
        version: of the compiler.
        conventions: plain text below all sections.
    """
    script = resources.read_text("templates", "html", "page.js")
    view = PageView(
        policy=_policy(script),
        version=escape(version),
        title=escape(title),
        summary=escape(summary),
        style=style() + resources.read_text("templates", "html", "page.css"),
        script=script,
        sections=tuple(map(_view, sections)),
        conventions=escape(conventions),
    )
    return render_template("html/page.html.jinja", view)


def _view(section: Section) -> SectionView:
    plural = "" if section.count == 1 else "s"
    remark = f' <span class="count">{section.count} message{plural}</span>' if section.count else ""
    return SectionView(escape(section.anchor), escape(section.title), section.body, remark)


def _policy(script: str) -> str:
    """Nothing is fetched, and no script runs but the page's own, whatever a model file holds."""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; "
        "base-uri 'none'; form-action 'none'"
    )
