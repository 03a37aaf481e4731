"""Every document and entry of the sources: from the cache where nothing they depend on has changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from dossier import stored
from dossier.digest import digest_of, digest_of_code
from dossier.jobs import spread
from dossier.parse.claims import parse_claims
from dossier.parse.document import parse_document, parse_key
from dossier.parse.entries import parse_entries
from dossier.parse.events import parse_events
from dossier.parse.paths import parse_path

if TYPE_CHECKING:
    from dossier.cache import Cache, NoCache
    from dossier.model import Claim, Config, Document, Entry, Event, Path, Problem
    from dossier.read import Sources

_Result = tuple["Document | None", tuple["Problem", ...]]


@dataclass(frozen=True, slots=True)
class Parsed:
    """All that the sources say, each thing by itself."""

    readings: tuple[Document, ...]
    pages: tuple[Document, ...]
    entries: tuple[Entry, ...]
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    paths: tuple[Path, ...]
    fresh: int
    """Documents that were parsed; the others came from the cache."""


def parse_all(
    sources: Sources, config: Config, cache: Cache | NoCache, jobs: int
) -> tuple[Parsed, tuple[Problem, ...]]:
    """Parse what is not in the cache, in `jobs` processes."""
    results, fresh = _documents(sources, config, cache, jobs)
    documents = [document for document, _ in results if document is not None]
    read_entries = [parse_entries(source) for source in sources.entries]
    read_events = [parse_events(source) for source in sources.events]
    read_claims = [parse_claims(source) for source in sources.claims]
    read_paths = [parse_path(source) for source in sources.paths]
    parsed = Parsed(
        readings=tuple(document for document in documents if document.kind == "reading"),
        pages=tuple(document for document in documents if document.kind == "page"),
        entries=tuple(entry for some, _ in read_entries for entry in some),
        events=tuple(event for some, _ in read_events for event in some),
        claims=tuple(claim for some, _ in read_claims for claim in some),
        paths=tuple(path for path, _ in read_paths if path is not None),
        fresh=fresh,
    )
    found = (*results, *read_entries, *read_events, *read_claims, *read_paths)
    return parsed, tuple(problem for _, problems in found for problem in problems)


def _documents(
    sources: Sources, config: Config, cache: Cache | NoCache, jobs: int
) -> tuple[list[_Result], int]:
    pairs = [(each, sources.record_of(each)) for each in (*sources.documents, *sources.pages)]
    keys = [digest_of("document", digest_of_code(), parse_key(*pair, config)) for pair in pairs]
    known = {key: result for key, data in cache.get_many(keys).items() if (result := _known(data))}
    missing = [index for index, key in enumerate(keys) if key not in known]

    def parse(number: int) -> bytes:
        return stored.to_bytes(parse_document(*pairs[missing[number]], config))

    fresh = dict(
        zip((keys[index] for index in missing), spread(parse, len(missing), jobs), strict=True)
    )
    cache.put_many(fresh)
    known.update({key: cast("_Result", stored.from_bytes(data)) for key, data in fresh.items()})
    return [known[key] for key in keys], len(missing)


def _known(data: bytes) -> _Result | None:
    try:
        return cast("_Result", stored.from_bytes(data))
    except stored.DamagedError:
        return None
