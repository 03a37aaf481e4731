"""Copying a passage in a real Chromium: four forms, by pointer, touch and keys, from a server and from a disk."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.builds import built_site

pytestmark = pytest.mark.browser

BASE = "https://example.org/dossier/"
FILES = {
    "dossier.yaml": f"title: Winter\nbase_url: {BASE}\n",
    "content/glossary.yaml": "- term: PMF\n  expansion: Popular Mobilization Forces\n"
    "  definition: Armed groups.\n",
    "seeds/strikes.md.yaml": "title: Strikes in *Iraq*\nauthor: {family: Doe, given: Jane}\n"
    "container-title: The Post & Times\ndate: 2024-02-02\ntype: article-newspaper\n",
    "seeds/strikes.md": "The PMF said that *three* strikes[^1] hit its base, "
    "the base near the town, and <nobody> was hurt.\n\n"
    "A second paragraph says that a base was hit, in a long sentence whose words go on and on "
    "until nobody who reads it knows any more where it began or how it could ever end.\n\n"
    "[^1]: A note.\n",
}
WORDS = (
    "The PMF said that three strikes hit its base, the base near the town, and <nobody> was hurt."
)
SOURCE = "Jane Doe, Strikes in *Iraq*, The Post & Times, 2 February 2024"
PASTES = """() => {
  window.pasted = new Promise((resolve) => addEventListener("paste", ({ clipboardData }) => {
    resolve(Object.fromEntries([...clipboardData.types].map((type) => [type, clipboardData.getData(type)])));
  }, { once: true }));
}"""
SELECTS = """([words, id]) => {
  const texts = document.createTreeWalker(document.getElementById(id), NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const at = node.data.indexOf(words);
    if (at < 0) continue;
    getSelection().setBaseAndExtent(node, at, node, at + words.length);
    return;
  }
  throw new Error(`no ${words}`);
}"""


class Opened(NamedTuple):
    page: Page
    first: str
    """Id of the first passage."""
    second: str


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built_site(tmp_path_factory.mktemp("copying"), FILES)


@pytest.fixture(params=["http", "file"])
def opened(
    request: pytest.FixtureRequest, page: Page, site: Path, http_site: Callable[..., str]
) -> Opened:
    folder = http_site(site) if request.param == "http" else f"{site.as_uri()}/"
    return _opened(page, folder)


@pytest.fixture
def served(page: Page, site: Path, http_site: Callable[..., str]) -> Opened:
    return _opened(page, http_site(site))


def _opened(page: Page, folder: str) -> Opened:
    page.goto(f"{folder}readings/strikes/index.html")
    first, second = page.eval_on_selector_all(".text > p", "all => all.map(({ id }) => id)")
    return Opened(page, first, second)


def mark(passage: str) -> str:
    return f"#{passage} > .passage-link"


def choose(opened: Opened, passage: str, form: str) -> None:
    opened.page.click(mark(passage))
    opened.page.click(f".copy-menu [data-form={form}]")
    expect(opened.page.locator(".copied")).not_to_be_empty()


def pasted(page: Page) -> dict[str, str]:
    page.evaluate(PASTES)
    page.keyboard.press("Control+V")
    held: dict[str, str] = page.evaluate("window.pasted")
    return held


def test_the_link_is_the_published_address(opened: Opened) -> None:
    choose(opened, opened.first, "link")

    assert pasted(opened.page) == {"text/plain": f"{BASE}readings/strikes/#{opened.first}"}


def test_a_quotation_as_plain_text_has_source_date_paragraph_and_link(opened: Opened) -> None:
    choose(opened, opened.first, "plain")

    address = f"{BASE}readings/strikes/#{opened.first}"
    assert pasted(opened.page) == {"text/plain": f"“{WORDS}”\n{SOURCE}, ¶ 1\n{address}"}


def test_a_quotation_as_markdown_shows_the_same_words(opened: Opened) -> None:
    choose(opened, opened.first, "markdown")

    address = f"{BASE}readings/strikes/#{opened.first}"
    source = r"Jane Doe, *Strikes in \*Iraq\**, The Post & Times, 2 February 2024"
    quoted = WORDS.replace("<nobody>", r"\<nobody\>")
    assert pasted(opened.page) == {"text/plain": f"> {quoted}\n>\n> {source}, [¶ 1]({address})"}


def test_a_rich_quotation_keeps_its_link_and_emphasis_and_has_plain_text_beside_it(
    opened: Opened,
) -> None:
    choose(opened, opened.first, "rich")

    held = pasted(opened.page)
    address = f"{BASE}readings/strikes/#{opened.first}"
    assert held["text/plain"].startswith(f"“{WORDS}”\n")
    assert "The PMF said that <em>three</em> strikes hit" in held["text/html"]
    assert "&lt;nobody&gt; was hurt." in held["text/html"]
    assert f'<a href="{address}">¶ 1</a>' in held["text/html"]


def test_keys_alone_copy_and_lead_back(opened: Opened) -> None:
    page = opened.page
    page.focus(mark(opened.second))
    page.keyboard.press("Enter")
    page.wait_for_selector(".copy-menu:not([hidden])")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".copied")).not_to_be_empty()

    focused = page.evaluate("document.activeElement.getAttribute('href')")
    assert focused == f"#{opened.second}"
    assert page.text_content(".copied") == "Done: Copy link"
    assert pasted(page) == {"text/plain": f"{BASE}readings/strikes/#{opened.second}"}


def test_escape_closes_the_menu_and_copies_nothing(served: Opened) -> None:
    served.page.focus(mark(served.first))
    served.page.keyboard.press("Enter")
    served.page.wait_for_selector(".copy-menu:not([hidden])")

    served.page.keyboard.press("Escape")

    assert served.page.is_hidden(".copy-menu")
    assert served.page.evaluate("document.activeElement.matches('.passage-link')")
    assert served.page.text_content(".copied") == ""


@pytest.mark.parametrize("form", ["plain", "link"])
def test_a_selection_is_what_is_quoted_and_what_the_address_names(
    opened: Opened, form: str
) -> None:
    opened.page.evaluate(SELECTS, ["ase near the to", opened.first])

    choose(opened, opened.first, form)

    text = pasted(opened.page)["text/plain"]
    assert text.endswith(f"#{opened.first}:~:text=base%20near%20the%20town")
    assert text.startswith("“ase near the to”\n") or form == "link"


def test_a_selection_that_stands_elsewhere_too_is_named_with_its_neighbours(served: Opened) -> None:
    served.page.evaluate(SELECTS, ["base", served.second])

    choose(served, served.second, "link")

    fragment = pasted(served.page)["text/plain"].partition(":~:text=")[2]
    assert unquote(fragment) == "says that a-,base,-was hit, in"


def test_a_long_selection_is_named_by_its_ends(served: Opened) -> None:
    served.page.evaluate(
        SELECTS,
        [
            "a long sentence whose words go on and on until nobody who reads it knows any more where it began or how",
            served.second,
        ],
    )

    choose(served, served.second, "link")

    fragment = pasted(served.page)["text/plain"].partition(":~:text=")[2]
    assert fragment == "a%20long%20sentence%20whose%20words,where%20it%20began%20or%20how"


@pytest.mark.parametrize("words", ["base", "base near the town", "three", "second paragraph"])
def test_a_browser_finds_the_words_that_the_copied_address_names(
    served: Opened, words: str, http_site: Callable[..., str], site: Path
) -> None:
    passage = served.second if words in {"base", "second paragraph"} else served.first
    served.page.evaluate(SELECTS, [words, passage])
    choose(served, passage, "link")
    address = pasted(served.page)["text/plain"].replace(BASE, http_site(site))

    served.page.goto("about:blank")
    served.page.goto(address.replace(f"#{passage}:", "#nowhere:"))

    found = "it => it.closest('.text > p').id"
    assert served.page.eval_on_selector(":target", found) == passage
    assert ":~:" not in served.page.evaluate("location.href")


def test_the_older_way_of_copying_serves_where_the_newer_is_missing(served: Opened) -> None:
    served.page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")

    choose(served, served.first, "rich")

    held = pasted(served.page)
    assert held["text/plain"].startswith(f"“{WORDS}”\n")
    assert held["text/html"].count("<a href=") == 1


def test_the_mark_is_still_a_link_and_the_passage_is_lit_and_clear_of_the_edge(
    served: Opened,
) -> None:
    served.page.click(mark(served.second))

    served.page.wait_for_selector(".copy-menu:not([hidden])")
    assert served.page.evaluate("location.hash") == f"#{served.second}"
    lit, plain = (
        served.page.eval_on_selector(f"#{name}", "it => getComputedStyle(it).backgroundColor")
        for name in (served.second, served.first)
    )
    assert lit != plain
    assert served.page.eval_on_selector(":target", "it => it.getBoundingClientRect().top") >= 16


def test_the_menu_is_within_a_narrow_window_and_opens_by_touch(
    browser: Browser, site: Path, http_site: Callable[..., str]
) -> None:
    with browser.new_context(
        viewport={"width": 320, "height": 480}, has_touch=True, is_mobile=True
    ) as context:
        opened = _opened(context.new_page(), http_site(site))

        opened.page.tap(mark(opened.second))
        opened.page.wait_for_selector(".copy-menu:not([hidden])")

        box = opened.page.locator(".copy-menu").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
        opened.page.tap(".copy-menu [data-form=link]")
        expect(opened.page.locator(".copied")).not_to_be_empty()
        assert opened.page.is_hidden(".copy-menu")


def test_a_page_that_is_not_published_anywhere_copies_the_address_it_has(
    tmp_path: Path, page: Page
) -> None:
    files = {path: text for path, text in FILES.items() if path != "dossier.yaml"}
    opened = _opened(page, f"{built_site(tmp_path, files).as_uri()}/")

    choose(opened, opened.first, "link")

    assert pasted(page)["text/plain"] == page.url


def test_nothing_that_copying_loads_breaks_the_content_policy(served: Opened) -> None:
    served.page.evaluate(
        "addEventListener('securitypolicyviolation', () => (window.violated = true))"
    )

    choose(served, served.first, "rich")

    assert served.page.evaluate("window.violated") is None
