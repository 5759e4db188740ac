"""What a loaded model gives: derivations, numbers, and errors that say where."""

from __future__ import annotations

import math
import sys
from pathlib import Path

import numpy as np
import pytest

import zmodel
from zmodel import LoadedModel, ModelError
from zmodel.emit.report import cell_text
from zmodel.notebook.errors import UsageError
from zmodel.resources import library_path

MODEL_FILES = library_path().parent

B3_L2 = """model small "A B3 - L2"
use sm
gauge X = U(1) coupling gX boson X mass M_X
charges X { Q = [0,0,1]; U = [0,0,1]; D = [0,0,1]; L = [0,-3,0]; E = [0,-3,0] }
fermion N[3] right (X: [0,-3,0])
mass MN = N N
mixing epsilon (Y, X)
integrate X at M_X
point best at 3 TeV { gX = 0.078; epsilon = -0.92; M_X = 3 TeV; g1 = 0.357; lambda = 0.1; Yu[3,3] = 0.8 }
"""


@pytest.fixture(scope="module")
def model() -> LoadedModel:
    return zmodel.loads(B3_L2)


@pytest.fixture(scope="module")
def symbolic() -> LoadedModel:
    return zmodel.load(MODEL_FILES / "paper_b" / "accidental.zmodel")


def codes(error: ModelError) -> list[str]:
    return [item.code for item in error.diagnostics]


# ------------------------------------------------------------------ loading
def test_a_file(symbolic: LoadedModel) -> None:
    assert (symbolic.name, symbolic.title) == ("accidental", "Gauged accidental symmetries")
    assert symbolic.points == ("best_fit", "clean_fit")
    assert repr(symbolic) == "<zmodel accidental: 10 fields, 11 couplings, anomaly free>"


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ModelError) as caught:
        zmodel.load(tmp_path / "none.zmodel")
    assert codes(caught.value) == ["Z001"]


def test_an_error_is_drawn_at_its_place() -> None:
    with pytest.raises(ModelError) as caught:
        zmodel.loads("model broken\nuse sm\nyukawa Yz = bar(Q) Hh D\n", name="here")
    lines = str(caught.value).splitlines()
    assert "  here:3:20" in lines
    assert "    3 | yukawa Yz = bar(Q) Hh D" in lines
    assert "      |                    ^^" in lines
    assert "  help: did you mean `H`?" in lines


