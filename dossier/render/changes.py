"""What changed: the view of `/changes/`, and its feed."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import quote

from dossier.render.desk import page_of
from dossier.render.shell import shell_of
from dossier.render.views import LinkView
from dossier.render.views.history import ChangesView, ChangeView, DayView
from dossier.urls import relative

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dossier.model import Change, Document, Site
    from dossier.render.desk import Desk
    from dossier.render.words import Words

PAGE = "changes/"
FEED = "changes.xml"
_FEED_ENTRIES = 100
_LISTED = 12
"""Passages of a document that are listed for one day."""
_BEGINNING = 60
"""Characters of a passage by which it is named."""


def changes_view(desk: Desk) -> ChangesView:
    """`/changes/`."""
    documents = _documents(desk.site)
    shell = shell_of(desk, PAGE, "changes", desk.words("page.changes"))
    changes = [each for each in desk.site.history.changes if each.page in documents]
    return ChangesView(
        shell=shell,
        days=tuple(
            DayView(
                date,
                desk.words_of_date(date),
                tuple(_change(each, documents[each.page]) for each in some),
            )
            for date, some in groupby(changes, key=lambda each: each.date)
        ),
        feed=relative(PAGE, FEED),
    )


def _documents(site: Site) -> dict[str, Document]:
    return {page_of(document): document for document in (*site.readings, *site.pages)}


def _change(change: Change, document: Document) -> ChangeView:
    passages = {passage.id: passage for passage in document.body.passages}
    links = tuple(
        LinkView(_beginning(passages[name].text), relative(PAGE, change.page, name))
        for name in change.passages
        if name in passages
    )
    return ChangeView(
        grade=change.grade,
        page=LinkView(document.title, relative(PAGE, change.page)),
        passages=links[:_LISTED],
        more=len(links[_LISTED:]),
        removed=len(change.removed),
    )


def _beginning(text: str) -> str:
    words = " ".join(text.split())
    if len(words) <= _BEGINNING:
        return words or "¶"
    return words[:_BEGINNING].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def changes_feed(site: Site, words: Words) -> str:
    """The changes as an Atom feed (RFC 4287), newest first."""
    documents = _documents(site)
    changes = [each for each in site.history.changes if each.page in documents][:_FEED_ENTRIES]
    config = site.config
    base = config.base_url
    title = f"{config.title}: {words('page.changes')}"
    updated = changes[0].date if changes else "1970-01-01"
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{escape(config.language)}">',
        f"  <title>{escape(title)}</title>",
        f"  <id>{escape(_id(base, FEED, config.title))}</id>",
        f'  <link rel="self" href="{escape(base)}{FEED}"/>',
        f'  <link rel="alternate" type="text/html" href="{escape(base)}{PAGE}"/>',
        f"  <updated>{updated}T00:00:00Z</updated>",
        f"  <author><name>{escape(config.author or config.title)}</name></author>",
    ]
    for change in changes:
        lines += _entry(change, documents, words, base)
    return "\n".join([*lines, "</feed>\n"])


def _entry(change: Change, documents: Mapping[str, Document], words: Words, base: str) -> list[str]:
    grade = words(f"change.{change.grade}")
    address = base + quote(change.page)
    named = f"{change.date}-{change.grade}"
    body = "".join(
        f'<li><a href="{escape(f"{address}#{link}")}">#{escape(link)}</a></li>'
        for link in change.passages[:_LISTED]
    )
    removed = words("change.removed", count=len(change.removed)) if change.removed else ""
    content = (f"<ul>{body}</ul>" if body else "") + (
        f"<p>{escape(removed)}</p>" if removed else ""
    )
    return [
        "  <entry>",
        f"    <title>{escape(documents[change.page].title)}: {escape(grade)}</title>",
        f"    <id>{escape(_id(base, f'{change.page}{named}', documents[change.page].slug))}</id>",
        f'    <link rel="alternate" type="text/html" href="{escape(address)}"/>',
        f"    <updated>{change.date}T00:00:00Z</updated>",
        f'    <category term="{change.grade}" label="{escape(grade)}"/>',
        *([f'    <content type="html">{escape(content)}</content>'] if content else []),
        "  </entry>",
    ]


def _id(base: str, path: str, name: str) -> str:
    """An address with a fragment of its own, or a name where the dossier has no address."""
    return f"{base}{quote(path)}" if base else f"urn:dossier:{quote(f'{name}/{path}', safe='')}"
