"""Paths with the readings and passages that they lead through; not how they are shown."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.link.linker import Linker
from dossier.link.quotations import Quotations
from dossier.model import Evidence, Path, Problem, Quoted, Routed, Stop
from dossier.problems import problem


def routed(
    paths: Iterable[Path], linker: Linker, quotations: Quotations
) -> tuple[tuple[Routed, ...], tuple[Problem, ...]]:
    """Paths by id, each id once."""
    first: dict[str, Path] = {}
    problems: list[Problem] = []
    found: list[Routed] = []
    for path in sorted(paths, key=lambda it: (it.id, it.position.path)):
        taken = first.setdefault(path.id, path)
        if taken is not path:
            message = f'"{path.id}" is the id of {taken.position.path} and of {path.position.path}'
            problems.append(
                problem("path-duplicate-id", path.position, message, hint="rename one of the files")
            )
            continue
        stops = [_target(path, stop, quotations) for stop in path.stops]
        problems.extend(fault for _, faults in stops for fault in faults)
        texts = tuple(linker.words(path, stop) for stop in path.stops)
        found.append(Routed(path, texts, tuple(target for target, _ in stops)))
    return tuple(found), tuple(problems)


def _target(
    path: Path, stop: Stop, quotations: Quotations
) -> tuple[Quoted | None, tuple[Problem, ...]]:
    subject = f'path "{path.id}"'
    if not stop.reading:
        return None, ()
    if not stop.exact:
        return quotations.whole(subject, stop.reading, stop.position)
    return quotations.find(
        subject, Evidence(stop.reading, stop.exact, stop.position), stop.position
    )
