"""Paper D, muonic force and muoquarks (arXiv:2107.07518)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import sympy
from sympy.parsing.sympy_parser import convert_xor, implicit_multiplication, parse_expr, standard_transformations
from tests.helpers.datasets import ask, search_of, written
from tests.helpers.models import compile_text
from tests.papers.derived import analysis, currents, positive, real, spectrum, vanishes
from tests.papers.ledger import Row
from tests.papers.radiative_muon import check_leptoquark_masses

from zmodel.algebra import Ring
from zmodel.algebra.flavour import FlavourSum
from zmodel.charges import count
from zmodel.derive.beta.derive import derive_betas
from zmodel.derive.branching import Branching, derive_branchings
from zmodel.derive.operators import Operator, enumerate_operators
from zmodel.emit.generators import embedding, standard_form
from zmodel.emit.report import cell_text
from zmodel.groups import Irrep

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
    row.record(f"{len(printed)} proportional, {len(found.anomalies.anomalies) - len(printed)} vanish")


def test_D12_vector_muoquark_model(row: Row) -> None:
    report = analysis("paper_d/g5321").anomalies
    assert report.free
    assert all(anomaly.value == row.want for anomaly in report.anomalies)
    row.record(f"all {len(report.anomalies)} vanish")
    names = {anomaly.name for anomaly in report.anomalies}
    assert names == {"SU5^3", "SU3p^3", "SU5^2 X1", "SU3p^2 X1", "SU2L^2 X1", "grav^2 X1", "X1^3"}
    assert [(w.group, w.doublets % 2) for w in report.witten] == [("SU2L", 0)]
    assert all(coupling.texture for coupling in analysis("paper_d/g5321").couplings.couplings.values())


def numbers_text(numbers: Iterable[Any]) -> str:
    """Quantum numbers as the paper writes them."""
    return "(" + ", ".join(number.name if isinstance(number, Irrep) else str(number) for number in numbers) + ")"


def parts(found: Iterable[tuple[Iterable[Any], int]]) -> dict[str, int]:
    """Quantum numbers with multiplicities."""
    return {numbers_text(numbers): count for numbers, count in found}


def once(*texts: str) -> dict[str, int]:
    return dict.fromkeys(texts, 1)


@cache
def breakings() -> Mapping[str, Branching]:
    """The steps of both ways to break SU(5), by name; the columns are as in the file."""
    return {step.name: step for step in derive_branchings(analysis("paper_d/g5321").model)}


def check_decompositions_of_su5() -> None:
    irreps = {
        (name, item.group, item.irrep.name): parts(item.content.items())
        for name, step in breakings().items()
        for item in step.irreps
    }
    # Eqs. (5.3), (5.4): the diagonal subgroups act on SU(5) as SU(3)_5 and U(1)_5.
    final = once("(3, 1, 4/15, 0)", "(1, 1, -2/5, -1)", "(1, 1, -2/5, 1)")
    assert irreps["doublet_to_mt", "SU5", "5"] == irreps["quartet_to_mt", "SU5", "5"] == final
    # Eqs. (5.5), (5.6)
    assert irreps["doublet", "SU5", "5"] == once("(3, 1, 4/15, 1)", "(1, 1, -2/5, 2)")
    assert irreps["doublet", "SU5", "24"] == once(
        "(1, 1, 0, 1)", "(8, 1, 0, 1)", "(1, 1, 0, 3)", "(3, 1, 2/3, 2)", "(3bar, 1, -2/3, 2)"
    )
    assert irreps["doublet_to_mt", "SU2mt", "2"] == once("(1, 1, 0, -1)", "(1, 1, 0, 1)")
    # Eqs. (5.7), (5.8); Y acts on SU(4) as X4, and X_mu-tau as 3/2 X4.
    assert irreps["quartet", "SU5", "5"] == once("(4, 1/10, 1, 1, 0)", "(1, -2/5, 1, 1, 0)")
    assert irreps["quartet", "SU5", "24"] == once(
        "(15, 0, 1, 1, 0)", "(1, 0, 1, 1, 0)", "(4, 1/2, 1, 1, 0)", "(4bar, -1/2, 1, 1, 0)"
    )
    assert irreps["quartet_to_mt", "SU4", "4"] == once("(3, 1, 1/6, 1/4)", "(1, 1, -1/2, -3/4)")
    # Both ways lead to the same group, and to the fermions of Eq. (5.2).
    assert breakings()["doublet_to_mt"].fields == breakings()["quartet_to_mt"].fields
    fields = {item.field: parts(item.parts) for item in breakings()["quartet_to_mt"].fields}
    assert fields["psi_L"] == once("(3, 2, 1/6, 0)", "(1, 2, -1/2, 1)", "(1, 2, -1/2, -1)")
    assert fields["psi_plus"] == once("(3, 1, 2/3, 0)", "(1, 1, 0, 1)", "(1, 1, 0, -1)")
    assert fields["psi_minus"] == once("(3, 1, -1/3, 0)", "(1, 1, -1, 1)", "(1, 1, -1, -1)")


def check_heavy_vectors_of_su5() -> None:
    massive = {
        name: {numbers_text(vector.numbers): vector.is_real for vector in step.massive}
        for name, step in breakings().items()
    }
    assert massive["doublet"] == {"(8, 1, 0, 1)": True, "(1, 1, 0, 1)": True, "(3, 1, 2/3, 2)": False}
    assert massive["doublet_to_mt"] == {"(1, 1, 0, 2)": False}
    assert massive["quartet"] == {"(4, 1/2, 1, 1, 0)": False}
    assert massive["quartet_to_mt"] == {"(8, 1, 0, 0)": True, "(1, 1, 0, 0)": True, "(3, 1, 2/3, 1)": False}
    assert all(vector.multiplicity == 1 for step in breakings().values() for vector in step.massive)
    split = {
        (name, numbers_text(item.vector.numbers)): parts(item.content.items())
        for name, step in breakings().items()
        for item in step.splittings
    }
    assert split["doublet_to_mt", "(3, 1, 2/3, 2)"] == once("(3, 1, 2/3, 1)", "(3, 1, 2/3, -1)")
    # The paper prints (1, 1, 0, 2), which is the conjugate: docs/errata.md.
    assert split["quartet_to_mt", "(4, 1/2, 1, 1, 0)"] == once("(3, 1, 2/3, -1)", "(1, 1, 0, -2)")


def check_generators_of_su5() -> None:
    sizes = {group.name: group.n for group in analysis("paper_d/g5321").model.gauge_groups}
    spelled = {
        subgroup.name: (embedding(subgroup, sizes).text, cell_text(standard_form(subgroup)))
        for name in ("quartet", "quartet_to_mt")
        for subgroup in breakings()[name].subgroups
    }
    assert breakings()["doublet_to_mt"].subgroups == breakings()["quartet_to_mt"].subgroups
    # Eqs. (C.1), (C.3): X5' = 2/sqrt(10) T24; (C.4): X5 = 2/sqrt(6) T15 + 2/sqrt(10) T24; (C.5): X_mu-tau =
    # 3/2 (2/sqrt(6)) T15 - 5/2 (2/sqrt(10)) T24. With (C.2) these are also the combinations of Eq. (5.9).
    assert spelled["X5p"] == ("SU5 diag(1/10, 1/10, 1/10, 1/10, -2/5)", "sqrt(10)/5 T24[SU5]")
    assert spelled["Y"] == (
        "SU5 diag(4/15, 4/15, 4/15, -2/5, -2/5) + X1",
        "sqrt(6)/3 T15[SU5] + sqrt(10)/5 T24[SU5] + X1",
    )
    assert spelled["Xmt"] == ("SU5 diag(0, 0, 0, -1, 1)", "sqrt(6)/2 T15[SU5] - sqrt(10)/2 T24[SU5]")


def test_D13_breaking_of_su5(row: Row) -> None:
    assert row.want == "as printed"
    check_decompositions_of_su5()
    check_heavy_vectors_of_su5()
    check_generators_of_su5()


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
    row.record("all three equal")
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


# ------------------------------------------------------------------ the atlas
FIELDS = tuple(f"{name}{i}" for name in "LEN" for i in (1, 2, 3))
Leptons = tuple[tuple[int, ...], ...]
"""Charges of L, E and N, each in ascending order; of a solution and its negative the larger one."""


@pytest.fixture(scope="module")
def universal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The quark-universal solutions on disk."""
    return written(tmp_path_factory.mktemp("universal"), "paper_d/quark_universal")


