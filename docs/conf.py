"""Sphinx: `sphinx-build -W -b html docs OUT` makes the documentation as a web site."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

from zmodel import __version__
from zmodel.editors.lexer import ZmodelLexer

project = "zmodel"
author = "zmodel developers"
copyright = author  # the name that Sphinx gives it
release = version = __version__

extensions = ["myst_parser"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"zmodel {release}"
html_copy_source = False
html_static_path = ["_static"]
html_css_files = ["width.css"]
html_show_sphinx = False
# Examples of what the compiler refuses are no text of the language, and yet are shown in its colours.
suppress_warnings = ["misc.highlighting_failure"]
myst_heading_anchors = 3
# Pages are read as they are in a checkout, too, so they have no other syntax of MyST's than headings and blocks.
myst_enable_extensions: list[str] = []

ROOT = Path(__file__).parent.parent
# Pages that belong to folders beside this one and are shown here.
BORROWED = {
    "language": "grammar/README.md",
    "editors": "grammar/editors/README.md",
    "architecture": "compiler/README.md",
    "models": "model_files/README.md",
    "tests": "tests/README.md",
}
LINK = re.compile(r"\[(?P<text>[^\]]*)\]\((?P<path>[^)#:\s]*)(?P<anchor>#[^)\s]*)?\)")


def read_source(app: Any, name: str, source: list[str]) -> None:
    """Takes the text of borrowed pages, and turns links between folders of the checkout into links between pages."""
    page = BORROWED.get(name, f"docs/{name}.md")
    text = (ROOT / page).read_text(encoding="utf-8") if name in BORROWED else source[0]
    text = page_of_codes() if name == "diagnostics" else text
    source[0] = LINK.sub(lambda match: link(match, ROOT / page, name), text)


def link(match: re.Match[str], page: Path, name: str) -> str:
    """One link as it reads on a page of the documentation; of what has no page here only the text is left."""
    if not match["path"]:
        return match[0]
    text, anchor = match["text"], match["anchor"] or ""
    target = (page.parent / match["path"]).resolve()
    target = target / "README.md" if target.is_dir() else target
    assert target.is_file(), f"{page.name} has a link to {match['path']}, and there is no such file"
    inside = str(target.relative_to(ROOT))
    here = os.path.relpath(".", os.path.dirname(name) or ".")
    for borrowed, path in BORROWED.items():
        if inside == path:
            return f"[{text}]({here}/{borrowed}.md{anchor})"
    if inside.startswith("grammar/codes/"):
        return f"[{text}]({here}/diagnostics.md#{slug(target)})"
    if inside.startswith("docs/"):
        return f"[{text}]({here}/{inside.removeprefix('docs/')}{anchor})"
    return text


def slug(page: Path) -> str:
    """What the heading of the page of a code is called in links."""
    heading = page.read_text(encoding="utf-8").split("\n", 1)[0].removeprefix("# ")
    return re.sub(r"[^\w-]", "", heading.lower().replace(" ", "-"))


def page_of_codes() -> str:
    """The pages of all diagnostic codes as one, with the name of each file above it."""
    pages = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "grammar" / "codes").glob("*.md"))]
    text = re.sub(r"^(?=#+ (Z\d+:|Wrong$|Right$))", "#", "\n".join(pages), flags=re.MULTILINE)
    return "# Diagnostics\n\n" + re.sub(r"^```(\w+) (\S+)$", r"`\2`:\n\n```\1", text, flags=re.MULTILINE)


def setup(app: Any) -> None:
    """Called by Sphinx."""
    app.add_lexer("zmodel", ZmodelLexer)
    app.connect("source-read", read_source)
