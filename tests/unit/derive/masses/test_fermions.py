"""Fermion mass matrices, and the series that separates light from heavy fermions, against numerical decompositions."""

from __future__ import annotations

import numpy as np
import pytest
import sympy
from numpy.typing import NDArray
from tests.helpers.models import compile_file, compile_text

from zmodel.derive.flavour.structure import derive_flavour
from zmodel.derive.masses import series
from zmodel.derive.masses.exact import mass_blocks
from zmodel.derive.masses.fermions import FermionSector, derive_fermion_masses
from zmodel.derive.masses.heavy_mixing import derive_heavy_mixing
from zmodel.driver import Analysis

Complex = NDArray[np.complex128]
v_h = sympy.Symbol("v_h", positive=True)


def sector(analysis: Analysis, name: str) -> FermionSector:
    return {item.name: item for item in derive_fermion_masses(analysis.model, analysis.couplings)}[name]


def coupling(name: str, i: int, j: int) -> sympy.Symbol:
    return sympy.Symbol(f"{name}[{i + 1},{j + 1}]", complex=True)


def random_values(matrix: sympy.Matrix, source: np.random.Generator) -> dict[sympy.Symbol, complex]:
    return {
        symbol: float(source.uniform(0.5, 1.5)) if symbol.is_positive else complex(source.normal(), source.normal())
        for symbol in sorted(matrix.free_symbols, key=str)
    }


def number(matrix: sympy.Matrix, values: dict[sympy.Symbol, complex]) -> Complex:
    symbols = list(values)
    dummies = [sympy.Dummy() for _ in symbols]
    replaced = sympy.Matrix(matrix).xreplace(dict(zip(symbols, dummies, strict=True)))
    return np.array(sympy.lambdify(dummies, replaced, "numpy")(*values.values()), dtype=complex)


# ------------------------------------------------------------------ matrices
def test_standard_model() -> None:
    """M = Y v/sqrt(2) in L = -bar(f_L) M f_R."""
    analysis = compile_file("lib/sm")
    for name, yukawa in (("u", "Yu"), ("d", "Yd"), ("e", "Ye")):
        found = sector(analysis, name)
        expected = sympy.Matrix(3, 3, lambda i, j, yukawa=yukawa: coupling(yukawa, i, j) * v_h / sympy.sqrt(2))
        assert sympy.Matrix(found.matrix) == expected
        assert found.massless == 0 and not found.is_majorana
    neutrinos = sector(analysis, "nu")
    assert neutrinos.is_majorana and neutrinos.massless == 3 and neutrinos.matrix.is_zero_matrix


def test_kept_entries() -> None:
    found = sector(compile_file("paper_a/bm2"), "u")
    yt = sympy.Symbol("yt", complex=True)
    assert found.matrix == sympy.diag(0, 0, yt * v_h / sympy.sqrt(2))


def test_majorana_masses_of_right_handed_fields_are_conjugated() -> None:
    """N N is made of right-handed spinors: in terms of N^c its coupling is conjugated and doubled."""
    text = "model m\nuse sm\nfermion N right\nyukawa Yn = bar(L) tilde(H) N\nmass MN = N N"
    found = sector(compile_text(text), "nu")
    mass = sympy.Symbol("MN", complex=True)
    assert found.matrix[3, 3] == 2 * sympy.conjugate(mass)
    for i in range(3):
        dirac = sympy.conjugate(sympy.Symbol(f"Yn[{i + 1}]", complex=True)) * v_h / sympy.sqrt(2)
        assert found.matrix[i, 3] == found.matrix[3, i] == dirac


def test_type_three_seesaw_is_normalised() -> None:
    """Sigma^0 has the mass of Sigma^+-: components of a triplet have different norms, physical masses do not."""
    text = "model m\nuse sm\nfermion S left (SU2L: 3)\nyukawa Ys = L S H\nmass MS = S S"
    analysis = compile_text(text)
    charged = next(s for s in derive_fermion_masses(analysis.model, analysis.couplings) if s.charge == -1)
    neutral = sector(analysis, "nu")

    def square(value: sympy.Expr) -> sympy.Expr:
        return sympy.expand(value * sympy.conjugate(value))

    assert square(charged.parts[0][-1, -1]) == square(neutral.parts[0][-1, -1])
    # |M_e Sigma| = sqrt(2) |M_nu Sigma| by SU(2).
    e_row = [p.name for p in charged.rows].index("L.down")
    assert square(charged.parts[1][e_row, -1]) == 2 * square(neutral.parts[1][0, -1])


@pytest.mark.parametrize("path", ["paper_b/accidental", "paper_b/majorana", "paper_c/malaphoric", "paper_d/mu_tau"])
def test_ranks_are_those_of_random_elements_of_a_finite_field(path: str) -> None:
    analysis = compile_file(path)
    structure, _ = derive_flavour(analysis.model, analysis.couplings)
    assert structure is not None
    source = np.random.default_rng(3)
    for found, generic in zip(
        derive_fermion_masses(analysis.model, analysis.couplings), structure.sectors, strict=True
    ):
        texture = {(i, j) for i in range(len(found.rows)) for j in range(len(found.columns)) if found.matrix[i, j] != 0}
        assert texture == generic.texture
        if texture:
            matrix = number(found.matrix, random_values(found.matrix, source))
            assert np.linalg.matrix_rank(matrix) == generic.rank


