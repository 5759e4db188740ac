"""Families of charges, against integer solutions of the search, models with charges put in, and published families."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from itertools import chain, permutations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.helpers.families import holds, parameter_values, solve
from tests.helpers.models import compile_file, compile_text, diagnose

from zmodel.algebra.polynomial import constant_value
from zmodel.charges import search_problem
from zmodel.charges.families import FamilyReport
from zmodel.charges.sample import take_sample
from zmodel.derive.requirements import unknown_conditions
from zmodel.driver import Analysis

HEAD = "model test\nuse sm { except H }\ngauge X = U(1) coupling gX\n"
YUKAWAS = "yukawa Yu = bar(Q) tilde(H) U\nyukawa Yd = bar(Q) H D\nyukawa Ye = bar(L) H E\n"
DOUBLET = "scalar H (SU2L: 2, Y: 1/2, X: ?)\n" + YUKAWAS
QUARKS = "require allowed Yu all, Yd all\n"
ONE_EACH = "charges X { Q = ?q; U = ?u; D = ?d; L = ?l; E = ?e }\n"
LEPTONS = "charges X { Q = ?q; U = ?u; D = ?d; L = [?, ?, ?]; E = [?, ?, ?] }\n"
NEUTRINOS = "fermion N[3] right (X: [?, ?, ?])\n"

MODELS = {
    "one generation": HEAD + ONE_EACH + "fermion N[3] right (X: ?n)\n",
    "neutral doublet": HEAD
    + LEPTONS
    + NEUTRINOS
    + DOUBLET.replace("X: ?", "X: 0")
    + "require allowed Yu all, Yd all\n",
    "lepton Yukawas": HEAD + LEPTONS + NEUTRINOS + DOUBLET + "require allowed Yu all, Yd all, Ye diagonal\n",
    "some Yukawas": HEAD + LEPTONS + DOUBLET + "require allowed Yu all, Yd all, Ye\n",
    "fixed charge": HEAD
    + LEPTONS.replace("L = [?, ?, ?]", "L = [1, ?, ?]")
    + DOUBLET
    + "require allowed Yu all, Yd all\n",
    "leptons differ": HEAD + LEPTONS + DOUBLET + QUARKS + "require forbidden Ye entry (1,2)\n",
    "dark sector": "model test\ngauge X = U(1) coupling g\nfermion F[5] left (X: [?, ?, ?, ?, ?])\n",
    "two species": "model test\ngauge G = SU(3) coupling g\ngauge X = U(1) coupling gX\n"
    "fermion A[2] left (G: 3, X: [?, ?])\nfermion B[2] left (G: 3bar, X: [?, ?])\n",
}


def integer_solutions(analysis: Analysis, bound: int) -> list[dict[str, Fraction]]:
    """Values of all unknowns, free ones zero."""
    problem = search_problem(analysis.model, "X", unknown_conditions(analysis.model, analysis.couplings))
    found = take_sample(analysis.model, problem, bound, 3000)
    return [{**dict.fromkeys(problem.free, Fraction(0)), **values} for values in found.unknowns]


def test_a_solution_without_anything_left_to_search_is_counted_and_taken() -> None:
    """S has the charge that its coupling asks for, and nothing else is unknown."""
    text = HEAD + "scalar S (SU3c: 3bar, Y: 1/3, X: ?)\nyukawa YS = bar(cc(Q)) S L\nrequire allowed YS all\n"
    analysis = compile_text(text)
    problem = search_problem(analysis.model, "X", unknown_conditions(analysis.model, analysis.couplings))
    found = take_sample(analysis.model, problem, 5, 9)
    assert (found.count, found.rows) == (1, ((),))


def rearranged(analysis: Analysis, values: dict[str, Fraction]) -> list[dict[str, Fraction]]:
    """The same charges with the generations of each field in any order."""
    blocks = []
    for field in analysis.model.fields:
        names = [f"?{field.name}{i + 1}" for i in range(field.generations)]
        if all(name in values for name in names):
            blocks.append(names)
    choices = product(*(list(permutations(block)) for block in blocks))
    keys = list(chain(*blocks))
    return [values | dict(zip(keys, (values[name] for name in chain(*choice)), strict=True)) for choice in choices]


@pytest.mark.parametrize("name", MODELS)
def test_every_integer_solution_is_of_some_family(name: str) -> None:
    analysis = compile_text(MODELS[name])
    families = solve(analysis).families
    found = integer_solutions(analysis, 2 if "SU" in MODELS[name] else 5)
    assert found
    largest = [family for family in families if family.origin != "pairs"]
    for values in found:
        assert any(holds(family, order) for order in rearranged(analysis, values) for family in largest)


@pytest.mark.parametrize("name", ["one generation", "neutral doublet", "lepton Yukawas", "some Yukawas", "two species"])
@settings(max_examples=5)
@given(data=st.data())
def test_families_are_free_of_anomalies_at_any_point(name: str, data: st.DataObject) -> None:
    """The anomalies are those that the compiler finds for the numbers, without any of the solver's polynomials."""
    rational = st.builds(Fraction, st.integers(-9, 9), st.integers(1, 5))
    families = [family for family in report(name).families if not family.equations]
    assert families
    for family in families:
        chosen = {symbol: data.draw(rational, symbol) for symbol in family.ring.symbols}
        values = {
            unknown: constant_value(family.ring.substitute(charge, chosen))
            for unknown, charge in family.parameters.unknowns.items()
        }
        numbers = {unknown: value for unknown, value in values.items() if value is not None}
        found, diagnostics = diagnose(MODELS[name] + "require anomaly_free\n", numbers)
        assert found is not None and found.anomalies.free, [d.message for d in diagnostics]


