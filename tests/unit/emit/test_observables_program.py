"""Emitted masses and widths against numerical diagonalisation, in Python and C."""

from __future__ import annotations

import ctypes
import math
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
import pytest
import sympy
from tests.helpers.emitted import STRICT, import_module
from tests.helpers.models import compile_file, compile_text
from tests.unit.pheno.points import bosons

from zmodel.derive.beta.loops import LoopOrders
from zmodel.derive.breaking import derive_masses
from zmodel.derive.currents import derive_currents
from zmodel.driver import Run, compile_model
from zmodel.emit.kernel.from_sympy import UnprintableError, sympy_node
from zmodel.emit.kernel.graph import Graph
from zmodel.pheno.charge_sums import charge_sum
from zmodel.pheno.constants import ckm_matrix, pmns_matrix
from zmodel.pheno.decays import decays_of
from zmodel.pheno.inputs import gather_inputs, numbers
from zmodel.pheno.low_energy import electroweak_observables, low_energy_observables
from zmodel.pheno.running import landau_pole, loop_factor
from zmodel.pheno.table import derive_observables

POINTS: Mapping[str, dict[str, float]] = {
    "paper_d/mu_tau": {"X_N": 1.0, "gX": 0.01, "epsilon": 0.03, "m_X": 30.0},
    "paper_d/b_3mu": {"gX": 1e-3, "epsilon": 1e-2, "m_X": 0.7},
    "paper_b/accidental": {"a_e": 0.59, "a_mu": 1.0, "a_tau": 0.0, "a_Y": 0.87, "gX": 0.9, "v_Phi": 3000.0}
    | {"m_Q": 700.0, "YQ[1]": 0.0, "YQ[2]": 0.0, "YQ[3]": 0.0},
    "paper_a/bm2": {"g4": 0.97, "eta": 0.1, "v_phi": 46000.0},
    "paper_d/radiative_muon": {"gX": 0.1, "m_X": 5000.0, "m2_plus": 4e6, "m2_minus": 2e6},
    "paper_a/b_to_s_mu_mu": {},  # those of the file's point bm3
    "paper_c/malaphoric": {"gX": 0.2, "epsilon": -0.5, "theta_sb": -0.17, "M_X": 3000.0},
}
HEAVY = tuple(
    f"{name} from Z'" for name in ("r_Bs", "Delta M_s/SM", "B(B -> K(*) nu nu)/SM", "sigma(nu_mu -> nu_mu mu mu)/SM")
)
"""What is not a number for light bosons."""

COLLIDER = "sigma(mu mu -> Z' -> invisible)/sigma(mu mu -> Z -> nu nu) at 3 TeV"


def emitted(path: str, folder: Path, target: str) -> dict[str, str]:
    run = Run(compile_file(path), LoopOrders.up_to(1))
    files = compile_model(run, ("python",) if target == "python" else ("c",))
    assert files is not None, run.diagnostics
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return files


def in_c(path: str, folder: Path) -> Callable[[Mapping[str, float]], dict[str, float]]:
    """The emitted C function by names, from a shared library."""
    name = Path(path).name
    emitted(path, folder, "c")
    library = folder / f"{name}.so"
    command = ["gcc", *STRICT, "-O1", "-shared", "-fPIC", "-o", str(library), str(folder / f"{name}.c"), "-lm"]
    subprocess.run(command, check=True)
    code = ctypes.CDLL(str(library))

    def names(which: str) -> list[str]:
        table = (ctypes.c_char_p * 1000).in_dll(code, f"{name}_observables_{which}")
        found = []
        for entry in table:
            if entry is None:
                return found
            found.append(entry.decode())
        raise AssertionError("no end")

    inputs, outputs = names("inputs"), names("names")

    def call(values: Mapping[str, float]) -> dict[str, float]:
        out = (ctypes.c_double * len(outputs))()
        getattr(code, f"{name}_observables")((ctypes.c_double * len(inputs))(*(values[n] for n in inputs)), out)
        return dict(zip(outputs, out, strict=True))

    return call


