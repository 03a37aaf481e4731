"""The lock as values: every address ever published, what its passages read, and what became of them; no texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

Fate = Literal["", "removed", "merged"]


@dataclass(frozen=True, slots=True)
class Print:
    """Enough of a text to recognise it again, and too little to read it."""

    exact: str
    """36 bits of a digest of the kind and the words, white space folded."""
    letters: str
    """24 bits of a digest of what remains when only typography changes."""
    count: int
    """Words."""
    sketch: str
    """12 bits, in two characters, of each of up to fourteen pairs of neighbouring words, spread over the text."""
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Trace:
    """A passage, or another place on a page, that was published. Dates are `YYYYMMDD`; empty means never."""

    id: str
    print: Print
    first: str
    substance: str = ""
    """When its words last changed."""
    typography: str = ""
    """When it last changed in nothing but typography."""
    fate: Fate = ""
    since: str = ""
    """When its fate befell it."""
    successor: str = ""
    """What a reader of old is led to: `#id` on the same page, `key#id` on another; may be empty."""


PageFate = Literal["", "moved", "withdrawn"]


@dataclass(frozen=True, slots=True)
class LockedPage:
    """A page that was published."""

    address: str
    """As in `Address.page`."""
    key: str
    """Made from its first address; stays when the page moves. Of an address that was left, the key of where to."""
    source: str
    """The file it was made from, or `@id` of an entry; empty for pages that every dossier has."""
    first: str
    fate: PageFate = ""
    since: str = ""
    target: str = ""
    """Of an address that was left: `#id` of the place on the page with the key; empty for its top."""
    traces: tuple[Trace, ...] = ()
    """In the order of the text; what is gone stands where it stood."""


@dataclass(frozen=True)
class Lock:
    """All of `dossier.lock`, by address."""

    identity: str = ""
    """Made from the dossier's first title; empty before the first build."""
    pages: tuple[LockedPage, ...] = ()

    @cached_property
    def by_address(self) -> Mapping[str, LockedPage]:
        """Pages by address."""
        return {page.address: page for page in self.pages}

    @cached_property
    def by_key(self) -> Mapping[str, LockedPage]:
        """Pages that did not move, by key."""
        return {page.key: page for page in self.pages if page.fate != "moved"}
