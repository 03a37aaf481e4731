"""Whether a text has the words of a quotation: to the letter, or but for typography; ellipses and brackets honoured."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from dossier.verify.folding import OPTIONAL, folded, spaced

Likeness = Literal["verbatim", "typography"]

_ELLIPSIS = re.compile(
    r"\s*(?:[\[(]\s*(?:\u2026|\.(?:\s*\.){2,3})\s*[\])]|\u2026|\.(?:[ \u00a0]?\.){2,3})\s*"
)
_BRACKET = re.compile(r"\[([^\[\]]{1,200})\]")
_EDGES = ".,;:!?"
_UNPARTED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7a3]")
"""Characters of scripts without spaces between words; and Korean, whose particles cling to them."""
_LONGEST_REPLACED = 160
"""Characters that a bracketed insertion may stand for."""
_LEAST_PIECE = 3


def likeness(quotation: str, text: str) -> Likeness | None:
    """How a text has the quotation's words; None if it has not."""
    if _whole(exact_words(quotation)).search(spaced(text)):
        return "verbatim"
    levels: tuple[tuple[Likeness, str], ...] = (
        ("verbatim", spaced(text)),
        ("typography", folded(text)),
    )
    for level, plain in levels:
        pattern = _pattern(quotation, is_folded=level == "typography")
        if pattern is not None and pattern.search(plain):
            return level
    return None


def could_have(quotation: str, text: str) -> bool:
    """Whether a text has the longest stretch of the quotation without an ellipsis or a bracket: a quick look."""
    pieces = re.split(f"{_ELLIPSIS.pattern}|{_BRACKET.pattern}|{OPTIONAL}", quotation)
    longest = max((_bare(piece) for piece in pieces if piece), key=len, default="")
    inner = longest[1:-1].rpartition(" ")[0].partition(" ")[2] or longest[1:-1]
    return folded(inner).strip("' -") in folded(text)


def exact_words(quotation: str) -> str:
    """The quotation's words without the stop or comma that the briefing's own sentence put at their end."""
    return spaced(quotation).rstrip(".,;:")


@lru_cache(maxsize=256)
def _pattern(quotation: str, *, is_folded: bool) -> re.Pattern[str] | None:
    """What finds the quotation; None if there are no words between its ellipses."""
    pieces = [piece for piece in _ELLIPSIS.split(quotation) if piece.strip(_EDGES + " ")]
    if not pieces or (len(pieces) > 1 and max(map(len, pieces)) < _LEAST_PIECE):
        return None
    parts = [_piece(piece, is_folded=is_folded) for piece in pieces]
    parts[0] = _beginning(parts[0], pieces[0]) if is_folded else parts[0]
    gap = r"[\s\S]*?"
    return re.compile(
        _edge(pieces[0].lstrip()[:1], "<!") + gap.join(parts) + _edge(_bare(pieces[-1])[-1:], "!")
    )


def _whole(words: str) -> re.Pattern[str]:
    return re.compile(_edge(words[:1], "<!") + re.escape(words) + _edge(words[-1:], "!"))


def _edge(character: str, way: str) -> str:
    """That a word ends here, in scripts that part their words."""
    is_parted = character.isalnum() and not _UNPARTED.match(character)
    return rf"(?{way}\w)" if is_parted else ""


def _bare(piece: str) -> str:
    piece = piece.strip()
    return piece if piece.endswith("]") else piece.rstrip(_EDGES)


def _piece(piece: str, *, is_folded: bool) -> str:
    bare = _bare(piece)
    parts: list[str] = []
    last = 0
    for found in _BRACKET.finditer(bare):
        parts += [_literal(bare[last : found.start()], is_folded=is_folded), _inserted(bare, found)]
        last = found.end()
    parts.append(_literal(bare[last:], is_folded=is_folded))
    return "".join(parts)


def _literal(text: str, *, is_folded: bool) -> str:
    """The words of a stretch, with white space at its edges where the quotation has some beside a bracket."""
    words = re.escape(folded(text) if is_folded else spaced(text))
    lead, trail = (r"\s*" if edge.isspace() else "" for edge in (text[:1], text[-1:]))
    return lead + words.replace(re.escape(OPTIONAL), "-?") + trail


def _inserted(text: str, found: re.Match[str]) -> str:
    """What a bracket may stand for: itself, a change within a word, other words, or nothing."""
    before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
    within_word = (found.start() > 0 and before.isalnum()) or after.isalnum()
    other = r"\w{0,12}?" if within_word else rf"[^\n]{{0,{_LONGEST_REPLACED}}}?"
    return rf"(?:{re.escape(found[0])}|{other})"


def _beginning(part: str, piece: str) -> str:
    """The first letter of a quotation in either case."""
    first = piece.lstrip()[:1]
    if not first.isalpha() or not part.startswith(first):
        return part
    return f"[{re.escape(first.lower())}{re.escape(first.upper())}]" + part[1:]
