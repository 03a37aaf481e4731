"""Rare and ill-fitting documents in a real browser: each stays in its place, and a page's work is bounded."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from dossier.build import Options, build
from tests.browser import axe
from tests.browser.test_axe import objections
from tests.browser.test_reading import PLACE
from tests.everything import LONG_WORDS, MANY_MENTIONS, MANY_PEOPLE, write_everything
from tests.http_site import serving

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("everything")]

READINGS = (
    "long-title",
    "one-line",
    "no-date",
    "long-word",
    "pictures",
    "right-to-left",
    "six-scripts",
    "two-thousand",
    "five-hundred",
)
LISTS = ("", "readings/", "people/", "glossary/", "topics/", "bibliography/", "organisations/ink/")
WIDER = """() => [...document.querySelectorAll('body *')].filter((it) =>
  it.getBoundingClientRect().right > innerWidth + 1 && !it.closest('figure, .visually-hidden, .skip-link'))
  .map((it) => it.outerHTML.slice(0, 100))"""


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site of everything."""
    root = write_everything(tmp_path_factory.mktemp("everything") / "dossier")
    options = Options(root=root, output=root / "site", use_cache=False, jobs=1)
    outcome = build(options, lambda *_: None)
    assert outcome.published is not None, outcome.problems
    with serving(root / "site", "/every/thing/") as address:
        yield address.removesuffix("/")


@pytest.mark.parametrize("width", [320, 1440])
def test_nothing_rare_makes_a_page_wider_than_its_window(
    page: Page, everything: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 640})

    wider = {}
    for path in (*LISTS, *(f"readings/{name}/" for name in READINGS)):
        page.goto(f"{everything}/{path}index.html")
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wider[path] = page.evaluate(WIDER)

    assert wider == {}


@pytest.mark.parametrize("name", ["six-scripts", "right-to-left", "long-title"])
def test_no_definition_in_any_script_covers_its_mention_or_leaves_the_window(
    page: Page, everything: str, name: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 400})
    page.goto(f"{everything}/readings/{name}/index.html")
    mentions = page.locator(".text a[aria-haspopup=dialog]")
    assert mentions.count() > 0

    ill_placed = []
    for index in range(mentions.count()):
        mentions.nth(index).click()
        if any(page.evaluate(PLACE)):
            ill_placed.append(mentions.nth(index).inner_text())
        page.keyboard.press("Escape")

    assert ill_placed == []


def test_axe_objects_to_nothing_rare(page: Page, everything: str) -> None:
    if reason := axe.what_is_missing():
        pytest.skip(reason)
    page.set_viewport_size({"width": 320, "height": 640})

    found = []
    for name in READINGS[:7]:
        page.goto(f"{everything}/readings/{name}/index.html")
        found += objections(page, name)

    assert found == []


def test_an_entry_without_a_definition_says_its_name_and_kind(page: Page, everything: str) -> None:
    page.goto(f"{everything}/readings/no-date/index.html")

    page.locator("a.mention[data-entry=vacuum]").click()

    expect(page.get_by_role("dialog", name="Vacuum")).to_contain_text("Term")


def test_a_reading_without_a_date_has_no_empty_place_for_one(page: Page, everything: str) -> None:
    page.goto(f"{everything}/readings/no-date/index.html")

    assert page.locator(".imprint").inner_text() == "1 minute"


def test_a_missing_picture_gives_its_words_and_one_that_is_there_fits_the_column(
    page: Page, everything: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})

    page.goto(f"{everything}/readings/pictures/index.html")

    expect(page.get_by_text("A harbour at dusk, seen from the sea")).to_be_visible()
    picture = page.get_by_role("img", name="A square of four colours")
    picture.scroll_into_view_if_needed()
    page.wait_for_function("document.querySelector('.text img').naturalWidth > 0")
    assert (picture.bounding_box() or {"width": 0})["width"] <= 320


def test_a_text_from_right_to_left_has_its_numbers_at_its_right(
    page: Page, everything: str
) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})

    page.goto(f"{everything}/readings/right-to-left/index.html")

    text = page.locator(".text")
    expect(text).to_have_css("direction", "rtl")
    number = page.locator(".text p[data-number] .passage-link").first.bounding_box()
    paragraph = page.locator(".text p[data-number]").first.bounding_box()
    assert number
    assert paragraph
    assert number["x"] >= paragraph["x"] + paragraph["width"]


def measured(page: Page, address: str) -> dict[str, float]:
    """What Chromium counted while it opened a page: elements, listeners, layouts."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    page.goto(address)
    page.wait_for_timeout(200)
    found = session.send("Performance.getMetrics")["metrics"]
    return {each["name"]: each["value"] for each in found}


def test_sixty_thousand_words_take_few_elements_listeners_and_layouts(
    page: Page, everything: str
) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})

    found = measured(page, f"{everything}/readings/sixty-thousand/index.html")

    words = page.locator(".text").inner_text().split()
    elements = page.locator("*").count()
    assert len(words) >= LONG_WORDS
    assert elements < LONG_WORDS / 40
    assert found["JSEventListeners"] < 60
    assert found["LayoutCount"] <= 12


def test_two_thousand_mentions_share_one_definition_and_few_listeners(
    page: Page, everything: str
) -> None:
    found = measured(page, f"{everything}/readings/two-thousand/index.html")

    assert page.locator(".text a.mention[data-entry=ink]").count() == MANY_MENTIONS
    assert page.locator("template[data-entry]").count() == 1
    assert found["JSEventListeners"] < 60
    page.locator(".text a.mention").nth(MANY_MENTIONS - 1).click()
    expect(page.get_by_role("dialog", name="Board of Ink")).to_be_visible()


def test_five_hundred_people_of_one_reading_are_all_in_its_margin(
    page: Page, everything: str
) -> None:
    page.goto(f"{everything}/readings/five-hundred/index.html")

    assert page.locator("named-walk a[data-entry]").count() == MANY_PEOPLE
    assert page.locator("template[data-entry]").count() == MANY_PEOPLE


def test_a_list_of_five_hundred_people_narrows_as_one_types(page: Page, everything: str) -> None:
    page.goto(f"{everything}/people/index.html")

    page.locator("#_filter").fill("شكونتلا")
    expect(page.locator("entry-filter [role=status]")).not_to_be_empty()
    page.locator("#_filter").fill("Соколова")

    expect(page.locator("main li:visible").filter(has_text="Наталья Соколова")).to_have_count(1)
