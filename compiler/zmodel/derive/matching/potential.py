"""What a heavy scalar does through its couplings to the Higgs doublet, beside four-fermion operators.

V holds S^*_a lambda P_a(H) + h.c. with cubic P, as for a second doublet: O_a of `bilinears` gets lambda P_a, and O^*
O/M^2 gives C_phi and C_uphi, C_dphi, C_ephi. Gauge invariance fixes the form of all these operators, so their
coefficients are read off at H = (0, 1). Scalars with two doublets are in `higgs_pairs`.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import reduce
from itertools import product

from zmodel.derive.couplings import Coupling
from zmodel.derive.matching.bilinears import Bilinear, Surroundings
from zmodel.derive.matching.errors import MatchingError
from zmodel.derive.symbolic import Symbolic, named, rational, zero
from zmodel.derive.warsaw import GENERATIONS, key
from zmodel.model import Field

YUKAWA_LIKE = {("q", "u"): ("uphi", 0), ("q", "d"): ("dphi", 1), ("l", "e"): ("ephi", 1)}
"""Operator and weak component of the doublet that is left at H = (0, 1)."""

Terms = dict[str, list[Symbolic]]
Source = dict[int, Symbolic]
"""lambda P_a at H = (0, 1) by component of the heavy field."""


def linear_source(
    surroundings: Surroundings, field: Field, couplings: Mapping[str, Coupling]
) -> tuple[Source, int, tuple[str, ...]]:
    """The part of V that is linear in a heavy scalar and holds the Higgs doublet alone besides.

    Returns:
        The source, the number of Higgs fields in it (0 if there are none), and couplings that are left out.

    Raises:
        MatchingError: for a tadpole, or mixing with the Higgs doublet.
    """
    higgs = surroundings.standard_model.higgs
    source: Source = {}
    powers: set[int] = set()
    left_out: list[str] = []
    for coupling in potential_terms(couplings, field):
        for factor, legs, tensor in coupling.monomials:
            heavy = [i for i, leg in enumerate(legs) if leg.field == field.name]
            others = [i for i in range(len(legs)) if i not in heavy]
            if len(heavy) != 1:
                continue
            if {legs[i].field for i in others} - {higgs.field}:
                left_out.append(coupling.name)
                continue
            if len(others) < 2:
                what = "has a tadpole" if not others else "mixes with the Higgs doublet"
                raise MatchingError(f"`{field.name}` {what} by `{coupling.name}`: shift or rotate it away first")
            powers.add(len(others))
            if coupling.is_real and not field.is_real and not legs[heavy[0]].conjugated:
                # The conjugate is another product of this coupling.
                continue
            value = named(coupling.name) * rational(factor)
            if not legs[heavy[0]].conjugated:
                value = value.conjugate(surroundings.complex_names)
            for indices, number in tensor.items():
                if all(indices[i] == 1 for i in others):
                    a = indices[heavy[0]]
                    source[a] = source.get(a, zero()) + value * rational(number)
    if powers and higgs.sign < 0:
        raise MatchingError(f"couplings of `{field.name}` to a Higgs doublet of hypercharge -1/2: declare it with 1/2")
    if len(powers) > 1:
        raise MatchingError(f"`{field.name}` couples to two and to three Higgs doublets")
    return source, next(iter(powers), 0), tuple(dict.fromkeys(left_out))


def potential_terms(couplings: Mapping[str, Coupling], field: Field) -> list[Coupling]:
    """The couplings of the potential that a field has."""
    found = []
    for coupling in couplings.values():
        fields = {leg.field for _, legs, _ in coupling.monomials for leg in legs}
        if coupling.kind == "potential" and field.name in fields:
            found.append(coupling)
    return found


def cubic_terms(
    surroundings: Surroundings,
    source: Source,
    bilinears: tuple[Bilinear, ...],
    norms: tuple[Fraction, ...],
    inverse_square: Symbolic,
) -> Terms:
    """C_phi, C_uphi, C_dphi and C_ephi of a scalar that couples to three Higgs doublets."""
    conjugate = {a: value.conjugate(surroundings.complex_names) for a, value in source.items()}
    total = [value * conjugate[a] * rational(1 / norms[a]) for a, value in source.items()]
    terms: Terms = {"phi": [reduce(Symbolic.__add__, total, zero()) * inverse_square]}
    for bilinear in bilinears:
        flip = bilinear.first.multiplet not in ("q", "l")
        doublet, singlet = (bilinear.second, bilinear.first) if flip else (bilinear.first, bilinear.second)
        operator, weak = YUKAWA_LIKE[doublet.multiplet, singlet.multiplet]
        coefficient = zero()
        for (a, m, n), value in bilinear.tensor.items():
            left, right = (n, m) if flip else (m, n)
            if a in source and left.weak == weak and left.colour == right.colour == 0:
                other = conjugate[a] if doublet.dagger else source[a]
                coefficient += other * rational(value / norms[a])
        for i, j in product(GENERATIONS, repeat=2):
            entry = bilinear.matrix[j][i] if flip else bilinear.matrix[i][j]
            if not doublet.dagger:
                entry = entry.conjugate(surroundings.complex_names)
            part = entry * coefficient * inverse_square
            if not part.is_zero:
                terms.setdefault(key(operator, (i, j)), []).append(part)
    return terms
