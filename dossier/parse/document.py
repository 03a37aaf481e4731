"""One file to one `Document`: its record, its title, its text. What a record says is read elsewhere, and so is Markdown."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from dossier.digest import digest_of
from dossier.model import Body, Config, Document, Position, Problem, Record, Source
from dossier.parse import lines
from dossier.parse.characters import find_hidden, without_controls
from dossier.parse.frontmatter import FrontMatter, read_front_matter
from dossier.parse.markdown import parse_markdown
from dossier.parse.plaintext import to_markdown
from dossier.parse.stated import stated_record
from dossier.problems import did_you_mean, problem
from dossier.urls import slugify

if TYPE_CHECKING:
    from collections.abc import Sequence

PARSE_VERSION = 4
"""To be raised when the same file would give another document."""

_LONGEST_EXCERPT = 200
_BLANK = re.compile("^[ \t\u00a0\u2007\u202f]+$", re.MULTILINE)


def parse_key(source: Source, record: Source | None, config: Config) -> str:
    """Digest of all that `parse_document` depends on."""
    beside = (record.path, record.digest, record.encoding) if record else ()
    itself = (source.path, source.kind, source.digest, source.encoding, source.is_absent)
    defaults = (dict(sorted(config.defaults.items())), config.default_rights)
    more = (config.default_audience, config.audiences, config.language, config.drafts)
    return digest_of(PARSE_VERSION, itself, beside, defaults, more)


def parse_document(
    source: Source, record: Source | None, config: Config
) -> tuple[Document | None, tuple[Problem, ...]]:
    """Read a document or page; None for a draft, and for one that has no address.

    None, too, for one that is not here and whose record does not say that only its whereabouts are shown.
    The title is the record's; else, in plain text, the first line if it stands alone, in Markdown the first
    heading; else the first words; else the file's name. The page shows it as its heading. So a first line of
    plain text that stands alone, and a heading of the first level at the head of Markdown, are taken out of
    the body if they are the title, unless nothing would be left.
    """
    is_plain = PurePosixPath(source.path).suffix.lower() == ".txt"
    front, problems = (
        (FrontMatter(None, "", source.text, 1), ()) if is_plain else read_front_matter(source)
    )
    stated, more = stated_record(source, front, record, config)
    if stated.draft and not config.drafts:
        return None, ()
    if source.is_absent and not (stated.sha256 and stated.rights.text == "link"):
        return None, (*problems, *more, _orphan(source, stated))
    text, missing = lines.take_out(_normal(front.body), stated)
    title, body = (_plain if is_plain else _markdown)(text, stated.title, front.body_line)
    slug = stated.slug or _slug(source)
    own = _found(source, text, slug, stated, config)
    document = Document(
        kind="page" if source.kind == "page" else "reading",
        path=source.path,
        slug=slug,
        title=title or re.sub(r"[-_\s]+", " ", _stem(source)).strip(),
        record=stated,
        body=body,
        language=stated.language or config.language,
        digest=stated.sha256 if source.is_absent else source.digest,
        media="plain" if is_plain else "markdown",
        key=parse_key(source, record, config),
        is_absent=source.is_absent,
    )
    missing = () if source.is_absent else missing
    excerpted = (_with_excerpt(each, source, record) for each in missing)
    return document if slug else None, (*problems, *more, *excerpted, *own)


def _found(
    source: Source, text: str, slug: str, stated: Record, config: Config
) -> tuple[Problem, ...]:
    return (
        *(() if source.is_absent else _empty(source, text)),
        *_hidden(source),
        *_nameless(source, slug),
        *_another_file(source, stated),
        *_strangers(stated, config),
    )


def _normal(text: str) -> str:
    return unicodedata.normalize("NFC", without_controls(text))


def _plain(text: str, stated: str, line: int) -> tuple[str, Body]:
    number, first, is_alone = lines.leading_line(text)
    is_title = lines.folded(first) == lines.folded(stated) if stated else lines.is_title(first)
    title = stated or (
        first if is_alone and is_title else lines.beginning(first, is_whole=is_alone)
    )
    rest = _rest(text, (number,)) if is_alone and is_title else text
    return title, parse_markdown(to_markdown(rest), line=line)


def _markdown(text: str, stated: str, line: int) -> tuple[str, Body]:
    """The title and the body. A line of no-break spaces alone parts paragraphs, as an empty one does."""
    text = _BLANK.sub("", text)
    heading, numbers = lines.leading_heading(text)
    passages = parse_markdown(heading).passages if heading else ()
    words = passages[0].text.replace("\n", " ") if passages and passages[0].level else ""
    if words and (not stated or lines.folded(words) == lines.folded(stated)):
        return words, parse_markdown(_rest(text, numbers), line=line)
    body = parse_markdown(text, line=line)
    return stated or _title_in(body), body


def _rest(text: str, numbers: Sequence[int]) -> str:
    rest = lines.without(text, numbers)
    return rest if rest.strip() else text


def _title_in(body: Body) -> str:
    """The first heading, or else the first words."""
    heading = next((each.text for each in body.passages if each.level and each.text.strip()), "")
    if heading:
        return heading.replace("\n", " ")
    words = next((each.text.strip() for each in body.passages if each.text.strip()), "")
    first, _, more = words.partition("\n")
    return lines.beginning(first.strip(), is_whole=not more) if first else ""


def _stem(source: Source) -> str:
    """The file's name without its extension; of an `index` in a folder of pages, the folder's."""
    path = PurePosixPath(source.path)
    is_index = source.kind == "page" and path.stem == "index" and len(path.parts) > 2  # noqa: PLR2004 - content/index.md
    return path.parent.name if is_index else path.stem


def _slug(source: Source) -> str:
    return slugify(_stem(source))


def _nameless(source: Source, slug: str) -> tuple[Problem, ...]:
    if slug:
        return ()
    message = f'"{source.path}" gives no address: its name has neither letters nor digits'
    hint = "rename the file, or give its record a slug"
    return (problem("slug-empty", Position(source.path), message, hint=hint),)


def _empty(source: Source, text: str) -> tuple[Problem, ...]:
    if text.strip():
        return ()
    return (problem("document-empty", Position(source.path), f'"{source.path}" has no text'),)


def _orphan(source: Source, stated: Record) -> Problem:
    place = stated.position
    message = f'"{place.path}" is the record of no document: there is no "{source.path}"'
    hint = (
        "with `sha256:` and `rights: {text: link}` it would be a reading without its text; "
        "else put the document beside it"
    )
    return problem("record-orphan", Position(place.path), message, hint=hint)


def _another_file(source: Source, stated: Record) -> tuple[Problem, ...]:
    if source.is_absent or not stated.sha256 or stated.sha256 == source.digest:
        return ()
    place = stated.lines.get("sha256", stated.position)
    message = f'"{source.path}" has the SHA-256 {source.digest}, and its record is of another file'
    hint = "put the file in its place that the record is of, or correct the record"
    return (problem("file-differs", place, message, hint=hint),)


def _strangers(stated: Record, config: Config) -> tuple[Problem, ...]:
    """Audiences that the dossier does not have."""
    known = config.audiences
    return tuple(
        problem(
            "audience-unknown",
            stated.lines.get(f"audience.{name}", stated.lines.get("audience", stated.position)),
            f'no audience "{name}"',
            hint=did_you_mean(name, known) or f"audiences are: {', '.join(known)}",
            width=len(name),
        )
        for name in stated.audience
        if name not in known and "audience" in stated.lines
    )


def _hidden(source: Source) -> tuple[Problem, ...]:
    hidden = find_hidden(source.text)
    if not hidden:
        return ()
    others = f", and {hidden.count - 1} more such characters" if hidden.count > 1 else ""
    return (
        problem(
            "hidden-character",
            Position(source.path, hidden.line, hidden.column),
            f"readers cannot see {hidden.name} here{others}",
            hint="look whether it belongs to the document; a hidden character can hide what a text says",
        ),
    )


def _with_excerpt(found: Problem, source: Source, record: Source | None) -> Problem:
    """The problem with the line that it points into."""
    file = record if record and record.path == found.position.path else source
    line = file.text.split("\n")[found.position.line - 1 : found.position.line]
    is_short = bool(line) and len(line[0]) <= _LONGEST_EXCERPT
    return replace(found, excerpt=line[0]) if is_short else found
