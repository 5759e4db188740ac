"""Scalar mass matrices against potentials that are written out by hand, and Goldstone's theorem."""

from __future__ import annotations

import random
from collections.abc import Mapping

import numpy as np
import pytest
import sympy
from tests.helpers.models import compile_file, compile_text

from zmodel.derive.breaking import derive_masses
from zmodel.derive.masses.scalars import ScalarSpectrum, derive_scalar_masses
from zmodel.driver import Analysis

TWO_DOUBLETS = """
    model m
    use sm { except H, lambda }
    scalar H1 (SU2L: 2, Y: 1/2)  vev (0, v1/sqrt(2))
    scalar H2 (SU2L: 2, Y: 1/2)  vev (0, v2/sqrt(2))
    potential {
      m11 = dag(H1) H1;  m22 = dag(H2) H2;  m12 = dag(H1) H2
      l1 = (dag(H1) H1)^2;  l2 = (dag(H2) H2)^2
      l3 = (dag(H1) H1) (dag(H2) H2);  l4 = (dag(H1) H2) (dag(H2) H1);  l5 = (dag(H1) H2)^2
    }
    """
TRIPLET = """
    model m
    use sm
    scalar T real (SU2L: 3)  vev (0, vT, 0)
    potential { mT = T T;  lT = (T T)^2;  k = dag(H) T H;  p = dag(H) H T T }
    """
QUINTET = "model m\nuse sm\nscalar F real (SU2L: 5)\npotential { mF = F F }"


def scalars(analysis: Analysis) -> ScalarSpectrum:
    found = derive_scalar_masses(analysis.model, analysis.couplings)
    assert found is not None
    return found


def real(names: str) -> list[sympy.Symbol]:
    return list(sympy.symbols(names, real=True, seq=True))


def numbers(names: list[str]) -> dict[str, float]:
    source = random.Random(7)
    return {name: source.uniform(0.4, 1.6) for name in names}


def evaluate(expression: sympy.Expr, values: Mapping[str, float]) -> complex:
    """Puts numbers in for symbols, and for re(c) and im(c), by their printed names."""
    atoms = [a for a in sympy.sympify(expression).atoms(sympy.re, sympy.im)]
    expression = sympy.sympify(expression).xreplace({a: sympy.Float(values[str(a)]) for a in atoms})
    return complex(expression.xreplace({s: sympy.Float(values[str(s)]) for s in expression.free_symbols}))


def eigenvalues(spectrum: ScalarSpectrum, values: Mapping[str, float]) -> list[float]:
    """All squared masses, those of complex modes twice."""
    result: list[float] = []
    for block in spectrum.blocks:
        matrix = np.array([[evaluate(entry, values) for entry in row] for row in block.matrix.tolist()])
        assert np.allclose(matrix, matrix.conj().T)
        result += [float(value) for value in np.linalg.eigvalsh(matrix)] * (2 if block.is_complex else 1)
    return sorted(result)


def with_solutions(spectrum: ScalarSpectrum, values: dict[str, float]) -> dict[str, float]:
    return values | {str(c.fixes): evaluate(c.solution, values).real for c in spectrum.conditions}


def hessian(potential: sympy.Expr, fields: list[sympy.Symbol], values: Mapping[str, float]) -> list[float]:
    """Eigenvalues of the second derivatives at the origin, where the first ones must vanish."""
    put_in = {s: sympy.Float(values[str(s)]) for s in potential.free_symbols if s not in fields}
    number = potential.xreplace(put_in)
    origin = dict.fromkeys(fields, 0)
    assert all(abs(complex(number.diff(f).subs(origin))) < 1e-10 for f in fields)
    matrix = np.array([[complex(number.diff(a, b).subs(origin)).real for b in fields] for a in fields])
    return sorted(np.linalg.eigvalsh(matrix))


def doublet(values: tuple[sympy.Expr, sympy.Expr], fields: list[sympy.Symbol]) -> sympy.Matrix:
    a, b, c, d = fields
    root = sympy.sqrt(2)
    return sympy.Matrix([values[0] + (a + sympy.I * b) / root, values[1] + (c + sympy.I * d) / root])


def dot(first: sympy.Matrix, second: sympy.Matrix) -> sympy.Expr:
    return sympy.expand((first.H * second)[0])


