"""The contractions that a Lagrangian term stands for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import permutations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zmodel.groups import (
    Invariant,
    Irrep,
    Leg,
    RepresentationError,
    adjoint,
    basis,
    from_dimension_name,
    fundamental,
    generators,
    invariant_count,
    invariants,
    rank,
)

Tensor = Mapping[tuple[int, ...], Fraction]


def legs(n: int, text: str) -> list[Leg]:
    """Legs from words such as "H:2" and "H*:2" (conjugated), "~H*:2" (tilde)."""
    result = []
    for word in text.split():
        label, name = word.split(":")
        irrep = from_dimension_name(n, name)
        result.append(Leg(irrep, label.endswith("*"), label.strip("~*"), tilde=label.startswith("~")))
    return result


def contractions(n: int, text: str) -> dict[str, Invariant]:
    return {item.name: item for item in invariants(legs(n, text), n)}


def only(n: int, text: str) -> Invariant:
    (item,) = invariants(legs(n, text), n)
    assert item.name == "unique"
    return item


def eps(*values: int) -> int:
    inversions = sum(a > b for i, a in enumerate(values) for b in values[i + 1 :])
    return (-1) ** inversions if len(set(values)) == len(values) else 0


def nonzero(tensor: Mapping[tuple[int, ...], Fraction | int]) -> dict[tuple[int, ...], Fraction]:
    return {index: Fraction(value) for index, value in tensor.items() if value}


def matrix(n: int, component: int) -> dict[tuple[int, int], Fraction]:
    """The matrix of an adjoint component."""
    return {(i, j): value for (i, j), value in basis(adjoint(n)).tensors[component].items()}


def check_invariant(term: Sequence[Leg], tensor: Tensor) -> None:
    """All generators annihilate the tensor, acting on the fields of every leg."""
    assert all(isinstance(value, Fraction) and value for value in tensor.values())
    matrices = [generators(leg.irrep, leg.conjugated) for leg in term]
    for x in range(len(matrices[0])):
        change: dict[tuple[int, ...], Fraction] = defaultdict(Fraction)
        for position, of_leg in enumerate(matrices):
            rows: dict[int, list[tuple[int, Fraction]]] = defaultdict(list)
            for (row, column), value in of_leg[x].items():
                rows[row].append((column, value))
            for components, coefficient in tensor.items():
                for column, value in rows[components[position]]:
                    changed = (*components[:position], column, *components[position + 1 :])
                    change[changed] += coefficient * value
        assert not any(change.values())


def null_space_dimension(term: Sequence[Leg]) -> int:
    """The number of invariants as the dimension of the space that all generators annihilate."""
    dimension, rows = 1, []
    for leg in term:
        dimension *= leg.irrep.dimension
    matrices = [generators(leg.irrep, leg.conjugated) for leg in term]
    for x in range(len(matrices[0])):
        equations: dict[tuple[int, ...], dict[tuple[int, ...], Fraction]] = defaultdict(lambda: defaultdict(Fraction))
        for components in product(*(range(leg.irrep.dimension) for leg in term)):
            for position, of_leg in enumerate(matrices):
                for (row, column), value in of_leg[x].items():
                    if row == components[position]:
                        changed = (*components[:position], column, *components[position + 1 :])
                        equations[changed][components] += value
        rows += [{key: value for key, value in row.items() if value} for row in equations.values()]
    return dimension - rank(rows)


TERMS = [
    (2, "a:2 b:2", 1),
    (2, "a*:2 b:2", 1),
    (2, "a:2 b:2 c:2 d:2", 2),
    (2, "a*:2 b:2 c*:2 d:2", 2),
    (2, "a:2 b:2 c*:2 d:2", 2),
    (2, "a*:2 b:2 c*:2 d*:2", 2),
    (2, "a*:2 b*:2 c:2 d:2", 2),
    (2, "~a*:2 b:2 ~c:2 d:2", 2),
    (2, "a:2 b:2 c:3", 1),
    (2, "a:3 b*:2 c:2", 1),
    (2, "a:3 b:3 c:3", 1),
    (2, "a:3 b*:3 c:3 d:3", 3),
    (2, "~a*:3 b:3 c*:2 d:2", 2),
    (2, "a:4 b:2 c:3", 1),
    (2, "a:4 b:2 c:2 d:2", 1),
    (2, "a*:4 b:2 c:2 d:2", 1),
    (2, "a:4 b*:4 c:2 d:2", 2),
    (2, "a:5 b:3 c:3", 1),
    (2, "a:2 b:2 c:2 d:2 e:2 f:2", 5),
    (3, "a:3 b:3 c:3", 1),
    (3, "a*:3 b*:3 c*:3", 1),
    (3, "a:3 b:3bar c:8", 1),
    (3, "a:3 b*:3 c*:8", 1),
    (3, "a:8 b:8 c:8", 2),
    (3, "a:8 b*:8 c:8", 2),
    (3, "a:6 b:3bar c:3bar", 1),
    (3, "a*:6 b:3 c:3", 1),
    (3, "a:6 b:6 c:6", 1),
    (3, "a:3 b:8 c:3 d:3", 2),
    (3, "a:3bar b:3 c*:3 d:3", 2),
    (3, "a:10 b*:8 c*:10", 1),
    (3, "a:[2,1] b*:3 c*:8", 1),
    (3, "a*:3 b:8 c:8 d:3", 3),
    (4, "a:6 b:6", 1),
    (4, "a:6 b:4bar c:4bar", 1),
    (4, "a:4 b:4 c:4 d:4", 1),
    (4, "a:6 b:15 c:6", 1),
    (5, "a:5bar b:5bar c:10", 1),
    (5, "a:10 b:10 c:5", 1),
    (5, "a:5 b*:5 c:24", 1),
]

LARGER_TERMS = [
    (3, "a:8 b:8 c:8 d:8", 8),
    (3, "a:27 b:8 c:8", 1),
    (3, "a:27 b:27 c:8", 2),
    (4, "a:15 b:15 c:15 d:15", 9),
    (4, "a:[0,2,0] b:6 c:6", 1),
    (5, "a:24 b:24 c:24", 2),
    (5, "a:10 b:5bar c:45bar", 1),
    (5, "a:10 b:10 c:45", 1),
    (5, "a:10 b:10 c:50bar", 1),
    (5, "a:10 b*:10 c:75", 1),
    (5, "a:24 b:75 c:24", 1),
    (5, "a:10 b*:10 c:5 d*:5", 2),
    (2, "a:7 b:7 c:7 d:7", 7),
]


@pytest.mark.parametrize(("n", "text", "count"), TERMS + LARGER_TERMS)
def test_invariants_are_invariant_and_independent(n: int, text: str, count: int) -> None:
    term = legs(n, text)
    found = invariants(term, n)
    assert len(found) == count == invariant_count([leg.acting_irrep for leg in term])
    assert rank(item.tensor for item in found) == count
    assert len({item.name for item in found}) == count
    for item in found:
        check_invariant(term, item.tensor)


@pytest.mark.parametrize(("n", "text", "count"), TERMS)
def test_numbers_of_invariants_against_the_null_space(n: int, text: str, count: int) -> None:
    assert null_space_dimension(legs(n, text)) == count


SMALL = {
    2: ("1", "2", "3", "4"),
    3: ("1", "3", "3bar", "6", "8"),
    4: ("4", "4bar", "6", "10"),
    5: ("5", "5bar", "10"),
}


@given(st.sampled_from([2, 3, 4, 5]), st.data())
@settings(deadline=None, max_examples=60)
def test_random_terms(n: int, data: st.DataObject) -> None:
    """Every contraction of a random term is invariant, and there are as many as characters say."""
    names = data.draw(st.lists(st.sampled_from(SMALL[n]), min_size=2, max_size=4))
    conjugated = data.draw(st.lists(st.booleans(), min_size=len(names), max_size=len(names)))
    term = [Leg(from_dimension_name(n, name), flag) for name, flag in zip(names, conjugated, strict=True)]
    found = invariants(term, n)
    assert len(found) == invariant_count([leg.acting_irrep for leg in term])
    assert rank(item.tensor for item in found) == len(found)
    for item in found:
        check_invariant(term, item.tensor)


# ---------------------------------------------------------------- signs and norms


def test_field_and_its_conjugate() -> None:
    for n, name in [
        (2, "2"),
        (2, "3"),
        (2, "4"),
        (3, "3"),
        (3, "6"),
        (3, "8"),
        (5, "10"),
        (5, "24"),
        (5, "45"),
    ]:
        norms = basis(from_dimension_name(n, name)).norms
        for text in (f"a*:{name} b:{name}", f"a:{name} b*:{name}"):
            assert only(n, text).tensor == {(m, m): norm for m, norm in enumerate(norms)}


def test_field_and_another_in_the_conjugate_irrep() -> None:
    norms = basis(from_dimension_name(3, "6")).norms
    assert only(3, "a:6 b:6bar").tensor == {(m, m): norm for m, norm in enumerate(norms)}


def test_two_adjoints() -> None:
    """phi^A chi^A = tr(Phi X)/2."""
    for n in (2, 3):
        item = only(n, f"a:{n**2 - 1} b:{n**2 - 1}")
        expected = {
            (p, q): sum(x * matrix(n, q).get((j, i), 0) for (i, j), x in matrix(n, p).items()) / 2
            for p, q in product(range(n**2 - 1), repeat=2)
        }
        assert item.tensor == nonzero(expected)
        assert item.description == "a^A b^A"


@pytest.mark.parametrize("text", ["a:2 b:2", "a*:2 b*:2"])
def test_two_doublets(text: str) -> None:
    assert only(2, text).tensor == {(0, 1): 1, (1, 0): -1}


def test_descriptions_of_doublets() -> None:
    assert only(2, "Q:2 L:2").description == "eps_ij Q_i L_j"
    assert only(2, "Q*:2 L*:2").description == "eps_ij Q*_i L*_j"
    assert only(2, "Q*:2 L:2").description == "Q*_i L_i"


def test_tilde() -> None:
    """tilde(H)_i = eps_ij H*_j."""
    assert only(2, "Q*:2 ~H*:2").tensor == {(0, 1): 1, (1, 0): -1}
    assert only(2, "~H:2 L:2").tensor == {(0, 1): -1, (1, 0): 1}
    # eps_ij L_i tilde(H)_j = eps_ij eps_jk L_i H*_k = -L_i H*_i
    assert only(2, "L:2 ~H*:2").tensor == {(0, 0): -1, (1, 1): -1}
    # dag(tilde(H)) tilde(H) = dag(H) H with the order of components exchanged
    assert only(2, "~H:2 ~H*:2").tensor == {(0, 0): 1, (1, 1): 1}
    with pytest.raises(RepresentationError):
        Leg(fundamental(3), tilde=True)


def test_tilde_of_a_triplet() -> None:
    """tilde(Delta) = eps Delta* eps^T = -phi^A* sigma^A."""
    tilde, plain = only(2, "a*:2 ~D*:3 b:2").tensor, only(2, "a*:2 D*:3 b:2").tensor
    assert tilde == {index: -value for index, value in plain.items()}


@pytest.mark.parametrize(("n", "text"), [(3, "a:3 b:3 c:3"), (3, "a*:3 b*:3 c*:3"), (4, "a:4 b:4 c:4 d:4")])
def test_baryons(n: int, text: str) -> None:
    assert only(n, text).tensor == {order: eps(*order) for order in permutations(range(n))}


@pytest.mark.parametrize("n", [2, 3])
def test_adjoint_between_fundamentals(n: int) -> None:
    """a*_i (phi^A lambda^A)_ij b_j, wherever the adjoint stands."""
    size = n**2 - 1
    expected = {(i, m, j): value for m in range(size) for (i, j), value in matrix(n, m).items()}
    item = only(n, f"a*:{n} P:{size} b:{n}")
    assert item.tensor == expected
    assert item.description == "a*_i (P^A lambda^A)_ij b_j"
    assert only(n, f"P:{size} a*:{n} b:{n}").tensor == {(m, i, j): x for (i, m, j), x in expected.items()}
    assert only(n, f"b:{n} P:{size} a*:{n}").tensor == {(j, m, i): x for (i, m, j), x in expected.items()}


@pytest.mark.parametrize("n", [2, 3])
def test_conjugated_adjoint_is_the_hermitian_conjugate_matrix(n: int) -> None:
    """a*_i (phi^A* lambda^A)_ij b_j with (Phi^dag)_ij = Phi_ji*."""
    size = n**2 - 1
    expected = {(i, m, j): value for m in range(size) for (j, i), value in matrix(n, m).items()}
    assert only(n, f"a*:{n} P*:{size} b:{n}").tensor == expected


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 0, 2), (0, 2, 1)])
def test_adjoint_between_doublets_without_dagger(order: tuple[int, int, int]) -> None:
    """a_i eps_ij (Phi b)_j, wherever Phi stands; symmetric in a and b."""
    words = ["a:2", "P:3", "b:2"]
    item = only(2, " ".join(words[i] for i in order))
    expected = {
        tuple((i, m, j)[k] for k in order): sum(eps(i, k) * matrix(2, m).get((k, j), 0) for k in range(2))
        for i, m, j in product(range(2), range(3), range(2))
    }
    assert item.tensor == nonzero(expected)
    assert item.description == "eps_ij a_i (P^A lambda^A)_jk b_k"


def test_tensors_contract_index_by_index() -> None:
    ten = basis(from_dimension_name(5, "10")).tensors
    expected = {(i, j, m): x for m, tensor in enumerate(ten) for (i, j), x in tensor.items()}
    assert only(5, "x:5bar y:5bar A:10").tensor == expected
    assert only(5, "x*:5 y*:5 A:10").tensor == expected
    six = basis(from_dimension_name(3, "6")).tensors
    expected = {(m, i, j): x for m, tensor in enumerate(six) for (i, j), x in tensor.items()}
    assert only(3, "S:6 x:3bar y:3bar").tensor == expected


def test_top_quark_yukawa_of_su5() -> None:
    """eps_abcde A^ab B^cd H^e."""
    ten = basis(from_dimension_name(5, "10")).tensors
    expected = {
        (p, q, e): sum(x * y * eps(*left, *right, e) for left, x in ten[p].items() for right, y in ten[q].items())
        for p, q, e in product(range(10), range(10), range(5))
    }
    assert only(5, "A:10 B:10 H:5").tensor == nonzero(expected)


# ---------------------------------------------------------------- several contractions


@pytest.mark.parametrize("n", [2, 3])
def test_four_fundamentals(n: int) -> None:
    """(A* B)(C* D) and (A* lambda^A B)(C* lambda^A D)."""
    found = contractions(n, f"A*:{n} B:{n} C*:{n} D:{n}")
    assert list(found) == ["singlet", "adjoint"]
    singlet, exchange = {}, {}
    for a, b, c, d in product(range(n), repeat=4):
        singlet[a, b, c, d] = int(a == b and c == d)
        exchange[a, b, c, d] = 2 * (a == d) * (b == c) - Fraction(2, n) * (a == b) * (c == d)
    assert found["singlet"].tensor == nonzero(singlet)
    assert found["adjoint"].tensor == nonzero(exchange)
    assert found["adjoint"].description == "(A*_i lambda^A_ij B_j)(C*_k lambda^A_kl D_l)"


PAULI = ({(0, 1): 1, (1, 0): 1}, {(0, 1): -1j, (1, 0): 1j}, {(0, 0): 1, (1, 1): -1})


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("A:2 B:2 C:2 D:2", "eps", "eps"),
        ("A:2 B:2 C*:2 D:2", "eps", "delta"),
        ("A*:2 B:2 C:2 D:2", "delta", "eps"),
        ("A*:2 B*:2 C*:2 D:2", "eps_low", "delta"),
        ("A*:2 B:2 C*:2 D*:2", "delta", "eps_low"),
    ],
)
def test_four_doublets_with_pauli_matrices(text: str, first: str, second: str) -> None:
    """The adjoint contraction against a sum over the Pauli matrices themselves."""

    def pair(kind: str, sigma: Mapping[tuple[int, int], complex], i: int, j: int) -> complex:
        if kind == "delta":
            return sigma.get((i, j), 0)
        if kind == "eps":
            return sum(eps(i, k) * sigma.get((k, j), 0) for k in range(2))
        return sum(eps(i, k) * sigma.get((j, k), 0) for k in range(2))

    found = contractions(2, text)
    assert list(found) == ["singlet", "adjoint"]
    unit = {(0, 0): 1, (1, 1): 1}
    for index in product(range(2), repeat=4):
        a, b, c, d = index
        assert found["singlet"].tensor.get(index, 0) == pair(first, unit, a, b) * pair(second, unit, c, d)
        exchange = sum(pair(first, s, a, b) * pair(second, s, c, d) for s in PAULI)
        assert found["adjoint"].tensor.get(index, 0) == exchange


def test_pairs_that_do_not_stand_next_to_each_other() -> None:
    found = contractions(3, "A*:3 B*:3 C:3 D:3")
    assert found["singlet"].description == "(A*_i D_i)(B*_j C_j)"
    assert found["adjoint"].description == "(A*_i lambda^A_ij D_j)(B*_k lambda^A_kl C_l)"
    for (a, b, c, d), value in found["singlet"].tensor.items():
        assert (a, b, value) == (d, c, 1)


def test_three_adjoints() -> None:
    """d is tr(A {B, C})/4 and f is tr(A [B, C])/4."""
    found = contractions(3, "A:8 B:8 C:8")
    assert list(found) == ["d", "f"]

    def cycle(p: int, q: int, r: int) -> Fraction:
        total = Fraction(0)
        for (i, j), x in matrix(3, p).items():
            for (k, m), y in matrix(3, q).items():
                if j == k:
                    total += x * y * matrix(3, r).get((m, i), 0)
        return total

    for p, q, r in product(range(8), repeat=3):
        assert found["d"].tensor.get((p, q, r), 0) == (cycle(p, q, r) + cycle(p, r, q)) / 4
        assert found["f"].tensor.get((p, q, r), 0) == (cycle(p, q, r) - cycle(p, r, q)) / 4


def test_three_triplets_are_i_eps() -> None:
    """phi^3 component times E_12 and E_21: i eps_ABC A^A B^B C^C is tr(A [B, C])/4."""
    item = only(2, "A:3 B:3 C:3")
    assert item.description == "i f^ABC A^A B^B C^C"
    # Components: phi_12 = phi^1 - i phi^2, phi^3, phi_21 = phi^1 + i phi^2.
    unitary = {0: {0: 1, 1: -1j}, 1: {2: 1}, 2: {0: 1, 1: 1j}}
    total: dict[tuple[int, ...], complex] = defaultdict(complex)
    for components, value in item.tensor.items():
        for index in product(range(3), repeat=3):
            factor = complex(value.numerator) / value.denominator
            for component, i in zip(components, index, strict=True):
                factor *= unitary[component].get(i, 0)
            total[index] += factor
    for index in product(range(3), repeat=3):
        assert total[index] == 1j * eps(*index)


@pytest.mark.parametrize(
    ("n", "text", "names"),
    [
        (2, "A:3 B:3 C:3 D:3", ["pair12_pair34", "pair14_pair23", "pair13_pair24"]),
        (2, "H*:2 H:2 D*:3 D:3", ["pair12_pair34", "chain1432"]),
        (2, "H*:2 D:3 D*:3 H:2", ["chain1234", "pair14_pair23"]),
        (3, "q*:3 A:8 B:8 q:3", ["chain1234", "pair14_pair23", "chain1324"]),
        (3, "A:8 B:8 C:8 D:8", ["pair12_pair34", "pair14_pair23", "pair13_pair24", "trace1234"]),
        (3, "a:3 P:8 b:3 c:3", ["eps1234_a", "eps1234_b"]),
        (3, "A:27 B:27 C:27", ["net123_a", "net123_b", "net123_c"]),
        (3, "s:1 A*:3 B:3 C*:3 D:3", ["singlet", "adjoint"]),
    ],
)
def test_names(n: int, text: str, names: list[str]) -> None:
    assert list(contractions(n, text))[: len(names)] == names


def test_type_two_seesaw_chain() -> None:
    """dag(H) Delta dag(Delta) H, the literature's lambda_4 term, as the natural contraction."""
    item = contractions(2, "H*:2 D:3 D*:3 H:2")["chain1234"]
    assert item.description == "H*_i (D^A lambda^A)_ij (D*^A lambda^A)_jk H_k"
    expected: dict[tuple[int, ...], Fraction] = defaultdict(Fraction)
    for p, q in product(range(3), repeat=2):
        for (i, j), x in matrix(2, p).items():
            for (k, m), y in matrix(2, q).items():
                if m == j:
                    expected[i, p, q, k] += x * y
    assert item.tensor == nonzero(expected)


