"""Paper A, flavorful U(1)' (arXiv:2109.06201)."""

from __future__ import annotations

import json
from fractions import Fraction
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import sympy
from tests.helpers.emitted import emit
from tests.helpers.evaluate import Value, evaluate_betas
from tests.helpers.families import solve
from tests.helpers.models import compile_file, compile_text, diagnose
from tests.oracles.freeze import REFERENCE, random_point, value_of
from tests.oracles.general_rge import one_loop, two_loop
from tests.oracles.physical_models import benchmark_model
from tests.papers.derived import boson_matrix, mass_basis, positive, real, spectrum, vanishes
from tests.papers.ledger import Row, inputs

from zmodel.derive.beta.coefficients import LOOPS
from zmodel.derive.beta.derive import BetaFunctions, derive_betas
from zmodel.derive.couplings import Coupling
from zmodel.derive.masses.scalars import ScalarSpectrum, derive_scalar_masses
from zmodel.derive.potential.basis import check_basis, derive_basis
from zmodel.derive.potential.stability import derive_stability
from zmodel.derive.scalar_polynomial import scalar_polynomial
from zmodel.driver import Analysis

BENCHMARKS = (1, 2, 3, 4)


@cache
def benchmark(number: int) -> Analysis:
    return compile_file(f"paper_a/bm{number}")


@cache
def symbolic() -> Analysis:
    return compile_file("paper_a/symbolic")


def expression(analysis: Analysis, value: Any) -> sympy.Expr:
    """A polynomial of the model's charges in sympy."""
    return sympy.parse_expr(analysis.model.ring.format(value).replace("^", "**"))


def charges(field: str) -> list[sympy.Symbol]:
    return [sympy.Symbol(f"F_{field}{i}") for i in (1, 2, 3)]


def proportional(first: sympy.Expr, second: sympy.Expr) -> bool:
    """Whether two polynomials agree up to a number."""
    quotient = sympy.cancel(first / second)
    return bool(quotient.is_number and quotient != 0)


def test_A01_anomaly_polynomials(row: Row) -> None:
    q, u, d, lepton, e, n = (charges(field) for field in "QUDLEN")
    printed = {  # Eq. (15), in its order
        "SU3c^2 X": sum(2 * q[i] - u[i] - d[i] for i in range(3)),
        "SU2L^2 X": sum(3 * q[i] + lepton[i] for i in range(3)),
        "Y^2 X": sum(q[i] + 3 * lepton[i] - 8 * u[i] - 2 * d[i] - 6 * e[i] for i in range(3)),
        "grav^2 X": sum(6 * q[i] + 2 * lepton[i] - 3 * u[i] - 3 * d[i] - e[i] - n[i] for i in range(3)),
        "Y X^2": sum(q[i] ** 2 - lepton[i] ** 2 - 2 * u[i] ** 2 + d[i] ** 2 + e[i] ** 2 for i in range(3)),
        "X^3": sum(
            6 * q[i] ** 3 + 2 * lepton[i] ** 3 - 3 * u[i] ** 3 - 3 * d[i] ** 3 - e[i] ** 3 - n[i] ** 3 for i in range(3)
        ),
    }
    report = symbolic().anomalies
    found = {a.name: expression(symbolic(), a.value) for a in report.anomalies if not a.cancels}
    assert row.want == "proportional"
    assert set(found) == set(printed)
    for name, polynomial in printed.items():
        assert proportional(found[name], polynomial), name
    row.record(f"{len(printed)} proportional, {len(report.anomalies) - len(found)} vanish")
    assert {a.name for a in report.anomalies if a.cancels} == {"SU3c^3", "SU3c^2 Y", "SU2L^2 Y", "grav^2 Y", "Y^3"}
    assert all(w.cancels for w in report.witten)


def test_A02_benchmarks_are_free_of_anomalies(row: Row) -> None:
    for number in BENCHMARKS:
        report = benchmark(number).anomalies
        assert report.free
        assert len(report.anomalies) == 11
        assert all(anomaly.value == row.want for anomaly in report.anomalies)
        row.record(f"BM{number}: all {len(report.anomalies)} vanish")


