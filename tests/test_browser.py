import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page


@pytest.mark.browser
def test_the_browser_reads_a_page_below_a_sub_path(
    page: Page, http_site: Callable[..., str], tmp_path: Path
) -> None:
    (tmp_path / "index.html").write_text("<!doctype html><title>Found</title>", encoding="utf-8")

    page.goto(http_site(tmp_path, "/some/repo/"))

    assert page.title() == "Found"


def test_nothing_is_served_outside_the_sub_path(
    http_site: Callable[..., str], tmp_path: Path
) -> None:
    (tmp_path / "index.html").write_text("<!doctype html><title>Found</title>", encoding="utf-8")
    host = http_site(tmp_path, "/some/repo/").removesuffix("/some/repo/")

    with pytest.raises(urllib.error.HTTPError, match="404") as missing:
        urllib.request.urlopen(f"{host}/index.html")  # noqa: S310 - our own server

    missing.value.close()
