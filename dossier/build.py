"""The pipeline on one screen: read, parse, link, check, plan, render, write."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from dossier.audience import for_audience
from dossier.cache import Cache, NoCache
from dossier.check import check_site, undefined_in
from dossier.config import load_config
from dossier.jobs import default_jobs, without_collector
from dossier.link import link_site
from dossier.locked import hold, record
from dossier.model import PUBLIC, Problem, Site
from dossier.parsed import parse_all
from dossier.place import Folder, Place
from dossier.read import read_assets, read_dossier, read_lock_file
from dossier.read.published import published_page
from dossier.render import (
    Theme,
    load_theme,
    output_files,
    plan_pages,
    rendering,
    shelf,
    theme_files,
    words_of,
)
from dossier.rendered import render_all
from dossier.settling import lost
from dossier.unchanged import Said, at_rest
from dossier.write import Published
from dossier.write.lock_file import write_lock_file

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
    date: str = "1970-01-01"
    """The day on which what is new was published first."""
    is_locked: bool = False
    """Whether dossier.lock must be as this build would leave it."""
    audience: str = PUBLIC
    """For whom: what it may not see is left out."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did."""

    problems: tuple[Problem, ...]
    pages: int = 0
    parsed: int = 0
    """Documents that were parsed."""
    rendered: int = 0
    """Pages that were rendered."""
    published: Published | None = None
    """None if nothing was published."""

    @property
    def errors(self) -> int:
        """How many problems stop the publication."""
        return sum(each.severity == "error" for each in self.problems)


def build(
    options: Options,
    progress: Progress,
    place: Place | None = None,
    memory: NoCache | None = None,
) -> Outcome:
    """Build the dossier and publish it, unless there is an error.

    It goes into the output folder if no other place is given: only then the lock is written.
    `memory` is closed when the build ends.
    """
    with memory or _cache(options) as cache, without_collector():
        if place is not None:
            return _built(options, progress, cache, place)
        rest = at_rest(options.root, options.output, shelf(), repr(replace(options, jobs=0)))
        if said := rest.recall(cache):
            return _again(said)
        jobs = options.jobs or default_jobs()
        folder = Folder(options.output, jobs, options.use_cache, cache)
        outcome = _built(options, progress, cache, folder, keeps_lock=True)
        if done := outcome.published:
            standing = done.written + done.unchanged
            rest.record(cache, Said(outcome.problems, outcome.pages, standing))
        return outcome


def _built(
    options: Options, progress: Progress, cache: NoCache, place: Place, *, keeps_lock: bool = False
) -> Outcome:
    site, theme, lock, parsed, found = _linked(options, cache, progress)
    outcome = Outcome(_judged(found, options), parsed=parsed)
    if outcome.errors:
        return outcome
    words = words_of(theme.words, site.config.language)
    pages = plan_pages(site, words)
    assets, unread = read_assets(options.root, site.assets)
    themed = theme_files(theme)
    place.offer({**assets, **themed})
    progress("render", len(pages))
    renderer = rendering(theme, words)
    shared, faults = renderer.shared()
    files, rendered, more = render_all(pages, site.config, renderer, cache, place)
    outcome = replace(outcome, pages=len(pages), rendered=rendered)
    if faults := tuple(dict.fromkeys((*unread, *faults, *more))):
        return replace(outcome, problems=(*outcome.problems, *faults))
    files = {**assets, **themed, **shared, **dict(output_files(site, pages, words)), **files}
    progress("write", len(files))
    published, failures = place.publish(files)
    if lock and keeps_lock and not failures:
        failures = write_lock_file(options.root, lock)
    if failures:
        return replace(outcome, problems=(*outcome.problems, *failures))
    return replace(outcome, published=published)


def _again(said: Said) -> Outcome:
    """What a build says that has nothing to do."""
    return Outcome(said.problems, said.pages, published=Published(unchanged=said.files))


def check(options: Options, progress: Progress) -> Outcome:
    """Every problem that `build` would report, with nothing written but the cache."""
    return survey(options, progress)[1]


def survey(options: Options, progress: Progress) -> tuple[Site, Outcome]:
    """The linked site, for commands that print of it, and what `check` says."""
    with _cache(options) as cache, without_collector():
        site, _, _, parsed, found = _linked(options, cache, progress)
    return site, Outcome(_judged(found, options), parsed=parsed)


def _cache(options: Options) -> Cache | NoCache:
    return Cache(options.root / ".dossier") if options.use_cache else NoCache()


def _linked(
    options: Options, cache: NoCache, progress: Progress
) -> tuple[Site, Theme, str, int, tuple[Problem, ...]]:
    """The linked site, the theme, the lock if it has changed, how many documents were parsed, and every problem."""
    config, unsettled = load_config(
        options.root, options.base_url, drafts=options.drafts, audience=options.audience
    )
    theme, ill_themed = load_theme(options.root, config.theme)
    progress("read", 0)
    sources, unread = read_dossier(options.root, config)
    lock, unheld = read_lock_file(options.root)
    progress("parse", len(sources.documents))
    parsed, misread = parse_all(sources, config, cache, options.jobs or default_jobs())
    shown = published_page(options.output)
    parsed, held, mistaken = hold(lock, parsed, config.title, options.date, shown)
    audible = for_audience(parsed, config.audience)
    parsed = audible.parsed
    progress("link", len(parsed.readings))
    site, unlinked = link_site(
        config,
        parsed.readings,
        parsed.pages,
        parsed.entries,
        parsed.events,
        sources.assets,
        claims=parsed.claims,
        paths=parsed.paths,
        originals=audible.originals,
    )
    site, lock, unlocked = record(held, site, is_locked=options.is_locked)
    unlocked = unlocked if held.before or not lock else (*unlocked, *lost(options.output, lock))
    found = (*unsettled, *ill_themed, *unread, *unheld, *misread, *mistaken, *unlinked, *unlocked)
    found = (*found, *audible.problems)
    checked = check_site(site)
    site = replace(site, undefined=undefined_in(checked))
    return site, theme, lock, parsed.fresh, (*found, *checked)


def _judged(problems: tuple[Problem, ...], options: Options) -> tuple[Problem, ...]:
    """Errors first, then by file and line, each once; warnings are errors where `--strict` says so."""
    ordered = sorted(
        set(problems),
        key=lambda each: (
            each.severity,
            each.position.path,
            each.position.line,
            each.position.column,
            each.code,
            each.message,
        ),
    )
    return tuple(replace(each, severity="error") if options.strict else each for each in ordered)
