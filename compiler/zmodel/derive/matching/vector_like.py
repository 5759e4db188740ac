"""The exchange of a heavy fermion, vector-like or of Majorana type, that couples to a light one and the Higgs doublet.

With left-handed Weyl spinors F, F^c of one mass M, L = -M F^c F - F A - F^c B + h.c. A and B are sums of y h f, with
h = H or H^*. The classical solution F^c = -A/M, F = -B/M leaves (A^dag i sigmabar.D A + B^dag i sigmabar.D B)/|M|^2,
where

    (h' f')^dag i sigmabar.D (h f) = (h'^dag i<->D h)(f'^dag sigmabar f)/2 + h'^dag h (f'^dag i sigmabar.D f + ...)/2

up to total derivatives. The first term is C_phif; in the second the equations of motion i sigmabar.D f =
-dL_Yukawa/df^dag give C_uphi, C_dphi and C_ephi, whose form gauge invariance fixes, so that they are read off at H =
(0, 1). With F^c = F, L = -M F F/2 - F A + h.c. leaves A A/(2 M), the operator of Weinberg, and the same with B = 0.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from zmodel.derive.components import component_norms
from zmodel.derive.couplings import Coupling
from zmodel.derive.lorentz import fermion_positions
from zmodel.derive.matching.bilinears import (
    Component,
    Surroundings,
    light_components,
    light_entries,
    light_spinor,
    rotate_vector,
)
from zmodel.derive.matching.entries import valid_couplings
from zmodel.derive.matching.errors import MatchingError
from zmodel.derive.matching.higgs_yukawas import higgs_yukawas
from zmodel.derive.matching.results import ExchangeResult
from zmodel.derive.matching.vacuum import vacuum_values
from zmodel.derive.matching.weinberg import WEINBERG_NOTE, symmetric_terms
from zmodel.derive.standard_model import GENERATIONS, MULTIPLETS
from zmodel.derive.symbolic import Symbolic, inverse, named, rational, zero
from zmodel.derive.warsaw import HIGGS_CURRENTS, key
from zmodel.model import Field
from zmodel.model.model import Integration

MATRICES = "matrices of heavy masses are not known here"

Terms = dict[str, list[Symbolic]]
Contraction = Mapping[tuple[Component, int, Component, int], Fraction]
"""By the components of f', h', f and h."""

WEAK_PARTNER = {"u": ("q", 0), "d": ("q", 1), "e": ("l", 1)}
"""The component of the doublet that a singlet has its mass with at H = (0, 1)."""


@dataclass(frozen=True)
class _Source:
    """y T_a f h, a part of A or B.

    Attributes:
        coupling: its name.
        heavy: name of the heavy field that it is multiplied with, F or F^c.
        multiplet: of the light fermion.
        higgs_conjugated: whether h is H^*.
        tensor: T by component of the heavy field, of f and of h.
        entries: y by generation of mass eigenstates.
        declared: the coupling of the file by generation, for mass eigenstates.
    """

    coupling: str
    heavy: str
    multiplet: str
    higgs_conjugated: bool
    tensor: Mapping[tuple[int, Component, int], Fraction]
    entries: tuple[Symbolic, ...]
    declared: tuple[Symbolic, ...]


def match_fermion(surroundings: Surroundings, field: Field, integration: Integration) -> ExchangeResult:
    """Integrates out a fermion with a Dirac mass, named by either of its two fields, or with a Majorana mass.

    Args:
        surroundings: the model and the Standard Model in it.
        field: one of the two fields.
        integration: the statement that asks for it.

    Raises:
        MatchingError: if the field has no mass of its own, or couples in a way that is not known here.
    """
    couplings = valid_couplings(surroundings.model)
    names = surroundings.complex_names
    mass = _mass_term(surroundings, field, couplings)
    inverse_square = inverse(mass.value * mass.value.conjugate(names))
    sources, left_out = _sources(surroundings, {field.name, mass.partner}, couplings)
    if len({source.heavy for source in sources}) > 1:
        raise MatchingError(f"both halves of `{field.name}` couple to the Higgs doublet: lepton number is violated")
    norms = component_norms(surroundings.model, field)
    terms: Terms = {}
    for first, second in product(sources, repeat=2):
        contraction = _contract(first, second, norms)
        conjugate = [entry.conjugate(names) for entry in first.entries]
        pairs = [[conjugate[i] * second.entries[j] * inverse_square for j in range(3)] for i in range(3)]
        _add_currents(terms, first, second, contraction, pairs)
        _add_yukawas(terms, surroundings, (first, second), contraction, pairs)
    notes = []
    if mass.partner == field.name:
        terms |= _weinberg_terms(sources, mass)
        notes.append(WEINBERG_NOTE)
    else:
        notes.append(f"`{mass.partner}` is the other half of {field.name} and goes with it")
    if left_out:
        notes.append(f"couplings to fields that are not of the Standard Model are left out: {', '.join(left_out)}")
    return ExchangeResult(
        field.name,
        "fermion",
        inverse_square.expression(),
        integration.scale,
        {source.coupling: (tuple(entry.expression() for entry in source.declared),) for source in sources},
        {name: tuple(part.expression() for part in parts) for name, parts in terms.items()},
        names,
        tuple(notes),
    )


# ------------------------------------------------------------------ mass and couplings
@dataclass(frozen=True)
class _Mass:
    """A mass term -sum m_ab F_a F^c_b.

    Attributes:
        partner: name of F^c, or of F itself.
        value: M for kinetic terms of norm one.
        matrix: m/M by components; each has one partner.
    """

    partner: str
    value: Symbolic
    matrix: Mapping[tuple[int, ...], Fraction]


def _mass_term(surroundings: Surroundings, field: Field, couplings: Mapping[str, Coupling]) -> _Mass:
    found: list[_Mass] = []
    for coupling in couplings.values():
        factor, legs, tensor = coupling.monomials[0]
        fields = [leg.field for leg in legs]
        if coupling.kind != "mass" or field.name not in fields:
            continue
        (other,) = [name for name in fields if name != field.name] or [field.name]
        if light_spinor(surroundings, next(leg for leg in legs if leg.field == other)) is not None:
            raise MatchingError(f"`{field.name}` mixes with `{other}` by `{coupling.name}`: rotate the mass term away")
        size = next(iter(tensor.values())) / component_norms(surroundings.model, field)[next(iter(tensor))[0]]
        # M F F/2 of a Majorana fermion.
        size *= 2 if other == field.name else 1
        matrix = {place: value / size for place, value in tensor.items()}
        value = named(coupling.name) * rational(factor * size)
        if legs[0].conjugated != (field.chirality == "right"):
            # The term holds conjugates of left-handed spinors.
            value = value.conjugate(surroundings.complex_names)
        found.append(_Mass(other, value, matrix))
    if not found:
        raise MatchingError(f"`{field.name}` has no mass term of its own: mass m = bar(...) ...")
    if len(found) > 1:
        raise MatchingError(f"`{field.name}` has several mass terms: {MATRICES}")
    _check_partner(surroundings, field, found[0].partner, couplings)
    return found[0]


def _check_partner(surroundings: Surroundings, field: Field, partner: str, couplings: Mapping[str, Coupling]) -> None:
    """Refuses an other half that has further mass terms, or generations, or is integrated out as well."""
    if partner == field.name:
        return
    for coupling in couplings.values():
        fields = {leg.field for leg in coupling.monomials[0][1]}
        if coupling.kind == "mass" and partner in fields and field.name not in fields:
            what = f"`{partner}`, the other half of `{field.name}`, has another mass term `{coupling.name}`"
            raise MatchingError(f"{what}: {MATRICES}")
    if surroundings.model.field(partner).generations > 1:
        raise MatchingError(f"`{partner}`, the other half of `{field.name}`, has several generations")
    integrated = [item.name for item in surroundings.model.integrations]
    if partner in integrated[: integrated.index(field.name)]:
        raise MatchingError(f"`{field.name}` is integrated out twice: it goes with its other half `{partner}`")


def _sources(
    surroundings: Surroundings, heavy: set[str], couplings: Mapping[str, Coupling]
) -> tuple[list[_Source], list[str]]:
    """All couplings to the Higgs doublet, and the names of the others."""
    model, higgs = surroundings.model, surroundings.standard_model.higgs
    declared = {item.name: item for item in model.couplings}
    found: list[_Source] = []
    left_out: list[str] = []
    for coupling in couplings.values():
        legs = coupling.monomials[0][1]
        if coupling.kind != "yukawa" or not heavy & {leg.field for leg in legs}:
            continue
        positions = fermion_positions(model, declared[coupling.name].monomials[0])
        (scalar,) = (i for i in range(len(legs)) if i not in positions)
        inner = [i for i in positions if legs[i].field in heavy]
        outer = [i for i in positions if legs[i].field not in heavy]
        if legs[scalar].field != higgs.field:
            if not outer and vacuum_values(surroundings, legs[scalar]):
                what = f"the vacuum value of `{legs[scalar].field}`"
                raise MatchingError(f"`{coupling.name}` adds {what} to a mass term, which is not known here")
            # What other heavy scalars make of it at dimension six is looked at where all heavy fields are known.
            left_out.append(coupling.name)
        elif not outer or light_spinor(surroundings, legs[outer[0]]) is None:
            raise MatchingError(f"`{coupling.name}` joins two heavy fermions, which is not known here")
        elif higgs.sign < 0:
            raise MatchingError("a Higgs doublet of hypercharge -1/2: declare it with 1/2")
        else:
            found.append(_source(surroundings, coupling, inner[0], outer[0], scalar))
    return found, left_out


def _source(surroundings: Surroundings, coupling: Coupling, heavy: int, light: int, scalar: int) -> _Source:
    factor, legs, tensor = coupling.monomials[0]
    spinor = light_spinor(surroundings, legs[light])
    assert spinor is not None
    # The term as it is written holds f, or else its conjugate does.
    reverse = spinor.dagger
    components = light_components(surroundings, legs[light].field)
    entries: dict[tuple[int, Component, int], Fraction] = {}
    for indices, value in tensor.items():
        component, phase = components[indices[light]]
        place = (indices[heavy], component, indices[scalar])
        entries[place] = entries.get(place, Fraction(0)) + factor * value * phase
    vector = light_entries(surroundings, coupling, light)
    if reverse:
        vector = tuple(entry.conjugate(surroundings.complex_names) for entry in vector)
    rotated = rotate_vector(surroundings, vector, spinor.multiplet)
    declared = rotated
    if reverse:
        declared = tuple(entry.conjugate(surroundings.complex_names) for entry in rotated)
    conjugated = legs[scalar].conjugated != reverse
    return _Source(coupling.name, legs[heavy].field, spinor.multiplet, conjugated, entries, rotated, declared)


def _contract(first: _Source, second: _Source, norms: tuple[Fraction, ...]) -> Contraction:
    """sum_a T'_a T_a/n_a."""
    found: dict[tuple[Component, int, Component, int], Fraction] = {}
    for (a, m, h), value in first.tensor.items():
        for (b, n, k), other in second.tensor.items():
            if a == b:
                place = (m, h, n, k)
                found[place] = found.get(place, Fraction(0)) + value * other / norms[a]
    return found


