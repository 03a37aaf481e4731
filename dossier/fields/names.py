"""What may be a slug or a path on every system, and what is wrong with a text that may not; no addresses made."""

from __future__ import annotations

import re
import unicodedata

from dossier.urls import slugify

LONGEST = 200
"""Bytes of a slug in UTF-8: file systems take names of 255, and an ending or a number may follow."""

_DEVICES = frozenset(
    {"con", "prn", "aux", "nul"}
    | {f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³"}
)
_NOT_IN_PATHS = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\#%]')


def slug_fault(slug: str) -> str:
    """What keeps a text from being a slug, to follow its name; empty if it is one."""
    if not slug:
        return "is empty"
    if slug.startswith("."):
        return "begins with a dot"
    if "/" in slug or "\\" in slug:
        return "contains a slash, and a slug is one part of an address"
    if slugify(slug) != slug or unicodedata.category(slug[0])[0] == "M":
        return "is not made of lower-case letters, digits and single hyphens alone"
    return _name_fault(slug)


def path_fault(path: str) -> str:
    """What keeps a text from being a path below the site's root on every system; empty if it is one."""
    if not path.strip("/"):
        return "is empty"
    if _NOT_IN_PATHS.search(path):
        return 'contains one of \\ < > : " | ? * # % or a control character'
    for name in path.strip("/").split("/"):
        if not name or name.startswith("."):
            return "has a part that is empty or begins with a dot"
        if name != name.strip(" ") or name.endswith("."):
            return "has a part that ends in a dot or a space"
        if fault := _name_fault(name):
            return fault
    return ""


def is_reserved(name: str) -> bool:
    """Whether Windows takes the name, with or without an ending, for a device."""
    return name.partition(".")[0].rstrip(" ").casefold() in _DEVICES


def _name_fault(name: str) -> str:
    if is_reserved(name):
        return "is a name that Windows keeps for a device"
    if len(name.encode("utf-8", "surrogatepass")) > LONGEST:
        return f"is longer than {LONGEST} bytes"
    return ""
