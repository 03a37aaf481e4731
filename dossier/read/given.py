"""Files from outside the dossier that are to come in, as read; where they go and what they mean is not known here."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dossier.model import Source
from dossier.read import names
from dossier.read.encoding import Undecodable, decode
from dossier.read.folder import Found, find_files

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from dossier.model import SourceKind

_SIGNS = {
    ".obsidian": "an Obsidian vault",
    "hugo.toml": "a Hugo site",
    "hugo.yaml": "a Hugo site",
    "archetypes": "a Hugo site",
    "_config.yml": "a Jekyll site",
    "mkdocs.yml": "an MkDocs site",
}
"""What only one program puts into its folder."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file that does not come in, by its path as given, and why."""

    path: str
    why: str
    is_fault: bool = True
    """False for what a folder holds besides documents."""


@dataclass(frozen=True, slots=True)
class Given:
    """What is to come in. Paths are in NFC, below the folder that they go into."""

    documents: tuple[Source, ...]
    """Their paths begin with `seeds/`."""
    files: dict[str, Path]
    """Every file, documents and attachments, by its path that begins with `seeds/`."""
    records: tuple[Source, ...]
    """Records that came beside their documents."""
    left_out: tuple[LeftOut, ...]
    guessed: tuple[Source, ...]
    """Documents whose encoding is a guess."""
    signs: tuple[str, ...]
    """What the folders are, where they show it: `an Obsidian vault`."""


def read_given(paths: Iterable[Path], language: str) -> Given:
    """Read files and folders; a file goes to `seeds/NAME`, one in a folder to `seeds/FOLDER/…/NAME`."""
    documents: dict[str, Source] = {}
    files: dict[str, Path] = {}
    records: dict[str, Path] = {}
    left: list[LeftOut] = []
    guessed: list[Source] = []
    signs: list[str] = []
    for path in paths:
        found, faults = _found(path)
        left.extend(faults)
        signs.extend(_signs(path))
        beside = {each.path for each in found}
        for each in found:
            target = f"seeds/{each.path}"
            if _is_record(each.path, beside):
                records.setdefault(target, each.file)
                continue
            source, why, is_guess = _taken_in(each, path, target in files, language)
            if why:
                left.append(why)
                continue
            files[target] = each.file
            if source:
                documents[target] = source
                guessed.extend([source] if is_guess else [])
    read = {path: _read(path, "record", file, language) for path, file in records.items()}
    left.extend(LeftOut(path, why) for path, (_, why, _) in read.items() if why)
    return Given(
        documents=tuple(documents[path] for path in sorted(documents)),
        files=files,
        records=tuple(source for source, _, _ in read.values() if source),
        left_out=tuple(left),
        guessed=tuple(guessed),
        signs=tuple(dict.fromkeys(signs)),
    )


def _taken_in(
    found: Found,
    path: Path,
    is_twice: bool,  # noqa: FBT001 - a fact of the file
    language: str,
) -> tuple[Source | None, LeftOut | None, bool]:
    """The document if it is one, or why it is left out; and whether its encoding is a guess."""
    is_document = names.extension(found.path) in names.DOCUMENTS
    if why := _why_not(found, path.is_dir(), is_twice):
        return None, LeftOut(found.path, why, is_twice or not path.is_dir()), False
    if not is_document:
        return None, None, False
    source, why, is_guess = _read(f"seeds/{found.path}", "document", found.file, language)
    return source, LeftOut(found.path, why) if why else None, is_guess


def _is_record(path: str, beside: set[str]) -> bool:
    document = names.recorded(path)
    return (
        path.endswith(".yaml")
        and document in beside
        and names.extension(document) in names.DOCUMENTS
    )


def _found(path: Path) -> tuple[tuple[Found, ...], tuple[LeftOut, ...]]:
    real = path.resolve()
    if not real.is_dir():
        return (Found(unicodedata.normalize("NFC", path.name), real),), ()
    found, problems = find_files(real.parent, real.name)
    name = unicodedata.normalize("NFC", real.name)
    below = tuple(Found(f"{name}/{each.path.partition('/')[2]}", each.file) for each in found)
    lost = (each for each in problems if each.code != "path-case")
    return below, tuple(LeftOut(each.position.path, each.message) for each in lost)


def _signs(path: Path) -> tuple[str, ...]:
    return tuple(name for sign, name in _SIGNS.items() if path.is_dir() and (path / sign).exists())


def _why_not(found: Found, is_in_folder: bool, is_twice: bool) -> str:  # noqa: FBT001 - both facts of one file
    extension = names.extension(found.path)
    if any(map(names.is_debris, found.path.split("/"))):
        return "a name that begins with a dot, or like a backup's, is passed over"
    if is_twice:
        return "another file of this name was given"
    if extension in names.DOCUMENTS or (is_in_folder and extension in names.ASSETS):
        return ""
    if extension in names.LATER:
        return f"documents in {extension} are not read; save its text as .md or .txt"
    return "it is no document; documents end in .md, .markdown or .txt"


def _read(
    path: str, kind: SourceKind, file: Path, language: str
) -> tuple[Source | None, str, bool]:
    """The file, or why there is none; and whether its encoding is a guess."""
    try:
        data = file.read_bytes()
    except OSError as error:
        return None, f"it cannot be read: {error.strerror or error}", False
    decoded = decode(data, language)
    if isinstance(decoded, Undecodable):
        where = f"{decoded.reason}, at byte {decoded.offset}"
        return None, f"it cannot be read as text: {where}; save it as UTF-8", False
    digest = hashlib.sha256(data).hexdigest()
    source = Source(path, kind, decoded.text, digest, decoded.encoding, len(data))
    return source, "", decoded.is_guess
