"""Derived columns against the definitions of arXiv:2107.07518, word by word, with all permutations."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import permutations
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from tests.helpers.datasets import SM_NEUTRINOS, UNIVERSAL, ask, written

from zmodel.charges.atlas.columns import Part
from zmodel.charges.atlas.derived import DERIVED_NAMES, derived_columns
from zmodel.charges.atlas.query import query_dataset

Charges = tuple[int, ...]


class Solution(NamedTuple):
    q: Charges
    u: Charges
    d: Charges
    l: Charges  # noqa: E741
    e: Charges
    n: Charges


def orders(charges: Charges) -> list[Charges]:
    return list(permutations(charges))


def universal(s: Solution) -> bool:
    return all(len(set(charges)) == 1 for charges in (s.q, s.u, s.d))


def universal_h0(s: Solution) -> bool:
    return len({*s.q, *s.u, *s.d}) == 1


def two_equal(charges: Charges) -> bool:
    return any(a == b != c for a, b, c in orders(charges))


def two_plus_one_h0(s: Solution) -> bool:
    return any(
        q[0] == q[1] == u[0] == u[1] == d[0] == d[1] != q[2] == u[2] == d[2]
        for q in orders(s.q)
        for u in orders(s.u)
        for d in orders(s.d)
    )


def is_vector(s: Solution) -> bool:
    return any(left == e for left in orders(s.l) for e in orders(s.e))


def class1(s: Solution) -> bool:
    return is_vector(s) and any(left == n for left in orders(s.l) for n in orders(s.n))


def class2(s: Solution) -> bool:
    return is_vector(s) and any(
        e == n1 and mu == -tau and n2 == -n3 for e, mu, tau in orders(s.l) for n1, n2, n3 in orders(s.n)
    )


def muoquark(sign: int) -> Callable[[Solution], bool]:
    def test(s: Solution) -> bool:
        choices = [order for charges in (s.l, s.e) for order in orders(charges)]
        return universal_h0(s) and any(mu not in (a, b) and mu != sign * 3 * s.q[0] for a, mu, b in choices)

    return test


def third_family(s: Solution) -> bool:
    x = 3 * s.q[0]
    return (
        universal_h0(s)
        and x != 0
        and any(mu not in (a, b, a - x, b - x, -x, -2 * x, -3 * x) for a, mu, b in orders(s.l))
    )


DEFINITIONS: dict[str, Callable[[Solution], Any]] = {
    "quark_universal": universal,
    "quark_universal_h0": universal_h0,
    "two_plus_one": lambda s: two_equal(s.q) and two_equal(s.u) and two_equal(s.d),
    "two_plus_one_h0": two_plus_one_h0,
    "category": lambda s: "vector" if is_vector(s) else "chiral",
    "class1": class1,
    "class2": class2,
    "class3": lambda s: is_vector(s) and not class1(s) and not class2(s),
    "muon_distinct": lambda s: any(len(set(charges)) > 1 for charges in (s.l, s.e)),
    "muoquark_a": muoquark(1),
    "muoquark_b": muoquark(-1),
    "third_family_quark": third_family,
}


def check(folder: Path, least: int) -> None:
    columns = [f"{field}{i}" for field in "QUDLEN" for i in (1, 2, 3)]
    rows = ask(folder, f"SELECT {', '.join(columns)}, {', '.join(DEFINITIONS)} FROM solutions")
    assert len(rows) >= least
    for row in rows:
        solution = Solution(*(tuple(row[i : i + 3]) for i in range(0, 18, 3)))
        found = dict(zip(DEFINITIONS, row[18:], strict=True))
        assert found == {name: definition(solution) for name, definition in DEFINITIONS.items()}, solution


def test_all_names_are_defined_here() -> None:
    assert tuple(DEFINITIONS) == DERIVED_NAMES


def test_definitions_on_all_solutions(tmp_path: Path) -> None:
    check(written(tmp_path, SM_NEUTRINOS, 3), 4116)


def test_definitions_on_universal_solutions(tmp_path: Path) -> None:
    check(written(tmp_path, UNIVERSAL, 10), 276)
    (counts,) = ask(tmp_path, "SELECT sum(class1::INT), sum(class2::INT), sum(class3::INT) FROM solutions")
    assert all(counts)


def names(source: str, bound: int, folder: Path) -> set[str]:
    _, answer = query_dataset(written(folder, source, bound), "SELECT * FROM solutions")
    return set(answer.columns) & set(DERIVED_NAMES)


@pytest.mark.parametrize(
    ("change", "missing"),
    [
        (("fermion N[3] right", ""), {"class1", "class2", "class3"}),
        (("N = [?, ?, ?]", "N = [?, ?, ?]"), set()),
        (("fermion N[3] right", "fermion N[2] right"), {"class1", "class2", "class3"}),
    ],
)
def test_columns_of_missing_fields_are_absent(change: tuple[str, str], missing: set[str], tmp_path: Path) -> None:
    text = UNIVERSAL.replace(*change)
    if "N[3]" not in text:
        text = text.replace("; N = [?, ?, ?]", "; N = [?, ?]" if "N[2]" in text else "")
    assert names(text, 2, tmp_path) == set(DERIVED_NAMES) - missing


def test_quarks_alone(tmp_path: Path) -> None:
    text = UNIVERSAL.replace("use sm", "use sm { except L }")
    text = text.replace("L = [?, ?, ?]; ", "")
    assert names(text, 2, tmp_path) >= {"quark_universal", "quark_universal_h0"}


def test_left_handed_fields_count_negative(tmp_path: Path) -> None:
    """Conjugates instead of right-handed fields: the same counts."""
    text = UNIVERSAL.replace("fermion N[3] right", "fermion N[3] left")
    left, right = (written(tmp_path / name, source, 8) for name, source in (("l", text), ("r", UNIVERSAL)))
    sql = "SELECT category, class1, class2, class3, muoquark_a, muoquark_b, count(*) FROM solutions GROUP BY ALL"
    assert sorted(ask(left, sql)) == sorted(ask(right, sql))


def constants(values: Sequence[str]) -> tuple[Part, ...]:
    return tuple(Part(None, 1, Fraction(value)) for value in values)


def test_fixed_charges_are_numbers() -> None:
    import duckdb

    roles = {
        "q": constants(["1/3"] * 3),
        "u": constants(["1/3"] * 3),
        "d": constants(["1/3"] * 3),
        "l": constants(["0", "-3", "1/2"]),
        "e": constants(["-3", "1/2", "0"]),
        "n": constants(["0", "-3", "1/2"]),
    }
    found = {name: duckdb.connect().execute(f"SELECT {sql}").fetchone() for name, sql in derived_columns(roles).items()}
    solution = Solution(*(tuple(part.value for part in roles[role]) for role in "qudlen"))  # type: ignore[arg-type]
    assert found == {name: (definition(solution),) for name, definition in DEFINITIONS.items()}
