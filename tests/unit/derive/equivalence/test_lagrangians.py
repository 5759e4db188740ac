"""Which Lagrangians are the same: textures, shared couplings, contractions, conjugates, vacua, kinetic mixing."""

from __future__ import annotations

import pytest
from tests.helpers.models import compile_file, compile_text

from zmodel.derive.equivalence import Equivalence, compare_models
from zmodel.derive.equivalence.coupling_text import coupling_lines


def compare(first: str, second: str) -> Equivalence:
    here, there = compile_text(f"model a\n{first}"), compile_text(f"model b\n{second}")
    return compare_models(here.model, here.couplings, there.model, there.couplings)


STANDARD = "use sm { except Yu, Yd, H }\n"
H = "scalar H (SU2L: 2, Y: 1/2) vev (0, v/sqrt(2))\n"
UP, DOWN = "yukawa Yu = bar(Q) tilde(H) U", "yukawa Yd = bar(Q) H D"
SINGLETS = "use sm\nscalar S real\nscalar T real\n"
TWO_DOUBLETS = "gauge G = SU(2) coupling g\ngauge Y = U(1) coupling h\n"
TRIPLETS = "gauge G = SU(3) coupling g\ngauge F = SU(3) coupling f\nscalar S (G: 3, F: 3bar)\n"
FOUR = "tr(dag(S) S dag(S) S)"
SQUARE = "tr(dag(S) S)^2"
PLANES = "gauge A = U(1) coupling a\ngauge B = U(1) coupling b\ngauge C = U(1) coupling c\n"
CHARGED = "scalar S (A: 1)\nscalar T (B: 2)\nscalar R (C: 3)\n"
FERMIONS = "use sm {{ except Yu, Yd, Ye, H }}\ngauge X = U(1) coupling x\n{}param p, q, t : rational\n"
LEPTONS = f"{FERMIONS}charges X {{{{ L = [p, q, -p - q]; E = [p, q, -p - q] }}}}\n"
SHIFTED = (
    f"{FERMIONS}charges X {{{{ Q = t/6; U = 2*t/3; D = -t/3; L = [p - t/2, q - t/2, -p - q - t/2]; "
    "E = [p - t, q - t, -p - q - t] }}\n"
)
UNKNOWN = (
    "use sm { except H }\ngauge X = U(1) coupling x\nfermion N[3] right (X: [?, ?, ?])\n"
    "charges X { Q = [?, ?, ?]; U = [?, ?, ?]; D = [?, ?, ?]; L = [?, ?, ?]; E = [?, ?, ?] }\n"
)
OWN_WORDS = """
gauge C = SU(3) coupling g3
gauge W = SU(2) coupling g2
gauge Y = U(1) coupling g1
gauge Z = U(1) coupling g4
fermion n[3] left (Z: [?, ?, ?])
fermion e[3] left (Y: 1, Z: [?, ?, ?])
fermion d[3] left (C: 3bar, Y: 1/3, Z: [?, ?, ?])
fermion l[3] left (W: 2, Y: -1/2, Z: [?, ?, ?])
fermion u[3] left (C: 3bar, Y: -2/3, Z: [?, ?, ?])
fermion q[3] left (C: 3, W: 2, Y: 1/6, Z: [?, ?, ?])
"""

