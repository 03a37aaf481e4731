"""The views of pages that answer for old addresses: moved, and withdrawn."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import quote

from dossier.render.desk import page_of
from dossier.render.gone import tombstone_views
from dossier.render.shell import shell_of
from dossier.render.views import LinkView
from dossier.render.views.history import MovedView, WithdrawnView

if TYPE_CHECKING:
    from dossier.model import Address, Moved, Withdrawn
    from dossier.render.desk import Desk


def moved_view(desk: Desk, moved: Moved) -> MovedView:
    """The view of an address that was left."""
    shell = shell_of(desk, moved.page, "moved", desk.words("moved.title"), desk.words("moved.text"))
    base = desk.site.config.base_url
    canonical = base + quote(moved.to.page) if base else ""
    return MovedView(
        shell=replace(shell, canonical=canonical),
        to=LinkView(_name_of(desk, moved.to), desk.href(moved.to, moved.page)),
        canonical=canonical,
    )


def withdrawn_view(desk: Desk, withdrawn: Withdrawn) -> WithdrawnView:
    """The view of an address whose document or entry is gone."""
    notice = desk.words("withdrawn.text", date=desk.words_of_date(withdrawn.date))
    shell = shell_of(desk, withdrawn.page, "withdrawn", desk.words("withdrawn.title"), notice)
    return WithdrawnView(
        shell=replace(shell, canonical=""),
        notice=notice,
        gone=tombstone_views(desk, withdrawn.tombstones, withdrawn.page, what="moved"),
    )


def _name_of(desk: Desk, address: Address) -> str:
    """What stands at an address, by its title or name."""
    for document in (*desk.site.readings, *desk.site.pages):
        if page_of(document) == address.page:
            return document.title
    for entry, place in desk.site.addresses.items():
        if place == address:
            return desk.entries[entry].name
    return desk.site.config.title if not address.page else address.page.strip("/")