def number(folder: Path, condition: str) -> int:
    ((found,),) = ask(folder, f"SELECT count(*) FROM solutions WHERE {condition}")
    return int(found)


def leptons(*kinds: Iterable[int]) -> Leptons:
    both = ([tuple(sorted(sign * charge for charge in kind)) for kind in kinds] for sign in (1, -1))
    return max(map(tuple, both))


def chosen(folder: Path, condition: str) -> set[Leptons]:
    rows = ask(folder, f"SELECT {', '.join(FIELDS)} FROM solutions WHERE {condition}")
    return {leptons(row[:3], row[3:6], row[6:]) for row in rows}


def test_D02_number_of_solutions(row: Row) -> None:
    search = search_of("paper_d/sm_neutrinos")
    assert search.bound == 10  # Eq. (2.8)
    found = count(search.problem, search.bound)
    row.record(found)
    assert found == row.want


def test_D03_quark_universal_solutions(row: Row, universal: Path, tmp_path: Path) -> None:
    row.record(number(universal, "TRUE"))
    assert number(universal, "TRUE") == number(universal, "quark_universal_h0") == row.want
    # They are those of all solutions; with a bound of ten that is a benchmark.
    everything = written(tmp_path, "paper_d/sm_neutrinos", 6)
    within = " AND ".join(f"{name} BETWEEN -6 AND 6" for name in ("Q1", *FIELDS))
    assert number(everything, "quark_universal_h0") == number(universal, within) == 49
    assert chosen(everything, "quark_universal_h0") == chosen(universal, within)