SAME = {
    "eighteen unknown charges": (UNKNOWN, OWN_WORDS),
    "a parameter that mixing absorbs": (
        LEPTONS.format("mixing eta (Y, X)\n"),
        SHIFTED.format("mixing eta (Y, X)\n"),
    ),
    "one pair of quarks, whichever": (
        f"{STANDARD}{H}{UP} keep (1,1) as yt\n{DOWN} keep (1,2) as yb\n",
        f"{STANDARD}{H}{UP} keep (3,2) as yt\n{DOWN} keep (3,3) as yb\n",
    ),
    "the other doublet": (
        f"{STANDARD}{H}{UP}\n{DOWN}\n",
        f"{STANDARD}scalar G (SU2L: 2, Y: -1/2) vev (w, 0)\nyukawa Yu = bar(Q) G U\nyukawa Yd = bar(Q) tilde(G) D\n",
    ),
    "another order of a spinor product": (
        "use sm { except E, Ye }\nfermion E[3] right (Y: -1)\nyukawa Ye = bar(L) H E\n",
        "use sm { except E, Ye }\nfermion e[3] left (Y: 1)\nyukawa Ye = e L tilde(H)\n",
    ),
    "a sign that a real field absorbs": (
        f"{SINGLETS}potential {{ k = S dag(H) H + T dag(H) H }}\n",
        f"{SINGLETS}potential {{ k = S dag(H) H - T dag(H) H }}\n",
    ),
    "contractions in another basis": (
        f"{TRIPLETS}potential {{ u = {FOUR}; v = {SQUARE} }}\n",
        f"{TRIPLETS}potential {{ u = {FOUR} + {SQUARE}; v = 1/2 {SQUARE} }}\n",
    ),
    "a neutral field and its conjugate": (
        "use sm\nscalar S\nfermion N right\nyukawa y = bar(cc(N)) N S\n",
        "use sm\nscalar S\nfermion N left\nyukawa y = N N S\n",
    ),
    "a U(1) that nothing is charged under": (
        "gauge X = U(1) coupling x\ngauge Z = U(1) coupling z\nscalar S (X: 1)\n",
        "gauge Z = U(1) coupling z\ngauge W = U(1) coupling w\nscalar S (Z: 1)\n",
    ),
    "neutral vacua": (
        f"{TWO_DOUBLETS}scalar H (G: 2, Y: 1) vev (0, v)\nscalar K (G: 2, Y: 1) vev (0, w)\n",
        f"{TWO_DOUBLETS}scalar H (G: 2, Y: 1) vev (v, 0)\nscalar K (G: 2, Y: 1) vev (w, 0)\n",
    ),
    "three U(1)s of which the middle one may be any": (
        f"{PLANES}{CHARGED}mixing epsilon (A, B)\nmixing epsilon (B, C) as d\n",
        f"{PLANES}{CHARGED}mixing epsilon (A, B)\nmixing epsilon (A, C) as d\n",
    ),
    "equal pairs of U(1)s": (
        f"{PLANES}{CHARGED}mixing epsilon (A, B)\nmixing epsilon (B, C) as d\n",
        f"{PLANES}{CHARGED}mixing epsilon_plus (B, A) as f\nmixing epsilon_plus (C, B) as e\n",
    ),
    "one form or another of two U(1)s": (
        f"{PLANES}{CHARGED}mixing triangular (A, B)\n",
        f"{PLANES}{CHARGED}mixing eta (B, A)\n",
    ),
    "a global charge up to a gauged one": (
        "gauge X = U(1) coupling x\nglobal F = U(1)\nscalar S (X: 1, F: 1)\nscalar T (X: 1)\n",
        "gauge X = U(1) coupling x\nglobal F = U(1)\nscalar S (X: 1, F: 2)\nscalar T (X: 1, F: 1)\n",
    ),
    "parameters of other names": (
        "gauge X = U(1) coupling x\nparam p, q : rational\nscalar S (X: p)\nscalar T (X: q)\nscalar R (X: p + q + 1)\n",
        "gauge X = U(1) coupling x\nparam m, n : rational\n"
        "scalar S (X: m + n)\nscalar T (X: m - n)\nscalar R (X: 2*m + 1)\n",
    ),
    "unknown charges": (
        "use sm\ngauge X = U(1) coupling x\nfermion N[2] right (X: [?, ?])\nscalar S (X: -?N2)\n",
        "use sm\ngauge X = U(1) coupling x\nfermion M[2] right (X: [?, ?])\nscalar S (X: ?M1)\n",
    ),
}