def test_two_higgs_doublets_with_complex_couplings() -> None:
    """The eight masses are those of the potential written out in real fields."""
    spectrum = scalars(compile_text(TWO_DOUBLETS))
    names = ["v1", "v2", "l1", "l2", "l3", "l4", "re(l5)", "im(l5)", "re(m12)"]
    values = with_solutions(spectrum, numbers(names))
    assert {str(c.fixes) for c in spectrum.conditions} == {"m11", "m22", "im(m12)"}
    fields = real("x0:8")
    symbols = {name: sympy.Symbol(name, real=True) for name in values}
    root = sympy.sqrt(2)
    h1, h2 = doublet((0, symbols["v1"] / root), fields[:4]), doublet((0, symbols["v2"] / root), fields[4:])
    m12, l5 = (symbols[f"re({n})"] + sympy.I * symbols[f"im({n})"] for n in ("m12", "l5"))
    mixed = dot(h1, h2)
    potential = sympy.expand(
        symbols["m11"] * dot(h1, h1)
        + symbols["m22"] * dot(h2, h2)
        + symbols["l1"] * dot(h1, h1) ** 2
        + symbols["l2"] * dot(h2, h2) ** 2
        + symbols["l3"] * dot(h1, h1) * dot(h2, h2)
        + symbols["l4"] * mixed * sympy.conjugate(mixed)
        + 2 * sympy.re(sympy.expand(m12 * mixed))
        + 2 * sympy.re(sympy.expand(l5 * mixed**2))
    )
    assert np.allclose(eigenvalues(spectrum, values), hessian(potential, fields, values), atol=1e-9)
    charged = spectrum.block("H1.up")
    assert charged.masses_squared is not None
    # Gunion and Haber, hep-ph/0207010: M_H+^2 = -(m12^2/(s_b c_b) + (lambda_4 + lambda_5) v^2/2) in our signs.
    v1, v2, l4 = (symbols[n] for n in ("v1", "v2", "l4"))
    expected = -(v1**2 + v2**2) * (symbols["re(m12)"] / (v1 * v2) + l4 / 2 + symbols["re(l5)"])
    assert evaluate(charged.masses_squared[0] / 1, values) == pytest.approx(evaluate(expected, values))


def test_pseudoscalar_of_real_couplings() -> None:
    """With real couplings scalar and pseudoscalar fall apart: M_A^2 = -(m12^2/(v1 v2) + 2 lambda_5) v^2."""
    text = TWO_DOUBLETS.replace("m12 = dag(H1) H2", "m12 = dag(H1) H2 + dag(H2) H1")
    text = text.replace("l5 = (dag(H1) H2)^2", "l5 = (dag(H1) H2)^2 + (dag(H2) H1)^2")
    spectrum = scalars(compile_text(text))
    block = spectrum.block("Im(H1.down)")
    assert [mode.name for mode in block.modes] == ["Im(H1.down)", "Im(H2.down)"]
    v1, v2 = sympy.symbols("v1 v2", positive=True)
    m12, l5 = real("m12 l5")
    assert block.masses_squared is not None
    assert sympy.expand(block.masses_squared[0] + (m12 / (v1 * v2) + 2 * l5) * (v1**2 + v2**2)) == 0
    assert block.goldstones == ({"Im(H1.down)": v1, "Im(H2.down)": v2},)
    scalar = spectrum.block("Re(H1.down)")
    assert len(scalar.modes) == 2 and scalar.angle is not None and scalar.goldstones == ()


def test_real_triplet() -> None:
    """The Higgs doublet with a real triplet: V in real fields, with T = t^A sigma^A and t t = tr(T T)/2."""
    spectrum = scalars(compile_text(TRIPLET))
    values = with_solutions(spectrum, numbers(["v_h", "vT", "lambda", "lT", "k", "p"]))
    fields = real("x0:7")
    symbols = {name: sympy.Symbol(name, real=True) for name in values}
    h = doublet((0, symbols["v_h"] / sympy.sqrt(2)), fields[:4])
    t = [fields[4], fields[5], symbols["vT"] + fields[6]]
    square = sum(entry**2 for entry in t)
    pauli = [[0, 1], [1, 0]], [[0, -sympy.I], [sympy.I, 0]], [[1, 0], [0, -1]]
    matrix = sum((entry * sympy.Matrix(sigma) for entry, sigma in zip(t, pauli, strict=True)), sympy.zeros(2, 2))
    potential = sympy.expand(
        symbols["mH2"] * dot(h, h)
        + symbols["lambda"] * dot(h, h) ** 2
        + symbols["mT"] * square
        + symbols["lT"] * square**2
        + symbols["k"] * (h.H * matrix * h)[0]
        + symbols["p"] * dot(h, h) * square
    )
    assert np.allclose(eigenvalues(spectrum, values), hessian(potential, fields, values), atol=1e-9)
    charged = spectrum.block("H.up")
    assert len(charged.goldstones) == 1 and charged.masses_squared is not None and len(charged.masses_squared) == 1