def expected(path: str, values: Mapping[str, float]) -> dict[str, float]:
    """By diagonalisation of matrices and the functions of `pheno`."""
    analysis = compile_file(path)
    model, spectrum = analysis.model, derive_masses(analysis.model)
    vectors = bosons(analysis, None, dict(values))
    boson, z = vectors["Z'"], vectors["Z"]
    decays = decays_of(boson)
    result = {"M(Z')": boson.mass, "Gamma(Z')": decays.width, "Gamma/M(Z')": decays.width / boson.mass}
    for channel in decays.channels:
        result[f"BR(Z' -> {channel.name})"] = decays.fraction(channel.name)
    result["BR(Z' -> invisible)"] = sum(c.width for c in decays.channels if c.invisible) / decays.width
    found = [*low_energy_observables(boson, decays, z), *electroweak_observables((z, boson), values, spectrum)]
    result |= {item.name: item.value for item in found if not item.name.startswith("Delta a_")}
    for group in model.abelian_groups:
        name = group.coupling or ""
        result[f"alpha({name})"] = loop_factor(values[name])
        terms = model.ring.terms(charge_sum(model, group.name, group.name))
        coefficient = sum(float(c) * math.prod(values[x] ** n for x, n in powers) for c, powers in terms)
        result[f"Landau pole of {name}/mu, one loop"] = landau_pole(coefficient, values[name], 1.0)
    return result


def all_values(path: str, seed: int) -> dict[str, float]:
    """Measured numbers and those of a point; for other seeds than 0, couplings near them."""
    model = compile_file(path).model
    chosen = model.points[2] if path == "paper_a/b_to_s_mu_mu" else None
    measured = numbers(gather_inputs(model, chosen, derive_masses(model).masses))
    values = {name: float(v.real) for name, v in measured.items() if not name.startswith("CKM")} | POINTS[path]
    random = np.random.default_rng(seed)
    changed = [name for name in values if seed and name[:2] not in ("F_", "a_", "X_", "m_", "v_h")]
    return values | {name: values[name] * random.uniform(0.8, 1.2) for name in sorted(changed)}


def check(found: Mapping[str, float], path: str, values: Mapping[str, float]) -> None:
    wanted = expected(path, values)
    # What is negligible is not listed there, and contact interactions of a light boson are none.
    for name in found.keys() - wanted.keys():
        assert name.startswith("BR(Z' -> ") or name in (*HEAVY, COLLIDER), f"unknown {name}"
        assert found[name] < 1e-12 if name.startswith("BR(") else math.isnan(found[name]), name
    assert wanted.keys() <= found.keys()
    for name, value in wanted.items():
        near = pytest.approx(value, rel=1e-6, abs=1e-9 if name.endswith(" - 1") or "rho" in name else 1e-12)
        assert found[name] == near, name


LIKE_OTHERS = """model names
use sm
gauge X = U(1) coupling gX boson X
mixing epsilon (Y, X)
fermion nu[3] right (X: [1, -1, 0])
fermion b left (X: 1, Y: 1)
fermion b_R right (X: 1, Y: 1)
mass m_b = bar(b) b_R
scalar H2 (SU2L: 2, Y: 1/2, X: 1)
scalar tau (X: 2)
scalar phi (X: 3) vev v_phi
potential { m2_2 = dag(H2) H2; mt2 = dag(tau) tau; mp2 = dag(phi) phi; l = (dag(phi) phi)^2
  lHp = (dag(H) H) (dag(phi) phi) }
point p at 3 TeV { gX = 0.3; epsilon = 0.2; v_phi = 5 TeV; g1 = 0.357; m_b = 100; m2_2 = 100; mt2 = 100 }
"""


