"""Rules over a linked site; each is a small function in a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dossier.model import Problem, Site


def check_site(site: Site) -> tuple[Problem, ...]:
    """Every problem that only the whole dossier shows."""
    del site
    return ()
