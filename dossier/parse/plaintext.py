"""Plain text as Markdown that shows exactly the text's characters; no titles, no records.

The equivalence that holds for every text, under CommonMark with or without HTML, tables and strikethrough:

* line *n* of the Markdown is line *n* of the text; a line of nothing but white space becomes an empty line,
  and one or more of them separate paragraphs: only their number and their white space are lost;
* within a paragraph line ends are soft breaks, and all else is shown as it is. White space inside a line stays
  as it is; at the edge of a line, where Markdown would take it off, one character of it is written as a
  character reference (`&#32;`), which also keeps an indented line from being code;
* control characters that HTML cannot hold, NUL among them, are shown as U+FFFD.

Addresses are left bare: CommonMark does not link them, and what a code host makes of them says the same.
"""

from __future__ import annotations

import re

from dossier.parse.characters import without_controls

_LINE_END = re.compile(r"\r\n?")
_NUMBERED = re.compile(r"([0-9]{1,9})(?=[.)](?:[ \t]|$))")
_BLOCK = re.compile(
    r"""
      \#{1,6}(?:[ \t]|$)      # heading
    | [-+:](?:[ \t]|$)        # list item, definition
    | [-|:][-|:\ \t]*$        # thematic break, underline of a heading, second line of a table
    | =+[ \t]*$               # underline of a heading
    | \+\+\+ | >              # front matter, quotation
    """,
    re.VERBOSE,
)
_MARK = re.compile(r"[`*_\[~\\<&](?:(?<=_)_+)?")
_HARMLESS = {
    "`": re.compile(r"(?!)"),
    "*": re.compile(r"(?<=\S )\*(?= \S)"),
    "_": re.compile(r"(?<=[^\W_])_+(?=[^\W_])"),
    "[": re.compile(r"(?<!\[)\[(?=[^\[\]^][^\[\]]{0,200}\](?![\]\[(:]))"),
    "~": re.compile(r"(?<![^\s(])~(?=[^\W_])"),
    "\\": re.compile(r"\\(?=[^\W_])"),
    "<": re.compile(r"<(?![A-Za-z/!?]|[^\s<>]{1,254}@)"),
    "&": re.compile(r"&(?!\#?[0-9A-Za-z]{1,32};)"),
}
"""Where a mark is only a character: between spaces, inside a word, before what cannot follow it."""


def to_markdown(text: str) -> str:
    """Markdown that shows the text, with as few escapes as that takes. Linear in the text's length."""
    lines = without_controls(_LINE_END.sub("\n", text)).split("\n")
    return "\n".join(map(_line, lines))


def _line(line: str) -> str:
    if not line or line.isspace():
        return ""
    start = _edge(line[0])
    stop = _edge(line[-1]) if len(line) > 1 else ""
    words = _MARK.sub(_mark, line)
    if not start and _BLOCK.match(line):
        words = f"\\{words}"
    elif not start:
        words = _NUMBERED.sub(r"\1\\", words, count=1) if _NUMBERED.match(words) else words
    return f"{start}{words[bool(start) : len(words) - bool(stop)]}{stop}"


def _edge(character: str) -> str:
    if not character.isspace():
        return ""
    return "&nbsp;" if character == "\u00a0" else f"&#{ord(character)};"


def _mark(found: re.Match[str]) -> str:
    mark = found.group()
    if _HARMLESS[mark[0]].match(found.string, found.start()):
        return mark
    return "".join(f"\\{character}" for character in mark)
