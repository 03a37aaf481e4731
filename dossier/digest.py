"""Digests of values and of our own code: what a key is made of."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from importlib.resources import files
from operator import attrgetter

_Reader = tuple[str, Callable[[object], Iterable[object]]]
_readers: dict[type, _Reader] = {}


def digest_of(*values: object) -> str:
    """SHA-256, hexadecimal, of values built from texts, numbers, tuples, mappings and dataclasses."""
    parts: list[str] = []
    for value in values:
        _spell(value, parts)
    return hashlib.sha256("".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def digest_of_bytes(data: bytes) -> str:
    """SHA-256 of bytes, hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _spell(value: object, parts: list[str]) -> None:
    """Write a value so that no two different values are written alike."""
    if isinstance(value, str):
        parts.append(f"{len(value)}:{value}")
    elif isinstance(value, (tuple, list)):
        parts.append(f"({len(value)};")
        for item in value:
            _spell(item, parts)
    elif value is None or isinstance(value, (bool, int, float)):
        parts.append(f"{value!r};")
    elif isinstance(value, Mapping):
        parts.append(f"{{{len(value)};")
        for key, item in value.items():
            _spell(key, parts)
            _spell(item, parts)
    else:
        name, read = _reader(type(value))
        parts.append(name)
        for item in read(value):
            _spell(item, parts)


def _reader(kind: type) -> _Reader:
    """A type's name, and what of its values counts: `fingerprint()` where it has one, else every field."""
    if kind not in _readers:
        _readers[kind] = _new_reader(kind)
    return _readers[kind]


def _new_reader(kind: type) -> _Reader:
    if hasattr(kind, "fingerprint"):
        return f"{kind.__name__}<", lambda value: (value.fingerprint(),)
    if not is_dataclass(kind):
        raise TypeError(f"no digest of {kind.__name__}")
    names = tuple(field.name for field in fields(kind))
    if len(names) == 1:
        return f"{kind.__name__}<", lambda value: (getattr(value, names[0]),)
    return f"{kind.__name__}<", attrgetter(*names)


@cache
def digest_of_code() -> str:
    """Digest of every Python file of this package: a change of ours makes every key a new one."""
    digest = hashlib.sha256()
    package = files("dossier")
    stack = [package]
    while stack:
        folder = stack.pop()
        for item in sorted(folder.iterdir(), key=lambda entry: entry.name):
            if item.is_dir() and item.name not in {"__pycache__", "themes"}:
                stack.append(item)
            elif item.name.endswith(".py"):
                digest.update(item.name.encode() + b"\0" + item.read_bytes())
    return digest.hexdigest()
