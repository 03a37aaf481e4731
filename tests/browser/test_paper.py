"""A reading on paper: what A4 and Letter hold, read back by pdftotext."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from dossier.build import Options, build
from tests.everything import HERE

pytestmark = pytest.mark.browser

READING = "readings/background-brief/index.html"


def printed(page: Page, file: Path, size: str) -> str:
    """The words of the page as printed, in the order of the lines."""
    if shutil.which("pdftotext") is None:
        pytest.skip("no pdftotext (poppler) here")
    page.pdf(path=file, format=size)
    run = subprocess.run(
        ["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True, check=True
    )
    return run.stdout


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_paper_has_the_source_numbers_and_expansions_and_none_of_the_furniture(
    page: Page, sample_site: Path, http_site: Callable[..., str], tmp_path: Path, size: str
) -> None:
    page.goto(http_site(sample_site, "/some/repo/") + READING)
    last = page.locator(".text [data-number]").last.get_attribute("data-number")

    lines = printed(page, tmp_path / "reading.pdf", size)

    words = " ".join(lines.split())
    assert "US (United States)" in words
    assert words.count("US (United States)") == 1
    assert "SHA-256" in words
    assert re.search(r"^\s*1\s+Between October 2023", lines, re.MULTILINE)
    assert re.search(rf"^\s*{last}\s+\S", lines, re.MULTILINE)
    for furniture in (
        "Skip to the text",
        "Search",
        "Timeline",
        "In this reading",
        "Dark",
        "Copy link",
        "Feed",
    ):
        assert furniture not in words


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_paper_gives_links_and_footnotes_their_full_addresses(
    page: Page, tmp_path: Path, size: str
) -> None:
    root = shutil.copytree(HERE, tmp_path / "dossier")
    options = Options(root=root, output=root / "site", use_cache=False, jobs=1)
    assert build(options, lambda *_: None).published is not None
    page.goto((root / "site/readings/six-scripts/index.html").as_uri())

    words = printed(page, tmp_path / "reading.pdf", size)

    address = "https://example.org/a/very/long/address/that/has/no/place/to/break/except/its/slashes/and-hyphens?and=a&query=that&never=ends"
    assert address in "".join(words.split())