def test_A03_conditions_of_yukawa_entries(row: Row) -> None:
    couplings = symbolic().couplings.couplings
    higgs = sympy.Symbol("F_H")
    for name, wanted in zip(("Yu", "Yd", "Ye", "Ynu"), row.want, strict=True):
        left, right = ("Q" if name in ("Yu", "Yd") else "L"), {"Yu": "U", "Yd": "D", "Ye": "E", "Ynu": "N"}[name]
        for i, j in product(range(3), repeat=2):
            words = {f"F{left}_i": f"F_{left}{i + 1}", f"F{right}_j": f"F_{right}{j + 1}", "FH": str(higgs)}
            text = " ".join(words.get(word, word) for word in wanted.split())
            (condition,) = couplings[name].entries[i, j].conditions.values()
            assert proportional(expression(symbolic(), condition), sympy.parse_expr(text)), (name, i, j)
        row.record(wanted)


def allows(number: int, term: str) -> bool:
    """Whether a benchmark allows a term with all its diagonal entries, though it does not declare it."""
    text = f'model probe\nuse "bm{number}.zmodel"\nrequire allowed {term} diagonal'
    analysis, diagnostics = diagnose(text, folder="paper_a")
    assert analysis is not None or {d.code for d in diagnostics if d.severity == "error"} == {"Z302"}
    return analysis is not None


def test_A04_diagonal_yukawa_entries(row: Row) -> None:
    for number, (quarks, leptons, neutrinos) in zip(BENCHMARKS, row.want, strict=True):
        assert allows(number, "bar(Q) tilde(H) U") == allows(number, "bar(Q) H D") == quarks
        assert allows(number, "bar(L) H E") == leptons
        has_neutrinos = any(field.name == "N" for field in benchmark(number).model.fields)
        assert has_neutrinos == (number != 1)
        assert (has_neutrinos and allows(number, "bar(L) tilde(H) N")) == neutrinos
        row.record([quarks, leptons, neutrinos])


def test_A05_majorana_like_couplings(row: Row) -> None:
    assert row.want == "condition derived"
    phi, n = sympy.Symbol("F_phi"), charges("N")
    for name, sign in (("rho_minus", 1), ("rho_plus", -1)):
        coupling = symbolic().couplings.couplings[name]
        assert coupling.symmetry == "symmetric"
        for i in range(3):
            (condition,) = coupling.entries[i, i].conditions.values()
            assert proportional(expression(symbolic(), condition), 2 * n[i] + sign * phi)
    for number in (2, 3, 4):
        # BM1 has no right-handed neutrinos; the files of the others forbid all entries of both terms.
        forbidden = [r.monomial for r in benchmark(number).model.requirements if r.kind == "forbidden"]
        assert [monomial.text for monomial in forbidden if monomial] == ["N N phi", "N N dag(phi)"]


# ------------------------------------------------------------------ the potential
POTENTIAL = {"delta_tilde": "delta_t"}
"""Names of the paper that the model files spell otherwise."""


def without(*names: str) -> Analysis:
    """Benchmark 2 without some couplings."""
    return compile_text(f'model probe\nuse "bm2.zmodel" {{ except {", ".join(names)} }}', folder="paper_a")


def polynomial(analysis: Analysis, coupling: Coupling) -> dict[Any, Any]:
    return scalar_polynomial(coupling.monomials, analysis.model)


def test_A06_basis_of_the_potential(row: Row) -> None:
    quartics = [POTENTIAL.get(name, name) for name in row.want]
    complete = benchmark(2)
    potential = [c.name for c in complete.couplings.couplings.values() if c.kind == "potential"]
    printed = {name: polynomial(complete, complete.couplings.couplings[name]) for name in potential}
    bare = without(*potential)
    found = derive_basis(bare.model, bare.couplings).missing
    suggested = [polynomial(bare, missing.spelling.coupling) for missing in found]
    dimensions = [missing.spelling.coupling.dimension for missing in found]
    # The seven of Eq. (12), and the three masses and mu_det of Eq. (11), which the files leave out.
    assert dimensions == [4] * 7 + [3] + [2] * 3
    assert sorted(map(repr, suggested[:7])) == sorted(repr(printed[name]) for name in quartics)
    for name in quartics:
        probe = without(name)
        basis = derive_basis(probe.model, probe.couplings)
        (missing,) = (m for m in basis.missing if m.spelling.coupling.dimension == 4)
        assert polynomial(probe, missing.spelling.coupling) == printed[name]
        row.record(name)
        (warning,) = check_basis(probe.model, basis)
        assert warning.code == "Z509"
        assert f"`{missing.term}`" in warning.message


