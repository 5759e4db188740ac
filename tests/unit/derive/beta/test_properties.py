"""Exact relations between beta functions of related models, for random charges and points."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.helpers.evaluate import Value, evaluate_betas, evaluate_flavour
from tests.helpers.models import compile_file, compile_text

from zmodel.derive.anomalies import derive_anomalies
from zmodel.derive.beta.derive import BetaFunctions, derive_betas

CHARGE = st.fractions(min_value=-3, max_value=3, max_denominator=6)
TRIPLE = st.tuples(CHARGE, CHARGE, CHARGE)
SEED = st.integers(0, 2**32 - 1)
FEW = settings(max_examples=8, deadline=None)
Charges = Sequence[Fraction]


LOOPS = pytest.mark.parametrize("loop", [1, 2])


def listed(charges: Charges) -> str:
    return "[" + ", ".join(str(q) for q in charges) + "]"


def random_numbers(seed: int, *names: str) -> dict[str, Value]:
    rng = np.random.default_rng(seed)
    return {name: float(rng.uniform(0.2, 0.9)) for name in names}


def random_matrix(seed: int, rows: int, columns: int) -> np.ndarray:
    rng = np.random.default_rng(seed)
    return rng.uniform(-0.6, 0.6, (rows, columns)) + 1j * rng.uniform(-0.6, 0.6, (rows, columns))


def assert_equal(got: dict[str, Value], expected: dict[str, Value], names: Sequence[str]) -> None:
    for name in names:
        size = max(1.0, float(np.abs(expected[name]).max()))
        np.testing.assert_allclose(got[name], expected[name], rtol=1e-11, atol=1e-11 * size, err_msg=name)


# ------------------------------------------------------------------ two abelian groups
HEAD = """
    gauge W = SU(2) coupling g2
    gauge Y = U(1) coupling g1
    gauge X = U(1) coupling gX
"""


def lepton_model(mixing: str, left: Charges, right: Charges, higgs: Fraction) -> BetaFunctions:
    """Leptons with charges per generation; N and the scalar s probe charges of other signs."""
    analysis = compile_text(f"""
        model leptons
        {HEAD}
        mixing {mixing} (Y, X) as m
        fermion L[3] left  (W: 2, Y: -1/2, X: {listed(left)})
        fermion E[3] right (Y: -1,         X: {listed(right)})
        scalar H (W: 2, Y: 1/2, X: {higgs})
        scalar s (Y: 1, X: {higgs - 1})
        yukawa Ye = bar(L) H E
        potential {{ l = (dag(H) H)^2; ls = (dag(s) s)^2; k = (dag(H) H) (dag(s) s); mH2 = dag(H) H; ms2 = dag(s) s }}
        """)
    return derive_betas(analysis.model, analysis.couplings, 2)


RUNNING = ("g2", "Ye", "l", "ls", "k", "mH2", "ms2")


def lepton_point(seed: int) -> dict[str, Value]:
    numbers = random_numbers(seed, "g1", "g2", "gX", "m", "l", "ls", "k", "mH2", "ms2")
    return numbers | {"Ye": np.diag(np.diag(random_matrix(seed, 3, 3)))}


@LOOPS
@given(TRIPLE, CHARGE, st.permutations(range(3)), SEED)
@FEW
def test_permuting_generations_permutes_the_result(
    loop: int, left: Charges, higgs: Fraction, order: list[int], seed: int
) -> None:
    right = [q - higgs for q in left]
    values = lepton_point(seed)
    plain = evaluate_betas(lepton_model("eta", left, right, higgs), values, loop)
    moved = lepton_model("eta", [left[i] for i in order], [right[i] for i in order], higgs)
    swap = np.ix_(order, order)
    got = evaluate_betas(moved, values | {"Ye": np.asarray(values["Ye"])[swap]}, loop)
    expected = plain | {"Ye": np.asarray(plain["Ye"])[swap]}
    assert_equal(got, expected, ("g1", "gX", "m", *RUNNING))


@LOOPS
@given(TRIPLE, CHARGE, CHARGE, SEED)
@FEW
def test_adding_hypercharge_is_a_change_of_basis(
    loop: int, left: Charges, higgs: Fraction, shift: Fraction, seed: int
) -> None:
    """X -> X + a Y with gt -> gt - a g' is the same theory in the triangular form."""
    right = [q - higgs for q in left]
    plain = lepton_model("triangular", left, right, higgs)
    shifted_left = [q - shift / 2 for q in left]
    shifted_right = [q - shift for q in right]
    analysis = compile_text(f"""
        model shifted
        {HEAD}
        mixing triangular (Y, X) as m
        fermion L[3] left  (W: 2, Y: -1/2, X: {listed(shifted_left)})
        fermion E[3] right (Y: -1,         X: {listed(shifted_right)})
        scalar H (W: 2, Y: 1/2, X: {higgs + shift / 2})
        scalar s (Y: 1, X: {higgs - 1 + shift})
        yukawa Ye = bar(L) H E
        potential {{ l = (dag(H) H)^2; ls = (dag(s) s)^2; k = (dag(H) H) (dag(s) s); mH2 = dag(H) H; ms2 = dag(s) s }}
        """)
    values = lepton_point(seed)
    a, gx = float(shift), float(np.real(values["gX"]))
    expected = evaluate_betas(plain, values, loop)
    expected["m"] = expected["m"] - a * np.asarray(expected["gX"])
    other = values | {"m": float(np.real(values["m"])) - a * gx}
    got = evaluate_betas(derive_betas(analysis.model, analysis.couplings, loop), other, loop)
    assert_equal(got, expected, ("g1", "gX", "m", *RUNNING))


