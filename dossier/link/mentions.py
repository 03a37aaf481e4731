"""The mentions in one text: a pure function of the lexicon and the document; not what is made of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.link.characters import begins_word, ends_word, lowered
from dossier.link.lexicon import Lexicon, Vocabulary
from dossier.link.meanings import Context, Meaning, Meanings, context_of
from dossier.link.places import place_in
from dossier.link.unsearched import Unsearched
from dossier.link.wiki import parts_of
from dossier.model import Body, Document, Mention, Problem, Reference, Run
from dossier.problems import problem

Found = tuple[tuple[Mention, ...], tuple[Problem, ...]]


def find_mentions(lexicon: Lexicon, document: Document) -> Found:
    """Find the mentions of a document, in the order of its text, and the forms that several entries claim."""
    return find_in_body(lexicon, document.body, context_of(document))


def find_in_body(lexicon: Lexicon, body: Body, context: Context) -> Found:
    """Find the mentions of any text, such as an entry's definition."""
    meanings, marking = Meanings(lexicon, context), _Marking(lexicon, body, context.own)
    found: list[Mention] = []
    doubts: dict[Meaning, Problem] = {}
    reader = None
    for number, slot in enumerate(body.slots):
        if isinstance(slot, Reference):
            found.extend(marking.by_hand(slot, number))
        elif isinstance(slot, Run):
            if reader is None or reader.passage != slot.passage:
                reader = _Reader(meanings, context, body.passages[slot.passage].text, slot.passage)
            for match in reader.read(slot):
                if len(match.meaning) > 1:
                    doubts.setdefault(match.meaning, _doubt(lexicon, body, context, slot, match))
                elif match.meaning[0]:
                    found.append(marking.in_run(match, slot, number))
    return tuple(found), tuple(doubts.values())


@dataclass(frozen=True, slots=True)
class _Match:
    start: int
    stop: int
    meaning: Meaning


class _Reader:
    """One passage, read run by run. Words are judged by what stands around them in the passage."""

    __slots__ = ("_context", "_searches", "passage")

    def __init__(self, meanings: Meanings, context: Context, text: str, passage: int) -> None:
        self.passage = passage
        self._context = context
        self._searches = [
            _Search(meanings, vocabulary, text, context.language)
            for vocabulary in meanings.vocabularies
        ]

    def read(self, run: Run) -> Iterator[_Match]:
        """Leftmost first, then longest, then the vocabulary that wins."""
        at, end = run.offset, run.offset + len(run.text)
        heads = [(search, match) for search in self._searches if (match := search.next(at, end))]
        while heads:
            best = min((match for _, match in heads), key=_rank)
            yield best
            heads = [
                (search, later)
                for search, match in heads
                if (later := match if match.start >= best.stop else search.next(best.stop, end))
            ]


def _rank(match: _Match) -> tuple[int, int]:
    return match.start, -match.stop


class _Search:
    """One vocabulary in one passage."""

    __slots__ = ("_language", "_meanings", "_searched", "_text", "_unsearched", "_vocabulary")

    def __init__(
        self, meanings: Meanings, vocabulary: Vocabulary, text: str, language: str
    ) -> None:
        self._meanings = meanings
        self._vocabulary = vocabulary
        self._text = text
        self._searched = lowered(text) if vocabulary.is_folded else text
        self._language = language
        self._unsearched: Unsearched | None = None

    def next(self, at: int, end: int) -> _Match | None:
        """The first match that counts from `at` on and before `end`."""
        search = self._vocabulary.pattern.search
        while found := search(self._searched, at, end):
            start, stop = found.span()
            at = start + 1
            if not begins_word(self._text, start):
                continue
            if self._unsearched is None:
                self._unsearched = Unsearched(self._text)
            if past := self._unsearched.end_of(start, stop):
                at = past
            elif match := self._longest(start, stop):
                return match
        return None

    def _longest(self, start: int, stop: int) -> _Match | None:
        """The longest form here that is made of whole words and means something in this document."""
        while True:
            if ends_word(self._text, stop, self._language):
                meaning = self._meanings.of(self._vocabulary, self._searched[start:stop])
                if meaning:
                    return _Match(start, stop, meaning)
            shorter = self._vocabulary.pattern.match(self._searched, start, stop - 1)
            if shorter is None:
                return None
            stop = shorter.end()


class _Marking:
    """Which mentions are shown as links: as often as each entry says. Asked in the order of the text."""

    __slots__ = ("_lexicon", "_own", "_passages", "_seen")

    def __init__(self, lexicon: Lexicon, body: Body, own: str) -> None:
        self._lexicon = lexicon
        self._own = own
        self._passages = body.passages
        self._seen: set[tuple[str, int]] = set()

    def shows(self, entry: str, passage: int) -> bool:
        mark = self._lexicon.usages[entry].mark
        at = (entry, self._passages[passage].section if mark == "section" else -1)
        if at in self._seen:
            return mark == "every"
        self._seen.add(at)
        return mark != "never"

    def in_run(self, match: _Match, run: Run, slot: int) -> Mention:
        """A mention that was found."""
        entry, passage, start = match.meaning[0], run.passage, match.start
        shown = self.shows(entry, passage)
        return Mention(entry, passage, start, match.stop, slot, start - run.offset, shown)

    def by_hand(self, reference: Reference, slot: int) -> Iterator[Mention]:
        """A wiki link to an entry, `[[sudani|the prime minister]]`: always shown."""
        if reference.kind != "wiki":
            return
        named = self._lexicon.named(parts_of(reference.target)[0])
        if len(named) == 1 and named[0] != self._own:
            self.shows(named[0], reference.passage)
            start = reference.offset
            stop = start + len(reference.text or reference.target)
            yield Mention(named[0], reference.passage, start, stop, slot, 0, marked=True)


def _doubt(lexicon: Lexicon, body: Body, context: Context, run: Run, match: _Match) -> Problem:
    words = run.text[match.start - run.offset : match.stop - run.offset]
    place = max(
        (place for place in run.places if place[0] <= match.start - run.offset), default=(0, 0)
    )
    offset = place[1] + match.start - run.offset - place[0]
    position, line = place_in(body, context.path, offset)
    names = " and ".join(f'"{lexicon.usages[entry].name}" ({entry})' for entry in match.meaning)
    return problem(
        "alias-ambiguous",
        position,
        f'"{words}" is claimed by {names}, and is not linked here',
        hint=f"in the record, link: {{{words}: {match.meaning[0]}}} settles it, and unlink: [{words}] leaves it",
        excerpt=line,
        width=len(words),
    )
