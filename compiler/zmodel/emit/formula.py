"""Derived values as formulas: plain text for terminals, LaTeX for papers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import groupby

from zmodel.algebra import Polynomial, Ring
from zmodel.algebra.flavour import Alphabet, FlavourSum
from zmodel.algebra.letters import CONJUGATED, DAGGERED, TRANSPOSED, Diagonal, Letter, Matrix, Scalar, Unit, Word

GREEK = frozenset(
    [
        "alpha",
        "beta",
        "gamma",
        "delta",
        "epsilon",
        "zeta",
        "eta",
        "theta",
        "iota",
        "kappa",
        "lambda",
        "mu",
        "nu",
        "xi",
        "pi",
        "rho",
        "sigma",
        "tau",
        "upsilon",
        "phi",
        "chi",
        "psi",
        "omega",
        "Gamma",
        "Delta",
        "Theta",
        "Lambda",
        "Xi",
        "Pi",
        "Sigma",
        "Upsilon",
        "Phi",
        "Psi",
        "Omega",
    ]
)


@dataclass(frozen=True)
class Formula:
    """One formula in two spellings."""

    text: str
    latex: str


@dataclass(frozen=True)
class FormulaList(Formula):
    """Several formulas in one place.

    Attributes:
        parts: plain text before each, which may be empty, and the formula.
        separator: between them.
    """

    parts: tuple[tuple[str, Formula], ...]
    separator: str


def formula_list(parts: Iterable[tuple[str, Formula]], separator: str) -> FormulaList:
    """Formulas side by side, such as `Q: 6; U: -3` or `0, 1, 1/3`."""
    kept = tuple(parts)
    text = separator.join(label + formula.text for label, formula in kept)
    latex = f"\\text{{{separator}}}".join(
        (f"\\text{{{latex_escape(label)}}}" if label else "") + formula.latex for label, formula in kept
    )
    return FormulaList(text, latex, kept, separator)


@dataclass(frozen=True)
class Notation:
    """How the parts of a formula are spelled.

    Attributes:
        symbol: a commuting symbol.
        power: base and exponent.
        number: a rational coefficient.
        matrix: a coupling matrix with an operation.
        diagonal: a charge matrix of (group, field).
        trace: of a printed product.
        element: of a printed product, row and column counted from 1.
        times: what stands between factors.
    """

    symbol: Callable[[str], str]
    power: Callable[[str, int], str]
    number: Callable[[Fraction], str]
    matrix: Callable[[str, int], str]
    diagonal: Callable[[str, str], str]
    trace: Callable[[str], str]
    element: Callable[[str, int, int], str]
    times: str


# ------------------------------------------------------------------ names
@cache
def latex_name(name: str) -> str:
    r"""Spells `delta_t` as `\delta_{t}`, `psiL` as `\psi_{L}`, `m_phi2` as `m_{\phi_{2}}`, `Yd[1,2]` as `Y_{d,12}`."""
    if name.endswith("^*"):
        return f"{latex_name(name[:-2])}^*"
    if name.startswith("?"):
        return latex_name(name[1:])
    entry = re.fullmatch(r"(\w+)\[(\w+(?:,\w+)*)\]", name)
    if entry:
        base = r"V^{\mathrm{CKM}}" if entry[1] == "CKM" else latex_name(entry[1])
        indices = "".join(latex_escape(index) for index in entry[2].split(","))
        # TeX allows one subscript only.
        return f"{base[:-1]},{indices}}}" if "_{" in base else f"{base}_{{{indices}}}"
    head, _, subscript = name.partition("_")
    stem = next((g for g in sorted(GREEK, key=len, reverse=True) if head.startswith(g)), "")
    rest = head[len(stem) :]
    if stem and rest and rest[0].islower():
        stem, rest = "", head
    if not stem:
        stem, rest = rest[:1], rest[1:]
        base = stem
    else:
        base = f"\\{stem}"
    subscripts = [part for part in (rest, *subscript.split("_")) if part]
    words = ",".join(map(_latex_subscript, subscripts))
    return f"{base}_{{{words}}}" if words else base


_LETTERS = re.compile(rf"({'|'.join(sorted(GREEK, key=len, reverse=True))})(\d*)|[A-Z]\d*|\d+")
"""A Greek letter, written out, or a capital one with its number; or a number."""


def _latex_subscript(part: str) -> str:
    r"""Spells `phi2` as `\phi_{2}` and `Hphi` as `H\phi`; words that are no rows of letters stay."""
    if not re.fullmatch(f"(?:{_LETTERS.pattern})+", part):
        return latex_escape(part)
    text = ""
    for found in _LETTERS.finditer(part):
        letter, number = found[1], found[2]
        word = found[0] if letter is None else f"\\{letter}_{{{number}}}" if number else f"\\{letter}"
        # A letter behind the name of a Greek one would be taken for part of it.
        text += f" {word}" if re.search(r"\\[A-Za-z]+\Z", text) and word[0].isalpha() else word
    return text


_LATEX_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
}


def latex_escape(text: str) -> str:
    """Text that LaTeX prints as it is; control characters are dropped."""
    return "".join(_LATEX_SPECIAL.get(char, char) for char in text if char.isprintable())


# ------------------------------------------------------------------ notations
_TEXT_MARKS = {CONJUGATED: "^*", TRANSPOSED: "^T", DAGGERED: "^dag"}
_LATEX_MARKS = {CONJUGATED: "^*", TRANSPOSED: "^{\\mathsf T}", DAGGERED: "^\\dagger"}


def _latex_number(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else f"\\tfrac{{{value.numerator}}}{{{value.denominator}}}"


def _latex_power(base: str, exponent: int) -> str:
    return f"{{{base}}}^{{{exponent}}}" if "^" in base and not base.endswith(")") else f"{base}^{{{exponent}}}"


def _latex_diagonal(group: str, field: str) -> str:
    base, name = latex_name(group), latex_escape(field)
    # TeX allows one subscript only.
    return f"{base[:-1]},{name}}}" if base.endswith("}") else f"{base}_{{{name}}}"


TEXT = Notation(
    symbol=lambda name: name,
    power=lambda base, exponent: f"{base}^{exponent}",
    number=str,
    matrix=lambda name, operation: name + _TEXT_MARKS.get(operation, ""),
    diagonal=lambda group, field: f"{group}({field})",
    trace=lambda product: f"tr({product})",
    element=lambda product, i, j: f"({product})[{i},{j}]",
    times=" ",
)

LATEX = Notation(
    symbol=latex_name,
    power=_latex_power,
    number=_latex_number,
    matrix=lambda name, operation: latex_name(name) + _LATEX_MARKS.get(operation, ""),
    diagonal=_latex_diagonal,
    trace=lambda product: f"\\operatorname{{tr}}({product})",
    element=lambda product, i, j: f"({product})_{{{i}{j}}}",
    times=" ",
)


# ------------------------------------------------------------------ printing
def number_formula(value: Fraction) -> Formula:
    """A rational number."""
    return Formula(TEXT.number(value), LATEX.number(value))


def polynomial_formula(ring: Ring, polynomial: Polynomial) -> Formula:
    """A commuting polynomial."""
    return Formula(ring.format(polynomial), _polynomial(ring, polynomial, LATEX))


def _polynomial(ring: Ring, polynomial: Polynomial, notation: Notation) -> str:
    return (
        _join((c, _symbols(powers, notation)) for c, powers in ring.terms(polynomial))
        if not polynomial.is_zero()
        else "0"
    )


def flavour_formula(value: FlavourSum) -> Formula:
    """A sum of matrix products and traces."""
    return Formula(format_flavour_sum(value, TEXT), format_flavour_sum(value, LATEX))


def format_flavour_sum(value: FlavourSum, notation: Notation) -> str:
    """Prints matrix products last: `3 tr(Yu Yu^dag) Yu - 8 g3^2 Yu`."""
    alphabet = value.alphabet
    terms = []
    for (word, scalars), coefficient in value.terms.items():
        for number, powers in alphabet.ring.terms(coefficient):
            parts = _symbols(powers, notation)
            parts += _scalars(alphabet, scalars, notation)
            if word:
                parts.append(_word(alphabet, word, notation))
            order = (-len(word), alphabet.word_order(word), tuple(alphabet.scalar_order(s) for s in scalars), powers)
            terms.append((order, number, parts))
    terms.sort(key=lambda term: term[0])
    return _join(((number, parts) for _, number, parts in terms), notation) if terms else "0"


def _symbols(powers: Iterable[tuple[str, int]], notation: Notation) -> list[str]:
    return [notation.symbol(name) if e == 1 else notation.power(notation.symbol(name), e) for name, e in powers]


def _join(terms: Iterable[tuple[Fraction, list[str]]], notation: Notation | None = None) -> str:
    number = (notation or LATEX).number
    text = ""
    for coefficient, parts in terms:
        size = abs(coefficient)
        words = [number(size), *parts] if size != 1 or not parts else parts
        body = " ".join(words)
        if not text:
            text = f"-{body}" if coefficient < 0 else body
        else:
            text += f" - {body}" if coefficient < 0 else f" + {body}"
    return text or "0"


def _scalars(alphabet: Alphabet, scalars: tuple[Scalar, ...], notation: Notation) -> list[str]:
    """Traces and elements; equal ones stand side by side and become a power."""
    parts = []
    for scalar, group in groupby(scalars):
        text, count = _scalar(alphabet, scalar, notation), len(list(group))
        parts.append(text if count == 1 else notation.power(text, count))
    return parts


def _scalar(alphabet: Alphabet, scalar: Scalar, notation: Notation) -> str:
    product = _word(alphabet, scalar.word, notation)
    if scalar.element is None:
        return notation.trace(product)
    return notation.element(product, scalar.element[0] + 1, scalar.element[1] + 1)


def _word(alphabet: Alphabet, word: Word, notation: Notation) -> str:
    return notation.times.join(_letter(alphabet.letters[number], notation) for number in word)


def _letter(letter: Letter, notation: Notation) -> str:
    match letter:
        case Matrix(name, _, _, operation):
            return notation.matrix(name, operation)
        case Unit(row, column, _, _):
            return f"E_{{{row + 1}{column + 1}}}" if notation is LATEX else f"E{row + 1}{column + 1}"
        case Diagonal(factors):
            return notation.times.join(
                notation.diagonal(*charge) if power == 1 else notation.power(notation.diagonal(*charge), power)
                for charge, power in factors
            )
