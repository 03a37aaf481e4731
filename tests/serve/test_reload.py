"""Open pages keep up with the sources, in a real browser: at the same place, with the same definition open."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.serve.previews import DOSSIER, Preview, clean_build, differences, previewing, write

pytestmark = pytest.mark.browser

LONG = "\n\n".join(f"Paragraph {number} of the report, which is long." for number in range(80))
REPORT = f"# Report\n\n{LONG}\n\nHere the PMF met in Baghdad.\n\n{LONG}\n"
FILES = {**DOSSIER, "seeds/report.md": REPORT}
HOME_STYLE = ":root { --accent: rgb(1, 2, 3) }\nmain { outline: 3px solid rgb(1, 2, 3) }\n"


expect.set_options(timeout=20_000)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Preview]]:
    root = write(tmp_path_factory.mktemp("reload") / "dossier", FILES)
    with previewing(root) as started:
        started.line_with("built")
        yield root, started


@pytest.fixture
def root(served: tuple[Path, Preview]) -> Iterator[Path]:
    """The dossier, as it was again when the test is over."""
    root, preview = served
    yield root
    shutil.rmtree(root / "themes", ignore_errors=True)
    write(root, FILES)
    assert differences(preview, clean_build(root)) == []


@pytest.fixture
def preview(served: tuple[Path, Preview]) -> Preview:
    return served[1]


@pytest.fixture
def complaints(page: Page) -> list[str]:
    """What the browser complains of: a breach of the page's content policy, an error of a script."""
    heard: list[str] = []
    page.on(
        "console", lambda message: heard.append(message.text) if message.type == "error" else None
    )
    page.on("pageerror", lambda error: heard.append(str(error)))
    return heard


def mark(page: Page) -> None:
    """Leave a mark that a reload wipes off."""
    page.evaluate("window.hasStayed = true")


def has_stayed(page: Page) -> bool:
    return bool(page.evaluate("window.hasStayed === true"))


def test_a_page_loads_again_where_the_reader_was_with_the_definition_open(
    page: Page, root: Path, preview: Preview, complaints: list[str]
) -> None:
    page.goto(f"{preview.address}readings/report/")
    mention = page.locator("main a.mention[data-entry=pmf]").first
    mention.scroll_into_view_if_needed()
    mention.click()
    expect(page.locator(".note")).to_be_visible()
    before = mention.evaluate("link => link.getBoundingClientRect().top")
    scrolled = page.evaluate("scrollY")

    text = REPORT.replace("# Report\n\n", "# Report\n\nA new first paragraph.\n\n")
    (root / "seeds" / "report.md").write_text(f"{text}\nA new last paragraph.\n")

    expect(page.get_by_text("A new last paragraph.")).to_have_count(1)
    expect(page.locator(".note")).to_be_visible()
    expect(mention).to_have_attribute("aria-expanded", "true")
    assert scrolled > 500
    page.wait_for_function(
        "before => Math.abs(document.querySelector('main a.mention[data-entry=pmf]')"
        ".getBoundingClientRect().top - before) < 60",
        arg=before,
    )
    assert complaints == []


def test_a_page_that_has_not_changed_does_not_load_again(
    page: Page, root: Path, preview: Preview
) -> None:
    page.goto(f"{preview.address}readings/report/")
    mark(page)

    (root / "seeds" / "notes" / "second.md").write_text("# Second note\n\nSomething after all.\n")
    preview.line_with("second.md")
    page.wait_for_timeout(300)

    assert has_stayed(page)


def test_a_style_takes_effect_without_a_reload(
    page: Page, root: Path, preview: Preview, complaints: list[str]
) -> None:
    page.goto(f"{preview.address}readings/report/")
    mark(page)
    original = clean_build(root)["assets/theme/styles/page.css"].decode()

    write(root, {"themes/folio/styles/page.css": original + HOME_STYLE})

    expect(page.locator("main")).to_have_css("outline-color", "rgb(1, 2, 3)")
    assert has_stayed(page)
    assert page.locator("link[href*='page.css']").count() == 1
    assert complaints == []


def test_an_error_lies_over_the_last_good_page_until_it_is_mended(
    page: Page, root: Path, preview: Preview, complaints: list[str]
) -> None:
    page.goto(f"{preview.address}readings/report/")
    mark(page)
    glossary = root / "content" / "glossary.yaml"
    good = glossary.read_text()

    glossary.write_text(f"{good}  pluralities: yes\n")

    panel = page.locator("dossier-problems .problems[role=alert]")
    expect(panel).to_be_visible()
    expect(panel.locator("li.error .place")).to_contain_text("content/glossary.yaml:5:3")
    expect(panel.locator("li.error .excerpt mark")).to_contain_text("p")
    expect(panel.locator("li.error .caret")).to_contain_text("^")
    assert page.get_by_text("Here the PMF met in Baghdad").count() == 1
    assert has_stayed(page)

    glossary.write_text(good)

    expect(page.locator("dossier-problems .problems[role=alert]")).to_have_count(0)
    assert has_stayed(page)
    assert complaints == []


def test_where_there_was_never_a_good_page_the_problem_stands_alone(
    page: Page, tmp_path: Path
) -> None:
    root = write(tmp_path / "dossier", {"dossier.yaml": "titel: A dossier\n"})
    with previewing(root) as preview:
        preview.line_with("titel")
        page.goto(preview.address)
        expect(page.locator("dossier-problems .place").first).to_contain_text("dossier.yaml:1:1")

        (root / "dossier.yaml").write_text("title: A dossier\n")

        expect(page.locator("a.masthead-title")).to_have_text("A dossier")
        expect(page.locator("dossier-problems .problems[role=alert]")).to_have_count(0)


@pytest.mark.slow
def test_a_page_whose_document_goes_is_missing_until_it_is_back(
    page: Page, root: Path, preview: Preview
) -> None:
    page.goto(f"{preview.address}readings/report/")
    (root / "seeds" / "report.md").rename(root / "report.md")
    expect(page.get_by_text("Here the PMF met in Baghdad")).to_have_count(0)

    (root / "report.md").rename(root / "seeds" / "report.md")

    expect(page.get_by_text("Here the PMF met in Baghdad")).to_have_count(1)


@pytest.mark.slow
def test_many_open_pages_all_keep_up(page: Page, root: Path, preview: Preview) -> None:
    pages = [page, *(page.context.new_page() for _ in range(8))]
    for each in pages:
        each.goto(f"{preview.address}readings/report/")

    (root / "seeds" / "report.md").write_text("# Report\n\nAnother text.\n")

    for each in pages:
        each.bring_to_front()
        expect(each.get_by_text("Another text.")).to_have_count(1)


def test_a_page_comes_back_to_a_preview_that_was_started_again(page: Page, tmp_path: Path) -> None:
    root = write(tmp_path / "dossier", {"seeds/report.md": "# Report\n\nOne text.\n"})
    with previewing(root) as preview:
        port = str(preview.port)
        page.goto(f"{preview.address}readings/report/")
        preview.stop()
    (root / "seeds" / "report.md").write_text("# Report\n\nAnother text.\n")

    with previewing(root, "--port", port):
        expect(page.get_by_text("Another text.")).to_have_count(1)
