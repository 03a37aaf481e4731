"""A Markdown text parsed once, with slots for whatever depends on the rest of the dossier."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

WORDS_A_MINUTE = 230
"""That a reader takes in, for times of reading."""

PassageKind = Literal["heading", "paragraph", "item", "quotation", "table", "code"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A block that can be cited: its id is made from its own text alone.

    A list item, or a quotation of one paragraph, is one passage with its first paragraph. A quotation of several
    paragraphs is a passage that holds the others, with their texts joined by a line end.
    """

    kind: PassageKind
    id: str
    text: str
    """The words of the block as shown: markup gone, soft and hard line breaks as `\\n`, table cells one a line."""
    section: int
    """Number of headings seen up to and with this passage: 0 before the first."""
    level: int = 0
    """Of a heading, 1 to 6; otherwise 0."""
    line: int = 1
    """First line in `Body.markdown`."""
    number: int = 0
    """Running number of the passage for the reader's eye, from 1; 0 for headings and for holders of other passages."""


Places = tuple[tuple[int, int], ...]
"""(offset in a text, offset in the Markdown), ascending: from each on, both advance together."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text between two tags. Shown escaped."""

    text: str
    passage: int
    offset: int
    """Where the run begins in its passage's text."""
    places: Places
    is_linkable: bool = True
    """Whether mentions may be found in it: not in headings."""


def translate(places: Places, offset: int) -> int:
    """The offset in the Markdown of an offset in a text."""
    here, there = places[max(bisect_right(places, (offset, 1 << 62)) - 1, 0)]
    return there + offset - here


@dataclass(frozen=True, slots=True)
class Reference:
    """The opening of a link, or an image: its target is known only when the whole dossier is.

    In Markdown, `open` is replaced by `[` and `close` by `](ADDRESS)`; if nothing is there, by nothing.
    For an image both are one stretch.
    """

    kind: Literal["link", "wiki", "image"]
    target: str
    """As written, entities and escapes resolved, percent-encoding kept."""
    text: str
    """The words shown (of an image, its alternative text); empty in `[[target]]`: then the target's own name."""
    title: str
    passage: int
    offset: int
    open: tuple[int, int]
    close: tuple[int, int]
    line: int
    """Line in `Body.markdown`, from 1."""


@dataclass(frozen=True, slots=True)
class ReferenceEnd:
    """The end of the link that the slot numbered `reference` opened."""

    reference: int


@dataclass(frozen=True, slots=True)
class PassageStart:
    """Inside the opening tag of a passage, where its id stands."""

    passage: int


@dataclass(frozen=True, slots=True)
class PassageEnd:
    """Before the closing tag of a passage's words, where its quiet link stands."""

    passage: int


@dataclass(frozen=True, slots=True)
class Gap:
    """Between two blocks of the text, where a passage may have stood."""

    passage: int
    """Index of the next passage; the number of passages, at the end."""
    offset: int
    """In the Markdown: the start of the next block's first line."""


Slot = Run | Reference | ReferenceEnd | PassageStart | PassageEnd | Gap


@dataclass(frozen=True, slots=True)
class Body:
    """A Markdown text, parsed once: HTML with slots for whatever depends on the rest of the dossier.

    The page's HTML is `html[0] slot[0] html[1] slot[1] ... html[-1]`. Its Markdown page is `markdown` with
    the same slots' replacements put in at their offsets.
    """

    markdown: str
    """Portable: what would be raw HTML is escaped, the rest is as it came."""
    html: tuple[str, ...]
    slots: tuple[Slot, ...]
    passages: tuple[Passage, ...]
    line: int = 1
    """Line of the file on which `markdown` begins."""
    words: int = 0

    @property
    def text(self) -> str:
        """The words of all passages that hold no others, in order, a line end between."""
        return "\n".join(
            passage.text for passage in self.passages if passage.number or passage.level
        )


EMPTY_BODY = Body("", ("",), (), ())
