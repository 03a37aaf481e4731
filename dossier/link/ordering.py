"""The orders in which readings, pages, entries and events stand; all of them stable and total."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from unicodedata import category, normalize

from dossier.edtf import EdtfError, parse, sort_key
from dossier.link.characters import APOSTROPHES
from dossier.model import Document, Entry, Event

_ARTICLE = re.compile(r"(?:the|al|el|ad|ar|as|ash|at|az)[ -](?=\w)")
_SIGNS = str.maketrans("", "", APOSTROPHES)
_NOT_DECOMPOSED = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"}
)
_LATEST = 10**16

DateKey = tuple[int, tuple[object, ...]]


def dictionary_key(name: str) -> tuple[str, str]:
    """Order as a dictionary has it: case, accents, apostrophes and a leading article do not count at first."""
    folded = normalize("NFD", name.casefold().translate(_SIGNS))
    bare = "".join(sign for sign in folded if category(sign) != "Mn").translate(_NOT_DECOMPOSED)
    words = (
        " ".join(re.sub(r"[\W_]+", " ", _ARTICLE.sub("", bare, count=1)).split())
        if _ARTICLE.match(bare)
        else ""
    )
    return words or " ".join(re.sub(r"[\W_]+", " ", bare).split()), name


@lru_cache(maxsize=65_536)
def date_key(date: str) -> DateKey:
    """Order by the first day stated; undated, and what is no date, last."""
    try:
        return (0, sort_key(parse(date))) if date else (1, ())
    except EdtfError:
        return 1, ()


def in_order_of_date(readings: Iterable[Document]) -> tuple[Document, ...]:
    """Oldest first, undated last; then by slug, then by path."""
    return tuple(sorted(readings, key=lambda it: (date_key(it.record.date), it.slug, it.path)))


def newest_first(readings: Iterable[Document]) -> tuple[Document, ...]:
    """Newest first, undated last; of one date by slug."""
    dated: list[Document] = []
    undated: list[Document] = []
    for reading in in_order_of_date(readings):
        (undated if date_key(reading.record.date)[0] else dated).append(reading)
    latest = sorted(dated, key=lambda it: date_key(it.record.date), reverse=True)
    return (*latest, *undated)


def in_order_of_menu(pages: Iterable[Document]) -> tuple[Document, ...]:
    """By place in the menu, those without one last; then by slug, then by path."""
    return tuple(sorted(pages, key=lambda it: (it.record.menu or _LATEST, it.slug, it.path)))


def in_order_of_name(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """As a dictionary would have the names; of one name by id."""
    return tuple(sorted(entries, key=lambda it: (dictionary_key(it.name), it.id)))


def events_in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """By date. An undated event stays after the event that it was written after."""
    keyed: list[tuple[DateKey, Event]] = []
    last: DateKey = (-1, ())
    for event in events:
        key = date_key(event.date)
        last = key if key[0] == 0 else last
        keyed.append((last, event))
    return tuple(event for _, event in sorted(keyed, key=lambda pair: pair[0]))
