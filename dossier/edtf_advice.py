"""What may have been meant by a text that is no EDTF date; it proposes, `dossier.edtf` decides whether that is valid.

A proposal is made only where the text leaves one reading. It never holds a day or a month that the text does not.
"""

from __future__ import annotations

import re
import unicodedata

from dossier.date_words import CATALOGUES

_CIRCA = re.compile(
    r"(?:circa|ca\.?|c\.|around|about|approx\.?|vers|environ|حوالي)\s*", re.IGNORECASE
)
_POSSIBLY = re.compile(r"(?:possibly|perhaps|probably|maybe|peut-être|ربما)\s+", re.IGNORECASE)
_SINCE = re.compile(r"(?:since|depuis|منذ)\s+", re.IGNORECASE)
_UNTIL = re.compile(r"(?:until|jusqu['’](?:en|au)|حتى)\s+", re.IGNORECASE)
_LEADS = ((_CIRCA, "{}~"), (_POSSIBLY, "{}?"), (_SINCE, "{}/.."), (_UNTIL, "../{}"))
_RANGES = (
    re.compile(r"(?:between|entre|from|de)\s+(.+?)\s+(?:and|et|to|à)\s+(.+)", re.IGNORECASE),
    re.compile(r"([0-9]{4})\s*[-–—]\s*([0-9]{4})"),
    re.compile(r"(.+?)\s+(?:[-–—]|to|à)\s+(.+)", re.IGNORECASE),
    re.compile(r"(.+?)[–—](.+)"),
)
_MONTHS = range(1, 13)
_NUMBERS = re.compile(r"[0-9]{1,4}\s*([/.])\s*[0-9]{1,2}\s*\1\s*[0-9]{1,4}\.?")
_YEAR_FIRST = re.compile(r"([0-9]{4})\s*([-/.])\s*([0-9]{1,2})\s*\2\s*([0-9]{1,2})\.?")
_DAY_OR_MONTH_FIRST = re.compile(r"([0-9]{1,2})\s*([-/.])\s*([0-9]{1,2})\s*\2\s*([0-9]{4})\.?")
_SHORTEST_MONTH = 3
_WORDED = (
    re.compile(
        r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th|er|\.)?\s+(?:of\s+)?(?P<month>\D+?),?\s+(?P<year>[0-9]{4})"
    ),
    re.compile(r"(?P<month>\D+?)\s+(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>[0-9]{4})"),
    re.compile(r"(?P<month>\D+?)(?:\s+of|,)?\s+(?P<year>[0-9]{4})"),
)
_WEEKDAY = re.compile(
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)[,\s]\s*",
    re.IGNORECASE,
)
_DECADE = re.compile(
    r"(?:(?:the )?([0-9]{2}[1-9])0['’]?s|(?:les )?années ([0-9]{2}[1-9])0)", re.IGNORECASE
)
_UNKNOWN = re.compile(
    r"(?:n\.? ?d\.?|s\.? ?d\.?|undated|unknown|none|null|date unknown|sans date|X{4}|\?+|-+)",
    re.IGNORECASE,
)
_SIGN_INSIDE = re.compile(r"[?~%][0-9X-]|-[?~%]")
_UNSPECIFIED = re.compile(r"[0-9]{2}[0-9xu?*_-][xu?*_-]", re.IGNORECASE)
_OPEN = re.compile(r"([0-9-]+)\s*/\s*(?:open|present|now|ongoing)", re.IGNORECASE)


_LONGEST = 200
_DEEPEST = 3


def suggestion_for(text: str) -> str:
    """Give EDTF that says the same as `text`, or nothing. What it gives may still be no valid date."""
    return _propose(_plain(text), depth=0) if len(text) <= _LONGEST else ""


def complaint_about(text: str) -> str:
    """Say what is wrong with a text that was not meant as EDTF; nothing where the grammar knows better."""
    plain = _plain(text)
    if len(text) > _LONGEST:
        return "this is too long for a date"
    readings = _readings(plain)
    if readings:
        return f'"{text}" can be read as {readings[0]} or as {readings[1]}'
    if _UNKNOWN.fullmatch(plain):
        return f'"{text}" is no date; leave the key out if the date is not known'
    if _NUMBERS.fullmatch(plain):
        return f'"{text}" is no date in EDTF: year, month and day are written 2024-02-13'
    if _SIGN_INSIDE.search(plain):
        return f'"{text}": the signs ?, ~ and % stand only after a whole date, as in 2004-06~'
    return ""


