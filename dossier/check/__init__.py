"""Rules over a linked site; each is a small function in a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dossier.check.acronyms import acronym_undefined, undefined_in
from dossier.check.entries import entry_empty, entry_unused
from dossier.check.expansions import expansion_differs
from dossier.check.paths import path_too_long
from dossier.check.readings import date_missing, rights_missing, source_missing, title_twice
from dossier.model import Problem, Site

__all__ = ["RULES", "Rule", "check_site", "undefined_in"]

Rule = Callable[[Site], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    acronym_undefined,
    expansion_differs,
    entry_unused,
    entry_empty,
    title_twice,
    date_missing,
    source_missing,
    rights_missing,
    path_too_long,
)
"""Each is named after the code of its problems."""


def check_site(site: Site) -> tuple[Problem, ...]:
    """Every problem that only the whole dossier shows."""
    return tuple(problem for rule in RULES for problem in rule(site))
