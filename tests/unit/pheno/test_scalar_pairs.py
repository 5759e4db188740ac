"""Decays to pairs of scalar mass eigenstates against potentials and generators that are written out by hand."""

from __future__ import annotations

import cmath
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import pytest
from numpy.typing import NDArray
from tests.helpers.models import compile_text, point

from zmodel.derive.breaking import derive_masses
from zmodel.derive.currents import derive_currents
from zmodel.pheno.constants import LABELS
from zmodel.pheno.decays import Decays, decays_of
from zmodel.pheno.inputs import gather_inputs, numbers
from zmodel.pheno.scalar_pairs import with_scalar_pairs
from zmodel.pheno.table import derive_observables
from zmodel.pheno.vectors import NeutralVector, neutral_vectors

FERMIONS = {f"{label} {label}" for labels in LABELS.values() for label in labels}

Array = NDArray[np.complex128]
Reals = NDArray[np.float64]


def boson_of(text: str, name: str = "Z'") -> NeutralVector:
    """A boson at the point p of a text."""
    analysis = compile_text(text)
    spectrum = derive_masses(analysis.model)
    currents = derive_currents(analysis.model, spectrum)
    values = numbers(gather_inputs(analysis.model, point(analysis, "p"), spectrum.masses))
    vectors = neutral_vectors(analysis.model, spectrum, currents, values)
    found = with_scalar_pairs(analysis.model, spectrum, currents.species, vectors, values)
    return next(vector for vector in found if vector.name == name)


def decays_at_point(text: str) -> Decays:
    return decays_of(boson_of(text))


# ------------------------------------------------------------------ an independent calculation
@dataclass(frozen=True)
class Theory:
    """Scalars, all in one vector of normalised complex components, and gauge fields.

    Attributes:
        text: of the model file.
        vacuum: values of all components.
        generators: of each gauge field, hermitian, couplings included.
        kinetic: matrix of the gauge fields' kinetic terms.
        potential: V as a function of the components, but for the terms m^2 |phi|^2 of multiplets.
        multiplets: components of each multiplet.
    """

    text: str
    vacuum: Array
    generators: tuple[Array, ...]
    kinetic: Reals
    potential: Callable[[Array], float]
    multiplets: tuple[slice, ...]

    @property
    def size(self) -> int:
        return len(self.vacuum)

    def total_potential(self, fields: Reals, squares: Reals) -> float:
        """V of real fields x, phi = (x_1 + i x_2)/sqrt(2), with a squared mass for each multiplet."""
        phi = self.vacuum + (fields[: self.size] + 1j * fields[self.size :]) / math.sqrt(2)
        masses = sum(m * np.vdot(phi[k], phi[k]).real for m, k in zip(squares, self.multiplets, strict=True))
        return self.potential(phi) + masses

    def squares(self) -> Reals:
        """The squared masses for which the vacuum is an extremum."""
        none = np.zeros(len(self.multiplets))
        slope = self.gradient(none)
        found = []
        for part in self.multiplets:
            k = max(range(self.size)[part], key=lambda number: abs(self.vacuum[number]))
            found.append(-slope[k] / (math.sqrt(2) * self.vacuum[k].real))
        return np.array(found)

    def gradient(self, squares: Reals) -> Reals:
        """Central differences of fourth order, exact for quartic polynomials."""
        return np.array([self._slope(np.eye(2 * self.size)[k], squares) for k in range(2 * self.size)])

    def _slope(self, axis: Reals, squares: Reals, step: float = 30.0) -> float:
        a, b, c, d = (self.total_potential(n * step * axis, squares) for n in (-2, -1, 1, 2))
        return (a - 8 * b + 8 * c - d) / (12 * step)

    def hessian(self, squares: Reals, step: float = 30.0) -> Reals:
        def second(axis: Reals) -> float:
            a, b, c, d, e = (self.total_potential(n * step * axis, squares) for n in (-2, -1, 0, 1, 2))
            return (-a + 16 * b - 30 * c + 16 * d - e) / (12 * step**2)

        axes = np.eye(2 * self.size)
        diagonal = [second(axis) for axis in axes]
        return np.array(
            [
                [(second(axes[i] + axes[j]) - diagonal[i] - diagonal[j]) / 2 for j in range(2 * self.size)]
                for i in range(2 * self.size)
            ]
        )

    def real_generator(self, content: Reals) -> Reals:
        """i T of real fields, antisymmetric."""
        t = 1j * sum(c * g for c, g in zip(content, self.generators, strict=True))
        return np.block([[t.real, -t.imag], [t.imag, t.real]])

    def bosons(self) -> tuple[Reals, Reals]:
        """Masses and contents of all bosons."""
        unit = np.eye(len(self.generators))
        real_vacuum = math.sqrt(2) * np.concatenate([self.vacuum.real, self.vacuum.imag])
        moved = [self.real_generator(axis) @ real_vacuum for axis in unit]
        inverse = np.linalg.inv(np.linalg.cholesky(self.kinetic))
        squares, vectors = np.linalg.eigh(inverse @ np.array(moved) @ np.array(moved).T @ inverse.T)
        return np.sqrt(np.abs(squares)), (inverse.T @ vectors).T

    def squared_couplings(self, number: int) -> dict[tuple[float, float], float]:
        """Squared couplings of a boson to pairs of mass eigenstates, summed by their two masses."""
        masses, contents = self.bosons()
        real_vacuum = math.sqrt(2) * np.concatenate([self.vacuum.real, self.vacuum.imag])
        heavy = [k for k in range(len(masses)) if masses[k] > 1e-3]
        eaten = {k: self.real_generator(contents[k]) @ real_vacuum / masses[k] for k in heavy}
        goldstones = np.array(list(eaten.values()))
        assert np.allclose(goldstones @ goldstones.T, np.eye(len(heavy)), atol=1e-6)
        projector = np.eye(2 * self.size) - goldstones.T @ goldstones
        squares = self.squares()
        matrix = self.hessian(squares)
        assert np.allclose(self.gradient(squares), 0, atol=1e-6 * np.abs(matrix).max())
        assert np.allclose(matrix @ goldstones.T, 0, atol=1e-6 * np.abs(matrix).max())
        lifted = projector @ matrix @ projector + 10 * np.abs(matrix).max() * goldstones.T @ goldstones
        values, vectors = np.linalg.eigh(lifted)
        count = 2 * self.size - len(heavy)
        states = [*zip(np.sqrt(np.maximum(values[:count], 0)), vectors.T[:count], strict=True)]
        states += [(masses[k], vector) for k, vector in eaten.items() if k != number]
        current = self.real_generator(contents[number])
        result: dict[tuple[float, float], float] = {}
        for i, (first, left) in enumerate(states):
            for second, right in states[:i]:
                key = rounded(first, second)
                result[key] = result.get(key, 0.0) + float(left @ current @ right) ** 2
        return result


