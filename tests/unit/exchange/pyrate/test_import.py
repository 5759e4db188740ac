"""PyR@TE model files become ours with their factors, signs and phases."""

from __future__ import annotations

import pytest
from tests.helpers import pyrate_models

from zmodel.derive.couplings import derive_couplings
from zmodel.diagnostics import DiagnosticError
from zmodel.exchange.pyrate import Imported, import_model
from zmodel.model import Model, resolve
from zmodel.model.library import library_loader
from zmodel.source import SourceFile
from zmodel.syntax import parse
from zmodel.syntax.layout import format_source


def read(text: str) -> Imported:
    return import_model(SourceFile("theory.model", text))


def model(imported: Imported) -> Model:
    tree, diagnostics = parse(SourceFile("new.zmodel", imported.text))
    assert tree is not None, diagnostics
    found, diagnostics = resolve(tree, library_loader())
    assert found is not None, diagnostics
    table, diagnostics = derive_couplings(found)
    assert [item for item in diagnostics if item.severity == "error"] == []
    assert len(table.couplings) == sum(bool(item.statement) for item in imported.items)
    return found


def statements(imported: Imported) -> dict[str, str]:
    return {item.name: item.statement for item in imported.items}


def codes(imported: Imported) -> list[str]:
    return [item.code for item in imported.diagnostics]


THEORY = """\
Name: theory
Groups: {{U1: U1, SU2: SU2, SU3: SU3}}
Fermions: {{
  QL: {{Gen: 3, Qnb: {{U1: 1/6, SU2: 2, SU3: 3}}}}, dR: {{Gen: 3, Qnb: {{U1: -1/3, SU3: 3}}}},
  LL: {{Gen: 2, Qnb: {{U1: -1/2, SU2: 2}}}}, NR: {{Gen: 2, Qnb: {{U1: 0}}}}
}}
RealScalars: {{S: {{U1: 0}}, T: {{SU2: 3}}, O: {{SU3: 8}}}}
ComplexScalars: {{
  H: {{RealFields: [Hr, Hi], Norm: 1/sqrt(2), Qnb: {{U1: 1/2, SU2: 2}}}},
  G: {{RealFields: [Gr, Gi], Norm: 1, Qnb: {{U1: 1/2, SU2: -2}}}},
  D: {{RealFields: [Dr, Di], Norm: 1/sqrt(2), Qnb: {{U1: 1, SU2: 3}}}},
  F: {{RealFields: [Fr, Fi], Norm: 1/sqrt(2), Qnb: {{U1: 3/2, SU2: 4}}}},
  W: {{RealFields: [Wr, Wi], Norm: 1/sqrt(2), Qnb: {{U1: 2/3, SU3: 6}}}},
  R: {{RealFields: [Rr, Ri], Norm: 1/sqrt(2), Qnb: {{U1: 1/6, SU2: 2, SU3: 3}}}}
}}
Potential: {{
  Definitions: {{
    t4 : t(SU2, 4), t6 : t(SU3, 6), t3bar : t(SU3, -3),
    t : t(SU2, 2), t8 : t(SU3, 3), Tm[i,j] : t[a,i,j] T[a], Om[i,j] : t8[a,i,j] O[a],
    Dm[i,j] : sqrt(2) t[a,i,j] D[a], Ddag[i,j] : sqrt(2) t[a,i,j] Dbar[a],
    e2 : cgc(SU2, [1], [1]), e3 : cgc(SU3, [1, 0], [1, 0], [1, 0]), d3 : cgc(SU3, [1, 0], [0, 1])
  }},
  {section}: {{c : {term}}}
}}
{rest}
"""


def one(section: str, term: str, rest: str = "") -> Imported:
    """A file with one coupling."""
    return read(THEORY.format(section=section, term=term, rest=rest))


def test_standard_model() -> None:
    imported = read(pyrate_models.STANDARD_MODEL)
    assert statements(imported) == {
        "Yu": "yukawa Yu = bar(Q) tilde(H) uR keep (3,3) as yt",
        "Yd": "yukawa Yd = bar(Q) H dR keep (2,2) as ys, (3,3) as yb",
        "Ye": "",
        "lambda": "lambda = (dag(H) H)^2",
        "mu": "mu = -dag(H) H",
    }
    assert {item.name: item.status for item in imported.items}["Ye"] == "zero"
    assert codes(imported) == ["Z522"]
    assert imported.diagnostics[0].label == "g1 of the file = sqrt(15)/3*g1"
    found = model(imported)
    assert [(g.name, g.coupling) for g in found.groups] == [("U1Y", "g1"), ("SU2L", "g2"), ("SU3c", "g3")]
    assert [(f.name, f.chirality) for f in found.fermions][:3] == [("Q", "left"), ("L", "left"), ("uR", "right")]
    assert "vev (0, v/sqrt(2))" in imported.text
    assert format_source(SourceFile("new.zmodel", imported.text)) == imported.text


