"""Building blocks of the general formulas: generators leave couplings invariant, exchange closes to Casimirs."""

from __future__ import annotations

from functools import cache
from itertools import combinations_with_replacement, product

import pytest
from tests.helpers.models import compile_text
from tests.unit.derive.beta.test_extended_models import TEXTS as EXTENDED
from tests.unit.derive.beta.test_reference_models import TEXTS as REFERENCE

from zmodel.derive.beta import coefficients, gauge, quartic, yukawa
from zmodel.derive.beta.blocks import Blocks
from zmodel.derive.beta.generators import exchanged
from zmodel.derive.beta.theory import build_theory

# With charges that differ between generations, entries of y are invariant only on their textures.
TEXTS = {
    name: text
    for name, text in {**REFERENCE, **EXTENDED}.items()
    if name not in ("vector_like_quark", "lepton_flavour")
}


@cache
def blocks(name: str) -> Blocks:
    analysis = compile_text(TEXTS[name])
    return Blocks(build_theory(analysis.model, analysis.couplings))


@pytest.mark.parametrize("name", TEXTS)
def test_yukawa_couplings_are_invariant(name: str) -> None:
    """T_a^e y_e + y_a T + (y_a T)^T = 0, the dummy scalar being neutral."""
    theory = blocks(name).theory
    for generators in blocks(name).gauge.generators.values():
        for scalars, fermions in zip(generators.scalars, generators.fermions, strict=True):
            for a, i, j in product(range(theory.dummy + 1), *[range(len(theory.fermions))] * 2):
                value = theory.alphabet.zero
                for e, factor in scalars.get(a, {}).items():
                    value = value + theory.yukawa[e].get(i, {}).get(j, theory.alphabet.zero).scale(factor)
                for k, entry in theory.yukawa[a].get(i, {}).items():
                    if j in fermions.get(k, {}):
                        value = value + entry * fermions[k][j]
                for k, row in theory.yukawa[a].items():
                    if j in row and i in fermions.get(k, {}):
                        value = value + fermions[k][i] * row[j]
                assert not value, (a, i, j)


@pytest.mark.parametrize("name", ["thdm", "singlet", "r2_leptoquark", "triplets"])
def test_quartic_couplings_are_invariant(name: str) -> None:
    """The sum of T_a^e lambda_ebcd over all four indices vanishes; masses and trilinears are included."""
    theory, quartics = blocks(name).theory, blocks(name).quartic
    for generators in blocks(name).gauge.generators.values():
        for generator in generators.scalars:
            for component in combinations_with_replacement(range(theory.dummy + 1), 4):
                value = theory.ring.zero
                for position, a in enumerate(component):
                    rest = component[:position] + component[position + 1 :]
                    for e, factor in generator.get(a, {}).items():
                        value = value + factor * quartics.coupling(e, *rest)
                assert value.is_zero(), component


@pytest.mark.parametrize("name", TEXTS)
def test_exchange_on_one_line_is_the_casimir(name: str) -> None:
    """T^A_a^x T_A_x^b = C2(S) delta_a^b."""
    theory, block = blocks(name).theory, blocks(name).gauge
    for a in range(len(theory.scalars)):
        total = dict.fromkeys(range(len(theory.scalars)), theory.ring.zero)
        for pair, coupling in block.metric("G").items():
            first, second = (block.generators[group].scalars for group in pair)
            for x, y, value in exchanged(theory, pair):
                for e, left in first[x].get(a, {}).items():
                    for b, right in second[y].get(e, {}).items():
                        total[b] = total[b] + value * left * right * coupling
        for b, value in total.items():
            expected = block.scalar_casimir(a) if a == b else theory.ring.zero
            assert value == expected, (a, b)


@pytest.mark.parametrize("table", ["gauge", "yukawa", "quartic"])
def test_every_structure_has_its_coefficient(table: str) -> None:
    module = {"gauge": gauge, "yukawa": yukawa, "quartic": quartic}[table]
    numbers = getattr(coefficients, table.upper())
    assert list(module.STRUCTURES) == list(numbers)
    for loop, structures in module.STRUCTURES.items():
        assert [structure is None for structure in structures] == [number == 0 for number in numbers[loop]]
