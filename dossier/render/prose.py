"""A linked body on a page: its slots filled as HTML or as Markdown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from itertools import zip_longest

from dossier.model import (
    Body,
    Gap,
    Linked,
    Mention,
    PassageEnd,
    PassageStart,
    Reference,
    ReferenceEnd,
    Run,
    Slot,
    translate,
)
from dossier.render.escaping import escape_markdown, markdown_href
from dossier.render.noting import NoteMark, Noting
from dossier.render.tombstones import TombstoneView, tombstone_html, tombstone_markdown
from dossier.urls import relative

_BEFORE_A_LINK = "*_~!\\"
_AFTER_A_LINK = "*_~"
_ESCAPES = frozenset("\\" + mark for mark in "*_~!\\")
_OUTSIDE = re.compile(r"(?:https?|mailto):", re.IGNORECASE)


class Html(str):
    """Text that is HTML already, to any template that escapes."""

    __slots__ = ()

    def __html__(self) -> str:
        return str(self)


class Markdown(str):
    """Text that is Markdown already."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Lead:
    """Where a mention of an entry leads from one page, and what it stands for."""

    href: str
    expansion: str = ""


@dataclass(frozen=True, slots=True)
class Prose:
    """A body as it stands on one page."""

    key: str
    """Digest of what the body was parsed from."""
    linked: Linked
    page: str
    """Address of the page that it stands on."""
    leads: Mapping[str, Lead] = field(default_factory=dict)
    """Entry id to where its mentions lead from here; an entry that is not here is not linked."""
    has_passages: bool = False
    """Whether the ids of its passages are the page's."""
    passage_words: str = "Paragraph {number}"
    """What the quiet link of a passage is called, aloud."""
    gone: tuple[TombstoneView, ...] = ()
    """Passages that were removed, in the order in which they stood."""
    further: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Id of a passage to the ids of those that became part of it."""
    notes: tuple[NoteMark, ...] = ()
    ends: Mapping[str, Html] = field(default_factory=dict)
    """Id of a passage to what the web page alone shows at its end."""

    def fingerprint(self) -> object:
        """All that the words and links depend on."""
        hrefs = tuple((slot, address) for slot, address in self.linked.targets.items())
        labels = tuple(self.linked.labels.items())
        marked = tuple(
            (m.entry, m.slot, m.offset, m.stop) for m in self.linked.mentions if m.marked
        )
        ids = tuple(p.id for p in self.linked.body.passages) if self.has_passages else ()
        own = (self.key, self.page, self.leads, hrefs, labels, marked, ids, self.passage_words)
        return (*own, self.gone, self.further, self.notes, self.ends)

    def __bool__(self) -> bool:
        return bool(self.linked.body.markdown.strip())

    @property
    def text(self) -> str:
        """The words alone."""
        return self.linked.body.text

    def __html__(self) -> str:
        return self.html

    @property
    def html(self) -> Html:
        """HTML of the body, each slot filled."""
        filling = _Filling(self)
        body = self.linked.body
        pieces: list[str] = []
        further = ""
        for literal, slot in zip_longest(body.html, body.slots):
            pieces.append(literal.replace(">", f">{further}", 1) if further else literal)
            if slot is not None:
                pieces.append(filling.html(slot, len(pieces) // 2))
            further = filling.further(slot) if isinstance(slot, PassageStart) else ""
        return Html("".join(pieces))

    @property
    def markdown(self) -> Markdown:
        """Markdown of the body, each slot's replacement put in its place."""
        filling = _Filling(self)
        body = self.linked.body
        edits = [
            edit for index, slot in enumerate(body.slots) for edit in filling.edits(slot, index)
        ]
        order = sorted(dict.fromkeys(edits), key=_order)
        pieces: list[str] = []
        at = 0
        for start, stop, words in order:
            pieces += [body.markdown[at:start], words]
            at = stop
        return Markdown("".join([*pieces, body.markdown[at:]]).strip("\n"))


Edit = tuple[int, int, str]
"""Replace the Markdown from the first offset to the second by the words."""


