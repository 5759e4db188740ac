"""Pairs of leptoquarks that give a charged lepton its mass in a loop, found in a model; paper D, Sec. 4."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from zmodel.derive.standard_model import GENERATIONS, MissingStandardModel, StandardModel, find_standard_model
from zmodel.model import Model
from zmodel.model.expression import EvaluationError, Value, evaluate
from zmodel.model.model import Monomial
from zmodel.pheno.constants import FERMION_MASSES, constant
from zmodel.pheno.magnetic_moments import LeptoquarkPair
from zmodel.pheno.observable import Observable
from zmodel.pheno.particle_masses import scalar_mass

CHARGE = Fraction(5, 3)
"""Of the component that joins an up quark and a charged lepton, in (3, 2, 7/6)."""


@dataclass(frozen=True)
class _Vertex:
    """-factor * coupling * (quark bar) scalar (lepton), or its conjugate as the file has it."""

    scalar: str
    coupling: str
    factor: float
    is_conjugated: bool

    def entry(self, values: Mapping[str, Value], i: int, j: int) -> complex:
        """What multiplies (quark bar) scalar (lepton) of two generations; zero without a value."""
        first, second = (j, i) if self.is_conjugated else (i, j)
        value = self.factor * complex(values.get(f"{self.coupling}[{first + 1},{second + 1}]", 0.0))
        return value.conjugate() if self.is_conjugated else value


def leptoquark_observables(model: Model, values: Mapping[str, Value]) -> Iterator[Observable]:
    """Masses and magnetic moments of charged leptons from pairs of leptoquarks (3, 2, 7/6).

    The lepton's mass is taken to come from the loop alone, so models with a Yukawa coupling of charged leptons have
    none of these. The moment is in the convention in which that mass is positive, and has the measured mass in its
    prefactor: it is paper D's Eq. (4.6) where the loop gives the measured mass.

    Args:
        model: a resolved model.
        values: by name; pairs whose couplings, masses or mixing have no value are left out.
    """
    found = find_standard_model(model)
    if isinstance(found, MissingStandardModel) or _has_lepton_yukawa(model, found):
        return
    left = list(_vertices(model, found.multiplets["u"][0].field, found.multiplets["l"][0].field))
    right = list(_vertices(model, found.multiplets["q"][0].field, found.multiplets["e"][0].field))
    for plus in left:
        for minus in right:
            if plus.scalar != minus.scalar:
                yield from _pair_observables(model, values, plus, minus)


def _has_lepton_yukawa(model: Model, found: StandardModel) -> bool:
    fields = {found.multiplets["l"][0].field, found.multiplets["e"][0].field, found.higgs.field}
    return any(_fields(monomial) == fields for declared in model.couplings for monomial in declared.monomials)


def _fields(monomial: Monomial) -> set[str]:
    return {leg.field for leg in monomial.legs}


def _vertices(model: Model, quark: str, lepton: str) -> Iterator[_Vertex]:
    for declared in model.couplings:
        if declared.kind != "yukawa" or len(declared.monomials) != 1 or declared.kept:
            continue
        legs = declared.monomials[0].legs
        scalars = [leg for leg in legs if leg.field not in (quark, lepton)]
        # The barred fermion comes first: entries of the coupling are [quark, lepton], or [lepton, quark].
        barred = [leg.field for leg in legs if leg.barred]
        if len(legs) != 3 or len(scalars) != 1 or barred not in ([quark], [lepton]) or legs[0].field != barred[0]:
            continue
        is_conjugated = barred == [lepton]
        if scalars[0].conjugated == is_conjugated and not scalars[0].tilde:
            factor = float(declared.monomials[0].coefficient)
            yield _Vertex(scalars[0].field, declared.name, factor, is_conjugated)


def _pair_observables(model: Model, values: Mapping[str, Value], plus: _Vertex, minus: _Vertex) -> Iterator[Observable]:
    squared = [mass**2 if mass else None for mass in (scalar_mass(model, v.scalar, values) for v in (plus, minus))]
    mixing = _mixing(model, values, plus.scalar, minus.scalar)
    if squared[0] is None or squared[1] is None or not mixing:
        return
    mean, half = (squared[0] + squared[1]) / 2, (squared[0] - squared[1]) / 2
    split = math.hypot(half, mixing)
    if split >= mean:
        return
    masses, sine = (math.sqrt(mean - split), math.sqrt(mean + split)), mixing / split
    name = f"{plus.scalar}, {minus.scalar}"
    for j in range(GENERATIONS):
        lepton = ("e", "mu", "tau")[j]
        mass = moment = 0j
        for i in range(GENERATIONS):
            product = plus.entry(values, i, j).conjugate() * minus.entry(values, i, j)
            pair = LeptoquarkPair(masses, sine, 1.0, float(CHARGE), constant(FERMION_MASSES["u"][i]))
            mass += product * pair.lepton_mass()
            moment += product * pair.moment(constant(f"m_{lepton}"))
        if mass:
            inputs = (plus.coupling, minus.coupling, f"masses of {name}", "m_u", "m_c", "m_t")
            yield Observable(f"m_{lepton} from {name}", abs(mass), "GeV", inputs, "paper D, Eq. (4.4)")
            # The phase that makes the mass positive turns the moment, too; what is left imaginary is an electric one.
            value = (moment * mass.conjugate()).real / abs(mass)
            yield Observable(
                f"Delta a_{lepton} from {name}", value, "", (*inputs, f"m_{lepton}"), "paper D, Eqs. (4.6), (4.7)"
            )


def _mixing(model: Model, values: Mapping[str, Value], plus: str, minus: str) -> float:
    """|m~^2| in GeV^2 of all terms (dag(S_+) S_-) times scalars with vacuum values that have a value."""
    total = 0j
    for declared in model.couplings:
        if declared.kind == "potential" and declared.name in values:
            coupling = complex(values[declared.name])
            total += sum(_mixing_of(model, values, coupling, item, plus, minus) for item in declared.monomials)
    return abs(total)


def _mixing_of(
    model: Model, values: Mapping[str, Value], coupling: complex, monomial: Monomial, plus: str, minus: str
) -> complex:
    """What multiplies dag(S_+) S_- in a term of the potential or in its conjugate."""
    own = {leg.field: leg.conjugated for leg in monomial.legs if leg.field in (plus, minus)}
    others = [leg for leg in monomial.legs if leg.field not in own]
    if len(own) != 2 or len(others) + 2 != len(monomial.legs) or own[plus] == own[minus]:
        return 0j
    total = coupling * float(monomial.coefficient)
    for leg in others:
        vev = model.field(leg.field).vev
        # A multiplet's components would need the contraction.
        if len(vev) != 1:
            return 0j
        try:
            value = complex(evaluate(vev[0], values))
        except EvaluationError:
            return 0j
        total *= value.conjugate() if leg.conjugated else value
    return total if own[plus] else total.conjugate()
