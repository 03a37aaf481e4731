"""One new thing in a dossier: the file it stands in, and the text that is added there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dossier.start.texts import yaml_text
from dossier.urls import slugify

if TYPE_CHECKING:
    from collections.abc import Mapping

_PERSON = """\
- id: {id}
  name: {name}
  role: ""            # who this is or was, in one line
  aliases: []         # other spellings, initials, the name in its own script
  definition: ""      # one to three sentences
  # facts:
  #   Born: "1970"
"""
_NAMED = """\
- id: {id}
  name: {name}
  aliases: []         # other spellings and languages, short forms
  definition: ""      # one to three sentences
"""
_TERM = """\
- id: {id}
  term: {name}
  expansion: ""       # of an acronym, the words it stands for
  definition: ""      # one to three sentences; [[ids]] lead to other entries
"""
_EVENT = """\
- id: {id}
  date: ""            # EDTF: 2024-02-02, 2024-02, 2024?, 2023-10/2024-02
  title: {name}
  entries: []         # ids of who and what took part
  place: ""           # id of a place
  evidence: []        # - {{reading: its-slug, exact: "the words, as they stand there"}}
"""
_RECORD = """\
title: {name}
type: report          # a CSL item type: report, article-newspaper, speech, webpage, ...
author: []
publisher: ""
date: ""              # EDTF: 2024-02-02, 2024-02, 2024?
url: ""
summary: ""
tags: []
"""

_FILES: Mapping[str, tuple[str, str]] = {
    "person": ("content/people.yaml", _PERSON),
    "organisation": ("content/organisations.yaml", _NAMED),
    "place": ("content/places.yaml", _NAMED),
    "term": ("content/glossary.yaml", _TERM),
    "event": ("content/events.yaml", _EVENT),
}
KINDS: tuple[str, ...] = ("reading", *_FILES)


@dataclass(frozen=True, slots=True)
class Addition:
    """What is added, and where."""

    files: Mapping[str, str]
    """Files that must not be there yet, with their texts."""
    appended: Mapping[str, str]
    """Files that take a text at their end, and are made where they are missing."""
    id: str


def addition(kind: str, name: str) -> Addition:
    """A new thing of a kind in `KINDS`, named in its own words; `ValueError` if no address comes of the name."""
    identity = slugify(name)
    if not identity:
        raise ValueError(f'no address can be made from "{name}": it has neither letters nor digits')
    words = {"id": identity, "name": yaml_text(name)}
    if kind == "reading":
        path = f"seeds/{identity}.md"
        return Addition({path: f"{name}\n", f"{path}.yaml": _RECORD.format(**words)}, {}, identity)
    path, template = _FILES[kind]
    return Addition({}, {path: template.format(**words)}, identity)
