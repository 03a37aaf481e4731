"""Digests of values and of our own code: what a key is made of."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from importlib.resources import files
from typing import Protocol, runtime_checkable


@runtime_checkable
class Fingerprinted(Protocol):
    """A value that says in fewer words than its fields what it depends on."""

    def fingerprint(self) -> object:
        """What the value's digest is made of instead of its fields."""


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
    elif value is None or isinstance(value, (bool, int, float)):
        parts.append(f"{value!r};")
    elif isinstance(value, (tuple, list)):
        parts.append(f"({len(value)};")
        for item in value:
            _spell(item, parts)
    elif isinstance(value, Mapping):
        parts.append(f"{{{len(value)};")
        for key, item in value.items():
            _spell(key, parts)
            _spell(item, parts)
    elif isinstance(value, Fingerprinted):
        _spell(value.fingerprint(), parts)
    elif is_dataclass(value):
        parts.append(f"{type(value).__name__}<")
        for name in _fields(value.__class__):
            _spell(getattr(value, name), parts)
    else:
        raise TypeError(f"no digest of {type(value).__name__}")


@cache
def _fields(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


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
