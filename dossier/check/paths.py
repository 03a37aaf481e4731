"""Paths that take longer than they say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dossier.model import WORDS_A_MINUTE, Document, Problem, Quoted, Site
from dossier.problems import problem

_SLACK = 1.25


def path_too_long(site: Site) -> Iterator[Problem]:
    """One problem for each path whose words take a quarter longer than the minutes that it gives."""
    readings = {reading.path: reading for reading in site.readings}
    for routed in site.paths:
        path = routed.path
        words = sum(linked.body.words for linked in routed.texts)
        words += sum(_words(readings, target) for target in routed.targets if target)
        minutes = round(words / WORDS_A_MINUTE)
        if path.minutes and minutes > path.minutes * _SLACK:
            yield problem(
                "path-too-long",
                path.lines.get("minutes", path.position),
                f'path "{path.id}" gives {path.minutes} minutes; its {words} words take about {minutes}',
                hint="give it more time, or quote passages instead of whole readings",
                width=len(str(path.minutes)),
            )


def _words(readings: Mapping[str, Document], target: Quoted) -> int:
    body = readings[target.document].body
    return len(body.passages[target.passage].text.split()) if target.passage >= 0 else body.words