def test_D04_muoquark_conditions(row: Row, universal: Path) -> None:
    found = [number(universal, condition) for condition in ("muon_distinct", "muoquark_a", "muoquark_b")]
    row.record(found)
    assert found == row.want
    # The leptoquark that the file gives couples to a doublet: Eq. (2.14b) for L.
    muoquark = search_of("paper_d/muoquark")
    assert count(muoquark.problem, muoquark.bound) == row.want[2]


def test_D05_categories_and_classes(row: Row, universal: Path) -> None:
    vector = "category = 'vector'"
    conditions = [
        f"muoquark_b AND {vector}",
        f"muoquark_a AND {vector}",
        "muoquark_b AND class1",
        "muoquark_b AND class2",
        "muoquark_b AND class1 AND class2",
        "muoquark_b AND class3",
        "muoquark_b AND category = 'chiral'",
    ]
    found = [number(universal, condition) for condition in conditions]
    row.record(found)
    assert found == row.want
    assert "class 1 is 76 for (2.14a)" in row.note
    assert number(universal, "muoquark_a AND class1") == 76
    rest = [number(universal, f"muoquark_a AND {c}") for c in ("class2", "class3", "category = 'chiral'")]
    assert rest == [row.want[3], *row.want[5:]]


# Tab. 1: X_L1, X_L2, X_L3, b_E1 and the charges of N; b_E2 = -2 b_E1 and b_E3 = b_E1.
TABLE = """
-1 -1  2 -1  -2 -1  3 | -6 -1  7 -1  -7 -2  9 | -5 -2  7 -2  -7 -3 10
-3 -2  5 -2  -9 -1 10 | -5 -1  6 -1  -9 -1 10 | -2  5  6  2   1  3  5
-1  5  5  2   1  3  5 | -3  5  7  2   1  3  5 |  0  4  5  1   1  3  5
 2  2  5 -1   1  3  5 | -4  5  8  2   1  3  5 | -3  4  8  1  -1  3  7
-2  4  7  1  -1  4  6 | -3  6  6  3   3  3  3 |  1  1  7 -2  -3  5  7
-2  2  9 -1  -6  5 10 | -1  2  8 -1  -6  7  8 |  3  5 10 -1   2  6 10
"""
OTHERS = [  # Eqs. (2.27) to (2.29): L, b_E, N
    ((-7, 0, 7), (-1, 3, -2), (-5, -3, 8)),
    ((-5, -3, 8), (-2, 3, -1), (-6, -4, 10)),
    ((-5, 6, 8), (1, -3, 2), (0, 3, 6)),
]