def _readings(plain: str) -> tuple[str, ...]:
    """Give both readings of numbers such as `02/03/2024`, nothing where there is only one."""
    match = _DAY_OR_MONTH_FIRST.fullmatch(plain)
    if match is None:
        return ()
    first, second, year = int(match[1]), int(match[3]), match[4]
    if first == second or first not in _MONTHS or second not in _MONTHS:
        return ()
    return f"{year}-{second:02}-{first:02}", f"{year}-{first:02}-{second:02}"


def _plain(text: str) -> str:
    """Give the text on one line with the digits 0 to 9; long texts are no dates."""
    digits = (str(unicodedata.digit(letter, letter)) for letter in text[:_LONGEST])
    return re.sub(r"[\s\u200e\u200f]+", " ", "".join(digits).replace("−", "-")).strip()


def _propose(text: str, depth: int) -> str:
    if not text or depth > _DEEPEST or _readings(text):
        return ""
    proposals = (_led, _ranged, _numbered, _worded, _shortened)
    return next((found for propose in proposals if (found := propose(text, depth))), text)


def _led(text: str, depth: int) -> str:
    for lead, template in _LEADS:
        match = lead.match(text)
        if match is not None and match.end() < len(text):
            inner = _propose(text[match.end() :], depth + 1)
            return template.format(inner) if inner else ""
    return ""


def _ranged(text: str, depth: int) -> str:
    opened = _OPEN.fullmatch(text)
    if opened is not None:
        return f"{opened[1]}/.."
    for pattern in _RANGES:
        match = pattern.fullmatch(text)
        if match is not None:
            ends = [_propose(end, depth + 1) for end in match.groups()]
            return "/".join(ends) if all(ends) else ""
    return ""


def _numbered(text: str, _depth: int) -> str:
    match = _YEAR_FIRST.fullmatch(text) or re.fullmatch(
        "([12][0-9]{3})()([0-9]{2})([0-9]{2})", text
    )
    if match is not None:
        return f"{match[1]}-{int(match[3]):02}-{int(match[4]):02}"
    match = _DAY_OR_MONTH_FIRST.fullmatch(text)
    if match is None:
        return ""
    first, second = int(match[1]), int(match[3])
    day, month = (first, second) if second in _MONTHS else (second, first)
    return f"{match[4]}-{month:02}-{day:02}"


def _worded(text: str, _depth: int) -> str:
    weekday = _WEEKDAY.match(text)
    bare = text[weekday.end() :] if weekday is not None else text
    for pattern in _WORDED:
        match = pattern.fullmatch(bare)
        month = _month_number(match["month"]) if match is not None else 0
        if match is not None and month:
            day = match.groupdict().get("day")
            return f"{match['year']}-{month:02}" + (f"-{int(day):02}" if day else "")
    return ""


def _month_number(name: str) -> int:
    """Give the number of a month or season by its name or the beginning of it, 0 if that is not one of them."""
    wanted = name.strip(" .,").removeprefix("the ")
    wanted = "autumn" if wanted.lower() == "fall" else _folded(wanted)
    found: set[int] = set()
    for words in CATALOGUES:
        seasons = enumerate((season.format(year="").strip() for season in words.seasons[:4]), 21)
        for number, full in (*enumerate(words.months, 1), *seasons):
            name_folded = _folded(full)
            if wanted == name_folded:
                return number
            if (
                len(wanted) >= _SHORTEST_MONTH
                and words.language != "ar"
                and name_folded.startswith(wanted)
            ):
                found.add(number)
    return found.pop() if len(found) == 1 else 0


def _folded(name: str) -> str:
    letters = unicodedata.normalize("NFD", name.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _shortened(text: str, _depth: int) -> str:
    decade = _DECADE.fullmatch(text)
    if decade is not None:
        return f"{decade[1] or decade[2]}X"
    if _UNSPECIFIED.fullmatch(text):
        return text[:2] + "".join(letter if letter.isdigit() else "X" for letter in text[2:])
    return re.sub(r"\s*([/,]|\.\.)\s*", r"\1", text)
