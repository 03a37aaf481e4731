"""Where a built site goes: a folder, or wherever else a caller has files shown; how they are made is not known here."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from dossier import write
from dossier.cache import NoCache
from dossier.jobs import spread

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from dossier.model import Problem

Result = TypeVar("Result")


class Made(NamedTuple):
    """One page: made, or found to stand as it should."""

    files: Mapping[str, bytes]
    """None of them if they stand already, or could not be made."""
    fault: Problem | None
    """What kept them from being made."""
    key: str
    """Digest of all that the page is made from."""
    digests: Mapping[str, str]
    """SHA-256 of each of its files."""


class Place(Protocol):
    """What a build asks of the place where its site will be."""

    def standing(self) -> Mapping[str, str]:
        """The files that are there already, by path, with the SHA-256 of their bytes."""

    def offer(self, files: Mapping[str, bytes]) -> None:
        """Told of files of the site before the pages are made."""

    def make(self, work: Callable[[int], Made], addresses: Sequence[str]) -> list[Made]:
        """`work` done for each page, in whatever order; the results in the order of `addresses`."""

    def publish(
        self, files: Mapping[str, bytes | write.Kept]
    ) -> tuple[write.Published, tuple[Problem, ...]]:
        """Show these files and no others of ours."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder on disk, and how many processes make the pages."""

    output: Path
    jobs: int
    trusts_what_stands: bool = True
    cache: NoCache = field(default_factory=NoCache)
    """Remembers what was last seen in the folder, so that no file is read again."""

    def standing(self) -> Mapping[str, str]:
        """What stands in the folder; nothing if it is not to be trusted."""
        return write.standing(self.output, cache=self.cache) if self.trusts_what_stands else {}

    def offer(self, files: Mapping[str, bytes]) -> None:
        """Nobody waits for them."""

    def make(self, work: Callable[[int], Made], addresses: Sequence[str]) -> list[Made]:
        """On all the cores that were granted."""
        return spread(work, len(addresses), self.jobs)

    def publish(
        self, files: Mapping[str, bytes | write.Kept]
    ) -> tuple[write.Published, tuple[Problem, ...]]:
        """In one step."""
        return write.publish(self.output, files, cache=self.cache)