def test_b_minus_l() -> None:
    imported = read(pyrate_models.B_MINUS_L)
    assert codes(imported) == []
    assert statements(imported)["Ynu"] == "yukawa Ynu = bar(L) tilde(H) nuR"
    assert statements(imported)["YN"] == "yukawa YN = nuR nuR chi"
    found = model(imported)
    assert found.name == "SM_B_L"
    assert [(m.form, m.name, m.first, m.second) for m in found.mixings] == [("triangular", "gtilde", "U1Y", "U1BL")]


def test_two_doublets() -> None:
    imported = read(pyrate_models.TWO_DOUBLETS)
    assert codes(imported) == []
    found = statements(imported)
    assert found["l1"] == "l1 = 1/2 (dag(Phi1) Phi1)^2"
    assert found["l4"] == "l4 = (dag(Phi1) Phi2) (dag(Phi2) Phi1)"
    assert found["l5"] == "l5 = 1/2 (dag(Phi1) Phi2)^2"
    assert found["m12"] == "m12 = -dag(Phi1) Phi2"
    assert [name for name, text in found.items() if not text] == ["Yu", "epsd", "epse", "l6", "l7"]
    model(imported)


@pytest.mark.parametrize(
    ("section", "term", "statement", "relation"),
    [
        # Norms: G = phi sqrt(2) for the canonical phi, and -2 of SU(2) is a doublet turned by eps.
        ("QuarticTerms", "(Gbar[i] G[i])**2", "c = 4 (dag(G) G)^2", ""),
        ("ScalarMasses", "Eps[i,j] Gbar[i] H[j]", "c = H dag(G)", "c = sqrt(2)*c of the file"),
        ("ScalarMasses", "e2[i,j] Gbar[i] H[j]", "c = H dag(G)", "c = sqrt(2)*c of the file"),
        ("Yukawas", "e3[a,b,c] QL[i,a] e2[i,j] R[j,b] dR[c]", "yukawa c = bar(cc(QL)) R dR", ""),
        ("ScalarMasses", "{-Hbar[i] H[i], squared}", "c = -dag(H) H", "c = c^2 of the file"),
        ("ScalarMasses", "1/2 S**2", "c = 1/2 S^2", ""),
        # Adjoints: t^a phi^a is half of our matrix.
        ("TrilinearTerms", "Hbar[i] Tm[i,j] H[j]", "c = 1/2 T dag(H) H", ""),
        ("TrilinearTerms", "t8[a,i,j] Rbar[k,i] O[a] R[k,j]", "c = 1/2 O dag(R) R", ""),
        ("TrilinearTerms", "t3bar[a,i,j] R[k,i] O[a] Rbar[k,j]", "c = -1/2 O dag(R) R", ""),
        ("TrilinearTerms", "t4[a,i,j] Fbar[i] T[a] F[j]", "c = 3/2 T dag(F) F", ""),
        ("TrilinearTerms", "t6[a,i,j] Wbar[i] O[a] W[j]", "c = -O dag(W) W", ""),
        (
            "QuarticTerms",
            "1/2 t6[a,i,j] t6[a,k,l] Wbar[i] W[j] Wbar[k] W[l] + 1/3 Wbar[i] W[i] Wbar[j] W[j]",
            "c = dag(W) W dag(W) W : trace1234",
            "",
        ),
        ("TrilinearTerms", "t[a,i,j] Hbar[i] T[a] H[j]", "c = 1/2 T dag(H) H", ""),
        ("QuarticTerms", "T[a] T[a] O[b] O[b]", "c = (T T) (O O)", ""),
        ("QuarticTerms", "Om[i,j] Om[j,k] Om[k,l] Om[l,i]", "c = 1/8 (O O)^2", ""),
        ("QuarticTerms", "Hbar[i] Tm[i,j] Tm[j,k] H[k]", "c = 1/4 (T T) (dag(H) H)", ""),
        ("TrilinearTerms", "H[i] Eps[i,j] Ddag[j,k] H[k]", "c = 1/2 dag(D) H H", "c = sqrt(2)*c of the file"),
        ("TrilinearTerms", "I Eps[a,b,c] Dbar[a] D[b] T[c]", "c = -D dag(D) T", ""),
        # Phases: of a hermitian term the coupling is real, of i times an antihermitian one it is imaginary here.
        (
            "QuarticTerms",
            "I Hbar[i] Tm[i,j] Dm[j,k] Eps[k,l] Hbar[l]",
            "c = -1/4 D T dag(H)",
            "c = i*sqrt(2)*c of the file",
        ),
        # Two contractions.
        ("QuarticTerms", "Hbar[i] R[i,a] Rbar[j,a] H[j]", "c = dag(H) R dag(R) H : singlet", ""),
        ("QuarticTerms", "Hbar[i] H[i] Rbar[j,a] R[j,a]", "c = (dag(H) H) (dag(R) R)", ""),
        ("QuarticTerms", "Rbar[i,a] R[i,b] Rbar[j,b] R[j,a]", "", ""),
        # Fermions in written order.
        ("Yukawas", "dR[a] QLbar[i,a] H[i]", "yukawa c = bar(QL) H dR", "the matrix is the transpose of the file's"),
        ("Yukawas", "2/3 dRbar[a] QL[i,a] Hbar[i]", "yukawa c = 2/3 bar(dR) tilde(H) QL", ""),
        ("Yukawas", "NRbar NRbar S", "yukawa c = bar(NR) S cc(NR)", ""),
        ("Yukawas", "sqrt(3) NR NR S", "yukawa c = NR NR S", "c = sqrt(3)*c of the file"),
        ("Yukawas", "LL[i] Eps[i,j] Dm[j,k] LL[k]", "yukawa c = 1/2 LL LL D", "c = sqrt(2)*c of the file"),
        ("FermionMasses", "1/2 NR NR", "mass c = 1/2 NR NR", ""),
    ],
)
def test_factors(section: str, term: str, statement: str, relation: str) -> None:
    imported = one(section, term)
    (item,) = imported.items
    assert item.statement.startswith(statement)
    assert item.note == relation
    model(imported)