def rounded(first: float, second: float) -> tuple[float, float]:
    """Two masses in any order, to four digits; what differences of numbers leave of none is zero."""
    low, high = sorted(0.0 if mass < 3 else float(f"{mass:.4g}") for mass in (first, second))
    return low, high


def spin(dimension: int) -> tuple[Array, Array, Array]:
    """T1, T2, T3 of SU(2), highest weight first."""
    j = (dimension - 1) / 2
    m = j - np.arange(dimension)
    raising = np.diag(np.sqrt(j * (j + 1) - m[1:] * (m[1:] + 1)), 1)
    return (raising + raising.T) / 2 + 0j, (raising - raising.T) / 2j, np.diag(m) + 0j


def direct_sum(*blocks: Array) -> Array:
    size = sum(len(block) for block in blocks)
    result, start = np.zeros((size, size), dtype=complex), 0
    for block in blocks:
        stop = start + len(block)
        result[start:stop, start:stop] = block
        start = stop
    return result


def charges(*values: tuple[float, int]) -> Array:
    """Of multiplets with a dimension."""
    return np.diag([charge for charge, dimension in values for _ in range(dimension)]).astype(complex)


SM = "model m\nuse sm { except H, lambda, mH2, Yu, Yd, Ye }\ngauge X = U(1) coupling gX boson Zp\n"
NUMBERS = {"g1": 0.36, "g2": 0.65, "g3": 1.1, "gX": 0.4}


def point_text(values: Mapping[str, complex]) -> str:
    def number(value: complex) -> str:
        sign = "-" if value.imag < 0 else "+"
        return f"{value.real!r} {sign} {abs(value.imag)!r}*i" if value.imag else f"{value.real!r}"

    return "\npoint p at 1 TeV { " + "; ".join(f"{n} = {number(v)}" for n, v in values.items()) + " }\n"


