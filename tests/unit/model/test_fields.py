"""Fields: generations, representations, charges, vacuum values."""

from __future__ import annotations

import pytest
from tests.helpers.resolving import SM, WITH_X, mistakes, resolve_text, try_resolve

from zmodel.groups import adjoint, antifundamental, fundamental


def test_fermions() -> None:
    model = resolve_text(WITH_X + "fermion P[2] right (SU3c: 3bar, SU2L: 1, X: [1, 0])")
    field = model.field("P")
    assert (field.spin, field.chirality, field.generations, field.dimension) == ("fermion", "right", 2, 3)
    assert field.irreps == {"SU3c": antifundamental(3)}
    assert list(field.charges) == ["X"]
    assert not model.has_universal_charge("P", "X")


def test_vectors() -> None:
    model = resolve_text(SM + "vector U1 (SU3c: 3, Y: 2/3)\nvector Zp real\nscalar s")
    assert [field.name for field in model.vectors] == ["U1", "Zp"]
    assert [field.name for field in model.scalars] == ["H", "s"]
    u1, zp = model.vectors
    assert (u1.spin, u1.is_vector, u1.is_real, u1.is_fermion, u1.dimension) == ("vector", True, False, False, 3)
    assert zp.is_real


def test_scalars() -> None:
    model = resolve_text(SM + "scalar T real (SU3c: [1, 1])\nscalar D2 (SU3c: 3, SU2L: 2)")
    assert (model.field("T").is_real, model.field("T").irreps) == (True, {"SU3c": adjoint(3)})
    assert model.field("D2").irreps == {"SU3c": fundamental(3), "SU2L": fundamental(2)}
    assert model.field("D2").dimension == 6


def test_charges_come_from_the_field_and_from_blocks() -> None:
    model = resolve_text(WITH_X + "fermion N left (Y: 1)\ncharges X { N = 2; Q = [1, 0, 0] }\ncharges Y {}")
    assert model.charge("N", "X") == 2
    assert model.charge("N", "Y") == 1
    assert [model.charge("Q", "X", g) for g in range(3)] == [1, 0, 0]


@pytest.mark.parametrize(
    ("line", "code", "place"),
    [
        ("fermion N[0] left", "Z113", "N"),
        ("fermion N[33] left", "Z113", "N"),
        ("fermion N[99999999999999999999] left", "Z113", "N"),
        ("scalar s[2]", "Z113", "s"),
        ("vector V[2]", "Z113", "V"),
        ("vector V real (X: 1)", "Z208", "V"),
        ("scalar s (SU4: 4)", "Z110", "SU4"),
        ("scalar s (Q: 3)", "Z115", "Q"),
        ("scalar s (SU3c: 5)", "Z114", "SU3c: 5"),
        ("scalar s (SU2L: 2bar)", "Z114", "SU2L: 2bar"),
        ("scalar s (SU3c: [1])", "Z114", "SU3c: [1]"),
        ("scalar s (SU3c: [1, [1]])", "Z114", "SU3c: [1, [1]]"),
        ("scalar s (SU3c: -3)", "Z114", "SU3c: -3"),
        ("scalar s (SU3c: 3.0)", "Z114", "SU3c: 3.0"),
        ("scalar s (SU3c: ?)", "Z114", "SU3c: ?"),
        ("scalar s (SU3c: 999999999999999999)", "Z114", "SU3c: 999999999999999999"),
        ("scalar s (SU3c: [999999, 999999])", "Z114", "SU3c: [999999, 999999]"),
        ("scalar s (X: 3bar)", "Z115", "X: 3bar"),
        ("scalar s (SU3c: 1, SU3c: 3)", "Z121", "SU3c: 3"),
        ("scalar s (X: 1, X: 1)", "Z121", "X: 1"),
        ("scalar s (X: 0)\ncharges X { s = 1 }", "Z121", "s = 1"),
        ("charges X { Q = 0; Q = 1 }", "Z121", "Q = 1"),
        ("charges X { Q = 0 }\ncharges X { Q = 1 }", "Z121", "Q = 1"),
        ("charges SU3c { Q = 1 }", "Z115", "SU3c"),
        ("charges Z { Q = 1 }", "Z110", "Z"),
        ("charges X { q = 1 }", "Z110", "q"),
        ("scalar s real (X: 1)", "Z208", "s"),
        ("scalar s real\ncharges X { s = 1 }", "Z208", "s"),
        ("scalar s real (SU2L: 2)", "Z208", "s"),
        ("scalar s real (SU3c: 3)", "Z208", "s"),
        ("global A = SU(64)\nglobal B2 = SU(64)\nglobal C = SU(64)\nscalar s (A: 64, B2: 64, C: 64)", "Z104", "s"),
    ],
)
def test_mistakes(line: str, code: str, place: str) -> None:
    assert mistakes(WITH_X + line) == [(code, place)]


def test_a_product_of_two_pseudoreal_representations_is_real() -> None:
    assert mistakes(SM + "gauge SU2R = SU(2)\nscalar s real (SU2L: 2, SU2R: 2)") == []


def test_names_are_suggested() -> None:
    _, diagnostics = try_resolve(SM + "scalar s (SU3d: 3)\ncharges Y { Qq = 1 }")
    assert [item.hints for item in diagnostics] == [("did you mean `SU3c`?",), ("did you mean `Q`?",)]


# ------------------------------------------------------------------ vacuum values
def test_vacuum_values_declare_their_symbols() -> None:
    model = resolve_text(SM + "param a\nscalar s (SU2L: 3) vev (u, -u, a)\nscalar t vev u*v_h")
    assert [(p.name, p.domain) for p in model.parameters] == [("a", "rational"), ("v_h", "vev"), ("u", "vev")]
    assert len(model.field("s").vev) == 3


@pytest.mark.parametrize(
    ("line", "code", "place"),
    [
        ("scalar s (SU2L: 3) vev (0, v)", "Z113", "0, v"),
        ("scalar s (SU2L: 2) vev v", "Z113", "v"),
        ("scalar s vev (v, w)", "Z113", "v, w"),
        ("scalar s vev g1", "Z115", "g1"),
        ("scalar s vev class", "Z112", "class"),
        ("scalar s vev lambda", "Z111", "lambda"),
        ("scalar s (SU3c: 5) vev (v, w)", "Z114", "SU3c: 5"),
    ],
)
def test_mistakes_in_vacuum_values(line: str, code: str, place: str) -> None:
    assert mistakes(SM + line) == [(code, place)]
