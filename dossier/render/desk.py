"""What every view is made with: cards, ways, sentences, prose, definitions, each as seen from one page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dossier.date_words import words_for
from dossier.digest import digest_of
from dossier.edtf import EdtfError, month_key, parse
from dossier.edtf_words import in_words
from dossier.model import (
    WORDS_A_MINUTE,
    Address,
    Citation,
    Document,
    Entry,
    Evident,
    Linked,
    Reference,
    Site,
)
from dossier.render.curated import extent_word, note_marks, version_word, withheld_views
from dossier.render.gone import tombstone_views
from dossier.render.prose import Lead, Prose
from dossier.render.sections import sections
from dossier.render.views import DefinitionView, LinkView, MentionGroup, ReadingCard, SentenceView
from dossier.render.words import Words, direction
from dossier.urls import relative

_LATEST = 3
_FACTS = 2


def page_of(document: Document) -> str:
    """Address of a document's page: `readings/x/`, `about/`, or empty for the home page."""
    if document.kind == "reading":
        return f"readings/{document.slug}/"
    return "" if document.slug == "index" else f"{document.slug}/"


@dataclass(frozen=True, slots=True)
class Desk:
    """A site with what is looked up in it again and again."""

    site: Site
    words: Words
    documents: Mapping[str, Document]
    """By path."""
    entries: Mapping[str, Entry]
    prose_keys: Mapping[str, str]
    """Entry id to the digest of its definition."""
    mentioned: Mapping[str, tuple[Citation, ...]]
    mentioning: Mapping[str, tuple[Document, ...]]
    """Entry id to the documents that mention it, in the order of `mentioned`."""
    readings: Mapping[str, Document]
    """By address."""
    acronyms: Mapping[str, tuple[Entry, ...]]
    """Entry id to the acronyms that stand for it."""
    events: Mapping[str, tuple[Evident, ...]]
    """Path of a document to the events that it bears out."""
    sections: tuple[str, ...]
    _dates: dict[str, str] = field(default_factory=dict)
    _cards: dict[tuple[str, str], ReadingCard] = field(default_factory=dict)
    _definitions: dict[tuple[str, str], DefinitionView] = field(default_factory=dict)

    def words_of_date(self, date: str) -> str:
        """An EDTF date in the words of the interface."""
        if date not in self._dates:
            self._dates[date] = _date_words(date, self.words.language)
        return self._dates[date]

    def href_of_entry(self, entry: str, origin: str) -> str:
        """Where an entry's mention leads: to what it stands for, else to itself."""
        target = self.entries[entry].stands_for or entry
        return self.href(self.site.addresses[target], origin)

    def href(self, address: Address, origin: str) -> str:
        """The way from one page to an address."""
        return relative(origin, address.page, address.fragment)

    def own_link(self, entry: str, origin: str) -> LinkView:
        """An entry's name, leading to its own place."""
        return LinkView(self.entries[entry].name, self.href(self.site.addresses[entry], origin))

    def card(self, document: Document, origin: str) -> ReadingCard:
        """A document as it is listed on the page `origin`."""
        page = page_of(document)
        at = document.path, origin if page.startswith(origin) else _beside(origin)
        if at not in self._cards:
            self._cards[at] = self._card(document, relative(origin, page))
        return self._cards[at]

    def _card(self, document: Document, href: str) -> ReadingCard:
        record = document.record
        key = f"type.{record.type}"
        return ReadingCard(
            title=document.title,
            href=href,
            slug=document.slug,
            language=document.language,
            direction=direction(document.language),
            kind=self.words(key) if self.words.has(key) else record.type,
            source=record.container_title or record.publisher,
            authors=tuple(name.text for name in record.authors),
            date=record.date,
            date_words=self.words_of_date(record.date),
            month=_month(record.date),
            summary=record.summary,
            tags=record.tags,
            minutes=_minutes(document),
            version=version_word(document, self.words),
            extent=extent_word(document, self.words),
        )

    def sentence(self, citation: Citation, origin: str) -> SentenceView:
        """A sentence with its mentions marked, leading to its passage."""
        document = self.documents[citation.document]
        passage = document.body.passages[citation.passage]
        linked = self.site.linked[citation.document]
        words = _stretches(passage.text, citation, _labels(linked, citation.passage))
        return SentenceView(words, relative(origin, page_of(document), passage.id), passage.number)

    def groups(self, citations: Iterable[Citation], origin: str) -> tuple[MentionGroup, ...]:
        """Citations by document, in the order in which they come."""
        by_document: dict[str, list[Citation]] = {}
        for citation in citations:
            by_document.setdefault(citation.document, []).append(citation)
        return tuple(
            MentionGroup(
                self.card(self.documents[path], origin),
                tuple(self.sentence(citation, origin) for citation in sentences),
            )
            for path, sentences in by_document.items()
        )

    def leads(self, linked: Linked, origin: str) -> dict[str, Lead]:
        """Where each entry marked in a body leads from the page `origin`."""
        ids = sorted({mention.entry for mention in linked.mentions if mention.marked})
        return {
            entry: Lead(self.href_of_entry(entry, origin), self.expansion(entry)) for entry in ids
        }

    def expansion(self, entry: str) -> str:
        """What an acronym stands for; empty for anything else."""
        it = self.entries[entry]
        if it.kind != "acronym":
            return ""
        return it.expansion or (self.entries[it.stands_for].name if it.stands_for else "")

    def definition(self, entry: str, origin: str, *, is_linked: bool = True) -> Prose:
        """The definition of an entry, or of what it stands for, as it stands on the page `origin`."""
        it = self.entries[entry]
        source = entry if it.definition.markdown or not it.stands_for else it.stands_for
        linked = self.site.definitions[source]
        leads = self.leads(linked, origin) if is_linked else {}
        return Prose(self.prose_keys[source], linked, origin, leads)

    def definitions(self, bodies: Iterable[Linked], origin: str) -> tuple[DefinitionView, ...]:
        """What the popovers of a page show: one of each entry marked in its bodies, by id."""
        ids = {m.entry for linked in bodies for m in linked.mentions if m.marked}
        return tuple(self._definition_beside(entry, origin) for entry in sorted(ids))

    def _definition_beside(self, entry: str, origin: str) -> DefinitionView:
        """The definition as it stands on all pages of a folder, unless it leads to the page itself."""
        it = self.entries[entry]
        shown = self.entries[it.stands_for] if it.stands_for else it
        definition = self.definition(entry, origin, is_linked=False)
        near = [page_of(each) for each in self.mentioning.get(shown.id, ())[:_LATEST]]
        near += [self.site.addresses[each].page for each in (entry, shown.id)]
        if definition.linked.targets or any(page.startswith(origin) for page in near):
            return self._definition_view(entry, origin, definition)
        at = entry, _beside(origin)
        if at not in self._definitions:
            words = self.definition(entry, "", is_linked=False)
            self._definitions[at] = self._definition_view(entry, origin, words)
        return self._definitions[at]

    def _definition_view(self, entry: str, origin: str, definition: Prose) -> DefinitionView:
        it = self.entries[entry]
        shown = self.entries[it.stands_for] if it.stands_for else it
        documents = self.mentioning.get(shown.id, ())
        latest = [each for each in documents[: _LATEST + 1] if page_of(each) != origin][:_LATEST]
        return DefinitionView(
            id=entry,
            kind=shown.kind,
            name=it.name,
            expansion=self.expansion(entry),
            role=shown.role,
            definition=definition,
            href=self.href_of_entry(entry, origin),
            count=len(documents),
            latest=tuple(LinkView(doc.title, relative(origin, page_of(doc))) for doc in latest),
            facts=shown.facts[:_FACTS],
        )

    def previews(self, linked: Linked, origin: str) -> tuple[ReadingCard, ...]:
        """Every reading that a body links to, once, as seen from the page `origin`."""
        pages = dict.fromkeys(address.page for address in linked.targets.values() if address)
        return tuple(
            self.card(self.readings[page], origin)
            for page in pages
            if page in self.readings and page != origin
        )

    def body(self, document: Document, origin: str) -> Prose:
        """A document's text as it stands on its own page."""
        linked = self.site.linked[document.path]
        words = self.words("passage.link", number="{number}")
        return Prose(
            document.key,
            linked,
            origin,
            self.leads(linked, origin),
            has_passages=True,
            passage_words=words,
            gone=(
                *withheld_views(document, self.words),
                *tombstone_views(self, self.site.history.tombstones.get(origin, ()), origin),
            ),
            further=self.site.history.anchors.get(origin, {}),
            notes=note_marks(self, document),
        )


