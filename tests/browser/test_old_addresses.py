"""Old addresses in a real Chromium: a redirect keeps its fragment, a tombstone is reached, and what is new is told."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.builds import run_dossier

pytestmark = pytest.mark.browser

RIVER = "The river ran past the mill, and the miller counted his sacks until the evening came."
BRIDGE = "A bridge was built of oak in the year of the flood, and it stands there to this day."
LETTER = "The letter of the minister was read aloud to everybody who could stand on the market."


def passage_id(folder: Path, page: str, words: str) -> str:
    html = (folder / "site" / page / "index.html").read_text(encoding="utf-8")
    return html.partition(words[:30])[0].rpartition('id="')[2].partition('"')[0]


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    """A dossier whose document was renamed and cut, with the ids of a passage that stayed and one that went."""
    folder = tmp_path_factory.mktemp("edited")
    (folder / "seeds").mkdir()
    (folder / "content").mkdir()
    (folder / "content" / "about.md").write_text("# About\n\nWhat it is.\n", encoding="utf-8")
    old = folder / "seeds" / "old.md"
    filler = "\n\n".join(f"Line {number} of the long report says little." for number in range(60))
    old.write_text(f"# Report\n\n{filler}\n\n{RIVER}\n\n{BRIDGE}\n\n{LETTER}\n", encoding="utf-8")
    assert run_dossier("build", str(folder), "--date", "2026-01-01").returncode == 0
    stays, goes = (passage_id(folder, "readings/old", words) for words in (LETTER, BRIDGE))
    new = folder / "seeds" / "new name.md"
    new.write_text(old.read_text(encoding="utf-8").replace(f"{BRIDGE}\n\n", ""), encoding="utf-8")
    old.unlink()
    assert run_dossier("build", str(folder), "--date", "2026-02-03").returncode == 0
    return folder, stays, goes


@pytest.mark.parametrize("way", ["http", "file"])
def test_a_redirect_keeps_the_fragment_and_the_passage_stands_clear(
    edited: tuple[Path, str, str], page: Page, http_site: Callable[..., str], way: str
) -> None:
    folder, stays, _ = edited
    site = folder / "site"
    base = http_site(site, "/some/repo/") if way == "http" else f"{site.as_uri()}/"
    end = "readings/old/" if way == "http" else "readings/old/index.html"

    page.goto(f"{base}{end}#{stays}")
    page.wait_for_url(f"**/readings/new-name/**#{stays}")

    passage = page.locator(f"#{stays}")
    expect(passage).to_be_in_viewport()
    expect(passage).to_contain_text("letter of the minister")
    assert page.evaluate("document.querySelector(':target').id") == stays
    assert passage.evaluate("it => it.getBoundingClientRect().top") >= 0


def test_a_redirect_is_one_step_in_the_history(
    edited: tuple[Path, str, str], page: Page, http_site: Callable[..., str]
) -> None:
    base = http_site(edited[0] / "site")
    page.goto(f"{base}about/")
    page.goto(f"{base}readings/old/?from=briefing#{edited[1]}")
    page.wait_for_url("**/readings/new-name/?from=briefing#*")

    page.go_back()

    page.wait_for_url("**/about/")


def test_without_scripts_a_redirect_has_a_link(edited: tuple[Path, str, str]) -> None:
    html = (edited[0] / "site/readings/old/index.html").read_text(encoding="utf-8")

    assert 'href="../new-name/index.html">Report</a>' in html
    assert '<meta name="robots" content="noindex">' in html


def test_a_tombstone_is_reached_focused_and_marked(
    edited: tuple[Path, str, str], page: Page, http_site: Callable[..., str]
) -> None:
    goes = edited[2]
    page.goto(f"{http_site(edited[0] / 'site')}readings/old/#{goes}")
    page.wait_for_url(f"**/readings/new-name/#{goes}")

    stone = page.locator(f"#{goes}")
    expect(stone).to_be_in_viewport()
    expect(stone).to_have_text("Passage removed on 3 February 2026.")
    assert page.evaluate("document.activeElement.id") == goes
    plain = page.evaluate("getComputedStyle(document.querySelector('main')).backgroundColor")
    expect(stone).not_to_have_css("background-color", plain)
    before = page.locator(f"#{goes}").evaluate("it => it.previousElementSibling.textContent")
    assert "river ran past the mill" in before


def test_changes_since_a_day_can_be_linked(
    edited: tuple[Path, str, str], page: Page, http_site: Callable[..., str]
) -> None:
    page.goto(f"{http_site(edited[0] / 'site')}changes/?since=2026-02-01")

    expect(page.get_by_role("status")).to_have_text("New since February 1, 2026: 1")
    expect(page.locator(".change-day:visible")).to_have_count(1)


def test_a_reader_who_was_here_before_sees_what_is_new(
    edited: tuple[Path, str, str], page: Page, http_site: Callable[..., str]
) -> None:
    base = http_site(edited[0] / "site")
    page.goto(f"{base}changes/")
    expect(page.locator("new-since")).to_be_hidden()
    page.evaluate(
        "localStorage.setItem(Object.keys(localStorage).find(k => k.startsWith('dossier-seen')), '2026-01-01')"
    )

    page.reload()

    expect(page.get_by_role("status")).to_have_text("New since January 1, 2026: 1")
    expect(page.locator(".change-day.is-new")).to_have_count(1)
    page.reload()
    expect(page.locator("new-since")).to_be_hidden()
