"""What the charges and representations make of every declared term.

For each term: Lorentz and gauge invariance, the contraction of its indices, the texture over generations with
the condition of each entry, whether it is hermitian, and the symmetry of its flavour matrix.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import product
from typing import Literal

from zmodel.algebra import Polynomial
from zmodel.algebra.flavour import Symmetry
from zmodel.algebra.polynomial import constant_value
from zmodel.derive.components import real_partner
from zmodel.derive.contraction import Contraction, Tensor, contractions
from zmodel.diagnostics import Diagnostic
from zmodel.groups import RepresentationError
from zmodel.model import Leg, Model, Monomial
from zmodel.model.model import DeclaredCoupling, Kept
from zmodel.source import Span

CouplingClass = Literal["yukawa", "majorana", "leptoquark", "diquark", "scalar", "mass"]


@dataclass(frozen=True)
class Entry:
    """One entry of a coupling: the charge sums, up to a sign, that do not vanish identically, by U(1)."""

    indices: tuple[int, ...]
    conditions: Mapping[str, Polynomial]

    @property
    def allowed(self) -> bool:
        """Whether the entry is invariant, identically in the parameters."""
        return not self.conditions

    @property
    def possible(self) -> bool:
        """Whether some values of the parameters may allow it."""
        return all(constant_value(condition) is None for condition in self.conditions.values())


@dataclass(frozen=True)
class Coupling:
    """A coupling that is fit to be used.

    Attributes:
        name: of the coupling.
        kind: the statement that declared it.
        class_name: as in the JSON output.
        term: as written.
        dimension: mass dimension of the term's fields.
        shape: number of generations of each leg that has several, in written order.
        axes: positions of these legs.
        entries: by index tuple, () for a single number.
        is_real: the term is hermitian and its coupling real; else its conjugate is added.
        symmetry: of the flavour matrix, when both fermions are the same field.
        monomials: coefficient, legs and tensor of each product.
        description: how the indices are contracted.
        kept: entries that run under their own names; empty if the whole matrix runs.
        span: of the term.
    """

    name: str
    kind: Literal["yukawa", "mass", "potential"]
    class_name: CouplingClass
    term: str
    dimension: int
    shape: tuple[int, ...]
    axes: tuple[int, ...]
    entries: Mapping[tuple[int, ...], Entry]
    is_real: bool
    symmetry: Symmetry
    monomials: tuple[tuple[Fraction, tuple[Leg, ...], Tensor], ...]
    description: str
    kept: tuple[Kept, ...]
    span: Span = field(compare=False, repr=False)

    @property
    def texture(self) -> tuple[tuple[int, ...], ...]:
        """Indices of the allowed entries."""
        return tuple(indices for indices, entry in self.entries.items() if entry.allowed)


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


def analyse_coupling(
    model: Model, declared: DeclaredCoupling
) -> tuple[Coupling | None, tuple[Diagnostic, ...]]:
    """Tests one declared term."""
    first = declared.monomials[0]
    error = _check_kind(model, declared) or check_lorentz(model, first, declared.term_span)
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
    monomials = tuple(
        (m.coefficient, m.legs, c.tensor) for m, c in zip(declared.monomials, chosen, strict=True)
    )
    axes = flavour_axes(model, first)
    entries = charge_entries(model, first)
    charge_error = _check_charges(model, declared, entries)
    if charge_error is not None and charge_error.severity == "error":
        return None, (charge_error,)
    symmetry = flavour_symmetry(model, first, chosen[0].tensor)
    coupling = Coupling(
        declared.name,
        declared.kind,
        classify(model, first),
        " ".join(declared.term_span.text.split()),
        dimension(model, first),
        tuple(model.field(first.legs[i].field).generations for i in axes),
        axes,
        entries,
        declared.kind == "potential" and _is_hermitian(monomials, model),
        symmetry,
        monomials,
        " + ".join(c.description for c in chosen if c.description),
        declared.kept,
        declared.term_span,
    )
    vanishing = _check_vanishing(model, coupling)
    if vanishing is not None:
        return None, (vanishing,)
    return coupling, (charge_error,) if charge_error else ()


# ------------------------------------------------------------------ kinds and Lorentz invariance
def fermion_positions(model: Model, monomial: Monomial) -> tuple[int, ...]:
    """Positions of the fermions among the legs."""
    return tuple(i for i, leg in enumerate(monomial.legs) if model.field(leg.field).is_fermion)


def flavour_axes(model: Model, monomial: Monomial) -> tuple[int, ...]:
    """Positions of the legs with more than one generation."""
    return tuple(i for i, leg in enumerate(monomial.legs) if model.field(leg.field).generations > 1)


def dimension(model: Model, monomial: Monomial) -> int:
    """Mass dimension of the fields of a term."""
    fermions = len(fermion_positions(model, monomial))
    return len(monomial.legs) - fermions + (3 * fermions) // 2


def _check_kind(model: Model, declared: DeclaredCoupling) -> Diagnostic | None:
    expected = {"yukawa": (2, 1), "mass": (2, 0), "potential": (0, None)}[declared.kind]
    for monomial in declared.monomials:
        fermions = len(fermion_positions(model, monomial))
        scalars = len(monomial.legs) - fermions
        if fermions != expected[0] or (expected[1] == 0 and scalars) or (expected[1] == 1 and not scalars):
            wanted = {
                "yukawa": "two fermions and a scalar",
                "mass": "two fermions",
                "potential": "scalars only",
            }[declared.kind]
            message = f"`{declared.name}` has {fermions} fermions and {scalars} scalars"
            return Diagnostic(
                "Z201", message, declared.term_span, label=f"a {declared.kind} term has {wanted}"
            )
        if dimension(model, monomial) > 4:
            message = f"`{declared.name}` has mass dimension {dimension(model, monomial)}"
            return Diagnostic(
                "Z207", message, declared.term_span, label="a renormalisable term has at most 4"
            )
    return None


def is_daggered(model: Model, leg: Leg) -> bool:
    """Whether the left-handed Weyl spinor behind a fermion leg appears daggered.

    A left-handed field is its Weyl spinor; a right-handed one is the dagger of its conjugate's.
    """
    return leg.conjugated == (model.field(leg.field).chirality == "left")


def check_lorentz(model: Model, monomial: Monomial, span: Span) -> Diagnostic | None:
    """Tests that the spinors of a term form an invariant; None if they do."""
    legs = [monomial.legs[i] for i in fermion_positions(model, monomial)]
    if not legs:
        return None
    if len(legs) % 2:
        return Diagnostic(
            "Z201", "a term has an even number of fermions", span, label=f"here are {len(legs)}"
        )
    barred = [leg.barred for leg in legs]
    if len(legs) == 2 and barred == [False, True]:
        label = "the barred spinor comes first"
        return Diagnostic("Z201", "the spinor indices cannot be contracted", span, label=label)
    if len(legs) == 2 and all(barred):
        return Diagnostic(
            "Z201", "two barred spinors cannot be contracted", span, hints=("bar(cc(F)) G joins F and G",)
        )
    daggered = [is_daggered(model, leg) for leg in legs]
    if len(legs) == 2 and daggered[0] != daggered[1]:
        names = " and ".join(f"`{leg.field}`" for leg in legs)
        chirality = [model.field(leg.field).chirality for leg in legs]
        label = f"{names} are {chirality[0]}-handed and {chirality[1]}-handed here"
        hint = "bar(F) f needs opposite chiralities, bar(cc(F)) f equal ones"
        return Diagnostic("Z201", "the term is not Lorentz invariant", span, label=label, hints=(hint,))
    return None


# ------------------------------------------------------------------ contraction
def choose_contraction(
    model: Model, monomial: Monomial, names: tuple[str, ...], coupling: str, span: Span
) -> tuple[Contraction | None, Diagnostic | None]:
    """The contraction that a term means, or the diagnostic that says why there is none."""
    try:
        found = contractions(model, monomial)
    except RepresentationError as error:
        return None, Diagnostic("Z202", f"`{coupling}` cannot be contracted", span, label=str(error))
    if not found:
        return None, _not_invariant(model, monomial, coupling, span)
    if names:
        wanted = " ".join(names)
        matching = [c for c in found if c.name == wanted]
        if matching:
            return matching[0], None
        hint = "known contractions: " + ", ".join(c.name for c in found if c.name)
        return None, Diagnostic(
            "Z204", f"`{coupling}` has no contraction called `{wanted}`", span, hints=(hint,)
        )
    independent = _independent(model, monomial, found)
    if len(independent) > 1:
        notes = tuple(f"{c.name}: {c.description}" for c in independent)
        hint = f"choose one, for instance `... : {independent[0].name}`, or use brackets"
        message = f"`{coupling}` can be contracted in {len(independent)} independent ways"
        return None, Diagnostic("Z204", message, span, notes=notes, hints=(hint,))
    return independent[0] if independent else found[0], None


def _independent(model: Model, monomial: Monomial, found: tuple[Contraction, ...]) -> list[Contraction]:
    """The contractions that stay independent once identical scalars are symmetrised."""
    if len(found) == 1:
        return list(found)
    rows: list[dict[tuple[tuple[int, int], ...], Fraction]] = []
    kept = []
    for contraction in found:
        row = _symmetrised(monomial, contraction.tensor)
        reduced = _reduce(row, rows)
        if reduced:
            rows.append(reduced)
            kept.append(contraction)
    return kept


def _symmetrised(monomial: Monomial, tensor: Tensor) -> dict[tuple[tuple[int, int], ...], Fraction]:
    """The tensor with the indices of equal legs sorted."""
    kinds: dict[tuple[str, bool], int] = {}
    labels = [kinds.setdefault((leg.field, leg.conjugated), len(kinds)) for leg in monomial.legs]
    result: dict[tuple[tuple[int, int], ...], Fraction] = {}
    for indices, value in tensor.items():
        key = tuple(sorted(zip(labels, indices, strict=True)))
        result[key] = result.get(key, Fraction(0)) + value
    return {key: value for key, value in result.items() if value}


def _reduce(
    row: dict[tuple[tuple[int, int], ...], Fraction], rows: list[dict[tuple[tuple[int, int], ...], Fraction]]
) -> dict[tuple[tuple[int, int], ...], Fraction]:
    """Gaussian elimination of one row by earlier ones, whose least key is their pivot."""
    row = dict(row)
    for other in rows:
        pivot = min(other)
        if pivot in row:
            factor = row[pivot] / other[pivot]
            for key, value in other.items():
                changed = row.get(key, Fraction(0)) - factor * value
                if changed:
                    row[key] = changed
                else:
                    row.pop(key, None)
    return row


def _not_invariant(model: Model, monomial: Monomial, coupling: str, span: Span) -> Diagnostic:
    """Names the simple group that forbids a term and the representation of each leg."""
    for group in model.groups:
        if group.is_abelian:
            continue
        alone = Monomial(monomial.coefficient, monomial.groups, monomial.text)
        words = []
        for leg in monomial.legs:
            irrep = model.field(leg.field).irreps.get(group.name)
            if irrep is not None:
                words.append(
                    f"{leg.field} {(irrep.conjugate if leg.conjugated and not leg.tilde else irrep).name}"
                )
        if words and not _invariant_under(model, alone, group.name):
            label = f"under {group.name}: {', '.join(words)} hold no singlet"
            return Diagnostic("Z202", f"`{coupling}` violates {group.name}", span, label=label)
    return Diagnostic(
        "Z202", f"`{coupling}` is not invariant", span, label="no contraction of all indices exists"
    )


def _invariant_under(model: Model, monomial: Monomial, group: str) -> bool:
    only = tuple(g for g in model.groups if g.name == group)
    fields = tuple(
        replace(f, irreps={k: v for k, v in f.irreps.items() if k == group}, vev=()) for f in model.fields
    )
    return bool(contractions(replace(model, groups=only, fields=fields), monomial))


# ------------------------------------------------------------------ charges
def charge_entries(model: Model, monomial: Monomial) -> dict[tuple[int, ...], Entry]:
    """The charge sums of a term for all generations of its legs."""
    axes = flavour_axes(model, monomial)
    sizes = [model.field(monomial.legs[i].field).generations for i in axes]
    groups = [group.name for group in model.groups if group.is_abelian]
    entries = {}
    for indices in product(*(range(size) for size in sizes)):
        generation = dict(zip(axes, indices, strict=True))
        conditions = {}
        for group in groups:
            total = model.ring.zero
            for position, leg in enumerate(monomial.legs):
                charge = model.charge(leg.field, group, generation.get(position, 0))
                total = total - charge if leg.conjugated else total + charge
            if not total.is_zero():
                conditions[group] = model.ring.with_positive_lead(total)
        entries[indices] = Entry(indices, conditions)
    return entries


def describe_charges(model: Model, monomial: Monomial, indices: tuple[int, ...], group: str) -> str:
    """`Q -(-1/4), H 0, D +1/6: sum 5/12, must be 0`."""
    axes = flavour_axes(model, monomial)
    generation = dict(zip(axes, indices, strict=True))
    words = []
    total = model.ring.zero
    for position, leg in enumerate(monomial.legs):
        charge = model.charge(leg.field, group, generation.get(position, 0))
        total = total - charge if leg.conjugated else total + charge
        words.append(f"{leg.field} {_signed(model.ring.format(charge), leg.conjugated)}")
    return f"{', '.join(words)}: sum {model.ring.format(total)}, must be 0"


def _signed(charge: str, negate: bool) -> str:
    if charge == "0":
        return "0"
    compound = charge.startswith("-") or " " in charge
    if negate:
        return f"-({charge})" if compound else f"-{charge}"
    return (
        charge
        if charge.startswith("-") and " " not in charge
        else f"+({charge})"
        if compound
        else f"+{charge}"
    )


def format_entry(indices: tuple[int, ...]) -> str:
    """Generations counted from 1, as in `keep (3,3)`."""
    return "(" + ",".join(str(i + 1) for i in indices) + ")"


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
            return _violation(model, declared, entry, hints)
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
    return Diagnostic(
        "Z203", f"{declared.name} violates {group}", declared.term_span, label=label, hints=hints
    )


# ------------------------------------------------------------------ symmetry, hermiticity, class
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


def _check_vanishing(model: Model, coupling: Coupling) -> Diagnostic | None:
    """A term that is zero by the statistics of its fields."""
    if coupling.symmetry == "antisymmetric" and not coupling.shape:
        label = "antisymmetric in two equal fermions"
        return Diagnostic("Z205", f"`{coupling.name}` vanishes identically", coupling.span, label=label)
    if coupling.kind == "potential" and not scalar_polynomial(coupling.monomials, model):
        label = "the contraction is antisymmetric in equal scalars"
        return Diagnostic("Z205", f"`{coupling.name}` vanishes identically", coupling.span, label=label)
    return None


ScalarKey = tuple[tuple[str, bool, int], ...]


def scalar_polynomial(
    monomials: tuple[tuple[Fraction, tuple[Leg, ...], Tensor], ...], model: Model
) -> dict[ScalarKey, Fraction]:
    """A potential term as a polynomial: sorted components (field, conjugated, index) to coefficient."""
    result: dict[ScalarKey, Fraction] = {}
    for coefficient, legs, tensor in monomials:
        for indices, value in tensor.items():
            key = tuple(sorted((leg.field, leg.conjugated, i) for leg, i in zip(legs, indices, strict=True)))
            result[key] = result.get(key, Fraction(0)) + coefficient * value
    return {key: value for key, value in result.items() if value}


def _is_hermitian(monomials: tuple[tuple[Fraction, tuple[Leg, ...], Tensor], ...], model: Model) -> bool:
    polynomial = scalar_polynomial(monomials, model)
    return polynomial == conjugate_scalar_polynomial(polynomial, model)


def conjugate_scalar_polynomial(
    polynomial: Mapping[ScalarKey, Fraction], model: Model
) -> dict[ScalarKey, Fraction]:
    """The complex conjugate; components of real fields are conjugated by their reality condition."""
    return {
        tuple(sorted(conjugate_component(model, component) for component in key)): value
        for key, value in polynomial.items()
    }


def conjugate_component(model: Model, component: tuple[str, bool, int]) -> tuple[str, bool, int]:
    """The conjugate of a scalar component."""
    name, conjugated, index = component
    field = model.field(name)
    if not field.is_real:
        return name, not conjugated, index
    return name, False, real_partner(model, field)[index]


def classify(model: Model, monomial: Monomial) -> CouplingClass:
    """The class of a term as the JSON output names it."""
    positions = fermion_positions(model, monomial)
    if not positions:
        return "scalar"
    legs = [monomial.legs[i] for i in positions]
    colours = [_colour(model, leg) for leg in legs]
    if len(monomial.legs) > 2 and any(colours) and not all(colours):
        return "leptoquark"
    if len(monomial.legs) > 2 and all(colours) and not legs[0].conjugated and not legs[1].conjugated:
        return "diquark"
    if len(monomial.legs) == 2 and legs[0].field != legs[1].field:
        return "mass"
    if legs[0].conjugated == legs[1].conjugated:
        return "majorana"
    return "yukawa"


def _colour(model: Model, leg: Leg) -> bool:
    """Whether a field is coloured: charged under a gauged SU(3)."""
    return any(
        not model.group(name).is_global and irrep.n == 3
        for name, irrep in model.field(leg.field).irreps.items()
    )
