"""Formulas in MathML."""

from __future__ import annotations

import html
import re
from functools import cache, lru_cache
from itertools import accumulate
from xml.etree.ElementTree import tostring

from zmodel.emit.formula import Formula
from zmodel.emit.html.escape import escape

# A command with its name, or one character; what opens or closes a group is told apart below.
_TOKEN = re.compile(r"\\left|\\right|\\begin|\\end|\\[A-Za-z]+|\\.|.", re.DOTALL)
_DEEPER = {"{", "(", "[", "\\left", "\\begin"}
_HIGHER = {"}", ")", "]", "\\right", "\\end"}


def formula_html(formula: Formula, fold: int = 0, before: str = "", after: str = "") -> str:
    """A formula in MathML, each term of a sum in an element of its own: browsers break lines between elements only.

    What is no proper LaTeX is shown as text.

    Args:
        formula: what is shown.
        fold: characters of LaTeX beyond which all but the first terms are folded away; 0 folds nothing.
        before: plain text in front of it, on this side of the fold.
        after: plain text behind it.
    """
    terms = terms_of(formula.latex)
    shown = _first_terms(terms, fold)
    try:
        drawn = [_mathml(term, number > 0) for number, term in enumerate(terms)]
    except _unreadable():
        drawn = []
    if not drawn:
        return escape(before + formula.text + after)
    if shown == len(terms):
        return escape(before) + " ".join(drawn) + escape(after)
    more = f'<span class="more">+ {len(terms) - shown} more terms</span>'
    first, others = " ".join(drawn[:shown]), " ".join(drawn[shown:])
    return f'<details class="long"><summary>{escape(before)}{first} {more}</summary>{others}{escape(after)}</details>'


def _first_terms(terms: list[str], fold: int) -> int:
    """How many terms stand before the fold: about half of what would need none, and never all but one."""
    if not fold or sum(map(len, terms)) <= fold:
        return len(terms)
    shown = max(1, sum(length <= fold // 2 for length in accumulate(map(len, terms))))
    return shown if shown < len(terms) - 1 else len(terms)


def terms_of(latex: str) -> list[str]:
    """The terms of a sum in LaTeX, each with its sign."""
    terms, depth, last = [""], 0, ""
    for token in _TOKEN.findall(latex):
        depth += (token in _DEEPER) - (token in _HIGHER)
        # A bracket behind \left or \right is counted once, by these.
        if last in ("\\left", "\\right"):
            depth -= (token in _DEEPER) - (token in _HIGHER)
        if depth == 0 and token in "+-" and terms[-1].strip():
            terms.append("")
        terms[-1] += token
        last = token
    return [term.strip() for term in terms if term.strip()]


@cache
def _unreadable() -> tuple[type[Exception], ...]:
    """What the library raises for wrong LaTeX; it has no common class for that."""
    from latex2mathml import exceptions

    found = (item for item in vars(exceptions).values() if isinstance(item, type))
    return tuple(item for item in found if issubclass(item, Exception))


@lru_cache(maxsize=10_000)
def _mathml(latex: str, follows: bool) -> str:
    """A term; the sign of one that follows another has space on both sides, like that of a sum."""
    from latex2mathml.converter import convert_to_element

    element = convert_to_element(latex)
    for part in element.iter():
        # The library writes symbols as entities into texts; made characters, they are escaped with all else.
        part.text = None if part.text is None else html.unescape(part.text)
    sign = element.find(".//mo")
    if follows and sign is not None:
        sign.set("form", "infix")
    return tostring(element, encoding="unicode")
