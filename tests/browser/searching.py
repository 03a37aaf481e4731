"""What tests of search do on a page: ask, wait for the answer, weigh what was loaded for it."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page, Response

SUB_PATH = "/some/repo/"


def ask(page: Page, words: str) -> None:
    """Type a query and wait until what it finds is there."""
    page.locator("#_search-words").fill(words)
    settle(page)


def settle(page: Page) -> None:
    page.wait_for_function(
        "() => document.querySelector('.search')?.dataset.shown === document.querySelector('#_search-words').value.trim()"
    )


def loaded_by(page: Page, folder: Path, address: str, words: str) -> int:
    """Bytes of all that opening search and typing loads, compressed as a web server would."""
    sizes: list[int] = []

    def weigh(response: Response) -> None:
        file = folder / urlsplit(response.url).path.removeprefix(SUB_PATH)
        sizes.append(len(gzip.compress(file.read_bytes(), 6)))

    page.goto(f"{address}index.html")
    page.on("response", weigh)
    page.keyboard.press("/")
    page.locator("dialog[open]").wait_for()
    page.keyboard.type(words, delay=30)
    settle(page)
    return sum(sizes)
