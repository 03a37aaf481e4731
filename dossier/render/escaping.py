"""Plain text and addresses as Markdown has them; what they say is not known here."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r"[\\`*_\[\]<>~|]")
_SPECIAL_OR_ENTITY = re.compile(r"[\\`*_\[\]<>~|]|&(?=[#\w])")
_AT_LINE_START = re.compile(r"^(?=[#+\-=])|(?<=^\d)(?=[.)])", re.MULTILINE)
_STARTS = frozenset("#+-=")


def escape_markdown(text: str) -> str:
    """Plain text as one stretch of CommonMark that shows just its characters."""
    special = _SPECIAL_OR_ENTITY if "&" in text else _SPECIAL
    text = special.sub(r"\\\g<0>", text)
    if "\n" in text or text[:1] in _STARTS or text[:1].isdigit():
        text = _AT_LINE_START.sub(r"\\", text)
    return text


def markdown_href(href: str) -> str:
    """The same place on the Markdown page: `../x/index.html#y` to `../x/index.md#y`."""
    path, mark, fragment = href.partition("#")
    if path.endswith("/index.html") or path == "index.html":
        path = path.removesuffix("html") + "md"
    return (path + mark + fragment).replace("(", "%28").replace(")", "%29").replace(" ", "%20")
