"""The table of coefficients against the Lagrangian it stands for, and against what is known of single entries."""

from collections import Counter
from fractions import Fraction

import numpy as np
import pytest

from zmodel.derive.smeft_basis import (
    DISTINCT_CURRENTS,
    HIGGS_ELEMENT,
    HIGGS_FERMION,
    IDENTICAL_CURRENTS,
    CoefficientError,
    CurrentElement,
    check_coefficients,
    real_keys,
    vector_exchange,
)

HALF = Fraction(1, 2)


def hermitian(generator: np.random.Generator) -> np.ndarray:
    matrix = generator.normal(size=(3, 3)) + 1j * generator.normal(size=(3, 3))
    return matrix + matrix.conj().T


def indices(key: str) -> tuple[int, ...]:
    return tuple(int(digit) - 1 for digit in key.split("_")[1])


def value(key: str, currents: dict[str, np.ndarray], higgs: float = 1.0) -> complex:
    def element(item: CurrentElement) -> complex:
        return higgs if item == HIGGS_ELEMENT else complex(currents[item.multiplet][item.i, item.j])

    return sum((float(p.weight) * element(p.first) * element(p.second) for p in vector_exchange()[key]), 0j)


def lagrangian(operator: str, currents: dict[str, np.ndarray], sources: tuple[np.ndarray, np.ndarray]) -> float:
    """Sum of C O + h.c. over the non-redundant indices, the bilinears being given numbers."""
    total = 0.0
    for key in vector_exchange():
        if key.split("_")[0] == operator:
            i, j, k, m = indices(key)
            term = value(key, currents) * sources[0][i, j] * sources[1][k, m]
            total += term.real if key in real_keys() else 2 * term.real
            if key in real_keys():
                assert value(key, currents).imag == pytest.approx(0, abs=1e-12)
    return total


@pytest.mark.parametrize("operator", [*IDENTICAL_CURRENTS, *DISTINCT_CURRENTS])
def test_the_table_sums_to_the_squared_current(operator: str) -> None:
    """-J^2/2 with bilinears s_ij; for ee of rank one, so that they obey the Fierz identity."""
    generator = np.random.default_rng(3)
    first, second = DISTINCT_CURRENTS.get(operator) or (IDENTICAL_CURRENTS[operator],) * 2
    currents = {name: hermitian(generator) for name in {first, second}}
    spinor = generator.normal(size=3) + 1j * generator.normal(size=3)
    source = np.outer(spinor.conj(), spinor) if operator == "ee" else hermitian(generator)
    sources = (source, source if first == second else hermitian(generator))
    current = [np.sum(currents[name] * s).real for name, s in zip((first, second), sources, strict=True)]
    expected = -current[0] * current[1] * (0.5 if first == second else 1)
    assert lagrangian(operator, currents, sources) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize(
    ("key", "products"),
    [
        ("ll_1111", [(HALF, "11", "11")]),
        ("ll_1122", [(1, "11", "22")]),
        ("ll_1221", [(1, "12", "21")]),
        ("uu_1112", [(1, "11", "12")]),
        ("dd_1212", [(HALF, "12", "12")]),
        ("qq1_1213", [(1, "12", "13")]),
        ("ee_1122", [(1, "11", "22"), (1, "12", "21")]),
        ("ee_1123", [(1, "11", "23"), (1, "13", "21")]),
        ("ee_1233", [(1, "12", "33"), (1, "13", "32")]),
        ("ee_1212", [(HALF, "12", "12")]),
        ("lq1_1223", [(1, "12", "23")]),
    ],
)
def test_entries(key: str, products: list[tuple[Fraction, str, str]]) -> None:
    """The conversion rules of paper C below Eqs. (2.11), (2.13), (2.23), for any flavour structure."""
    found = [(-p.weight, *(f"{e.i + 1}{e.j + 1}" for e in (p.first, p.second))) for p in vector_exchange()[key]]
    assert found == products


def test_number_of_coefficients() -> None:
    """Real parameters of n generations: n^2(n^2+1)/2 of a squared current, n^2(n+1)^2/4 with Fierz, else n^4."""
    counts = Counter(key.split("_")[0] for key in vector_exchange())
    real = Counter(key.split("_")[0] for key in real_keys())
    parameters = {name: 2 * counts[name] - real[name] for name in counts}
    assert {parameters[name] for name in HIGGS_FERMION} == {9}
    assert [parameters[name] for name in IDENTICAL_CURRENTS] == [45, 36, 45, 45, 45]
    assert {parameters[name] for name in DISTINCT_CURRENTS} == {81}
    assert parameters["phiD"] == parameters["phiBox"] == 1


def test_real_keys() -> None:
    assert {"phiD", "phiBox", "phil1_11", "ll_1122", "ll_1221", "le_1122", "ee_1122"} <= real_keys()
    assert not {"phil1_12", "ll_1112", "le_1221", "ee_1123"} & real_keys()


def test_check_coefficients() -> None:
    check_coefficients({"ll_1122": 1.0 + 0j, "phiq1_23": 1j})
    with pytest.raises(CoefficientError, match="ll_2211"):
        check_coefficients({"ll_2211": 1.0})
    with pytest.raises(CoefficientError, match="must be real"):
        check_coefficients({"ll_1221": 1e-9j})
