"""The pipeline on one screen: read, parse, link, check, plan, render, write."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from dossier import stored, write
from dossier.cache import Cache, NoCache
from dossier.check import check_site
from dossier.config import load_config
from dossier.digest import digest_of, digest_of_bytes, digest_of_code
from dossier.jobs import default_jobs, spread
from dossier.link import link_site
from dossier.model import Config, Document, Entry, Event, Position, Problem, Site, Source
from dossier.parse.document import parse_document, parse_key
from dossier.parse.entries import parse_entries
from dossier.parse.events import parse_events
from dossier.problems import problem
from dossier.read import Sources, asset_file, read_dossier
from dossier.render import Page, Rendering, Theme, load_theme, output_files, plan_pages, rendering, words_of

Progress = Callable[[str, int], None]
"""Told the name of each stage as it begins, and over how many things it goes."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says."""

    root: Path
    output: Path
    base_url: str | None = None
    strict: bool = False
    jobs: int = 0
    """Processes; 0 for as many as there are cores."""
    use_cache: bool = True
    drafts: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did."""

    problems: tuple[Problem, ...]
    pages: int = 0
    parsed: int = 0
    rendered: int = 0
    published: write.Published | None = None
    """None if nothing was published."""

    @property
    def errors(self) -> int:
        """How many problems stop the publication."""
        return sum(each.severity == "error" for each in self.problems)


def _silent(_stage: str, _count: int) -> None:
    pass


def build(options: Options, progress: Progress = _silent) -> Outcome:
    """Build the dossier at `options.root` and publish it, unless there is an error."""
    with Cache(options.root / ".dossier") if options.use_cache else NoCache() as cache:
        made = _site(options, cache, progress)
        problems = _judged(made.problems, options)
        if any(each.severity == "error" for each in problems):
            return Outcome(problems, parsed=made.parsed)
        words = words_of(made.theme.words, made.site.config.language)
        pages = plan_pages(made.site, words)
        progress("render", len(pages))
        rendered, faults = _render(pages, rendering(made.theme, words), cache, options)
        if faults:
            return Outcome((*problems, *faults), len(pages), made.parsed)
        files = {**_assets(made.site, options.root), **dict(output_files(made.site, pages, made.theme)), **rendered}
        progress("write", len(files))
        published, failures = write.publish(options.output, files)
    count = sum(isinstance(file, bytes) for path, file in rendered.items() if path.endswith(".html"))
    return Outcome((*problems, *failures), len(pages), made.parsed, count, None if failures else published)


def check(options: Options, progress: Progress = _silent) -> Outcome:
    """Every problem that `build` would report, with nothing written but the cache."""
    with Cache(options.root / ".dossier") if options.use_cache else NoCache() as cache:
        made = _site(options, cache, progress)
    return Outcome(_judged(made.problems, options), parsed=made.parsed)


@dataclass(frozen=True, slots=True)
class _Made:
    """All that is known before pages are planned."""

    site: Site
    theme: Theme
    problems: tuple[Problem, ...]
    parsed: int


def _site(options: Options, cache: Cache | NoCache, progress: Progress) -> _Made:
    config, config_problems = load_config(options.root, options.base_url, drafts=options.drafts)
    theme, theme_problems = load_theme(options.root, config.theme)
    progress("read", 0)
    sources, read_problems = read_dossier(options.root, config)
    progress("parse", len(sources.documents) + len(sources.pages))
    documents, parsed, parse_problems = _documents(sources, config, cache, options.jobs or default_jobs())
    entries, events, entry_problems = _entries(sources)
    progress("link", len(documents))
    readings = tuple(document for document in documents if document.kind == "reading")
    pages = tuple(document for document in documents if document.kind == "page")
    site, link_problems = link_site(config, readings, pages, entries, events, sources.assets)
    found = (*config_problems, *theme_problems, *read_problems, *parse_problems, *entry_problems, *link_problems)
    return _Made(site, theme, (*found, *check_site(site)), parsed)


def _documents(
    sources: Sources, config: Config, cache: Cache | NoCache, jobs: int
) -> tuple[tuple[Document, ...], int, tuple[Problem, ...]]:
    """Every document, from the cache or parsed; how many were parsed."""
    pairs = [(source, sources.record_of(source)) for source in (*sources.documents, *sources.pages)]
    keys = [digest_of("document", digest_of_code(), parse_key(*pair, config)) for pair in pairs]
    known = {key: value for key, data in cache.get_many(keys).items() if (value := _stored(data)) is not None}
    missing = [index for index, key in enumerate(keys) if key not in known]

    def parse(number: int) -> bytes:
        return stored.to_bytes(parse_document(*pairs[missing[number]], config))

    fresh = spread(parse, len(missing), jobs)
    cache.put_many({keys[index]: data for index, data in zip(missing, fresh, strict=True)})
    known.update({keys[index]: _parsed(data) for index, data in zip(missing, fresh, strict=True)})
    results = [known[key] for key in keys]
    documents = tuple(document for document, _ in results if document is not None)
    return documents, len(missing), tuple(each for _, problems in results for each in problems)


_Parsed = tuple[Document | None, tuple[Problem, ...]]


def _parsed(data: bytes) -> _Parsed:
    return cast("_Parsed", stored.from_bytes(data))


def _stored(data: bytes) -> _Parsed | None:
    try:
        return _parsed(data)
    except stored.Damaged:
        return None


def _entries(sources: Sources) -> tuple[tuple[Entry, ...], tuple[Event, ...], tuple[Problem, ...]]:
    read_entries = [parse_entries(source) for source in sources.entries]
    read_events = [parse_events(source) for source in sources.events]
    problems = [each for _, found in (*read_entries, *read_events) for each in found]
    entries = tuple(entry for some, _ in read_entries for entry in some)
    return entries, tuple(event for some, _ in read_events for event in some), tuple(problems)


def _render(
    pages: tuple[Page, ...], renderer: Rendering, cache: Cache | NoCache, options: Options
) -> tuple[dict[str, bytes | write.Kept], tuple[Problem, ...]]:
    """The files of every page: bytes where it had to be rendered, `Kept` where what stands is right."""
    standing = write.standing(options.output) if options.use_cache else {}
    keys = [digest_of("page", digest_of_code(), renderer.digest, page) for page in pages]
    known = {key: json.loads(data) for key, data in cache.get_many(keys).items()}
    files: dict[str, bytes | write.Kept] = {}
    missing: list[int] = []
    for index, key in enumerate(keys):
        digests: Mapping[str, str] | None = known.get(key)
        if digests is not None and all(standing.get(path) == digest for path, digest in digests.items()):
            files.update({path: write.Kept(digest) for path, digest in digests.items()})
        else:
            missing.append(index)

    def render(number: int) -> tuple[dict[str, bytes], Problem | None]:
        return renderer.render(pages[missing[number]])

    fresh = spread(render, len(missing), options.jobs or default_jobs())
    for index, (written, _) in zip(missing, fresh, strict=True):
        files.update(written)
        digests = {path: digest_of_bytes(data) for path, data in written.items()}
        cache.put(keys[index], json.dumps(digests).encode())
    return files, tuple(dict.fromkeys(fault for _, fault in fresh if fault))


def _assets(site: Site, root: Path) -> dict[str, bytes]:
    return {
        f"assets/{unicodedata.normalize('NFC', path)}": asset_file(root, path).read_bytes() for path in site.assets
    }


def _judged(problems: tuple[Problem, ...], options: Options) -> tuple[Problem, ...]:
    """In the order of files and lines, each once; warnings are errors where `--strict` says so."""
    ordered = sorted(set(problems), key=lambda each: (each.position.path, each.position.line, each.position.column, each.code))
    if not options.strict:
        return tuple(ordered)
    return tuple(problem_as_error(each) for each in ordered)


def problem_as_error(warning: Problem) -> Problem:
    """The same problem as one that stops the publication."""
    from dataclasses import replace

    return replace(warning, severity="error")
