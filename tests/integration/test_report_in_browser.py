"""The page of `zmodel report` in headless Chromium, as on a phone and on a desktop.

Skipped where there is no Chromium, or no `playwright` to drive it.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.helpers.models import compile_file

from zmodel.driver.page import PageOptions, make_page
from zmodel.editors.colouring import coloured_pieces

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1440, "height": 900}

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium")

# Pairs of colours, of text and of what lies below it from the canvas upwards, with words that have them.
PAIRS = """() => {
  const parse = (text) => {
    const numbers = text.match(/[\\d.]+/g).map(Number);
    return text.startsWith("color(srgb") ? [...numbers.slice(0, 3).map((x) => 255 * x), numbers[3] ?? 1]
                                         : [...numbers.slice(0, 3), numbers[3] ?? 1];
  };
  const over = (top, below) => below.map((x, i) => top[3] * top[i] + (1 - top[3]) * x);
  const known = new Map([[null, [255, 255, 255]]]);
  const background = (element) => {
    if (!known.has(element)) {
      const below = background(element.parentElement);
      known.set(element, over(parse(getComputedStyle(element).backgroundColor), below));
    }
    return known.get(element);
  };
  const found = {};
  for (const element of document.querySelectorAll("body *:not(svg *):not(script)")) {
    const words = [...element.childNodes].filter((n) => n.nodeType === 3).map((n) => n.data.trim()).join("");
    if (!words || !element.checkVisibility({visibilityProperty: true})) continue;
    const below = background(element);
    const text = over(parse(getComputedStyle(element).color), below);
    found[JSON.stringify([text, below])] ??= words.slice(0, 40);
  }
  return Object.entries(found).map(([pair, words]) => [...JSON.parse(pair), words]);
}"""


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with every kind of content: mixing, long formulas, a message, a figure."""
    analysis = compile_file("paper_a/bm2")
    file = analysis.model.span.file
    written = tmp_path_factory.mktemp("page") / "bm2.html"
    written.write_text(make_page(analysis, file, (), coloured_pieces, PageOptions()), encoding="utf-8")
    return written


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        # Each start has a fresh profile.
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module", params=["phone", "desktop"])
def opened(request: pytest.FixtureRequest, browser: Any, page_file: Path) -> Iterator[Any]:
    """The page, which tests leave as they find it; in the end it must have asked and complained of nothing."""
    viewport = PHONE if request.param == "phone" else DESKTOP
    page = browser.new_page(viewport=viewport, color_scheme="light")
    requests: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda asked: requests.append(asked.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(page_file.as_uri())
    yield page
    page.close()
    assert requests == [page_file.as_uri()] and complaints == []


def test_it_fits_the_screen(opened: Any) -> None:
    """Folded and unfolded: what is wide scrolls inside of itself."""
    width = opened.viewport_size["width"]
    assert opened.evaluate("document.documentElement.scrollWidth") == width
    opened.click("#unfold")
    assert opened.evaluate("document.querySelectorAll('details.long:not([open])').length") == 0
    assert opened.evaluate("document.documentElement.scrollWidth") == width
    inside = (
        "[...document.querySelectorAll('.table, pre, figure, h1, h2, nav')].map((e) => e.getBoundingClientRect().right)"
    )
    assert max(opened.evaluate(inside)) <= width
    scrolling = "[...document.querySelectorAll('.table')].some((e) => e.scrollWidth > e.clientWidth)"
    assert opened.evaluate(scrolling) or width == DESKTOP["width"]
    opened.click("#unfold")
    assert opened.evaluate("document.querySelectorAll('details.long[open]').length") == 0


def test_contents_are_folded_on_a_phone_and_stay_in_sight_on_a_desktop(opened: Any) -> None:
    wide = opened.viewport_size == DESKTOP
    assert opened.evaluate("document.getElementById('contents').open") is wide
    opened.evaluate("document.getElementById('rge').scrollIntoView()")
    top = opened.evaluate("document.querySelector('nav').getBoundingClientRect().top")
    assert (0 <= top < DESKTOP["height"]) is wide


def test_formulas_and_figures_have_a_size(opened: Any) -> None:
    opened.click("#unfold")
    sizes = (
        "(q) => [...document.querySelectorAll(q)].map((e) => e.getBoundingClientRect()).map((r) => [r.width, r.height])"
    )
    formulas = opened.evaluate(sizes, "math")
    assert len(formulas) > 500 and all(width > 1 and height > 1 for width, height in formulas)
    ((width, height),) = opened.evaluate(sizes, "figure svg")
    assert width > 300 and height > 200
    # The tallest fraction is higher than any letter: it is laid out, not written in a row.
    fractions, letters = (max(height for _, height in opened.evaluate(sizes, kind)) for kind in ("mfrac", "mi"))
    assert fractions > 1.5 * letters
    opened.click("#unfold")


@pytest.mark.parametrize("system", ["light", "dark"])
def test_light_and_dark_can_be_read(browser: Any, page_file: Path, system: str) -> None:
    """WCAG 2.1 AA: a contrast of 4.5 of all text, as the system wants it and as the button changes it."""
    page = browser.new_page(viewport=DESKTOP, color_scheme=system)
    page.goto(page_file.as_uri())
    other = {"light": "dark", "dark": "light"}[system]
    assert page.inner_text("#theme") == other
    for expected in (system, other):
        pairs = page.evaluate(PAIRS)
        assert len(pairs) > 8
        assert (_luminance(pairs[0][1]) > 0.5) == (expected == "light")
        poor = [(words, text, below) for text, below, words in pairs if _contrast(text, below) < 4.5]
        assert not poor
        page.click("#theme")
    page.close()


def test_links_lead_to_lines(opened: Any) -> None:
    opened.click("#field-psiL a")
    line = "document.querySelector('.line:target')"
    assert opened.evaluate(f"{line}.textContent").startswith("20fermion psiL left")
    box = opened.evaluate(f"(() => {{ const r = {line}.getBoundingClientRect(); return [r.top, r.bottom]; }})()")
    assert 0 <= box[0] < box[1] <= opened.viewport_size["height"]
    opened.click(".line:target a[href='#field-psiL']")
    assert opened.evaluate("document.querySelector('tr:target').id") == "field-psiL"


def test_printed_it_is_black_on_white_and_complete(browser: Any, page_file: Path) -> None:
    page = browser.new_page(viewport={"width": 720, "height": 1000}, color_scheme="dark")
    page.goto(page_file.as_uri())
    page.emulate_media(media="print")
    assert _luminance(page.evaluate(PAIRS)[0][1]) == 1
    assert not page.is_visible("nav") and not page.is_visible("#theme")
    clipped = "[...document.querySelectorAll('.table, pre')].some((e) => getComputedStyle(e).overflowX !== 'visible')"
    assert page.evaluate(clipped) is False
    assert page.pdf(format="A4").startswith(b"%PDF")
    page.close()


def test_without_scripts_all_is_there(browser: Any, page_file: Path) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(page_file.as_uri())
    assert page.is_visible("#file-1") and not page.is_visible("#theme")
    page.click("#contents summary")
    assert page.is_visible("#contents a >> nth=0")
    context.close()


def _contrast(first: list[float], second: list[float]) -> float:
    """Of two colours, as WCAG 2.1 defines it."""
    low, high = sorted((_luminance(first), _luminance(second)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: list[float]) -> float:
    parts = [x / 255 for x in colour]
    linear = [x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
