"""Lines of a document that probably came from the web page around it; whether they did, the curator decides."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dossier.parse.lines import folded

_NEAR = 15
"""Lines with words, from either end of a document, among which such lines are looked for."""
_LONGEST = 200
"""Characters; a longer line is a paragraph."""

_KINDS = (
    ("a counter or page number", r"\d{1,6}(?:[ \t]+\d{1,6})*|page \d+(?: (?:of|/) \d+)?"),
    (
        "a counter",
        r"(?:\d[\d,.]*k?|no) (?:comments?|shares?|views?|likes?|replies|reads?)(?: yet)?",
    ),
    (
        "a comment form",
        (
            r"leave a (?:reply|comment)|cancel reply|(?:post|add|write) (?:a )?comment|comments?:?(?: \(?\d+\)?)?"
            r"|your e-?mail address will not be published\..*|your e-?mail address will not be published"
            r"|required fields are marked \*?|save my name, e-?mail.*"
        ),
    ),
    (
        "for sharing",
        (
            r"share(?: this)?(?: (?:article|post|story|page|on [\w ,]+))?:?|tweet|whatsapp|facebook|twitter"
            r"|telegram|linkedin|pinterest|reddit|copy link|print(?: this)?(?: (?:article|page))?|follow us.*"
        ),
    ),
    (
        "advertising",
        r"\W*advertise?ments?\W*|ads?|sponsored(?: content)?|(?:story|article) continues below.*",
    ),
    (
        "a cookie notice",
        (
            r".*\b(?:we|th(?:is|e) (?:web)?site|our (?:web)?site) uses? cookies\b.*|accept(?: all)?(?: cookies)?"
            r"|cookie (?:policy|settings|preferences|notice)"
        ),
    ),
    (
        "for subscribers",
        r"subscribe(?: (?:now|today|to) ?.*)?|sign up (?:for|to) .*newsletters?.*|log ?in|sign in|newsletter",
    ),
    (
        "for finding one's way",
        (
            r"skip to (?:main )?content|menu|search|home|read more.*|back to top|load more"
            r"|related (?:articles?|posts?|stories|topics|content):?|(?:previous|next)(?: (?:article|post|story))?"
            r"|you (?:may|might) also like.*|\d+[ -]min(?:ute)?s?(?: read)?"
        ),
    ),
)
_PATTERNS = tuple((why, re.compile(pattern, re.IGNORECASE)) for why, pattern in _KINDS)


@dataclass(frozen=True, slots=True)
class Debris:
    """A line as it stands, its number from 1, what it looks like, and how often it occurs in the document."""

    line: int
    text: str
    why: str
    times: int


def debris_in(text: str, first_line: int = 1) -> tuple[Debris, ...]:
    """Likely debris among the lines that stand alone near the beginning or the end, each line once."""
    lines = [folded(line) for line in text.split("\n")]
    filled = [number for number, line in enumerate(lines) if line]
    looks = {number: why_debris(lines[number]) for number in (*filled[:_NEAR], *filled[-_NEAR:])}
    found: dict[str, Debris] = {}
    for number, why in sorted(looks.items()):
        line = lines[number]
        beside = [each for each in (number - 1, number + 1) if 0 <= each < len(lines)]
        is_alone = all(not lines[each] or looks.get(each) for each in beside)
        if why and is_alone and line not in found:
            found[line] = Debris(first_line + number, line, why, lines.count(line))
    return tuple(found.values())


def why_debris(line: str) -> str:
    """What a line looks like if it is probably no part of a document; else empty."""
    words = " ".join(line.split())
    if not words or len(words) > _LONGEST:
        return ""
    return next((why for why, pattern in _PATTERNS if pattern.fullmatch(words)), "")
