"""Addresses as briefings write them: whether they lead into the dossier, to which page and place; nothing is opened."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from dataclasses import dataclass
from typing import Final
from urllib.parse import SplitResult, quote, unquote, urlsplit

_INDEX: Final = frozenset({"index.html", "index.htm", "index.md"})
_PORTS: Final = {"http": 80, "https": 443}
_DIRECTIVE = ":~:"
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_KEPT: Final = "/?:@!$&'()*+,;=~-._"


@dataclass(frozen=True, slots=True)
class Target:
    """A page of the site and a place on it."""

    page: str
    """As in the site: `readings/tower-22/`, the home page empty; of a file its path."""
    fragment: str = ""
    directive: str = ""
    """What follows `:~:`, a text fragment."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where a site stands."""

    bases: tuple[str, ...]
    """Absolute addresses of its home page, each with a slash at its end; the first is the one to use."""
    folder: str = ""
    """Of the site on this machine, as a path with slashes."""
    beside: str = ""
    """The folder of the briefing, from which relative addresses count."""
    tops: frozenset[str] = frozenset()
    """Names at the top of the site: a relative address that begins with one leads into it."""


def target_of(address: str, where: Whereabouts) -> Target | None:
    """Where an address leads in the dossier; None for anything outside."""
    try:
        parts = urlsplit(address.strip().strip("<>").strip())
        path = _path_in_site(parts, where)
    except ValueError:
        return None
    if path is None:
        return None
    fragment, mark, directive = _words(parts.fragment).partition(_DIRECTIVE)
    return Target(_page(path), fragment, directive if mark else "")


def address_of(target: Target, where: Whereabouts) -> str:
    """The full address of a target; without a base, its place in the folder."""
    mark = f"#{quote(target.fragment, safe=_KEPT)}" if target.fragment else ""
    if where.bases:
        return where.bases[0] + quote(target.page) + mark
    file = "" if target.page and not target.page.endswith("/") else "index.html"
    return quote(target.page) + file + mark


def readdressed(address: str, old: Target, new: Target, where: Whereabouts) -> str:
    """`address` with its target replaced, in the form in which it was written: relative, or with a file's name."""
    path = address.strip().partition("#")[0].partition("?")[0]
    if _SCHEME.match(path):
        full = address_of(new, where)
        return full if where.bases else address
    folder, _, file = path.rpartition("/")
    is_named = file in _INDEX
    steps = (folder if is_named or not file else path).split("/")
    depth = old.page.count("/")
    head = steps[: len(steps) - depth] if depth else steps
    mark = f"#{quote(new.fragment, safe=_KEPT)}" if new.fragment else ""
    lead = "/".join(head)
    lead += "/" if lead or path.startswith("/") else ""
    return lead + quote(new.page) + (file if is_named else "") + mark


def from_page(page: str, href: str) -> Target:
    """The target of a relative link that stands on a page of the site."""
    path, _, fragment = href.partition("#")
    if not path:
        return Target(page, unquote(fragment))
    return Target(_page("/" + posixpath.join(page, unquote(path))), unquote(fragment))


def _words(text: str) -> str:
    return unicodedata.normalize("NFC", unquote(text))


def _path_in_site(parts: SplitResult, where: Whereabouts) -> str | None:
    """The path below the home page, beginning with a slash."""
    scheme = parts.scheme.lower()
    if parts.netloc and scheme in {"", *_PORTS}:
        return next(filter(None, (_below(parts, base) for base in where.bases)), None)
    if scheme == "file":
        return _within(_words(parts.path), where.folder)
    if scheme or not parts.path:
        return None
    return _relative(_words(parts.path), where)


def _below(parts: SplitResult, base: str) -> str | None:
    home = urlsplit(base)
    if (parts.hostname or "") != (home.hostname or ""):
        return None
    ports = {it.port for it in (parts, home)} - {None, *_PORTS.values()}
    if ports and parts.port != home.port:
        return None
    return _within(_words(parts.path) or "/", _words(home.path).rstrip("/"))


def _within(path: str, folder: str) -> str | None:
    folder = folder.rstrip("/")
    if path == folder:
        return "/"
    return path[len(folder) :] if path.startswith(folder + "/") else None


def _relative(path: str, where: Whereabouts) -> str | None:
    if path.startswith("/"):
        homes = (_words(urlsplit(base).path).rstrip("/") for base in where.bases)
        found = next(filter(None, (_within(path, home) for home in homes)), None)
        return found or (path if path.split("/")[1] in where.tops else None)
    if where.beside and where.folder:
        there = posixpath.normpath(posixpath.join(where.beside, path))
        found = _within(there + ("/" if path.endswith("/") else ""), where.folder)
        if found:
            return found
    steps = [step for step in path.split("/") if step not in {".", ".."}]
    steps = steps[1:] if steps[:1] == ["site"] else steps
    return "/" + "/".join(steps) if steps and steps[0] in where.tops else None


def _page(path: str) -> str:
    """`/readings//x/index.html` to `readings/x/`; a page's name without its slash gets one."""
    whole = posixpath.normpath("/" + path.lstrip("/")).lstrip("/")
    folder, _, last = whole.rpartition("/")
    if last in _INDEX:
        return folder + "/" if folder else ""
    if not whole or whole == ".":
        return ""
    is_file = "." in last and not path.endswith("/") and last.rpartition(".")[2].isalnum()
    return whole if is_file else whole + "/"
