"""`require`: what it accepts, what it reports, and what it leaves to the solver."""

from __future__ import annotations

import pytest
from tests.helpers.models import diagnose

from zmodel.derive.requirements import unknown_conditions
from zmodel.diagnostics import Diagnostic

HEAD = """
model test
gauge SU3c = SU(3) coupling g3; gauge SU2L = SU(2) coupling g2; gauge Y = U(1) coupling g1
gauge X = U(1) coupling gX
fermion Q[3] left (SU3c: 3, SU2L: 2, Y: 1/6, X: [-1/4, -1/4, 1/6])
fermion U[3] right (SU3c: 3, Y: 2/3, X: [-1/4, -1/4, 1/6])
fermion D[3] right (SU3c: 3, Y: -1/3, X: [-1/4, -1/4, 1/6])
fermion L[3] left (SU2L: 2, Y: -1/2, X: [0, 1, 0])
fermion E[3] right (Y: -1, X: [0, 0, 1])
fermion N[3] right (X: [1/12, -1/12, 1])
scalar H (SU2L: 2, Y: 1/2)
scalar phi (X: 1/9)
scalar xi (X: -1/6)
yukawa Yd = bar(Q) H D
yukawa Ye = bar(L) H E
"""


def errors(requirement: str, head: str = HEAD) -> list[Diagnostic]:
    _, diagnostics = diagnose(f"{head}\nrequire {requirement}")
    return [d for d in diagnostics if d.severity == "error"]


@pytest.mark.parametrize(
    "requirement",
    [
        "anomaly_free",
        "allowed Yd",
        "allowed Yd diagonal",
        "allowed Yd entry (1,2), Yd entry (3,3)",
        "allowed bar(Q) tilde(H) U diagonal",
        "allowed N N xi entry (1,1)",
        "allowed dag(H) H",
        "forbidden Yd entry (1,3), Yd entry (3,2)",
        "forbidden N N phi",
        "forbidden bar(L) tilde(H) N diagonal",
        "forbidden Ye entry (1,3)",
        "forbidden dag(H) phi",
        "forbidden bar(Q) H E",
        "forbidden phi phi",
    ],
)
def test_requirements_that_hold(requirement: str) -> None:
    assert errors(requirement) == []


@pytest.mark.parametrize(
    ("requirement", "code", "message"),
    [
        ("allowed Ye diagonal", "Z302", "`Ye` lacks the required entries (2,2), (3,3)"),
        ("allowed Yd all", "Z302", "`Yd` lacks the required entries (1,3), (2,3), (3,1), (3,2)"),
        ("allowed Ye row 2", "Z302", "`Ye` lacks the required entries (2,1), (2,2)"),
        ("allowed Ye column 3", "Z302", "`Ye` lacks the required entries (1,3), (3,3)"),
        ("allowed N N phi", "Z302", "`N N phi` is not allowed"),
        ("allowed bar(Q) H E", "Z302", "`bar(Q) H E` is not allowed"),
        ("forbidden Yd", "Z303", "`Yd` is allowed in the entries (1,1), (1,2), (2,1), (2,2), (3,3)"),
        ("forbidden dag(H) H", "Z303", "`dag(H) H` is allowed"),
        ("forbidden Yd entry (3,3)", "Z303", "`Yd` is allowed in the entries (3,3)"),
        ("forbidden Ye row 2", "Z303", "`Ye` is allowed in the entries (2,3)"),
    ],
)
def test_requirements_that_fail(requirement: str, code: str, message: str) -> None:
    (error,) = errors(requirement)
    assert error.code == code
    assert error.message == message


def test_every_failure_is_reported() -> None:
    assert [d.code for d in errors("forbidden Yd, Ye")] == ["Z303", "Z303"]
    assert [d.code for d in errors("allowed N N phi\nrequire forbidden Yd")] == ["Z302", "Z303"]