def electroweak(values: Mapping[str, float], parts: list[tuple[int, float, float]]) -> tuple[Array, ...]:
    """W1, W2, W3, B and the boson of X for multiplets of dimension, Y and X."""
    weak = [direct_sum(*(spin(d)[k] if d > 1 else np.zeros((1, 1)) for d, _, _ in parts)) for k in range(3)]
    hypercharge = charges(*((y, d) for d, y, _ in parts))
    other = charges(*((x, d) for d, _, x in parts))
    return (*(values["g2"] * t for t in weak), values["g1"] * hypercharge, values["gX"] * other)


# ------------------------------------------------------------------ models
def norms(phi: Array, *parts: slice) -> list[float]:
    return [np.vdot(phi[part], phi[part]).real for part in parts]


def twice_real(value: complex) -> float:
    """c P + c^* P^*."""
    return 2 * complex(value).real


def two_singlets() -> Theory:
    """Two singlets of charges 2 and 4: one pseudoscalar is left."""
    v = NUMBERS | {"v_h": 246.0, "v_s": 1000.0, "v_t": 900.0, "lambda": 0.13, "lS": 0.1, "lT": 0.15, "a": 0.02}
    k = -100.0
    text = """use sm
        scalar S (X: 2) vev v_s/sqrt(2)
        scalar T (X: 4) vev v_t/sqrt(2)
        potential { mS = dag(S) S; mT = dag(T) T; k = S S dag(T); lS = (dag(S) S)^2; lT = (dag(T) T)^2
          a = (dag(S) S) (dag(T) T) }"""

    def potential(phi: Array) -> float:
        h, s, t = norms(phi, slice(2), slice(2, 3), slice(3, 4))
        quartics = v["lambda"] * h**2 + v["lS"] * s**2 + v["lT"] * t**2 + v["a"] * s * t
        return quartics + twice_real(k * phi[2] ** 2 * phi[3].conj())

    return Theory(
        "model m\ngauge X = U(1) coupling gX boson Zp\n" + text + point_text(v | {"k": k}),
        np.array([0, v["v_h"], v["v_s"], v["v_t"]]) / math.sqrt(2) + 0j,
        electroweak(v, [(2, 0.5, 0.0), (1, 0.0, 2.0), (1, 0.0, 4.0)]),
        np.eye(5),
        potential,
        (slice(2), slice(2, 3), slice(3, 4)),
    )


def two_doublets_of_different_charges() -> Theory:
    """With kinetic mixing, and a heavy boson: W W and Z h among the channels."""
    v = NUMBERS | {"eps": 0.2, "v1": 150.0, "v2": 195.0, "vs": 4000.0, "l1": 0.3, "l2": 0.25, "l3": 0.1, "l4": 0.05}
    v |= {"lS": 0.2, "l1S": 0.1, "l2S": 0.05, "mu": -60.0}
    text = """mixing epsilon (Y, X) as eps
        scalar H1 (SU2L: 2, Y: 1/2) vev (0, v1/sqrt(2))
        scalar H2 (SU2L: 2, Y: 1/2, X: 1) vev (0, v2/sqrt(2))
        scalar S (X: 1) vev vs/sqrt(2)
        potential { m11 = dag(H1) H1; m22 = dag(H2) H2; mS = dag(S) S; mu = dag(H1) H2 dag(S)
          l1 = (dag(H1) H1)^2; l2 = (dag(H2) H2)^2; l3 = (dag(H1) H1) (dag(H2) H2); l4 = (dag(H1) H2) (dag(H2) H1)
          lS = (dag(S) S)^2; l1S = (dag(H1) H1) (dag(S) S); l2S = (dag(H2) H2) (dag(S) S) }"""

    def potential(phi: Array) -> float:
        a, b, s = norms(phi, slice(2), slice(2, 4), slice(4, 5))
        mixed = np.vdot(phi[:2], phi[2:4])
        quartics = v["l1"] * a**2 + v["l2"] * b**2 + v["l3"] * a * b + v["l4"] * abs(mixed) ** 2
        quartics += v["lS"] * s**2 + v["l1S"] * a * s + v["l2S"] * b * s
        return quartics + twice_real(v["mu"] * mixed * phi[4].conj())

    kinetic = np.eye(5)
    kinetic[3, 4] = kinetic[4, 3] = v["eps"]
    return Theory(
        SM + text + point_text(v),
        np.array([0, v["v1"], 0, v["v2"], v["vs"]]) / math.sqrt(2) + 0j,
        electroweak(v, [(2, 0.5, 0.0), (2, 0.5, 1.0), (1, 0.0, 1.0)]),
        kinetic,
        potential,
        (slice(2), slice(2, 4), slice(4, 5)),
    )


