"""Exchange of scalars and vectors against the full exchange Lagrangian with Dirac matrices, all terms compared.

The left-hand side is O^* O/M^2 with the couplings written out here by hand; the right-hand side the derived
coefficients times the operators of arXiv:1008.4884. No Fierz identity is used on either side.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import numpy as np
import pytest
from tests.helpers.grassmann import (
    EPSILON,
    GAMMA,
    METRIC,
    PAULI,
    Array,
    Polynomial,
    Spinor,
    add,
    bar,
    bar_charge_conjugate,
    bilinear,
    dagger,
    multiply,
    operator,
    scale,
    spinor,
)
from tests.helpers.smeft import matching_errors, resolve_text

from zmodel.derive.matching import derive_matching
from zmodel.derive.warsaw import BARYON_VIOLATING, CURRENTS, equal_operators, representatives, shares
from zmodel.derive.wcxf import evaluate_matching
from zmodel.model.expression import evaluate

UNIT = np.eye(4, dtype=np.complex128)
ACTIVE = (0, 1)
"""Two generations suffice to tell all index combinations apart."""

Couplings = list[Array]
Source = Callable[[Couplings, int | None], list[Polynomial]]
"""The parts of L that multiply each component of the heavy field, with a minus sign; a Lorentz index for a vector."""


def pairs() -> list[tuple[int, int]]:
    return list(product(ACTIVE, repeat=2))


def sum_over(coupling: Array, term: Callable[[int, int], Polynomial]) -> Polynomial:
    return add(scale(complex(coupling[i, j]), term(i, j)) for i, j in pairs())


def cc(name: str, generation: int, colour: int = 0, weak: int = 0) -> Spinor:
    return bar_charge_conjugate(spinor(name, generation, colour, weak))


def dirac(name: str, generation: int, colour: int = 0, weak: int = 0) -> Spinor:
    return bar(spinor(name, generation, colour, weak))


def weak_sum(matrix: Array, left: Callable[[int], Spinor], right: Callable[[int], Spinor], middle: Array) -> Polynomial:
    found = (
        scale(complex(matrix[m, n]), bilinear(left(m), middle, right(n)))
        for m, n in product(range(2), repeat=2)
        if matrix[m, n]
    )
    return add(found)


# ------------------------------------------------------------------ the models, by component of the heavy field
def s1(y: Couplings, _: int | None) -> list[Polynomial]:
    def component(c: int) -> Polynomial:
        doublets = sum_over(
            y[0], lambda i, j: weak_sum(EPSILON, lambda m: cc("q", i, c, m), lambda n: spinor("l", j, 0, n), UNIT)
        )
        singlets = sum_over(y[1], lambda i, j: bilinear(cc("u", i, c), UNIT, spinor("e", j)))
        return add([doublets, singlets])

    return [component(c) for c in range(3)]


def s1_diquark(y: Couplings, _: int | None) -> list[Polynomial]:
    """S1^* of the leptoquark, eps_abc in colour in written order: the field stands between the quarks."""
    found = []
    for c in range(3):
        a, b = (c + 1) % 3, (c + 2) % 3
        parts = []
        for first, second, sign in ((a, b, -1), (b, a, 1)):
            doublets = sum_over(
                y[0],
                lambda i, j, first=first, second=second: weak_sum(
                    EPSILON, lambda m: cc("q", i, first, m), lambda n: spinor("q", j, second, n), UNIT
                ),
            )
            singlets = sum_over(
                y[1],
                lambda i, j, first=first, second=second: bilinear(cc("u", i, first), UNIT, spinor("d", j, second)),
            )
            parts.append(scale(sign, add([doublets, singlets])))
        found.append(add(parts))
    return found


def s3_diquark(y: Couplings, _: int | None) -> list[Polynomial]:
    """S3^* of the leptoquark; as a matrix between doublets its conjugate stands with the same Pauli matrices."""

    def component(c: int, pauli: Array) -> Polynomial:
        matrix = np.asarray(EPSILON @ pauli, dtype=np.complex128)
        a, b = (c + 1) % 3, (c + 2) % 3
        return add(
            scale(
                sign,
                sum_over(
                    y[0],
                    lambda i, j, p=p, q=q: weak_sum(
                        matrix, lambda m: cc("q", i, p, m), lambda n: spinor("q", j, q, n), UNIT
                    ),
                ),
            )
            for p, q, sign in ((a, b, -1), (b, a, 1))
        )

    return [component(c, pauli) for c in range(3) for pauli in PAULI]


def s1_tilde_diquark(y: Couplings, _: int | None) -> list[Polynomial]:
    found = []
    for c in range(3):
        a, b = (c + 1) % 3, (c + 2) % 3
        found.append(
            add(
                scale(sign, sum_over(y[0], lambda i, j, p=p, q=q: bilinear(cc("u", i, p), UNIT, spinor("u", j, q))))
                for p, q, sign in ((a, b, -1), (b, a, 1))
            )
        )
    return found


def v2_diquark(y: Couplings, mu: int | None) -> list[Polynomial]:
    """u V^*_i q_i, eps_abc in colour."""
    assert mu is not None

    def component(c: int, w: int) -> Polynomial:
        a, b = (c + 1) % 3, (c + 2) % 3
        return add(
            scale(sign, sum_over(y[0], lambda i, j, p=p, q=q: bilinear(cc("u", i, p), GAMMA[mu], spinor("q", j, q, w))))
            for p, q, sign in ((a, b, -1), (b, a, 1))
        )

    return [component(c, w) for c in range(3) for w in range(2)]


def both(leptoquark: Source, number: int, diquark: Source) -> Source:
    """A field with both kinds of couplings; what multiplies its conjugate enters as the conjugate."""

    def source(y: Couplings, mu: int | None) -> list[Polynomial]:
        pieces = zip(leptoquark(y[:number], mu), diquark(y[number:], mu), strict=True)
        return [add([one, dagger(other)]) for one, other in pieces]

    return source


def s1_tilde(y: Couplings, _: int | None) -> list[Polynomial]:
    def component(c: int) -> Polynomial:
        return sum_over(y[0], lambda i, j: bilinear(cc("d", i, c), UNIT, spinor("e", j)))

    return [component(c) for c in range(3)]


def s3(y: Couplings, _: int | None) -> list[Polynomial]:
    def component(c: int, pauli: Array) -> Polynomial:
        matrix = np.asarray(EPSILON @ pauli, dtype=np.complex128)
        return sum_over(
            y[0], lambda i, j: weak_sum(matrix, lambda m: cc("q", i, c, m), lambda n: spinor("l", j, 0, n), UNIT)
        )

    return [component(c, pauli) for c in range(3) for pauli in PAULI]


def r2(y: Couplings, _: int | None) -> list[Polynomial]:
    """ubar eps_ij R_i l_j and qbar_i R_i e."""

    def component(c: int, w: int) -> Polynomial:
        first = sum_over(
            y[0],
            lambda i, j: add(
                scale(int(EPSILON[w, n]), bilinear(dirac("u", i, c), UNIT, spinor("l", j, 0, n))) for n in range(2)
            ),
        )
        second = sum_over(y[1], lambda i, j: bilinear(dirac("q", i, c, w), UNIT, spinor("e", j)))
        return add([first, second])

    return [component(c, w) for c in range(3) for w in range(2)]


def r2_tilde(y: Couplings, _: int | None) -> list[Polynomial]:
    def component(c: int, w: int) -> Polynomial:
        return sum_over(
            y[0],
            lambda i, j: add(
                scale(int(EPSILON[w, n]), bilinear(dirac("d", i, c), UNIT, spinor("l", j, 0, n))) for n in range(2)
            ),
        )

    return [component(c, w) for c in range(3) for w in range(2)]


def u1(y: Couplings, mu: int | None) -> list[Polynomial]:
    assert mu is not None

    def component(c: int) -> Polynomial:
        left = sum_over(
            y[0],
            lambda i, j: weak_sum(
                np.eye(2, dtype=np.complex128),
                lambda m: dirac("q", i, c, m),
                lambda n: spinor("l", j, 0, n),
                GAMMA[mu],
            ),
        )
        right = sum_over(y[1], lambda i, j: bilinear(dirac("d", i, c), GAMMA[mu], spinor("e", j)))
        return add([left, right])

    return [component(c) for c in range(3)]


def u3(y: Couplings, mu: int | None) -> list[Polynomial]:
    assert mu is not None

    def component(c: int, pauli: Array) -> Polynomial:
        return sum_over(
            y[0],
            lambda i, j: weak_sum(pauli, lambda m: dirac("q", i, c, m), lambda n: spinor("l", j, 0, n), GAMMA[mu]),
        )

    return [component(c, pauli) for c in range(3) for pauli in PAULI]


def v2(y: Couplings, mu: int | None) -> list[Polynomial]:
    """eps_ij V_i l_j and, for q, eps_ij q_i V_j."""
    assert mu is not None

    def component(c: int, w: int) -> Polynomial:
        first = sum_over(
            y[0],
            lambda i, j: add(
                scale(int(EPSILON[w, n]), bilinear(cc("d", i, c), GAMMA[mu], spinor("l", j, 0, n))) for n in range(2)
            ),
        )
        second = sum_over(
            y[1],
            lambda i, j: add(
                scale(int(EPSILON[m, w]), bilinear(cc("q", i, c, m), GAMMA[mu], spinor("e", j))) for m in range(2)
            ),
        )
        return add([first, second])

    return [component(c, w) for c in range(3) for w in range(2)]


def doublet(y: Couplings, _: int | None) -> list[Polynomial]:
    """qbar_i eps_ij P^*_j u, qbar_i P_i d and lbar_i P_i e; what multiplies P^* enters as its conjugate."""

    def component(w: int) -> Polynomial:
        up = sum_over(
            y[0],
            lambda i, j: add(
                scale(int(EPSILON[m, w]), bilinear(dirac("q", i, c, m), UNIT, spinor("u", j, c)))
                for m in range(2)
                for c in range(3)
            ),
        )
        down = sum_over(
            y[1], lambda i, j: add(bilinear(dirac("q", i, c, w), UNIT, spinor("d", j, c)) for c in range(3))
        )
        lepton = sum_over(y[2], lambda i, j: bilinear(dirac("l", i, 0, w), UNIT, spinor("e", j)))
        return add([dagger(up), down, lepton])

    return [component(w) for w in range(2)]


CASES: dict[str, tuple[str, list[str], Source]] = {
    "S1": ("scalar X (SU3c: 3bar, Y: 1/3)", ["bar(cc(Q)) X L", "bar(cc(U)) X E"], s1),
    "S1 diquark": ("scalar X (SU3c: 3bar, Y: 1/3)", ["bar(cc(Q)) dag(X) Q", "bar(cc(U)) dag(X) D"], s1_diquark),
    "S1~": ("scalar X (SU3c: 3bar, Y: 4/3)", ["bar(cc(D)) X E"], s1_tilde),
    "S3": ("scalar X (SU3c: 3bar, SU2L: 3, Y: 1/3)", ["bar(cc(Q)) X L"], s3),
    "R2": ("scalar X (SU3c: 3, SU2L: 2, Y: 7/6)", ["bar(U) X L", "bar(Q) X E"], r2),
    "R2~": ("scalar X (SU3c: 3, SU2L: 2, Y: 1/6)", ["bar(D) X L"], r2_tilde),
    "U1": ("vector X (SU3c: 3, Y: 2/3)", ["bar(Q) X L", "bar(D) X E"], u1),
    "U3": ("vector X (SU3c: 3, SU2L: 3, Y: 2/3)", ["bar(Q) X L"], u3),
    "V2": ("vector X (SU3c: 3bar, SU2L: 2, Y: 5/6)", ["bar(cc(D)) X L", "bar(cc(Q)) X E"], v2),
    "S1 both": (
        "scalar X (SU3c: 3bar, Y: 1/3)",
        ["bar(cc(Q)) X L", "bar(cc(U)) X E", "bar(cc(Q)) dag(X) Q", "bar(cc(U)) dag(X) D"],
        both(s1, 2, s1_diquark),
    ),
    "S1~ both": (
        "scalar X (SU3c: 3bar, Y: 4/3)",
        ["bar(cc(D)) X E", "bar(cc(U)) dag(X) U"],
        both(s1_tilde, 1, s1_tilde_diquark),
    ),
    "S3 both": (
        "scalar X (SU3c: 3bar, SU2L: 3, Y: 1/3)",
        ["bar(cc(Q)) X L", "bar(cc(Q)) dag(X) Q"],
        both(s3, 1, s3_diquark),
    ),
    "V2 both": (
        "vector X (SU3c: 3bar, SU2L: 2, Y: 5/6)",
        ["bar(cc(D)) X L", "bar(cc(Q)) X E", "bar(cc(U)) dag(X) Q"],
        both(v2, 2, v2_diquark),
    ),
    "doublet": ("scalar X (SU2L: 2, Y: 1/2)", ["bar(Q) tilde(X) U", "bar(Q) X D", "bar(L) X E"], doublet),
}


SYMMETRIES = {"S1 diquark": {0: 1}, "S1 both": {2: 1}, "S1~ both": {1: -1}, "S3 both": {1: -1}}
"""Couplings of a field to two equal fermions, by number: sign under exchange of their generations."""


def random_couplings(number: int, seed: int, symmetries: dict[int, int]) -> Couplings:
    rng = np.random.default_rng(seed)
    found: Couplings = []
    for n in range(number):
        matrix = np.zeros((3, 3), dtype=np.complex128)
        matrix[:2, :2] = rng.normal(size=(2, 2)) + 1j * rng.normal(size=(2, 2))
        found.append((matrix + symmetries.get(n, 0) * matrix.T).astype(np.complex128))
    return found


def exchange(source: Source, couplings: Couplings, is_vector: bool) -> Polynomial:
    """O^* O for a scalar; minus O^*_mu O^mu for a vector. Units of 1/M^2."""
    if not is_vector:
        return add(multiply(dagger(part), part) for part in source(couplings, None))
    parts = []
    for mu in range(4):
        parts += [scale(-METRIC[mu], multiply(dagger(part), part)) for part in source(couplings, mu)]
    return add(parts)


def effective(coefficients: dict[str, complex]) -> Polynomial:
    """The sum of coefficients times operators, plus the conjugate of those that are not hermitian."""
    parts: list[Polynomial] = []
    for key, value in coefficients.items():
        name, digits = key.split("_")
        indices = tuple(int(digit) - 1 for digit in digits)
        term = scale(value, operator(name, *indices))
        parts.append(term)
        i, j, k, m = indices
        if name not in CURRENTS or (j, i, m, k) not in equal_operators(name, indices):
            parts.append(dagger(term))
    return add(parts)


@pytest.mark.parametrize("case", CASES)
def test_exchange_is_that_of_the_effective_theory(case: str) -> None:
    field, terms, source = CASES[case]
    couplings = random_couplings(len(terms), 7, SYMMETRIES.get(case, {}))
    lines = "\n".join(f"yukawa y{n} = {term}" for n, term in enumerate(terms))
    results, diagnostics = derive_matching(
        resolve_text(f"model t\nuse sm\nparam M : real\n{field}\n{lines}\nintegrate X at M\n")
    )
    assert not diagnostics, [d.message for d in diagnostics]
    values: dict[str, complex] = {"M": 1.0}
    for n, matrix in enumerate(couplings):
        values |= {f"y{n}[{i + 1},{j + 1}]": complex(matrix[i, j]) for i, j in product(range(3), repeat=2)}
    coefficients = evaluate_matching(results, values)
    assert len(coefficients) > 5
    full = exchange(source, couplings, field.startswith("vector"))
    low = effective(coefficients)
    assert full
    for monomial in full.keys() | low.keys():
        assert abs(full.get(monomial, 0) - low.get(monomial, 0)) < 1e-12, monomial


def test_a_doublet_that_is_declared_as_its_conjugate() -> None:
    """Lc = eps cc(L), so that cc(Lc)_i = eps_ik L_k: the same source as for R2, the sign between its parts included."""
    couplings = random_couplings(2, 5, {})
    field = "fermion Lc[3] right (SU2L: 2, Y: 1/2)\nscalar X (SU3c: 3, SU2L: 2, Y: 7/6)"
    terms = "yukawa a = bar(U) X cc(Lc)\nyukawa b = bar(Q) X E"
    values = {
        f"{name}[{i + 1},{j + 1}]": complex(matrix[i, j])
        for name, matrix in zip("ab", couplings, strict=True)
        for i, j in product(range(3), repeat=2)
    }
    found, _ = coefficients_of(f"use sm {{ except L }}\n{field}\n{terms}", values)
    full, low = exchange(r2, couplings, is_vector=False), effective(found)
    for monomial in full.keys() | low.keys():
        assert abs(full.get(monomial, 0) - low.get(monomial, 0)) < 1e-12, monomial


def same_leptons(name: str, matrix: Array) -> Polynomial:
    """E E X or L L X, eps_ij between doublets."""
    if name == "e":
        return sum_over(matrix, lambda i, j: bilinear(cc(name, i), UNIT, spinor(name, j)))
    return sum_over(
        matrix, lambda i, j: weak_sum(EPSILON, lambda m: cc(name, i, 0, m), lambda n: spinor(name, j, 0, n), UNIT)
    )


@pytest.mark.parametrize("entry", [(1, 2), (2, 1)])
@pytest.mark.parametrize(("field", "charge", "sign"), [("E", 2, 1), ("L", 1, -1)])
def test_a_kept_entry_of_equal_fermions_stands_in_both_triangles(
    field: str, charge: int, sign: int, entry: tuple[int, int]
) -> None:
    text = f"scalar X (Y: {charge})\nyukawa y = {field} {field} X keep ({entry[0]},{entry[1]}) as k"
    found, _ = coefficients_of(f"use sm\n{text}", {"k": 0.3 - 0.7j})
    matrix = np.zeros((3, 3), dtype=np.complex128)
    matrix[entry[0] - 1, entry[1] - 1] = 0.3 - 0.7j
    source = same_leptons(field.lower(), matrix + sign * matrix.T)
    full, low = multiply(dagger(source), source), effective(found)
    assert full
    for monomial in full.keys() | low.keys():
        assert abs(full.get(monomial, 0) - low.get(monomial, 0)) < 1e-12, monomial


def test_proton_decay() -> None:
    """S1 with both kinds of couplings."""
    text = (
        "model t\nuse sm\nparam M : real\nscalar S1 (SU3c: 3bar, Y: 1/3)\nyukawa a = bar(cc(Q)) S1 L\n"
        "yukawa b = bar(cc(U)) dag(S1) D\nintegrate S1 at M"
    )
    results, diagnostics = derive_matching(resolve_text(text))
    assert not diagnostics
    assert any("protons decay" in note for note in results[0].notes)
    found = evaluate_matching(results, {"M": 1.0, "a[1,1]": 2.0, "b[1,1]": 3.0})
    assert {key for key in found if key.startswith("duql")} == {"duql_1111"}
    assert found["duql_1111"] == pytest.approx(6.0)


@pytest.mark.parametrize("name", BARYON_VIOLATING)
def test_relations_of_operators_that_violate_baryon_number(name: str) -> None:
    """Every combination of generations is the sum that `shares` says, with anticommuting fields in components."""
    operators = {indices: operator(name, *indices, 0) for indices in product(range(3), repeat=3)}
    kept = [indices for indices in representatives(name) if indices[3] == 0]
    for indices, full in operators.items():
        parts = [scale(share, operators[r[:3]]) for r in kept if (share := shares(name, r).get((*indices, 0)))]
        total = add(parts)
        assert all(abs(full.get(m, 0) - total.get(m, 0)) < 1e-12 for m in full.keys() | total.keys()), indices
    # What is kept is independent.
    monomials = sorted({m for r in kept for m in operators[r[:3]]})
    matrix = np.array([[operators[r[:3]].get(m, 0) for m in monomials] for r in kept])
    assert np.linalg.matrix_rank(matrix) == len(kept)


def test_octet_doublet() -> None:
    """arXiv:1711.10391, field Phi with T^A, here lambda^A = 2 T^A: C_qd1 = -2/9 and C_qd8 = 1/6 times 4 |y|^2/M^2."""
    text = "scalar X (SU3c: 8, SU2L: 2, Y: 1/2)\nyukawa y = bar(Q) X D\nintegrate X at M"
    results, diagnostics = derive_matching(resolve_text(f"model t\nuse sm\nparam M : real\n{text}"))
    assert not diagnostics
    found = evaluate_matching(results, {"M": 1.0, "y[1,2]": 1j})
    assert found == pytest.approx({"qd1_1122": -8 / 9, "qd8_1122": 2 / 3})
    (result,) = results
    for key, value in {"qd1_1122": -8 / 9, "qd8_1122": 2 / 3, "qu1_1122": 0}.items():
        assert evaluate(result.coefficient(key), {"M": 1.0, "y[1,2]": 1j}) == pytest.approx(value)


def test_octet_doublet_for_up_and_down() -> None:
    """(qbar lambda^A u) eps (qbar lambda^A d) is 4 O_quqd8, as T^A = lambda^A/2; there is no O_quqd1."""
    text = "yukawa up = bar(Q) tilde(X) U\nyukawa down = bar(Q) X D\nintegrate X at M"
    model = resolve_text(f"model t\nuse sm\nparam M : real\nscalar X (SU3c: 8, SU2L: 2, Y: 1/2)\n{text}")
    results, diagnostics = derive_matching(model)
    assert not diagnostics
    found = evaluate_matching(results, {"M": 1.0, "up[1,2]": 1j, "down[3,1]": 2.0})
    assert {key: value for key, value in found.items() if key.startswith("quqd")} == pytest.approx({"quqd8_1231": 8j})


# ------------------------------------------------------------------ generations in several fields, or more of them
def coefficients_of(text: str, values: dict[str, complex]) -> tuple[dict[str, complex], tuple[str, ...]]:
    """Coefficients at M = 1, and what is said about the first result."""
    results, diagnostics = derive_matching(resolve_text(f"model t\nparam M : real\n{text}\nintegrate X at M"))
    assert not diagnostics, [d.message for d in diagnostics]
    return evaluate_matching(results, {"M": 1.0, **values}), results[0].notes


def test_generations_in_several_fields() -> None:
    """A leptoquark of one lepton doublet and of two others: as of three, in the order of the file."""
    (matrix,) = random_couplings(1, 11, {})
    matrix[2] = matrix[0] - 2j
    matrix[:, 2] = matrix[:, 1] + 1
    scalar = "scalar X (SU3c: 3bar, Y: 1/3)"
    values = {f"y[{i + 1},{j + 1}]": complex(matrix[i, j]) for i, j in product(range(3), repeat=2)}
    together, _ = coefficients_of(f"use sm\n{scalar}\nyukawa y = bar(cc(Q)) X L", values)
    doublets = "fermion La left (SU2L: 2, Y: -1/2)\nfermion Lb[2] left (SU2L: 2, Y: -1/2)"
    terms = "yukawa a = bar(cc(Q)) X La\nyukawa b = bar(cc(Q)) X Lb"
    values = {f"a[{i + 1}]": complex(matrix[i, 0]) for i in range(3)}
    values |= {f"b[{i + 1},{j}]": complex(matrix[i, j]) for i, j in product(range(3), (1, 2))}
    apart, _ = coefficients_of(f"use sm {{ except L, Ye }}\n{doublets}\n{scalar}\n{terms}", values)
    assert len(together) == 2 * 45
    assert apart == pytest.approx(together)


def test_a_neutral_generation_among_charged_leptons() -> None:
    """Couplings of a right-handed neutrino that is declared with charged leptons are left out, and this is said."""
    scalar = "scalar X (SU2L: 2, Y: 1/2)\nyukawa y = bar(L) X E"
    values = {"y[1,2]": 2.0, "y[3,1]": 1j, "n[1,4]": 5.0}
    plain, _ = coefficients_of(f"use sm\n{scalar}", values)
    field = "fermion E[4] right\ncharges Y { E = [-1, -1, -1, 0] }\nyukawa n = bar(L) tilde(X) E"
    found, notes = coefficients_of(f"use sm {{ except E, Ye }}\n{field}\n{scalar}", values)
    assert plain.keys() == {"le_1122", "le_1312", "le_3311"}
    assert found == pytest.approx(plain)
    assert "couplings to fields that are not of the Standard Model are left out: n" in notes


def test_a_field_of_two_multiplets_is_refused() -> None:
    """Six right-handed quarks that hypercharges tell apart: down quarks were lost without a word."""
    text = (
        "model t\nuse sm { except U, D, Yu, Yd }\nparam M : real\nfermion R[6] right (SU3c: 3)\n"
        "charges Y { R = [2/3, 2/3, 2/3, -1/3, -1/3, -1/3] }\nscalar X (SU2L: 2, Y: 1/2)\n"
        "yukawa y = bar(Q) X R\nyukawa z = bar(L) X E\nintegrate X at M"
    )
    (diagnostic,) = matching_errors(text)
    assert "`R` holds generations of u and d" in diagnostic.message
