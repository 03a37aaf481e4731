"""Old passages of one document and its new ones, matched: what is sure, what is doubtful, what became part of another."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from dossier.lock.anchors import Pairs, in_order, moved
from dossier.lock.likeness import Likeness, Words, likenesses
from dossier.lock.values import Print

NEIGHBOURS: Final = 0.3
"""Likeness that is enough where nothing else stood and stands between the same two passages."""
IN_PLACE: Final = 0.45
"""Likeness that is enough between the same two passages."""
ELSEWHERE: Final = 0.7
"""Likeness that is enough in any other place."""
DOUBT: Final = 0.15
"""How far below enough a likeness may be and still be more than chance."""
MARGIN: Final = 0.1
"""What a candidate must be ahead of its rivals."""
CONTAINED: Final = 0.7
"""The part of a passage that must be found in another for it to have become part of that one."""
_FEW: Final = 5
"""Pairs of words below which a passage that is alike but elsewhere is another one."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """What became of old passages, by index."""

    pairs: Pairs
    """New index to old index: sure."""
    doubts: tuple[Likeness, ...] = ()
    """Old and new of which only a person can tell."""
    merged: Mapping[int, int] = field(default_factory=dict)
    """Old index to the new index that it became part of."""
    places: Mapping[int, int] = field(default_factory=dict)
    """Old index to the new index that stands in its place alone, if one does; that one is another passage."""


def align(old: Sequence[Print], new: Sequence[Words], exact: Sequence[str]) -> Alignment:
    """Match `old` with `new`, whose exact digests are `exact`."""
    before = [known.exact for known in old]
    if before == list(exact):
        return Alignment(dict(enumerate(range(len(old)))))
    headings = frozenset(text for text, words in zip(exact, new, strict=True) if words.is_heading)
    pairs = in_order(before, exact, headings)
    frame = _Frame(pairs, len(old), len(new))
    pairs = {**pairs, **moved(before, exact, pairs)}
    taken = set(pairs.values())
    olds = [index for index in range(len(old)) if index not in taken]
    news = [index for index in range(len(new)) if index not in pairs]
    if not olds:
        return Alignment(pairs)
    return _Judge(old, new, exact, frame, pairs).judged(olds, news)


class _Frame:
    """The windows between the passages that stayed as they were and where they were."""

    def __init__(self, pairs: Pairs, olds: int, news: int) -> None:
        self._new = [-1, *sorted(pairs), news]
        self._old = [-1, *(pairs[index] for index in sorted(pairs)), olds]

    def of_old(self, index: int) -> int:
        """The window in which an old passage stood."""
        return bisect_left(self._old, index)

    def of_new(self, index: int) -> int:
        """The window in which a new passage stands."""
        return bisect_left(self._new, index)


class _Judge:
    """Decides over the passages that are not equal to any."""

    def __init__(
        self,
        old: Sequence[Print],
        new: Sequence[Words],
        exact: Sequence[str],
        frame: _Frame,
        pairs: Pairs,
    ) -> None:
        self._old, self._new, self._exact = old, new, exact
        self._frame, self._pairs = frame, pairs
        counts = (Counter(exact), Counter(known.exact for known in old))
        self._repeated = {text for count in counts for text, times in count.items() if times > 1}

    def judged(self, olds: Sequence[int], news: Sequence[int]) -> Alignment:
        """All that is to be said of the passages `olds` and `news`."""
        windows = _windows(olds, self._frame.of_old), _windows(news, self._frame.of_new)
        every = likenesses(self._old, self._new, olds, range(len(self._new)))
        free = set(news)
        candidates = [each for each in every if each.new in free]
        chosen = self._in_order(candidates)
        chosen += self._elsewhere(candidates, chosen)
        sure, doubts = self._weighed(candidates, chosen, windows)
        pairs = {**self._pairs, **{each.new: each.old for each in sure}}
        lost = set(olds) - set(pairs.values())
        merged = self._merged(every, lost, pairs)
        asked = tuple(each for each in doubts if each.old in lost - merged.keys())
        places = self._places(lost - merged.keys(), windows, pairs)
        return Alignment(pairs, asked, merged, places)

    def _is_in_place(self, each: Likeness) -> bool:
        return self._frame.of_old(each.old) == self._frame.of_new(each.new)

    def _in_order(self, candidates: Iterable[Likeness]) -> list[Likeness]:
        """Of the candidates in place, those with the greatest likeness in all that do not cross."""
        ordered = sorted(filter(self._is_in_place, candidates), key=lambda it: (it.new, -it.old))
        return _heaviest_chain(ordered)

    def _elsewhere(self, candidates: Iterable[Likeness], chosen: list[Likeness]) -> list[Likeness]:
        """Of the candidates among the others, each with the one that it is most like."""
        olds, news = {each.old for each in chosen}, {each.new for each in chosen}
        found: list[Likeness] = []
        for each in sorted(candidates, key=lambda it: (-it.score, it.old, it.new)):
            if each.old not in olds and each.new not in news:
                found.append(each)
                olds.add(each.old)
                news.add(each.new)
        return found

    def _weighed(
        self,
        candidates: Sequence[Likeness],
        chosen: Sequence[Likeness],
        windows: tuple[Mapping[int, Sequence[int]], Mapping[int, Sequence[int]]],
    ) -> tuple[list[Likeness], list[Likeness]]:
        best = {each.new: each for each in chosen} | {~each.old: each for each in chosen}
        by_old: defaultdict[int, list[Likeness]] = defaultdict(list)
        by_new: defaultdict[int, list[Likeness]] = defaultdict(list)
        for each in candidates:
            by_old[each.old].append(each)
            by_new[each.new].append(each)
        sure: list[Likeness] = []
        doubts: list[Likeness] = []
        for each in chosen:
            if not self._is_in_place(each) and self._is_repeated(each):
                continue
            enough = self._enough(each, windows)
            if each.score < enough - (DOUBT if self._is_in_place(each) else MARGIN):
                continue
            rivals = [
                it
                for it in (*by_old[each.old], *by_new[each.new])
                if it is not each and self._is_rival(it, each, best)
            ]
            (sure if each.score >= enough and not rivals else doubts).append(each)
        return sure, doubts

    def _is_repeated(self, each: Likeness) -> bool:
        """Whether a text stands on the page several times: such a one is known by its place alone."""
        return bool({self._old[each.old].exact, self._exact[each.new]} & self._repeated)

    def _enough(
        self,
        each: Likeness,
        windows: tuple[Mapping[int, Sequence[int]], Mapping[int, Sequence[int]]],
    ) -> float:
        if not self._is_in_place(each):
            return ELSEWHERE if self._old[each.old].count >= _FEW else 1.0
        if self._old[each.old].exact == self._exact[each.new]:
            return 0.0
        window = self._frame.of_old(each.old)
        is_alone = len(windows[0][window]) == len(windows[1][window]) == 1
        return NEIGHBOURS if is_alone else IN_PLACE

    def _is_rival(self, it: Likeness, each: Likeness, best: Mapping[int, Likeness]) -> bool:
        """Whether another candidate is as good, has no better match of its own, and is no other part of the same."""
        if it.score < each.score - MARGIN:
            return False
        other = best.get(it.new) if it.old == each.old else best.get(~it.old)
        if other is not None and other is not each and other.score >= it.score:
            return False
        if it.old == each.old and self._exact[it.new] == self._exact[each.new]:
            return False
        if it.new == each.new and self._old[it.old].exact == self._old[each.old].exact:
            return False
        if it.old == each.old:
            shared = (it.hits & each.hits).bit_count()
            return 2 * shared > min(it.hits.bit_count(), each.hits.bit_count())
        whole = self._old[it.old].count + self._old[each.old].count
        return not (it.contained >= CONTAINED and self._new[each.new].count >= CONTAINED * whole)

    def _merged(self, every: Iterable[Likeness], lost: set[int], pairs: Pairs) -> dict[int, int]:
        """Old passages whose words are for the most part in a passage beside their place that has an id of its own."""
        found: dict[int, Likeness] = {}
        for each in every:
            held = pairs.get(each.new)
            if each.old not in lost or held is None or each.contained < CONTAINED:
                continue
            is_room = self._new[each.new].count >= CONTAINED * (
                self._old[held].count + self._old[each.old].count
            )
            is_near = abs(self._frame.of_old(each.old) - self._frame.of_new(each.new)) <= 1
            has_grown = self._new[each.new].count > self._old[held].count
            if is_near and is_room and has_grown:
                kept = found.setdefault(each.old, each)
                found[each.old] = max(kept, each, key=lambda it: it.contained)
        return {index: each.new for index, each in found.items()}

    def _places(
        self,
        lost: set[int],
        windows: tuple[Mapping[int, Sequence[int]], Mapping[int, Sequence[int]]],
        pairs: Pairs,
    ) -> dict[int, int]:
        places: dict[int, int] = {}
        for window, news in windows[1].items():
            fresh = [index for index in news if index not in pairs]
            gone = [index for index in windows[0].get(window, ()) if index in lost]
            if len(fresh) == 1:
                places.update(dict.fromkeys(gone, fresh[0]))
            elif len(fresh) == len(gone):
                places.update(zip(gone, fresh, strict=True))
        return places


def _windows(indices: Iterable[int], window: Callable[[int], int]) -> defaultdict[int, list[int]]:
    grouped: defaultdict[int, list[int]] = defaultdict(list)
    for index in indices:
        grouped[window(index)].append(index)
    return grouped


def _heaviest_chain(ordered: Sequence[Likeness]) -> list[Likeness]:
    """Of candidates by new index, and of one new index by falling old index, those that ascend and weigh most."""
    tree: dict[int, int] = {}
    size = max((each.old for each in ordered), default=0) + 2
    weights: list[float] = []
    before: list[int] = []
    for index, each in enumerate(ordered):
        best, at = -1, each.old
        while at > 0:
            if at in tree and (best < 0 or weights[tree[at]] > weights[best]):
                best = tree[at]
            at -= at & -at
        weights.append(each.score + (weights[best] if best >= 0 else 0.0))
        before.append(best)
        at = each.old + 1
        while at < size:
            if at not in tree or weights[tree[at]] < weights[index]:
                tree[at] = index
            at += at & -at
    at = max(range(len(ordered)), key=weights.__getitem__, default=-1)
    chain: list[Likeness] = []
    while at >= 0:
        chain.append(ordered[at])
        at = before[at]
    return chain[::-1]
