"""Laws, cases and hearings in APA and Chicago, which both follow legal usage; nothing of other documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dossier.render.citations import dates
from dossier.render.citations.prose import italic, listed, roman, sentence

if TYPE_CHECKING:
    from dossier.render.citations.dates import DateForm
    from dossier.render.citations.reference import Reference, Runs

LAWS = frozenset({"bill", "hearing", "legislation", "legal_case", "regulation"})


def law(reference: Reference, form: DateForm) -> Runs:
    """Name the title, the code or reporter it stands in, and the year, without the address."""
    date = reference.date
    year = "n.d." if date is None else dates.dated(dates.year_only(date), form)
    if reference.type != "hearing":
        named = listed((roman(reference.title), roman(reference.container_title)), ", ")
        return sentence(named, roman(f" ({year})"))
    witnesses = ", ".join(name.text for name in reference.authors)
    heard = f" (testimony of {witnesses})" if witnesses else ""
    return sentence(italic(reference.title), roman(f" ({year}){heard}"))