class _Filling:
    """The replacements of one prose's slots."""

    def __init__(self, prose: Prose) -> None:
        self._prose = prose
        self._linked = prose.linked
        self._body: Body = prose.linked.body
        self._mentions: dict[int, list[Mention]] = {}
        for mention in prose.linked.mentions:
            if mention.marked and mention.entry in prose.leads:
                self._mentions.setdefault(mention.slot, []).append(mention)
        self._expanded: set[str] = set()
        self._noting = Noting(prose.notes)
        self._gone: dict[int, list[TombstoneView]] = {}
        for stone in prose.gone:
            self._gone.setdefault(_gap_of(self._body, stone.before), []).append(stone)

    def html(self, slot: Slot, index: int) -> str:
        match slot:
            case Run():
                return self._run(slot, index)
            case Reference():
                return self._reference(slot, index)
            case ReferenceEnd():
                return self._end(slot.reference) + self._marks_behind(slot.reference)
            case PassageStart():
                return self._passage_start(slot.passage)
            case PassageEnd():
                return self._passage_end(slot.passage)
            case Gap():
                return "".join(map(tombstone_html, self._gone.get(index, ())))

    def further(self, start: PassageStart) -> str:
        """The ids that lead to a passage beside its own."""
        ids = self._prose.further.get(self._body.passages[start.passage].id, ())
        return "".join(f'<span id="{escape(name)}"></span>' for name in ids)

    def edits(self, slot: Slot, index: int) -> list[Edit]:
        if isinstance(slot, Run):
            mentions = self._mentions.get(index, ())
            linked = [edit for it in mentions for edit in self._mention_edits(slot, it)]
            return [*self._mark_edits(slot, index), *linked]
        if isinstance(slot, Gap):
            words = "".join(f"\n{tombstone_markdown(it)}\n\n" for it in self._gone.get(index, ()))
            return [(slot.offset, slot.offset, f"\n{words}" if words else "")]
        if isinstance(slot, Reference):
            at = slot.close[1]
            marks = [(at, at, mark.markdown) for mark in self._noting.behind(index)]
            return [*self._reference_edits(slot, index), *marks]
        return []

    def _run(self, run: Run, index: int) -> str:
        mentions, noting = self._mentions.get(index, ()), self._noting
        if not mentions and not noting.has(index):
            return escape(run.text, quote=False)
        pieces: list[str] = []
        at = 0
        for mention in mentions:
            stop = mention.offset + mention.stop - mention.start
            pieces.append(noting.words_and_marks(index, run.text, at, mention.offset))
            words = noting.words(index, run.text, mention.offset, stop)
            pieces.append(f"{self._open_mention(mention.entry, run.passage)}{words}</a>")
            pieces.append(noting.marks(index, mention.offset, stop))
            at = stop
        return "".join([*pieces, noting.words_and_marks(index, run.text, at, len(run.text))])

    def _open_mention(self, entry: str, passage: int) -> str:
        lead = self._prose.leads[entry]
        expansion = ""
        if lead.expansion and entry not in self._expanded:
            self._expanded.add(entry)
            is_told = lead.expansion.casefold() in self._words_of(passage).casefold()
            told = " data-told" if is_told else ""
            expansion = f' data-expansion="{escape(lead.expansion)}"{told}'
        return f'<a class="mention" data-entry="{escape(entry)}"{expansion} href="{escape(lead.href)}">'

    def _words_of(self, passage: int) -> str:
        return " ".join(self._body.passages[passage].text.split())

    def _mention_edits(self, run: Run, mention: Mention) -> list[Edit]:
        start = translate(run.places, mention.offset)
        last = mention.offset + mention.stop - mention.start - 1
        stop = self._behind(run, last)
        guards = _guards(run, mention.offset, last + 1, self._body.markdown)
        closing = f"]({self._md(self._prose.leads[mention.entry].href)})"
        return [*guards, (start, start, "["), (stop, stop, closing)]

    def _mark_edits(self, run: Run, index: int) -> list[Edit]:
        """The marks of notes, each behind the mention that its words end in, and guards around them."""
        marks: list[Edit] = []
        guards: list[Edit] = []
        for end, mark in self._noting.ends(index):
            ends = (
                it.offset + it.stop - it.start
                for it in self._mentions.get(index, ())
                if it.offset < end < it.offset + it.stop - it.start
            )
            behind = next(ends, end)
            at = self._behind(run, behind - 1)
            marks.append((at, at, mark.markdown))
            guards += _guards(run, behind, behind, self._body.markdown)
        return [*marks, *guards]

    def _behind(self, run: Run, last: int) -> int:
        """The place in the Markdown behind a character of a run."""
        stop = translate(run.places, last) + 1
        if self._body.markdown[stop - 1] != run.text[last]:
            return translate(run.places, last + 1)
        return stop

    def _entry_of(self, index: int) -> str:
        """The entry that a reference links by hand, if any."""
        return next((mention.entry for mention in self._mentions.get(index, ())), "")

    def _href(self, reference: Reference, index: int) -> str | None:
        """Where a reference leads: None for nowhere."""
        if index not in self._linked.targets:
            return (
                reference.target
                if _OUTSIDE.match(reference.target) or reference.target.startswith("#")
                else None
            )
        address = self._linked.targets[index]
        return (
            None if address is None else relative(self._prose.page, address.page, address.fragment)
        )

    def _words(self, reference: Reference, index: int) -> str:
        return reference.text or self._linked.labels.get(index, reference.target)

    def _literal(self, reference: Reference) -> str:
        return self._body.markdown[reference.open[0] : reference.close[1]]

    def _reference(self, reference: Reference, index: int) -> str:
        href = self._href(reference, index)
        if reference.kind == "image":
            return self._image(reference, href, is_inside=index in self._linked.targets)
        opening = self._open_link(reference, index, href)
        if reference.kind == "link":
            return opening
        words = self._literal(reference) if href is None else self._words(reference, index)
        closing = ("</span>" if href is None else "</a>") + self._marks_behind(index)
        return opening + escape(words, quote=False) + closing

    def _marks_behind(self, index: int) -> str:
        return "".join(mark.html for mark in self._noting.behind(index))

    def _open_link(self, reference: Reference, index: int, href: str | None) -> str:
        entry = self._entry_of(index)
        if entry and href is not None:
            return self._open_mention(entry, reference.passage)
        if href is None:
            return '<span class="nowhere">'
        title = f' title="{escape(reference.title)}"' if reference.title else ""
        if index in self._linked.targets or href.startswith("#"):
            return f'<a href="{escape(href)}"{title}>'
        return f'<a class="external" href="{escape(href)}" rel="external noreferrer"{title}>'

    def _image(self, reference: Reference, href: str | None, *, is_inside: bool) -> str:
        words = escape(reference.text, quote=True)
        if href is None:
            return f'<span class="nowhere image">{words}</span>'
        if not is_inside:
            return f'<a class="external image" href="{escape(href)}" rel="external noreferrer">{words}</a>'
        return f'<img src="{escape(href)}" alt="{words}" loading="lazy">'

    def _end(self, opening: int) -> str:
        reference = self._body.slots[opening]
        is_nowhere = isinstance(reference, Reference) and self._href(reference, opening) is None
        return "</span>" if is_nowhere else "</a>"

    def _passage_start(self, index: int) -> str:
        if not self._prose.has_passages:
            return ""
        passage = self._body.passages[index]
        number = f' data-number="{passage.number}"' if passage.number else ""
        return f' id="{escape(passage.id)}"{number}'

    def _passage_end(self, index: int) -> str:
        if not self._prose.has_passages:
            return ""
        passage = self._body.passages[index]
        label = self._prose.passage_words.format(number=passage.number or passage.text)
        return (
            f'<a class="passage-link" href="#{escape(passage.id)}" data-web'
            f' aria-label="{escape(" ".join(label.split()))}">{passage.number or ""}</a>'
            f"{self._prose.ends.get(passage.id, '')}"
        )

    def _md(self, href: str) -> str:
        return markdown_href(href)

    def _reference_edits(self, reference: Reference, index: int) -> list[Edit]:
        href = self._href(reference, index)
        is_inside = index in self._linked.targets
        if reference.kind == "image":
            return self._image_edits(reference, href, is_inside=is_inside)
        if reference.kind == "wiki":
            return self._wiki_edits(reference, index, href)
        if not is_inside:
            return []
        if href is None:
            return [(*reference.open, ""), (*reference.close, "")]
        title = (
            f' "{escape_markdown(reference.title)}"'.replace('""', "") if reference.title else ""
        )
        return [(*reference.open, "["), (*reference.close, f"]({self._md(href)}{title})")]

    def _wiki_edits(self, reference: Reference, index: int, href: str | None) -> list[Edit]:
        span = (reference.open[0], reference.close[1])
        if href is None:
            return []
        entry = self._entry_of(index)
        href = self._prose.leads[entry].href if entry else href
        words = f"[{escape_markdown(self._words(reference, index))}]({self._md(href)})"
        bang = self._body.markdown[: span[0]].endswith("!") and not self._body.markdown[
            : span[0]
        ].endswith("\\!")
        return [(span[0] - 1, span[0] - 1, "\\"), (*span, words)] if bang else [(*span, words)]

    def _image_edits(
        self, reference: Reference, href: str | None, *, is_inside: bool
    ) -> list[Edit]:
        span = (reference.open[0], reference.close[1])
        words = escape_markdown(reference.text)
        if href is None:
            return [(*span, words)]
        return [(*span, f"![{words}]({href})" if is_inside else f"[{words}]({href})")]