def test_the_condition_of_a_missing_entry_is_a_hint() -> None:
    text = "model t\ngauge X = U(1) coupling g\nparam a, b\nscalar s\n"
    text += "fermion A[2] left (X: [a, b])\nfermion B[2] right (X: [a, 2*a])\nyukawa y = bar(A) s B"
    (error,) = errors("allowed y diagonal", text)
    assert error.hints == ("(2,2) needs 2*a - b = 0 under X",)


# ------------------------------------------------------------------ lines with `only`
MUOQUARK = """
model muoquark
use sm
gauge X = U(1) coupling gX
charges X { L = [0, 1, -1]; E = [0, 1, -1] }
scalar S3 (SU3c: 3bar, SU2L: 3, Y: 1/3, X: {})
yukawa YS3 = bar(cc(Q)) S3 L
"""


def muoquark(charge: str) -> str:
    return MUOQUARK.replace("{}", charge)


def test_a_column_and_nothing_else() -> None:
    assert errors("allowed YS3 column 2 only", muoquark("-1")) == []
    assert [d.code for d in errors("allowed YS3 column 2 only", muoquark("1"))] == ["Z302", "Z303"]
    shared = muoquark("-1").replace("L = [0, 1, -1]; E = [0, 1, -1]", "L = [0, 1, 1]; E = [0, 1, 1]")
    assert errors("allowed YS3 column 2", shared) == []
    (error,) = errors("allowed YS3 column 2 only", shared)
    assert error.code == "Z303"
    assert error.message == "`YS3` has more entries than required: (1,3), (2,3), (3,3)"


# ------------------------------------------------------------------ statistics and Lorentz invariance
def test_entries_that_statistics_forbids_are_not_there() -> None:
    """eps_abc D^a D^b is antisymmetric in colour, so in generations; the diquark couplings of S3 and R2 are, too."""
    text = "model t\nuse sm\nscalar S1t (SU3c: 3bar, Y: 4/3)\nscalar S3 (SU3c: 3bar, SU2L: 3, Y: 1/3)\n"
    text += "scalar S1 (SU3c: 3bar, Y: 1/3)"
    assert errors("forbidden U U S1t diagonal", text.replace("Y: 4/3", "Y: -4/3")) == []
    assert errors("forbidden Q Q dag(S3) diagonal", text) == []
    assert [d.code for d in errors("forbidden Q Q dag(S3) entry (1,2)", text)] == ["Z303"]
    assert [d.code for d in errors("forbidden Q Q dag(S1) diagonal", text)] == ["Z303"]
    assert errors("forbidden H H, H H dag(H) dag(H) H dag(S1)", text) == []


@pytest.mark.parametrize(
    ("term", "codes"),
    [
        ("bar(Q) U1 L", []),
        ("bar(D) U1 E", []),
        ("bar(Q) U1 E", ["Z201"]),
        ("Q D dag(H) U1", []),
        ("dag(U1) U1", []),
        ("dag(U1) U1 dag(H) H", []),
        ("dag(U1) H", ["Z201"]),
        ("Q Q Q L", []),
        ("Q Q U L", ["Z201"]),
        ("bar(Q) L bar(E) D dag(U1) U1", []),
        ("bar(Q) Q bar(D) D U1", ["Z201"]),
    ],
)
def test_vectors_and_many_fermions_ask_for_lorentz_invariance(term: str, codes: list[str]) -> None:
    found = errors(f"allowed {term}", "model t\nuse sm\nvector U1 (SU3c: 3, Y: 2/3)")
    assert [item.code for item in found] == codes


# ------------------------------------------------------------------ predicates
def leptoquark(statement: str, lepton: int, quark: str = "1/9") -> str:
    return f"""
        model t
        use sm
        gauge X = U(1) coupling gX
        charges X {{ Q = {quark}; U = {quark}; D = {quark}; L = [0, {lepton}, 0]; E = [0, {lepton}, 0] }}
        {statement}
        """


