"""What the last build said, where nothing at all was touched since: neither files read, nor files written, nor our code."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from dossier import stored
from dossier.digest import digest_of, digest_of_code
from dossier.read import stamp_of

if TYPE_CHECKING:
    from pathlib import Path

    from dossier.cache import NoCache
    from dossier.model import Problem
    from dossier.read import Stamp

_INPUTS = ("dossier.yaml", "dossier.lock", "seeds", "content", "themes")


@dataclass(frozen=True, slots=True)
class Said:
    """What a build that published said."""

    problems: tuple[Problem, ...]
    pages: int
    files: int
    """How many stand in the output folder."""


@dataclass(frozen=True, slots=True)
class Rest:
    """The files that a build depends on, as they were when it began."""

    key: str
    inputs: Stamp
    output: Path

    def recall(self, cache: NoCache) -> Said | None:
        """What the last build said, if this one would say and write the same."""
        try:
            inputs, output, pages, files, problems = json.loads(cache.get(self.key) or b"[]")
            said = cast("tuple[Problem, ...]", stored.from_bytes(problems.encode()))
        except (ValueError, AttributeError):
            return None
        if inputs != self.inputs.digest or output != stamp_of((self.output,)).digest:
            return None
        return Said(said, pages, files)

    def record(self, cache: NoCache, said: Said) -> None:
        """Keep what was said, if every later touch of a file will show."""
        output = stamp_of((self.output,))
        if self.inputs.is_settled:
            problems = stored.to_bytes(said.problems).decode()
            value = (self.inputs.digest, output.digest, said.pages, said.files, problems)
            cache.put(self.key, json.dumps(value).encode())


def at_rest(root: Path, output: Path, shelf: Path, *options: object) -> Rest:
    """Look at a dossier before it is read. `shelf` holds the built-in themes."""
    key = digest_of("rest", digest_of_code(), str(root), str(output), *options)
    return Rest(key, stamp_of((*(root / name for name in _INPUTS), shelf)), output)