def with_shifts(left: Iterable[int], b: Iterable[int], n: Iterable[int]) -> Leptons:
    """Eqs. (2.23) to (2.25)."""
    left = list(left)
    return leptons(left, [x + shift for x, shift in zip(left, b, strict=True)], n)


def test_D06_exceptional_and_chiral_solutions(row: Row, universal: Path) -> None:
    assert row.want == "equal sets"
    first, second = (-5, -1, 6), (-3, -2, 5)
    assert chosen(universal, "class3") == {leptons(first, first, second), leptons(second, second, first)}  # Eq. (2.22)
    rows = [list(map(int, text.split())) for line in TABLE.strip().splitlines() for text in line.split("|")]
    table = {with_shifts(r[:3], (r[3], -2 * r[3], r[3]), r[4:]) for r in rows}
    assert len(table) == 18
    others = {with_shifts(*charges) for charges in OTHERS}
    assert chosen(universal, "category = 'chiral'") == table | others
    assert len(table | others) == 21
    row.record(f"equal sets of {len(chosen(universal, 'class3'))} and {len(table | others)}")


def test_D07_third_family_quarks(row: Row, universal: Path) -> None:
    vector, chiral = (f"third_family_quark AND category = '{name}'" for name in ("vector", "chiral"))
    sizes = [number(universal, condition) for condition in ("third_family_quark", vector, chiral)]
    row.record(sizes)
    assert sizes == row.want
    # Eq. (2.31): quark charges (0, 0, 3 X_q) cancel the same anomalies as X_q for all, and so do others of that sum.
    # Here with leptons of Eq. (2.34), and with chiral ones.
    for quarks in ("[0, 0, -3]", "[-1, -1, -1]", "[-2, -2, 1]"):
        for left, e, n in (([0, 1, 8], [0, 1, 8], [0, 1, 8]), ([-1, 2, 8], [-2, 4, 7], [-6, 7, 8])):
            found = compile_text(
                "model third\nuse sm { except Ye }\ngauge X = U(1) coupling gX\n"
                f"charges X {{ Q = {quarks}; U = {quarks}; D = {quarks}; L = {left}; E = {e} }}\n"
                f"fermion N[3] right (X: {n})\nrequire anomaly_free\n"
            )
            assert found.anomalies.free


# ------------------------------------------------------------------ muoquarks
LEPTOQUARKS = {
    "S1": "scalar S1 (SU3c: 3bar, Y: 1/3, X: {})",
    "S3": "scalar S3 (SU3c: 3bar, SU2L: 3, Y: 1/3, X: {})",
    "R2": "scalar R2 (SU3c: 3, SU2L: 2, Y: 7/6, X: {})",
    "U1": "vector U1 (SU3c: 3, Y: 2/3, X: {})",
}
COUPLINGS = {
    "S1": {"bar(cc(Q)) S1 L", "bar(cc(U)) S1 E"},
    "S3": {"bar(cc(Q)) S3 L"},
    "R2": {"bar(U) R2 L", "bar(Q) R2 E"},
    "U1": {"bar(Q) U1 L", "bar(D) U1 E"},
}
DIQUARKS = {  # at dimension four, or else at dimension five
    "S1": {"Q Q dag(S1)", "bar(cc(U)) dag(S1) D"},
    "S3": {"Q Q dag(S3)"},
    "R2": {"D D dag(H) R2"},
    "U1": {"bar(cc(Q)) dag(H) U1 D"},
}
MUON = ((0, 1), (1, 1), (2, 1))


