"""Exchange of B, W3 and heavy bosons in the full theory against the effective theory that the matching gives.

Currents are classical sources s_f of the fields, so that an amplitude is a second derivative of L at tree level. Full
theory: L = -F K F/4 + V M2 V/2 + V.j with kinetic matrix and couplings as each form of mixing defines them, hence
L = -j (M2 - q^2 K)^-1 j/2. Effective theory: the Standard Model with contact terms, shifted couplings of the vacuum
to the currents (C_Hf) and a shifted Z mass (C_HD), to first order in 1/M^2. Nothing here knows h or its inverse.
"""

from __future__ import annotations

import math
import random
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations_with_replacement

import mpmath
import pytest
from tests.helpers.smeft import random_charges, resolve_text

from zmodel.derive.matching import derive_matching
from zmodel.derive.smeft_basis import DISTINCT_CURRENTS, HIGGS_FERMION, IDENTICAL_CURRENTS
from zmodel.derive.wcxf import evaluate_matching
from zmodel.model.expression import evaluate

FORMS = ("", "eta", "epsilon", "epsilon_plus", "dark_epsilon", "triangular")
HYPERCHARGE = {"q": "1/6", "u": "2/3", "d": "-1/3", "l": "-1/2", "e": "-1"}
WEAK = 0.65
VACUUM = 0.246


@dataclass(frozen=True)
class Particle:
    """A component of a multiplet: its generation, T3, and its charges by U(1)."""

    multiplet: str
    generation: int
    isospin: float
    charges: Mapping[str, float]


@dataclass(frozen=True)
class Setup:
    """U(1)s in the order of the file, numbers for all couplings, and the mixing of each pair in that order."""

    form: str
    groups: tuple[str, ...]
    couplings: Mapping[str, float]
    mixings: Mapping[tuple[str, str], float]
    masses: Mapping[str, float]

    def kinetic(self) -> mpmath.matrix:
        """K of -F K F/4 in the fields of the form."""
        size = len(self.groups)
        mixing = mpmath.eye(size)
        if self.form in ("", "triangular"):
            return mixing
        cosine = WEAK / mpmath.hypot(WEAK, self.couplings["Y"])
        for (a, b), value in self.mixings.items():
            i, j = self.groups.index(a), self.groups.index(b)
            factor = {"epsilon_plus": -1, "dark_epsilon": 1 / cosine}.get(self.form, 1)
            mixing[i, j] = mixing[j, i] = factor * mpmath.mpf(value)
        return mixing**-1 if self.form == "eta" else mixing

    def source(self, charges: Mapping[str, float]) -> list[mpmath.mpf]:
        """What a charged current couples to: one number per field."""
        result = [self.couplings[name] * mpmath.mpf(charges[name]) for name in self.groups]
        if self.form == "triangular":
            for (a, b), value in self.mixings.items():
                result[self.groups.index(b)] += mpmath.mpf(value) * charges[a]
        return result


def model_text(setup: Setup, charges: Mapping[str, tuple[dict[str, list[Fraction]], Fraction]]) -> str:
    lines = ["model amplitudes", "gauge SU3c = SU(3) coupling g3", "gauge SU2L = SU(2) coupling g2"]
    for name in setup.groups:
        mass = "" if name == "Y" else f" mass M_{name}"
        lines.append(f"gauge {name} = U(1) coupling g_{name} boson B_{name}{mass}")
    representations = {"Q": "SU3c: 3, SU2L: 2, ", "U": "SU3c: 3, ", "D": "SU3c: 3, ", "L": "SU2L: 2, ", "E": ""}
    for field, representation in representations.items():
        chirality = "left" if field in "QL" else "right"
        lines.append(f"fermion {field}[3] {chirality} ({representation}Y: {HYPERCHARGE[field.lower()]})")
    higgs = ", ".join(f"{name}: {value}" for name, (_, value) in charges.items())
    lines.append(f"scalar H (SU2L: 2, Y: 1/2, {higgs}) vev (0, v_h/sqrt(2))")
    for name, (fields, _) in charges.items():
        entries = "; ".join(f"{field} = [{', '.join(map(str, values))}]" for field, values in fields.items())
        lines.append(f"charges {name} {{ {entries} }}")
    lines += [f"mixing {setup.form} ({a}, {b}) as mix_{a}{b}" for a, b in setup.mixings]
    lines += [f"integrate B_{name} at M_{name}" for name in setup.groups if name != "Y"]
    return "\n".join(lines)