def test_goldstone_bosons_of_components_that_are_not_normalised() -> None:
    """A triplet with hypercharge: (v_h, 2 w) of H.up and T[2] is eaten, what is orthogonal to it has a mass."""
    text = """
        model m
        use sm
        scalar T (SU2L: 3, Y: 1)  vev (0, 0, w)
        potential { mT = dag(T) T;  l = (dag(T) T)^2;  c = dag(H) H dag(T) T : chain1432 }
        """
    block = scalars(compile_text(text)).block("H.up")
    c, v, w = real("c")[0], *sympy.symbols("v_h w", positive=True)
    (goldstone,), (mass_squared,) = block.goldstones, block.masses_squared or ()
    assert sympy.simplify(goldstone["T[2]"] / goldstone["H.up"] - 2 * w / v) == 0
    assert sympy.simplify(mass_squared + c * (v**2 + 4 * w**2) / 2) == 0


def test_components_of_a_quintet_have_one_mass() -> None:
    spectrum = scalars(compile_text(QUINTET))
    found = [block for block in spectrum.blocks if block.modes[0].field == "F"]
    masses = {block.masses_squared for block in found}
    assert [block.charge for block in found] == [2, 1, 0]
    assert len(masses) == 1


@pytest.mark.parametrize("path", ["lib/sm", "paper_a/bm1", "paper_b/accidental", "paper_d/radiative_muon_quartic"])
def test_as_many_goldstone_bosons_as_massive_vectors(path: str) -> None:
    analysis = compile_file(path)
    spectrum, gauge = scalars(analysis), derive_masses(analysis.model)
    assert spectrum.is_extremum
    massive = sum((2 if b.is_complex else 1) * b.multiplicity for b in gauge.bosons if b.mass_squared != 0)
    goldstones = sum(len(b.goldstones) * (2 if b.is_complex else 1) for b in spectrum.blocks)
    assert spectrum.eaten == massive
    assert goldstones >= massive


def test_traces_and_determinants_of_exact_masses() -> None:
    """The closed forms are the eigenvalues, whichever diagonal entry is larger; the angle diagonalises."""
    block = scalars(compile_file("paper_b/accidental")).block("Re(Phi)")
    assert block.masses_squared is not None and block.angle is not None
    for lam, big in ((0.2, 0.9), (3.0, 0.01)):
        values = {"lambda": lam, "lambda_Phi": big, "lambda_mix": 0.3, "v": 1.1, "v_Phi": 1.7}
        matrix = np.array([[evaluate(e, values).real for e in row] for row in block.matrix.tolist()])
        masses = [evaluate(m, values).real for m in block.masses_squared]
        angle = 0.5 * np.arctan(evaluate(block.angle.tan_double, values).real)
        rotation = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
        assert np.allclose(rotation @ matrix @ rotation.T, np.diag(masses))


EQUAL = {
    "real": "scalar A real\nscalar B real\npotential { m = 1/2 A A + 1/2 B B;  k = A B }",
    "complex": "scalar A (Y: 3)\nscalar B (Y: 3)\npotential { m = dag(A) A + dag(B) B;  k = dag(A) B }",
}


@pytest.mark.parametrize("kind", EQUAL)
def test_modes_of_equal_masses_that_mix(kind: str) -> None:
    """m + |k| and m - |k|, and no angle but 45 degrees."""
    block = scalars(compile_text(f"model m\nuse sm\n{EQUAL[kind]}")).block("A")
    assert block.masses_squared is not None and block.angle is not None
    values = {"m": 1.3, "k": -0.4, "re(k)": -0.24, "im(k)": 0.32}
    masses = sorted(evaluate(mass, values).real for mass in block.masses_squared)
    assert masses == pytest.approx([0.9, 1.7])
    assert block.angle.tan_double == sympy.zoo