def two_doublets_that_break_cp(phase: float = 0.0) -> Theory:
    """Complex couplings, whose phases mix all neutral scalars; the second vacuum value has a phase, too."""
    v = NUMBERS | {"v1": 150.0, "v2": 195.0, "vs": 4000.0, "l1": 0.3, "l2": 0.25, "l3": 0.1, "l4": -0.15, "lS": 0.2}
    v |= {"l1S": 0.1}
    turned = cmath.exp(1j * phase)
    l5, m12 = (0.1 + 0.2j) / turned**2, (-90000.0 - 0.2j * v["v1"] * v["v2"]) / turned
    text = """param xi : angle
        scalar H1 (SU2L: 2, Y: 1/2, X: 1) vev (0, v1/sqrt(2))
        scalar H2 (SU2L: 2, Y: 1/2, X: 1) vev (0, v2*exp(i*xi)/sqrt(2))
        scalar S (X: 2) vev vs/sqrt(2)
        potential { m11 = dag(H1) H1; m22 = dag(H2) H2; mS = dag(S) S; m12 = dag(H1) H2
          l1 = (dag(H1) H1)^2; l2 = (dag(H2) H2)^2; l3 = (dag(H1) H1) (dag(H2) H2); l4 = (dag(H1) H2) (dag(H2) H1)
          l5 = (dag(H1) H2)^2; lS = (dag(S) S)^2; l1S = (dag(H1) H1) (dag(S) S) }"""

    def potential(phi: Array) -> float:
        a, b, s = norms(phi, slice(2), slice(2, 4), slice(4, 5))
        mixed = np.vdot(phi[:2], phi[2:4])
        quartics = v["l1"] * a**2 + v["l2"] * b**2 + v["l3"] * a * b + v["l4"] * abs(mixed) ** 2
        quartics += v["lS"] * s**2 + v["l1S"] * a * s
        return quartics + twice_real(m12 * mixed + l5 * mixed**2)

    return Theory(
        SM + text + point_text(v | {"m12": m12, "l5": l5, "xi": phase}),
        np.array([0, v["v1"], 0, v["v2"] * turned, v["vs"]]) / math.sqrt(2) + 0j,
        electroweak(v, [(2, 0.5, 1.0), (2, 0.5, 1.0), (1, 0.0, 2.0)]),
        np.eye(5),
        potential,
        (slice(2), slice(2, 4), slice(4, 5)),
    )


def two_doublets_with_a_phase() -> Theory:
    """Charged scalars have a complex entry of M^2."""
    return two_doublets_that_break_cp(0.4)


def type_two_seesaw(v_triplet: float = 20.0) -> Theory:
    """A doublet, a triplet and a singlet; the triplet's components are normalised as those of spin 1."""
    v = NUMBERS | {"v_h": 240.0, "v_s": 5000.0, "v_D": v_triplet, "lambda": 0.13, "lS": 0.1, "a": 0.05, "k": 0.01}
    text = """use sm
        scalar S (X: 2) vev v_s/sqrt(2)
        scalar Delta (SU2L: 3, Y: 1, X: 2) vev (0, 0, v_D)
        potential { mS = dag(S) S; lS = (dag(S) S)^2; mD = dag(Delta) Delta; k = H H dag(Delta) S
          a = (dag(Delta) Delta) (dag(S) S) }"""

    def potential(phi: Array) -> float:
        h, s, d = norms(phi, slice(2), slice(2, 3), slice(3, 6))
        pair = np.array([phi[0] ** 2, math.sqrt(2) * phi[0] * phi[1], phi[1] ** 2])
        cubic = -math.sqrt(2) * v["k"] * phi[2] * np.vdot(phi[3:], pair)
        return v["lambda"] * h**2 + v["lS"] * s**2 + v["a"] * d * s + twice_real(cubic)

    return Theory(
        "model m\ngauge X = U(1) coupling gX boson Zp\n" + text + point_text(v),
        np.array([0, v["v_h"] / math.sqrt(2), v["v_s"] / math.sqrt(2), 0, 0, v["v_D"]]) + 0j,
        electroweak(v, [(2, 0.5, 0.0), (1, 0.0, 2.0), (3, 1.0, 2.0)]),
        np.eye(5),
        potential,
        (slice(2), slice(2, 3), slice(3, 6)),
    )


