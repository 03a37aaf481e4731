"""The frozen values that every stage shares; no behaviour beyond what a value says of itself.

Offsets are in characters (Unicode code points), from 0; lines and columns are from 1. Texts are in NFC with `\n`
line ends. Paths are relative to the dossier's root and written with `/`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning"]
EntryKind = Literal["acronym", "term", "person", "organisation", "place"]
Mark = Literal["section", "page", "every", "never"]
PassageKind = Literal["heading", "paragraph", "item", "quotation", "table", "code"]
SourceKind = Literal["document", "record", "page", "entries", "events", "asset"]

ENTRY_KINDS: tuple[EntryKind, ...] = ("acronym", "term", "person", "organisation", "place")
MARKS: tuple[Mark, ...] = ("section", "page", "every", "never")


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a file of the dossier. Line 0 means the file as a whole."""

    path: str
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that a curator can mend: made by `dossier.problems.problem`, shown by `dossier.report`."""

    code: str
    severity: Severity
    position: Position
    message: str
    help: str = ""
    excerpt: str = ""
    """The line of the file that `position` points into, without its line end; empty if unknown."""
    width: int = 1
    """How many characters the caret underlines."""


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One entry of the main menu: `page` is a page's address, such as `glossary/`."""

    title: str
    page: str


@dataclass(frozen=True, slots=True)
class Config:
    """What `dossier.yaml` says, with the command line's `--base-url` already applied."""

    title: str = "Dossier"
    subtitle: str = ""
    description: str = ""
    author: str = ""
    base_url: str = ""
    """Absolute address of the published site, with a slash at its end; empty if unknown."""
    language: str = "en"
    """BCP 47."""
    theme: str = "folio"
    menu: tuple[MenuItem, ...] = ()
    defaults: Mapping[str, str] = field(default_factory=dict)
    """Record keys that a record without them takes: `language`, `rights`, `publisher`, `author`."""
    drafts: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """One file of the dossier as read: its text decoded, nothing of it interpreted."""

    path: str
    kind: SourceKind
    text: str
    """Decoded, line ends made `\\n`, without a byte order mark. Empty for assets."""
    digest: str
    """SHA-256 of the file's bytes, hexadecimal."""
    encoding: str = "utf-8"
    size: int = 0
    """Bytes."""


@dataclass(frozen=True, slots=True)
class Name:
    """A person (`family`, `given`) or anything else (`literal`), as CSL has it."""

    family: str = ""
    given: str = ""
    literal: str = ""

    @property
    def text(self) -> str:
        """The name as read aloud."""
        return self.literal or " ".join(part for part in (self.given, self.family) if part)


@dataclass(frozen=True, slots=True)
class Record:
    """What the curator says about a document, in the terms of CSL and Dublin Core. Empty text means not stated."""

    title: str = ""
    subtitle: str = ""
    slug: str = ""
    aliases: tuple[str, ...] = ()
    type: str = ""
    authors: tuple[Name, ...] = ()
    container_title: str = ""
    publisher: str = ""
    date: str = ""
    """EDTF, valid."""
    url: str = ""
    language: str = ""
    summary: str = ""
    tags: tuple[str, ...] = ()
    rights: str = ""
    retrieved: str = ""
    archived: str = ""
    note: str = ""
    remove: tuple[str, ...] = ()
    draft: bool = False
    unlink: tuple[str, ...] = ()
    """Phrases that are never linked in this document."""
    link: Mapping[str, str] = field(default_factory=dict)
    """Phrase to entry id: settles an alias that several entries claim, or links a phrase by hand."""
    menu: int = 0
    """Place of a page of the curator's own in the menu; 0 keeps it out."""
    position: Position = Position("")
    """Where the record stands; `line` is its first line."""
    lines: Mapping[str, Position] = field(default_factory=dict)
    """Position of each key's value."""


# --- the parsed text ---------------------------------------------------------------------------------------------


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
    """A stretch of text between two tags, in which mentions may be found. Shown escaped."""

    text: str
    passage: int
    offset: int
    """Where the run begins in its passage's text."""
    places: Places


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


Slot = Run | Reference | ReferenceEnd | PassageStart | PassageEnd


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
        return "\n".join(passage.text for passage in self.passages if passage.number or passage.level)


EMPTY_BODY = Body("", ("",), (), ())


