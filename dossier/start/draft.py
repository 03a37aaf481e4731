"""The draft of a document's record: what the document itself says, and remarks where it says nothing plain."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from dossier.model import Record, Source
from dossier.nodes import Table
from dossier.parse import lines
from dossier.parse.characters import without_controls
from dossier.parse.frontmatter import FrontMatter, read_front_matter
from dossier.parse.records import DOCUMENT, record_from
from dossier.start.debris import debris_in, why_debris
from dossier.start.stated_date import stated_date
from dossier.start.texts import yaml_text

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEAD = "# A draft: what the document itself says. What is left empty it does not say plainly.\n"
_HEAD_BESIDE = "# A draft: what the document's own front matter does not say.\n"
_FORBIDDEN = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")
_MARKS = re.compile(r"[*_`\[\]<>&\\~!^]")
"""In a heading with one of these, words and source may differ: the parser is left to tell."""
_CLOSING = re.compile(r"(?:^|[ \t])#+[ \t]*$")
_BYLINE = re.compile(r"(?:by|author:)\s+\S.{0,80}", re.IGNORECASE)
_DATED_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})(?!\d)")
_HEAD_LINES = 10
_SAMPLE = 2000
"""Letters that tell in which script a text is."""
_LATIN = "Latin"


@dataclass(frozen=True, slots=True)
class Origin:
    """What the place that a document came from says of it."""

    retrieved: str
    """The day it was added, ISO 8601."""
    slug: str = ""
    """Its address, where its file's name gives none that is free."""
    is_note: bool = False
    """Whether its file's name is its title, as in Obsidian."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of a record file; the title that the document will have, as far as it is known; its own record."""

    text: str
    title: str
    stated: Record


@dataclass(frozen=True, slots=True)
class _Value:
    """A value as YAML has it, and a remark; both may be empty."""

    yaml: str
    remark: str = ""


def own_record(source: Source) -> tuple[FrontMatter, Record]:
    """The front matter of a document, and what it says."""
    if source.path.lower().endswith(".txt"):
        return FrontMatter(None, "", source.text, 1), Record()
    front, _ = read_front_matter(source)
    if not isinstance(front.node, Table):
        return front, Record()
    return front, record_from(front.node, source.path, source.text, kind="document")[0]


def draft_record(source: Source, origin: Origin) -> Draft:
    """The draft of the record of a document; of what its front matter states, nothing is said again."""
    front, stated = own_record(source)
    text = unicodedata.normalize("NFC", without_controls(front.body))
    title, title_value = _title(source, text, front.body_line, origin)
    values = {
        "title": title_value,
        "slug": _slug(origin),
        "type": _Value('""', "a CSL item type: report, article-newspaper, speech, webpage, ..."),
        "author": _author(text, front.body_line),
        "date": _date(source, text, front.body_line),
        "language": _Value('""', _language(text)),
        "url": _Value('""', "where it was published"),
        "retrieved": _Value(
            origin.retrieved, "the day it was added; correct it if you know better"
        ),
        "sha256": _Value(source.digest if _knows("sha256") else ""),
    }
    wanted = {
        key: value
        for key, value in values.items()
        if key not in stated.lines and (value.yaml or value.remark)
    }
    if front.node:
        wanted = {key: each for key, each in wanted.items() if key not in {"type", "url"}}
    digest = "" if _knows("sha256") else f"# SHA-256 of the file: {source.digest}\n"
    head = _HEAD_BESIDE if front.node else _HEAD
    removed = "" if "remove" in stated.lines else _removed(text, front.body_line)
    return Draft(head + _lines(wanted) + digest + removed, stated.title or title, stated)


def _knows(key: str) -> bool:
    return any(field.key == key for field in DOCUMENT.fields)


def _lines(values: dict[str, _Value]) -> str:
    return "".join(
        f"{key}: {value.yaml}" + (f"  # {_remark(value.remark)}" if value.remark else "") + "\n"
        for key, value in values.items()
    )


def _remark(text: str) -> str:
    return _FORBIDDEN.sub(" ", " ".join(text.split()))


def _quoted(text: str) -> str:
    return _FORBIDDEN.sub(
        lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False)
    )


def _as_written(text: str) -> str:
    return yaml_text(text) if " ".join(text.split()) == text else _quoted(text)


def _title(source: Source, text: str, line: int, origin: Origin) -> tuple[str, _Value]:
    """The title that the document will have, as far as it is known here, and what the draft says."""
    number, first, is_alone = lines.leading_line(text)
    if not source.path.lower().endswith(".txt"):
        return _heading(source, text, line + number, origin)
    where = f"line {line + number}, which stands alone"
    looks = why_debris(first)
    if not (first and is_alone and lines.is_title(first)):
        return "", _Value('""', "no short line stands alone at its head")
    if looks:
        return "", _Value('""', f"{where}, looks like debris: {looks}")
    return first, _Value(_as_written(first), where)


def _heading(source: Source, text: str, line: int, origin: Origin) -> tuple[str, _Value]:
    heading, _ = lines.leading_heading(text)
    first, *underline = heading.strip().split("\n")
    words = first.strip() if underline else _CLOSING.sub("", first.lstrip("#")).strip()
    if words and _MARKS.search(words):
        return words, _Value("", "")
    if words:
        return words, _Value(_as_written(words), f"the heading on line {line}")
    if origin.is_note:
        name = PurePosixPath(source.path).stem
        return name, _Value(_as_written(name), "the name of the note")
    return "", _Value('""', "it begins with no heading of the first level")


def _slug(origin: Origin) -> _Value:
    remark = "the address of its file's name is taken, or it has none" if origin.slug else ""
    return _Value(_as_written(origin.slug) if origin.slug else "", remark)


def _author(text: str, first_line: int) -> _Value:
    for number, line in enumerate(text.split("\n")[:_HEAD_LINES]):
        if _BYLINE.fullmatch(line.strip()):
            return _Value("[]", f'line {first_line + number} says "{line.strip()}"')
    return _Value("[]", "the document does not say it where it could be read off")


def _date(source: Source, text: str, first_line: int) -> _Value:
    found = stated_date(text, first_line)
    named = _DATED_NAME.match(PurePosixPath(source.path).name)
    more = f"; its file's name begins with {named[1]}" if named and not found.day else ""
    return _Value(_quoted(found.day), found.remark + more)


def _language(text: str) -> str:
    scripts = tuple(_scripts(text))
    main = Counter(scripts).most_common(1)
    written = f"; it is written in {main[0][0]} letters" if main and main[0][0] != _LATIN else ""
    return f"a BCP 47 tag; empty means the dossier's{written}"


def _scripts(text: str) -> Iterator[str]:
    letters = (character for character in text[: 4 * _SAMPLE] if character.isalpha())
    for _, character in zip(range(_SAMPLE), letters, strict=False):
        yield unicodedata.name(character, _LATIN).split(" ")[0].capitalize()


def _removed(text: str, first_line: int) -> str:
    found = debris_in(text, first_line)
    if not found:
        return ""
    rows = "".join(
        f"#   - {_quoted(each.text)}  # line {each.line}: {each.why}"
        + (f"; it stands there {each.times} times" if each.times > 1 else "")
        + "\n"
        for each in found
    )
    return (
        "# These lines are probably not the document's own. Take away the # of those that are to be left out:\n"
        f"# remove:\n{rows}"
    )
