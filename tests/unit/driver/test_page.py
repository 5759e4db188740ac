"""What a page says of a point."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from tests.helpers.models import compile_file

from zmodel.driver import page
from zmodel.driver.page import PageOptions, make_page
from zmodel.editors.colouring import coloured_pieces


def test_a_point_has_numbers_for_what_is_matched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Paper C, without the sections that this is not about; the tables that hold for every point stand once."""
    monkeypatch.setattr(page, "_SECTIONS", {"matching": "Matching to SMEFT"})
    analysis = compile_file("paper_c/malaphoric")
    html = make_page(analysis, analysis.model.span.file, (), coloured_pieces, PageOptions(points=("unmixed",)))
    root = ElementTree.fromstring(html.removeprefix("<!DOCTYPE html>"))
    sections = {section.get("id"): section for section in root.iter("section")}
    assert list(sections) == ["matching", "point-unmixed", "file-1", "file-2"]
    captions = [[caption.text for caption in sections[name].iter("caption")] for name in ("matching", "point-unmixed")]
    assert captions[0][:2] == ["Couplings of X", "Coefficients, in units of 1/M^2"]
    assert captions[1][:2] == ["Values at 3000 GeV", "Observables"]
    assert "Numbers" in captions[1] and not set(captions[0][:2]) & set(captions[1])
    words = "".join(sections["point-unmixed"].itertext())
    assert "Not run:error Z430 there is no value for g3, g2" in words
    # Its line in the listing leads back to it.
    assert root.find(".//span[@id='L28']/a[@href='#point-unmixed']") is not None