# ------------------------------------------------------------------ operators
def _add_currents(
    terms: Terms, first: _Source, second: _Source, contraction: Contraction, pairs: list[list[Symbolic]]
) -> None:
    """The terms with a derivative of the Higgs doublet."""

    def at(h: int, k: int, m: int = 0, n: int = 0) -> Fraction:
        return contraction.get((Component(0, m), h, Component(0, n), k), Fraction(0)) / 2

    if first.higgs_conjugated != second.higgs_conjugated:
        if (first.multiplet, second.multiplet) == ("d", "u"):
            # d^c^dag sigmabar u^c = -ubar gamma d, and H_0 i<->D H_1 = -i H~^dag D H: by hypercharge H^* is with d^c.
            _add(terms, "phiud", rational(at(0, 1) - at(1, 0)), pairs, transposed=True)
        elif {first.multiplet, second.multiplet} != {"d", "u"}:
            raise MatchingError(f"`{first.coupling}` and `{second.coupling}` violate lepton number")
        return
    if first.multiplet != second.multiplet:
        raise MatchingError(f"`{first.coupling}` and `{second.coupling}` give an operator that is not known here")
    name = first.multiplet
    right = MULTIPLETS[name].chirality == "right"
    # h = H^* gives -(H^dag i<->D H) with indices exchanged; fbar gamma f is -f^c^dag sigmabar f^c for right-handed f.
    sign = (-1 if first.higgs_conjugated else 1) * (-1 if right else 1)
    if MULTIPLETS[name].quantum.weak == 1:
        (operator,) = (operator for operator, field in HIGGS_CURRENTS.items() if field == name)
        _add(terms, operator, rational(sign * at(0, 0)), pairs, transposed=right, hermitian=True)
        return
    # a delta_hk delta_mn + b tau^I_hk tau^I_mn, with h and k exchanged for H^*.
    triplet = (at(1, 0, 1, 0) if first.higgs_conjugated else at(0, 1, 1, 0)) / 2
    singlet = at(0, 0) - triplet
    _add(terms, f"phi{name}1", rational(sign * singlet), pairs, transposed=right, hermitian=True)
    _add(terms, f"phi{name}3", rational(sign * triplet), pairs, transposed=right, hermitian=True)


