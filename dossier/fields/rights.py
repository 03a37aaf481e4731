"""The rights in a document and the audiences of a dossier, as YAML has them; not what follows from them."""

from __future__ import annotations

import re
from typing import Literal

from dossier.fields.form import Field, Form, Vocabulary, json_schema
from dossier.fields.many import many
from dossier.fields.shape import Findings, Shape, nature_of, quoted
from dossier.fields.texts import LINE, NUMBER, SLUG, choice, line_of, line_with
from dossier.model import EXTENTS, Extent, Rights
from dossier.nodes import Node, Table
from dossier.problems import did_you_mean

_UNKNOWN = "record-unknown-key"

RIGHTS_STATEMENTS = {
    "InC": "In Copyright",
    "InC-OW-EU": "In Copyright - EU Orphan Work",
    "InC-EDU": "In Copyright - Educational Use Permitted",
    "InC-NC": "In Copyright - Non-Commercial Use Permitted",
    "InC-RUU": "In Copyright - Rights-holder(s) Unlocatable or Unidentifiable",
    "NoC-CR": "No Copyright - Contractual Restrictions",
    "NoC-NC": "No Copyright - Non-Commercial Use Only",
    "NoC-OKLR": "No Copyright - Other Known Legal Restrictions",
    "NoC-US": "No Copyright - United States",
    "CNE": "Copyright Not Evaluated",
    "UND": "Copyright Undetermined",
    "NKC": "No Known Copyright",
}
"""The statements of rightsstatements.org, version 1.0, by code."""

_STATEMENT = re.compile(r"https?://rightsstatements\.org/(?:vocab|page)/([A-Za-z-]+)/1\.0/?")
_SPDX = re.compile(r"[A-Za-z0-9][A-Za-z0-9.\-]*\+?", re.ASCII)
_COMMON = (
    *(f"CC-BY{more}-{version}" for more in ("", "-SA", "-ND", "-NC") for version in ("4.0", "3.0")),
    *("CC-BY-NC-SA-4.0", "CC-BY-NC-ND-4.0", "CC0-1.0", "CC-PDDC", "OGL-UK-3.0", "MIT"),
    *("Apache-2.0", "GFDL-1.3-or-later", "ODbL-1.0", "PDDL-1.0", "NLOD-2.0", "etalab-2.0"),
)
"""Identifiers that a mistyped licence may mean."""


def licence_link(licence: str) -> tuple[str, str]:
    """A licence's words and the address where it stands; the address is empty for one that SPDX does not list."""
    if statement := _STATEMENT.fullmatch(licence):
        return RIGHTS_STATEMENTS.get(statement[1], licence), licence
    if licence.startswith("LicenseRef-"):
        return licence, ""
    return licence, f"https://spdx.org/licenses/{licence}.html"


def _licence_fault(text: str) -> str:
    if "://" in text:
        statement = _STATEMENT.fullmatch(text)
        is_known = statement and statement[1] in RIGHTS_STATEMENTS
        return "" if is_known else "is no statement of rightsstatements.org"
    return "" if _SPDX.fullmatch(text) else "is no SPDX licence identifier"


def _near_licence(text: str) -> str:
    if "://" in text:
        known = [f"http://rightsstatements.org/vocab/{code}/1.0/" for code in RIGHTS_STATEMENTS]
        return did_you_mean(text, known) or f"write such as {known[0]}"
    near = did_you_mean(re.sub(r"[\s_]+", "-", text.strip()), _COMMON)
    return near or 'write such as CC-BY-4.0; other words go into "note"'


WORDS = Field("words", NUMBER, "How many words from the beginning.")
PASSAGES = Field("passages", many(LINE), "The ids of the passages.")
EXCERPT = Vocabulary("excerpt", _UNKNOWN, (WORDS, PASSAGES))


def _read_excerpt(node: Node, name: str, findings: Findings) -> Rights | None:
    if not isinstance(node, Table):
        message = f'{name}: this is {nature_of(node)}; it must have "words" or "passages"'
        findings.add("value-wrong-type", node, message, 'write "words: 100"')
        return None
    form = Form(node, EXCERPT, findings)
    if not form.require("words", "passages"):
        return None
    if form.is_stated("words") and form.is_stated("passages"):
        message = f'{name}: an excerpt has "words" or "passages", not both'
        findings.add("value-not-allowed", form.node("words") or node, message)
        return None
    words, passages = form[WORDS], form[PASSAGES]
    if not words and not passages:
        if form.is_stated("words"):
            findings.add("value-not-allowed", form.node("words") or node, f"{name}: no words")
        return None
    return Rights(words=words, passages=passages, lines=form.places)


HOW_MUCH: Field[Extent | Literal[""]] = Field(
    "text",
    choice(EXTENTS, "how much of a text may be shown", ""),
    "How much of the text everybody may see: full, excerpt, or link for nothing of it.",
)
LICENCE = Field(
    "licence",
    line_with("licence-invalid", _licence_fault, _near_licence),
    "An SPDX identifier, such as CC-BY-4.0, or a URI of rightsstatements.org.",
)
HOLDER = Field("holder", LINE, "Who holds the rights.")
REMARK = Field("note", LINE, "Anything else, in words.")
PART = Field(
    "excerpt",
    Shape(_read_excerpt, Rights(), json_schema(EXCERPT)),
    "Of an excerpt, how many words from the beginning, or which passages.",
)
RIGHTS = Vocabulary("statement of rights", _UNKNOWN, (HOW_MUCH, LICENCE, HOLDER, REMARK, PART))


def _read_rights(node: Node, name: str, findings: Findings) -> Rights | None:
    if not isinstance(node, Table):
        note = line_of(node, name, findings)
        if note and note.strip().lower() in EXTENTS:
            message = f"{name}: {quoted(note)} says how much is shown, not on what terms"
            hint = f"write {{text: {note.strip().lower()}}}"
            findings.add("value-not-allowed", node, message, hint)
            return Rights(text="link")  # the safe side of a mistake
        return Rights(note=note) if note else None
    form = Form(node, RIGHTS, findings)
    part, extent = form[PART], form[HOW_MUCH]
    if extent == "excerpt" and not form.is_stated("excerpt"):
        where = form.node("text") or node
        message = f'{name}: of which an excerpt may be shown, must have "excerpt"'
        findings.add("key-missing", where, message, 'write "excerpt: {words: 100}" below it')
        extent = "link"
    if form.is_stated("excerpt") and extent not in {"", "excerpt"}:
        where = form.node("excerpt") or node
        message = f"{name}: there is an excerpt, and the text is {quoted(extent)}"
        findings.add("value-not-allowed", where, message, 'write "text: excerpt"')
        extent = "link"
    if form.is_stated("text") and not extent:
        extent = "link"  # the safe side of a mistake
    if form.is_stated("excerpt") and not extent:
        extent = "excerpt"
    return Rights(
        text=extent,
        licence=form[LICENCE],
        holder=form[HOLDER],
        note=form[REMARK],
        words=part.words,
        passages=part.passages,
        lines={**part.lines, **form.places},
    )


STATEMENT: Shape[Rights] = Shape(
    _read_rights, Rights(), {"anyOf": [{"type": "string"}, json_schema(RIGHTS)]}
)
"""`rights: All rights reserved`, or the keys of `RIGHTS`."""
AUDIENCES = many(SLUG)
