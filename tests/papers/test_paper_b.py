"""Paper B, gauged accidental symmetries (arXiv:1909.02021)."""

from __future__ import annotations

from fractions import Fraction
from math import gcd
from pathlib import Path

import sympy
from tests.helpers.datasets import search_of, written
from tests.helpers.families import solve
from tests.helpers.models import LIBRARY, compile_file, compile_text, diagnose, load, point
from tests.papers.derived import (
    analysis,
    boson_matrix,
    currents,
    fermions,
    mass_basis,
    positive,
    real,
    spectrum,
    vanishes,
)
from tests.papers.ledger import Row

from zmodel.algebra.polynomial import constant_value
from zmodel.charges.atlas.query import query_dataset
from zmodel.derive.anomalies import derive_anomalies
from zmodel.derive.flavour.majorana import MajoranaTexture, majorana_textures
from zmodel.derive.flavour.structure import derive_flavour
from zmodel.derive.masses.heavy_mixing import derive_heavy_mixing
from zmodel.derive.operators import enumerate_operators
from zmodel.driver import Analysis, load_model
from zmodel.model.substitute import point_parameters
from zmodel.source import SourceFile

g1, g2, gX, v, v_Phi = positive("g1 g2 gX v v_Phi")
(a_Y,) = real("a_Y")


def best_fit() -> dict[str, Fraction]:
    """The charges of the benchmark point, Tab. 1."""
    found = analysis("paper_b/accidental")
    return point_parameters(found.model, point(found, "best_fit"))


def test_B01_family_of_charges(row: Row) -> None:
    """Eqs. (2.1), (2.4), (2.8): the family is that of `accidental.zmodel`, name by name."""
    assert row.want == [5, 4]
    report = solve(analysis("paper_b/framework"))
    dark = ("?N1", "?N2", "?N3")
    _, required, linear = report.stages
    assert required == row.want[0] + len(dark)
    # The gravitational anomaly only fixes the sum of the dark charges, Eq. (2.6).
    assert linear == row.want[1] + len(dark) - 1
    row.record([required - len(dark), linear - len(dark) + 1])
    whole, *inside = report.families
    visible = {
        symbol for key, value in whole.charges.items() if key[0] != "N" for symbol in whole.ring.used_symbols(value)
    }
    assert visible == {"a_e", "a_mu", "a_tau", "a_Y"} and len(visible) == row.want[1]
    (cubic,) = whole.equations
    assert cubic.powers is not None and len(cubic.powers) == 6
    printed = analysis("paper_b/accidental").model
    wanted = {(name, i): printed.ring.format(printed.charge(name, "X", i)) for name in "QUDLEN" for i in range(3)} | {
        ("H", 0): printed.ring.format(printed.charge("H", "X"))
    }
    found = [{key: family.ring.format(value) for key, value in family.charges.items()} for family in inside]
    assert wanted in found
    generator = inside[found.index(wanted)].generator
    assert generator is not None
    assert {label: inside[found.index(wanted)].ring.format(value) for label, value in generator.items()} == {
        "L_e": "a_e",
        "L_mu": "a_mu",
        "L_tau": "a_tau",
        "Y": "a_Y",
        "B": "-a_e/3 - a_mu/3 - a_tau/3",
    }


def test_B02_anomalies_on_the_family(row: Row) -> None:
    """The dark charges are left open; the file's `require anomaly_free` is then no business of this test."""
    text = """
        model open_dark_charges
        use "accidental.zmodel" { except N }
        param nu1, nu2, nu3 : rational
        fermion N[3] right (X: [nu1, nu2, nu3])
        """
    model, _ = load_model(SourceFile(str(LIBRARY.parent / "paper_b" / "test.zmodel"), text), load)
    assert model is not None
    found = {anomaly.name: anomaly for anomaly in derive_anomalies(model).anomalies}
    assert row.want == "exact"
    open_ones = {name for name, anomaly in found.items() if not anomaly.cancels}
    assert open_ones == {"grav^2 X", "X^3"}
    assert found["Y X^2"].cancels
    a, nu = ([model.ring.symbol(name) for name in names] for names in (("a_e", "a_mu", "a_tau"), ("nu1", "nu2", "nu3")))
    assert found["grav^2 X"].value == sum(a) - sum(nu)  # Eq. (2.6)
    assert found["X^3"].value == sum(x**3 for x in a) - sum(x**3 for x in nu)
    # With Eq. (2.7) they vanish, too: the file as it stands.
    assert analysis("paper_b/accidental").anomalies.free