def _add_yukawas(
    terms: Terms,
    surroundings: Surroundings,
    sources: tuple[_Source, _Source],
    contraction: Contraction,
    pairs: list[list[Symbolic]],
) -> None:
    """The terms in which an equation of motion has been used: f'^dag_i y'^*_i y_j (i sigmabar.D f_j) at H = (0, 1)."""
    first, second = sources
    yukawas = higgs_yukawas(surroundings)
    for singlet, (doublet, weak) in WEAK_PARTNER.items():
        matrix = yukawas.get(singlet)
        if matrix is None or {first.multiplet, second.multiplet} - {singlet, doublet}:
            continue
        if first.multiplet != second.multiplet:
            continue
        component = Component(0, weak if first.multiplet == doublet else 0)
        weight = contraction.get((component, 1, component, 1), Fraction(0)) / 2
        for p, r, k in product(range(GENERATIONS), repeat=3):
            # q_k has Y_kr u^c^dag_r, and u^c_k has Y_pk q^dag_p.
            entry = pairs[p][k] * matrix[k][r] if first.multiplet == doublet else matrix[p][k] * pairs[r][k]
            part = entry * rational(weight)
            if not part.is_zero:
                terms.setdefault(key(f"{singlet}phi", (p, r)), []).append(part)


def _weinberg_terms(sources: list[_Source], mass: _Mass) -> Terms:
    """F = -m^-1 A/2 leaves A m^-1 A/4, of which nu^T C nu at H = (0, 1) tells the coefficients."""
    light = (Component(0, 0), 1)
    sums = {(i, j): zero() for i in range(GENERATIONS) for j in range(GENERATIONS)}
    for first, second in product(sources, repeat=2):
        weight = Fraction(0)
        for (a, b), value in mass.matrix.items():
            weight += first.tensor.get((a, *light), Fraction(0)) * second.tensor.get((b, *light), Fraction(0)) / value
        for i, j in sums:
            sums[i, j] += rational(weight / 4) * first.entries[i] * second.entries[j] * inverse(mass.value)
    return symmetric_terms(sums)


def _add(
    terms: Terms,
    operator: str,
    weight: Symbolic,
    pairs: list[list[Symbolic]],
    *,
    transposed: bool,
    hermitian: bool = False,
) -> None:
    """Adds weight f'^dag_i y'^*_i y_j f_j; barred generations are i, or j where a field is written as its conjugate."""
    for i, j in product(range(GENERATIONS), repeat=2):
        if hermitian and i > j:
            continue
        part = weight * (pairs[j][i] if transposed else pairs[i][j])
        if not part.is_zero:
            terms.setdefault(key(operator, (i, j)), []).append(part)
