"""The difference of a quotation and the words it comes from, word by word; not whether they are the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from dossier.verify.folding import OPTIONAL, word_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dossier.verify.values import Step

ENOUGH: Final = 0.6
"""The part of a quotation's words that must be in a text, in order, for it to be the source."""
_FEWEST: Final = 3
_SLACK: Final = 6
_WORD = re.compile(
    r"[\[(]\s*(?:\u2026|\.(?:\s*\.){2,3})\s*[\])]|\u2026|\.(?:\s?\.){2,3}|\[[^\[\]]*\]|[^\s\u2026]+"
)
_GAP = re.compile(r"[\[(]?\s*(?:\u2026|\.(?:\s*\.){2,3})\s*[\])]?")


@dataclass(frozen=True, slots=True)
class Difference:
    """How much of a quotation a text has, and the steps from the one to the other."""

    share: float
    """Of the quotation's words, those that the text has in order: 0 to 1."""
    steps: tuple[Step, ...]


def difference(quotation: str, text: str) -> Difference | None:
    """From the stretch of a text that is most like the quotation; None if too little is alike."""
    ours = _WORD.findall(quotation.replace(OPTIONAL, ""))
    theirs = _WORD.findall(text)
    keys, known = [word_key(word) for word in ours], [word_key(word) for word in theirs]
    matcher = SequenceMatcher(None, known, keys, autojunk=False)
    block = matcher.find_longest_match()
    if not block.size:
        return None
    has_gap = any(_GAP.fullmatch(word) for word in ours)
    start = 0 if has_gap else max(0, block.a - block.b - _SLACK)
    stop = len(known) if has_gap else block.a + len(keys) - block.b + _SLACK
    matcher = SequenceMatcher(None, known[start:stop], keys, autojunk=False)
    shared = sum(it.size for it in matcher.get_matching_blocks())
    counted = sum(not _is_free(word) for word in ours)
    share = shared / max(counted, 1)
    if share < ENOUGH or shared < min(_FEWEST, counted):
        return None
    return Difference(share, _steps(matcher, theirs[start:stop], ours))


def _is_free(word: str) -> bool:
    """Whether a word may stand for others: an ellipsis, or brackets."""
    return _GAP.fullmatch(word) is not None or (word.startswith("[") and word.endswith("]"))


def _steps(
    matcher: SequenceMatcher[str], theirs: Sequence[str], ours: Sequence[str]
) -> tuple[Step, ...]:
    steps: list[Step] = []
    codes = matcher.get_opcodes()
    for number, (kind, a, b, c, d) in enumerate(codes):
        is_edge = number in {0, len(codes) - 1}
        lost, added = " ".join(theirs[a:b]), " ".join(ours[c:d])
        if kind == "equal" or any(_is_free(word) for word in ours[c:d]):
            steps.append(("same", added))
            continue
        if lost and not (is_edge and kind == "delete"):
            steps.append(("lost", _trimmed(lost, d - c) if is_edge else lost))
        if added:
            steps.append(("added", added))
    return tuple(steps)


def _trimmed(lost: str, count: int) -> str:
    """At an edge of the stretch, no more words than the quotation has in their place."""
    return " ".join(lost.split()[: max(count, 1)])