def left_right() -> Theory:
    """A bidoublet and a triplet of SU(2)_R, of which the Z' and W_R eat all but DR++ and one neutral scalar."""
    v = {"gL": 0.65, "gR": 0.6, "gB": 0.45, "k1": 240.0, "k2": 30.0, "vR": 4000.0, "la": 0.1, "r": 0.1, "rho": 0.02}
    v |= {"al": 0.1}
    text = """model m
        gauge SU2L = SU(2) coupling gL boson WL
        gauge SU2R = SU(2) coupling gR boson WR
        gauge BL = U(1) coupling gB boson B
        scalar Phi (SU2L: 2, SU2R: 2) vev (0, k1/sqrt(2), k2/sqrt(2), 0)
        scalar DR (SU2R: 3, BL: 1) vev (0, 0, vR/sqrt(2))
        potential { m1 = dag(Phi) Phi; m3 = dag(DR) DR; la = (dag(Phi) Phi)^2; r = (dag(DR) DR)^2
          rho = dag(DR) DR dag(DR) DR : pair13_pair24; al = (dag(Phi) Phi) (dag(DR) DR) }"""

    def potential(phi: Array) -> float:
        p, d = norms(phi, slice(4), slice(4, 7))
        square = 2 * phi[4] * phi[6] - phi[5] ** 2
        return v["la"] * p**2 + v["r"] * d**2 + v["rho"] * abs(square) ** 2 + v["al"] * p * d

    one = np.eye(2)
    left = tuple(v["gL"] * direct_sum(np.kron(t, one), np.zeros((3, 3))) for t in spin(2))
    right = tuple(v["gR"] * direct_sum(np.kron(one, t), big) for t, big in zip(spin(2), spin(3), strict=True))
    return Theory(
        text + point_text(v),
        np.array([0, v["k1"], v["k2"], 0, 0, 0, v["vR"]]) / math.sqrt(2) + 0j,
        (*left, *right, v["gB"] * charges((0, 4), (1, 3))),
        np.eye(7),
        potential,
        (slice(4), slice(4, 7)),
    )


THEORIES = (
    two_singlets,
    two_doublets_of_different_charges,
    two_doublets_that_break_cp,
    two_doublets_with_a_phase,
    type_two_seesaw,
    left_right,
)


# ------------------------------------------------------------------ tests
@pytest.mark.parametrize("theory", THEORIES)
def test_masses_and_couplings_of_all_pairs(theory: Callable[[], Theory]) -> None:
    """Those of the Hessian of a potential, and of the currents of matrices, that are written out."""
    this = theory()
    boson = boson_of(this.text)
    masses, _ = this.bosons()
    (number,) = (k for k, mass in enumerate(masses) if mass == pytest.approx(boson.mass, rel=1e-6))
    found: dict[tuple[float, float], float] = {}
    for pair in boson.pairs:
        key = rounded(*pair.masses)
        found[key] = found.get(key, 0.0) + pair.squared
    wanted = this.squared_couplings(number)
    total = sum(wanted.values())
    assert sum(found.values()) == pytest.approx(total, rel=1e-6)
    for key, value in wanted.items():
        if value > 1e-7 * total:
            near = [v for k, v in found.items() if np.allclose(k, key, rtol=2e-4)]
            assert sum(near) == pytest.approx(value, rel=1e-4), key


@pytest.mark.parametrize("theory", THEORIES)
def test_all_pairs_together_are_the_multiplets_without_the_goldstone_boson(theory: Callable[[], Theory]) -> None:
    """Without masses in phase space: sum g^2 = sum q^2 - |q (q <phi>)|^2/M^2 times 2, for charges q of components."""
    this = theory()
    boson = boson_of(this.text)
    masses, contents = this.bosons()
    number = min(range(len(masses)), key=lambda k: abs(masses[k] - boson.mass))
    q = np.diag(sum(c * g for c, g in zip(contents[number], this.generators, strict=True))).real
    own = 2 * float(np.sum(q**4 * np.abs(this.vacuum) ** 2)) / boson.mass**2
    assert sum(pair.squared for pair in boson.pairs) == pytest.approx(float(np.sum(q**2)) - own, rel=1e-9)


