"""Derived columns of a dataset: classes of solutions in arXiv:2107.07518, as SQL expressions in the charges.

Each is defined for every model that has the multiplets it speaks of, three generations of them unless said otherwise.
Multiplets stand for lists of SQL terms here: q, u, d, l, e and n as in `derive.standard_model`. All conditions are
homogeneous, so that terms may have a common factor.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import product
from math import lcm

from zmodel.charges.atlas.columns import Roles

Terms = Sequence[str]
GENERATIONS = 3


def quoted(name: str) -> str:
    """A name as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def _all(conditions: Sequence[str]) -> str:
    return "(" + " AND ".join(conditions) + ")"


def _any(conditions: Sequence[str]) -> str:
    return "(" + " OR ".join(conditions) + ")"


def _equal(terms: Terms) -> str:
    return _all([f"{terms[0]} = {term}" for term in terms[1:]] or ["TRUE"])


def _same_sets(first: Terms, second: Terms) -> str:
    """Whether three charges are three others up to order: smallest, largest and sum say so."""
    return _all(
        [f"{function}({', '.join(first)}) = {function}({', '.join(second)})" for function in ("least", "greatest")]
        + [f"{' + '.join(first)} = {' + '.join(second)}"]
    )


def _two_equal(x: Terms) -> str:
    """Whether exactly two of three charges are equal."""
    return _all([_any([f"{a} = {b}" for a, b in ((x[0], x[1]), (x[1], x[2]), (x[0], x[2]))]), f"NOT {_equal(x)}"])


def _others(terms: Terms, i: int) -> list[str]:
    return [term for k, term in enumerate(terms) if k != i]


# ------------------------------------------------------------------ quarks
def _quark_universal(q: Terms, u: Terms, d: Terms) -> str:
    return _all([_equal(q), _equal(u), _equal(d)])


def _quark_universal_h0(q: Terms, u: Terms, d: Terms) -> str:
    """Eqs. (2.11), (2.12)."""
    return _equal([*q, *u, *d])


def _two_plus_one(q: Terms, u: Terms, d: Terms) -> str:
    return _all([_two_equal(q), _two_equal(u), _two_equal(d)])


def _two_plus_one_h0(q: Terms, u: Terms, d: Terms) -> str:
    """Eq. (2.30)."""
    return _all([_two_equal(q), _same_sets(q, u), _same_sets(q, d)])


# ------------------------------------------------------------------ leptons
def _category(left: Terms, e: Terms) -> str:
    """Eq. (2.15)."""
    return f"CASE WHEN {_same_sets(left, e)} THEN 'vector' ELSE 'chiral' END"


def _class1(left: Terms, e: Terms, n: Terms) -> str:
    """Eq. (2.19)."""
    return _all([_same_sets(left, e), _same_sets(left, n)])


def _class2(left: Terms, e: Terms, n: Terms) -> str:
    """Eq. (2.20): one charge in common, and the two others opposite on both sides."""
    choices = [
        _all([f"{left[i]} = {n[k]}", f"{' + '.join(_others(left, i))} = 0", f"{' + '.join(_others(n, k))} = 0"])
        for i, k in product(range(GENERATIONS), repeat=2)
    ]
    return _all([_same_sets(left, e), _any(choices)])


def _class3(left: Terms, e: Terms, n: Terms) -> str:
    """Eq. (2.21)."""
    return _all([_same_sets(left, e), f"NOT {_class1(left, e, n)}", f"NOT {_class2(left, e, n)}"])


# ------------------------------------------------------------------ muoquarks
def _muon_distinct(left: Terms, e: Terms) -> str:
    """Eq. (2.13): not all of L or not all of E have the same charge, so that one differs from both others."""
    return _any([f"NOT {_equal(left)}", f"NOT {_equal(e)}"])


def _muoquark(sign: str, q: Terms, u: Terms, d: Terms, left: Terms, e: Terms) -> str:
    """Eqs. (2.12), (2.13) and (2.14): some L or E can be that of the muon."""
    choices = [
        _all([*(f"{x[i]} <> {other}" for other in _others(x, i)), f"{x[i]} <> {sign}3 * {q[0]}"])
        for x in (left, e)
        for i in range(GENERATIONS)
    ]
    return _all([_quark_universal_h0(q, u, d), _any(choices)])


def _muoquark_a(q: Terms, u: Terms, d: Terms, left: Terms, e: Terms) -> str:
    return _muoquark("", q, u, d, left, e)


def _muoquark_b(q: Terms, u: Terms, d: Terms, left: Terms, e: Terms) -> str:
    return _muoquark("-", q, u, d, left, e)


def _third_family_quark(q: Terms, u: Terms, d: Terms, left: Terms) -> str:
    """Eq. (2.33) for some choice of the muon, with X_q3 = 3 X_q and X_q12 = 0."""
    x_q3 = f"3 * {q[0]}"
    choices = []
    for i, mu in enumerate(left):
        wrong = [*_others(left, i), *(f"{other} - {x_q3}" for other in _others(left, i))]
        wrong += [f"-{factor}{x_q3}" for factor in ("", "2 * ", "3 * ")]
        choices.append(_all([f"{mu} <> {value}" for value in wrong]))
    return _all([_quark_universal_h0(q, u, d), f"{q[0]} <> 0", _any(choices)])


_DERIVED: Mapping[str, tuple[str, Callable[..., str]]] = {
    "quark_universal": ("qud", _quark_universal),
    "quark_universal_h0": ("qud", _quark_universal_h0),
    "two_plus_one": ("qud", _two_plus_one),
    "two_plus_one_h0": ("qud", _two_plus_one_h0),
    "category": ("le", _category),
    "class1": ("len", _class1),
    "class2": ("len", _class2),
    "class3": ("len", _class3),
    "muon_distinct": ("le", _muon_distinct),
    "muoquark_a": ("qudle", _muoquark_a),
    "muoquark_b": ("qudle", _muoquark_b),
    "third_family_quark": ("qudl", _third_family_quark),
}

DERIVED_NAMES = tuple(_DERIVED)


def derived_columns(roles: Roles) -> dict[str, str]:
    """SQL expressions of the derived columns that a model has, by name; they refer to columns by quoted name."""
    scale = lcm(*(part.value.denominator for parts in roles.values() for part in parts))

    def term(role: str, i: int) -> str:
        part = roles[role][i]
        if part.column is None:
            return f"({int(part.value * scale)})"
        return f"({part.sign * scale} * {quoted(part.column)}::BIGINT)"

    found = {}
    for name, (needed, expression) in _DERIVED.items():
        if all(len(roles.get(role, ())) == GENERATIONS for role in needed):
            found[name] = expression(*([term(role, i) for i in range(GENERATIONS)] for role in needed))
    return found
