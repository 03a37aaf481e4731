"""Which requests are answered at all, and which file an address means; nothing is read here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, unquote_to_bytes, urlsplit

OWN: Final = "_dossier/"
"""Below this, inside the base path, lies what the preview itself needs."""

_TARGET: Final = re.compile(r"/[\x21-\x7e]*")
_CODED: Final = re.compile(r"%[0-9A-Fa-f]{2}")
_LONGEST: Final = 4096
_FOREIGN: Final = frozenset({"cross-site", "same-site"})


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request is not answered."""

    status: int
    reason: str


@dataclass(frozen=True, slots=True)
class Asked:
    """The headers that decide whether a request is one of ours; each as often as it came."""

    hosts: tuple[str, ...]
    origins: tuple[str, ...]
    site: str
    """`Sec-Fetch-Site` (Fetch Metadata): whose page makes the request."""
    destination: str
    """`Sec-Fetch-Dest`: what it is for."""
    has_body: bool


def refusal(asked: Asked, port: int) -> Refusal | None:
    """Why the request is none of ours, if so."""
    names = {f"127.0.0.1:{port}", f"localhost:{port}"}
    names |= {"127.0.0.1", "localhost"} if port == 80 else set()  # noqa: PLR2004 - HTTP's own port
    if len(asked.hosts) != 1 or asked.hosts[0].strip().casefold() not in names:
        return Refusal(403, "This preview is served under 127.0.0.1 and localhost only.")
    origins = {f"http://{name}" for name in names}
    if any(origin.strip().casefold() not in origins for origin in asked.origins):
        return Refusal(403, "This preview answers its own pages only.")
    if asked.site.casefold() in _FOREIGN and asked.destination != "document":
        return Refusal(403, "This preview answers its own pages only.")
    return Refusal(400, "A request for a page has no body.") if asked.has_body else None


def path_asked_for(target: str) -> str | Refusal:
    """The path of a request line's target, decoded, without its first `/`."""
    raw = target.partition("?")[0]
    if len(target) > _LONGEST or not _TARGET.fullmatch(target) or "#" in target:
        return Refusal(400, "The address is not one of a page.")
    path = _decoded(raw)
    if path is None or not is_straight(path) or any(map(_leaves, _decoded_further(path))):
        return Refusal(400, "The address does not lead straight into the site.")
    if raw.casefold().count("%2f"):
        return Refusal(400, "The address does not lead straight into the site.")
    return path.removeprefix("/")


def is_straight(path: str) -> bool:
    """Whether a decoded path goes down only, in names that files of a site can have."""
    names = path.removeprefix("/").removesuffix("/").split("/")
    is_named = path == "/" or all(name not in {"", ".", ".."} for name in names)
    return is_named and not any(ord(letter) < ord(" ") or letter in "\x7f\\" for letter in path)


def _decoded(raw: str) -> str | None:
    if "%" in _CODED.sub("", raw):
        return None
    try:
        return unquote_to_bytes(raw).decode()
    except UnicodeDecodeError:
        return None


def _decoded_further(path: str) -> Iterable[str]:
    """What the path would become if somebody decoded it again, and again."""
    while _CODED.search(path):
        path = unquote_to_bytes(path).decode("utf-8", "replace")
        yield path


def _leaves(path: str) -> bool:
    return not is_straight(path) and path != "/"


@dataclass(frozen=True, slots=True)
class Meant:
    """The file that an address means; or the address to go to instead."""

    file: str = ""
    instead: str = ""


def file_meant(path: str, base: str, has: Callable[[str], bool]) -> Meant:
    """The file of the site that a decoded path means, below the decoded `base` (`/some/repo/`)."""
    full = f"/{path}"
    if full == base.removesuffix("/") or (full == "/" and base != "/"):
        return Meant(instead=quote(base))
    if not full.startswith(base):
        return Meant()
    inside = full[len(base) :]
    if not inside or inside.endswith("/"):
        index = f"{inside}index.html"
        return Meant(file=index if has(index) else "")
    if has(inside):
        return Meant(file=inside)
    return Meant(instead=quote(f"{full}/")) if has(f"{inside}/index.html") else Meant()


def candidates(path: str, base: str) -> tuple[str, ...]:
    """The files, one of which an address can mean."""
    if not f"/{path}".startswith(base):
        return ()
    inside = f"/{path}"[len(base) :]
    if not inside or inside.endswith("/"):
        return (f"{inside}index.html",)
    return (inside, f"{inside}/index.html")


def base_path(address: str) -> str:
    """The decoded path of a base address: `/` for none, `/some/repo/` for `https://example.org/some/repo/`."""
    path = unquote_to_bytes(urlsplit(address).path).decode("utf-8", "replace")
    return path if path.startswith("/") and path.endswith("/") and is_straight(path) else "/"