def test_singlet_legs_have_one_component() -> None:
    item = only(3, "s:1 a*:3 t:1 b:3")
    assert item.tensor == {(0, i, 0, i): 1 for i in range(3)}
    assert only(3, "s:1 t:1").tensor == {(0, 0): 1}
    assert invariants([], 3)[0].tensor == {(): 1}


@pytest.mark.parametrize(("n", "text"), [(3, "a:3"), (3, "a:3 b:3"), (3, "a:8 s:1"), (2, "a:2 b:3"), (5, "a:10 b:5")])
def test_terms_without_invariant(n: int, text: str) -> None:
    assert invariants(legs(n, text), n) == ()


def test_labels_do_not_matter_and_braces_in_them_are_kept() -> None:
    odd = Leg(fundamental(2), label="{0}")
    (item,) = invariants([odd, Leg(fundamental(2), label="b")], 2)
    assert item.description == "eps_ij {0}_i b_j"
    (item,) = invariants([Leg(fundamental(2)), Leg(fundamental(2))], 2)
    assert item.description == "eps_ij phi1_i phi2_j"


# ---------------------------------------------------------------- limits


def test_too_large_terms_are_refused() -> None:
    for term in ([Leg(adjoint(3))] * 8, [Leg(fundamental(2))] * 16, [Leg(Irrep(5, (0, 1, 1, 0)))] * 4):
        with pytest.raises(RepresentationError):
            invariants(term, term[0].irrep.n)
    with pytest.raises(RepresentationError):
        invariants([Leg(fundamental(2)), Leg(fundamental(3))], 2)


def test_quartic_terms_of_large_groups() -> None:
    for n in (7, 9, 11):
        assert len(invariants([Leg(fundamental(n), True), Leg(fundamental(n))] * 2, n)) == 2


@pytest.mark.parametrize(("n", "text"), [(2, "A:4 B:3 C*:2 D:3"), (3, "A:8 B:6 C*:6 D:8"), (3, "A:3 B:8 C:6 D*:8")])
def test_two_extreme_components_tell_invariants_apart(n: int, text: str) -> None:
    """The highest weight of one leg with the lowest of another generates their product."""
    found_legs = legs(n, text)
    first, second = sorted(range(len(found_legs)), key=lambda i: -found_legs[i].irrep.dimension)[:2]
    high, low = found_legs[first].extreme_component(1), found_legs[second].extreme_component(-1)
    found = invariants(found_legs, n)
    parts = [{k: x for k, x in item.tensor.items() if (k[first], k[second]) == (high, low)} for item in found]
    assert len(found) > 1
    assert rank(parts) == len(found)
