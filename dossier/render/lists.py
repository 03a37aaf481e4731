"""The views of lists: readings, topics, the bibliography, the home page, and what stands at no address."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dossier.model import EMPTY_BODY, Linked
from dossier.render.citations import cite
from dossier.render.cited import exports_of_dossier, reference_of
from dossier.render.desk import page_of
from dossier.render.prose import Prose
from dossier.render.shell import shell_of
from dossier.render.views import (
    Bar,
    BibliographyView,
    CitationView,
    HomeView,
    LinkView,
    NotFoundView,
    ReadingsView,
    TopicsView,
    TopicView,
)
from dossier.urls import relative, slugify

if TYPE_CHECKING:
    from dossier.model import Document
    from dossier.render.desk import Desk
    from dossier.render.views import ReadingCard

_START = 4
_LATEST = 5


def readings_view(desk: Desk) -> ReadingsView:
    """`/readings/`."""
    page = "readings/"
    shell = shell_of(desk, page, "readings", desk.words("page.readings"))
    return ReadingsView(shell, tuple(desk.card(reading, page) for reading in desk.site.readings))


def topics_of(desk: Desk) -> dict[str, tuple[str, list[Document]]]:
    """Address name of each tag to the tag as first written and its readings, by name."""
    topics: dict[str, tuple[str, list[Document]]] = {}
    for reading in desk.site.readings:
        for tag in reading.record.tags:
            readings = topics.setdefault(slugify(tag), (tag, []))[1]
            if reading not in readings[-1:]:
                readings.append(reading)
    return dict(sorted(topics.items()))


def topics_view(desk: Desk) -> TopicsView:
    """`/topics/`."""
    page = "topics/"
    shell = shell_of(desk, page, "topics", desk.words("page.topics"))
    found = topics_of(desk).items()
    return TopicsView(
        shell,
        tuple(
            (LinkView(tag, relative(page, f"topics/{name}/")), len(readings))
            for name, (tag, readings) in found
        ),
    )


def topic_view(desk: Desk, name: str, tag: str, readings: list[Document]) -> TopicView:
    """`/topics/<tag>/`."""
    page = f"topics/{name}/"
    shell = shell_of(desk, page, "topic", tag)
    return TopicView(shell, tag, tuple(desk.card(reading, page) for reading in readings))


def bibliography_view(desk: Desk) -> BibliographyView:
    """`/bibliography/`."""
    page = "bibliography/"
    shell = shell_of(desk, page, "bibliography", desk.words("page.bibliography"))
    citations = [
        CitationView(
            desk.card(reading, page), cite(reference_of(reading), "chicago"), reading.record.url
        )
        for reading in desk.site.readings
    ]
    citations.sort(key=lambda view: "".join(words for words, _ in view.citation).casefold())
    return BibliographyView(shell, tuple(citations), exports_of_dossier())


def home_view(desk: Desk) -> HomeView:
    """The home page."""
    site = desk.site
    home = next((page for page in site.pages if page.slug == "index"), None)
    linked = site.linked[home.path] if home else Linked(EMPTY_BODY)
    title = home.title if home and home.record.title else site.config.title
    description = home.record.summary if home else ""
    return HomeView(
        shell=shell_of(desk, "", "home", title, description),
        introduction=desk.body(home, "") if home else Prose("", linked, ""),
        definitions=desk.definitions((linked,), ""),
        start=_start(desk, linked),
        latest=tuple(desk.card(reading, "") for reading in _newest(desk)),
        months=_months(desk),
        sources=_sources(desk),
        counts=_counts(desk),
        previews=desk.previews(linked, ""),
    )


def not_found_view(desk: Desk) -> NotFoundView:
    """`404.html`."""
    shell = shell_of(desk, "404.html", "not-found", desk.words("page.not-found"))
    return NotFoundView(shell, shell.menu)


def _start(desk: Desk, linked: Linked) -> tuple[ReadingCard, ...]:
    pages = {page_of(reading): reading for reading in desk.site.readings}
    wanted = [
        address.page for address in linked.targets.values() if address and address.page in pages
    ]
    chosen = [pages[page] for page in dict.fromkeys(wanted)] or list(desk.site.readings)
    return tuple(desk.card(reading, "") for reading in chosen[:_START])


def _newest(desk: Desk) -> list[Document]:
    dated = [reading for reading in desk.site.readings if reading.record.date]
    return dated[::-1][:_LATEST]


def _months(desk: Desk) -> tuple[Bar, ...]:
    counts = Counter(desk.card(reading, "").month for reading in desk.site.readings)
    return tuple(
        Bar(desk.words_of_date(month), count) for month, count in sorted(counts.items()) if month
    )


def _sources(desk: Desk) -> tuple[Bar, ...]:
    counts = Counter(desk.card(reading, "").source for reading in desk.site.readings)
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Bar(source, count) for source, count in ranked if source)


def _counts(desk: Desk) -> tuple[tuple[LinkView, int], ...]:
    site = desk.site
    kinds = Counter(entry.kind for entry in site.entries)
    numbers = {
        "readings": len(site.readings),
        "people": kinds["person"],
        "organisations": kinds["organisation"],
        "places": kinds["place"],
        "glossary": kinds["acronym"] + kinds["term"],
        "timeline": len(site.events),
        "claims": len(site.claims),
        "paths": len(site.paths),
    }
    return tuple(
        (LinkView(desk.words(f"page.{name}"), relative("", f"{name}/")), numbers[name])
        for name in desk.sections
        if name in numbers
    )
