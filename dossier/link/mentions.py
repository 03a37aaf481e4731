"""The mentions in one text: a pure function of the lexicon and the document; not what is made of them."""

from __future__ import annotations

from operator import itemgetter

from dossier.link.lexicon import Lexicon
from dossier.link.linkable import Linkable, linkable_text
from dossier.link.meanings import NOTHING, Context, Meaning, Meanings, context_of
from dossier.link.search import Match, search
from dossier.link.wiki import parts_of
from dossier.model import Body, Document, Mention, Problem, Reference, Run, Slot
from dossier.positions import place_in
from dossier.problems import problem

Found = tuple[tuple[Mention, ...], tuple[Problem, ...]]


def find_mentions(lexicon: Lexicon, document: Document) -> Found:
    """Find the mentions of a document, in the order of its text, and the forms that several entries claim."""
    return find_in_body(lexicon, document.body, context_of(document))


def find_in_body(lexicon: Lexicon, body: Body, context: Context) -> Found:
    """Find the mentions of any text, such as an entry's definition."""
    linkable = linkable_text(body)
    places: list[tuple[int, int, Match | None]] = [
        (number, 0, None)
        for number, slot in enumerate(body.slots)
        if isinstance(slot, Reference) and slot.kind == "wiki"
    ]
    doubts: dict[Meaning, Problem] = {}
    for match in search(linkable, Meanings(lexicon, context), context.language):
        if len(match.meaning) > 1:
            if match.meaning not in doubts:
                doubts[match.meaning] = _doubt(lexicon, body, context, linkable, match)
        elif match.meaning != NOTHING:
            run = match.run
            places.append((linkable.slots[run], match.start - linkable.starts[run], match))
    places.sort(key=itemgetter(0, 1))
    marking = _Marking(lexicon, body, context.own)
    mentions = (marking.mention(number, offset, match) for number, offset, match in places)
    return tuple(mention for mention in mentions if mention), tuple(doubts.values())


class _Marking:
    """Which mentions are shown as links: as often as each entry says. Asked in the order of the text."""

    __slots__ = ("_lexicon", "_own", "_passages", "_seen", "_slots")

    def __init__(self, lexicon: Lexicon, body: Body, own: str) -> None:
        self._lexicon = lexicon
        self._own = own
        self._passages = body.passages
        self._slots = body.slots
        self._seen: set[tuple[str, int]] = set()

    def shows(self, entry: str, passage: int) -> bool:
        mark = self._lexicon.usages[entry].mark
        at = (entry, self._passages[passage].section if mark == "section" else -1)
        if at in self._seen:
            return mark == "every"
        self._seen.add(at)
        return mark != "never"

    def mention(self, number: int, offset: int, match: Match | None) -> Mention | None:
        """The mention in a slot: one found in a run, or a link by hand."""
        slot = self._slots[number]
        if isinstance(slot, Run) and match:
            entry, start = match.meaning[0], slot.offset + offset
            stop = start + match.stop - match.start
            shown = self.shows(entry, slot.passage)
            return Mention(entry, slot.passage, start, stop, number, offset, shown)
        return self._by_hand(slot, number) if isinstance(slot, Reference) else None

    def _by_hand(self, reference: Reference, number: int) -> Mention | None:
        """A wiki link to an entry, `[[sudani|the prime minister]]`: always shown."""
        named = self._lexicon.named(parts_of(reference.target)[0])
        if len(named) != 1 or named[0] == self._own:
            return None
        self.shows(named[0], reference.passage)
        start = reference.offset
        stop = start + len(reference.text or reference.target)
        return Mention(named[0], reference.passage, start, stop, number, 0, marked=True)


def _doubt(
    lexicon: Lexicon, body: Body, context: Context, linkable: Linkable, match: Match
) -> Problem:
    """A form that several entries claim."""
    words, meaning = linkable.text[match.start : match.stop], match.meaning
    slot = body.slots[linkable.slots[match.run]]
    offset = _offset_in_markdown(slot, match.start - linkable.starts[match.run])
    position, line = place_in(body, context.path, offset)
    names = " and ".join(f'"{lexicon.usages[entry].name}" ({entry})' for entry in meaning)
    return problem(
        "alias-ambiguous",
        position,
        f'"{words}" is claimed by {names}, and is not linked here',
        hint=f"in the record, link: {{{words}: {meaning[0]}}} settles it, and unlink: [{words}] leaves it",
        excerpt=line,
        width=len(words),
    )


def _offset_in_markdown(slot: Slot, offset: int) -> int:
    places = slot.places if isinstance(slot, Run) else ()
    here, there = max((place for place in places if place[0] <= offset), default=(0, 0))
    return there + offset - here