# Kind, statement with its charge as a function of the muon's, leptoquark coupling, and whether the diquark
# coupling wants X_l = -3 X_q (True) or 3 X_q: Eqs. (2.14a), (2.14b) of arXiv:2107.07518.
MUOQUARKS = [
    ("scalar S (SU3c: 3bar, SU2L: 3, Y: 1/3, X: {})", -1, "bar(cc(Q)) S L", "Q Q dag(S)", -3),
    ("scalar S (SU3c: 3bar, Y: 1/3, X: {})", -1, "bar(cc(Q)) S L", "Q Q dag(S)", -3),
    ("scalar S (SU3c: 3, SU2L: 2, Y: 7/6, X: {})", 1, "bar(U) S L", "D D dag(H) S", 3),
    ("vector S (SU3c: 3, Y: 2/3, X: {})", 1, "bar(Q) S L", "Q D dag(H) S", 3),
    ("vector S (SU3c: 3bar, SU2L: 2, Y: 5/6, X: {})", -1, "bar(cc(D)) S L", "bar(cc(U)) dag(S) Q", -3),
]


@pytest.mark.parametrize(("statement", "sign", "coupling", "diquark", "ratio"), MUOQUARKS)
@pytest.mark.parametrize("lepton", [-3, -1, 1, 3])
def test_diquark_is_forbidden_by_the_condition_of_the_paper(
    statement: str, sign: int, coupling: str, diquark: str, ratio: int, lepton: int
) -> None:
    """X_q = 1, and the leptoquark couples to muons alone: X_LQ = -+X_q - X_l or X_q - X_l."""
    charge = (1 if sign > 0 else -1) - lepton
    text = leptoquark(statement.format(charge), lepton, "1")
    assert errors(f"allowed {coupling} column 2 only", text) == []
    assert errors("allowed leptoquark", text) == []
    assert [d.code for d in errors("forbidden leptoquark", text)]
    forbidden = lepton != ratio
    assert (errors("forbidden diquark", text) == []) == forbidden
    assert (errors("forbidden proton_decay", text) == []) == forbidden
    assert (errors(f"forbidden {diquark}", text) == []) == forbidden
    assert (errors("allowed diquark", text) == []) != forbidden


def test_a_violation_names_term_entries_and_charges() -> None:
    text = leptoquark("scalar S3 (SU3c: 3bar, SU2L: 3, Y: 1/3, X: 2)", -3, "1")
    (error,) = errors("forbidden diquark", text)
    assert error.code == "Z303"
    assert error.message.startswith("`diquark` is not forbidden: `Q Q dag(S3)` is allowed in the entries (1,2), ")
    assert error.notes == (
        "(1,2) under Y: Q +1/6, Q +1/6, S3 -1/3: sum 0",
        "(1,2) under X: Q +1, Q +1, S3 -2: sum 0",
    )


def test_spurions_count_up_to_dimension_five() -> None:
    statements = "scalar S3 (SU3c: 3bar, SU2L: 3, Y: 1/3, X: 0)\nscalar phi (X: {})"
    assert errors("forbidden diquark", leptoquark(statements.format(3), -1, "1")) == []
    (error,) = errors("forbidden diquark", leptoquark(statements.format(-2), -1, "1"))
    assert "`Q Q dag(S3) phi`" in error.message
    # phi^2 makes it dimension six
    assert errors("forbidden diquark", leptoquark(statements.format(-1), -1, "1")) == []


ANTISYMMETRIC = """
model test
use sm
scalar S3 (SU3c: 3bar, SU2L: 3, Y: 1/3)
yukawa z = Q Q dag(S3)
"""


def test_declared_couplings_are_zero_where_statistics_makes_them_so() -> None:
    assert errors("forbidden z diagonal", ANTISYMMETRIC) == []
    assert [d.code for d in errors("allowed z diagonal", ANTISYMMETRIC)] == ["Z302"]
    assert errors("allowed z entry (1,2)", ANTISYMMETRIC) == []


