"""Trajectories: arrays, the figure, and what stops them."""

from __future__ import annotations

import base64
import sys

import numpy as np
import pytest

import zmodel
from zmodel import LoadedModel, ModelError
from zmodel.notebook.errors import UsageError
from zmodel.notebook.trajectory import TrajectoryResult

TEXT = """model qed "Scalar <QED>"
gauge Y = U(1) coupling g
scalar S (Y: 1)
potential { m2 = dag(S) S; lam = (dag(S) S)^2 }
point low at 100 GeV { g = 0.5; lam = 0.1 }
point strong at 1 TeV { g = 3; lam = 1 }
"""


@pytest.fixture(scope="module")
def model() -> LoadedModel:
    return zmodel.loads(TEXT)


@pytest.fixture(scope="module")
def found(model: LoadedModel) -> TrajectoryResult:
    return model.run("low", to="10 TeV", loops=1, samples=20)


def test_arrays(found: TrajectoryResult) -> None:
    assert found.mu[0] == pytest.approx(100)
    assert found.mu[-1] == pytest.approx(1e4)
    assert found.couplings["g"].shape == found.mu.shape == (20,)
    assert (found.reached, found.pole) == (pytest.approx(1e4), None)
    # dg/dlnmu = g^3/(3 (4 pi)^2)
    expected = 1 / (1 / 0.25 - 2 / 3 / (16 * np.pi**2) * np.log(100))
    assert found.couplings["g"][-1] ** 2 == pytest.approx(expected, rel=1e-7)
    assert found.alpha("g")[0] == pytest.approx(0.25 / (16 * np.pi**2))
    assert found.alpha("lam")[0] == pytest.approx(0.1 / (16 * np.pi**2))


def test_alpha_of_what_has_none(found: TrajectoryResult) -> None:
    with pytest.raises(UsageError, match="there are g, lam"):
        found.alpha("m2")


def test_a_pole(model: LoadedModel) -> None:
    stopped = model.run("strong", to="M_Pl", loops=1, samples=20)
    assert stopped.pole is not None
    assert 1e3 < stopped.pole < 1e19
    assert "a pole at" in stopped.tables[0].title


def test_what_a_notebook_is_given(found: TrajectoryResult) -> None:
    bundle = found._repr_mimebundle_()
    assert set(bundle) == {"text/plain", "text/html", "image/png"}
    assert base64.b64decode(bundle["image/png"]).startswith(b"\x89PNG")
    html = bundle["text/html"]
    picture = html.partition("data:image/svg+xml;base64,")[2].partition('"')[0]
    assert b"<svg" in base64.b64decode(picture)
    assert "<QED>" not in html


def test_without_matplotlib(found: TrajectoryResult, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    bundle = found._repr_mimebundle_()
    assert set(bundle) == {"text/plain", "text/html"}
    assert "figures need matplotlib" in bundle["text/html"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"to": -1.0}, "positive energy"),
        ({"to": float("inf")}, "positive energy"),
        ({"to": 1e4, "rtol": 1.0}, "rtol is"),
        ({"to": 1e4, "samples": 1}, "samples are"),
        ({"to": 1e4, "strong": 0.0}, "strong is"),
        ({"to": 1e4, "strong": float("nan")}, "strong is"),
        ({"to": 1e4, "strong": float("inf")}, "strong is"),
        ({"to": 1e4, "loops": "two"}, "no loop order"),
    ],
)
def test_arguments_that_mean_nothing(model: LoadedModel, arguments: dict[str, float], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        model.run("low", **arguments)  # type: ignore[arg-type]


def test_words_that_are_no_scale(model: LoadedModel) -> None:
    with pytest.raises(ModelError, match="Z122"):
        model.run("low", to="10 Tev")


def test_a_point_without_a_scale() -> None:
    with pytest.raises(ModelError, match="has no scale to start from"):
        zmodel.loads(TEXT + "point nowhere { g = 1 }\n").run("nowhere", to=1e4)
