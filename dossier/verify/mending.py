"""A briefing's bytes with dead and moved addresses replaced: Markdown, HTML and .docx; nothing is written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape, unescape
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final

from dossier.verify.addresses import Target, Whereabouts, readdressed, target_of
from dossier.verify.archive import Archive
from dossier.verify.docx import relationships_of, walked_parts
from dossier.verify.files import decoded
from dossier.verify.values import DEAD, BriefingError

if TYPE_CHECKING:
    from dossier.verify.docx import WalkedPart
    from dossier.verify.docx_walk import WalkedLink
    from dossier.verify.values import Verdict

Replacements = Mapping[str, str]
"""Address as written to the address to write."""
_RELATIONSHIP: Final = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
)
_ATTRIBUTES = re.compile(rb"\s(?:[\w.-]+:)?(id|anchor)\s*=\s*(\"[^\"]*\"|'[^']*')")
_INSTRUCTION = re.compile(rb"(\s(?:[\w.-]+:)?instr\s*=\s*)(\"[^\"]*\"|'[^']*')")
_ADDRESSES: Final = {"href", "cite"}
_END: Final = r"(?![\w/%#?&=~:@+-]|\.\w)"


def replacements_of(verdict: Verdict, where: Whereabouts) -> Replacements:
    """What can be mended: links that moved or have a successor, and dead ones whose quotation stands elsewhere."""
    found: dict[str, str] = {}
    standing = {
        verdict.briefing.links[it.quotation.link].address: it.address
        for it in verdict.quotations
        if it.state == "elsewhere" and it.quotation.link >= 0
    }
    for finding in verdict.links:
        written = finding.link.address
        instead = finding.instead or (standing.get(written, "") if finding.state in DEAD else "")
        old, new = target_of(written, where), _target(instead, where)
        if instead and old and new:
            found.setdefault(written, readdressed(written, old, new, where))
    return found


def _target(address: str, where: Whereabouts) -> Target | None:
    return target_of(address, where) if address else None


def mended(data: bytes, form: str, replacements: Replacements) -> bytes:
    """The bytes with addresses replaced; `BriefingError` for a form that is not mended."""
    if form == "docx":
        return _docx(Archive(data), replacements)
    if form not in {"md", "html", "txt"}:
        raise BriefingError("only .md, .html, .txt and .docx can be corrected")
    text, encoding = decoded(data)
    newline = "\r\n" if b"\r\n" in data else "\n"
    corrected = _html(text, replacements) if form == "html" else _plain(text, replacements)
    return corrected.replace("\n", newline).encode(encoding)


def _plain(text: str, replacements: Replacements) -> str:
    """The text with each address replaced where it stands as a whole."""
    forms = {form: new for old, new in replacements.items() for form in (old, escape(old))}
    if not forms:
        return text
    longest = sorted(forms, key=len, reverse=True)
    pattern = "|".join(map(re.escape, longest))
    return re.sub(rf"(?<![\w/.%-])(?:{pattern}){_END}", lambda found: forms[found[0]], text)


class _Tags(HTMLParser):
    """Where the start tags with an address stand."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[int, int, str]] = []
        """Line, column and text of a start tag."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag
        if any(name in _ADDRESSES for name, _ in attrs):
            self.found.append((*self.getpos(), self.get_starttag_text() or ""))


def _html(text: str, replacements: Replacements) -> str:
    reader = _Tags()
    reader.feed(text)
    reader.close()
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    for row, column, tag in reversed(reader.found):
        at = starts[row - 1] + column
        text = text[:at] + _tag(tag, replacements) + text[at + len(tag) :]
    return text


_ADDRESS_IN_TAG = re.compile(
    r"(\s(?:href|cite)\s*=\s*)(\"[^\"]*\"|'[^']*'|[^\s\"'>]+)", re.IGNORECASE
)


def _tag(tag: str, replacements: Replacements) -> str:
    def replaced(found: re.Match[str]) -> str:
        address = unescape(found[2].strip("\"'")).strip()
        new = replacements.get(address)
        return found[0] if new is None else f'{found[1]}"{escape(new)}"'

    return _ADDRESS_IN_TAG.sub(replaced, tag)


def _docx(archive: Archive, replacements: Replacements) -> bytes:
    parts: dict[str, bytes] = {}
    for part in walked_parts(archive):
        links = [link for link in part.walk.links if link.address in replacements]
        edits = [edit for link in links for edit in _edits(part, link, replacements)]
        data = part.data
        if not edits:
            continue
        for start, stop, words in sorted(edits, reverse=True):
            data = data[:start] + words + data[stop:]
        parts[part.name] = data
        name = relationships_of(part.name)
        parts[name] = _with_targets(archive.part(name) or b"", links, replacements)
    return archive.replaced(parts)


def _edits(
    part: WalkedPart, link: WalkedLink, replacements: Replacements
) -> list[tuple[int, int, bytes]]:
    """Stretches of the part's bytes, and what goes into their place."""
    new = replacements[link.address]
    spot = link.spot
    if spot.kind == "field":
        first, *others = spot.texts
        instruction = escape(f' HYPERLINK "{new}" ', quote=False).encode()
        return [(*first, instruction), *((*other, b"") for other in others)]
    stop = part.data.index(b">", spot.tag) + 1
    tag = part.data[spot.tag : stop]
    if spot.kind == "simple":
        instruction = escape(f' HYPERLINK "{new}" ').encode()
        return [
            (spot.tag, stop, _INSTRUCTION.sub(lambda it: it[1] + b'"' + instruction + b'"', tag))
        ]
    name = _name_of(new, replacements)

    def attribute(found: re.Match[bytes]) -> bytes:
        if found[1] == b"anchor":
            return b""
        return found[0].replace(found[2], b'"' + name.encode() + b'"')

    return [(spot.tag, stop, _ATTRIBUTES.sub(attribute, tag))]


def _name_of(new: str, replacements: Replacements) -> str:
    return f"rIdMended{sorted(set(replacements.values())).index(new) + 1}"


def _with_targets(data: bytes, links: list[WalkedLink], replacements: Replacements) -> bytes:
    """The relationships with those of the new addresses; the old ones stay, as other links may use them."""
    wanted = {
        replacements[link.address] for link in links if link.spot.kind in {"hyperlink", "shape"}
    }
    rows = "".join(
        f'<Relationship Id="{_name_of(new, replacements)}" Type="{_RELATIONSHIP}" '
        f'Target="{escape(new)}" TargetMode="External"/>'
        for new in sorted(wanted)
    )
    return data.replace(b"</Relationships>", rows.encode() + b"</Relationships>")
