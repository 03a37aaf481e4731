"""The pages of a written site, parsed as a browser would parse them; not what must hold for them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
from html5lib.constants import E as MESSAGES


@dataclass(frozen=True)
class HtmlPage:
    """One HTML file: its path below the site, its tree without namespaces, what the parser complained of."""

    path: str
    root: Element
    parse_errors: tuple[str, ...]

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """All elements, in the order of the file."""
        return tuple(self.root.iter())

    @cached_property
    def ids(self) -> frozenset[str]:
        """What a fragment may name."""
        return frozenset(
            element.attrib["id"] for element in self.elements if "id" in element.attrib
        )

    def named(self, *tags: str) -> tuple[Element, ...]:
        """The elements of these names, in order."""
        return tuple(element for element in self.elements if element.tag in tags)


@dataclass(frozen=True)
class WrittenSite:
    """A folder of output with its parsed pages by path."""

    folder: Path
    pages: dict[str, HtmlPage]

    def texts(self, suffix: str) -> Iterator[tuple[str, str]]:
        """Path and text of every file whose name ends so."""
        for path in sorted(self.folder.rglob(f"*{suffix}")):
            yield path.relative_to(self.folder).as_posix(), path.read_text(encoding="utf-8")


def read_site(folder: Path) -> WrittenSite:
    """Parse every HTML file below `folder`."""
    paths = (path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*.html")))
    return WrittenSite(folder, {path: _read_page(folder, path) for path in paths})


def _read_page(folder: Path, path: str) -> HtmlPage:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    root = parser.parse((folder / path).read_bytes(), transport_encoding="utf-8")
    errors = tuple(
        f"{path}:{line}:{column}: {MESSAGES[code] % values}"
        for (line, column), code, values in parser.errors
    )
    for element in root.iter():
        # a comment's tag is a function
        element.tag = str(element.tag).rpartition("}")[2]
    return HtmlPage(path, root, errors)
