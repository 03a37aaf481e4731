"""One part of a .docx, walked: paragraphs, links of every kind, and where in the bytes each link's address stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

_FIELD = re.compile(r'"((?:[^"\\]|\\.)*)"|(\\[a-z*@#!])|(\S+)', re.IGNORECASE)
_TEXTS: Final = {
    "tab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}
_SKIPPED: Final = frozenset(
    {"Fallback", "del", "moveFrom", "delText", "delInstrText", "rPr", "sectPr"}
)
Kind = Literal["hyperlink", "field", "simple", "shape"]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an address stands in the part's bytes."""

    kind: Kind
    tag: int = -1
    """Offset of the start tag that carries it."""
    texts: tuple[tuple[int, int], ...] = ()
    """Of a field, the stretches that hold its instruction."""


@dataclass(slots=True)
class Paragraph:
    """A paragraph while it is read."""

    style: str = ""
    words: list[str] = field(default_factory=list)
    size: int = 0

    def add(self, text: str) -> None:
        """Put words at the end."""
        self.words.append(text)
        self.size += len(text)


@dataclass(frozen=True, slots=True)
class WalkedLink:
    """A link of a part."""

    address: str
    paragraph: int
    start: int
    stop: int
    spot: Spot


@dataclass(slots=True)
class _OpenLink:
    address: str
    paragraph: int
    start: int
    spot: Spot


@dataclass(slots=True)
class _OpenField:
    instruction: list[str] = field(default_factory=list)
    texts: list[tuple[int, int]] = field(default_factory=list)
    link: _OpenLink | None = None
    is_told: bool = False


class Walk:
    """What an XML part of a document holds, in the order of its text."""

    def __init__(self, targets: Mapping[str, str]) -> None:
        """`targets` are the part's relationships, id to address."""
        self._targets = targets
        self.paragraphs: list[Paragraph] = []
        self.links: list[WalkedLink] = []
        self.notes: list[tuple[str, int, int]] = []
        """Kind and id of each note that is called, with the paragraph and the offset."""
        self.starts: list[tuple[str, int]] = []
        """Id of each note that begins, with its first paragraph."""
        self._open: list[int] = []
        self._links: list[_OpenLink] = []
        self._fields: list[_OpenField] = []
        self._tags: list[str] = []
        self._skipped = 0
        self._instruction = -1

    def start(self, tag: str, attributes: Mapping[str, str], at: int) -> None:
        """An element begins."""
        self._tags.append(tag)
        if tag in _SKIPPED:
            self._skipped += 1
        elif self._skipped:
            return
        elif tag == "p":
            self._open.append(len(self.paragraphs))
            self.paragraphs.append(Paragraph())
        elif tag == "pStyle" and self._open:
            self.paragraphs[self._open[-1]].style = attributes.get("val", "")
        elif tag in _TEXTS and self._tags[-2:-1] == ["r"]:
            self._add(_TEXTS[tag])
        elif tag in {"footnoteReference", "endnoteReference"} and self._open:
            note = f"{tag.removesuffix('Reference')}:{attributes.get('id', '')}"
            self.notes.append((note, *self._here()))
        elif tag in {"footnote", "endnote"}:
            self.starts.append((f"{tag}:{attributes.get('id', '')}", len(self.paragraphs)))
        else:
            self._start_link(tag, attributes, at)

    def _start_link(self, tag: str, attributes: Mapping[str, str], at: int) -> None:
        if tag == "hyperlink":
            address = _joined(
                self._targets.get(attributes.get("id", ""), ""), attributes.get("anchor", "")
            )
            self._links.append(_OpenLink(address, *self._here(), Spot("hyperlink", at)))
        elif tag == "fldSimple":
            address = address_in(attributes.get("instr", ""))
            self._links.append(_OpenLink(address, *self._here(), Spot("simple", at)))
        elif tag == "fldChar":
            self._field(attributes.get("fldCharType", ""))
        elif tag == "instrText":
            self._instruction = -1
        elif tag in {"hlinkClick", "hlinkHover"}:
            address = self._targets.get(attributes.get("id", ""), "")
            self._finish(_OpenLink(address, *self._here(), Spot("shape", at)))

    def end(self, tag: str, at: int) -> None:
        """An element ends."""
        self._tags.pop()
        if tag in _SKIPPED:
            self._skipped -= 1
        elif self._skipped:
            return
        elif tag == "p" and self._open:
            self._open.pop()
        elif tag in {"hyperlink", "fldSimple"} and self._links:
            self._finish(self._links.pop())
        elif tag == "instrText" and self._fields and self._instruction >= 0:
            self._fields[-1].texts.append((self._instruction, at))

    def words(self, text: str, at: int) -> None:
        """Words of a run, or of a field's instruction."""
        if self._skipped or not self._tags:
            return
        if self._tags[-1] == "t":
            self._add(text)
        elif self._tags[-1] == "instrText" and self._fields:
            self._fields[-1].instruction.append(text)
            self._instruction = at if self._instruction < 0 else self._instruction

    def _add(self, text: str) -> None:
        if self._open and not any(not each.is_told for each in self._fields):
            self.paragraphs[self._open[-1]].add(text)

    def _here(self) -> tuple[int, int]:
        if not self._open:
            return max(len(self.paragraphs) - 1, 0), 0
        return self._open[-1], self.paragraphs[self._open[-1]].size

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(_OpenField())
        elif kind == "separate" and self._fields:
            self._tell(self._fields[-1])
        elif kind == "end" and self._fields:
            ended = self._fields.pop()
            self._tell(ended)
            if ended.link:
                self._finish(ended.link)

    def _tell(self, told: _OpenField) -> None:
        """The instruction is complete: what follows is what it shows."""
        if told.is_told:
            return
        told.is_told = True
        address = address_in("".join(told.instruction))
        if address:
            told.link = _OpenLink(address, *self._here(), Spot("field", texts=tuple(told.texts)))

    def _finish(self, link: _OpenLink) -> None:
        if not link.address or not self.paragraphs:
            return
        paragraph, stop = self._here()
        stop = stop if paragraph == link.paragraph else self.paragraphs[link.paragraph].size
        self.links.append(WalkedLink(link.address, link.paragraph, link.start, stop, link.spot))


def _joined(target: str, anchor: str) -> str:
    """The address of a link: Word keeps its fragment apart from its target. An anchor alone stays in the document."""
    return f"{target}#{anchor}" if target and anchor and "#" not in target else target


def address_in(instruction: str) -> str:
    r"""The address of `HYPERLINK "target" \l "fragment"`; empty for any other field."""
    words = [
        (quoted.replace('\\"', '"').replace("\\\\", "\\"), switch, bare)
        for quoted, switch, bare in _FIELD.findall(instruction)
    ]
    if not words or words[0][2].upper() != "HYPERLINK":
        return ""
    target = anchor = switch = ""
    for quoted, mark, bare in words[1:]:
        value = quoted or bare
        if mark:
            switch = mark.lower()
        elif switch == "\\l":
            anchor, switch = value, ""
        elif switch in {"\\o", "\\t"}:
            switch = ""
        else:
            target, switch = target or value, ""
    return _joined(target, anchor)