def test_three_phases_of_which_one_is_eaten() -> None:
    """V = mu A^2 B^* + nu A B C^* + h.c. for charges 1, 2, 3: the masses of the two phases that are left."""
    text = """
        model m
        gauge X = U(1) coupling g
        scalar A (X: 1) vev a
        scalar B (X: 2) vev b
        scalar C (X: 3) vev c
        potential {
          mA = dag(A) A;  mB = dag(B) B;  mC = dag(C) C;  l = (dag(A) A)^2
          mu = A A dag(B) + dag(A) dag(A) B;  nu = A B dag(C) + dag(A) dag(B) C
        }
        """
    spectrum = scalars(compile_text(text))
    values = with_solutions(spectrum, {"a": 0.8, "b": 1.1, "c": 0.6, "mu": -0.7, "nu": -0.9, "l": 0.5})
    block = spectrum.block("Im(A)")
    assert len(block.modes) == 3 and block.masses_squared is not None
    (goldstone,) = block.goldstones
    a, b, c = sympy.symbols("a b c", positive=True)
    ratios = [goldstone[f"Im({name})"] / charge for name, charge in (("A", a), ("B", 2 * b), ("C", 3 * c))]
    assert sympy.simplify(ratios[0] - ratios[1]) == sympy.simplify(ratios[0] - ratios[2]) == 0
    matrix = np.array([[evaluate(entry, values).real for entry in row] for row in block.matrix.tolist()])
    expected = np.linalg.eigvalsh(matrix)
    assert expected[0] == pytest.approx(0, abs=1e-12)
    masses = sorted(evaluate(mass, values).real for mass in block.masses_squared)
    assert masses == pytest.approx(expected[1:])
    # V = 2 mu a^2 b cos(2 alpha - beta) + 2 nu a b c cos(alpha + beta - gamma), and Im(A) = sqrt(2) a alpha.
    v = [0.8, 1.1, 0.6]
    by_hand = np.zeros((3, 3))
    for charges, size in (((2, -1, 0), -0.7 * v[0] ** 2 * v[1]), ((1, 1, -1), -0.9 * v[0] * v[1] * v[2])):
        direction = np.array(charges) / v
        by_hand -= size * np.outer(direction, direction)
    assert np.linalg.eigvalsh(by_hand) == pytest.approx(expected)


def test_three_scalars_that_mix_have_no_closed_form() -> None:
    text = "scalar A real\nscalar B real\nscalar C real\npotential { a = A A; b = B B; c = C C; k = A B; l = B C }"
    block = scalars(compile_text(f"model m\nuse sm\n{text}")).block("B")
    assert len(block.modes) == 3 and block.goldstones == () and block.masses_squared is None


def test_a_single_goldstone_boson_is_its_mode() -> None:
    assert scalars(compile_file("lib/sm")).block("Im(H.down)").goldstones == ({"Im(H.down)": 1},)


@pytest.mark.parametrize("vacuum", ["sqrt(v^2 - w^2)", "(1 + sqrt(2))*w", "(v + sqrt(3)*w)/2", "sqrt(1 + sqrt(2))*w"])
def test_roots_in_vacuum_values(vacuum: str) -> None:
    """The masses are those of the vacuum value as a symbol of its own, with its number put in."""
    text = """
        model m
        gauge X = U(1) coupling g
        scalar A (X: 1) vev {}
        scalar B (X: 2) vev v
        potential {{
          mA = dag(A) A;  mB = dag(B) B;  l = (dag(A) A)^2;  k = (dag(A) A) (dag(B) B)
          mu = A A dag(B) + dag(A) dag(A) B
        }}
        """
    known = {"v": 1.7, "w": 0.6, "l": 0.5, "k": 0.2, "mu": -0.7}
    plain = scalars(compile_text(text.format("u")))
    number = evaluate(sympy.sympify(vacuum), known).real
    expected = eigenvalues(plain, with_solutions(plain, known | {"u": number}))
    rooted = scalars(compile_text(text.format(vacuum)))
    assert {str(c.fixes) for c in rooted.conditions} == {"mA", "mB"}
    values = with_solutions(rooted, known)
    assert eigenvalues(rooted, values) == pytest.approx(expected, abs=1e-12)
    masses = [evaluate(m, values).real for block in rooted.blocks for m in block.masses_squared or ()]
    assert sorted(masses) == pytest.approx(expected[1:])
    assert len(rooted.block("Im(A)").goldstones) == 1