def charges_of(name: str, folder: Path) -> list[dict[str, int]]:
    """All solutions of a file, by column."""
    _, answer = query_dataset(written(folder, name), "SELECT * FROM solutions")
    return [dict(zip(answer.columns, found, strict=True)) for found in answer.rows]


def check_differences_of_lepton_numbers(folder: Path) -> None:
    """All are a (L_i - L_j) + b Y, for all a and b that fit."""
    found = charges_of("paper_b/no_dark_states", folder)
    for charges in found:
        b = Fraction(6 * charges["Q1"])
        assert all(charges[f"{name}1"] == b * y for name, y in (("U", Fraction(2, 3)), ("D", Fraction(-1, 3))))
        left = sorted(charges[f"L{i}"] + b / 2 for i in (1, 2, 3))
        right = sorted(charges[f"E{i}"] + b for i in (1, 2, 3))
        assert left == right == [left[0], 0, -left[0]]
    bound = search_of("paper_b/no_dark_states").bound
    # E has the largest charges: a = 0, or coprime |a| + |6 n| within the bound, one of each sign.
    steps = range(-bound // 6, bound // 6 + 1)
    pairs = {
        (a, n) for n in steps for a in range(bound + 1) if a + abs(6 * n) <= bound and gcd(a, n) == 1 and (a or n > 0)
    }
    # L_i - L_j and its negative are one up to order, so the sign of b counts only for a = 0.
    classes = {(a, abs(n)) for a, n in pairs}
    assert len(found) == len(classes) + 1


def test_B03_dark_states(row: Row, tmp_path: Path) -> None:
    check_differences_of_lepton_numbers(tmp_path / "none")
    (family,) = solve(analysis("paper_b/no_dark_states")).families
    assert family.generator is not None and not family.equations
    generator = dict(family.generator)
    assert family.ring.format(generator.pop("Y")) == "a_Y"
    (first, a), (second, b) = generator.items()
    assert a == -b and {first, second} < {"L_e", "L_mu", "L_tau"}
    found = charges_of("paper_b/dark_states", tmp_path / "three")
    solutions = {
        tuple(tuple(sorted(sign * charges[f"{name}{i}"] for i in (1, 2, 3))) for name in "LEN")
        for charges in found
        for sign in (1, -1)
    }
    assert "minus the nu charges" in row.note
    for *a, nu1, nu2, nu3 in ((*printed, 0)[:6] for printed in row.want):
        s = sum(a)
        shifted = [[3 * x - s for x in a], [3 * x - 2 * s for x in a], [3 * x for x in (nu1, nu2, nu3)]]
        factor = gcd(*(charge for charges in shifted for charge in charges))
        assert tuple(tuple(sorted(charge // factor for charge in charges)) for charges in shifted) in solutions
        row.record([*a, nu1, nu2, nu3])
    assert len(row.want) == 5


def test_B04_alternative_dark_charges(row: Row) -> None:
    found = analysis("paper_b/alternative_dark")
    charges = [constant_value(found.model.charge("N", "X", i)) for i in range(3)]
    assert charges == [Fraction(1, 4), Fraction(7, 20), Fraction(21, 20)]
    assert found.anomalies.free
    assert all(anomaly.value == row.want for anomaly in found.anomalies.anomalies)
    row.record(f"all {len(found.anomalies.anomalies)} vanish")


def test_B05_neutral_mass_matrix(row: Row) -> None:
    assert row.want == "exact"
    found = spectrum("paper_b/accidental")
    printed = sympy.Matrix(  # Eq. (3.14) with Q_Phi = 1
        [
            [g1**2, -g1 * g2, a_Y * g1 * gX],
            [-g1 * g2, g2**2, -a_Y * g2 * gX],
            [a_Y * g1 * gX, -a_Y * g2 * gX, a_Y**2 * gX**2 * (1 + 4 * v_Phi**2 / (a_Y * v) ** 2)],
        ]
    )
    fields = ("B", "W3", "X")
    difference = found.mass_matrix(fields) - v**2 / 4 * printed
    assert difference.applyfunc(sympy.expand).is_zero_matrix
    assert found.boson("A").mass_squared == 0
    (angle,) = found.angles
    alpha, root = angle.symbol, sympy.sqrt(g1**2 + g2**2)
    cosine, sine = g2 / root, g1 / root
    rotation = sympy.Matrix(  # Eq. (3.15)
        [
            [cosine, -sine * sympy.cos(alpha), sine * sympy.sin(alpha)],
            [sine, cosine * sympy.cos(alpha), -cosine * sympy.sin(alpha)],
            [0, sympy.sin(alpha), sympy.cos(alpha)],
        ]
    )
    for column, name in enumerate(("A", "Z", "Z'")):
        content = found.boson(name).content
        assert content is not None
        for line, field in enumerate(fields):
            entry = sum(c * found.canonical_field(part).fields.get(field, 0) for part, c in content.items())
            assert vanishes(entry - rotation[line, column]), (name, field)


def test_B06_leading_order_masses_and_angle(row: Row) -> None:
    assert row.want == "exact series"
    found = spectrum("paper_b/accidental")
    limit = found.boson("Z'").heavy_limit
    assert limit is not None
    assert limit.leading_mass == gX * v_Phi  # Eq. (3.16), right
    assert vanishes(limit.mass_squared - (v * a_Y * gX / 2) ** 2 * (1 + 4 * v_Phi**2 / (a_Y * v) ** 2))
    (angle,) = found.angles
    z_mass_squared = (g1**2 + g2**2) * v**2 / 4
    printed = a_Y * gX / sympy.sqrt(g1**2 + g2**2) * z_mass_squared / limit.leading_mass_squared  # Eq. (3.17)
    assert vanishes(angle.leading - printed)


def coupling(name: str) -> sympy.Symbol:
    """A complex coupling as derivations use it."""
    return sympy.Symbol(name, complex=True)


def test_B07_vector_like_quark(row: Row) -> None:
    """Eqs. (3.3)-(3.11). Eq. (3.11) is the complex conjugate of what Eq. (3.10) gives; see docs/errata.md."""
    assert row.want == "exact series"
    path = "paper_b/mass_basis"
    m_q, yukawas = coupling("m_Q"), [coupling(f"YQ[{i}]") for i in (1, 2, 3)]
    root = sympy.sqrt(2)
    epsilon = [v_Phi * y / (root * m_q) for y in yukawas]
    for name in ("d", "u"):
        matrix = fermions(path)[name].matrix
        assert [row_.name for row_ in fermions(path)[name].rows[:3]] == [f"Q.{'down' if name == 'd' else 'up'}"] * 3
        assert [sympy.expand(matrix[i, 3]) for i in range(4)] == [*(sympy.expand(e * m_q) for e in epsilon), m_q]
        assert all(matrix[3, j] == 0 for j in range(3))
        # With H of hypercharge -1/2, tilde(H) = (0, -v/sqrt(2)): the sign of the paper's H^c = (H^+, -H^0*).
        sign = -1 if name == "d" else 1
        assert all(
            matrix[i, j] == sign * coupling(f"Y{name}[{i + 1},{j + 1}]") * v / root for i in range(3) for j in range(3)
        )
        mixing = derive_heavy_mixing(fermions(path)[name])
        assert mixing is not None
        first_order = sympy.Matrix(mixing.left[0] + mixing.left[1])
        printed = sympy.eye(4)  # Eq. (3.5)
        for i, value in enumerate(epsilon):
            printed[i, 3], printed[3, i] = value, -sympy.conjugate(value)
        assert (first_order - printed).applyfunc(sympy.expand).is_zero_matrix
        assert sympy.Matrix(sum(mixing.right[1:], mixing.right[0])) == sympy.eye(4)

    down = boson_matrix(path, "d_L", "X", "gauge")
    q_q = sympy.Add(*real("a_e a_mu a_tau")) / -9 + a_Y / 6
    for i in range(3):
        for j in range(3):
            universal = q_q if i == j else sympy.Integer(0)
            printed_coupling = gX * (universal - epsilon[i] * sympy.conjugate(epsilon[j]))  # Eqs. (3.8), (3.10)
            assert sympy.expand(down[i, j] - printed_coupling) == 0
    g_sb = down[1, 2]
    y_s, y_b, mass = real("y_s y_b m")
    printed_g = -gX * v_Phi**2 * y_b * y_s / (2 * mass**2)  # Eq. (3.11) for real couplings
    assert vanishes(g_sb.subs({yukawas[1]: y_s, yukawas[2]: y_b, m_q: mass}) - printed_g)

    # Eq. (3.9): up quarks are rotated by the CKM matrix.
    v_ckm = sympy.Matrix(3, 3, lambda i, j: coupling(f"CKM[{i + 1},{j + 1}]"))
    up = boson_matrix(path, "u_L", "X", "gauge")
    deviation = (down[:3, :3] - gX * q_q * sympy.eye(3)).applyfunc(sympy.expand)
    expected = v_ckm * deviation * v_ckm.H + gX * q_q * sympy.eye(3)
    assert (up[:3, :3] - expected).applyfunc(sympy.expand).is_zero_matrix
    # Right-handed quarks are not touched at this order.
    assert set(mass_basis(path)) == {"d_L", "u_L"}


def test_B08_couplings_of_charged_leptons(row: Row) -> None:
    """Eqs. (3.19), (5.10)-(5.12)."""
    assert row.want == "exact"
    path = "paper_b/mass_basis"
    table = currents(path)
    flavours = real("a_e a_mu a_tau")
    (alpha,) = (angle.symbol for angle in spectrum(path).angles)
    sine = sympy.sin(alpha)
    root = sympy.sqrt(g1**2 + g2**2)
    cos_w, sin_w = g2 / root, g1 / root
    kappa = {"L.down": -g2 * cos_w / 2 + g1 * sin_w / 2, "E": g1 * sin_w}  # Eq. (5.12)
    charge = {"L.down": [a - a_Y / 2 for a in flavours], "E": [a - a_Y for a in flavours]}
    for component, charges in charge.items():
        fields = {"W3": {"L.down": -g2 / 2, "E": 0}[component], "B": {"L.down": -g1 / 2, "E": -g1}[component]}
        for i, q in enumerate(charges):
            for field, value in fields.items():  # Eq. (5.10)
                assert table.gauge[field].get(component, (0, 0, 0))[i] == value
            assert vanishes(table.gauge["X"][component][i] - q * gX)
            assert vanishes(table.first_order["Z"][component][i] - kappa[component] - q * gX * sine)  # Eq. (5.11)
            # Eq. (3.19), with what the rotation of Eq. (3.15) adds at first order.
            assert vanishes(table.first_order["Z'"][component][i] - q * gX + kappa[component] * sine)
    # Charged leptons stay diagonal: the Yukawa couplings that X allows are.
    electrons = fermions(path)["e"].matrix
    assert electrons.is_diagonal() and not any(name.startswith("e") for name in mass_basis(path))


def test_B12_charges_at_the_benchmark(row: Row) -> None:
    model = compile_file("paper_b/accidental", best_fit()).model
    wanted = [("Q", 0), ("U", 0), ("D", 0), *(("L", i) for i in range(3)), *(("E", i) for i in range(3)), ("H", 0)]
    found = [constant_value(model.charge(name, "X", generation)) for name, generation in wanted]
    row.assert_close([float(charge) for charge in found if charge is not None], absolute=0.006)


def majorana_of_neutrinos(found: Analysis) -> MajoranaTexture:
    return next(item for item in majorana_textures(found.model) if item.fermions == ("N", "N"))


def test_B18_neutrino_terms(row: Row) -> None:
    assert row.want == "texture"
    diagonal = ((0, 0), (1, 1), (2, 2))
    assert analysis("paper_b/accidental").couplings.couplings["Ynu"].texture == diagonal  # Eq. (A.1)
    couplings = compile_file("paper_b/majorana", best_fit()).couplings.couplings
    assert couplings["YN"].texture == ((1, 2), (2, 1))  # Eq. (A.2): nu2 nu3 Phi^* and nothing else
    assert couplings["MN"].texture == ((2, 2),)
    row.record("nu2 nu3 Phi^*, nu3 nu3")
    assert couplings["YN"].symmetry == couplings["MN"].symmetry == "symmetric"
    text = 'model probe\nuse "majorana.zmodel"\nrequire forbidden N N Phi'
    _, diagnostics = diagnose(text, best_fit(), folder="paper_b")
    assert [d for d in diagnostics if d.severity == "error"] == []
    # The compiler finds Eq. (A.2) by itself, too: nothing of it is declared in this file.
    texture = majorana_of_neutrinos(compile_file("paper_b/accidental", best_fit()))
    filled = {(indices, fit.scalar) for indices, fits in texture.fits.items() for fit in fits if fit.entry.allowed}
    assert filled == {((1, 2), "dag(Phi)"), ((2, 1), "dag(Phi)"), ((2, 2), "")}


LEPTONS = (Fraction(3, 5), Fraction(1), Fraction(1, 20))  # a_e, a_mu, a_tau of Eq. (A.7), where a_Y = 9/10
DARK = {"Phi": Fraction(1), "chi1": Fraction(3, 5), "chi2": Fraction(21, 10)}
PRINTED = {"chi3": Fraction(1, 5), "chi4": Fraction(3, 4), "chi5": Fraction(23, 20)}  # Eq. (A.10)
POPULATED = {(i, j) for i in range(3) for j in range(3)} - {(2, 2)}  # Eq. (A.9)


def lepton_number_violation(scalars: dict[str, Fraction]) -> dict[str, tuple[tuple[int, ...], ...]]:
    """Textures of all operators of dimension six with two lepton doublets, two Higgs fields and a dark scalar."""
    fields = "\n".join(f"scalar {name} (X: {charge})" for name, charge in scalars.items())
    found = compile_text(f'model probe\nuse "alternative_dark.zmodel"\n{fields}', folder="paper_b")
    operators = enumerate_operators(found.model, found.couplings, 6)
    result = {}
    for operator in operators:
        bars = [factor.conjugated for factor in operator.factors if factor.field == "L"]
        higgs = [factor for factor in operator.factors if factor.field == "H"]
        if operator.dimension == 6 and bars in ([False, False], [True, True]) and len(higgs) == 2:
            result[operator.term] = operator.texture
    return result


def test_B20_lepton_number_violation_at_dimension_six(row: Row) -> None:
    assert row.want == "the compiler reports that none of the six entries is allowed with the printed chi charges"
    assert lepton_number_violation(PRINTED) == {}
    row.record("none of them")
    # With the charges that the X charge a_i + a_j of l_i l_j H^dagger H^dagger asks for, the texture is that of (A.9).
    charges = sorted({-(LEPTONS[i] + LEPTONS[j]) for i, j in POPULATED})
    found = lepton_number_violation({f"eta{k}": charge for k, charge in enumerate(charges)})
    assert set(found) == {f"L L dag(H) dag(H) eta{k}" for k in range(len(charges))}
    assert {entry for texture in found.values() for entry in texture} == POPULATED
    # What is printed is the texture of l l H H chi, whose hypercharge is -2: that of chi or of its conjugate.
    higgs = Fraction(-9, 20)
    doublets = [a + higgs for a in LEPTONS]
    allowed = {abs(charge) for charge in (DARK | PRINTED).values()}
    sums = {(i, j): doublets[i] + doublets[j] + 2 * higgs for i in range(3) for j in range(3)}
    assert {entry for entry, charge in sums.items() if abs(charge) in allowed} == POPULATED


def test_B19_dark_mass_texture(row: Row) -> None:
    found = analysis("paper_b/alternative_dark")
    texture = majorana_of_neutrinos(found)
    assert [list(line) for line in texture.pattern()] == row.want
    # It takes the conjugates, see docs/errata.md.
    row.record([list(line) for line in texture.pattern()])
    assert texture.pattern("chi1") == texture.pattern("chi2") == ((0, 0, 0),) * 3
    assert texture.pattern("dag(chi1)") == ((0, 1, 0), (1, 0, 0), (0, 0, 0))
    assert texture.pattern("dag(chi2)") == ((0, 0, 0), (0, 0, 0), (0, 0, 1))
    structure, _ = derive_flavour(found.model, found.couplings)
    assert structure is not None
    (neutral,) = [sector for sector in structure.sectors if sector.name == "nu"]
    assert neutral.rank == 3  # "a rank-3 mass matrix and so leads to three non-zero masses for the dark fermions"
    assert neutral.light_rank == 0  # l H nu is forbidden at dimension four
