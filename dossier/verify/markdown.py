"""Markdown as a briefing: read by the dossier's own parser, so that both agree on what is a link and a quotation."""

from __future__ import annotations

import re
from html import escape
from itertools import zip_longest
from typing import TYPE_CHECKING

from dossier.model import PassageStart, Reference, ReferenceEnd, Run
from dossier.parse.frontmatter import split
from dossier.parse.markdown import parse_markdown
from dossier.verify.html import read_html

if TYPE_CHECKING:
    from dossier.model import Body, Slot
    from dossier.verify.values import Briefing

_DATE = re.compile(r"(?m)^(?:updated|modified|date)\s*[:=]\s*[\"']?(\d{4}-\d\d-\d\d)")


def read_markdown(text: str, name: str) -> Briefing:
    """The briefing that a Markdown text holds."""
    parts = split(text)
    body = parse_markdown(parts.body, line=parts.body_line)
    date = max(_DATE.findall(parts.text), default="")
    return read_html(_html(body), name, "md", date)


def _html(body: Body) -> str:
    pieces: list[str] = []
    for literal, slot in zip_longest(body.html, body.slots):
        pieces.append(literal)
        if slot is not None:
            pieces.append(_filled(body, slot))
    return "".join(pieces)


def _filled(body: Body, slot: Slot) -> str:
    match slot:
        case Run():
            return escape(slot.text, quote=False)
        case Reference(kind="link"):
            return f'<a href="{escape(slot.target)}">'
        case Reference():
            return escape(slot.text or slot.target, quote=False)
        case ReferenceEnd():
            return "</a>"
        case PassageStart():
            return f' data-line="{body.passages[slot.passage].line + body.line - 1}"'
        case _:
            return ""