def test_A07_vacuum_stability(row: Row, tmp_path: Path) -> None:
    assert "10^5" in row.want
    rng = np.random.default_rng(7)
    points = 100_000
    names = ("lambda", "s", "u", "v", "delta", "delta_t", "w")
    values = {name: rng.uniform(-1, 1, points) for name in names}
    values |= {name: rng.uniform(-0.05, 1, points) for name in ("lambda", "s")}
    for number in BENCHMARKS:
        stable = emit(benchmark(number), tmp_path).python.stable(values)
        expected = printed_stability(values)
        assert np.array_equal(stable, expected)
        row.record(f"BM{number}: equal at {points} points")
    for vacuum in (values["u"] > 0, values["u"] < 0):
        assert 0.05 < expected[vacuum].mean() < 0.5
    vacua = derive_stability(benchmark(2).model, benchmark(2).couplings).vacua
    assert [(v.positive, [(t.factor, t.coupling) for t in v.quartic]) for v in vacua] == [
        (True, [(1, "v"), (Fraction(1, 3), "u")]),
        (False, [(1, "v"), (1, "u")]),
    ]


def printed_stability(c: dict[str, Any]) -> Any:
    """Eqs. (13) and (14)."""
    lam, s, delta, delta_t, w = (c[name] for name in ("lambda", "s", "delta", "delta_t", "w"))
    big = np.where(c["u"] > 0, c["u"] / 3, c["u"]) + c["v"]
    with np.errstate(invalid="ignore"):
        first = delta + 2 * np.sqrt(lam * big)
        second = delta_t + 2 * np.sqrt(lam * s)
        third = w + 2 * np.sqrt(s * big)
        last = 2 * np.sqrt(lam * big * s) + delta * np.sqrt(s) + delta_t * np.sqrt(big) + w * np.sqrt(lam)
        last += np.sqrt(first * second * third)
    return np.all([condition > 0 for condition in (lam, big, s, first, second, third, last)], axis=0)


# ------------------------------------------------------------------ gauge bosons
def test_A08_mass_of_the_z_prime(row: Row) -> None:
    assert row.want == "exact"
    g4, v_phi = positive("g4 v_phi")
    f_phi, f_h, eta = real("F_phi F_H eta")
    z_prime = spectrum("paper_a/symbolic").boson("Z'")
    assert z_prime.heavy_limit is not None
    assert z_prime.heavy_limit.leading_mass == sympy.Abs(f_phi) * g4 * v_phi  # Eq. (23)
    # It is exact for F_H = 0, Eq. (19), and without kinetic mixing.
    (angle,) = spectrum("paper_a/symbolic").angles
    block = {f_h: 0, eta: 0}
    v_h, g1, g2 = positive("v_h g1 g2")
    z_mass_squared = (g1**2 + g2**2) * v_h**2 / 4
    assert sympy.simplify(angle.determinant.subs(block) - z_mass_squared * (f_phi * g4 * v_phi) ** 2) == 0
    assert angle.tan_double.subs(block) == 0


def test_A09_rho_parameter(row: Row) -> None:
    """Eq. (20) holds with z = M_Z'/M_Z and the angle of e = g2 sin(theta_W); see docs/errata.md.

    The kinetic matrix of Eq. (18) has the inverse [[1, eta], [eta, 1]], so M_Z^2 M_Z'^2 = M_0^2 M_X^2 (1 - eta^2 s^2)
    at fixed M_Z^2 + M_Z'^2: a heavy Z' pushes the Z down and rho above one.
    """
    assert row.want == "exact"
    rho = spectrum("paper_a/bm2").rho
    assert rho is not None and rho.second_order is not None and rho.z_squared is not None
    g1, g2, g4, v_h, v_phi = positive("g1 g2 g4 v_h v_phi")
    (eta,) = real("eta")
    assert vanishes(rho.z_squared - (g1**2 + g2**2) * v_h**2 / 4 / (g4 * v_phi / 9) ** 2)
    sine = g1**2 / (g1**2 + g2**2)
    printed = eta**2 * sine / (1 - 1 / rho.z_squared)  # 1/rho - 1 with z = M_Z'/M_Z
    inverse = sympy.series(1 / rho.second_order, eta, 0, 3).removeO()
    assert vanishes(inverse - 1 - printed)


# ------------------------------------------------------------------ scalars
@cache
def scalars(number: int) -> ScalarSpectrum:
    found = derive_scalar_masses(benchmark(number).model, benchmark(number).couplings)
    assert found is not None
    return found


def scalar_mixing(number: int) -> sympy.Expr:
    """Tan 2 beta of Eqs. (25), (26) with h' = cos(beta) h - sin(beta) phi: the opposite sign of our angle."""
    block = scalars(number).block("Re(H.down)")
    assert [mode.name for mode in block.modes] == ["Re(H.down)", "Re(phi)"]
    assert block.angle is not None
    return -block.angle.tan_double


