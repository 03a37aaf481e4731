"""Notes on a text in a real browser: by keyboard, by roles, beside the text, folded, switched off, printed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.builds import built_site

TEXT = "# A title\n\n" + "\n\n".join(
    f"Paragraph {n} says that the number {n} stands in it, and it goes on for a while. " * 4
    + f"The end of {n}."
    for n in range(1, 13)
)
NOTES = "".join(
    f"  - {{exact: The end of {n}., kind: {kind}, text: 'Remark {n}. [[b]]'{more}}}\n"
    for n, kind, more in (
        (2, "correction", ", correct: The start."),
        (3, "sic", ""),
        (11, "doubt", ""),
    )
)
FILES = {
    "dossier.yaml": "title: D\n",
    "seeds/a.md": TEXT,
    "seeds/a.md.yaml": f"date: 2024\npublisher: P\nrights: CC0\nversion: OCR\nnotes:\n{NOTES}",
    "seeds/b.md": "# Another\n\nWords.\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built_site(tmp_path_factory.mktemp("notes"), FILES)


@pytest.fixture
def reading(page: Page, site: Path, http_site: Callable[..., str]) -> Page:
    page.set_viewport_size({"width": 800, "height": 700})
    page.goto(http_site(site) + "readings/a/index.html")
    return page


def test_a_note_unfolds_and_folds_by_the_keyboard_alone(reading: Page) -> None:
    link = reading.locator("#_side-ref-1")
    expect(link).to_have_attribute("aria-expanded", "false")
    link.focus()
    reading.keyboard.press("Enter")
    note = reading.get_by_role("note", name="Note 1: Correction")
    expect(note).to_contain_text("Remark 2.")
    expect(note).to_contain_text("should read: “The start.”")
    expect(link).to_have_attribute("aria-expanded", "true")

    reading.keyboard.press("Escape")

    expect(note).to_have_count(0)
    expect(link).to_be_focused()


def test_a_screen_reader_is_told_what_the_parts_are(reading: Page) -> None:
    roles = reading.evaluate(
        "[...document.querySelectorAll('[role^=doc-]')].map((each) => each.getAttribute('role'))"
    )

    assert roles.count("doc-noteref") == roles.count("doc-backlink") == 3
    assert "doc-endnotes" in roles
    expect(reading.get_by_role("complementary", name="What this copy is")).to_be_visible()


def test_on_a_wide_screen_each_note_stands_beside_its_words(reading: Page) -> None:
    reading.set_viewport_size({"width": 1600, "height": 900})
    expect(reading.locator("side-notes")).to_have_class("is-beside")

    tops = reading.evaluate(
        """[1, 2, 3].map((n) => [document.getElementById(`_side-ref-${n}`), document.getElementById(`_side-${n}`)]
        .map((each) => each.getBoundingClientRect()).map((box) => [box.top, box.left, box.bottom]))"""
    )

    for (mark_top, mark_left, _), (note_top, note_left, _) in tops:
        assert abs(mark_top - note_top) < 120
        assert note_left > mark_left
    assert all(tops[n][1][2] <= tops[n + 1][1][0] for n in range(2))


def test_the_layer_is_switched_off_and_stays_off(reading: Page) -> None:
    before = reading.locator(".text").inner_text()
    reading.get_by_role("button", name="Hide the notes").click()
    expect(reading.locator(".noted-mark").first).to_be_hidden()

    reading.reload()

    expect(reading.locator(".side-notes")).to_be_hidden()
    expect(reading.get_by_role("button", name="Show the notes")).to_be_visible()
    assert len(reading.locator(".text").inner_text()) < len(before)


def test_nothing_is_wider_than_320_pixels(reading: Page) -> None:
    reading.set_viewport_size({"width": 320, "height": 700})
    reading.locator("#_side-ref-1").click()

    assert reading.evaluate("document.documentElement.scrollWidth") <= 320


def test_on_paper_the_notes_follow_the_text(reading: Page) -> None:
    reading.set_viewport_size({"width": 1600, "height": 900})
    reading.emulate_media(media="print")

    expect(reading.get_by_role("heading", name="Notes on the text")).to_be_visible()
    places = reading.evaluate(
        """[document.querySelector('.text'), document.getElementById('_side-1')]
        .map((each) => each.getBoundingClientRect()).map((box) => [box.top, box.bottom])"""
    )
    assert places[1][0] >= places[0][1]


def test_without_the_layer_the_words_are_those_of_the_source(reading: Page) -> None:
    shown = reading.evaluate(
        """(() => { const text = document.querySelector('.text').cloneNode(true);
        text.querySelectorAll('.noted-mark, .passage-link').forEach((each) => each.remove());
        return text.textContent.split(/\\s+/).filter(Boolean).join(' '); })()"""
    )

    assert shown == " ".join(TEXT.split()[3:])
