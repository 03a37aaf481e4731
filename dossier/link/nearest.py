"""The known name nearest to a word, among very many; the wording of the suggestion is not made here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from heapq import nlargest
from operator import itemgetter

from dossier.problems import did_you_mean

_COMPARED = 30
_LONGEST = 100
"""Characters. Nobody mistypes more."""


class Names:
    """Names, found by the letters that they share. Of names that differ only in case the last is suggested."""

    __slots__ = ("_by_letters", "_names")

    def __init__(self, names: Iterable[str]) -> None:
        self._names = tuple(names)
        self._by_letters: dict[str, list[int]] = {}
        for number, name in enumerate(self._names):
            for letters in _threes(name):
                self._by_letters.setdefault(letters, []).append(number)

    def nearest(self, word: str) -> str:
        """`did you mean "pmf"?`, or nothing. Looks closely only at names that share many letters with the word."""
        shared: Counter[int] = Counter()
        for letters in _threes(word):
            shared.update(self._by_letters.get(letters, ()))
        best = nlargest(_COMPARED, shared.items(), key=itemgetter(1))
        return did_you_mean(word, [self._names[number] for number, _ in sorted(best)])


def _threes(name: str) -> Iterable[str]:
    """Every three characters in a row, each once, with the ends of the name."""
    padded = f"  {name[:_LONGEST].casefold()} "
    return dict.fromkeys(padded[at : at + 3] for at in range(len(padded) - 2))
