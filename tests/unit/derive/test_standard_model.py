"""The Standard Model is found by quantum numbers: other names, other ways to declare it, more fields around it."""

from __future__ import annotations

from fractions import Fraction

import pytest
from tests.helpers.smeft import resolve_text

from zmodel.derive.standard_model import (
    Member,
    MissingStandardModel,
    StandardModel,
    combined_hypercharge,
    find_standard_model,
    recognise_fermions,
)

GROUPS = "gauge Colour = SU(3)\ngauge Weak = SU(2)\ngauge Hyper = U(1)\n"
FERMIONS = """
fermion quark[3] left (Colour: 3, Weak: 2, Hyper: 1/6)
fermion top[3] right (Colour: 3, Hyper: 2/3)
fermion bottom[3] right (Colour: 3, Hyper: -1/3)
fermion lepton[3] left (Weak: 2, Hyper: -1/2)
fermion electron[3] right (Hyper: -1)
"""
HIGGS = "scalar phi (Weak: 2, Hyper: 1/2)\n"


def found(text: str) -> StandardModel:
    result = find_standard_model(resolve_text("model test\n" + text))
    assert isinstance(result, StandardModel), result.reasons
    return result


def missing(text: str) -> tuple[str, ...]:
    result = find_standard_model(resolve_text("model test\n" + text))
    assert isinstance(result, MissingStandardModel)
    return result.reasons


def fields(model: StandardModel) -> dict[str, list[tuple[str, int]]]:
    """Field and sign of each generation."""
    return {name: [(m.field, m.sign) for m in members] for name, members in model.multiplets.items()}


def test_the_library() -> None:
    model = found("use sm")
    assert (model.colour, model.weak, model.hypercharge) == ("SU3c", "SU2L", "Y")
    assert fields(model) == {name: [(name.upper(), 1)] * 3 for name in "qudle"}
    assert [m.generation for m in model.multiplets["q"]] == [0, 1, 2]
    assert model.higgs == Member("H", 0, 1)
    assert model.neutrinos == () and model.others == ()


def test_other_names() -> None:
    model = found(GROUPS + FERMIONS + HIGGS)
    assert (model.colour, model.weak, model.hypercharge) == ("Colour", "Weak", "Hyper")
    assert fields(model)["u"] == [("top", 1)] * 3
    assert model.higgs.field == "phi"


def test_left_handed_conjugates() -> None:
    model = found(
        "use sm { except U, E, Q }\nfermion uc[3] left (SU3c: 3bar, Y: -2/3)\nfermion ec[3] left (Y: 1)\n"
        "fermion Qc[3] right (SU3c: 3bar, SU2L: 2, Y: -1/6)\nfermion nuc left ()"
    )
    assert fields(model)["u"] == [("uc", -1)] * 3
    assert fields(model)["e"] == [("ec", -1)] * 3
    assert fields(model)["q"] == [("Qc", -1)] * 3
    assert model.neutrinos == (Member("nuc", 0, -1),)


def test_charges_of_conjugates() -> None:
    text = "use sm { except U }\ngauge X = U(1) mass M\nfermion uc[3] left (SU3c: 3bar, Y: -2/3, X: [1, 2, 3])"
    parsed = resolve_text("model test\n" + text)
    model = find_standard_model(parsed)
    assert isinstance(model, StandardModel)
    assert [parsed.ring.format(model.charge(parsed, "u", g, "X")) for g in range(3)] == ["-1", "-2", "-3"]
    assert parsed.ring.format(model.charge(parsed, "u", 0, "Y")) == "2/3"


def test_generations_in_several_fields() -> None:
    model = found(
        "use sm { except Q, D }\nfermion Q12[2] left (SU3c: 3, SU2L: 2, Y: 1/6)\n"
        "fermion Q3 left (SU3c: 3, SU2L: 2, Y: 1/6)\n"
        "fermion d right (SU3c: 3, Y: -1/3)\nfermion s right (SU3c: 3, Y: -1/3)\nfermion b right (SU3c: 3, Y: -1/3)"
    )
    assert model.multiplets["q"] == (Member("Q12", 0, 1), Member("Q12", 1, 1), Member("Q3", 0, 1))
    assert [m.field for m in model.multiplets["d"]] == ["d", "s", "b"]


def test_hypercharge_of_the_higgs_doublet() -> None:
    """Paper B declares H with hypercharge -1/2: its charges are then those of tilde(H)."""
    text = "use sm { except H }\ngauge X = U(1)\nscalar H (SU2L: 2, Y: -1/2, X: 3)"
    parsed = resolve_text("model test\n" + text)
    model = find_standard_model(parsed)
    assert isinstance(model, StandardModel)
    assert model.higgs == Member("H", 0, -1)
    assert parsed.ring.format(model.charge(parsed, "H", 0, "X")) == "-3"


def test_vectorlike_quarks_are_told_apart_by_their_mass() -> None:
    partners = "fermion QL left (SU3c: 3, SU2L: 2, Y: 1/6)\nfermion QR right (SU3c: 3, SU2L: 2, Y: 1/6)\n"
    model = found("use sm\n" + partners + "mass m = bar(QL) QR")
    assert fields(model)["q"] == [("Q", 1)] * 3
    assert model.others == ("QL", "QR")
    split = partners + "".join(f"fermion q{i} left (SU3c: 3, SU2L: 2, Y: 1/6)\n" for i in range(3))
    model = found("use sm { except Q }\n" + split + "mass m = bar(QL) QR")
    assert [m.field for m in model.multiplets["q"]] == ["q0", "q1", "q2"]


