"""The notes on a reading as data: an annotation page of the W3C's Web Annotation model, for every reading with notes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from dossier.render.desk import page_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dossier.model import Document, Noted, NoteKind, Site

FILE = "annotations.jsonld"
_MOTIVATIONS: dict[NoteKind, str] = {
    "comment": "commenting",
    "context": "describing",
    "correction": "editing",
    "sic": "assessing",
    "doubt": "questioning",
    "translation": "describing",
}
_CONTEXT = 32
"""Characters before and after the words that tell them from the same words elsewhere."""


def annotation_files(site: Site) -> Iterator[tuple[str, str]]:
    """(path, text) of each reading's notes."""
    for reading in site.readings:
        if noted := site.notes.get(reading.path):
            page = page_of(reading)
            source = (site.config.base_url or "") + page if site.config.base_url else "./"
            items = [_annotation(it, reading, source, site.config.language) for it in noted]
            whole = {
                "@context": "http://www.w3.org/ns/anno.jsonld",
                "id": f"{source}{FILE}" if site.config.base_url else FILE,
                "type": "AnnotationPage",
                "items": items,
            }
            yield f"{page}{FILE}", json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _annotation(it: Noted, document: Document, source: str, language: str) -> dict[str, object]:
    text = document.body.passages[it.passage].text
    note, motivation = it.note, _MOTIVATIONS[it.note.kind]
    bodies = [
        {
            "type": "TextualBody",
            "purpose": motivation if note.kind != "correction" else "commenting",
            "format": "text/markdown",
            "language": language,
            "value": note.text.markdown.strip(),
        }
    ]
    if note.correct:
        bodies.insert(0, {"type": "TextualBody", "purpose": "editing", "value": note.correct})
    return {
        "id": f"{source}#_side-{it.number}",
        "type": "Annotation",
        "motivation": motivation,
        "body": [body for body in bodies if body["value"]],
        "target": {
            "source": source,
            "selector": {
                "type": "TextQuoteSelector",
                "exact": text[it.start : it.stop],
                "prefix": text[max(0, it.start - _CONTEXT) : it.start],
                "suffix": text[it.stop : it.stop + _CONTEXT],
            },
        },
    }
