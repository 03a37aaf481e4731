"""What a passage read on an earlier day, from the history that git keeps of the dossier; empty where there is none."""

from __future__ import annotations

import hashlib
import subprocess
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dossier.lock import FILE, Lock, read_lock
from dossier.lock.prints import exact_of
from dossier.model import Config, Document, Source, SourceKind
from dossier.parse.document import parse_document

if TYPE_CHECKING:
    from dossier.verify.addresses import Target

_SECONDS: Final = 20


def earlier_reading(root: Path, now: Lock, target: Target, day: str) -> str:
    """What the passage read at the end of a day (`YYYY-MM-DD`), whatever its page was called then.

    `root` is the dossier's folder and `now` its lock. Ask only for passages that the site shows.
    """
    page = now.by_address.get(target.page)
    revision = _revision(root, day) if page else ""
    then = _lock(root, revision).by_key.get(page.key) if page and revision else None
    trace = next((it for it in then.traces if it.id == target.fragment), None) if then else None
    document = _document(root, revision, then.source) if then and trace else None
    texts = (
        passage.text
        for passage in (document.body.passages if document else ())
        if trace
        and exact_of(passage.text, is_heading=passage.kind == "heading") == trace.print.exact
    )
    return next(texts, "")


@lru_cache(maxsize=64)
def _revision(root: Path, day: str) -> str:
    until = f"--before={day}T23:59:59"
    return _git(root, "rev-list", "-1", until, "HEAD", "--", FILE).strip()


@lru_cache(maxsize=64)
def _lock(root: Path, revision: str) -> Lock:
    lock, problems = read_lock(_git(root, "show", f"{revision}:./{FILE}"))
    return Lock() if problems else lock


@lru_cache(maxsize=64)
def _document(root: Path, revision: str, path: str) -> Document | None:
    text = _git(root, "show", f"{revision}:./{path}")
    if not path or not text:
        return None
    kind: SourceKind = "page" if path.startswith("content/") else "document"
    digest = hashlib.sha256(text.encode()).hexdigest()
    source = Source(path, kind, text.replace("\r\n", "\n"), digest)
    return parse_document(source, None, Config())[0]


def _git(root: Path, *arguments: str) -> str:
    """What git prints; empty if there is no git, no repository, or no such thing in it."""
    try:
        run = subprocess.run(  # noqa: S603 - git, with arguments of our own
            ["git", "-C", str(root), *arguments],  # noqa: S607 - found on the path, as users have it
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return run.stdout.decode("utf-8", "replace") if run.returncode == 0 else ""
