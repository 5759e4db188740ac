"""Ranks and zeros of mixing matrices against random numerical matrices."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from tests.helpers.models import compile_file, compile_text

from zmodel.derive.flavour.mass_matrix import MAX_STATES
from zmodel.derive.flavour.mixing import Mixing
from zmodel.derive.flavour.rank import rank
from zmodel.derive.flavour.sectors import Sector
from zmodel.derive.flavour.structure import FlavourStructure, derive_flavour
from zmodel.derive.residues import PRIME
from zmodel.driver import Analysis

Complex = NDArray[np.complex128]
Charges = tuple[int, int, int]


def structure(analysis: Analysis) -> FlavourStructure:
    found, diagnostics = derive_flavour(analysis.model, analysis.couplings)
    assert found is not None and not diagnostics
    return found


def sector(found: FlavourStructure, name: str) -> Sector:
    return next(item for item in found.sectors if item.name == name)


def mixing(found: FlavourStructure, name: str) -> Mixing:
    return next(item for item in found.mixings if item.name == name)


# ------------------------------------------------------------------ ranks
@given(st.lists(st.lists(st.integers(-2, 2), min_size=5, max_size=5), min_size=1, max_size=6))
def test_rank_is_that_of_the_rational_matrix(rows: list[list[int]]) -> None:
    entries = {(i, j): value % PRIME for i, row in enumerate(rows) for j, value in enumerate(row) if value}
    assert rank(entries, range(len(rows)), range(5)) == np.linalg.matrix_rank(np.array(rows, dtype=float))


# ------------------------------------------------------------------ quarks
charges = st.tuples(*[st.integers(-1, 1)] * 3)


def quark_text(q: Charges, u: Charges, d: Charges) -> str:
    return f"""
        model test
        use sm
        gauge X = U(1) coupling gX
        charges X {{ Q = {list(q)}; U = {list(u)}; D = {list(d)} }}
        """


def random_matrix(texture: list[list[int]], source: np.random.Generator) -> Complex:
    shape = (len(texture), len(texture[0]))
    values = source.uniform(0.5, 1.5, shape) * np.exp(2j * np.pi * source.uniform(0, 1, shape))
    return np.asarray(np.array(texture) * values)


def texture_of(rows: Charges, columns: Charges) -> list[list[int]]:
    return [[int(a == b) for b in columns] for a in rows]


@settings(max_examples=60, deadline=None)
@given(charges, charges, charges)
def test_quarks_against_numerical_matrices(q: Charges, u: Charges, d: Charges) -> None:
    textures = texture_of(q, u), texture_of(q, d)
    if not all(any(map(any, texture)) for texture in textures):
        return  # a coupling without any entry is an error of the file
    found = structure(compile_text(quark_text(q, u, d)))
    source = np.random.default_rng(1)
    numbers = [random_matrix(texture, source) for texture in textures]
    for name, matrix in zip("ud", numbers, strict=True):
        assert sector(found, name).rank == np.linalg.matrix_rank(matrix)
        assert sector(found, name).massless == 6 - 2 * np.linalg.matrix_rank(matrix)
    if all(np.linalg.matrix_rank(matrix) == 3 for matrix in numbers):
        upper, lower = (np.linalg.svd(matrix)[0] for matrix in numbers)
        zeros = int(np.sum(abs(upper.conj().T @ lower) < 1e-9))
        assert mixing(found, "CKM").zeros == zeros
        assert mixing(found, "CKM").full == (zeros == 0)
        conserved = list(_conserved_sets(textures))
        assert mixing(found, "CKM").connected == (len(conserved) == 1)


def _conserved_sets(textures: tuple[list[list[int]], ...]) -> Iterator[set[int]]:
    """Doublets that powers of M M^dagger join."""
    total = sum(np.array(texture) @ np.array(texture).T for texture in textures) + np.eye(3)
    reach = np.linalg.matrix_power(total, 3) > 0
    seen: set[int] = set()
    for i in range(3):
        if i not in seen:
            members = {j for j in range(3) if reach[i][j]}
            seen |= members
            yield members


def test_connected_is_not_full() -> None:
    """Up quarks mix generations 1 and 2, down quarks 2 and 3: nothing is conserved, but one entry of V is zero."""
    text = """
        model t
        use sm
        gauge X = U(1) coupling gX
        charges X { Q = [0, 1, 3]; U = [0, 1, 3]; D = [0, 1, 3] }
        scalar Hu (SU2L: 2, Y: 1/2, X: 1) vev (0, v_u/sqrt(2))
        scalar Hd (SU2L: 2, Y: 1/2, X: 2) vev (0, v_d/sqrt(2))
        yukawa Yu2 = bar(Q) tilde(Hu) U
        yukawa Yd2 = bar(Q) Hd D
        """
    found = mixing(structure(compile_text(text)), "CKM")
    assert [len(block) for block in found.upper_blocks] == [2, 1]
    assert [len(block) for block in found.lower_blocks] == [1, 2]
    assert (found.connected, found.full, found.zeros) == (True, False, 1)


def test_vector_like_quarks_are_in_the_matrix() -> None:
    found = structure(compile_file("paper_b/accidental"))
    for name in ("u", "d"):
        assert (len(sector(found, name).rows), len(sector(found, name).columns)) == (4, 4)
        assert sector(found, name).rank == 4
        assert (3, 0) not in sector(found, name).texture


# ------------------------------------------------------------------ neutrinos
def test_massless_neutrinos_do_not_mix() -> None:
    found = structure(compile_file("lib/sm"))
    assert (sector(found, "nu").rank, sector(found, "nu").massless) == (0, 3)
    assert mixing(found, "PMNS").massless
    assert not mixing(found, "PMNS").full


@pytest.mark.parametrize(("singlets", "light"), [(1, 1), (2, 2), (3, 3), (4, 3)])
def test_seesaw(singlets: int, light: int) -> None:
    """Each heavy singlet gives a mass to one light neutrino, Schechter and Valle (1980)."""
    text = f"model t\nuse sm\nfermion N[{singlets}] right\nyukawa Yn = bar(L) tilde(H) N\nmass M = N N"
    found = structure(compile_text(text))
    assert sector(found, "nu").rank == singlets + light
    assert sector(found, "nu").light_rank == light
    assert mixing(found, "PMNS").full


def test_dirac_neutrinos() -> None:
    found = structure(compile_text("model t\nuse sm\nfermion N[3] right\nyukawa Yn = bar(L) tilde(H) N"))
    assert (sector(found, "nu").rank, sector(found, "nu").light_rank, sector(found, "nu").massless) == (6, None, 0)


def test_antisymmetric_matrices_have_even_rank() -> None:
    """Two SU(2) doublets of equal hypercharge and a charged singlet: an antisymmetric 3 x 3 matrix has rank 2."""
    text = """
        model t
        gauge W = SU(2) coupling g; gauge A = U(1) coupling e
        fermion F[3] left (W: 2)
        scalar s vev v
        yukawa y = bar(cc(F)) s F
        """
    found = structure(compile_text(text))
    (only,) = found.sectors
    assert only.rank == 4  # two components times rank 2


def test_a_vacuum_value_that_cancels_gives_no_mass() -> None:
    text = "model t\nuse sm\nscalar s vev {}\nfermion A left\nfermion B left\nyukawa y = bar(cc(A)) s B"
    for value, expected in (("v - v", 0), ("v", 2), ("v/2 - v/3", 2)):
        found = structure(compile_text(text.format(value)))
        neutral = sector(found, "nu")
        assert neutral.rank == expected


def test_no_photon() -> None:
    found = structure(compile_text("model t\nfermion a left\nfermion b right\nfermion c left\nmass m = bar(a) b"))
    assert [(item.name, item.rank, item.massless, item.charge) for item in found.sectors] == [
        ("a, b", 2, 0, None),
        ("c", 0, 1, None),
    ]
    assert found.mixings == ()


def test_broken_global_symmetries_tell_components_apart() -> None:
    text = """
        model t
        global F = SU(3)
        fermion a left (F: 3)
        fermion b right
        scalar s (F: 3){}
        yukawa y = bar(a) s b
        """
    found = structure(compile_text(text.format(" vev (v, 0, 0)"))).sectors
    assert [(item.name, item.rank, item.massless) for item in found] == [
        ("a[1], b", 2, 0),
        ("a[2]", 0, 1),
        ("a[3]", 0, 1),
    ]
    found = structure(compile_text(text.format(""))).sectors
    assert [(item.name, item.rank) for item in found] == [("a", 0), ("b", 0)]


@pytest.mark.parametrize(("irrep", "dimension"), [("", 1), (" (C: 8)", 8)])
def test_too_many_fermions_are_refused(irrep: str, dimension: int) -> None:
    count = MAX_STATES // (32 * dimension) + 1
    fields = "\n".join(f"fermion f{i}[32] left{irrep}" for i in range(count))
    analysis = compile_text(f"model t\ngauge C = SU(3) coupling g\n{fields}")
    found, (diagnostic,) = derive_flavour(analysis.model, analysis.couplings)
    assert found is None
    assert diagnostic.code == "Z104"


def test_conjugate_spinors_are_of_one_sector() -> None:
    """The Standard Model's leptons with e^c in place of e: one charged sector of three masses, and neutrinos."""
    text = (
        "model t\ngauge W = SU(2) coupling g\ngauge Y = U(1) coupling h\nfermion L[3] left (W: 2, Y: -1/2)\n"
        "fermion Ec[3] left (Y: 1)\nscalar H (W: 2, Y: 1/2) vev (0, v)\nyukawa y = bar(cc(Ec)) dag(H) L"
    )
    found = structure(compile_text(text)).sectors
    assert [(item.rank, item.massless, abs(item.charge or 0)) for item in found] == [(0, 3, 0), (3, 0, 1)]