@pytest.mark.parametrize("k", [-100.0, 0.0])
def test_the_pseudoscalar_of_two_singlets(k: float) -> None:
    """V = k v_s^2 v_t cos(2 alpha - beta)/sqrt(2) for phases alpha and beta; without k the symmetry is a larger one."""
    boson = boson_of(two_singlets().text.replace("k = -100.0", f"k = {k!r}"))
    names = [name for pair in boson.pairs for name in pair.names]
    masses = [mass for pair in boson.pairs for mass in pair.masses]
    found = {mass for name, mass in zip(names, masses, strict=True) if name.startswith("Im")}
    assert max(found) == pytest.approx(math.sqrt(-k / math.sqrt(2) * (4 * 900 + 1000**2 / 900)), rel=1e-9, abs=1e-9)


def test_channels_are_named_by_bosons_and_modes() -> None:
    """Bosons stand for their Goldstone bosons; a state has the name of the mode that it contains most of."""
    decays = decays_at_point(two_doublets_of_different_charges().text)
    names = [channel.name for channel in decays.channels]
    assert len(set(names)) == len(names)
    assert {"W W", "Z Re(H2.down)"} <= set(names) and "S S" not in names
    assert all("Z'" not in label for channel in decays.channels for label in channel.labels)
    assert decays.skipped == ()


def test_what_bosons_of_su2_right_eat_is_no_final_state() -> None:
    """Of the triplet of SU(2)_R only DR++ is left: M(W_R) is too large for pairs."""
    decays = decays_at_point(left_right().text)
    names = {channel.name for channel in decays.channels if channel.width > 1e-5 * decays.width}
    assert {"WL WL", "DR[1] DR[1]"} <= names and not names & {"DR[2] DR[2]", "WR WR"}
    # M(Z') > M(W_L) + M(W_R), but not far above.
    assert len(decays.skipped) == 1 and "WL WR" in decays.skipped[0]


def test_a_heavy_triplet_of_small_vacuum_value_is_not_produced() -> None:
    decays = decays_at_point(type_two_seesaw(1e-3).text)
    assert sum(c.width for c in decays.channels if c.name not in FERMIONS) < 1e-15 * decays.mass
    assert decays.skipped == ()


def test_of_a_heavy_second_doublet_the_first_is_left() -> None:
    """W W and Z h together are the `H H` of a single doublet, up to (2 M_W/M)^2."""
    text = two_doublets_that_break_cp().text.replace("-90000.0", "-1.0e10")
    single = """scalar H (SU2L: 2, Y: 1/2, X: 1) vev (0, v_h/sqrt(2))
        scalar S (X: 2) vev vs/sqrt(2)
        """ + point_text(NUMBERS | {"v_h": 246.0, "vs": 4000.0})
    pairs, plain = decays_at_point(text), decays_at_point(SM + single)
    assert plain.fraction("H H") and not pairs.skipped
    widths = [sum(c.width for c in found.channels if c.name not in FERMIONS) for found in (pairs, plain)]
    assert widths[0] == pytest.approx(widths[1], rel=0.01)


def test_a_mass_stands_for_a_vacuum_value() -> None:
    text = two_doublets_of_different_charges().text
    massive = text.replace("boson Zp", "boson Zp mass M").replace("vs = 4000.0", "M = 1600.0")
    pairs, expected = boson_of(massive).pairs, boson_of(text).pairs
    assert [pair.names for pair in pairs] == [pair.names for pair in expected]
    assert [pair.squared for pair in pairs] == pytest.approx([pair.squared for pair in expected])


def test_scalars_that_do_not_mix_need_no_numbers() -> None:
    """What mixes without a vacuum value of its own does: N has the trilinear coupling c v_s to S."""
    text = two_singlets().text
    assert boson_of(f"{text}scalar P (X: 1)\npotential {{ mP = dag(P) P }}\n").pairs == boson_of(text).pairs
    text = text.replace("k = -100.0", "k = -100.0; mN = 1e6")
    mixed = boson_of(f"{text}scalar N real\npotential {{ mN = N N; c = dag(S) S N }}\n")
    assert mixed.unknown_pairs == "masses of scalars need values of c"


