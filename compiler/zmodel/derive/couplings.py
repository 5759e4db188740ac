"""What the charges and representations make of every declared term.

For each term: Lorentz and gauge invariance, the contraction of its indices, the texture over generations with
the condition of each entry, whether it is hermitian, and the symmetry of its flavour matrix.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import combinations
from typing import Literal

from zmodel.algebra.letters import Symmetry
from zmodel.derive.charges import Entry, charge_entries, describe_charges, flavour_axes, format_entry
from zmodel.derive.contraction import Contraction, Tensor
from zmodel.derive.contraction_choice import choose_contraction
from zmodel.derive.lorentz import check_lorentz, dimension, fermion_positions, vector_positions
from zmodel.derive.scalar_polynomial import ScalarKey, conjugate_scalar_polynomial, scalar_polynomial
from zmodel.diagnostics import Diagnostic, Edit
from zmodel.model import Leg, Model, Monomial
from zmodel.model.model import DeclaredCoupling, Kept
from zmodel.model.quantities import entry_label
from zmodel.source import Span

MAX_FIXES = 5
"""Other entries that are offered in place of one that the charges forbid."""


@dataclass(frozen=True)
class Coupling:
    """A coupling that is fit to be used.

    Attributes:
        name: of the coupling.
        kind: the statement that declared it.
        term: as written.
        dimension: mass dimension of the term's fields.
        shape: number of generations of each leg that has several, in written order.
        axes: positions of these legs.
        entries: by index tuple, () for a single number.
        is_real: the term is hermitian and its coupling real; else its conjugate is added.
        is_imaginary: the term is minus its own conjugate, so that only the imaginary part of its coupling counts.
        symmetry: of the flavour matrix, when both fermions are the same field.
        monomials: coefficient, legs and tensor of each product.
        description: how the indices are contracted.
        kept: entries that run under their own names; empty if the whole matrix runs.
        span: of the term.
    """

    name: str
    kind: Literal["yukawa", "mass", "potential"]
    term: str
    dimension: int
    shape: tuple[int, ...]
    axes: tuple[int, ...]
    entries: Mapping[tuple[int, ...], Entry]
    is_real: bool
    is_imaginary: bool
    symmetry: Symmetry
    monomials: tuple[tuple[Fraction, tuple[Leg, ...], Tensor], ...]
    description: str
    kept: tuple[Kept, ...]
    span: Span = field(compare=False, repr=False)

    @property
    def texture(self) -> tuple[tuple[int, ...], ...]:
        """Indices of the entries that charges and statistics allow."""
        return tuple(i for i, entry in self.entries.items() if entry.allowed and i not in self.vanishing)

    @property
    def vanishing(self) -> frozenset[tuple[int, ...]]:
        """Indices of the entries that are zero by statistics, whatever the charges: a diagonal or nothing."""
        if self.symmetry != "antisymmetric":
            return frozenset()
        return frozenset(i for i in self.entries if len(set(i)) <= 1)

    def signed_entry(self, indices: tuple[int, ...]) -> tuple[int, str]:
        """An entry as a sign and the name of its number: `Yd[1,2]`, or `yt` for a kept entry.

        Both triangles of a symmetric or antisymmetric matrix have the number of the upper one, or of the kept entry.

        Args:
            indices: from 0, one for each leg with several generations.

        Returns:
            The sign is 0 where charges, statistics or `keep` forbid the entry.
        """
        if not self.entries[indices].allowed or indices in self.vanishing:
            return 0, ""
        mirror = {"none": 0, "symmetric": 1, "antisymmetric": -1}[self.symmetry]
        if self.kept:
            names = {kept.indices[::-1]: (mirror, kept.name) for kept in self.kept}
            names |= {kept.indices: (1, kept.name) for kept in self.kept}
            return names.get(indices, (0, ""))
        if mirror and indices[::-1] < indices:
            return mirror, entry_label(self.name, indices[::-1])
        return 1, entry_label(self.name, indices)


@dataclass(frozen=True)
class CouplingTable:
    """All declared couplings by name."""

    couplings: Mapping[str, Coupling]


def derive_couplings(model: Model) -> tuple[CouplingTable, tuple[Diagnostic, ...]]:
    """Tests every declared term of a resolved model.

    Returns:
        The couplings that passed, and what is wrong with the others.
    """
    couplings: dict[str, Coupling] = {}
    diagnostics: list[Diagnostic] = []
    for declared in model.couplings:
        coupling, found = analyse_coupling(model, declared)
        diagnostics += found
        if coupling is not None:
            couplings[coupling.name] = coupling
    return CouplingTable(couplings), tuple(diagnostics)


def analyse_coupling(model: Model, declared: DeclaredCoupling) -> tuple[Coupling | None, tuple[Diagnostic, ...]]:
    """Tests one declared term."""
    error = check_statement(model, declared)
    if error is not None:
        return None, (error,)
    chosen: list[Contraction] = []
    for monomial in declared.monomials:
        contraction, error = choose_contraction(
            model, monomial, declared.contraction, declared.name, declared.term_span
        )
        if contraction is None:
            return None, (error,) if error else ()
        chosen.append(contraction)
    return contracted_coupling(model, declared, chosen)


def contracted_coupling(
    model: Model, declared: DeclaredCoupling, chosen: Sequence[Contraction]
) -> tuple[Coupling | None, tuple[Diagnostic, ...]]:
    """Tests the charges and the statistics of a declared term.

    Args:
        model: a resolved model.
        declared: a term that passes `check_statement`.
        chosen: one contraction of each of its monomials.
    """
    first = declared.monomials[0]
    monomials = tuple((m.coefficient, m.legs, c.tensor) for m, c in zip(declared.monomials, chosen, strict=True))
    axes = flavour_axes(model, first)
    entries = charge_entries(model, first)
    charge_error = _check_charges(model, declared, entries)
    if charge_error is not None and charge_error.severity == "error":
        return None, (charge_error,)
    polynomial = scalar_polynomial(monomials, model) if declared.kind == "potential" else {}
    conjugate = conjugate_scalar_polynomial(polynomial, model)
    coupling = Coupling(
        declared.name,
        declared.kind,
        " + ".join(monomial.text for monomial in declared.monomials).replace("+ -", "- "),
        dimension(model, first),
        tuple(model.field(first.legs[i].field).generations for i in axes),
        axes,
        entries,
        declared.kind == "potential" and polynomial == conjugate,
        declared.kind == "potential" and polynomial == {key: -value for key, value in conjugate.items()},
        flavour_symmetry(model, first, chosen[0].tensor),
        monomials,
        " + ".join(c.description for c in chosen if c.description),
        declared.kept,
        declared.term_span,
    )
    vanishing = _check_statistics(model, coupling, polynomial)
    if vanishing is not None:
        return None, (vanishing,)
    return coupling, (charge_error,) if charge_error else ()


def check_statement(model: Model, declared: DeclaredCoupling) -> Diagnostic | None:
    """Whether the fields of a term are those of its kind of statement, and its spinors form a scalar."""
    return _check_kind(model, declared) or check_lorentz(model, declared.monomials[0], declared.term_span)


# ------------------------------------------------------------------ kinds
def _check_kind(model: Model, declared: DeclaredCoupling) -> Diagnostic | None:
    expected = {"yukawa": (2, 1), "mass": (2, 0), "potential": (0, None)}[declared.kind]
    for monomial in declared.monomials:
        fermions = len(fermion_positions(model, monomial))
        vectors = len(vector_positions(model, monomial))
        bosons = len(monomial.legs) - fermions
        wrong = fermions != expected[0] or (expected[1] == 0 and bosons) or (expected[1] == 1 and not bosons)
        if wrong or (declared.kind == "potential" and vectors):
            wanted = {
                "yukawa": "two fermions and a scalar or vector",
                "mass": "two fermions",
                "potential": "scalars only",
            }[declared.kind]
            found = f"{fermions} fermions and {bosons - vectors} scalars"
            message = f"`{declared.name}` has {found}" + (f" and {vectors} vectors" if vectors else "")
            return Diagnostic("Z201", message, declared.term_span, label=f"a {declared.kind} term has {wanted}")
        if dimension(model, monomial) > 4:
            message = f"`{declared.name}` has mass dimension {dimension(model, monomial)}"
            return Diagnostic("Z207", message, declared.term_span, label="a renormalisable term has at most 4")
    return None


# ------------------------------------------------------------------ charges
def _check_charges(
    model: Model, declared: DeclaredCoupling, entries: Mapping[tuple[int, ...], Entry]
) -> Diagnostic | None:
    """Errors: a kept entry that is forbidden, a term without any entry, monomials of different charge."""
    first = declared.monomials[0]
    for monomial in declared.monomials[1:]:
        if charge_entries(model, monomial) != charge_entries(model, first):
            message = f"the terms of `{declared.name}` have different charges"
            return Diagnostic("Z203", message, declared.term_span)
    allowed = [format_entry(i) for i, entry in entries.items() if entry.allowed]
    hints = (f"allowed entries are {', '.join(allowed)}",) if allowed and () not in entries else ()
    for kept in declared.kept:
        entry = entries[kept.indices]
        if not entry.allowed:
            return replace(_violation(model, declared, entry, hints), fixes=_other_entries(kept, allowed))
    if allowed:
        return None
    worst = next((entry for entry in entries.values() if not entry.possible), None)
    if worst is None or any(entry.possible for entry in entries.values()):
        entry = next(entry for entry in entries.values() if entry.possible)
        condition = "; ".join(f"{model.ring.format(c)} = 0" for c in entry.conditions.values())
        message = f"no entry of `{declared.name}` is allowed identically in the parameters"
        where = f"{format_entry(entry.indices)} needs " if entry.indices else "it needs "
        return Diagnostic("Z504", message, declared.term_span, label=where + condition)
    return _violation(model, declared, worst, hints)


def _violation(model: Model, declared: DeclaredCoupling, entry: Entry, hints: tuple[str, ...]) -> Diagnostic:
    group = next(iter(entry.conditions))
    where = f"entry {format_entry(entry.indices)}: " if entry.indices else ""
    label = where + describe_charges(model, declared.monomials[0], entry.indices, group)
    return Diagnostic("Z203", f"{declared.name} violates {group}", declared.term_span, label=label, hints=hints)


def _other_entries(kept: Kept, allowed: Sequence[str]) -> tuple[Edit, ...]:
    """Fixes that keep another entry instead."""
    file, start = kept.span.file, kept.span.start
    written = Span(file, start, start + kept.span.text.index(")") + 1)
    return tuple(Edit(written, entry) for entry in allowed[:MAX_FIXES])


# ------------------------------------------------------------------ symmetry, statistics
def flavour_symmetry(model: Model, monomial: Monomial, tensor: Tensor) -> Symmetry:
    """Symmetry of the flavour matrix when both fermions are the same Weyl spinor.

    Two equal left-handed spinors commute in `psi_i psi_j`, so the matrix is symmetric when the gauge
    contraction is, and antisymmetric when that is antisymmetric.
    """
    positions = fermion_positions(model, monomial)
    if len(positions) != 2:
        return "none"
    a, b = positions
    first, second = monomial.legs[a], monomial.legs[b]
    if first.field != second.field or first.conjugated != second.conjugated:
        return "none"

    def swapped(indices: tuple[int, ...]) -> tuple[int, ...]:
        changed = list(indices)
        changed[a], changed[b] = changed[b], changed[a]
        return tuple(changed)

    if all(tensor.get(swapped(indices)) == value for indices, value in tensor.items()):
        return "symmetric"
    if all(tensor.get(swapped(indices)) == -value for indices, value in tensor.items()):
        return "antisymmetric"
    return "none"


def _check_statistics(model: Model, coupling: Coupling, polynomial: Mapping[ScalarKey, Fraction]) -> Diagnostic | None:
    """A term that is zero by the statistics of its fields, or has one entry twice."""
    zero = coupling.vanishing
    if zero and all(i in zero for i, entry in coupling.entries.items() if entry.possible):
        label = "antisymmetric in two equal fermions"
        return Diagnostic("Z205", f"`{coupling.name}` vanishes identically", coupling.span, label=label)
    kept = next((kept for kept in coupling.kept if kept.indices in zero), None)
    if kept is not None:
        label = f"entry {format_entry(kept.indices)}: antisymmetric in two equal fermions"
        return Diagnostic("Z205", f"`{kept.name}` vanishes identically", coupling.span, label=label)
    twins = _kept_twice(coupling)
    if twins is not None:
        label = f"{format_entry(twins[1].indices)} is {format_entry(twins[0].indices)} of a {coupling.symmetry} matrix"
        message = f"`{twins[0].name}` and `{twins[1].name}` are one entry of `{coupling.name}`"
        return Diagnostic("Z209", message, coupling.span, label=label)
    if coupling.kind == "potential" and not polynomial:
        cancel = any(scalar_polynomial((monomial,), model) for monomial in coupling.monomials)
        label = "the products cancel each other" if cancel else "the contraction is antisymmetric in equal scalars"
        return Diagnostic("Z205", f"`{coupling.name}` vanishes identically", coupling.span, label=label)
    return None


def _kept_twice(coupling: Coupling) -> tuple[Kept, Kept] | None:
    """Two kept entries that a symmetry of the matrix makes one."""
    if coupling.symmetry == "none":
        return None
    pairs = combinations(coupling.kept, 2)
    return next((pair for pair in pairs if pair[0].indices == pair[1].indices[::-1]), None)
