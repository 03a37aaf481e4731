"""Which files of a dossier are what, by their names alone; nothing is opened here."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

MARKDOWN = frozenset({".md", ".markdown"})
DOCUMENTS = MARKDOWN | {".txt"}
RECORDS = frozenset({".yaml", ".yml"})
ENTRIES = frozenset({"glossary", "people", "organisations", "places"})
EVENTS = "events"
CLAIMS = "claims"
PATHS = "paths"
"""The folder of paths, one in each file."""
LATER = frozenset(
    {".doc", ".docx", ".epub", ".htm", ".html", ".odt", ".pages", ".pdf", ".rtf", ".tex", ".xhtml"}
)
"""Formats of documents that are not read yet."""
_PICTURES = {".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif"}
_MEDIA = {".mp3", ".mp4", ".m4a", ".ogg", ".opus", ".wav", ".webm", ".vtt", ".srt"}
_DATA = {".csv", ".tsv", ".json", ".geojson", ".xlsx", ".ods", ".pptx", ".odp", ".zip", ".bib"}
_PAGES_OF_OTHERS = {".htm", ".html", ".xhtml"}
ASSETS = frozenset(_PICTURES | _MEDIA | _DATA | (LATER - _PAGES_OF_OTHERS))
"""What may be published beside the pages. Somebody else's HTML would run its scripts on the site."""

_DEBRIS = re.compile(
    r"""
      \..*                                  # hidden: .DS_Store, .git, .name.swp
    | .*~ | \#.*\# | ~\$.*                  # backup of an editor, lock of an office program
    | .*\.(?:bak|orig|rej|swp|swo|tmp)
    | thumbs\.db | desktop\.ini | icon\r | __macosx
    """,
    re.VERBOSE | re.IGNORECASE,
)


def is_debris(name: str) -> bool:
    """Whether a file or folder was left by a program, not put there by a curator."""
    return _DEBRIS.fullmatch(name) is not None


def extension(path: str) -> str:
    """`.md` of `seeds/a/B.MD`: lower case, with its dot; empty if there is none."""
    return PurePosixPath(path).suffix.lower()


def recorded(path: str) -> str:
    """`seeds/a.txt` for the record `seeds/a.txt.yaml`."""
    return str(PurePosixPath(path).with_suffix(""))
