"""Whether every link of a written site arrives, wherever the site is put, and whether any leaves this host unasked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element

from tests.site_checks.pages import HtmlPage, WrittenSite

ADDRESSES = (
    "href",
    "src",
    "poster",
    "data",
    "action",
    "formaction",
    "{http://www.w3.org/1999/xlink}href",
)
LOADING_LINKS = frozenset(
    {"stylesheet", "icon", "preload", "prefetch", "modulepreload", "manifest", "dns-prefetch"}
)
CSS_ADDRESS = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")
SCRIPT_ADDRESS = re.compile(r"""["'`](?:https?://[\w.-]+|//[\w.-]*\.[a-z]{2})""")
NAMESPACES = ("http://www.w3.org/",)


@dataclass(frozen=True)
class Place:
    """Where a site is put: `https://host/`, `https://host/some/repo/` or `file:///folder/`."""

    base: str

    @property
    def is_folder(self) -> bool:
        """On a disk no server turns a folder's address into its `index.html`."""
        return self.base.startswith("file:")


def broken_links(site: WrittenSite, place: Place) -> tuple[str, ...]:
    """Every address in a page that leads to no file, or to a fragment that its page does not have."""
    return tuple(
        f"{page.path}: {address}: {complaint}"
        for page in site.pages.values()
        # a host shows this page at any address, so it alone has absolute links: it is for one place only
        if page.path != "404.html"
        for address in addresses_of(page)
        for complaint in _complaints(site, place, page, address)
    )


def broken_links_of_404(site: WrittenSite, place: Place) -> tuple[str, ...]:
    """The same for the page of missing pages, shown three folders deep at the place it was built for."""
    page = site.pages["404.html"]
    shown = HtmlPage("no/such/page.html", page.root, ())
    return tuple(
        f"404.html: {address}: {complaint}"
        for address in addresses_of(page)
        if not address.startswith("#")
        for complaint in _complaints(site, place, shown, address)
    )


def addresses_of(page: HtmlPage) -> Iterator[str]:
    """Every address in a page, as written; of a refresh, the address it leads to."""
    for element in page.elements:
        yield from (element.attrib[name] for name in ADDRESSES if name in element.attrib)
        yield from (
            part.split()[0] for part in element.get("srcset", "").split(",") if part.strip()
        )
        if element.get("http-equiv", "").lower() == "refresh":
            yield element.get("content", "").partition("=")[2]


def _complaints(site: WrittenSite, place: Place, page: HtmlPage, address: str) -> Iterator[str]:
    if urlsplit(address).scheme or address.startswith("//"):
        return
    resolved, _, fragment = urljoin(place.base + page.path, address).partition("#")
    resolved = resolved.partition("?")[0]
    if not resolved.startswith(place.base):
        yield "leaves the site"
        return
    target = unquote(resolved.removeprefix(place.base))
    if not place.is_folder and (not target or target.endswith("/")):
        target += "index.html"
    if not (site.folder / target).is_file():
        yield "no such file"
    elif address == "#" or fragment:
        yield from _fragment_complaints(
            site.pages.get(target), unquote(fragment.partition(":~:")[0])
        )


def _fragment_complaints(target: HtmlPage | None, fragment: str) -> Iterator[str]:
    if target is not None and fragment not in target.ids:
        yield "no such id"


def requests_elsewhere(site: WrittenSite) -> tuple[str, ...]:
    """Everything in pages, styles and scripts that would make a browser ask another host."""
    in_pages = (
        f"{page.path}: {address}"
        for page in site.pages.values()
        for element in page.elements
        for address in _loaded_by(element)
        if urlsplit(address).scheme not in {"", "data"} or address.startswith("//")
    )
    in_styles = (
        f"{path}: {address}"
        for path, text in site.texts(".css")
        for found in CSS_ADDRESS.finditer(text)
        if "//" in (address := found[1] or found[2])
    )
    in_scripts = (
        f"{path}: {found[0]}"
        for path, text in site.texts(".js")
        for found in SCRIPT_ADDRESS.finditer(text)
        if not found[0].lstrip("\"'`").startswith(NAMESPACES)
    )
    return (*in_pages, *in_styles, *in_scripts)


def _loaded_by(element: Element) -> Iterator[str]:
    if element.tag == "link":
        loading = LOADING_LINKS & set(element.get("rel", "").lower().split())
        yield from [element.get("href", "")] if loading else []
    elif element.tag not in {"a", "area", "form", "base"}:
        yield from (element.attrib[name] for name in ADDRESSES if name in element.attrib)
        yield from (
            part.split()[0] for part in element.get("srcset", "").split(",") if part.strip()
        )
