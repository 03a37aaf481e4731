"""One planned page to the bytes of its files."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dossier.digest import digest_of
from dossier.model import Position, Problem
from dossier.problems import problem
from dossier.render.environment import TemplateFaultError, environments

if TYPE_CHECKING:
    from dossier.render.environment import Environments
    from dossier.render.theme import Theme
    from dossier.render.views import Page
    from dossier.render.words import Words


@dataclass(frozen=True, slots=True)
class Rendering:
    """A theme ready to render pages."""

    environments: Environments
    digest: str
    """Of the theme and the language that it speaks."""
    theme: str

    def render(self, page: Page) -> tuple[dict[str, bytes], Problem | None]:
        """The page's files by path; none of them, and a problem, if a template is at fault."""
        try:
            html, markdown = self.environments.render(page)
        except TemplateFaultError as fault:
            return {}, self._problem(fault)
        if page.path.endswith(".html"):
            return {page.path: _bytes(html)}, None
        files = {f"{page.path}index.html": _bytes(html)}
        return ({**files, f"{page.path}index.md": _bytes(markdown)} if markdown else files), None

    def shared(self) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
        """What pages have in common and take in when it is wanted: search's dialog, as a plain script."""
        try:
            dialog = self.environments.part("search-dialog.html")
        except TemplateFaultError as fault:
            return {}, (self._problem(fault),)
        text = json.dumps(dialog, ensure_ascii=False)
        return {"search/dialog.js": _bytes(f"dossierSearch.dialog({text})\n")}, ()

    def _problem(self, fault: TemplateFaultError) -> Problem:
        where = Position(f"themes/{self.theme}/templates/{fault.template}", fault.line, 1)
        return problem("template-fault", where, fault.message)


def rendering(theme: Theme, words: Words, name: str = "folio") -> Rendering:
    """Make a theme's templates ready, in the words of a language."""
    return Rendering(environments(theme, words), digest_of(theme.digest, words.language), name)


def _bytes(text: str) -> bytes:
    return unicodedata.normalize("NFC", text).encode("utf-8", "replace")