# ------------------------------------------------------------------ series
def powers(found: FermionSector, small: float) -> sympy.Matrix:
    """The matrix with every order of the small ratios put in."""
    return sum((small**n * sympy.Matrix(part) for n, part in found.parts.items()), sympy.zeros(*found.matrix.shape))


def summed(terms: series.Series, small: float) -> sympy.Matrix:
    return sum((small**n * sympy.Matrix(term) for n, term in enumerate(terms)), sympy.zeros(*terms[0].shape))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('use "accidental.zmodel"', "d"),
        ('use "accidental.zmodel"', "u"),
        (
            "use sm\nfermion EL left (Y: -1)\nfermion ER right (Y: -1)\nmass ME = bar(EL) ER\nyukawa Yx = bar(L) H ER",
            "e",
        ),
        (
            "use sm\nscalar phi (X: 1) vev v_phi/sqrt(2)\ngauge X = U(1) coupling gX\n"
            "fermion DL[2] left (SU3c: 3, Y: -1/3, X: 1)\nfermion DR[2] right (SU3c: 3, Y: -1/3, X: 1)\n"
            "mass MD = bar(DL) DR\nyukawa Yx = bar(DL) phi D",
            "d",
        ),
        ("use sm\nfermion N[2] right\nyukawa Yn = bar(L) tilde(H) N\nmass MN = N N", "nu"),
        # Doublets and a singlet of E6: four heavy fermions whose matrix is not diagonal.
        (
            "gauge SU2L = SU(2)\ngauge Y = U(1)\nfermion hu[2] left (SU2L: 2, Y: 1/2)\n"
            "fermion hd[2] left (SU2L: 2, Y: -1/2)\nfermion S left\nscalar H (SU2L: 2, Y: 1/2) vev (0, v_h/sqrt(2))\n"
            "mass M = hu hd\nyukawa Y1 = hu S tilde(H)\nyukawa Y2 = hd S H",
            "nu",
        ),
    ],
)
@pytest.mark.parametrize("order", [1, 2])
def test_series_block_diagonalises_up_to_its_order(text: str, name: str, order: int) -> None:
    found = sector(compile_text(f"model m\n{text}", folder="paper_b"), name)
    mixing = derive_heavy_mixing(found, order)
    assert mixing is not None
    values = random_values(found.matrix, np.random.default_rng(11))
    values |= {s: complex(number(sympy.Matrix([[e]]), values)[0, 0]) for s, e in mixing.definitions.items()}
    rows, columns = mixing.heavy_rows, mixing.heavy_columns
    light_rows = [i for i in range(len(found.rows)) if i not in rows]
    light_columns = [j for j in range(len(found.columns)) if j not in columns]
    errors = []
    for small in (1e-3, 5e-4):
        left, right, matrix = (
            number(item, values)
            for item in (summed(mixing.left, small), summed(mixing.right, small), powers(found, small))
        )
        unitarity = [abs(u.conj().T @ u - np.eye(len(u))).max() for u in (left, right)]
        rotated = left.conj().T @ matrix @ right
        off = [abs(rotated[np.ix_(light_rows, columns)]).max(), abs(rotated[np.ix_(rows, light_columns)]).max()]
        errors.append(max([*unitarity, *off]))
        if found.is_majorana:
            assert np.allclose(left.conj(), right)
    # Halving the small ratio divides the error by 2^(order + 1) at least.
    assert errors[1] <= errors[0] / 2 ** (order + 0.9) or errors[0] < 1e-13


def test_seesaw() -> None:
    """m_nu = -m_D M^-1 m_D^T, Minkowski, Phys. Lett. B 67 (1977) 421."""
    text = "model m\nuse sm\nfermion N[2] right\nyukawa Yn = bar(L) tilde(H) N\nmass MN = N N"
    found = sector(compile_text(text), "nu")
    mixing = derive_heavy_mixing(found)
    assert mixing is not None and mixing.heavy_rows == (3, 4)
    values = random_values(found.matrix, np.random.default_rng(5))
    values |= {s: complex(number(sympy.Matrix([[e]]), values)[0, 0]) for s, e in mixing.definitions.items()}
    matrix = number(found.matrix, values)
    dirac, heavy = matrix[:3, 3:], matrix[3:, 3:]
    assert np.allclose(number(mixing.light_mass, values), -dirac @ np.linalg.inv(heavy) @ dirac.T)


def test_nothing_to_separate() -> None:
    analysis = compile_file("lib/sm")
    assert all(derive_heavy_mixing(s) is None for s in derive_fermion_masses(analysis.model, analysis.couplings))
    # A mass that joins a new field to three generations alike leaves no heavy rows apart.
    text = "model m\nuse sm\nfermion DL left (SU3c: 3, Y: -1/3)\nmass MD = bar(DL) D"
    assert derive_heavy_mixing(sector(compile_text(text), "d")) is None


