"""Terms that the compiler suggests are written as people write them, and mean the same when they are read back."""

from __future__ import annotations

import pytest
from tests.helpers.models import compile_text
from tests.helpers.smeft import resolve_text

from zmodel.derive.candidates import allowed_contents
from zmodel.derive.couplings import derive_couplings
from zmodel.derive.spelling import Spelling, spell
from zmodel.model import Model

GROUPS = """model test
gauge C = SU(3) coupling g3
gauge W = SU(2) coupling g2
gauge Y = U(1) coupling g1
"""
FIELDS = """fermion Q[2] left (C: 3, W: 2, Y: 1/6)
fermion U[2] right (C: 3, Y: 2/3)
fermion D[2] right (C: 3, Y: -1/3)
fermion L[2] left (W: 2, Y: -1/2)
fermion E[2] right (Y: -1)
fermion N[2] right
scalar H (W: 2, Y: 1/2)
scalar K (W: 2, Y: 1/2)
scalar R (C: 3, W: 2, Y: 7/6)
scalar S (C: 3bar, Y: 1/3)
scalar T (W: 3, Y: 1)
scalar O real (C: 8)
scalar phi (Y: 1)
scalar s real
"""
KINDS = {(2, 1): "yukawa", (2, 0): "mass", (0, 2): "potential", (0, 3): "potential", (0, 4): "potential"}


@pytest.fixture(scope="module")
def model() -> Model:
    return compile_text(GROUPS + FIELDS).model


def spelled(model: Model, fermions: int, scalars: int) -> list[Spelling]:
    contents = list(allowed_contents(model, fermions, scalars))
    return [spelling for content in contents for spelling in spell(model, content)]


@pytest.mark.parametrize(("numbers", "kind"), KINDS.items(), ids=str)
def test_what_is_suggested_can_be_written_into_the_file(model: Model, numbers: tuple[int, int], kind: str) -> None:
    suggestions = spelled(model, *numbers)
    lines = [f"c{i} = {spelling.text}" for i, spelling in enumerate(suggestions)]
    body = (
        "potential {\n" + "\n".join(lines) + "\n}" if kind == "potential" else "\n".join(f"{kind} {x}" for x in lines)
    )
    # Some of them multiply the same terms, which is an error of a file only.
    table, _ = derive_couplings(resolve_text(GROUPS + FIELDS + body))
    for i, spelling in enumerate(suggestions):
        written = table.couplings[f"c{i}"]
        assert [(c, [(leg.field, leg.conjugated) for leg in legs], dict(t)) for c, legs, t in written.monomials] == [
            (c, [(leg.field, leg.conjugated) for leg in legs], dict(t)) for c, legs, t in spelling.coupling.monomials
        ]
        assert written.is_real == spelling.coupling.is_real
        assert written.symmetry == spelling.coupling.symmetry


@pytest.mark.parametrize(
    ("numbers", "terms"),
    [
        (
            (2, 1),
            [
                "bar(Q) tilde(H) U",
                "bar(Q) H D",
                "bar(L) tilde(H) N",
                "bar(U) R L",
                "bar(Q) R E",
                "bar(cc(Q)) S L",
                "Q Q dag(S)",
                "bar(cc(U)) dag(S) D",
                "L L T",
                "N N s",
                "bar(cc(E)) phi N",
            ],
        ),
        ((2, 0), ["N N"]),
        ((0, 2), ["dag(H) H", "dag(H) K", "O O", "s^2"]),
        ((0, 3), ["s dag(H) K", "O O O", "s^3"]),
        (
            (0, 4),
            [
                "(dag(H) H)^2",
                "(dag(H) K)^2",
                "(dag(H) H) (dag(H) K)",
                "(dag(R) R)^2",
                "tr(dag(R) R dag(R) R)",
                "dag(H) H dag(R) R : adjoint",
                "(dag(phi) phi)^2",
                "(dag(phi) phi) s^2",
                "(O O)^2",
                "s^4",
                "(dag(H) H) s^2",
            ],
        ),
    ],
    ids=str,
)
def test_terms_look_as_in_papers(model: Model, numbers: tuple[int, int], terms: list[str]) -> None:
    assert set(terms) <= {spelling.text for spelling in spelled(model, *numbers)}


def test_products_of_powers_of_singlets() -> None:
    fields = "scalar A (X: 1)\nscalar B (X: 3)\nscalar C (X: -2)"
    model = compile_text(f"model t\ngauge X = U(1) coupling g\n{fields}").model
    assert {"A^3 dag(B)", "(dag(A) A) (dag(B) B)"} <= {spelling.text for spelling in spelled(model, 0, 4)}
    assert {spelling.text for spelling in spelled(model, 0, 3)} == {"A^2 C", "dag(A) B C"}
