"""The quotations of a briefing, and the link that each stands near; not whether they are right."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from dossier.verify.marks import LEAST, quoted_stretches
from dossier.verify.values import Quotation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dossier.verify.values import Block, Briefing

NEAR: Final = 400
"""Characters between a quotation and a link in one paragraph from which on they have nothing to do with each other."""
_SENTENCE_END = re.compile(r"[.!?\u2026\u3002][)\]\"'\u201d\u2019\u00bb]*\s")
_ATTRIBUTION = re.compile(
    r"\s*(?:[\u2014\u2013-]|\(|\[|sources?\b|source\s*:|see\b)", re.IGNORECASE
)
_CUT = re.compile(r"[\u2014\u2013(\n]|\s-\s")
_MOSTLY: Final = 0.4
_LONGEST_ATTRIBUTION: Final = 200
_BLOCKS: Final = 3
"""Paragraphs of one quotation that are passed over on the way to its link."""


def quotations_of(briefing: Briefing) -> tuple[Quotation, ...]:
    """Every quotation of at least `LEAST` characters, in the order of the text."""
    near = _Near(briefing)
    return tuple(
        near.linked(index, start, stop)
        for index, block in enumerate(briefing.blocks)
        for start, stop in near.stretches(index, block)
        if stop - start >= LEAST
    )


class _Near:
    """Which links stand where in a briefing."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing
        self._places: dict[int, list[tuple[int, int, int]]] = {}
        for index, link in enumerate(briefing.links):
            self._places.setdefault(link.block, []).append((link.start, link.stop, index))
            for block, offset in link.calls:
                self._places.setdefault(block, []).append((offset, offset, index))

    def stretches(self, index: int, block: Block) -> Iterator[tuple[int, int]]:
        marked = quoted_stretches(block.text)
        if not block.is_quotation:
            yield from marked
            return
        start, stop = self._set_off(index, block)
        inside = [(a, b) for a, b in marked if b - a > (stop - start) / 2]
        if inside:
            yield from inside
        elif stop > start:
            yield start, stop

    def _set_off(self, index: int, block: Block) -> tuple[int, int]:
        """The words of a quotation that is set off, without an attribution at its end; nothing if it is one."""
        if self._is_attribution(index):
            return 0, 0
        last = max(self._places.get(index, ()), default=None)
        end = len(block.text.rstrip())
        if last is None or last[0] == last[1] or end - last[1] > 3:  # noqa: PLR2004 - a bracket and a stop
            return 0, end
        cuts = [found.start() for found in _CUT.finditer(block.text, 0, last[0] + 1)]
        cut = cuts[-1] if cuts and last[0] - cuts[-1] < _LONGEST_ATTRIBUTION else end
        return 0, len(block.text[:cut].rstrip())

    def _is_attribution(self, index: int) -> bool:
        """Whether a block does no more than say where another comes from."""
        if not 0 <= index < len(self._briefing.blocks):
            return False
        text = self._briefing.blocks[index].text
        linked = sum(stop - start for start, stop, _ in self._places.get(index, ()))
        if not self._places.get(index) or len(text) > 2 * _LONGEST_ATTRIBUTION:
            return False
        return linked >= _MOSTLY * len(text.strip()) or (
            _ATTRIBUTION.match(text) is not None and len(text) <= _LONGEST_ATTRIBUTION
        )

    def linked(self, index: int, start: int, stop: int) -> Quotation:
        """The quotation of a stretch, with its link."""
        block = self._briefing.blocks[index]
        nearest = self._in_block(index, start, stop) or self._around(index, block)
        first, others = (nearest[0], tuple(nearest[1:])) if nearest else (-1, ())
        text = block.text[start:stop].strip()
        return Quotation(text, index, start, stop, block.place_of(start), first, others)

    def _in_block(self, index: int, start: int, stop: int) -> list[int]:
        """The nearest link of the same paragraph, then others of the same sentence."""
        text = self._briefing.blocks[index].text
        found: list[tuple[bool, int, bool, int]] = []
        for a, b, link in self._places.get(index, ()):
            is_inside = start <= a and b <= stop and b - a < (stop - start) / 2 and a != b
            distance = max(a - stop, start - b, 0)
            if distance <= NEAR:
                found.append((is_inside, distance, a < start, link))
        found.sort()
        if not found:
            return []
        kept = [found[0][3]]
        for is_inside, _, _, link in found[1:]:
            a, b, _ = next(it for it in self._places[index] if it[2] == link)
            between = text[b:start] if b <= start else text[stop + 1 : a]
            if is_inside or not _SENTENCE_END.search(between):
                kept.append(link)
        return list(dict.fromkeys(kept))

    def _around(self, index: int, block: Block) -> list[int]:
        """Links of the paragraphs beside one that has none."""
        after = index + 1
        while block.is_quotation and after - index <= _BLOCKS and self._is_plain_quotation(after):
            after += 1
        ahead = [link for _, _, link in sorted(self._places.get(after, ()))[:1]]
        if self._is_attribution(after):
            return ahead
        if not block.is_quotation:
            return []
        before = index - 1
        while index - before <= _BLOCKS and self._is_plain_quotation(before):
            before -= 1
        back = [link for _, _, link in sorted(self._places.get(before, ()))[-1:]]
        return [*back, *ahead]

    def _is_plain_quotation(self, index: int) -> bool:
        blocks = self._briefing.blocks
        return (
            0 <= index < len(blocks) and blocks[index].is_quotation and not self._places.get(index)
        )
