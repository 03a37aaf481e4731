"""What stands around a page's content: titles, menu, ways."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from dossier.render.desk import page_of
from dossier.render.views import LinkView, Shell
from dossier.render.words import direction
from dossier.urls import relative

if TYPE_CHECKING:
    from dossier.render.desk import Desk

MISSING = "404.html"
"""The page that is shown at any address."""
_LONGEST_DESCRIPTION = 200


def shell_of(desk: Desk, page: str, template: str, title: str, description: str = "") -> Shell:
    """The shell of a page. `page` is its address."""
    config = desk.site.config
    base = config.base_url
    return Shell(
        title=title,
        site_title=config.title,
        site_subtitle=config.subtitle,
        site_author=config.author,
        language=desk.words.language if not config.language else config.language,
        direction=direction(config.language),
        description=_short(description or _description(desk, template)),
        root=_root(page, base),
        canonical=base + page if base and not page.endswith(".html") else "",
        site_url=base,
        menu=_menu(desk, page),
        home=_way(page, "", base),
        search=_way(page, "search/", base),
        markdown="" if page.endswith(".html") else "index.md",
        template=template,
    )


def _description(desk: Desk, template: str) -> str:
    """The dossier's own; never a reading's, where programs would take it for the document's abstract."""
    return "" if template == "reading" else desk.site.config.description


def _root(page: str, base: str) -> str:
    """The way to the top folder; `404.html` is shown at any address and needs the base path itself."""
    if page == MISSING:
        return urlsplit(base).path or "/"
    return "../" * page.count("/")


def _way(page: str, target: str, base: str) -> str:
    if page == MISSING:
        return _root(page, base) + target
    return relative(page, target)


def _menu(desk: Desk, page: str) -> tuple[LinkView, ...]:
    base = desk.site.config.base_url
    return tuple(
        LinkView(title, _way(page, target, base), page == target) for title, target in _items(desk)
    )


def _items(desk: Desk) -> tuple[tuple[str, str], ...]:
    site = desk.site
    if site.config.menu:
        return tuple((item.title, item.page) for item in site.config.menu)
    listed = [(desk.words(f"page.{name}"), f"{name}/") for name in desk.sections]
    own = [(page.title, page_of(page)) for page in site.pages if page.record.menu]
    days = {change.date for change in site.history.changes}
    changed = [(desk.words("page.changes"), "changes/")] if len(days) > 1 else []
    return (*listed, *changed, *own)


def _short(text: str) -> str:
    words = re.sub(r"\s+", " ", text).strip()
    if len(words) <= _LONGEST_DESCRIPTION:
        return words
    return words[:_LONGEST_DESCRIPTION].rsplit(" ", 1)[0].rstrip(",;:") + "…"