def desk_of(site: Site, words: Words) -> Desk:
    """Lay out a site for the making of views."""
    documents = {document.path: document for document in (*site.readings, *site.pages)}
    return Desk(
        site=site,
        words=words,
        documents=documents,
        entries={entry.id: entry for entry in site.entries},
        prose_keys={entry.id: digest_of(entry.definition.markdown) for entry in site.entries},
        mentioned=site.mentioned,
        mentioning={
            entry: tuple(documents[path] for path in dict.fromkeys(it.document for it in citations))
            for entry, citations in site.mentioned.items()
        },
        readings={page_of(reading): reading for reading in site.readings},
        acronyms=_acronyms(site),
        events=_events(site),
        sections=sections(site),
    )


def _minutes(document: Document) -> int:
    is_shown = document.extent != "link"
    return max(1, round(document.body.words / WORDS_A_MINUTE)) if is_shown else 0


def _acronyms(site: Site) -> dict[str, tuple[Entry, ...]]:
    acronyms: dict[str, tuple[Entry, ...]] = {}
    for entry in site.entries:
        if entry.stands_for:
            acronyms[entry.stands_for] = (*acronyms.get(entry.stands_for, ()), entry)
    return acronyms


def _events(site: Site) -> dict[str, tuple[Evident, ...]]:
    events: dict[str, tuple[Evident, ...]] = {}
    for evident in site.events:
        for path in dict.fromkeys(path for path, _ in (*evident.passages, *evident.unshown)):
            events[path] = (*events.get(path, ()), evident)
    return events


