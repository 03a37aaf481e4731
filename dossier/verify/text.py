"""Plain text as a briefing: paragraphs between empty lines, bare addresses, and quotations of e-mail."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dossier.verify.bare import bare_addresses
from dossier.verify.values import Block, Briefing, BriefingLink

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUOTED = re.compile(r"(?m)^[ \t]*>+[ ]?")


def read_text(text: str, name: str) -> Briefing:
    """The briefing that a plain text holds."""
    blocks = tuple(_blocks(text))
    links = tuple(
        BriefingLink(
            address, address, block.place, index, start, start + len(address), longer=longer
        )
        for index, block in enumerate(blocks)
        for address, start, longer in bare_addresses(block.text)
    )
    return Briefing(name, "txt", blocks, links)


def _blocks(text: str) -> Iterator[Block]:
    lines: list[str] = []
    first = 1
    for number, line in enumerate([*text.split("\n"), ""], 1):
        is_quoted = _QUOTED.match(line) is not None
        if lines and (not line.strip() or is_quoted != (_QUOTED.match(lines[0]) is not None)):
            yield _block(lines, first)
            lines = []
        if line.strip():
            first = number if not lines else first
            lines.append(line)


def _block(lines: list[str], first: int) -> Block:
    is_quoted = _QUOTED.match(lines[0]) is not None
    text = "\n".join(_QUOTED.sub("", line) if is_quoted else line for line in lines)
    return Block(text, f"line {first}", is_quotation=is_quoted)
