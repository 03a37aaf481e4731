"""The target of a link taken apart; not what it leads to."""

from __future__ import annotations

from urllib.parse import unquote


def parts_of(target: str) -> tuple[str, str]:
    """What a target names, and the fragment after `#`: both with `%20` and its like resolved."""
    name, _, fragment = target.partition("#")
    return unquote(name).strip(), unquote(fragment).strip()
