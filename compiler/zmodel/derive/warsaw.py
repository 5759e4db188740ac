"""The operators of the Warsaw basis that tree-level exchange can give, and WCxf's names of their coefficients.

Grzadkowski et al., arXiv:1008.4884; WCxf, arXiv:1712.05298. Of operators that are equal to each other or to each
other's conjugate WCxf keeps one: of the index combinations that an operator's symmetries make of (i, j, k, l), the
first in lexical order; of qqql, whose relations are sums, the first that are independent. Indices count from 0 in data,
from 1 in keys.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product

Indices = tuple[int, ...]

GENERATIONS = range(3)

IDENTICAL_CURRENTS = {"ll": "l", "ee": "e", "qq1": "q", "uu": "u", "dd": "d"}
DISTINCT_CURRENTS = {
    "le": ("l", "e"),
    "lq1": ("l", "q"),
    "lu": ("l", "u"),
    "ld": ("l", "d"),
    "qe": ("q", "e"),
    "qu1": ("q", "u"),
    "qd1": ("q", "d"),
    "eu": ("e", "u"),
    "ed": ("e", "d"),
    "ud1": ("u", "d"),
}
CURRENTS: Mapping[str, tuple[str, str]] = {
    **{operator: (field, field) for operator, field in IDENTICAL_CURRENTS.items()},
    "qq3": ("q", "q"),
    **DISTINCT_CURRENTS,
    "lq3": ("l", "q"),
    "qu8": ("q", "u"),
    "qd8": ("q", "d"),
    "ud8": ("u", "d"),
}
"""Products of two currents, (fbar_i gamma f_j)(f'bar_k gamma f'_l); 3 and 8 are triplets of SU(2), octets of colour."""

SCALARS = ("ledq", "quqd1", "quqd8", "lequ1", "lequ3")
"""Four fermions, not hermitian; none of the index combinations are related."""

FIERZ_SYMMETRIC = "ee"
"""(e_i e_j)(e_k e_l) = (e_i e_l)(e_k e_j): true for singlets of colour and weak isospin only."""

BARYON_VIOLATING = ("duql", "qque", "qqql", "duue")
"""eps_abc (f_1^a^T C f_2^b)(f_3^c^T C f_4) of the fields in the name, not hermitian; eps_jk between two doublets, in
qqql between the first and the fourth and between the second and the third."""

HIGGS_CURRENTS = {"phil1": "l", "phil3": "l", "phie": "e", "phiq1": "q", "phiq3": "q", "phiu": "u", "phid": "d"}
HIGGS_SCALARS = ("uphi", "dphi", "ephi", "phiud")
"""Two fermions, not hermitian."""

WEINBERG = "llphiphi"
"""(phi~^dag l_i)^T C (phi~^dag l_j), of dimension five, symmetric and not hermitian; its coefficient is in 1/GeV."""

BOSONIC = ("phi", "phiBox", "phiD")


def key(operator: str, indices: Indices) -> str:
    """The name of a coefficient."""
    return f"{operator}_{''.join(str(i + 1) for i in indices)}" if indices else operator


def equal_operators(operator: str, indices: Indices) -> frozenset[Indices]:
    """The indices of all operators that are equal to one, itself included."""
    if operator == WEINBERG:
        return frozenset({indices, indices[::-1]})
    if operator == "qque":
        i, j, k, m = indices
        return frozenset({indices, (j, i, k, m)})
    if operator not in CURRENTS or len(set(CURRENTS[operator])) == 2:
        return frozenset({indices})
    i, j, k, m = indices
    equal = {indices, (k, m, i, j)}
    if operator == FIERZ_SYMMETRIC:
        equal |= {(i, m, k, j), (k, j, i, m)}
    return frozenset(equal)


def shares(operator: str, representative: Indices) -> Mapping[Indices, int]:
    """How often an operator is in those of all index combinations, where it is at all.

    Of qqql, Q_prst + Q_rpst = Q_sprt + Q_srpt (Alonso, Chang, Jenkins, Manohar and Shotwell, arXiv:1405.0486).
    """
    if operator != "qqql":
        return dict.fromkeys(equal_operators(operator, representative), 1)
    p, r, s, t = representative
    found: dict[Indices, int] = {representative: 1}
    if len({p, r, s}) == 2 and p != s:
        # Q_aab = Q_baa.
        found[s, r, p, t] = 1
    if len({p, r, s}) == 3:
        a, b, c = sorted((p, r, s))
        # Q_cab = Q_bac + Q_bca - Q_acb and Q_cba = Q_abc + Q_acb - Q_bca.
        weights = {(a, b, c): (0, 1), (a, c, b): (-1, 1), (b, a, c): (1, 0), (b, c, a): (1, -1)}
        first, second = weights[p, r, s]
        found |= {place: n for place, n in (((c, a, b, t), first), ((c, b, a, t), second)) if n}
    return found


def conjugate(operator: str, indices: Indices) -> Indices | None:
    """The indices of the conjugate operator, or None if the operator is not of its own kind's conjugates."""
    if operator in (*HIGGS_SCALARS, WEINBERG, *SCALARS, *BARYON_VIOLATING):
        return None
    return tuple(indices[i ^ 1] for i in range(len(indices)))


def representatives(operator: str) -> Iterator[Indices]:
    """The index combinations that WCxf keeps, in lexical order."""
    size = 0 if operator in BOSONIC else 2 if operator in (*HIGGS_CURRENTS, *HIGGS_SCALARS, WEINBERG) else 4
    for indices in product(GENERATIONS, repeat=size):
        if operator == "qqql" and not _is_independent(indices):
            continue
        equal = equal_operators(operator, indices)
        conjugates = {other for item in equal if (other := conjugate(operator, item)) is not None}
        if indices == min(equal | conjugates):
            yield indices


def _is_independent(indices: Indices) -> bool:
    """Of qqql: whether it is no combination of operators with lower indices."""
    p, r, s, _ = indices
    if len({p, r, s}) == 3:
        return p != max(p, r, s)
    return r not in (p, s) or p <= s


@cache
def all_keys() -> Mapping[str, bool]:
    """All names of coefficients, and whether the operator is hermitian, so that the coefficient must be real."""
    found: dict[str, bool] = {}
    others = (*CURRENTS, *SCALARS, *BARYON_VIOLATING)
    for operator in (*BOSONIC, WEINBERG, *HIGGS_SCALARS, *HIGGS_CURRENTS, *others):
        for indices in representatives(operator):
            found[key(operator, indices)] = conjugate(operator, indices) in equal_operators(operator, indices)
    return found
