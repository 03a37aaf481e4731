"""A whole small dossier that builds at once: what `dossier init` makes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from dossier.config import CONFIG
from dossier.start.schemas import SCHEMAS, schema_text
from dossier.start.texts import yaml_text
from dossier.start.workflow import WORKFLOW

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FOLDER_OF_SCHEMAS = "schemas"

_SET = ("title", "language")
"""Keys of dossier.yaml that a new one sets; the others stand in it as remarks."""
_EXAMPLES: Mapping[str, str] = {
    "subtitle": "What it covers, in one line",
    "description": "Two sentences for search engines and feeds.",
    "author": "Your name, or your team's",
    "base_url": "https://example.org/my-dossier/",
    "theme": "folio",
    "menu": "\n#   - title: Readings\n#     page: readings/\n#   - title: Glossary\n#     page: glossary/",
    "defaults": "\n#   language: en\n#   rights: {text: link}   # nothing of a text is shown unless its record says so"
    "\n#   publisher: The publisher of most documents",
    "audiences": "[team]",
}

_READING = """\
Replace this document with one of your own.

The Popular Mobilization Forces (PMF) are named here so that you can see a mention at work: the first PMF in each
section leads to the glossary, and the glossary lists this sentence.

## What happens to a document

Its words are never changed. What you add - a link, a definition, a note - is a layer that the reader can see.
Every passage has an address of its own: the mark beside this paragraph.
"""
_RECORD = """\
title: A first document
type: report
author: {author}
date: 2024-02
summary: An example to be replaced. It shows a mention, a section and a passage.
tags: [example]
publisher: Yourself
rights: {{text: full, licence: CC0-1.0}}
"""
_GLOSSARY = """\
- term: PMF
  expansion: Popular Mobilization Forces
  definition: >-
    An umbrella of armed groups in Iraq, by law a part of the state since 2016. An example: replace it.
"""
_INDEX = """\
---
title: {title}
---

Say in a few sentences what this dossier is about, for whom, and why these documents.

## Where to begin

Read [[first-document]], then look at the [glossary](/glossary/).
"""
_IGNORE = """\
# what dossier makes
/site/
/.dossier/
.*.dossier-next-*
.*.dossier-old-*
"""


def dossier_files(title: str, *, language: str = "en") -> Mapping[str, str]:
    """Path to text of every file of a new dossier."""
    files = {
        "dossier.yaml": "".join(_settings(title, language)),
        "seeds/first-document.md": _READING,
        "seeds/first-document.md.yaml": _modeline("record", 1) + _RECORD.format(author="Yourself"),
        "content/index.md": _INDEX.format(title=yaml_text(title)),
        "content/glossary.yaml": _modeline("entries", 1) + _GLOSSARY,
        ".gitignore": _IGNORE,
        ".github/workflows/pages.yml": WORKFLOW,
        ".vscode/settings.json": _editor_settings(),
    }
    schemas = {f"{FOLDER_OF_SCHEMAS}/{name}.json": schema_text(name) for name in SCHEMAS}
    return {**files, **schemas}


def _modeline(name: str, depth: int) -> str:
    """The line by which editors find a file's schema."""
    return f"# yaml-language-server: $schema={'../' * depth}{FOLDER_OF_SCHEMAS}/{name}.json\n"


def _settings(title: str, language: str) -> Iterator[str]:
    """`dossier.yaml` with every key explained."""
    yield _modeline("dossier", 0)
    values = {"title": yaml_text(title), "language": yaml_text(language)}
    for entry in CONFIG.fields:
        yield f"\n# {entry.description}\n"
        if entry.key in _SET:
            yield f"{entry.key}: {values[entry.key]}\n"
        else:
            example = _EXAMPLES.get(entry.key, "…")
            yield f"# {entry.key}:{example if example.startswith(chr(10)) else ' ' + example}\n"


def _editor_settings() -> str:
    """What makes VS Code's YAML extension complete and check every file of the dossier."""
    schemas = {
        f"./{FOLDER_OF_SCHEMAS}/{name}.json": list(files)
        for name, (_, _, _, files) in SCHEMAS.items()
        if files
    }
    return json.dumps({"yaml.schemas": schemas}, indent=2) + "\n"