def test_names_are_unique_and_those_of_the_table(tmp_path: Path) -> None:
    """Also where components of a scalar couple differently, and where fields are called like those of others."""
    analysis = compile_text(LIKE_OTHERS)
    spectrum = derive_masses(analysis.model)
    table = derive_observables(
        analysis.model, analysis.model.points[0], spectrum, derive_currents(analysis.model, spectrum)
    )
    names = [item.name for item in table.observables]
    assert len(set(names)) == len(names)
    assert {f"BR(Z' -> {x} {x})" for x in ("b", "b'", "tau", "tau'", "nu_mu", "nu'[2]", "H", "H2")} <= set(names)
    assert sum(item.value for item in table.observables if item.name.startswith("BR(")) == pytest.approx(
        1 + next(item.value for item in table.observables if item.name == "BR(Z' -> invisible)")
    )
    files = compile_model(Run(analysis, LoopOrders.up_to(1)), ("python",))
    assert files is not None
    (tmp_path / "names.py").write_text(files["names.py"], encoding="utf-8")
    module = import_module(tmp_path / "names.py")
    found = module.observables({name: float(item.value.real) for name, item in table.inputs.items()})
    only_here = {name for name in names if name.startswith(("Delta a_", "Landau pole")) or name == "alpha(g2)"}
    for item in table.observables:
        if item.name not in only_here:
            near = pytest.approx(item.value, rel=1e-6, abs=1e-9)
            assert found[item.name] == near, item.name


@pytest.mark.parametrize("path", POINTS)
def test_python(path: str, tmp_path: Path) -> None:
    name = Path(path).name
    emitted(path, tmp_path, "python")
    module = import_module(tmp_path / f"{name}.py")
    for seed in range(3):
        values = all_values(path, seed)
        check(module.observables(values), path, values)
    with pytest.raises(KeyError, match="no value for g1"):
        module.observables({n: v for n, v in values.items() if n != "g1"})
    # Many points at once.
    several = module.observables({n: np.array([v, v]) for n, v in values.items()})
    assert several["Gamma(Z')"].shape == (2,)


@pytest.mark.parametrize("path", POINTS)
def test_c(path: str, tmp_path: Path) -> None:
    call = in_c(path, tmp_path)
    for seed in range(3):
        values = all_values(path, seed)
        check(call(values), path, values)


@pytest.mark.parametrize("path", POINTS)
def test_python_and_c_agree(path: str, tmp_path: Path) -> None:
    emitted(path, tmp_path, "python")
    module, call = import_module(tmp_path / f"{Path(path).name}.py"), in_c(path, tmp_path)
    for seed in range(3, 8):
        values = all_values(path, seed)
        python, c = module.observables(values), call(values)
        assert python.keys() == c.keys()
        for name, value in python.items():
            # Differences to 1 lose what M_Z loses of a heavy Z'.
            near = 1e-10 if name.endswith(" - 1") or name.startswith("rho") else 1e-300
            assert c[name] == pytest.approx(value, rel=1e-10, abs=near, nan_ok=True), name


def test_heavy_particles_may_be_left_out(tmp_path: Path) -> None:
    """Without a mass they are too heavy, as they are with a large one, or a squared mass that is not positive."""
    emitted("paper_d/radiative_muon", tmp_path, "python")
    module = import_module(tmp_path / "radiative_muon.py")
    values = all_values("paper_d/radiative_muon", 0)
    masses = {name: value for name, value in values.items() if name.startswith("m2_")}
    rest = {name: value for name, value in values.items() if name not in masses}
    closed = [module.observables({**rest, **dict.fromkeys(masses, square)}) for square in (np.inf, 7e6, 0.0, -1.0)]
    assert all(found["BR(Z' -> Splus Splus)"] == 0 for found in closed)
    assert all(found == closed[0] for found in (module.observables(rest), *closed))
    assert module.observables(values)["Gamma(Z')"] > 1.005 * closed[0]["Gamma(Z')"]


TRIPLET = """
model triplet
use sm
gauge X = U(1) coupling gX boson X
charges X { H = 1; Q = 1/3; L = -1; U = 4/3; D = -2/3; E = -2 }
scalar S (X: 1) vev v_S
scalar T real (SU2L: 3)
scalar F (Y: 1, X: 2)
potential { mT = TERM_T; mF = TERM_F }
point p { gX = 0.8; v_S = 200; mT = NUMBER_T; mF = NUMBER_F }
"""