@cache
def report(name: str) -> FamilyReport:
    return solve(compile_text(MODELS[name]))


def generators(found: FamilyReport) -> list[dict[str, str] | None]:
    """Coefficients of each family as text."""
    return [
        None if f.generator is None else {label: f.ring.format(value) for label, value in f.generator.items()}
        for f in found.families
    ]


def test_one_generation_is_hypercharge_and_baryon_minus_lepton_number() -> None:
    (family,) = report("one generation").families
    assert (family.origin, family.dimension, family.equations) == ("identically", 2, ())
    assert generators(report("one generation")) == [
        {"L_e": "a_e", "L_mu": "a_e", "L_tau": "a_e", "Y": "a_Y", "B": "-a_e"}
    ]


def test_classes_of_quark_universal_charges() -> None:
    """arXiv:2107.07518, Eqs. (2.19) and (2.20): the families of classes 1 and 2, in the one of Eqs. (2.2)-(2.7)."""
    found = report("neutral doublet")
    assert [family.origin for family in found.families] == ["open", "pairs", "pairs"]
    assert [family.dimension for family in found.families] == [5, 3, 3]
    assert [equation.value.total_degree() for equation in found.families[0].equations] == [2, 3]
    classes = generators(found)[1:]
    baryon = "-a_e/3 - a_mu/3 - a_tau/3"
    assert {"L_e": "a_e", "L_mu": "a_mu", "L_tau": "a_tau", "B": baryon} in classes
    assert any(c is not None and {"N_1", "N_2", "N_3"} < set(c) and c["L_mu"] == "a_mu" for c in classes)


def test_open_equations_are_sums_of_powers() -> None:
    """arXiv:1909.02021, Eq. (2.6): what is left are the cubes of lepton numbers and of dark charges."""
    family = report("lepton Yukawas").families[0]
    (equation,) = family.equations
    assert equation.powers is not None
    ring = family.ring
    total = ring.zero
    for coefficient, form in equation.powers:
        total = total + ring.constant(coefficient) * form**3
    assert total == equation.value
    assert len(equation.powers) == 6


def test_families_do_not_depend_on_the_order_of_fields() -> None:
    text = MODELS["lepton Yukawas"]
    swapped = text.replace(DOUBLET, "").replace(NEUTRINOS, "")
    swapped = swapped.replace(LEPTONS, DOUBLET + NEUTRINOS + LEPTONS)
    first, second = generators(report("lepton Yukawas")), generators(solve(compile_text(swapped)))
    assert first[1:] == second[1:]


