"""Pairs of leptoquarks that give a charged lepton its mass in a loop, found in a model; paper D, Sec. 4."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from zmodel.derive.contraction import Tensor, component_indices
from zmodel.derive.couplings import Coupling
from zmodel.derive.matching.bilinears import Bilinear, Surroundings, light_spinor, read_bilinear
from zmodel.derive.matching.entries import complex_entries, valid_couplings
from zmodel.derive.matching.errors import MatchingError
from zmodel.derive.rotations import CKM, derive_rotations, entry_name, known_entries
from zmodel.derive.standard_model import GENERATIONS, MissingStandardModel, StandardModel, find_standard_model
from zmodel.model import Leg, Model
from zmodel.model.expression import EvaluationError, Value, evaluate
from zmodel.pheno.constants import FERMION_MASSES, constant
from zmodel.pheno.magnetic_moments import LeptoquarkPair
from zmodel.pheno.observable import Observable
from zmodel.pheno.particle_masses import scalar_mass

Array = NDArray[np.complex128]

CHARGE = Fraction(5, 3)
"""Of the component that joins an up quark and a charged lepton, in (3, 2, 7/6)."""


@dataclass(frozen=True)
class _Vertex:
    """-(quark bar) matrix (lepton) S for the component S of charge 5/3, with up quarks and charged leptons.

    `is_mirrored` tells that the field is declared as the conjugate of (3, 2, 7/6), `component` which of its components
    S is, of the first colour; `names` are those of the couplings.
    """

    scalar: str
    is_mirrored: bool
    component: int
    names: tuple[str, ...]
    matrix: Array


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
    entries = complex_entries(model)
    rotations, _ = derive_rotations(model, found)
    surroundings = Surroundings(model, found, rotations, known_entries(model) | entries)
    known = dict.fromkeys(entries, 0.0) | dict(values)
    try:
        left, right = (_vertices(surroundings, quark, lepton, known) for quark, lepton in ("ul", "qe"))
    except EvaluationError:
        return
    for plus in left:
        for minus in right:
            if plus.scalar != minus.scalar:
                yield from _pair_observables(model, values, plus, minus)


def _has_lepton_yukawa(model: Model, found: StandardModel) -> bool:
    left, right = ({member.field for member in found.multiplets[name]} for name in "le")
    terms = ({leg.field for leg in m.legs} for declared in model.couplings for m in declared.monomials)
    return any(
        len(fields) == 3 and found.higgs.field in fields and fields & left and fields & right for fields in terms
    )


# ------------------------------------------------------------------ couplings to fermions
def _vertices(surroundings: Surroundings, quark: str, lepton: str, values: Mapping[str, Value]) -> list[_Vertex]:
    """Those of one chirality, one for each scalar: the sum of all its couplings to any of the generations."""
    found: dict[str, _Vertex] = {}
    for coupling in valid_couplings(surroundings.model).values():
        vertex = _vertex(surroundings, coupling, quark, lepton, values) if coupling.kind == "yukawa" else None
        if vertex is not None:
            known = found.get(vertex.scalar, replace(vertex, names=(), matrix=np.zeros_like(vertex.matrix)))
            names, matrix = known.names + vertex.names, known.matrix + vertex.matrix
            found[vertex.scalar] = replace(vertex, names=names, matrix=matrix)
    return list(found.values())


def _vertex(
    surroundings: Surroundings, coupling: Coupling, quark: str, lepton: str, values: Mapping[str, Value]
) -> _Vertex | None:
    """A Yukawa coupling of these multiplets, or None if it is one of others."""
    read = _bilinear(surroundings, coupling)
    if read is None or {read[1].first.multiplet, read[1].second.multiplet} != {quark, lepton}:
        return None
    scalar, bilinear = read
    quark_first = bilinear.first.multiplet == quark
    # S^* multiplies (u^c l)^* and q e^c, what is declared as the conjugate these products conjugated.
    is_mirrored = bilinear.first.dagger != (quark == "u")
    rows = [[complex(evaluate(entry.expression(), values)) for entry in row] for row in bilinear.matrix]
    matrix: Array = np.array(rows, dtype=complex)
    matrix *= _contraction(bilinear, quark)
    matrix = matrix if quark_first else matrix.T
    matrix = matrix if is_mirrored else matrix.conj()
    if quark == "q" and _quark_doublets_are_rotated(surroundings):
        # Doublets of the basis `Warsaw` hold V_CKM^dag times up quarks.
        matrix = np.array([[complex(values[entry_name(CKM, i, j)]) for j in range(3)] for i in range(3)]) @ matrix
    component = _charged_component(surroundings, scalar, is_mirrored)
    return _Vertex(scalar, is_mirrored, component, (coupling.name,), matrix)


def _bilinear(surroundings: Surroundings, coupling: Coupling) -> tuple[str, Bilinear] | None:
    """The scalar of a Yukawa coupling and its two fermions, if these are known ones."""
    model = surroundings.model
    legs = coupling.monomials[0][1]
    first, second = (i for i, leg in enumerate(legs) if model.field(leg.field).is_fermion)
    boson = next(i for i in range(len(legs)) if i not in (first, second))
    try:
        known = all(light_spinor(surroundings, legs[i]) for i in (first, second))
        if known and not model.field(legs[boson].field).is_vector:
            return legs[boson].field, read_bilinear(surroundings, coupling, boson, (first, second))
    except MatchingError:  # A field with generations of several multiplets.
        pass
    return None


def _contraction(bilinear: Bilinear, quark: str) -> float:
    """What the contraction gives for an up quark and a charged lepton: the lower component of l, the upper one of q."""
    for (_, *components), value in sorted(bilinear.tensor.items()):
        weak = {s.multiplet: c.weak for s, c in zip((bilinear.first, bilinear.second), components, strict=True)}
        if weak[quark] == 0 and weak.get("l", 1) == 1:
            return float(value)
    return 0.0


def _charged_component(surroundings: Surroundings, scalar: str, is_mirrored: bool) -> int:
    """The place of the component of charge 5/3, the upper one, or of -5/3, the lower one, with the first colour."""
    model, weak = surroundings.model, surroundings.standard_model.weak
    field = model.field(scalar)
    wanted = tuple(int(is_mirrored and group.name == weak) for group in model.groups if group.name in field.irreps)
    return component_indices(model, field).index(wanted)


def _quark_doublets_are_rotated(surroundings: Surroundings) -> bool:
    fields = {member.field for member in surroundings.standard_model.multiplets["q"]}
    return any(rotation.field in fields for rotation in surroundings.model.rotations)


# ------------------------------------------------------------------ masses and moments
def _pair_observables(model: Model, values: Mapping[str, Value], plus: _Vertex, minus: _Vertex) -> Iterator[Observable]:
    squared = [mass**2 if mass else None for mass in (scalar_mass(model, v.scalar, values) for v in (plus, minus))]
    mixing = _mixing(model, values, plus, minus)
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
            product = complex(plus.matrix[i, j].conjugate() * minus.matrix[i, j])
            pair = LeptoquarkPair(masses, sine, 1.0, float(CHARGE), constant(FERMION_MASSES["u"][i]))
            mass += product * pair.lepton_mass()
            moment += product * pair.moment(constant(f"m_{lepton}"))
        if mass:
            inputs = (*plus.names, *minus.names, f"masses of {name}", "m_u", "m_c", "m_t")
            yield Observable(f"m_{lepton} from {name}", abs(mass), "GeV", inputs, "paper D, Eq. (4.4)")
            # The phase that makes the mass positive turns the moment, too; what is left imaginary is an electric one.
            value = (moment * mass.conjugate()).real / abs(mass)
            yield Observable(
                f"Delta a_{lepton} from {name}", value, "", (*inputs, f"m_{lepton}"), "paper D, Eqs. (4.6), (4.7)"
            )


def _mixing(model: Model, values: Mapping[str, Value], plus: _Vertex, minus: _Vertex) -> float:
    """|m~^2| in GeV^2 of all terms (dag(S_+) S_-) times scalars with vacuum values that have a value."""
    total = 0j
    for coupling in valid_couplings(model).values():
        if coupling.kind == "potential" and coupling.name in values:
            weights = (_mixing_of(model, values, item, plus, minus) for item in coupling.monomials)
            for weight, is_conjugated in weights:
                product = complex(values[coupling.name]) * weight
                total += product.conjugate() if is_conjugated else product
    return abs(total)


def _mixing_of(
    model: Model,
    values: Mapping[str, Value],
    monomial: tuple[Fraction, tuple[Leg, ...], Tensor],
    plus: _Vertex,
    minus: _Vertex,
) -> tuple[complex, bool]:
    """What a term of the potential has of S_+^* S_- of charge 5/3, or of its conjugate, and which of the two."""
    factor, legs, tensor = monomial
    own = {leg.field: i for i, leg in enumerate(legs) if leg.field in (plus.scalar, minus.scalar)}
    others = [leg for leg in legs if leg.field not in own]
    if len(own) != 2 or len(others) + 2 != len(legs):
        return 0j, False
    places = {own[vertex.scalar]: vertex.component for vertex in (plus, minus)}
    total = complex(factor * sum(v for at, v in tensor.items() if all(at[i] == k for i, k in places.items())))
    for leg in others:
        vev = model.field(leg.field).vev
        # A multiplet's components would need the contraction.
        if len(vev) != 1:
            return 0j, False
        try:
            value = complex(evaluate(vev[0], values))
        except EvaluationError:
            return 0j, False
        total *= value.conjugate() if leg.conjugated else value
    return total, legs[own[plus.scalar]].conjugated == plus.is_mirrored
