"""Figures in one style, drawn with matplotlib from the extra `plot`: PDF, SVG or PNG, the same bytes every time."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

from zmodel.workshop import put_in_place

FORMS = (".pdf", ".svg", ".png")

PALETTE = (
    "#0072b2",
    "#d55e00",
    "#009e73",
    "#cc79a7",
    "#e69f00",
    "#56b4e9",
    "#000000",
    "#882255",
    "#117733",
    "#332288",
    "#999933",
    "#aa4499",
    "#44aa99",
    "#661100",
    "#6699cc",
    "#888888",
    "#b5a642",
    "#ee7788",
)
"""Colours that the colour-blind tell apart: Okabe and Ito's, then Tol's; of so many some are alike to anybody."""

_STYLE = {
    "axes.linewidth": 0.6,
    "axes.titlesize": 10,
    "font.family": "STIXGeneral",
    "font.size": 9,
    "legend.fontsize": 8,
    "legend.frameon": False,
    "mathtext.fontset": "stix",
    "pdf.fonttype": 42,
    "svg.hashsalt": "zmodel",
    "xtick.direction": "in",
    "xtick.top": True,
    "ytick.direction": "in",
    "ytick.right": True,
}

# Neither when a figure was made nor with which version.
_METADATA: dict[str, dict[str, None]] = {
    ".pdf": {"CreationDate": None, "Creator": None, "Producer": None},
    ".svg": {"Date": None, "Creator": None},
    ".png": {"Software": None},
}


class MissingExtraError(RuntimeError):
    """matplotlib is not installed."""


def draw(path: Path, width: float, height: float, paint: Callable[[Any], None]) -> None:
    """Draws a figure and puts it in place; an old file stays whole until then.

    Args:
        path: of the figure; its ending says the format.
        width: in inches.
        height: in inches.
        paint: is given the figure, and adds what is to be seen.

    Raises:
        ValueError: if there is no such format.
        MissingExtraError: without matplotlib.
        OSError: if the file cannot be written.
    """
    form = path.suffix.lower()
    if form not in FORMS:
        raise ValueError(f"{path} must end in {', '.join(FORMS[:-1])} or {FORMS[-1]}")
    put_in_place(path, figure_bytes(form, width, height, paint))


def figure_bytes(
    form: str, width: float, height: float, paint: Callable[[Any], None], dots_per_inch: int = 300
) -> bytes:
    """The content of a file with a figure.

    Args:
        form: one of `FORMS`.
        width: in inches.
        height: in inches.
        paint: is given the figure, and adds what is to be seen.
        dots_per_inch: of a `.png`.

    Raises:
        MissingExtraError: without matplotlib.
    """
    matplotlib, figure_class = _load()
    content = io.BytesIO()
    # Settings of the user would change the figure, and pyplot would keep state and might open windows. What matplotlib
    # warns of is seen in the figure, such as letters that its fonts do not have.
    with matplotlib.rc_context(), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(_STYLE)
        figure = figure_class(figsize=(width, height), layout="constrained")
        paint(figure)
        figure.savefig(content, format=form[1:], metadata=_METADATA[form], dpi=dots_per_inch)
    return content.getvalue()


def mathematics(formula: str) -> str:
    """A formula of TeX as matplotlib takes it; what it cannot read stays as it is written."""
    matplotlib, _ = _load()
    from matplotlib.mathtext import MathTextParser

    text = f"${formula}$"
    with matplotlib.rc_context({"mathtext.fontset": "stix"}):
        try:
            MathTextParser("path").parse(text)
        except ValueError:
            return plain(formula)
    return text


def plain(text: str) -> str:
    """Text that matplotlib shows as it is, in one line; control characters are dropped, which no SVG may have."""
    shown = "".join(filter(str.isprintable, " ".join(text.split())))
    return shown.replace("$", r"\$")


def _load() -> tuple[Any, Any]:
    try:
        import matplotlib
        from matplotlib.figure import Figure
    except ImportError as error:
        raise MissingExtraError("figures need matplotlib: pip install 'zmodel[plot]'") from error
    return matplotlib, Figure
