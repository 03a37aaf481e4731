"""The text of `dossier.lock`: to `Lock` and back. Each line can be told from a damaged one; none holds a text.

dossier.lock 1 k3fq9x2m
/readings/tower-22/ 8fKx2 seeds/tower-22.md 20261123 Qe
p7k3f2a aB3-xYq9Zkp1f.hJ3…dK 20261123 s20270110 7x
p81n0cd aB3-xYq9Zkp -20270110 #p7k3f2a 0v
end
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from dossier.lock.prints import digest
from dossier.lock.values import Fate, Lock, LockedPage, PageFate, Print, Trace
from dossier.model import Position, Problem
from dossier.problems import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE: Final = "dossier.lock"
VERSION: Final = "1"
WIDTH: Final = 80
"""Bytes of a passage's line, with its line end."""
_END: Final = "end"
_CHECK: Final = 2
_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?: .*)?")
_DATE = re.compile(r"(?:19|20|21)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_PRINT = re.compile(r"([-\w]{6})([-\w]{4})?([hp])(?:([0-9a-z]+)\.((?:[-\w]{2})*))?", re.ASCII)
_UNSAFE = re.compile(r"[%\s\x00-\x1f\x7f]")
_ESCAPE = re.compile(r"%([0-9A-F]{2,6});")
_PAGE_FATES: dict[str, PageFate] = {">": "moved", "-": "withdrawn"}
_FATES: dict[str, Fate] = {"-": "removed", "=": "merged"}
_BASE = 36
_NUMERALS = "0123456789abcdefghijklmnopqrstuvwxyz"


def text_of(lock: Lock) -> str:
    """The file's text: pages by address, passages as they stand in the text."""
    lines = [f"{FILE} {VERSION} {lock.identity}"]
    for page in sorted(lock.pages, key=lambda each: each.address):
        lines.append(_page_line(page))
        lines.extend(_trace_line(trace, page.key) for trace in page.traces)
    return "\n".join([*lines, _END, ""])


def _checked(line: str, key: str) -> str:
    return f"{line} {digest(f'{key}{line}', _CHECK)}"


def _page_line(page: LockedPage) -> str:
    fate = {"": "", "moved": f" >{page.since}", "withdrawn": f" -{page.since}"}[page.fate]
    target = f" {_escaped(page.target)}" if page.target else ""
    source = _escaped(page.source) or "."
    line = f"/{_escaped(page.address)} {page.key} {source} {page.first}{fate}{target}"
    return _checked(line, "")


def _trace_line(trace: Trace, key: str) -> str:
    """The longest form of the line that is not too long: sketches and successors give way."""
    forms = (_fate_forms if trace.fate else _living_forms)(trace)
    line = ""
    for form in forms:
        line = _checked(f" {form}", key)
        if len(line.encode()) < WIDTH:
            break
    return line


def _living_forms(trace: Trace) -> Iterator[str]:
    known = trace.print
    head = f"{_escaped(trace.id)} {known.exact}{known.letters}{'h' if known.is_heading else 'p'}"
    dates = trace.first + "".join(
        f" {sign}{date}" for sign, date in (("s", trace.substance), ("t", trace.typography)) if date
    )
    count = _number(known.count)
    for length in range(len(known.sketch), -1, -2):
        yield f"{head}{count}.{known.sketch[:length]} {dates}"


def _fate_forms(trace: Trace) -> Iterator[str]:
    known = trace.print
    kind = "h" if known.is_heading else "p"
    fate = ("-" if trace.fate == "removed" else "=") + trace.since
    name, page = _escaped(trace.id), trace.successor.partition("#")[0]
    for successor in dict.fromkeys((trace.successor, page, "")):
        led = f" {_escaped(successor)}" if successor else ""
        yield f"{name} {known.exact}{known.letters}{kind} {trace.first} {fate}{led}"
        yield f"{name} {known.exact}{kind} {fate}{led}"


def _number(value: int) -> str:
    digits = ""
    while value or not digits:
        value, rest = divmod(value, _BASE)
        digits = _NUMERALS[rest] + digits
    return digits


def _escaped(text: str) -> str:
    return _UNSAFE.sub(lambda found: f"%{ord(found[0]):02X};", text)


def _plain(text: str) -> str:
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)


class _DamageError(ValueError):
    """A line that no build of ours wrote."""


@lru_cache(maxsize=1)
def read_lock(text: str) -> tuple[Lock, tuple[Problem, ...]]:
    """The lock that a text holds; with any problem the lock is not to be used."""
    lines = text.split("\n")
    if any(_CONFLICT.fullmatch(line) for line in lines):
        number = next(at for at, line in enumerate(lines, 1) if _CONFLICT.fullmatch(line))
        message = f"{FILE} has two versions in it, as a merge of two branches left it"
        hint = 'run "dossier lock merge": it keeps every address of both'
        return Lock(), (problem("lock-conflict", Position(FILE, number, 1), message, hint=hint),)
    identity, found = _header(lines[0])
    if found:
        return Lock(), found
    if lines[-2:] != [_END, ""]:
        return Lock(), (_damaged(len(lines), "the file has no end: part of it is missing"),)
    return read_pages(lines[1:-2], identity)


