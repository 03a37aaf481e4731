"""One reader's way through the sample by keyboard, and every page's silence: nothing to the console, nothing abroad."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect

from tests.browser.searching import settle
from tests.screenshots import page_types

pytestmark = pytest.mark.browser

READING = "readings/background-brief/index.html"
HOST_ONLY = "404.html"
"""What hosts show in place of what is missing; from a folder on disk nothing shows it."""
LOUD = frozenset({"error", "warning"})


@pytest.fixture(params=["http", "file"])
def site(request: pytest.FixtureRequest, sample_site: Path, http_site: Callable[..., str]) -> str:
    """The address of the sample: served at a sub-path, and on disk."""
    if request.param == "http":
        return http_site(sample_site, "/some/repo/")
    return sample_site.as_uri() + "/"


@pytest.fixture
def scriptless(browser: Browser) -> Iterator[Page]:
    """A page that runs no script."""
    with browser.new_context(java_script_enabled=False) as context:
        yield context.new_page()


def test_a_reader_goes_the_whole_way_by_keyboard_and_comes_back(page: Page, site: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(site + READING)

    skip_to_the_text(page)
    open_and_close_a_definition(page)
    place = page.evaluate("scrollY")
    follow_a_definition(page)
    come_back(page, place)
    follow_a_hit_of_search(page)
    come_back(page, place)
    walk_through_mentions(page)


def skip_to_the_text(page: Page) -> None:
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the text")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def open_and_close_a_definition(page: Page) -> None:
    tab_to(page, ".text a.mention[data-entry=sudani]")
    page.keyboard.press("Enter")
    note = page.get_by_role("dialog", name="Mohammed Shia al-Sudani")
    expect(note).to_be_focused()
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(page.locator(".text a.mention[data-entry=sudani]").first).to_be_focused()


def follow_a_definition(page: Page) -> None:
    page.keyboard.press("Enter")
    tab_to(page, ".note div > a")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Mohammed Shia al-Sudani")


def come_back(page: Page, place: float) -> None:
    page.go_back()
    expect(page.locator(".text a.mention[data-entry=sudani]").first).to_be_visible()
    page.wait_for_function("(y) => Math.abs(scrollY - y) < 40", arg=place)


def follow_a_hit_of_search(page: Page) -> None:
    page.keyboard.press("/")
    page.locator("dialog[open] #_search-words").wait_for()
    page.keyboard.type("drone Jordan")
    settle(page)
    page.keyboard.press("ArrowDown")
    chosen = page.evaluate("document.activeElement.getAttribute('href')")
    page.keyboard.press("Enter")
    page.wait_for_url(urljoin(page.url, chosen))
    passage = unquote(urlsplit(page.url).fragment)
    assert passage == "" or page.locator(f"[id='{passage}']").count() == 1


def walk_through_mentions(page: Page) -> None:
    name = page.locator("named-walk a[data-passages]").first
    name.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".is-walked")).to_have_count(1)
    tab_to(page, ".walk-next")
    page.keyboard.press("Enter")
    expect(page.locator(".walk-place")).to_contain_text("2")
    page.keyboard.press("Escape")
    expect(page.locator(".walk")).to_be_hidden()
    expect(name).to_be_focused()


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until what the selector names first has the focus."""
    for _ in range(400):
        if page.evaluate("(it) => document.activeElement === document.querySelector(it)", selector):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"Tab does not lead to {selector}")


def complaints(page: Page, site: str, paths: Iterable[str]) -> list[str]:
    """What pages say to the console, what their policy forbids them, what they ask of elsewhere."""
    found: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        if message.type in LOUD:
            found.append(f"{page.url}: {message.text}")

    def note(request: Request) -> None:
        if not request.url.startswith(site):
            found.append(f"{page.url}: {request.url}")

    page.on("console", listen)
    page.on("pageerror", lambda error: found.append(f"{page.url}: {error}"))
    page.on("request", note)
    page.add_init_script(
        "addEventListener('securitypolicyviolation', (it) => console.error(it.violatedDirective, it.blockedURI))"
    )
    for path in paths:
        page.goto(site + path)
    return found


def test_no_page_says_anything_to_the_console_or_asks_another_host(
    page: Page, sample_site: Path, http_site: Callable[..., str]
) -> None:
    paths = [path.relative_to(sample_site).as_posix() for path in sample_site.rglob("*.html")]

    found = complaints(page, http_site(sample_site, "/some/repo/"), sorted(paths))

    assert found == []


def test_on_disk_no_page_type_says_anything_to_the_console_or_asks_another_host(
    page: Page, sample_site: Path
) -> None:
    paths = [path for path in page_types(sample_site) if path != HOST_ONLY]

    assert complaints(page, sample_site.as_uri() + "/", paths) == []


@pytest.mark.slow
def test_on_disk_no_page_says_anything_to_the_console_or_asks_another_host(
    page: Page, sample_site: Path
) -> None:
    pages = (path.relative_to(sample_site).as_posix() for path in sample_site.rglob("*.html"))
    paths = sorted(path for path in pages if path != HOST_ONLY)

    assert complaints(page, sample_site.as_uri() + "/", paths) == []


def test_without_script_every_page_type_shows_its_text_and_leads_on(
    scriptless: Page, sample_site: Path, site: str
) -> None:
    scriptless.set_viewport_size({"width": 1440, "height": 900})

    mute = []
    for path in page_types(sample_site):
        if path == HOST_ONLY and site.startswith("file:"):
            continue
        scriptless.goto(site + path)
        text = scriptless.locator("main").inner_text().split()
        if len(text) < 3 or not scriptless.locator(".menu a:visible, main a:visible").count():
            mute.append(path)
        if scriptless.locator("details:not([open]) > :not(summary):visible").count() > 200:
            mute.append(path)

    assert mute == []


def test_without_script_a_reader_gets_from_home_to_a_passage_and_its_entry(
    scriptless: Page, site: str
) -> None:
    scriptless.goto(f"{site}index.html")

    scriptless.locator(".start-cards a").first.click()
    scriptless.locator(".text a.mention").first.click()
    scriptless.locator("main .sentence-link").first.click()

    passage = unquote(urlsplit(scriptless.url).fragment)
    expect(scriptless.locator(f"[id='{passage}']")).to_be_visible()
