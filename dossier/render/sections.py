"""The top folders that a dossier has something in; not their pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dossier.model import Site

_LEAST_NETWORK = 3
"""People and organisations, below which a picture of them tells nothing."""


def sections(site: Site) -> tuple[str, ...]:
    """In the order of the menu."""
    kinds = {entry.kind for entry in site.entries}
    named = [entry for entry in site.entries if entry.kind in {"person", "organisation"}]
    has = {
        "readings": bool(site.readings),
        "people": "person" in kinds,
        "organisations": "organisation" in kinds,
        "places": "place" in kinds,
        "glossary": bool(kinds & {"acronym", "term"}),
        "topics": any(reading.record.tags for reading in site.readings),
        "timeline": bool(site.events),
        "claims": bool(site.claims),
        "paths": bool(site.paths),
        "network": bool(site.bonds) or len(named) >= _LEAST_NETWORK,
        "bibliography": bool(site.readings),
    }
    return tuple(name for name, is_there in has.items() if is_there)
