"""Capitals that no dossier needs to explain, by reason; a table, and nothing that reads it."""

from __future__ import annotations

from collections.abc import Mapping

REASONS: Mapping[str, str] = {
    "words of everyday English": "OK TV PC ID VIP CEO CV DIY FAQ FYI ASAP RSVP SOS UFO IQ PR HQ AKA PIN SUV ATM DNA GPS GI AI COVID",
    "titles and degrees that stand with a name": "MR MRS MS DR JR SR PhD MD BA MA LLC LLP PLC",
    "initials by which people are called": "AJ BJ CJ DJ JJ KJ MJ OJ PJ RJ TJ JB JC JD JP JT JR",
    "hours, years and time zones": "AM PM BC AD BCE CE GMT UTC EST EDT CST CDT MST MDT PST PDT ET CET CEST BST EET EEST",
    "notes of editors and correspondents": "PS NB TBC TBD TBA ETA EDS SIC ED VOL NO PP",
    "questions and answers": "Q&A QA Q&As R&D",
    "units of measure": "KM KG KT MPH KPH KW MW GW KWH MWH GWH HZ KHZ MHZ GHZ KB MB GB TB BPD",
    "currency codes": "USD EUR GBP CHF JPY CNY IQD IRR SAR AED TRY ILS JOD KWD QAR RUB",
    "names of broadcasters and news agencies, known by their letters alone": (
        "ABC BBC CBS CNN MSNBC NBC NPR PBS VOA AP AFP UPI ARD ZDF RAI NHK KAN"
    ),
    "prefixes of ships' names": "USS USNS USCGC HMS HMAS HMCS INS MV MT SS RV",
    "files, and ways to reach them": "PDF HTML URL DOCX JPG JPEG PNG XML CSV DOI ISBN ISSN www HTTP HTTPS WWW",
    "parts of postal addresses": "PO DC NW NE SW SE",
}
"""Reason to the words, each as it is written in a running text without periods."""

WELL_KNOWN: frozenset[str] = frozenset(word for words in REASONS.values() for word in words.split())

_STATES = (
    "AL AK AZ AR CA CO CT DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM NV NY OH OK"
    " OR PA RI SC SD TN TX UT VA VT WA WI WV WY"
)
AFTER_A_COMMA: frozenset[str] = frozenset(_STATES.split())
"""Postal codes of states: well known where they follow a town and a comma, as in `Detroit, MI`."""
