"""All beta functions of a model, loop by loop, without the loop factors 1/(16 pi^2)^n."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from zmodel.algebra import Polynomial
from zmodel.algebra.flavour import Alphabet, FlavourSum
from zmodel.derive.beta.anomalous import Gamma, fermion_dimensions, scalar_dimensions
from zmodel.derive.beta.blocks import Blocks
from zmodel.derive.beta.gauge import gauge_sum
from zmodel.derive.beta.loops import LoopOrders
from zmodel.derive.beta.mixing import AbelianSector, coupling_betas
from zmodel.derive.beta.project import quartic_betas, yukawa_betas
from zmodel.derive.beta.theory import Theory, build_theory, coupling_symbols
from zmodel.derive.couplings import Coupling, CouplingTable
from zmodel.model import Model


@dataclass(frozen=True)
class BetaFunctions:
    """The right-hand sides of the renormalisation group, by loop order.

    Attributes:
        orders: the loop orders that have been derived, by sector.
        alphabet: ring and letters of all values.
        sector: the gauged U(1)s and the form of their mixing.
        h: their coupling matrix, as polynomials.
        simple: d g/dlnmu of each simple group by coupling name, then loop order.
        abelian: d/dlnmu of the U(1) couplings and kinetic mixings by name, then loop order.
        abelian_running: the symmetric matrix S with d(h^-1)/dlnmu = -S, equivalently dh/dlnmu = h S h, by
        loop order.
        couplings: d/dlnmu of Yukawa matrices, quartics, masses and kept entries, by name, then loop order.
        table: the couplings that run, by name.
        anomalous: gamma by pairs of fields, then loop order; see `zmodel.derive.beta.anomalous`.
        gauge_parameter: the symbol of xi in it.
    """

    orders: LoopOrders
    alphabet: Alphabet
    sector: AbelianSector
    h: Mapping[tuple[str, str], Polynomial]
    simple: Mapping[str, Mapping[int, FlavourSum]]
    abelian: Mapping[str, Mapping[int, FlavourSum]]
    abelian_running: Mapping[int, Mapping[tuple[str, str], FlavourSum]]
    couplings: Mapping[str, Mapping[int, FlavourSum]]
    table: Mapping[str, Coupling]
    anomalous: Mapping[tuple[str, str], Mapping[int, FlavourSum]]
    gauge_parameter: str

    @property
    def by_name(self) -> dict[str, Mapping[int, FlavourSum]]:
        """All beta functions: gauge couplings, kinetic mixings, then the others."""
        return {**self.simple, **self.abelian, **self.couplings}

    @property
    def loops(self) -> tuple[int, ...]:
        """1 up to the highest order of any sector."""
        return tuple(range(1, self.orders.highest + 1))


def derive_betas(model: Model, table: CouplingTable, loops: LoopOrders | int) -> BetaFunctions:
    """Derives the beta functions up to a loop order.

    Args:
        model: a resolved model.
        table: its couplings.
        loops: highest loop order by sector, or one number as for `LoopOrders.up_to`.

    Raises:
        DegenerateCouplings: if several couplings multiply the same term.
    """
    orders = LoopOrders.up_to(loops) if isinstance(loops, int) else loops
    theory = build_theory(model, table)
    blocks = Blocks(theory)
    running = {loop: _abelian_matrix(blocks, loop) for loop in _range(orders.gauge)}
    return BetaFunctions(
        orders,
        theory.alphabet,
        theory.abelian,
        theory.h,
        _simple_betas(blocks, _range(orders.gauge)),
        _abelian_betas(blocks, running),
        running,
        _by_name({loop: yukawa_betas(blocks, loop) for loop in _range(orders.yukawa)})
        | _by_name({loop: quartic_betas(blocks, loop) for loop in _range(orders.quartic)}),
        _running_couplings(theory),
        _by_fields({loop: scalar_dimensions(blocks, loop) for loop in _range(orders.quartic)})
        | _by_fields({loop: fermion_dimensions(blocks, loop) for loop in _range(orders.yukawa)}),
        theory.gauge_parameter,
    )


def _range(highest: int) -> range:
    return range(1, highest + 1)


def _by_name(betas: Mapping[int, Mapping[str, FlavourSum]]) -> dict[str, dict[int, FlavourSum]]:
    return {name: {loop: betas[loop][name] for loop in betas} for name in betas[1]}


def _by_fields(gammas: Mapping[int, Gamma]) -> dict[tuple[str, str], dict[int, FlavourSum]]:
    result: dict[tuple[str, str], dict[int, FlavourSum]] = {}
    for loop, gamma in gammas.items():
        for fields, value in gamma.items():
            result.setdefault(fields, {})[loop] = value
    return result


def _running_couplings(theory: Theory) -> dict[str, Coupling]:
    result: dict[str, Coupling] = {}
    for coupling in theory.couplings:
        names = coupling_symbols(coupling) if coupling.kept else (coupling.name,)
        result |= {name: coupling for name in names}
    return result


def _simple_betas(blocks: Blocks, orders: range) -> dict[str, dict[int, FlavourSum]]:
    """d(g^2)/dlnmu = g^4 S means dg/dlnmu = g^3 S/2."""
    ring = blocks.theory.ring
    result = {}
    for group in blocks.theory.model.gauge_groups:
        if not group.is_abelian:
            name = group.coupling or ""
            half_cube = ring.symbol(name) ** 3 * ring.constant(Fraction(1, 2))
            pair = (group.name, group.name)
            result[name] = {loop: gauge_sum(blocks, pair, loop).scale(half_cube) for loop in orders}
    return result


def _abelian_matrix(blocks: Blocks, loop: int) -> dict[tuple[str, str], FlavourSum]:
    groups = blocks.theory.model.abelian_groups
    result = {}
    for i, first in enumerate(groups):
        for second in groups[i:]:
            value = gauge_sum(blocks, (first.name, second.name), loop)
            result[first.name, second.name] = result[second.name, first.name] = value
    return result


def _abelian_betas(
    blocks: Blocks, running: Mapping[int, Mapping[tuple[str, str], FlavourSum]]
) -> dict[str, dict[int, FlavourSum]]:
    theory = blocks.theory
    betas: dict[str, dict[int, FlavourSum]] = {}
    for loop, matrix in running.items():
        for name, value in coupling_betas(theory.abelian, matrix, theory.alphabet, _weak_rate(blocks, loop)).items():
            betas.setdefault(name, {})[loop] = value
    return betas


def _weak_rate(blocks: Blocks, loop: int) -> FlavourSum:
    """dlng2/dlnmu where the form of kinetic mixing refers to the weak angle."""
    theory = blocks.theory
    for group in theory.model.gauge_groups:
        if group.coupling and group.coupling == theory.abelian.weak_coupling:
            half_square = theory.ring.symbol(group.coupling) ** 2 * theory.ring.constant(Fraction(1, 2))
            return gauge_sum(blocks, (group.name, group.name), loop).scale(half_square)
    return theory.alphabet.zero