def test_powers_of_series() -> None:
    x = sympy.Symbol("x", real=True)
    small = (sympy.ImmutableDenseMatrix([[0]]), sympy.ImmutableDenseMatrix([[x]]), sympy.ImmutableDenseMatrix([[0]]))
    found = series.power_of_one_plus(small, sympy.Rational(-1, 2))
    assert [item[0, 0] for item in found] == [1, -x / 2, sympy.Rational(3, 8) * x**2]


# ------------------------------------------------------------------ declared small parameters
PARTNER = "use sm\nscalar s (Y: 0) vev w\nfermion EL left (Y: -1)\nfermion ER right (Y: -1)\n" + (
    "mass ME = bar(EL) ER\nyukawa Yx = bar(L) H ER\nyukawa Ys = bar(EL) E s\n"
)


@pytest.mark.parametrize(
    ("small", "order", "expected"),
    [
        ("v_h, w", 3, {0, 1}),
        ("v_h order 2, w", 3, {0, 1, 2}),
        ("Yx order 3, Ye order 4, w", 4, {0, 1, 3, 4}),
        ("w order 2, Yx, v_h order 2, ME", 2, {0, 1, 2}),
    ],
)
def test_declared_small_parameters_decide_orders(small: str, order: int, expected: set[int]) -> None:
    """U_L^dag M U_R is block diagonal up to the next order in the counting of the file, with the blocks given."""
    analysis = compile_text(f"model m\n{PARTNER}small {small}")
    found = sector(analysis, "e")
    orders = {item.name: item.order for item in analysis.model.small}
    mixing = derive_heavy_mixing(found, order)
    assert mixing is not None
    assert set(found.parts) == expected
    plain = random_values(found.matrix, np.random.default_rng(5))
    worst, left_over = [], []
    for scale in (0.02, 0.01):
        values = {s: value * scale ** orders.get(s.name.partition("[")[0], 0) for s, value in plain.items()}
        left, right = (number(series.total(side), values) for side in (mixing.left, mixing.right))
        matrix = number(found.matrix, values)
        rotated = left.conj().T @ matrix @ right
        heavy = abs(rotated[-1, -1])
        worst.append(max(np.max(abs(rotated[:-1, -1])), np.max(abs(rotated[-1, :-1]))) / heavy)
        blocks = number(mixing.light_mass, values), number(mixing.heavy_mass, values)
        changes = abs(rotated[:-1, :-1] - blocks[0]).max(), abs(rotated[-1:, -1:] - blocks[1]).max()
        left_over.append(max(changes) / heavy)
        assert np.max(abs(left.conj().T @ left - np.eye(4))) < (100 * scale) ** (order + 1)
    for first, second in (worst, left_over):
        assert second < 1.3 * first / 2 ** (order + 1) or second < 1e-12


@pytest.mark.parametrize("small", ["g1", "Yx, v_h", "Yx, ME"])
def test_what_does_not_tell_light_from_heavy_changes_nothing(small: str) -> None:
    plain, declared = (sector(compile_text(f"model m\n{PARTNER}{more}"), "e") for more in ("", f"small {small}"))
    assert declared.parts == plain.parts
    assert declared == plain


# ------------------------------------------------------------------ closed forms
BLOCKS = {
    "Dirac": "fermion TL[2] left (SU3c: 3, Y: 2/3)\nfermion TR[2] right (SU3c: 3, Y: 2/3)\nmass M = bar(TL) TR",
    "one row": "fermion E4 left (Y: -1)\nmass m = bar(E4) E",
    "Majorana": "fermion N[2] right\nmass M = N N",
    "Majorana pair": "gauge X = U(1) coupling gX\nfermion N[2] right (X: [1, -1])\nmass M = N N",
}


@pytest.mark.parametrize("case", BLOCKS)
def test_closed_forms_are_singular_values(case: str) -> None:
    """Blocks cover what has a mass, and their masses are those of the whole matrix."""
    text = f"model t\nuse sm {{ except Yu, Yd, Ye }}\n{BLOCKS[case]}"
    analysis = compile_text(text)
    source = np.random.default_rng(3)
    seen = 0
    for item in derive_fermion_masses(analysis.model, analysis.couplings):
        blocks = mass_blocks(item)
        values = random_values(item.matrix, source)
        masses = [float(number(sympy.Matrix([mass]), values)[0, 0].real) for b in blocks for mass in b.masses or ()]
        whole = np.linalg.svd(number(item.matrix, values), compute_uv=False)
        assert sorted(masses) == pytest.approx(sorted(value for value in whole if value > 1e-12)), item.name
        for block in blocks:
            part = item.matrix.extract(list(block.rows), list(block.columns))
            assert all(any(part.row(i)) for i in range(part.rows)) and all(any(part.col(j)) for j in range(part.cols))
        seen += len(masses)
    assert seen == {"Dirac": 2, "one row": 1, "Majorana": 2, "Majorana pair": 2}[case]
