"""Write the numbers in `tests/data`: beta functions and anomalous dimensions of hand-built models at seeded points.

Run as ``python -m tests.oracles.freeze`` from the top of the checkout. The numbers come from
`general_rge`, `three_loop_gauge` and `anomalous`, so the files only change when a model, a point or an oracle
changes; a new model has to be compared with another program again before the sources named here are true of it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from .anomalous import Spinor, anomalous_dimensions, by_field
from .general_rge import Betas, Theory, one_loop, two_loop
from .physical_models import (
    Coupling,
    Model,
    Value,
    b_minus_l_model,
    benchmark_model,
    singlet_model,
    standard_model,
    thdm_model,
    vector_like_quark_model,
)
from .three_loop_gauge import three_loop

DATA = Path(__file__).parent.parent / "data"
REFERENCE = DATA / "beta_reference.json"
ANOMALOUS = DATA / "anomalous_reference.json"
COMPUTE: dict[int, Callable[[Theory], Betas]] = {1: one_loop, 2: two_loop, 3: three_loop}
GAUGE_PARAMETERS = (0.0, 0.37, 1.0)

CONVENTIONS = {
    "loop_factor": 'beta["n"] multiplies 1/(16 pi^2)^n in dx/dln(mu); only gauge couplings have a third loop',
    "complex": "every complex coupling is [re, im]; matrices are lists of rows; real couplings are numbers",
    "hypercharge": "Q 1/6, U 2/3, D -1/3, L -1/2, E -1, H 1/2 (-1/2 in vector_like_quark), not GUT-normalised",
    "yukawa": "Y = bar(F) phi f means L contains -Y_ij bar(F_i) phi f_j + h.c.; "
    "YN = N N chi means L contains -(YN_ij N_i N_j chi + h.c.), summed over all i and j, YN symmetric",
    "tilde": "tilde(H)_i = eps_ij H_j^*, eps_12 = 1",
    "potential": "V contains coupling * term, plus its conjugate when the term is not hermitian",
    "kinetic_mixing": "eta: h = [[gA^2, eta gA gB], [eta gA gB, gB^2]], L = -1/4 F_a (h^-1)_ab F_b, "
    "D = d - i q_a A_a; A is the hypercharge group",
}

SOURCE = (
    "dense component-level evaluation of the general formulas of Machacek-Vaughn, hep-ph/0211440, "
    "1308.1674 and 1809.06797 (tests/oracles/general_rge.py); at both loop orders and both points every "
    "number was compared with the output of PyR@TE 3 (2007.12700, commit 04b219c, which uses the tensor "
    "basis of 1906.04625), converted to these conventions: they agree to a relative 1e-13; three loops: dense "
    "evaluation of the 33 structures of 1906.04625 (tests/oracles/three_loop_gauge.py), compared with PyR@TE 3 for sm, "
    "b_minus_l, thdm, vector_like_quark and singlet to a relative 1e-13, for sm also with 1208.3357"
)

ANOMALOUS_CONVENTIONS = {
    "definition": "mu d F_i/d mu = -gamma_ij F'_j for the fields as declared, gamma = gamma1/(16 pi^2) + "
    "gamma2/(16 pi^2)^2; the key is 'F F''; matrices over generations for fermions with several, else numbers; "
    "'phi phi^*' is what a complex scalar has of a conjugate one; pairs that are left out vanish",
    "gauge_parameter": "xi of the propagator -i/k^2 [g_mn - (1 - xi) k_m k_n/k^2] of all gauge bosons: "
    "0 Landau, 1 Feynman",
    "points": "point number 2 of the same model in beta_reference.json",
}

ANOMALOUS_SOURCE = (
    "dense component-level evaluation of the formulas of Machacek-Vaughn and hep-ph/0211440 in a general R_xi gauge "
    "(tests/oracles/anomalous.py); for sm and thdm, and for the models of tests/oracles/extended_models.py, "
    "every number was compared with the output of PyR@TE 3 at xi = 0.37: they agree to a relative 1e-14"
)


@dataclass(frozen=True)
class Entry:
    """One model of the reference file."""

    build: Callable[[], Model]
    terms: str
    parameters: dict[str, float]
    fermions: str = "Q U D L E"
    scalars: str = "H"


def entries() -> list[Entry]:
    """All models of the reference file."""
    sm_yukawas = "Yu = bar(Q) tilde(H) U, Yd = bar(Q) H D, Ye = bar(L) H E"
    benchmark = (
        "yt, yb: the (3,3) entries of bar(Q) tilde(H) U and bar(Q) H D; y = bar(psiL) S psiR; "
        "lambda = (dag(H) H)^2, s = (dag(phi) phi)^2, u = tr(dag(S) S dag(S) S), v = tr(dag(S) S)^2, "
        "delta = (dag(H) H) tr(dag(S) S), delta_t = (dag(H) H)(dag(phi) phi), "
        "w = (dag(phi) phi) tr(dag(S) S); mH2, mphi2, mS2; charges of Tab. 3 of 2109.06201"
    )
    return [
        Entry(standard_model, f"{sm_yukawas}; lambda = (dag(H) H)^2; mH2 = dag(H) H", {}),
        Entry(
            b_minus_l_model,
            f"{sm_yukawas}, Ynu = bar(L) tilde(H) N, YN = N N chi; lambda = (dag(H) H)^2, "
            "lambda_chi = (dag(chi) chi)^2, lambda_mix = (dag(H) H)(dag(chi) chi); mH2, mchi2; "
            "X = B-L, N charge -1, chi charge 2",
            {},
            "Q U D L E N",
            "H chi",
        ),
        *[
            Entry(_benchmark(n), benchmark, {}, f"Q U D L E {'' if n == 1 else 'N '}psiL psiR", "H phi S")
            for n in (1, 2, 3, 4)
        ],
        Entry(
            thdm_model,
            "Yu1 Yd1 Ye1 with H1, Yu2 Yd2 Ye2 with H2 as in the SM; lambda1 = (H1^+ H1)^2, "
            "lambda2 = (H2^+ H2)^2, lambda3 = (H1^+ H1)(H2^+ H2), lambda4 = (H1^+ H2)(H2^+ H1), "
            "complex lambda5 = (H1^+ H2)^2, lambda6 = (H1^+ H1)(H1^+ H2), lambda7 = (H2^+ H2)(H1^+ H2); "
            "m11 = H1^+ H1, m22 = H2^+ H2, complex m12 = H1^+ H2; no factors 1/2",
            {},
            scalars="H1 H2",
        ),
        Entry(
            vector_like_quark_model,
            "Yu = bar(Q) H U, Yd = bar(Q) tilde(H) D, Ye: diagonal entries of bar(L) tilde(H) E, "
            "YQ = bar(Q) QR4 Phi, m_Q = bar(QL4) QR4; added: lambda = (dag(H) H)^2, "
            "lambda_Phi = (dag(Phi) Phi)^2, lambda_mix = (dag(H) H)(dag(Phi) Phi), mH2, mPhi2, eta (Y, X)",
            {"a_e": 0.59, "a_mu": 1.0, "a_tau": 0.0, "a_Y": 0.87},
            "Q U D L E N QL4 QR4",
            "H Phi",
        ),
        Entry(
            singlet_model,
            "SM fermions and H with Yu = bar(Q) tilde(H) U only; complex neutral scalar sigma; F_L, F_R with "
            "hypercharge 3: yS = bar(FL) sigma FR, yT = bar(FL) dag(sigma) FR, M = bar(FL) FR; "
            "lambda = (dag(H) H)^2, lambda_s = (dag(sigma) sigma)^2, "
            "lambda_hs = (dag(H) H)(dag(sigma) sigma); complex, plus conjugate: "
            "lambda_a = (dag(H) H) sigma^2, lambda_b = (dag(sigma) sigma) sigma^2, "
            "lambda_c = sigma^4, kappa_h = (dag(H) H) sigma, kappa_s = (dag(sigma) sigma) sigma, "
            "kappa_3 = sigma^3, bs2 = sigma^2; mH2, ms2; no tadpole",
            {},
            "Q U D L E FL FR",
            "H sigma",
        ),
    ]


def _benchmark(number: int) -> Callable[[], Model]:
    return lambda: benchmark_model(number)


def random_point(model: Model, seed: int, *, mixed: bool) -> dict[str, Value]:
    """A seeded point: complex matrices, couplings of order 0.1 to 1; no mixing unless `mixed`."""
    rng = np.random.default_rng(seed)
    values: dict[str, Value] = {}
    for name in model.gauge_names:
        values[name] = round(float(rng.uniform(0.3, 1.1)), 4)
    if len(model.abelian) == 2:
        eta = round(float(rng.uniform(-0.5, 0.5)), 4)
        values[model.mixing] = eta if mixed else 0.0
    for name, coupling in model.couplings.items():
        values[name] = _random_value(coupling, rng, real=not mixed and not coupling.shape)
    return values


def _random_value(coupling: Coupling, rng: np.random.Generator, *, real: bool) -> Value:
    size = 1.0 if coupling.kind in ("y", "lam") else 100.0
    if coupling.hermitian:
        return round(size * float(rng.uniform(-0.2, 0.6)), 4)
    shape = coupling.shape
    parts = rng.uniform(-0.5, 0.5, size=(2, *shape)) * size
    if coupling.symmetric:
        parts = (parts + parts.swapaxes(-1, -2)) / 2
    parts = np.round(parts, 4)
    if real:
        return complex(float(parts[0]), 0.0)
    value = parts[0] + 1j * parts[1]
    return value if shape else complex(value)


def plain(value: Value) -> Any:
    """A coupling as JSON data; complex numbers become [re, im]."""
    if isinstance(value, complex):
        return [value.real, value.imag]
    if isinstance(value, np.ndarray):
        return [plain(item) if item.ndim else plain(complex(item)) for item in value]
    return float(value)


def value_of(model: Model, name: str, data: Any) -> Value:
    """The inverse of `plain` for one coupling of a model."""
    coupling = model.couplings.get(name)
    if coupling is None or coupling.hermitian:
        return float(data)
    array = np.asarray(data, dtype=float)
    value = array[..., 0] + 1j * array[..., 1]
    return value if coupling.shape else complex(value)


def betas_of(model: Model, values: dict[str, Value], loops: int) -> dict[str, Value]:
    """Beta functions of all couplings that have this loop order: at three loops those of the gauge sector."""
    betas = COMPUTE[loops](model.theory(values))
    return model.project(values, betas) if loops < 3 else model.project_gauge(values, betas)


def dimensions_of(entry: Entry, model: Model, theory: Theory, xi: float, loops: int) -> dict[str, Any]:
    """Anomalous dimensions of the fields of a model as JSON data, without the noise of rounding."""
    builder = model.builder
    # What global symmetries unite is one generation.
    copies = {"psiL": 1, "psiR": 1}
    fermions = {
        name: Spinor([int(index[0, 0]) for index in field.index[: copies.get(name)]], field.right)
        for name, field in zip(entry.fermions.split(), builder.fermions, strict=True)
    }
    scalars = {
        name: builder.forms(field)[0, 0, 0] for name, field in zip(entry.scalars.split(), builder.scalars, strict=True)
    }
    gamma = by_field(anomalous_dimensions(theory, xi, loops), fermions, scalars)
    rounded = {" ".join(pair): np.round(value, 12) + 0.0 for pair, value in gamma.items()}
    return {pair: plain(value if np.ndim(value) else complex(value)) for pair, value in rounded.items()}


def anomalous_reference() -> dict[str, Any]:
    """The content of the file of anomalous dimensions."""
    models: dict[str, Any] = {}
    for entry in entries():
        model = entry.build()
        theory = model.theory(random_point(model, 202, mixed=True))
        models[model.name] = {
            str(loops): {str(xi): dimensions_of(entry, model, theory, xi, loops) for xi in GAUGE_PARAMETERS}
            for loops in (1, 2)
        }
    return {"conventions": ANOMALOUS_CONVENTIONS, "source": ANOMALOUS_SOURCE, "models": models}


def reference() -> dict[str, Any]:
    """The content of the reference file."""
    models: dict[str, Any] = {}
    for entry in entries():
        model = entry.build()
        points = []
        for seed, mixed in ((101, False), (202, True)):
            values = random_point(model, seed, mixed=mixed)
            model.theory(values).check()
            beta = {
                str(loops): {name: plain(value) for name, value in betas_of(model, values, loops).items()}
                for loops in COMPUTE
            }
            point = {"seed": seed, "values": {k: plain(v) for k, v in values.items()}, "beta": beta}
            points.append(point)
        models[model.name] = {
            "terms": entry.terms,
            "source": SOURCE,
            "parameters": entry.parameters,
            "points": points,
        }
    return {"conventions": CONVENTIONS, "models": models}


def as_text(data: Any, depth: int = 0) -> str:
    """JSON with one coupling per line."""
    if not isinstance(data, dict) and not (isinstance(data, list) and data and isinstance(data[0], dict)):
        return json.dumps(data)
    pad, end = "  " * (depth + 1), "  " * depth
    if isinstance(data, dict):
        if not data:
            return "{}"
        rows = [f"{pad}{json.dumps(key)}: {as_text(item, depth + 1)}" for key, item in data.items()]
        return "{\n" + ",\n".join(rows) + f"\n{end}}}"
    return "[\n" + ",\n".join(pad + as_text(item, depth + 1) for item in data) + f"\n{end}]"


def main() -> None:
    """Write the reference files."""
    DATA.mkdir(exist_ok=True)
    REFERENCE.write_text(as_text(reference()) + "\n", encoding="utf-8")
    ANOMALOUS.write_text(as_text(anomalous_reference()) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
