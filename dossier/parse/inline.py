"""The words of one block, with emphasis, code, links, images and breaks, written into a `Composer`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING, Literal, Protocol

from dossier.model import Places, Reference, ReferenceEnd, Run, Slot, translate
from dossier.parse.places import between

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from markdown_it.token import Token

ReferenceKind = Literal["link", "wiki", "image"]

Span = tuple[int, int]

_BREAK = re.compile(r"[ ]*\\?\n[ \t]*")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_BACKTICKS = re.compile(r"`+")


class Draft(Protocol):
    """A passage that takes words."""

    size: int

    def add(self, words: str) -> None:
        """Put words at the end."""


class Writer(Protocol):
    """What takes HTML, slots and words."""

    tags: list[int]
    slots: list[Slot]

    @property
    def drafts(self) -> Sequence[Draft]:
        """The passages."""

    def write(self, html: str) -> None:
        """Put fixed HTML at the end."""

    def put(self, slot: Slot) -> None:
        """Put a slot at the end."""


@dataclass(frozen=True, slots=True)
class Inline:
    """The inline content of one block."""

    content: str
    children: tuple[Token, ...]
    places: Places | None
    """Where `content` stands in the Markdown; None where that cannot be told, and nothing in it is linked."""
    line: int


@dataclass(slots=True)
class _Cursor:
    """Where the walk through the children of one `Inline` is."""

    inline: Inline
    writer: Writer
    passage: int
    is_linkable: bool
    at: int = 0
    """Offset in `Inline.content`."""
    words: list[str] = field(default_factory=list)
    """The run being collected."""
    segments: list[tuple[int, int]] = field(default_factory=list)
    """(offset in the run, offset in `Inline.content`)."""
    size: int = 0
    links: list[int] = field(default_factory=list)
    """Slots of the links that are open; -1 for an address that stands for itself."""

    @property
    def draft(self) -> Draft:
        return self.writer.drafts[self.passage]

    def there(self, offset: int) -> int:
        return translate(self.inline.places, offset) if self.inline.places else 0


def write_inline(writer: Writer, inline: Inline, passage: int, *, is_linkable: bool) -> None:
    """Write the children of an inline token. Runs are made outside links."""
    cursor = _Cursor(inline, writer, passage, is_linkable)
    for position, token in enumerate(inline.children):
        if token.type in ("text", "text_special", "softbreak"):
            _text(cursor, token)
            continue
        _flush(cursor)
        _HANDLERS[token.type](cursor, token, position)
    _flush(cursor)


def _text(cursor: _Cursor, token: Token) -> None:
    """Text, an escape or entity, or a soft break: collected into a run."""
    start, content = cursor.at, cursor.inline.content
    cursor.at = _after(content, token, start)
    if token.type == "softbreak":
        _collect(cursor, "\n", content.index("\n", start))
        return
    if token.type == "text":
        _note_tags(cursor, token.content, start)
    _collect(cursor, token.content, start)


def _note_tags(cursor: _Cursor, words: str, start: int) -> None:
    if "<" in words and cursor.inline.places:
        cursor.writer.tags.extend(
            cursor.there(start + match.start()) for match in _TAG.finditer(words)
        )


def _after_break(content: str, at: int) -> int:
    match = _BREAK.match(content, at)
    return match.end() if match else at


def _after(content: str, token: Token, at: int) -> int:
    """Where in the inline content a token ends that begins at `at`."""
    if "end" in token.meta:
        return int(token.meta["end"])
    if token.type in ("softbreak", "hardbreak"):
        return _after_break(content, at)
    if token.type == "code_inline":
        runs = _BACKTICKS.finditer(content, at + len(token.markup))
        return next((run.end() for run in runs if run[0] == token.markup), at)
    if token.type == "link_open":
        return at + 1
    return at + len(token.content if token.type == "text" else token.markup)


def _collect(cursor: _Cursor, words: str, start: int) -> None:
    if words:
        cursor.segments.append((cursor.size, start))
        cursor.words.append(words)
        cursor.size += len(words)


def _flush(cursor: _Cursor) -> None:
    """Write the collected words as a run, or as plain HTML in a link and where they have no known place."""
    if not cursor.words:
        return
    text = "".join(cursor.words)
    if cursor.inline.places is not None and not cursor.links:
        places, is_linkable = _run_places(cursor), cursor.is_linkable
        cursor.writer.put(Run(text, cursor.passage, cursor.draft.size, places, is_linkable))
    else:
        cursor.writer.write(escape(text, quote=False))
    cursor.draft.add(text)
    cursor.words, cursor.segments, cursor.size = [], [], 0


def _run_places(cursor: _Cursor) -> Places:
    places: list[tuple[int, int]] = []
    ends = [here for here, _ in cursor.segments[1:]] + [cursor.size]
    for (here, content_at), end in zip(cursor.segments, ends, strict=True):
        for offset, there in between(
            cursor.inline.places or (), content_at, content_at + end - here
        ):
            previous = places[-1] if places else None
            if previous is None or there - previous[1] != here + offset - previous[0]:
                places.append((here + offset, there))
    return (*places, (cursor.size, cursor.there(cursor.at)))


def _mark(html: str) -> Callable[[_Cursor, Token, int], None]:
    def handler(cursor: _Cursor, token: Token, _position: int) -> None:
        cursor.at += len(token.markup)
        cursor.writer.write(html)

    return handler


def _hard_break(cursor: _Cursor, _token: Token, _position: int) -> None:
    cursor.at = _after_break(cursor.inline.content, cursor.at)
    cursor.writer.write("<br>\n")
    cursor.draft.add("\n")


def _code(cursor: _Cursor, token: Token, _position: int) -> None:
    cursor.at = _after(cursor.inline.content, token, cursor.at)
    cursor.writer.write(f"<code>{escape(token.content, quote=False)}</code>")
    cursor.draft.add(token.content)


def _link_open(cursor: _Cursor, token: Token, position: int) -> None:
    start = cursor.at
    cursor.at = label_end = start + 1
    children = cursor.inline.children
    closing = _closing(children, position)
    inside = children[position + 1 : closing]
    for child in inside:
        label_end = _after(cursor.inline.content, child, label_end)
    end = int(children[closing].meta.get("end", label_end + 1))
    if token.markup == "autolink":
        label_end = end - 1
    words = "".join(
        "\n" if child.type in ("softbreak", "hardbreak") else child.content for child in inside
    )
    cursor.links.append(len(cursor.writer.slots))
    cursor.writer.put(
        _reference(cursor, "link", token, words, ((start, start + 1), (label_end, end)))
    )


def _closing(children: Sequence[Token], opening: int) -> int:
    """Index of the `link_close` of a `link_open`; links do not nest."""
    return next(at for at in range(opening, len(children)) if children[at].type == "link_close")


def _reference(
    cursor: _Cursor, kind: ReferenceKind, token: Token, words: str, spans: tuple[Span, Span]
) -> Reference:
    """A link or image whose beginning and end take up the two `spans` of the inline content."""
    opening, closing = spans
    target = str(token.attrs.get("href", token.attrs.get("src", token.meta.get("target", ""))))
    line = cursor.inline.line + cursor.inline.content.count("\n", 0, opening[0])
    there = cursor.there
    return Reference(
        kind=kind,
        target=target,
        text=words,
        title=str(token.attrs.get("title", "")),
        passage=cursor.passage,
        offset=cursor.draft.size,
        open=(there(opening[0]), there(opening[1] - 1) + 1),
        close=(there(closing[0]), there(closing[1] - 1) + 1),
        line=line,
    )


def _link_close(cursor: _Cursor, token: Token, _position: int) -> None:
    cursor.at = _after(cursor.inline.content, token, cursor.at)
    cursor.writer.put(ReferenceEnd(cursor.links.pop()))


def _wiki(cursor: _Cursor, token: Token, _position: int) -> None:
    span = (cursor.at, int(token.meta["end"]))
    words = str(token.meta["words"])
    cursor.writer.put(_reference(cursor, "wiki", token, words, (span, span)))
    cursor.draft.add(words or str(token.meta["target"]))
    cursor.at = span[1]


def _image(cursor: _Cursor, token: Token, _position: int) -> None:
    span = (cursor.at, int(token.meta["end"]))
    words = "".join(child.content or "\n" for child in token.children or ())
    if cursor.inline.places:
        for match in _TAG.finditer(token.content):
            cursor.writer.tags.append(cursor.there(span[0] + 2 + match.start()))
    cursor.writer.put(_reference(cursor, "image", token, words, (span, span)))
    cursor.draft.add(words)
    cursor.at = span[1]


def _footnote(cursor: _Cursor, token: Token, _position: int) -> None:
    number, again = token.meta["id"] + 1, token.meta["subId"]
    suffix = f".{again}" if again else ""
    cursor.writer.write(
        f'<sup class="note-ref"><a id="_note-ref-{number}{suffix}" href="#_note-{number}">{number}</a></sup>'
    )
    cursor.at = int(token.meta["end"])


_HANDLERS: dict[str, Callable[[_Cursor, Token, int], None]] = {
    "em_open": _mark("<em>"),
    "em_close": _mark("</em>"),
    "strong_open": _mark("<strong>"),
    "strong_close": _mark("</strong>"),
    "s_open": _mark("<s>"),
    "s_close": _mark("</s>"),
    "hardbreak": _hard_break,
    "code_inline": _code,
    "link_open": _link_open,
    "link_close": _link_close,
    "wiki": _wiki,
    "image": _image,
    "footnote_ref": _footnote,
}
