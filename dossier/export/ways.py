"""Links between pages of a built site, resolved; not where they lead in an export."""

from __future__ import annotations

from posixpath import join, normpath
from urllib.parse import unquote, urlsplit


def way_to(href: str, origin: str) -> tuple[str, str]:
    """Path in the site and fragment of a link on the page `origin`; a page's path is its address.

    A link that leaves the site has the path `:`.
    """
    parts = urlsplit(href)
    fragment = unquote(parts.fragment).partition(":~:")[0]
    if parts.scheme or parts.netloc or parts.path.startswith("/"):
        return ":", fragment
    if not parts.path:
        return origin, fragment
    path = normpath(join(origin, unquote(parts.path)))
    is_folder = parts.path.endswith("/")
    if path == "index.html" or (path == "." and is_folder):
        return "", fragment
    if path.endswith("/index.html"):
        return path.removesuffix("index.html"), fragment
    return (f"{path}/" if is_folder else path), fragment
