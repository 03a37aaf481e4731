"""The words that notes are on, and the marks behind them, in the runs of a text; not the notes themselves."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A note in a text: the number behind its words, and where they stand."""

    number: int
    kind: str
    label: str
    """What the mark is called, aloud."""
    pieces: tuple[tuple[int, int, int], ...]
    """(slot of a run, from, to) of each part of the words, as offsets in the run's text."""
    behind: int = -1
    """Slot of the link behind which the mark stands; -1 if it stands behind the last part."""

    @property
    def html(self) -> str:
        """The mark behind the words."""
        name = f'id="_side-ref-{self.number}" href="#_side-{self.number}"'
        label = f'role="doc-noteref" aria-label="{escape(self.label)}"'
        return f'<sup class="noted-mark"><a {name} {label}>{self.number}</a></sup>'

    @property
    def markdown(self) -> str:
        """The same in Markdown."""
        return f"[{self.number}](#_side-{self.number})"


class Noting:
    """The marks of one text, by run."""

    __slots__ = ("_behind", "_ends", "_pieces")

    def __init__(self, marks: Iterable[NoteMark]) -> None:
        self._pieces: dict[int, list[tuple[int, int, NoteMark]]] = {}
        self._ends: dict[int, list[tuple[int, NoteMark]]] = {}
        self._behind: dict[int, list[NoteMark]] = {}
        for mark in marks:
            for slot, first, last in mark.pieces:
                self._pieces.setdefault(slot, []).append((first, last, mark))
            if mark.behind >= 0:
                self._behind.setdefault(mark.behind, []).append(mark)
                continue
            slot, _, last = mark.pieces[-1]
            self._ends.setdefault(slot, []).append((last, mark))

    def behind(self, slot: int) -> tuple[NoteMark, ...]:
        """The marks behind a link."""
        return tuple(self._behind.get(slot, ()))

    def has(self, slot: int) -> bool:
        """Whether a note is on words of a run."""
        return slot in self._pieces

    def ends(self, slot: int) -> list[tuple[int, NoteMark]]:
        """The offsets in a run behind which marks stand, ascending."""
        return sorted(self._ends.get(slot, ()), key=lambda end: (end[0], end[1].number))

    def marks(self, slot: int, after: int, to: int) -> str:
        """The marks that stand behind one offset of a run and not behind the other, as HTML."""
        return "".join(mark.html for at, mark in self.ends(slot) if after < at <= to)

    def words(self, slot: int, text: str, start: int, stop: int) -> str:
        """The words between two offsets of a run as HTML, what notes are on in elements of their own."""
        pieces = [each for each in self._pieces.get(slot, ()) if each[0] < stop and each[1] > start]
        if not pieces:
            return escape(text[start:stop], quote=False)
        cuts = {start, stop, *(max(start, each[0]) for each in pieces)}
        edges = sorted({*cuts, *(min(stop, each[1]) for each in pieces)})
        return "".join(
            _part(text[first:last], [mark for a, b, mark in pieces if a <= first and last <= b])
            for first, last in pairwise(edges)
        )

    def words_and_marks(self, slot: int, text: str, start: int, stop: int) -> str:
        """The same with the marks between the words."""
        edges = [start, *sorted({at for at, _ in self.ends(slot) if start < at < stop}), stop]
        return "".join(
            self.words(slot, text, first, last) + self.marks(slot, first, last)
            for first, last in pairwise(edges)
        )


def _part(words: str, marks: list[NoteMark]) -> str:
    shown = escape(words, quote=False)
    if not marks:
        return shown
    numbers = " ".join(str(mark.number) for mark in marks)
    return f'<span class="noted" data-note="{numbers}" data-kind="{marks[-1].kind}">{shown}</span>'