@pytest.mark.parametrize("form", [("1/2 * T T", 1600, "dag(F) F", 900), ("T T", 800, "1/4 * dag(F) F", 3600)])
def test_masses_of_scalars_are_those_of_the_whole_term(form: tuple[str, int, str, int], tmp_path: Path) -> None:
    """Masses of 40 and 30 GeV, however they are written; T+ and T- of a real triplet are one complex scalar."""
    text = TRIPLET
    for place, value in zip(("TERM_T", "NUMBER_T", "TERM_F", "NUMBER_F"), form, strict=True):
        text = text.replace(place, str(value))
    analysis = compile_text(text)
    boson = bosons(analysis, "p")["Z'"]
    decays = decays_of(boson)
    weak, hypercharge = boson.components["T", 0], boson.components["F", 0]
    expected_widths = [
        g**2 * boson.mass / (48 * math.pi) * (1 - 4 * (m / boson.mass) ** 2) ** 1.5
        for g, m in ((weak, 40), (hypercharge, 30))
    ]
    widths = {channel.name: channel.width for channel in decays.channels}
    assert [widths["T T"], widths["F F"]] == pytest.approx(expected_widths, rel=1e-9)
    files = compile_model(Run(analysis, LoopOrders.up_to(1)), ("python",))
    assert files is not None
    for name, content in files.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    inputs = gather_inputs(analysis.model, analysis.model.points[0])
    found = import_module(tmp_path / "triplet.py").observables(
        {name: float(item.value.real) for name, item in inputs.items()}
    )
    for name in ("T T", "F F"):
        assert found[f"BR(Z' -> {name})"] == pytest.approx(decays.fraction(name), rel=1e-9)


def test_a_negative_mass_term_may_be_left_out(tmp_path: Path) -> None:
    text = TRIPLET.replace("TERM_T", "1/2 * T T").replace("TERM_F", "-2/3 dag(F) F")
    files = compile_model(Run(compile_text(text.replace("NUMBER_T", "1600").replace("NUMBER_F", "-1350"))), ("python",))
    assert files is not None
    (tmp_path / "triplet.py").write_text(files["triplet.py"], encoding="utf-8")
    module = import_module(tmp_path / "triplet.py")
    values = {"g1": 0.36, "g2": 0.65, "g3": 1.1, "gX": 0.8, "v_h": 246.0, "v_S": 200.0, "mT": 1600.0}
    assert module.observables(values)["BR(Z' -> F F)"] == 0
    assert module.observables(values) == module.observables(values | {"mF": 1e9})
    assert module.observables(values | {"mF": -1350.0})["BR(Z' -> F F)"] > 0.01


def test_what_is_left_out_of_widths_is_told(tmp_path: Path) -> None:
    """Generations that mix, and scalars where several have vacuum values; their masses have no formula."""
    analysis = compile_text("""model left
use sm
gauge X = U(1) coupling gX boson X
charges X { Q = 1/3; U = 1/3; D = 1/3; L = -1; E = -1 }
fermion N[3] right (X: -1)
scalar S (X: 2) vev v_S
scalar T (X: 1) vev v_T
scalar F (X: 1, Y: 1)
yukawa yS = N N S
potential { m = dag(F) F }
""")
    files = compile_model(Run(analysis, LoopOrders.up_to(1)), ("python", "c"))
    assert files is not None
    for name in ("left.py", "left.h"):
        words = " ".join(files[name].replace("*", " ").split())
        assert "Z': no decays to N[1], N[2], N[3], S, T, for want of a formula of their masses" in words


def test_every_kind_of_observable_is_compared() -> None:
    """b -> s observables, tridents, a muon collider, the Z, perturbativity."""
    names = expected("paper_a/b_to_s_mu_mu", all_values("paper_a/b_to_s_mu_mu", 0))
    assert {*HEAVY, "rho - 1, tree level", "alpha(g4)"} <= names.keys()
    assert {"Gamma(Z -> e e)/Gamma(Z -> mu mu) - 1", "BR(Z' -> s b)"} <= names.keys()
    assert COLLIDER in names
    assert 0.01 < names["r_Bs from Z'"] < 10 and names["Delta M_s/SM from Z'"] != pytest.approx(1, abs=1e-3)


