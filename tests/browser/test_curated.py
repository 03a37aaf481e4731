"""The timeline, a path and the network in a real browser: without a pointer, at 320 pixels, without script."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.browser

WIDER = "document.documentElement.scrollWidth > innerWidth"


@pytest.fixture(params=["http", "file"])
def site(request: pytest.FixtureRequest, sample_site: Path, http_site: Callable[..., str]) -> str:
    """The address of the sample dossier, with a slash at its end."""
    if request.param == "http":
        return http_site(sample_site, "/some/repo/")
    return f"{sample_site.as_uri()}/"


def events(page: Page) -> int:
    return page.locator("li.event:visible").count()


def test_the_timeline_is_narrowed_down_by_keys_and_the_address_says_how(
    page: Page, site: str
) -> None:
    page.goto(f"{site}timeline/index.html")
    every = events(page)
    page.get_by_label("Who and where").focus()

    page.keyboard.type("John Kirby")
    page.keyboard.press("Tab")

    expect(page.get_by_role("status")).to_have_text("Events shown: 3")
    assert (every, events(page)) == (33, 3)
    assert parse_qs(urlsplit(page.url).query) == {"entry": ["kirby"]}
    page.get_by_label("Who and where").select_option("")
    expect(page.get_by_role("status")).to_have_text("")
    assert urlsplit(page.url).query == ""
    assert events(page) == every


@pytest.mark.parametrize(
    ("scale", "headings"),
    [
        ("day", ["31 January 2024", "2 February 2024", "5 February 2024"]),
        ("month", ["January 2024", "February 2024"]),
        ("year", ["2024"]),
        ("decade", ["2020s"]),
    ],
)
def test_any_state_of_the_timeline_has_an_address(
    page: Page, site: str, scale: str, headings: list[str]
) -> None:
    page.goto(f"{site}timeline/index.html?entry=kirby&scale={scale}")

    expect(page.locator(".timeline-year")).to_have_text(headings)


def test_what_the_address_asks_and_nothing_has_is_told(page: Page, site: str) -> None:
    page.goto(f"{site}timeline/index.html?entry=kirby&reading=what-the-pmf-is&scale=century")

    expect(page.get_by_role("status")).to_have_text("No event has all of this.")
    expect(page.get_by_label("Draw by")).to_have_value("year")


def test_a_link_to_an_event_arrives_at_it(page: Page, site: str) -> None:
    page.goto(f"{site}timeline/index.html#killing-of-saedi")

    expect(page.locator("#killing-of-saedi")).to_be_in_viewport()


def test_without_script_the_timeline_and_a_path_are_whole(browser: Browser, site: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{site}timeline/index.html")
        expect(page.locator("timeline-view")).to_be_hidden()
        assert events(page) == 33
        page.goto(f"{site}paths/before-the-meeting/index.html")
        page.get_by_role("link", name="Strikes in Iraq and the government in between").first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text(
            "Strikes in Iraq and the government in between"
        )
        expect(page.get_by_role("heading", name="Ways through")).to_be_visible()


def test_a_path_leads_on_by_keys_alone_and_knows_what_was_opened(page: Page, site: str) -> None:
    page.goto(f"{site}paths/before-the-meeting/index.html")
    page.locator(".stop-title a").first.focus()
    page.keyboard.press("Enter")
    bar = page.get_by_role("navigation", name="Ways through")
    expect(bar).to_contain_text("Stop 1 of 6")

    bar.get_by_role("link", name="What the PMF is").focus()
    page.keyboard.press("Enter")
    expect(bar).to_contain_text("Stop 2 of 6")
    bar.get_by_role("link", name="Before the meeting").press("Enter")

    expect(page.get_by_role("status")).to_have_text(
        "You have opened 2 of 6 stops. Only this browser knows."
    )


def test_a_reading_that_was_reached_otherwise_has_no_bar(page: Page, site: str) -> None:
    page.goto(f"{site}readings/background-brief/index.html?path=nowhere")

    expect(page.locator(".path-bar")).to_have_count(0)


@pytest.mark.parametrize(
    "address",
    [
        "timeline/index.html",
        "claims/index.html",
        "claims/dead-on-2-february/index.html",
        "paths/before-the-meeting/index.html",
        "paths/before-the-meeting/booklet/index.html",
        "readings/background-brief/index.html?path=before-the-meeting&stop=1",
        "about/coverage/index.html",
        "network/index.html",
        "organisations/kataib-hezbollah/index.html",
    ],
)
def test_at_320_pixels_nothing_scrolls_sideways(page: Page, site: str, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})

    page.goto(site + address)

    assert page.evaluate(WIDER) is False


def test_the_network_is_walked_by_keys(page: Page, site: str) -> None:
    page.goto(f"{site}network/index.html")
    page.locator(".network-node", has_text="Kataib Hezbollah").focus()

    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Kataib Hezbollah")


def test_in_print_the_controls_are_gone_and_a_booklet_has_its_texts(page: Page, site: str) -> None:
    page.emulate_media(media="print")
    page.goto(f"{site}timeline/index.html")
    expect(page.locator("timeline-view")).to_be_hidden()

    page.goto(f"{site}paths/how-sure/booklet/index.html")

    expect(page.get_by_text("Fifty-seven documents of the White House")).to_be_visible()
