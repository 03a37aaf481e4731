"""Quotations of a briefing against the site: verbatim, altered, elsewhere, or not there."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal

from dossier.verify.addresses import Target
from dossier.verify.difference import Difference, difference
from dossier.verify.folding import folded, word_key
from dossier.verify.values import QuotationFinding
from dossier.verify.wording import could_have, exact_words, likeness

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from dossier.verify.published import Published
    from dossier.verify.site_page import SitePage
    from dossier.verify.values import Quotation, QuotationState

Found = tuple["Literal['verbatim', 'typography']", Target]
_CANDIDATES: Final = 8
"""Passages of the whole site that a quotation which stands nowhere is compared with."""


class Judge:
    """Judges quotations against one site; what was read once is kept."""

    def __init__(self, site: Published, address: Callable[[Target], str]) -> None:
        self._site = site
        self._address = address

    def judged(self, quotation: Quotation, targets: Sequence[Target]) -> QuotationFinding:
        """What became of a quotation that stands near links with these targets, the nearest first."""
        for target in targets:
            right = self._at(quotation.text, target)
            if right:
                return self._finding(quotation, *right)
        pages = list(dict.fromkeys(target.page for target in targets))
        near = (it for page in pages if (it := self._on(quotation.text, page)))
        found = next(near, None) or self._anywhere(quotation.text)
        if found:
            return self._finding(quotation, "elsewhere" if targets else found[0], found[1])
        nearest = self._nearest(quotation.text, pages)
        if nearest:
            return QuotationFinding(
                quotation, "altered", self._address(nearest[1]), nearest[0].steps
            )
        return QuotationFinding(quotation, "not-found")

    def _finding(
        self, quotation: Quotation, state: QuotationState, target: Target
    ) -> QuotationFinding:
        return QuotationFinding(quotation, state, self._address(target))

    def _at(self, text: str, target: Target) -> Found | None:
        """The quotation in what a link leads to: a page, a section, a passage and what follows it."""
        page = self._site.page(target.page)
        if page is None:
            return None
        if target.fragment not in page.places:
            return self._on(text, target.page) if not target.fragment else None
        level = likeness(text, page.places[target.fragment])
        if level:
            return level, target
        if _is_title(text, page):
            return "verbatim", Target(target.page)
        if target.fragment in page.headings:
            level = likeness(text, _section(page, target.fragment))
            return (level, target) if level else None
        here, after = _from(page, target.fragment), _from(page, target.fragment, 1)
        level = None if likeness(text, after) else likeness(text, here)
        return (level, target) if level else None

    def _on(self, text: str, address: str) -> Found | None:
        """The quotation anywhere on a page."""
        page = self._site.page(address)
        level = likeness(text, page.text) if page and could_have(text, page.text) else None
        if page is None or level is None:
            return None
        for name, words in page.passages.items():
            exact = likeness(text, words)
            if exact:
                return exact, Target(address, name)
        names = list(page.passages)
        last = bisect_left(names, True, key=lambda name: not likeness(text, _from(page, name)))  # noqa: FBT003
        return level, Target(address, names[last - 1] if last else "")

    def _anywhere(self, text: str) -> Found | None:
        found = (it for address, _ in self._site.texts() if (it := self._on(text, address)))
        return next(found, None)

    def _nearest(self, text: str, pages: Sequence[str]) -> tuple[Difference, Target] | None:
        """The passage that is most like the quotation: on the pages named, else on any."""
        near = [
            (words, Target(address, name))
            for address in pages
            if (page := self._site.page(address))
            for name, words in _texts_of(page)
        ]
        return _best(text, near) or _best(text, self._alike(text))

    @cached_property
    def _pairs(self) -> dict[tuple[str, str], list[int]]:
        pairs: dict[tuple[str, str], list[int]] = {}
        for number, (words, _) in enumerate(self._every):
            for pair in set(_pairs_of(words)):
                pairs.setdefault(pair, []).append(number)
        return pairs

    @cached_property
    def _every(self) -> list[tuple[str, Target]]:
        return [
            (words, Target(address, name))
            for address, page in self._site.texts()
            for name, words in page.passages.items()
        ]

    def _alike(self, text: str) -> list[tuple[str, Target]]:
        counts = Counter(
            number for pair in set(_pairs_of(text)) for number in self._pairs.get(pair, ())
        )
        return [self._every[number] for number, _ in counts.most_common(_CANDIDATES)]


def _is_title(text: str, page: SitePage) -> bool:
    """Whether what is quoted is what the page is called, as in a citation."""
    title = page.title.rpartition(" · ")[0] or page.title
    return folded(exact_words(text)).casefold() == folded(exact_words(title)).casefold()


def _from(page: SitePage, name: str, skipped: int = 0) -> str:
    """A passage and what follows it, some left out at the beginning."""
    names = list(page.passages)
    start = names.index(name) + skipped if name in names else len(names)
    return "\n".join(page.passages[it] for it in names[start:])


def _section(page: SitePage, heading: str) -> str:
    """A heading and all that stands below it."""
    names = list(page.passages)
    start = names.index(heading)
    level = page.headings[heading]
    end = next(
        (at for at, it in enumerate(names) if at > start and page.headings.get(it, 9) <= level),
        len(names),
    )
    return "\n".join(page.passages[it] for it in names[start:end])


def _texts_of(page: SitePage) -> Iterator[tuple[str, str]]:
    yield from page.passages.items()
    if not page.passages:
        yield from page.places.items()
        yield "", page.text


def _pairs_of(text: str) -> Iterator[tuple[str, str]]:
    keys = [key for word in text.split() if (key := word_key(word))]
    yield from pairwise(keys)


def _best(text: str, candidates: Sequence[tuple[str, Target]]) -> tuple[Difference, Target] | None:
    found = [(it, target) for words, target in candidates if (it := difference(text, words))]
    return max(found, key=lambda it: it[0].share, default=None)
