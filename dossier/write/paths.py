"""Which paths a file of the site may have; not where the site lies."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

LISTING: Final = ".dossier-files"
STAGE: Final = ".dossier-next-"
"""What the folder in which the next site is made has in its name."""

_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$) *(\..*)?")
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f\ud800-\udfff\\:*?"<>|]')


def path_fault(path: str) -> str:
    """Why no file of a site may have this path, or nothing."""
    if path == LISTING or path.startswith(STAGE):
        return "the name is kept for the list of files"
    for name in path.split("/"):
        if name in {"", ".", ".."}:
            return "the path does not go straight down"
        if _FORBIDDEN.search(name):
            return "a character cannot be in a file's name everywhere"
        if _RESERVED.fullmatch(name) or name.endswith((".", " ")):
            return "a name cannot be a file's on every system"
    return ""


def parents(path: str) -> tuple[str, ...]:
    """The folders that a path lies in, outermost first, without the site itself."""
    names = path.split("/")
    return tuple("/".join(names[:count]) for count in range(1, len(names)))


def clashes(paths: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Groups of paths that some file system takes for one, or of which one would lie in another."""
    alike: dict[str, set[str]] = defaultdict(set)
    for path in paths:
        alike[_folded(path)].add(path)
    for path in paths:
        for folder in parents(_folded(path)):
            if folder in alike:
                alike[folder].add(path)
    return tuple(tuple(sorted(group)) for _, group in sorted(alike.items()) if len(group) > 1)


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", path).casefold())
