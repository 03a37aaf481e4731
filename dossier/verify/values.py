"""What is known of a briefing, and what is said of it: frozen values; nothing of how they are found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Form = Literal["docx", "pdf", "html", "md", "txt"]
LinkState = Literal[
    "alive", "changed", "moved", "removed", "withdrawn", "unknown-page", "unknown-passage"
]
QuotationState = Literal["verbatim", "typography", "altered", "elsewhere", "not-found"]

DEAD: frozenset[LinkState] = frozenset({"removed", "withdrawn", "unknown-page", "unknown-passage"})
"""States in which a reader does not find what the briefing points to."""


class BriefingError(ValueError):
    """A briefing that cannot be read; its text says why, and what to do."""


@dataclass(frozen=True, slots=True)
class BriefingLink:
    """A link, of any target."""

    address: str
    """As written, with its fragment."""
    words: str
    place: str
    """For the eye: `paragraph 3`, `page 2`, `line 14`."""
    block: int
    """Index of the block that it stands in."""
    start: int = 0
    """Offsets of its words in the block's text."""
    stop: int = 0
    calls: tuple[tuple[int, int], ...] = ()
    """Of a link in a note, block and offset of each place that calls the note."""
    longer: str = ""
    """The address with the beginning of the next line, where a line ends in the middle of a bare address."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading, an item, a cell; of a PDF all pages, which do not say where a paragraph ends."""

    text: str
    place: str
    is_quotation: bool = False
    """Whether it is set off as a quotation, without quotation marks."""
    pages: tuple[int, ...] = ()
    """Offsets at which pages begin, of a PDF."""

    def place_of(self, offset: int) -> str:
        """For the eye: where in the briefing a character of the text stands."""
        if not self.pages:
            return self.place
        return f"page {sum(start <= offset for start in self.pages) or 1}"


@dataclass(frozen=True, slots=True)
class Briefing:
    """A briefing as read."""

    name: str
    form: Form
    blocks: tuple[Block, ...]
    links: tuple[BriefingLink, ...]
    """In the order of the text."""
    date: str = ""
    """`YYYY-MM-DD`, when it was last changed, as the file itself says; empty if it does not."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that a briefing gives as someone else's."""

    text: str
    block: int
    start: int
    stop: int
    place: str
    link: int = -1
    """Index of the link that it stands near; -1 for none."""
    others: tuple[int, ...] = ()
    """Indices of further links of the same sentence."""


Step = tuple[Literal["same", "lost", "added"], str]
"""Words that both have, words of the dossier that the briefing lacks, words of the briefing alone."""


@dataclass(frozen=True, slots=True)
class LinkFinding:
    """What became of the target of a link."""

    link: BriefingLink
    state: LinkState
    address: str
    """The target in full where the site's own address is known, else its place in the site."""
    detail: str = ""
    instead: str = ""
    """Where to link instead."""
    earlier: str = ""
    """What the passage read at the briefing's date, where it can be had."""
    now: str = ""
    """What a passage that has changed reads now."""


@dataclass(frozen=True, slots=True)
class QuotationFinding:
    """What became of a quotation."""

    quotation: Quotation
    state: QuotationState
    address: str = ""
    """Where the words stand, or the nearest to them."""
    steps: tuple[Step, ...] = ()
    """The difference word by word, of what was altered."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """All that is said of one briefing."""

    briefing: Briefing
    links: tuple[LinkFinding, ...]
    """Those into the dossier."""
    quotations: tuple[QuotationFinding, ...]

    @property
    def faults(self) -> int:
        """Dead links, altered quotations, and quotations beside a link that the dossier does not have."""
        dead = sum(each.state in DEAD for each in self.links)
        return dead + sum(is_fault(each) for each in self.quotations)

    @property
    def remarks(self) -> int:
        """What an author should look at: moved and changed targets, quotations that stand elsewhere."""
        looked = sum(each.state in {"moved", "changed"} for each in self.links)
        return looked + sum(each.state == "elsewhere" for each in self.quotations)


def is_fault(finding: QuotationFinding) -> bool:
    """Whether a quotation is not what the dossier has where the briefing says so."""
    return finding.state == "altered" or (
        finding.state == "not-found" and finding.quotation.link >= 0
    )
