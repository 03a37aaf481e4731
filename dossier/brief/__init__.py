"""Briefing sheets: chosen passages as quotations with citations, live links, and the terms they use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from dossier.brief.choice import ChoiceError, chosen
from dossier.brief.docx import docx_of
from dossier.brief.html import html_of
from dossier.brief.markdown import markdown_of
from dossier.brief.sheet import Sheet, sheet_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Format = Literal["docx", "md", "html"]

WRITERS: Mapping[Format, Callable[[Sheet], bytes]] = {
    "docx": docx_of,
    "md": lambda sheet: markdown_of(sheet).encode(),
    "html": lambda sheet: html_of(sheet).encode(),
}

__all__ = ["WRITERS", "ChoiceError", "Format", "Sheet", "chosen", "sheet_of"]