def test_phases_of_vacuum_values() -> None:
    """A phase as an exponential is cosine plus i sine; the masses are those with the phase in couplings instead."""
    names = ["v1", "v2", "l1", "l2", "l3", "l4", "re(l5)", "im(l5)", "re(m12)"]
    known = numbers(names) | {"xi": 0.4}
    found = []
    for phase in ("exp(i*xi)", "(cos(xi) + i*sin(xi))"):
        text = TWO_DOUBLETS.replace("(0, v2/sqrt(2))", f"(0, v2*{phase}/sqrt(2))")
        spectrum = scalars(compile_text(text.replace("scalar H1", "param xi : angle\n    scalar H1")))
        assert not any(entry.has(sympy.exp) for block in spectrum.blocks for entry in block.matrix)
        values = with_solutions(spectrum, known)
        found.append(eigenvalues(spectrum, values))
    assert found[0] == pytest.approx(found[1], abs=1e-12)
    m12, l5 = (values[f"re({name})"] + 1j * values[f"im({name})"] for name in ("m12", "l5"))
    m12, l5 = m12 * np.exp(0.4j), l5 * np.exp(0.8j)  # H2 without its phase
    plain = scalars(compile_text(TWO_DOUBLETS))
    turned = values | {"re(m12)": m12.real, "re(l5)": l5.real, "im(l5)": l5.imag}
    assert with_solutions(plain, turned)["im(m12)"] == pytest.approx(m12.imag)
    assert eigenvalues(plain, with_solutions(plain, turned)) == pytest.approx(found[0], abs=1e-9)


def test_a_vacuum_that_no_parameter_can_make_an_extremum() -> None:
    """Without a mass term of phi its condition stays open, and Goldstone's theorem does not hold."""
    text = """
        model m
        use sm
        gauge X = U(1) coupling gX
        scalar phi (X: 1) vev v_phi/sqrt(2)
        potential { s = (dag(phi) phi)^2 }
        """
    spectrum = scalars(compile_text(text))
    assert not spectrum.is_extremum
    assert spectrum.block("Im(phi)").goldstones == ()


def test_an_open_condition_of_a_field_that_no_generator_moves() -> None:
    """A tadpole is not solved for, and a singlet's slope gives no Goldstone boson a mass."""
    spectrum = scalars(compile_text("model m\nuse sm\nscalar S real\npotential { t = S; m2 = S^2; a = S dag(H) H }"))
    assert [(str(item.fixes), str(item.value)) for item in spectrum.conditions if item.mode == "S"] == [
        ("None", "a*v_h**2/2 + t")
    ]
    assert not spectrum.is_extremum and len(spectrum.block("Im(H.down)").goldstones) == 1
    block = spectrum.block("S")
    assert [str(entry) for entry in block.matrix] == ["2*lambda*v_h**2", "a*v_h", "a*v_h", "2*m2"]


def test_no_potential() -> None:
    analysis = compile_text("model m\nuse sm { except lambda, mH2 }")
    assert derive_scalar_masses(analysis.model, analysis.couplings) is None


# ------------------------------------------------------------------ declared small parameters
PORTAL = """
    model m
    use sm
    gauge X = U(1) coupling gX
    scalar S (X: 1)  vev w/sqrt(2)
    scalar R real    vev x
    potential {
      mS = dag(S) S;  mR = R R;  tR = R R R;  lS = (dag(S) S)^2;  lR = R R R R
      p = dag(H) H dag(S) S;  a = dag(H) H R;  b = dag(S) S R;  r = dag(H) H R R;  t = dag(S) S R R
    }
    """
SMALL = [
    (PORTAL + "small p, r, t, a order 2, b", 2),
    (PORTAL + "small v_h, x, b", 3),
    (TWO_DOUBLETS.replace(";  l5 = (dag(H1) H2)^2", "") + "small v2", 3),
    (TWO_DOUBLETS.replace(";  l5 = (dag(H1) H2)^2", "") + "small v2 order 2, m12, l2", 4),
]


