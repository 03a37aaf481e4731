"""The files of every page: rendered where they must be, left as they stand where they are right."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from dossier.digest import digest_of, digest_of_bytes, digest_of_code
from dossier.write import Kept

if TYPE_CHECKING:
    from dossier.cache import NoCache
    from dossier.model import Problem
    from dossier.place import Made, Place
    from dossier.render import Page, Rendering


def render_all(
    pages: tuple[Page, ...],
    renderer: Rendering,
    cache: NoCache,
    place: Place,
) -> tuple[dict[str, bytes | Kept], int, tuple[Problem, ...]]:
    """Files by path, how many pages were rendered, and what is wrong with the theme."""
    standing = place.standing()
    keys = [digest_of("page", digest_of_code(), renderer.digest, page) for page in pages]
    known = {key: _digests(data) for key, data in cache.get_many(keys).items()}
    files: dict[str, bytes | Kept] = {}
    missing: list[int] = []
    for index, key in enumerate(keys):
        digests = known.get(key)
        if digests and all(standing.get(path) == digest for path, digest in digests.items()):
            files.update({path: Kept(digest) for path, digest in digests.items()})
        else:
            missing.append(index)

    def render(number: int) -> Made:
        return renderer.render(pages[missing[number]])

    fresh = place.make(render, [pages[index].path for index in missing])
    for written, _ in fresh:
        files.update(written)
    faults = tuple(dict.fromkeys(fault for _, fault in fresh if fault))
    cache.put_many(
        {
            keys[index]: json.dumps(
                {path: digest_of_bytes(data) for path, data in written.items()}
            ).encode()
            for index, (written, fault) in zip(missing, fresh, strict=True)
            if not fault
        }
    )
    return files, len(missing), faults


def _digests(data: bytes) -> dict[str, str]:
    try:
        found = json.loads(data)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
