"""Documents as one audience may see them: what it may not see is gone from them before anything is made of them.

This is the one place where text is withheld. Nothing after it has the text, but for looking up quotations.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dossier.digest import digest_of
from dossier.link.noted import anchor_notes
from dossier.model import Withheld
from dossier.parse.markdown import parse_markdown
from dossier.parse.plaintext import to_markdown
from dossier.problems import did_you_mean, problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dossier.model import Body, Document, Extent, Passage, Problem
    from dossier.parsed import Parsed


@dataclass(frozen=True, slots=True)
class Audible:
    """What an audience may see, and the texts of which it may not see all."""

    parsed: Parsed
    originals: Mapping[str, Body]
    """By path; to look quotations up in, and for nothing else."""
    problems: tuple[Problem, ...]


def for_audience(parsed: Parsed, audience: str) -> Audible:
    """Take from every document what the audience may not see. The ids of its passages stay."""
    originals: dict[str, Body] = {}
    problems: list[Problem] = []

    def shown(document: Document) -> Document:
        extent = extent_for(document, audience)
        if extent == "full":
            return document
        originals[document.path] = document.body
        seen, found = _without(document, extent)
        problems.extend(found)
        return seen

    readings = tuple(map(shown, parsed.readings))
    pages = tuple(map(shown, parsed.pages))
    return Audible(replace(parsed, readings=readings, pages=pages), originals, tuple(problems))


def extent_for(document: Document, audience: str) -> Extent:
    """How much of a document an audience may see.

    An audience that the record names may see all of it. The others see what `rights.text` says; if a record
    names audiences and says no more than that, they see nothing.
    """
    record = document.record
    if document.is_absent:
        return "link"
    if audience in record.audience:
        return "full"
    if record.audience and record.rights.text in {"", "full"}:
        return "link"
    return record.rights.text or "full"


def _without(document: Document, extent: Extent) -> tuple[Document, tuple[Problem, ...]]:
    if document.is_absent:
        return _with_notes(replace(document, extent=extent), ()), ()
    rights = document.record.rights
    passages = document.body.passages
    if extent == "link":
        kept: dict[int, str] = {}
    elif rights.words:
        kept = _beginning(passages, rights.words)
    else:
        kept = {
            at: passage.text
            for at, passage in enumerate(passages)
            if passage.id in rights.passages and (passage.number or passage.level)
        }
    seen = replace(
        document,
        title=document.record.title or document.slug.replace("-", " "),
        body=_body(passages, kept),
        extent=extent,
        withheld=tuple(_withheld(passages, kept)),
        key=digest_of(document.key, extent, rights.words, rights.passages),
    )
    anchored, problems = anchor_notes(document)
    places = {each.note: passages[each.at.passage].id for each in anchored}
    found, _ = anchor_notes(seen)
    notes = [
        each.note
        for each in found
        if places.get(each.note) == seen.body.passages[each.at.passage].id
    ]
    return _with_notes(seen, notes), (*problems, *_unknown(document, extent))


def _with_notes(document: Document, notes: Iterable[object]) -> Document:
    kept = tuple(note for note in document.record.notes if note in set(notes))
    return replace(document, record=replace(document.record, notes=kept))


def _beginning(passages: Sequence[Passage], words: int) -> dict[int, str]:
    """The passages from the first, until there are so many words; the last may be cut."""
    kept: dict[int, str] = {}
    for at, passage in enumerate(passages):
        if not (passage.number or passage.level):
            continue
        told = passage.text.split()
        if len(told) > words:
            if words:
                kept[at] = " ".join([*told[:words], "…"])
            break
        kept[at] = passage.text
        words -= len(told)
    return kept


def _body(passages: Sequence[Passage], kept: Mapping[int, str]) -> Body:
    """A body of the passages kept, as plain words, with their ids and numbers."""
    blocks = [_markdown(passages[at], text) for at, text in kept.items()]
    body = parse_markdown("\n\n".join(blocks))
    named = tuple(
        replace(new, id=passages[at].id, number=passages[at].number)
        for new, at in zip(body.passages, kept, strict=True)
    )
    return replace(body, passages=named)


def _markdown(passage: Passage, text: str) -> str:
    """The words of a passage as one block of Markdown."""
    line = " ".join(text.split())
    if passage.level:
        mark = f"{'#' * passage.level} "
        return next(each for each in (mark + _escaped(line), _as_code(text)) if _is_one(each))
    if passage.kind == "code":
        return _as_code(text)
    return next(e for e in (to_markdown(line), _escaped(line), _as_code(text)) if _is_one(e))


def _escaped(line: str) -> str:
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>~|#&!+-=." else sign for sign in line)


def _as_code(text: str) -> str:
    lines = (text.strip("\n") or ".").split("\n")
    return "\n".join(f"    {line}" for line in lines if line.strip())


def _is_one(block: str) -> bool:
    return len(parse_markdown(block).passages) == 1 or block.startswith("    ")


def _withheld(passages: Sequence[Passage], kept: Mapping[int, str]) -> Iterable[Withheld]:
    """The ids of each row of passages that are not kept."""
    ids: list[str] = []
    shown = 0
    for at, passage in enumerate(passages):
        if at in kept:
            if ids:
                yield Withheld(tuple(ids), shown)
            ids = []
            shown += 1
        else:
            ids.append(passage.id)
    if ids:
        yield Withheld(tuple(ids), shown)


def _unknown(document: Document, extent: Extent) -> tuple[Problem, ...]:
    """Passages named for an excerpt that are not there."""
    rights = document.record.rights
    known = [passage.id for passage in document.body.passages]
    otherwise = document.record.lines.get("rights", document.record.position)
    return tuple(
        problem(
            "passage-unknown",
            rights.lines.get(f"passages.{name}", otherwise),
            f'{document.path} has no passage "{name}"',
            hint=did_you_mean(name, known) or "the address of a paragraph ends in its id",
            width=len(name),
        )
        for name in rights.passages
        if extent == "excerpt" and name not in known
    )
