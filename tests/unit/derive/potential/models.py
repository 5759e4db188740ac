"""Models whose stability is known to the compiler, with their quartic potentials written out by hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from tests.helpers.models import compile_file, compile_text
from tests.unit.derive.potential.minimise import Couplings, Fields, Potential, Real

from zmodel.driver import Analysis


@dataclass(frozen=True)
class Example:
    """A model and its potential.

    Attributes:
        analysis: compiles the model.
        potential: V as a formula in components.
        shapes: of the fields.
        real: the fields that are real.
        positive: couplings that are drawn from (0, 1); others come from (-1, 1).
        complex: couplings with a phase.
    """

    analysis: Callable[[], Analysis]
    potential: Potential
    shapes: Mapping[str, tuple[int, ...]]
    positive: frozenset[str]
    real: frozenset[str] = frozenset()
    complex: frozenset[str] = frozenset()
    scale: Mapping[str, float] = field(default_factory=dict)

    def draw(self, names: tuple[str, ...], points: int, seed: int) -> dict[str, Any]:
        """Random couplings."""
        rng = np.random.default_rng(seed)
        values: dict[str, Any] = {}
        for name in names:
            value = rng.uniform(0 if name in self.positive else -1, 1, points) * self.scale.get(name, 1)
            if name in self.complex:
                value = value * np.exp(2j * np.pi * rng.uniform(size=points))
            values[name] = value
        return values


def square(phi: Any) -> Real:
    """|phi|^2 of a field with one index."""
    result: Real = np.sum(np.abs(phi) ** 2, axis=-1)
    return result


def inner(a: Any, b: Any) -> Any:
    """a^dag b."""
    return np.sum(np.conj(a) * b, axis=-1)


def twice(value: Any) -> Any:
    """A term and its conjugate."""
    return 2 * np.real(value)


# ------------------------------------------------------------------ paper A
def benchmark(f: Fields, c: Couplings) -> Real:
    h, phi, s = square(f["H"]), square(f["phi"]), f["S"]
    gram = np.conj(s.swapaxes(-1, -2)) @ s
    trace = np.trace(gram, axis1=-2, axis2=-1).real
    trace4 = np.trace(gram @ gram, axis1=-2, axis2=-1).real
    own = c["lambda"] * h**2 + c["s"] * phi**2 + c["u"] * trace4 + c["v"] * trace**2
    return np.real(own + c["delta"] * h * trace + c["delta_t"] * h * phi + c["w"] * phi * trace)


# ------------------------------------------------------------------ doublets, singlets
THDM = """model thdm
use sm
scalar H2 (SU2L: 2, Y: 1/2)
potential {
  l2 = (dag(H2) H2)^2
  l3 = (dag(H) H) (dag(H2) H2)
  l4 = (dag(H) H2) (dag(H2) H)
  l5 = 1/2*(dag(H) H2)^2
}
"""


def thdm(f: Fields, c: Couplings) -> Real:
    a, b = f["H"], f["H2"]
    product = inner(a, b)
    own = c["lambda"] * square(a) ** 2 + c["l2"] * square(b) ** 2 + c["l3"] * square(a) * square(b)
    return np.real(own + c["l4"] * np.abs(product) ** 2 + twice(c["l5"] * product**2 / 2))


SINGLETS = """model singlets
use sm
scalar s real
scalar t real
scalar c (Y: 1)
potential {
  ls = s^4; lt = t^4; lc = (dag(c) c)^2; lst = s^2 t^2; lsc = s^2 dag(c) c; ltc = t^2 dag(c) c
  lhs = s^2 dag(H) H; lht = t^2 dag(H) H; lhc = (dag(c) c) (dag(H) H)
}
"""


def singlets(f: Fields, c: Couplings) -> Real:
    norms = {"h": square(f["H"]), "s": f["s"][..., 0] ** 2, "t": f["t"][..., 0] ** 2, "c": square(f["c"])}
    total = c["lambda"] * norms["h"] ** 2 + sum(c[f"l{name}"] * norms[name] ** 2 for name in "stc")
    pairs = ("st", "sc", "tc", "hs", "ht", "hc")
    return np.real(total + sum(c[f"l{a}{b}"] * norms[a] * norms[b] for a, b in pairs))


PORTAL = "model portal\nuse sm\nscalar s real\npotential { ls = s^4; lhs = s^2 dag(H) H }"


def portal(f: Fields, c: Couplings) -> Real:
    h, s = square(f["H"]), f["s"][..., 0] ** 2
    return np.real(c["lambda"] * h**2 + c["ls"] * s**2 + c["lhs"] * h * s)


# Phases: that of c is felt by c^4, that of d relative to e by (d^* e)^2.
PHASES = """model phases
use sm { except lambda }
scalar c
scalar d
scalar e
potential {
  lc = (dag(c) c)^2; ld = (dag(d) d)^2; le = (dag(e) e)^2
  lcd = (dag(c) c) (dag(d) d); lce = (dag(c) c) (dag(e) e); lde = (dag(d) d) (dag(e) e)
  l4 = c^4; l22 = (dag(d) e)^2
}
"""


def phases(f: Fields, c: Couplings) -> Real:
    phase = {name: f[name][..., 0] for name in "cde"}
    norms = {name: np.abs(value) ** 2 for name, value in phase.items()}
    own = sum(c[f"l{name}"] * norms[name] ** 2 for name in "cde")
    own = own + sum(c[f"l{a}{b}"] * norms[a] * norms[b] for a, b in ("cd", "ce", "de"))
    return np.real(own + twice(c["l4"] * phase["c"] ** 4) + twice(c["l22"] * (np.conj(phase["d"]) * phase["e"]) ** 2))


# ------------------------------------------------------------------ larger representations
TRIPLET = """model triplet
use sm
global W = SU(2)
scalar T (W: 3)
scalar R real (W: 3)
potential {
  a = tr(dag(T) T)^2; b = tr(dag(T) T dag(T) T); c = (dag(H) H) tr(dag(T) T)
  d = tr(R R)^2; e = (dag(H) H) tr(R R); f = tr(R R) tr(dag(T) T)
}
"""
PAULI = np.array([[[0, 1], [1, 0]], [[0, -1j], [1j, 0]], [[1, 0], [0, -1]]])


def triplet(f: Fields, c: Couplings) -> Real:
    t, r = (np.tensordot(f[name], PAULI, (-1, 0)) for name in ("T", "R"))
    gram = np.conj(t.swapaxes(-1, -2)) @ t
    tt, rr = (np.trace(m, axis1=-2, axis2=-1).real for m in (gram, r @ r))
    t4 = np.trace(gram @ gram, axis1=-2, axis2=-1).real
    h = square(f["H"])
    own = c["lambda"] * h**2 + c["a"] * tt**2 + c["b"] * t4 + c["d"] * rr**2
    return np.real(own + c["c"] * h * tt + c["e"] * h * rr + c["f"] * rr * tt)


LEPTOQUARKS = """model leptoquarks
use sm { except lambda }
scalar S (SU3c: 3bar, Y: 1/3)
scalar T (SU3c: 3, Y: 4/3)
potential { a = (dag(S) S)^2; b = (dag(T) T)^2; c = (dag(T) T) (dag(S) S); d = (S T) (dag(S) dag(T)) }
"""


def leptoquarks(f: Fields, c: Couplings) -> Real:
    s, t = f["S"], f["T"]
    own = c["a"] * square(s) ** 2 + c["b"] * square(t) ** 2 + c["c"] * square(s) * square(t)
    return np.real(own + c["d"] * np.abs(np.sum(s * t, axis=-1)) ** 2)


R2 = """model r2
use sm { except lambda }
scalar R (SU3c: 3, SU2L: 2, Y: 7/6)
potential { a = (dag(R) R)^2; b = tr(dag(R) R dag(R) R) }
"""


def r2(f: Fields, c: Couplings) -> Real:
    gram = np.conj(f["R"].swapaxes(-1, -2)) @ f["R"]
    trace = np.trace(gram, axis1=-2, axis2=-1).real
    return np.real(c["a"] * trace**2 + c["b"] * np.trace(gram @ gram, axis1=-2, axis2=-1).real)


# R is a matrix; K, along a row, finds as many singular values as it has directions, T, along a column, has one more.
SPECTRAL = """model spectral
gauge Y = U(1) coupling g1
global A = SU(2)
global B = SU(3)
scalar R (A: 2, B: 3, Y: 1)
scalar K (A: 2, Y: 3)
scalar T (B: 3, Y: 9)
potential {
  r = (dag(R) R)^2; z = tr(dag(R) R dag(R) R); k = (dag(K) K)^2; t = (dag(T) T)^2
  rk = (dag(R) R) (dag(K) K); rt = (dag(R) R) (dag(T) T); kt = (dag(K) K) (dag(T) T)
  ak = dag(R) R dag(K) K : adjoint; bt = dag(R) R dag(T) T : adjoint
}
"""


def spectral(f: Fields, c: Couplings) -> Real:
    r, k, t = f["R"], f["K"], f["T"]
    gram = np.conj(r.swapaxes(-1, -2)) @ r
    rr = np.trace(gram, axis1=-2, axis2=-1).real
    with_k = square(np.einsum("...a,...ai->...i", np.conj(k), r))
    with_t = square(np.einsum("...i,...ai->...a", t, np.conj(r)))
    own = c["r"] * rr**2 + c["z"] * np.trace(gram @ gram, axis1=-2, axis2=-1).real
    own = own + c["k"] * square(k) ** 2 + c["t"] * square(t) ** 2 + c["kt"] * square(k) * square(t)
    own = own + c["rk"] * rr * square(k) + c["rt"] * rr * square(t)
    # lambda^A_ij lambda^A_kl = 2 (delta_il delta_jk - delta_ij delta_kl/n)
    own = own + 2 * c["ak"] * (with_k - rr * square(k) / 2)
    return np.real(own + 2 * c["bt"] * (with_t - rr * square(t) / 3))


EXAMPLES = {
    "bm2": Example(
        lambda: compile_file("paper_a/bm2"),
        benchmark,
        {"H": (2,), "phi": (1,), "S": (3, 3)},
        frozenset(["lambda", "s", "v"]),
    ),
    "bm3": Example(
        lambda: compile_file("paper_a/bm3"),
        benchmark,
        {"H": (2,), "phi": (1,), "S": (3, 3)},
        frozenset(["lambda", "s", "v"]),
    ),
    "thdm": Example(
        lambda: compile_text(THDM),
        thdm,
        {"H": (2,), "H2": (2,)},
        frozenset(["lambda", "l2"]),
        complex=frozenset(["l5"]),
    ),
    "portal": Example(
        lambda: compile_text(PORTAL),
        portal,
        {"H": (2,), "s": (1,)},
        frozenset(["ls"]),
        frozenset(["s"]),
        scale={"lhs": 2},
    ),
    "singlets": Example(
        lambda: compile_text(SINGLETS),
        singlets,
        {"H": (2,), "s": (1,), "t": (1,), "c": (1,)},
        frozenset(["lambda", "ls", "lt", "lc"]),
        frozenset(["s", "t"]),
    ),
    "phases": Example(
        lambda: compile_text(PHASES),
        phases,
        {"c": (1,), "d": (1,), "e": (1,)},
        frozenset(["lc", "ld", "le", "lde"]),
        complex=frozenset(["l4", "l22"]),
        scale={"l4": 0.3, "l22": 0.7},
    ),
    "triplet": Example(
        lambda: compile_text(TRIPLET),
        triplet,
        {"H": (2,), "T": (3,), "R": (3,)},
        frozenset(["lambda", "a", "d"]),
        frozenset(["R"]),
        scale={"c": 2, "e": 2},
    ),
    "leptoquarks": Example(
        lambda: compile_text(LEPTOQUARKS),
        leptoquarks,
        {"S": (3,), "T": (3,)},
        frozenset(["a", "b"]),
        scale={"c": 2, "d": 2},
    ),
    "spectral": Example(
        lambda: compile_text(SPECTRAL),
        spectral,
        {"R": (2, 3), "K": (2,), "T": (3,)},
        frozenset(["r", "k", "t"]),
        scale={"z": 0.7, "rk": 0.5, "rt": 0.5, "kt": 0.5, "ak": 0.7, "bt": 0.7},
    ),
    "r2": Example(lambda: compile_text(R2), r2, {"R": (3, 2)}, frozenset(["a"])),
}
