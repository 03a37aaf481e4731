"""Site to pages: which pages there are, each with all that its template may see."""

from __future__ import annotations

from functools import partial
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
from dossier.render.views import Planned, SearchView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dossier.model import Site
    from dossier.render.desk import Desk
    from dossier.render.words import Words


def plan_pages(site: Site, words: Words) -> tuple[Planned, ...]:
    """Every page of the site, by address; what its template may see is laid out when it is asked for."""
    desk = desk_of(site, words)
    pages = [*_readings(desk), *_entries(desk), *_lists(desk), *_curated(desk)]
    pages += [*_own(desk), *_history(desk)]
    return tuple(sorted(pages, key=lambda page: page.path))


def _readings(desk: Desk) -> Iterator[Planned]:
    for index, reading in enumerate(desk.site.readings):
        yield Planned(page_of(reading), "reading", partial(reading_view, desk, index))


def _entries(desk: Desk) -> Iterator[Planned]:
    for entry in desk.site.entries:
        if entry.kind in FOLDERS:
            yield Planned(
                desk.site.addresses[entry.id].page, "entry", partial(entry_view, desk, entry)
            )


def _lists(desk: Desk) -> Iterator[Planned]:
    there = desk.sections
    for kind, folder in FOLDERS.items():
        if folder in there:
            yield Planned(f"{folder}/", "entries", partial(entries_view, desk, kind))
    if "readings" in there:
        yield Planned("readings/", "readings", partial(readings_view, desk))
        yield Planned("bibliography/", "bibliography", partial(bibliography_view, desk))
    if "glossary" in there:
        yield Planned("glossary/", "glossary", partial(glossary_view, desk))
    if "topics" in there:
        yield Planned("topics/", "topics", partial(topics_view, desk))
        for name, (tag, readings) in topics_of(desk).items():
            yield Planned(
                f"topics/{name}/", "topic", partial(topic_view, desk, name, tag, readings)
            )
    if "timeline" in there:
        yield Planned("timeline/", "timeline", partial(timeline_view, desk))


def _curated(desk: Desk) -> Iterator[Planned]:
    there = desk.sections
    yield Planned(COVERAGE, "coverage", partial(coverage_view, desk))
    if "network" in there:
        yield Planned(NETWORK, "network", partial(network_view, desk))
    if "claims" in there:
        yield Planned(CLAIMS, "claims", partial(claims_view, desk))
    for disputed in desk.site.claims:
        yield Planned(page_of_claim(disputed), "claim", partial(claim_view, desk, disputed))
    if "paths" in there:
        yield Planned(PATHS, "paths", partial(paths_view, desk))
    for routed in desk.site.paths:
        page = page_of_path(routed)
        yield Planned(page, "path", partial(path_view, desk, routed))
        yield Planned(page + BOOKLET, "booklet", partial(booklet_view, desk, routed))


def _own(desk: Desk) -> Iterator[Planned]:
    yield Planned("", "home", partial(home_view, desk))
    shell = shell_of(desk, "search/", "search", desk.words("search"))
    yield Planned("search/", "search", partial(SearchView, shell))
    yield Planned("404.html", "not-found", partial(not_found_view, desk))
    for page in desk.site.pages:
        if page.slug != "index":
            yield Planned(page_of(page), "page", partial(page_view, desk, page))


def _history(desk: Desk) -> Iterator[Planned]:
    history = desk.site.history
    yield Planned("changes/", "changes", partial(changes_view, desk))
    for moved in history.moved:
        yield Planned(moved.page, "moved", partial(moved_view, desk, moved))
    for withdrawn in history.withdrawn:
        yield Planned(withdrawn.page, "withdrawn", partial(withdrawn_view, desk, withdrawn))