def test_unknown_names_fail() -> None:
    path = "paper_a/bm2"
    values = all_values(path, 0)
    known = expected(path, values)
    check(known, path, values)
    for name, value in (("made up", 0.0), ("made up", math.nan), ("BR(Z' -> made up)", 0.1)):
        with pytest.raises(AssertionError):
            check({**known, name: value}, path, values)


@pytest.mark.parametrize("exponent", [650.0, 705.0, 720.0])
def test_landau_poles_end_where_those_of_pheno_do(exponent: float, tmp_path: Path) -> None:
    path = "paper_a/bm2"
    emitted(path, tmp_path, "python")
    values = all_values(path, 0)
    name = "Landau pole of g4/mu, one loop"
    # The logarithm of the pole goes as 1/g^2.
    coupling = values["g4"] * math.sqrt(math.log(expected(path, values)[name]) / exponent)
    values |= {"g4": coupling}
    wanted = expected(path, values)[name]
    assert math.isinf(wanted) == (exponent > 710)
    # Rounding of an exponent of 700 is 1e-13 of the pole.
    for found in (import_module(tmp_path / "bm2.py").observables(values), in_c(path, tmp_path)(values)):
        assert found[name] == pytest.approx(wanted, rel=1e-9)


def test_models_without_such_a_boson(tmp_path: Path) -> None:
    """The Standard Model: how strong hypercharge is, and its pole, b = 41/6."""
    emitted("lib/sm", tmp_path, "python")
    found = import_module(tmp_path / "sm.py").observables({"g1": 0.36})
    assert found == pytest.approx(
        {
            "alpha(g1)": 0.36**2 / (4 * math.pi) ** 2,
            "Landau pole of g1/mu, one loop": math.exp(8 * math.pi**2 / (41 / 6 * 0.36**2)),
        }
    )


def test_models_without_a_u1(tmp_path: Path) -> None:
    text = "model m\ngauge C = SU(3) coupling g\nfermion q left (C: 3)\nfermion r right (C: 3)\n"
    files = compile_model(Run(compile_text(text), LoopOrders.up_to(1)), ("python",))
    assert files is not None
    (tmp_path / "m.py").write_text(files["m.py"], encoding="utf-8")
    with pytest.raises(ValueError, match="no U"):
        import_module(tmp_path / "m.py").observables({})


def test_expressions() -> None:
    x, y = sympy.symbols("x y", real=True)
    graph = Graph()
    nodes = {"x": graph.input("x"), "y": graph.input("y")}
    sympy_node(graph, sympy.Abs(x) + sympy.sqrt(y) / (1 + x) ** 2 - sympy.atan(x * y), nodes)
    for expression in (sympy.gamma(x), x ** sympy.Rational(1, 3), sympy.Symbol("z")):
        with pytest.raises(UnprintableError):
            sympy_node(graph, expression, nodes)


def test_leptons_turned_by_pmns(tmp_path: Path) -> None:
    """With L = U l and charges n, g_mu tau is proportional to sum_k n_k U_k2^* U_k3."""
    text = """
        model turned
        use sm
        gauge X = U(1) coupling gX boson X mass M_X
        charges X { L = [0, -3, 0]; E = [0, -3, 0]; Q = [0, 0, 1]; U = [0, 0, 1]; D = [0, 0, 1] }
        fermion N[3] right (X: [0, -3, 0])
        scalar theta (X: 1) vev v_theta
        rotation L.down = PMNS * CKM
    """
    run = Run(compile_text(text), LoopOrders.up_to(1))
    files = compile_model(run, ("python",))
    assert files is not None
    (tmp_path / "turned.py").write_text(files["turned.py"], encoding="utf-8")
    found = import_module(tmp_path / "turned.py").observables(
        {"g1": 0.357, "g2": 0.65, "gX": 0.1, "M_X": 3000.0, "v_h": 246.0, "v_theta": 3e4}
    )
    rotation = np.array(pmns_matrix()) @ np.array(ckm_matrix())
    left = rotation.conj().T @ np.diag([0, -3, 0]) @ rotation
    ratio = 2 * abs(left[1, 2]) ** 2 / (abs(left[1, 1]) ** 2 + 9)  # of both states; right-handed muons have -3
    assert found["BR(Z' -> mu tau)"] / found["BR(Z' -> mu mu)"] == pytest.approx(ratio, rel=1e-3)