@cache
def muoquark_operators(name: str, charge: str) -> Mapping[str, Operator]:
    """Operators of a leptoquark with quarks of charge q and leptons l1, l2, l3; see `conditions`."""
    found = compile_text(
        "model muoquark\nuse sm\ngauge X = U(1) coupling gX\nparam q, l1, l2, l3, x, f : rational\n"
        "charges X { Q = q; U = q; D = q; L = [l1, l2, l3]; E = [l1, l2, l3] }\n"
        f"scalar phi (X: f)\n{LEPTOQUARKS[name].format(charge)}"
    )
    return {o.term: o for o in enumerate_operators(found.model, found.couplings, 5)}


def conditions(operator: Operator) -> dict[tuple[int, ...], str]:
    """What must vanish for the entries that statistics leave, as polynomials of the file."""
    ring = Ring(("q", "l1", "l2", "l3", "x", "f"))
    return {i: ring.format(operator.entries[i].conditions.get("X", ring.zero)) for i in operator.possible}


def test_D08_muoquarks(row: Row) -> None:
    assert row.want == "derived, symbolic"
    q, l1, l2, l3, x = sympy.symbols("q l1 l2 l3 x")
    for name, sign in (("S1", 1), ("S3", 1), ("R2", -1), ("U1", -1)):
        free = muoquark_operators(name, "x")
        assert {t for t, o in free.items() if o.class_name == "leptoquark"} == COUPLINGS[name]
        # The charge of the leptoquark that allows the muon: X_S = -X_q - X_l, X_R = X_q - X_l.
        for term in COUPLINGS[name]:
            found = conditions(free[term])
            solutions = {sympy.solve(parse_expr(found[entry]), x)[0] for entry in MUON}
            assert solutions == {-sign * q - l2}
        fixed = muoquark_operators(name, f"-({sign})*q - l2")
        for term in COUPLINGS[name]:
            assert fixed[term].texture == MUON
            assert fixed[term].violates == ()
            assert {parse_expr(c) for c in conditions(fixed[term]).values()} == {0, l1 - l2, l2 - l3}  # Eq. (2.13)
        # Eq. (2.14): qq-LQ, or qqH-LQ where there is none.
        with_scalar = {t for t, o in fixed.items() if "B" in o.violates and "phi" not in t and t.count(name) == 1}
        assert with_scalar == DIQUARKS[name]
        for term in DIQUARKS[name]:
            assert fixed[term].dimension == (4 if sign > 0 else 5)
            assert fixed[term].structures == 0
            assert {parse_expr(c) for c in conditions(fixed[term]).values()} == {3 * q + sign * l2}


def test_D09_operators_of_dimension_five(row: Row) -> None:
    assert row.want == "derived"
    # d d H^dagger R2 is antisymmetric in flavour: colour and spinor indices are, and fermions anticommute.
    charge = {"S1": "-q - l2", "S3": "-q - l2", "R2": "q - l2", "U1": "q - l2"}
    fixed = {name: muoquark_operators(name, text) for name, text in charge.items()}
    off_diagonal = tuple((i, j) for i in range(3) for j in range(3) if i != j)
    assert tuple(conditions(fixed["R2"]["D D dag(H) R2"])) == off_diagonal
    assert len(conditions(fixed["U1"]["bar(cc(Q)) dag(H) U1 D"])) == 9
    # q q phi-LQ, and its entries.
    q, l2, f = sympy.symbols("q l2 f")
    for name, entries in (("S1", 9), ("S3", 6)):
        for spurion, term in ((f, f"Q Q phi dag({name})"), (-f, f"Q Q dag(phi) dag({name})")):
            found = conditions(fixed[name][term])
            assert len(found) == entries
            assert {parse_expr(c) for c in found.values()} == {3 * q + l2 + spurion}
    # Sec. 2.3: third-family quarks, the models of Eq. (2.34), X_phi = -X_q3.
    for leptons in ([0, 1, 8], [0, 2, 7], [0, 4, 5], [0, -1, 10]):
        model = compile_text(
            "model third_family\nuse sm\ngauge X = U(1) coupling gX\n"
            f"charges X {{ Q = [0, 0, -3]; U = [0, 0, -3]; D = [0, 0, -3]; L = {leptons}; E = {leptons} }}\n"
            f"fermion N[3] right (X: {leptons})\nscalar phi (X: 3)\n" + LEPTOQUARKS["S3"].format(3 - leptons[1])
        )
        operators = {o.term: o for o in enumerate_operators(model.model, model.couplings, 5)}
        # Eq. (2.32), i = 1, 2.
        assert operators["bar(Q) tilde(H) phi U"].texture == ((0, 2), (1, 2))
        assert operators["bar(Q) H phi D"].texture == ((0, 2), (1, 2))
        # Eq. (2.33): Q_3 L_2 S3 and nothing else at dimension four; Eq. (2.35): Q_i L_2 S3 phi^dagger.
        assert operators["bar(cc(Q)) S3 L"].texture == ((2, 1),)
        assert "Q Q dag(S3)" not in operators
        assert operators["bar(cc(Q)) dag(phi) S3 L"].texture == ((0, 1), (1, 1))
        assert all(o.structures == 0 for t, o in operators.items() if "B" in o.violates)