# The same Standard Model with whole hypercharges, of either sign, as papers on anomalies have them.
WHOLE = """
model test
gauge C = SU(3) coupling g3; gauge W = SU(2) coupling g2; gauge Y = U(1) coupling g1
fermion Q[3] left (C: 3, W: 2, Y: {q}); fermion U[3] right (C: 3, Y: 4*{q}); fermion D[3] right (C: 3, Y: -2*{q})
fermion L[3] left (W: 2, Y: -3*{q}); fermion E[3] right (Y: -6*{q}); scalar H (W: 2, Y: 3*{q})
scalar S3 (C: 3bar, W: 3, Y: 2*{q})
scalar R2 (C: 3, W: 2, Y: 7*{q})
"""


@pytest.mark.parametrize("unit", ["1", "-1", "1/6", "-2/7"])
def test_hypercharge_may_have_any_unit(unit: str) -> None:
    text = WHOLE.format(q=f"({unit})")
    for predicate in ("diquark", "proton_decay"):
        found = {error.message for error in errors(f"forbidden {predicate}", text)}
        # d d H^dagger R2 has no two quarks and one coloured boson alone, but it violates baryon number.
        assert any("`Q Q dag(S3)`" in message for message in found)
        assert any("`D D dag(H) R2`" in message for message in found)
    _, diagnostics = diagnose(text)
    assert [d.code for d in diagnostics if d.code == "Z508"] == ["Z508"]


@pytest.mark.parametrize("predicate", ["diquark", "proton_decay", "leptoquark"])
def test_classes_mean_nothing_without_quarks(predicate: str) -> None:
    """In SU(5) without further words nobody knows what baryon number is, so nothing is said to conserve it."""
    text = (
        "model t\ngauge G = SU(5) coupling g\nfermion F[3] left (G: 5bar)\nfermion T[3] left (G: 10)\nscalar H (G: 5)"
    )
    (error,) = errors(f"forbidden {predicate}", text)
    assert error.code == "Z401"
    assert "no fermion of the model is a quark" in error.message


def test_of_many_entries_the_first_are_named() -> None:
    (error,) = errors("forbidden Q Q Q L", "model t\nuse sm")
    assert error.message == (
        "`Q Q Q L` is allowed in the entries (1,1,1,1), (1,1,1,2), (1,1,1,3), (1,1,2,1), (1,1,2,2), (1,1,2,3) "
        "and 75 more"
    )


def test_models_without_leptoquarks() -> None:
    text = "model t\nuse sm"
    assert errors("forbidden diquark, leptoquark, proton_decay", text) == []
    (error,) = errors("allowed leptoquark", text)
    assert (error.code, error.message) == ("Z302", "no leptoquark coupling is allowed")


# ------------------------------------------------------------------ unknown charges
UNKNOWN = """
model t
use sm { except Ye }
gauge X = U(1) coupling gX
charges X { Q = ?q; U = ?q; D = ?q; L = [?, ?, ?] }
scalar S3 (SU3c: 3bar, SU2L: 3, Y: 1/3, X: -?q - ?L2)
scalar phi (X: ?phi)
yukawa YS3 = bar(cc(Q)) S3 L
"""


def notes(requirement: str) -> list[str]:
    analysis, diagnostics = diagnose(f"{UNKNOWN}\nrequire {requirement}")
    assert analysis is not None, [item.message for item in diagnostics]
    return [note for item in diagnostics if item.code == "Z305" for note in item.notes]


@pytest.mark.parametrize(
    ("requirement", "expected"),
    [
        ("allowed YS3 column 2", []),
        ("allowed YS3 column 2 only", ["`YS3`: ?L2 - ?L1 != 0; ?L2 - ?L3 != 0"]),
        ("allowed YS3 column 1", ["`YS3`: ?L2 - ?L1 = 0"]),
        ("allowed phi phi", ["`phi phi`: 2*?phi = 0"]),
        ("allowed L L H H phi entry (1,2)", ["`L L H H phi`: ?L2 + ?phi + ?L1 = 0"]),
        ("forbidden Q Q dag(S3)", ["`Q Q dag(S3)`: 3*?q + ?L2 != 0"]),
        ("forbidden phi dag(phi) phi", ["`phi dag(phi) phi`: ?phi != 0"]),
    ],
)
def test_unknown_charges_give_conditions(requirement: str, expected: list[str]) -> None:
    assert notes(requirement) == expected


