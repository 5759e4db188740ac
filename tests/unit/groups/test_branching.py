"""Decompositions of irreps under subgroups: published tables, dimensions, indices and restrictions in steps."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction as F
from itertools import product

import pytest
import sympy
from hypothesis import assume, given
from hypothesis import strategies as st

from zmodel.groups import (
    AbelianSubgroup,
    Block,
    Content,
    Irrep,
    SimpleSubgroup,
    Subgroup,
    adjoint,
    branch,
    cartan_coefficients,
    charges_of_one,
    compose,
    conjugate_numbers,
    from_dimension_name,
    fundamental,
    generators,
    inverse_couplings,
    number_of_components,
    product_content,
    singlet,
    tensor_product,
)


def block(name: str, first: int, last: int, group: str = "G") -> SimpleSubgroup:
    return SimpleSubgroup(name, (Block(group, tuple(range(first - 1, last))),))


def charge(name: str, *values: F | int) -> AbelianSubgroup:
    return AbelianSubgroup(name, (("G", tuple(F(value) for value in values)),), ())


SM = (block("C", 1, 3), block("L", 4, 5), charge("Y", -2, -2, -2, 3, 3))
QUARTER = (block("C", 1, 3), charge("X", 1, 1, 1, -3))
HALF = (block("L", 1, 2), charge("X", 1, 1, -2))
SIXTH = (block("A", 1, 3), block("B", 4, 6), charge("X", 1, 1, 1, -1, -1, -1))

# Compare R. Slansky, Phys. Rept. 79 (1981) 1, whose U(1) charges are such integers.
TABLES: list[tuple[int, tuple[Subgroup, ...], dict[str, str]]] = [
    (
        5,
        SM,
        {
            "5": "(1,2)(3) + (3,1)(-2)",
            "10": "(1,1)(6) + (3bar,1)(-4) + (3,2)(1)",
            "15": "(1,3)(6) + (3,2)(1) + (6,1)(-4)",
            "24": "(1,1)(0) + (1,3)(0) + (3,2)(-5) + (3bar,2)(5) + (8,1)(0)",
            "45": "(1,2)(3) + (3,1)(-2) + (3bar,1)(8) + (3,3)(-2) + (3bar,2)(-7) + (6bar,1)(-2) + (8,2)(3)",
            "75": "(1,1)(0) + (3,1)(10) + (3bar,1)(-10) + (3,2)(-5) + (3bar,2)(5) + (6,2)(5) + (6bar,2)(-5)"
            " + (8,1)(0) + (8,3)(0)",
        },
    ),
    (
        4,
        QUARTER,
        {
            "4": "(1)(-3) + (3)(1)",
            "6": "(3)(-2) + (3bar)(2)",
            "10": "(1)(-6) + (3)(-2) + (6)(2)",
            "15": "(1)(0) + (3)(4) + (3bar)(-4) + (8)(0)",
        },
    ),
    (
        3,
        HALF,
        {
            "3": "(1)(-2) + (2)(1)",
            "6": "(1)(-4) + (2)(-1) + (3)(2)",
            "8": "(1)(0) + (2)(3) + (2)(-3) + (3)(0)",
            "10": "(1)(-6) + (2)(-3) + (3)(0) + (4)(3)",
        },
    ),
    (
        6,
        SIXTH,
        {
            "6": "(3,1)(1) + (1,3)(-1)",
            "15": "(3bar,1)(2) + (1,3bar)(-2) + (3,3)(0)",
            "20": "(1,1)(3) + (1,1)(-3) + (3,3bar)(-1) + (3bar,3)(1)",
            "21": "(6,1)(2) + (1,6)(-2) + (3,3)(0)",
            "35": "(1,1)(0) + (8,1)(0) + (1,8)(0) + (3,3bar)(2) + (3bar,3)(-2)",
        },
    ),
]
CASES = [(n, subgroups, name, table) for n, subgroups, tables in TABLES for name, table in tables.items()]


def spelled(content: Content) -> Counter[str]:
    """As in the tables: irreps in one bracket, charges in another."""
    found: Counter[str] = Counter()
    for numbers, count in content.items():
        irreps = ",".join(number.name for number in numbers if isinstance(number, Irrep))
        charges = ",".join(str(number) for number in numbers if not isinstance(number, Irrep))
        found[f"({irreps})({charges})"] += count
    return found


@pytest.mark.parametrize(("n", "subgroups", "name", "table"), CASES, ids=[f"SU{case[0]}-{case[2]}" for case in CASES])
def test_published_tables(n: int, subgroups: tuple[Subgroup, ...], name: str, table: str) -> None:
    assert spelled(branch(from_dimension_name(n, name), "G", subgroups)) == Counter(table.split(" + "))


# ------------------------------------------------------------------ any irrep and any subgroup
@st.composite
def irreps(draw: st.DrawFn, n: int) -> Irrep:
    labels = draw(st.lists(st.integers(0, 2), min_size=n - 1, max_size=n - 1))
    irrep = Irrep(n, tuple(labels))
    assume(irrep.dimension <= 2000)
    return irrep


@st.composite
def regular(draw: st.DrawFn) -> tuple[int, tuple[Subgroup, ...]]:
    """Blocks of one SU(n), joined where they are of one size, and a U(1) that tells them apart."""
    sizes = draw(st.lists(st.integers(1, 3), min_size=1, max_size=3))
    n = sum(sizes)
    assume(n >= 2)
    order = draw(st.permutations(range(n)))
    blocks, start = [], 0
    for size in sizes:
        blocks.append(Block("G", tuple(order[start : start + size]), draw(st.booleans())))
        start += size
    joined = draw(st.booleans())
    simple: list[Subgroup] = []
    for size in (2, 3):
        found = tuple(item for item in blocks if len(item.indices) == size)
        simple += [SimpleSubgroup(f"S{size}", found)] if joined and found else []
        simple += [] if joined else [SimpleSubgroup(f"S{item.indices}", (item,)) for item in found]
    weights = draw(st.lists(st.integers(-3, 3), min_size=len(sizes), max_size=len(sizes)))
    values = {index: F(weight) for item, weight in zip(blocks, weights, strict=True) for index in item.indices}
    mean = sum(values.values(), F(0)) / n
    return n, (*simple, charge("X", *(values[index] - mean for index in range(n))))


@given(st.data())
def test_dimensions_and_indices_add_up(data: st.DataObject) -> None:
    n, subgroups = data.draw(regular())
    irrep = data.draw(irreps(n))
    content = branch(irrep, "G", subgroups)
    assert all(count > 0 for count in content.values())
    assert sum(count * number_of_components(numbers) for numbers, count in content.items()) == irrep.dimension
    for position, subgroup in enumerate(subgroups):
        total = F(0)
        for numbers, count in content.items():
            number = numbers[position]
            size = number_of_components(numbers)
            if isinstance(number, Irrep):
                total += count * size * number.dynkin_index / number.dimension
            else:
                total += count * size * number**2
        embedding = inverse_couplings(subgroup, subgroup).get("G", F(0))
        assert total == embedding * irrep.dynkin_index
        if isinstance(subgroup, AbelianSubgroup):
            charges = [(number_of_components(numbers) * count, numbers[position]) for numbers, count in content.items()]
            assert sum(size * number for size, number in charges if not isinstance(number, Irrep)) == 0


@given(st.data())
def test_branching_commutes_with_products_and_conjugation(data: st.DataObject) -> None:
    n, subgroups = data.draw(regular())
    first, second = data.draw(irreps(n)), data.draw(irreps(n))
    assume(first.dimension * second.dimension <= 2000)
    expected: Counter[object] = Counter()
    for irrep, count in tensor_product((first, second)).items():
        for numbers, multiplicity in branch(irrep, "G", subgroups).items():
            expected[numbers] += count * multiplicity
    assert product_content(branch(first, "G", subgroups), branch(second, "G", subgroups)) == expected
    conjugated = {conjugate_numbers(numbers): count for numbers, count in branch(first, "G", subgroups).items()}
    assert branch(first.conjugate, "G", subgroups) == conjugated


@given(st.data())
def test_two_steps_are_one(data: st.DataObject) -> None:
    sizes = {"G": 6}
    outer = (
        block("A", 1, 4),
        SimpleSubgroup("B", (Block("G", (4, 5), data.draw(st.booleans())),)),
        charge("X", 1, 1, 1, 1, -2, -2),
    )
    inner = (
        SimpleSubgroup("D", (Block("A", (0, 2)), Block("A", (1, 3)), Block("B", (0, 1), data.draw(st.booleans())))),
        AbelianSubgroup("Y", (("A", (F(1), F(-1), F(1), F(-1))),), (("X", F(2)),)),
    )
    irrep = data.draw(irreps(6))
    stepwise: Counter[object] = Counter()
    for (a, b, x), count in branch(irrep, "G", outer).items():
        assert isinstance(a, Irrep)
        assert isinstance(b, Irrep)
        assert not isinstance(x, Irrep)
        (shift,) = charges_of_one("X", inner)
        neutral = {(singlet(2), shift * x): count}
        parts = product_content(product_content(branch(a, "A", inner), branch(b, "B", inner)), neutral)
        stepwise.update(parts)
    assert branch(irrep, "G", tuple(compose(subgroup, outer, sizes) for subgroup in inner)) == stepwise


# ------------------------------------------------------------------ embeddings that are not blocks side by side
def test_the_fundamental_as_a_product() -> None:
    colour = SimpleSubgroup("C", (Block("G", (0, 1, 2)), Block("G", (3, 4, 5))))
    weak = SimpleSubgroup("L", (Block("G", (0, 3)), Block("G", (1, 4)), Block("G", (2, 5))))
    spin_flavour = (colour, weak)
    assert spelled(branch(fundamental(6), "G", spin_flavour)) == Counter(["(3,2)()"])
    # The quark model: 56 = octet of spin 1/2 and decuplet of spin 3/2.
    assert spelled(branch(Irrep(6, (3, 0, 0, 0, 0)), "G", spin_flavour)) == Counter(["(8,2)()", "(10,4)()"])
    assert spelled(branch(adjoint(6), "G", spin_flavour)) == Counter(["(8,1)()", "(1,3)()", "(8,3)()"])


def test_standard_generators() -> None:
    # diag(1, 1, 1, -3, 0) and diag(1, 1, 1, 1, -4) are 2 sqrt(6) T15 and 2 sqrt(10) T24: times sqrt(2/(k (k-1))).
    assert cartan_coefficients([F(1), F(1), F(1), F(-3), F(0)]) == {15: 12}
    assert cartan_coefficients([F(1), F(1), F(1), F(1), F(-4)]) == {24: 20}
    assert cartan_coefficients([F(1, 2), F(-1, 2)]) == {3: 1}


@given(st.lists(st.integers(-9, 9), min_size=1, max_size=5))
def test_standard_generators_are_orthogonal(values: list[int]) -> None:
    entries = [F(value) for value in (*values, -sum(values))]
    squares = [F(2, k * (k - 1)) * cartan_coefficients(entries).get(k**2 - 1, 0) ** 2 for k in range(2, 7)]
    assert sum(squares) / 2 == sum(entry**2 for entry in entries)


def test_inverse_couplings() -> None:
    colour, weak, hypercharge = SM
    gut = charge("Y", F(-1, 3), F(-1, 3), F(-1, 3), F(1, 2), F(1, 2))
    assert inverse_couplings(colour, colour) == {"G": 1}
    assert inverse_couplings(gut, gut) == {"G": F(5, 3)}  # g'^2 = 3/5 g5^2
    assert inverse_couplings(colour, weak) == {}
    assert inverse_couplings(colour, hypercharge) == {}


# ------------------------------------------------------------------ against explicit matrices
def diagonals(irrep: Irrep) -> list[list[F]]:
    """E_ii - 1/n for each i, which is diagonal in the components."""
    n = irrep.n
    cartan = generators(irrep)[n * (n - 1) :]
    result = []
    for i in range(n):
        values = [F(0)] * irrep.dimension
        for k, matrix in enumerate(cartan, start=1):
            overlap = F(1 if i < k else -k if i == k else 0, k * (k + 1))
            for (m, _), value in matrix.items():
                values[m] += overlap * value
        result.append(values)
    return result


def casimir(irrep: Irrep, indices: tuple[int, ...]) -> sympy.Matrix:
    """Of the SU(k) that acts on some indices: (sum_ij E_ij E_ji - (sum_i E_ii)^2/k)/2."""
    n, size = irrep.n, irrep.dimension
    pairs = [(i, j) for i in range(n) for j in range(n) if i != j]
    ladder = {
        pair: sympy.SparseMatrix(size, size, dict(matrix))
        for pair, matrix in zip(pairs, generators(irrep)[: len(pairs)], strict=True)
    }
    total = sum((ladder[i, j] * ladder[j, i] for i in indices for j in indices if i != j), sympy.zeros(size, size))
    entries = diagonals(irrep)
    squares = [
        sum(entries[i][m] ** 2 for i in indices) - sum(entries[i][m] for i in indices) ** 2 / len(indices)
        for m in range(size)
    ]
    return (total + sympy.diag(*squares)) / 2


@pytest.mark.parametrize("name", ["5", "10bar", "15", "24", "40", "45"])
def test_casimirs_and_charges_of_explicit_components(name: str) -> None:
    irrep = from_dimension_name(5, name)
    colour, weak = casimir(irrep, (0, 1, 2)), casimir(irrep, (3, 4))
    entries = diagonals(irrep)
    weights = (-2, -2, -2, 3, 3)
    charges = [sum(w * e[m] for w, e in zip(weights, entries, strict=True)) for m in range(irrep.dimension)]
    hypercharge = sympy.diag(*charges)
    content = branch(irrep, "G", SM)
    for a, b, c in product(range(3), repeat=3):
        expected = F(0)
        for numbers, count in content.items():
            triplet, doublet, charged = numbers
            assert isinstance(triplet, Irrep)
            assert isinstance(doublet, Irrep)
            assert not isinstance(charged, Irrep)
            size = count * number_of_components(numbers)
            expected += size * triplet.casimir**a * doublet.casimir**b * charged**c
        assert (colour**a * weak**b * hypercharge**c).trace() == expected
