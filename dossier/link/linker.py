"""One text after another, with its mentions and its references; not what follows from all of them together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dossier.link.addresses import (
    CLAIMS,
    PATHS,
    TIMELINE,
    address_of_asset,
    address_of_document,
    address_of_entry,
)
from dossier.link.lexicon import Lexicon
from dossier.link.meanings import Context, context_of
from dossier.link.mentions import Found, find_in_body
from dossier.link.references import Origin, resolve
from dossier.link.targets import Targets
from dossier.model import (
    Address,
    Claim,
    Document,
    Entry,
    Event,
    Linked,
    Note,
    Path,
    Problem,
    Reference,
    Stop,
)

Find = Callable[[Lexicon, Document], Found]


class Linker:
    """Links one text after another, and keeps what turns up on the way."""

    def __init__(self, lexicon: Lexicon, targets: Targets, find: Find) -> None:
        self._lexicon = lexicon
        self._targets = targets
        self._find = find
        self._published = {address_of_asset(path).page: path for path in targets.assets}
        self.problems: list[Problem] = []
        self.used: set[str] = set()

    def document(self, document: Document) -> Linked:
        """Link a reading or a page."""
        page = address_of_document(document).page
        return self._linked(
            Origin(document.path, page, document.body, document),
            self._find(self._lexicon, document),
        )

    def definition(self, entry: Entry) -> Linked:
        """Link what an entry is said to be; it does not mention itself."""
        page = address_of_entry(entry).page
        context = Context(entry.position.path, entry.language, own=entry.id)
        found = find_in_body(self._lexicon, entry.definition, context)
        return self._linked(Origin(entry.position.path, page, entry.definition), found)

    def description(self, event: Event) -> Linked:
        """Link what is said of an event."""
        found = find_in_body(self._lexicon, event.description, Context(event.position.path))
        return self._linked(Origin(event.position.path, TIMELINE, event.description), found)

    def claim(self, claim: Claim) -> Linked:
        """Link what is said of a claim."""
        found = find_in_body(self._lexicon, claim.description, Context(claim.position.path))
        page = f"{CLAIMS}{claim.id}/"
        return self._linked(Origin(claim.position.path, page, claim.description), found)

    def words(self, path: Path, stop: Stop) -> Linked:
        """Link the words before a stop of a path."""
        found = find_in_body(self._lexicon, stop.text, Context(path.position.path))
        page = f"{PATHS}{path.id}/"
        return self._linked(Origin(path.position.path, page, stop.text), found)

    def note(self, document: Document, note: Note) -> Linked:
        """Link a note on a document, with what the record says of its names."""
        page = address_of_document(document).page
        context = replace(context_of(document), path=note.position.path)
        found = find_in_body(self._lexicon, note.text, context)
        return self._linked(Origin(note.position.path, page, note.text, document), found)

    def _linked(self, origin: Origin, found: Found) -> Linked:
        mentions, problems = found
        self.problems.extend(problems)
        targets: dict[int, Address | None] = {}
        labels: dict[int, str] = {}
        for number, slot in enumerate(origin.body.slots):
            if not isinstance(slot, Reference):
                continue
            resolved = resolve(self._targets, origin, slot)
            if resolved is None:
                continue
            targets[number] = resolved.address
            self.problems.extend(resolved.problems)
            if slot.kind == "wiki" and not slot.text:
                labels[number] = resolved.label
            if resolved.address and resolved.address.page in self._published:
                self.used.add(self._published[resolved.address.page])
        return Linked(origin.body, mentions, targets, labels)
