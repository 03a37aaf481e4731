"""Claims with the passages of their answers, and which answers go back to which; not how they are shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dossier.link.linker import Linker
from dossier.link.quotations import Quotations
from dossier.model import Claim, Disputed, Entry, Problem
from dossier.problems import did_you_mean, problem
from dossier.urls import slugify


def disputed(
    claims: Iterable[Claim],
    entries: Mapping[str, Entry],
    linker: Linker,
    quotations: Quotations,
) -> tuple[tuple[Disputed, ...], tuple[Problem, ...]]:
    """Claims in the order written, with a problem for each thing they name that is not there."""
    found: list[Disputed] = []
    problems: list[Problem] = []
    for claim in claims:
        subject = f'claim "{claim.id}"'
        quoted = [quotations.find(subject, it.evidence, it.position) for it in claim.answers]
        origins = tuple(_origin(claim, index) for index in range(len(claim.answers)))
        problems.extend(fault for _, faults in quoted for fault in faults)
        problems.extend(_unknown_speakers(claim, entries))
        problems.extend(_unknown_answers(claim, origins))
        found.append(
            Disputed(
                claim,
                linker.claim(claim),
                tuple(it for it, _ in quoted),
                tuple(
                    max(origin, 0) if origin >= 0 else index for index, origin in enumerate(origins)
                ),
            )
        )
    return tuple(found), tuple(problems)


def _origin(claim: Claim, index: int) -> int:
    """The answer that an answer goes back to; -1 if that is not there, or there is no end to it."""
    seen: set[int] = set()
    at = index
    while claim.answers[at].repeats:
        if at in seen:
            return -1
        seen.add(at)
        at = _named(claim, claim.answers[at].repeats)
        if at < 0:
            return -1
    return at


def _named(claim: Claim, name: str) -> int:
    ids = [it.id for it in claim.answers]
    if name in ids:
        return ids.index(name)
    number = int(name) if name.isascii() and name.isdigit() else 0
    return number - 1 if 0 < number <= len(ids) else -1


def _unknown_answers(claim: Claim, origins: tuple[int, ...]) -> Iterator[Problem]:
    for answer, origin in zip(claim.answers, origins, strict=True):
        if origin >= 0:
            continue
        where = answer.repeats_position
        if _named(claim, answer.repeats) >= 0:
            message = f'claim "{claim.id}": "{answer.repeats}" repeats an answer that leads back to this one'
            yield problem("answer-unknown", where, message, width=len(answer.repeats))
            continue
        names = [it.id for it in claim.answers if it.id]
        hint = (
            did_you_mean(answer.repeats, names) or f"answers have the numbers 1 to {len(origins)}"
        )
        message = f'claim "{claim.id}": no answer "{answer.repeats}"'
        yield problem("answer-unknown", where, message, hint=hint, width=len(answer.repeats))


def _unknown_speakers(claim: Claim, entries: Mapping[str, Entry]) -> Iterator[Problem]:
    """What is written like an id is one; a name has a capital or a space in it."""
    for answer in claim.answers:
        if answer.by and answer.by not in entries and _is_id(answer.by):
            where = answer.by_position
            message = f'claim "{claim.id}": no entry "{answer.by}"'
            hint = did_you_mean(answer.by, entries)
            yield problem("entry-unknown", where, message, hint=hint, width=len(answer.by))


def _is_id(name: str) -> bool:
    return name.isascii() and slugify(name) == name
