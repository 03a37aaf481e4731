"""A tombstone as HTML and as Markdown; where it stands is not known here."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from dossier.render.escaping import escape_markdown, markdown_href


@dataclass(frozen=True, slots=True)
class TombstoneView:
    """Passages, or other places on a page, that were removed together."""

    ids: tuple[str, ...]
    words: str
    href: str
    """To what replaced them; may be empty."""
    link: str
    """Words of that link."""
    language: str
    direction: str
    before: int = 0
    """Index of the passage that stands where they stood."""

    def __html__(self) -> str:
        return tombstone_html(self)


def tombstone_html(stone: TombstoneView) -> str:
    """A line that says that something is gone, at its address."""
    first, *others = stone.ids
    further = "".join(f'<span id="{escape(name)}"></span>' for name in others)
    link = f' <a href="{escape(stone.href)}">{escape(stone.link)}</a>' if stone.href else ""
    language = f'lang="{escape(stone.language)}" dir="{stone.direction}"'
    return (
        f'<p class="tombstone" id="{escape(first)}" tabindex="-1" {language}>{further}'
        f"{escape(stone.words)}{link}</p>\n"
    )


def tombstone_markdown(stone: TombstoneView) -> str:
    """The same line in Markdown."""
    link = f" [{escape_markdown(stone.link)}]({markdown_href(stone.href)})" if stone.href else ""
    return escape_markdown(stone.words) + link
