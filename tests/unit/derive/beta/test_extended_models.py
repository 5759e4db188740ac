"""Beta functions of whole models against the hand-written component theories of `tests/oracles/extended_models.py`."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from tests.helpers.components import ComponentModel
from tests.helpers.evaluate import Value, evaluate_betas, evaluate_flavour
from tests.helpers.models import compile_text
from tests.oracles.anomalous import Spinor, anomalous_dimensions, by_field
from tests.oracles.extended_models import LEPTON_TEXTURES, MODELS
from tests.oracles.general_rge import one_loop, two_loop
from tests.oracles.three_loop_gauge import three_loop

from zmodel.derive.beta.derive import BetaFunctions, derive_betas

TEXTS = {
    "r2_leptoquark": """
        model r2_leptoquark
        use sm
        scalar R2 (SU3c: 3, SU2L: 2, Y: 7/6)
        yukawa YL = bar(U) R2 L
        yukawa YE = bar(Q) R2 E
        potential {
          m2 = dag(R2) R2
          l1 = (dag(R2) R2)^2
          l2 = dag(R2) R2 dag(R2) R2 : singlet, adjoint
          p1 = (dag(H) H) (dag(R2) R2)
          p2 = dag(H) R2 dag(R2) H : singlet
        }
        """,
    "s1_leptoquark": """
        model s1_leptoquark
        use sm
        scalar S1 (SU3c: 3bar, Y: 1/3)
        yukawa YQL = bar(cc(Q)) S1 L
        yukawa YUE = bar(cc(U)) S1 E
        yukawa YQQ = Q Q dag(S1)
        yukawa YUD = bar(cc(U)) D dag(S1)
        potential {
          m1 = dag(S1) S1
          l1 = (dag(S1) S1)^2
          p1 = (dag(H) H) (dag(S1) S1)
        }
        """,
    "s3_leptoquark": """
        model s3_leptoquark
        use sm
        scalar S3 (SU3c: 3bar, SU2L: 3, Y: 1/3)
        yukawa YQL = bar(cc(Q)) S3 L
        yukawa YQQ = Q Q dag(S3)
        potential {
          m3 = dag(S3) S3
          k1 = (dag(S3) S3)^2
          k2 = dag(S3) S3 dag(S3) S3 : singlet, pair14_pair23
          k3 = dag(S3) S3 dag(S3) S3 : singlet, pair13_pair24
          p1 = (dag(H) H) (dag(S3) S3)
          p2 = dag(H) S3 dag(S3) H : chain1234
        }
        """,
    "triplets": """
        model triplets
        use sm
        scalar xi real (SU2L: 3)
        scalar chi (SU2L: 3, Y: 1)
        yukawa YL = bar(cc(L)) chi L
        potential {
          m1 = xi xi;  m2 = dag(chi) chi
          a1 = dag(H) xi H
          a2 = H dag(chi) H
          a3 = dag(chi) chi xi
          r1 = (dag(chi) chi)^2
          r2 = tr(dag(chi) chi dag(chi) chi)
          r3 = (xi xi)^2
          r4 = (dag(chi) chi) (xi xi)
          r5 = (dag(chi) xi) (chi xi)
          s1 = (dag(H) H) (dag(chi) chi)
          s2 = dag(H) chi dag(chi) H : chain1234
          s3 = (dag(H) H) (xi xi)
          s4 = dag(H) chi xi tilde(H)
        }
        """,
    "majorana_neutrinos": """
        model majorana_neutrinos
        use sm
        fermion N[3] right
        scalar s real
        mass   M   = N N
        yukawa Ynu = bar(L) tilde(H) N
        yukawa YN  = N N s
        potential {
          ms2 = s^2;  mus = s^3;  ls = s^4
          muh = (dag(H) H) s
          lhs = (dag(H) H) s^2
        }
        """,
    "lepton_flavour": """
        model lepton_flavour
        use sm
        gauge X = U(1) coupling gX
        mixing eta (Y, X)
        charges X { L = [0, 1, -1]; E = [0, 1, -1] }
        fermion N[3] right (X: [0, 1, -1])
        scalar phi (X: 1)
        yukawa Ynu = bar(L) tilde(H) N
        yukawa YA  = N N phi
        yukawa YB  = N N dag(phi)
        mass   MN  = N N
        potential {
          m1 = dag(phi) phi
          l1 = (dag(phi) phi)^2
          p1 = (dag(H) H) (dag(phi) phi)
        }
        require anomaly_free
        """,
    "twin_colour": """
        model twin_colour
        gauge A = SU(3) coupling ga
        gauge B = SU(3) coupling gb
        fermion FL[2] left  (A: 3)
        fermion FR[2] right (A: 3)
        fermion GL[2] left  (B: 3)
        fermion GR[2] right (B: 3)
        scalar Phi (A: 3, B: 3bar)
        scalar S real (A: 8)
        mass   mF = bar(FL) FR
        mass   mG = bar(GL) GR
        yukawa y  = bar(FL) Phi GR
        yukawa z  = bar(GL) dag(Phi) FR
        yukawa w  = bar(FL) S FR
        potential {
          m1 = tr(dag(Phi) Phi);  m2 = S S
          k1 = S S S
          k2 = dag(Phi) S Phi
          k3 = Phi Phi Phi
          l1 = tr(dag(Phi) Phi)^2
          l2 = tr(dag(Phi) Phi dag(Phi) Phi)
          l3 = (S S)^2
          l4 = tr(dag(Phi) Phi) (S S)
          l5 = dag(Phi) S S Phi : chain1234
        }
        """,
}


@cache
def betas(name: str) -> BetaFunctions:
    analysis = compile_text(TEXTS[name])
    return derive_betas(analysis.model, analysis.couplings, 3)


@cache
def component_model(name: str) -> ComponentModel:
    return MODELS[name]()


def point(name: str, seed: int) -> dict[str, Value]:
    """Random couplings; what a texture forbids is zero."""
    values = component_model(name).random_values(seed)
    for coupling, entries in LEPTON_TEXTURES.items() if name == "lepton_flavour" else ():
        mask = np.zeros((3, 3))
        mask[tuple(zip(*entries, strict=True))] = 1
        values[coupling] = np.asarray(values[coupling]) * mask
    return values


def assert_close(got: dict[str, Value], expected: dict[str, Value]) -> None:
    assert set(got) == set(expected)
    for coupling, value in expected.items():
        size = float(np.abs(value).max())
        np.testing.assert_allclose(got[coupling], value, rtol=1e-11, atol=1e-11 * size, err_msg=coupling)


@pytest.mark.parametrize("loop", [1, 2])
@pytest.mark.parametrize("name", TEXTS)
def test_all_couplings_at_a_complex_point(name: str, loop: int) -> None:
    values = point(name, 100 + loop)
    expected = component_model(name).betas(values, one_loop if loop == 1 else two_loop)
    assert_close(evaluate_betas(betas(name), values, loop), expected)


@pytest.mark.parametrize("name", TEXTS)
def test_gauge_couplings_at_three_loops(name: str) -> None:
    model, values = component_model(name), point(name, 103)
    theory = model.theory(values)
    # Without terms only the gauge sector is projected on.
    expected = replace(model, terms={}).betas(values, lambda _: three_loop(theory))
    assert_close(evaluate_betas(betas(name), values, 3), expected)


@pytest.mark.parametrize("loop", [1, 2])
@pytest.mark.parametrize("name", TEXTS)
def test_anomalous_dimensions_of_all_fields(name: str, loop: int) -> None:
    model, values, beta, xi = component_model(name), point(name, 200 + loop), betas(name), 0.37
    fermions = {
        field.name: Spinor(
            [field.start + i * field.dimension for i in range(field.generations)], field.chirality == "right"
        )
        for field in model.fermions.values()
    }
    scalars = {field: model._forms(field, conjugated=False)[0] for field in model.scalars}
    expected = by_field(anomalous_dimensions(model.theory(values), xi, loop), fermions, scalars)
    assert set(expected) <= set(beta.anomalous)
    for pair, orders in beta.anomalous.items():
        reference = np.asarray(expected.get(pair, 0))
        size = len(reference) if reference.ndim else None
        got = evaluate_flavour(orders[loop], values | {beta.gauge_parameter: xi}, size)
        np.testing.assert_allclose(got, reference, rtol=1e-11, atol=1e-11, err_msg=" ".join(pair))