@LOOPS
@given(TRIPLE, CHARGE, SEED)
@FEW
def test_equal_charges_run_equally(loop: int, left: Charges, higgs: Fraction, seed: int) -> None:
    """X = Y gives Gamma_XX = Gamma_YX = Gamma_YY."""
    analysis = compile_text(f"""
        model twice
        gauge Y = U(1) coupling g1
        gauge X = U(1) coupling gX
        mixing eta (Y, X)
        fermion L[3] left (Y: {listed(left)}, X: {listed(left)})
        fermion E[3] right (Y: {listed([q - higgs for q in left])}, X: {listed([q - higgs for q in left])})
        scalar H (Y: {higgs}, X: {higgs})
        yukawa y = bar(L) H E
        potential {{ l = (dag(H) H)^2 }}
        """)
    running = derive_betas(analysis.model, analysis.couplings, loop).abelian_running[loop]
    values = random_numbers(seed, "g1", "gX", "eta", "l") | {"y": random_matrix(seed, 3, 3)}
    first, *others = (evaluate_flavour(running[pair], values) for pair in (("Y", "Y"), ("Y", "X"), ("X", "X")))
    np.testing.assert_allclose(others, [first, first], rtol=1e-12)


# ------------------------------------------------------------------ generations
def split_model(charges: Sequence[Charges]) -> str:
    """The charges of L, E and N, one field per generation."""
    left, right, neutral = charges
    fields = [f"fermion L{i} left (W: 2, Y: -1/2, X: {q})" for i, q in enumerate(left, 1)]
    fields += [f"fermion E{i} right (Y: -1, X: {q})" for i, q in enumerate(right, 1)]
    fields += [f"fermion N{i} right (X: {q})" for i, q in enumerate(neutral, 1)]
    return "\n".join(fields)


def listed_model(charges: Sequence[Charges]) -> str:
    left, right, neutral = charges
    return f"""
        fermion L[3] left  (W: 2, Y: -1/2, X: {listed(left)})
        fermion E[3] right (Y: -1, X: {listed(right)})
        fermion N[3] right (X: {listed(neutral)})
        """


@given(TRIPLE, TRIPLE, TRIPLE)
@FEW
def test_one_field_per_generation_has_the_same_anomalies(left: Charges, right: Charges, neutral: Charges) -> None:
    charges = (left, right, neutral)
    together = compile_text(f"model together\n{HEAD}{listed_model(charges)}")
    apart = compile_text(f"model apart\n{HEAD}{split_model(charges)}")
    first, second = (derive_anomalies(analysis.model) for analysis in (together, apart))
    assert {a.name: str(a.value) for a in first.anomalies} == {a.name: str(a.value) for a in second.anomalies}
    assert first.witten == second.witten
    assert first.free == second.free