@dataclass(frozen=True, slots=True)
class Document:
    """A reading (a file in `seeds/`) or a page of the curator's own (in `content/`)."""

    kind: Literal["reading", "page"]
    path: str
    slug: str
    title: str
    """From the record, else the first heading or line, else the file's name."""
    record: Record
    body: Body
    language: str
    digest: str
    """SHA-256 of the file's bytes."""
    media: Literal["markdown", "plain"] = "markdown"
    key: str = ""
    """Digest of all that parsing depends on: what a cache may be keyed by."""


@dataclass(frozen=True, slots=True)
class Link:
    """An address outside the dossier, with its words."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing that is explained or named: an acronym, a term, a person, an organisation, a place."""

    id: str
    kind: EntryKind
    name: str
    """The `name` or `term` itself."""
    expansion: str = ""
    definition: Body = EMPTY_BODY
    aliases: tuple[str, ...] = ()
    stands_for: str = ""
    """The key `for`: id of the entry that an acronym leads to."""
    see: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    role: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    language: str = ""
    case: bool | None = None
    """Whether case must match; None: as the kind has it (terms fold, others match)."""
    plural: bool | None = None
    """Whether a plural or possessive ending is taken along; None: yes."""
    only_in: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()
    mark: Mark = "section"
    position: Position = Position("")
    lines: Mapping[str, Position] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quotation from a reading that carries an event."""

    reading: str
    exact: str
    position: Position = Position("")


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, with the passages that say so."""

    id: str
    date: str
    """EDTF, valid; empty if undated."""
    title: str
    description: Body = EMPTY_BODY
    entries: tuple[str, ...] = ()
    place: str = ""
    evidence: tuple[Evidence, ...] = ()
    position: Position = Position("")


# --- the linked site ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Address:
    """A page of the site (`readings/tower-22/`; the home page is empty) and a place on it."""

    page: str
    fragment: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """An entry named in a text. `start` and `stop` are offsets in the passage's text."""

    entry: str
    """Id of the entry whose form was found (of an acronym, the acronym's)."""
    passage: int
    start: int
    stop: int
    slot: int
    """Index of the `Run`, or of the `Reference` that links by hand, in `Body.slots`."""
    offset: int
    """Where the mention begins in the run's own text."""
    marked: bool
    """Whether the page shows it as a link."""


@dataclass(frozen=True, slots=True)
class Linked:
    """A body with everything in it that leads elsewhere."""

    body: Body
    mentions: tuple[Mention, ...] = ()
    """In the order of the text; never overlapping."""
    targets: Mapping[int, Address | None] = field(default_factory=dict)
    """Slot of each `Reference` that stays inside the dossier, to its address; None leads nowhere.
    A slot that is not here is an address outside, to be used as written."""
    labels: Mapping[int, str] = field(default_factory=dict)
    """Words for a wiki link that gave none, by slot."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A sentence in which something is mentioned, and where it stands."""

    document: str
    """Path of the document."""
    passage: int
    sentence: tuple[int, int]
    """Offsets in the passage's text."""
    marks: tuple[tuple[int, int], ...]
    """The mentions in the sentence, as offsets in the passage's text."""


@dataclass(frozen=True, slots=True)
class Related:
    """Another reading that shares entries, the rarest first."""

    document: str
    weight: float
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evident:
    """An event with its evidence found: (document path, passage index) for each, in order."""

    event: Event
    description: Linked
    passages: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Site:
    """The whole dossier, linked. Mappings are ordered by key unless they say otherwise."""

    config: Config
    readings: tuple[Document, ...]
    """By date, oldest first, undated last; then by slug."""
    pages: tuple[Document, ...]
    """The curator's own, by menu place, then slug; the home page, if any, has the slug `index`."""
    entries: tuple[Entry, ...]
    """By name as a dictionary would have it."""
    events: tuple[Evident, ...]
    """By date; undated where they were written."""
    linked: Mapping[str, Linked]
    """Document path to its linked body."""
    definitions: Mapping[str, Linked]
    """Entry id to its linked definition."""
    mentioned: Mapping[str, tuple[Citation, ...]]
    """Entry id to the sentences that mention it, newest document first; an acronym's also count for what it stands for."""
    cited: Mapping[str, tuple[Citation, ...]]
    """Document path to the sentences elsewhere that link to it."""
    related: Mapping[str, tuple[Related, ...]]
    addresses: Mapping[str, Address]
    """Entry id to its address; an acronym that stands for another entry has its own in the glossary."""
    assets: tuple[str, ...] = ()
    """Paths of files that documents show or link to and that are published beside them."""
