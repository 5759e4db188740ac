"""Figures of matplotlib as part of a page."""

from __future__ import annotations

import re

from zmodel.emit.html.escape import escape

_ID = re.compile(r'(\bid="|href="#|url\(#)')
_SVG = re.compile(r"<svg\b.*</svg>", re.DOTALL)
# Rules for every element of a document; those of the page do the same for its figures.
_LEFT_OUT = re.compile(r"<metadata>.*?</metadata>|<defs>\s*<style[^>]*>[^<]*</style>\s*</defs>", re.DOTALL)


def figure_html(svg: bytes, name: str, words: str) -> str:
    """A figure with a caption.

    Args:
        svg: a file of matplotlib's.
        name: what its ids begin with, so that they meet no others of the page.
        words: what it shows.

    Raises:
        ValueError: if the file is no SVG.
    """
    match = _SVG.search(svg.decode())
    if match is None:
        raise ValueError("not an SVG")
    drawing = _ID.sub(lambda found: found[1] + escape(name) + "-", _LEFT_OUT.sub("", match[0]))
    drawing = drawing.replace("<svg ", f'<svg role="img" aria-label="{escape(words)}" ', 1)
    return f"<figure>{drawing}<figcaption>{escape(words)}</figcaption></figure>"
