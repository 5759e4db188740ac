"""All products of fields that symmetries allow, against brute force and explicit tensors."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import combinations_with_replacement, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.helpers.models import compile_text

from zmodel.derive.candidates import Content, Factor, allowed_contents, content_of, count_contractions
from zmodel.derive.scalar_polynomial import conjugate_scalar_polynomial, scalar_polynomial
from zmodel.derive.spelling import spell
from zmodel.groups.linear import rank
from zmodel.model import Model


def model_of(text: str) -> Model:
    return compile_text("model test\n" + text).model


def brute_force(model: Model, fermions: int, scalars: int) -> set[frozenset[tuple[Factor, int]]]:
    """Neutral products of singlets of all SU(N)s, as multisets; conjugates are both there."""
    factors = [
        Factor(field.name, bar) for field in model.fields for bar in ((False,) if field.is_real else (False, True))
    ]
    spinors = [factor for factor in factors if model.field(factor.field).is_fermion]
    others = [factor for factor in factors if factor not in spinors]
    found = set()
    for left in combinations_with_replacement(spinors, fermions):
        handed = Counter(factor.conjugated == (model.field(factor.field).chirality == "left") for factor in left)
        if any(number % 2 for number in handed.values()):
            continue
        for right in combinations_with_replacement(others, scalars):
            content = left + right
            for generations in product(*(range(model.field(factor.field).generations) for factor in content)):
                total = sum(
                    (
                        model.charge(f.field, "X", i) * (-1 if f.conjugated else 1)
                        for f, i in zip(content, generations, strict=True)
                    ),
                    model.ring.zero,
                )
                if total.is_zero():
                    found.add(frozenset(Counter(content).items()))
    return found


def with_conjugates(model: Model, contents: list[Content]) -> set[frozenset[tuple[Factor, int]]]:
    both = contents + [conjugate(model, content) for content in contents]
    return {frozenset(Counter(content).items()) for content in both}


def conjugate(model: Model, content: Content) -> Content:
    return tuple(Factor(f.field, not f.conjugated and not model.field(f.field).is_real) for f in content)


CHARGES = st.integers(-3, 3)


@settings(max_examples=25)
@given(st.lists(CHARGES, min_size=3, max_size=3), st.lists(CHARGES, min_size=4, max_size=4))
def test_all_neutral_products_are_found_and_no_others(scalars: list[int], fermions: list[int]) -> None:
    a, b, c, d = fermions
    model = model_of(
        "gauge X = U(1) coupling g\nparam p : rational\n"
        f"fermion F[2] left (X: [{a}, {b}])\nfermion G left (X: {c} + p)\nfermion R right (X: {d})\n"
        f"scalar A (X: {scalars[0]})\nscalar B (X: {scalars[1]} + p)\nscalar C (X: {scalars[2]})\nscalar s real"
    )
    for numbers in ((0, 2), (0, 3), (0, 4), (2, 0), (2, 1), (2, 2), (4, 0)):
        contents = list(allowed_contents(model, *numbers))
        assert len(set(contents)) == len(contents)
        assert with_conjugates(model, contents) == brute_force(model, *numbers)


def test_centres_of_groups_are_respected() -> None:
    model = model_of("gauge C = SU(3) coupling g\nscalar T (C: 3)\nscalar O real (C: 8)")
    assert ["".join(f.field for f in content) for content in allowed_contents(model, 0, 3)] == ["TTT", "TTO", "OOO"]


# ------------------------------------------------------------------ counting
SCALARS = {
    "doublets": "gauge W = SU(2) coupling g\nscalar A (W: 2)\nscalar B (W: 2)",
    "triplet and quadruplet": "gauge W = SU(2) coupling g\nscalar A real (W: 3)\nscalar B (W: 4)",
    "quintet": "gauge W = SU(2) coupling g\nscalar A real (W: 5)\nscalar B (W: 3)",
    "coloured": "gauge C = SU(3) coupling g\nscalar A (C: 3)\nscalar B (C: 6)",
    "octet": "gauge C = SU(3) coupling g\nscalar A real (C: 8)\nscalar B (C: 3)",
    "leptoquark": "gauge C = SU(3) coupling g\ngauge W = SU(2) coupling g2\nscalar A (C: 3, W: 2)\nscalar B (W: 2)",
    "matrix": "global L = SU(3)\nglobal R = SU(3)\nscalar A (L: 3, R: 3bar)",
}


@pytest.mark.parametrize("text", SCALARS.values(), ids=SCALARS)
@pytest.mark.parametrize("degree", [2, 3, 4])
def test_characters_count_what_explicit_tensors_span(text: str, degree: int) -> None:
    model = model_of(text)
    for content in allowed_contents(model, 0, degree):
        polynomials = []
        for spelling in spell(model, content):
            assert content_of(model, spelling.coupling.monomials[0][1]) == content
            polynomial = scalar_polynomial(spelling.coupling.monomials, model)
            polynomials += [polynomial, conjugate_scalar_polynomial(polynomial, model)]
        keys = {key: (i,) for i, key in enumerate(sorted({key for polynomial in polynomials for key in polynomial}))}
        vectors = [{keys[key]: value for key, value in polynomial.items()} for polynomial in polynomials]
        contents = 1 if Counter(conjugate(model, content)) == Counter(content) else 2
        assert rank(vectors) == contents * count_contractions(model, content)


def test_a_general_two_doublet_potential_has_fourteen_real_parameters() -> None:
    model = model_of(
        "gauge W = SU(2) coupling g\ngauge Y = U(1) coupling g1\nscalar A (W: 2, Y: 1)\nscalar B (W: 2, Y: 1)"
    )
    real = 0
    for degree in (2, 4):
        for content in allowed_contents(model, 0, degree):
            contents = 1 if Counter(conjugate(model, content)) == Counter(content) else 2
            real += contents * count_contractions(model, content)
    assert real == 14


def test_equal_fermions_are_symmetric_or_antisymmetric_in_flavour() -> None:
    model = model_of("gauge C = SU(3) coupling g\nfermion Q left (C: 3)\nscalar A (C: 3)\nscalar B (C: 6bar)")
    quark, triplet, sextet = Factor("Q", False), Factor("A", False), Factor("B", False)
    counts = {
        scalar.field: (
            count_contractions(model, (quark, quark, scalar)),
            count_contractions(model, (quark, quark, scalar), frozenset((quark,))),
        )
        for scalar in (triplet, sextet)
    }
    assert counts == {"A": (0, 1), "B": (1, 0)}


def test_fractions_of_charges_are_exact() -> None:
    third = Fraction(1, 3)
    model = model_of(f"gauge X = U(1) coupling g\nscalar A (X: {third})\nscalar B (X: -1)")
    assert (Factor("A", False),) * 3 + (Factor("B", False),) in list(allowed_contents(model, 0, 4))