@pytest.mark.parametrize(
    ("section", "term", "reason"),
    [
        ("QuarticTerms", "Hbar[i] Rbar[i,a] R[j,a] H[j]", "not invariant"),
        ("ScalarMasses", "S**2 + sqrt(2) T[a] T[a]", "no common root or phase"),
        ("ScalarMasses", "(1 + sqrt(2)) S**2", "sums of roots"),
        ("ScalarMasses", "Hbar[i] H[i] - H[i] Hbar[i]", "vanishes"),
        ("Yukawas", "QLbar[i,a] H[i] dR[a] + LLbar[i] H[i] NR", "different fields"),
        ("TrilinearTerms", "t6[a,i,j] W[i] O[a] Wbar[j]", "contracted in a basis of PyR@TE's own"),
        ("QuarticTerms", "d3[a,b] R[i,a] Rbar[i,b] S**2", "`d3` is a table of Clebsch-Gordan coefficients"),
        ("QuarticTerms", "Eps[a,b,c] O[a] O[b] O[c] S", "`Eps` with 3 indices of 8 values each"),
    ],
)
def test_what_cannot_be_taken_over(section: str, term: str, reason: str) -> None:
    try:
        imported = one(section, term)
    except DiagnosticError as error:
        assert reason in str(error)
        return
    (item,) = imported.items
    assert (item.status, item.statement) == ("left out", "")
    assert reason in item.note
    assert "Z521" in codes(imported)
    assert f"# {section}: c : {term} - left out: " in imported.text
    model(imported)


def test_hermitian_terms_with_i() -> None:
    """V = c i (A - A^*) with real c is c' A + h.c. with c' = i c."""
    imported = one("ScalarMasses", "I Dbar[a] T[a] S - I D[a] T[a] S".replace(" S", ""))
    assert imported.items[0].statement == ""  # charged: not invariant
    imported = read(
        THEORY.replace(
            "D: {{RealFields: [Dr, Di], Norm: 1/sqrt(2), Qnb: {{U1: 1,",
            "D: {{RealFields: [Dr, Di], Norm: 1/sqrt(2), Qnb: {{",
        ).format(section="ScalarMasses", term="I Dbar[a] T[a] - I D[a] T[a]", rest="")
    )
    (item,) = imported.items
    assert (item.statement, item.note) == ("c = T dag(D) - T D", "c = i/2*c of the file")


