"""WCxf documents and tables with the real wilson and flavio; skipped without the extra `flavour`."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest
from tests.helpers.models import compile_file, point

from zmodel.derive.matching import derive_matching
from zmodel.derive.wcxf import Document
from zmodel.exchange import BASES, build_document, document_text
from zmodel.exchange.document import coefficients_of

pytestmark = [
    pytest.mark.skipif(find_spec("flavio") is None, reason="needs the extra `flavour`"),
    # Of these programs, not of ours.
    pytest.mark.filterwarnings("ignore"),
]


def document(basis: str = BASES[0]) -> Document:
    analysis = compile_file("paper_c/malaphoric")
    results, _ = derive_matching(analysis.model)
    found, _ = build_document(analysis.model, analysis.couplings, results, point(analysis, "best_fit"), basis)
    assert found is not None
    return found


@pytest.mark.parametrize("basis", BASES)
@pytest.mark.parametrize("form", ["json", "yaml"])
def test_wilson_reads_the_file(basis: str, form: str, tmp_path: Path) -> None:
    from wilson import wcxf

    made = document(basis)
    path = tmp_path / f"out.{form}"
    path.write_text(document_text(made, form), encoding="utf-8")  # type: ignore[arg-type]
    with path.open(encoding="utf-8") as stream:
        read = wcxf.WC.load(stream)
    read.validate()
    assert (read.eft, read.basis, read.scale) == ("SMEFT", basis, 3000.0)
    assert read.dict == coefficients_of(made)


def test_wilson_finds_the_same_coefficients_in_the_other_basis() -> None:
    import ckmutil.ckm
    import numpy as np
    from wilson import wcxf

    from zmodel.exchange.bases import to_warsaw_up
    from zmodel.exchange.programs import wilson_object

    parameters = {"Vus": 0.225, "Vub": 0.0037, "Vcb": 0.042, "gamma": 1.15, "delta": 1.15}
    translated = wilson_object(document()).wc.translate("Warsaw up", parameters=parameters)
    assert isinstance(translated, wcxf.WC)
    matrix = ckmutil.ckm.ckm_tree(*(parameters[name] for name in ("Vus", "Vub", "Vcb", "gamma")))
    ours = to_warsaw_up(coefficients_of(document()), np.asarray(matrix))
    largest = max(abs(value) for value in ours.values())
    for key in ours.keys() | translated.dict.keys():
        expected = complex(translated.dict.get(key, 0))
        assert ours.get(key, 0) == pytest.approx(expected, rel=1e-9, abs=1e-12 * largest), key


def test_flavio_tabulates_what_it_is_asked_for() -> None:
    from zmodel.exchange.flavio_table import DEFAULT_OBSERVABLES, flavio_table

    rows = {row.name: row for row in flavio_table(document()).rows}
    assert tuple(rows) == DEFAULT_OBSERVABLES
    assert all(row.measurement is not None for row in rows.values())
    ratio = rows["<Rmue>(B+->Kll) 1.1 6"]
    # Paper C, Sec. 4: kinetic mixing couples the boson to electrons, so the ratio stays near 1.
    assert ratio.standard_model == pytest.approx(1, abs=0.01)
    assert ratio.prediction == pytest.approx(0.915, abs=0.01)
    assert ratio.measurement is not None and ratio.measurement.value == pytest.approx(0.949, abs=0.001)
    mixing = rows["DeltaM_s"]
    assert mixing.prediction / mixing.standard_model == pytest.approx(1.094, abs=0.01)  # Eq. (4.6) and running
    (single,) = flavio_table(document(), ("BR(Bs->mumu)",)).rows
    assert single == rows["BR(Bs->mumu)"]
