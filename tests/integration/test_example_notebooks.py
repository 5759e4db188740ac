"""The notebooks of docs/notebooks run from top to bottom, and show what their text says."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

import zmodel

nbformat = pytest.importorskip("nbformat", reason="nbformat is not installed")
nbclient = pytest.importorskip("nbclient", reason="nbclient is not installed")
pytest.importorskip("ipykernel", reason="ipykernel is not installed")

FOLDER = Path(__file__).parents[2] / "docs" / "notebooks"
NAMES = ("paper_a", "paper_b", "paper_c", "paper_d")


def test_every_notebook_is_run() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.ipynb")) == list(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_notebooks_are_kept_without_outputs(name: str) -> None:
    text = (FOLDER / f"{name}.ipynb").read_text(encoding="utf-8")
    data = json.loads(text)
    nbformat.validate(data)
    assert text == json.dumps(data, indent=1, ensure_ascii=False) + "\n"
    for cell in data["cells"]:
        assert cell["source"]
        if cell["cell_type"] == "code":
            assert (cell["outputs"], cell["execution_count"]) == ([], None)


# ------------------------------------------------------------------ running
def run(name: str, home: Path) -> tuple[Any, ...]:
    """The code cells of a notebook after a run in a kernel of its own."""
    notebook = nbformat.read(FOLDER / f"{name}.ipynb", as_version=4)
    # The zmodel that is tested, and no settings of the user's.
    paths = [str(Path(zmodel.__file__).parents[1]), *filter(None, [os.environ.get("PYTHONPATH")])]
    own = {"IPYTHONDIR": home, "JUPYTER_CONFIG_DIR": home, "JUPYTER_RUNTIME_DIR": home}
    environment = os.environ | {key: str(path) for key, path in own.items()} | {"PYTHONPATH": os.pathsep.join(paths)}
    client = nbclient.NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(FOLDER)}})
    client.execute(env=environment)
    return tuple(cell for cell in notebook.cells if cell.cell_type == "code")


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("jupyter")


def shown(cells: tuple[Any, ...], source: str, form: str = "text/plain") -> str:
    """What the only cell with this in its source shows."""
    (cell,) = (cell for cell in cells if source in cell.source)
    return "\n".join(output.get("data", {}).get(form, output.get("text", "")) for output in cell.outputs)


def joined(table: str) -> str:
    """The words of a table without its lines."""
    return " ".join(table.replace("│", " ").split())


def test_paper_a(home: Path) -> None:
    cells = run("paper_a", home)
    assert "bm3 is free of anomalies" in shown(cells, "bm3.anomalies")
    assert "yukawa 4 bar(Q) H D x x . 1 5 yb = (3,3) x x ." in joined(shown(cells, 'bm3.couplings["Yd"]'))
    assert "pole without: 3.38e+07 GeV" in shown(cells, "pole without")
    assert "with: 1.22e+19 GeV, pole: None" in shown(cells, "pole without")
    assert "- 18 g4^3 y y^*" in joined(shown(cells, "bm3.rge"))
    assert "data:image/svg+xml;base64," in shown(cells, 'trajectory = bm3.run("fig9"', "text/html")
    assert "V- of S" in shown(cells, "bm3.potential")
    # The cell that is wrong on purpose.
    (cell,) = (cell for cell in cells if "mistaken" in cell.source)
    assert "require allowed Yu diagonal" in shown(cells, "mistaken")
    assert "Z302" in shown(cells, "mistaken", "text/html") and "Z503" in shown(cells, "mistaken", "text/html")
    assert cell.outputs[-1]["ename"] == "ModelError"
    assert "Traceback" not in "".join(cell.outputs[-1]["traceback"])


def test_paper_b(home: Path) -> None:
    cells = run("paper_b", home)
    assert shown(cells, "anomalies.data") == str(["0"] * 11)
    assert "? x ?" in shown(cells, 'model.couplings["Ye"]')
    assert "? x ?" not in shown(cells, 'model.at("best_fit")')
    assert 'class="matrix"' in shown(cells, "masses = model.masses", "text/html")
    assert "'alpha_z': 'a_Y*v^2*sqrt(g1^2 + g2^2)/(4*gX*v_Phi^2)'" in shown(cells, "leading")
    assert "-YQ[2]*gX*v_Phi^2*conj(YQ[3])/(2*m_Q*conj(m_Q))" in shown(cells, 'effective["g_q[2,3]"]')


def test_paper_c(home: Path) -> None:
    cells = run("paper_c", home)
    assert "B3 - L2 with kinetic mixing" in shown(cells, "%%zmodel malaphoric")
    assert "epsilon*g1/2 - 3*gX" in shown(cells, "g_l[2,2]")
    assert "- g_l[2,2] g_q[2,3]" in shown(cells, 'matching["lq1_2223"]')
    assert "'phiD': -5.9929" in shown(cells, "document")
    assert "0.00018168" in shown(cells, "rho - 1")


def test_paper_d(home: Path) -> None:
    cells = run("paper_d", home)
    assert "a_mu L_mu + a_tau L_tau - (a_mu + a_tau)/3 B" in shown(cells, "unknown.solve()")
    assert "leptoquark" in shown(cells, 'muoquark.couplings["YS3"]')
    assert shown(cells, 'diquark"]') == "[]"
    assert "1.2615e-09" in shown(cells, "Delta a_mu")
    assert "bar(L) H E" in shown(cells, ".flavour")
    assert "(3, 1, 2/3, 2) + c.c." in shown(cells, ".branching")