def test_vectorlike_quarks_with_mass_from_a_vacuum_value() -> None:
    """No mass term tells, but only one field comes in three generations."""
    partners = "fermion BL left (SU3c: 3, Y: -1/3)\nfermion BR right (SU3c: 3, Y: -1/3)\n"
    model = found("use sm\n" + partners + "scalar S\nyukawa y = bar(BL) S BR")
    assert fields(model)["d"] == [("D", 1)] * 3
    assert model.others == ("BL", "BR", "S")


def test_neutrinos_and_others() -> None:
    model = found(
        "use sm\ngauge X = U(1)\nglobal F = SU(3)\nfermion N[2] right (X: 1)\nfermion psi left (F: 3)\nscalar S"
    )
    assert model.neutrinos == (Member("N", 0, 1), Member("N", 1, 1))
    assert model.others == ("psi", "S")


def test_a_massive_copy_of_hypercharge_is_not_hypercharge() -> None:
    copy = (
        "gauge Xa = U(1) boson Z mass M_Z\nuse sm\n"
        "charges Xa { Q = 1/6; U = 2/3; D = -1/3; L = -1/2; E = -1; H = 1/2 }\n"
    )
    assert found(copy).hypercharge == "Y"
    assert found(copy.replace(" mass M_Z", "") + "integrate Z at 3 TeV").hypercharge == "Y"


def test_colour_by_its_conjugate() -> None:
    mirrored = FERMIONS.replace("Colour: 3", "Colour: 3bar")
    assert fields(found(GROUPS + mirrored + HIGGS))["q"] == [("quark", 1)] * 3


def test_several_groups_of_a_kind() -> None:
    model = found("gauge Dark = SU(3)\ngauge R = SU(2)\nuse sm\nfermion chi left (Dark: 3)")
    assert (model.colour, model.weak) == ("SU3c", "SU2L")
    assert model.others == ("chi",) and model.neutrinos == ()


def test_two_doublets() -> None:
    second = "use sm\nscalar H2 (SU2L: 2, Y: 1/2)"
    assert found(second).higgs.field == "H"
    assert missing(second + " vev (0, v2)") == ("one Higgs doublet with a vacuum value is needed, 2 are there (H, H2)",)


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("gauge Y = U(1)", ("no gauged SU(3) for colour", "no gauged SU(2) for the weak interaction")),
        ("use sm { except E }", ("no right-handed charged leptons (1, 1, -1): 3 generations are needed",)),
        ("use sm { except H }", ("no Higgs doublet (1, 2, 1/2)",)),
        (
            "use sm { except L }\nfermion L[2] left (SU2L: 2, Y: -1/2)",
            ("left-handed leptons (1, 2, -1/2): 3 generations are needed, 2 are there (L)",),
        ),
        (
            "use sm\nfermion L4 left (SU2L: 2, Y: -1/2)",
            ("left-handed leptons (1, 2, -1/2): 3 generations are needed, 4 are there (L, L4)",),
        ),
        (
            "use sm { except Y }\ngauge Y = U(1) mass M_B",
            ("no gauged U(1) without a mass for hypercharge",),
        ),
    ],
)
def test_what_is_missing(text: str, reasons: tuple[str, ...]) -> None:
    assert missing(text) == reasons


@pytest.mark.parametrize(
    "statement",
    [
        "scalar T (SU2L: 3, Y: 1/2)",
        "scalar O (SU3c: 8, SU2L: 2, Y: 1/2)",
        "fermion T right (SU2L: 3)",
        "fermion O right (SU3c: 8)",
        "param a : rational\nfermion P left (Y: a)\nfermion M left (Y: -a)",
    ],
)
def test_other_representations_are_nothing_known(statement: str) -> None:
    """Neither a doublet with the Higgs boson's hypercharge nor a neutrino, nor anything without a number for Y."""
    plain, model = found("use sm"), found(f"use sm\n{statement}")
    assert (model.multiplets, model.higgs, model.neutrinos) == (plain.multiplets, plain.higgs, plain.neutrinos)


def test_antiquark_doublets_with_whole_hypercharges() -> None:
    """The unit is not -6, which would make antiquarks of colour's conjugate quarks, and no leptons known."""
    text = "model m\ngauge C = SU(3); gauge W = SU(2); gauge Y = U(1)\n"
    text += "fermion A[3] right (C: 3bar, W: 2, Y: -1)\nfermion L[3] left (W: 2, Y: -3)"
    known = recognise_fermions(resolve_text(text))
    assert {name: [(m.field, m.sign) for m in members] for name, members in known.items() if members} == {
        "q": [("A", -1)] * 3,
        "l": [("L", 1)] * 3,
    }


RIGHT_ISOSPIN = """model m
gauge C = SU(3); gauge W = SU(2); gauge R = U(1); gauge BL = U(1)
fermion Q[3] left (C: 3, W: 2, BL: 1/3)
fermion U[3] right (C: 3, R: 1/2, BL: 1/3)
fermion D[3] right (C: 3, R: -1/2, BL: 1/3)
fermion L[3] left (W: 2, BL: -1)
fermion E[3] right (R: -1/2, BL: -1)
fermion N[3] right (R: 1/2, BL: -1)
scalar H (W: 2, R: 1/2) vev (0, v)
scalar S (R: -1, BL: 2) vev w
"""


def test_hypercharge_as_a_sum_of_charges() -> None:
    """T3R + (B - L)/2, which S leaves: right-handed neutrinos are no positrons of B - L = 1."""
    model = resolve_text(RIGHT_ISOSPIN)
    assert combined_hypercharge(model) == {"R": 1, "BL": Fraction(1, 2)}
    known = recognise_fermions(model)
    assert {name: {m.field for m in members} for name, members in known.items()} == {
        name: {name.upper()} for name in "qudlen"
    }
    assert combined_hypercharge(resolve_text("model m\nuse sm")) == {}