@pytest.mark.parametrize(("requirement", "sign"), [("allowed diquark", "="), ("forbidden proton_decay", "!=")])
def test_conditions_of_classes(requirement: str, sign: str) -> None:
    """The charge of Q Q S3^dagger is 2 q + (q + L2), and phi may stand beside it."""
    assert notes(requirement) == [
        f"`Q Q dag(S3)`: 3*?q + ?L2 {sign} 0",
        f"`Q Q dag(S3) phi`: 3*?q + ?L2 + ?phi {sign} 0",
        f"`Q Q dag(S3) dag(phi)`: 3*?q + ?L2 - ?phi {sign} 0",
    ]


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        ("2", ["`bar(cc(Q)) S L`: ?q + 2 != 0"]),
        ("5", ["`Q Q dag(S)`: 2*?q - 5 != 0"]),
    ],
)
def test_undecided_couplings_let_protons_decay_unless_they_conserve_baryon_number(
    charge: str, expected: list[str]
) -> None:
    """If U D dag(S) is allowed, S has the baryon number 2/3, else that of the undecided leptoquark coupling."""
    text = f"""
    model t
    use sm {{ except Yu, Yd }}
    gauge X = U(1) coupling gX
    charges X {{ Q = ?q; U = 1; D = 1 }}
    scalar S (SU3c: 3bar, Y: 1/3, X: {charge})
    require forbidden proton_decay
    """
    _, diagnostics = diagnose(text)
    assert [note for item in diagnostics if item.code == "Z305" for note in item.notes] == expected


LEPTOQUARK = """
model t
use sm
gauge X = U(1) coupling gX
charges X { Q = 1/3; U = 1/3; D = 1/3; L = [0, -3, 0]; E = [0, -3, 0] }
fermion N[3] right (X: [0, -3, 0])
scalar phi (X: 1/2)
"""


@pytest.mark.parametrize(
    "asked",
    ["yukawa Y3 = bar(cc(Q)) S3 L\nrequire allowed Y3 column 2", "require allowed Q L S3 entry (1,2)", ""],
    ids=["declared", "required", "neither"],
)
@pytest.mark.parametrize("predicate", ["diquark", "proton_decay"])
def test_a_leptoquark_of_unknown_charge_is_no_diquark(predicate: str, asked: str) -> None:
    """Its coupling to quarks and leptons fixes its baryon number, though the charge still decides about it."""
    text = f"{LEPTOQUARK}scalar S3 (SU3c: 3bar, SU2L: 3, Y: 1/3, X: ?s)\n{asked}\nrequire forbidden {predicate}"
    _, diagnostics = diagnose(text)
    conditions = [item for item in diagnostics if item.code == "Z305"]
    assert {item.severity for item in diagnostics} <= {"note", "warning"}
    assert any(note == "`Q Q dag(S3)`: ?s - 2/3 != 0" for item in conditions for note in item.notes)
    assert not any("S3 L" in note and "!= 0" in note for item in conditions for note in item.notes)


