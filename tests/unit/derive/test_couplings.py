"""Terms of the Lagrangian: invariance, textures, contractions, hermiticity and flavour symmetry."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.helpers.models import compile_text, diagnose

from zmodel.derive.couplings import Coupling
from zmodel.diagnostics import Diagnostic

SM = """
model test
gauge SU3c = SU(3) coupling g3; gauge SU2L = SU(2) coupling g2; gauge Y = U(1) coupling g1
gauge X = U(1) coupling gX
fermion Q[3] left (SU3c: 3, SU2L: 2, Y: 1/6, X: [-1/4, -1/4, 1/6])
fermion U[3] right (SU3c: 3, Y: 2/3, X: [-1/4, -1/4, 1/6])
fermion D[3] right (SU3c: 3, Y: -1/3, X: [-1/4, -1/4, 1/6])
fermion L[3] left (SU2L: 2, Y: -1/2, X: [0, 1, 0])
fermion E[3] right (Y: -1, X: [0, 0, 1])
fermion N[3] right (X: [1/12, -1/12, 1])
scalar H (SU2L: 2, Y: 1/2)
scalar phi (X: 1/9)
"""


def coupling(term: str, head: str = SM, kind: str = "yukawa", tail: str = "") -> Coupling:
    declaration = f"potential {{ c = {term} }}" if kind == "potential" else f"{kind} c = {term}"
    return compile_text(f"{head}\n{declaration}\n{tail}").couplings.couplings["c"]


def complaint(term: str, head: str = SM, kind: str = "yukawa") -> Diagnostic:
    declaration = f"potential {{ c = {term} }}" if kind == "potential" else f"{kind} c = {term}"
    analysis, diagnostics = diagnose(f"{head}\n{declaration}")
    errors = [d for d in diagnostics if d.severity == "error"]
    assert analysis is None and len(errors) == 1
    return errors[0]


def indices(*entries: str) -> tuple[tuple[int, ...], ...]:
    """ "12" is the entry (1,2)."""
    return tuple(tuple(int(digit) - 1 for digit in entry) for entry in entries)


# ------------------------------------------------------------------ textures
@pytest.mark.parametrize(
    ("term", "texture"),
    [
        ("bar(Q) tilde(H) U", indices("11", "12", "21", "22", "33")),
        ("bar(Q) H D", indices("11", "12", "21", "22", "33")),
        ("bar(L) H E", indices("11", "12", "23", "31", "32")),
        ("bar(L) tilde(H) N", indices("23")),
        ("bar(U) dag(tilde(H)) Q", indices("11", "12", "21", "22", "33")),
    ],
)
def test_texture_follows_from_charges(term: str, texture: tuple[tuple[int, ...], ...]) -> None:
    found = coupling(term)
    assert found.texture == texture
    assert found.shape == (3, 3)
    assert set(found.entries) == {(i, j) for i in range(3) for j in range(3)}


def test_conditions_of_forbidden_entries() -> None:
    entries = coupling("bar(Q) H D").entries
    (condition,) = entries[0, 2].conditions.values()
    assert str(condition) == "5/12"
    assert not entries[0, 2].allowed
    assert not entries[0, 2].possible
    assert entries[0, 0].conditions == {}


def test_legs_without_generations_have_no_index() -> None:
    head = SM + "fermion F right (SU3c: 3, Y: -1/3, X: 1/6)\n"
    found = coupling("bar(Q) H F", head)
    assert found.shape == (3,)
    assert found.texture == indices("3")
    assert coupling("bar(FL) phi FR", head + "fermion FL left (X: 1/9)\nfermion FR right").shape == ()


CHARGE = st.integers(-2, 2)
CHARGES = st.lists(CHARGE, min_size=3, max_size=3)


@given(CHARGES, CHARGES, CHARGE)
@settings(max_examples=40, deadline=None)
def test_entries_are_allowed_when_charges_add_up(left: list[int], right: list[int], scalar: int) -> None:
    expected = tuple((i, j) for i in range(3) for j in range(3) if -left[i] + scalar + right[j] == 0)
    text = f"""
        model t
        gauge X = U(1) coupling g
        fermion A[3] left (X: {left})
        fermion B[3] right (X: {right})
        scalar s (X: {scalar})
        yukawa c = bar(A) s B
        """
    analysis, diagnostics = diagnose(text)
    if expected:
        assert analysis is not None
        assert analysis.couplings.couplings["c"].texture == expected
    else:
        assert [d.code for d in diagnostics if d.severity == "error"] == ["Z203"]


@given(st.lists(st.sampled_from("ab"), min_size=4, max_size=4), st.fractions(-2, 2, max_denominator=3))
@settings(max_examples=25, deadline=None)
def test_symbolic_entries_are_allowed_identically(names: list[str], shift: Fraction) -> None:
    """Charges a and b are free, so only equal ones cancel; values can be put in later."""
    text = f"""
        model t
        gauge X = U(1) coupling g
        param a, b
        fermion A[3] left (X: [{names[0]}, {names[1]}, {shift} + a])
        fermion B[3] right (X: [{names[2]}, {names[3]}, {shift} + a])
        scalar s
        yukawa c = bar(A) s B
        """
    charges = [Fraction(3, 7) if name == "a" else Fraction(11, 5) for name in names]
    left = [*charges[:2], shift + Fraction(3, 7)]
    right = [*charges[2:], shift + Fraction(3, 7)]
    identical = {(i, j) for i in range(2) for j in range(2) if names[i] == names[2 + j]} | {(2, 2)}
    if shift == 0:
        identical |= {(2, j) for j in range(2) if names[2 + j] == "a"} | {(i, 2) for i in range(2) if names[i] == "a"}
    assert set(compile_text(text).couplings.couplings["c"].texture) == identical
    numbers = compile_text(text, {"a": Fraction(3, 7), "b": Fraction(11, 5)})
    assert set(numbers.couplings.couplings["c"].texture) == {
        (i, j) for i in range(3) for j in range(3) if left[i] == right[j]
    }


# ------------------------------------------------------------------ what is not invariant
def test_a_forbidden_kept_entry_shows_each_charge() -> None:
    error = complaint("bar(Q) H D keep (1,3) as yb")
    assert error.code == "Z203"
    assert error.message == "c violates X"
    assert error.label == "entry (1,3): Q -(-1/4), H 0, D +1/6: sum 5/12, must be 0"
    assert error.hints == ("allowed entries are (1,1), (1,2), (2,1), (2,2), (3,3)",)
    assert error.span is not None and error.span.text == "bar(Q) H D"


@pytest.mark.parametrize(
    ("term", "kind", "code"),
    [
        ("bar(Q) H U", "yukawa", "Z203"),
        ("bar(Q) H E", "yukawa", "Z202"),
        ("bar(Q) D", "mass", "Z202"),
        ("bar(Q) H L", "yukawa", "Z201"),
        ("bar(U) H D", "yukawa", "Z201"),
        ("dag(H) H bar(L) H E", "yukawa", "Z207"),
        ("bar(L) E", "yukawa", "Z201"),
        ("bar(L) H E", "mass", "Z201"),
        ("bar(L) H E", "potential", "Z201"),
        ("(dag(H) H)^3", "potential", "Z207"),
        ("phi phi", "potential", "Z203"),
        ("dag(H) phi", "potential", "Z202"),
    ],
)
def test_terms_that_are_refused(term: str, kind: str, code: str) -> None:
    assert complaint(term, kind=kind).code == code


def test_symbolic_charges_may_forbid_everything_with_a_warning() -> None:
    text = """
        model t
        gauge X = U(1) coupling g
        param a
        fermion A left (X: a)
        fermion B right
        scalar s (X: 1)
        yukawa c = bar(A) s B
        """
    analysis, diagnostics = diagnose(text)
    assert analysis is not None
    assert analysis.couplings.couplings["c"].texture == ()
    assert [d.code for d in diagnostics if d.code == "Z504"] == ["Z504"]


def test_the_terms_of_a_sum_have_one_charge() -> None:
    head = "model t\ngauge X = U(1) coupling g\nscalar a (X: 1)\nscalar b (X: 2)\n"
    assert complaint("dag(a) a + dag(a) b", head, "potential").code == "Z203"
    found = coupling("dag(a) a + 2 dag(b) b", head, "potential")
    assert [coefficient for coefficient, _, _ in found.monomials] == [1, 2]
    assert found.is_real


# ------------------------------------------------------------------ contractions
TWO_DOUBLETS = "model t\ngauge W = SU(2) coupling g; gauge C = SU(3) coupling gc\nscalar A (W: 2)\nscalar B (W: 2)\n"


def test_ambiguous_contractions_are_listed_and_chosen() -> None:
    head = TWO_DOUBLETS + "scalar P (C: 3)\nscalar R (C: 3)\n"
    error = complaint("dag(P) P dag(R) R", head, "potential")
    assert error.code == "Z204"
    assert any(note.startswith("singlet: ") for note in error.notes)
    assert any(note.startswith("adjoint: ") for note in error.notes)
    plain = coupling("(dag(P) P) (dag(R) R)", head, "potential").monomials[0][2]
    chosen = coupling("dag(P) P dag(R) R : singlet", head, "potential").monomials[0][2]
    assert plain == chosen
    assert coupling("dag(P) P dag(R) R : adjoint", head, "potential").monomials[0][2] != plain
    assert complaint("dag(P) P dag(R) R : octet", head, "potential").code == "Z204"


def test_fermions_of_several_generations_have_symmetric_and_antisymmetric_contractions() -> None:
    """d^ABC and i f^ABC come with a symmetric and an antisymmetric flavour matrix; one generation has no latter."""
    head = "model t\ngauge C = SU(3) coupling g\nscalar S (C: 8)\nfermion O[2] left (C: 8)\nfermion A left (C: 8)\n"
    error = complaint("O O S", head)
    assert error.code == "Z204"
    assert [note.partition(":")[0] for note in error.notes] == ["d", "f"]
    assert coupling("O O S : d", head).symmetry == "symmetric"
    assert coupling("O O S : f", head).symmetry == "antisymmetric"
    assert coupling("A A S", head).description == "C: d^ABC A^A A^B S^C"
    assert complaint("A A S : f", head).code == "Z205"


def test_brackets_say_what_belongs_together() -> None:
    crossed = coupling("(dag(A) B) (dag(B) A)", TWO_DOUBLETS, "potential").monomials[0][2]
    assert crossed == {(i, i, j, j): 1 for i in range(2) for j in range(2)}


def test_doublets_meet_with_epsilon_in_written_order() -> None:
    assert coupling("A B", TWO_DOUBLETS, "potential").monomials[0][2] == {(0, 1): 1, (1, 0): -1}
    assert coupling("dag(A) tilde(B)", TWO_DOUBLETS, "potential").monomials[0][2] == {(0, 1): 1, (1, 0): -1}
    assert coupling("dag(tilde(A)) B", TWO_DOUBLETS, "potential").monomials[0][2] == {(1, 0): 1, (0, 1): -1}


def test_triplets_meet_with_epsilon_in_written_order() -> None:
    head = "model t\ngauge C = SU(3) coupling gc\nscalar A (C: 3)\nscalar B (C: 3)\nscalar D (C: 3)\n"
    tensor = coupling("A B D", head, "potential").monomials[0][2]
    assert tensor == {(0, 1, 2): 1, (1, 2, 0): 1, (2, 0, 1): 1, (0, 2, 1): -1, (2, 1, 0): -1, (1, 0, 2): -1}


# ------------------------------------------------------------------ hermiticity, symmetry, dimension
@pytest.mark.parametrize(
    ("term", "is_real"),
    [
        ("dag(A) A", True),
        ("dag(A) B", False),
        ("(dag(A) B) (dag(B) A)", True),
        ("(dag(A) B)^2", False),
        ("dag(A) B + dag(B) A", True),
        ("A B", False),
    ],
)
def test_hermitian_terms_have_real_couplings(term: str, is_real: bool) -> None:
    assert coupling(term, TWO_DOUBLETS, "potential").is_real is is_real


REAL = "model t\ngauge W = SU(2) coupling g\nscalar S real (W: 3)\nscalar n real\nscalar H (W: 2)\nscalar T (W: 3)\n"


@pytest.mark.parametrize(
    ("term", "is_real"),
    [
        ("S S", True),
        ("n^3", True),
        ("n (dag(H) H)", True),
        ("dag(H) S H", True),
        ("dag(T) S", False),
        ("T T", False),
        ("S S n^2", True),
    ],
)
def test_real_fields_are_their_own_conjugates(term: str, is_real: bool) -> None:
    assert coupling(term, REAL, "potential").is_real is is_real


def test_yukawa_couplings_are_complex() -> None:
    assert not coupling("bar(Q) H D").is_real


DIQUARKS = """
model t
gauge C = SU(3) coupling gc; gauge W = SU(2) coupling gw
fermion Q[3] left (C: 3, W: 2)
fermion D[3] right (C: 3)
fermion L[3] left (W: 2)
fermion N[3] right
scalar S1 (C: 3bar)
scalar S3 (C: 3bar, W: 3)
scalar S6 (C: 6)
scalar T (W: 3)
scalar P (W: 1)
"""


@pytest.mark.parametrize(
    ("term", "symmetry"),
    [
        ("N N P", "symmetric"),
        ("L L T", "symmetric"),
        ("L L P", "antisymmetric"),
        ("Q Q dag(S1)", "symmetric"),
        ("Q Q dag(S3)", "antisymmetric"),
        ("D D dag(S6)", "symmetric"),
        ("bar(cc(D)) D dag(S1)", "antisymmetric"),
        ("bar(cc(Q)) S3 L", "none"),
        ("bar(cc(Q)) S1 L", "none"),
    ],
)
def test_symmetry_of_flavour_matrices(term: str, symmetry: str) -> None:
    assert coupling(term, DIQUARKS).symmetry == symmetry


@pytest.mark.parametrize(
    ("term", "kind", "dimension"),
    [("bar(Q) H D", "yukawa", 4), ("(dag(H) H)^2", "potential", 4), ("dag(H) H", "potential", 2)],
)
def test_dimension(term: str, kind: str, dimension: int) -> None:
    found = coupling(term, SM, kind)
    assert found.dimension == dimension
    assert found.term == term


def test_masses_of_fermions_have_dimension_three() -> None:
    assert coupling("N N", DIQUARKS, "mass").dimension == 3
    assert coupling("bar(F) D", DIQUARKS + "fermion F left (C: 3)\n", "mass").dimension == 3


def test_a_term_that_statistics_forbids_vanishes() -> None:
    assert complaint("A A", TWO_DOUBLETS, "potential").code == "Z205"
    head = "model t\ngauge W = SU(2) coupling g\nfermion L left (W: 2)\nfermion K left (W: 2)\nscalar P\n"
    assert complaint("L L P", head).code == "Z205"
    assert coupling("L K P", head).symmetry == "none"


def test_antisymmetric_flavour_matrices_have_no_diagonal() -> None:
    """epsilon epsilon Q Q S3: the diagonal is zero by statistics, whatever the charges."""
    head = """
        model t
        gauge C = SU(3) coupling gc; gauge W = SU(2) coupling gw; gauge X = U(1) coupling gx
        fermion Q[3] left (C: 3, W: 2, X: [0, 1, 2])
        scalar A (C: 3bar, W: 3, X: 2)
        scalar B (C: 3bar, W: 3, X: 0)
        """
    found = coupling("Q Q dag(A)", head)
    assert found.texture == indices("13", "31")
    assert found.vanishing == {(0, 0), (1, 1), (2, 2)}
    assert complaint("Q Q dag(B)", head).code == "Z205"
    error = complaint("Q Q dag(A) keep (2,2) as y", head)
    assert (error.code, error.message) == ("Z205", "`y` vanishes identically")
    assert complaint("Q Q dag(A) keep (1,2) as y", head).code == "Z203"


@pytest.mark.parametrize("term", ["Q Q dag(S1)", "Q Q dag(S3)"])
def test_one_entry_of_a_symmetric_matrix_is_kept_once(term: str) -> None:
    error = complaint(f"{term} keep (1,2) as y, (2,1) as z", DIQUARKS)
    assert (error.code, error.message) == ("Z209", "`y` and `z` are one entry of `c`")
    assert coupling(f"{term} keep (1,2) as y, (2,3) as z", DIQUARKS).kept


def test_entries_of_symmetric_and_antisymmetric_couplings() -> None:
    """Kept ones have a name, the mirrored one is equal or opposite, and an antisymmetric matrix has no diagonal."""
    text = (
        "model t\nuse sm\nfermion N[2] right\nscalar h (Y: 1)\nscalar s real\nyukawa y = bar(L) H E keep (1,2) as c\n"
        "yukawa S = N N s keep (1,2) as a\nyukawa A = bar(cc(L)) L h keep (3,1) as b\nmass M = N N"
    )
    couplings = compile_text(text.replace("use sm", "use sm { except Ye }")).couplings.couplings

    def entries(name: str) -> list[list[tuple[int, str]]]:
        first, second = couplings[name].shape
        return [[couplings[name].signed_entry((i, j)) for j in range(second)] for i in range(first)]

    nothing = (0, "")
    assert entries("S") == [[nothing, (1, "a")], [(1, "a"), nothing]]
    assert entries("A") == [[nothing, nothing, (-1, "b")], [nothing] * 3, [(1, "b"), nothing, nothing]]
    assert entries("M") == [[(1, "M[1,1]"), (1, "M[1,2]")], [(1, "M[1,2]"), (1, "M[2,2]")]]
    signs = [[sign for sign, _ in row] for row in entries("y")]
    assert signs == [[0, 1, 0], [0, 0, 0], [0, 0, 0]] and entries("y")[0][1] == (1, "c")


def test_a_name_for_the_only_contraction_is_one_too_many() -> None:
    found = complaint("dag(H) H : pair12", kind="potential")
    assert (found.code, found.hints) == ("Z204", ("there is nothing to choose: leave out `: pair12`",))


def test_the_components_of_several_groups_multiply() -> None:
    text = "model m\n" + "".join(f"gauge {group} = SU(5)\n" for group in "ABC")
    analysis, found = diagnose(text + "scalar s (A: 10, B: 10, C: 10)\npotential { q = (dag(s) s)^2; m = dag(s) s }")
    assert analysis is None
    assert [(item.code, item.span and item.span.text) for item in found] == [("Z104", "(dag(s) s)^2")]
