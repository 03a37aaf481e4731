"""A theme's colours by role as a style sheet; which roles there are is the theme's to say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SHEET = "styles/colours.css"
_KEY = re.compile(r"colours\.(light|dark)\.([a-z][a-z-]*)")
_COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}|[a-zA-Z]+(?:\([\w\s%.,/+-]*\))?")


def ill_colours(settings: Mapping[str, str]) -> tuple[str, ...]:
    """Keys below `colours` that name no role of a scheme, or whose value is no CSS colour."""
    return tuple(
        key
        for key, value in settings.items()
        if key.startswith("colours.") and not (_KEY.fullmatch(key) and _COLOUR.fullmatch(value))
    )


def colour_sheet(settings: Mapping[str, str]) -> bytes:
    """The roles as custom properties, each with its light and its dark value; empty if no colour is set."""
    schemes: dict[str, dict[str, str]] = {"light": {}, "dark": {}}
    for key, value in settings.items():
        found = _KEY.fullmatch(key)
        if found and _COLOUR.fullmatch(value):
            schemes[found[1]][found[2]] = value
    light, dark = schemes["light"], schemes["dark"]
    roles = "".join(
        f"--{role}: light-dark({light.get(role, dark.get(role))}, {dark.get(role, light.get(role))});\n"
        for role in dict.fromkeys((*light, *dark))
    )
    return f"@layer roles {{\n:root {{\n{roles}}}\n}}\n".encode() if roles else b""
