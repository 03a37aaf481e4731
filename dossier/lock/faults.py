"""The problems of a lock and of what it is compared with, in words; how they are found is not known here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dossier.model import Position, Problem
from dossier.problems import problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dossier.lock.documents import Copy, Matches
    from dossier.lock.values import LockedPage, Trace

_FILE = "dossier.lock"
_LONGEST = 200


def foreign(pages: int) -> Problem:
    """The lock of another dossier."""
    message = f"{_FILE} is another dossier's: none of its {pages} documents is here"
    hint = "put the lock of this dossier in its place; if it never had one, delete the file"
    return problem("lock-foreign", Position(_FILE, 1, 1), message, hint=hint)


def of_matches(matches: Matches) -> tuple[Problem, ...]:
    """Documents whose address is in doubt."""
    return (
        *(_swapped(*each) for each in matches.swapped),
        *(_doubtful_document(*each) for each in matches.doubtful),
    )


def _swapped(copy: Copy, page: LockedPage, other: LockedPage) -> Problem:
    path, slug = copy.document.path, page.address.rstrip("/").rpartition("/")[2]
    if other.key == page.key:
        message = f"/{page.address} was published with a text that stands elsewhere now; {path} is another text"
        hint = "give this document another slug"
    else:
        message = f"{path} has the text that was published at /{other.address}, and would take the place of /{page.address}"
        hint = f'give each document the slug that its text had ("{slug}" is the other\'s)'
    hint += (
        f', or say with "dossier lock retire /{page.address}" that the old text is gone from there'
    )
    return problem("document-swapped", Position(path), message, hint=hint)


def _doubtful_document(copy: Copy, page: LockedPage) -> Problem:
    path = copy.document.path
    message = f"{path} may be the document that was published at /{page.address} ({page.source})"
    hint = (
        f'if it is, write "aliases: [/{page.address}]" into its record; '
        f'if not, run "dossier lock retire /{page.address}"'
    )
    return problem("document-doubtful", Position(path), message, hint=hint)


def replaced(copy: Copy, page: LockedPage, living: int) -> Problem:
    """A document of which nothing is left."""
    path = copy.document.path
    what = "is empty" if not copy.exact else "is another text"
    message = f"{path} {what}: none of the {living} passages published at /{page.address} is in it"
    hint = f'restore it, or say with "dossier lock retire /{page.address}" that they are gone'
    return problem("document-replaced", Position(path), message, hint=hint)


def reused(page: LockedPage, pages: Mapping[str, LockedPage]) -> Problem:
    """A new document at an address that leads to another one."""
    message = f"/{page.address} is the old address of another document and leads there; {page.source} would take it"
    hint = "give this document another slug"
    del pages
    return problem("address-reused", Position(page.source), message, hint=hint)


def doubtful(copy: Copy, page: LockedPage, trace: Trace, new: int, old: str) -> Problem:
    """A passage that may be one that was published, changed. `old` are the words that it had, if they are known."""
    document = copy.document
    passage = document.body.passages[new]
    where = Position(document.path, document.body.line + passage.line - 1, 1)
    shown = _beginning(passage.text)
    place = f"/{page.address}#{trace.id}"
    told = f": “{_beginning(old)}”" if old else f" ({trace.print.count} words)"
    message = f"this passage may be {place}, published {_day(trace.first)}{told}"
    hint = (
        f'if it is, run "dossier lock keep {place} {passage.id}"; '
        f'if that passage is gone, "dossier lock retire {place}"'
    )
    return problem("passage-doubtful", where, message, hint=hint, excerpt=shown)


def _beginning(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"


def _day(date: str) -> str:
    return f"{date[:4]}-{date[4:6]}-{date[6:]}"


def stale(before: str, after: str) -> tuple[Problem, ...]:
    """What a build would change in a lock that must not change: the first lines of it."""
    old, new = set(before.split("\n")), set(after.split("\n"))
    lines = [line for line in after.split("\n") if line not in old]
    gone = sum(line not in new for line in before.split("\n"))
    message = (
        f"{_FILE} is not up to date: {len(lines)} lines would be written anew, {gone} would go"
    )
    hint = 'run "dossier build" without --locked, and commit dossier.lock'
    excerpt = next((line.strip() for line in lines), "")
    return (problem("lock-stale", Position(_FILE), message, hint=hint, excerpt=excerpt),)
