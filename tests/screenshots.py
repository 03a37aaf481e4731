"""Pictures of a written site for people to look at: every page type, width and scheme, and on paper."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.chromium import FLAGS, find
from tests.http_site import serving

WIDTHS = {320: 640, 768: 1024, 1440: 900}
"""Of the window, with its height, in CSS pixels."""
SCHEMES = ("light", "dark", "forced")
TALLEST = 6000
FOLDERS = ("readings", "people", "organisations", "places", "topics")
"""Folders of which one page stands for all."""


@dataclass(frozen=True, slots=True)
class View:
    """A page of the site in a window."""

    path: str
    width: int
    scheme: str

    @property
    def name(self) -> str:
        """Of the picture's file, without its suffix."""
        return f"{_name(self.path)}-{self.width}-{self.scheme}"


def page_types(site: Path) -> Iterator[str]:
    """Paths of one HTML page of each kind, as the site has them."""
    for path in sorted(site.glob("*.html")):
        yield path.name
    for path in sorted(site.glob("*/index.html")):
        yield path.relative_to(site).as_posix()
    for folder in FOLDERS:
        pages = sorted(site.glob(f"{folder}/*/index.html"), key=lambda page: -page.stat().st_size)
        yield from (page.relative_to(site).as_posix() for page in pages[:1])


def take(site: Path, pictures: Path) -> int:
    """Take every picture; how many there are."""
    executable = find()
    if executable is None:
        return 0
    with serving(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=[*FLAGS])
        views = [View(*view) for view in product(page_types(site), WIDTHS, SCHEMES)]
        for view in views:
            _picture(browser, address, view, pictures / f"{view.name}.png")
        papers = [_paper(browser, address, path, pictures) for path in page_types(site)]
        browser.close()
    return len(views) + len(papers)


def _picture(browser: Browser, address: str, view: View, name: Path) -> None:
    context = browser.new_context(
        viewport={"width": view.width, "height": WIDTHS[view.width]},
        color_scheme="dark" if view.scheme == "dark" else "light",
        forced_colors="active" if view.scheme == "forced" else "none",
    )
    page = context.new_page()
    page.goto(address + view.path)
    height = min(int(page.evaluate("document.documentElement.scrollHeight")), TALLEST)
    page.set_viewport_size({"width": view.width, "height": height})
    page.screenshot(path=name)
    if view.path.startswith("readings/") and view.path.count("/") > 1:
        page.set_viewport_size({"width": view.width, "height": WIDTHS[view.width]})
        _open_a_definition(page, name.with_stem(f"{name.stem}-definition"))
    context.close()


def _open_a_definition(page: Page, name: Path) -> None:
    mention = page.locator(".text a.mention").first
    if mention.count():
        mention.scroll_into_view_if_needed()
        mention.click()
        page.screenshot(path=name)


def _paper(browser: Browser, address: str, path: str, pictures: Path) -> Path:
    page = browser.new_page()
    page.goto(address + path)
    name = pictures / f"{_name(path)}.pdf"
    page.pdf(path=name, format="A4")
    page.close()
    return name


def _name(path: str) -> str:
    return path.removesuffix(".html").removesuffix("/index").replace("/", "-")


if __name__ == "__main__":
    target = Path(sys.argv[2])
    target.mkdir(parents=True, exist_ok=True)
    taken = take(Path(sys.argv[1]), target)
    sys.stdout.write(f"{taken} pictures\n")
    sys.exit(0 if taken else 1)
