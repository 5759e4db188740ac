"""Breaking the gauge group: fields with symbolic charges, vector bosons, several steps."""

from __future__ import annotations

from typing import Any

import pytest
from tests.helpers.models import compile_text
from tests.helpers.resolving import resolve_text

from zmodel.derive.branching import Branching, derive_branchings
from zmodel.driver import Run, make_report
from zmodel.groups import Irrep, RepresentationError, number_of_components
from zmodel.model import Model

GUT = """model gut "SU(5) unification"
gauge G = SU(5) coupling g
gauge X = U(1) coupling gX
fermion F[3] left (G: 5bar, X: [0, a, ?])
fermion T[3] left (G: 10)
fermion N right (X: b)
scalar S real (G: 24)
param a, b
breaking sm {
  C = G[1..3]
  L = G[4..5]
  Y = G diag(-1/3, -1/3, -1/3, 1/2, 1/2)
  Z = G diag(-1/3, -1/3, -1/3, 1/2, 1/2) - 2 X
}
breaking electromagnetism after sm {
  C
  Q = L diag(1/2, -1/2) + Y
}
"""


def steps(model: Model) -> dict[str, Branching]:
    return {step.name: step for step in derive_branchings(model)}


def spelled(model: Model, numbers: Any) -> str:
    def one(number: Any) -> str:
        if isinstance(number, Irrep):
            return number.name
        return str(number) if not hasattr(number, "to_dict") else model.ring.format(number)

    return " ".join(map(one, numbers))


def fields(model: Model, step: str) -> dict[tuple[str, tuple[int, ...]], dict[str, int]]:
    return {
        (item.field, item.generations): {spelled(model, numbers): count for numbers, count in item.parts}
        for item in steps(model)[step].fields
    }


def test_symbolic_charges_add_up() -> None:
    found = fields(resolve_text(GUT), "sm")
    assert found["F", (0,)] == {"3bar 1 1/3 1/3": 1, "1 2 -1/2 -1/2": 1}
    assert found["F", (1,)] == {"3bar 1 1/3 -2*a + 1/3": 1, "1 2 -1/2 -2*a - 1/2": 1}
    assert found["F", (2,)] == {"3bar 1 1/3 -2*?F3 + 1/3": 1, "1 2 -1/2 -2*?F3 - 1/2": 1}
    assert found["N", (0,)] == {"1 1 0 -2*b": 1}
    assert found["T", (0, 1, 2)] == {"3 2 1/6 1/6": 1, "3bar 1 -2/3 -2/3": 1, "1 1 1 1": 1}


def test_electric_charges() -> None:
    found = fields(resolve_text(GUT), "electromagnetism")
    # N has no charge although X is broken: Q is made of L and Y only.
    assert found["F", (0, 1, 2)] == {"3bar 1/3": 1, "1 0": 1, "1 -1": 1}
    assert found["T", (0, 1, 2)] == {"3 2/3": 1, "3 -1/3": 1, "3bar -2/3": 1, "1 1": 1}
    assert found["N", (0,)] == {"1 0": 1}


def test_heavy_vectors() -> None:
    model = resolve_text(GUT)
    first, second = derive_branchings(model)
    assert [(spelled(model, v.numbers), v.is_real, v.multiplicity) for v in first.massive] == [
        ("3 2 -5/6 -5/6", False, 1)
    ]
    assert [(spelled(model, v.numbers), v.is_real, v.multiplicity) for v in second.massive] == [
        ("1 1", False, 1),
        ("1 0", True, 2),
    ]
    (splitting,) = second.splittings
    assert splitting.step == "sm"
    assert {spelled(model, numbers): count for numbers, count in splitting.content.items()} == {
        "3 -1/3": 1,
        "3 -4/3": 1,
    }


@pytest.mark.parametrize("text", [GUT, GUT + "breaking none {}\nbreaking colour after none {}\n"])
def test_gauge_bosons_are_massless_or_massive(text: str) -> None:
    """Vectors that are massive since any step and the adjoint of what is left are all gauge bosons."""
    model = resolve_text(text)
    found = steps(model)
    total = sum(max(group.n**2 - 1, 1) for group in model.gauge_groups)
    for step in found.values():
        massless = sum(max(subgroup.n**2 - 1, 1) for subgroup in step.subgroups)
        massive, at = 0, step
        while True:
            massive += sum(
                number_of_components(v.numbers) * v.multiplicity * (1 if v.is_real else 2) for v in at.massive
            )
            if at.after is None:
                break
            at = found[at.after]
        assert massless + massive == total
        for splitting in step.splittings:
            after = sum(number_of_components(numbers) * count for numbers, count in splitting.content.items())
            assert after == number_of_components(splitting.vector.numbers) * splitting.vector.multiplicity


def test_a_pseudoreal_pair_is_one_complex_vector() -> None:
    model = resolve_text("model m\ngauge G = SU(3)\nbreaking b { L = G[1..2] }")
    (step,) = derive_branchings(model)
    assert [(spelled(model, v.numbers), v.is_real, v.multiplicity) for v in step.massive] == [
        ("2", False, 1),
        ("1", True, 1),
    ]


def test_factors_that_stay_are_not_listed() -> None:
    model = resolve_text("model m\ngauge G = SU(3)\ngauge F = SU(2)\nbreaking b { Weak = F; C = G[1..2] }")
    (step,) = derive_branchings(model)
    assert [(item.group, item.irrep.name) for item in step.irreps] == [("G", "3"), ("G", "8")]


def test_too_many_components() -> None:
    text = "model m\ngauge G = SU(3)\n" + "".join(f"scalar s{i} (G: [19, 8])\n" for i in range(100))
    breakings = "".join(f"breaking b{i} {{ C = G[1..2] }}\n" for i in range(10))
    model = resolve_text(text + breakings)
    with pytest.raises(RepresentationError, match="too many components"):
        derive_branchings(model)


# ------------------------------------------------------------------ the report
def test_report() -> None:
    report = make_report(Run(compile_text(GUT.replace("?", "0"))), "branching")
    assert report is not None
    data: Any = report.data
    first, second = data["breakings"]
    colour, weak, hypercharge, other = first["group"]
    assert colour["blocks"] == [{"group": "G", "indices": [1, 2, 3], "conjugated": False}]
    assert weak["embedding"] == "G[4..5]"
    assert hypercharge["inverse_coupling"] == {"g": "5/3"}
    assert other["inverse_coupling"] == {"g": "5/3", "gX": "4"}
    assert other["generator"] == {"G": ["-1/3", "-1/3", "-1/3", "1/2", "1/2"], "X": ["-2"]}
    assert other["standard"] == {"G": {"T15": "-5 sqrt(6)/12", "T24": "-sqrt(10)/4"}}
    assert first["massive"] == [{"numbers": ["3", "2", "-5/6", "-5/6"], "multiplicity": 1, "real": False}]
    assert second["splittings"][0]["content"] == [
        {"numbers": ["3", "-1/3"], "multiplicity": 1},
        {"numbers": ["3", "-4/3"], "multiplicity": 1},
    ]
    assert [table.title for table in report.tables][1] == "sm: kinetic mixing"
    # Both directions of SU(5) and X mix: h^-1 of Y and Z is 2 tr(Y Y)/g^2.
    assert report.tables[1].rows[0][1].text == "5/(3 g^2)"  # type: ignore[union-attr]


def test_a_model_without_breaking() -> None:
    run = Run(compile_text("model m\ngauge G = SU(3)"))
    assert make_report(run, "branching") is None
    assert [item.code for item in run.diagnostics] == ["Z401"]
