"""The list of the files that we wrote, which stands in the site itself, and whether they are still as we wrote them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path
from typing import Final, TypeAlias

from dossier.cache import NoCache
from dossier.digest import digest_of
from dossier.write.paths import LISTING, path_fault
from dossier.write.survey import Survey

Standing: TypeAlias = Mapping[str, str]
"""Path to the SHA-256 of the bytes that stand there now, for each file that we wrote."""
Listing: TypeAlias = Mapping[str, frozenset[str]]
"""Path to the SHA-256 of what we wrote there; of two, while a site is changed file by file."""

_DIGEST: Final = 64


@dataclass(frozen=True, slots=True)
class Seen:
    """A file's size, its time of change, and the digest that it had then."""

    size: int
    mtime_ns: int
    sha256: str


def read_listing(output: Path) -> Listing:
    """What the list says; lines that we cannot have written count for nothing."""
    try:
        text = (output / LISTING).read_bytes().decode("utf-8", "replace")
    except OSError:
        return {}
    listing: dict[str, frozenset[str]] = {}
    for line in text.split("\n"):
        digest, _, path = line.partition("  ")
        if len(digest) == _DIGEST and not path_fault(path):
            listing[path] = listing.get(path, frozenset()) | {digest}
    return listing


def listing_bytes(digests: Iterable[tuple[str, str]]) -> bytes:
    """The list, from pairs of path and SHA-256, in `sha256sum`'s format."""
    return "".join(f"{digest}  {path}\n" for path, digest in sorted(digests)).encode()


def verified(
    output: Path, listing: Listing, there: Survey, seen: Mapping[str, Seen]
) -> dict[str, Seen]:
    """Each listed file that is there, as it is now: read again if it is not as it was last seen."""
    now = {}
    for path in listing:
        file = there.files.get(path)
        if file is None or not file.is_regular:
            continue
        last = seen.get(path)
        if last is None or (last.size, last.mtime_ns) != (file.size, file.mtime_ns):
            try:
                last = Seen(file.size, file.mtime_ns, digest_of_file(output / path))
            except OSError:
                continue
        now[path] = last
    return now


def digest_of_file(file: Path) -> str:
    """SHA-256 of the file's bytes."""
    with file.open("rb") as opened:
        return file_digest(opened, "sha256").hexdigest()


def recall(cache: NoCache, output: Path) -> dict[str, Seen]:
    """What was last seen in this output folder."""
    seen = {}
    remembered = (cache.get(_key(output)) or b"").decode("utf-8", "replace")
    for line in filter(None, remembered.split("\n")):
        size, mtime_ns, digest, path = line.split(" ", 3)
        seen[path] = Seen(int(size), int(mtime_ns), digest)
    return seen


def remember(cache: NoCache, output: Path, seen: Mapping[str, Seen]) -> None:
    """Keep what was seen for the next build."""
    lines = (
        f"{each.size} {each.mtime_ns} {each.sha256} {path}" for path, each in sorted(seen.items())
    )
    cache.put(_key(output), "\n".join(lines).encode())


def _key(output: Path) -> str:
    return digest_of("write.listing", 1, str(output))
