"""What `zmodel masses` and `zmodel currents` show of scalars and fermions."""

from __future__ import annotations

import json
import re

import pytest
import sympy
from tests.helpers.models import compile_file, compile_text

from zmodel.driver import Analysis, Run, make_report
from zmodel.emit.formula import latex_name
from zmodel.emit.report import Report, cell_text, report_latex
from zmodel.emit.reports.sympy_formula import sympy_formula


def report(analysis: Analysis, name: str) -> Report:
    found = make_report(Run(analysis), name)
    assert found is not None
    return found


def cells(found: Report, title: str) -> list[list[str]]:
    table = next(table for table in found.tables if table.title == title)
    return [[cell_text(cell) for cell in row] for row in table.rows]


def test_scalars_of_paper_a() -> None:
    found = report(compile_file("paper_a/bm2"), "masses")
    assert cells(found, "Minimum conditions") == [
        ["Re(H.down)", "mH2", "-delta_t*v_phi^2/2 - lambda*v_h^2"],
        ["Re(phi)", "mphi2", "-delta_t*v_h^2/2 - s*v_phi^2"],
    ]
    mixing = dict((row[0], row[1]) for row in cells(found, "Scalars that mix"))
    assert mixing["M^2[Re(H.down),Re(phi)]"] == "delta_t*v_h*v_phi"
    assert mixing["tan(2 theta_H)"] == "delta_t*v_h*v_phi/(lambda*v_h^2 - s*v_phi^2)"
    states = cells(found, "Scalar mass eigenstates")
    assert ["H.up", "1", "Goldstone: H.up"] in states
    # All 18 real components of S have one mass.
    assert [row[0] for row in states if row[0].startswith("Re(S")] == ["Re(S[1,1]) and 17 more"]
    data = found.data["scalars"]
    assert isinstance(data, dict) and data["goldstones"] == 4 and data["is_extremum"] is True


def test_an_open_condition_is_said() -> None:
    text = (
        "model m\nuse sm\ngauge X = U(1) coupling gX\nscalar phi (X: 1) vev v_phi\npotential { s = (dag(phi) phi)^2 }"
    )
    found = report(compile_text(text), "masses")
    table = next(table for table in found.tables if table.title == "Minimum conditions")
    assert cells(found, "Minimum conditions")[1][1] == "must vanish"
    assert "no extremum" in table.note


def test_goldstone_bosons_that_nothing_eats() -> None:
    """Two scalars of one U(1) without a term that joins their phases."""
    text = """
        model m
        use sm
        gauge X = U(1) coupling gX
        scalar phi1 (X: 1) vev v_1
        scalar phi2 (X: 3) vev v_2
        potential { m1 = dag(phi1) phi1;  m2 = dag(phi2) phi2;  s1 = (dag(phi1) phi1)^2;  s2 = (dag(phi2) phi2)^2 }
        """
    found = report(compile_text(text), "masses")
    table = next(table for table in found.tables if table.title == "Scalar mass eigenstates")
    assert table.note.startswith("4 real Goldstone bosons are eaten by gauge bosons. 1 more")


def test_fermions_of_paper_b() -> None:
    found = report(compile_file("paper_b/mass_basis"), "masses")
    matrices = cells(found, "Fermion mass matrices")
    assert ["d", "Q.down", "D", "-sqrt(2)*Yd*v/2"] in matrices
    assert ["d", "QL4.down 1", "QR4.down 1", "m_Q"] in matrices
    assert ["e", "L.down 2", "sqrt(2)*v*Abs(Ye[2,2])/2"] in cells(found, "Fermion masses")
    mixing = cells(found, "Mixing with heavy fermions, sector d")
    assert mixing[1] == ["U_L[Q.down 2,QL4.down 1]", "sqrt(2)*YQ[2]*v_Phi/(2*m_Q)"]
    assert all(row[0].startswith("U_L") for row in mixing)


def test_order_of_the_series() -> None:
    """To third order right-handed quarks mix, too: by m_i eps_i/m_Q, paper B's Eq. (3.5)."""
    run = Run(compile_file("paper_b/mass_basis"), order=3)
    found = make_report(run, "masses")
    assert found is not None
    mixing = dict(cells(found, "Mixing with heavy fermions, sector d"))
    assert "U_R[D 2,QR4.down 1]" in mixing
    assert "to order 3" in next(table.note for table in found.tables if table.title.endswith("sector d"))


def test_seesaw_names_the_inverse() -> None:
    text = "model m\nuse sm\nfermion N[2] right\nyukawa Yn = bar(L) tilde(H) N\nmass MN = N N"
    found = report(compile_text(text), "masses")
    rows = {row[0]: row[1] for row in cells(found, "Mixing with heavy fermions, sector nu")}
    assert rows["m[L.up 1,L.up 1]"].count("nu_inverse") == 3
    assert {"nu_inverse[1,1]", "nu_inverse[1,2]", "nu_inverse[2,2]"} <= set(rows)