DIFFERENT = {
    "a parameter that only mixing could absorb": (LEPTONS.format(""), SHIFTED.format(""), "X of `L`"),
    "rank one or two": (
        f"{STANDARD}{H}{UP} keep (1,1) as a, (2,2) as b\n",
        f"{STANDARD}{H}{UP} keep (1,1) as a, (1,2) as b\n",
        "`Yu`",
    ),
    "one doublet of quarks or two": (
        f"{STANDARD}{H}{UP} keep (3,3) as yt\n{DOWN} keep (3,3) as yb\n",
        f"{STANDARD}{H}{UP} keep (3,3) as yt\n{DOWN} keep (2,3) as yb\n",
        "`Yd`",
    ),
    "one number or two": (
        "use sm { except lambda }\nscalar S (Y: 5)\npotential { k = (dag(H) H)^2 + (dag(S) S)^2 }\n",
        "use sm { except lambda }\nscalar S (Y: 5)\npotential { k = (dag(H) H)^2; l = (dag(S) S)^2 }\n",
        "`l`",
    ),
    "a sign that no field absorbs": (
        "use sm { except lambda }\nscalar S (Y: 5)\npotential { k = (dag(H) H)^2 + (dag(S) S)^2 }\n",
        "use sm { except lambda }\nscalar S (Y: 5)\npotential { k = (dag(H) H)^2 - (dag(S) S)^2 }\n",
        "`k`",
    ),
    "a contraction that is missing": (
        f"{TRIPLETS}potential {{ u = {FOUR}; v = {SQUARE} }}\n",
        f"{TRIPLETS}potential {{ u = {FOUR} }}\n",
        "`v`",
    ),
    "another contraction": (
        f"{TRIPLETS}potential {{ u = {FOUR} }}\n",
        f"{TRIPLETS}potential {{ v = {SQUARE} }}\n",
        "contracts these fields otherwise",
    ),
    "a vacuum that breaks electromagnetism": (
        f"{TWO_DOUBLETS}scalar H (G: 2, Y: 1) vev (0, v)\nscalar K (G: 2, Y: 1) vev (0, w)\n",
        f"{TWO_DOUBLETS}scalar H (G: 2, Y: 1) vev (0, v)\nscalar K (G: 2, Y: 1) vev (w, 0)\n",
        "other components",
    ),
    "other pairs of U(1)s": (
        f"{PLANES}{CHARGED}fermion p left (B: 1)\nmixing epsilon (A, B)\nmixing epsilon (B, C) as d\n",
        f"{PLANES}{CHARGED}fermion p left (B: 1)\nmixing epsilon (A, B)\nmixing epsilon (A, C) as d\n",
        "only some pairs",
    ),
    "zeros of h or of its inverse": (
        f"{PLANES}{CHARGED}mixing epsilon (A, B)\nmixing epsilon (B, C) as d\n",
        f"{PLANES}{CHARGED}mixing eta (A, B)\nmixing eta (B, C) as d\n",
        "only some pairs",
    ),
    "unmixed in two bases": (
        "gauge A = U(1) coupling a\ngauge B = U(1) coupling b\n"
        "scalar S (A: 1)\nscalar T (B: 1)\nscalar R (A: 1, B: 2)\n",
        "gauge A = U(1) coupling a\ngauge B = U(1) coupling b\n"
        "scalar S (A: 1, B: 1)\nscalar T (A: 1, B: -1)\nscalar R (A: 3, B: -1)\n",
        "other's basis",
    ),
    "gauged or global": (
        "gauge X = U(1) coupling x\nglobal F = U(1)\nscalar S (X: 1)\nscalar T (F: 1)\nfermion p left (F: 1)\n",
        "gauge X = U(1) coupling x\nglobal F = U(1)\nscalar S (F: 1)\nscalar T (X: 1)\nfermion p left (X: 1)\n",
        "`p`",
    ),
    "a parameter less": (
        "gauge X = U(1) coupling x\nparam p, q : rational\nscalar S (X: p)\nscalar T (X: q)\nscalar R (X: 1)\n",
        "gauge X = U(1) coupling x\nparam p, q : rational\nscalar S (X: p)\nscalar T (X: 2*p)\nscalar R (X: 1)\n",
        "`T`",
    ),
    "a real field": (
        "use sm\nscalar S real (SU2L: 3)\n",
        "use sm\nscalar S (SU2L: 3)\n",
        "real in a",
    ),
}


@pytest.mark.parametrize("name", SAME)
def test_the_same_physics(name: str) -> None:
    for first, second in (SAME[name], SAME[name][::-1]):
        found = compare(first, second)
        assert found.holds and not found.conditions, found.differences


@pytest.mark.parametrize("name", DIFFERENT)
def test_different_physics(name: str) -> None:
    first, second, message = DIFFERENT[name]
    found = compare(first, second)
    assert any(message in line for line in found.differences), found.differences
    assert not compare(second, first).holds


def lines(found: Equivalence) -> dict[str, str]:
    assert found.holds, found.differences
    return dict(coupling_lines(found.couplings))


def test_relations_of_couplings() -> None:
    # V = u A + v B = u' (A + B) + v' B/2.
    assert lines(compare(*SAME["contractions in another basis"])) == {"u": "u", "v": "u + 1/2 v"}
    assert lines(compare(*SAME["contractions in another basis"][::-1])) == {"u": "u", "v": "-2 u + 2 v"}
    normed = "use sm {{ except lambda }}\npotential {{ l = {} (dag(H) H)^2 }}\n"
    assert lines(compare(normed.format("1/2"), normed.format("1/4")))["l"] == "1/2 l"


def test_conjugates_have_conjugate_couplings() -> None:
    found = compare(*SAME["another order of a spinor product"])
    # bar(L) H E + c.c. is Y^* e L tilde(H) + c.c. up to the sign of eps.
    assert lines(found)["Ye"] in ("conj(Ye)", "-conj(Ye)")
    assert found.fields[-1][1] == ("cc(e 1)", "cc(e 2)", "cc(e 3)")


def test_massive_vectors_and_their_conjugates() -> None:
    first = "use sm\nvector W (SU3c: 3, Y: 2/3)\nyukawa g = bar(Q) W L\n"
    second = "use sm\nvector V (SU3c: 3bar, Y: -2/3)\nyukawa h = bar(Q) dag(V) L\n"
    found = compare(first, second)
    assert lines(found)["g"] == "h" and ("dag(V 1)",) in [right for _, right in found.fields]


def test_two_models_of_a_paper_differ_in_a_quartic() -> None:
    first, second = compile_file("paper_d/radiative_muon"), compile_file("paper_d/radiative_muon_quartic")
    found = compare_models(first.model, first.couplings, second.model, second.couplings)
    assert not found.holds and all("radiative_muon" in line for line in found.differences)