@pytest.mark.parametrize(("text", "order"), SMALL)
def test_series_in_small_parameters(text: str, order: int) -> None:
    """Against the eigenvalues of the mass matrix, and its eigenvectors: M^2 = sum of m^2 y y^dag."""
    analysis = compile_text(text)
    spectrum = derive_scalar_masses(analysis.model, analysis.couplings, order)
    assert spectrum is not None
    small = {item.name: item.order for item in analysis.model.small}
    mixed = [block for block in spectrum.blocks if len(block.modes) > 1]
    assert mixed
    assert all(block.series is not None for block in mixed)
    for block in mixed:
        assert block.series is not None
        symbols = sorted({str(s) for s in block.matrix.free_symbols})
        atoms = sorted(str(a) for a in block.matrix.atoms(sympy.re, sympy.im))
        plain = numbers([*symbols, *atoms])
        worst = []
        for scale in (0.02, 0.01):
            values = {name: value * scale ** _order(name, small) for name, value in plain.items()}
            matrix = np.array([[evaluate(entry, values) for entry in row] for row in block.matrix.tolist()])
            found, vectors = np.linalg.eigh(matrix)
            errors = []
            for state in block.series:
                mass = evaluate(sympy.Add(*state.mass_squared), values).real
                vector = np.array([evaluate(state.content.get(k, 0), values) for k in range(len(block.modes))])
                nearest = int(np.argmax(abs(vectors.conj().T @ vector)))
                phase = vectors[:, nearest].conj() @ vector
                assert abs(abs(phase) - 1) < 1e-2
                errors.append(float(np.max(abs(vector - phase / abs(phase) * vectors[:, nearest]))))
                if state.mass_squared:
                    errors.append(abs(mass / found[nearest] - 1))
                else:
                    assert abs(found[nearest]) < 1e-12
            worst.append(errors)
        for large, fine in zip(*worst, strict=True):
            assert large < 1e-2
            assert fine < 1.25 * large / 2 ** (order + 1) or fine < 1e-11


@pytest.mark.parametrize("small", ["v1", "v2"])
def test_series_stand_in_the_place_of_the_mode_that_they_become(small: str) -> None:
    """The charged Goldstone boson goes with the doublet of the large vacuum value, whichever is declared first."""
    analysis = compile_text(TWO_DOUBLETS.replace(";  l5 = (dag(H1) H2)^2", "") + f"small {small}")
    spectrum = derive_scalar_masses(analysis.model, analysis.couplings, 2)
    assert spectrum is not None
    zero = {sympy.Symbol(small, positive=True): 0, sympy.Symbol(small, real=True): 0}
    for block in spectrum.blocks:
        assert all(state.content[i].subs(zero) == 1 for i, state in enumerate(block.series or ()))
    charged = spectrum.block("H1.up").series
    assert charged is not None
    assert [not state.mass_squared for state in charged] == [small == "v2", small == "v1"]


def _order(name: str, small: Mapping[str, int]) -> int:
    """Of a symbol, or of the real or imaginary part of one."""
    return small.get(name.removeprefix("re(").removeprefix("im(").removesuffix(")"), 0)


def test_the_angle_of_two_complex_scalars_has_the_modulus_of_a_complex_entry() -> None:
    """tan(2 theta) = 2 |M^2_12|/(M^2_11 - M^2_22), and the squared masses are those of the matrix."""
    terms = "mA = dag(A) A;  mB = dag(B) B;  k = dag(A) B"
    text = f"model m\nuse sm\nscalar A (Y: 3)\nscalar B (Y: 3)\npotential {{ {terms} }}"
    block = scalars(compile_text(text)).block("A")
    assert block.masses_squared is not None and block.angle is not None
    values = {"mA": 2.0, "mB": 0.5, "k": 0.3 - 0.4j, "re(k)": 0.3, "im(k)": -0.4}
    assert evaluate(block.angle.tan_double, values) == pytest.approx(2 * 0.5 / 1.5)
    masses = sorted(evaluate(mass, values).real for mass in block.masses_squared)
    assert masses == pytest.approx(np.linalg.eigvalsh([[2.0, 0.3 - 0.4j], [0.3 + 0.4j, 0.5]]))