def test_flavour_changing_currents() -> None:
    found = report(compile_file("paper_a/quark_rotations"), "currents")
    changing = dict(cells(found, "Flavour-changing couplings of Z'"))
    assert set(changing) == {
        *(f"bar(d_L[{i}]) d_L[{j}]" for i, j in ((1, 2), (1, 3), (2, 3))),
        "bar(d_R[2]) d_R[3]",
    }
    assert not any(table.title == "Flavour-changing couplings of A" for table in found.tables)
    charged = cells(found, "Charged currents")
    assert ["W+", "bar(u_L[2]) d_L[3]", "sqrt(2)*CKM[2,3]*g2/2"] in charged
    assert ["W+", "bar(L.up) L.down", "sqrt(2)*g2/2"] in charged
    data = found.data["mass_basis"]
    assert isinstance(data, dict)
    assert json.dumps(data)


def test_couplings_of_mass_eigenstates_replace_those_of_gauge_eigenstates() -> None:
    text = """
        model m
        use sm
        gauge X = U(1) coupling gX boson X
        charges X { Q = [0, 0, 1]; U = [0, 0, 1]; D = [0, 0, 1]; L = [0, 0, -3]; E = [0, 0, -3] }
        scalar theta (X: 1) vev v_theta
        param t : angle
        rotation D = [[1, 0, 0], [0, cos(t), sin(t)], [0, -sin(t), cos(t)]]
        """
    found = report(compile_text(text), "currents")
    rows = {row[0]: row[1:] for row in cells(found, "Couplings of Z'")}
    assert rows["d[2]"] == ["gX*sin(t)^2/2", "-gX*sin(t)^2/2"]
    assert cells(found, "Flavour-changing couplings of Z'") == [["bar(d_R[2]) d_R[3]", "-gX*sin(t)*cos(t)"]]


@pytest.mark.parametrize("name", ["masses", "currents"])
@pytest.mark.parametrize("path", ["lib/sm", "paper_b/mass_basis", "paper_c/malaphoric"])
def test_json_and_latex(name: str, path: str) -> None:
    found = report(compile_file(path), name)
    assert json.loads(json.dumps(found.data))["model"]
    latex = report_latex(found)
    assert latex.count("longtable") == 2 * len(found.tables)
    assert not re.search(r"_\{[^{}]*\}_\{", latex), "a double subscript is an error in TeX"


def test_spelling_of_entries() -> None:
    names = {
        "h[Y,X]": "h_{YX}",
        "Yd[1,2]": "Y_{d,12}",
        "YQ[3]": "Y_{Q,3}",
        "Ynu[1,1]": r"Y_{\nu,11}",
        "CKM[2,3]": r"V^{\mathrm{CKM}}_{23}",
        "m_phi2": r"m_{\phi_{2}}",
        "mphi2": r"m_{\phi_{2}}",
        "lambda_Hphi": r"\lambda_{H\phi}",
        "lambda_phiH": r"\lambda_{\phi H}",
        "Y_mutau_L1": r"Y_{\mu\tau,L1}",
        "y_phi2[1,2]": r"y_{\phi_{2},12}",
        "theta_sb": r"\theta_{sb}",
        "m_sigma1x": "m_{sigma1x}",
    }
    assert {name: latex_name(name) for name in names} == names


def test_spelling_of_complex_numbers() -> None:
    """As in a model file."""
    c = sympy.Symbol("c", complex=True)
    assert sympy_formula(sympy.I * sympy.conjugate(c) ** 2).text == "i*conj(c)^2"
    assert sympy_formula(sympy.I * sympy.Symbol("I")).text == "i*I"


def test_series_in_declared_small_parameters() -> None:
    text = """
        model m
        use sm
        gauge X = U(1) coupling gX boson X
        mixing eta (Y, X)
        charges X { L = [0, 1, -1]; E = [0, 1, -1] }
        scalar phi (X: 2) vev w/sqrt(2)
        potential { mphi = dag(phi) phi;  s = (dag(phi) phi)^2;  p = dag(H) H dag(phi) phi }
        small eta, p, gX order 2
        """
    analysis = compile_text(text)
    masses, currents = report(analysis, "masses"), report(analysis, "currents")
    assert cells(masses, "Small parameters") == [["eta", "1"], ["p", "1"], ["gX", "2"]]
    bosons, scalars = (dict(cells(masses, f"{what} in small parameters")) for what in ("Gauge bosons", "Scalars"))
    assert bosons["M^2(Z')"] == "-4*eta^2*g1^2*gX^2*w^2/(g1^2 + g2^2) + 4*gX^2*w^2"
    assert bosons["Z' in Z0"] == "eta*g1/sqrt(g1^2 + g2^2)"
    assert scalars["Re(phi)' in Re(H.down)"] == "-p*v_h*w/(2*(lambda*v_h^2 - s*w^2))"
    assert masses.data["small"] == {"eta": 1, "p": 1, "gX": 2}
    titles = [table.title for table in currents.tables]
    assert "Couplings of Z', to order 2 in small parameters" in titles
    assert not any("leading order" in title for title in titles)
    electron = next(
        row for row in cells(currents, "Couplings of Z', to order 2 in small parameters") if row[0] == "e[1]"
    )
    assert electron == ["e[1]", "-eta*g1*g2^2/(g1^2 + g2^2)", "0"]
    for found in (masses, currents):
        json.dumps(found.data)
        assert "small parameters" in report_latex(found)
