"""Markdown text to `Body`, by the reference parser; not front matter, not plain text."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from dossier.model import Body
from dossier.parse.compose import compose

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    InlineRule = Callable[[StateInline, bool], bool]

_WIKI = re.compile(r"\[\[([^\[\]|\n]+)(?:\|([^\[\]\n]*))?\]\](?!\()")
_NESTING = 100


def parse_markdown(text: str, *, line: int = 1) -> Body:
    """Parse CommonMark with tables, strikethrough, footnotes and `[[wiki links]]`.

    `line` is the line of the file on which `text` begins. Raw HTML is text: where another reader of the
    Markdown would take it for HTML, `Body.markdown` has a backslash before its `<`. A fence that is open at
    the end is closed there, so that something may follow.
    """
    tokens = _tokens(text)
    text += _closing_fence(text, tokens)
    body, tags = compose(text, tokens, line)
    if tags:
        safe = _escaped(text, tags)
        body, _ = compose(safe, _tokens(safe), line)
    return body


def _tokens(text: str) -> list[Token]:
    return _parser().parse(text, {})


def _closing_fence(text: str, tokens: list[Token]) -> str:
    last = tokens[-1] if tokens else None
    if last is None or last.type != "fence" or not last.map:
        return ""
    lines = text.rstrip("\n").split("\n")
    end = lines[-1].strip() if len(lines) - 1 > last.map[0] else ""
    is_closed = end.startswith(last.markup) and not end.strip(last.markup[0])
    return "" if is_closed else ("" if text.endswith("\n") else "\n") + last.markup


def _escaped(text: str, offsets: tuple[int, ...]) -> str:
    pieces: list[str] = []
    last = 0
    for offset in sorted(set(offsets)):
        pieces.append(text[last:offset])
        last = offset
    return "\\".join([*pieces, text[last:]])


class _Parser(MarkdownIt):
    """The reference parser, by which an address that stands for itself is shown as it was written."""

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802  (the parser's own name)
        return link


@cache
def _parser() -> MarkdownIt:
    parser = _Parser("commonmark", {"html": False, "maxNesting": _NESTING})
    parser.enable(["table", "strikethrough"])
    parser.use(footnote_plugin, inline=False)
    parser.inline.ruler.before("link", "wiki", _wiki)
    for name in ("link", "image", "autolink", "footnote_ref"):
        _remember_end(parser, name)
    parser.core.ruler.disable("text_join")
    parser.inline.ruler2.disable("fragments_join")
    return parser


def _wiki(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  (the parser's own signature)
    match = _WIKI.match(state.src, state.pos, state.posMax)
    if not match or not match[1].strip():
        return False
    if not silent:
        token = state.push("wiki", "a", 0)
        token.meta = {
            "target": match[1].strip(),
            "words": (match[2] or "").strip(),
            "end": match.end(),
        }
    state.pos = match.end()
    return True


def _remember_end(parser: MarkdownIt, name: str) -> None:
    """Let a rule note in its last token where in the inline text its match ended."""
    rules = parser.inline.ruler
    original: InlineRule = next(rule.fn for rule in rules.__rules__ if rule.name == name)

    def remembering(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
        if not original(state, silent):
            return False
        if not silent:
            state.tokens[-1].meta = {**state.tokens[-1].meta, "end": state.pos}
        return True

    rules.at(name, remembering)
