"""The other programs: without them, and what is asked of them."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest

from zmodel.diagnostics import DiagnosticError
from zmodel.exchange.flavio_table import _measurement, _request
from zmodel.exchange.programs import load_program, translated_errors
from zmodel.exchange.smelli_table import _files, _known


def fake_flavio() -> SimpleNamespace:
    """As much of flavio as is asked before anything is computed."""
    bins = ("<Rmue>(B+->Kll)", 1.1, 6.0)
    observables = {
        "<Rmue>(B+->Kll)": SimpleNamespace(arguments=["q2min", "q2max"]),
        "BR(Bs->mumu)": SimpleNamespace(arguments=None),
    }
    measurements = {
        "LHCb RK 2014": [bins],
        "LHCb RK RK* 2022": [bins],
        "CMS Bs->mumu 2022": ["BR(Bs->mumu)"],
        "A combination Bs->mumu 2022": ["BR(Bs->mumu)"],
        "Pseudo-measurement 2030": ["BR(Bs->mumu)"],
    }
    asked: list[tuple[object, ...]] = []

    def combine(name: str, include_measurements: list[str], **arguments: float) -> SimpleNamespace:
        asked.append((name, include_measurements, arguments))
        return SimpleNamespace(central_value=1.0, error_left=0.1, error_right=0.3)

    return SimpleNamespace(
        Observable=SimpleNamespace(instances=observables),
        Measurement=SimpleNamespace(
            instances={name: SimpleNamespace(all_parameters=found) for name, found in measurements.items()}
        ),
        combine_measurements=combine,
        asked=asked,
    )


@pytest.mark.parametrize("name", ["wilson", "flavio", "smelli"])
def test_without_the_extra(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(DiagnosticError) as caught:
        load_program(name)
    (found,) = caught.value.diagnostics
    assert found.code == "Z416" and found.message.startswith(f"{name} cannot be loaded")
    assert found.hints == ("pip install zmodel[flavour]",)


def test_whatever_a_program_raises_is_a_diagnostic() -> None:
    with pytest.raises(DiagnosticError) as caught, translated_errors("smelli"):
        raise ValueError("The extraction of CKM elements failed.")
    (found,) = caught.value.diagnostics
    assert (found.code, found.message) == (
        "Z417",
        "smelli gives up: ValueError: The extraction of CKM elements failed.",
    )


def test_requests() -> None:
    flavio = fake_flavio()
    assert _request(flavio, "BR(Bs->mumu)") == ("BR(Bs->mumu)", ())
    assert _request(flavio, " <Rmue>(B+->Kll)  1.1 6") == ("<Rmue>(B+->Kll)", (1.1, 6.0))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("BR(Bs->mumuu)", "flavio knows no observable `BR(Bs->mumuu)`"),
        ("", "flavio is asked for an observable without a name"),
        ("BR(Bs->mumu) 1", "`BR(Bs->mumu)` must be followed by nothing, in numbers: `BR(Bs->mumu) 1`"),
        ("<Rmue>(B+->Kll) 1.1", "`<Rmue>(B+->Kll)` must be followed by q2min q2max, in numbers"),
        ("<Rmue>(B+->Kll) a b", "`<Rmue>(B+->Kll)` must be followed by q2min q2max, in numbers"),
        ("<Rmue>(B+->Kll) nan 6", "`<Rmue>(B+->Kll)` must be followed by q2min q2max, in numbers"),
    ],
)
def test_requests_that_make_no_sense(text: str, message: str) -> None:
    with pytest.raises(DiagnosticError) as caught:
        _request(fake_flavio(), text)
    (found,) = caught.value.diagnostics
    assert found.code == "Z417" and found.message.startswith(message)


def test_the_newest_measurement_counts() -> None:
    flavio = fake_flavio()
    found = _measurement(flavio, "<Rmue>(B+->Kll)", (1.1, 6.0))
    assert found is not None
    assert (found.name, found.value, found.uncertainty) == ("LHCb RK RK* 2022", 1.0, pytest.approx(0.2))
    assert flavio.asked == [("<Rmue>(B+->Kll)", ["LHCb RK RK* 2022"], {"q2min": 1.1, "q2max": 6.0})]
    combined = _measurement(flavio, "BR(Bs->mumu)", ())
    assert combined is not None and combined.name == "A combination Bs->mumu 2022"
    assert _measurement(flavio, "<Rmue>(B+->Kll)", (0.1, 1.1)) is None


def test_names_of_likelihoods() -> None:
    files = _files(("fast_likelihood_quarks.yaml", "likelihood_ewpt.yaml"))
    assert files == {"quarks": "fast_likelihood_quarks.yaml", "ewpt": "likelihood_ewpt.yaml"}
    assert _known("ewpt", files) == "ewpt"
    for name, hint in (("quark", "did you mean `quarks`?"), ("zzz", "there are quarks, ewpt")):
        with pytest.raises(DiagnosticError) as caught:
            _known(name, files)
        assert caught.value.diagnostics[0].hints == (hint,)
