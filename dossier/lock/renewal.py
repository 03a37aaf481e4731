"""One document's passages carried on: which id each has now, and what is recorded of each; not which page it is on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import count
from typing import TYPE_CHECKING

from dossier.lock.alignment import Alignment, align
from dossier.lock.likeness import Words
from dossier.lock.prints import print_of
from dossier.lock.values import Trace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dossier.model import Passage


@dataclass(frozen=True, slots=True)
class Renewed:
    """A page's traces after a build."""

    ids: tuple[str, ...]
    """Of the passages of now, in order."""
    traces: tuple[Trace, ...]
    kept: int
    """How many old passages were found again."""
    fresh: tuple[int, ...]
    """Passages of now that nothing old was recognised in, by index."""
    doubts: tuple[tuple[Trace, int], ...]
    """What is old, and the index of what it may be now."""


def renew(
    traces: Sequence[Trace], passages: Sequence[Passage], exact: Sequence[str], today: str
) -> Renewed:
    """Recognise `traces` in `passages`, whose exact digests are `exact`."""
    old = [trace for trace in traces if not trace.fate]
    if [trace.print.exact for trace in old] == list(exact):
        return Renewed(tuple(trace.id for trace in old), tuple(traces), len(old), (), ())
    words = [Words(passage.text, passage.kind == "heading") for passage in passages]
    aligned = align([trace.print for trace in old], words, exact)
    held = {new: old[index] for new, index in aligned.pairs.items()}
    fresh = tuple(index for index in range(len(passages)) if index not in held)
    risen = _risen(traces, exact, fresh)
    kept = {trace.id for trace in (*held.values(), *risen.values())}
    names = {index: trace.id for index, trace in {**held, **risen}.items()}
    names.update(_names(passages, fresh, names, {trace.id for trace in traces} - kept))
    now = {
        index: _now(passage, exact[index], names[index], {**held, **risen}.get(index), today)
        for index, passage in enumerate(passages)
    }
    gone = _gone(old, aligned, names, today)
    return Renewed(
        ids=tuple(names[index] for index in range(len(passages))),
        traces=_woven(traces, now, gone),
        kept=len(aligned.pairs) + len(aligned.merged),
        fresh=fresh,
        doubts=tuple((old[doubt.old], doubt.new) for doubt in aligned.doubts),
    )


def _risen(traces: Sequence[Trace], exact: Sequence[str], fresh: Sequence[int]) -> dict[int, Trace]:
    """Passages that were gone and stand there again, word for word."""
    dead = Counter(trace.print.exact for trace in traces if trace.fate)
    new = Counter(exact[index] for index in fresh)
    by_print = {trace.print.exact: trace for trace in traces if trace.fate}
    return {
        index: by_print[exact[index]]
        for index in fresh
        if dead[exact[index]] == new[exact[index]] == 1
    }


def _names(
    passages: Sequence[Passage],
    fresh: Sequence[int],
    names: Mapping[int, str],
    dead: set[str],
) -> dict[int, str]:
    """Ids for new passages: their own, or, where another passage has or had it, one with more of their digest."""
    taken = dead | set(names.values())
    given: dict[int, str] = {}
    for index in fresh:
        if index in names:
            continue
        given[index] = next(name for name in _choices(passages[index]) if name not in taken)
        taken.add(given[index])
    return given


def _choices(passage: Passage) -> Iterator[str]:
    yield passage.id
    text = " ".join(passage.text.split())
    mark = blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest()
    longer = [f"{passage.id}-{mark[:length]}" for length in (4, 8, 16)]
    yield from longer
    yield from (f"{longer[0]}-{number}" for number in count(2))


def _now(passage: Passage, exact: str, name: str, before: Trace | None, today: str) -> Trace:
    if before is not None and before.print.exact == exact and not before.fate:
        return before
    now = print_of(passage.text, is_heading=passage.kind == "heading")
    if before is None:
        return Trace(name, now, today)
    if before.fate:
        return Trace(name, now, before.first, today, before.typography)
    if before.first == today:
        return replace(before, print=now)
    if before.print.letters == now.letters:
        return replace(before, print=now, typography=today)
    return replace(before, print=now, substance=today)


def _gone(
    old: Sequence[Trace], aligned: Alignment, names: Mapping[int, str], today: str
) -> dict[str, Trace]:
    found = set(aligned.pairs.values())
    gone: dict[str, Trace] = {}
    for index, trace in enumerate(old):
        if index in found:
            continue
        into = aligned.merged.get(index)
        instead = aligned.places.get(index)
        led = into if into is not None else instead
        gone[trace.id] = replace(
            trace,
            fate="removed" if into is None else "merged",
            since=today,
            successor="" if led is None else f"#{names[led]}",
        )
    return gone


def _woven(
    traces: Sequence[Trace], now: Mapping[int, Trace], gone: Mapping[str, Trace]
) -> tuple[Trace, ...]:
    """The passages of now in their order, and what is gone behind what it stood behind."""
    places = {trace.id: index for index, trace in now.items()}
    behind: dict[int, list[Trace]] = {}
    last = -1
    for trace in traces:
        if trace.id in places:
            last = places[trace.id]
        else:
            behind.setdefault(last, []).append(gone.get(trace.id, trace))
    woven = list(behind.get(-1, ()))
    for index in range(len(now)):
        woven += [now[index], *behind.get(index, ())]
    return tuple(woven)
