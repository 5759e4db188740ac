"""Models written for PyR@TE and read again are the same physics."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from tests.helpers import pyrate_models
from tests.helpers.emitted import import_module
from tests.helpers.models import compile_text

from zmodel.derive.equivalence import compare_models
from zmodel.diagnostics import Diagnostic
from zmodel.driver import Analysis, Run, analyse, check_model, compile_model, load_model
from zmodel.emit.pyrate import emit_pyrate
from zmodel.exchange.pyrate import import_model
from zmodel.files import file_loader, read_source
from zmodel.model.library import library_loader
from zmodel.model.substitute import point_parameters, substitute_parameters
from zmodel.resources import library_path
from zmodel.source import SourceFile

MODEL_FILES = sorted(library_path().parent.rglob("*.zmodel"))

# Charge lists, kept entries, equal fermions, adjoints, real fields, terms with several contractions, factors.
DENSE = """\
model dense
gauge SU3c = SU(3) coupling g3
gauge SU2L = SU(2) coupling g2
gauge Y = U(1) coupling g1
gauge X = U(1) coupling gX
mixing triangular (Y, X) as m
fermion Q[3] left  (SU3c: 3, SU2L: 2, Y: 1/6, X: [1, 1, 0])
fermion U[3] right (SU3c: 3, Y: 2/3, X: [1, 1, 0])
fermion D[3] right (SU3c: 3, Y: -1/3, X: [1, 1, 0])
fermion L[2] left  (SU2L: 2, Y: -1/2)
fermion N[3] right (X: [1, 2, 1])
fermion O    left  (SU3c: 8)
scalar H (SU2L: 2, Y: 1/2)   vev (0, v_h/sqrt(2))
scalar phi (X: 2)            vev v_phi/sqrt(2)
scalar chi (X: 3)
scalar T real (SU2L: 3)
scalar D1 (SU2L: 3, Y: 1)
scalar G (SU3c: 3, SU2L: 2, Y: 1/6)
yukawa Yu = bar(Q) tilde(H) U   keep (1,2) as yuc, (3,3) as yt
yukawa Yd = 2/3 bar(Q) H D
yukawa YN = N N dag(phi)
yukawa YM = N N dag(chi)
yukawa YD = L L D1
yukawa YG = bar(D) L G  keep (3,2) as yg
mass   mO = O O
potential {
  lambda = (dag(H) H)^2;  m2 = dag(H) H
  l1 = (dag(H) T) (T H);  l2 = 3/5 tr(dag(D1) D1 dag(D1) D1);  l3 = (dag(D1) D1)^2
  l4 = dag(H) H dag(D1) D1 : chain1432;  l5 = (dag(H) H) (dag(D1) D1);  l6 = H T H dag(D1)
  l7 = (dag(H) H) (dag(G) G);  l8 = dag(H) G dag(G) H : singlet;  l9 = (dag(G) G)^2
  k1 = H H dag(D1);  k2 = dag(H) T H;  k3 = D1 dag(D1) T;  s = phi^2 dag(phi)^2
}
"""

# The part of it that is closed under running.
CLOSED = """\
model closed
gauge SU3c = SU(3) coupling g3
gauge SU2L = SU(2) coupling g2
gauge Y = U(1) coupling g1
gauge X = U(1) coupling gX
mixing triangular (Y, X) as m
fermion Q[3] left  (SU3c: 3, SU2L: 2, Y: 1/6, X: [1, 1, 0])
fermion U[3] right (SU3c: 3, Y: 2/3, X: [1, 1, 0])
fermion D[3] right (SU3c: 3, Y: -1/3, X: [1, 1, 0])
fermion N[3] right (X: [1, 2, 1])
scalar H (SU2L: 2, Y: 1/2)
scalar phi (X: 2)
scalar chi (X: 3)
scalar T real (SU2L: 3)
yukawa Yu = bar(Q) tilde(H) U   keep (3,3) as yt
yukawa Yd = 2/3 bar(Q) H D
yukawa YN = N N dag(phi)
yukawa YM = N N dag(chi)
potential {
  lambda = (dag(H) H)^2;  l1 = (dag(H) T) (T H);  l2 = 1/4 (T T)^2;  l3 = phi^2 dag(phi)^2;  l4 = chi^2 dag(chi)^2
  l5 = (dag(H) H) (dag(phi) phi);  l6 = (dag(H) H) (dag(chi) chi);  l7 = (T T) (dag(phi) phi)
  l8 = (T T) (dag(chi) chi);  l9 = (dag(phi) phi) (dag(chi) chi)
  k = dag(H) T H;  m1 = dag(H) H;  m2 = 1/2 T T;  m3 = dag(phi) phi;  m4 = dag(chi) chi
}
"""


def text_of(analysis: Analysis) -> tuple[str, tuple[Diagnostic, ...]]:
    text, found = emit_pyrate(analysis.model, analysis.couplings, ("a comment",))
    assert text is not None, found
    return text, found


def read(text: str) -> Analysis:
    imported = import_model(SourceFile("new.model", text))
    analysis, found = analyse(SourceFile("new.zmodel", imported.text), library_loader())
    assert analysis is not None, found
    assert len(analysis.couplings.couplings) == len(imported.items) - sum(not item.statement for item in imported.items)
    return analysis


def differences(first: Analysis, second: Analysis) -> tuple[str, ...]:
    return compare_models(first.model, first.couplings, second.model, second.couplings).differences


def analyses(path: Path) -> Iterator[Analysis]:
    """A model, and if its charges are parameters, at each of its points."""
    model, found = load_model(read_source(path, str(path)), file_loader())
    assert model is not None, found
    for values in ({}, *(point_parameters(model, point) for point in model.points)):
        analysis, found = check_model(substitute_parameters(model, values) if values else model)
        if analysis is not None:
            yield analysis


@pytest.mark.parametrize("path", MODEL_FILES, ids=lambda path: path.stem)
def test_round_trip_of_model_files(path: Path) -> None:
    for analysis in analyses(path):
        text, found = emit_pyrate(analysis.model, analysis.couplings, ())
        if text is None:
            assert {item.code for item in found} == {"Z704"}
            continue
        assert {item.code for item in found} <= {"Z524"}
        assert [item.message for item in found if "left out" in item.message] == []
        assert differences(analysis, read(text)) == ()
        return


@pytest.mark.parametrize("name", ["STANDARD_MODEL", "B_MINUS_L", "TWO_DOUBLETS"])
def test_round_trip_of_their_files(name: str) -> None:
    first = read(getattr(pyrate_models, name))
    text, found = text_of(first)
    assert found == ()
    again = read(text)
    assert differences(first, again) == ()
    assert [c.name for c in again.couplings.couplings.values()] == [c.name for c in first.couplings.couplings.values()]


def module(analysis: Analysis, folder: Path) -> ModuleType:
    """The emitted Python of a model."""
    files = compile_model(Run(analysis), ("python",))
    assert files is not None
    (folder / "emitted.py").write_text(files[f"{analysis.model.name}.py"], encoding="utf-8")
    return import_module(folder / "emitted.py")


def test_beta_functions_stay_the_same(tmp_path: Path) -> None:
    """At random numbers, for one and two loops; what the PyR@TE file has are blocks of our matrices."""
    first = compile_text(CLOSED)
    text, found = text_of(first)
    assert found == ()
    again = read(text)
    assert differences(first, again) == ()
    folders = tmp_path / "first", tmp_path / "second"
    for folder in folders:
        folder.mkdir()
    here, there = (module(a, folder) for a, folder in zip((first, again), folders, strict=True))
    rng = np.random.default_rng(7)
    values = {name: rng.normal(size=shape) for name, shape in there.COUPLINGS.items()}
    values["YN_13_13"] = values["YN_13_13"] + values["YN_13_13"].T
    ours = {name: values[name] for name in here.COUPLINGS if name in values}
    blocks = {
        "Yd": [("Yd_12_12", [0, 1], [0, 1]), ("Yd_3_3", [2], [2])],
        "YN": [("YN_13_13", [0, 2], [0, 2])],
        "YM": [("YM_13_2", [0, 2], [1])],
    }
    for name, parts in blocks.items():
        ours[name] = np.zeros((3, 3))
        for part, rows, columns in parts:
            block = np.reshape(values[part], (len(rows), len(columns)))
            ours[name][np.ix_(rows, columns)] = block
            if name != "Yd":
                ours[name][np.ix_(columns, rows)] = block.T
    assert set(ours) == set(here.COUPLINGS)
    for loop in (1, 2):
        left, right = here.beta_terms(ours)[loop], there.beta_terms(values)[loop]
        common = sorted(set(left) & set(right))
        assert set(left) - set(common) == set(blocks)
        for name in common:
            assert np.allclose(left[name], right[name], rtol=1e-9, atol=1e-9), name
        for name, parts in blocks.items():
            for part, rows, columns in parts:
                assert np.allclose(np.ravel(left[name][np.ix_(rows, columns)]), np.ravel(right[part]), rtol=1e-9), part


def test_text_of_the_file() -> None:
    text, _ = text_of(compile_text(DENSE))
    assert text.startswith("# a comment\nAuthor: zmodel\n")
    for line in (
        "Groups: {Y: U1, X: U1, SU3c: SU3, SU2L: SU2}",
        "Q12L: {Gen: 2, Qnb: {Y: 1/6, X: 1, SU3c: 3, SU2L: 2}},",
        "N13R: {Gen: 2, Qnb: {X: 1}},",
        "OL: {Gen: 1, Qnb: {SU3c: 8}}",
        "T: {Qnb: {SU2L: 3}}",
        "yt : Q3Lbar[i,j] Hbar[k] U3R[i] Eps[j,k],",
        "YM_13_2 : 2 N13R N2R chibar,",
        "Yu_12_12 : [[0, 'yuc'], [0, 0]]",
        "g_Y : g1,",
        "g_12 : m,",
        "v_h : reH[2],",
    ):
        assert re.search(rf"^ *{re.escape(line)},?$", text, re.MULTILINE), line
    assert text.count("t(SU2L, 2)") == 1


@pytest.mark.parametrize(
    ("statements", "code", "message", "label"),
    [
        (
            "scalar S (SU3c: 6bar, Y: 2/3)\nyukawa y = bar(cc(D)) S D",
            "Z524",
            "`y` is left out",
            "basis of PyR@TE's own",
        ),
        ("scalar s real\npotential { t = s }", "Z524", "`t` is left out", "it has dimension 1"),
        ("global B = U(1)", "Z524", "`B` is left out", "no global groups"),
        ("global F = SU(2)\nscalar s (F: 2)", "Z524", "`F` is a gauge group with coupling 0", "no global groups"),
        ("gauge X = U(1) coupling gX\nmixing epsilon (Y, X)", "Z524", "no kinetic mixing `epsilon`", "triangular"),
        ("scalar s vev v_s", "Z524", "those of real fields", "`v_s` is sqrt(2) times as large there"),
        ("scalar s vev 2*v_s", "Z524", "a vacuum value of `s` is left out", ""),
        ("vector V (Y: 1)", "Z704", "`V` is a massive vector field", ""),
        ("param q\nscalar s (Y: q)", "Z704", "the charges of `s` are not numbers", ""),
        ("scalar s (Y: ?)", "Z704", "the charges of `s` are not numbers", ""),
    ],
)
def test_what_it_cannot_express(statements: str, code: str, message: str, label: str) -> None:
    analysis = compile_text(f"model test\nuse sm\n{statements}\n")
    text, found = emit_pyrate(analysis.model, analysis.couplings, ())
    assert (text is None) == (code == "Z704")
    (item,) = found
    assert item.code == code
    assert message in item.message
    assert label in item.label


def test_names_that_its_reader_would_confuse() -> None:
    """It looks for names of fermions in a formula, and takes `bar` at the end for a conjugate."""
    analysis = compile_text(
        "model names\ngauge Y = U(1) coupling g\nfermion E left (Y: 1)\nfermion f right (Y: 1)\nfermion pL left\n"
        "scalar ELx real\nscalar Sbar real\nscalar kd real\nscalar sqrt_2 real\n"
        "yukawa a = bar(E) ELx f\nyukawa b = bar(E) Sbar f\nyukawa c = pL pL kd\n"
        "potential { d = sqrt_2^4; e = Eps_1^3 }\nscalar Eps_1 real\n"
    )
    text, _ = text_of(analysis)
    again = read(text)
    assert differences(analysis, again) == ()
    names = [field.name for field in again.model.fields]
    for fermion in [field.name for field in again.model.fermions]:
        assert [name for name in (*names, "Eps") if fermion in name] == [fermion]
    assert not any(name.endswith("bar") or name in ("kd", "Eps") for name in names)


ADJOINT_FERMIONS = """\
model triplets
gauge W = SU(2) coupling g
fermion P[2] left  (W: 3)
fermion F[2] left  (W: 2)
fermion G[3] right (W: 3)
scalar T real (W: 3)
scalar H (W: 2)
scalar K (W: 2)
mass   m = bar(P) G
yukawa a = bar(P) T G
yukawa b = bar(cc(P)) H F
yukawa c = bar(cc(F)) K P
"""


def test_no_definition_hides_a_fermion() -> None:
    """It tells rows from columns by where the names of fermions stand in the term; what it does not find is a row."""
    analysis = compile_text(ADJOINT_FERMIONS)
    text, _ = text_of(analysis)
    rows = {"m": ("PLbar", "GR"), "a": ("PLbar", "GR"), "b": ("PL", "FL"), "c": ("FL", "PL")}
    for name, (first, second) in rows.items():
        match = re.search(rf"^ *{name} : (.*?),?$", text, re.MULTILINE)
        assert match is not None
        assert 0 < match[1].find(first) < match[1].find(second), match[1]
    assert differences(analysis, read(text)) == ()


EPSILONS = """\
model diquark
gauge SU4 = SU(4) coupling g4
gauge SU3c = SU(3) coupling g3
gauge SU2L = SU(2) coupling g2
fermion Q left (SU3c: 3, SU2L: 2)
fermion U right (SU3c: 3)
scalar R (SU3c: 3)
scalar H (SU2L: 2)
scalar A (SU4: 4)
scalar B (SU4: 4)
scalar C (SU4: 4)
scalar D (SU4: 4)
scalar eps_2 real
yukawa a = Q Q R
yukawa b = bar(Q) tilde(H) U
potential { d = A B C D }
"""


def test_epsilons_of_several_groups() -> None:
    """Its Eps has the number of indices that it is first met with; invariants of fundamentals are the same tensors."""
    analysis = compile_text(EPSILONS)
    text, found = text_of(analysis)
    assert found == ()
    assert "eps_2x2 : cgc(SU2, [1], [1])" in text
    assert "eps_3 : cgc(SU3, [1, 0], [1, 0], [1, 0])" in text
    ranks = [(match[1], match[2].count(",") + 1) for match in re.finditer(r"(Eps|eps_\w+)\[([\w,]+)\]", text)]
    assert sorted(ranks) == [("Eps", 4), ("eps_2x2", 2), ("eps_2x2", 2), ("eps_3", 3)]
    assert differences(analysis, read(text)) == ()


LARGE = """\
model large
gauge SU3c = SU(3) coupling g3
gauge SU2L = SU(2) coupling g2
gauge Y = U(1) coupling g1
fermion K left  (SU3c: 6, Y: 1)
fermion G right (SU3c: 6, Y: 1)
scalar O real (SU3c: 8)
scalar S (SU3c: 6, Y: 2/3)
scalar W real (SU2L: 3)
scalar T (SU2L: 4, Y: 7/2)
scalar H (SU2L: 2, Y: 1/2)
yukawa y = bar(K) O G
potential {
  a = O dag(S) S;  b = (dag(T) T)^2;  c = dag(H) H dag(T) T : net1234;  d = dag(S) S dag(S) S : trace1432
  e = (dag(S) S) (dag(T) T);  f = dag(T) T W W : net1234_b
}
"""


def test_larger_representations_meet_in_generators() -> None:
    analysis = compile_text(LARGE)
    text, found = text_of(analysis)
    assert found == ()
    assert {"t(SU3c, [2, 0])", "t(SU2L, [3])"} <= set(re.findall(r"t\(\w+, .*\)", text))
    assert differences(analysis, read(text)) == ()


def test_target_of_the_command_line(tmp_path: Path) -> None:
    run = Run(compile_text("model both\nuse sm\n"))
    files = compile_model(run, ("json", "pyrate"))
    assert files is not None
    assert sorted(files) == ["both.json", "both.model"]
    run = Run(compile_text("model none\nparam q\ngauge X = U(1) coupling g\nscalar s (X: q)\n"))
    assert compile_model(run, ("json", "pyrate")) is None
    assert [item.code for item in run.diagnostics] == ["Z704"]


def test_names_of_real_and_imaginary_parts_are_free() -> None:
    text, _ = text_of(compile_text("model parts\ngauge Y = U(1) coupling g\nscalar s (Y: 1)\nscalar res (Y: 2)\n"))
    assert [field.name for field in read(text).model.scalars] == ["s", "res"]


def test_a_model_without_groups_is_no_theory_for_it() -> None:
    analysis = compile_text("model free\nscalar s real\npotential { l = s^4 }\n")
    text, found = emit_pyrate(analysis.model, analysis.couplings, ())
    assert (text, [item.code for item in found]) == (None, ["Z704"])
