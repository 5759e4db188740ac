"""From Warsaw to Warsaw up."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pytest
from numpy.typing import NDArray

from zmodel.derive.smeft_basis import CurrentElement, vector_exchange
from zmodel.derive.warsaw import key, representatives, shares
from zmodel.exchange.bases import to_warsaw_up

Matrix = NDArray[np.complex128]


def unitary(seed: int) -> Matrix:
    rng = np.random.default_rng(seed)
    return np.linalg.qr(rng.normal(size=(3, 3)) + 1j * rng.normal(size=(3, 3)))[0]


def hermitian(rng: np.random.Generator) -> Matrix:
    matrix = rng.normal(size=(3, 3)) + 1j * rng.normal(size=(3, 3))
    return np.asarray(matrix + matrix.conj().T)


def exchange(currents: Mapping[str, Matrix], higgs: float) -> dict[str, complex]:
    """The coefficients of the exchange of a vector of unit mass."""

    def element(e: CurrentElement) -> complex:
        return complex(higgs) if e.multiplet == "H" else complex(currents[e.multiplet][e.i, e.j])

    return {
        name: sum(float(p.weight) * element(p.first) * element(p.second) for p in products)
        for name, products in vector_exchange().items()
    }


@pytest.mark.parametrize("seed", [1, 2])
def test_rotated_coefficients_are_those_of_rotated_currents(seed: int) -> None:
    rng = np.random.default_rng(seed)
    currents = {name: hermitian(rng) for name in "qudle"}
    v = unitary(seed)
    found = to_warsaw_up(exchange(currents, 0.3), v)
    rotated = exchange(currents | {"q": v @ currents["q"] @ v.conj().T}, 0.3)
    assert found.keys() == rotated.keys()
    for name, value in rotated.items():
        assert found[name] == pytest.approx(value, rel=1e-10, abs=1e-12), name


@pytest.mark.parametrize(
    ("operator", "contraction"),
    [
        ("dphi", "ai,ib->ab"),
        ("ledq", "ijkl,bl->ijkb"),
        ("lequ1", "ijkl,bk->ijbl"),
        ("quqd1", "ijkl,ai,bk->ajbl"),
    ],
)
def test_operators_that_are_not_hermitian(operator: str, contraction: str) -> None:
    rng = np.random.default_rng(5)
    v = unitary(5)
    places = list(representatives(operator))
    shape = (3,) * len(places[0])
    assert len(places) == np.prod(shape)
    tensor = rng.normal(size=shape) + 1j * rng.normal(size=shape)
    found = to_warsaw_up({key(operator, place): complex(tensor[place]) for place in places}, v)
    matrix = v.conj() if operator == "ledq" else v  # its q is not barred
    if operator == "dphi":
        expected = np.einsum(contraction, matrix, tensor)
    else:
        count = contraction.count(",")
        expected = np.einsum(contraction, tensor, *[matrix] * count)
    for place in places:
        assert found[key(operator, place)] == pytest.approx(complex(expected[place]), rel=1e-10)


@pytest.mark.parametrize(
    ("operator", "contraction"),
    [("duql", "ijkl,ck->ijcl"), ("qque", "ijkl,ai,bj->abkl"), ("qqql", "ijkl,ai,bj,ck->abcl"), ("duue", "ijkl->ijkl")],
)
def test_operators_that_violate_baryon_number(operator: str, contraction: str) -> None:
    """No quark doublet is barred. A tensor over all generations is kept as the sums that related operators make."""
    rng = np.random.default_rng(6)
    v = unitary(6)
    tensor = rng.normal(size=(3,) * 4) + 1j * rng.normal(size=(3,) * 4)

    def kept(full: NDArray[np.complex128]) -> dict[str, complex]:
        return {
            key(operator, place): complex(sum(n * full[other] for other, n in shares(operator, place).items()))
            for place in representatives(operator)
        }

    found = to_warsaw_up(kept(tensor), v)
    rotated = kept(np.einsum(contraction, tensor, *[v.conj()] * contraction.count(",")))
    assert found.keys() == rotated.keys()
    for name, value in rotated.items():
        assert found[name] == pytest.approx(value, rel=1e-10), name


def test_without_quark_doublets_nothing_changes() -> None:
    coefficients = {"phiBox": -1 + 0j, "ll_1122": 2 + 0j, "eu_1213": 1 + 1j}
    assert to_warsaw_up(coefficients, unitary(1)) == coefficients


def test_what_vanishes_after_the_rotation_is_left_out() -> None:
    universal = {f"phiq1_{i}{i}": 1 + 0j for i in (1, 2, 3)}
    found = to_warsaw_up(universal, unitary(3))
    assert found.keys() == universal.keys()
    assert all(value == pytest.approx(1) and value.imag == 0 for value in found.values())
