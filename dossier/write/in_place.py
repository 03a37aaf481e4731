"""The next site put into the output folder file by file, where the folder itself cannot be exchanged."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

from dossier.write.exchange import stage_inside
from dossier.write.listing import Seen, listing_bytes
from dossier.write.paths import LISTING, parents
from dossier.write.plan import Old, Plan
from dossier.write.tree import write_file

_BOTH = "both"


def publish_in_place(old: Old, plan: Plan) -> dict[str, Seen]:
    """Write everything first, then rename file after file into place: what pages link to before the pages.

    The list names old and new files until all is done, so that a build that was killed can be finished.
    """
    stage = stage_inside(old.folder)
    try:
        stage.mkdir()
        written = _write(stage, old, plan)
        _put(stage, old.folder, plan)
    finally:
        shutil.rmtree(stage, ignore_errors=True)
    return written


def _write(stage: Path, old: Old, plan: Plan) -> dict[str, Seen]:
    written = {}
    for path, data in plan.new.items():
        (stage / path).parent.mkdir(parents=True, exist_ok=True)
        written[path] = write_file(stage / path, data, plan.digests[path])
    before = [(path, digest) for path, digests in old.listing.items() for digest in digests]
    both = {*before, *plan.digests.items()}
    write_file(stage / f"{LISTING}-{_BOTH}", listing_bytes(both), "")
    write_file(stage / LISTING, listing_bytes(plan.digests.items()), "")
    return written


def _put(stage: Path, folder: Path, plan: Plan) -> None:
    (stage / f"{LISTING}-{_BOTH}").replace(folder / LISTING)
    above_new = {above for path in plan.new for above in parents(path)}
    blocking = {path for path in plan.stale if path in above_new or plan.new.keys() & parents(path)}
    _remove(folder, blocking)
    for path in sorted(plan.new, key=_order):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (stage / path).replace(folder / path)
    _remove(folder, plan.stale - blocking)
    (stage / LISTING).replace(folder / LISTING)


def _order(path: str) -> tuple[bool, int, str]:
    """Files of the theme and other assets, then pages, the home page last."""
    return path.endswith((".html", ".md")), -path.count("/"), path


def _remove(folder: Path, paths: frozenset[str] | set[str]) -> None:
    for path in paths:
        (folder / path).unlink(missing_ok=True)
    for above in sorted({above for path in paths for above in parents(path)}, reverse=True):
        with suppress(OSError):
            (folder / above).rmdir()