def test_files_of_the_working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "part.zmodel").write_text("model part\nuse sm\nscalar S (Y: 1)\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert "S" in [field.name for field in zmodel.loads('model whole\nuse "part.zmodel"\n').model.fields]
    with pytest.raises(ModelError) as caught:
        zmodel.loads('model whole\nuse "../part.zmodel"\n')
    assert codes(caught.value) == ["Z006"]


def test_warnings_stay_with_the_model() -> None:
    loaded = zmodel.loads("model odd\ngauge Y = U(1) coupling g\nfermion f left (Y: 1)\n")
    assert [item.code for item in loaded.diagnostics] == ["Z503"]
    assert "warning[Z503]" in (loaded._repr_html_() or "").replace("<b>", "")


# ------------------------------------------------------------------ derivations
def test_fields_and_anomalies(model: LoadedModel) -> None:
    assert [row[0] for row in model.fields.tables[0].rows] == ["Q", "U", "D", "L", "E", "H", "N"]
    assert model.anomalies.data["free"] is True
    assert [row[0] for row in model.anomalies["X^3"].tables[0].rows] == ["X^3"]


def test_couplings_and_operators(model: LoadedModel) -> None:
    found = model.couplings["Yd"].tables[0]
    assert cell_text(found.rows[0][found.columns.index("texture")]) == "x x .\nx x .\n. . x"
    assert len(model.operators(5).tables[0].rows) > len(model.couplings.tables[0].rows)
    with pytest.raises(UsageError, match="dimensions are 2 to"):
        model.operators(1)


def test_beta_functions(model: LoadedModel) -> None:
    (one,) = model.rge(loops=1)["g3"].tables
    assert "-7 g3^3" in str(one.rows[0])
    assert len(model.rge("2-1-1")["g3"].tables) == 2
    with pytest.raises(UsageError, match="loop orders are 1 to 3"):
        model.rge(loops=9)


def test_masses_and_currents(model: LoadedModel) -> None:
    assert model.masses.data["mass_matrix"]["X,X"] == "M_X^2"  # type: ignore[index, call-overload]
    assert model.masses["K[B,X]"].tables[0].rows[0][0] == "K[B,X]"
    assert model.currents.tables


def test_matching_with_and_without_numbers(model: LoadedModel) -> None:
    assert [row[0] for row in model.matching["lq1_2233"].tables[0].rows] == ["lq1_2233"]
    assert model.at("best").matching.data != model.matching.data
    document = model.wcxf("best")
    assert document["basis"] == "Warsaw"
    assert document["values"]["phiD"] == pytest.approx(-2 * (0.92 * 0.357 / 2) ** 2 / 3000**2)
    with pytest.raises(UsageError, match="Warsaw up"):
        model.wcxf("best", basis="flavio")


def test_potential_and_flavour(model: LoadedModel) -> None:
    assert "lambda > 0" in repr(model.potential)
    assert "Mass matrices" in [table.title for table in model.flavour.tables]


def test_observables(model: LoadedModel) -> None:
    (row,) = model.observables("best")["rho - 1, tree level"].tables[0].rows
    assert float(str(row[1])) > 0


def test_branching() -> None:
    loaded = zmodel.load(MODEL_FILES / "paper_d" / "g5321.zmodel")
    assert "(3, 1, 2/3, 2) + c.c." in repr(loaded.branching)


def test_solve() -> None:
    text = "model few\nuse sm\ngauge X = U(1) coupling gX\ncharges X { L = [?, ?, 0]; E = [?a, ?b, 0] }\n"
    loaded = zmodel.loads(text + "require allowed Ye diagonal\n")
    found = loaded.solve(max_charge=2)
    assert "a_e L_e - a_e L_mu" in repr(found)
    assert any("|charge| up to 2" in table.title for table in found.tables)


def test_couplings_per_fermion(model: LoadedModel) -> None:
    found = model.vector_couplings("best")
    muon, electron = (float(str(found[name].tables[0].rows[0][1])) for name in ("mu", "e"))
    # X gives -3 gX to the muon alone; its canonical field is larger by 1/sqrt(1 - epsilon^2).
    assert muon - electron == pytest.approx(-3 * 0.078 / math.sqrt(1 - 0.92**2), rel=1e-3)


@pytest.mark.parametrize("program", ["flavio", "smelli"])
def test_programs_that_are_not_installed(model: LoadedModel, program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, program, None)
    with pytest.raises(ModelError) as caught:
        getattr(model, program)("best")
    assert codes(caught.value)[-1] == "Z416"


def test_equivalence(model: LoadedModel) -> None:
    renamed = zmodel.loads(B3_L2.replace("N[3]", "R[3]").replace("MN = N N", "MR = R R"))
    assert model.equivalent(renamed).data["equivalent"] is True
    assert model.equivalent(zmodel.loads("model bare\nuse sm\n")).data["equivalent"] is False


# ------------------------------------------------------------------ points
def test_values_of_a_point(model: LoadedModel) -> None:
    found = model.values("best")
    assert found.data["scale"] == 3000.0
    assert found.data["values"]["Yu[3,3]"] == 0.8  # type: ignore[index, call-overload]
    assert found["gX"].tables[0].rows[0][1:] == ("0.078", f"{0.078**2 / 157.91367:.6g}")
    assert found["epsilon"].tables[0].rows[0][2] == ""


def test_charges_at_a_point(symbolic: LoadedModel) -> None:
    there = symbolic.at("best_fit")
    assert there is symbolic.at("best_fit")
    table = there.couplings["Ye"].tables[0]
    assert cell_text(table.rows[0][table.columns.index("texture")]) == "x . .\n. x .\n. . x"
    assert "at best_fit" in repr(there)


def test_an_unknown_point(model: LoadedModel, symbolic: LoadedModel) -> None:
    with pytest.raises(ModelError, match="did you mean `best_fit`"):
        symbolic.at("bestfit")
    with pytest.raises(ModelError, match="it has best"):
        model.values("elsewhere")
    with pytest.raises(ModelError, match="a `point` block gives numbers"):
        zmodel.loads("model bare\nuse sm\n").observables("any")


# ------------------------------------------------------------------ keeping and failing
def test_a_result_is_kept(model: LoadedModel) -> None:
    assert model.couplings is model.couplings
    assert model.rge(1) is model.rge("1")
    assert model.rge(1) is not model.rge(2)


def test_a_derivation_that_fails_fails_again() -> None:
    """The driver marks a failed pass as done, so a run must not be used twice."""
    loaded = zmodel.loads("model novev\ngauge Y = U(1) coupling g\nscalar S (Y: 1)\n")
    for _ in range(2):
        with pytest.raises(ModelError) as caught:
            loaded.masses  # noqa: B018
        assert "Z401" in codes(caught.value)
    with pytest.raises(ModelError):
        loaded.currents  # noqa: B018


def test_warnings_stay_with_their_result(model: LoadedModel) -> None:
    loaded = zmodel.loads("model lone\ngauge Y = U(1) coupling g\nscalar S (Y: 1)\n")
    for _ in range(2):
        assert "Z509" in [item.code for item in loaded.potential.diagnostics]


def test_emitted_module(model: LoadedModel) -> None:
    module = model.module(loops=1)
    values = {name: np.zeros(shape) for name, shape in module.COUPLINGS.items()} | {"g3": 1.0}
    assert module.beta(values)["g3"] == pytest.approx(-7 / (16 * math.pi**2))


def test_emitted_files(model: LoadedModel) -> None:
    assert list(model.compile(loops=1, targets=("python",))) == ["small.py"]
    with pytest.raises(UsageError, match="targets are python, c, latex, json, masses, not rust"):
        model.compile(targets=("rust",))  # type: ignore[arg-type]