def test_a_declared_conjugate_is_implied() -> None:
    imported = read(
        THEORY.format(section="ScalarMasses", term="I H[i] Hx[i], cstar : 2", rest="").replace(
            "I H[i] Hx[i], cstar : 2", "2 I Eps[i,j] Gbar[i] H[j], cstar : -2 I Eps[i,j] G[i] Hbar[j]"
        )
    )
    assert [(item.name, item.status) for item in imported.items] == [("c", "converted"), ("cstar", "taken")]
    assert imported.items[1].note == "the conjugate of `c`, which implies it"


def test_chiralities() -> None:
    text = "Name: x\nGroups: {U1: U1}\nFermions: {a: {Gen: 1}, b: {Gen: 1, Qnb: {}}, c: {Gen: 1, Qnb: {}}}\n"
    text += "RealScalars: {s: {}}\nPotential: {Yukawas: {y : abar s b, z : a s c%s}}\n%s"
    for more, latex, sides, found in [
        ("", "", ["left", "right", "left"], ["Z523"]),
        ("", "Latex: {c : \\chi_R}", ["right", "left", "right"], []),
        ("", "Latex: {c : \\chi_R, b : \\chi_{R}}", ["left", "right", "left"], ["Z523"]),
        (", w : b s c", "", ["left", "right", "left"], ["Z523", "Z521"]),
    ]:
        imported = read(text % (more, latex))
        assert [field.chirality for field in model(imported).fermions] == sides
        assert codes(imported) == found


def test_groups_whose_coupling_is_zero_are_global() -> None:
    imported = one("QuarticTerms", "S**4", "Substitutions: {g_U1 : 0, g_SU3 : gs}")
    assert [(g.name, g.is_global, g.coupling) for g in model(imported).groups] == [
        ("U1", True, None),
        ("SU2", False, "g_SU2"),
        ("SU3", False, "gs"),
    ]


def test_names_are_free_and_allowed() -> None:
    rest = "Substitutions: {c : left, g_U1 : H, g_SU2 : g'}\nVevs: {S : S, T : Hr[1]}"
    imported = one("QuarticTerms", "S**4", rest)
    assert "coupling H_2" in imported.text
    assert "left_2 = S^4" in imported.text
    model(imported)


def test_vacuum_values() -> None:
    rest = "Vevs: {v : Hr[2], w : Hi[2], s : S, x : Gr[2], t : T[3]}"
    imported = one("QuarticTerms", "S**4", rest)
    assert "vev (0, v/sqrt(2) +i*w/sqrt(2))" in imported.text or "vev (0, v/sqrt(2) + i*w/sqrt(2))" in imported.text
    assert "vev (-x/sqrt(2), 0)" in imported.text
    assert "S real vev s" in " ".join(imported.text.split())
    assert codes(imported).count("Z521") == 1
    assert "basis of PyR@TE's own" in imported.diagnostics[-1].label
    model(imported)


@pytest.mark.parametrize(
    ("section", "term", "note"),
    [
        ("Yukawas", "{NR S NR, symmetric}", ""),
        ("Yukawas", "{LLbar[i] Eps[i,j] Hbar[j] NR, symmetric, real}", "symmetric and real in the file"),
        ("QuarticTerms", "{(Hbar[i] H[i])**2, real}", ""),
        ("QuarticTerms", "{Eps[i,j] Gbar[i] H[j] Hbar[k] H[k], real}", "c = sqrt(2)*c of the file; real in the file"),
    ],
)
def test_assumptions_that_get_lost_are_told(section: str, term: str, note: str) -> None:
    imported = one(section, term)
    assert imported.items[0].note == note
    assert codes(imported) == (["Z522"] if note else [])


@pytest.mark.parametrize(
    ("group", "number", "name"),
    [
        ("SU3", "3", "3"),
        ("SU3", "-3", "3bar"),
        ("SU3", "6", "6bar"),  # Dynkin labels [0,2]: the sextet of the smaller triality
        ("SU3", "-6", "6"),
        ("SU3", "10", "10bar"),
        ("SU3", "[2, 0]", "6"),
        ("SU4", "10", "10bar"),
        ("SU4", "6", "6"),
        ("SU5", "10", "10"),
        ("SU5", "-15", "15bar"),
        ("SU5", "45", "45"),
        ("SU5", "50", "50bar"),
        ("SU5", "40", "40bar"),
    ],
)
def test_representations_have_the_names_of_its_tables(group: str, number: str, name: str) -> None:
    """As its own tables have them, seen with PyR@TE 3."""
    text = f"Name: x\nGroups: {{G: {group}}}\nFermions: {{psiL: {{Gen: 1, Qnb: {{G: {number}}}}}}}\n"
    (fermion,) = model(read(text)).fermions
    assert fermion.irreps["G"].name == name