def read_pages(lines: list[str], identity: str) -> tuple[Lock, tuple[Problem, ...]]:
    """The lock of the lines between the first and the last."""
    pages: list[LockedPage] = []
    traces: list[list[Trace]] = []
    problems: list[Problem] = []
    for number, line in enumerate(lines, 2):
        try:
            if line.startswith("/") or not pages:
                pages.append(_read_page(line))
                traces.append([])
            else:
                traces[-1].append(_read_trace(line, pages[-1].key))
        except _DamageError:
            problems.append(_damaged(number, "this line is not as dossier wrote it", line))
    whole = tuple(
        replace(page, traces=tuple(some)) for page, some in zip(pages, traces, strict=True)
    )
    return Lock(identity, whole), (*problems, *_twice(whole))


def _header(line: str) -> tuple[str, tuple[Problem, ...]]:
    words = line.rstrip("\r").split(" ")
    if words[0] != FILE or len(words) != 3 or not words[2]:  # noqa: PLR2004 - name, version, identity
        return "", (_damaged(1, "the first line is not that of a lock", line),)
    if words[1] != VERSION:
        message = f"{FILE} has the format {words[1]}; this version of dossier writes {VERSION}"
        hint = "use the version of dossier that wrote it, or a newer one"
        return "", (problem("lock-version", Position(FILE, 1, 1), message, hint=hint),)
    return words[2], ()


def _damaged(number: int, what: str, line: str = "") -> Problem:
    hint = 'restore the file from version control, or run "dossier lock import SITE"'
    where = Position(FILE, number, 1)
    return problem("lock-damaged", where, f"{FILE}: {what}", hint=hint, excerpt=line[:WIDTH])


def _fields(line: str, key: str) -> list[str]:
    body, _, check = line.rpartition(" ")
    if digest(f"{key}{body}", _CHECK) != check:
        raise _DamageError
    return body.strip(" ").split(" ")


def _read_page(line: str) -> LockedPage:
    address, key, source, first, *rest = [*_fields(line, ""), "", "", ""]
    if not address.startswith("/"):
        raise _DamageError
    fate = _PAGE_FATES.get(rest[0][:1], "")
    page = LockedPage(
        address=_plain(address[1:]),
        key=key,
        source="" if source == "." else _plain(source),
        first=_date(first),
        fate=fate,
        since=_date(rest[0][1:]) if fate else "",
        target=_plain(rest[1]),
    )
    if rest[0] and not fate:
        raise _DamageError
    return page


def _date(text: str) -> str:
    if not _DATE.fullmatch(text):
        raise _DamageError
    return text


def _read_trace(line: str, key: str) -> Trace:
    if not line.startswith(" "):
        raise _DamageError
    name, known, *rest = [*_fields(line, key), ""]
    found = _PRINT.fullmatch(known)
    if not found:
        raise _DamageError
    exact, letters, kind, count, sketch = found.groups("")
    trace = Trace(
        _plain(name), Print(exact, letters, int(count or "0", _BASE), sketch, kind == "h"), ""
    )
    for word in filter(None, rest):
        trace = _with(trace, word)
    if not (trace.first or trace.fate):
        raise _DamageError
    return replace(trace, first=trace.first or trace.since)


def _with(trace: Trace, word: str) -> Trace:
    sign, date = word[:1], word[1:]
    if trace.fate:
        return replace(trace, successor=_plain(word))
    if sign == "s":
        return replace(trace, substance=_date(date))
    if sign == "t":
        return replace(trace, typography=_date(date))
    if sign in _FATES:
        return replace(trace, fate=_FATES[sign], since=_date(date))
    return replace(trace, first=_date(word))


def _twice(pages: tuple[LockedPage, ...]) -> Iterator[Problem]:
    addresses: set[str] = set()
    keys: set[str] = set()
    for page in pages:
        if page.address in addresses or (page.fate != "moved" and page.key in keys):
            yield _double(f"the page /{page.address}")
        addresses.add(page.address)
        keys |= {page.key} if page.fate != "moved" else set()
        ids: set[str] = set()
        for trace in page.traces:
            if trace.id in ids:
                yield _double(f"the passage {trace.id} of /{page.address}")
            ids.add(trace.id)


def _double(what: str) -> Problem:
    message = f"{FILE} has {what} twice"
    hint = 'run "dossier lock merge": it keeps every address once'
    return problem("lock-duplicate", Position(FILE), message, hint=hint)
