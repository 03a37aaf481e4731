"""The views of paths: the list, each path, its booklet, and its stops at a reading."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dossier.digest import digest_of
from dossier.model import WORDS_A_MINUTE
from dossier.render.desk import page_of
from dossier.render.prose import Prose
from dossier.render.quoted import href_of, quoted_view
from dossier.render.shell import shell_of
from dossier.render.views import LinkView, PathItem, PathsView, PathView, StopView, WayView
from dossier.urls import relative

if TYPE_CHECKING:
    from dossier.model import Document, Quoted, Routed
    from dossier.render.desk import Desk
    from dossier.render.views import SentenceView

PATHS = "paths/"
BOOKLET = "booklet/"
_NOTE = "_note-"


def paths_view(desk: Desk) -> PathsView:
    """`/paths/`."""
    shell = shell_of(desk, PATHS, "paths", desk.words("page.paths"))
    return PathsView(shell, tuple(path_item(desk, it, PATHS) for it in desk.site.paths))


def path_view(desk: Desk, routed: Routed) -> PathView:
    """`/paths/<id>/`."""
    page = page_of_path(routed)
    other = LinkView(desk.words("path.booklet"), relative(page, page + BOOKLET))
    shell = shell_of(desk, page, "path", routed.path.title, routed.path.purpose)
    stops = _stops(desk, routed, page, is_booklet=False)
    bodies = [stop.text.linked for stop in stops]
    definitions = desk.definitions(bodies, page)
    return PathView(shell, path_item(desk, routed, page), stops, other, definitions)


def booklet_view(desk: Desk, routed: Routed) -> PathView:
    """`/paths/<id>/booklet/`: every word of the path on one page."""
    page = page_of_path(routed) + BOOKLET
    other = LinkView(desk.words("path.steps"), relative(page, page_of_path(routed)))
    shell = shell_of(desk, page, "booklet", routed.path.title, routed.path.purpose)
    stops = _stops(desk, routed, page, is_booklet=True)
    return PathView(shell, path_item(desk, routed, page), stops, other, ())


def page_of_path(routed: Routed) -> str:
    """`paths/<id>/`."""
    return f"{PATHS}{routed.path.id}/"


def path_item(desk: Desk, routed: Routed, page: str) -> PathItem:
    """A path as it is listed on the page `page`."""
    words = sum(linked.body.words for linked in routed.texts)
    words += sum(_words(desk, target) for target in routed.targets if target)
    return PathItem(
        id=routed.path.id,
        title=routed.path.title,
        href=relative(page, page_of_path(routed)),
        purpose=routed.path.purpose,
        minutes=_minutes(words),
        stops=sum(target is not None for target in routed.targets),
    )


def ways_of_reading(desk: Desk, document: Document) -> tuple[WayView, ...]:
    """The stops of every path at a reading, in the order of the paths."""
    page = page_of(document)
    ways: list[WayView] = []
    for routed in desk.site.paths:
        targets = [target for target in routed.targets if target]
        title = LinkView(routed.path.title, relative(page, page_of_path(routed)))
        for index, target in enumerate(targets):
            if target.document == document.path:
                before, after = targets[:index][-1:], targets[index + 1 :][:1]
                ways.append(
                    WayView(
                        path=title,
                        id=routed.path.id,
                        number=index + 1,
                        stops=len(targets),
                        previous=_way(desk, before[0], page) if before else None,
                        next=_way(desk, after[0], page) if after else None,
                    )
                )
    return tuple(ways)


def _way(desk: Desk, target: Quoted, page: str) -> LinkView:
    return LinkView(desk.documents[target.document].title, href_of(desk, target, page))


def _stops(desk: Desk, routed: Routed, page: str, *, is_booklet: bool) -> tuple[StopView, ...]:
    views: list[StopView] = []
    number = 0
    for linked, target in zip(routed.texts, routed.targets, strict=True):
        number += target is not None
        text = Prose(digest_of(linked.body.markdown), linked, page, desk.leads(linked, page))
        if target is None:
            views.append(StopView(0, text, None, "", None, 0, None))
            continue
        quoted = quoted_view(desk, target, page)
        document = desk.documents[target.document]
        views.append(
            StopView(
                number=number,
                text=text,
                reading=quoted.reading,
                href=href_of(desk, target, page),
                sentence=_passage(document, target, quoted.sentence),
                minutes=_minutes(_words(desk, target)),
                body=_whole(desk, document, page, number)
                if is_booklet and not quoted.sentence
                else None,
            )
        )
    return tuple(views)


def _passage(
    document: Document, target: Quoted, sentence: SentenceView | None
) -> SentenceView | None:
    """All of the passage that a quotation names; of a table or of code only the quotation."""
    if sentence is None:
        return None
    passage = document.body.passages[target.passage]
    if passage.kind in {"table", "code"} or document.extent != "full":
        return sentence
    return replace(sentence, words=((" ".join(passage.text.split()), False),))


def _whole(desk: Desk, document: Document, page: str, number: int) -> Prose:
    """A reading as it stands in a booklet: without ids of passages, its footnotes apart from those of others."""
    linked = desk.site.linked[document.path]
    html = tuple(part.replace(_NOTE, f"_{number}{_NOTE}") for part in linked.body.html)
    apart = replace(linked, body=replace(linked.body, html=html))
    return Prose(f"{document.key} {number}", apart, page, desk.leads(linked, page))


def _words(desk: Desk, target: Quoted) -> int:
    body = desk.documents[target.document].body
    if target.passage < 0:
        return body.words
    return len(body.passages[target.passage].text.split())


def _minutes(words: int) -> int:
    return max(1, round(words / WORDS_A_MINUTE))