@LOOPS
@given(CHARGE, CHARGE, CHARGE, SEED)
@FEW
def test_one_field_per_generation_runs_the_same(
    loop: int, q: Fraction, other: Fraction, higgs: Fraction, seed: int
) -> None:
    """Two generations of equal charge and one of another: a block of four couplings and one."""
    left = (q, q, other + 7)
    right = tuple(x - higgs for x in left)
    charges = (left, right, (q, other, higgs))
    tail = f"""
        mixing eta (Y, X)
        scalar H (W: 2, Y: 1/2, X: {higgs})
        potential {{ l = (dag(H) H)^2; mH2 = dag(H) H }}
        """
    pairs = ((1, 1), (1, 2), (2, 1), (2, 2), (3, 3))
    yukawas = "\n".join(f"yukawa y{i}{j} = bar(L{i}) H E{j}" for i, j in pairs)
    together = compile_text(f"model together\n{HEAD}{listed_model(charges)}{tail}\nyukawa Ye = bar(L) H E")
    apart = compile_text(f"model apart\n{HEAD}{split_model(charges)}{tail}\n{yukawas}")
    matrix = random_matrix(seed, 3, 3)
    matrix[2, :2] = matrix[:2, 2] = 0
    common = random_numbers(seed, "g1", "g2", "gX", "eta", "l", "mH2")
    first = evaluate_betas(derive_betas(together.model, together.couplings, loop), common | {"Ye": matrix}, loop)
    entries = {f"y{i}{j}": complex(matrix[i - 1, j - 1]) for i, j in pairs}
    second = evaluate_betas(derive_betas(apart.model, apart.couplings, loop), common | entries, loop)
    expected = first | {f"y{i}{j}": complex(np.asarray(first["Ye"])[i - 1, j - 1]) for i, j in pairs}
    assert_equal(second, expected, (*common, *entries))
    forbidden = np.asarray(first["Ye"])[[2, 2, 0, 1], [0, 1, 2, 2]]
    np.testing.assert_allclose(forbidden, 0, atol=1e-12)


# ------------------------------------------------------------------ limits
@cache
def standard_model() -> BetaFunctions:
    analysis = compile_file("lib/sm")
    return derive_betas(analysis.model, analysis.couplings, 2)


def standard_point(seed: int) -> dict[str, Value]:
    matrices = {name: random_matrix(seed + i, 3, 3) for i, name in enumerate(("Yu", "Yd", "Ye"))}
    return random_numbers(seed, "g1", "g2", "g3", "lambda", "mH2") | matrices


STANDARD = ("g1", "g2", "g3", "Yu", "Yd", "Ye", "lambda", "mH2")


@LOOPS
@given(TRIPLE, CHARGE, SEED)
@FEW
def test_without_its_coupling_a_new_force_is_not_felt(loop: int, left: Charges, chi: Fraction, seed: int) -> None:
    """g_X -> 0 and no mixing or portals: what the Standard Model has runs as in the Standard Model."""
    analysis = compile_text(f"""
        model extended
        use sm
        gauge X = U(1) coupling gX
        mixing eta (Y, X)
        fermion N[3] right (X: {listed(left)})
        fermion M[3] left (X: {listed([q - chi for q in left])})
        scalar chi (X: {chi})
        yukawa YN = bar(M) dag(chi) N
        potential {{ lc = (dag(chi) chi)^2; k = (dag(H) H) (dag(chi) chi); mc2 = dag(chi) chi }}
        """)
    extra: dict[str, Value] = {"gX": 0.0, "eta": 0.0, "k": 0.0, "lc": 0.3, "mc2": 0.4}
    extra["YN"] = random_matrix(seed + 9, 3, 3)
    values = standard_point(seed)
    got = evaluate_betas(derive_betas(analysis.model, analysis.couplings, loop), values | extra, loop)
    assert_equal(got, evaluate_betas(standard_model(), values, loop), STANDARD)
    assert got["gX"] == got["eta"] == 0


@LOOPS
@given(SEED)
@FEW
def test_a_decoupled_field_changes_nothing(loop: int, seed: int) -> None:
    analysis = compile_text("""
        model decoupled
        use sm
        fermion N[3] right
        fermion M left
        scalar a
        scalar b real
        potential { la = (dag(a) a)^2; lb = b^4 }
        """)
    values = standard_point(seed)
    got = evaluate_betas(derive_betas(analysis.model, analysis.couplings, loop), values | {"la": 0.2, "lb": 0.1}, loop)
    assert_equal(got, evaluate_betas(standard_model(), values, loop), STANDARD)
    pure = {1: [20 * 0.2**2, 72 * 0.1**2], 2: [-240 * 0.2**3, -3264 * 0.1**3]}
    np.testing.assert_allclose([got["la"], got["lb"]], pure[loop], rtol=1e-13)


