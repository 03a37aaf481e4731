"""Names of places in one file that stands for many pages; not how links are written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from dossier.export.pages import BuiltPage

_HOME = "/"
_SAFE = "/?:@!$&'()*+,;=~-._"


@dataclass(frozen=True, slots=True)
class Anchors:
    """For each place of each page its id in the one file.

    A page's is its address. A passage or an entry keeps its own id; where several pages have an id, the first
    in the order of the book keeps it, and on the others it stands behind the page's address, as
    `readings/tower-22/introduction`. So do the theme's own ids, which begin with `_`.
    """

    owners: Mapping[str, str]
    """Id to the address of the page that keeps it."""
    ids: Mapping[str, frozenset[str]]
    """Address of each page to the ids on it."""

    @classmethod
    def of(cls, pages: Iterable[BuiltPage]) -> Anchors:
        """The names of all places on these pages."""
        ids = {
            page.address: frozenset(each for it in page.main.iter() if (each := it.get("id", "")))
            for page in pages
        }
        owners: dict[str, str] = {}
        for address, held in ids.items():
            for each in held:
                owners.setdefault(each, address)
        return cls(owners, ids)

    def page(self, address: str) -> str:
        """The id of a page."""
        return address or _HOME

    def name(self, address: str, held: str) -> str:
        """The id of what has the id `held` on a page."""
        is_first = self.owners.get(held, address) == address
        return held if is_first and not held.startswith("_") else f"{address or _HOME}{held}"

    def href(self, address: str, fragment: str) -> str:
        """A link to a page or to a place on it; empty if the page is not in the file."""
        if address not in self.ids:
            return ""
        has_place = fragment in self.ids[address]
        name = self.name(address, fragment) if has_place else self.page(address)
        return "#" + quote(name, safe=_SAFE)
