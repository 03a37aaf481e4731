"""Search in a real browser: over HTTP below a sub-path and from a folder on disk, by keyboard, by address."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.searching import SUB_PATH, ask, loaded_by, settle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, ConsoleMessage, Page

pytestmark = pytest.mark.browser

AXE = (
    Path(__file__).resolve().parents[2]
    / ".tools"
    / "node"
    / "node_modules"
    / "axe-core"
    / "axe.min.js"
)


@pytest.fixture(params=["http", "file"])
def site(request: pytest.FixtureRequest, sample_site: Path, http_site: Callable[..., str]) -> str:
    """The address of the sample dossier, with a slash at its end."""
    return (
        http_site(sample_site, SUB_PATH) if request.param == "http" else f"{sample_site.as_uri()}/"
    )


@pytest.fixture
def web(sample_site: Path, http_site: Callable[..., str]) -> str:
    return http_site(sample_site, SUB_PATH)


@pytest.fixture
def scriptless(browser: Browser) -> Iterator[Page]:
    with browser.new_context(java_script_enabled=False) as context:
        yield context.new_page()


@pytest.fixture
def calm(page: Page) -> Iterator[Page]:
    """A page on which nothing may go to the console: no error, no violation of the content policy."""
    said: list[str] = []

    def note(message: ConsoleMessage) -> None:
        said.append(message.text)

    page.on("console", note)
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    assert said == []


def open_search(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    page.locator("dialog[open] #_search-words").wait_for()


def passages(page: Page) -> set[str]:
    """Addresses of all passages that were found."""
    while page.locator(".search-more").is_visible():
        before = page.locator(".search-hits li").count()
        page.locator(".search-more").click()
        page.wait_for_function(
            f"() => document.querySelectorAll('.search-hits li').length > {before}"
        )
    return set(page.locator(".search-hits a").evaluate_all("links => links.map(link => link.href)"))


def test_a_slash_opens_search_on_any_page_and_a_hit_leads_to_its_passage(
    calm: Page, site: str
) -> None:
    open_search(calm, f"{site}glossary/index.html")
    ask(calm, "drone")
    calm.locator(".search-hit a[href*='#']").first.click()
    calm.wait_for_load_state()

    target = calm.evaluate("decodeURIComponent(location.hash.slice(1))")
    assert (
        "drone" in (calm.evaluate("id => document.getElementById(id).textContent", target)).lower()
    )


@pytest.mark.parametrize(
    "form",
    [
        "Popular Mobilization",
        "Popular Mobilization Forces",
        "Hashd",
        "الحشد الشعبي",
        "الحشد الشعبی",
    ],
)
def test_every_form_of_an_entry_leads_to_the_same_passages(
    calm: Page, site: str, form: str
) -> None:
    calm.goto(f"{site}search/index.html")
    ask(calm, "PMF")
    wanted = passages(calm)

    ask(calm, form)

    assert passages(calm) == wanted
    assert len(wanted) > 8


def test_the_entry_itself_stands_on_top(calm: Page, site: str) -> None:
    open_search(calm, f"{site}index.html")

    ask(calm, "PMF")

    names = calm.locator(".search-entries .search-name").all_inner_texts()
    assert names[:2] == ["PMF", "Popular Mobilization Forces"]


@pytest.mark.parametrize("written", ["Kata'ib Hezbollah", "Katāʾib Hezbollah", "KATAIB HEZBOLLAH"])
def test_marks_and_apostrophes_do_not_matter(calm: Page, site: str, written: str) -> None:
    calm.goto(f"{site}search/index.html")
    ask(calm, "Kataib Hezbollah")
    wanted = passages(calm)

    ask(calm, written)

    assert passages(calm) == wanted


def test_a_beginning_finds_what_it_begins_while_one_types(calm: Page, site: str) -> None:
    open_search(calm, f"{site}index.html")

    ask(calm, "sovereig")

    marked = {text.lower() for text in calm.locator(".search-hits mark").all_inner_texts()}
    assert "sovereignty" in marked


def test_an_exact_phrase_finds_only_passages_that_hold_it(calm: Page, site: str) -> None:
    open_search(calm, f"{site}index.html")
    ask(calm, "armed groups")
    loose = len(passages(calm))

    ask(calm, '"armed groups"')

    texts = [
        " ".join(marks)
        for marks in calm.locator(".search-hits li").evaluate_all(
            "items => items.map(item => [...item.querySelectorAll('mark')].map(mark => mark.textContent.toLowerCase()))"
        )
    ]
    assert texts
    assert all("armed groups" in text for text in texts)
    assert len(texts) <= loose


def test_other_forms_of_a_word_are_found_and_hide_no_exact_hit(calm: Page, web: str) -> None:
    calm.goto(f"{web}search/index.html")
    ask(calm, '"strike"')
    exact = passages(calm)

    ask(calm, "strike ")

    marks = {text.lower() for text in calm.locator(".search-hits mark").all_inner_texts()}
    assert exact <= passages(calm)
    assert {"strike", "strikes"} <= marks


def test_the_query_stands_in_the_address_and_the_address_asks_it(calm: Page, site: str) -> None:
    calm.goto(f"{site}search/index.html")
    ask(calm, "drone")
    address = calm.url
    found = passages(calm)

    calm.goto("about:blank")
    calm.goto(address)
    settle(calm)

    assert parse_qs(urlsplit(address).query) == {"q": ["drone"]}
    assert calm.locator("#_search-words").input_value() == "drone"
    assert passages(calm) == found


def test_an_entry_in_the_address_narrows_the_search_down(calm: Page, site: str) -> None:
    calm.goto(f"{site}search/index.html?q=PMF")
    settle(calm)
    wanted = passages(calm)

    calm.goto(f"{site}search/index.html?entry=pmf")
    settle(calm)

    assert calm.locator("#_search-entry").input_value() == "pmf"
    assert passages(calm) & wanted


def test_a_facet_says_what_is_left_and_leaves_that(calm: Page, web: str) -> None:
    calm.goto(f"{web}search/index.html")
    ask(calm, "iraq")
    calm.locator(".search-facets summary").click()
    option = calm.locator("#_search-kind option").nth(1)
    value = option.get_attribute("value") or ""
    count = int(option.inner_text().rpartition("(")[2].removesuffix(")"))

    calm.locator("#_search-kind").select_option(value)
    calm.wait_for_function(
        "value => new URLSearchParams(location.search).get('kind') === value", arg=value
    )
    calm.wait_for_function(
        f"() => /\\b{count}\\b/.test(document.querySelector('.search-status').textContent)"
    )

    assert len(passages(calm)) == count


def test_the_keyboard_goes_to_a_hit_and_back_and_leaves(calm: Page, site: str) -> None:
    calm.goto(f"{site}index.html")
    calm.locator("a.menu-search").focus()
    calm.keyboard.press("/")
    calm.locator("dialog[open] #_search-words").wait_for()
    ask(calm, "iraq")
    steps = []

    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp", "Escape"):
        calm.keyboard.press(key)
        steps.append(
            calm.evaluate(
                "[...document.querySelectorAll('#_search input, #_search li a, .menu-search')].indexOf(document.activeElement)"
            )
        )

    last = calm.evaluate(
        "[...document.querySelectorAll('#_search input, #_search li a, .menu-search')].indexOf(document.querySelector('.menu-search'))"
    )
    shift = 1 if last == 0 else 0
    assert steps == [shift + 1, shift + 2, shift + 1, shift, last]
    assert calm.locator("dialog[open]").count() == 0


def test_enter_opens_the_first_hit(calm: Page, site: str) -> None:
    open_search(calm, f"{site}index.html")
    ask(calm, "PMF")
    first = calm.locator("#_search li a").first.get_attribute("href") or ""

    calm.keyboard.press("Enter")
    calm.keyboard.press("Enter")
    calm.wait_for_url(lambda url: "glossary" in url or "organisations" in url)

    assert calm.url.endswith(first.rpartition("/")[2])


def test_a_slash_typed_into_a_field_is_a_slash(calm: Page, site: str) -> None:
    calm.goto(f"{site}search/index.html")
    calm.locator("#_search-words").click()

    calm.keyboard.type("and/or")

    assert calm.locator("#_search-words").input_value() == "and/or"


def test_words_of_the_index_are_never_markup(calm: Page, web: str) -> None:
    calm.goto(f"{web}search/index.html")

    ask(calm, '<img src=x onerror=alert(1)> "<b>')

    assert calm.locator(".search img, .search b").count() == 0


def test_nothing_found_is_said(calm: Page, site: str) -> None:
    open_search(calm, f"{site}index.html")

    ask(calm, "xyzzyx")

    assert calm.locator(".search-status").inner_text() == "No passage has these words."
    assert calm.locator(".search-hits").is_hidden()


def test_a_page_loads_only_the_opener_until_search_is_wanted(page: Page, web: str) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(urlsplit(request.url).path))

    page.goto(f"{web}index.html")
    page.wait_for_load_state("networkidle")

    assert [path.rpartition("/")[2] for path in loaded if "search" in path] == ["search-open.js"]


def test_the_opener_is_at_most_two_kilobytes(sample_site: Path) -> None:
    opener = sample_site / "assets" / "theme" / "scripts" / "search-open.js"

    assert opener.stat().st_size <= 2000


def test_the_first_query_loads_at_most_150_kilobytes(
    page: Page, sample_site: Path, web: str
) -> None:
    loaded = loaded_by(page, sample_site, web, "popular mobilization forces")

    assert 0 < loaded <= 150_000


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1440])
def test_axe_finds_nothing_in_the_dialog_and_on_the_page(
    calm: Page, web: str, width: int, scheme: str
) -> None:
    if not AXE.is_file():
        pytest.skip("axe-core is not here; scripts/test fetches it")
    found: list[object] = []
    calm.emulate_media(
        color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce"
    )
    calm.set_viewport_size({"width": width, "height": 800})

    for address in ("index.html", "search/index.html"):
        calm.goto(f"{web}{address}")
        calm.keyboard.press("/")
        calm.locator("#_search-words").wait_for()
        ask(calm, "PMF iraq")
        calm.locator(".search-facets summary").click()
        calm.evaluate(AXE.read_text(encoding="utf-8"))
        result = calm.evaluate(
            "axe.run({include: ['#_search']}, {rules: {'target-size': {enabled: true}, 'color-contrast-enhanced': {enabled: true}}})"
        )
        found += [
            (each["id"], [node["html"] for node in each["nodes"]]) for each in result["violations"]
        ]

    assert found == []


@pytest.mark.parametrize("address", ["index.html", "search/index.html"])
def test_nothing_is_wider_than_a_small_phone(calm: Page, site: str, address: str) -> None:
    calm.set_viewport_size({"width": 320, "height": 640})
    calm.goto(f"{site}{address}")
    calm.keyboard.press("/")
    calm.locator("#_search-words").wait_for()

    ask(calm, "iraq")

    assert calm.evaluate("document.documentElement.scrollWidth") <= 320
    assert calm.evaluate(
        "document.querySelector('#_search').scrollWidth <= document.querySelector('#_search').clientWidth"
    )


def test_without_script_the_menu_leads_to_a_page_that_says_so(scriptless: Page, web: str) -> None:
    scriptless.goto(f"{web}index.html")

    scriptless.locator("a.menu-search").click()

    assert "in a browser that runs its scripts" in scriptless.locator("main").inner_text()