def check_terms_for_symbolic_charges() -> None:
    """Eqs. (4.8) to (4.11) hold identically in the charges."""
    text = """
        model radiative
        use sm { except Ye }
        gauge X = U(1) coupling gX
        param q, l1, l2, l3, e1, e3, b : rational
        charges X { Q = q; U = q; D = q; L = [l1, l2, l3]; E = [e1, l2 + b, e3] }
        scalar Splus  (SU3c: 3, SU2L: 2, Y: 7/6, X: q - l2)
        scalar Sminus (SU3c: 3, SU2L: 2, Y: 7/6, X: q - l2 - b)
        scalar phi (X: CHARGE)
        require allowed bar(U) Splus L column 2 only, bar(Q) Sminus E column 2 only
        require forbidden bar(L) H E, dag(Splus) Sminus, bar(U) Sminus L, bar(Q) Splus E
        require allowed POWER dag(Splus) Sminus
        require forbidden diquark
        """
    compile_text(text.replace("CHARGE", "b").replace("POWER", "phi"))
    compile_text(text.replace("CHARGE", "b/2").replace("POWER", "phi^2"))


def test_D11_radiative_muon_mass(row: Row) -> None:
    """The charges, what they allow and forbid, and the range of m_S."""
    assert "A phi S+^dagger S- allowed" in row.what
    found = analysis("paper_d/radiative_muon")
    assert found.anomalies.free
    model = found.model
    x = {name: model.charge(name, "X") for name in ("Q", "U", "Splus", "Sminus", "phi")}
    x_l2, x_e2 = model.charge("L", "X", 1), model.charge("E", "X", 1)
    x_q = -sum((model.charge("L", "X", i) for i in range(3)), model.ring.zero) / 9
    assert x["Q"] == x["U"] == x_q
    assert x["Splus"] == x["U"] - x_l2  # Eq. (4.8)
    assert x["Sminus"] == x["Q"] - x_e2  # Eq. (4.9)
    assert x["phi"] == x["Splus"] - x["Sminus"] == x_e2 - x_l2  # Eq. (4.10)
    # The terms by enumeration, without the file's lines about them.
    operators = {operator.term: operator for operator in enumerate_operators(model, found.couplings, 5)}
    assert "bar(L) H E" not in operators
    assert operators["bar(U) Splus L"].texture == operators["bar(Q) Sminus E"].texture == ((0, 1), (1, 1), (2, 1))
    assert operators["phi dag(Splus) Sminus"].declared == ("A",)
    assert "dag(Splus) Sminus" not in operators
    assert not any("B" in operator.violates for operator in operators.values())
    # For X_phi = b_E2/2 it is phi^2.
    quartic = analysis("paper_d/radiative_muon_quartic")
    assert 2 * quartic.model.charge("phi", "X") == x["phi"]
    others = enumerate_operators(quartic.model, quartic.couplings, 4)
    mixed = [o.term for o in others if {"Splus", "Sminus", "phi"} == {factor.field for factor in o.factors}]
    assert mixed == ["(dag(Splus) Sminus) phi^2"]
    check_terms_for_symbolic_charges()
    check_leptoquark_masses(row)
