"""The reading page in a real browser: definitions in place, the margin, the scheme, budgets; not search."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.screenshots import page_types

pytestmark = pytest.mark.browser

READING = "readings/background-brief/index.html"
PLACE = """() => {
  const note = document.querySelector(".note").getBoundingClientRect();
  const mention = [...document.querySelector("[aria-expanded]").getClientRects()];
  const covers = mention.some((line) => line.right > note.left && line.left < note.right
    && line.bottom > note.top && line.top < note.bottom);
  return [covers, note.left < 0, note.right > innerWidth, note.top < 0, note.bottom > innerHeight];
}"""
KILOBYTE = 1000
STYLES, SCRIPTS, HTML = 24, 16, 60
"""Budgets in kilobytes, uncompressed."""


@pytest.fixture(params=["http", "file"])
def reading(
    request: pytest.FixtureRequest, sample_site: Path, http_site: Callable[..., str]
) -> str:
    """The address of a reading of the sample."""
    if request.param == "http":
        return http_site(sample_site, "/some/repo/") + READING
    return (sample_site / READING).as_uri()


def test_a_mention_opens_its_definition_as_a_dialog_and_escape_gives_the_focus_back(
    page: Page, reading: str
) -> None:
    page.goto(reading)
    mention = page.locator(".text a.mention[data-entry=pmf]").first
    mention.focus()

    page.keyboard.press("Enter")

    note = page.get_by_role("dialog", name="PMF")
    expect(note).to_be_focused()
    expect(note).to_contain_text("Popular Mobilization Forces")
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(mention).to_be_focused()


def test_a_definition_leads_to_the_page_of_its_entry(page: Page, reading: str) -> None:
    page.goto(reading)
    page.locator(".text a.mention[data-entry=sudani]").first.click()

    page.get_by_role("dialog").get_by_role("link", name="Read more").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Mohammed Shia al-Sudani")


def test_tab_past_the_end_of_a_definition_leads_back_to_the_mention(
    page: Page, reading: str
) -> None:
    page.goto(reading)
    mention = page.locator(".text a.mention").first
    mention.click()
    stops = page.locator(".note :is(a, button)").count()

    for _ in range(stops + 1):
        page.keyboard.press("Tab")

    expect(mention).to_be_focused()
    expect(page.locator(".note")).to_be_hidden()


def test_a_definition_opens_under_a_resting_mouse_stays_under_it_and_goes_when_it_leaves(
    page: Page, reading: str
) -> None:
    page.goto(reading)
    mention = page.locator(".text a.mention").first
    mention.scroll_into_view_if_needed()
    note = page.locator(".note")

    mention.hover()

    expect(note).to_be_visible()
    expect(note).not_to_be_focused()
    note.hover()
    page.wait_for_timeout(500)
    expect(note).to_be_visible()
    page.mouse.move(2, 2)
    expect(note).to_be_hidden()


def test_a_tap_opens_a_definition_and_a_tap_elsewhere_closes_it(
    browser: Browser, reading: str
) -> None:
    context = browser.new_context(has_touch=True, viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(reading)

    page.locator(".text a.mention").first.tap()

    expect(page.locator(".note")).to_be_visible()
    page.touchscreen.tap(5, 5)
    expect(page.locator(".note")).to_be_hidden()
    context.close()


@pytest.mark.parametrize(("width", "height"), [(320, 640), (320, 256), (640, 360), (1440, 900)])
def test_no_definition_covers_its_own_mention_or_leaves_the_window(
    page: Page, reading: str, width: int, height: int
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto(reading)
    mentions = page.locator(".text a[aria-haspopup=dialog]")

    ill_placed = []
    for index in range(0, mentions.count(), 5):
        mentions.nth(index).click()
        if any(page.evaluate(PLACE)):
            ill_placed.append(mentions.nth(index).inner_text())
        page.keyboard.press("Escape")

    assert ill_placed == []


def test_choosing_a_name_walks_through_its_passages_and_round_again(
    page: Page, reading: str
) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(reading)
    name = page.locator("named-walk a[data-passages]").first
    passages = (name.get_attribute("data-passages") or "").split()

    name.click()

    seen = []
    for _ in (*passages, None):
        seen.append(page.locator(".is-walked").get_attribute("id"))
        page.get_by_role("button", name="Next mention").click()
    assert seen == [*passages, passages[0]]
    page.keyboard.press("Escape")
    expect(page.locator(".walk")).to_be_hidden()


def test_the_outline_shows_where_the_reader_is(page: Page, reading: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(reading)
    second = page.locator("reading-outline a").nth(1)

    second.click()

    expect(second).to_have_attribute("aria-current", "location")
    expect(page.locator("reading-outline [aria-current]")).to_have_count(1)


def test_the_chosen_scheme_is_remembered_on_the_next_page(page: Page, reading: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(reading)

    page.get_by_role("button", name="Dark").click()

    page.locator(".masthead-title").click()
    expect(page).to_have_title("Strikes and Sovereignty")
    expect(page.get_by_role("button", name="Light")).to_be_visible()
    expect(page.locator("html")).to_have_css("color-scheme", "dark")


@pytest.mark.parametrize("width", [320, 768, 1440])
def test_nothing_shifts_and_nothing_is_wider_than_the_window(
    page: Page, reading: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries())"
        " shift += entry.value; }).observe({ type: 'layout-shift', buffered: true });"
    )

    page.goto(reading)

    page.wait_for_timeout(300)
    assert page.evaluate("shift") == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_script_the_margin_is_open_and_nothing_useless_is_shown(
    browser: Browser, reading: str
) -> None:
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 1440, "height": 900}
    )
    page = context.new_page()

    page.goto(reading)

    expect(page.locator("reading-outline a").first).to_be_visible()
    expect(page.locator(".scheme-button")).to_be_hidden()
    page.locator(".text a.mention").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Iraq")
    context.close()


def test_what_a_reading_loads_keeps_its_budgets(sample_site: Path) -> None:
    theme = sample_site / "assets" / "theme"
    html = (sample_site / READING).read_text("utf-8")
    loaded = [path for path in theme.glob("scripts/*.js") if f"scripts/{path.name}" in html]

    named = [path for path in theme.glob("styles/*.css") if f"styles/{path.name}" in html]
    styles = sum(path.stat().st_size for path in named)
    scripts = sum(path.stat().st_size for path in loaded)

    assert styles <= STYLES * KILOBYTE
    assert scripts <= SCRIPTS * KILOBYTE
    assert len(html.encode()) <= HTML * KILOBYTE


def test_no_page_loads_more_styles_than_a_reading_may(sample_site: Path) -> None:
    sizes = {
        path.name: path.stat().st_size for path in sample_site.glob("assets/theme/styles/*.css")
    }

    heavy = {
        path: total
        for path in page_types(sample_site)
        for html in ((sample_site / path).read_text("utf-8"),)
        if (total := sum(size for name, size in sizes.items() if f"styles/{name}" in html))
        > STYLES * KILOBYTE
    }

    assert heavy == {}
