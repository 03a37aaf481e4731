"""What documents from a vault or another generator hold that a dossier shows as it stands, and links to nowhere."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING
from unicodedata import normalize
from urllib.parse import unquote

from dossier.link.wiki import parts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dossier.model import Source

# What may repeat in these patterns is bounded: time grows with the length of a line, not with its square.
_FENCE = re.compile(r"[ \t>]*(`{3,}|~{3,})[ \t]*([\w-]*)")
_CODE = re.compile(r"(?<!`)(`{1,9})(?!`).{1,1000}?(?<!`)\1(?!`)")
_WIKI = re.compile(r"(?<!!)\[\[([^\[\]|\n]{1,500})(?:\|[^\[\]\n]{0,500})?\]\]")
_LINK = re.compile(
    r"\]\([ \t]{0,9}(?:<([^<>\n]{0,1000})>|((?:[^()\s]|\([^()\s]{0,500}\)){0,1000}))"
)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:|//|\{")
_CONSTRUCTS = (
    ("embeds ![[…]]", re.compile(r"!\[\[[^\[\]\n]{1,500}\]\]")),
    ("shortcodes {{< … >}}", re.compile(r"\{\{[<%][^{}]{0,500}[>%]\}\}")),
    ("tags {% … %}", re.compile(r"\{%[^{}]{0,500}%\}")),
    ("variables {{ … }}", re.compile(r"\{\{(?![<%])[^{}]{0,500}\}\}")),
    ("callouts > [!…]", re.compile(r"^[ \t]*>[ \t>]*\[!\w{1,40}\]")),
    ("admonitions !!! and ???", re.compile(r"^[ \t]*(?:!!!|\?\?\?\+?)[ \t]+\w")),
    ('content tabs === "…"', re.compile(r'^[ \t]*===[!+]?[ \t]+"')),
    (
        "block references ^…",
        re.compile(r"(?:^|[ \t])\^[A-Za-z0-9-]{1,80}[ \t]{0,9}$|\[\[[^\[\]\n]{0,500}#\^"),
    ),
    ("attributes {: … }", re.compile(r"\{:[^{}\n]{0,500}\}|\{[#.][\w-][^{}\n]{0,500}\}")),
    (
        "inline fields …:: …",
        re.compile(r"^[ \t]*(?:[-*][ \t]+)?[^\W\d][\w -]{0,80}::[ \t]|`= ?this\."),
    ),
    ("comments %% … %%", re.compile(r"%%.{1,1000}?%%")),
)
_QUERIES = "queries of plugins (dataview, tasks, …)"
_PLUGINS = frozenset({"dataview", "dataviewjs", "tasks", "query", "base", "templater"})


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a document, from 1, and the words there."""

    path: str
    line: int
    words: str


@dataclass(frozen=True, slots=True)
class Unmapped:
    """A construct that is shown as it stands: how often it occurs, and where first."""

    what: str
    count: int
    first: Place


@dataclass(frozen=True, slots=True)
class Survey:
    """What was found in the documents."""

    links: int
    """Links inside the dossier."""
    nowhere: tuple[Place, ...]
    unmapped: tuple[Unmapped, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What links can name. `names` are casefolded, `paths` begin with `seeds/` or `content/`."""

    names: frozenset[str]
    paths: frozenset[str]
    """Of documents with and without extension, of attachments, and addresses of readings, without a slash at the end."""


def known_names(called: Mapping[str, tuple[str, ...]], entries: Iterable[str]) -> frozenset[str]:
    """Names that mean one document or an entry. `called`: path of a document to its slug, title and aliases.

    As the linker has it: a slug names its document; a file's name, the end of a path, a title or an alias does
    if only one document has it.
    """
    slugs = {slug.casefold() for slug, *_ in called.values()}
    counts: Counter[str] = Counter()
    for path, (_, *titles) in called.items():
        names = (*_ends(path), *(" ".join(title.split()) for title in titles))
        counts.update({name.casefold() for name in names})
    unshared = {name for name, count in counts.items() if count == 1}
    return frozenset(slugs | unshared | {entry.casefold() for entry in entries})


def survey(documents: Sequence[Source], known: Known) -> Survey:
    """Look through Markdown documents. Linear in their length."""
    links = 0
    nowhere: list[Place] = []
    places: dict[str, list[Place]] = {}
    for source in documents:
        if source.path.lower().endswith(".txt"):
            continue
        for number, line in _lines(source.text, source.path, places):
            targets = tuple(_targets(line))
            links += len(targets)
            nowhere.extend(
                Place(source.path, number, words)
                for kind, words, target in targets
                if not _is_known(kind, target, source.path, known)
            )
            for what, pattern in _CONSTRUCTS:
                found = (
                    Place(source.path, number, match[0].strip()) for match in pattern.finditer(line)
                )
                places.setdefault(what, []).extend(found)
    unmapped = (Unmapped(what, len(held), held[0]) for what, held in places.items() if held)
    return Survey(links, tuple(nowhere), tuple(sorted(unmapped, key=lambda each: -each.count)))


def _lines(text: str, path: str, places: dict[str, list[Place]]) -> Iterator[tuple[int, str]]:
    """Number and words of each line that is no code; queries are noted on the way."""
    fence = ""
    for number, line in enumerate(normalize("NFC", text).split("\n"), 1):
        opened = _FENCE.match(line)
        if fence:
            fence = "" if opened and opened[1].startswith(fence) else fence
        elif opened:
            fence = opened[1]
            if opened[2] in _PLUGINS:
                places.setdefault(_QUERIES, []).append(Place(path, number, line.strip()))
        else:
            yield number, _CODE.sub("", line) if "`" in line else line


def _targets(line: str) -> Iterator[tuple[str, str, str]]:
    """Kind, words and target of each link that does not leave the dossier."""
    if "[" not in line:
        return
    for match in _WIKI.finditer(line):
        yield "wiki", match[0], match[1]
    for match in _LINK.finditer(line):
        target = match[1] or match[2] or ""
        if target and not target.startswith("#") and not _SCHEME.match(target):
            yield "link", f"({target})", target


def _is_known(kind: str, target: str, path: str, known: Known) -> bool:
    if kind == "wiki":
        name, _ = parts_of(target)
        return not name or name.casefold() in known.names or name in known.paths
    way = unquote(target.partition("#")[0].partition("?")[0]).replace("\\", "/")
    if way.startswith("/"):
        return _plain(way.lstrip("/")) in known.paths
    page = f"readings/{posixpath.basename(path)}"
    return any(
        _plain(posixpath.join(folder, way)) in known.paths
        for folder in (posixpath.dirname(path), page)
    )


def _plain(path: str) -> str:
    return posixpath.normpath(path).removesuffix("/index.html").rstrip("/")


def _ends(path: str) -> Iterator[str]:
    """`b/c.md`, `b/c`, `c.md` and `c` of `seeds/b/c.md`."""
    parts = path.split("/")
    for number in range(1, len(parts)):
        end = "/".join(parts[number:])
        yield end
        yield posixpath.splitext(end)[0]
