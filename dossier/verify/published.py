"""The written site that briefings are checked against: its pages, read when they are asked for, and its lock."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dossier.lock import FILE, Lock, read_lock
from dossier.verify.site_page import SitePage, read_page
from dossier.verify.values import BriefingError

if TYPE_CHECKING:
    from collections.abc import Iterator

_TEXTS: Final = ("readings/", "glossary/")
_OWN_FOLDERS: Final = frozenset(
    {"assets", "search", "topics", "bibliography", "timeline", "changes"}
)


class Published:
    """A site in a folder."""

    def __init__(self, folder: Path) -> None:
        """Of a dossier's own folder the `site` in it; `BriefingError` if there is no site."""
        within = folder / "site"
        self.folder = within if not _is_site(folder) and _is_site(within) else folder
        if not _is_site(self.folder):
            raise BriefingError(
                f'there is no site in "{folder}": build the dossier first, or name the folder of its site with --site'
            )
        self._pages: dict[str, SitePage | None] = {}

    @cached_property
    def base(self) -> str:
        """The site's own address, as its home page says; empty if it does not."""
        home = self.page("")
        return home.canonical if home else ""

    @cached_property
    def lock(self) -> Lock:
        """The lock beside the site or in it; an empty one if there is none that can be read."""
        for place in (self.folder.resolve().parent / FILE, self.folder / FILE):
            if place.is_file():
                lock, problems = read_lock(place.read_text(encoding="utf-8", errors="replace"))
                return Lock() if problems else lock
        return Lock()

    @cached_property
    def tops(self) -> frozenset[str]:
        """Names at the top of the site."""
        return frozenset(
            path.name for path in self.folder.iterdir() if not path.name.startswith(".")
        )

    def page(self, address: str) -> SitePage | None:
        """The page of an address such as `readings/tower-22/`; None if there is none."""
        if address not in self._pages:
            file = self._inside(f"{address}index.html")
            is_there = (not address or address.endswith("/")) and file is not None
            self._pages[address] = (
                read_page(file.read_text(encoding="utf-8", errors="replace"))
                if is_there and file is not None
                else None
            )
        return self._pages[address]

    def has_file(self, path: str) -> bool:
        """Whether a file of the site that is no page stands at a path."""
        return bool(path) and not path.endswith("/") and self._inside(path) is not None

    def texts(self) -> Iterator[tuple[str, SitePage]]:
        """Every page that has a text of its own, with its address: readings first."""
        for address in self._addresses:
            page = self.page(address)
            if page and page.kind not in {"moved", "withdrawn"}:
                yield address, page

    @cached_property
    def _addresses(self) -> tuple[str, ...]:
        found = (
            path.parent.relative_to(self.folder).as_posix()
            for path in self.folder.rglob("index.html")
        )
        addresses = ("" if path == "." else f"{path}/" for path in found)
        own = (it for it in addresses if it.partition("/")[0] not in _OWN_FOLDERS)
        return tuple(sorted(own, key=lambda it: (not it.startswith(_TEXTS), it)))

    def _inside(self, path: str) -> Path | None:
        """The file, if it is one and lies in the site."""
        try:
            file = (self.folder / path).resolve()
            inside = file.is_relative_to(self.folder.resolve()) and file.is_file()
        except (OSError, ValueError):
            return None
        return file if inside else None


def _is_site(folder: Path) -> bool:
    return (folder / "index.html").is_file()
