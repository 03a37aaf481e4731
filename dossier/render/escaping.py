"""Plain text and addresses as Markdown has them; what they say is not known here."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r"([\\`*_\[\]<>~|]|^(?=[#+\-=])|(?<=^\d)(?=[.)])|&(?=[#\w]))", re.MULTILINE)


def escape_markdown(text: str) -> str:
    """Plain text as one stretch of CommonMark that shows just its characters."""
    return _SPECIAL.sub(r"\\\1", text)


def markdown_href(href: str) -> str:
    """The same place on the Markdown page: `../x/index.html#y` to `../x/index.md#y`."""
    path, mark, fragment = href.partition("#")
    if path.endswith("/index.html") or path == "index.html":
        path = path.removesuffix("html") + "md"
    return (path + mark + fragment).replace("(", "%28").replace(")", "%29").replace(" ", "%20")