def _order(edit: Edit) -> tuple[int, int, bool]:
    """By place; a link ends before what follows it."""
    return edit[0], edit[1], not edit[2].startswith("](")


def _guards(run: Run, start: int, stop: int, markdown: str) -> list[Edit]:
    """Backslashes for the literal marks beside a mention, which the brackets of its link would bring to life.

    Beside a letter `*`, `_` and `~` are text where beside a bracket they begin or end emphasis; `!` makes an
    image of a link, and a backslash would take the bracket's meaning.
    """
    before, after = start, stop
    while before and run.text[before - 1] in _BEFORE_A_LINK:
        before -= 1
    while after < len(run.text) and run.text[after] in _AFTER_A_LINK:
        after += 1
    places = [translate(run.places, at) for at in (*range(before, start), *range(stop, after))]
    return [(at, at, "\\") for at in places if _is_bare(markdown, at)]


def _is_bare(markdown: str, at: int) -> bool:
    """Whether the mark at a place of the Markdown stands for itself without a backslash or entity."""
    return markdown[at] in _BEFORE_A_LINK and markdown[at : at + 2] not in _ESCAPES


def _gap_of(body: Body, passage: int) -> int:
    """Index of the first slot between blocks at which no passage before `passage` is left to come."""
    gaps = [(index, slot) for index, slot in enumerate(body.slots) if isinstance(slot, Gap)]
    return next(
        (index for index, slot in gaps if slot.passage >= passage), gaps[-1][0] if gaps else -1
    )
