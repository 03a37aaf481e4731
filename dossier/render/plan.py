"""Site to pages: which pages there are, each with all that its template may see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dossier.render.answers import moved_view, withdrawn_view
from dossier.render.changes import changes_view
from dossier.render.claims import CLAIMS, claim_view, claims_view, page_of_claim
from dossier.render.coverage import COVERAGE, coverage_view
from dossier.render.desk import desk_of, page_of
from dossier.render.entries import FOLDERS, entries_view, entry_view, glossary_view
from dossier.render.events import timeline_view
from dossier.render.lists import (
    bibliography_view,
    home_view,
    not_found_view,
    readings_view,
    topic_view,
    topics_of,
    topics_view,
)
from dossier.render.network import NETWORK, network_view
from dossier.render.paths import BOOKLET, PATHS, booklet_view, page_of_path, path_view, paths_view
from dossier.render.reading import page_view, reading_view
from dossier.render.shell import shell_of
from dossier.render.views import Page, SearchView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dossier.model import Site
    from dossier.render.desk import Desk
    from dossier.render.words import Words


def plan_pages(site: Site, words: Words) -> tuple[Page, ...]:
    """Every page of the site, by address."""
    desk = desk_of(site, words)
    pages = [*_readings(desk), *_entries(desk), *_lists(desk), *_curated(desk)]
    pages += [*_own(desk), *_history(desk)]
    return tuple(sorted(pages, key=lambda page: page.path))


def _readings(desk: Desk) -> Iterator[Page]:
    for index, reading in enumerate(desk.site.readings):
        yield Page(page_of(reading), "reading", reading_view(desk, index))


def _entries(desk: Desk) -> Iterator[Page]:
    for entry in desk.site.entries:
        if entry.kind in FOLDERS:
            yield Page(desk.site.addresses[entry.id].page, "entry", entry_view(desk, entry))


def _lists(desk: Desk) -> Iterator[Page]:
    there = desk.sections
    for kind, folder in FOLDERS.items():
        if folder in there:
            yield Page(f"{folder}/", "entries", entries_view(desk, kind))
    if "readings" in there:
        yield Page("readings/", "readings", readings_view(desk))
        yield Page("bibliography/", "bibliography", bibliography_view(desk))
    if "glossary" in there:
        yield Page("glossary/", "glossary", glossary_view(desk))
    if "topics" in there:
        yield Page("topics/", "topics", topics_view(desk))
        for name, (tag, readings) in topics_of(desk).items():
            yield Page(f"topics/{name}/", "topic", topic_view(desk, name, tag, readings))
    if "timeline" in there:
        yield Page("timeline/", "timeline", timeline_view(desk))


def _curated(desk: Desk) -> Iterator[Page]:
    there = desk.sections
    yield Page(COVERAGE, "coverage", coverage_view(desk))
    if "network" in there:
        yield Page(NETWORK, "network", network_view(desk))
    if "claims" in there:
        yield Page(CLAIMS, "claims", claims_view(desk))
    for disputed in desk.site.claims:
        yield Page(page_of_claim(disputed), "claim", claim_view(desk, disputed))
    if "paths" in there:
        yield Page(PATHS, "paths", paths_view(desk))
    for routed in desk.site.paths:
        page = page_of_path(routed)
        yield Page(page, "path", path_view(desk, routed))
        yield Page(page + BOOKLET, "booklet", booklet_view(desk, routed))


def _own(desk: Desk) -> Iterator[Page]:
    yield Page("", "home", home_view(desk))
    shell = shell_of(desk, "search/", "search", desk.words("search"))
    yield Page("search/", "search", SearchView(shell))
    yield Page("404.html", "not-found", not_found_view(desk))
    for page in desk.site.pages:
        if page.slug != "index":
            yield Page(page_of(page), "page", page_view(desk, page))


def _history(desk: Desk) -> Iterator[Page]:
    history = desk.site.history
    yield Page("changes/", "changes", changes_view(desk))
    for moved in history.moved:
        yield Page(moved.page, "moved", moved_view(desk, moved))
    for withdrawn in history.withdrawn:
        yield Page(withdrawn.page, "withdrawn", withdrawn_view(desk, withdrawn))
