"""What becomes of each file in the output folder; nothing is touched here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from dossier.digest import digest_of_bytes
from dossier.model import Position, Problem
from dossier.problems import problem
from dossier.write.listing import Listing, Seen, digest_of_file
from dossier.write.paths import LISTING, parents
from dossier.write.survey import Survey


@dataclass(frozen=True, slots=True)
class Kept:
    """A file of the site that stands in the output folder already."""

    sha256: str


@dataclass(frozen=True, slots=True)
class Old:
    """The output folder as it is now."""

    folder: Path
    there: Survey
    listing: Listing
    seen: Mapping[str, Seen]
    """Our own files, as they are."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Paths of the new site, each in one of three groups, and of what goes."""

    digests: Mapping[str, str]
    """Every file of the new site."""
    new: Mapping[str, bytes]
    kept: frozenset[str]
    foreign: frozenset[str]
    """Files that are not ours and stay."""
    stale: frozenset[str]


def make_plan(
    files: Mapping[str, bytes | Kept], old: Old, shown: Path
) -> tuple[Plan, tuple[Problem, ...]]:
    """The plan, with a problem for each file that is in the way."""
    digests = {
        path: content.sha256 if isinstance(content, Kept) else digest_of_bytes(content)
        for path, content in files.items()
    }
    new: dict[str, bytes] = {}
    in_the_way: set[str] = set()
    changed: set[str] = set()
    for path, content in files.items():
        if _stands(path, digests[path], old):
            continue
        if isinstance(content, Kept):
            changed.add(path)
        elif path in old.there.files and path not in old.seen:
            in_the_way.add(path)
        else:
            new[path] = content
    stale = {
        path
        for path, file in old.seen.items()
        if path not in digests and file.sha256 in old.listing[path]
    }
    foreign = frozenset(old.there.files) - digests.keys() - stale - {LISTING}
    in_the_way |= _crossed(digests, foreign, old.there.lasting)
    kept = frozenset(digests.keys() - new.keys())
    problems = (
        *(_occupied(shown, path) for path in sorted(in_the_way)),
        *([_changed(shown, changed)] if changed else []),
    )
    return Plan(digests, new, kept, foreign, frozenset(stale)), problems


def _stands(path: str, digest: str, old: Old) -> bool:
    """Whether the file is there with these bytes, whoever wrote it."""
    if path in old.seen:
        return old.seen[path].sha256 == digest
    file = old.there.files.get(path)
    if file is None or not file.is_regular:
        return False
    try:
        return digest_of_file(old.folder / path) == digest
    except OSError:
        return False


def _crossed(paths: Iterable[str], foreign: frozenset[str], lasting: frozenset[str]) -> set[str]:
    """Foreign files where a folder must be, and folders with something foreign where a file must be."""
    folders = {folder for path in foreign | lasting for folder in parents(path)} | lasting
    return {
        place
        for path in paths
        for place in (path, *parents(path), LISTING)
        if (place in folders if place in {path, LISTING} else place in foreign)
    }


def _occupied(shown: Path, path: str) -> Problem:
    return problem(
        "output-occupied",
        Position((shown / path).as_posix()),
        f'"{path}" stands in the output folder and was not written by dossier',
        hint="move it away, or choose another folder with --output",
    )


def _changed(shown: Path, paths: set[str]) -> Problem:
    first = min(paths)
    more = f" and {len(paths) - 1} more" if len(paths) > 1 else ""
    return problem(
        "output-busy",
        Position((shown / first).as_posix()),
        f'"{first}"{more} changed in the output folder while the site was built',
        hint="build again",
    )
