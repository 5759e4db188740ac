"""Reads charges, anomalies and requirements of a model as rows and polynomials in its unknowns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain

from zmodel.algebra import Polynomial
from zmodel.charges.elimination import Row
from zmodel.charges.problem import IntegerPolynomial, SearchError, support
from zmodel.charges.symmetry import System, direction
from zmodel.derive.requirements_verdicts import UnknownCondition
from zmodel.model import Field, Model


@dataclass(frozen=True)
class Unknowns:
    """The unknowns of one U(1), in the order of declaration.

    Attributes:
        group: name of the U(1).
        names: of all of them, and of parameters that charges depend on if these are solved for, too.
        fermionic: those that charges of fermions depend on.
    """

    group: str
    names: tuple[str, ...]
    fermionic: tuple[str, ...]

    @property
    def parameters(self) -> tuple[str, ...]:
        """Those that are parameters of the model."""
        return tuple(name for name in self.names if not name.startswith("?"))


def find_unknowns(model: Model, group: str, with_parameters: bool = False) -> Unknowns:
    """The unknowns of a group; no other group may have any.

    Args:
        model: with unknown charges `?`.
        group: name of a U(1).
        with_parameters: whether charges may depend on parameters, which then come first.

    Raises:
        SearchError: if it has none, another group has some, or charges depend on parameters.
    """
    names: set[str] = set()
    fermionic: set[str] = set()
    for field in model.fields:
        for name, charges in field.charges.items():
            used = {symbol for charge in charges for symbol in model.ring.used_symbols(charge)}
            if name != group and any(symbol.startswith("?") for symbol in used):
                raise SearchError(f"give the charge of `{field.name}` under {name}: one U(1) is searched at a time")
            known = sorted(symbol for symbol in used if not symbol.startswith("?"))
            if known and name == group and not with_parameters:
                raise SearchError(f"the charge of `{field.name}` depends on the parameter `{known[0]}`")
            names |= used if name == group else set()
            fermionic |= used if name == group and field.is_fermion else set()
    if not any(symbol.startswith("?") for symbol in names):
        raise SearchError(f"no charge under {group} is unknown")
    ordered = tuple(symbol for symbol in model.ring.symbols if symbol in names)
    return Unknowns(group, ordered, tuple(symbol for symbol in ordered if symbol in fermionic))


def linear_row(model: Model, unknowns: Unknowns, polynomial: Polynomial) -> Row:
    """A linear polynomial as its coefficients, the constant last.

    Raises:
        SearchError: if it is not linear, or depends on something else.
    """
    row = [Fraction(0)] * (len(unknowns.names) + 1)
    for coefficient, powers in model.ring.terms(polynomial):
        if not powers:
            row[-1] += coefficient
        elif len(powers) == 1 and powers[0][1] == 1 and powers[0][0] in unknowns.names:
            row[unknowns.names.index(powers[0][0])] += coefficient
        else:
            text = model.ring.format(polynomial)
            raise SearchError(f"`{text}` is not linear in the unknown charges of {unknowns.group}")
    return tuple(row)


def field_charges(model: Model, unknowns: Unknowns) -> dict[tuple[str, int], Row]:
    """The charge of each field and generation."""
    return {
        (field.name, generation): linear_row(model, unknowns, model.charge(field.name, unknowns.group, generation))
        for field in model.fields
        for generation in range(field.generations)
    }


def read_system(model: Model, unknowns: Unknowns, conditions: Iterable[UnknownCondition]) -> System:
    """Charges and conditions as rows."""
    equalities: list[Row] = []
    nonzero: list[Row] = []
    alternatives: list[tuple[Row, ...]] = []
    for condition in conditions:
        entries = [
            [linear_row(model, unknowns, value) for value in entry.conditions.values()] for entry in condition.entries
        ]
        match condition.kind:
            case "all":
                equalities += [row for rows in entries for row in rows]
            case "none":
                nonzero += [_single(rows) for rows in entries]
            case "some":
                choices = {direction(row): row for row in map(_single, entries)}
                if len(choices) == 1:
                    equalities += choices.values()
                else:
                    alternatives.append(tuple(choices.values()))
    charges = tuple(
        (identity(model, model.field(name), generation, unknowns.group), row)
        for (name, generation), row in field_charges(model, unknowns).items()
    )
    return System(charges, tuple(equalities), tuple(nonzero), tuple(alternatives))


def constrained(unknowns: Unknowns, system: System, equations: Iterable[IntegerPolynomial]) -> frozenset[int]:
    """Positions of the unknowns that some condition depends on.

    What must not vanish counts for fermions alone: charges of bosons have no bound, and can always avoid it.

    Args:
        unknowns: in the order of positions.
        system: what requirements ask.
        equations: that anomalies are.
    """
    fermionic = {i for i, name in enumerate(unknowns.names) if name in unknowns.fermionic}
    depends = [row_support(row) for row in (*system.equalities, *chain.from_iterable(system.alternatives))]
    depends += [row_support(row) & fermionic for row in system.nonzero]
    return frozenset().union(*depends, *map(support, equations))


def row_support(row: Row) -> frozenset[int]:
    """Positions of the unknowns that a row depends on."""
    return frozenset(i for i, value in enumerate(row[:-1]) if value)


def _single(rows: Sequence[Row]) -> Row:
    # Other groups have no unknowns, so an entry that is open is open under one group only.
    (row,) = rows
    return row


def identity(model: Model, field: Field, generation: int, group: str) -> str:
    """What tells a field from others besides its charge under the group."""
    irreps = sorted((name, str(irrep)) for name, irrep in field.irreps.items())
    others = sorted(
        (name, model.ring.format(charges[generation])) for name, charges in field.charges.items() if name != group
    )
    others = [(name, charge) for name, charge in others if charge != "0"]
    return repr((field.spin, field.chirality, field.is_real, irreps, others))
