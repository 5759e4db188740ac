"""How subgroups of the gauge group are spelled: blocks, diagonal generators, standard generators."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import isqrt

from zmodel.algebra import Ring
from zmodel.emit.formula import Formula, latex_escape, polynomial_formula
from zmodel.emit.report import Cell
from zmodel.groups import Block, SimpleSubgroup, Subgroup, cartan_coefficients

_NUMBERS = Ring(())


def embedding(subgroup: Subgroup, sizes: Mapping[str, int]) -> Formula:
    """As it is written in a `breaking`; `sizes` has n of each SU(n), and 1 for each U(1)."""
    if isinstance(subgroup, SimpleSubgroup):
        return signed_sum((Fraction(1), _block(block, sizes)) for block in subgroup.blocks)
    return signed_sum(
        [
            *((Fraction(1), _diagonal(group, values)) for group, values in subgroup.diagonals),
            *((charge, Formula(group, group_name(group))) for group, charge in subgroup.charges),
        ]
    )


def _block(block: Block, sizes: Mapping[str, int]) -> Formula:
    text, latex = block.group, group_name(block.group)
    first, *_, last = (index + 1 for index in block.indices)
    if block.indices != tuple(range(sizes[block.group])):
        ascending = block.indices == tuple(range(first - 1, last))
        numbers = f"{first}..{last}" if ascending else ",".join(str(index + 1) for index in block.indices)
        text, latex = f"{text}[{numbers}]", f"{latex}[{numbers}]"
    return Formula(f"cc({text})", rf"\overline{{{latex}}}") if block.conjugated else Formula(text, latex)


def _diagonal(group: str, values: Sequence[Fraction]) -> Formula:
    entries = [number_formula(value) for value in values]
    text = ", ".join(entry.text for entry in entries)
    latex = ", ".join(entry.latex for entry in entries)
    return Formula(f"{group} diag({text})", rf"\operatorname{{diag}}_{{{group_name(group)}}}({latex})")


def standard_form(subgroup: Subgroup) -> Cell:
    """A U(1) in the standard generators of the SU(n)s."""
    if isinstance(subgroup, SimpleSubgroup):
        return ""
    terms = [
        (Fraction(1 if value > 0 else -1), _standard_term(abs(value), number, group))
        for group, values in subgroup.diagonals
        for number, value in cartan_coefficients(values).items()
    ]
    return signed_sum([*terms, *((charge, Formula(group, group_name(group))) for group, charge in subgroup.charges)])


def _standard_term(value: Fraction, number: int, group: str) -> Formula:
    """A generator T^(k^2-1) with its coefficient, which is positive."""
    factor, generator = standard_coefficient(value, number), f"T^{{{number}}}_{{{group_name(group)}}}"
    if factor.text == "1":
        return Formula(f"T{number}[{group}]", generator)
    return Formula(f"{factor.text} T{number}[{group}]", f"{factor.latex} {generator}")


def standard_coefficient(value: Fraction, number: int) -> Formula:
    """The coefficient of T^(k^2-1), number = k^2 - 1: value * sqrt(2/(k (k-1))), as p sqrt(r)/q."""
    factor, radicand = _simplified_root(value, Fraction(2, isqrt(number + 1) * (isqrt(number + 1) - 1)))
    top, bottom = factor.numerator, factor.denominator
    if radicand == 1:
        return number_formula(factor)
    sign = {1: "", -1: "-"}.get(top, f"{top} ")
    text, latex = f"{sign}sqrt({radicand})", rf"{sign}\sqrt{{{radicand}}}"
    return Formula(text, latex) if bottom == 1 else Formula(f"{text}/{bottom}", rf"\tfrac{{{latex}}}{{{bottom}}}")


def _simplified_root(value: Fraction, square: Fraction) -> tuple[Fraction, int]:
    """The product value * sqrt(square) as a rational number times the root of a squarefree integer."""
    radicand, factor, divisor = square.numerator * square.denominator, value / square.denominator, 2
    while divisor**2 <= radicand:
        if radicand % divisor**2:
            divisor += 1
        else:
            radicand //= divisor**2
            factor *= divisor
    return factor, radicand


# ------------------------------------------------------------------ sums and names
def number_formula(value: Fraction) -> Formula:
    """A rational number."""
    return polynomial_formula(_NUMBERS, _NUMBERS.constant(value))


def group_name(name: str) -> str:
    """The name of a group in LaTeX."""
    return rf"\mathrm{{{latex_escape(name)}}}"


def signed_sum(terms: Iterable[tuple[Fraction, Formula]]) -> Formula:
    """A sum with rational coefficients."""
    text = latex = ""
    for value, formula in terms:
        size = number_formula(abs(value))
        sign = ("-" if value < 0 else "") if not text else (" - " if value < 0 else " + ")
        one = abs(value) == 1
        text += sign + (formula.text if one else f"{size.text} {formula.text}")
        latex += sign + (formula.latex if one else f"{size.latex} {formula.latex}")
    return Formula(text or "0", latex or "0")
