"""The HTML pages of a published site as texts; what is in them is not known here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dossier.read.folder import unreadable

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dossier.model import Problem


def published_page(site: Path) -> Callable[[str], str]:
    """What gives the HTML of a page of a published site by its address; empty where it cannot be read."""

    def page(address: str) -> str:
        file = site / address / "index.html"
        try:
            return file.read_bytes().decode("utf-8", "replace")
        except OSError:
            return ""

    return page


def read_pages(site: Path) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """Every HTML page below a folder, by path."""
    pages: dict[str, str] = {}
    problems: list[Problem] = []
    if not site.is_dir():
        return {}, (unreadable(str(site), "there is no such folder"),)
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix()
        try:
            pages[path] = file.read_bytes().decode("utf-8", "replace")
        except OSError as error:
            problems.append(unreadable(path, error.strerror or str(error)))
    return pages, tuple(problems)
