"""A .docx as a briefing: text, notes, headers, tables and text boxes, with links of every kind Word has."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dossier.verify.archive import Archive
from dossier.verify.bare import bare_addresses
from dossier.verify.docx_walk import Walk
from dossier.verify.values import Block, Briefing, BriefingError, BriefingLink
from dossier.verify.xml import read_xml

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAIN: Final = "word/document.xml"
_ORDER: Final = ("document", "footnotes", "endnotes", "header", "footer")
_NAMES: Final = {
    "document": "paragraph",
    "footnotes": "footnotes, paragraph",
    "endnotes": "endnotes, paragraph",
    "header": "header, paragraph",
    "footer": "footer, paragraph",
}
_PART = re.compile(r"word/((document|footnotes|endnotes|header|footer)\d*)\.xml")
_QUOTING = re.compile(r"quot|zitat|citation|cita|block ?text|citat", re.IGNORECASE)
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


class _Named:
    """Attributes and words of all elements of some names."""

    def __init__(self, *names: str) -> None:
        self.found: list[tuple[str, dict[str, str], list[str]]] = []
        self._names = names
        self._tags: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str], at: int) -> None:
        del at
        self._tags.append(tag)
        if tag in self._names:
            self.found.append((tag, dict(attributes), []))

    def end(self, tag: str, at: int) -> None:
        del tag, at
        self._tags.pop()

    def words(self, text: str, at: int) -> None:
        del at
        if self.found and self._tags and self._tags[-1] == self.found[-1][0]:
            self.found[-1][2].append(text)


@dataclass(frozen=True, slots=True)
class WalkedPart:
    """A part with text, as walked."""

    name: str
    data: bytes
    walk: Walk


def walked_parts(archive: Archive) -> tuple[WalkedPart, ...]:
    """Every part of a document that has text, in the order in which it is read; `BriefingError` if there is none."""
    names = [name for name in archive.names if _PART.fullmatch(name)]
    if _MAIN not in names:
        raise BriefingError("it has no text: it is no .docx file, or damaged")
    names.sort(key=lambda name: (_ORDER.index(_kind(name)), name))
    return tuple(_walked(archive, name) for name in names)


def _kind(name: str) -> str:
    found = _PART.fullmatch(name)
    return found[2] if found else ""


def _walked(archive: Archive, name: str) -> WalkedPart:
    data = archive.part(name) or b""
    walk = Walk(relationships(archive, name))
    read_xml(data, walk, name)
    return WalkedPart(name, data, walk)


def relationships_of(name: str) -> str:
    """The name of the part that holds a part's relationships."""
    folder, file = posixpath.split(name)
    return f"{folder}/_rels/{file}.rels"


def relationships(archive: Archive, name: str) -> dict[str, str]:
    """Addresses outside the file that a part links to, by id."""
    data = archive.part(relationships_of(name))
    found = _Named("Relationship")
    if data is not None:
        read_xml(data, found, relationships_of(name))
    return {
        it.get("Id", ""): it.get("Target", "")
        for _, it, _ in found.found
        if it.get("TargetMode") == "External"
    }


def read_docx(data: bytes, name: str) -> Briefing:
    """The briefing; `BriefingError` if it is encrypted, damaged, a bomb, or has a DTD."""
    archive = Archive(data)
    quoting = _quoting_styles(archive)
    blocks: list[Block] = []
    links: list[BriefingLink] = []
    calls: dict[str, list[tuple[int, int]]] = {}
    notes: list[tuple[int, str]] = []
    for part in walked_parts(archive):
        base = len(blocks)
        blocks += _blocks(part, quoting)
        links += _links(part, base)
        for note, paragraph, offset in part.walk.notes:
            calls.setdefault(note, []).append((base + paragraph, offset))
        notes += [(base + paragraph, note) for note, paragraph in part.walk.starts]
    links += _bare(blocks, links)
    links.sort(key=lambda link: (link.block, link.start))
    called = tuple(_called(link, notes, calls) for link in links)
    return Briefing(name, "docx", tuple(blocks), called, _date(archive))


def _blocks(part: WalkedPart, quoting: frozenset[str]) -> Iterator[Block]:
    place = _NAMES[_kind(part.name)]
    for number, paragraph in enumerate(part.walk.paragraphs, 1):
        text = "".join(paragraph.words)
        yield Block(text, f"{place} {number}", is_quotation=paragraph.style in quoting)


def _links(part: WalkedPart, base: int) -> Iterator[BriefingLink]:
    place = _NAMES[_kind(part.name)]
    for link in part.walk.links:
        words = "".join(part.walk.paragraphs[link.paragraph].words)[link.start : link.stop]
        where = f"{place} {link.paragraph + 1}"
        yield BriefingLink(link.address, words, where, base + link.paragraph, link.start, link.stop)


def _bare(blocks: list[Block], links: list[BriefingLink]) -> Iterator[BriefingLink]:
    """Addresses in the text that are no links."""
    taken = {(link.block, at) for link in links for at in range(link.start, link.stop)}
    for index, block in enumerate(blocks):
        for address, start, _ in bare_addresses(block.text):
            if (index, start) not in taken:
                stop = start + len(address)
                yield BriefingLink(address, address, block.place, index, start, stop)


def _called(
    link: BriefingLink, notes: list[tuple[int, str]], calls: Mapping[str, list[tuple[int, int]]]
) -> BriefingLink:
    held = [note for block, note in notes if block <= link.block]
    if not held or not link.place.startswith(("footnotes", "endnotes")):
        return link
    return BriefingLink(
        link.address,
        link.words,
        link.place,
        link.block,
        link.start,
        link.stop,
        tuple(calls.get(held[-1], ())),
    )


def _quoting_styles(archive: Archive) -> frozenset[str]:
    """Ids of the paragraph styles that set off a quotation, by their names."""
    data = archive.part("word/styles.xml")
    found = _Named("style", "name")
    if data is not None:
        read_xml(data, found, "word/styles.xml")
    styles: dict[str, str] = {}
    current = ""
    for tag, attributes, _ in found.found:
        if tag == "style":
            current = attributes.get("styleId", "")
        elif current:
            styles.setdefault(current, attributes.get("val", ""))
    return frozenset(key for key, name in styles.items() if _QUOTING.search(f"{key} {name}"))


def _date(archive: Archive) -> str:
    data = archive.part("docProps/core.xml")
    found = _Named("modified", "created")
    if data is not None:
        read_xml(data, found, "docProps/core.xml")
    dates = {tag: "".join(words) for tag, _, words in found.found}
    match = _DATE.match(dates.get("modified") or dates.get("created") or "")
    return match[0] if match else ""
