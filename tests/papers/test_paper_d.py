"""Paper D, muonic force and muoquarks (arXiv:2107.07518)."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

import sympy
from sympy.parsing.sympy_parser import convert_xor, implicit_multiplication, parse_expr, standard_transformations
from tests.papers.derived import analysis, currents, positive, real, spectrum, vanishes
from tests.papers.ledger import Row

from zmodel.algebra import Ring
from zmodel.algebra.flavour import FlavourSum
from zmodel.derive.beta.derive import derive_betas

g1, g2, gX, v_h, m_X = positive("g1 g2 gX v_h m_X")
(epsilon,) = real("epsilon")
BENCHMARKS = ("mu_tau", "b_3mu", "e_mu", "b3_8mu_tau", "chiral_mu_tau")


def to_sympy(value: Any, ring: Ring) -> sympy.Expr:
    """A polynomial, with plain symbols; those of unknowns without their question mark."""
    text = ring.format(value).replace("?", "").replace("^", "**")
    names = {name.replace("?", ""): sympy.Symbol(name.replace("?", "")) for name in ring.symbols}
    return sympy.parse_expr(text, local_dict=names)


def proportional(first: sympy.Expr, second: sympy.Expr) -> bool:
    quotient = sympy.cancel(first / second)
    return bool(quotient.is_number and quotient != 0)


def test_D01_anomaly_polynomials(row: Row) -> None:
    assert row.want == "proportional"
    found = analysis("paper_d/sm_neutrinos")
    q, u, d, lepton, e, n = ([sympy.Symbol(f"{name}{i}") for i in (1, 2, 3)] for name in "QUDLEN")
    printed = {  # Eqs. (2.2) to (2.7)
        "SU3c^2 X": sum(2 * q[i] - u[i] - d[i] for i in range(3)),
        "SU2L^2 X": sum(3 * q[i] + lepton[i] for i in range(3)),
        "Y^2 X": sum(q[i] + 3 * lepton[i] - 8 * u[i] - 2 * d[i] - 6 * e[i] for i in range(3)),
        "grav^2 X": sum(6 * q[i] + 2 * lepton[i] - 3 * u[i] - 3 * d[i] - e[i] - n[i] for i in range(3)),
        "Y X^2": sum(q[i] ** 2 - lepton[i] ** 2 - 2 * u[i] ** 2 + d[i] ** 2 + e[i] ** 2 for i in range(3)),
        "X^3": sum(
            6 * q[i] ** 3 + 2 * lepton[i] ** 3 - 3 * u[i] ** 3 - 3 * d[i] ** 3 - e[i] ** 3 - n[i] ** 3 for i in range(3)
        ),
    }
    ring = found.model.ring
    derived = {a.name: to_sympy(a.value, ring) for a in found.anomalies.anomalies if not a.cancels}
    assert set(derived) == set(printed)
    assert all(proportional(derived[name], polynomial) for name, polynomial in printed.items())


def test_D12_vector_muoquark_model(row: Row) -> None:
    report = analysis("paper_d/g5321").anomalies
    assert report.free
    assert all(anomaly.value == row.want for anomaly in report.anomalies)
    names = {anomaly.name for anomaly in report.anomalies}
    assert names == {"SU5^3", "SU3p^3", "SU5^2 X1", "SU3p^2 X1", "SU2L^2 X1", "grav^2 X1", "X1^3"}
    assert [(w.group, w.doublets % 2) for w in report.witten] == [("SU2L", 0)]
    assert all(coupling.texture for coupling in analysis("paper_d/g5321").couplings.couplings.values())


def test_D14_mass_basis_and_effective_charge(row: Row) -> None:
    assert "exact" in row.want
    root = sympy.sqrt(g1**2 + g2**2)
    cosine, sine, r = g2 / root, g1 / root, sympy.sqrt(1 - epsilon**2)
    for name in ("mu_tau", "b_3mu"):
        path = f"paper_d/{name}"
        found, table = spectrum(path), currents(path)
        # Eq. (A.5): how much of A, Z and X each canonical field contains.
        expected = {"A": (1, 0, 0), "Z0": (0, 1, 0), "X0": (cosine * epsilon / r, -sine * epsilon / r, 1 / r)}
        for field, printed in expected.items():
            b, w, x = (found.canonical_field(field).fields.get(part, 0) for part in ("B", "W3", "X"))
            derived = (cosine * b + sine * w, -sine * b + cosine * w, x)
            assert all(vanishes(a - c) for a, c in zip(derived, printed, strict=True))
        # Eq. (A.6): the mass terms, through trace and determinant of the Z-X block.
        z_mass = (g1**2 + g2**2) * v_h**2 / 4
        (angle,) = found.angles
        squares = found.boson("Z").mass_squared + found.boson("Z'").mass_squared
        assert vanishes(squares - z_mass - z_mass * (sine * epsilon / r) ** 2 - m_X**2 / r**2)
        assert vanishes(angle.determinant - z_mass * m_X**2 / r**2)
        # Eq. (A.8).
        (photon,) = found.unbroken
        for component in table.components:
            for generation in range(component.generations):
                coupling = table.light_limit["Z'"].get(component.name, (sympy.Integer(0),) * 3)[generation]
                linear = coupling.subs(epsilon, 0) + epsilon * sympy.diff(coupling, epsilon).subs(epsilon, 0)
                own = table.gauge["X"].get(component.name, (sympy.Integer(0),) * 3)[generation]
                charge = sympy.Rational(str(component.electric_charge))
                assert vanishes(linear - own - cosine * epsilon * photon.coupling * charge), component.name


def expanded(text: str) -> sympy.Expr:
    """A polynomial of the ledger; sum(...) runs over i = 1, 2, 3 in what ends on i."""

    def over_generations(match: re.Match[str]) -> str:
        terms = (re.sub(r"(X[LEN])i", rf"\g<1>{i}", match[1]) for i in (1, 2, 3))
        return " (" + " + ".join(terms) + ")"

    explicit = re.sub(r" ?sum\((.*)\)$", over_generations, text)
    transformations = (*standard_transformations, convert_xor, implicit_multiplication)
    return parse_expr(explicit, transformations=transformations)


def test_D15_running_of_the_kinetic_mixing(row: Row) -> None:
    model = analysis("paper_d/s3_running")
    betas = derive_betas(model.model, model.couplings, 1)

    def number(value: FlavourSum) -> sympy.Expr:
        """A value without flavour matrices."""
        assert set(value.terms) <= {((), ())}
        return sum((to_sympy(polynomial, betas.alphabet.ring) for polynomial in value.terms.values()), sympy.Integer(0))

    # d(h^-1)/dlnmu = -S/(16 pi^2) with S = 2 Gamma, and s of Eq. (A.10) is 3 Gamma.
    running = betas.abelian_running[1]
    s = {pair: sympy.Rational(3, 2) * number(running[pair]) for pair in (("Y", "Y"), ("Y", "X"), ("X", "X"))}
    for derived, printed in zip(s.values(), row.want, strict=True):
        assert sympy.expand(derived - expanded(printed)) == 0
    # Eq. (A.9), times 16 pi^2.
    a, b, mixing = sympy.symbols("g1 gX epsilon")
    printed = a * b / 3 * (2 * s["Y", "X"] + s["Y", "Y"] * mixing * a / b + s["X", "X"] * mixing * b / a)
    assert sympy.expand(number(betas.by_name["epsilon"][1]) - printed) == 0


# Charges of (L, E) per generation as the paper prints them: Eqs. (3.12) to (3.15), and those of Sec. 3.5.4.
LEPTONS = {
    "mu_tau": ([0, 1, -1], [0, 1, -1]),
    "b_3mu": ([0, -3, 0], [0, -3, 0]),
    "e_mu": ([1, -1, 0], [1, -1, 0]),
    "b3_8mu_tau": ([0, -8, -1], [0, -8, -1]),
    "chiral_mu_tau": ([-1, 7, -6], [1, 6, -7]),
}
ALL = tuple((i, j) for i in range(3) for j in range(3))
DIAGONAL = ((0, 0), (1, 1), (2, 2))
BLOCK = ((0, 0), (0, 1), (1, 0), (1, 1), (2, 2))
TEXTURES: dict[str, dict[str, tuple[tuple[int, int], ...]]] = {
    "mu_tau": {"Yu": ALL, "Yd": ALL, "Ye": DIAGONAL, "MN": ((0, 0), (1, 2), (2, 1))},
    "b_3mu": {"Yu": ALL, "Yd": ALL, "Ye": ((0, 0), (0, 2), (1, 1), (2, 0), (2, 2))},
    "e_mu": {"Yu": ALL, "Yd": ALL, "Ye": DIAGONAL, "MN": ((0, 1), (1, 0), (2, 2))},
    "b3_8mu_tau": {"Yu": BLOCK, "Yd": BLOCK, "Ye": DIAGONAL, "Ynu": DIAGONAL, "MN": ((0, 0),)},
    "chiral_mu_tau": {"Yu": ALL, "Yd": ALL},
}


def test_D17_benchmarks(row: Row) -> None:
    assert row.want == "derived"
    for name in BENCHMARKS:
        found = analysis(f"paper_d/{name}")
        assert found.anomalies.free, name
        couplings = found.couplings.couplings
        assert {c: couplings[c].texture for c in TEXTURES[name]} == TEXTURES[name], name
        assert ("Ye" in couplings) == (name != "chiral_mu_tau")
        table = currents(f"paper_d/{name}")
        species = {item.name: item for item in table.species}
        left, right = LEPTONS[name]
        charged = table.vector_axial(table.gauge["X"], species["e"])
        for generation, item in enumerate(charged):
            vector = Fraction(left[generation] + right[generation], 2)
            axial = Fraction(left[generation] - right[generation], 2)
            assert vanishes(item.vector - gX * sympy.Rational(vector.numerator, vector.denominator)), name
            assert vanishes(item.axial - gX * sympy.Rational(axial.numerator, axial.denominator)), name
        neutrinos = table.gauge["X"].get("L.up", (sympy.Integer(0),) * 3)
        assert [value / gX for value in neutrinos] == left, name
        forbids_yukawas = name == "chiral_mu_tau"
        assert all(vanishes(item.axial) for item in charged) != forbids_yukawas
    # Sec. 3.5.5: purely axial for electrons, mostly vectorial for muons.
    chiral = currents("paper_d/chiral_mu_tau")
    electron, muon, _ = chiral.vector_axial(
        chiral.gauge["X"], next(item for item in chiral.species if item.name == "e")
    )
    assert electron.vector == 0
    assert muon.vector / muon.axial == 13
