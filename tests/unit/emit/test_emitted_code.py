"""Emitted Python and C: they agree with each other, with the derivation, and keep their promises."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
import pytest
from tests.helpers.emitted import (
    Emitted,
    build_c,
    emit,
    flatten,
    import_module,
    layout,
    manifest,
    random_values,
)
from tests.helpers.evaluate import evaluate_betas
from tests.helpers.models import compile_file, compile_text

from zmodel.derive.beta.derive import derive_betas
from zmodel.derive.beta.loops import LoopOrders
from zmodel.derive.beta.mixing import definitions
from zmodel.derive.matching import derive_matching
from zmodel.derive.wcxf import evaluate_matching
from zmodel.model.expression import evaluate

MAJORANA = """
model majorana_b_l "B - L with Majorana masses, a diquark and triangular mixing"
use sm
gauge X = U(1) coupling gX
mixing triangular (Y, X) as gt
charges X { Q = 1/3; U = 1/3; D = 1/3; L = -1; E = -1 }
fermion N[3] right (X: -1)
scalar chi (X: 2)
scalar S6 (SU3c: 6, Y: 1/3, X: 2/3)
yukawa Yn = bar(L) tilde(H) N
yukawa YM = N N chi
yukawa YS = bar(cc(Q)) Q dag(S6)
yukawa YUD = bar(cc(U)) D dag(S6)
potential {
  mchi2 = dag(chi) chi
  lchi  = (dag(chi) chi)^2
  lmix  = (dag(H) H) (dag(chi) chi)
  mS2   = dag(S6) S6
}
"""

COLUMN = """
model column "A vector-like quark that mixes with three others: a column and a row among the couplings"
use sm
gauge X = U(1) coupling gX
mixing dark_epsilon (Y, X) as eps
fermion QL4 left  (SU3c: 3, SU2L: 2, Y: 1/6, X: -1)
fermion QR4 right (SU3c: 3, SU2L: 2, Y: 1/6, X: -1)
scalar Phi (X: 1)
yukawa YQ = bar(Q) QR4 Phi
mass mQ = bar(QL4) QR4
potential {
  mPhi2 = dag(Phi) Phi
  lPhi  = (dag(Phi) Phi)^2
  lmix  = (dag(H) H) (dag(Phi) Phi)
}
"""

MODELS = {
    "sm": lambda: compile_file("lib/sm"),
    "bm2": lambda: compile_file("paper_a/bm2"),
    "malaphoric": lambda: compile_file("paper_c/malaphoric"),
    "accidental": lambda: compile_file("paper_b/accidental"),
    "majorana_b_l": lambda: compile_text(MAJORANA),
    "column": lambda: compile_text(COLUMN),
}

Program = Callable[..., list[float]]
LOOPS = {"bm2": "2-2-1", "sm": "3-2-2", "accidental": "2", "majorana_b_l": "2", "column": "2", "malaphoric": "1"}


@pytest.fixture(scope="module", params=sorted(MODELS))
def emitted(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Emitted:
    name = request.param
    return emit(MODELS[name](), tmp_path_factory.mktemp(name), LOOPS[name])


@pytest.fixture(scope="module")
def built(emitted: Emitted) -> Program:
    return build_c(emitted)


def test_c_agrees_with_python(emitted: Emitted, built: Program) -> None:
    """beta of one point and of a batch at every loop order, compiled strictly and run under sanitizers, to 1e-13."""
    for loops in range(1, emitted.python.LOOPS + 1):
        check_c(emitted, built, loops)


def check_c(emitted: Emitted, run: Program, loops: int) -> None:
    items = layout(emitted)
    running = [item for item in items if item["kind"] != "parameter"]
    points = [random_values(items, seed) for seed in range(3)]
    states = np.array([flatten(emitted.python, values, items) for values in points])
    expected = np.array([flatten(emitted.python, emitted.python.beta(values, loops), running) for values in points])
    size = expected.shape[1]
    single = np.array([run("b", 1, loops, list(state), size) for state in states])
    batch = np.array(run("b", len(points), loops, list(states.T.ravel()), size * len(points)))
    scale = np.max(np.abs(expected), axis=1, keepdims=True)
    assert np.all(np.abs(single - expected) <= 1e-13 * np.maximum(np.abs(expected), scale * 1e-3))
    assert np.array_equal(batch.reshape(size, len(points)).T, single)


def test_jacobian_in_c(emitted: Emitted, built: Program) -> None:
    """Every column against the emitted beta itself, by central differences of two steps."""
    items = layout(emitted)
    loops = emitted.python.LOOPS
    size = sum(width(item) for item in items if item["kind"] != "parameter")
    state = np.array(flatten(emitted.python, random_values(items, 11), items))
    jacobian = np.array(built("j", 1, loops, list(state), size * size)).reshape(size, size)
    step = 1e-3
    shifts = [np.eye(len(state))[j] * step * factor for factor in (1, -1, 2, -2) for j in range(size)]
    shifted = np.array([state + shift for shift in shifts])
    values = np.array(built("b", len(shifted), loops, list(shifted.T.ravel()), size * len(shifted)))
    near, minus_near, far, minus_far = values.reshape(size, 4, size).transpose(1, 0, 2)
    # Exact up to the fifth derivative: beta functions are nearly polynomials of low degree.
    expected = (8 * (near - minus_near) - (far - minus_far)) / (12 * step)
    assert np.allclose(jacobian, expected, rtol=1e-7, atol=1e-9 * np.abs(expected).max())
    assert np.count_nonzero(jacobian) > size


def test_makefile(emitted: Emitted) -> None:
    """`make` works without a warning."""
    subprocess.run(["make", f"{emitted.name}.o"], cwd=emitted.folder, check=True, capture_output=True)


def test_unknown_loop_orders_in_c(emitted: Emitted, built: Program) -> None:
    """The functions say so and write nothing."""
    state = flatten(emitted.python, random_values(layout(emitted), 1), layout(emitted))
    for function in ("b", "j"):
        with pytest.raises(subprocess.CalledProcessError):
            built(function, 1, emitted.python.LOOPS + 1, state, len(state) ** 2)


def width(item: Mapping[str, object]) -> int:
    """Doubles of a quantity."""
    return int(np.prod(item["shape"])) * (2 if item["complex"] else 1)  # type: ignore[call-overload]


def test_python_agrees_with_the_derivation(emitted: Emitted) -> None:
    """The emitted module against a walk over the derived sums, which shares no code with the emitter."""
    analysis = MODELS[emitted.name]()
    values = random_values(layout(emitted), 7)
    betas = derive_betas(analysis.model, analysis.couplings, LoopOrders.parse(LOOPS[emitted.name]))
    symbols = dict(values)
    for name, expression in definitions(betas.sector):
        symbols[name] = evaluate(expression, symbols)
    terms = emitted.python.beta_terms(values)
    assert set(terms[1]) == set(emitted.python.COUPLINGS)
    assert set(terms) == set(betas.loops)
    for loop, got in terms.items():
        expected = evaluate_betas(betas, symbols, loop)
        assert set(got) == set(expected)
        scale = max(1.0, *(float(np.abs(want).max()) for want in expected.values()))
        for name, want in expected.items():
            assert np.allclose(got[name], np.reshape(want, np.shape(got[name])), rtol=1e-12, atol=1e-14 * scale), name


def test_many_points_in_python(emitted: Emitted) -> None:
    """Arrays of points give what the points give one by one; axes of points may be several."""
    points = [random_values(layout(emitted), seed) for seed in range(6)]
    stacked = {name: np.array([values[name] for values in points]) for name in points[0]}
    grid = {name: value.reshape(2, 3, *value.shape[1:]) for name, value in stacked.items()}
    single = [emitted.python.beta(values) for values in points]
    for name, values in emitted.python.beta(stacked).items():
        expected = np.array([beta[name] for beta in single])
        assert np.allclose(values, expected, rtol=1e-12, atol=1e-13), name
        assert np.array_equal(emitted.python.beta(grid)[name].reshape(values.shape), values)


def test_sectors_of_lower_order(emitted: Emitted) -> None:
    """Couplings take part as far as their sector goes."""
    orders = LoopOrders.parse(LOOPS[emitted.name])
    kinds = {"gauge": orders.gauge, "mixing": orders.gauge, "yukawa": orders.yukawa, "fermion mass": orders.yukawa}
    terms = emitted.python.beta_terms(random_values(layout(emitted), 2))
    for item in layout(emitted):
        if item["kind"] != "parameter":
            present = [loop for loop, term in terms.items() if item["name"] in term]
            assert present == list(range(1, kinds.get(str(item["kind"]), orders.quartic) + 1))


def test_real_values_stay_real(emitted: Emitted) -> None:
    values = {name: np.real(value) for name, value in random_values(layout(emitted), 3).items()}
    for name, value in emitted.python.beta(values).items():
        assert not np.iscomplexobj(value), name


def test_shapes_of_the_result(emitted: Emitted) -> None:
    values = random_values(layout(emitted), 4)
    for name, value in emitted.python.beta(values).items():
        assert np.shape(value) == emitted.python.COUPLINGS[name]


def test_loop_factor_is_included(emitted: Emitted) -> None:
    values = random_values(layout(emitted), 5)
    terms = emitted.python.beta_terms(values)
    for name, value in emitted.python.beta(values).items():
        expected = sum(term[name] / (16 * np.pi**2) ** loop for loop, term in terms.items() if name in term)
        assert np.allclose(value, expected, rtol=1e-14, atol=1e-18)


def test_forbidden_entries_are_refused(emitted: Emitted) -> None:
    values = random_values(layout(emitted), 6)
    for name in emitted.python.TEXTURES:
        wrong = {**values, name: np.ones(emitted.python.COUPLINGS[name])}
        with pytest.raises(ValueError, match="forbids"):
            emitted.python.beta(wrong)


def test_asymmetric_majorana_matrices_are_refused(emitted: Emitted) -> None:
    values = random_values(layout(emitted), 6)
    for name in emitted.python.SYMMETRIES:
        wrong = np.array(values[name], copy=True)
        entry = next(e for e in emitted.python.TEXTURES.get(name, ((0, 1),)) if e[0] != e[1])
        wrong[entry] += 0.1
        with pytest.raises(ValueError, match="symmetric"):
            emitted.python.beta({**values, name: wrong})
        infinite = np.array(values[name], copy=True)
        infinite[entry] = np.inf
        with pytest.raises(ValueError, match=f"{name} is not finite"):
            emitted.python.beta({**values, name: infinite})


def test_wrong_input_is_refused(emitted: Emitted) -> None:
    values = random_values(layout(emitted), 6)
    with pytest.raises(KeyError, match="no_such_coupling"):
        emitted.python.beta({**values, "no_such_coupling": 1.0})
    with pytest.raises(KeyError, match="g3"):
        emitted.python.beta({name: value for name, value in values.items() if name != "g3"})
    with pytest.raises(ValueError, match="loops"):
        emitted.python.beta(values, loops=99)


def test_masses_may_be_left_out(emitted: Emitted) -> None:
    """Without its masses a model runs the same: they are no input of dimensionless couplings."""
    values = random_values(layout(emitted), 8)
    light = {name: value for name, value in values.items() if name not in emitted.python.DIMENSIONFUL}
    full, part = emitted.python.beta(values), emitted.python.beta(light)
    assert set(part) == set(full) - set(emitted.python.DIMENSIONFUL)
    assert all(np.allclose(part[name], full[name]) for name in part)


def test_emission_is_deterministic(emitted: Emitted, tmp_path: Path) -> None:
    assert emit(MODELS[emitted.name](), tmp_path, LOOPS[emitted.name]).files == emitted.files


def test_module_stands_alone(emitted: Emitted) -> None:
    """It imports NumPy and nothing else."""
    imports = [line for line in emitted.files[f"{emitted.name}.py"].splitlines() if line.startswith(("import", "from"))]
    assert imports == ["import numpy as np"]


COMPLEX_MATCHING = """
model complex_matching "Up-aligned quarks, so that the CKM matrix enters, and two heavy bosons"
use sm
gauge X = U(1) coupling gX boson X mass M_X
mixing eta (Y, X)
charges X { Q = [0, 0, 1]; U = [0, 0, 1]; D = [0, 0, 1]; L = [0, -3, 0]; E = [0, -3, 0] }
fermion N[3] right (X: [0, -3, 0])
rotation Q.up = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
rotation Q.down = CKM
integrate X at M_X
"""


@pytest.mark.parametrize("name", ["malaphoric", "complex_matching"])
def test_smeft_in_c_and_python(name: str, tmp_path: Path) -> None:
    """Matching: C, Python and the derivation agree, real and complex."""
    analysis = MODELS[name]() if name in MODELS else compile_text(COMPLEX_MATCHING)
    emitted = emit(analysis, tmp_path)
    smeft = manifest(emitted)["smeft"]
    assert isinstance(smeft, dict)
    rng = np.random.default_rng(5)
    values = {item["name"]: rng.uniform(0.1, 0.9) for item in smeft["inputs"]} | {"M_X": 3000.0}
    ckm = np.linalg.qr(rng.normal(size=(3, 3)) + 1j * rng.normal(size=(3, 3)))[0]
    for item in smeft["inputs"]:
        if item["complex"]:
            i, j = (int(digit) for digit in item["name"] if digit.isdigit())
            values[item["name"]] = complex(ckm[i - 1, j - 1])
    numbers: list[float] = []
    for item in smeft["inputs"]:
        number = values[item["name"]]
        numbers += [np.real(number), np.imag(number)] if item["complex"] else [number]
    got = emitted.python.smeft(values)
    flat = build_c(emitted)("s", 1, 1, numbers, 2 * len(got))
    derived = evaluate_matching(derive_matching(analysis.model)[0], values)
    scale = max(abs(x) for x in derived.values())
    for i, (key, value) in enumerate(got.items()):
        assert abs(complex(flat[2 * i], flat[2 * i + 1]) - value) <= 1e-13 * scale, key
        assert abs(derived.get(key, 0) - value) <= 1e-13 * scale, key
    assert {key for key, value in derived.items() if abs(value) > 1e-13 * scale} <= set(got)
    assert any(item["complex"] for item in smeft["inputs"]) == (name == "complex_matching")


def test_names_from_the_model_cannot_break_out(tmp_path: Path) -> None:
    """Titles with quotes, comment ends and backslashes; couplings with the names of keywords and temporaries."""
    analysis = compile_text(
        "model t1 \"*/ \\\\ \\n {{ x }} % ''' ??/ #\"\nuse sm { except lambda }\nscalar np\n"
        "potential { lambda = (dag(H) H)^2; t2 = (dag(np) np)^2; values = (dag(H) H) (dag(np) np); dx = dag(np) np }\n"
        "scalar add\npotential { LOOP_FACTOR = (dag(add) add)^2; inner_re = (dag(add) add) (dag(H) H)\n"
        "  _inner = (dag(add) add) (dag(np) np); OUTLINE = dag(add) add }\n"
        "fermion N[3] right\nyukawa multiply = bar(L) tilde(H) N\n"
    )
    emitted = emit(analysis, tmp_path)
    values = random_values(layout(emitted), 1)
    assert set(emitted.python.beta(values)) >= {"lambda", "t2", "values", "dx", "LOOP_FACTOR", "_inner"}
    run = build_c(emitted, "t1_")
    state = flatten(emitted.python, values, layout(emitted))
    expected = flatten(emitted.python, emitted.python.beta(values), layout(emitted))
    assert np.allclose(run("b", 1, 1, state, len(expected)), expected, rtol=1e-12)


def test_golden_module_reimports(tmp_path: Path) -> None:
    emitted = emit(compile_file("paper_a/bm2"), tmp_path)
    again = import_module(tmp_path / "bm2.py")
    assert again.COUPLINGS == emitted.python.COUPLINGS


TADPOLE = """model tadpole
scalar S real
fermion psi left
fermion chi right
mass m = bar(psi) chi
yukawa y = bar(psi) S chi
potential { t = S;  m2 = 1/2 S^2;  k = 1/6 S^3;  l = 1/24 S^4 }
"""


def test_tadpole(tmp_path: Path) -> None:
    """d/dS at S = 0 of how the potential runs, V''^2/2 - 2 |m + y S|^4, and the field's anomalous dimension."""
    emitted = emit(compile_text(TADPOLE), tmp_path)
    m, y = 2 - 1j, 0.3 + 0.4j
    values = {"t": 7.0, "m2": 3.0, "k": 5.0, "l": 0.4, "m": m, "y": y}
    slopes = emitted.python.beta_terms(values)[1]
    expected = 3.0 * 5.0 - 8 * abs(m) ** 2 * (m * np.conj(y)).real + 2 * abs(y) ** 2 * 7.0
    assert slopes["t"] == pytest.approx(expected)
    # Where masses are left out, so are tadpoles.
    assert emitted.python.beta({"l": 0.4, "y": y}).keys() == {"l", "y"}
