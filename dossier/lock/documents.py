"""Which document is which: the pages of the lock and the documents of now, matched by address, file and words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dossier.lock.prints import exact_of

if TYPE_CHECKING:
    from dossier.lock.values import LockedPage
    from dossier.model import Document

MOST: Final = 0.5
"""The part of a page's passages that must be found in a document for it to be the page's."""
FEW: Final = 0.15
"""The part below which a document is not the page's."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A document of now with the digests of its passages."""

    address: str
    document: Document
    exact: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matches:
    """What is known of each page and document."""

    pairs: Mapping[str, LockedPage]
    """Address of a document to the page of the lock that it goes on."""
    swapped: tuple[tuple[Copy, LockedPage, LockedPage], ...] = ()
    """Document, the page at its address, and the page whose text it has."""
    doubtful: tuple[tuple[Copy, LockedPage], ...] = ()
    """A new document that may be that of a page that has none."""
    orphans: tuple[LockedPage, ...] = ()
    """Pages whose document is gone."""
    is_recognised: bool = False
    """Whether any document is one that the lock knows."""


def copies_of(documents: Mapping[str, Document]) -> tuple[Copy, ...]:
    """Documents by address, each with its digests."""
    return tuple(
        Copy(
            address,
            document,
            tuple(
                exact_of(passage.text, is_heading=passage.kind == "heading")
                for passage in document.body.passages
            ),
        )
        for address, document in sorted(documents.items())
    )


def match_documents(pages: tuple[LockedPage, ...], copies: tuple[Copy, ...]) -> Matches:
    """`pages` are those of documents that did not move."""
    here = {page.address: page for page in pages}
    there = {copy.address for copy in copies}
    same = {copy.address for copy in copies if _is_unchanged(here.get(copy.address), copy)}
    shares = _Shares(
        tuple(page for page in pages if page.address not in same),
        tuple(copy for copy in copies if copy.address not in same),
    )
    said = {each for copy in copies for each in aliases_of(copy.document)}
    left = {
        page.key: page
        for page in pages
        if page.address not in there and (not page.fate or page.address in said)
    }
    fresh = [copy for copy in copies if copy.address not in here]
    pairs = {copy.address: here[copy.address] for copy in copies if copy.address in here}
    moved, doubtful = _renamed(fresh, left, shares)
    changed = tuple(copy for copy in copies if copy.address not in same)
    swapped = _swapped(pairs, moved, changed, shares)
    pairs.update(moved)
    orphans = tuple(
        page for key, page in left.items() if key not in {p.key for p in moved.values()}
    )
    doubtful = tuple(pair for pair in doubtful if pair[1] in orphans)
    is_known = bool(same or moved) or any(shares.of(page, to) >= FEW for to, page in pairs.items())
    gone = tuple(page for page in orphans if not page.fate)
    return Matches(pairs, swapped, doubtful, gone, is_known)


def aliases_of(document: Document) -> tuple[str, ...]:
    """The old addresses that a record gives, as addresses of pages."""
    bare = (
        alias.strip("/").removesuffix("index.html").strip("/") for alias in document.record.aliases
    )
    return tuple(each if each.endswith(".html") or not each else f"{each}/" for each in bare)


def _is_unchanged(page: LockedPage | None, copy: Copy) -> bool:
    if page is None or page.fate:
        return False
    return tuple(trace.print.exact for trace in page.traces if not trace.fate) == copy.exact


class _Shares:
    """Which part of each page's passages stands, to the letter, in each document."""

    def __init__(self, pages: tuple[LockedPage, ...], copies: tuple[Copy, ...]) -> None:
        holders: defaultdict[str, list[str]] = defaultdict(list)
        for copy in copies:
            for exact in set(copy.exact):
                holders[exact].append(copy.address)
        self._shares: dict[str, dict[str, float]] = {}
        for page in pages:
            if page.fate:
                continue
            living = {trace.print.exact for trace in page.traces if not trace.fate}
            counts = Counter(address for exact in living for address in holders.get(exact, ()))
            self._shares[page.key] = {
                address: count / len(living) for address, count in counts.items()
            }

    def of(self, page: LockedPage, address: str) -> float:
        return self._shares.get(page.key, {}).get(address, 0.0)

    def documents(self, page: LockedPage) -> Mapping[str, float]:
        return self._shares.get(page.key, {})


def _renamed(
    fresh: list[Copy], left: Mapping[str, LockedPage], shares: _Shares
) -> tuple[dict[str, LockedPage], tuple[tuple[Copy, LockedPage], ...]]:
    """New documents that go on a page that was left: by its alias, its file, or its words."""
    pairs: dict[str, LockedPage] = {}
    taken: set[str] = set()
    ranked = sorted(
        (
            (-_kinship(copy, page, shares), copy.address, page.key)
            for copy in fresh
            for page in left.values()
            if _kinship(copy, page, shares) >= FEW
        ),
    )
    copies = {copy.address: copy for copy in fresh}
    doubtful: list[tuple[Copy, LockedPage]] = []
    for score, address, key in ranked:
        if address in pairs or key in taken:
            continue
        if -score >= MOST:
            pairs[address] = left[key]
            taken.add(key)
        else:
            doubtful.append((copies[address], left[key]))
    return pairs, tuple(pair for pair in doubtful if pair[0].address not in pairs)


def _kinship(copy: Copy, page: LockedPage, shares: _Shares) -> float:
    """2 or more if the curator says so, 1 or more for the same file, below that the part of the words."""
    said = 2.0 if page.address in aliases_of(copy.document) else 0.0
    same = 1.0 if page.source == copy.document.path else 0.0
    return said + same + shares.of(page, copy.address)


def _swapped(
    pairs: Mapping[str, LockedPage],
    moved: Mapping[str, LockedPage],
    copies: tuple[Copy, ...],
    shares: _Shares,
) -> tuple[tuple[Copy, LockedPage, LockedPage], ...]:
    """Documents that stand at the address of a page, and have the text of another one."""
    found: list[tuple[Copy, LockedPage, LockedPage]] = []
    holders = {**pairs, **moved}
    owner: dict[str, LockedPage] = {}
    for holder in holders.values():
        shown = shares.documents(holder)
        best = max(shown.items(), key=lambda item: item[1], default=("", 0.0))
        if best[1] >= MOST:
            owner.setdefault(best[0], holder)
    for copy in copies:
        page = pairs.get(copy.address)
        other = owner.get(copy.address)
        if page is None or page.fate or shares.of(page, copy.address) >= FEW:
            continue
        if other is not None and other.key != page.key:
            found.append((copy, page, other))
            continue
        elsewhere = [address for address, share in shares.documents(page).items() if share >= MOST]
        if elsewhere and copy.address not in elsewhere:
            found.append((copy, page, page))
    return tuple(found)
