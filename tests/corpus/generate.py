"""Makes the model files of this folder: random groups, fields and charges, and every renormalisable term these allow.

Run as ``python -m tests.corpus.generate`` from the top of the checkout. Each number has random numbers and a theme of
its own, so that all kinds of models are among the fifty; what turns out too large is drawn again. The compiler lists
the terms that the symmetries allow, so that beta functions close; numbers come from elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.corpus.exotic import HEADS, exotic_head, exotic_tail
from tests.corpus.fermions import draw_fermions
from tests.corpus.fields import Fermion, Group, Scalar, acts, draw_groups
from tests.corpus.scalars import draw_scalar, higgs_doublet
from tests.helpers.models import compile_text

from zmodel.derive.candidates import allowed_contents
from zmodel.derive.potential.basis import derive_basis
from zmodel.derive.spelling import spell
from zmodel.source import SourceFile
from zmodel.syntax.layout import format_source

FOLDER = Path(__file__).parent
NUMBER = 50
NUMBERS = (*range(1, NUMBER + 1), *HEADS)
"""The random ones, and the exotic ones behind them."""
THEMES = ("family", "leptoquark", "dark", "majorana", "abelian")
MOST_QUARTICS = 16
MOST_MATRICES = 10
MOST_SCALARS = 30
MOST_SPINORS = 75
"""Limits on components and on couplings: a model takes a second or so at two loops."""


class TooLargeError(Exception):
    """A draft has too many terms or components, too few terms, terms with several contractions or idle groups."""


def model_text(number: int) -> str:
    """The text of a model of the corpus, in the layout of `zmodel fmt`.

    Args:
        number: one of `NUMBERS`.
    """
    draw = Random(f"corpus {number}")
    while True:
        try:
            return format_source(SourceFile("corpus.zmodel", _draft(number, draw)))
        except TooLargeError:
            continue


def file_name(number: int) -> str:
    """The name of its file."""
    return f"{number:02d}_{_theme(number)}.zmodel"


def _theme(number: int) -> str:
    return THEMES[number % len(THEMES)] if number <= NUMBER else "exotic"


def _draft(number: int, draw: Random) -> str:
    theme = _theme(number)
    if theme == "exotic":
        head = f"{_title(number, theme)}\n\n{exotic_head(number, draw)}"
        return exotic_tail(number, head + "\n" + "\n".join(_terms(head, draw)) + "\n", draw)
    groups = draw_groups(theme, draw)
    fermions = draw_fermions(theme, groups, draw)
    scalars: list[Scalar] = []
    if theme == "family" or (theme == "leptoquark" and draw.random() < 0.4):
        scalars.append(higgs_doublet(groups))
    for _ in range(draw.choice((1, 2, 2, 2, 3)) - len(scalars)):
        scalars.append(draw_scalar(theme, groups, fermions, scalars, draw))
    if sum(f.components for f in fermions) > MOST_SPINORS or sum(s.components for s in scalars) > MOST_SCALARS:
        raise TooLargeError
    if sum(s.is_singlet for s in scalars) > 1 or not all(acts(group, [*fermions, *scalars]) for group in groups):
        raise TooLargeError
    head = "\n".join(_head(number, theme, groups, fermions, scalars, draw))
    return head + "\n" + "\n".join(_terms(head, draw)) + "\n"


def _head(
    number: int, theme: str, groups: list[Group], fermions: list[Fermion], scalars: list[Scalar], draw: Random
) -> Iterator[str]:
    yield _title(number, theme)
    yield ""
    yield from (group.line for group in groups)
    abelian = [group.name for group in groups if group.n == 1]
    forms = ["eta", "epsilon", "epsilon_plus", "triangular", "triangular"]
    if {"Y", "SU2L"} <= {group.name for group in groups} and len(abelian) == 2:
        forms.append("dark_epsilon")
    form = draw.choice(forms)
    for i, first in enumerate(abelian):
        for second in abelian[i + 1 :]:
            yield f"mixing {form} ({first}, {second}) as mix{first}{second}"
    yield ""
    yield from (fermion.line for fermion in fermions)
    yield ""
    yield from (scalar.line for scalar in scalars)
    yield ""


def _title(number: int, theme: str) -> str:
    return f'model corpus_{number:02d} "Random model {number}: {theme}"'


def _terms(head: str, draw: Random) -> Iterator[str]:
    """Statements with all masses, Yukawa couplings and terms of the potential."""
    analysis = compile_text(head)
    model = analysis.model
    matrices = yukawas = 0
    for scalars, kind, letter in ((0, "mass", "M"), (1, "yukawa", "Y")):
        for content in allowed_contents(model, 2, scalars):
            spellings = [spelling for spelling in spell(model, content) if spelling.coupling.texture]
            if len(spellings) > 1:
                raise TooLargeError
            for spelling in spellings:
                matrices += 1
                yukawas += scalars
                yield f"{kind} {letter}{matrices} = {_factor(draw)}{spelling.text}"
    if yukawas < 2 or matrices > MOST_MATRICES:
        raise TooLargeError
    basis = derive_basis(model, analysis.couplings)
    quartics = [term for term in basis.missing if term.spelling.coupling.dimension == 4]
    if basis.uncounted or not 2 <= len(quartics) <= MOST_QUARTICS:
        raise TooLargeError
    yield ""
    yield "potential {"
    # The other programs know no tadpoles.
    terms = [term for term in basis.missing if term.spelling.coupling.dimension > 1]
    yield from (f"  {term.name} = {_factor(draw)}{term.term}" for term in terms)
    yield "}"


def _factor(draw: Random) -> str:
    """A number in front of a term, sometimes."""
    return draw.choice(("1/2 ", "-2/3 ", "3 ")) if draw.random() < 0.12 else ""


def main() -> None:
    """Writes all files."""
    for path in FOLDER.glob("*.zmodel"):
        path.unlink()
    for number in NUMBERS:
        (FOLDER / file_name(number)).write_text(model_text(number), encoding="utf-8")


if __name__ == "__main__":
    main()
