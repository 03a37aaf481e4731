"""Quotations as pages show them: the reading with its sentence, or the reading alone where the sentence is withheld."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dossier.render.desk import page_of
from dossier.render.views import QuotedView, SentenceView
from dossier.urls import relative

if TYPE_CHECKING:
    from dossier.model import Quoted
    from dossier.render.desk import Desk


def quoted_view(desk: Desk, quoted: Quoted, page: str) -> QuotedView:
    """A quotation as it stands on the page `page`."""
    document = desk.documents[quoted.document]
    card = desk.card(document, page)
    if quoted.passage < 0:
        return QuotedView(card, None)
    passage = document.body.passages[quoted.passage]
    words = " ".join(quoted.exact.split())
    return QuotedView(
        card, SentenceView(((words, False),), href_of(desk, quoted, page), passage.number)
    )


def href_of(desk: Desk, quoted: Quoted, page: str) -> str:
    """The way to the passage, or to the reading."""
    document = desk.documents[quoted.document]
    passages = document.body.passages
    fragment = passages[quoted.passage].id if quoted.passage >= 0 else ""
    return relative(page, page_of(document), fragment)
