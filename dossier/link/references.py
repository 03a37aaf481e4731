"""Links as written, resolved to addresses, with the problems of those that lead nowhere; not mentions."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from dossier.link.addresses import address_of_document, address_of_entry
from dossier.link.targets import Targets, nfc
from dossier.link.wiki import parts_of
from dossier.model import Address, Body, Document, Problem, Reference
from dossier.positions import place_in
from dossier.problems import problem

_OUTSIDE = frozenset({"http", "https", "mailto"})
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")
_INVISIBLE = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]+")
_ACTIVE = (
    ".htm",
    ".html",
    ".xhtml",
    ".xht",
    ".shtml",
    ".js",
    ".mjs",
    ".xml",
    ".xsl",
    ".xslt",
    ".swf",
)
"""Files that could run in a reader's browser under the site's name."""
_LONGEST_QUOTED = 120


@dataclass(frozen=True, slots=True)
class Resolved:
    """Where a reference leads. `problems` says why it does not, or not quite."""

    address: Address | None
    label: str = ""
    """Words for a wiki link that gave none."""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """The text that a reference stands in."""

    path: str
    page: str
    """Address of the page that shows it."""
    body: Body
    document: Document | None = None


def resolve(targets: Targets, origin: Origin, reference: Reference) -> Resolved | None:
    """Resolve a reference; None if it leads out of the dossier and is used as written."""
    if reference.kind == "wiki":
        return _Resolver(targets, origin, reference).wiki()
    visible = _INVISIBLE.sub("", reference.target)
    scheme = _SCHEME.match(visible)
    if scheme and scheme[1].lower() in _OUTSIDE:
        return None
    resolver = _Resolver(targets, origin, reference)
    if scheme:
        return resolver.unsafe(
            f'links with "{scheme[1].lower()}:" are not published; http, https and mailto are'
        )
    if visible.startswith("//"):
        return None
    return resolver.link()


@dataclass(frozen=True, slots=True)
class _Resolver:
    targets: Targets
    origin: Origin
    reference: Reference

    def wiki(self) -> Resolved:
        name, fragment = parts_of(nfc(self.reference.target))
        if not name:
            return (
                self._in_document(self.origin.document, fragment)
                if fragment
                else self._broken(name)
            )
        named = self.targets.lexicon.named(name)
        if len(named) > 1:
            listed = " and ".join(f'"{entry}"' for entry in named)
            return self._trouble(
                "alias-ambiguous",
                f'"{name}" may mean the entries {listed}',
                f"write [[{named[0]}|{name}]]",
            )
        if named:
            entry = self.targets.entries[named[0]]
            label = entry.name if name == entry.id else name
            return Resolved(address_of_entry(entry), label)
        document = self.targets.names.get(name.casefold()) or self.targets.files.get(name)
        if document is None:
            return self._broken(name)
        return self._in_document(document, fragment)

    def link(self) -> Resolved:
        raw, _, rest = self.reference.target.partition("#")
        fragment = nfc(unquote(rest))
        path = nfc(unquote(raw.partition("?")[0])).replace("\\", "/")
        if not path:
            return self._in_own_page(fragment)
        for candidate in self._candidates(path):
            found = self._at(candidate, fragment)
            if found is not None:
                return found
        return self._broken(path)

    def unsafe(self, message: str) -> Resolved:
        return self._trouble("link-unsafe", message, "")

    def _candidates(self, path: str) -> Iterator[str]:
        """What a path may mean: beside the file, or in the site beside the page, or from the root of either."""
        if path.startswith("/"):
            yield _normal(path.lstrip("/"), path)
            return
        folder = posixpath.dirname(self.origin.path)
        yield _normal(posixpath.join(folder, path), path)
        yield _normal(posixpath.join(self.origin.page, path), path)

    def _at(self, path: str, fragment: str) -> Resolved | None:
        if path.startswith("../"):
            return None
        targets = self.targets
        document = targets.files.get(path.rstrip("/"))
        if document is None:
            page = _page(path)
            if page in targets.pages:
                document = targets.pages[page]
                if document is None:
                    return self._in_page(page, fragment)
        if document is not None:
            return self._in_document(document, fragment)
        asset = targets.asset(path)
        if asset is None:
            return None
        is_active = path.lower().endswith(_ACTIVE) or (
            self.reference.kind == "link" and path.lower().endswith((".svg", ".svgz"))
        )
        if is_active:
            return self.unsafe(f'"{path}" could run in a reader\'s browser, and is not published')
        return Resolved(Address(asset.page, fragment))

    def _in_own_page(self, fragment: str) -> Resolved:
        if self.origin.document is not None:
            return self._in_document(self.origin.document, fragment)
        return self._in_page(self.origin.page, fragment)

    def _in_page(self, page: str, fragment: str) -> Resolved:
        if fragment and not self.targets.has_fragment(page, fragment):
            return self._lost(Address(page), "", fragment)
        return Resolved(Address(page, fragment))

    def _in_document(self, document: Document | None, fragment: str) -> Resolved:
        if document is None:
            return self._in_page(self.origin.page, fragment)
        page = address_of_document(document).page
        if not fragment:
            return Resolved(Address(page), document.title)
        found = self.targets.fragment(document, fragment)
        if found is None:
            return self._lost(Address(page), document.title, fragment)
        return Resolved(Address(page, found.id), found.text if found.level else document.title)

    def _lost(self, address: Address, label: str, fragment: str) -> Resolved:
        message = f'"{_short(self.reference.target)}": the page has no "{_short(fragment)}"; the link leads to its top'
        return Resolved(address, label, (self._problem("fragment-broken", message, ""),))

    def _broken(self, name: str) -> Resolved:
        message = f'"{_short(self.reference.target)}" leads nowhere, and is shown as plain text'
        return self._trouble(
            "link-broken", message, self.targets.hint(posixpath.basename(name.rstrip("/")))
        )

    def _trouble(self, code: str, message: str, hint: str) -> Resolved:
        return Resolved(None, self.reference.target, (self._problem(code, message, hint),))

    def _problem(self, code: str, message: str, hint: str) -> Problem:
        offset = self.reference.open[0]
        position, line = place_in(self.origin.body, self.origin.path, offset, self.reference.line)
        width = min(self.reference.close[1] - offset, len(line) - position.column + 1)
        return problem(code, position, message, hint=hint, excerpt=line, width=max(1, width))


def _normal(joined: str, path: str) -> str:
    """The path without `.` and `..`; with its slash at the end if it had one."""
    normal = posixpath.normpath(joined)
    if normal == ".":
        return ""
    return normal + "/" if path.endswith(("/", "/.", "/..")) else normal


def _page(path: str) -> str:
    """The address that a path in the site means: `glossary`, `glossary/`, `glossary/index.html`."""
    for name in ("index.html", "index.md"):
        if path == name or path.endswith("/" + name):
            return path[: -len(name)]
    return path if not path or path.endswith("/") else path + "/"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTED else text[:_LONGEST_QUOTED] + "…"
