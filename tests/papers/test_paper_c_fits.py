"""Paper C, Tab. 4, by the real wilson, flavio and smelli.

They are the extra `flavour`; where it is missing this file is skipped, so it is no part of a quick run. With it a point
takes some 30 s, most of it in the likelihood `quarks`, for which flavio computes 306 observables.
"""

from __future__ import annotations

from importlib.util import find_spec

import pytest
from tests.helpers.models import compile_file, point
from tests.papers.ledger import Row

from zmodel.derive.matching import derive_matching

pytestmark = [
    pytest.mark.skipif(find_spec("smelli") is None, reason="needs the extra `flavour`"),
    # Of these programs, not of ours.
    pytest.mark.filterwarnings("ignore"),
]

LIKELIHOODS = ("quarks", "ewpt", "lfu_fcnc")
"""What the paper calls quarks, EWPOs and LFU: chi^2 of the Standard Model is that of its Tab. 1."""

STANDARD_MODEL = {"ewpt": 36.8, "lfu_fcnc": 18.5}
POINTS = {"malaphoric": "best_fit", "unmixed": "unmixed"}


def test_C04_best_fit_points(row: Row) -> None:
    from zmodel.exchange import build_document
    from zmodel.exchange.smelli_table import smelli_table

    analysis = compile_file("paper_c/malaphoric")
    results, _ = derive_matching(analysis.model)
    for name, point_name in POINTS.items():
        found, _ = build_document(analysis.model, analysis.couplings, results, point(analysis, point_name))
        assert found is not None and found["scale"] == 3000.0
        rows = {item.name: item for item in smelli_table(found, LIKELIHOODS).rows}
        improvements = [rows[likelihood].improvement for likelihood in LIKELIHOODS]
        row.record({name: [round(float(improvement), 1) for improvement in improvements]})
        for improvement, wanted in zip(improvements, row.want[name], strict=True):
            assert improvement == pytest.approx(wanted, abs=2.0), (name, improvements)
        for likelihood, chi_squared in STANDARD_MODEL.items():
            total = rows[likelihood].chi_squared + rows[likelihood].improvement
            assert total == pytest.approx(chi_squared, abs=0.1)