def test_numbers_of_a_point_may_be_rounded() -> None:
    """The condition for <R> has no mass parameter, and one of its terms is small."""
    v = NUMBERS | {"w": 700.0, "r": 0.1, "p": 1e-10}
    t = -(4 * v["r"] * v["w"] ** 3 + v["p"] * v["w"] * 1000.0**2) / (3 * v["w"] ** 2)
    real = "scalar R real vev w\npotential { r = R R R R; t = R R R; p = R R dag(S) S }\n"
    numbers = f"w = {v['w']!r}; r = {v['r']!r}; p = {v['p']!r}; t = {t!r};"
    found = boson_of(two_singlets().text.replace("point p at 1 TeV {", f"{real}point p at 1 TeV {{ {numbers}"))
    assert found.pairs


def test_a_mass_of_the_bosons_own() -> None:
    """What shifts under the U(1) beside two doublets is eaten in part, and has no current."""
    v = NUMBERS | {"v1": 150.0, "v2": 195.0, "M": 4000.0, "l1": 0.3, "l2": 0.25, "m12": -90000.0}
    text = """gauge X = U(1) coupling gX boson Zp mass M
        scalar H1 (SU2L: 2, Y: 1/2, X: 1) vev (0, v1/sqrt(2))
        scalar H2 (SU2L: 2, Y: 1/2, X: 1) vev (0, v2/sqrt(2))
        potential { m11 = dag(H1) H1; m22 = dag(H2) H2; m12 = dag(H1) H2; l1 = (dag(H1) H1)^2
          l2 = (dag(H2) H2)^2 }"""
    boson = boson_of(SM.replace("gauge X = U(1) coupling gX boson Zp\n", "") + text + point_text(v))
    q = np.array(list(boson.components.values()))
    vacuum = np.array([0, v["v1"], 0, v["v2"]])
    own = float(np.sum(q**4 * vacuum**2)) / boson.mass**2
    assert sum(pair.squared for pair in boson.pairs) == pytest.approx(float(np.sum(q**2)) - own, rel=1e-9)
    # No other boson shifts it.
    assert {"W W", "Z Re(H2.down)"} <= {channel.name for channel in decays_of(boson).channels}


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("; lT = 0.15", "", "masses of scalars need values of lT"),
        (
            "k = -100.0",
            "k = 100.0",
            "the vacuum is no minimum of the potential at this point: a squared mass is negative",
        ),
        ("k = -100.0", "k = -100.0 + 30*i", "the vacuum is no extremum of the potential at this point"),
        # R moves under no gauge group, so that Goldstone's theorem does not tell.
        (
            "point p at 1 TeV {",
            "scalar R real vev v_s\npotential { r = R R R R }\npoint p at 1 TeV { r = 0.1;",
            "the vacuum is no extremum of the potential at this point",
        ),
        (
            "point p at 1 TeV {",
            "scalar R real vev v_s\npotential { r = R R R R; c = R }\npoint p at 1 TeV { r = 0.1;",
            "masses of scalars need values of c",
        ),
        ("v_t = 900.0", "v_t = 0", "masses of scalars have no value at this point"),
        ("; mT = dag(T) T; k = S S dag(T); lS = (dag(S) S)^2; lT = (dag(T) T)^2", "", ""),
    ],
)
def test_a_note_says_why_there_are_no_decays_to_scalars(old: str, new: str, why: str) -> None:
    text = two_singlets().text
    assert old in text
    text = text.replace(old, new)
    if not why:
        text = text.replace("a = (dag(S) S) (dag(T) T)", "").replace(
            "mS = dag(S) S", "mS = dag(S) S; lS = (dag(S) S)^2"
        )
        text = text.replace("k = -100.0", "mS = 1.0").replace("lT = 0.15; a = 0.02; ", "")
        why = "the potential says nothing of T"
    analysis = compile_text(text)
    spectrum = derive_masses(analysis.model)
    currents = derive_currents(analysis.model, spectrum)
    table = derive_observables(analysis.model, point(analysis, "p"), spectrum, currents)
    assert f"Z': no decay to S, T: {why}." in table.notes
    names = {item.name for item in table.observables if item.name.startswith("BR(")}
    assert names <= {f"BR(Z' -> {channel})" for channel in (*FERMIONS, "invisible")}
