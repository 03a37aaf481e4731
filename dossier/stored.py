"""Values of the model as bytes and back, for the cache: JSON, so that damage is an error and never a surprise."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import cast

from dossier import model

Json = str | int | float | bool | list["Json"] | dict[str, "Json"] | None
"""A value as JSON has it. A list begins with the name of a type, or with nothing if it is a tuple."""


class DamagedError(ValueError):
    """Bytes that are no value of ours."""


def to_bytes(value: object) -> bytes:
    """A value built from the model's dataclasses, tuples, mappings with text or number keys, and scalars."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )


def from_bytes(data: bytes) -> object:
    """The value that `to_bytes` made; `DamagedError` if it is none."""
    try:
        return _value(json.loads(data.decode("utf-8", "surrogatepass")))
    except (ValueError, TypeError, AttributeError, IndexError, KeyError, RecursionError) as error:
        raise DamagedError(str(error)) from error


def _plain(value: object) -> Json:
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    if isinstance(value, (tuple, list)):
        return ["", *(_plain(item) for item in value)]
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if is_dataclass(value):
        kind = value.__class__
        return [kind.__name__, *(_plain(getattr(value, name)) for name in _fields(kind))]
    raise TypeError(f"no bytes for {type(value).__name__}")


def _value(plain: Json) -> object:
    if isinstance(plain, list):
        items = [_value(item) for item in plain[1:]]
        return tuple(items) if not plain[0] else _kind(cast("str", plain[0]))(*items)
    if isinstance(plain, dict):
        return {key: _value(item) for key, item in plain.items()}
    return plain


@cache
def _fields(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _kind(name: str) -> type:
    kind = getattr(model, name)
    if not (isinstance(kind, type) and is_dataclass(kind)):
        raise TypeError(name)
    return kind