@pytest.mark.parametrize(("q", "u", "d"), [((0, 0, 1), (0, 0, 1), (0, 1, 1)), ((0, 1, 2), (0, 1, 2), (0, 0, 1))])
def test_doublets_that_are_declared_as_conjugates_mix(q: Charges, u: Charges, d: Charges) -> None:
    """Their upper component is the conjugate of down quarks."""
    text = f"""
        model test
        use sm {{ except Q, L, Yu, Yd, Ye }}
        fermion Qc[3] right (SU3c: 3bar, SU2L: 2, Y: -1/6)
        fermion Lc[3] right (SU2L: 2, Y: 1/2)
        fermion N[3] right
        gauge X = U(1) coupling gX
        charges X {{ Qc = {[-x for x in q]}; U = {list(u)}; D = {list(d)} }}
        yukawa Yu = bar(Qc) H cc(U)
        yukawa Yd = bar(Qc) tilde(H) cc(D)
        yukawa Ye = bar(Lc) tilde(H) cc(E)
        yukawa Yn = bar(Lc) H cc(N)
        """
    found, usual = structure(compile_text(text)), structure(compile_text(quark_text(q, u, d)))
    assert {item.name for item in found.mixings} == {"CKM", "PMNS"}
    one, two = mixing(found, "CKM"), mixing(usual, "CKM")
    assert (one.zeros, one.full, one.connected) == (two.zeros, two.full, two.connected)
    assert [[index for _, index in sorted(block)] for block in one.upper_blocks] == [
        [index for _, index in sorted(block)] for block in two.upper_blocks
    ]
    assert mixing(found, "PMNS").full
