"""What a dossier covers, as `dossier stats` prints it: for people, and as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dossier.render.coverage import Coverage

_ENTRIES = 15


def stats_json(found: Coverage) -> str:
    """Every number, with the names of the fields of `Coverage`."""
    return json.dumps(asdict(found), ensure_ascii=False, indent=2) + "\n"


def stats_text(found: Coverage) -> str:
    """The same in lines that fit a terminal; of the entries the most mentioned."""
    mentioned = {name: count for name, count in found.entries.items() if count}
    silent = [name for name, count in found.entries.items() if not count]
    most = dict(list(mentioned.items())[:_ENTRIES])
    parts = [
        f"{found.readings} readings, {found.words} words, {len(found.entries)} entries\n",
        _table("Readings by month", found.months),
        _table("Readings by source", found.sources),
        _table("Readings by kind", {name or "not said": n for name, n in found.kinds.items()}),
        _table("Readings by language", found.languages),
        _table("How much of the text is shown", found.extents),
        _table("Entries by mentions", most),
        _list("Entries that no reading mentions", silent),
        _list("Months with nothing", [a if a == b else f"{a} to {b}" for a, b in found.empty]),
        _list("Readings without a date", found.undated),
        _list("Sources with one reading", [f"{a}: {b}" for a, b in found.alone.items()]),
        _list("Events that rest on one reading", [f"{a}: {b}" for a, b in found.single.items()]),
        _list("Acronyms that no entry explains", found.undefined),
    ]
    return "\n".join(part for part in parts if part)


def _table(title: str, counts: Mapping[str, int]) -> str:
    if not counts:
        return ""
    width = len(str(max(counts.values())))
    return "".join([f"{title}\n", *(f"  {n:>{width}}  {name}\n" for name, n in counts.items())])


def _list(title: str, names: list[str] | tuple[str, ...]) -> str:
    return "".join([f"{title}\n", *(f"  {name}\n" for name in names)]) if names else ""
