"""The views of claims: the list, each one's page, and what of them concerns a reading."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from dossier.digest import digest_of
from dossier.quantities import numbers_in
from dossier.render.desk import page_of
from dossier.render.prose import Html, Prose
from dossier.render.quoted import href_of, quoted_view
from dossier.render.shell import shell_of
from dossier.render.views import (
    AnswerView,
    ClaimItem,
    ClaimsView,
    ClaimView,
    LinkView,
    ReadingClaim,
)
from dossier.urls import relative

if TYPE_CHECKING:
    from fractions import Fraction

    from dossier.model import Answer, Disputed, Document
    from dossier.render.desk import Desk

CLAIMS = "claims/"


def claims_view(desk: Desk) -> ClaimsView:
    """`/claims/`."""
    shell = shell_of(desk, CLAIMS, "claims", desk.words("page.claims"))
    return ClaimsView(shell, tuple(_item(desk, it, CLAIMS) for it in desk.site.claims))


def claim_view(desk: Desk, disputed: Disputed) -> ClaimView:
    """`/claims/<id>/`."""
    claim = disputed.claim
    page = page_of_claim(disputed)
    linked = disputed.description
    key = digest_of(claim.description.markdown)
    return ClaimView(
        shell=shell_of(desk, page, "claim", claim.question),
        claim=_item(desk, disputed, page),
        description=Prose(key, linked, page, desk.leads(linked, page)),
        answers=tuple(_answer(desk, disputed, index, page) for index in range(len(claim.answers))),
        definitions=desk.definitions((linked,), page),
    )


def page_of_claim(disputed: Disputed) -> str:
    """`claims/<id>/`."""
    return f"{CLAIMS}{disputed.claim.id}/"


def claims_of_reading(desk: Desk, document: Document) -> tuple[ReadingClaim, ...]:
    """The answers that stand in a reading, by claim."""
    page = page_of(document)
    return tuple(
        ReadingClaim(
            LinkView(it.claim.question, relative(page, page_of_claim(it), _anchor(index))),
            _with_unit(answer),
            href_of(desk, quoted, page) if quoted.passage >= 0 else "",
            document.body.passages[quoted.passage].number if quoted.passage >= 0 else 0,
        )
        for it in desk.site.claims
        for index, (answer, quoted) in enumerate(zip(it.claim.answers, it.quotations, strict=True))
        if quoted is not None and quoted.document == document.path
    )


def claim_marks(desk: Desk, document: Document) -> dict[str, Html]:
    """Id of each passage that answers a claim to the quiet links that lead there, one for each claim."""
    page = page_of(document)
    marks: dict[str, dict[str, str]] = {}
    for it in desk.site.claims:
        for quoted in it.quotations:
            if quoted and quoted.document == document.path and quoted.passage >= 0:
                name = document.body.passages[quoted.passage].id
                label = f"{desk.words('page.claims')}: {it.claim.question}"
                marks.setdefault(name, {})[relative(page, page_of_claim(it))] = label
    return {
        name: Html(
            "".join(
                f'<a class="passage-claim" href="{escape(href)}" data-web aria-label="{escape(label)}">≠</a>'
                for href, label in links.items()
            )
        )
        for name, links in marks.items()
    }


def _item(desk: Desk, disputed: Disputed, page: str) -> ClaimItem:
    return ClaimItem(
        question=disputed.claim.question,
        href=relative(page, page_of_claim(disputed)),
        spreads=_spreads(desk, disputed),
        answers=len(disputed.claim.answers),
        independent=len(set(disputed.origins)),
    )


def _spreads(desk: Desk, disputed: Disputed) -> tuple[str, ...]:
    """From the least to the most of what is counted alike. What has no number is not in it."""
    numbers: dict[str, list[Fraction]] = {}
    for answer in disputed.claim.answers:
        numbers.setdefault(answer.unit, []).extend(numbers_in(answer.value))
    return tuple(
        desk.words(
            "claim.spread", least=_figures(min(found)), most=_figures(max(found)), unit=unit
        ).strip()
        for unit, found in numbers.items()
        if len(set(found)) > 1
    )


def _figures(number: Fraction) -> str:
    if number.denominator == 1:
        whole = number.numerator
        return f"{whole:,}".replace(",", "\u202f") if whole > 9999 else str(whole)  # noqa: PLR2004
    return f"{float(number):g}"


def _answer(desk: Desk, disputed: Disputed, index: int, page: str) -> AnswerView:
    answer, quoted = disputed.claim.answers[index], disputed.quotations[index]
    origin = disputed.origins[index]
    return AnswerView(
        id=_anchor(index),
        value=answer.value,
        unit=answer.unit,
        as_of=desk.words_of_date(answer.as_of),
        by=_speaker(desk, answer.by, page),
        source=quoted_view(desk, quoted, page) if quoted else None,
        repeats=LinkView(_named(desk, disputed, origin), f"#{_anchor(origin)}")
        if origin != index
        else None,
    )


def _anchor(index: int) -> str:
    return f"_answer-{index + 1}"


def _speaker(desk: Desk, by: str, page: str) -> LinkView | None:
    if by in desk.entries:
        return desk.own_link(by, page)
    return LinkView(by, "") if by else None


def _named(desk: Desk, disputed: Disputed, index: int) -> str:
    """What an answer is called by those that repeat it."""
    answer = disputed.claim.answers[index]
    speaker = _speaker(desk, answer.by, "")
    return f"{speaker.text}: {_with_unit(answer)}" if speaker else _with_unit(answer)


def _with_unit(answer: Answer) -> str:
    return f"{answer.value} {answer.unit}".strip()
