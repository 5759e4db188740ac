"""The invariants that a potential lacks: counted by hand, and complete once they are added."""

from __future__ import annotations

import pytest
from tests.helpers.models import compile_text

from zmodel.derive.potential.basis import check_basis, derive_basis
from zmodel.driver import Analysis, Run, make_report

SM = "model m\nuse sm { except mH2, lambda }\n"
# Terms by dimension 4, 3, 2, complex ones counted once.
COUNTS = {
    "": (1, 0, 1),
    "scalar K (SU2L: 2, Y: 1/2)": (7, 0, 3),  # lambda1 .. lambda7, m11, m22, m12
    "scalar s real": (3, 2, 2),
    "scalar s real\nscalar t real": (9, 6, 4),  # s^4 .. t^4 and H^2 s^2 .. ; the same with one less
    "scalar c": (6, 3, 3),  # c^4, c^3 c*, |c|^4 and H^2 c^2, H^2 |c|^2; c^3, c |c|^2, c H^2; c^2, |c|^2
    "scalar T real (SU2L: 3)": (3, 1, 2),  # H^dag T H
    "scalar T (SU2L: 3, Y: 1)": (5, 1, 2),  # the type-II seesaw: lambda, lambda1 .. lambda4, mu
    "scalar S (SU3c: 6, Y: 1/3)": (4, 0, 2),
    "scalar R (SU3c: 3, SU2L: 2, Y: 7/6)": (5, 0, 2),
    "scalar B (SU3c: 3bar, Y: 1/3)\nscalar A (SU3c: 3bar, Y: 1/3)": (
        11,
        0,
        4,
    ),  # as lambda1 .. lambda7, and three portals
}


OTHER_GROUPS = {
    # The adjoint of SU(5), S. Dimopoulos and H. Georgi: tr^2, tr of the fourth power, tr of the third.
    "gauge G = SU(5) coupling g\nscalar S real (G: 24)": (2, 1, 1),
    # Sym^2 of the 10 holds two irreps, and 5-dimensional epsilons join no four of them.
    "gauge G = SU(5) coupling g\nscalar A (G: 10)": (2, 0, 1),
}


def missing(analysis: Analysis) -> list[tuple[int, str]]:
    basis = derive_basis(analysis.model, analysis.couplings)
    assert basis.uncounted == ()
    return [(m.spelling.coupling.dimension, m.line) for m in basis.missing]


@pytest.mark.parametrize("fields", COUNTS)
def test_numbers_of_terms(fields: str) -> None:
    found = [dimension for dimension, _ in missing(compile_text(SM + fields))]
    assert tuple(found.count(dimension) for dimension in (4, 3, 2)) == COUNTS[fields]


@pytest.mark.parametrize("text", OTHER_GROUPS)
def test_numbers_of_terms_of_other_groups(text: str) -> None:
    found = [dimension for dimension, _ in missing(compile_text(f"model m\n{text}"))]
    assert tuple(found.count(dimension) for dimension in (4, 3, 2)) == OTHER_GROUPS[text]


def test_what_cannot_be_contracted_is_said_to_be_uncounted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Invariants that are left out must not pass for absent ones."""
    monkeypatch.setattr("zmodel.groups.wiring.MAX_WIRINGS", 100)
    analysis = compile_text("model m\ngauge G = SU(4) coupling g\nscalar S real (G: [0, 2, 0])")
    basis = derive_basis(analysis.model, analysis.couplings)
    assert [[factor.field for factor in content] for content in basis.uncounted] == [["S"] * 4]
    assert [missing.line for missing in basis.missing] == ["lambda_S = (S S)^2", "mu_S = S S S", "m2_S = S S"]


@pytest.mark.parametrize("fields", COUNTS)
def test_nothing_is_missing_once_the_lines_are_added(fields: str) -> None:
    lines = "\n".join(line for _, line in missing(compile_text(SM + fields)))
    complete = compile_text(f"{SM}{fields}\npotential {{\n{lines}\n}}")
    basis = derive_basis(complete.model, complete.couplings)
    assert basis.missing == ()
    assert check_basis(complete.model, basis) == ()


def test_global_symmetries_count_and_accidental_ones_do_not() -> None:
    fields = "scalar a (F: 3)\nscalar b (F: 3)\npotential { la = (dag(a) a)^2; lb = (dag(b) b)^2 }"
    without = missing(compile_text(f"{SM}global F = SU(3)\n{fields}"))
    # Phases of a and b leave both terms alone, but only F is declared.
    assert any("(dag(a) b)^2" in line for _, line in without)
    assert all(dimension in (2, 4) for dimension, _ in without)


def test_a_suggested_name_is_free() -> None:
    text = SM + "scalar phi (Y: 1)\nscalar lambda_phi (Y: 2)\nparam lambda_H : real"
    names = [line.split(" = ")[0] for _, line in missing(compile_text(text))]
    assert len(set(names)) == len(names)
    assert not {"lambda_phi", "lambda_H"} & set(names)


@pytest.mark.parametrize("name", ["potential", "rge"])
def test_too_many_products_of_scalars_are_refused(name: str) -> None:
    run = Run(compile_text("model many\n" + "\n".join(f"scalar s{i} real" for i in range(40))))
    assert make_report(run, name) is None
    assert [diagnostic.code for diagnostic in run.diagnostics] == ["Z407"]
