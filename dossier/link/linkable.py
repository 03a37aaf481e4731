"""The text of a body as one stretch, with the runs in which mentions may stand; not the mentions."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from dossier.model import Body, Run

BREAK = "\f"
"""Between passages, and alone on its line: no form, no tag and no address goes across."""
_BETWEEN = f"\n{BREAK}\n"


@dataclass(frozen=True, slots=True)
class Linkable:
    """The texts of all passages with runs, one after another, and where the runs are in it, ascending."""

    text: str
    starts: tuple[int, ...]
    stops: tuple[int, ...]
    slots: tuple[int, ...]
    """Of each run, its index in `Body.slots`."""

    def run_at(self, offset: int) -> int:
        """The run that holds the offset, or -1."""
        run = bisect_right(self.starts, offset) - 1
        return run if run >= 0 and offset < self.stops[run] else -1

    def run_after(self, offset: int) -> int:
        """Where the next run after the offset begins; the end of the text if none does."""
        run = bisect_right(self.starts, offset)
        return self.starts[run] if run < len(self.starts) else len(self.text)


def linkable_text(body: Body) -> Linkable:
    """The linkable text of a body. Words beside a run, such as those of a link, are there to tell where words end."""
    bases: dict[int, int] = {}
    texts: list[str] = []
    size = 0
    runs: list[tuple[int, int, int]] = []
    for number, slot in enumerate(body.slots):
        if not isinstance(slot, Run) or not slot.is_linkable:
            continue
        if slot.passage not in bases:
            bases[slot.passage] = size
            texts.append(body.passages[slot.passage].text)
            size += len(texts[-1]) + len(_BETWEEN)
        start = bases[slot.passage] + slot.offset
        runs.append((start, start + len(slot.text), number))
    runs.sort()
    starts, stops, slots = zip(*runs, strict=True) if runs else ((), (), ())
    return Linkable(_BETWEEN.join(texts), starts, stops, slots)
