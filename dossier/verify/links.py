"""Links of a briefing against the site: alive, moved, changed, or dead."""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from dossier.verify.addresses import Target, Whereabouts, address_of, from_page, target_of
from dossier.verify.earlier import earlier_reading
from dossier.verify.values import DEAD, BriefingLink, LinkFinding, LinkState

if TYPE_CHECKING:
    from dossier.lock.values import Trace
    from dossier.verify.published import Published

_MOVES: Final = 10
"""Moves that are followed at most: a hand may have made a circle."""


def judge_link(
    link: BriefingLink, site: Published, where: Whereabouts, since: str
) -> tuple[LinkFinding, Target] | None:
    """What became of a link's target and where it stands now; None for a link that leads elsewhere."""
    target = target_of(link.address, where)
    found = _judged(link, target, site, where, since) if target else None
    if link.longer and (found is None or found[0].state in DEAD):
        longer = target_of(link.longer, where)
        whole = replace(link, address=link.longer, longer="")
        again = _judged(whole, longer, site, where, since) if longer else None
        if again and (found is None or again[0].state not in DEAD):
            return again
    return found


def _judged(
    link: BriefingLink, target: Target, site: Published, where: Whereabouts, since: str
) -> tuple[LinkFinding, Target]:
    now = _now(target, site)
    finding = _at(LinkFinding(link, "alive", address_of(target, where)), now, site, where, since)
    if (now.page, now.fragment) != (target.page, target.fragment):
        new = finding.instead or address_of(now, where)
        is_there = finding.state in {"alive", "changed"}
        state: LinkState = "moved" if is_there else finding.state
        finding = replace(finding, state=state, instead=new if is_there else finding.instead)
    return finding, now


def _now(target: Target, site: Published) -> Target:
    """Where the pages that answer for old addresses lead."""
    now = target
    for _ in range(_MOVES):
        page = site.page(now.page)
        if page is None or page.kind != "moved" or not page.to:
            break
        led = from_page(now.page, page.to)
        now = replace(led, fragment=now.fragment or led.fragment)
    return now


def _at(
    finding: LinkFinding, now: Target, site: Published, where: Whereabouts, since: str
) -> LinkFinding:
    page = site.page(now.page)
    if page is None:
        if site.has_file(now.page):
            return finding
        return replace(finding, state="unknown-page", detail=_nearest_page(now.page, site))
    if page.kind == "withdrawn":
        detail = page.text.replace("\n", " ")
        finding = replace(finding, state="withdrawn", detail=detail)
    stone = page.removed.get(now.fragment)
    if stone:
        to = from_page(now.page, stone.href) if stone.href else None
        state: LinkState = "withdrawn" if finding.state == "withdrawn" else "removed"
        instead = address_of(to, where) if to else ""
        return replace(finding, state=state, detail=stone.words, instead=instead)
    if finding.state == "withdrawn" or not now.fragment:
        return finding
    if now.fragment not in page.places:
        return replace(finding, state="unknown-passage", detail="the page has no such passage")
    return _changed(finding, now, page.places[now.fragment], site, since)


def _changed(
    finding: LinkFinding, now: Target, words: str, site: Published, since: str
) -> LinkFinding:
    trace = trace_of(now, site)
    day = since.replace("-", "")
    if not day or trace is None:
        return finding
    dates = (
        (trace.since if trace.fate == "merged" else "", "became part of another passage"),
        (trace.substance, "its words changed"),
        (trace.typography, "its typography changed"),
    )
    told = [f"{what} on {_day(date)}" for date, what in dates if date > day]
    if not told:
        return finding
    then = earlier_reading(site.folder.resolve().parent, site.lock, now, since)
    detail = ", ".join(told)
    return replace(finding, state="changed", detail=detail, earlier=then, now=words)


def trace_of(target: Target, site: Published) -> Trace | None:
    """What the lock says of a place."""
    page = site.lock.by_address.get(target.page)
    traces = page.traces if page else ()
    return next((trace for trace in traces if trace.id == target.fragment), None)


def _day(date: str) -> str:
    return f"{date[:4]}-{date[4:6]}-{date[6:]}"


def _nearest_page(page: str, site: Published) -> str:
    folder = page.partition("/")[0]
    known = [
        path for path, _ in site.texts() if path.startswith(f"{folder}/") and path != f"{folder}/"
    ]
    near = get_close_matches(page, known, n=1, cutoff=0.75)
    return (
        f"the site has no such page; the nearest is {near[0]}"
        if near
        else "the site has no such page"
    )