def particles(charges: Mapping[str, tuple[dict[str, list[Fraction]], Fraction]]) -> list[Particle]:
    """Two generations of all multiplets, one component each of q and l."""
    found = []
    for multiplet, hypercharge in HYPERCHARGE.items():
        for generation in (0, 1):
            values = {name: float(f[multiplet.upper()][generation]) for name, (f, _) in charges.items()}
            isospin = {"q": 0.5, "l": -0.5}.get(multiplet, 0.0)
            found.append(Particle(multiplet, generation, isospin, {"Y": float(Fraction(hypercharge)), **values}))
    return found


def full_amplitude(
    setup: Setup, vacuum: list[mpmath.mpf], pair: tuple[Particle, Particle], q_squared: float, heavy: mpmath.mpf
) -> mpmath.mpf:
    """d^2L/ds_1 ds_2 with heavy boson masses heavy * M, in the fields of the form and W3."""
    size = len(setup.groups) + 1
    matrix = mpmath.zeros(size)
    kinetic = setup.kinetic()
    for i in range(size - 1):
        for j in range(size - 1):
            matrix[i, j] = -q_squared * kinetic[i, j]
    matrix[size - 1, size - 1] = -q_squared
    for name, mass in setup.masses.items():
        # A vacuum value m with charge 1 under one U(1) only: M = g m is the entry of that boson itself.
        charged = setup.source({group: float(group == name) for group in setup.groups})
        direction = mpmath.matrix([*charged, 0])
        matrix += heavy * (mpmath.mpf(mass) / setup.couplings[name]) ** 2 * direction * direction.T
    vector = mpmath.matrix([*vacuum, -WEAK / 2])
    matrix += VACUUM**2 * vector * vector.T
    first, second = (mpmath.matrix([*setup.source(p.charges), WEAK * p.isospin]) for p in pair)
    return -(first.T * matrix**-1 * second)[0]


def contact(coefficients: Mapping[str, complex], first: Particle, second: Particle) -> float:
    """d^2L/ds_1 ds_2 of the four-fermion operators that conserve flavour."""
    i, j = first.generation + 1, second.generation + 1
    names = first.multiplet, second.multiplet
    for operator, name in IDENTICAL_CURRENTS.items():
        if names == (name, name):
            low, high = sorted((i, j))
            return coefficients.get(f"{operator}_{low}{low}{high}{high}", 0j).real * (2 if i == j else 1)
    for operator, fields in DISTINCT_CURRENTS.items():
        if set(fields) == set(names):
            a, b = (i, j) if fields == names else (j, i)
            return coefficients.get(f"{operator}_{a}{a}{b}{b}", 0j).real
    raise AssertionError(names)


def effective_amplitude(
    coefficients: Mapping[str, complex], hypercharge: mpmath.mpf, pair: tuple[Particle, Particle], q_squared: float
) -> tuple[mpmath.mpf, mpmath.mpf]:
    """The Standard Model's amplitude, and what is of first order in the coefficients."""
    vacuum = mpmath.matrix([hypercharge / 2, -WEAK / 2])
    propagator = (VACUUM**2 * vacuum * vacuum.T - q_squared * mpmath.eye(2)) ** -1
    sources = [mpmath.matrix([hypercharge * p.charges["Y"], WEAK * p.isospin]) for p in pair]

    def exchange(first: mpmath.matrix, second: mpmath.matrix) -> mpmath.mpf:
        return -(first.T * propagator * second)[0]

    operators = {field: operator for operator, field in HIGGS_FERMION.items()}
    shifts = []
    for particle in pair:
        key = f"{operators[particle.multiplet]}_{particle.generation + 1}{particle.generation + 1}"
        # H^dag i<->D H is v^2 (vacuum.V) in the vacuum.
        shifts.append(VACUUM**2 * coefficients.get(key, 0j).real * vacuum)
    first_order = exchange(shifts[0], sources[1]) + exchange(sources[0], shifts[1])
    # |H^dag D H|^2 is v^4/4 (vacuum.V)^2.
    mass_shift = VACUUM**4 / 2 * coefficients.get("phiD", 0j).real
    first_order += mass_shift * exchange(sources[0], vacuum) * exchange(vacuum, sources[1])
    return exchange(*sources), first_order + contact(coefficients, *pair)


def random_setup(form: str, seed: int, groups: tuple[str, ...]) -> Setup:
    generator = random.Random(f"{form} {seed}")
    couplings = {name: generator.uniform(0.2, 0.9) for name in groups}
    pairs = [(a, b) for i, a in enumerate(groups) for b in groups[i + 1 :]] if form else []
    mixings = {pair: generator.uniform(-0.45, 0.45) for pair in pairs}
    masses = {name: generator.uniform(0.5, 2.0) for name in groups if name != "Y"}
    return Setup(form, groups, couplings, mixings, masses)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("groups", [("Y", "X"), ("X", "Y"), ("Y", "X", "Z"), ("X", "Y", "Z")], ids="".join)
