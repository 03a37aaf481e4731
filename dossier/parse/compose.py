"""Parser tokens to `Body`: HTML with slots, passages, and the place of every word in the Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

from dossier.model import Body, Gap, Passage, PassageEnd, PassageKind, PassageStart, Places, Slot
from dossier.parse import places
from dossier.parse.inline import Inline, write_inline
from dossier.parse.passages import passage_ids

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from markdown_it.token import Token

_NOTES = "footnote_block_open"
_WORD = re.compile(r"[^\W_]+(?:['’\-]\w+)*")
_SIMPLE = {
    "bullet_list_open": "<ul>\n",
    "bullet_list_close": "</ul>\n",
    "thead_open": "<thead>\n",
    "thead_close": "</thead>\n",
    "tbody_open": "<tbody>\n",
    "tbody_close": "</tbody>\n",
    "tr_open": "<tr>\n",
    "tr_close": "</tr>\n",
    "th_close": "</th>\n",
    "td_close": "</td>\n",
    "ordered_list_close": "</ol>\n",
    "hr": "<hr>\n",
    "footnote_block_open": '<section class="footnotes">\n<ol>\n',
    "footnote_block_close": "</ol>\n</section>\n",
}


@dataclass(slots=True)
class Draft:
    """A passage while its words are being collected."""

    kind: PassageKind
    section: int
    line: int
    level: int = 0
    words: list[str] = field(default_factory=list)
    holds: list[int] = field(default_factory=list)
    size: int = 0

    def add(self, words: str) -> None:
        """Put words at the end."""
        self.words.append(words)
        self.size += len(words)


@dataclass(slots=True)
class Composer:
    """The HTML, slots and passages written so far."""

    lines: places.Lines
    html: list[str] = field(default_factory=list)
    slots: list[Slot] = field(default_factory=list)
    literal: list[str] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    tags: list[int] = field(default_factory=list)
    """Offsets in the Markdown of each `<` that could begin raw HTML."""
    section: int = 0
    shift: dict[int, int] = field(default_factory=dict)
    open: list[int] = field(default_factory=list)
    """Passages that inline text goes to, the innermost last; twice where a container and its paragraph are one."""

    def write(self, html: str) -> None:
        """Put fixed HTML at the end."""
        self.literal.append(html)

    def put(self, slot: Slot) -> None:
        """Put a slot at the end."""
        self.html.append("".join(self.literal))
        self.literal.clear()
        self.slots.append(slot)

    def gap(self, line: int | None) -> None:
        """Put a place between blocks at the end: before a line of the Markdown, from 0, or behind all of it."""
        at = self.lines.starts[-1] - 1 if line is None else self.lines.starts[line]
        self.put(Gap(len(self.drafts), at))

    def begin(self, kind: PassageKind, line: int, level: int = 0) -> int:
        """Open a passage."""
        for holder in self.open:
            self.drafts[holder].holds.append(len(self.drafts))
        self.drafts.append(Draft(kind, self.section, line, level))
        self.open.append(len(self.drafts) - 1)
        return self.open[-1]


def compose(markdown: str, tokens: Sequence[Token], line: int) -> tuple[Body, tuple[int, ...]]:
    """The body, and the offset of every `<` in its Markdown that others would take for a tag."""
    writer = Composer(places.Lines(markdown))
    writer.shift = _levels(tokens)
    closings = _closings(tokens)
    waiting: dict[int, int] = {}
    notes = next((at for at, token in enumerate(tokens) if token.type == _NOTES), len(tokens))
    for index, token in enumerate(tokens):
        if token.level == 0 and token.nesting >= 0 and index <= notes:
            writer.gap(_line(token) - 1 if index < notes else None)
        _block(writer, tokens, index, closings, waiting)
        if token.type == "inline":
            _inline(writer, tokens, index)
    writer.gap(None)
    passages = _passages(writer.drafts)
    words = sum(
        len(_WORD.findall(passage.text)) for passage in passages if passage.number or passage.level
    )
    html = (*writer.html, "".join(writer.literal))
    return Body(markdown, html, tuple(writer.slots), passages, line, words), tuple(writer.tags)


def _levels(tokens: Sequence[Token]) -> dict[int, int]:
    """Heading token index to its level on the page: from 2, never skipping one on the way down."""
    headings = [
        (index, int(token.tag[1]))
        for index, token in enumerate(tokens)
        if token.type == "heading_open"
    ]
    top = min((level for _, level in headings), default=1)
    levels: dict[int, int] = {}
    previous = 1
    for index, level in headings:
        previous = min(level - top + 2, previous + 1, 6)
        levels[index] = previous
    return levels


def _closings(tokens: Sequence[Token]) -> dict[int, int]:
    """Index of each opening block token to that of its closing one."""
    stack: list[int] = []
    closings: dict[int, int] = {}
    for index, token in enumerate(tokens):
        if token.nesting == 1:
            stack.append(index)
        elif token.nesting == -1:
            closings[stack.pop()] = index
    return closings


def _line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 1


def _block(
    writer: Composer,
    tokens: Sequence[Token],
    index: int,
    closings: dict[int, int],
    waiting: dict[int, int],
) -> None:
    """Write one block token. `waiting` maps the paragraph whose passage its container has taken to that passage."""
    token = tokens[index]
    if token.type in _SIMPLE:
        writer.write(_SIMPLE[token.type])
    elif token.type in _CONTAINERS:
        if token.nesting > 0:
            _open_container(writer, tokens, index, closings, waiting)
        else:
            _close_container(writer, token)
    elif token.type == "paragraph_open":
        _open_paragraph(writer, tokens, index, waiting)
    elif token.type == "heading_open":
        _open_heading(writer, token, writer.shift[index])
    elif token.type in _LEAVES:
        _LEAVES[token.type](writer, token)


def _open_container(
    writer: Composer,
    tokens: Sequence[Token],
    index: int,
    closings: dict[int, int],
    waiting: dict[int, int],
) -> None:
    token = tokens[index]
    is_quotation = token.type == "blockquote_open"
    children = _children(index, closings)
    first = tokens[children[0]].type if children else ""
    takes_first = first == "paragraph_open" and (len(children) == 1 or not is_quotation)
    passage = writer.begin("quotation" if is_quotation else "item", _line(token))
    if takes_first:
        waiting[children[0]] = passage
    writer.write("<blockquote" if is_quotation else "<li")
    writer.put(PassageStart(passage))
    writer.write(
        f'><span id="_note-{token.meta["id"] + 1}"></span>'
        if token.type == "footnote_open"
        else ">"
    )
    if is_quotation:
        writer.write("\n")


def _children(index: int, closings: dict[int, int]) -> list[int]:
    children: list[int] = []
    at = index + 1
    while at < closings[index]:
        children.append(at)
        at = closings.get(at, at) + 1
    return children


def _close_container(writer: Composer, token: Token) -> None:
    passage = writer.open.pop()
    if not writer.drafts[passage].words:
        writer.put(PassageEnd(passage))
    writer.write("</blockquote>\n" if token.type == "blockquote_close" else "</li>\n")


def _open_paragraph(
    writer: Composer, tokens: Sequence[Token], index: int, waiting: dict[int, int]
) -> None:
    token = tokens[index]
    taken = waiting.pop(index, None)
    if taken is None:
        passage = writer.begin("paragraph", _line(token))
        writer.write("<div" if token.hidden else "<p")
        writer.put(PassageStart(passage))
        writer.write(">")
        return
    writer.open.append(taken)
    writer.write("" if token.hidden else "<p>")


def _close_passage(writer: Composer, html: str) -> None:
    writer.put(PassageEnd(writer.open.pop()))
    writer.write(html)


def _end_of_paragraph(writer: Composer, token: Token) -> str:
    if not token.hidden:
        return "</p>\n"
    return "" if writer.open[-2:-1] == writer.open[-1:] else "</div>\n"


def _open_heading(writer: Composer, token: Token, level: int) -> None:
    writer.section += 1
    passage = writer.begin("heading", _line(token), level)
    writer.write(f"<h{level}")
    writer.put(PassageStart(passage))
    writer.write(">")


def _code(writer: Composer, token: Token) -> None:
    passage = writer.begin("code", _line(token))
    writer.drafts[passage].add(token.content.rstrip("\n"))
    language = token.info.split()[0] if token.info.split() else ""
    writer.write('<figure class="code"')
    writer.put(PassageStart(passage))
    label = f' class="language-{escape(language)}"' if language else ""
    writer.write(
        f'><pre tabindex="0"><code{label}>{escape(token.content, quote=False)}</code></pre>'
    )
    _close_passage(writer, "</figure>\n")


def _close_paragraph(writer: Composer, token: Token) -> None:
    _close_passage(writer, _end_of_paragraph(writer, token))


def _close_heading(writer: Composer, _token: Token) -> None:
    _close_passage(writer, f"</h{writer.drafts[writer.open[-1]].level}>\n")


def _open_table(writer: Composer, token: Token) -> None:
    passage = writer.begin("table", _line(token))
    writer.write('<figure class="table"')
    writer.put(PassageStart(passage))
    writer.write(">\n<table>\n")


def _close_table(writer: Composer, _token: Token) -> None:
    writer.write("</table>\n")
    _close_passage(writer, "</figure>\n")


def _open_ordered_list(writer: Composer, token: Token) -> None:
    start = token.attrs.get("start", 1)
    writer.write("<ol>\n" if start == 1 else f'<ol start="{start}">\n')


def _open_cell(writer: Composer, token: Token) -> None:
    align = str(token.attrs.get("style", "")).removeprefix("text-align:")
    scope = ' scope="col"' if token.tag == "th" else ""
    writer.write(f"<{token.tag}{scope}" + (f' class="align-{align}">' if align else ">"))


def _footnote_return(writer: Composer, token: Token) -> None:
    number, again = token.meta["id"] + 1, token.meta["subId"]
    suffix = f".{again}" if again else ""
    writer.write(f' <a class="note-return" href="#_note-ref-{number}{suffix}" data-web>↩</a>')


def _inline(writer: Composer, tokens: Sequence[Token], index: int) -> None:
    token, opening = tokens[index], tokens[index - 1]
    passage = writer.open[-1]
    draft = writer.drafts[passage]
    if draft.size:
        draft.add("\n")
    found = _inline_places(writer, tokens, index)
    inline = Inline(token.content, tuple(token.children or ()), found, _line(token))
    write_inline(writer, inline, passage, is_linkable=opening.type != "heading_open")


def _inline_places(writer: Composer, tokens: Sequence[Token], index: int) -> Places | None:
    token, opening = tokens[index], tokens[index - 1]
    first = token.map[0] if token.map else 0
    if opening.type in ("th_open", "td_open"):
        row = _row_before(tokens, index)
        return places.of_cells([*row, token.content], first, writer.lines)[-1]
    if opening.type == "heading_open" and opening.markup.startswith("#"):
        return places.of_heading(token.content, first, writer.lines)
    return places.of_paragraph(token.content, first, writer.lines)


def _row_before(tokens: Sequence[Token], index: int) -> list[str]:
    """Contents of the cells of the same row that stand before this one."""
    contents: list[str] = []
    while tokens[index].type != "tr_open":
        index -= 1
        if tokens[index].type == "inline":
            contents.append(tokens[index].content)
    return contents[::-1]


def _passages(drafts: Sequence[Draft]) -> tuple[Passage, ...]:
    texts = ["".join(draft.words) for draft in drafts]
    for index in range(len(drafts) - 1, -1, -1):
        if not texts[index] and drafts[index].holds:
            inner = [at for at in drafts[index].holds if drafts[at].words]
            texts[index] = "\n".join(texts[at] for at in inner)
    ids = passage_ids(
        tuple((text, draft.kind == "heading") for text, draft in zip(texts, drafts, strict=True))
    )
    number = 0
    passages: list[Passage] = []
    for draft, text, name in zip(drafts, texts, ids, strict=True):
        is_counted = draft.kind != "heading" and bool(draft.words)
        number += is_counted
        passages.append(
            Passage(
                draft.kind,
                name,
                text,
                draft.section,
                draft.level,
                draft.line,
                number if is_counted else 0,
            )
        )
    return tuple(passages)


_CONTAINERS = frozenset(
    f"{name}_{end}" for name in ("list_item", "blockquote", "footnote") for end in ("open", "close")
)
_LEAVES: dict[str, Callable[[Composer, Token], None]] = {
    "paragraph_close": _close_paragraph,
    "heading_close": _close_heading,
    "fence": _code,
    "code_block": _code,
    "footnote_anchor": _footnote_return,
    "table_open": _open_table,
    "table_close": _close_table,
    "ordered_list_open": _open_ordered_list,
    "th_open": _open_cell,
    "td_open": _open_cell,
}