def test_scalars_of_several_vacuum_values_are_left_out(tmp_path: Path) -> None:
    """Their masses decide, which this code does not have: no pairs, not even of the doublet; others stay."""
    several = LIKE_OTHERS.replace("scalar tau (X: 2)", "scalar tau (X: 2) vev v_tau").replace(
        "gX = 0.3", "v_tau = 1 TeV; gX = 0.3"
    )
    files = compile_model(Run(compile_text(several), LoopOrders.up_to(1)), ("python",))
    assert files is not None
    for scalar, is_there in (("H", False), ("tau'", False), ("phi", False), ("H2", True)):
        assert (f"BR(Z' -> {scalar} {scalar})" in files["names.py"]) == is_there, scalar


def test_what_complex_rotations_leave_out_is_told() -> None:
    text = """
        model turned
        use sm
        gauge X = U(1) coupling gX boson Zp
        charges X { D = [1, -1, 0] }
        scalar S (X: 2) vev v_S
        param t : complex
        rotation D = [[1, 0, 0], [0, 1, t], [0, 0, 1]]
    """
    files = compile_model(Run(compile_text(text), LoopOrders.up_to(1)), ("python", "c"))
    assert files is not None
    for name in ("turned.py", "turned.h"):
        words = " ".join(files[name].replace("*", "").split())
        assert "what they do are left out, as emitted code has no rotations with complex parameters such as t" in words
    assert "Gamma(Zp)" not in files["turned.py"]


INVISIBLE = """model invisible
use sm
gauge X = U(1) coupling gX boson X
charges X { L = [0, 1, -1]; E = [0, 1, -1] }
scalar phi (X: 3) vev v_phi
fermion A[2] left (X: [2, 3])
fermion B[2] right (X: [2, 3])
fermion C left (X: 3/2)
mass m = bar(A) B
yukawa y = C C dag(phi)
potential { mp2 = dag(phi) phi; l = (dag(phi) phi)^2; lHp = (dag(H) H) (dag(phi) phi) }
"""
LIGHT = {"gX": 0.3, "v_phi": 1000.0, "g1": 0.357, "g2": 0.65, "v_h": 246.0}


def test_neutral_fermions_with_masses_at_a_collider(tmp_path: Path) -> None:
    """Those that a collider can make, in pairs, count, although the boson does not decay to them."""
    files = compile_model(Run(compile_text(INVISIBLE), LoopOrders.up_to(1)), ("python",))
    assert files is not None
    (tmp_path / "invisible.py").write_text(files["invisible.py"], encoding="utf-8")
    module = import_module(tmp_path / "invisible.py")
    for first, second, y in ((700.0, 800.0, 0.3), (1600.0, 800.0, 0.3), (700.0, 1600.0, 2.0)):
        numbers_ = {**LIGHT, "m[1,1]": first, "m[2,2]": second, "y": y}
        point = "; ".join(f"{name} = {value}" for name, value in numbers_.items())
        analysis = compile_text(f"{INVISIBLE}point p at 3 TeV {{ {point} }}\n")
        spectrum = derive_masses(analysis.model)
        currents = derive_currents(analysis.model, spectrum)
        table = derive_observables(analysis.model, analysis.model.points[0], spectrum, currents)
        (wanted,) = (item.value for item in table.observables if item.name == COLLIDER)
        assert module.observables(numbers_)[COLLIDER] == pytest.approx(wanted)
    # One generation of A and B can be made, C cannot.
    open_, closed = 2 * 2**2, 1 + 1
    assert module.observables(numbers_)[COLLIDER] == pytest.approx(
        module.observables({**numbers_, "m[1,1]": math.inf})[COLLIDER] * (open_ + closed) / closed
    )