def test_amplitudes(form: str, groups: tuple[str, ...]) -> None:
    for seed in range(2):
        setup = random_setup(form, seed, groups)
        generator = random.Random(seed)
        charges = {name: random_charges(generator) for name in groups if name != "Y"}
        results, diagnostics = derive_matching(resolve_text(model_text(setup, charges)))
        assert not diagnostics and len(results) == len(groups) - 1
        values: dict[str, float] = {"g2": WEAK}
        values |= {f"g_{name}": value for name, value in setup.couplings.items()}
        values |= {f"mix_{a}{b}": value for (a, b), value in setup.mixings.items()}
        values |= {f"M_{name}": value for name, value in setup.masses.items()}
        coefficients = evaluate_matching(results, values)
        hypercharge = evaluate(results[0].hypercharge_coupling, values)
        with mpmath.workdps(150):
            compare(setup, charges, coefficients, mpmath.mpf(hypercharge.real))


def compare(
    setup: Setup,
    charges: Mapping[str, tuple[dict[str, list[Fraction]], Fraction]],
    coefficients: Mapping[str, complex],
    hypercharge: mpmath.mpf,
) -> None:
    heavy = mpmath.mpf(10) ** 20
    higgs = {"Y": 0.5, **{name: float(value) for name, (_, value) in charges.items()}}
    vacuum = setup.source(higgs)
    for pair in combinations_with_replacement(particles(charges), 2):
        q_squared = -0.013
        standard, first_order = effective_amplitude(coefficients, hypercharge, pair, q_squared)
        # The Standard Model's part to full precision, from infinitely heavy bosons.
        limit = full_amplitude(setup, vacuum, pair, q_squared, heavy**2)
        assert math.isclose(limit, standard, rel_tol=1e-12, abs_tol=1e-12)
        difference = (full_amplitude(setup, vacuum, pair, q_squared, heavy) - limit) * heavy
        assert math.isclose(difference, first_order, rel_tol=1e-9, abs_tol=1e-9), pair


def coupling_views(h: tuple[float, float, float], m: float) -> dict[str, tuple[str, dict[str, float]]]:
    """Mixing statement and values for the same h = (YY, YX, XX), with X's vacuum value m."""
    h_yy, h_yx, h_xx = h
    determinant = h_yy * h_xx - h_yx**2
    inverse = {"g1": math.sqrt(determinant / h_xx), "gX": math.sqrt(determinant / h_yy)}
    epsilon = -h_yx / determinant * inverse["g1"] * inverse["gX"]
    cosine = WEAK / math.hypot(WEAK, inverse["g1"])
    root = {"g1": math.sqrt(h_yy), "gX": math.sqrt(h_xx)}
    gt, reverse = h_yx / root["gX"], h_yx / root["g1"]
    views = {
        "epsilon": ("epsilon (Y, X)", inverse, epsilon),
        "epsilon_plus": ("epsilon_plus (X, Y)", inverse, -epsilon),
        "dark_epsilon": ("dark_epsilon (Y, X)", inverse, epsilon * cosine),
        "eta": ("eta (Y, X)", root, h_yx / (root["g1"] * root["gX"])),
        "triangular": ("triangular (Y, X)", {"g1": math.sqrt(h_yy - gt**2), "gX": root["gX"]}, gt),
        "reversed": ("triangular (X, Y)", {"g1": root["g1"], "gX": math.sqrt(h_xx - reverse**2)}, reverse),
    }
    return {
        name: (f"mixing {line} as k", {**couplings, "k": k, "g2": WEAK, "M_X": m * couplings["gX"]})
        for name, (line, couplings, k) in views.items()
    }


@pytest.mark.parametrize("h", [(0.13, 0.02, 0.4), (0.2, -0.11, 0.07), (0.13, 0.0, 0.4)])
def test_all_forms_agree(h: tuple[float, float, float]) -> None:
    """The same h and vacuum value of X give the same coefficients and the same g', whatever the form."""
    charges = {"X": random_charges(random.Random(11))}
    found = {}
    for name, (line, values) in coupling_views(h, 3000.0).items():
        setup = Setup("", ("Y", "X"), {}, {}, {})
        text = model_text(setup, charges).replace("coupling g_Y", "coupling g1").replace("g_X ", "gX ") + "\n" + line
        results, diagnostics = derive_matching(resolve_text(text))
        assert not diagnostics
        found[name] = evaluate_matching(results, values)
        found[name]["g'"] = evaluate(results[0].hypercharge_coupling, values)
    for name, coefficients in found.items():
        assert coefficients.keys() == found["epsilon"].keys()
        for key, value in coefficients.items():
            assert value == pytest.approx(found["epsilon"][key], rel=1e-9, abs=1e-18), (name, key)