def test_generations_one_by_one() -> None:
    """A field with a list of unknowns is the same as fields of one generation each."""
    single = "".join(f"fermion N{i} right (X: ?)\n" for i in (1, 2, 3))
    found = solve(compile_text(MODELS["neutral doublet"].replace(NEUTRINOS, single)))
    assert [family.dimension for family in found.families] == [5, 3, 3]


def test_conditions_that_must_not_vanish() -> None:
    (family, *_) = report("leptons differ").families
    doublet, lepton, electron = (family.charges[key] for key in (("H", 0), ("L", 0), ("E", 1)))
    assert family.conditions == (family.ring.primitive(lepton - doublet - electron),)
    (family,) = solve(compile_text(MODELS["one generation"] + "require forbidden N N\n")).families
    assert [family.ring.format(condition) for condition in family.conditions] == ["a_e"]


def test_forbidden_terms_that_are_always_allowed_leave_no_family() -> None:
    text = MODELS["one generation"] + DOUBLET.replace("X: ?", "X: ?h") + QUARKS
    assert solve(compile_text(text)).families
    assert solve(compile_text(text + "require forbidden Ye entry (1,1)\n")).families == ()


def test_charges_that_are_fixed_give_affine_families() -> None:
    found = solve(compile_text(MODELS["one generation"] + "scalar S (X: 2)\nrequire allowed N N S\n"))
    assert found.stages == (6, 5, 1)
    assert generators(found) == [{"L_e": "-1", "L_mu": "-1", "L_tau": "-1", "Y": "a_Y", "B": "1"}]
    assert found.families[0].basis == ()


def test_free_unknowns() -> None:
    found = solve(compile_text(MODELS["one generation"] + "scalar S (X: ?s)\n"))
    assert found.free == ("?s",)
    assert found.families[0].dimension == 2
    assert "X_s" in found.families[0].ring.symbols


def test_no_charges_meet_contradicting_conditions() -> None:
    text = MODELS["one generation"] + "scalar S (X: 1)\nscalar T (X: 2)\nrequire allowed N N S, N N T\n"
    assert solve(compile_text(text)).families == ()


def test_integer_bases_span_the_linear_solutions() -> None:
    for name in ("neutral doublet", "lepton Yukawas"):
        for family in report(name).families:
            names = report(name).unknowns
            assert len(family.basis) == len(family.ring.symbols)
            for vector in family.basis:
                values = dict(zip(names, map(Fraction, vector), strict=True))
                assert parameter_values(family, values) is not None


def test_names_of_parameters_are_not_taken() -> None:
    text = MODELS["one generation"] + "scalar a_Y (SU2L: 2, Y: 1/2)\n"
    (family,) = solve(compile_text(text)).families
    assert family.ring.symbols == ("a_e", "a_Y_2")


def test_renamed_and_conjugated_fields_have_the_same_generators() -> None:
    text = MODELS["one generation"].replace("fermion N[3] right (X: ?n)", "fermion nu_c[3] left (X: ?n)")
    (family,) = solve(compile_text(text)).families
    assert family.ring.format(family.charges["nu_c", 0]) == "-a_e"
    assert generators(solve(compile_text(text))) == generators(report("one generation"))


def test_without_the_standard_model_parameters_are_unknowns() -> None:
    found = report("two species")
    assert all(family.generator is None for family in found.families)
    assert all(symbol.startswith("X_") for family in found.families for symbol in family.ring.symbols)


def test_published_models_with_unknown_charges() -> None:
    found = solve(compile_file("paper_d/muoquark"))
    assert [family.dimension for family in found.families] == [5, 3, 3, 3]
    assert all(family.conditions for family in found.families)


def test_forbidden_terms_constrain_parameters() -> None:
    """A model's own parameter is solved for, too; what must not vanish is listed, or leaves no family."""
    text = "model m\nuse sm { except H }\ngauge X = U(1) coupling gX\nparam p : rational\n"
    text += "charges X { Q = ?q; U = ?u; D = ?d; L = ?l; E = ?e }\nfermion N[3] right (X: p)\nscalar S (X: 0)\n"
    (family,) = solve(compile_text(text + "require forbidden N N S\n")).families
    assert family.ring.symbols[0] == "p"
    assert [family.ring.format(condition) for condition in family.conditions] == ["p"]
