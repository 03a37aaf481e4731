"""The files of every page: rendered where they must be, left as they stand where they are right."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from dossier.digest import digest_of, digest_of_bytes, digest_of_code
from dossier.place import Made
from dossier.write import Kept

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dossier.cache import NoCache
    from dossier.model import Config, Problem
    from dossier.place import Place
    from dossier.render import Planned, Rendering

_Stamp = tuple[str, "Mapping[str, str]"]
"""A page's key, and the SHA-256 of each of its files."""


def render_all(
    pages: Sequence[Planned], config: Config, renderer: Rendering, cache: NoCache, place: Place
) -> tuple[dict[str, bytes | Kept], int, tuple[Problem, ...]]:
    """Files by path, how many pages were rendered, and what is wrong with the theme."""
    standing = place.standing()
    name = digest_of("pages", config)
    last = _stamps(cache.get(name))
    code = digest_of_code()

    def make(number: int) -> Made:
        page = pages[number].page()
        key = digest_of("page", code, renderer.digest, page)
        before, digests = last.get(page.path, ("", {}))
        if before == key and all(standing.get(path) == it for path, it in digests.items()):
            return Made({}, None, key, digests)
        files, fault = renderer.render(page)
        return Made(files, fault, key, {path: digest_of_bytes(it) for path, it in files.items()})

    made = place.make(make, [page.path for page in pages])
    stamps = {
        page.path: (it.key, it.digests)
        for page, it in zip(pages, made, strict=True)
        if not it.fault
    }
    if stamps != last:
        cache.put(name, json.dumps(stamps).encode())
    files: dict[str, bytes | Kept] = {}
    for it in made:
        files.update(it.files)
        files.update({path: Kept(it.digests[path]) for path in it.digests.keys() - it.files})
    faults = dict.fromkeys(it.fault for it in made if it.fault)
    return files, sum(bool(it.files or it.fault) for it in made), tuple(faults)


def _stamps(data: bytes | None) -> dict[str, _Stamp]:
    """What the last build of this site said of its pages, by address."""
    try:
        found = json.loads(data or b"{}")
        return {path: (key, dict(digests)) for path, (key, digests) in found.items()}
    except (ValueError, TypeError, AttributeError):
        return {}
