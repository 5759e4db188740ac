"""Components, generators and real forms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from fractions import Fraction
from itertools import product

import pytest

from zmodel.groups import (
    Irrep,
    RepresentationError,
    adjoint,
    algebra_basis,
    algebra_metric,
    antifundamental,
    antisymmetric,
    basis,
    component_conjugation,
    from_dimension_name,
    fundamental,
    generators,
    singlet,
    symmetric,
)
from zmodel.groups.linear import dot

Matrix = Mapping[tuple[int, int], Fraction]

SU5_NAMES = ("5", "5bar", "10", "10bar", "15", "24", "35", "40", "45", "45bar", "50", "75")

IRREPS = [
    *(Irrep(2, (a,)) for a in range(7)),
    *(Irrep(3, (a, b)) for a in range(4) for b in range(4) if a + b <= 4),
    *(Irrep(4, labels) for labels in product(range(2), repeat=3)),
    Irrep(4, (0, 2, 0)),
    *(from_dimension_name(5, name) for name in SU5_NAMES),
    from_dimension_name(6, "20"),
]


def multiply(left: Matrix, right: Matrix) -> dict[tuple[int, int], Fraction]:
    result: dict[tuple[int, int], Fraction] = defaultdict(Fraction)
    for (i, j), x in left.items():
        for (k, m), y in right.items():
            if j == k:
                result[i, m] += x * y
    return {position: value for position, value in result.items() if value}


def commutator(left: Matrix, right: Matrix) -> dict[tuple[int, int], Fraction]:
    total = defaultdict(Fraction, multiply(left, right))
    for position, value in multiply(right, left).items():
        total[position] -= value
    return {position: value for position, value in total.items() if value}


def in_algebra(matrix: Matrix, n: int) -> dict[int, Fraction]:
    """The coefficients of a traceless matrix in the orthogonal algebra basis."""
    elements = algebra_basis(n)
    return {x: dot(matrix, e) / dot(e, e) for x, e in enumerate(elements) if dot(matrix, e)}


@pytest.mark.parametrize("irrep", IRREPS, ids=str)
def test_components_are_orthogonal(irrep: Irrep) -> None:
    components = basis(irrep)
    assert len(components.tensors) == len(components.norms) == irrep.dimension
    half = Fraction(1, 2) if irrep == adjoint(irrep.n) else 1
    for m, left in enumerate(components.tensors):
        assert all(value.denominator == 1 for value in left.values())
        assert components.norms[m] == half * dot(left, left) > 0
        assert all(dot(left, right) == 0 for right in components.tensors[:m])


@pytest.mark.parametrize("irrep", IRREPS, ids=str)
def test_tensors_have_the_symmetry_of_their_classes(irrep: Irrep) -> None:
    components = basis(irrep)
    for first, second in product(range(len(components.slots)), repeat=2):
        if first == second or components.classes[first] != components.classes[second]:
            continue
        assert components.slots[first] == components.slots[second]
        sign = -1 if components.antisymmetric[components.classes[first]] else 1
        for tensor in components.tensors:
            for index, value in tensor.items():
                swapped = list(index)
                swapped[first], swapped[second] = swapped[second], swapped[first]
                assert tensor.get(tuple(swapped), 0) == sign * value


@pytest.mark.parametrize("irrep", IRREPS, ids=str)
def test_tensors_are_traceless(irrep: Irrep) -> None:
    components = basis(irrep)
    for first, second in product(range(len(components.slots)), repeat=2):
        if (components.slots[first], components.slots[second]) != (1, -1):
            continue
        for tensor in components.tensors:
            trace: dict[tuple[int, ...], Fraction] = defaultdict(Fraction)
            for index, value in tensor.items():
                if index[first] == index[second]:
                    trace[tuple(i for s, i in enumerate(index) if s not in (first, second))] += value
            assert not any(trace.values())


@pytest.mark.parametrize("conjugated", [False, True])
@pytest.mark.parametrize("irrep", IRREPS, ids=str)
def test_casimir_and_index(irrep: Irrep, conjugated: bool) -> None:
    matrices = generators(irrep, conjugated)
    total: dict[tuple[int, int], Fraction] = defaultdict(Fraction)
    for (x, y), weight in algebra_metric(irrep.n).items():
        for position, value in multiply(matrices[x], matrices[y]).items():
            total[position] += weight * value
    expected = {(m, m): irrep.casimir for m in range(irrep.dimension) if irrep.casimir}
    assert {position: value for position, value in total.items() if value} == expected
    # tr(X Y) of any two elements is 2 T times that of the fundamental.
    elements = algebra_basis(irrep.n)
    for x, y in [(0, 0), (0, irrep.n - 1), (len(elements) - 1, len(elements) - 1)]:
        fundamental_trace = trace(multiply(elements[x], elements[y]))
        assert trace(multiply(matrices[x], matrices[y])) == 2 * irrep.dynkin_index * fundamental_trace


def trace(matrix: Matrix) -> Fraction:
    return sum((value for (i, j), value in matrix.items() if i == j), Fraction(0))


@pytest.mark.parametrize("irrep", [i for i in IRREPS if i.n > 2], ids=str)
def test_cubic_index(irrep: Irrep) -> None:
    """Tr X^3 for the last diagonal element, against the formula."""
    last = generators(irrep)[-1]
    n = irrep.n
    assert trace(multiply(last, multiply(last, last))) == irrep.cubic_index * (n - 1 + (1 - n) ** 3)


@pytest.mark.parametrize("conjugated", [False, True])
@pytest.mark.parametrize("irrep", [i for i in IRREPS if i.dimension <= 20 or i.n == 3], ids=str)
def test_commutators(irrep: Irrep, conjugated: bool) -> None:
    matrices = generators(irrep, conjugated)
    elements = algebra_basis(irrep.n)
    for x, left in enumerate(elements):
        for y, right in enumerate(elements[:x]):
            expected: dict[tuple[int, int], Fraction] = defaultdict(Fraction)
            for z, coefficient in in_algebra(commutator(left, right), irrep.n).items():
                for position, value in matrices[z].items():
                    expected[position] += coefficient * value
            found = commutator(matrices[x], matrices[y])
            assert found == {position: value for position, value in expected.items() if value}


@pytest.mark.parametrize("irrep", IRREPS, ids=str)
def test_kinetic_term_is_invariant(irrep: Irrep) -> None:
    """The norms g make g_m X_mn of the field and of its conjugate cancel."""
    norms = basis(irrep).norms
    for plain, conjugate in zip(generators(irrep), generators(irrep, conjugated=True), strict=True):
        assert {(n, m): -value * norms[m] / norms[n] for (m, n), value in plain.items()} == conjugate


@pytest.mark.parametrize("irrep", [i for i in IRREPS if i.reality == "complex"], ids=str)
def test_conjugate_irrep_has_reversed_slots(irrep: Irrep) -> None:
    left, right = basis(irrep), basis(irrep.conjugate)
    assert left.slots == tuple(-sign for sign in right.slots)
    assert left.tensors == right.tensors
    assert generators(irrep, conjugated=True) == generators(irrep.conjugate)


def test_named_bases() -> None:
    assert basis(singlet(3)).tensors == ({(): 1},)
    assert basis(fundamental(3)).tensors == ({(0,): 1}, {(1,): 1}, {(2,): 1})
    assert basis(fundamental(3)).slots == (1,)
    assert basis(antifundamental(3)).slots == (-1,)
    six = basis(symmetric(3))
    assert six.tensors[:2] == ({(0, 0): 1}, {(0, 1): 1, (1, 0): 1})
    assert six.norms == (1, 2, 2, 1, 2, 1)
    ten = basis(antisymmetric(5))
    assert ten.tensors[0] == {(0, 1): 1, (1, 0): -1}
    assert set(ten.norms) == {2}
    assert ten.slots == (1, 1)
    triplet = basis(adjoint(2))
    assert triplet.slots == (1, -1)
    assert triplet.tensors == ({(0, 1): 1}, {(0, 0): 1, (1, 1): -1}, {(1, 0): 1})
    assert triplet.norms == (Fraction(1, 2), 1, Fraction(1, 2))
    octet = basis(adjoint(3))
    assert octet.tensors[-1] == {(0, 0): 1, (1, 1): 1, (2, 2): -2}
    assert octet.norms == (*[Fraction(1, 2)] * 6, 1, 3)
    assert basis(from_dimension_name(5, "45")).slots == (1, 1, -1)


def test_algebra_metric() -> None:
    """sum_A T^A_ij T^A_kl = (delta_il delta_jk - delta_ij delta_kl / n)/2."""
    n = 4
    elements = algebra_basis(n)
    total: dict[tuple[int, ...], Fraction] = defaultdict(Fraction)
    for (x, y), weight in algebra_metric(n).items():
        for left, a in elements[x].items():
            for right, b in elements[y].items():
                total[left + right] += weight * a * b
    for i, j, k, m in product(range(n), repeat=4):
        expected = (Fraction((i == m) * (j == k)) - Fraction((i == j) * (k == m), n)) / 2
        assert total[i, j, k, m] == expected


def test_adjoint_conjugation() -> None:
    form = component_conjugation(adjoint(3))
    half = Fraction(1, 2)
    # E_12, E_13, E_21, E_23, E_31, E_32, then the diagonal ones.
    pairs = {(0, 2), (1, 4), (3, 5)}
    expected = {pair: half for a, b in pairs for pair in ((a, b), (b, a))} | {(6, 6): 1, (7, 7): 3}
    assert form == expected


@pytest.mark.parametrize("irrep", [i for i in IRREPS if i.reality == "real"], ids=str)
def test_real_forms(irrep: Irrep) -> None:
    """B is symmetric, invariant, and conjugating twice changes nothing."""
    form, norms = component_conjugation(irrep), basis(irrep).norms
    assert all(form[n, m] == value for (m, n), value in form.items())
    conjugation = {(m, n): value / norms[m] for (m, n), value in form.items()}
    assert multiply(conjugation, conjugation) == {(m, m): 1 for m in range(irrep.dimension)}
    for matrix in generators(irrep):
        left = multiply({(n, m): x for (m, n), x in matrix.items()}, form)
        right = multiply(form, matrix)
        assert left == {position: -value for position, value in right.items()}
    assert sum(value for (m, n), value in conjugation.items() if m == n) >= 0


@pytest.mark.parametrize(("n", "name"), [(2, "2"), (2, "4"), (3, "3"), (5, "10"), (6, "20")])
def test_complex_and_pseudoreal_irreps_have_no_real_form(n: int, name: str) -> None:
    with pytest.raises(RepresentationError, match=r"complex|pseudoreal"):
        component_conjugation(from_dimension_name(n, name))


def test_large_irreps_are_refused() -> None:
    with pytest.raises(RepresentationError):
        basis(Irrep(3, (20, 0)))
    with pytest.raises(RepresentationError):
        generators(adjoint(64))
    assert len(basis(adjoint(64)).tensors) == 4095
