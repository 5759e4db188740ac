"""Paper B, gauged accidental symmetries (arXiv:1909.02021)."""

from __future__ import annotations

from fractions import Fraction

import sympy
from tests.helpers.models import LIBRARY, compile_file, diagnose, load, point
from tests.papers.derived import analysis, positive, real, spectrum, vanishes
from tests.papers.ledger import Row

from zmodel.algebra.polynomial import constant_value
from zmodel.derive.anomalies import derive_anomalies
from zmodel.driver import load_model
from zmodel.model.substitute import point_parameters
from zmodel.source import SourceFile

g1, g2, gX, v, v_Phi = positive("g1 g2 gX v v_Phi")
(a_Y,) = real("a_Y")


def best_fit() -> dict[str, Fraction]:
    """The charges of the benchmark point, Tab. 1."""
    found = analysis("paper_b/accidental")
    return point_parameters(found.model, point(found, "best_fit"))


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


def test_B04_alternative_dark_charges(row: Row) -> None:
    found = analysis("paper_b/alternative_dark")
    charges = [constant_value(found.model.charge("N", "X", i)) for i in range(3)]
    assert charges == [Fraction(1, 4), Fraction(7, 20), Fraction(21, 20)]
    assert found.anomalies.free
    assert all(anomaly.value == row.want for anomaly in found.anomalies.anomalies)


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


def test_B12_charges_at_the_benchmark(row: Row) -> None:
    model = compile_file("paper_b/accidental", best_fit()).model
    wanted = [("Q", 0), ("U", 0), ("D", 0), *(("L", i) for i in range(3)), *(("E", i) for i in range(3)), ("H", 0)]
    found = [constant_value(model.charge(name, "X", generation)) for name, generation in wanted]
    row.assert_close([float(charge) for charge in found if charge is not None], absolute=0.006)


def test_B18_neutrino_terms(row: Row) -> None:
    assert row.want == "texture"
    diagonal = ((0, 0), (1, 1), (2, 2))
    assert analysis("paper_b/accidental").couplings.couplings["Ynu"].texture == diagonal  # Eq. (A.1)
    couplings = compile_file("paper_b/majorana", best_fit()).couplings.couplings
    assert couplings["YN"].texture == ((1, 2), (2, 1))  # Eq. (A.2): nu2 nu3 Phi^* and nothing else
    assert couplings["MN"].texture == ((2, 2),)
    assert couplings["YN"].symmetry == couplings["MN"].symmetry == "symmetric"
    text = 'model probe\nuse "majorana.zmodel"\nrequire forbidden N N Phi'
    _, diagnostics = diagnose(text, best_fit(), folder="paper_b")
    assert [d for d in diagnostics if d.severity == "error"] == []