def test_A10_scalar_mixing_angle(row: Row) -> None:
    assert row.want == "exact"
    v_h, v_phi = positive("v_h v_phi")
    lam, s, delta = real("lambda s delta_t")
    for number in BENCHMARKS:
        tangent = scalar_mixing(number)
        assert vanishes(tangent - delta * v_h * v_phi / (s * v_phi**2 - lam * v_h**2))
        # The angle takes the off-diagonal entry away: (R M^2 R^T)_12 = 0 with the rotation of Eq. (25).
        (a, c), (_, b) = scalars(number).block("Re(H.down)").matrix.tolist()
        assert vanishes((a - b) / 2 * tangent + c)
        # What is left of H and phi are the Goldstone bosons of W, Z and Z'.
        goldstones = [b.goldstones for b in scalars(number).blocks if b.goldstones]
        assert goldstones == [({"H.up": 1},), ({"Im(H.down)": 1},), ({"Im(phi)": 1},)]


def test_A11_bound_from_scalar_mixing(row: Row) -> None:
    """|F_phi| g4 delta_tilde/s from the Higgs vacuum value far below that of phi, Eqs. (23), (26), (28)."""
    v_h, v_phi = positive("v_h v_phi")
    s, delta = real("s delta_t")
    leading = sympy.limit(scalar_mixing(2) / v_h, v_h, 0) * v_h
    assert vanishes(leading - delta * v_h / (s * v_phi))
    z_prime = spectrum("paper_a/symbolic").boson("Z'").heavy_limit
    assert z_prime is not None
    mass, tangent = positive("M T")
    (largest,) = sympy.solve(leading - tangent, delta)
    (value,) = sympy.solve(z_prime.leading_mass - mass, v_phi)
    bound = (z_prime.leading_mass / v_phi * largest / s).subs(v_phi, value)
    assert vanishes(bound - mass * tangent / v_h)
    numbers = {v_h: inputs()["v_h"], tangent: np.tan(2 * np.arcsin(np.sqrt(0.01)))}
    row.assert_close([float(bound.subs({**numbers, mass: m})) for m in (5000, 3000)])


# ------------------------------------------------------------------ quarks in the mass basis
def z_prime_matrix(basis: str) -> sympy.Matrix:
    """Couplings of the boson of U(1)' without Z-Z' mixing, over g4."""
    return boson_matrix("paper_a/quark_rotations", basis, "X", "gauge") / sympy.Symbol("g4", positive=True)


def ckm(i: int, j: int) -> sympy.Symbol:
    """V_ij with i = u, c, t and j = d, s, b."""
    return sympy.Symbol(f"CKM[{i},{j}]", complex=True)


def numeric_ckm() -> dict[sympy.Symbol, complex]:
    """The standard parametrisation with the angles and the phase of the Particle Data Group, unitary."""
    s12, s23, s13, delta = 0.22501, 0.04183, 0.003732, 1.147
    c12, c23, c13 = (np.sqrt(1 - s**2) for s in (s12, s23, s13))
    first = np.array([[1, 0, 0], [0, c23, s23], [0, -s23, c23]], dtype=complex)
    second = np.array([[c13, 0, s13 * np.exp(-1j * delta)], [0, 1, 0], [-s13 * np.exp(1j * delta), 0, c13]])
    matrix = first @ second @ np.array([[c12, s12, 0], [-s12, c12, 0], [0, 0, 1]])
    return {ckm(i + 1, j + 1): complex(matrix[i, j]) for i in range(3) for j in range(3)}


