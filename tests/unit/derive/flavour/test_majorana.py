"""Which scalar fits which entry of a Majorana matrix."""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.helpers.models import compile_text, diagnose

from zmodel.derive.flavour.majorana import MajoranaTexture, majorana_textures


def textures(text: str) -> dict[str, MajoranaTexture]:
    return {" ".join(item.fermions): item for item in majorana_textures(compile_text(text).model)}


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(-2, 2), min_size=2, max_size=2), st.integers(1, 3))
def test_entries_agree_with_require(charges: list[int], phi: int) -> None:
    """The other route: ask for each term and entry by itself."""
    text = f"model t\ngauge X = U(1) coupling g\nfermion N[2] right (X: {charges})\nscalar phi (X: {phi})\n"
    found = textures(text)["N N"]
    for (i, j), (scalar, spelled) in product(
        product(range(2), repeat=2), (("", ""), ("phi", "phi"), ("dag(phi)", "dag(phi)"))
    ):
        line = f"require allowed N N {spelled} entry ({i + 1},{j + 1})"
        _, diagnostics = diagnose(text + line)
        allowed = not any(item.code == "Z302" for item in diagnostics)
        assert found.pattern(scalar)[i][j] == int(allowed), (charges, phi, line)


def test_triplets_fill_symmetric_and_charged_singlets_antisymmetric_matrices() -> None:
    text = "model t\nuse sm { except Ye }\nscalar Delta (SU2L: 3, Y: 1)\nscalar h (Y: 1)\nscalar k (Y: 2)"
    found = textures(text)
    assert found["L L"].pattern("Delta") == ((1, 1, 1),) * 3
    assert found["L L"].pattern("h") == ((0, 1, 1), (1, 0, 1), (1, 1, 0))
    assert found["E E"].pattern("k") == ((1, 1, 1),) * 3


def test_coloured_fields_are_left_out() -> None:
    found = textures("model t\nuse sm\nscalar S3 (SU3c: 3bar, SU2L: 3, Y: 1/3)\nfermion N[2] right")
    assert list(found) == ["N N"]


def test_symbolic_charges_are_possible_but_not_allowed() -> None:
    text = "model t\ngauge X = U(1) coupling g\nparam a\nfermion N right (X: a)\nscalar phi (X: 2)"
    found = textures(text)["N N"]
    assert found.pattern() == ((0,),)
    assert [fit.scalar for fit in found.fits[0, 0]] == ["", "phi", "dag(phi)"]


def test_what_is_of_interest_although_nothing_fits() -> None:
    """Neutral leptons; of charged singlets, which only another charge would allow, nobody needs to know."""
    found = textures("model t\nuse sm\ngauge X = U(1) coupling gX\nfermion N[2] right (X: 1)")
    assert list(found) == ["N N"]
    assert found["N N"].pattern() == ((0, 0), (0, 0))