@pytest.mark.parametrize(
    ("phi", "charge", "refused"),
    [("1/2", "8/3 - 1/2", []), ("1/2", "2/3 + 1/2", ["diquark"]), ("2", "8/3", ["diquark", "proton_decay"])],
    ids=["leptoquark", "diquark", "both"],
)
def test_couplings_of_dimension_five_fix_baryon_numbers_of_coloured_fields(
    phi: str, charge: str, refused: list[str]
) -> None:
    """Q L S3 phi or Q Q dag(S3) phi alone lets no proton decay; both do: phi has no baryon number that would help."""
    model = LEPTOQUARK.replace("X: 1/2", f"X: {phi}")
    requirements = "require forbidden diquark\nrequire forbidden proton_decay"
    _, diagnostics = diagnose(f"{model}scalar S3 (SU3c: 3bar, SU2L: 3, Y: 1/3, X: {charge})\n{requirements}")
    messages = [item.message for item in diagnostics if item.severity == "error"]
    assert [message.split("`")[1] for message in messages] == refused
    assert all("`Q Q phi dag(S3)` is allowed" in message for message in messages)


def test_conditions_of_predicates_are_data() -> None:
    analysis, _ = diagnose(UNKNOWN + "require forbidden diquark\nrequire allowed YS3 column 2 only")
    assert analysis is not None
    found = unknown_conditions(analysis.model, analysis.couplings)
    ring = analysis.model.ring
    shown = {item.term: {ring.format(entry.conditions["X"]) for entry in item.entries} for item in found}
    assert {item.kind for item in found} == {"none"}
    assert shown == {
        "YS3": {"?L2 - ?L1", "?L2 - ?L3"},
        "Q Q dag(S3)": {"3*?q + ?L2"},
        "Q Q dag(S3) phi": {"3*?q + ?L2 + ?phi"},
        "Q Q dag(S3) dag(phi)": {"3*?q + ?L2 - ?phi"},
    }


# ------------------------------------------------------------------ anomalies
def test_each_anomaly_is_named_with_what_fields_add() -> None:
    text = """
        model anomalous
        use sm
        gauge X = U(1) coupling gX
        charges X { L = 1; E = 1 }
        """
    found = {error.message: error for error in errors("anomaly_free", text)}
    assert set(found) == {f"the anomaly {name} does not cancel" for name in ("SU2L^2 X", "Y^2 X", "grav^2 X", "X^3")}
    gravitational = found["the anomaly grav^2 X does not cancel"]
    assert gravitational.code == "Z301"
    assert gravitational.label == "it is 3"
    assert gravitational.notes == ("L adds 6", "E adds -3")


def test_the_global_anomaly() -> None:
    (error,) = errors("anomaly_free", "model t\ngauge W = SU(2) coupling g\nfermion f left (W: 2)")
    assert error.code == "Z304"


def test_anomalies_with_unknown_charges_are_equations_to_solve() -> None:
    text = """
        model unknown
        use sm
        gauge X = U(1) coupling gX
        charges X { Q = ?q; U = ?q; D = ?q; L = [?, ?, ?]; E = [?, ?, ?] }
        """
    assert errors("anomaly_free", text) == []


def test_anomalies_with_parameters_must_cancel_identically() -> None:
    text = "model t\ngauge X = U(1) coupling g\nparam a\nfermion f left (X: a)\nfermion h right (X: {})"
    assert errors("anomaly_free", text.format("a")) == []
    messages = [error.message for error in errors("anomaly_free", text.format("2*a"))]
    assert messages == ["the anomaly grav^2 X does not cancel", "the anomaly X^3 does not cancel"]


def test_an_anomaly_that_nobody_asked_about_is_a_warning() -> None:
    text = "model t\ngauge X = U(1) coupling g\nfermion f left (X: 1)"
    analysis, diagnostics = diagnose(text)
    assert analysis is not None
    assert [(d.code, d.severity) for d in diagnostics] == [("Z503", "warning")]


def test_an_anomaly_without_unknown_charges_is_named_beside_others_that_have_some() -> None:
    text = """
        model t
        use sm
        gauge X = U(1) coupling gX; gauge Z = U(1) coupling gZ
        fermion f left (X: 1); fermion h left (Z: ?)
        """
    assert {error.message for error in errors("anomaly_free", text)} == {
        "the anomaly grav^2 X does not cancel",
        "the anomaly X^3 does not cancel",
    }
