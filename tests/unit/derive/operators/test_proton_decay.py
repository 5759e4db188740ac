"""The warning about leptoquark and diquark couplings of one field."""

from __future__ import annotations

import pytest
from tests.helpers.models import compile_file, diagnose

from zmodel.derive.operators.proton_decay import check_proton_decay

GAUGE = "gauge X = U(1) coupling g\n"


def warnings(text: str) -> list[tuple[str, tuple[str, ...]]]:
    _, diagnostics = diagnose(f"model test\nuse sm\n{text}")
    return [(item.span.text if item.span else "", item.notes) for item in diagnostics if item.code == "Z508"]


def test_both_couplings_are_named() -> None:
    assert warnings("scalar S3 (SU3c: 3bar, SU2L: 3, Y: 1/3)") == [
        ("S3", ("leptoquark: `bar(cc(Q)) S3 L`", "diquark: `Q Q dag(S3)`"))
    ]
    assert [name for name, _ in warnings("vector V2 (SU3c: 3bar, SU2L: 2, Y: 5/6)")] == ["V2"]
    both = "scalar S3 (SU3c: 3bar, SU2L: 3, Y: 1/3)\nvector V2 (SU3c: 3bar, SU2L: 2, Y: 5/6)"
    assert [name for name, _ in warnings(both)] == ["S3", "V2"]


@pytest.mark.parametrize(
    "text",
    [
        "scalar R2 (SU3c: 3, SU2L: 2, Y: 7/6)",  # no diquark coupling
        "vector U1 (SU3c: 3, Y: 2/3)",
        "scalar D6 (SU3c: 6, Y: 4/3)",  # no leptoquark coupling
        "scalar T real (SU2L: 3)",
        GAUGE + "charges X { L = [0, 1, 0]; E = [0, 1, 0] }\nscalar S3 (SU3c: 3bar, SU2L: 3, Y: 1/3, X: -1)",
        GAUGE + "param a : rational\ncharges X { L = a; E = a }\nscalar S3 (SU3c: 3bar, SU2L: 3, Y: 1/3, X: -a)",
        # Its diquark coupling is antisymmetric in flavour, and there is one generation that it may have.
        GAUGE + "charges X { U = [1, 0, 0]; E = -2 }\nscalar S (SU3c: 3bar, Y: 4/3, X: 2)",
    ],
)
def test_no_warning_where_one_of_them_is_forbidden(text: str) -> None:
    assert warnings(text) == []


@pytest.mark.parametrize("path", ["lib/sm", "paper_a/bm2", "paper_d/muoquark", "paper_d/g5321"])
def test_no_warning_for_models_of_the_library(path: str) -> None:
    assert check_proton_decay(compile_file(path).model) == ()