def test_A15_couplings_of_down_quarks(row: Row) -> None:
    """Eqs. (81), (82), (87)-(90); the second line of Eq. (81) holds for F_Q1 = F_Q2 only, see docs/errata.md."""
    assert row.want == "exact"
    f = real("F_Q1 F_Q2 F_Q3")
    left = z_prime_matrix("d_L")
    for i, j in ((2, 3), (1, 3)):
        printed = ckm(3, j) * sympy.conjugate(ckm(3, i)) * (f[2] - f[0])
        printed += ckm(2, j) * sympy.conjugate(ckm(2, i)) * (f[1] - f[0])
        assert vanishes(left[i - 1, j - 1] - printed)
    # Exactly, V^dagger F V is hermitian with the trace and the determinant of F for any unitary V.
    values = numeric_ckm() | dict(zip(f, (0.3, -0.7, 1.1), strict=True))
    matrix = np.array(left.xreplace(values).evalf().tolist(), dtype=complex)
    v = np.array([[values[ckm(i, j)] for j in (1, 2, 3)] for i in (1, 2, 3)])
    assert np.allclose(matrix, v.conj().T @ np.diag([0.3, -0.7, 1.1]) @ v)
    # The approximation: V_ub V_us^* (F_1 - F_2) is left out, four per cent of V_tb V_ts^*, and nothing if F_1 = F_2.
    approximate = v[2, 2] * v[2, 1].conj() * (1.1 + 0.7)
    assert abs(matrix[1, 2] - approximate) < 0.03 * abs(approximate)
    for i, j in ((2, 3), (1, 3)):
        equal = left[i - 1, j - 1].subs(f[1], f[0])
        assert vanishes(equal - ckm(3, j) * sympy.conjugate(ckm(3, i)) * (f[2] - f[0]))
    assert abs(matrix[0, 2] - v[2, 2] * v[2, 0].conj() * 1.8) > 0.2 * abs(matrix[0, 2])

    d = real("F_D1 F_D2 F_D3")
    theta, phase = real("theta_d phi_R")
    right = z_prime_matrix("d_R")
    sine, cosine = sympy.sin(theta), sympy.cos(theta)
    assert vanishes(right[1, 2] - (d[2] - d[1]) * sine * cosine * sympy.exp(sympy.I * phase))
    assert right[0, 2] == right[0, 1] == 0
    assert vanishes(right[2, 2] - d[2] * cosine**2 - d[1] * sine**2)
    assert vanishes(right[1, 1] - d[1] * cosine**2 - d[2] * sine**2)
    assert vanishes(right[0, 0] - d[0])
    # V_u = 1: up quarks are no basis of their own.
    assert set(mass_basis("paper_a/quark_rotations")) == {"d_L", "d_R"}


# ------------------------------------------------------------------ renormalisation group
COMPUTE = {1: one_loop, 2: two_loop}
ORDERS = [loop for loop in LOOPS if loop in COMPUTE]


@cache
def betas(number: int) -> BetaFunctions:
    analysis = benchmark(number)
    return derive_betas(analysis.model, analysis.couplings, max(ORDERS))


def assert_close(got: dict[str, Value], expected: dict[str, Value]) -> None:
    assert set(got) == set(expected)
    for name, value in expected.items():
        scale = max(1e-300, float(np.abs(value).max()))
        assert np.abs(np.asarray(got[name]) - value).max() <= 1e-12 * scale, name


def test_A20_beta_functions(row: Row) -> None:
    """All couplings at the frozen points and at one new point each, at every loop order there is."""
    assert "1e-12" in row.want
    frozen = json.loads(REFERENCE.read_text(encoding="utf-8"))["models"]
    for number, loop in product(BENCHMARKS, ORDERS):
        oracle = benchmark_model(number)
        for point in frozen[oracle.name]["points"]:
            values = {name: value_of(oracle, name, data) for name, data in point["values"].items()}
            expected = {name: value_of(oracle, name, data) for name, data in point["beta"][str(loop)].items()}
            assert len(expected) == 18  # 15 couplings and three masses
            assert_close(evaluate_betas(betas(number), values, loop), expected)
        row.record(f"BM{number}, order {loop}: {len(expected)} equal")
        values = random_point(oracle, 1000 + number, mixed=True)
        expected = oracle.project(values, COMPUTE[loop](oracle.theory(values)))
        assert_close(evaluate_betas(betas(number), values, loop), expected)


def test_A28_charges_without_neutrinos(row: Row) -> None:
    """Eq. (104); the sign of F_E2 is a permutation of the unknown charges of E."""
    assert row.want == "exact, symbolic"
    analysis = compile_file("paper_a/without_neutrinos")
    (family,) = solve(analysis).families
    assert family.dimension == 2 and not family.equations
    charge = {
        f"{field}{i + 1}": family.charges[field, i]
        for field in "QUDLE"
        for i in range(analysis.model.field(field).generations)
    }
    zero = family.ring.zero
    assert family.charges["H", 0] == charge["L1"] == charge["E1"] == zero
    for field in "QUD":
        assert charge[f"{field}3"] == -2 * charge[f"{field}1"] == -2 * charge[f"{field}2"]
    assert charge["Q1"] == charge["U1"] == charge["D1"]
    assert charge["L3"] == -charge["L2"] and charge["E3"] == -charge["E2"]
    assert charge["E2"] in (charge["L2"], -charge["L2"])
    # Quarks and leptons are independent, and neither of them has to vanish.
    assert not proportional(*(sympy.parse_expr(family.ring.format(charge[name])) for name in ("Q1", "L2")))