@LOOPS
@given(SEED)
@FEW
def test_unitary_rotations_of_generations_are_no_physics(loop: int, seed: int) -> None:
    """Y -> V^dag Y W rotates the beta function alike, without generation-dependent charges."""
    rng = np.random.default_rng(seed)
    v, w, z = (
        np.linalg.qr(rng.normal(size=(3, 3)) + 1j * rng.normal(size=(3, 3)))[0].astype(complex) for _ in range(3)
    )

    def rotated(items: dict[str, Value]) -> dict[str, Value]:
        changed = {"Yu": v.conj().T @ np.asarray(items["Yu"]) @ w, "Yd": v.conj().T @ np.asarray(items["Yd"]) @ z}
        return items | changed

    values = standard_point(seed)
    got = evaluate_betas(standard_model(), rotated(values), loop)
    assert_equal(got, rotated(evaluate_betas(standard_model(), values, loop)), STANDARD)


@LOOPS
@given(SEED)
@FEW
def test_conjugated_couplings_run_conjugated(loop: int, seed: int) -> None:
    """CP takes every coupling to its conjugate."""
    values = standard_point(seed)
    mirror = {name: np.conj(value) for name, value in values.items()}
    plain = evaluate_betas(standard_model(), values, loop)
    got = evaluate_betas(standard_model(), mirror, loop)
    assert_equal(got, {name: np.conj(value) for name, value in plain.items()}, STANDARD)


@LOOPS
@given(TRIPLE, SEED)
@FEW
def test_charge_conjugated_fields_run_the_same(loop: int, charges: Charges, seed: int) -> None:
    """bar(L) H E with right-handed E is L e dag(H), conjugated, with left-handed e of opposite charges."""
    head = f"""
        {HEAD}
        mixing eta (Y, X)
        scalar H (W: 2, Y: 1/2)
        fermion L[3] left (W: 2, Y: -1/2, X: {listed(charges)})
        potential {{ l = (dag(H) H)^2; mH2 = dag(H) H }}
        """
    right = f"fermion E[3] right (Y: -1, X: {listed(charges)})\nyukawa Ye = bar(L) H E"
    left = f"fermion e[3] left (Y: 1, X: {listed([-q for q in charges])})\nyukawa Ye = L e dag(H)"
    values = random_numbers(seed, "g1", "g2", "gX", "eta", "l", "mH2") | {
        "Ye": np.diag(np.diag(random_matrix(seed, 3, 3)))
    }
    results = []
    for name, text in (("right", right), ("left", left)):
        analysis = compile_text(f"model {name}\n{head}\n{text}")
        beta = derive_betas(analysis.model, analysis.couplings, loop)
        ye = np.asarray(values["Ye"])
        results.append(evaluate_betas(beta, values | {"Ye": ye if name == "right" else ye.conj()}, loop))
    expected, got = results
    # Equal charges allow more than the diagonal, which stays diagonal.
    assert_equal(got | {"Ye": np.conj(got["Ye"])}, expected, ("g1", "g2", "gX", "eta", "l", "mH2", "Ye"))


@LOOPS
def test_the_order_of_scalars_makes_no_difference(loop: int) -> None:
    """A structure whose two halves are different numbers was once read off whichever came first."""
    scalars = ["scalar H (SU2L: 2, Y: 1/2)", "scalar T real (SU2L: 3)", "scalar S (SU2L: 3, Y: 1)"]
    results = []
    for order in ([0, 1, 2], [2, 1, 0]):
        analysis = compile_text(f"""
            model triplets
            use sm {{ except H }}
            {"; ".join(scalars[i] for i in order)}
            yukawa Yu = bar(Q) tilde(H) U
            yukawa Ye = bar(L) H E
            yukawa YS = L L S
            potential {{
              l1 = (dag(H) H)^2;  l2 = (T T)^2;  l3 = (dag(S) S)^2;  l4 = (dag(S) dag(S)) (S S)
              l5 = (dag(H) H) (T T);  l6 = (dag(H) H) (dag(S) S);  l7 = dag(H) H dag(S) S : chain1432
              l8 = (T T) (dag(S) S);  l9 = (dag(S) T) (T S);  l10 = H T H dag(S)
            }}
            """)
        betas = derive_betas(analysis.model, analysis.couplings, loop)
        values = random_numbers(1, "g1", "g2", "g3", *(f"l{i}" for i in range(1, 11)))
        values |= {"Yu": random_matrix(2, 3, 3), "Ye": random_matrix(3, 3, 3), "YS": random_matrix(4, 3, 3)}
        values["YS"] = values["YS"] + values["YS"].T
        results.append(evaluate_betas(betas, values, loop))
    assert_equal(*results, names=[f"l{i}" for i in range(1, 11)])
