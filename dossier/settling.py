"""The lock settled by hand: kept, retired, merged, rebuilt from a site, compared with one; each writes the file or says why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dossier import lock
from dossier.cache import Cache
from dossier.config import load_config
from dossier.jobs import default_jobs
from dossier.link.addresses import address_of_document
from dossier.lock import decisions
from dossier.lock.published import lock_of
from dossier.model import Position, Problem
from dossier.parsed import parse_all
from dossier.problems import problem
from dossier.read import read_dossier, read_lock_file
from dossier.read.published import read_pages
from dossier.write.lock_file import write_lock_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from dossier.lock import Lock
    from dossier.lock.values import LockedPage
    from dossier.model import Document, Passage

Result = tuple[str, tuple[Problem, ...]]
"""What was done, in a line; and what is wrong, if nothing was done."""


def keep(root: Path, name: str, passage: str, day: str) -> Result:
    """Let the published passage `name` go on in the passage that a build calls `passage`."""
    held, problems = _lock(root)
    page, fragment, faults = _place(held, name)
    if problems or faults or page is None or not fragment:
        return "", (*problems, *faults) or (
            _unknown(name, "a passage's address has an id after #"),
        )
    today = day.replace("-", "")
    documents = _documents(root)
    carried = lock.carry(held, documents, "", today)
    now = carried.lock.by_key.get(page.key)
    document = documents.get(now.address) if now else None
    wanted = passage or carried.doubts.get((page.address, fragment), "")
    new = next((it for it in document.body.passages if it.id == wanted), None) if document else None
    if new is None or now is None:
        return "", (_unknown(wanted or name, "name the new passage by the id that the build gave"),)
    behind = _behind(new, carried.documents[now.address], page)
    whole = decisions.keep(held, page, fragment, new, behind, today)
    return f"/{page.address}#{fragment} goes on", write_lock_file(root, lock.text_of(whole))


def _behind(passage: Passage, document: Document, page: LockedPage) -> str:
    """Id of the nearest published passage before a new one."""
    living = {trace.id for trace in page.traces if not trace.fate}
    before = [it.id for it in document.body.passages if it.line < passage.line and it.id in living]
    return before[-1] if before else ""


def retire(root: Path, name: str, day: str) -> Result:
    """Let what was published at an address be gone."""
    held, problems = _lock(root)
    page, fragment, faults = _place(held, name)
    if problems or faults or page is None:
        return "", (*problems, *faults)
    whole = decisions.retire(held, page, fragment, day.replace("-", ""))
    shown = f"/{page.address}" + (f"#{fragment}" if fragment else "")
    return f"{shown} is retired", write_lock_file(root, lock.text_of(whole))


def merge(root: Path) -> Result:
    """Make one lock of the two that a merge of branches left in the file."""
    text, unread = read_lock_file(root)
    if unread:
        return "", unread
    read = [lock.read_lock(side) for side in decisions.sides_of(text)]
    faults = tuple(each for _, found in read for each in found if each.code != "lock-duplicate")
    if faults:
        return "", faults
    alone = [part for held, _ in read for part in _apart(held)]
    whole = decisions.merged(alone)
    return f"{_counted(whole)} in one lock", write_lock_file(root, lock.text_of(whole))


def import_site(root: Path, site: Path, day: str) -> Result:
    """Rebuild the lock from a published site; what the lock has already stays."""
    config, _ = load_config(root, None, drafts=False)
    pages, unread = read_pages(site)
    if unread:
        return "", unread
    rebuilt = lock_of(pages, config.title, day.replace("-", ""))
    text, _ = read_lock_file(root)
    held, ill = lock.read_lock(text) if text else (lock.Lock(), ())
    whole = rebuilt if ill or not text else decisions.merged((held, rebuilt))
    return f"{_counted(whole)} from {site}", write_lock_file(root, lock.text_of(whole))


def check(root: Path, site: Path | None) -> Result:
    """Whether the lock is whole, and has every address of a site, if one is given."""
    held, problems = _lock(root)
    if problems:
        return "", problems
    if site is None:
        return f"{_counted(held)}, all well", ()
    pages, unread = read_pages(site)
    faults = tuple(_lost(place) for place in _missing(held, pages))
    return f"{_counted(held)}, all that {site} has", (*unread, *faults)


def lost(site: Path, text: str) -> tuple[Problem, ...]:
    """What is lost if a lock that is begun anew, with this text, takes the place of the one a site was built with."""
    pages, _ = read_pages(site) if site.is_dir() else ({}, ())
    if not any(path.startswith("changes/") for path in pages):
        return ()
    places = _missing(lock.read_lock(text)[0], pages)
    if not places:
        return ()
    message = f"there is no {lock.FILE}, and {len(places)} published addresses would be lost, such as {places[0]}"
    hint = (
        f'restore the file from version control, or run "dossier lock import {site}"; '
        "if that site was never published, delete it"
    )
    return (problem("lock-lost", Position(lock.FILE), message, hint=hint),)


def _missing(held: Lock, pages: Mapping[str, str]) -> list[str]:
    """Addresses of a site, given as HTML by path, that a lock does not have."""
    known = {(page.address, trace.id) for page in held.pages for trace in page.traces}
    known |= {(page.address, "") for page in held.pages}
    return [
        f"/{page.address}" + (f"#{name}" if name else "")
        for page in lock_of(pages, "", "20000101").pages
        for name in ("", *(trace.id for trace in page.traces))
        if (page.address, name) not in known
    ]


def _lock(root: Path) -> tuple[Lock, tuple[Problem, ...]]:
    text, unread = read_lock_file(root)
    if unread or not text:
        return lock.Lock(), unread or (
            _unknown(lock.FILE, 'there is no lock; "dossier build" makes it'),
        )
    return lock.read_lock(text)


def _apart(held: Lock) -> tuple[Lock, ...]:
    """A lock as locks in which no address stands twice."""
    layers: list[dict[str, LockedPage]] = []
    for page in held.pages:
        layer = next((each for each in layers if page.address not in each), None)
        if layer is None:
            layers.append({})
            layer = layers[-1]
        layer[page.address] = page
    return tuple(lock.Lock(held.identity, tuple(each.values())) for each in layers)


def _place(held: Lock, name: str) -> tuple[LockedPage | None, str, tuple[Problem, ...]]:
    found = decisions.places_of(held, name)
    if len(found) == 1:
        return found[0][0], found[0][1], ()
    if not found:
        return None, "", (_unknown(name, "no page and no passage of that name was published"),)
    places = ", ".join(f"/{page.address}#{fragment}" for page, fragment in found)
    return None, "", (_unknown(name, f"it stands on several pages; say which: {places}"),)


def _documents(root: Path) -> dict[str, Document]:
    config, _ = load_config(root, None, drafts=False)
    sources, _ = read_dossier(root, config)
    with Cache(root / ".dossier") as cache:
        parsed, _ = parse_all(sources, config, cache, default_jobs())
    return {address_of_document(each).page: each for each in (*parsed.readings, *parsed.pages)}


def _unknown(name: str, what: str) -> Problem:
    return problem("lock-name", Position(lock.FILE), f'"{name}": {what}')


def _lost(place: str) -> Problem:
    hint = 'run "dossier lock import SITE" to have it in the lock again'
    return problem(
        "lock-incomplete",
        Position(lock.FILE),
        f"{place} is published and not in the lock",
        hint=hint,
    )


def _counted(held: Lock) -> str:
    passages = sum(len(page.traces) for page in held.pages)
    return f"{len(held.pages):,} addresses of pages, {passages:,} of passages"
