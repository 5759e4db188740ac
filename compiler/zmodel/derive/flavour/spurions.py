"""How often a spurion must be inserted to open an entry that the charges forbid: Froggatt-Nielsen powers.

A spurion is an electrically neutral scalar that only U(1)s act on. With the charge sums d_g of an entry and the
charges x_g of the spurion, the entry times phi^n is invariant if d_g + n x_g = 0 under every U(1); a negative n stands
for powers of phi^*. Terms of two fermions and at most one other boson are looked at, the declared ones and those that
only spurions can open.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from zmodel.algebra import Polynomial
from zmodel.algebra.polynomial import constant_value
from zmodel.derive.candidates import Content, Factor, allowed_contents, content_of, count_contractions
from zmodel.derive.couplings import CouplingTable
from zmodel.derive.operators.counting import vanishes
from zmodel.derive.operators.writing import write_content
from zmodel.derive.unbroken import may_be_neutral
from zmodel.model import Field, Model

MAX_CONTENTS = 200_000
"""Products of fields that are looked at."""


@dataclass(frozen=True)
class Insertion:
    """What opens one entry.

    Attributes:
        indices: of the entry, from 0.
        power: number of insertions, negative for those of the conjugate; None if charges leave it open.
        ratio: numerator and denominator of the number of insertions if charges leave it open: it must be whole.
        conditions: polynomials that must vanish besides.
    """

    indices: tuple[int, ...]
    power: int | None
    ratio: tuple[Polynomial, Polynomial] | None
    conditions: tuple[Polynomial, ...]


@dataclass(frozen=True)
class SpurionTable:
    """The entries of one term that are forbidden, and what a spurion does for them.

    Attributes:
        coupling: its name, empty if nobody has declared it.
        term: as written.
        spurion: name of the scalar.
        shape: of the coupling's matrix.
        insertions: of entries that the spurion can open.
        closed: entries that no power of it opens.
    """

    coupling: str
    term: str
    spurion: str
    shape: tuple[int, ...]
    insertions: tuple[Insertion, ...]
    closed: tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class _Line:
    """A term: name of its coupling, if it has one, how it is written, and its factors in that order."""

    name: str
    term: str
    factors: Content


def spurions(model: Model) -> tuple[Field, ...]:
    """The scalars that are singlets of all simple groups and have a charge, but no electric one."""
    return tuple(
        field for field in model.scalars if not field.irreps and field.charges and may_be_neutral(model, field)
    )


def spurion_tables(model: Model, table: CouplingTable) -> tuple[SpurionTable, ...]:
    """Powers of every spurion for every term that has forbidden entries.

    Raises:
        TooManyContentsError: if there are too many products of fields to look at.
        RepresentationError: if a product of representations is too large.
    """
    if not spurions(model):
        return ()
    declared = [
        _Line(coupling.name, coupling.term, tuple(Factor(leg.field, leg.conjugated) for leg in legs))
        for coupling in table.couplings.values()
        if coupling.kind != "potential"
        for _, legs, _ in coupling.monomials
    ]
    known = {content_of(model, legs) for coupling in table.couplings.values() for _, legs, _ in coupling.monomials}
    found = [item for line in declared for spurion in spurions(model) if (item := _table(model, line, spurion))]
    for line in _undeclared(model, known):
        tables = (_table(model, line, spurion) for spurion in spurions(model))
        found += [item for item in tables if item is not None and item.insertions]
    return tuple(found)


def _undeclared(model: Model, known: set[Content]) -> Iterator[_Line]:
    """Terms that the groups admit which no spurion is charged under."""
    names = {spurion.name for spurion in spurions(model)}
    charged = {group for spurion in spurions(model) for group in spurion.charges}
    groups = [group.name for group in model.groups if group.is_abelian and group.name not in charged]
    for scalars, vectors in ((0, 0), (1, 0), (0, 1)):
        for content in allowed_contents(model, 2, scalars, vectors, groups=groups, limit=MAX_CONTENTS):
            if content not in known and not any(factor.field in names for factor in content):
                repeated = frozenset([content[0]]) if content[0] == content[1] else frozenset()
                if count_contractions(model, content) or count_contractions(model, content, repeated):
                    written = write_content(model, content)
                    yield _Line("", written.text, written.factors)


# ------------------------------------------------------------------ one term
def _table(model: Model, line: _Line, spurion: Field) -> SpurionTable | None:
    """The forbidden entries of a term; None if there are none."""
    sizes = [model.field(factor.field).generations for factor in line.factors]
    opened: list[Insertion] = []
    closed: list[tuple[int, ...]] = []
    for generations in product(*(range(size) for size in sizes)):
        sums = _charge_sums(model, line.factors, generations, spurion)
        if all(total.is_zero() for total, _ in sums) or vanishes(model, line.factors, generations):
            continue
        indices = tuple(number for number, size in zip(generations, sizes, strict=True) if size > 1)
        result = insertion(model, indices, sums)
        if result is None:
            closed.append(indices)
        else:
            opened.append(result)
    if not opened and not closed:
        return None
    shape = tuple(size for size in sizes if size > 1)
    return SpurionTable(line.name, line.term, spurion.name, shape, tuple(opened), tuple(closed))


def _charge_sums(
    model: Model, factors: Content, generations: tuple[int, ...], spurion: Field
) -> list[tuple[Polynomial, Polynomial]]:
    """Under each U(1) the charge sum of an entry and the charge of the spurion."""
    result = []
    for group in model.groups:
        if group.is_abelian:
            total = model.ring.zero
            for factor, generation in zip(factors, generations, strict=True):
                charge = model.charge(factor.field, group.name, generation)
                total += -charge if factor.conjugated else charge
            result.append((total, model.charge(spurion.name, group.name)))
    return result


def insertion(model: Model, indices: tuple[int, ...], sums: list[tuple[Polynomial, Polynomial]]) -> Insertion | None:
    """The power of a spurion that opens an entry, or None if there is none.

    Args:
        model: whose ring the polynomials are of.
        indices: of the entry.
        sums: under each U(1) the charge sum of the entry, and the charge of the spurion, which is not always zero.
    """
    conditions = [total for total, charge in sums if charge.is_zero() and not total.is_zero()]
    (first, unit), *others = [(total, charge) for total, charge in sums if not charge.is_zero()]
    conditions += [d for total, charge in others if not (d := first * charge - total * unit).is_zero()]
    if any(condition.is_constant() for condition in conditions):
        return None
    lead = [model.ring.with_positive_lead(condition) for condition in conditions]
    kept = tuple({model.ring.format(condition): condition for condition in lead}.values())
    value = _quotient(model, -first, unit)
    if value is None:
        return Insertion(indices, None, (-first, unit), kept)
    return Insertion(indices, value.numerator, None, kept) if value.denominator == 1 else None


def _quotient(model: Model, numerator: Polynomial, denominator: Polynomial) -> Fraction | None:
    """The quotient if it is a number."""
    if numerator.is_zero():
        return Fraction(0)
    top, bottom = model.ring.terms(numerator)[0], model.ring.terms(denominator)[0]
    value = top[0] / bottom[0]
    constant = constant_value(numerator - denominator * model.ring.constant(value))
    return value if constant == 0 else None
