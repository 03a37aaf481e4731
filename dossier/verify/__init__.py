"""Finished briefings checked against a written site: their links and their quotations."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from dossier.verify.addresses import Target, Whereabouts, address_of
from dossier.verify.files import read_briefing
from dossier.verify.links import judge_link
from dossier.verify.near import quotations_of
from dossier.verify.published import Published
from dossier.verify.quotations import Judge
from dossier.verify.values import Briefing, BriefingError, Quotation, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["BriefingError", "Checking", "Published", "Verdict", "verify", "whereabouts"]


@dataclass(frozen=True, slots=True)
class Checking:
    """What the command line says."""

    base_urls: tuple[str, ...] = ()
    """Addresses at which the site stands or stood, besides the one that it names itself."""
    since: str = ""
    """`YYYY-MM-DD`; empty: as the briefing says."""
    all: bool = False
    """Whether quotations that stand near no link are checked too."""


def whereabouts(site: Published, path: Path, checking: Checking) -> Whereabouts:
    """Where the site stands, for a briefing in a file."""
    named = (*checking.base_urls, site.base)
    bases = tuple(base if base.endswith("/") else f"{base}/" for base in named if base)
    folder = path.resolve().parent
    return Whereabouts(bases, site.folder.resolve().as_posix(), folder.as_posix(), site.tops)


def verify(path: Path, site: Published, checking: Checking) -> Verdict:
    """Check the briefing in a file; `BriefingError` if it cannot be read."""
    briefing = read_briefing(path)
    where = whereabouts(site, path, checking)
    since = checking.since or briefing.date
    judged = {
        index: found
        for index, link in enumerate(briefing.links)
        if (found := judge_link(link, site, where, since))
    }
    targets = {index: target for index, (_, target) in judged.items()}
    judge = Judge(site, lambda target: address_of(target, where))
    quotations = tuple(
        judge.judged(quotation, [targets[index] for index in _linked(quotation, targets)])
        for quotation in _asked(briefing, targets, checking)
    )
    return Verdict(briefing, tuple(finding for finding, _ in judged.values()), quotations)


def _linked(quotation: Quotation, targets: Mapping[int, Target]) -> Sequence[int]:
    return [index for index in (quotation.link, *quotation.others) if index in targets]


def _asked(
    briefing: Briefing, targets: Mapping[int, Target], checking: Checking
) -> Iterator[Quotation]:
    """Quotations whose nearest link leads into the dossier; with `--all` every one, the others without a link."""
    for quotation in quotations_of(briefing):
        if quotation.link in targets:
            yield quotation
        elif checking.all:
            yield replace(quotation, link=-1, others=())
