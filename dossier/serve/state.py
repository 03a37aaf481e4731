"""What an open page must know to tell whether it is still the one shown: digests and problems, as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote

from dossier.digest import digest_of
from dossier.model import Problem

_PARTS = ("assets/theme/", "assets/seeds/", "assets/content/")
"""Where files lie that pages load: scripts and pictures. The search index is fetched when it is wanted."""


@dataclass(frozen=True)
class State:
    """The files shown, by path with their digests; the path below which they are; what is wrong."""

    files: Mapping[str, str]
    base: str = "/"
    """As it is read; `address` is the same as it is written in links."""
    problems: tuple[Problem, ...] = ()

    @property
    def is_built(self) -> bool:
        """Whether there is a site to show."""
        return bool(self.files)

    @property
    def address(self) -> str:
        """The base path with what cannot stand in an address escaped."""
        return quote(self.base)

    @cached_property
    def styles(self) -> Mapping[str, str]:
        """The digest of each style sheet by its address."""
        return {
            quote(self.base + path): digest
            for path, digest in self.files.items()
            if path.endswith(".css") and path.startswith("assets/")
        }

    @cached_property
    def parts(self) -> str:
        """Digest of what pages load besides styles."""
        return digest_of(
            {
                path: digest
                for path, digest in sorted(self.files.items())
                if path.startswith(_PARTS) and not path.endswith(".css")
            }
        )

    def as_json(self, page: str) -> str:
        """For a page whose file has the digest `page`; shortened, on one line."""
        styles = {path: digest[:16] for path, digest in self.styles.items()}
        return json.dumps(
            {
                "page": page[:16],
                "parts": self.parts[:16] if self.is_built else "",
                "styles": styles,
                "problems": [_row(each) for each in self.problems],
            },
            ensure_ascii=True,
        )


def _row(each: Problem) -> dict[str, str | int]:
    where = each.position
    place = where.path + (f":{where.line}:{max(where.column, 1)}" if where.line else "")
    return {
        "severity": each.severity,
        "code": each.code,
        "place": place,
        "message": each.message,
        "help": each.help,
        "excerpt": each.excerpt.expandtabs(1),
        "column": where.column,
        "width": each.width,
    }
