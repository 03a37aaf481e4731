"""Pages fit their readers: enlarged, with wider spaces between letters and lines, and without motion."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.screenshots import page_types

pytestmark = pytest.mark.browser

SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-block-end: 2em !important; }`);
  document.adoptedStyleSheets = [sheet];
}"""
CUT = """() => [...document.querySelectorAll('main *, header *, footer *')].filter((it) => {
  const { overflowX, overflowY, clipPath } = getComputedStyle(it);
  if (clipPath !== 'none' || !it.checkVisibility() || it.closest('.margin, figure, select, svg')) return false;
  return (overflowX === 'hidden' || overflowX === 'clip') && it.scrollWidth > it.clientWidth + 1
    || (overflowY === 'hidden' || overflowY === 'clip') && it.scrollHeight > it.clientHeight + 1;
}).map((it) => it.outerHTML.slice(0, 80))"""
"""Elements that cut off what they hold."""


@pytest.fixture
def web(sample_site: Path, http_site: Callable[..., str]) -> str:
    """The address of the sample at a sub-path."""
    return http_site(sample_site, "/some/repo/")


@pytest.mark.parametrize(("width", "height"), [(640, 512), (320, 256)])
def test_pages_at_twice_and_four_times_their_size_scroll_one_way_and_cut_nothing_off(
    page: Page, sample_site: Path, web: str, width: int, height: int
) -> None:
    page.set_viewport_size({"width": width, "height": height})

    ill = {}
    for path in page_types(sample_site):
        page.goto(web + path)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth") or page.evaluate(CUT):
            ill[path] = page.evaluate(CUT)

    assert ill == {}


@pytest.mark.parametrize("width", [320, 1440])
def test_wider_spacing_of_text_cuts_nothing_off(
    page: Page, sample_site: Path, web: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})

    ill = {}
    for path in page_types(sample_site):
        page.goto(web + path)
        page.evaluate(SPACED)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth") or page.evaluate(CUT):
            ill[path] = page.evaluate(CUT)

    assert ill == {}


def test_larger_letters_of_the_readers_own_enlarge_the_page(page: Page, web: str) -> None:
    page.goto(f"{web}readings/background-brief/index.html")
    size = "parseFloat(getComputedStyle(document.querySelector('.text p')).fontSize)"
    usual = page.evaluate(size)

    page.evaluate("document.documentElement.style.fontSize = '200%'")

    assert page.evaluate(size) >= 1.6 * usual


def test_without_motion_nothing_moves_or_scrolls_smoothly(page: Page, web: str) -> None:
    page.emulate_media(reduced_motion="reduce")

    page.goto(f"{web}readings/background-brief/index.html")

    moving = "(it) => { const s = getComputedStyle(it); return s.transitionDuration !== '0s' || s.animationName !== 'none' || s.scrollBehavior === 'smooth'; }"
    assert page.evaluate(f"[...document.querySelectorAll('*')].filter({moving}).length") == 0


@pytest.mark.parametrize("height", [256, 800])
def test_what_has_the_focus_is_never_wholly_hidden(page: Page, web: str, height: int) -> None:
    page.set_viewport_size({"width": 320, "height": height})
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{web}readings/background-brief/index.html")
    page.evaluate("document.querySelectorAll('details').forEach((it) => (it.open = true))")
    page.locator("named-walk a[data-passages]").first.click()

    hidden = []
    for _ in range(60):
        page.keyboard.press("Tab")
        hidden += page.evaluate(
            """() => { const it = document.activeElement; const { left, top, right, bottom } = it.getClientRects()[0] ?? {};
              const seen = [[left, top], [right, top], [left, bottom], [right, bottom], [(left + right) / 2, (top + bottom) / 2]]
                .some(([x, y]) => { const at = document.elementFromPoint(Math.min(Math.max(x, 1), innerWidth - 1), y + (y === top ? 1 : -1)); return at && (it.contains(at) || at.contains(it)); });
              return seen ? [] : [it.outerHTML.slice(0, 80)]; }"""
        )

    assert hidden == []
