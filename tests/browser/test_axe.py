"""No page type has anything for axe-core to object to, shut or opened, at three widths and in three schemes."""

from collections.abc import Callable, Iterable, Mapping
from itertools import product
from pathlib import Path
from types import MappingProxyType

import pytest
from playwright.sync_api import Page

from tests.browser import axe
from tests.browser.searching import ask
from tests.conftest import ROOT
from tests.screenshots import SCHEMES, WIDTHS, page_types

pytestmark = pytest.mark.browser

READING = "readings/background-brief/index.html"
UNSEEN = (
    "Element's background color could not be determined",
    "Element content contains only non-text characters",
    "Element content is too short",
)
SETTLED = MappingProxyType(
    {
        "color-contrast": UNSEEN,
        "color-contrast-enhanced": UNSEEN,
        "hidden-content": ("There is hidden content on the page",),
        "identical-links-same-purpose": ("Check that links have the same purpose",),
        "label-content-name-mismatch": ("Unable to determine if the visible text",),
    }
)
"""What axe leaves to people, by rule, as looked at and settled in docs/content/accessibility.md."""
QUICK = {(320, "light"), (768, "dark"), (1440, "forced")}
EVERY = [
    pytest.param(*view, marks=[] if view in QUICK else pytest.mark.slow)
    for view in product(WIDTHS, SCHEMES)
]


@pytest.fixture
def web(sample_site: Path, http_site: Callable[..., str]) -> str:
    """The address of the sample at a sub-path."""
    if reason := axe.what_is_missing():
        pytest.skip(reason)
    return http_site(sample_site, "/some/repo/")


def show(page: Page, width: int, scheme: str) -> None:
    page.set_viewport_size({"width": width, "height": WIDTHS[width]})
    page.emulate_media(
        color_scheme="dark" if scheme == "dark" else "light",
        forced_colors="active" if scheme == "forced" else "none",
        reduced_motion="reduce",
    )


def objections(page: Page, name: str) -> list[tuple[str, axe.Finding]]:
    """Violations, and what is left open and has not been settled."""
    found = axe.check(page)
    unsettled = (
        each
        for each in found.incomplete
        if not each.message.startswith(SETTLED.get(each.rule, ("nothing",)))
    )
    return [(name, each) for each in (*found.violations, *unsettled)]


@pytest.mark.parametrize(("width", "scheme"), EVERY)
def test_axe_objects_to_nothing_on_any_page_type(
    page: Page, sample_site: Path, web: str, width: int, scheme: str
) -> None:
    show(page, width, scheme)

    found: list[tuple[str, axe.Finding]] = []
    for path in page_types(sample_site):
        page.goto(web + path)
        found += objections(page, path)

    assert found == []


def open_folds(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach((it) => (it.open = true))")


def open_definition(page: Page) -> None:
    page.locator(".text a.mention[data-entry=sudani]").first.click()
    page.get_by_role("dialog").wait_for()


def open_walk(page: Page) -> None:
    open_folds(page)
    page.locator("named-walk a[data-passages]").first.click()
    page.locator(".walk").wait_for()


def open_copy_menu(page: Page) -> None:
    page.locator(".text a.passage-link").nth(3).click()
    page.get_by_role("menu").wait_for()


def open_search(page: Page) -> None:
    page.keyboard.press("/")
    page.locator("dialog[open] #_search-words").wait_for()
    ask(page, "PMF iraq")
    page.locator(".search-facets summary").click()


def filter_entries(page: Page) -> None:
    page.locator("#_filter").fill("no entry is called so")
    open_folds(page)


OPENED: Mapping[str, tuple[str, Callable[[Page], None]]] = MappingProxyType(
    {
        "folds": (READING, open_folds),
        "definition": (READING, open_definition),
        "walk": (READING, open_walk),
        "copy menu": (READING, open_copy_menu),
        "search": ("index.html", open_search),
        "filter": ("glossary/index.html", filter_entries),
        "uses": ("glossary/index.html", open_folds),
    }
)


@pytest.mark.parametrize(("width", "scheme"), EVERY)
def test_axe_objects_to_nothing_that_opens(page: Page, web: str, width: int, scheme: str) -> None:
    show(page, width, scheme)

    found: list[tuple[str, axe.Finding]] = []
    for name, (path, open_it) in OPENED.items():
        page.goto(web + path)
        open_it(page)
        found += objections(page, name)

    assert found == []


def test_what_axe_leaves_open_is_settled_in_the_manual() -> None:
    manual = (ROOT / "docs/content/accessibility.md").read_text("utf-8")

    told: Iterable[str] = (rule for rule in SETTLED if f"`{rule}`" not in manual)

    assert list(told) == []