def _beside(origin: str) -> str:
    """What all pages of a folder share, as far as the way to any other page goes: `readings/*` of `readings/x/`."""
    return origin[: origin.rfind("/", 0, -1) + 1] + "*"


def _date_words(date: str, language: str) -> str:
    try:
        return in_words(parse(date), words_for(language)) if date else ""
    except EdtfError:
        return date


def _month(date: str) -> str:
    try:
        return month_key(parse(date)) if date else ""
    except EdtfError:
        return ""


def _labels(linked: Linked, passage: int) -> dict[tuple[int, int], str]:
    """Stretches of a passage's text that the page shows by another name: wiki links without words of their own."""
    labels: dict[tuple[int, int], str] = {}
    for index, label in linked.labels.items():
        slot = linked.body.slots[index]
        if isinstance(slot, Reference) and slot.passage == passage and not slot.text:
            labels[(slot.offset, slot.offset + len(slot.target))] = label
    return labels


def _stretches(
    text: str, citation: Citation, labels: Mapping[tuple[int, int], str]
) -> tuple[tuple[str, bool], ...]:
    start, stop = citation.sentence
    marks = dict.fromkeys(citation.marks, True)
    cuts = {**{span: False for span in labels if start <= span[0] and span[1] <= stop}, **marks}
    words: list[tuple[str, bool]] = []
    at = start
    for (first, last), is_marked in sorted(cuts.items()):
        if first < at:
            continue
        words += [(text[at:first], False), (labels.get((first, last), text[first:last]), is_marked)]
        at = last
    words.append((text[at:stop], False))
    return tuple((" ".join(part.split("\n")), is_marked) for part, is_marked in words if part)
