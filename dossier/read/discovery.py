"""What a dossier on disk consists of: documents, records, pages, entries, events, and files to publish beside them."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from dossier.model import Config, Position, Problem, Source
from dossier.problems import did_you_mean, problem
from dossier.read import names
from dossier.read.encoding import Undecodable, decode
from dossier.read.folder import Found, find_files, unreadable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dossier.model import SourceKind

SEEDS = "seeds"
_DIGEST = re.compile(rb"^[\"']?sha256[\"']?[ \t]*:", re.MULTILINE)
CONTENT = "content"


@dataclass(frozen=True)
class Sources:
    """The files of a dossier, each tuple sorted by path. Every record belongs to a file of `documents`."""

    documents: tuple[Source, ...] = ()
    records: tuple[Source, ...] = ()
    pages: tuple[Source, ...] = ()
    entries: tuple[Source, ...] = ()
    events: tuple[Source, ...] = ()
    claims: tuple[Source, ...] = ()
    paths: tuple[Source, ...] = ()
    assets: tuple[str, ...] = ()
    """Paths in NFC of files that a document may show; `asset_file` says where one lies."""

    def record_of(self, document: Source) -> Source | None:
        """The record file beside a document."""
        return self._records.get(document.path)

    @cached_property
    def _records(self) -> Mapping[str, Source]:
        return {names.recorded(each.path): each for each in reversed(self.records)}


def read_dossier(root: Path, config: Config) -> tuple[Sources, tuple[Problem, ...]]:
    """Read `seeds/` and `content/` below `root`. A folder that is not there is empty."""
    seeds, seed_problems = find_files(root, SEEDS)
    content, content_problems = find_files(root, CONTENT)
    kinds, kind_problems = _kinds((*seeds, *content))
    kinds, kind_problems, absent = _with_absent(seeds, kinds, kind_problems)
    sources: dict[SourceKind, list[Source]] = {
        kind: [] for kind in ("document", "record", "page", "entries", "events", "claims", "path")
    }
    problems = [*seed_problems, *content_problems, *kind_problems]
    for found in sorted((*seeds, *content), key=lambda each: each.path):
        kind = kinds.get(found.path, "asset")
        if kind == "asset":
            continue
        source, its_problems = _read(found, kind, config.language)
        problems.extend(its_problems)
        sources[kind].extend([source] if source else [])
    assets = tuple(sorted(path for path, kind in kinds.items() if kind == "asset"))
    return Sources(
        documents=tuple(sorted((*sources["document"], *absent), key=lambda each: each.path)),
        records=tuple(sources["record"]),
        pages=tuple(sources["page"]),
        entries=tuple(sources["entries"]),
        events=tuple(sources["events"]),
        claims=tuple(sources["claims"]),
        paths=tuple(sources["path"]),
        assets=assets,
    ), tuple(problems)


def asset_file(root: Path, path: str) -> Path:
    """Where the asset named `path` (NFC) lies, however the file system spells its name."""
    file = root
    for part in PurePosixPath(path).parts:
        exact = file / part
        spelled = () if exact.exists() or not file.is_dir() else sorted(file.iterdir())
        same = (each for each in spelled if unicodedata.normalize("NFC", each.name) == part)
        file = next(same, exact)
    return file


def _kinds(files: tuple[Found, ...]) -> tuple[Mapping[str, SourceKind], tuple[Problem, ...]]:
    """What each file is; one that is nothing is left out and has a problem."""
    paths = frozenset(found.path for found in files)
    kinds: dict[str, SourceKind] = {}
    problems: list[Problem] = []
    for path in sorted(paths):
        in_seeds = path.startswith(f"{SEEDS}/")
        kind = _kind_of_seed(path) if in_seeds else _kind_of_content(path)
        if kind == "record" and names.recorded(path) in paths:
            kinds[path] = kind
            problems.extend(_second_record(path, paths))
        elif kind == "record":
            problems.append(_orphan(path, paths))
        elif kind:
            kinds[path] = kind
        if in_seeds and names.extension(path) in names.LATER:
            problems.append(_comes_later(path))
        elif not kind:
            problems.append(_unknown(path))
    unread = [path for path in kinds if kinds[path] == "record" and _is_spare(path, kinds)]
    return {path: kind for path, kind in kinds.items() if path not in unread}, tuple(problems)


def _with_absent(
    seeds: tuple[Found, ...], kinds: Mapping[str, SourceKind], problems: tuple[Problem, ...]
) -> tuple[Mapping[str, SourceKind], tuple[Problem, ...], tuple[Source, ...]]:
    """Taking in records that give the SHA-256 of a document which is elsewhere: it is empty here."""
    here = {found.path for found in seeds}
    records = {
        found.path: names.recorded(found.path)
        for found in seeds
        if names.extension(found.path) in names.RECORDS
        and names.recorded(found.path) not in here
        and names.extension(names.recorded(found.path)) in names.DOCUMENTS | names.LATER
        and _gives_digest(found)
    }
    left = tuple(
        each
        for each in problems
        if each.code != "record-orphan" or each.position.path not in records
    )
    absent = tuple(
        Source(document, "document", "", "", is_absent=True)
        for document in sorted(set(records.values()))
    )
    return {**kinds, **dict.fromkeys(records, "record")}, left, absent


def _gives_digest(found: Found) -> bool:
    try:
        return bool(_DIGEST.search(found.file.read_bytes()))
    except OSError:
        return False


def _is_spare(path: str, kinds: Mapping[str, SourceKind]) -> bool:
    """Whether a record is not read: its document is not, or `.yaml` stands beside this `.yml`."""
    document = names.recorded(path)
    return kinds.get(document) != "document" or (
        path.endswith(".yml") and f"{document}.yaml" in kinds
    )


def _kind_of_seed(path: str) -> SourceKind | None:
    extension = names.extension(path)
    if extension in names.DOCUMENTS:
        return "document"
    if extension in names.RECORDS:
        return "record"
    return "asset" if extension in names.ASSETS else None


def _kind_of_content(path: str) -> SourceKind | None:
    extension = names.extension(path)
    if extension in names.MARKDOWN:
        return "page"
    name = path.removeprefix(f"{CONTENT}/").removesuffix(extension)
    if extension in names.RECORDS and (kind := _kind_of_list(name)):
        return kind
    return "asset" if extension in names.ASSETS else None


def _kind_of_list(name: str) -> SourceKind | None:
    """What a YAML file of this name, below `content/`, holds."""
    if name in names.ENTRIES:
        return "entries"
    if name == names.EVENTS:
        return "events"
    if name == names.CLAIMS:
        return "claims"
    return "path" if name.startswith(f"{names.PATHS}/") else None


def _read(
    found: Found, kind: SourceKind, language: str
) -> tuple[Source | None, tuple[Problem, ...]]:
    try:
        data = found.file.read_bytes()
    except OSError as error:
        return None, (unreadable(found.path, error.strerror or str(error)),)
    decoded = decode(data, language)
    if isinstance(decoded, Undecodable):
        return None, (_undecodable(found.path, decoded),)
    source = Source(
        path=found.path,
        kind=kind,
        text=decoded.text,
        digest=hashlib.sha256(data).hexdigest(),
        encoding=decoded.encoding,
        size=len(data),
    )
    return source, (_guessed(found.path, decoded.encoding),) if decoded.is_guess else ()


def _undecodable(path: str, failure: Undecodable) -> Problem:
    return problem(
        "encoding-undecodable",
        Position(path),
        f'"{path}" cannot be read as text: {failure.reason}, at byte {failure.offset}',
        hint="save it as UTF-8 in the program that wrote it",
    )


def _guessed(path: str, encoding: str) -> Problem:
    return problem(
        "encoding-guessed",
        Position(path),
        f'"{path}" is not UTF-8 and was read as {encoding}, which is a guess',
        hint="look at its accents and quotation marks, then save it as UTF-8",
    )


def _orphan(path: str, paths: frozenset[str]) -> Problem:
    document = names.recorded(path)
    documents = [each for each in paths if names.extension(each) in names.DOCUMENTS | names.LATER]
    exact = [each for each in sorted(documents) if names.recorded(each) == document]
    hint = f'its record would be "{exact[0]}.yaml"' if exact else did_you_mean(document, documents)
    message = f'"{path}" is the record of no document: there is no "{document}"'
    return problem("record-orphan", Position(path), message, hint=hint)


def _second_record(path: str, paths: frozenset[str]) -> tuple[Problem, ...]:
    first = f"{names.recorded(path)}.yaml"
    if not path.endswith(".yml") or first not in paths:
        return ()
    message = f'"{names.recorded(path)}" has two records, "{first}" and "{path}"; the first counts'
    return (problem("record-twice", Position(path), message, hint="keep one of them"),)


def _comes_later(path: str) -> Problem:
    kind = names.extension(path)
    published = (
        " Where a document links to it, it is published as it is." if kind in names.ASSETS else ""
    )
    return problem(
        "format-unsupported",
        Position(path),
        f'"{path}" is not read: documents in {kind} come in a later version.{published}',
        hint="save its text as .md or .txt",
    )


def _unknown(path: str) -> Problem:
    known = [
        f"{CONTENT}/{name}.yaml" for name in sorted(names.ENTRIES | {names.EVENTS, names.CLAIMS})
    ]
    hint = did_you_mean(path, known) if names.extension(path) in names.RECORDS else ""
    return problem(
        "file-unknown",
        Position(path),
        f'"{path}" is not read: nothing in a dossier has this name or extension',
        hint=hint or "documents end in .md or .txt; a name that begins with a dot is passed over",
    )


def read_assets(root: Path, paths: tuple[str, ...]) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """The bytes of assets by their path in the site, `assets/PATH`."""
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for path in paths:
        try:
            files[f"assets/{path}"] = asset_file(root, path).read_bytes()
        except OSError as error:
            problems.append(unreadable(path, error.strerror or str(error)))
    return files, tuple(problems)
