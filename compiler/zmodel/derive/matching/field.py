"""The exchange of a heavy field that the model file declares, with all its couplings to light fields."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from zmodel.derive.components import component_norms
from zmodel.derive.couplings import Coupling
from zmodel.derive.lorentz import fermion_positions
from zmodel.derive.matching.bilinears import Bilinear, Surroundings, light_spinor, read_bilinear
from zmodel.derive.matching.entries import valid_couplings
from zmodel.derive.matching.errors import MatchingError
from zmodel.derive.matching.four_fermions import Pair, four_fermion_terms
from zmodel.derive.matching.higgs_pairs import pair_size, pair_terms, weinberg_terms
from zmodel.derive.matching.potential import Terms, cubic_terms, linear_source
from zmodel.derive.matching.results import CurrentMatrix, ExchangeResult
from zmodel.derive.matching.vacuum import mass_from_vacuum
from zmodel.derive.matching.weinberg import WEINBERG_NOTE
from zmodel.derive.squared_mass import squared_mass
from zmodel.derive.symbolic import Symbolic, inverse, named, rational, symbolic, zero
from zmodel.derive.warsaw import BARYON_VIOLATING, WEINBERG
from zmodel.model import Field
from zmodel.model.expression import Constant, Expression, Multiply
from zmodel.model.model import Integration


def match_field(surroundings: Surroundings, field: Field, integration: Integration) -> ExchangeResult:
    """Integrates out a heavy scalar or vector at tree level.

    Args:
        surroundings: the model and the Standard Model in it.
        field: the heavy field.
        integration: the statement that asks for it.

    Raises:
        MatchingError: if its couplings are of a kind that is not known here.
    """
    model = surroundings.model
    if field.is_real and (field.is_vector or surroundings.standard_model.colour in field.irreps):
        raise MatchingError(f"`{field.name}` is real: of real fields only scalars without colour can be integrated out")
    couplings = valid_couplings(model)
    inverse_square = _inverse_square(surroundings, field, couplings, integration)
    bilinears, ignored = _bilinears(surroundings, field, couplings)
    norms = component_norms(model, field)
    weights = four_fermion_terms(bilinears, norms, field.is_vector)
    terms = {
        key: found
        for key, pairs in weights.items()
        if (found := _terms(pairs, bilinears, inverse_square, surroundings.complex_names))
    }
    more, left_out = _higgs_terms(surroundings, field, couplings, bilinears, inverse_square)
    for key, parts in more.items():
        terms[key] = (*terms.get(key, ()), *(part.expression() for part in parts))
    ignored += left_out
    notes = []
    if "phiBox" in more:
        notes.append("the quartic coupling of the Higgs doublet is lower in the effective theory")
    if any(name.startswith(WEINBERG) for name in more):
        notes.append(WEINBERG_NOTE)
    if any(key.partition("_")[0] in BARYON_VIOLATING for key in terms):
        notes.append("baryon number is violated: protons decay at tree level")
    if ignored:
        notes.append(f"couplings to fields that are not of the Standard Model are left out: {', '.join(ignored)}")
    return ExchangeResult(
        field.name,
        field.spin,
        inverse_square.expression(),
        integration.scale,
        {item.coupling: _shown(item) for item in bilinears},
        terms,
        surroundings.complex_names,
        tuple(notes),
    )


def _higgs_terms(
    surroundings: Surroundings,
    field: Field,
    couplings: Mapping[str, Coupling],
    bilinears: tuple[Bilinear, ...],
    inverse_square: Symbolic,
) -> tuple[Terms, tuple[str, ...]]:
    """What couplings of a scalar to the Higgs doublet give, and the names of couplings that are left out."""
    if field.is_vector:
        return {}, ()
    source, power, left_out = linear_source(surroundings, field, couplings)
    if power == 2:
        shift = _quartic_shift(surroundings, couplings)
        terms = pair_terms(surroundings, field, source, couplings, inverse_square, shift)
        return {**terms, **weinberg_terms(surroundings, field, source, bilinears, inverse_square)}, left_out
    if power == 3:
        norms = component_norms(surroundings.model, field)
        return cubic_terms(surroundings, source, bilinears, norms, inverse_square), left_out
    return {}, left_out


def _quartic_shift(surroundings: Surroundings, couplings: Mapping[str, Coupling]) -> Symbolic:
    """By how much all heavy scalars together lower the quartic coupling of the Higgs doublet."""
    model = surroundings.model
    total = zero()
    for integration in model.integrations:
        field = next((field for field in model.scalars if field.name == integration.name), None)
        if field is not None:
            source, power, _ = linear_source(surroundings, field, couplings)
            if power == 2:
                mass = _inverse_square(surroundings, field, couplings, integration)
                total += pair_size(surroundings, field, source) * mass
    return total


def _inverse_square(
    surroundings: Surroundings, field: Field, couplings: Mapping[str, Coupling], integration: Integration
) -> Symbolic:
    """1/M^2 from the potential with vacuum values, or else from the scale at which the field is integrated out."""
    total = zero()
    for name, factor in squared_mass(surroundings.model, field, couplings):
        value = named(name)
        total += rational(factor / 2) * (value + value.conjugate(surroundings.complex_names))
    total += mass_from_vacuum(surroundings, field, couplings)
    if total.is_zero:
        scale = symbolic(integration.scale)
        total = scale * scale
    return inverse(total)


def _bilinears(
    surroundings: Surroundings, field: Field, couplings: Mapping[str, Coupling]
) -> tuple[tuple[Bilinear, ...], tuple[str, ...]]:
    """The Yukawa couplings to two light fermions, and the names of those to other fields."""
    model = surroundings.model
    declared = {item.name: item for item in model.couplings}
    found: list[Bilinear] = []
    ignored: list[str] = []
    for coupling in couplings.values():
        legs = coupling.monomials[0][1]
        if field.name not in {leg.field for leg in legs} or coupling.kind != "yukawa":
            continue
        positions = fermion_positions(model, declared[coupling.name].monomials[0])
        (heavy,) = (i for i in range(len(legs)) if i not in positions)
        if any(light_spinor(surroundings, legs[i]) is None for i in positions):
            ignored.append(coupling.name)
            continue
        first, second = positions
        bilinear = read_bilinear(surroundings, coupling, heavy, (first, second))
        if any(not entry.is_zero for row in bilinear.matrix for entry in row):
            found.append(bilinear)
        elif coupling.entries:
            # A field may have more generations than the Standard Model, as a neutral one of right-handed leptons.
            ignored.append(coupling.name)
    return tuple(found), tuple(ignored)


def _terms(
    pairs: Mapping[Pair, Fraction],
    bilinears: tuple[Bilinear, ...],
    inverse_square: Symbolic,
    complex_names: frozenset[str],
) -> tuple[Expression, ...]:
    """Weight conj(Y) Y'/M^2 of each pair of entries; equal products, as of symmetric matrices, are one."""
    weights: dict[tuple[Expression, Expression], Fraction] = {}
    for ((a, i, j), (b, k, m)), weight in sorted(pairs.items()):
        first_sign, first = _unsigned(bilinears[a].matrix[i][j].conjugate(complex_names))
        second_sign, second = _unsigned(bilinears[b].matrix[k][m])
        product = first.expression(), second.expression()
        weights[product] = weights.get(product, Fraction(0)) + first_sign * second_sign * weight
    factor = inverse_square.expression()
    return tuple(Multiply((Constant(weight), *product, factor)) for product, weight in weights.items() if weight)


def _unsigned(value: Symbolic) -> tuple[int, Symbolic]:
    """A sign, and what it multiplies."""
    return (-1, -value) if all(number < 0 for number in value.terms.values()) else (1, value)


def _shown(bilinear: Bilinear) -> CurrentMatrix:
    return tuple(tuple(entry.expression() for entry in row) for row in bilinear.declared)
