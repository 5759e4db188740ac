"""A heavy scalar that couples to two Higgs doublets, beside four-fermion operators: a singlet or a triplet.

V = S^*_a J_a + h.c. + M^2 S^* S with quadratic J leaves |J|^2/M^2 + |D J|^2/M^4, and S_a J_a + M^2 S^2/2 of a real
field half of it. With |J|^2 = s (H^dag H)^2, s/M^2 lowers the quartic coupling, and integrating by parts

    |D J|^2 = s (b O_phiBox + d O_phiD - y H^dag H (H^dag D^2 H + h.c.)).

The equation of motion D^2 H = -2 lambda H^dag H H - dL_Yukawa/dH^dag turns the last term into y Y O_uphi, O_dphi,
O_ephi, and 4 y lambda O_phi, lambda that of the effective theory; the mass of the Higgs doublet gives its quartic
coupling a part of higher order, which is left out. What else V holds of S gives C_phi. Yukawa couplings to two leptons
give the operator of Weinberg. J. de Blas et al., arXiv:1711.10391, have the same for each field (S, Xi, Xi_1).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from itertools import product

from zmodel.derive.components import component_norms
from zmodel.derive.couplings import Coupling
from zmodel.derive.matching.bilinears import Bilinear, Surroundings
from zmodel.derive.matching.errors import MatchingError
from zmodel.derive.matching.higgs_yukawas import higgs_yukawas
from zmodel.derive.matching.potential import Source, Terms, potential_terms
from zmodel.derive.matching.weinberg import symmetric_terms
from zmodel.derive.symbolic import Symbolic, named, rational, zero
from zmodel.derive.warsaw import GENERATIONS, key
from zmodel.model import Field


@dataclass(frozen=True)
class _Derivatives:
    """b, d and y of |D J|^2."""

    box: int
    custodial: int
    motion: int


SINGLET = _Derivatives(-1, 0, 0)
NEUTRAL_TRIPLET = _Derivatives(1, -4, 2)
CHARGED_TRIPLET = _Derivatives(1, 2, 1)


def pair_terms(
    surroundings: Surroundings,
    field: Field,
    source: Source,
    couplings: Mapping[str, Coupling],
    inverse_square: Symbolic,
    shift: Symbolic,
) -> Terms:
    """The coefficients of operators with four and six Higgs doublets, and of two fermions and three.

    Args:
        surroundings: the model.
        field: the heavy scalar.
        source: J at H = (0, 1) by component.
        couplings: of the model.
        inverse_square: 1/M^2.
        shift: by which all heavy fields lower the quartic coupling.

    Raises:
        MatchingError: if the mass of a complex field is not of the form S^* S.
    """
    form = _form(surroundings, field)
    size = pair_size(surroundings, field, source) * inverse_square * inverse_square
    terms: Terms = {"phiBox": [rational(form.box) * size], "phi": []}
    terms["phi"] += _potential_parts(surroundings, field, source, couplings, inverse_square)
    if form.custodial:
        terms["phiD"] = [rational(form.custodial) * size]
    if form.motion:
        quartic = higgs_quartic(surroundings, couplings) - shift
        terms["phi"].append(rational(4 * form.motion) * size * quartic)
        for singlet, matrix in higgs_yukawas(surroundings).items():
            for p, r in product(GENERATIONS, repeat=2):
                terms[key(f"{singlet}phi", (p, r))] = [rational(form.motion) * size * matrix[p][r]]
    return {name: kept for name, parts in terms.items() if (kept := [part for part in parts if not part.is_zero])}


def _form(surroundings: Surroundings, field: Field) -> _Derivatives:
    weak, hypercharge = surroundings.standard_model.weak, surroundings.standard_model.hypercharge
    if weak not in field.irreps:
        return SINGLET
    neutral = surroundings.model.charge(field.name, hypercharge, 0).is_zero()
    return NEUTRAL_TRIPLET if neutral else CHARGED_TRIPLET


def pair_size(surroundings: Surroundings, field: Field, source: Source) -> Symbolic:
    """s, the quartic coupling that exchange at zero momentum takes away, times M^2."""
    norms = component_norms(surroundings.model, field)
    total = zero()
    for a, value in source.items():
        total += value * value.conjugate(surroundings.complex_names) * rational(Fraction(1) / norms[a])
    return rational(Fraction(1, 2)) * total if field.is_real else total


def higgs_quartic(surroundings: Surroundings, couplings: Mapping[str, Coupling]) -> Symbolic:
    """Lambda of V = lambda (H^dag H)^2, as the file declares it."""
    higgs = surroundings.standard_model.higgs.field
    total = zero()
    for coupling in couplings.values():
        for factor, legs, tensor in coupling.monomials:
            if coupling.kind == "potential" and [leg.field for leg in legs] == [higgs] * 4:
                value = sum((v for indices, v in tensor.items() if set(indices) == {1}), Fraction(0))
                total += named(coupling.name) * rational(factor * value)
    return total


def _potential_parts(
    surroundings: Surroundings,
    field: Field,
    source: Source,
    couplings: Mapping[str, Coupling],
    inverse_square: Symbolic,
) -> list[Symbolic]:
    """C_phi of terms with several heavy fields, each of which is -J/M^2 to leading order."""
    names = surroundings.complex_names
    norms = component_norms(surroundings.model, field)
    classical = {a: -(value * inverse_square * rational(Fraction(1) / norms[a])) for a, value in source.items()}
    found: list[Symbolic] = []
    for coupling in potential_terms(couplings, field):
        for factor, legs, tensor in coupling.monomials:
            heavy = [i for i, leg in enumerate(legs) if leg.field == field.name]
            others = [i for i in range(len(legs)) if i not in heavy]
            conjugated = {legs[i].conjugated for i in heavy}
            if len(heavy) == 2 and not others and not field.is_real and len(conjugated) == 1:
                raise MatchingError(f"`{coupling.name}` splits the masses of `{field.name}`: use two real fields")
            # H^dag H is one power of the doublet's square, and so is S.
            if len(heavy) + len(others) // 2 != 3 or len(heavy) < 2:
                continue
            if {legs[i].field for i in others} - {surroundings.standard_model.higgs.field}:
                continue
            total = zero()
            for indices, number in tensor.items():
                if all(indices[i] == 1 for i in others) and all(indices[i] in classical for i in heavy):
                    fields = ((classical[indices[i]], legs[i].conjugated) for i in heavy)
                    values = (value.conjugate(names) if conjugate else value for value, conjugate in fields)
                    total += reduce(Symbolic.__mul__, values) * rational(number)
            part = -(named(coupling.name) * rational(factor) * total)
            found.append(part)
            if not coupling.is_real:
                found.append(part.conjugate(names))
    return found


def weinberg_terms(
    surroundings: Surroundings,
    field: Field,
    source: Source,
    bilinears: tuple[Bilinear, ...],
    inverse_square: Symbolic,
) -> Terms:
    """The coefficients of (phi~^dag l)^T C (phi~^dag l), which is nu^T C nu at H = (0, 1)."""
    names = surroundings.complex_names
    norms = component_norms(surroundings.model, field)
    sums = {(i, j): zero() for i in GENERATIONS for j in GENERATIONS}
    for bilinear in bilinears:
        if (bilinear.first.multiplet, bilinear.second.multiplet) != ("l", "l"):
            continue
        weight = zero()
        for (a, m, n), value in bilinear.tensor.items():
            if a in source and m.weak == n.weak == 0:
                other = source[a] if bilinear.first.dagger else source[a].conjugate(names)
                weight += other * rational(value / norms[a])
        for i, j in sums:
            entry = bilinear.matrix[i][j]
            sums[i, j] += (entry.conjugate(names) if bilinear.first.dagger else entry) * weight * inverse_square
    return symmetric_terms(sums)
